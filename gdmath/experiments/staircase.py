"""Down the stairs, article 001: a line through points, a valley of costs, a stair an epoch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.arrays import Array
from gdmath.data import CONTAINER, Points
from gdmath.decimals import magnitude
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, as_given, decimals_for, telling_apart
from gdmath.experiments.staircase_fit import NEAR, Fit
from gdmath.experiments.staircase_points import load_points
from gdmath.experiments.staircase_says import SAYS
from gdmath.objective import line_error
from gdmath.optimizer import GradientDescent
from gdmath.theory import least_squares_line, stability_limit

__all__ = ["PRESETS", "SAYS", "Params", "Staircase", "run"]

LEAST, MOST = 0.01, 1.5  # of the limit: learning rates whose stairs can be seen
CLOSEST = 0.005  # of the limit: nearer to it, a run is neither below nor above it for long
GROWTH = 100.0  # times the first cost, beyond which the run has diverged
TOLD = 3  # stairs that are drawn one by one
TOO_LOW, TOO_HIGH = 1 / 30, 1.1  # of the limit: learning rates that are shown beside it
SWINGS = 4  # steps of theirs
LONGEST_NAME = 14  # characters of a column's name that are shown


class Params(base.Params):
    """Parameters of the staircase film."""

    points_csv: str = parameter("", "", "file of points; empty: the article's three")
    a_start: float = parameter(0.2, "", "slope of the first guess", ge=-2, le=2)
    b_start: float = parameter(0.5, "", "intercept of the first guess", ge=-3, le=3)
    learning_rate: float = parameter(
        0.06, "", "share of the slopes that is stepped", ge=1e-15, le=1.5
    )
    epochs: int = parameter(10, "", "stairs in all", ge=1, le=200)

    _points: Points = PrivateAttr(default_factory=lambda: CONTAINER)
    _file: Path | None = PrivateAttr(default=None)

    @property
    def points(self) -> Points:
        """The points that the line is for."""
        return self._points

    def data_files(self) -> Mapping[str, Path]:
        """Return the CSV file, if the points come from one."""
        return {} if self._file is None else {"points_csv": self._file}

    @model_validator(mode="after")
    def _read_points(self, info: ValidationInfo) -> Self:
        if self.points_csv:
            try:
                self._file, self._points = load_points(self.points_csv, info.context)
            except ValueError as error:
                sentence = f"points_csv = {self.points_csv!r:.80} is not allowed: {error}"
                raise ValueError(sentence) from None
        return self

    @model_validator(mode="after")
    def _stairs_can_be_seen(self) -> Self:
        points = self.points
        cost = line_error(points.x, points.y)
        limit = stability_limit(cost.curvature([0, 0]))
        share = self.learning_rate / limit
        if not LEAST <= share <= MOST or abs(share - 1) < CLOSEST:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: for these points it must "
                f"be from {LEAST * limit:.3g} to {MOST * limit:.3g}, and not within "
                f"{CLOSEST:.1%} of their limit {limit:.4g}"
            )
        best = cost.value(least_squares_line(points.x, points.y))
        if cost.value([self.a_start, self.b_start]) <= (1 + NEAR) * best:
            raise ValueError(
                f"a_start = {self.a_start!r} and b_start = {self.b_start!r} are not allowed: their "
                "line is the best one already, or within 1% of its cost"
            )
        return self


# What the learning rate can do to the stairs; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.002},
    "zigzag": {"learning_rate": 0.17},
    "climb": {"learning_rate": 0.2},
    "diverge": {"learning_rate": 0.25},
}


@dataclass(frozen=True, eq=False)
class Staircase(Fit):
    """Everything that the staircase film shows: the run, its numbers, what is said of it."""

    params: Params

    def says(self, line: str, *at: Any) -> Said:
        """Return the sentence of a line of the story that is true of this run."""
        return SAYS.of(self, line, *at)

    @property
    def pours(self) -> bool:
        """Whether the points are the container's of the article."""
        return not self.params.points_csv

    @property
    def names(self) -> tuple[str, str]:
        """What x and y are called, cut to what the pictures have room for."""
        full = (self.points.x_name, self.points.y_name)
        first, second = (n if len(n) <= LONGEST_NAME else n[: LONGEST_NAME - 1] + "…" for n in full)
        return first, second

    # -- stairs ------------------------------------------------------------------------------

    @property
    def told(self) -> int:
        """How many stairs are drawn one by one."""
        return min(TOLD, self.epochs)

    def stair(self, number: int) -> tuple[float, float, float, float]:
        """Where a stair begins and ends: value, cost, next value, next cost along the main axis."""
        before, after = self.places[number : number + 2, self.main].tolist()
        return before, float(self.costs[number]), after, float(self.costs[number + 1])

    # -- other learning rates, across the valley ---------------------------------------------

    @property
    def rates(self) -> tuple[float, float, float]:
        """One that is too low, this run's or one that does well, and one that is too high."""
        own = self.learning_rate
        good = own if 0.1 * self.limit <= own <= 0.95 * self.limit else 0.4 * self.limit
        low, good, high = (
            rate if rate == own else float(f"{rate:.2g}")
            for rate in (TOO_LOW * self.limit, good, TOO_HIGH * self.limit)
        )
        return low, good, high

    def across(self, rate: float) -> Array:
        """Where steps lead across the valley, along its steepest direction, (SWINGS + 1,).

        From 1 on one side; 0 is the floor. Each step multiplies by 1 - 2 rate / limit.
        """
        return np.asarray((1 - 2 * rate / self.limit) ** np.arange(SWINGS + 1))

    # -- how it is shown ---------------------------------------------------------------------

    @cached_property
    def _place_decimals(self) -> tuple[int, int]:
        """Digits of a and of b that show how far they go, to three figures."""
        first, largest = self.places[0], np.abs(self.places).max(axis=0)
        ways = [(abs(s - g), abs(g)) for s, g in zip(first, self.best, strict=True)]
        scales = [way if way > self.place_noise else size or 1.0 for way, size in ways]
        a, b = (
            telling_apart(
                self.places[:2, which],
                min(decimals_for(scales[which], 3), decimals_for(float(largest[which]) or 1.0, 6)),
                self.place_noise,
            )
            for which in (0, 1)
        )
        return a, b

    @cached_property
    def _cost_decimals(self) -> int:
        told = (*self.costs[:2], self.costs[-1], self.costs[0])
        least = decimals_for(max(self.best_cost, 1e-3 * float(self.costs[0])) or 1.0, 2)
        return telling_apart(told, least, self.cost_noise(*self.places[0]))

    @cached_property
    def _cost_format(self) -> Format:
        """How the cost is written: what it was and what it becomes differ, however large."""
        told = (*self.costs[:2], self.costs[-1], self.costs[0])
        size = magnitude(max(told) or 1.0)
        apart = telling_apart(told, 3 - size, self.cost_noise(*self.places[0]))
        return Format(self._cost_decimals, fixed=True, figures=size + 1 + apart)

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        noise = np.array([self.cost_noise(*place) for place in self.places])
        slopes = self.trajectory.gradients[:2]
        unsure = np.array([self.slope_noise(*place) for place in self.places[:2]])
        steep = Format(decimals_for(float(np.abs(self.slopes[0]).max()) or 1.0, 3), fixed=True)
        a, b = self._place_decimals
        cost, rise = self._cost_format, Format(self._cost_decimals, signed=True, fixed=True)
        rates, rate = np.array(self.rates), as_given(self.learning_rate, unlike=[self.limit])
        apart = [
            number for each in {*self.rates, self.learning_rate} for number in (self.limit, each)
        ]
        limit = telling_apart(apart, decimals_for(self.limit, 3), 1e-13 * self.limit)
        squares = self.errors(*self.places[0]) ** 2
        reached = [] if self.reached_at is None else [self.reached_at]
        moves = -self.learning_rate * slopes
        x, y = self.points.x, self.points.y
        return Quantities(
            Quantity("x", "text", _coordinate(x), x),
            Quantity("y", "text", _coordinate(y), y),
            Quantity("a", "here", Format(a, fixed=True), self.places[:, 0], self.place_noise),
            Quantity("b", "here", Format(b, fixed=True), self.places[:, 1], self.place_noise),
            Quantity("first a", "here", Format(3), self.params.a_start),
            Quantity("first b", "here", Format(3), abs(self.params.b_start)),
            Quantity("squared error", "cost", Format(self._cost_decimals), squares),
            Quantity("MSE", "cost", cost, self.costs, noise),
            Quantity("riser", "step", rise, np.diff(self.costs), noise[:-1] + noise[1:]),
            Quantity("slope a", "gradient", steep, slopes[:, 0], unsure[:, 0]),
            Quantity("slope b", "gradient", steep, slopes[:, 1], unsure[:, 1]),
            Quantity("tread a", "step", Format(a, signed=True, fixed=True), moves[:, 0],
                     self.learning_rate * unsure[:, 0]),
            Quantity("tread b", "step", Format(b, signed=True, fixed=True), moves[:, 1],
                     self.learning_rate * unsure[:, 1]),
            Quantity("rate", "step", rate, self.learning_rate),
            Quantity("learning rate", "step", Format(decimals_for(float(rates[0]), 2)), rates),
            Quantity("limit", "text", Format(limit, fixed=True), self.limit),
            Quantity("best MSE", "target", Format(decimals_for(self.best_cost, 3)), self.best_cost),
            Quantity("epoch", "text", Format(0, powers=False), [*range(self.epochs + 1), *reached]),
            Quantity("tolerance", "text", Format(0, unit="%"), 100 * NEAR),
        )  # fmt: skip

    @property
    def ledger(self) -> dict[str, Any]:
        """The values that a number on the screen may have, by its name."""
        return dict(self.quantities.ledger)

    def reading(self, name: str, step: int | None = None) -> Reading:
        """Return a quantity's reading, after so many epochs if it changes."""
        quantity = self.quantities[name]
        return quantity.only if step is None else quantity[step]


def _coordinate(values: Array) -> Format:
    return Format(decimals_for(float(np.ptp(values)) or 1.0, 4))


def run(params: Params) -> Staircase:
    """Descend the mean squared error of a line, all points at each epoch (article 001)."""
    points = params.points
    trajectory = descend(
        line_error(points.x, points.y),
        start=(params.a_start, params.b_start),
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.epochs, growth=GROWTH),
    )
    return Staircase(points, params.learning_rate, trajectory, params)
