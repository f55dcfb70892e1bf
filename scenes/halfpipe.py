"""The half-pipe: the slope under your feet tells you which way, and how far."""

from __future__ import annotations

from typing import Any

from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, MoveToTarget, ReplacementTransform, VGroup

from gdmath.decimals import exact
from gdmath.experiments import halfpipe
from scenes.figures.poses import RIDER_POSES
from scenes.kit.puppet import Act
from scenes.kit.room import make_room, spread
from scenes.kit.step import StepOnAxis
from scenes.kit.treads import stairs, trail
from scenes.places.snow import Rider, View, clap
from scenes.sets.halfpipe import HalfpipeSets, K, X
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["Halfpipe"]

TICK_CM = 5.0


class Halfpipe(ShotFilm[halfpipe.Params]):
    """A blindfolded rider in a half-pipe of snow feels the slope, and finds the bottom."""

    slug = "halfpipe"
    title = "Feel the slope"
    poster = "turn it round"
    model = halfpipe.Params
    colours = halfpipe.run(halfpipe.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the nine shots."""
        self.story = halfpipe.run(self.params)
        self.sets = HalfpipeSets(self, self.story)
        self.start, self.target = self.params.start_cm, self.params.target_cm
        self.add(self.sets.scrim())
        self.which_way_and_how_far()
        self.height_is_cost()
        self.the_board_is_the_needle()
        self.the_sign_says_which_way()
        self.the_slope_is_twice_the_error()
        self.turned_round_a_part_is_the_step()
        self.less_steep_so_a_smaller_step()
        self.the_same_ride_in_a_mirror()
        self.the_slope_told_them()
        self.hush()

    def speak(self, line: str, *with_it: Any) -> None:
        """Say what is true here."""
        self.say(self.story.says(line), *with_it)

    def which_way_and_how_far(self) -> None:
        """Two blindfolded riders on the walls, fog over the bottom, two ways to go."""
        self.beat("which way, and how far?")
        view, riders = self.sets.shot("hook", "riding", "crouching", orb=self.sets.moon)
        self.cut(view, *riders)
        self.speak("hook", Act(riders[0], RIDER_POSES["unsure"]))
        self.hold(1.0)
        size = self.choose(2.5, 1.5, 2.2)
        questions = [self.label(self.story.says(line), size=size) for line in ("which", "far")]
        way, edge = self.choose((DOWN, ORIGIN), (RIGHT, UP), (DOWN, ORIGIN))
        self.sets.put("question", VGroup(*questions).arrange(way, aligned_edge=edge))
        ways = [view.ways(place, -1, 1) for place in (self.start, self.story.mirror)]
        self.speak("feet", FadeIn(questions[0], *ways), Act(riders[1], RIDER_POSES["listening"]))
        self.hold(0.6)
        self.play(FadeIn(questions[1]))
        self.hold(1.2)

    def height_is_cost(self) -> None:
        """The snow's edge is the cost: as high as the miss of the bottom is squared."""
        self.beat("height is cost")
        mirror = self.story.mirror
        view, riders = self.sets.shot("cost", "listening", "unsure")
        columns = [view.curve.column(place) for place in (self.start, mirror)]
        names = [self._below(view, place, -0.15) for place in (self.start, mirror)]
        target = self.label(self.story.reading("target"), role="target", size=1.4)
        target.next_to(view.axis.at(self.target, -0.15), DOWN, buff=0.25)
        cost, (square, told) = self.sets.cost(view), self.sets.square(view)
        self.dissolve(view, view.ruled(TICK_CM), riders[0])
        self.speak("height", FadeIn(columns[0]))
        self.hold(1.2)
        square.generate_target()
        self.add(square.stretch(1e-3, 1, about_edge=DOWN), riders[0])  # who stands before it
        self.speak("squared", FadeIn(names[0], target), MoveToTarget(square, run_time=1.2))
        self.play(FadeOut(names[0], target), FadeIn(make_room(self, told)))
        self.hold(1.4)
        self.play(ReplacementTransform(square, columns[0].copy()), FadeOut(told), run_time=1.0)
        self.play(FadeIn(make_room(self, cost, riders[1]), names[0]))
        self.hold(0.4)
        level = view.level_line(self.start, mirror)
        self.speak("same", FadeIn(columns[1], names[1], level, riders[1]))
        self.hold(1.6)

    def _below(self, view: View, place: float, off: float) -> Words:
        """The number of a place, so far off the axis or what lies there."""
        words = self.label(self.story.at("position", place), role="here", size=1.4)
        return self.keep_in_frame(words.next_to(view.axis.at(place, off), DOWN, buff=0.25))

    def the_board_is_the_needle(self) -> None:
        """From near: the board tips from level on to the snow, and its slope is a number."""
        self.beat("the board is the needle")
        story = self.story
        view, rider, meter = self.sets.close()
        self.cut(view, meter, rider)
        self.speak("needle")
        self.hold(0.4)
        self.play(rider.level.animate.set_value(1.0), run_time=1.2)
        size, room = self.choose(4.0, 2.5, 2.8), self.sets.room("slope")
        slope = self.numeral(story.reading("slope", 0), "gradient", size, room)
        named = VGroup(self.label("slope", role="gradient", size=1.5), slope)
        named.arrange(DOWN, buff=0.15).move_to(self.sets.place("slope"))
        base = self.label(story.says("base"), size=1.3).next_to(meter.at(0), UP + LEFT, buff=0.12)
        where = self.label(story.at("position", self.start), role="here", size=1.7)
        self.keep_in_frame(where.next_to(meter.middle, DOWN + LEFT, buff=0.4))
        self.speak("slope", FadeIn(spread(self, VGroup(named, where, base))))
        self.hold(2.0)

    def the_sign_says_which_way(self) -> None:
        """One rider feels minus, the other one plus: each goes against the sign."""
        self.beat("the sign says which way")
        mirror = self.story.mirror
        view, riders = self.sets.shot("hook", "feeling", "unsure", orb=self.sets.moon)
        self.cut(view, *riders)
        left, right = (self.sets.felt(view, place) for place in (self.start, mirror))
        self.speak("sign", FadeIn(left))
        self.play(FadeIn(view.ways(self.start, 1)))
        self.hold(1.0)
        self.speak("turned", FadeIn(right), Act(riders[1], RIDER_POSES["startled"]))
        self.play(FadeIn(view.ways(mirror, -1)))
        self.hold(1.0)
        self.speak("answer", *(Act(rider, RIDER_POSES["crouching"]) for rider in riders))
        self.hold(1.4)

    def the_slope_is_twice_the_error(self) -> None:
        """Line after line, each growing out of the one before; the bracket is a gap on the axis."""
        self.beat("twice the error")
        lines = self.sets.lines()
        view, (rider,) = self.sets.shot("formula", "unsure", orb=None, foggy=(0.55, 0.12))
        x, k = (
            self.label(part, size=1.8).next_to(view.axis.at(place), DOWN, buff=0.2)
            for part, place in ((X, self.start), (K, self.target))
        )
        self.cut(view, self.sets.veil_behind(lines), view.ruled(TICK_CM), rider,
                 view.curve.drop(self.start))  # fmt: skip
        self.speak("names", FadeIn(x, k, lines.lines[0]))
        self.hold(0.6)
        for number, line in enumerate(("square", "parts"), start=1):
            self.speak(line)
            self.play(*lines.grow(number), run_time=0.8)
            self.add(lines.lines[number])
            self.hold(0.6)
        gap = self.label("error = ", X, " − ", K, size=1.4)
        gap.next_to(view.axis.at((self.start + self.target) / 2, self.sets.low), DOWN, buff=0.35)
        self.speak("twice", FadeIn(self.sets.error(view), gap))
        self.hold(1.0)
        self.speak("felt", Act(rider, RIDER_POSES["riding"]), FadeIn(lines.lines[3]))
        self.hold(1.6)

    def turned_round_a_part_is_the_step(self) -> None:
        """The slope as an arrow uphill, turned round, and the learning rate's share of it."""
        self.beat("turn it round")
        story = self.story
        view, rider = self.sets.step()
        taken = StepOnAxis(
            self, view.axis, self.start, gradient=story.reading("slope", 0),
            step=story.reading("step", 0), rate=exact(story.rate.value), off=self.sets.off,
            name="slope",
        )  # fmt: skip
        self.cut(view, view.ruled(TICK_CM), view.curve.drop(self.start), rider)
        if self.layout.aspect != "16:9":  # the snow is too near above
            taken.named.next_to(taken.gradient, DOWN, buff=0.3, aligned_edge=LEFT)
        make_room(self, taken.named, taken.gradient)
        here = self._below(view, self.start, self.sets.off)
        make_room(self, here, taken.gradient, taken.named)
        self.speak("up", FadeIn(taken.gradient, taken.named, here))
        self.hold(1.0)
        turned, turning = taken.turn()
        self.speak("down")
        self.play(turning, run_time=1.2)
        self.play(taken.gradient.animate.set_opacity(0.4), run_time=0.4)
        there = VGroup(view.level_line(self.start, story.mirror), view.curve.drop(story.mirror),
                       make_room(self, self._below(view, story.mirror, self.sets.off)))  # fmt: skip
        self.speak("whole", rider.at.animate.set_value(story.mirror), FadeIn(there))
        self.play(Act(rider, RIDER_POSES["startled"]))
        self.hold(1.2)
        self.play(FadeOut(there, here), rider.at.animate.set_value(self.start),
                  Act(rider, RIDER_POSES["feeling"]), run_time=0.8)  # fmt: skip
        if len(taken.parts) > 1:
            self.add(taken.parts)
            self.remove(turned)
        if story.rate.value >= 1:  # the step covers all of it
            self.remove(taken.parts, turned)
        make_room(self, taken.number, taken.step)
        self.speak("part", FadeIn(taken.step, taken.number), Act(rider, RIDER_POSES["crouching"]))
        self.hold(1.0)
        lands = float(story.heights[1])
        self.add(view.curve.ghost(self.start, 0.14))
        slides = rider.at.animate.set_value(lands)
        self.speak("rode")
        self.play(slides, Act(rider, RIDER_POSES["riding"]), run_time=1.2)
        self.play(FadeOut(taken.number, taken.named),
                  FadeIn(view.curve.drop(lands), make_room(self, self.sets.sum())))  # fmt: skip
        self.hold(1.2)

    def less_steep_so_a_smaller_step(self) -> None:
        """Step after step down the wall: each tread is exactly as wide as the step."""
        self.beat("stairs")
        story, places = self.story, self.story.heights.tolist()
        view, rider = self.sets.stairs()
        steps, shown, said = stairs(view.curve, places, "position"), VGroup(), VGroup()
        self.cut(view, shown, rider)
        for step, stair in enumerate(steps):
            moves: list[Any] = [rider.at.animate.set_value(places[step + 1]), FadeIn(stair)]
            if step == min(1, len(steps) - 1):
                self.speak("stairs")
            if step < story.told:
                before, said = said, self.sets.reckoned(step)
                make_room(self, said, stair, going=before)
                self.play(FadeOut(before), FadeIn(said), Act(rider, RIDER_POSES["feeling"]))
                self.hold(0.8)
                moves.append(Act(rider, RIDER_POSES["crouching"]))
            elif step == story.told:
                moves.append(FadeOut(said))
            shown.add(stair)
            # Who crosses the picture must not flicker.
            self.play(*moves, run_time=0.6 if step < story.told or story.changes_sides else 0.4)
        moves = [FadeOut(said)] if len(steps) <= story.told else []
        self.play(rider.at.animate.set_value(places[-1]), *moves, run_time=0.6)
        where = self.numeral(story.reading("last position", story.steps), "here", size=2)
        where.next_to(view.axis.at(places[-1]), DOWN, buff=0.4)
        self.speak("count", Act(rider, RIDER_POSES["cheering" if story.arrives else "startled"]))
        if not story.is_lost():
            self.play(FadeIn(make_room(self, self.keep_in_frame(where))))
        self.hold(1.4)

    def the_same_ride_in_a_mirror(self) -> None:
        """Both riders go at once; their trails close like a zip."""
        self.beat("a second rider")
        story, (view, unit) = self.story, self.sets.whole(self.sets.hour)
        rides, riders = (story, story.second), self.sets.riders(view, unit, "riding", "crouching")
        starts, shown, trails = VGroup(), VGroup(), []
        for ride, rider in zip(rides, riders, strict=True):
            name, places = rider.at.name, ride.heights.tolist()
            trails.append(trail(view.curve, places, name, -0.28))
            label = self.label(story.reading(name, 0), role="here", size=1.4)
            starts.add(label.next_to(view.axis.at(places[0]), DOWN, buff=0.72))
        self.cut(view, view.ruled(TICK_CM), shown, *riders, starts)
        self.speak("second")
        self.hold(0.8)
        self.speak("both")
        for step in range(min(map(len, trails))):
            if story.arrives and not self.sets.apart(view, step + 1):
                break  # they are seen from near, where they have ended
            moves = [rider.at.animate.set_value(float(ride.heights[step + 1]))
                     for rider, ride in zip(riders, rides, strict=True)]  # fmt: skip
            shown.add(new := VGroup(*(steps[step] for steps in trails)))
            self.play(*moves, FadeIn(new), run_time=0.6 if step < 4 else 0.4)
        self.hold(0.6)

    def the_slope_told_them(self) -> None:
        """Day breaks and the fog lifts: there is the target, and here is the rule."""
        self.beat("the slope tells you")
        story, sets = self.story, self.sets
        (night, unit), (view, _) = sets.ending(sets.hour), sets.ending(sets.morning)
        riders = sets.riders(view, unit, "riding", "feeling", step=-1)
        self.dissolve(night, *riders)
        self.cut(view, night, *riders)
        self.speak("lift", FadeOut(night))
        self.hold(0.6)
        target = self.numeral(story.reading("target"), "target", self.choose(1.6, 1.3, 1.6))
        target.next_to(view.axis.at(self.target), DOWN, buff=0.35)
        claim(target, view.axis, of="target", x=self.target)
        ends = spread(self, VGroup(*self._last_places(view)), target)
        self.play(FadeIn(target, *ends), *map(Rider.sees, riders))
        self.hold(1.4)
        said = make_room(self, sets.claim())
        rule = make_room(self, sets.rule(said), said)
        self.speak("rule", FadeIn(rule))
        if story.arrives:
            self.play(*(Act(rider, RIDER_POSES["high five"]) for rider in riders))
            self.play(FadeIn(clap(*riders)), run_time=0.4)
        self.hold(1.6)
        self.play(FadeIn(said))
        self.speak("descent")
        self.hold(2.4)

    def _last_places(self, view: View) -> list[Words]:
        """Where both riders have ended, if there is room for it beside the target."""
        ends = []
        for name, ride in (("last position", self.story), ("second position", self.story.second)):
            place = float(ride.heights[-1])
            if not ride.is_lost() and abs(place - self.target) * view.axis.unit > 1.0:
                words = self.label(
                    self.story.reading(name, ride.steps),
                    role="here",
                    size=self.choose(1.3, 1.0, 1.3),
                )
                words.next_to(view.axis.at(place), DOWN, buff=0.4)
                ends.append(claim(words, view.axis, of=name, x=place))
        return ends
