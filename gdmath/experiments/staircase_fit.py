"""Article 001's fit of a line in numbers: costs, slices of the cost, the best line, the limit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.data import Points
from gdmath.objective import LeastSquares, line_error
from gdmath.theory import contraction_factors, errors_after, least_squares_line, stability_limit
from gdmath.trajectory import Trajectory

__all__ = ["NEAR", "Fit", "Outcome"]

Outcome = Literal["falls", "climbs", "diverges"]

NEAR = 0.01  # share of the best cost that counts as having arrived
ROUNDING = 1e-14  # what a few operations in float64 may add, as a share of the largest term
SLACK = 1e-9  # share of a goal: more than rounding adds to a cost, less than can be shown
FARTHEST = 10**6  # epochs after which nobody waits any longer


@dataclass(frozen=True, eq=False)
class Fit:
    """A line is fitted to points: y = a x + b, by descent on the mean squared error.

    Of pairs, 0 is a and 1 is b. ``main`` is the one along whose axis the stairs are drawn.
    """

    points: Points
    learning_rate: float
    trajectory: Trajectory

    @cached_property
    def objective(self) -> LeastSquares:
        """The mean squared error as a function of a and b."""
        return line_error(self.points.x, self.points.y)

    @property
    def epochs(self) -> int:
        """How many epochs were made: fewer than asked for if the run diverged."""
        return self.trajectory.steps

    @property
    def places(self) -> Array:
        """The parameters a and b, shape (n + 1, 2); row 0 is the first guess."""
        return self.trajectory.parameters

    @property
    def costs(self) -> Array:
        """The mean squared errors, shape (n + 1,)."""
        return self.trajectory.values

    @cached_property
    def slopes(self) -> Array:
        """The cost's slopes along a and b, shape (n + 1, 2), zero where they are only noise."""
        noise = np.array([self.slope_noise(*place) for place in self.places])
        gradients = self.trajectory.gradients
        return read_only(np.where(np.abs(gradients) > noise, gradients, 0.0))

    @property
    def treads(self) -> Array:
        """What each epoch adds to a and b, minus learning rate times slope, shape (n, 2)."""
        return -self.learning_rate * self.slopes[:-1]

    @cached_property
    def risers(self) -> Array:
        """What each epoch adds to the cost, shape (n,), zero where it is only noise."""
        noise = np.array([self.cost_noise(*place) for place in self.places])
        risers = np.diff(self.costs)
        return read_only(np.where(np.abs(risers) > noise[:-1] + noise[1:], risers, 0.0))

    def cost(self, a: float, b: float) -> float:
        """The mean squared error of the line y = a x + b."""
        return float(self.objective.value([a, b]))

    def errors(self, a: float, b: float) -> Array:
        """How far each point lies above the line, y - (a x + b), shape (m,)."""
        return -self.objective.residuals([a, b])

    def level(self, minute: float) -> float:
        """How full the container is, poured evenly from one measurement to the next."""
        x, y = self.points.x, self.points.y
        return float(np.interp(minute, [0.0, *x], [0.0, *y]))

    # -- what floating point may have added --------------------------------------------------

    @property
    def place_noise(self) -> float:
        """What float64 may have added to a and b."""
        return 1e-13 * float(np.abs(self.places).max())

    def _terms(self, a: float, b: float) -> Array:
        """Return the size of what each error is summed from, shape (m,)."""
        return np.asarray(np.abs(a * self.points.x) + abs(b) + np.abs(self.points.y))

    def cost_noise(self, a: float, b: float) -> float:
        """What float64 may have added to the cost of a line."""
        noise = ROUNDING * self._terms(a, b)
        return float((noise * (2 * np.abs(self.errors(a, b)) + noise)).mean())

    def slope_noise(self, a: float, b: float) -> Array:
        """What float64 may have added to the slopes of the cost, shape (2,)."""
        noise = 2 * ROUNDING * self._terms(a, b)
        return np.array([(noise * np.abs(self.points.x)).mean(), noise.mean()])

    # -- slices: the cost by one parameter, the other one held ---------------------------------

    @cached_property
    def main(self) -> int:
        """The parameter with the steeper first slope."""
        slope_a, slope_b = np.abs(self.slopes[0]).tolist()
        return int(slope_b > slope_a)

    def curvature(self, which: int) -> float:
        """The second derivative of the cost along a parameter, the same everywhere."""
        return float(self.objective.curvature(self.places[0])[which, which])

    def slice_cost(self, which: int, value: float, held: float) -> float:
        """The cost where a parameter has a value and the other one is held."""
        return self.cost(*((value, held) if which == 0 else (held, value)))

    def bottom(self, which: int, held: float) -> float:
        """Where the slice is lowest: the best value for this one of the other parameter."""
        at = (0.0, held) if which == 0 else (held, 0.0)
        return -float(self.objective.gradient(at)[which]) / self.curvature(which)

    # -- what is known beforehand ----------------------------------------------------------

    @cached_property
    def best(self) -> tuple[float, float]:
        """Slope and intercept of the best line, by the closed form (Gauss, 1809)."""
        return least_squares_line(self.points.x, self.points.y)

    @cached_property
    def best_cost(self) -> float:
        """The mean squared error of the best line, zero where it meets every point."""
        cost = self.cost(*self.best)
        noise = 1e-24 * float((self.points.y**2).mean())
        return 0.0 if cost <= noise else cost

    @cached_property
    def limit(self) -> float:
        """The learning rate 2 / λmax, above which every step across the valley goes too far."""
        return stability_limit(self.objective.curvature(self.best))

    # -- what became of it -------------------------------------------------------------------

    @cached_property
    def outcome(self) -> Outcome:
        """What became of the cost."""
        if self.trajectory.diverged_at is not None:
            return "diverges"
        return "falls" if self.costs[-1] < self.costs[0] else "climbs"

    @cached_property
    def reached_at(self) -> int | None:
        """The first epoch with a cost within a hundredth of the best, or None if there is none.

        It is computed by the closed form of the errors, however far beyond the run it lies. Where
        the best cost is zero, a hundredth of the first cost is the goal.
        """
        factors = contraction_factors(self.objective.curvature(self.best), self.learning_rate)
        if (np.abs(factors) >= 1 - 1 / FARTHEST).any() or self.costs_after([FARTHEST])[
            0
        ] > self.goal:
            return None
        low, high = 0, FARTHEST
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (
                (low, middle) if self.costs_after([middle])[0] <= self.goal else (middle, high)
            )
        return high

    @property
    def goal(self) -> float:
        """That cost; a little more, so that no rounding decides whether it is met exactly."""
        first = float(self.costs[0])
        return (1 + SLACK) * ((1 + NEAR) * self.best_cost if self.best_cost > 0 else NEAR * first)

    def costs_after(self, epochs: ArrayLike) -> Array:
        """The costs after so many epochs (n,), by the closed form."""
        curvature = self.objective.curvature(self.best)
        later = errors_after(curvature, self.places[0] - self.best, self.learning_rate, epochs)
        return read_only(self.objective.value(np.asarray(self.best) + later))
