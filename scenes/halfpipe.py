"""The half-pipe: the slope under your feet tells you which way, and how far."""

from __future__ import annotations

from typing import Any

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from gdmath.decimals import exact
from gdmath.experiments import halfpipe
from gdmath.experiments.reading import equals
from scenes.figures.poses import RIDER_POSES
from scenes.kit.finger import column
from scenes.kit.puppet import Act
from scenes.kit.room import make_room, spread
from scenes.kit.step import StepOnAxis
from scenes.kit.treads import stairs, trail
from scenes.places.snow import Rider, View, clap
from scenes.sets.halfpipe import HalfpipeSets, J, K, X
from scenes.stage.claims import Quantity, claim
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

    @property
    def here(self) -> Quantity:
        """A new tracker of the rider's position, at the start."""
        return Quantity("position", self.start)

    def which_way_and_how_far(self) -> None:
        """A blindfolded rider on the wall, fog over the bottom, two ways to go."""
        self.beat("which way, and how far?")
        view, rider = self.sets.shot("hook", "riding", self.here)
        self.cut(view, rider)
        self.speak("hook")
        self.play(Act(rider, RIDER_POSES["unsure"]), run_time=0.8)
        self.hold(0.8)
        size = self.choose(2.7, 1.6, 2.4)
        questions = [self.label(self.story.says(line), size=size) for line in ("which", "far")]
        VGroup(*questions).arrange(DOWN, aligned_edge=LEFT, buff=0.1)
        self.sets.put("question", VGroup(*questions))
        self.speak("feet", FadeIn(questions[0], view.ways(self.start, -1, 1)))
        self.hold(0.6)
        self.play(FadeIn(questions[1]))
        self.hold(1.2)

    def height_is_cost(self) -> None:
        """The snow's edge is the cost: a finger on the axis, a column up to it."""
        self.beat("height is cost")
        story, view = self.story, self.sets.measure()
        at = Quantity("position", story.half_way)
        finger = self.sets.finger(view, at)
        name = self.label("cost ", J, role="cost", size=1.6)
        name.move_to(view.curve.point(story.mirror) + self.sets.place("cost"))
        self.dissolve(view, view.ruled(TICK_CM), finger)
        self.speak("height", FadeIn(self.keep_in_frame(name)))
        self.hold(0.6)
        self.play(at.animate.set_value(self.start), run_time=1.2)
        cost = self.numeral(story.reading("cost", 0), "cost", size=self.choose(2.4, 1.4, 1.5))
        cost.next_to(view.axis.at(self.start, 0.55), LEFT, buff=0.35)
        here, across = (self._beside_finger(view, place) for place in (self.start, story.mirror))
        self.play(FadeIn(cost, here), run_time=0.4)
        self.hold(0.6)
        self.add(column(view.curve, self.start), finger)
        self.play(at.animate.set_value(story.mirror), run_time=1.2)
        self.speak("same", FadeIn(across, view.level_line(self.start, story.mirror)))
        self.hold(1.6)

    def _beside_finger(self, view: View, place: float) -> Words:
        """The number of a place, below the axis."""
        where = self.label(self.story.at("position", place), role="here", size=1.4)
        where.next_to(view.axis.at(place, -0.15), DOWN + LEFT, buff=0.2)
        return self.keep_in_frame(where)

    def the_board_is_the_needle(self) -> None:
        """From near: the board tips from level on to the snow, 1 cm across and so much down."""
        self.beat("the board is the needle")
        story = self.story
        view, rider, meter = self.sets.close(self.here)
        across = self.label(story.reading("way"), size=1.5)
        across.next_to(meter.at(0), UP, buff=0.2, aligned_edge=RIGHT)
        self.cut(view, meter, rider)
        self.speak("needle", FadeIn(across))
        self.hold(0.4)
        self.play(rider.level.animate.set_value(1.0), run_time=1.2)
        size = self.choose(3.6, 2.3, 2.6)
        room = self.sets.room("slope")
        slope = self.numeral(story.reading("slope", 0), "gradient", size, room)
        named = VGroup(self.label("slope", role="gradient", size=1.4), slope)
        named.arrange(DOWN, buff=0.15).move_to(self.sets.place("slope"))
        where = self.label(story.at("position", self.start), role="here", size=1.7)
        self.keep_in_frame(where.next_to(meter.middle, DOWN + LEFT, buff=0.4))
        self.play(FadeIn(spread(self, VGroup(named, where))))
        self.hold(0.8)
        self.speak("slope")
        self.hold(1.6)

    def the_sign_says_which_way(self) -> None:
        """A rope drags the rider across: the number goes through zero to its mirror."""
        self.beat("the sign says which way")
        story, at = self.story, self.here
        view, rider = self.sets.shot(
            "tow", "riding", at, orb=self.choose((0.655, 0.86), None, None)
        )
        meter, number = self.sets.meter(rider), self.sets.slope_now(at)
        left, right = (self.sets.felt(view, place) for place in (self.start, story.mirror))
        self.cut(view, meter, rider, number)
        self.speak("sign", FadeIn(view.ways(self.start, 1)))
        self.hold(0.6)
        self.speak("across", Act(rider, RIDER_POSES["towed"]))
        rope = rider.rope(self.sets.post)
        self.add(left, meter, rider, rope)
        self.play(at.animate.set_value(story.mirror), run_time=3.2)
        self.remove(rope, number, meter)
        self.add(right, rider)
        turns = Act(rider, RIDER_POSES["unsure"])
        self.speak("turned", FadeIn(view.ways(story.mirror, -1)), turns)
        self.hold(1.0)
        self.speak("answer")
        self.hold(1.0)

    def the_slope_is_twice_the_error(self) -> None:
        """Line after line, each growing out of the one before; the bracket is a gap on the axis."""
        self.beat("twice the error")
        at, lines = self.here, self.sets.lines()
        view, rider = self.sets.shot("formula", "feeling", at, orb=None, foggy=(0.55, 0.12))
        x, k = (
            self.label(part, size=1.8).next_to(view.axis.at(place), DOWN, buff=0.2)
            for part, place in ((X, self.start), (K, self.target))
        )
        self.cut(view, self.sets.veil_behind(lines), view.ruled(TICK_CM), rider,
                 view.curve.drop(self.start))  # fmt: skip
        self.speak("names", FadeIn(x, k, lines.lines[0]))
        self.hold(0.6)
        for number, line in enumerate(("square", "parts", "front"), start=1):
            self.speak(line)
            self.play(*lines.grow(number), run_time=0.8)
            self.add(lines.lines[number])
            self.hold(0.4)
            self.play(FadeOut(lines.lines[number - 1]), self.sets.move_up(lines, number))
        gap = self.label("error = ", X, " − ", K, size=1.2)
        gap.next_to(view.axis.at((self.start + self.target) / 2, self.sets.low), DOWN, buff=0.35)
        self.speak("twice", FadeIn(self.sets.error(view, at), gap))
        self.hold(1.0)
        for number in (4, 5):
            self.play(*lines.grow(number), run_time=0.8)
            self.add(lines.lines[number])
            self.hold(0.4)
        self.speak("felt")
        self.hold(1.4)

    def turned_round_a_part_is_the_step(self) -> None:
        """The slope as an arrow uphill, turned round, and the learning rate's share of it."""
        self.beat("turn it round")
        story, at = self.story, self.here
        view, rider = self.sets.step(at)
        taken = StepOnAxis(
            self, view.axis, self.start, gradient=story.reading("slope", 0),
            step=story.reading("step", 0), rate=exact(story.rate.value), off=self.sets.off,
            name="slope",
        )  # fmt: skip
        marks = VGroup(view.curve.drop(self.start))
        self.cut(view, view.ruled(TICK_CM), marks, rider)
        if self.layout.aspect != "16:9":  # the snow is too near above
            taken.named.next_to(taken.gradient, DOWN, buff=0.3, aligned_edge=LEFT)
        make_room(self, taken.named, taken.gradient)
        here = make_room(self, self._below(view, self.start), taken.gradient, taken.named)
        self.speak("up", FadeIn(taken.gradient, taken.named, here))
        self.hold(1.0)
        turned, turning = taken.turn()
        self.speak("down")
        self.play(turning, run_time=1.2)
        self.play(taken.gradient.animate.set_opacity(0.4), run_time=0.4)
        level = view.level_line(self.start, story.mirror)
        self.speak("whole", Act(rider, RIDER_POSES["crouching"]))
        self.play(at.animate.set_value(story.mirror), FadeIn(level), run_time=1.0)
        across = self._below(view, story.mirror)
        make_room(self, across, rider.take(RIDER_POSES["stopped"]))
        rider.take(RIDER_POSES["crouching"])
        marks.add(as_high := VGroup(view.curve.drop(story.mirror), across))
        self.play(FadeIn(as_high), Act(rider, RIDER_POSES["stopped"]))
        self.hold(1.0)
        self.play(at.animate.set_value(self.start), FadeOut(level, as_high), run_time=0.8)
        if len(taken.parts) > 1:
            self.add(taken.parts)
            self.remove(turned)
        if story.rate.value >= 1:  # the step covers all of it
            self.remove(taken.parts, turned)
        make_room(self, taken.number, taken.step)
        self.speak("part", FadeOut(here), FadeIn(taken.step, taken.number),
                   Act(rider, RIDER_POSES["feeling"]))  # fmt: skip
        self.hold(1.0)
        line, total = self.sets.sums()
        self.play(FadeOut(taken.number, taken.named), FadeIn(line))
        self.hold(1.2)
        there = float(story.heights[1])
        self.add(view.curve.ghost(self.start, 0.14))
        slides = at.animate.set_value(there)
        self.speak("rode")
        self.remove(line)
        self.play(slides, Act(rider, RIDER_POSES["riding"]), FadeIn(total), run_time=1.2)
        marks.add(drop := view.curve.drop(there))
        self.play(FadeIn(drop))
        self.hold(1.2)

    def _below(self, view: View, place: float) -> Words:
        """The number of a place, below the arrows on the axis."""
        words = self.label(self.story.at("position", place), role="here", size=1.3)
        return words.next_to(view.axis.at(place, self.sets.off), DOWN, buff=0.3)

    def less_steep_so_a_smaller_step(self) -> None:
        """Step after step down the wall: each tread is exactly as wide as the step."""
        self.beat("stairs")
        story, at = self.story, self.here
        places = story.heights.tolist()
        view, rider = self.sets.stairs(at)
        steps, shown = stairs(view.curve, places, "position"), VGroup()
        self.cut(view, shown, rider)
        said = VGroup()
        for step, stair in enumerate(steps):
            told = step < story.told
            if step in (min(1, len(steps) - 1), story.told):
                self.speak("kept" if step == story.told else "stairs")
            shown.add(stair)
            moves: list[Any] = [at.animate.set_value(places[step + 1]), FadeIn(stair)]
            if told:
                before, said = said, self.sets.shrunk(step)
                make_room(self, said, going=before)
                moves += [FadeOut(before), FadeIn(said)]
            # Who crosses the picture must not flicker.
            self.play(*moves, run_time=0.8 if told else 0.6 if story.changes_sides else 0.4)
            self.hold(0.8 if told else 0)
        self.play(at.animate.set_value(places[-1]), run_time=0.6)
        where = self.numeral(story.reading("last position", story.steps), "here", size=2)
        where.next_to(view.axis.at(places[-1]), DOWN, buff=0.4)
        self.speak("count", FadeOut(said))
        if not story.is_lost():
            self.play(FadeIn(make_room(self, self.keep_in_frame(where))))
        self.hold(1.4)

    def the_same_ride_in_a_mirror(self) -> None:
        """A second rider starts on the other wall; both trails close like a zip."""
        self.beat("a second rider")
        story, (view, unit) = self.story, self.sets.whole(self.sets.hour)
        rides, riders = (story, story.second), self.sets.riders(view, unit)
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
        story, sets, near = self.story, self.sets, self.story.arrives
        at_last = sets.ending if near else sets.whole
        (night, unit), (view, _) = at_last(sets.hour), at_last(sets.morning)
        riders = sets.riders(view, unit, ended=True)
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
        rule = self.label(
            story.says("new"), " ", X, f" {equals(story.rate)} ", X, " − ",
            (story.rate, "step"), " · ", ("slope", "gradient"), size=self.choose(2.3, 1.5, 1.6),
        ).move_to(sets.place("claim"))  # fmt: skip
        pose = RIDER_POSES["high five" if near else "stopped"]
        self.speak("rule", FadeIn(rule), *(Act(rider, pose) for rider in riders))
        if near:
            self.play(FadeIn(clap(*riders)), run_time=0.4)
        self.hold(2.0)
        told = self.headline(story.says("claim"), self.choose(1.7, 1.45, 1.5))
        self.play(FadeOut(rule, *ends), run_time=0.4)
        self.play(FadeIn(sets.put("claim", told)))
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
