"""Everything that the staircase film shows, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from gdmath.decimals import magnitude
from gdmath.experiments.reading import (
    Format,
    Reading,
    as_given,
    decimals_for,
    equals,
    telling_apart,
)
from gdmath.experiments.staircase_parts import NEAR
from gdmath.experiments.staircase_run import Run

if TYPE_CHECKING:
    from gdmath.experiments.staircase import Params

__all__ = ["Epoch", "Staircase"]

LONGEST_NAME = 14  # characters of a column's name that are shown
LARGE_TICK = 1e6  # from where an axis has room for powers of ten only


@dataclass(frozen=True)
class Epoch:
    """Where the line is after so many epochs, the slopes there, and the stair that comes next.

    ``moves`` are the treads, minus learning rate times slope; ``riser`` is what the cost changes
    by in the next epoch, None at the last one. ``rate`` is the learning rate.
    Pairs are for a and b.
    """

    place: tuple[Reading, Reading]
    cost: Reading
    slopes: tuple[Reading, Reading]
    moves: tuple[Reading, Reading]
    riser: Reading | None
    rate: Reading

    def equals(self, then: Epoch, which: int) -> str:
        """Return the sign before what a (0) or b (1) becomes: = or ≈."""
        return equals(self.place[which], self.rate, self.slopes[which], then.place[which])


@dataclass(frozen=True, eq=False)
class Staircase(Run):
    """Everything that the staircase film shows: the run, and its numbers as they are written."""

    params: Params

    @property
    def pours(self) -> bool:
        """Whether the points are the container's of the article."""
        return not self.params.points_csv

    @property
    def names(self) -> tuple[str, str]:
        """What x and y are called, cut to what the plots have room for."""
        full = (self.points.x_name, self.points.y_name)
        first, second = (n if len(n) <= LONGEST_NAME else n[: LONGEST_NAME - 1] + "…" for n in full)
        return first, second

    @cached_property
    def measured(self) -> tuple[tuple[Reading, Reading], ...]:
        """The points, coordinate by coordinate."""
        columns = (self.points.x, self.points.y)
        forms = [Format(decimals_for(float(np.ptp(column)) or 1.0, 4)) for column in columns]
        return tuple(
            (forms[0].of("x", float(x)), forms[1].of("y", float(y)))
            for x, y in zip(*columns, strict=True)
        )

    # -- a, b and the cost -----------------------------------------------------------------

    @cached_property
    def _decimals(self) -> tuple[int, int]:
        """Digits of a and of b that show how far they go, to three figures.

        Where a run that diverges makes them much larger, six figures of all are enough.
        """
        first, largest = self.places[0], np.abs(self.places).max(axis=0)
        ways = [(abs(s - g), abs(g)) for s, g in zip(first, self.best, strict=True)]
        scales = [way if way > self.place_noise else size or 1.0 for way, size in ways]
        a, b = (
            min(decimals_for(scale, 3), decimals_for(float(most) or 1.0, 6))
            for scale, most in zip(scales, largest, strict=True)
        )
        return (
            telling_apart(self.places[:2, 0], a, self.place_noise),
            telling_apart(self.places[:2, 1], b, self.place_noise),
        )

    @cached_property
    def _cost_decimals(self) -> int:
        least = decimals_for(max(self.best_cost, 1e-3 * float(self.costs[0])) or 1.0, 2)
        told = (*self.costs[:2], self.costs[-1], self.costs[0])
        return telling_apart(told, least, self.cost_noise(*self.places[0]))

    @cached_property
    def _cost_format(self) -> Format:
        """How the cost is written: what it was and what it becomes differ, however large."""
        told = (*self.costs[:2], self.costs[-1], self.costs[0])
        size = magnitude(max(told) or 1.0)
        apart = telling_apart(told, 3 - size, self.cost_noise(*self.places[0]))
        return Format(self._cost_decimals, fixed=True, figures=size + 1 + apart)

    def _parameter(self, which: int, value: float, name: str) -> Reading:
        return Format(self._decimals[which], fixed=True).of(name, value, self.place_noise)

    def first(self, which: int) -> Reading:
        """Where a (0) or b (1) starts, as it was given."""
        given = float(self.places[0, which])
        return Format(max(self._decimals[which], 6)).of("ab"[which], given)

    def parameter_now(self, which: int, moment: float) -> Reading:
        """A or b at a moment of the film."""
        return self._parameter(which, self.at(moment)[which], f"{'ab'[which]} now")

    def _mse(self, place: tuple[float, float], name: str = "MSE") -> Reading:
        return self._cost_format.of(name, self.cost(*place), self.cost_noise(*place))

    def cost_now(self, moment: float) -> Reading:
        """The cost at a moment of the film."""
        return self._mse(self.at(moment), "MSE now")

    def best_parameter(self, which: int) -> Reading:
        """The closed form's a or b, to two figures at least."""
        value = self.best[which]
        decimals = max(self._decimals[which], decimals_for(value, 2) if value else 0)
        return Format(decimals).of(f"best {'ab'[which]}", value, self.place_noise)

    @property
    def best_mse(self) -> Reading:
        """The closed form's cost, to three figures."""
        return Format(decimals_for(self.best_cost, 3)).of("best MSE", self.best_cost)

    def tick(self, value: float, span: float) -> Reading:
        """The number at a tick of an axis that is so long."""
        return Format(decimals_for(span, 2), large=LARGE_TICK).of("tick", value)

    # -- the first guess and its epochs ----------------------------------------------------

    @cached_property
    def first_squares(self) -> tuple[Reading, ...]:
        """The squared errors of the first guess, point by point."""
        form = Format(self._cost_decimals)
        squares = self.errors(*self.places[0]) ** 2
        return tuple(form.of("squared error", float(square)) for square in squares)

    @property
    def first_sum(self) -> Reading:
        """Their sum."""
        return Format(self._cost_decimals).of("sum", sum(s.value for s in self.first_squares))

    @property
    def count(self) -> Reading:
        """How many points there are."""
        return Format(0).of("n", len(self.points.x))

    def epoch(self, number: int) -> Epoch:
        """What is known after so many epochs, 0 to ``epochs``."""
        gradient = self.trajectory.gradients[number]
        first = np.abs(self.trajectory.gradients[0])
        scale = float(first.max()) if (first > self.slope_noise(*self.places[0])).any() else 1.0
        steep = Format(decimals_for(scale, 3), fixed=True)
        moves = -self.learning_rate * gradient
        treads = [Format(d, signed=True, fixed=True) for d in self._decimals]
        rise = Format(self._cost_decimals, signed=True, fixed=True)
        last = number == self.epochs
        a, b = (float(value) for value in self.places[number])
        slopes = self.slope_noise(a, b)
        steps = self.learning_rate * slopes
        return Epoch(
            place=(self._told(0, number), self._told(1, number)),
            cost=self._mse((a, b)),
            slopes=(
                steep.of("slope", gradient[0], slopes[0]),
                steep.of("slope", gradient[1], slopes[1]),
            ),
            moves=(
                treads[0].of("tread", moves[0], steps[0]),
                treads[1].of("tread", moves[1], steps[1]),
            ),
            riser=None
            if last
            else rise.of("riser", float(np.diff(self.costs)[number]), 2 * self.cost_noise(a, b)),
            rate=self.rate,
        )

    def _told(self, which: int, number: int) -> Reading:
        value = float(self.places[number, which])
        return self._parameter(which, value, "ab"[which]) if number else self.first(which)

    # -- epochs and learning rates ---------------------------------------------------------

    def whole(self, value: float) -> Reading:
        """A whole number of epochs."""
        return Format(0, powers=False).of("epoch", value)

    @property
    def diverged(self) -> Reading | None:
        """The epoch at which the run was found to diverge."""
        at = self.trajectory.diverged_at
        return None if at is None else self.whole(at)

    @property
    def near(self) -> Reading:
        """The share, in percent, of the best cost that counts as having arrived."""
        return Format(0, unit="%").of("tolerance", 100 * NEAR)

    @property
    def near_what(self) -> str:
        """What that share is of, in words."""
        return " above the best" if self.best_cost > 0 else " of the first cost"

    @property
    def rate(self) -> Reading:
        """The learning rate; it does not read as the limit unless it is."""
        form = as_given(self.learning_rate, unlike=[self.limit])
        return form.of("our rate", self.learning_rate)

    def trial_rate(self, value: float) -> Reading:
        """The learning rate of a short run."""
        return Format(decimals_for(value, 3)).of("learning rate", value)

    @property
    def limit_told(self) -> Reading:
        """The limit 2 / λmax; it reads as no learning rate beside it, unless it is one."""
        rates = [self.learning_rate, *(trial.rate for trial in self.trials)]
        told = [number for rate in rates for number in (self.limit, rate)]
        decimals = telling_apart(told, decimals_for(self.limit, 3), 1e-13 * self.limit)
        return Format(decimals, fixed=True).of("limit", self.limit)

    @property
    def steepest(self) -> Reading:
        """The largest second derivative of the cost, λmax."""
        return Format(decimals_for(2 / self.limit, 3)).of("λmax", 2 / self.limit)

    def curvature(self, which: int) -> Reading:
        """The second derivative of the cost along a (0) or b (1) alone."""
        form = Format(decimals_for(2 / self.limit, 3))
        return form.of("curvature", self.slices[which].curvature)

    @cached_property
    def ledger(self) -> Mapping[str, ArrayLike | Callable[[float], float]]:
        """The values that a number on the screen may have, by the name that its reading bears.

        Of a number that changes while something moves it is the function of the moment.
        """
        epochs = [self.epoch(number) for number in range(min(self.epochs, 1) + 1)]
        reached = self.long.reached_at
        return {
            "moment": self.rests,
            "minute": [0.0, *self.points.x],
            "trial moment": np.arange(len(self.trials[2].trajectory.values)),
            "x": self.points.x,
            "y": self.points.y,
            "a": self.places[:, 0],
            "b": self.places[:, 1],
            "MSE": self.costs,
            "a now": lambda moment: self.at(moment)[0],
            "b now": lambda moment: self.at(moment)[1],
            "MSE now": lambda moment: self.cost(*self.at(moment)),
            "squared error": [square.value for square in self.first_squares],
            "sum": self.first_sum.value,
            "n": len(self.points.x),
            "slope": self.trajectory.gradients[0],
            "tread": [move.value for epoch in epochs for move in epoch.moves],
            "riser": np.diff(self.costs),
            "best a": self.best[0],
            "best b": self.best[1],
            "best MSE": self.best_cost,
            "epoch": [*range(self.epochs + 1), *([] if reached is None else [reached])],
            "tolerance": 100 * NEAR,
            "our rate": self.learning_rate,
            "learning rate": [trial.rate for trial in self.trials],
            "limit": self.limit,
            "λmax": 2 / self.limit,
            "curvature": [slice_.curvature for slice_ in self.slices],
        }
