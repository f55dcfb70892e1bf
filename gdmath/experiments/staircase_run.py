"""The staircase's run in numbers: its stairs, what is told of them, all that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from gdmath.arrays import Array
from gdmath.decimals import magnitude
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments.reading import Format, as_given, decimals_for, telling_apart
from gdmath.experiments.staircase_fit import NEAR, Fit

__all__ = ["StaircaseRun"]

TOLD = 3  # stairs that are drawn one by one
TOO_LOW, TOO_HIGH = 1 / 30, 1.1  # of the limit: learning rates that are shown beside it
SWINGS = 4  # steps of theirs
LONGEST_NAME = 14  # characters of a column's name that are shown


@dataclass(frozen=True, eq=False)
class StaircaseRun(Fit, Run):
    """The run as the stairs show it: all numbers of the film. ``params`` are the film's."""

    params: Any

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


def _coordinate(values: Array) -> Format:
    return Format(decimals_for(float(np.ptp(values)) or 1.0, 4))
