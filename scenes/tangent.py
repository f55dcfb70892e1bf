"""One slope, three hills: speed, money and a plain number, and one straightedge for all."""

from __future__ import annotations

from typing import Any

from manim import Group

from gdmath.experiments import tangent
from gdmath.experiments._common.hill_says import SEEN, is_close_by_now
from scenes.figures.maker_poses import MAKER_POSES
from scenes.kit.hill_run import HillRun
from scenes.kit.laying import Held, keep_laying
from scenes.kit.puppet import Act
from scenes.kit.turned import TurnedSlope
from scenes.sets.tangent import TangentSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Tangent"]

SWINGS = 2  # from side to side that are seen at once


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
        """A car on a track, and the straightedge whose tilt tells the way."""
        self.beat("which way?")
        sets, story, hill = self.sets, self.story, self.story.speed
        stands, track, (rule, maker, hands) = sets.on_bench(hill)
        laying = maker.pose
        maker.take(MAKER_POSES["wondering"])
        self.cut(stands, sets.waiting(), track)
        self.add(sets.question(hill))
        self.say(story.says("three"))
        self.hold(1.6)
        self.say(story.says("lay"), FadeIn(rule), Act(maker, laying))
        self.add(hands)
        self.hold(1.6)
        start, bottom = float(hill.seen[0]), float(hill.bottom)
        reach = self.choose(1.3, 0.8, 1.0)
        half, level = (track.edge(start + share * (bottom - start), reach, reach, ghost=True)
                       for share in (0.5, 1.0))  # fmt: skip
        self.play(FadeIn(half), Act(maker, laying.but(mouth="o")))
        self.add(track, hands)
        self.say(story.says("answer"), FadeIn(level), Act(maker, laying.but(mouth="smile")))
        self.add(track, hands)
        self.hold(2)

    def how_fast(self) -> None:
        """The road bends into the hill: what it costs to be too slow or too fast."""
        self.beat("speed")
        world, road, dial, scale = self.sets.road()
        road.bend.set_value(0.0)
        road.update()
        self.cut(world, road, dial, scale)
        self.add(self.sets.dialled(road, dial))
        self.say(self.story.says("pedal"))
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
            self.play(FadeIn(triangle))
        self.hold(2)

    def turn_round_and_step(self) -> None:
        """The slope as an arrow along the bench; turned round, a part of it is the step."""
        self.beat("the step")
        story, hill = self.story, self.story.speed
        room, maker, axis, car = self.sets.beside_bench()
        if hill.regime == "there":
            self.cut(room, maker, car)
            self.say(story.says("turn", hill))
            self.hold(2)
            return
        arrows = TurnedSlope(axis, hill, self.choose(0.62, 0.4, 0.55))
        self.cut(room, maker, arrows.uphill, car)
        steep = self.sets.slope(hill)
        self.play(FadeIn(steep))
        self.add(arrows.uphill.set_opacity(0.3), arrows.turned, car)
        self.say(story.says("turn", hill), arrows.turn(), Act(maker, MAKER_POSES["pointing"]))
        self.hold(0.8)
        if not hill.moves:
            return
        told = self.sets.moves(hill, steep)
        self.say(story.says("rated", hill), FadeOut(steep), *arrows.part())
        self.play(FadeIn(arrows.step, told))
        pleased = maker.pose.but(eyes="happy", head=5.0)
        self.play(car.animate.shift(arrows.way), Act(maker, pleased))
        self.hold(1.8)

    def the_drive(self) -> None:
        """With each step the needle jumps."""
        self.beat("the drive")
        world, road, dial, scale = self.sets.road()
        self.cut(world, scale, road, dial, self.sets.height())
        self.add(self.sets.dialled(road, dial))
        self.count(road, {"step number": "steps"})
        self.first_steps(road)
        if not is_close_by_now(self.story, road.hill):
            self.rest(road)

    def how_many_pieces(self) -> None:
        """Crates are pieces and coins are what they cost: fewer, in many small steps."""
        self.beat("money")
        story, sets, hill = self.story, self.sets, self.story.money
        told = {"pieces": "pieces", "cost of pieces": "coins"}
        world, row, maker = sets.factory()
        self.cut(world, maker, row, sets.best(row))
        self.count(row, told)
        self.say(story.says("money"))
        self.hold(1.4)
        self.say(story.says("tower"), Act(maker, maker.pose.but(gaze=(0.8, 0.6), head=8.0)))
        self.hold(1.4)
        self.three_moves("back", *sets.tower())
        if not hill.moves:
            return
        self.cut(world, maker, row)
        row.done.set_value(min(SEEN, row.last))
        self.count(row, told | {"step number": "steps"})
        if hill.arrives:
            maker.take(MAKER_POSES["carrying"])
            self.add(sets.carried(maker))
        self.rest(row)

    def a_plain_number(self) -> None:
        """A marble in a glass bowl: along the level arrow, and down to the curve."""
        self.beat("a plain number")
        stands, bowl, held = self.sets.on_bench(self.story.number)
        self.three_moves("plain", stands, bowl, held)
        pleased = held.maker.pose.but(mouth="grin", eyes="happy", gaze=(-0.5, -0.6))
        self.rest(bowl, *([Act(held.maker, pleased)] if bowl.hill.arrives else []))

    def three_moves(self, line: str, room: Group, track: HillRun, held: Held) -> None:
        """The straightedge, its slope, and minus the rate's share of it: at the start, then on."""
        hill, (rule, maker, hands) = track.hill, held
        self.cut(room, track, rule, hands)
        self.say(self.story.says(line, hill), Act(maker, maker.pose.but(mouth="smile")))
        steps = track.first_steps()
        steep = self.sets.slope(hill, rule, steps)
        self.play(FadeIn(steep))
        self.hold(1.4)
        if hill.moves:
            told = self.sets.moves(hill, steep, rule, steps)
            self.play(FadeOut(steep), *map(FadeIn, steps[:1]))
            self.play(FadeIn(told))
            self.hold(1.8)
            self.play(FadeOut(told))
            keep_laying(track, *held)
        else:
            self.play(FadeOut(steep))
        if hill is self.story.number:
            self.count(track, {"number": "number", "step number": "steps"})
        self.first_steps(track)

    def count(self, track: HillRun, names: dict[str, str]) -> None:
        """Show numbers of a run, which change along with it."""
        self.add(self.sets.told(track, names, *track.first_steps()))

    def first_steps(self, track: HillRun) -> None:
        """The first steps, one by one; what they come to is said with the last."""
        said = self.story.says("first", track.hill)
        for number, step in enumerate(track.first_steps(), 1):
            self.add(step)
            go = track.done.animate.set_value(number)
            if number == min(SEEN, track.last):
                self.say(said, go)
            else:
                self.play(go)
            self.hold(0.6)
        if not track.last:
            self.say(said)

    def rest(self, track: HillRun, *acts: Any) -> None:
        """The other steps, fast, with a dot for each, up to where nobody sees them any more."""
        if track.last > SEEN:
            glides = track.hill.regime == "glide"
            if acts:
                self.play(*acts)
            if glides:
                self.say(self.story.says("rest", track.hill))
            self.add(track.footprints())
            end = track.hill.there if glides else min(track.last, SEEN + SWINGS)  # else it flickers
            self.play(track.done.animate.set_value(end), run_time=2.4 if end < 20 else 4.0)
        self.hold(1.6)

    def level_at_the_bottom(self) -> None:
        """Car, crate and marble where their costs are least, and one straightedge under all."""
        self.beat("lay, turn, step")
        story, sets = self.story, self.sets
        room, tracks, rule, maker, hands = sets.three()
        self.cut(room, rule, *tracks, hands)
        ends = sets.endings(tracks)
        self.say(story.says("level"), FadeIn(ends), Act(maker, maker.pose.but(mouth="grin")))
        self.hold(2)
        self.remove(hands)
        self.say(story.says("end"), FadeOut(ends), Act(maker, MAKER_POSES["grinning"]))
        self.play(FadeIn(sets.claim()))
        self.hold(3)
