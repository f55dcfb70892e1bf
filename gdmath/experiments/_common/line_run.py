"""Films about a line that is fitted to points: costs, slices of the cost, the best line, the limit.

    y = a x + b,    cost(a, b) = mean of the squared errors

Descent takes all points at each step (article 001). Of pairs, 0 is a and 1 is b.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.data import Points
from gdmath.experiments._common.run import Run
from gdmath.objective import LeastSquares, line_error
from gdmath.theory import contraction_factors, errors_after, least_squares_line, stability_limit
from gdmath.trajectory import Trajectory

__all__ = ["NEAR", "LineRun"]

NEAR = 0.01  # share of the best cost that counts as having arrived
SLACK = 1e-9  # share of a goal: more than rounding adds to a cost, less than can be shown
NOISE = 1e-12  # share of the largest slope: what is less is rounding
TOO_HIGH = 1.1  # of the limit: a learning rate that is shown beside it
SWINGS = 4  # steps of theirs
FARTHEST = 10**6  # epochs after which nobody waits any longer


class LineRun(Run):
    """Descent on the mean squared error of a line. A derived class has its points and its run."""

    points: Points
    learning_rate: float
    trajectory: Trajectory

    # -- the run -----------------------------------------------------------------------------

    @property
    def epochs(self) -> int:
        """How many epochs were made: fewer than asked for if the run diverged."""
        return self.trajectory.steps

    @property
    def places(self) -> Array:
        """The parameters a and b, shape (n + 1, 2); row 0 is the first guess."""
        return self.trajectory.parameters

    @property
    def pairs(self) -> list[tuple[float, float]]:
        """The same as pairs of numbers."""
        return [(a, b) for a, b in self.places.tolist()]

    @property
    def costs(self) -> Array:
        """The mean squared errors, shape (n + 1,)."""
        return self.trajectory.values

    @cached_property
    def slopes(self) -> Array:
        """The cost's slopes along a and b, shape (n + 1, 2), zero where they are only rounding."""
        slopes = self.trajectory.gradients
        return np.where(np.abs(slopes) > NOISE * np.abs(slopes).max(), slopes, 0.0)

    @property
    def treads(self) -> Array:
        """What each epoch adds to a and b, minus learning rate times slope, shape (n, 2)."""
        return -self.learning_rate * self.slopes[:-1]

    @property
    def risers(self) -> Array:
        """What each epoch adds to the cost, shape (n,), zero where it is only rounding."""
        risers = np.diff(self.costs)
        return np.where(np.abs(risers) > NOISE * self.costs[:-1], risers, 0.0)

    # -- costs -------------------------------------------------------------------------------

    @cached_property
    def objective(self) -> LeastSquares:
        """The mean squared error as a function of a and b."""
        return line_error(self.points.x, self.points.y)

    @cached_property
    def curvature(self) -> Array:
        """The second derivatives of the cost, shape (2, 2), the same everywhere."""
        return self.objective.curvature(self.places[0])

    def cost(self, a: float, b: float) -> float:
        """The mean squared error of the line y = a x + b."""
        return float(self.objective.value([a, b]))

    def errors(self, a: float, b: float) -> Array:
        """How far each point lies above the line, y - (a x + b), shape (m,)."""
        return -self.objective.residuals([a, b])

    def bottom(self, b: float) -> float:
        """The best a for a b that is held: where that slice of the cost is lowest."""
        return -float(self.objective.gradient((0.0, b))[0] / self.curvature[0, 0])

    # -- what is known beforehand ------------------------------------------------------------

    @cached_property
    def best(self) -> tuple[float, float]:
        """Slope and intercept of the best line, by the closed form (Gauss, 1809)."""
        return least_squares_line(self.points.x, self.points.y)

    @property
    def best_cost(self) -> float:
        """The mean squared error of the best line."""
        return self.cost(*self.best)

    @cached_property
    def limit(self) -> float:
        """The learning rate 2 / λmax, above which every step across the valley ends higher."""
        return stability_limit(self.curvature)

    @property
    def factors(self) -> tuple[float, float]:
        """What each epoch multiplies the way to the best line by: across the valley, along it."""
        along, across = contraction_factors(self.curvature, self.learning_rate).tolist()
        return across, along

    @cached_property
    def axes(self) -> Array:
        """Unit directions across the valley and along it, one a row, both towards a greater a."""
        directions = np.linalg.eigh(self.curvature)[1].T[::-1]
        return np.asarray(directions * np.where(directions[:, :1] < 0, -1, 1))

    @property
    def steepness(self) -> Array:
        """The second derivatives of the cost across the valley and along it, shape (2,)."""
        return np.asarray(np.linalg.eigvalsh(self.curvature)[::-1])

    @property
    def rates(self) -> tuple[float, float]:
        """This run's learning rate or one that does well, and one that is too high."""
        own = self.learning_rate
        good = own if 0.1 * self.limit <= own <= 0.95 * self.limit else 0.4 * self.limit
        good, high = (
            rate if rate == own else float(f"{rate:.2g}") for rate in (good, TOO_HIGH * self.limit)
        )
        return good, high

    def across(self, rate: float) -> Array:
        """Where steps lead across the valley, along its steepest direction, (SWINGS + 1,).

        From 1 on one side; 0 is the floor. Each step multiplies by 1 - 2 rate / limit.
        """
        return np.asarray((1 - 2 * rate / self.limit) ** np.arange(SWINGS + 1))

    def later(self, epochs: ArrayLike) -> Array:
        """The parameters after so many epochs (n,), shape (n, 2), by the closed form."""
        first = self.places[0] - self.best
        errors = errors_after(self.curvature, first, self.learning_rate, epochs)
        return read_only(np.asarray(self.best) + errors)

    def costs_after(self, epochs: ArrayLike) -> Array:
        """The costs after so many epochs (n,), by the closed form."""
        return read_only(self.objective.value(self.later(epochs)))

    @cached_property
    def reached_at(self) -> int | None:
        """The first epoch with a cost within a hundredth of the best, or None if there is none.

        It is computed by the closed form of the errors, however far beyond the run it lies.
        """
        goal = (1 + SLACK) * (1 + NEAR) * self.best_cost
        if max(map(abs, self.factors)) >= 1 or self.costs_after([FARTHEST])[0] > goal:
            return None
        low, high = 0, FARTHEST
        while high - low > 1:
            middle = (low + high) // 2
            near = self.costs_after([middle])[0] <= goal
            low, high = (low, middle) if near else (middle, high)
        return high

    def gets_home(self) -> bool:
        """Some epoch, however late, brings the cost within a hundredth of the best."""
        return self.reached_at is not None

    # -- what can be said --------------------------------------------------------------------

    def misses(self) -> bool:
        """No line meets all points."""
        return self.best_cost > 0

    def a_tilts(self) -> bool:
        """A greater a lifts it by more, the farther to the right."""
        return bool(np.allclose(self.errors(0, 0) - self.errors(1, 0), self.points.x))

    def guess_misses(self) -> bool:
        """The first guess misses some point."""
        return bool(self.errors(*self.places[0]).any())

    def falls_at_first(self) -> bool:
        """The first epoch lowers the cost."""
        return bool(self.risers[0] < 0)

    def climbs_at_first(self) -> bool:
        """The first epoch lifts the cost."""
        return bool(self.risers[0] > 0)

    def cost_falls(self) -> bool:
        """The cost falls at every epoch."""
        return bool((self.risers < 0).all())

    def cost_climbs(self) -> bool:
        """The cost climbs at every epoch."""
        return bool((self.risers > 0).all())

    def climbs(self, name: str) -> bool:
        """A parameter grows at every epoch."""
        return bool((self.treads[:, "ab".index(name)] > 0).all())

    def turns(self, name: str) -> int:
        """How often a parameter turns back."""
        signs = np.sign(self.treads[:, "ab".index(name)])
        return int(np.count_nonzero(np.diff(signs[signs != 0])))

    def turns_as_the_valley_moves(self, name: str) -> bool:
        """A parameter turns back once, though no step of it passes its bottom: that has moved."""
        which = "ab".index(name)
        return self.turns(name) == 1 and self.learning_rate * self.curvature[which, which] <= 1

    def swings(self, name: str) -> bool:
        """A parameter turns back more than once."""
        return self.turns(name) > 1

    def is_narrow(self) -> bool:
        """Across the valley the cost is more than ten times as steep as along it."""
        return bool(self.steepness[0] > 10 * self.steepness[1])

    def waits(self) -> bool:
        """More epochs than were made bring the cost within a hundredth of the best."""
        return self.reached_at is not None and self.reached_at > self.epochs

    def is_quick_across(self) -> bool:
        """Across the valley each epoch takes a greater share of the way than along it."""
        across, along = map(abs, self.factors)
        return across < along < 1

    def never_arrives(self) -> bool:
        """No epoch that one could wait for brings the cost there."""
        return not self.gets_home()

    def cut_is_steepest(self) -> bool:
        """The direction across the valley is the one in which the cost is steepest."""
        return bool(self.steepness[0] >= self.steepness[1])

    def good_rate_lowers(self) -> bool:
        """With the good rate every step across the valley lands lower, or on the floor."""
        off = np.abs(self.across(self.rates[0]))
        return bool((off[1:] < off[:-1])[off[:-1] > 0].all())

    def high_rate_lifts(self) -> bool:
        """With the high rate every step across the valley lands higher."""
        return bool((np.diff(np.abs(self.across(self.rates[1]))) > 0).all())

    def leads_down(self) -> bool:
        """The run's last cost is below its first."""
        return bool(self.costs[-1] < self.costs[0])

    def leads_up(self) -> bool:
        """The run's last cost is above its first, with a rate above the limit."""
        return not self.leads_down() and self.learning_rate > self.limit
