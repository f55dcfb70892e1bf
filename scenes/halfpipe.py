"""Feel the slope: what lies under your feet tells you which way to go, and how far."""

from __future__ import annotations

from manim import (
    DOWN,
    Create,
    GrowFromPoint,
    ReplacementTransform,
    VGroup,
    linear,
    smooth,
)
from manim import FadeIn as DropIn

from gdmath.experiments import halfpipe
from gdmath.experiments.halfpipe import Halfpipe as Story
from scenes.props.halfpipe_arrows import ArrowField, Lane, guesses, ways_of_the_slope
from scenes.props.halfpipe_gauge import tilt_o_meter
from scenes.props.halfpipe_marks import Finger, Marks, Tow
from scenes.props.halfpipe_phrases import (
    AFTER_ONE_STEP,
    ALL_STEPS,
    BOTTOM,
    RIDE_ON,
    SWEPT,
    felt,
    sign,
)
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_progress import Progress, verdict
from scenes.props.halfpipe_rider import FEEL, JOY, PULLED, RIDE
from scenes.props.halfpipe_sums import Costs, Sums, derivation
from scenes.props.halfpipe_way import Way
from scenes.stage.bubble import Bubble
from scenes.stage.claims import stay_in
from scenes.stage.derivation import Derivation
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import Film
from scenes.stage.tag import lift, lower
from scenes.stage.tracking import Follower, present

__all__ = ["Halfpipe"]

BACK_LANE = 0.62  # where the second rider rides, from the near edge of the pipe to the far one


class Halfpipe(Film[halfpipe.Params]):
    """A blindfolded rider stands on the cost, feels its slope, and follows it down."""

    slug = "halfpipe"
    poster = "the ride"
    title = "Feel the slope"
    claim = "The slope under your feet tells you the direction, and how far to go."
    model = halfpipe.Params
    colours = {  # noqa: RUF012
        "position": "here",
        "position now": "here",
        "target": "target",
        "cost": "cost",
        "cost now": "cost",
        "slope": "gradient",
        "slope now": "gradient",
        "error": "gradient",
        "step": "step",
    }

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        self.story: Story = halfpipe.run(self.params)
        self.pipe = Pipe(self.story, self.layout, self.theme)
        self.here = Follower("position", self.story.tour[0])
        self.marks = Marks(self.pipe, self.here, self.theme)
        self.first = Way(self.pipe, self.story.first, self.here, "rider", 0.0)
        self.rider = self.first.figure
        self.lane = Lane(self.pipe, self.theme)
        dial_zone, self.board_zone = self.layout.rail_parts(0.47, 0.53)
        self.sums = Sums(self.story, self.board_zone, self.layout, self.theme)
        self.gauge = tilt_o_meter(self.pipe, self.here, dial_zone)
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
        question = self.ask("Which way is down,", "if you cannot see?")
        self.add(pipe.snow[0], pipe.plot, question)
        self.say("Every position x has its cost J.", FadeIn(pipe.target))
        self.play(Create(pipe.curve), run_time=1.2)
        self.leave(question)
        costs = Costs(story, self.layout, self.theme)
        lines = VGroup(costs.formula())
        self.say("Drawn in snow, it is a half-pipe.", FadeIn(VGroup(*pipe.snow[1:])))
        self.add(pipe.curve, pipe.target)
        self.play(FadeIn(lines[0]))
        finger = Finger(pipe, self.here, self.theme)
        self.say(
            "Put a finger on the axis, and read the cost above it.",
            FadeIn(finger.hand, finger.bar, self.marks.number),
            *lower(finger.tag.panel, finger.cost),
            self.marks.light.animate.set_value(1),
        )
        self.add(finger.tag)
        bars = VGroup()
        for number, position in enumerate(story.tour):
            if number:
                self.play(self.here.animate.set_value(position), run_time=0.8)
            bars.add(finger.ghost())
            self.add(bars[-1], finger.bar)
            lines.add(costs.line(number + 1, position))
            self.play(FadeIn(lines[-1]), run_time=0.4)
            self.hold(0.2)
        level = pipe.level_line(story.tour[0], story.tour[-1])
        self.say("As far to the left or to the right: the same cost.", Create(level))
        self.add(finger.tag)
        self.hold(0.8)
        self.leave(*lines, bars, finger.hand, finger.bar, level)
        self.sign = finger.tag

    # -- 2 -----------------------------------------------------------------------------------

    def a_rider_feels_the_tilt(self) -> None:
        """The rider sees nothing, but feels which way the snow tilts."""
        self.beat("the rider")
        self.say(
            "Picture yourself on a snowboard.",
            self.marks.light.animate.set_value(0),
            *lift(self.sign.panel, *self.sign.lines),
        )
        self.here.set_value(self.params.start_cm)
        self.play(DropIn(present(self.rider), shift=0.5 * DOWN), FadeIn(present(self.marks.drop)))
        self.play(self.marks.light.animate.set_value(1), run_time=0.4)
        self.say(
            "You are blindfolded, but your feet feel the tilt.",
            Create(present(self.marks.tangent)),
        )
        self.add(self.rider)
        self.play(self.rider.into(FEEL), run_time=0.8)
        arrows = guesses(self.pipe, self.rider, self.theme)
        zone = self.pipe.beside(self.rider)
        bubble = Bubble(("Which way?",), self.rider.face, zone, self.theme, self.layout.small)
        stay_in(bubble, self.pipe.zone)
        speech = bubble[:-1], bubble.lines
        self.say("How do you know where the bottom is?", FadeIn(arrows), *lower(*speech))
        self.hold(2.0)
        miss = self.story.first.miss
        wrong, right = arrows if miss < 0 else arrows[::-1]
        self.say(felt(miss), FadeOut(wrong if miss else arrows), *lift(*speech))
        if miss:
            self.leave(right)
        self.play(self.rider.into(RIDE))

    # -- 3 -----------------------------------------------------------------------------------

    def the_tilt_o_meter_shows_the_slope(self) -> None:
        """Minus: it goes down to the right; plus: to the left."""
        miss = self.story.first.miss
        self.beat("the tilt-o-meter")
        self.say("A tilt-o-meter shows it as a number: the slope.", FadeIn(present(self.gauge)))
        minus, plus = self.sums.signs()
        here, there = ([], [minus, plus]) if miss == 0 else ([minus], [plus])
        if miss > 0:
            here, there = there, here
        self.say(sign(miss), *map(FadeIn, here))
        self.hold(0.4)
        self._pull_across()
        self.say("On the other side the sign turns round.", *map(FadeIn, there))
        self.hold(0.8)
        self.leave(minus, plus, self.gauge, self.marks.tangent)

    def _pull_across(self) -> None:
        """A rope pulls the rider through the bottom, and the needle swings."""
        goal = self.story.other_side
        tow = Tow(self.pipe, self.rider, goal > self.params.target_cm, self.theme)
        self.say("A rope pulls you across.", FadeIn(tow.post), self.rider.into(PULLED))
        self.play(Create(tow.rope), run_time=0.4)
        self.play(self.here.animate.set_value(goal), run_time=2.4)
        self.play(FadeOut(tow.rope, tow.post), self.rider.into(RIDE))

    # -- 4 -----------------------------------------------------------------------------------

    def the_slope_is_twice_the_error(self) -> None:
        """The article's lines, each growing out of the one before."""
        self.beat("the slope as a formula")
        lines = Derivation(derivation(), self.layout.rail, self.layout, self.theme)
        error = self.lane.error(self.here())
        self.say("Work the slope out: you are at x, the target is k.", FadeIn(error[1]))
        self.play(FadeIn(lines.lines[0]), FadeIn(error[0]))
        for number, text in (
            (1, "Multiply the square out."),
            (2, "Take the slope of each part: constants go."),
            (3, "Put the two in front."),
            (4, "The bracket is the error."),
        ):
            self.say(text)
            if number == 2:
                quiet = lines.lost(1).animate.set_color(self.theme.ink("quiet"))
                self.play(quiet, run_time=0.4)
            self.play(*lines.grow(number), run_time=1.2)
            self.add(lines.lines[number])
        self.hold(0.8)
        self.leave(*lines.lines, error)

    # -- 5 -----------------------------------------------------------------------------------

    def steep_far_away_gentle_near(self) -> None:
        """A step is a part of the slope: long where it is steep, short where it is gentle."""
        marks = self.marks
        self.beat("steep far, gentle near")
        self.say(
            "Far from the bottom it is steep, near it gentle.",
            FadeOut(self.rider, marks.drop), marks.light.animate.set_value(0),
        )  # fmt: skip
        self.here.set_value(self.params.left_cm)
        probe = marks.probe()
        self.play(FadeIn(*map(present, (self.gauge, probe, marks.tangent))))
        rule = self.sums.rule()
        self.say("A part of the slope is your step: the learning rate says how much.", FadeIn(rule))
        field = ArrowField(self.pipe, self.here, self.theme)
        self.add(field.rims, field.arrows, probe)
        over = self.here.animate.set_value(self.params.right_cm)
        self.play(over, run_time=4.0, rate_func=linear)
        self.say(ALL_STEPS[self.story.regime])
        self.hold(0.4)
        self.leave(field.rims, field.rest(), rule, marks.leave(probe), marks.tangent)

    # -- 6 -----------------------------------------------------------------------------------

    def the_ride(self) -> None:
        """Look at the slope, make it an arrow, scale it, move; then all steps, and two riders."""
        self.beat("the ride")
        self.prints = self.first.set_out()
        self.arithmetic = VGroup(self.sums.slope(self.story.step(0)))
        self.say(
            "Back at the start: look at the slope.",
            FadeIn(*map(present, (self.prints, self.rider, self.marks.drop)), self.arithmetic),
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
        total, counter = self.sums.step(now, then), self.sums.counter(then)
        pace = 0.8 if slowly else 0.6
        if slowly:
            self.say("Make it an arrow. It points uphill.", FadeIn(counter))
            self.arithmetic.add(counter)
        else:
            lines = VGroup(self.sums.slope(now), counter)
            self.play(FadeOut(self.arithmetic), FadeIn(lines), run_time=0.4)
            self.arithmetic = lines
        uphill = self.lane.uphill(now)
        self.play(GrowFromPoint(uphill, uphill.tail), run_time=pace)
        if slowly:
            self.say("Turn it round, and take a part of it: your step.")
        step = self.lane.step(now, then)
        appear = FadeIn(*step[1:], total.part(*range(5)))
        self.play(ReplacementTransform(uphill, step[0]), appear, run_time=pace)
        self.hold(0.4)
        ride = self.first.moment.animate.set_value(number + 1)
        self.play(ride, FadeIn(total.part(5, 6)), run_time=1.2, rate_func=linear)
        self.add(self.arithmetic.add(total))
        if slowly:
            self.say(AFTER_ONE_STEP[self.story.regime], FadeOut(step))
        else:
            self.play(FadeOut(step))
        self.hold(0.6)

    def _two_riders(self) -> None:
        """A second rider starts elsewhere and ends in the same place."""
        story, told, until = self.story, self.story.told, self.story.animated_until
        second = Way(self.pipe, story.second, Follower("position"), "second", BACK_LANE)
        prints = second.set_out()
        progress = Progress(story, (self.first, second), self.board_zone, self.layout, self.theme)
        other = "from the other side." if story.mirrored else "from another place."
        self.second = present(second.figure)
        self.say(f"A second rider starts {other}", FadeIn(prints, self.second))
        self.add(self.marks.drop, self.pipe.target, self.prints, self.rider)
        self.play(FadeIn(progress.still, progress.moving))
        if told:
            self.play(second.moment.animate.set_value(told), run_time=1.6, rate_func=linear)
        self.say("The same ride, in a mirror." if story.mirrored else "The same rule for both.")
        moments = [self.first.moment, second.moment]
        if until > told:
            rides = [moment.animate.set_value(until) for moment in moments]
            self.play(*rides, run_time=5.0, rate_func=smooth if until == story.steps else linear)
        if story.steps > until:
            # The rest of many steps from side to side would only flicker, so it is cut out.
            moving = self.rider, self.second, self.gauge, self.marks.drop, progress.moving
            self.play(FadeOut(*moving), run_time=0.4)
            for moment in moments:
                moment.set_value(story.steps)
            self.play(FadeIn(*map(present, moving)))
        self.here.settle()
        self.say(SWEPT[story.regime])
        self.sign = verdict(story, self.pipe.zone, self.theme, self.layout.small)
        cheers = [*self.first.cheer(), *second.cheer()]
        self.play(*lower(self.sign.panel, *self.sign.lines), *cheers)
        self.hold(1.4)
        self.leave(progress.still, progress.moving, self.prints, prints)

    # -- 7 -----------------------------------------------------------------------------------

    def at_the_bottom(self) -> None:
        """At the bottom slope and cost are zero; elsewhere the slope points uphill: subtract it."""
        self.beat("at the bottom")
        self._to_the_bottom()
        self.play(FadeIn(self.sums.bottom()))
        self.hold(0.8)
        uphill, downhill = ways_of_the_slope(self.pipe, self.theme)
        self.say("Why subtract it? The slope points uphill.", FadeIn(uphill))
        self.hold(0.4)
        self.say("You want to go down, so you turn it round.", FadeIn(self.sums.update()))
        self.play(*map(ReplacementTransform, uphill, downhill), run_time=1.0)
        self.say("The slope tells you which way to go, and how far.")
        self.hold(1.6)

    def _to_the_bottom(self) -> None:
        """Let the rider ride on until there, or stand there from now on."""
        target, text = self.params.target_cm, BOTTOM[self.story.regime]
        lifted = lift(self.sign.panel, *self.sign.lines)
        if self.story.regime in ("still", "bounce", "diverge"):
            self.say(text, FadeOut(self.second, self.rider, self.marks.drop), *lifted)
            self.here.set_value(target)
            self.play(FadeIn(self.rider.take(JOY), present(self.marks.drop)))
            return
        arrived = self.story.arrives(self.story.first)
        self.say(text if arrived else RIDE_ON, FadeOut(self.second), *lifted)
        self.play(self.here.animate.set_value(target), run_time=1.0 if arrived else 2.0)
        if not arrived:
            self.say(BOTTOM["there"], self.rider.into(JOY))
