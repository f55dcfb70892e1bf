"""Gradient descent on a function of one number, and what can be said of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from gdmath.arrays import Array
from gdmath.descent import Stop, descend
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Sentences
from gdmath.experiments.reading import Format, as_given, decimals_for
from gdmath.objective import Function
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["CurveRun"]

_FIGURES = 4
_SETTLED = 1e-4  # of the picture's width: a step that nobody sees
_ROUNDING = 1e-12  # what floating point may have added, as a share of the largest number


@dataclass(frozen=True)
class CurveRun(Run):
    """x <- x − learning_rate · J'(x), from ``start``, as long as x is between J's low and high.

    The parameters are ``start``, ``learning_rate`` and ``steps``. ``left_at`` is the step at which
    x has left the picture, which is the last, or None. What can be said of it are its methods.
    """

    params: Any
    function: Function
    sentences: Sentences
    trajectory: Trajectory
    left_at: int | None

    @classmethod
    def of(cls, params: Any, function: Function, sentences: Sentences) -> Self:
        """Descend a function as the parameters say; the sentences are the film's."""
        whole = _descended(params, function, params.steps)
        xs = whole.parameters[:, 0]
        outside = np.flatnonzero((xs < function.low) | (xs > function.high))
        if not len(outside):
            return cls(params, function, sentences, whole, whole.diverged_at)
        left_at = int(outside[0])
        seen = _descended(params, function, left_at)
        return cls(params, function, sentences, seen, left_at)

    @property
    def steps(self) -> int:
        """How many steps were taken: fewer than asked for if x left the picture."""
        return self.trajectory.steps

    @property
    def xs(self) -> Array:
        """All x, (n + 1,)."""
        return self.trajectory.parameters[:, 0]

    @property
    def slopes(self) -> Array:
        """J'(x) at each, (n + 1,)."""
        return self.trajectory.gradients[:, 0]

    @cached_property
    def quantities(self) -> Quantities:
        """x, cost, slope and step, after so many steps; the learning rate and the steps."""
        rate, function = self.params.learning_rate, self.function
        costs, moves = self.trajectory.values, -self.params.learning_rate * self.slopes
        sizes = [function.high - function.low, np.ptp(function.at(function.grid))]
        digits, high = (decimals_for(float(size), _FIGURES) for size in sizes)
        noise = _ROUNDING * max(abs(function.low), abs(function.high))
        steep = _ROUNDING * float(np.abs(function.slope(function.grid)).max())
        return Quantities(
            Quantity("x", "here", Format(digits), self.xs, noise),
            Quantity("cost", "cost", Format(high), costs, _ROUNDING * float(sizes[1])),
            Quantity("slope", "gradient", Format(high, signed=True), self.slopes, steep),
            Quantity("step", "step", Format(digits, signed=True), moves, rate * steep),
            Quantity("learning rate", "step", as_given(rate), rate),
            Quantity("steps", "quiet", Format(0), np.arange(self.steps + 1)),
        )

    # -- what can be said ------------------------------------------------------------------------

    def starts_flat(self) -> bool:
        """Whether there is no slope at the start."""
        return self.reading("slope", 0).is_zero

    def starts_on_a_slope(self) -> bool:
        """Whether there is a slope at the start."""
        return not self.starts_flat()

    def starts_with_a_step(self) -> bool:
        """Whether slope and learning rate make a first step."""
        return not self.reading("step", 0).is_zero

    def starts_without_a_step(self) -> bool:
        """Whether slope or learning rate is zero."""
        return not self.starts_with_a_step()

    def stays(self) -> bool:
        """Whether x never changes: no slope, no learning rate, or no step."""
        return bool((self.xs == self.xs[0]).all())

    def leaves(self) -> bool:
        """Whether x leaves the picture."""
        return self.left_at is not None

    def falls(self) -> bool:
        """Whether every step lowers the cost, as far as floating point can tell."""
        rises, moves = np.diff(self.trajectory.values), np.abs(np.diff(self.xs))
        noise = float(np.max(self.quantities["cost"].noise))
        settled = (np.abs(rises) <= noise) & (moves < _SETTLED * np.ptp(self.function.grid))
        lower = (rises < -noise) | settled
        return not self.leaves() and not self.stays() and bool(lower.all())

    def wanders(self) -> bool:
        """Whether some step does not lower the cost, and x stays in the picture."""
        return not (self.leaves() or self.stays() or self.falls())


def _descended(params: Any, function: Function, steps: int) -> Trajectory:
    rule, stop = GradientDescent(params.learning_rate), Stop(steps=steps, growth=math.inf)
    with np.errstate(over="ignore", invalid="ignore"):
        return descend(function, start=params.start, rule=rule, stop=stop)
