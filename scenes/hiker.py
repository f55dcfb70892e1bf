"""The blindfolded hiker: with nothing but the slope under your feet you can find a valley."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, PI, RIGHT, UP, Group, GrowFromPoint, Rotate, VGroup, linear

from gdmath.experiments import hiker
from scenes.figures.poses import HIKER_POSES
from scenes.kit.beside import Room
from scenes.kit.puppet import Act
from scenes.kit.update import update_line
from scenes.places.basin import TALL, Feel, Walk
from scenes.sets.hiker import Above, Dawn, HikerSets, Walked
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import wrap
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Part, Words

__all__ = ["Hiker"]


class Hiker(ShotFilm[hiker.Params]):
    """A blindfolded hiker in the fog goes down, step by step, by the slope underfoot."""

    slug = "hiker"
    poster = "the walk"
    title = "The blindfolded hiker"
    model = hiker.Params
    colours = hiker.run(hiker.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the seven shots."""
        self.story = hiker.run(self.params)
        self.sets = HikerSets(self, self.story)
        self.add(self.sets.scrim)
        self.which_way_is_down()
        self.a_foot_feels_eight_ways()
        self.the_gradient_points_uphill()
        if self.story.told:
            self.a_part_of_it_is_the_step()
        self.step_by_step()
        self.what_was_what()
        self.the_fog_lifts()
        self.hush()

    # -- 1 -----------------------------------------------------------------------------------

    def which_way_is_down(self) -> None:
        """A hiker with a blindfold on a slope, in the fog."""
        self.beat("fog")
        hook = self.sets.hook
        question = self.headline(self.story.says("question"), self.choose(2.5, 1.9, 2.2))
        question.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        question.move_to(np.array([*self.choose((-3.9, 1.1), (-1.6, 2.75), (-0.9, 5.3)), 0.0]))
        self.cut(hook, question)
        self.say(self.story.says("blind"))
        drift = [
            bank.animate.shift(way) for bank, way in zip(hook.banks, (RIGHT, LEFT), strict=True)
        ]
        reach = hook.view.planted(HIKER_POSES["reaching"], self.sets.start, hook.tall / TALL, -1)
        self.play(Act(hook.hiker, reach), *drift, run_time=2.4, rate_func=linear)
        self.hold(1.6)

    # -- 2 -----------------------------------------------------------------------------------

    def a_foot_feels_eight_ways(self) -> None:
        """From straight above: eight tries, each with a ray as long as the ground changes."""
        self.beat("feel")
        above, story = self.sets.above, self.story
        self.dissolve(*above)
        self.say(story.says("foot"))
        self.rays = VGroup()
        for number, turn in enumerate(above.turns):
            if number == 4:
                self.say(story.says("rays"))
            ray = above.ray(number)
            self.rays.add(ray)
            self.play(Feel(above.hiker, turn), run_time=0.4)
            self.play(FadeIn(ray), run_time=0.2)
            self.bring_to_front(above.hiker)
        lit = VGroup(*[above.chosen(number) for number in story.best])
        words = VGroup()
        if story.best:
            turn = above.turns[story.best[0]]
            self.play(Feel(above.hiker, turn - 360 if turn < 180 else turn), run_time=0.6)
            fall = self.label((story.quantities["fall"][story.best[0]], "step"),
                              (story.says("lower"), "step"), size=1.8)  # fmt: skip
            way = np.array([*story.ways[story.best[0]], 0.0])
            tip = above.view.at(self.sets.start) + (above.ray_end(story.best[0]) + 0.3) * way
            side = np.where(np.abs(way) > 0.5, np.sign(way), 0.0)
            words.add(self.keep_in_frame(fall.next_to(tip, side, buff=0.1)))
        fade = [
            ray.animate.set_opacity(0.3)
            for ray, up in zip(self.rays, story.changes > 0, strict=True)
            if up
        ]
        self.say(story.says("tries"), FadeIn(lit, words), *fade)
        self.hold(1.8)
        self.lit, self.fall = lit, words

    # -- 3 -----------------------------------------------------------------------------------

    def the_gradient_points_uphill(self) -> None:
        """The gradient's arrow, and its exact opposite on the same line."""
        self.beat("up and down")
        above, story, up = self.sets.above, self.story, self.story.gradient(0)
        self.play(*[part.animate.set_opacity(0.12) for part in (self.rays, self.lit)],
                  FadeOut(self.fall))  # fmt: skip
        self.up = above.arrow(up, "gradient", "gradient")
        self.down = above.arrow(-up, "step", "step")
        pivot = above.view.at(self.sets.start)
        if not up.any():
            self.say(story.says("uphill"))
            self.hold(1)
            return
        self.say(story.says("uphill"))
        words = self.arrow_name(above, up, "up", "gradient")
        self.add(self.up, above.hiker)
        self.play(GrowFromPoint(self.up, pivot))
        self.play(FadeIn(words))
        self.hold(1.6)
        turned = above.arrow(-up, "gradient", "gradient").rotate(PI, about_point=pivot)
        self.say(story.says("turned"))
        self.play(Rotate(turned, PI, about_point=pivot), run_time=1.2)
        self.remove(turned)
        self.add(self.down, above.hiker)
        other = self.arrow_name(above, -up, "down", "step")
        self.play(FadeIn(other))
        self.hold(2)
        self.leave(words, other)

    def arrow_name(self, above: Above, way: np.ndarray, name: str, role: Role) -> VGroup:
        """Return the two rows that name an arrow, beside its tip."""
        rows = VGroup(*[
            self.label(*row, role=role, size=1.25) for row in self.story.says(name).rows
        ])  # fmt: skip
        rows.arrange(self.choose(DOWN, RIGHT, DOWN), buff=self.choose(0.1, 0.3, 0.1))
        tip = above.view.at(self.sets.start + self.sets.stretch * way)
        out, up = (1.0 if part >= 0 else -1.0 for part in way)
        steep = float(abs(way[0]) / np.linalg.norm(way))
        if self.layout.aspect == "16:9":  # beside the arrow's end
            corner = rows.get_corner(LEFT * out + UP * up)
            rows.shift(tip + np.array([out * (0.7 - 0.65 * steep), -0.36 * up, 0.0]) - corner)
        else:  # beyond it
            rows.next_to(tip, UP * up, buff=0.15).shift(0.4 * out * LEFT)
        return self.keep_in_frame(rows)

    # -- 4 -----------------------------------------------------------------------------------

    def a_part_of_it_is_the_step(self) -> None:
        """The learning rate's share of the arrow is the step; the boots go there."""
        self.beat("a step")
        story = self.story
        move, above = story.move(0), self.sets.above_step()
        up = above.arrow(story.gradient(0), "gradient", "gradient").set_opacity(0.35)
        down = above.arrow(-story.gradient(0), "step", "step").set_opacity(0.35)
        above.hiker.set_opacity(0.6)
        self.dissolve(above.plate, above.ring, up, down, above.hiker)
        step = above.view.arrow(self.sets.start, move, "step", 0.3, "step")
        rows: list[list[Part]] = [
            [(story.says("new"), "here"), " = "],
            [(story.says("old"), "here"), " − ", ("learning rate", "step"), " × ",
             ("gradient", "gradient")],
        ]  # fmt: skip
        if self.layout.aspect == "16:9":
            rows = [rows[0] + rows[1]]
        rule = VGroup(*[self.label(*row, size=self.choose(1.4, 1.1, 1.15)) for row in rows])
        rule.arrange(DOWN, buff=0.12)
        rule.move_to(np.array([*self.choose((0, 3.4), (0, 3.2), (0, 6.1)), 0.0]))
        size = self.choose(1.8, 1.5, 1.6)
        w, slope = story.reading("w", 0), story.reading("slope along w", 0).operand
        asked = self.label("w: ", (w, "here"), " − ", (story.rate, "step"), " × ",
                           (slope, "gradient"), size=size)  # fmt: skip
        taken = update_line(self, w, story.reading("step", 0), story.reading("w", 1), size)
        for line in (asked, taken):
            line.next_to(rule, DOWN, buff=0.25)
        self.say(story.says("rate"), FadeIn(rule))
        self.add(step, above.hiker)
        self.play(GrowFromPoint(step, above.view.at(self.sets.start)), FadeIn(asked))
        self.hold(1.6)
        goal = above.view.at(story.hike.places[1]) - above.view.at(self.sets.start)
        ghost = above.view.print_(self.sets.start)
        self.add(ghost, above.hiker)
        self.play(above.hiker.animate.shift(goal), FadeOut(asked), run_time=1)
        self.play(FadeIn(taken))
        self.hold(1.6)

    # -- 5 -----------------------------------------------------------------------------------

    def step_by_step(self) -> None:
        """The walk, and the altitude that falls with it."""
        self.beat("the walk")
        story = self.story
        walk = self.walk = Walked(self.sets)
        chart, first = walk.chart, min(1, story.steps)
        self.numbers = VGroup(self.altitude(0, UP + 0.15 * RIGHT))
        named = self.label(("altitude", "cost"), size=1.2)
        if walk.level or self.layout.aspect != "16:9":
            named.next_to(self.numbers[0], RIGHT, buff=0.3, aligned_edge=DOWN)
        else:
            named.next_to(self.numbers[0], UP, buff=0.15, aligned_edge=LEFT)
        self.numbers.add(named)
        if self.layout.aspect != "1:1":  # there narration stands there
            axis = self.label(story.says("steps"), size=0.85)
            axis.next_to(chart.place(story.steps), DOWN, buff=0.2)
            self.numbers.add(axis.shift((chart.base - 0.24 - axis.get_top()[1]) * UP))
        # What lies below and above: ground, lines, chart, steps, the hiker.
        self.ground, self.curve = Group(), VGroup(chart.part(0, first))
        self.lines = VGroup(*([walk.level_line(0)] if walk.level else []))
        steps = [walk.step(k) for k in range(1, first + 1)]
        self.steps = VGroup(*[step[:-1] for step in steps])
        self.prints = VGroup(walk.view.print_(walk.places[0]), *[step[-1] for step in steps])
        self.dissolve(walk, self.ground, self.lines, self.curve, self.steps, self.prints,
                      walk.hiker)  # fmt: skip
        self.play(FadeIn(self.numbers))
        for step in range(1, story.told + 1):
            if step > 1:
                self.look_at_the_slope(step - 1)
                self.go(step - 1, step, 1.0, 1)
            self.say(story.says("pace", step))
        for line, start, end in walk.legs():
            if line and (line != "ease" or story.eases):
                self.say(story.says(line))
            self.go(start, end, 1.6, 3)
        self.come_to_rest()

    def look_at_the_slope(self, step: int) -> None:
        """The gradient's arrow where he is, and the step that it becomes."""
        walk, view = self.walk, self.walk.view
        place, up = walk.places[step], self.story.gradient(step)
        slope = view.arrow(place, up, "gradient", 0.15, "gradient")
        if np.linalg.norm(slope.tip - slope.tail) > 0.3:
            self.add(slope, self.numbers, walk.hiker)  # he stands before it
            self.play(GrowFromPoint(slope, slope.tail), run_time=0.6)
            self.hold(0.4)
            self.play(FadeOut(slope), run_time=0.4)

    def come_to_rest(self) -> None:
        """How the walk ends: the valley's floor lights up, if it is one."""
        story, walk = self.story, self.walk
        arrived = HIKER_POSES["arrived" if story.hike.felt_flat else "feeling"]
        pose = walk.view.planted(arrived, walk.places[-1], walk.tall / TALL, -1)
        shown: list[Any] = []
        if story.hike.floor is not None:
            ring = walk.view.ring(walk.places[-1], 0.3)
            self.steps.add(ring)
            shown.append(FadeIn(ring))
        if story.steps and story.hike.left_at is None:
            number = self.altitude(story.steps, UP + 0.25 * LEFT)
            self.numbers.add(number)
            shown.append(FadeIn(number))
            if walk.level:
                line = walk.level_line(story.steps)
                self.lines.add(line)
                shown.append(FadeIn(line))
        self.say(story.says("ending"), Act(walk.hiker, pose), *shown)
        self.hold(2)

    def altitude(self, step: int, side: np.ndarray) -> Words:
        """Return the altitude after so many steps, beside its dot."""
        number = self.label((self.story.reading("altitude", step), "cost"), size=2.0)
        return self.keep_in_frame(number.next_to(self.walk.chart.place(step), side, buff=0.25))

    def go(self, start: int, end: int, seconds: float, strides: int) -> None:
        """Walk from one step to another; ground, arrows and altitude come with it."""
        walk = self.walk
        points = [walk.view.at(place) for place in walk.places[start : end + 1]]
        talls = walk.size(start), walk.size(end)
        poses = [
            walk.view.planted(HIKER_POSES[name], walk.places[end], talls[1] / TALL, -1)
            for name in ("feeling", "striding")
        ]
        felt, part = walk.felt(start, end), walk.chart.part(start, end)
        steps = [walk.step(k) for k in range(start + 1, end + 1)]
        arrows, prints = (VGroup(*[step[k] for step in steps]) for k in (slice(-1), -1))
        self.ground.add(felt)
        self.curve.add(part)
        self.steps.add(arrows)
        self.prints.add(prints)
        walks = Walk(walk.hiker, points, talls, poses, strides)
        self.play(walks, *map(FadeIn, (felt, part, arrows, prints)), run_time=seconds)

    # -- 6 -----------------------------------------------------------------------------------

    def what_was_what(self) -> None:
        """Each thing of the walk gets its name in the method."""
        self.beat("what was what")
        self.say(self.story.says("model"), FadeOut(self.numbers))
        for mark, words in self.meanings():
            self.steps.add(*mark)
            self.play(FadeIn(words), *map(FadeIn, mark))
            self.hold(1)
        self.hold(0.8)

    def meanings(self) -> list[tuple[VGroup, VGroup]]:
        """Return the things, each with what must be drawn of it, and its two names."""
        story, walk, view = self.story, self.walk, self.walk.view
        places, step, slope = walk.places, story.telling_step, VGroup()
        if story.steps > 2 and story.gradient(step).any():
            slope.add(view.arrow(places[step], story.gradient(step), "gradient", 0.26, "gradient"))
        room = Room(self.sets.above_words)
        room.keep(self.steps, self.prints, self.curve, slope).keep_box(*walk.body)
        things = [("position", places[0], UP + RIGHT, VGroup())]
        if story.steps:
            things.append(("size", (places[0] + places[1]) / 2, DOWN + 0.3 * RIGHT, VGroup()))
        if len(slope):
            middle = places[step] + 0.4 * story.gradient(step)
            things.append(("slope", middle, RIGHT + 0.8 * DOWN, slope))
        if story.hike.floor is not None:
            side = self.choose(LEFT + 0.4 * UP, RIGHT + DOWN, RIGHT + DOWN)
            things.append(("floor", places[-1], side, VGroup()))
        altitude = room.put(self.twice("altitude"), walk.chart.place(0), UP)
        put = {
            name: (mark, room.put(self.twice(name), view.at(place), side))
            for name, place, side, mark in sorted(things, key=lambda thing: thing[0] != "slope")
        }  # the slope first, for the path leaves it the least room
        found = [put[name] for name, *_ in things]
        return [found[0], (VGroup(), altitude), *found[1:]]

    def twice(self, name: str) -> VGroup:
        """Return a thing's two names."""
        rows = self.headline(self.story.says(name), self.choose(1.25, 0.85, 1.05))
        return rows.arrange(DOWN, buff=0.08, aligned_edge=LEFT)

    # -- 7 -----------------------------------------------------------------------------------

    def the_fog_lifts(self) -> None:
        """Dawn: all of the basin, his end, and the ends of others."""
        self.beat("the fog lifts")
        story, dawn = self.story, Dawn(self.sets)
        self.dawn, self.beyond = dawn, Group()
        self.sets.scrim.swap(self.sets.clear_scrim.art)
        own = dawn.own_steps()
        self.dissolve(*dawn, self.beyond, own, dawn.shadow, dawn.hiker, seconds=1.2)
        self.say(story.says("dawn"))
        self.play(FadeIn(dawn.seeing), FadeOut(dawn.hiker))
        rings = [dawn.floor(spot) for spot in story.floors if dawn.shows(spot)]
        others, figures = dawn.others(), Group()
        self.beyond.add(*rings)
        numbers = self.altitudes([own, *rings, *[other.way for other in others]])
        points = Act(dawn.seeing, dawn.pose("pointing"))
        self.say(story.says("fate"), points, *map(FadeIn, [numbers, *rings]))
        self.hold(1.4)
        self.add(own, figures, dawn.shadow, dawn.seeing, numbers)
        self.say(story.says("starts"))
        for other in others:
            self.beyond.add(other.way)
            figures.add(other.figure)
            self.play(FadeIn(other.way), *other.walk(), run_time=1.6)
        self.hold(0.6)
        said = story.says("claim")
        if self.layout.aspect == "16:9":
            claim = self.headline(said, 1.45)
        else:
            size, rows = self.choose(1, 1.2, 1.4), wrap(str(said), 21)
            claim = VGroup(*[self.label(said.piece(row), size=size) for row in rows])
            claim.arrange(DOWN, buff=0.15)
        claim.move_to(dawn.claim)
        waves = dawn.pose("waving" if story.hike.floor is not None else "arrived")
        self.play(FadeIn(claim), Act(dawn.seeing, waves), run_time=0.8)
        self.hold(3)

    def altitudes(self, things: list[Any]) -> VGroup:
        """Return the altitudes where he is, of the deepest valley and of the highest, if seen."""
        story, dawn, numbers = self.story, self.dawn, VGroup()
        floor, size = story.quantities["floor"], self.choose(2.0, 1.4, 1.7)
        room = Room(self.sets.above_words).keep(*things).keep_box(*dawn.body)
        if dawn.shows_deepest:
            low = self.numeral(floor.of(story.objective.minimum), "target")
            block = VGroup(self.label((story.says("deepest"), "target"), size=1.1), low)
            block.arrange(DOWN, buff=0.1)
            numbers.add(room.put(block, dawn.view.at(dawn.deepest), LEFT + DOWN))
        if story.hike.left_at is None:
            his = self.label((floor[story.steps], "target"), size=size)
            numbers.add(room.put(his, dawn.view.at(dawn.end), RIGHT))
        others = [spot for spot in story.floors if dawn.free(spot)]
        heights = [float(story.objective.value(spot)) for spot in others]
        if others and len(numbers) < 3 and max(heights) > story.hike.altitudes[-1] + 0.1:
            top = self.label((floor.of(max(heights)), "target"), size=1.3)
            numbers.add(room.put(top, dawn.view.at(others[int(np.argmax(heights))]), RIGHT))
        return numbers
