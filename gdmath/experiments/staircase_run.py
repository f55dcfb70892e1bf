"""What article 001's run is, in numbers: costs, slices, the best line, the limit, other rates."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from gdmath.arrays import Array
from gdmath.data import Points
from gdmath.descent import Stop, descend
from gdmath.experiments.staircase_parts import LongRun, Slice, Window, cost_top, data_window
from gdmath.objective import LeastSquares
from gdmath.optimizer import GradientDescent
from gdmath.theory import least_squares_line, stability_limit
from gdmath.trajectory import Trajectory

__all__ = ["PART", "TRIAL_EPOCHS", "Coupling", "Outcome", "Run", "Trial", "fit"]

Outcome = Literal["still", "falls", "climbs", "diverges"]
Coupling = Literal["flatter", "lower", "higher", "same"]

ROUNDING = 1e-14  # what a few operations in float64 may add, as a share of the largest term
GROWTH = 100.0  # times the first cost, beyond which the run has diverged
BESIDE = 1.04  # how far from the limit the runs on either side of it are
TOO_LOW = 30.0  # how often the limit holds a learning rate that is too low
TRIAL_EPOCHS = 5
PART = 0.4  # share of the way to the far end that the line is lifted for another look


@dataclass(frozen=True, eq=False)
class Trial:
    """A short run from the same start with another learning rate."""

    rate: float
    trajectory: Trajectory

    @property
    def climbs(self) -> bool:
        """Whether the cost has grown at its end."""
        return bool(self.trajectory.values[-1] > self.trajectory.values[0])

    def at(self, moment: float) -> tuple[float, float]:
        """Slope and intercept at a moment between two epochs."""
        path = self.trajectory.parameters
        a, b = (float(np.interp(moment, np.arange(len(path)), path[:, i])) for i in (0, 1))
        return a, b


@dataclass(frozen=True, eq=False)
class Run:
    """A line is fitted to points: y = a x + b, by descent on the mean squared error."""

    points: Points
    learning_rate: float
    objective: LeastSquares
    trajectory: Trajectory

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

    def cost(self, a: float, b: float) -> float:
        """The mean squared error of the line y = a x + b."""
        return float(self.objective.value([a, b]))

    def slopes(self, a: float, b: float) -> Array:
        """The partial derivatives of the cost, shape (2,)."""
        return self.objective.gradient([a, b])

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
        """The learning rate 2 / λmax, above which the run diverges."""
        return stability_limit(self.objective.curvature(self.best))

    @cached_property
    def coupling(self) -> Coupling:
        """What the best slope becomes when the intercept is raised."""
        matrix, slope = self.objective.curvature(self.best), self.slices[0].bottom
        if abs(matrix[0, 1]) <= 1e-9 * matrix[0, 0]:
            return "same"
        tried = (float(self.places[0, 1]), self.slices[1].toward(PART))
        rising = min(slope(b) for b in tried) > 0
        return "higher" if matrix[0, 1] < 0 else "flatter" if rising else "lower"

    # -- what the run shows ----------------------------------------------------------------

    @cached_property
    def outcome(self) -> Outcome:
        """What became of the cost; at the best line it changes by the noise of floating point."""
        first, last = float(self.costs[0]), float(self.costs[-1])
        if self.trajectory.diverged_at is not None:
            return "diverges"
        if math.isclose(first, last, rel_tol=1e-13):
            return "still"
        return "falls" if last < first else "climbs"

    @cached_property
    def shrinks(self) -> bool:
        """Whether each epoch moves the parameters less than the one before."""
        treads = np.linalg.norm(np.diff(self.places, axis=0), axis=1)
        return self.outcome == "falls" and bool((np.diff(treads) < 0).all())

    @cached_property
    def turns_back(self) -> bool:
        """Whether b turns round once on its way, as it does in the article's run."""
        signs = np.sign(np.diff(self.places[:, 1]))
        return self.outcome == "falls" and int(np.count_nonzero(np.diff(signs))) == 1

    @cached_property
    def slices(self) -> tuple[Slice, Slice]:
        """The cost as a function of a with b held, and of b with a held."""
        top = cost_top(self.objective, self.trajectory, float(self.points.y.var()) or 1.0)
        first, second = (Slice(self.objective, self.trajectory, i, top) for i in (0, 1))
        return first, second

    @cached_property
    def long(self) -> LongRun:
        """The same run, on until it is as good as done."""
        return LongRun(
            self.objective, self.trajectory, self.learning_rate, self.best, self.best_cost
        )

    def at(self, moment: float) -> tuple[float, float]:
        """The parameters at a moment of the film: from 0 on they are the run's, in epochs.

        Before, each is tried alone: from 0 down to -1 a runs to its far end; from -2 down to -3
        b does.
        """
        if moment >= 0:
            return self.long.at(moment)
        a, b = (float(value) for value in self.places[0])
        if moment >= -1:
            return self.slices[0].toward(-moment), b
        return a, self.slices[1].toward(-2 - moment)

    @cached_property
    def rests(self) -> Array:
        """The moments at which the film's picture rests, shape (m,)."""
        ends = [*range(self.epochs + 1), -1, -2, -2 - PART, -3]
        return np.array([*ends, self.long.reached_at or 0], dtype=float)

    # -- ranges and other learning rates ---------------------------------------------------

    @cached_property
    def window(self) -> tuple[Window, Window]:
        """The ranges of x and y that hold the points and the first guess."""
        a, b = (float(value) for value in self.places[0])
        return data_window(self.points, (a, b))

    @cached_property
    def points_window(self) -> tuple[Window, Window]:
        """The same for the points alone, before there is a guess."""
        return data_window(self.points)

    @cached_property
    def trials(self) -> tuple[Trial, Trial, Trial]:
        """Short runs with a learning rate that is too low, just below the limit, just above it."""
        rates = (self.limit / TOO_LOW, self.limit / BESIDE, self.limit * BESIDE)
        low, below, above = (self._trial(float(f"{rate:.3g}")) for rate in rates)
        return low, below, above

    def _trial(self, rate: float) -> Trial:
        stop = Stop(steps=TRIAL_EPOCHS, growth=math.inf)
        return Trial(rate, descend(self.objective, self.places[0], GradientDescent(rate), stop))

    @cached_property
    def trial_window(self) -> tuple[Window, float]:
        """The range of a that holds the short runs, and the largest cost in them."""
        values = np.concatenate([trial.trajectory.parameters[:, 0] for trial in self.trials])
        low, high = float(values.min()), float(values.max())
        air = 0.08 * (high - low) or 1.0
        top = max(float(trial.trajectory.values.max()) for trial in self.trials)
        return (low - air, high + air), 1.1 * top or 1.0

    def trial_curve(self, held: float) -> tuple[Array, Array] | None:
        """The cost by a within that range, for a value of b: values and costs, each (121,).

        None if all of it is too large.
        """
        window, top = self.trial_window
        return Slice(self.objective, self.trajectory, 0, top).curve(held, window)


def fit(
    objective: LeastSquares, start: tuple[float, float], rate: float, epochs: int
) -> Trajectory:
    """Descend; the run has diverged when the cost is a hundred times the first one."""
    stop = Stop(steps=epochs, growth=GROWTH)
    return descend(objective, start=start, rule=GradientDescent(learning_rate=rate), stop=stop)
