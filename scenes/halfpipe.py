"""Feel the slope: what lies under your feet tells you which way to go, and how far."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import (
    DOWN,
    UP,
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    ReplacementTransform,
    Succession,
    ValueTracker,
    VGroup,
    linear,
    smooth,
)

from gdmath.experiments import halfpipe
from gdmath.experiments.halfpipe import Halfpipe as Story
from gdmath.experiments.halfpipe import Step
from gdmath.experiments.regime import Regime
from scenes.props.halfpipe_gauge import TiltOMeter
from scenes.props.halfpipe_marks import ArrowField, Finger, Lane, Marks, Tow
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_progress import Progress, eased, verdict
from scenes.props.halfpipe_rider import FEEL, JOY, PULLED, RIDE
from scenes.stage.board import Board, BoardLine
from scenes.stage.derivation import Derivation, Term
from scenes.stage.film import Film
from scenes.stage.marks import Arrow
from scenes.stage.plot import nice_ticks
from scenes.stage.layout import Zone
from scenes.stage.tracking import Follower
from scenes.stage.words import Math, Part

__all__ = ["Halfpipe"]

BACK_LANE = 0.62  # where the second rider rides, from the near edge of the pipe to the far one

ALL_STEPS: dict[Regime, str] = {
    "there": "Far away you take big steps, near the bottom small ones.",
    "still": "Times a learning rate of zero: no step, however steep.",
    "glide": "Far away you take big steps, near the bottom small ones.",
    "hit": "From everywhere, the step ends right on the bottom.",
    "alternate": "These steps lead across the bottom, but not as far up.",
    "bounce": "These steps lead across the bottom, and just as far up.",
    "diverge": "These steps lead across the bottom, and further up.",
}
AFTER_ONE_STEP: dict[Regime, str] = {
    "there": "No slope, no step: you are there.",
    "still": "A learning rate of zero: no step at all.",
    "glide": "Lower, and not so steep any more.",
    "hit": "One step, and you are there.",
    "alternate": "Across the bottom! But lower than before.",
    "bounce": "Across the bottom, and just as high.",
    "diverge": "Across the bottom, and higher than before!",
}
SWEPT: dict[Regime, str] = {
    "there": "Where the snow is flat, the rider stays.",
    "still": "Without a learning rate, nobody moves.",
    "glide": "The slope fades, and so do the steps.",
    "hit": "Exactly half the slope: one step is enough.",
    "alternate": "From side to side, and lower each time.",
    "bounce": "From side to side, for ever.",
    "diverge": "Each step is longer than the last.",
}


class Halfpipe(Film[halfpipe.Params]):
    """A blindfolded rider stands on the cost, feels its slope, and follows it down."""

    slug = "halfpipe"
    title = "Feel the slope"
    claim = "The slope under your feet tells you the direction, and how far to go."
    model = halfpipe.Params

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        self.story: Story = halfpipe.run(self.params)
        self.pipe = Pipe(self.story, self.layout, self.theme)
        self.here = Follower(self.story.tour[0])
        self.marks = Marks(self.pipe, self.here, self.theme)
        self.lane = Lane(self.pipe, self.story, self.theme)
        self.dial_zone, self.board_zone = self.layout.rail_parts(0.47, 0.53)
        self.show_title()
        self.the_cost_is_a_half_pipe()
        self.a_rider_feels_the_tilt()
        self.the_tilt_o_meter_shows_the_slope()
        self.the_slope_is_twice_the_error()
        self.steep_far_away_gentle_near()
        self.the_ride()
        self.at_the_bottom()
        self.hush()

    # -- 1 -----------------------------------------------------------------------------------

    def the_cost_is_a_half_pipe(self) -> None:
        """The cost of every position is the height of the snow above it."""
        pipe, story = self.pipe, self.story
        self.beat("the half-pipe")
        self.add(pipe.snow[0], pipe.plot)
        rows = self.layout.rail.rows((1, 1, 1, 1, 1), 0)
        self.tall = min(1.3 * self.layout.body, 0.6 * rows[0].height)
        formula = self._costs_line(
            rows[0], (Math("J"), "cost"), " = (", (Math("x"), "here"), " \N{MINUS SIGN} ",
            (story.target.operand, "target"), ")", Math('""^2'),
        )  # fmt: skip
        self.say("Every position x has its cost J.", FadeIn(formula, pipe.target))
        self.play(Create(pipe.curve), run_time=1.4)
        snow = VGroup(*pipe.snow[1:])
        self.say("Drawn in snow, it is a half-pipe.", FadeIn(snow))
        self.add(pipe.curve)
        finger = Finger(pipe, self.marks, self.theme)
        self.bring_to_front(finger.bar)
        self.say(
            "Put a finger on the axis, and read the cost above it.",
            FadeIn(finger.hand, finger.bar, finger.cost, self.marks.number),
            self.marks.light.animate.set_value(1),
        )
        lines, bars = VGroup(), VGroup()
        for number, position in enumerate(story.tour):
            if number:
                self.play(self.here.animate.set_value(position), run_time=1.0)
            bars.add(finger.ghost())
            self.add(bars[-1], finger.bar, finger.hand)
            lines.add(
                self._costs_line(
                    rows[number + 1], (story.position(position), "here"), " costs ",
                    (story.cost(position), "cost"),
                )
            )  # fmt: skip
            self.play(FadeIn(lines[-1]), run_time=0.4)
            self.hold(0.4)
        self.say("As far to the left or to the right: the same cost.", self._level())
        self.hold(0.8)
        self.leave(formula, lines, bars, finger.hand, finger.bar, finger.cost, self.level)

    def _costs_line(self, row: Zone, *parts: Part) -> BoardLine:
        """A line on the rail, as large as five of them may be."""
        board = Board(row, self.layout, self.theme)
        return board.line(0, *parts, size=self.tall, name="cost of a position")

    def _level(self) -> Create:
        left, _, _, right = self.story.tour
        self.level = self.pipe.level_line(left, right)
        return Create(self.level)

    # -- 2 -----------------------------------------------------------------------------------

    def a_rider_feels_the_tilt(self) -> None:
        """The rider sees nothing, but feels which way the snow tilts."""
        story, pipe = self.story, self.pipe
        self.beat("the rider")
        self.say(
            "Picture yourself on a snowboard.", self.marks.light.animate.set_value(0),
        )  # fmt: skip
        self.here.set_value(story.params.start_cm)
        self.rider = pipe.rider(story.first, self.here, "rider", 0.0)
        self.play(FadeIn(self.rider, shift=0.5 * DOWN), FadeIn(self.marks.drop))
        self.play(self.marks.light.animate.set_value(1), run_time=0.4)
        self.say("You are blindfolded, but your feet feel the tilt.", Create(self.marks.tangent))
        self.bring_to_front(self.rider)
        self.play(self.rider.into(FEEL), run_time=0.8)
        guesses, question = self._guesses()
        self.say("Which way is the bottom?", FadeIn(guesses, question))
        self.hold(2.0)
        self._answer(guesses, question)

    def _guesses(self) -> tuple[VGroup, Any]:
        """Two arrows along the snow, and a question mark."""
        size = self.pipe.rider_height
        foot = self.rider.footing()
        along = np.array([np.cos(foot.angle), np.sin(foot.angle), 0])
        normal = np.array([-along[1], along[0], 0])
        start = foot.place + 0.2 * size * normal
        arrows = VGroup(
            *(
                Arrow(self.theme, "step", 0.1, name=name).between(
                    start + side * 0.36 * size * along, start + side * 0.78 * size * along
                )
                for side, name in ((-1, "left?"), (1, "right?"))
            )
        )
        question = self.words("?", size=1.6 * self.layout.body, bold=True, name="question")
        side = 1.0 if self.rider.facing() >= 0 else -1.0
        return arrows, question.move_to(self.rider.face + np.array([0.34 * side * size, 0, 0]))

    def _answer(self, guesses: VGroup, question: Any) -> None:
        miss = self.story.first.miss
        if miss == 0:
            self.say("Neither: here the snow is flat.", FadeOut(guesses, question))
            self.play(self.rider.into(RIDE))
            return
        wrong, right = guesses if miss < 0 else guesses[::-1]
        way = "right" if miss < 0 else "left"
        self.say(f"It tilts down to the {way}: go {way}.", FadeOut(wrong, question))
        self.play(self.rider.into(RIDE))
        self.leave(right)

    # -- 3 -----------------------------------------------------------------------------------

    def the_tilt_o_meter_shows_the_slope(self) -> None:
        """Minus: it goes down to the right; plus: to the left."""
        story, pipe = self.story, self.pipe
        self.beat("the tilt-o-meter")
        self.gauge = TiltOMeter(
            self.dial_zone,
            lambda: story.slope(self.here.get_value()),
            pipe.tilt,
            [story.slope_tick(v) for v in nice_ticks(-story.steepest, story.steepest, 7)],
            self.theme,
            self.layout.small,
        )
        self.say("A tilt-o-meter shows the tilt as a number: the slope.", FadeIn(self.gauge))
        self.hold(0.6)
        board = Board(self.board_zone, self.layout, self.theme)
        minus = board.line(0.2, ("slope \N{MINUS SIGN}", "gradient"), ": go right")
        plus = board.line(1.2, ("slope +", "gradient"), ": go left")
        first, other = (minus, plus) if story.first.miss < 0 else (plus, minus)
        if story.first.miss == 0:
            self.say("At zero there is nothing to do.")
        else:
            sign = "Minus" if story.first.miss < 0 else "Plus"
            way = "right" if story.first.miss < 0 else "left"
            self.say(f"{sign}: the snow goes down to the {way}.", FadeIn(first))
        self.hold(0.6)
        self._pull_across()
        missing = other if story.first.miss else VGroup(minus, plus)
        self.say("On the other side the sign turns round.", FadeIn(missing))
        self.hold(1.0)
        self.leave(minus, plus, self.gauge, self.marks.tangent)

    def _pull_across(self) -> None:
        """A rope pulls the rider through the bottom, and the needle swings."""
        goal = self.story.other_side
        tow = Tow(self.pipe, self.rider, goal > self.story.params.target_cm, self.theme)
        self.say("A rope pulls you across.", FadeIn(tow.post), self.rider.into(PULLED))
        self.play(Create(tow.rope), run_time=0.4)
        self.play(self.here.animate.set_value(goal), run_time=2.4)
        self.play(FadeOut(tow.rope, tow.post), self.rider.into(RIDE))

    # -- 4 -----------------------------------------------------------------------------------

    def the_slope_is_twice_the_error(self) -> None:
        """The article's lines, each growing out of the one before."""
        self.beat("the slope as a formula")
        lines = Derivation(self._derivation(), self.layout.rail, self.layout, self.theme)
        error = self.lane.error(self.here.get_value())
        self.say("Work the slope out: you are at x, the target is k.", FadeIn(error[1]))
        self.play(FadeIn(lines.lines[0]), FadeIn(error[0]))
        for number, text in (
            (1, "Multiply the square out."),
            (2, "Take the slope of each part. What does not change with x goes."),
            (3, "Put the two in front."),
            (4, "The bracket is the error: the slope is twice the error."),
        ):
            dimmed = lines.lost(number - 1) if number == 2 else VGroup()
            self.say(text)
            if len(dimmed):
                self.play(dimmed.animate.set_color(self.theme.ink("quiet")), run_time=0.4)
            self.play(*lines.grow(number), run_time=1.2)
            self.add(lines.lines[number])
            self.hold(0.6)
        self.hold(0.6)
        self.leave(*lines.lines, error)

    @staticmethod
    def _derivation() -> list[list[Term]]:
        """J, multiplied out, then its slope. Keys say which part becomes which."""
        cost, slope = Term((Math("J"), "cost"), "J"), Term((Math("J'"), "gradient"), "J'", ("J",))
        equals, less = Term(" = ", "="), Term(" \N{MINUS SIGN} ", "-")
        x, k = Term((Math("x"), "here"), "x"), Term((Math("k"), "target"), "k")
        opened, closed = Term("(", "("), Term(")", ")")
        two, square = Term("2", "2"), Term(Math('""^2'), "sq")
        return [
            [cost, equals, opened, x, less, k, closed, square],
            [
                cost, equals, x, square, less, Term("2", "2", ("sq",)), k,
                Term((Math("x"), "here"), "x·", ("x",)), Term(" + ", "+", ("-",)),
                Term((Math("k"), "target"), "k²", ("k",)), Term(Math('""^2'), "k sq", ("sq",)),
            ],
            [slope, equals, Term("2", "2x", ("sq",)), x, less, two, k],
            [
                Term((Math("J'"), "gradient"), "J'"), equals, Term("2", "2", ("2x", "2")),
                Term(" (", "(", ("none",)), x, less, k, Term(")", ")", ("none",)),
            ],
            [
                Term(("slope", "gradient"), "J'"), equals, Term("2 · ", "2"),
                Term(("error", "gradient"), "error", ("(", "x", "-", "k", ")")),
            ],
        ]  # fmt: skip

    # -- 5 -----------------------------------------------------------------------------------

    def steep_far_away_gentle_near(self) -> None:
        """A step is a part of the slope: long where it is steep, short where it is gentle."""
        story, marks = self.story, self.marks
        self.beat("steep far, gentle near")
        self.say(
            "Far from the bottom it is steep, near it gentle.",
            FadeOut(self.rider, marks.drop), marks.light.animate.set_value(0),
        )  # fmt: skip
        self.here.set_value(story.params.left_cm)
        self.play(FadeIn(self.gauge, marks.dot, marks.tangent))
        self.board = Board(self.board_zone, self.layout, self.theme)
        rule = self.board.line(
            0.2, ("step", "step"), " = \N{MINUS SIGN} ", story.rate, " · ", ("slope", "gradient"),
        )  # fmt: skip
        self.say("A part of the slope is your step.", FadeIn(rule))
        field = ArrowField(self.pipe, self.here, self.theme)
        self.add(field.arrows, marks.dot)
        self.play(
            self.here.animate.set_value(story.params.right_cm), run_time=4.0, rate_func=linear
        )
        self.say(ALL_STEPS[story.regime])
        self.hold(1.0)
        self.leave(field.arrows, rule, marks.dot, marks.tangent)

    # -- 6 -----------------------------------------------------------------------------------

    def the_ride(self) -> None:
        """Look at the slope, make it an arrow, scale it, move; then all steps, and two riders."""
        self.beat("the ride")
        first = self.story.step(0)
        self.arithmetic = VGroup(self._slope_line(first))
        self.here.set_value(self.story.params.start_cm)
        self.ghosts = VGroup(name="ghosts")
        self.say(
            "Back at the start: look at the slope.",
            FadeIn(self.rider, self.marks.drop, self.arithmetic),
            self.marks.light.animate.set_value(1),
        )
        if self.story.told == 0:
            self.say("No step is asked for, so nobody moves.")
            self.hold(1.0)
        for number in range(self.story.told):
            self._one_step(number, slowly=number == 0)
        self.leave(self.arithmetic)
        self._two_riders()

    def _one_step(self, number: int, slowly: bool) -> None:
        now, then = self.story.step(number), self.story.step(number + 1)
        total = self._sum_line(now, then)
        pace = 0.8 if slowly else 0.6
        if slowly:
            counter = self._counter(then)
            self.say("Make it an arrow. It points uphill.", FadeIn(counter))
            self.arithmetic.add(counter)
        else:
            lines = VGroup(self._slope_line(now), self._counter(then))
            self.play(FadeOut(self.arithmetic), FadeIn(lines), run_time=0.4)
            self.arithmetic = lines
        uphill = self.lane.uphill(now)
        self.play(GrowFromPoint(uphill, uphill.tail), run_time=pace)
        if slowly:
            self.say("Turn it round, and take a part of it: your step.")
        step = self.lane.step(now, then)
        self.play(
            ReplacementTransform(uphill, step[0]), FadeIn(step[1:], total.part(*range(5))),
            run_time=pace,
        )  # fmt: skip
        self.hold(0.4)
        self._ride_to(number + 1, total)
        if slowly:
            self.say(AFTER_ONE_STEP[self.story.regime], FadeOut(step))
        else:
            self.play(FadeOut(step))
        self.hold(0.6)

    def _ride_to(self, number: int, total: BoardLine) -> None:
        ghost = self.marks.ghost()
        self.ghosts.add(ghost)
        self.add(ghost, self.rider)
        goal = float(self.story.first.positions[number])
        self.play(self.here.animate.set_value(goal), FadeIn(total.part(5, 6)), run_time=1.2)
        self.arithmetic.add(total)

    def _slope_line(self, now: Step) -> BoardLine:
        return self.board.line(
            0, ("slope", "gradient"), " = 2 · (", (now.position, "here"), " \N{MINUS SIGN} ",
            (self.story.target.operand, "target"), f") {now.equals} ", (now.slope, "gradient"),
        )  # fmt: skip

    def _sum_line(self, now: Step, then: Step) -> BoardLine:
        return self.board.line(
            1.15, (now.position, "here"), " \N{MINUS SIGN} ", self.story.rate, " · ",
            (now.slope.operand, "gradient"), f" {then.equals} ", (then.position, "here"),
        )  # fmt: skip

    def _counter(self, then: Step) -> BoardLine:
        parts = ("step ", then.number, " of ", self.story.count)
        return self.board.line(2.3, *parts, role="quiet", size=self.layout.small, name="counter")

    def _two_riders(self) -> None:
        """A second rider starts elsewhere and ends in the same place."""
        story, told = self.story, float(self.story.told)
        moments = (ValueTracker(told), ValueTracker(0.0))
        there = Follower().follow(lambda: story.second.at(eased(moments[1].get_value())))
        self.second = self.pipe.rider(story.second, there, "second", BACK_LANE)
        progress = Progress(story, moments, self.board_zone, self.layout, self.theme)
        other = "from the other side." if story.mirrored else "from another place."
        self.say(f"A second rider starts {other}", FadeIn(self.second))
        self.add(self.marks.drop, self.ghosts, self.rider)
        self.play(FadeIn(progress.still, progress.moving))
        if told:
            self.play(moments[1].animate.set_value(told), run_time=1.6, rate_func=linear)
        self.here.follow(lambda: story.first.at(eased(moments[0].get_value())))
        self.say("The same ride, in a mirror." if story.mirrored else "The same rule for both.")
        for until, seconds in ((story.animated_until, 5.0), (story.steps, 2.0)):
            if until > moments[0].get_value():
                rides = [moment.animate.set_value(until) for moment in moments]
                self.play(*rides, run_time=seconds, rate_func=smooth)
        self.here.settle()
        there.settle()
        self.say(SWEPT[story.regime])
        result = verdict(story, self.pipe.zone, self.theme, self.layout.small)
        self.play(FadeIn(result), *self._cheers())
        self.hold(1.4)
        self.leave(progress.still, progress.moving, result, self.ghosts)

    def _cheers(self) -> list[Any]:
        happy = ("there", "hit", "glide", "alternate")
        pairs = ((self.rider, self.story.first), (self.second, self.story.second))
        return [rider.into(JOY) for rider, ride in pairs if ride.regime in happy]

    # -- 7 -----------------------------------------------------------------------------------

    def at_the_bottom(self) -> None:
        """At the bottom slope and cost are zero; elsewhere the slope points uphill: subtract it."""
        story = self.story
        self.beat("at the bottom")
        self._to_the_bottom()
        slope = self.board.line(
            0, ("slope", "gradient"), " = 2 · (", (story.target, "here"), " \N{MINUS SIGN} ",
            (story.target.operand, "target"), ") = ",
            (story.slope(story.params.target_cm), "gradient"),
        )  # fmt: skip
        cost = self.board.line(
            1.15, ("cost", "cost"), " = ", (story.cost(story.params.target_cm), "cost")
        )
        self.play(FadeIn(slope, cost))
        self.hold(0.8)
        uphill, downhill = self.lane.both_sides()
        self.say("Why subtract it? The slope points uphill.", FadeIn(uphill))
        self.hold(0.4)
        rule = self.board.line(
            2.3, ("new ", "here"), (Math("x"), "here"), " = ", (Math("x"), "here"),
            " \N{MINUS SIGN} ", story.rate, " · ", ("slope", "gradient"),
        )  # fmt: skip
        self.say("You want to go down, so you turn it round.", FadeIn(rule))
        self.play(*map(ReplacementTransform, uphill, downhill), run_time=1.0)
        self.say("The slope tells you which way to go, and how far.")
        self.hold(2.0)

    def _to_the_bottom(self) -> None:
        """Let the rider glide there, or stand there from now on."""
        target, text = self.story.params.target_cm, "At the bottom there is no slope, and no cost."
        if self.story.regime in ("there", "hit", "glide", "alternate"):
            self.say(text, FadeOut(self.second))
            self.play(self.here.animate.set_value(target), run_time=1.0)
            return
        self.say(text, FadeOut(self.second, self.rider, self.marks.drop))
        self.here.set_value(target)
        self.play(FadeIn(self.rider.take(JOY), self.marks.drop))
