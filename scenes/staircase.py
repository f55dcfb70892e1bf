"""Down the stairs: each epoch is one stair."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import (
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    LaggedStart,
    Mobject,
    ReplacementTransform,
    ValueTracker,
    VGroup,
    linear,
    smooth,
)

from gdmath.experiments import staircase
from gdmath.experiments.staircase import Coupling, Outcome
from gdmath.experiments.staircase import Staircase as Story
from scenes.props.staircase_container import RESTING, Pouring
from scenes.props.staircase_data import DataView, Guess
from scenes.props.staircase_formulas import Formulas, measures
from scenes.props.staircase_progress import FourPlots, LongView
from scenes.props.staircase_rates import RateView
from scenes.props.staircase_slices import SliceView
from scenes.props.staircase_squares import MeanSquare, areas
from scenes.props.staircase_stairs import Enlarged, Stairs
from scenes.stage.board import Board
from scenes.stage.film import Film
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, follow

__all__ = ["Staircase"]

LIFTED: dict[Coupling, str] = {
    "flatter": "The higher the line starts, the flatter it must lie.",
    "lower": "The higher b is, the lower is the best a.",
    "higher": "The higher b is, the higher is the best a.",
    "same": "Its lowest point stays, since the points lie evenly about zero.",
}
AFTER_ONE: dict[Outcome, str] = {
    "falls": "Both move at once, and the cost falls: that is the riser.",
    "climbs": "Both move at once, but too far: the cost climbs.",
    "diverges": "Both move at once, but too far: the cost climbs.",
    "still": "Nothing moves, so the cost stays as it is.",
}
AFTER_ALL: dict[Outcome, str] = {
    "falls": "Each epoch is one stair, and the cost goes down.",
    "climbs": "These stairs lead up: the learning rate is too high.",
    "diverges": "These stairs lead up and away: the learning rate is too high.",
    "still": "However many epochs: there are no stairs.",
}


class Staircase(Film[staircase.Params]):
    """A line is fitted to points, stair by stair down two parabolas."""

    slug = "staircase"
    title = "Down the stairs"
    claim = (
        "Each epoch is one stair: the tread is how far the parameter moves, "
        "the riser how much the cost falls; the stairs shrink by themselves."
    )
    model = staircase.Params

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        self.story: Story = staircase.run(self.params)
        self.guess = Guess(self.story)
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

    # -- 1 -----------------------------------------------------------------------------------

    def three_minutes_of_pouring(self) -> None:
        """The container fills, the points appear, and no line goes through them all."""
        self.beat("three minutes of pouring")
        board = Board(self.layout.rail, self.layout, self.theme)
        rows = measures(self.story, board)
        view = self._pour(rows) if self.story.pours else self._read(rows)
        tries = view.tries()
        fits = self.story.best_cost == 0
        line = "One straight line goes through all points."
        if not fits:
            line = "No straight line goes through all points."
        self.say(line, LaggedStart(*map(Create, tries), lag_ratio=0.4))
        self.bring_to_front(view.points)
        self.hold(0.8)
        self.leave(*rows, tries, self.scenery)
        self.data = view

    def _pour(self, rows: list[VGroup]) -> DataView:
        pouring = Pouring(self.story, self.guess, self.layout, self.theme)
        view = pouring.view
        self.say(
            "A container fills. Every minute, its volume is measured.",
            FadeIn(pouring.still, pouring.moving, view.plot, pouring.level, pouring.now, rows[0]),
        )
        for x, point, row in zip(self.story.points.x, view.points, rows[1:], strict=True):
            self.play(pouring.minute.animate.set_value(x), run_time=0.8, rate_func=linear)
            self.play(FadeIn(point, row), run_time=0.4)
        self.play(
            pouring.tilt.animate.set_value(0.0),
            pouring.person.into(RESTING),
            FadeOut(pouring.level, pouring.now),
        )
        self.scenery = VGroup(pouring.still, pouring.moving)
        return view

    def _read(self, rows: list[VGroup]) -> DataView:
        view = DataView(
            self.story, self.guess, self.layout.stage, self.layout, self.theme, guessed=False
        )
        self.scenery = VGroup()
        self.say("These are the points to be explained.", FadeIn(view.plot, rows[0]))
        self.play(LaggedStart(*map(FadeIn, view.points), lag_ratio=0.5), FadeIn(*rows[1:]))
        return view

    # -- 2 -----------------------------------------------------------------------------------

    def a_first_guess(self) -> None:
        """Any line will do to begin with; the mean of its squared errors is its cost."""
        self.beat("a first guess")
        shares = (0.58, 0.42) if self.layout.side_by_side else (0.4, 0.6)
        text_zone, square_zone = self.layout.rail_parts(*shares)
        board = Board(text_zone, self.layout, self.theme)
        wide = self._data(self.layout.stage, MeanSquare.largest(square_zone, self.layout))
        guess = self.formulas.guess(board)
        self.say("Begin with a guess: any slope a, any intercept b.", FadeIn(guess[0]))
        self.play(ReplacementTransform(self.data.still, wide.still), run_time=0.8)
        self.play(Create(wide.line), FadeIn(guess[1]))
        self.data = wide
        names = wide.names()
        self.say("Each point misses the line by an error.", Create(wide.segments), FadeIn(names))
        self.hold(0.4)
        inside = areas(self.story, wide)
        self.say("Square the errors, and take the mean.", FadeOut(names), FadeIn(wide.squares))
        self.bring_to_front(wide.points)
        self.play(FadeIn(inside))
        sum_, result = self.formulas.mean(board, 2.6)
        self.play(FadeIn(sum_))
        self.mean = self._mean_square(wide, square_zone)
        # Copies that follow nothing: Manim's transforms break on followers of unequal size.
        squares, square = (m.copy().clear_updaters() for m in (wide.squares, self.mean.square))
        self.play(ReplacementTransform(squares, square), FadeIn(result), run_time=1.2)
        self.remove(square)
        self.add(self.mean.square)
        self.say("This mean squared error, the MSE, is the cost.", FadeIn(self.mean.label))
        self.leave(guess, sum_, result, inside)

    def _data(self, zone: Zone, largest: float = np.inf) -> DataView:
        return DataView(
            self.story, self.guess, zone, self.layout, self.theme, largest=largest
        )

    def _mean_square(self, view: DataView, zone: Zone) -> MeanSquare:
        return MeanSquare(self.story, self.guess, view, zone, self.layout, self.theme)

    # -- 3 -----------------------------------------------------------------------------------

    def two_slopes(self) -> None:
        """The cost is a parabola in each parameter, and each parabola has a slope."""
        self.beat("two slopes")
        self._make_slices()
        small = self._data(self.plot_zone, MeanSquare.largest(self.board_zone, self.layout))
        mean = self._mean_square(small, self.board_zone)
        a, b = self.views
        self.say("Hold b still and tilt the line.")
        self.play(
            ReplacementTransform(self.data.everything, small.everything),
            ReplacementTransform(self.mean.everything, mean.everything),
            run_time=0.8,
        )
        self.data, self.mean = small, mean
        self.play(FadeIn(a.plot, a.heading, a.drop, a.dot))
        self._tour(a)
        self.say("Hold a still and lift the line.", FadeIn(b.plot, b.heading, b.drop, b.dot))
        ghost = a.ghost()
        self.bring_to_back(ghost)
        self._tour(b)
        self._why_the_other_moves()
        self.leave(ghost)
        self._derivatives()

    def _make_slices(self) -> None:
        zones = self.layout.stage.columns((1, 1), 1.6 * self.layout.small)
        self.views = tuple(
            SliceView(self.story, self.guess, which, zone, self.layout, self.theme)
            for which, zone in enumerate(zones)
        )

    def _tour(self, view: SliceView) -> None:
        """Let one parameter run along its axis; the dot draws the parabola."""
        far, tracker = view.slice.tour[0], self.guess.tracker(view.which)
        start = view.value
        view.seen.set_value(start)
        self.add(view.curve)
        self.bring_to_front(view.dot)
        self.play(
            tracker.animate.set_value(far), view.seen.animate.set_value(far), run_time=1.6
        )
        self.play(view.seen.animate.set_value(view.far_end), run_time=0.2)
        self.play(tracker.animate.set_value(start), run_time=1.2)

    def _why_the_other_moves(self) -> None:
        """Lift the line once more: the best slope for it is another one."""
        a, b = self.views
        best = self.data.best_tilt()
        self.say("Look left: as b moves, the parabola of a moves too.", FadeIn(a.bottom, best))
        start = b.value
        self.play(self.guess.b.animate.set_value(b.slice.tour[1]), run_time=1.6)
        self.say(LIFTED[self.story.coupling])
        self.hold(0.4)
        self.play(self.guess.b.animate.set_value(start), run_time=1.0)
        self.leave(a.bottom, best)

    def _derivatives(self) -> None:
        """Both partial derivatives, part by part."""
        a, b = self.views
        shares = (0.46, 0.54) if self.layout.side_by_side else (0.55, 0.45)
        first, second = self.layout.rail_parts(*shares)
        error, chain = self.formulas.chain(first)
        self.say(
            "The slope of each parabola is a partial derivative.",
            FadeOut(self.data.everything, self.mean.everything),
            FadeIn(error, chain.lines[0]),
            Create(a.tangent),
            Create(b.tangent),
        )
        self.play(*chain.grow(1), run_time=1.0)
        slopes = self.formulas.slopes(second)
        tidy, value = self.formulas.tidied(chain, slopes)
        self.play(*tidy, run_time=1.0)
        self.play(FadeIn(value))
        self.say("For b, the x falls away.")
        self.play(*slopes.grow(1), run_time=1.0)
        self.hold(0.8)
        self.leave(error, *chain.lines, *slopes.lines)

    # -- 4 -----------------------------------------------------------------------------------

    def one_stair(self) -> None:
        """Slope, arrow, tread, riser: one epoch, slowly."""
        self.beat("one stair")
        self.moment = ValueTracker(0.0)
        story, (a, b) = self.story, self.views
        self.stairs = [
            Stairs(v.plot, story.places[:, v.which], story.costs, self.theme) for v in self.views
        ]
        arrows = VGroup(a.uphill_arrow(0), b.uphill_arrow(0))
        self.say(
            "The slopes point uphill.",
            FadeIn(self.data.everything),
            *(GrowFromPoint(arrow, arrow.tail) for arrow in arrows),
        )
        board = Board(self.board_zone, self.layout, self.theme)
        lines, fall = self.formulas.step(board, 0)
        treads = VGroup(a.tread_arrow(0), b.tread_arrow(0))
        self.say("Turn round, and take the learning rate's share: the tread.", FadeIn(lines))
        self.play(ReplacementTransform(arrows, treads), run_time=0.8)
        sizes = VGroup(*(view.tread_label(0) for view in self.views))
        self.play(FadeIn(sizes))
        self.say(AFTER_ONE[story.outcome])
        ghosts = VGroup(a.ghost(), b.ghost(), self.data.ghost())
        self.bring_to_back(*ghosts, *(stair.body for stair in self.stairs))
        self._follow_moment()
        self.play(self.moment.animate.set_value(1.0), FadeOut(a.tangent, b.tangent), run_time=2.0)
        sizes.add(a.riser_label(0))
        self.play(FadeOut(treads), FadeIn(fall, sizes[-1]))
        if story.outcome != "still":
            self.say("It ends on the new parabola: b has moved as well.")
        self.leave(lines, fall, sizes, *ghosts, self.data.everything)

    def _follow_moment(self) -> None:
        """Let the guess, and with it every picture, follow the moment."""
        self.guess.a.add_updater(
            lambda _: self.guess.put(self.story.long.at(self.moment.get_value()))
        )
        self.bring_to_back(self.guess.a)
        for stairs in self.stairs:
            follow(stairs.line, lambda _, s=stairs: s.until(self.moment.get_value()))
            self.add(stairs.line)
        for view in self.views:
            self.bring_to_front(view.dot)

    # -- 5 -----------------------------------------------------------------------------------

    def ten_epochs(self) -> None:
        """Stairs, line, a, b and MSE by epoch grow together."""
        self.beat("ten epochs")
        story = self.story
        four = FourPlots(story, self.guess, self.moment, self.layout, self.theme)
        self.say("Again, and again.", FadeIn(four.still, four.moving))
        told = min(3, story.epochs)
        for epoch in range(2, told + 1):
            self.play(self.moment.animate.set_value(epoch), run_time=1.2)
        closer = self._enlarge(told)
        self.say(AFTER_ALL[story.outcome], FadeIn(closer))
        if story.epochs > told:
            self.play(
                self.moment.animate.set_value(story.epochs), run_time=4.0, rate_func=linear
            )
        if story.shrinks:
            self.say("The flatter the slope, the smaller the stair: they shrink by themselves.")
        if story.turns_back:
            self.say("b even turned back, because its parabola moved past it.")
        self.hold(0.6)
        self.leave(four.still, four.moving, closer)
        for view in self.views:
            self.leave(view.plot, view.heading, view.curve, view.drop, view.dot)
        self.leave(*(part for stairs in self.stairs for part in (stairs.line, stairs.body)))

    def _enlarge(self, told: int) -> VGroup:
        """Return the later stairs of a, enlarged, or nothing if they need no enlargement."""
        corner = self.views[0].corner
        if not self.story.shrinks or self.story.epochs < told + 2 or self.stairs[0].meet(corner):
            return VGroup()
        closer = Enlarged(self.stairs[0], told - 1, corner, self.theme, self.layout.small)
        follow(closer.stairs.line, lambda _: closer.until(self.moment.get_value()))
        return VGroup(closer.panel, closer.stairs.body, closer.stairs.line)

    # -- 6 -----------------------------------------------------------------------------------

    def how_good_can_it_get(self) -> None:
        """The best line has a cost above zero, and the run comes near it slowly."""
        self.beat("how good can it get")
        story = self.story
        long = LongView(story, self.moment, self.layout.stage, self.layout, self.theme)
        small = self._data(self.plot_zone)
        before, after = long.ticks(0), long.ticks(1)
        self.say(
            "Has the cost reached its minimum?",
            FadeIn(long.frame, long.heading, before, long.curve, long.dot, small.everything),
        )
        self.hold(0.4)
        if story.long.reached_at:
            self.say("Look closer: it still falls, slowly.", FadeOut(before))
            self.play(long.zoom.animate.set_value(1.0), run_time=1.6)
            self.play(FadeIn(after))
        board = Board(self.board_zone, self.layout, self.theme)
        best = self.formulas.best(board)
        line = small.dashed(*story.best, "target", "best line")
        fits, label = story.best_cost == 0, long.level_label()
        self.say(
            "The best line meets every point." if fits else "Zero is out of reach: no line fits all points.",
            FadeIn(line, best, long.level, label),
        )
        self.hold(0.6)
        goal = long.verdict()
        reached = story.long.reached_at
        if reached and reached > story.epochs:
            self.say("It takes that long to come near the best line.")
            self.play(self.moment.animate.set_value(reached), run_time=3.0, rate_func=smooth)
            self.play(FadeIn(goal))
        elif reached is None:
            self.say("With this learning rate, the run never comes near it.", FadeIn(goal))
        else:
            self.say("By then, the run was already near the best line.", FadeIn(goal))
        self.hold(0.8)
        self.leave(long.frame, long.heading, before, after, long.curve, long.dot, long.level, label)
        self.leave(goal, small.everything, line, best)

    # -- 7 -----------------------------------------------------------------------------------

    def too_low_too_high(self) -> None:
        """Below the limit the stairs lead down, above it they lead up."""
        self.beat("too low, too high")
        story = self.story
        rates = RateView(story, self.layout, self.theme)
        self.guess.a.clear_updaters()
        self.guess.put(story.places[0])
        small = self._data(self.plot_zone)
        name = rates.name_of(small)
        self.say(
            "How large may the learning rate be?",
            FadeIn(rates.axis, small.still, small.line, name),
        )
        self.play(FadeIn(rates.panels, rates.links))
        swings = rates.swings(small)
        self.guess.a.add_updater(lambda _: self.guess.put(story.trials[2].at(rates.moment.get_value())))
        self.bring_to_back(self.guess.a, swings)
        self.say("Too low: tiny stairs, and hardly any way down.", FadeIn(rates.stairs))
        self.play(
            rates.moment.animate.set_value(staircase.TRIAL_EPOCHS), run_time=4.0, rate_func=linear
        )
        limit = self.formulas.limit(Board(self.board_zone, self.layout, self.theme))
        line = "Above the limit the stairs lead up: every step goes too far."
        if not story.trials[2].climbs:
            line = "Above the limit every step goes too far, and in the end the cost grows."
        self.say(line, FadeIn(rates.limit, limit))
        self.hold(1.0)
        self.say("Below it, each epoch is one stair, and they shrink by themselves.")
        self.hold(1.0)
