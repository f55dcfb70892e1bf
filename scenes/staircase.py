"""Down the stairs: each epoch is one stair."""

from __future__ import annotations

import numpy as np
from manim import (
    Create,
    GrowFromPoint,
    LaggedStart,
    ReplacementTransform,
    VGroup,
    linear,
    smooth,
)

from gdmath.experiments import staircase
from gdmath.experiments.staircase import Staircase as Story
from gdmath.experiments.staircase_run import PART, TRIAL_EPOCHS
from scenes.props.staircase_container import RESTING, Pouring
from scenes.props.staircase_data import DataView, Guess
from scenes.props.staircase_formulas import Formulas, measures
from scenes.props.staircase_lines import (
    AFTER_ALL,
    AFTER_ONE,
    AT_THE_LIMIT,
    LIFTED,
    above,
    fitting,
    nearness,
)
from scenes.props.staircase_long import LongView
from scenes.props.staircase_progress import FourPlots
from scenes.props.staircase_rates import RateView
from scenes.props.staircase_slices import SliceView
from scenes.props.staircase_squares import MeanSquare, areas
from scenes.props.staircase_stairs import Enlarged, Stairs
from scenes.props.staircase_step import StepView
from scenes.stage.board import Board
from scenes.stage.claims import Quantity
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import Film
from scenes.stage.layout import Zone

__all__ = ["Staircase"]


class Staircase(Film[staircase.Params]):
    """A line is fitted to points, stair by stair down two parabolas."""

    slug = "staircase"
    poster = "ten epochs"
    title = "Down the stairs"
    claim = (
        "Each epoch is one stair: the tread is how far the parameter moves, "
        "the riser how much the cost falls; the stairs shrink by themselves."
    )
    model = staircase.Params
    colours = {  # noqa: RUF012
        "moment": "here",
        "line": "here",
        "a": "here",
        "b": "here",
        "a now": "here",
        "b now": "here",
        "our rate": "here",
        "MSE": "cost",
        "MSE now": "cost",
        "slope": "gradient",
        "tread": "step",
        "riser": "step",
        "learning rate": "step",
        "best": "target",
        "best a": "target",
        "best b": "target",
        "best MSE": "target",
        "point": "text",
        "volume": "quiet",
    }

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        self.story: Story = staircase.run(self.params)
        self.moment = Quantity("moment", 0.0)
        self.guess = Guess(self.story.at, self.moment)
        self.formulas = Formulas(self.story, self.layout, self.theme)
        shares = (0.42, 0.58) if self.layout.side_by_side else (0.52, 0.48)
        self.plot_zone, self.board_zone = self.layout.rail_parts(*shares)
        self.show_title()
        self.three_minutes_of_pouring()
        self.a_first_guess()
        self.two_slopes()
        self.one_stair()
        self.ten_epochs()
        self.how_good_can_it_get()
        self.too_low_too_high()
        self.hush()

    def _data(self, zone: Zone, largest: float = np.inf, guessed: bool = True) -> DataView:
        return DataView(
            self.story, self.guess, zone, self.layout, self.theme, largest=largest, guessed=guessed
        )

    def _board(self, zone: Zone) -> Board:
        return Board(zone, self.layout, self.theme)

    # -- 1 -----------------------------------------------------------------------------------

    def three_minutes_of_pouring(self) -> None:
        """The container fills, the points appear, and no line goes through them all."""
        self.beat("three minutes of pouring")
        question = self.ask("Which line", "fits best?")
        self.add(question)
        rows = measures(self.story, self._board(self.layout.rail_parts(0.36, 0.64)[1]))
        scenery = self._pour(rows) if self.story.pours else self._read(rows)
        tries = self.data.tries()
        fits = self.story.best_cost == 0
        self.say(
            f"{'One' if fits else 'No'} straight line goes through all points.",
            LaggedStart(*map(Create, tries), lag_ratio=0.4),
        )
        self.bring_to_front(self.data.points)
        self.hold(0.8)
        self.leave(question, *rows, tries, scenery)

    def _pour(self, rows: list[VGroup]) -> VGroup:
        pouring = Pouring(self.story, self.guess, self.layout, self.theme)
        self.data = view = pouring.view
        self.add(view.plot, view.names)
        self.say(
            "A container fills. Every minute, its volume is measured.",
            FadeIn(pouring.still, pouring.moving, pouring.level, pouring.now, rows[0]),
        )
        for x, point, row in zip(self.story.points.x, view.points, rows[1:], strict=True):
            self.play(pouring.minute.animate.set_value(x), run_time=0.8, rate_func=linear)
            self.play(FadeIn(point, row), run_time=0.4)
        self.play(
            pouring.tilt.animate.set_value(0.0),
            pouring.person.into(RESTING),
            FadeOut(pouring.level, pouring.now),
        )
        return VGroup(pouring.still, pouring.moving)

    def _read(self, rows: list[VGroup]) -> VGroup:
        self.data = view = self._data(self.layout.stage, guessed=False)
        self.add(view.plot, view.names)
        self.say("These are the points to be explained.", FadeIn(rows[0]))
        self.play(LaggedStart(*map(FadeIn, view.points), lag_ratio=0.5), FadeIn(*rows[1:]))
        return VGroup()

    # -- 2 -----------------------------------------------------------------------------------

    def a_first_guess(self) -> None:
        """Any line will do to begin with; the mean of its squared errors is its cost."""
        self.beat("a first guess")
        shares = (0.58, 0.42) if self.layout.side_by_side else (0.4, 0.6)
        text_zone, square_zone = self.layout.rail_parts(*shares)
        board, before = self._board(text_zone), self.data
        self.data = wide = self._data(
            self.layout.stage, MeanSquare.largest(square_zone, self.layout)
        )
        rule, values = self.formulas.guess(board)
        self.say("Begin with a guess: any slope a, any intercept b.", FadeIn(rule))
        self.play(
            ReplacementTransform(VGroup(before.plot, before.names), VGroup(wide.plot, wide.names)),
            ReplacementTransform(before.points, wide.points),
            run_time=0.8,
        )
        self.play(Create(wide.line), FadeIn(values))
        names = wide.error_names(self.layout)
        self.finish_line()
        self.add(wide.segments, wide.points)  # the points lie over the errors
        self.say("Each point misses the line by an error.", Create(wide.segments), FadeIn(names))
        self.hold(0.4)
        inside = areas(self.story, wide)
        self.finish_line()  # or what is brought to the back would be seen too early
        self.bring_to_back(wide.squares)
        self.say("Square the errors, and take the mean.", FadeOut(names), FadeIn(wide.squares))
        sum_, result = self.formulas.mean(board, 2.6)
        self.play(FadeIn(inside, sum_))
        self.mean = MeanSquare(self.story, wide, square_zone, self.layout, self.theme)
        # Without its fill, which would darken the squares for a moment.
        edges = wide.squares.copy().set_fill(opacity=0)
        self.play(ReplacementTransform(edges, self.mean.square), FadeIn(result), run_time=1.2)
        self.say("This mean squared error, the MSE, is the cost.", FadeIn(self.mean.label))
        self.leave(rule, values, sum_, result, inside)

    # -- 3 -----------------------------------------------------------------------------------

    def two_slopes(self) -> None:
        """The cost is a parabola in each parameter, and each parabola has a slope."""
        self.beat("two slopes")
        zones = self.layout.stage.columns((1, 1), 1.6 * self.layout.small)
        a, b = self.views = tuple(
            SliceView(self.story, self.guess, which, zone, self.layout, self.theme)
            for which, zone in enumerate(zones)
        )
        self._move_data(FadeIn(a.still, a.drop, a.dot))
        self._tour(a, 0.0)
        self.say("Hold a still and lift the line.", FadeIn(b.still, b.drop, b.dot))
        ghost = a.ghost()
        self.bring_to_back(ghost)
        self._tour(b, -2.0)
        self._why_the_other_moves()
        self.leave(ghost)
        self._derivatives()

    def _move_data(self, *with_it: FadeIn) -> None:
        """Move first the mean square, then the data to the rail."""
        small = self._data(self.plot_zone, MeanSquare.largest(self.board_zone, self.layout))
        mean = MeanSquare(self.story, small, self.board_zone, self.layout, self.theme)
        self.say(
            "Hold b still and tilt the line.",
            ReplacementTransform(self.mean.everything, mean.everything),
        )
        self.play(ReplacementTransform(self.data.everything, small.everything), *with_it)
        self.data, self.mean = small, mean

    def _tour(self, view: SliceView, start: float) -> None:
        """Let one parameter run along its axis and back; the dot draws the parabola."""
        self.moment.set_value(start)
        view.seen.set_value(view.value)
        self.add(view.curve)
        self.add_foreground_mobjects(view.dot)
        far = view.slice.toward(1.0)
        self.play(
            self.moment.animate.set_value(start - 1), view.seen.animate.set_value(far), run_time=1.6
        )
        self.play(view.seen.animate.set_value(view.far_end), run_time=0.2)
        self.play(self.moment.animate.set_value(start), run_time=1.2)

    def _why_the_other_moves(self) -> None:
        """Lift the line once more: the best slope for it is another one."""
        a = self.views[0]
        best = self.data.best_tilt()
        self.finish_line()
        self.add(best, *self.data.front)
        self.say(
            "Look left: as b moves, the parabola of a moves too.", FadeIn(a.bottom), FadeIn(best)
        )
        self.play(self.moment.animate.set_value(-2 - PART), run_time=1.6)
        self.say(LIFTED[self.story.coupling])
        self.hold(0.4)
        self.play(self.moment.animate.set_value(-2.0), run_time=1.0)
        self.moment.set_value(0.0)
        self.leave(a.bottom, best)

    def _derivatives(self) -> None:
        """Both partial derivatives, part by part."""
        a, b = self.views
        first, second = self.formulas.derivation_zones()
        error, chain = self.formulas.chain(first)
        self.leave(self.data.everything, self.mean.everything)
        self.say(
            "The slope of each parabola is a partial derivative.",
            FadeIn(error, chain.lines[0]),
            Create(a.tangent),
            Create(b.tangent),
        )
        self.play(*chain.grow(1), run_time=0.8)
        slopes = self.formulas.slopes(second)
        tidy, value = self.formulas.tidied(chain, slopes)
        self.play(*tidy, run_time=0.8)
        self.play(FadeIn(value))
        self.say("For b, the x falls away.")
        self.play(*slopes.grow(1), run_time=0.8)
        self.hold(0.8)
        self.leave(error, *chain.lines, *slopes.lines)

    # -- 4 -----------------------------------------------------------------------------------

    def one_stair(self) -> None:
        """Slope, arrow, tread, riser: one epoch, slowly."""
        self.beat("one stair")
        story, (a, b) = self.story, self.views
        steps = [StepView(view) for view in self.views]
        arrows = [step.uphill_arrow() for step in steps]
        grow = (GrowFromPoint(arrow, arrow.tail) for arrow in arrows)
        self.say("The slopes point uphill.", FadeIn(self.data.everything), *grow)
        lines, fall = self.formulas.step(self._board(self.board_zone))
        self.say("Turn round, and take the learning rate's share: the tread.", FadeIn(lines))
        treads = VGroup(*(step.tread_arrow() for step in steps))
        self.play(ReplacementTransform(VGroup(*arrows), treads), run_time=0.8)
        sizes = VGroup(*(step.tread_label() for step in steps))
        self.play(FadeIn(sizes))
        self.say(AFTER_ONE[story.outcome])
        ghosts = VGroup(a.ghost(), b.ghost(), self.data.ghost())
        self._build_stairs()
        self.bring_to_back(*(stairs.body for stairs in self.stairs), *ghosts)
        gone = FadeOut(a.tangent, b.tangent, treads)
        self.play(self.moment.animate.set_value(1.0), gone, run_time=2.0)
        riser = steps[0].riser_label()
        self.play(FadeIn(fall, riser))
        if story.outcome != "still":
            self.say("It ends on the new parabola: b has moved as well.")
        self.leave(lines, fall, sizes, riser, *ghosts, self.data.everything)

    def _build_stairs(self) -> None:
        """Let stairs grow with the moment."""
        story = self.story
        self.stairs = [
            Stairs(view.plot, story.places[:, view.which], story.costs, self.theme)
            for view in self.views
        ]
        self.add(*(stairs.grow(self.moment).line for stairs in self.stairs))

    # -- 5 -----------------------------------------------------------------------------------

    def ten_epochs(self) -> None:
        """Stairs, line, a, b and MSE by epoch grow together."""
        self.beat("ten epochs")
        story = self.story
        four = FourPlots(story, self.guess, self.layout, self.theme)
        self.say("Again, and again.", FadeIn(four.still, four.moving))
        told = min(3, story.epochs)
        for epoch in range(2, told + 1):
            self.play(self.moment.animate.set_value(epoch), run_time=1.2)
        closer = self._enlarge(told)
        self.say(AFTER_ALL[story.outcome], FadeIn(closer))
        if story.epochs > told:
            self.play(self.moment.animate.set_value(story.epochs), run_time=4.0, rate_func=linear)
        if story.shrinks:
            self.say("The flatter the slope, the smaller the stair: they shrink by themselves.")
        if story.turns_back:
            self.say("b even turned back, because its parabola moved past it.")
        self.hold(0.6)
        self.four = VGroup(four.still, four.moving)
        self.leave(closer)
        for view, stairs in zip(self.views, self.stairs, strict=True):
            self.remove_foreground_mobjects(view.dot)
            self.leave(view.still, view.curve, view.drop, view.dot, stairs.line, stairs.body)

    def _enlarge(self, told: int) -> VGroup:
        """Return the later stairs of a, enlarged, or nothing if they need no enlargement."""
        corner, stairs = self.views[0].corner, self.stairs[0]
        if not self.story.shrinks or self.story.epochs < told + 2 or stairs.meet(corner):
            return VGroup()
        closer = Enlarged(stairs, told - 1, corner, self.theme, self.layout.small)
        closer.grow(self.moment)
        return VGroup(closer.beams, closer.panel, closer.stairs.body, closer.stairs.line)

    # -- 6 -----------------------------------------------------------------------------------

    def how_good_can_it_get(self) -> None:
        """The best line has a cost above zero, and the run comes near it slowly."""
        self.beat("how good can it get")
        story, reached = self.story, self.story.long.reached_at
        long = LongView(story, self.moment, self.layout.stage, self.layout, self.theme)
        ticks = long.ticks(0)
        self.data = small = self._data(self.plot_zone)
        self.say(
            "Has the cost reached its minimum?", FadeIn(long.still, ticks, long.curve, long.dot)
        )
        self.play(FadeOut(self.four), FadeIn(small.everything))
        if reached:
            self.say("Look closer: it still falls, slowly.", FadeOut(ticks))
            self.play(long.zoom.animate.set_value(1.0), run_time=1.6)
            ticks = long.ticks(1)
            self.add(ticks, long.dot)  # the dot lies over the ticks
            self.play(FadeIn(ticks))
        told = VGroup(self.formulas.best(self._board(self.board_zone)), long.level_label())
        line = small.dashed(*story.best, "target", "best line")
        long.level.update()
        self.finish_line()
        self.add(line, *small.front, long.level, long.dot)
        self.say(fitting(story), FadeIn(told), FadeIn(long.level), FadeIn(line))
        self.hold(0.6)
        verdict = long.verdict()
        self.say(nearness(story))
        if reached and reached > story.epochs:
            self.play(self.moment.animate.set_value(reached), run_time=3.0, rate_func=smooth)
        self.play(FadeIn(verdict))
        self.hold(0.8)
        self.leave(long.still, ticks, long.curve, long.dot, long.level, told, verdict)
        self.leave(line)

    # -- 7 -----------------------------------------------------------------------------------

    def too_low_too_high(self) -> None:
        """Below the limit the stairs lead down, above it they lead up."""
        self.beat("too low, too high")
        rates = RateView(self.story, self.layout, self.theme)
        self.guess = Guess(self.story.trials[2].at, rates.moment)
        before, small = self.data, self._data(self.plot_zone)
        swings, (last, ours) = rates.swings(small), rates.names_of(small)
        self.say("How large may the learning rate be?", FadeIn(rates.axis))
        self.play(
            FadeIn(rates.panels, rates.links),
            FadeOut(before.everything),
            FadeIn(small.plot, small.names, swings, small.line, small.points, last),
        )
        self.say("Too low: tiny stairs, and hardly any way down.", FadeIn(rates.stairs))
        self.play(rates.moment.animate.set_value(TRIAL_EPOCHS), run_time=4.0, rate_func=linear)
        limit = self.formulas.limit(self._board(self.board_zone))
        self.say(AT_THE_LIMIT, FadeIn(rates.limit, limit))
        self.say(above(self.story))
        closing = "Below it, each epoch is one stair, and they shrink by themselves."
        if self.story.long.reached_at is None:
            self.say(closing)
        else:
            self.finish_line()
            self.add(before.line, small.points)  # the points lie over the line
            self.say(closing, FadeOut(swings, small.line, last), FadeIn(before.line, ours))
        self.hold(1.0)
