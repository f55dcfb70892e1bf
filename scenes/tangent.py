"""One slope, three hills: speed, money and a plain number, and one straightedge for all."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group, Transform, VGroup

from gdmath.decimals import exact
from gdmath.experiments import tangent
from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.tangent import SEEN
from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.labels import large
from scenes.kit.puppet import Act
from scenes.sets.tangent import TangentSets
from scenes.stage.claims import Quantity, claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Tangent"]

MOST_PARTS = 12  # of an arrow that is divided


class Tangent(ShotFilm[tangent.Params]):
    """Three costs of article 002, and the tangent that serves them all."""

    slug = "tangent"
    title = "One slope, three hills"
    poster = "how steep?"
    model = tangent.Params
    colours = tangent.run(tangent.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = tangent.run(self.params)
        self.sets = TangentSets(self, self.story)
        self.add(self.sets.scrim)
        self.how_steep()
        self.how_fast()
        self.the_edge_falls()
        self.turned_round()
        self.the_drive()
        self.what_a_piece_costs()
        self.fifty_steps()
        self.no_world_at_all()
        self.one_curve()
        self.all_at_the_bottom()
        self.hush()

    def how_steep(self) -> None:
        """The three toys, and the straightedge on each."""
        self.beat("how steep?")
        sets, story = self.sets, self.story
        posts, tracks = sets.toys(story.laid)
        reach = self.choose(1.35, 0.8, 1.5)
        rules = [track.edge(x, reach if track is tracks[1] else 0.55 * reach, reach,
                            ghost=track is not tracks[1])
                 for track, x in zip(tracks, story.laid, strict=True)]  # fmt: skip
        maker, hands = sets.at_work(rules[1])
        marks = Group(*[track.mark for track in tracks])
        self.cut(sets.wall(), sets.wall_dial(0), sets.names(), maker, posts, *tracks,
                 rules[1], hands, marks)  # fmt: skip
        looks = [maker.pose.but(gaze=gaze, mouth=mouth, head=head) for gaze, mouth, head in (
            ((-0.6, -0.5), "hmm", -4.0), ((0.8, -0.2), "o", 2.0), (maker.pose.gaze, "tongue", -9.0)
        )]  # fmt: skip
        self.say(story.says("question"), Act(maker, looks[0]))
        self.hold(0.6)
        self.say(story.says("lay"))
        for number, look in zip((0, 2, 1), looks, strict=True):
            slope = self.numeral(story.slope_of(story.three[number]), "gradient",
                                 self.choose(2.4, 1.6, 2.0),
                                 self.choose(1.9, 1.2, 1.7))  # fmt: skip
            self.keep_in_frame(sets.put(story.three[number].name, slope))
            shown = [] if number == 1 else [rules[number]]
            self.play(FadeIn(*shown, slope), Act(maker, look))
            self.hold(0.6)
        self.say(story.says("tilt"))
        self.hold(2.4)

    def how_fast(self) -> None:
        """The road bends into the hill: what it costs to be too slow or too fast."""
        self.beat("speed")
        sets = self.sets
        world, road, dial, scale = sets.road()
        road.bend.set_value(0.0)
        road.update()
        self.cut(world, road, dial, self.wanted(dial), self.needle(dial, 0))
        self.say(self.story.says("speed"))
        self.hold(1)
        self.say(self.story.says("pedal"), FadeIn(scale))
        self.hold(1.2)
        self.play(road.bend.animate.set_value(1.0), run_time=1.4)
        self.say(self.story.says("cost"), FadeIn(self.height()))
        self.hold(1.6)

    def height(self) -> VGroup:
        """Return what the road's height is."""
        cost = self.label(self.story.says("height"), role="cost", size=1.4)
        return self.keep_in_frame(self.sets.put("cost", cost))

    def wanted(self, dial: Any) -> VGroup:
        """Return the speed that is wanted, beside its mark."""
        size = self.choose(1.9, 1.5, 2.0)
        wanted = VGroup(
            self.label(self.story.says("wanted"), role="target", size=0.55 * size),
            self.label((self.story.reading("wanted speed"), "target"), size=size, room=1.4),
        ).arrange(DOWN, buff=0.1)
        return wanted.next_to(dial.beside(self.params.wanted_speed, 1.12), RIGHT, buff=0.05)

    def the_drive(self) -> None:
        """With each step the needle jumps."""
        self.beat("the drive")
        hill = self.story.speed
        world, road, dial, scale = self.sets.road()
        wanted, needle = self.wanted(dial), self.needle(dial, 0)
        self.cut(world, road, dial, wanted, needle, scale, self.height())
        self.say(self.story.says("drive", hill))
        for step, (start, end) in enumerate(pairwise(hill.seen[: SEEN + 1].tolist()), 1):
            if hill.moves:
                after = self.needle(dial, step)
                below = dial.middle[1] - 1.1 * dial.radius  # what is higher crosses the dial
                arrow = [road.step(start, end)] if road.point(start)[1] < below else []
                self.add(*arrow, road, dial, wanted, needle)
                self.play(road.at.animate.set_value(end), FadeOut(needle))
                self.play(FadeIn(after), run_time=0.4)
                needle = after
                self.hold(0.6)
        if hill.moves and len(hill.seen) > SEEN + 1:
            after = self.needle(dial, len(hill.seen) - 1)
            self.play(road.at.animate.set_value(float(hill.seen[-1])), FadeOut(needle))
            count = self.sets.put("count", self.count(hill))
            if hill.slopes[0] > 0:
                count.move_to(count.get_center() * np.array([-1.0, 1.0, 0.0]))
            self.play(FadeIn(after, *[count][: hill.regime == "glide"]))
        self.hold(1.2)

    def count(self, hill: Parabola) -> VGroup:
        """Return how many steps of a hill's run are seen."""
        last = self.story.reading("step number", len(hill.seen) - 1)
        return self.label(last, " ", self.story.says("steps"), size=1.2)

    def needle(self, dial: Any, step: int) -> VGroup:
        """Return the speed after so many steps, below the middle of the dial."""
        size = self.choose(1.9, 1.5, 2.0)
        speed, room = self.story.reading("speed", step), 0.75 * dial.radius
        number = self.label((speed, "here"), size=size, room=room)
        return number.move_to(dial.middle + 0.6 * dial.radius * DOWN)

    def the_edge_falls(self) -> None:
        """The edge under the wheels: how much it falls in a second is the slope."""
        self.beat("the slope")
        hill = self.story.speed
        world, track, rule, triangle = self.sets.near()
        self.cut(world, track, rule, track.mark)
        if hill.regime == "there":
            self.say(self.story.says("edge", hill))
            self.hold(1.4)
            return
        self.say(self.story.says("edge", hill), FadeIn(triangle))
        second = self.label(self.story.says("second"), size=self.choose(1.6, 1.3, 1.5))
        second.next_to(triangle[1], DOWN, buff=0.2)
        slope = large(self, self.story.slope_of(hill), self.story.says("slope"), "gradient",
                      self.choose(2.8, 2.0, 2.4), self.choose(2.4, 1.4, 1.6))  # fmt: skip
        self.play(FadeIn(second, self.sets.put("slope", slope)))
        self.hold(2.6)

    def turned_round(self) -> None:
        """The slope as an arrow along the bench; turned round, a part of it is the step."""
        self.beat("the step")
        story, hill = self.story, self.story.speed
        world, axis, car = self.sets.bench()
        x, slope = float(hill.xs[0]), float(hill.slopes[0])
        self.cut(world, car)
        thick = self.choose(0.42, 0.3, 0.4)
        if hill.regime == "there":
            self.say(story.says("turn", hill))
            self.hold(2)
            return
        arrow = axis_arrow(axis, x, x + slope, "gradient", thick, of="slope of time")
        size, room = self.choose((2.0, 2.4), (1.4, 2.2), (1.7, 2.0))
        uphill = large(self, story.slope_of(hill), story.says("slope"), "gradient", size, room)
        self.play(FadeIn(arrow, self.sets.put("uphill", uphill)))
        self.hold(1.2)
        turned = claim(arrow.copy(), axis, of="slope of time", x=np.array([x, x - slope]))
        self.add(arrow.set_opacity(0.3), turned, car)
        self.say(story.says("turn", hill),
                 turned.animate.stretch(-1, 0, about_point=axis.at(x)))  # fmt: skip
        if not hill.moves:
            self.hold(1.4)
            return
        rate, end = exact(hill.rate), x + float(hill.steps[0])
        parts = VGroup()
        if rate.denominator <= MOST_PARTS:
            parts = divided(axis, x, x - slope, rate.denominator, thick)
        step = axis_arrow(axis, x, end, "step", thick, of="step of time")
        told = large(self, story.reading("rate of time"), story.says("rate"), "step", size, room)
        self.play(FadeIn(parts, self.sets.put("rate", told)), *[FadeOut(turned)][: len(parts)])
        taken = story.reading("step of time", 0)
        number = large(self, taken, story.says("step"), "step", size, room)
        self.say(story.says("rated", hill), FadeIn(step, self.sets.put("step", number)))
        self.hold(2.6)

    def what_a_piece_costs(self) -> None:
        """Crates are pieces and coins are what they cost; at six the edge lies on the curve."""
        self.beat("money")
        story, sets = self.story, self.sets
        plate, factory = sets.factory()
        size = self.choose(1.9, 1.4, 1.7)
        first = [
            large(self, story.reading("pieces", 0), story.says("made"), "here", size),
            large(self, story.reading("cost of pieces", 0), story.says("coins"), "cost", size),
        ]
        self.cut(plate, factory, *map(sets.put, ("made", "paid"), first))
        self.say(story.says("money"))
        self.hold(1.8)
        rule = factory.edge(tangent.AT, story.slope_at_six)
        six = [
            large(self, story.reading("six"), story.says("made"), "here", size),
            large(self, story.reading("cost at six"), story.says("coins"), "cost", size),
            large(self, story.reading("slope at six"), story.says("apiece"), "gradient", size),
        ]
        for name, words in zip(("made", "paid", "apiece"), six, strict=True):
            sets.put(name, words)
        self.play(FadeOut(*first))
        self.play(factory.at.animate.set_value(tangent.AT), run_time=1.2)
        self.play(FadeIn(*six[:2]))
        self.hold(0.8)
        self.say(story.says("climb"), FadeIn(rule, six[2]))
        self.hold(2.6)

    def fifty_steps(self) -> None:
        """Pieces, step by step."""
        self.beat("step by step")
        story, hill = self.story, self.story.money
        world, chart, maker, tops = self.sets.patience()
        best = chart.level(float(hill.bottom), "target", of="best pieces")
        size = self.choose(1.8, 1.4, 1.6)
        made, step = hill.xs.tolist(), Quantity("step number", 0.0)
        line = chart.growing(made, "here", step, of="pieces")
        room = self.choose(1.6, 0.95, 0.95)
        first = large(self, story.reading("pieces", 0), story.says("made"), "here", size, room)
        first.next_to(tops[0], UP, buff=0.15).align_to(chart.at(0, 0) + 0.1 * LEFT, RIGHT)
        self.cut(world, maker, chart, chart.base(), best, line, first)
        told = large(self, story.reading("rate of pieces"), story.says("rate"), "step", size)
        shown = [self.sets.put("share", told)] if hill.regime == "glide" else []
        dots = chart.dots(range(len(made)), made, "here", 0.07, of="pieces")
        if hill.moves:
            marks = VGroup(*[
                large(self, number, story.says(name), self.colours[number.name], size, room)
                for name in ("slope", "step")
                for number in (story.reading(f"{name} of pieces", 0),)
            ]).arrange(RIGHT, buff=0.5)  # fmt: skip
            self.say(story.says("back", hill), FadeIn(self.sets.put("share", marks)))
            self.hold(1.8)
            self.play(FadeOut(marks))
        if hill.regime == "glide":
            least = self.label((story.reading("best pieces"), "target"), size=0.7 * size)
            away = DOWN if made[0] > made[-1] else UP
            least.next_to(chart.at(0.6 * (len(made) - 1), float(hill.bottom)), away, buff=0.12)
            self.add(claim(least, chart, x=0.6 * (len(made) - 1)))
        self.say(story.says("patient", hill), *map(FadeIn, shown))
        self.play(step.animate.set_value(float(len(made) - 1)), run_time=3, rate_func=lambda a: a)
        self.play(FadeIn(dots))
        last = len(made) - 1
        pleased = maker.pose.but(mouth="grin", gaze=(0.8, -0.6), head=-6.0)
        end = self.label((story.reading("pieces", last), "here"), size=0.8 * size, room=room)
        end.next_to(tops[1], UP if made[-1] >= 0 else DOWN, buff=0.15)
        end.align_to(chart.at(last, 0) + 0.1 * RIGHT, LEFT)
        count = self.count(hill)
        count.next_to(chart.at(last / 2, 0), DOWN, buff=0.15)
        self.play(FadeIn(end, count), Act(maker, pleased), *map(FadeOut, shown))
        if hill.regime == "glide":
            self.say(story.says("part", hill))
        self.hold(1.4)

    def no_world_at_all(self) -> None:
        """A bead in a bowl: along the level arrow, and down to the curve."""
        self.beat("a plain number")
        story, hill = self.story, self.story.number
        world, bowl = self.sets.bowl()
        self.cut(world, bowl)
        self.say(story.says("plain", hill))
        self.hold(0.6)
        made = hill.seen.tolist()
        rule = bowl.edge(made[0], 1.4, 1.9)
        number, slope = self.bead(0), story.reading("slope of number", 0)
        steep = large(
            self,
            slope,
            story.says("slope"),
            "gradient",
            *self.choose((2.0, 1.8), (1.5, 1.1), (1.7, 1.2)),
        )
        self.sets.put("steep", steep)
        if hill.slopes[0] > 0:
            steep.move_to(steep.get_center() * np.array([-1.0, 1.0, 0.0]))
        self.play(FadeIn(rule, number, steep))
        self.add(rule, bowl.mark)
        self.hold(0.8)
        if hill.moves and len(made) > 1:
            step = bowl.step(made[0], made[1])
            told = self.label((story.reading("step of number", 0), "step"), size=1.6)
            across = DOWN if step[1].get_y() > 1 else UP
            side = across if hill.regime != "glide" else np.sign(hill.steps[0]) * RIGHT
            low = step[1].get_y() < bowl.floor[1] + 1
            told.next_to(step[1], side + low * UP, buff=0.25)
            self.say(story.says("flat", hill), FadeIn(step[1], told))
            self.play(FadeIn(*step))
            self.add(bowl.rider, bowl.mark)
            self.hold(1)
            after = self.bead(1)
            self.play(
                bowl.at.animate.set_value(made[1]),
                FadeOut(rule, told, number, steep),
                FadeIn(after),
            )
            number = after
            for count, (start, end) in enumerate(pairwise(made[1 : SEEN + 2]), 2):
                after = self.bead(count)
                self.add(bowl.step(start, end), bowl)
                self.play(bowl.at.animate.set_value(end), FadeOut(number))
                self.play(FadeIn(after), run_time=0.4)
                number = after
            if len(made) > SEEN + 2:
                last = self.bead(len(made) - 1)
                self.play(bowl.at.animate.set_value(made[-1]), FadeOut(number), run_time=1.2)
                counted = self.count(hill).next_to(last, DOWN, buff=0.3)
                self.play(FadeIn(last, *[counted][: hill.regime == "glide"]))
        self.hold(1.2)

    def bead(self, step: int) -> VGroup:
        """Return the number after so many steps."""
        number = self.story.reading("number", step)
        size = self.choose(2.4, 1.8, 2.4)
        return self.sets.put("bead", large(self, number, self.story.says("number"), "here", size))

    def one_curve(self) -> None:
        """The three curves slide together; turned and scaled, they are one."""
        self.beat("one curve")
        story, sets = self.story, self.sets
        posts, tracks = sets.toys(story.laid)
        curves = [track.curve.copy() for track in tracks]
        together = sets.together()
        maker = sets.onlooker(self.choose("wondering", "waiting", "wondering"))
        rest = [posts, *[Group(*track[1:]) for track in tracks]]
        aside = self.choose(0.0, 1.5, 0.0)  # else a curve would lie over her
        maker.shift(aside * LEFT)
        self.cut(sets.wall(bare=True, shelves=not self.is_tall), maker, *rest, *curves)
        self.say(story.says("one"))
        self.hold(0.8)
        slides = [Transform(curve, track.curve, remover=curve is not curves[0])
                  for curve, track in zip(curves, together.tracks, strict=True)]  # fmt: skip
        enters = [maker.animate.shift(aside * RIGHT)] if aside else []
        self.play(*slides, *enters, FadeOut(*rest), run_time=1.8)
        self.say(story.says("tangent"), FadeIn(*together.rules, *together.rows))
        self.hold(4)

    def all_at_the_bottom(self) -> None:
        """Needle, crates and bead where their costs are least."""
        self.beat("lay, turn, step")
        story, sets = self.story, self.sets
        posts, tracks = sets.toys([float(hill.seen[-1]) for hill in story.three])
        arrived = all(hill.arrives for hill in story.three)
        maker = sets.onlooker("grinning" if arrived else "waiting", home=True)
        numbers = [self.ending(hill) for hill in story.three]
        claim_ = self.headline(
            story.says("claim"), self.choose(1.8, 1.3, 1.9), self.choose(5.5, 7.0, 7.0)
        )
        self.cut(
            sets.wall(bare=True),
            sets.wall_dial(len(story.speed.seen) - 1),
            sets.names(),
            maker,
            posts,
            *tracks,
        )
        self.say(story.says("end"), FadeIn(*numbers))
        self.hold(0.6)
        self.play(FadeIn(sets.put("claim", claim_)))
        self.hold(3)

    def ending(self, hill: Parabola) -> VGroup:
        """Return where a hill's run ended."""
        name = "speed" if hill.name == "time" else hill.name
        number = self.story.reading(name, len(hill.seen) - 1)
        room = self.choose(1.6, 1.15, 1.8)
        words = self.numeral(number, "here", self.choose(2.2, 1.6, 2.0), room)
        return self.keep_in_frame(self.sets.put(hill.name, words))
