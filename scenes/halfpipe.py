"""The half-pipe: the slope under your feet tells you which way, and how far."""

from __future__ import annotations

from typing import Any

from manim import DOWN, LEFT, RIGHT, VGroup

from gdmath.decimals import exact
from gdmath.experiments import halfpipe
from gdmath.experiments.reading import equals
from scenes.figures.poses import RIDER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.finger import column
from scenes.kit.puppet import Act
from scenes.kit.step import StepOnAxis
from scenes.kit.treads import stairs, trail
from scenes.kit.update import update_line
from scenes.places.snow import View, clap
from scenes.sets.halfpipe import OFF, HalfpipeSets, K, X
from scenes.stage.claims import Quantity
from scenes.stage.claims import claim as attest
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import dot
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Math, Words

__all__ = ["Halfpipe"]

TICK_CM = 5.0
SHORT = 3.3  # frame units: an arrow with room for its number alone


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
        self.side = self.sets.side
        self.add(self.sets.scrim())
        self.which_way()
        self.height_is_cost()
        self.the_board_is_the_needle()
        self.the_sign_turns_round()
        self.the_slope_is_twice_the_error()
        self.turned_round_a_part_is_the_step()
        if self.story.moves:
            self.less_steep_so_a_smaller_step()
        self.the_same_ride_in_a_mirror()
        self.which_way_and_how_far()
        self.hush()

    def speak(self, line: str, *with_it: Any) -> None:
        """Say what is true here."""
        self.say(self.story.says(line), *with_it)

    @property
    def here(self) -> Quantity:
        """A new tracker of the rider's position, at the start."""
        return Quantity("position", self.start)

    # -- 1 -----------------------------------------------------------------------------------

    def which_way(self) -> None:
        """A blindfolded rider on the wall, fog over the bottom, two ways to go."""
        self.beat("which way?")
        view, unit = self.sets.hook
        rider = self.sets.rider(view, self.here, "riding", unit)
        self.cut(view, rider, view.fog)
        self.speak("hook")
        self.play(Act(rider, RIDER_POSES["unsure"]), run_time=0.8)
        self.hold(0.8)
        words = self.label(self.story.says("which"), size=self.choose(2.9, 1.6, 2.5))
        words.move_to(self.sets.place("question"))
        self.asked = VGroup(words, view.ways(self.start))
        self.speak("feet", FadeIn(self.asked))
        self.hold(1.8)

    # -- 2 -----------------------------------------------------------------------------------

    def height_is_cost(self) -> None:
        """The snow's edge is the cost: a finger on the axis, a column up to it."""
        self.beat("height is cost")
        story, view = self.story, self.sets.measure
        at = Quantity("position", story.half_way)
        finger = self.sets.finger(view, at)
        name = self.label("cost ", Math("J"), role="cost", size=1.6)
        name.move_to(view.curve.point(story.mirror) + self.sets.place("cost"))
        self.keep_in_frame(name)
        self.play(FadeOut(self.asked), run_time=0.4)
        self.dissolve(view, view.ruled(TICK_CM), finger, view.fog)
        self.speak("height", FadeIn(name))
        tried = self._cost_at(story.half_way)
        self.play(FadeIn(tried), run_time=0.4)
        self.hold(0.6)
        self.play(FadeOut(tried), run_time=0.4)
        self.play(at.animate.set_value(self.start), run_time=1.2)
        self.play(FadeIn(self._cost_at(self.start)), run_time=0.4)
        self.hold(0.6)
        self.add(column(view.curve, self.start), finger)
        self.play(at.animate.set_value(story.mirror), run_time=1.2)
        _, number = self._cost_at(story.mirror)
        self.speak("same", FadeIn(number, view.level_line(self.start, story.mirror)))
        self.hold(1.6)

    def _cost_at(self, place: float) -> VGroup:
        """The numbers of a column: how high it is, and where."""
        view = self.sets.measure
        cost = self.numeral(self.story.at("cost", place), "cost", size=1.9)
        number = self.label(self.story.at("position", place), role="here", size=1.4)
        number.next_to(view.axis.at(place, -0.15), DOWN + LEFT, buff=0.2)
        self.keep_in_frame(number)
        return VGroup(self.sets.beside_column(cost, view, place), number)

    # -- 3 -----------------------------------------------------------------------------------

    def the_board_is_the_needle(self) -> None:
        """From near: the board tips from level on to the snow, and the ring fills."""
        self.beat("the board is the needle")
        story, at, across = self.story, self.here, -self.side * RIGHT
        far, unit = self.sets.hook
        self.cut(far, self.sets.rider(far, at, "unsure", unit), far.fog)
        self.speak("needle")
        view, unit, radius = self.sets.close
        rider = self.sets.rider(view, at, "unsure", unit)
        rider.level.set_value(0.0)
        rider.stand()
        meter = self.sets.meter(rider, radius, -self.side)
        here = dot(self.theme, "here", 0.14).move_to(view.curve.point(self.start))
        attest(here, view.axis, of="position", x=at)
        self.dissolve(view, meter, rider, here)
        level = self.label(story.at("slope", self.target), " ", story.says("level"), size=1.1)
        level.next_to(meter.beside(0.0, 1.1), across, buff=0.2)
        name = self.label(story.says("meter"), size=1.1).move_to(self.sets.place("meter"))
        where = self.label(story.at("position", self.start), role="here", size=1.7)
        where.next_to(here, DOWN, buff=0.35).shift(0.35 * self.side * RIGHT)
        self.play(FadeIn(level, name, where))
        self.play(rider.level.animate.set_value(1.0), run_time=1.2)
        size = self.choose(3.6, 2.3, 3.6)
        slope = self.numeral(story.reading("slope", 0), "gradient", size=size)
        named = VGroup(self.label("slope", role="gradient", size=1.4), slope)
        self.play(FadeIn(named.arrange(DOWN, buff=0.15).move_to(self.sets.place("slope"))))
        self.hold(0.8)
        self.speak("sign")
        self.hold(1.6)

    # -- 4 -----------------------------------------------------------------------------------

    def the_sign_turns_round(self) -> None:
        """A rope drags the rider across: the number goes through zero to its mirror."""
        self.beat("the sign turns round")
        story, at = self.story, self.here
        view, unit, radius = self.sets.both_walls
        rider = self.sets.rider(view, at, "riding", unit)
        number = self.sets.slope_now(view, at)
        self.cut(view, self.sets.meter(rider, radius, 1), rider, view.fog, number)
        self.speak("across", Act(rider, RIDER_POSES["towed"]))
        rope = rider.rope(self.sets.post)
        self.play(FadeIn(rope), run_time=0.4)
        self.play(at.animate.set_value(story.mirror), run_time=3.2)
        self.remove(rope)
        self.speak("turned", Act(rider, RIDER_POSES["unsure"]))
        self.hold(1.0)
        arrows = VGroup()
        for place in (self.start, story.mirror):
            up = story.slope_at(place)
            arrow = axis_arrow(view.axis, place, place + up, "gradient", 0.26, of="slope", off=OFF)
            slope = self.numeral(story.at("slope", place), "gradient", size=1.9)
            arrows.add(view.curve.drop(place), arrow, slope.next_to(arrow, DOWN, buff=0.1))
        self.remove(number)
        self.speak("mirrored", FadeIn(arrows))
        self.hold(1.6)

    # -- 5 -----------------------------------------------------------------------------------

    def the_slope_is_twice_the_error(self) -> None:
        """Five lines, each growing out of the one before; the bracket is the gap on the axis."""
        self.beat("twice the error")
        (view, unit), at = self.sets.formula, self.here
        rider, lines = self.sets.rider(view, at, "feeling", unit), self.sets.lines()
        x, k = (
            self.label(part, size=1.8).next_to(view.axis.at(place), DOWN, buff=0.55)
            for part, place in ((X, self.start), (K, self.target))
        )
        drop = view.curve.drop(self.start)
        self.cut(
            view, view.ruled(TICK_CM), view.fog, self.sets.veil_of(lines), rider, drop, view.stem()
        )
        self.speak("names", FadeIn(x, k, lines.lines[0]))
        self.hold(0.6)
        for number, line in enumerate(("square", "parts", "front", "twice"), start=1):
            self.speak(line)
            self.play(*lines.grow(number), run_time=0.8)
            self.add(lines.lines[number])
            self.hold(0.4)
        gap = self.label("error = ", X, " − ", K, size=self.choose(1.3, 0.9, 0.95))
        middle = view.axis.at((self.start + self.target) / 2, -0.3)
        gap.next_to(middle, DOWN, buff=self.choose(0.18, 0.18, 0.75))
        self.play(FadeIn(self.sets.error(view, at), gap))
        self.hold(1.4)
        share = self.choose(0.5 if self.side < 0 else 0.15, 0.15, 0.5)  # clear of the lines
        near = self.start + share * (self.target - self.start)
        self.speak("steep", FadeOut(x, drop, gap))
        self.play(at.animate.set_value(near), run_time=1.6)
        self.hold(0.8)

    # -- 6 -----------------------------------------------------------------------------------

    def turned_round_a_part_is_the_step(self) -> None:
        """The slope as an arrow uphill, turned round, and the learning rate's share of it."""
        self.beat("turn it round")
        story, (view, unit), at = self.story, self.sets.step, self.here
        rider = self.sets.rider(view, at, "feeling", unit)
        taken = StepOnAxis(
            self, view.axis, self.start, gradient=story.reading("slope", 0),
            step=story.reading("step", 0), rate=exact(story.rate.value), off=OFF, name="slope",
        )  # fmt: skip
        self.cut(view, view.ruled(TICK_CM), rider, view.fog, view.curve.drop(self.start))
        shown = [taken.gradient, taken.named]
        if taken.gradient.width < SHORT:
            taken.named.next_to(taken.gradient, DOWN, buff=0.1)
        else:
            uphill = self.label(story.says("uphill"), role="gradient", size=1.1)
            shown.append(uphill.move_to(self.sets.place("uphill")))
        self.speak("up", FadeIn(*shown))
        self.hold(1.2)
        turned, turning = taken.turn()
        self.speak("down")
        self.play(turning, run_time=1.2)
        if len(taken.parts) > 1:
            self.remove(turned)
            self.add(taken.parts)
        self.play(taken.gradient.animate.set_opacity(0.4), run_time=0.4)
        self.hold(0.4)
        part = self.label(*story.says("rate").rows[0], size=1.1)
        part.move_to(self.sets.place("part"))
        if story.rate.value >= 1:  # the step covers all of it
            self.remove(taken.parts, turned)
        self.speak("part", FadeIn(part, *([taken.step, taken.number] if story.moves else [])))
        self.hold(1.0)
        if not story.moves:
            return
        there, size = float(story.first.positions[1]), self.choose(2, 1.5, 1.7)
        before, after = story.reading("position", 0), story.reading("position", 1)
        line = update_line(self, before, story.reading("step", 0), after, size)
        self.keep_in_frame(line.move_to(self.sets.place("line")))
        self.play(FadeOut(taken.named, part))
        if self.layout.aspect != "1:1":  # there the sum takes its place
            law = self.label(*story.says("law").rows[0], size=self.choose(1.0, 1.2, 1.2))
            self.play(FadeIn(law.move_to(part)), run_time=0.4)
        self.add(view.curve.ghost(self.start, 0.14))
        self.speak("rode")
        slides, smiles = at.animate.set_value(there), Act(rider, RIDER_POSES["riding"])
        self.play(slides, smiles, FadeIn(line), FadeOut(taken.number), run_time=1.2)
        self.play(FadeIn(view.curve.drop(there)))
        self.hold(1.2)

    # -- 7 -----------------------------------------------------------------------------------

    def less_steep_so_a_smaller_step(self) -> None:
        """Step after step down the wall: each tread is exactly as wide as the step."""
        self.beat("stairs")
        story, (view, unit), at = self.story, self.sets.stairs, self.here
        positions = story.first.positions.tolist()
        rider = self.sets.rider(view, at, "crouching", unit)
        steps, shown = stairs(view.curve, positions, "position"), VGroup()
        self.cut(view, shown, rider, view.fog)
        number = VGroup()
        for step, stair in enumerate(steps):
            if step <= story.told and len(number):
                self.play(FadeOut(number), run_time=0.2)
            if step == min(1, len(steps) - 1):
                self.speak("stairs")
            shown.add(stair)
            moves = [at.animate.set_value(positions[step + 1]), FadeIn(stair)]
            if step < story.told:
                number = self.numeral(story.reading("step", step), "step", size=2)
                moves.append(FadeIn(number.move_to(self.sets.counter(view))))
            soon = 0.6 if story.changes_sides else 0.4  # who crosses the picture must not flicker
            self.play(*moves, run_time=0.8 if step < story.told else soon)
            self.add(rider, view.fog)  # above what has appeared
            self.hold(0.6 if step < story.told else 0)
        self.play(at.animate.set_value(positions[-1]), run_time=0.8)
        where = self.numeral(story.reading("last position", story.steps), "here", size=2)
        where.next_to(view.axis.at(positions[-1]), DOWN, buff=0.5)
        ends: list[Any] = [] if story.first.out_at else [FadeIn(self.keep_in_frame(where))]
        if number in self.mobjects:
            ends.append(FadeOut(number))
        self.speak("count", *ends)
        self.hold(1.4)

    # -- 8 -----------------------------------------------------------------------------------

    def the_same_ride_in_a_mirror(self) -> None:
        """A second rider starts on the other wall; both trails close like a zip."""
        self.beat("a second rider")
        story, (view, unit) = self.story, self.sets.whole(self.sets.hour)
        rides, riders = (story.first, story.second), self.sets.riders(view, unit)
        starts, trails, shown = VGroup(), [], VGroup()
        for ride, rider in zip(rides, riders, strict=True):
            name, places = rider.at.name, ride.positions.tolist()
            trails.append(trail(view.curve, places, name, -0.28))
            label = self.label(story.reading(name, 0), role="here", size=1.4)
            starts.add(label.next_to(view.axis.at(places[0]), DOWN, buff=0.72))
        self.cut(view, view.ruled(TICK_CM), shown, *riders, view.fog, starts)
        self.speak("second")
        self.hold(0.8)
        self.speak("both")
        ride_on = True  # until they meet in the fog
        for step in range(max(map(len, trails))):
            new = [steps[step] for steps in trails if step < len(steps)]
            shown.add(*new)
            moves: list[Any] = list(map(FadeIn, new))
            meet = not story.changes_sides and not self.sets.apart(view, step + 1)
            if ride_on and meet:
                moves.append(FadeOut(*riders))
            elif ride_on:
                moves += [
                    rider.at.animate.set_value(float(ride.positions[min(step + 1, ride.steps)]))
                    for rider, ride in zip(riders, rides, strict=True)
                ]
            ride_on = ride_on and not meet
            self.play(*moves, run_time=0.6 if step < 4 else 0.2)
            self.add(*(riders if ride_on else ()), view.fog)  # above what has appeared
        self.hold(1.0)

    # -- 9 -----------------------------------------------------------------------------------

    def which_way_and_how_far(self) -> None:
        """Day breaks and the fog lifts: there is the target, and here is the rule."""
        self.beat("which way, and how far")
        story, near = self.story, self.story.arrives
        at_last = self.sets.ending if near else self.sets.whole
        night, _ = at_last(self.sets.hour)
        view, unit = at_last(self.sets.morning)
        less = 1.0 if near else 0.78  # riders high on the walls stand beside the words
        riders = self.sets.riders(view, less * unit, ended=True)
        self.cut(view, view.ring, night, *riders, night.fog)
        self.speak("lift")
        self.play(FadeOut(night, night.fog), run_time=2.0)
        target = self.numeral(story.reading("target"), "target", size=1.6)
        target.next_to(view.axis.at(self.target), DOWN, buff=0.3)
        self.play(FadeIn(target, *self._last_places(view)), *(rider.sees() for rider in riders))
        self.hold(1.2)
        self.remove(*self._ends)
        rule = self.label(
            story.says("new"), " ", X, f" {equals(story.rate)} ", X, " − ",
            (story.rate, "step"), " · ", ("slope", "gradient"),
            size=less * self.choose(2.3, 1.5, 1.6),
        ).move_to(self.sets.place("claim"))  # fmt: skip
        meets = near and story.mirrored
        pose = RIDER_POSES["high five" if meets else "cheering" if near else "stopped"]
        self.speak("rule", FadeIn(rule), *(Act(rider, pose) for rider in riders))
        if meets:
            self.play(FadeIn(clap(*riders)), run_time=0.4)
        self.hold(1.4)
        rows = story.says("claim").rows
        claim = VGroup(*[self.label(*row, size=less * self.choose(1.7, 1.45, 1.5)) for row in rows])
        claim.arrange(DOWN, buff=0.2).move_to(self.sets.place("claim"))
        self.play(FadeOut(rule), run_time=0.4)
        self.play(FadeIn(claim))
        self.hold(3)

    def _last_places(self, view: View) -> list[Words]:
        """Where both riders have ended, if there is room for it beside the target."""
        self._ends = []
        for name, ride in (("last position", self.story.first),
                           ("second position", self.story.second)):  # fmt: skip
            place = float(ride.positions[-1])
            if ride.out_at is None and abs(place - self.target) * view.axis.unit > 1.0:
                words = self.label(self.story.reading(name, ride.steps), role="here", size=1.3)
                self._ends.append(words.next_to(view.axis.at(place), DOWN, buff=0.4))
        return self._ends
