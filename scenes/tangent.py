"""One slope, three hills: speed, money and a plain number, and one straightedge for all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from manim import Animation, VGroup

from gdmath.decimals import exact
from gdmath.experiments import tangent
from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.tangent import SEEN
from scenes.figures.maker_poses import MAKER_POSES
from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.crates import CrateRow
from scenes.kit.hill_track import HillTrack, footprints
from scenes.kit.puppet import Act
from scenes.kit.room import make_room
from scenes.sets.tangent import TangentSets
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Tangent"]

MOST_PARTS = 12  # of an arrow that is divided


class Tangent(ShotFilm[tangent.Params]):
    """Three costs of article 002, and the tangent that serves them all."""

    slug = "tangent"
    title = "One slope, three hills"
    poster = "which way?"
    model = tangent.Params
    colours = tangent.run(tangent.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = tangent.run(self.params)
        self.sets = TangentSets(self, self.story)
        self.add(self.sets.scrim)
        self.which_way()
        self.how_fast()
        self.lay_the_tangent()
        self.turn_round_and_step()
        self.the_drive()
        self.how_many_pieces()
        self.a_plain_number()
        self.level_at_the_bottom()
        self.hush()

    def which_way(self) -> None:
        """The three toys at their starts, and one straightedge that is laid on each."""
        self.beat("which way?")
        sets, story = self.sets, self.story
        posts, tracks, names = sets.toys([float(hill.xs[0]) for hill in story.three])
        reach = self.choose(1.35, 0.8, 1.5)
        back = 0.55 * reach, 0.8 * reach, 0.55 * reach
        rules = [track.edge(track.at(), behind, reach, ghost=track is not tracks[1])
                 for track, behind in zip(tracks, back, strict=True)]  # fmt: skip
        maker, hands = sets.at_work(rules[1])
        laying = maker.pose
        self.cut(sets.wall(), sets.wall_dial(), names, maker, posts, *tracks, rules[1], hands)
        marks = [track.mark for track in tracks]
        self.say(story.says("question"),
                 Act(maker, laying.but(gaze=(-0.6, -0.5), mouth="hmm", head=-4.0)))  # fmt: skip
        self.hold(1)
        looks = laying, laying.but(gaze=(-0.7, -0.4)), laying.but(gaze=(0.8, -0.2), mouth="o")
        self.say(story.says("lay"), Act(maker, looks[0]))
        for number, look in zip((1, 0, 2), looks, strict=True):
            shown = [] if number == 1 else [rules[number]]
            self.play(FadeIn(*shown, sets.slope(story.three[number])), Act(maker, look))
            self.add(*marks)
            self.hold(0.4)
        self.say(story.says("answer"), Act(maker, laying.but(mouth="grin", gaze=(0.6, 0.0))))
        self.hold(1.6)

    def how_fast(self) -> None:
        """The road bends into the hill: what it costs to be too slow or too fast."""
        self.beat("speed")
        world, road, dial, scale = self.sets.road()
        road.bend.set_value(0.0)
        road.update()
        self.cut(world, road, dial, self.sets.wanted(dial), self.sets.needle(dial, 0), scale)
        self.say(self.story.says("speed"))
        self.hold(1.2)
        self.play(road.bend.animate.set_value(1.0), run_time=1.4)
        self.say(self.story.says("cost"), FadeIn(self.sets.height()))
        self.hold(1.4)

    def lay_the_tangent(self) -> None:
        """The edge under the wheels: how much it falls in a second is the slope."""
        self.beat("the slope")
        hill = self.story.speed
        world, track, rule, triangle = self.sets.near()
        self.cut(world, track, rule, track.mark)
        self.say(self.story.says("edge", hill))
        if hill.regime != "there":
            slope = self.story.reading("slope of time", 0)
            self.play(FadeIn(triangle, self.sets.told("slope", slope, "slope", 1.2)))
        self.hold(2)

    def turn_round_and_step(self) -> None:
        """The slope as an arrow along the bench; turned round, a part of it is the step."""
        self.beat("the step")
        story, hill = self.story, self.story.speed
        room, maker, axis, car = self.sets.beside_bench()
        x, slope = float(hill.xs[0]), float(hill.slopes[0])
        told, thick = self.sets.moves(hill), self.choose(0.5, 0.34, 0.45)
        uphill = axis_arrow(axis, x, x + slope, "gradient", thick, of="slope of time")
        if hill.regime == "there":
            self.cut(room, maker, car)
            self.say(story.says("turn", hill))
            self.hold(2)
            return
        self.cut(room, maker, uphill, told[0], car)
        turned = claim(uphill.copy(), axis, of="slope of time", x=np.array([x, x - slope]))
        self.hold(0.6)
        self.add(uphill.set_opacity(0.3), turned, car)
        self.say(story.says("turn", hill), turned.animate.stretch(-1, 0, about_point=axis.at(x)),
                 Act(maker, MAKER_POSES["pointing"]))  # fmt: skip
        self.hold(0.8)
        if not hill.moves:
            return
        rate, end = exact(hill.rate), x + float(hill.steps[0])
        step = axis_arrow(axis, x, end, "step", thick, of="step of time")
        shown: list[Animation] = [FadeIn(told[1])]
        if rate.denominator <= MOST_PARTS:
            parts = divided(axis, x, x - slope, rate.denominator, thick)
            shown += [FadeIn(parts), FadeOut(turned)]
        self.play(*shown)
        self.say(story.says("rated", hill), FadeIn(step, told[2]))
        pleased = maker.pose.but(eyes="happy", head=5.0)
        self.play(car.animate.shift(axis.at(end) - axis.at(x)), Act(maker, pleased))
        self.hold(1.8)

    def the_drive(self) -> None:
        """With each step the needle jumps."""
        self.beat("the drive")
        hill = self.story.speed
        world, road, dial, scale = self.sets.road()
        self.cut(world, scale, road, dial, self.sets.wanted(dial), self.sets.height())
        self.say(self.story.says("drive", hill))
        self.descend(hill, road, lambda step: self.sets.needle(dial, step))

    def how_many_pieces(self) -> None:
        """Crates are pieces and coins are what they cost: fewer, in many small steps."""
        self.beat("money")
        story, sets, hill = self.story, self.sets, self.story.money
        plate, maker, row = sets.factory()

        def told(step: int) -> VGroup:
            cost = sets.told("paid", story.reading("cost of pieces", step), "coins")
            return VGroup(sets.told("made", story.reading("pieces", step), "made"), cost)

        first = told(0)
        self.cut(plate, maker, row, first)
        self.say(story.says("money"))
        self.hold(1.4)
        self.say(story.says("back", hill), FadeOut(first))
        self.three_moves(hill, row, "patient")
        pleased = maker.pose.but(mouth="grin", eyes="happy", head=-6.0)
        self.descend(hill, row, told, *([Act(maker, pleased)] if hill.arrives else []))

    def a_plain_number(self) -> None:
        """A bead in a bowl: along the level arrow, and down to the curve."""
        self.beat("a plain number")
        story, hill = self.story, self.story.number
        world, bowl = self.sets.bowl()
        self.cut(world, bowl)
        self.say(story.says("plain"))
        self.hold(0.6)
        self.three_moves(hill, bowl, "flat")

        def told(step: int) -> VGroup:
            return self.sets.told("bead", story.reading("number", step), "number")

        self.descend(hill, bowl, told)

    def three_moves(self, hill: Parabola, track: HillTrack | CrateRow, line: str) -> None:
        """At the start the straightedge, its slope, the rate, and the step against the slope."""
        start = float(hill.xs[0])
        rule = track.edge(start, *self.choose((1.8, 1.1), (1.2, 0.6), (1.6, 0.8)))
        steps = hill.moves and len(hill.seen) > 1
        step = VGroup(track.step(start, float(hill.seen[1])) if steps else VGroup())
        told = make_room(self, self.sets.moves(hill), rule, step)
        self.play(FadeIn(rule, told[0]))
        self.hold(1)
        self.say(self.story.says(line, hill), FadeIn(step, *(told[1:] if hill.moves else [])))
        self.hold(1.4)
        self.play(FadeOut(rule, *told))

    def descend(
        self, hill: Parabola, track: HillTrack | CrateRow, told: Callable[[int], VGroup],
        *acts: Act,
    ) -> None:  # fmt: skip
        """The first steps one by one, then the rest; ``told`` is a number after so many steps."""
        seen, number = hill.seen.tolist(), make_room(self, told(0))
        self.add(number)
        for step, (start, end) in enumerate(pairwise(seen[: SEEN + 1]), 1):
            self.add(track.step(start, end))
            self.play(track.at.animate.set_value(end), FadeOut(number))
            number = make_room(self, told(step))
            self.play(FadeIn(number), run_time=0.4)
        if len(seen) > SEEN + 1:
            dots = footprints(track.axis, hill.name, track.point, seen)
            self.play(track.at.animate.set_value(seen[-1]), FadeOut(number), FadeIn(dots),
                      *acts, run_time=1.8)  # fmt: skip
            number = make_room(self, told(len(seen) - 1))
            count = make_room(self, self.sets.count(hill), number)
            self.play(FadeIn(number, count))
        self.hold(1.4)

    def level_at_the_bottom(self) -> None:
        """Car, crate and bead where their costs are least, and one straightedge under all."""
        self.beat("lay, turn, step")
        story, sets = self.story, self.sets
        posts, tracks, names = sets.toys([float(hill.seen[-1]) for hill in story.three], last=True)
        rule, maker, hands = sets.level(tracks)
        laying = maker.pose
        self.cut(sets.wall(last=True), names, maker, posts, rule, *tracks, hands)
        self.say(story.says("level"), Act(maker, laying.but(mouth="grin")))
        ends = VGroup(*[sets.ending(hill) for hill in story.three])
        self.play(FadeIn(ends))
        self.hold(1.2)
        proud = laying.but(mouth="grin", eyes="happy", gaze=(0.5, 0.2), head=4.0)
        self.say(story.says("end"), FadeIn(sets.claim()), Act(maker, proud))
        self.hold(3)
