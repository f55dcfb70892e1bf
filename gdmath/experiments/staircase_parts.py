"""What the staircase film's plots need of a run: slices of the cost, windows, the run's future."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.data import Points
from gdmath.objective import LeastSquares
from gdmath.theory import contraction_factors, errors_after
from gdmath.trajectory import Trajectory

__all__ = ["NEAR", "LongRun", "Slice", "Window", "cost_top", "data_window"]

Window = tuple[float, float]

SAMPLES = 121  # of a parabola
FAR = 0.97  # share of the way to the end of an axis that a parameter is moved for a try
CLIMB = 2.2  # times the first cost: what a plot still shows of a cost that grows
NEAR = 0.01  # share of the best cost that counts as having arrived
SLACK = 1e-9  # share of a goal: more than rounding adds to a cost, less than can be shown
FARTHEST = 10**12  # epochs after which nobody waits any longer


@dataclass(frozen=True, eq=False)
class Slice:
    """The cost as a function of one parameter, the other one held: a parabola.

    ``which`` is 0 for a and 1 for b; ``top`` is the largest cost that is drawn.
    """

    objective: LeastSquares
    trajectory: Trajectory
    which: int
    top: float

    @property
    def name(self) -> str:
        """The parameter that moves along the axis."""
        return "ab"[self.which]

    @cached_property
    def curvature(self) -> float:
        """The second derivative, the same everywhere."""
        matrix = self.objective.curvature(self.trajectory.parameters[0])
        return float(matrix[self.which, self.which])

    def bottom(self, held: float) -> float:
        """Where the parabola is lowest: the best value for this one of the other parameter."""
        slope = float(self.objective.gradient(self._at(0.0, held))[self.which])
        return -slope / self.curvature

    def floor(self, held: float) -> float:
        """The cost there."""
        return float(self.objective.value(self._at(self.bottom(held), held)))

    def cost(self, value: float, held: float) -> float:
        """The cost of this value while the other parameter is held."""
        return float(self.objective.value(self._at(value, held)))

    def curve(self, held: float, window: Window | None = None) -> tuple[Array, Array] | None:
        """The part of the parabola that lies in the plot: values and costs, each (121,).

        None if there is no such part. ``window`` are the values of another plot than this one's.
        """
        room = self.top - self.floor(held)
        if room <= 0:
            return None
        reach, bottom = math.sqrt(2 * room / self.curvature), self.bottom(held)
        first, last = window or self.window
        low, high = max(first, bottom - reach), min(last, bottom + reach)
        if low >= high:
            return None
        values = np.linspace(low, high, SAMPLES)
        points = np.full((SAMPLES, 2), held)
        points[:, self.which] = values
        return values, np.minimum(self.objective.value(points), self.top)

    @cached_property
    def window(self) -> Window:
        """The values that the plot shows: the way to the bottom, and somewhat beyond it."""
        start, held = self.trajectory.parameters[0, [self.which, 1 - self.which]]
        bottom = self.bottom(float(held))
        reach = max(abs(start - bottom), 0.5 * math.sqrt(2 * self.top / self.curvature))
        path = self.trajectory.parameters[:, self.which]
        shown = [bottom, start, *np.clip(path, bottom - 1.6 * reach, bottom + 1.6 * reach)]
        away = reach if self.ahead else -reach
        shown += [start - 0.4 * away, bottom + 0.6 * away]
        return float(min(shown)), float(max(shown))

    @property
    def ahead(self) -> bool:
        """Whether the bottom lies above the start along the axis."""
        start, held = self.trajectory.parameters[0, [self.which, 1 - self.which]]
        return bool(self.bottom(float(held)) >= start)

    def toward(self, share: float) -> float:
        """Return the parameter's value so far on its way from the start to the far end."""
        start = float(self.trajectory.parameters[0, self.which])
        far = self.window[1] if self.ahead else self.window[0]
        return start + share * FAR * (far - start)

    def _at(self, value: float, held: float) -> tuple[float, float]:
        return (value, held) if self.which == 0 else (held, value)


def cost_top(objective: LeastSquares, trajectory: Trajectory, unit: float) -> float:
    """Return the largest cost that the parabolas show; ``unit`` is one where all costs are 0.

    A cost that grows is followed up to a little above twice the first one.
    """
    first = float(trajectory.values[0])
    climb = min(float(trajectory.values.max()), CLIMB * first)
    flat = 1.6 * max(
        Slice(objective, trajectory, which, math.inf).floor(float(held))
        for which, held in enumerate(trajectory.parameters[0, ::-1])
    )
    return 1.16 * (max(first, climb, flat) or unit)


def data_window(points: Points, line: tuple[float, float] | None = None) -> tuple[Window, Window]:
    """Return the ranges of x and y that hold the points and a line's a and b, and air around them.

    Zero belongs to them where it is near.
    """
    a, b = line or (0.0, float(points.y[0]))
    ends = [a * x + b for x in (float(points.x.min()), float(points.x.max()))]
    across = _airy([*points.x.tolist()], 0.08, 0.3)
    up = _airy([*points.y.tolist(), *ends], 0.16, 0.12)
    return across, up


def _airy(values: list[float], below: float, above: float) -> Window:
    low, high = min(values), max(values)
    span = (high - low) or max(abs(high), 1.0)
    bottom, top = low - below * span, high + above * span
    if 0 < low <= 0.7 * span:
        return min(0.0, bottom), top
    if -0.7 * span <= high < 0:
        return bottom, max(0.0, top)
    return bottom, top


@dataclass(frozen=True, eq=False)
class LongRun:
    """A run beyond its last epoch, by the closed form of its errors, until it is as good as done.

    ``best`` is the minimiser (2,), ``floor`` its cost.
    """

    objective: LeastSquares
    trajectory: Trajectory
    learning_rate: float
    best: tuple[float, float]
    floor: float

    @property
    def goal(self) -> float:
        """One percent above the best cost, or of the first cost where the best one is zero.

        A little more, so that the rounding of a cost that meets it exactly does not decide.
        """
        first = float(self.trajectory.values[0])
        return (1 + SLACK) * ((1 + NEAR) * self.floor if self.floor > 0 else NEAR * first)

    @cached_property
    def reached_at(self) -> int | None:
        """The first epoch whose cost is within the goal, or None if there is none."""
        if self.trajectory.values[0] <= self.goal:
            return 0
        if not self._settles or self._cost(FARTHEST) > self.goal:
            return None
        low, high = 0, FARTHEST
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._cost(middle) <= self.goal else (middle, high)
        return high

    @property
    def _settles(self) -> bool:
        """Whether the errors shrink at every epoch, by more than the rounding of a factor."""
        factors = contraction_factors(self._curvature, self.learning_rate)
        return bool((np.abs(factors) < 1 - 1 / FARTHEST).all())

    @property
    def _curvature(self) -> Array:
        return self.objective.curvature(self.best)

    def _places(self, epochs: ArrayLike) -> Array:
        first = self.trajectory.parameters[0] - self.best
        later = errors_after(self._curvature, first, self.learning_rate, epochs)
        return np.asarray(self.best) + later

    def _cost(self, epoch: int) -> float:
        return float(self.objective.value(self._places([epoch]))[0])

    @cached_property
    def epochs(self) -> Array:
        """The epochs that are drawn (m,): all of the run, then ever fewer, up to the goal."""
        made = np.arange(self.trajectory.steps + 1)
        if not self.reached_at or self.reached_at <= made[-1]:
            return read_only(made)
        later = np.geomspace(max(made[-1], 1), 1.1 * self.reached_at, 240).round()
        return read_only(np.unique(np.concatenate([made, later, [self.reached_at]])))

    @cached_property
    def places(self) -> Array:
        """The parameters at these epochs, shape (m, 2)."""
        made = self.trajectory.parameters
        return read_only(np.concatenate([made, self._places(self.epochs[len(made) :])]))

    @cached_property
    def costs(self) -> Array:
        """The costs at these epochs, shape (m,)."""
        return read_only(self.objective.value(self.places))

    @cached_property
    def views(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Last epoch and largest cost of two plots: of the run as it was made, and of its rest.

        The second one is chosen so that what is left of the cost can be seen to fall.
        """
        made = self.trajectory.values
        whole = (float(len(made) - 1), 1.08 * float(made.max()))
        if not self.reached_at:
            return whole, whole
        close = min(len(made) - 1, max(3, self.reached_at // 15))
        left = self.floor + 2.2 * (float(made[close]) - self.floor)
        return whole, (max(whole[0], 1.1 * self.reached_at), min(whole[1], left))

    def at(self, moment: float) -> tuple[float, float]:
        """The parameters at a moment between two epochs, as the film glides on."""
        a, b = (float(np.interp(moment, self.epochs, self.places[:, i])) for i in (0, 1))
        return a, b
