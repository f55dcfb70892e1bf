"""The blindfolded hiker: with nothing but the slope under your feet you can find a valley."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, PI, RIGHT, UP, Group, GrowFromPoint, LaggedStart, Rotate, VGroup
from manim.typing import Point3DLike

from gdmath.experiments import hiker
from gdmath.experiments.reading import equals
from scenes.figures.poses import HIKER_POSES
from scenes.kit.puppet import Act
from scenes.kit.room import make_room
from scenes.places.basin import TALL
from scenes.places.basin_dawn import Other
from scenes.places.basin_plan import Feel
from scenes.sets.hiker import NEARER, HikerSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import wrap
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.words import Words

__all__ = ["Hiker"]


class Hiker(ShotFilm[hiker.Params]):
    """A blindfolded hiker in the fog goes down, step by step, by the slope underfoot."""

    slug = "hiker"
    poster = "the walk"
    title = "The blindfolded hiker"
    model = hiker.Params
    colours = hiker.run(hiker.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = hiker.run(self.params)
        self.sets = HikerSets(self, self.story)
        self.add(self.sets.scrim)
        self.which_way_is_down()
        self.a_foot_feels_eight_ways()
        self.the_gradient_points_uphill()
        self.a_part_of_it_is_the_step()
        self.the_first_steps()
        self.step_by_step()
        self.what_was_what()
        self.the_fog_lifts()
        self.hush()

    def which_way_is_down(self) -> None:
        """A hiker with a blindfold on a slope, in the fog."""
        self.beat("fog")
        hook = self.sets.hook
        question = self.headline(self.story.says("question"), self.choose(2.5, 1.9, 2.2))
        question.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        self.cut(hook, self.sets.put("question", question))
        self.say(self.story.says("blind"))
        drift = [
            bank.animate.shift(way) for bank, way in zip(hook.banks, (RIGHT, LEFT), strict=True)
        ]
        reach = hook.view.planted(HIKER_POSES["reaching"], self.sets.start, hook.tall / TALL, -1)
        self.play(Act(hook.hiker, reach), *drift, run_time=2.4)
        self.hold(1.6)

    def a_foot_feels_eight_ways(self) -> None:
        """From straight above and near, eight tries; from farther off, what each found."""
        self.beat("feel")
        plan, story = self.sets.feeling, self.story
        tries = list(zip(story.ways, story.changes.tolist(), strict=True))
        prints = VGroup(*[plan.print_(way) for way, _ in tries])
        under = plan.plate.copy()  # stands still while the camera pulls back
        near = CameraMove(plan.plate, plan.ring, prints, plan.hiker, zoom=NEARER, about=plan.pivot,
                          shift=0.4 * DOWN, run_time=1.2).settle()  # fmt: skip
        self.dissolve(under, plan.plate, plan.ring, plan.hiker)
        self.say(story.says("foot"))
        for turn, mark in zip(story.turns, prints, strict=True):
            self.play(Feel(plan.hiker, turn), run_time=0.4)
            self.play(FadeIn(mark), run_time=0.2)
            self.bring_to_front(plan.hiker)
        rays = VGroup(*[plan.ray(way, change) for way, change in tries])
        self.finish_line()
        self.play(near)
        self.say(story.says("rays"), FadeIn(rays[0]))
        self.play(LaggedStart(*map(FadeIn, rays[1:]), lag_ratio=0.5), run_time=1.6)
        self.hold(0.6)
        best = story.best
        lit = plan.ray(*tries[best], "step")
        fall = self.label((story.quantities["fall"][best], "step"), (story.says("lower"), "step"),
                          size=1.8)  # fmt: skip
        room = self.sets.free_room().keep(rays, plan.ring)
        room.put(fall, plan.end(*tries[best]), np.array([*story.ways[best], 0.0]))
        back = story.turns[best] - 360 * (story.turns[best] < 180)  # the shorter way round
        self.say(story.says("tries"), FadeIn(lit, fall), Feel(plan.hiker, back))
        self.hold(1.8)
        self.felt = VGroup(prints, rays, lit)
        self.leave(fall)

    def the_gradient_points_uphill(self) -> None:
        """The gradient's arrow, and its exact opposite on the same line."""
        self.beat("up and down")
        plan, story, up = self.sets.feeling, self.story, self.story.gradient(0)
        self.up = plan.arrow(up, "gradient", "gradient")
        self.down = plan.arrow(-up, "step", "step")
        room = self.sets.free_room().keep(self.up, self.down, plan.ring)
        names = [
            room.put(self.rows(name, self.choose(1.3, 1.1, 1.3)), arrow.tip, arrow.tip - plan.pivot)
            for name, arrow in (("up", self.up), ("down", self.down))
        ]
        self.say(story.says("uphill"), FadeOut(self.felt))
        self.add(self.up, plan.hiker)
        self.play(GrowFromPoint(self.up, plan.pivot))
        self.play(FadeIn(names[0]))
        self.hold(1.6)
        turned = plan.arrow(-up, "step", "step").rotate(PI, about_point=plan.pivot)
        self.say(story.says("turned"))
        self.play(Rotate(turned, PI, about_point=plan.pivot), run_time=1.2)
        self.remove(turned)
        self.add(self.down, plan.hiker)
        self.play(FadeIn(names[1]))
        self.hold(2)
        self.leave(*names)

    def rows(self, name: str, size: float) -> VGroup:
        """Return words in two rows, close together."""
        return self.headline(self.story.says(name), size).arrange(DOWN, buff=0.08)

    def a_part_of_it_is_the_step(self) -> None:
        """The learning rate's share of the arrow is the step, in w and in b; he goes there."""
        self.beat("a step")
        story, plan = self.story, self.sets.stepping
        down = plan.arrow(-story.gradient(0), "step", "step").set_opacity(0.4)
        step = plan.arrow(story.move(0), "step", "step", 0.27)
        rule = VGroup(*[self.label(*row, size=self.choose(1.5, 1.1, 1.2))
                        for row in self.rule_rows()]).arrange(DOWN, buff=0.15)  # fmt: skip
        self.sets.put("rule", rule)
        self.finish_line()
        self.cut(plan.plate, down, plan.hiker)
        self.say(story.says("rate"), FadeIn(rule))
        self.add(step, plan.hiker)
        w, b, new = self.sums()
        self.play(GrowFromPoint(step, plan.pivot), FadeIn(w), run_time=1)
        self.hold(1.8)
        self.say(story.says("both"), FadeOut(w), FadeIn(b))
        self.hold(1.4)
        goal = plan.view.at(story.hike.places[1]) - plan.pivot
        self.add(plan.view.print_(plan.spot, 0.16), plan.hiker)
        make_room(self, new, going=b)
        self.play(plan.hiker.animate.shift(goal), FadeOut(b), FadeIn(new), run_time=1)
        self.hold(2)

    def rule_rows(self) -> list[list[Any]]:
        """Return the update in words, in one row or two."""
        new = [(self.story.says("new"), "here"), " = "]
        rest: list[Any] = [(self.story.says("old"), "here"), " − ", ("learning rate", "step"),
                           " × ", ("gradient", "gradient")]  # fmt: skip
        return [new + rest] if self.layout.aspect == "16:9" else [new, rest]

    def sums(self) -> list[VGroup]:
        """Return the update in numbers along w and along b, and where both lead."""
        story, rows, new = self.story, [], VGroup()
        for name in ("w", "b"):
            before, after = (story.reading(name, k) for k in (0, 1))
            slope = story.reading(f"slope along {name}", 0).operand
            rows.append(VGroup(self.label(
                f"{name}: ", (before, "here"), " − ", (story.rate, "step"), " × ",
                (slope, "gradient"), size=self.choose(1.7, 1.15, 1.35),
                room=self.sets.room("sum"),
            )))  # fmt: skip
            new.add(self.label(f"{name} {equals(after)} ", (after, "here"),
                               size=self.choose(2.2, 1.5, 1.8)))  # fmt: skip
        new.arrange(DOWN, buff=0.25, aligned_edge=LEFT)
        return [self.sets.put("sum", words) for words in (*rows, new)]

    def the_first_steps(self) -> None:
        """Each step begins with the slope where he is: gentler ground, shorter step."""
        self.beat("first steps")
        story, near = self.story, self.sets.first_steps
        near.put(1)
        near.tread(0, 1)
        self.cut(near, near.ground, near.steps, near.prints, near.hiker)
        self.say(story.says("pace", 1))
        for step in range(2, story.told + 1):
            place, up = near.places[step - 1], story.gradient(step - 1)
            slope = near.view.arrow(place, up, "gradient", 0.2, "gradient")
            self.add(slope, near.prints, near.hiker)  # he stands before it
            self.play(GrowFromPoint(slope, slope.tail), run_time=0.8)
            self.hold(0.6)
            self.play(*near.go(step - 1, step, 1), run_time=1.2)
            self.say(story.says("pace", step))
            self.leave(slope)
        self.hold(1)

    def step_by_step(self) -> None:
        """The walk, and the altitude that falls with it."""
        self.beat("the walk")
        story, walk, chart = self.story, self.sets.walk, self.sets.chart
        told, last = story.told, story.steps
        walk.put(told)
        self.curve, self.levels = VGroup(), VGroup()
        walk.tread(0, told)
        self.draw(0, told)
        self.numbers = VGroup(self.altitude(0, UP + 0.15 * RIGHT))
        self.kind = self.label(("altitude", "cost"), size=1.2)
        self.kind.next_to(self.numbers[0], RIGHT, buff=0.25, aligned_edge=DOWN)
        axes = chart.axes()
        if self.layout.aspect != "1:1":  # there narration stands there
            count = self.label((story.reading("step number", last), "text"), story.says("steps"),
                               size=0.9)  # fmt: skip
            count.next_to(chart.foot(last), DOWN, buff=0.1)
            self.numbers.add(self.keep_in_frame(count))
        self.finish_line()
        self.cut(walk, walk.ground, axes, self.levels, self.curve, walk.steps, walk.prints,
                 walk.hiker)  # fmt: skip
        make_room(self, self.kind, self.numbers)
        self.say(story.says("chart"), FadeIn(self.numbers, self.kind))
        self.hold(0.6)
        for line, start, end in story.legs:
            if line:
                self.say(story.says(line))
            drawn = map(FadeIn, self.draw(start, end))
            self.play(*walk.go(start, end, 3), *drawn, run_time=1.6)
        self.come_to_rest()

    def draw(self, start: int, end: int) -> list[VGroup]:
        """Draw the altitude from one step to another, with the levels of its prints."""
        part = self.sets.chart.part(start, end)
        levels = [self.sets.level(k) for k in range(start + bool(start), end + 1)]
        self.curve.add(part)
        self.levels.add(*levels)
        return [part, *levels]

    def altitude(self, step: int, side: Point3DLike) -> Words:
        """Return the altitude after so many steps, beside its dot."""
        number = self.label((self.story.reading("altitude", step), "cost"), size=2.0)
        return self.keep_in_frame(number.next_to(self.sets.chart.place(step), side, buff=0.25))

    def come_to_rest(self) -> None:
        """How the walk ends: the valley's floor lights up, if it is one."""
        story, walk = self.story, self.sets.walk
        shown: list[Any] = []
        arriving = VGroup()  # not of the picture before it has come
        if story.hike.floor is not None:
            walk.steps.add(ring := walk.view.ring(walk.places[-1], 0.3))
            shown.append(FadeIn(ring))
        if story.hike.left_at is None:
            number = self.altitude(story.steps, UP + 0.25 * LEFT)
            make_room(self, number, going=self.levels)
            bottom, top = number.get_bottom()[1] - 0.1, number.get_top()[1] + 0.1
            lines = self.levels.family_members_with_points()
            low = [line for line in lines if bottom < line.get_y() < top]  # they would cross it
            shown.append(FadeIn(number))
            self.finish_line()
            self.play(FadeOut(Group(*low)), run_time=0.4)
            for level in self.levels:  # else they would come back to go with the others
                level.remove(*low)
            arriving.add(number)
        pose = "arrived" if story.hike.felt_flat else "feeling"
        self.say(story.says("ending"), Act(walk.hiker, walk.pose(pose, -1)), *shown)
        self.numbers.add(*arriving)
        self.hold(2)

    def what_was_what(self) -> None:
        """Each thing of the walk gets its name in the method, one after another."""
        self.beat("what was what")
        story, walk, last = self.story, self.sets.walk, VGroup()
        back = walk.turned("pointing")
        self.say(
            story.says("model"),
            FadeOut(self.numbers, self.kind, self.levels, walk.hiker),
            FadeIn(back),
        )
        step, places = story.telling_step, walk.places
        middle = walk.view.at((places[step] + places[step + 1]) / 2)
        up = story.gradient(step)
        slope = VGroup(walk.view.arrow(places[step], up, "gradient", 0.24, "gradient"))
        things = {
            "place": (walk.view.at(places[0]), UP),
            "altitude": (self.sets.chart.place(0), UP + RIGHT),
            "slope": (middle, UP + RIGHT),
            "step": (middle, DOWN + LEFT),
            "floor": (walk.view.at(places[-1]), DOWN + LEFT),
        }
        for name, (spot, side) in things.items():
            if name == "floor" and story.hike.floor is None:
                continue
            room = self.sets.free_room().keep(walk.steps, walk.prints, self.curve, slope)
            words = room.keep_box(*walk.body).put(self.rows(name, self.choose(1.5, 1.0, 1.2)),
                                                  spot, side)  # fmt: skip
            shown = [words, *[slope] * (name == "slope")]
            self.add(*shown[1:], back)  # he stands before it
            self.say(story.says(f"is_{name}"), *map(FadeIn, shown), *map(FadeOut, last))
            self.hold(0.8)
            last = VGroup(words)

    def the_fog_lifts(self) -> None:
        """Dawn: all of the basin, his end, and the ends of others."""
        self.beat("the fog lifts")
        story, dawn = self.story, self.sets.dawn
        self.beyond, figures = Group(), Group()
        self.sets.scrim.swap(self.sets.clear_scrim.art)
        self.dissolve(*dawn, self.beyond, dawn.steps, dawn.shadow, dawn.hiker, seconds=1.4)
        self.say(story.says("dawn"))
        self.play(FadeIn(dawn.seeing), FadeOut(dawn.hiker))
        self.hold(0.6)
        rings = dawn.rings(story.floors)
        others = dawn.others([one.on_map for one in story.others])
        self.beyond.add(*rings)
        numbers = self.altitudes([dawn.steps, *rings, *[other.way for other in others]], others)
        points = Act(dawn.seeing, dawn.pose("pointing"))
        self.say(story.says("fate"), points, *map(FadeIn, [numbers, *rings]))
        self.hold(1.8)
        figures.add(*[other.figure for other in others if other.walks])
        self.add(dawn.steps, figures, dawn.shadow, dawn.seeing, numbers)
        self.say(story.says("others"), FadeIn(figures), Act(dawn.seeing, dawn.pose("arrived")))
        for other in others:
            self.beyond.add(other.way)
            figures.add(other.figure)
            self.play(*other.walk(), run_time=2)
        self.say(story.says("starts"))
        self.hold(1)
        said = story.says("claim")
        size, rows = self.choose(1.45, 1.2, 1.4), wrap(str(said), self.choose(40, 34, 21))
        claim = VGroup(*[self.label(said.piece(row), size=size) for row in rows])
        self.sets.put("claim", claim.arrange(DOWN, buff=0.15))
        waves = dawn.pose("waving" if story.hike.floor is not None else "arrived")
        self.play(FadeIn(claim), Act(dawn.seeing, waves), run_time=0.8)
        self.hold(3)

    def altitudes(self, things: list[Any], others: list[Other]) -> VGroup:
        """Return the altitudes where he is, of the deepest valley and of the highest, if seen."""
        story, dawn, numbers = self.story, self.sets.dawn, VGroup()
        floor, size = story.quantities["floor"], self.choose(2.0, 1.2, 1.6)
        room = self.sets.free_room().keep(*things).keep_box(*dawn.body)
        for other in others:
            room.keep_box(*other.body)
        if dawn.shows_deepest:
            low = self.numeral(floor.of(story.objective.minimum), "target")
            block = VGroup(self.label((story.says("deepest"), "target"), size=1.1), low)
            block.arrange(DOWN, buff=0.1)
            numbers.add(room.put(block, dawn.view.at(dawn.deepest), LEFT + DOWN))
        if story.hike.left_at is None:
            rows = [self.label((story.says("his"), "target"), size=1.1),
                    self.label((floor[story.steps], "target"), size=size)]  # fmt: skip
            his = VGroup(*rows[-self.choose(2, 1, 2) :]).arrange(DOWN, buff=0.1)
            side = self.choose(LEFT, LEFT, DOWN)
            numbers.add(room.put(his, dawn.view.at(dawn.end), side))
        seen = [spot for spot in story.floors if dawn.free(spot)]
        heights = [float(story.objective.value(spot)) for spot in seen]
        if seen and len(numbers) < 3 and max(heights) > story.hike.altitudes[-1] + 0.1:
            top = self.label((floor.of(max(heights)), "target"), size=1.3)
            numbers.add(room.put(top, dawn.view.at(seen[int(np.argmax(heights))]), RIGHT))
        return numbers
