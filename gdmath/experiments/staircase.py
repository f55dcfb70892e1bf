"""Down the stairs, article 001: a line through three points, two parabolas, and a stair an epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import numpy as np
from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.arrays import Array
from gdmath.data import CONTAINER, DataError, Points, read_points
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments.params import nearest, parameter
from gdmath.experiments.reading import Format, Reading, decimals_for
from gdmath.experiments.staircase_parts import (
    NEAR,
    LongRun,
    Slice,
    Window,
    cost_top,
    data_window,
)
from gdmath.objective import LeastSquares, line_error
from gdmath.optimizer import GradientDescent
from gdmath.theory import least_squares_line, stability_limit
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "Coupling", "Epoch", "Outcome", "Params", "Staircase", "Trial", "run"]

Outcome = Literal["still", "falls", "climbs", "diverges"]
Coupling = Literal["flatter", "lower", "higher", "same"]

PROJECT = Path(__file__).resolve().parents[2]
LARGEST = 1e6  # of the numbers in a data file, in size
NARROWEST = 1e-3  # spread of x, and the same as a share of the largest x
LONGEST_NAME = 14  # characters of a column's name that are shown
GROWTH = 100.0  # times the first cost, beyond which the run has diverged
BESIDE = 1.04  # how far from the limit the runs on either side of it are
TOO_LOW = 30.0  # how often the limit holds a learning rate that is too low
TRIAL_EPOCHS = 5


class Params(base.Params):
    """What the staircase film can be told."""

    points_csv: str = parameter("", "", "file of points; empty: the article's three")
    a_start: float = parameter(0.2, "", "slope of the first guess", ge=-100, le=100)
    b_start: float = parameter(0.5, "", "intercept of the first guess", ge=-100, le=100)
    learning_rate: float = parameter(0.06, "", "share of the slope that is stepped", ge=0, le=1)
    epochs: int = parameter(10, "", "stairs in all", ge=1, le=500)

    _points: Points = PrivateAttr(default_factory=lambda: CONTAINER)
    _file: Path | None = PrivateAttr(default=None)

    @property
    def points(self) -> Points:
        """The points that the line is for."""
        return self._points

    def data_files(self) -> tuple[Path, ...]:
        """Return the CSV file, if the points come from one."""
        return () if self._file is None else (self._file,)

    @model_validator(mode="after")
    def _read_points(self, info: ValidationInfo) -> Self:
        if self.points_csv:
            folders = (info.context or PROJECT, PROJECT)
            try:
                self._file = _find(self.points_csv, folders)
                self._points = read_points(self._file)
                _check(self._points)
            except ValueError as error:
                raise ValueError(
                    f"points_csv = {self.points_csv!r:.80} is not allowed: {error}"
                ) from None
        return self


# What the learning rate can do to the stairs; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.002},
    "zigzag": {"learning_rate": 0.17},
    "climb": {"learning_rate": 0.2},
    "diverge": {"learning_rate": 0.25},
}


def _find(name: str, folders: tuple[Path, ...]) -> Path:
    """Return the first of these folders' files of this name."""
    try:
        return next(path for folder in folders if _is_there(path := folder / name))
    except StopIteration:
        known = sorted({path.name for folder in folders for path in folder.glob("*.csv")})
        raise DataError(
            "there is no such file beside the parameter file or in the project"
            + nearest(name, known)
        ) from None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no file can have this name
        return False


def _check(points: Points) -> None:
    """Raise ValueError, in one sentence, unless a film can show these points."""
    for name, values in ((points.x_name, points.x), (points.y_name, points.y)):
        largest = float(np.abs(values).max())
        if largest > LARGEST:
            raise ValueError(f"{name} is {largest:g} in size; a film shows at most {LARGEST:g}")
        if any(not character.isascii() for character in name):
            raise ValueError(f"the column's name {name!r} has a character outside ASCII")
    least = NARROWEST * max(1.0, float(np.abs(points.x).max()))
    spread = float(np.ptp(points.x))
    if spread < least:
        raise ValueError(f"{points.x_name} spreads over {spread:g}; it must be {least:g} or more")


@dataclass(frozen=True)
class Epoch:
    """Where the line is after so many epochs, the slopes there, and the stair that comes next.

    ``moves`` are the treads, minus learning rate times slope; ``riser`` is what the cost changes
    by in the next epoch, None at the last one. Pairs are for a and b.
    """

    number: Reading
    place: tuple[Reading, Reading]
    cost: Reading
    slopes: tuple[Reading, Reading]
    moves: tuple[Reading, Reading]
    riser: Reading | None

    def equals(self, then: Epoch, which: int) -> str:
        """Return the sign before what a (0) or b (1) becomes: = or ≈."""
        told = (self.place[which], self.slopes[which], then.place[which])
        return "=" if all(reading.exact for reading in told) else "≈"


@dataclass(frozen=True)
class Trial:
    """A short run from the same start with another learning rate."""

    rate: Reading
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


@dataclass(frozen=True)
class Staircase:
    """Everything that the staircase film shows."""

    params: Params
    objective: LeastSquares
    trajectory: Trajectory

    @property
    def points(self) -> Points:
        """The points that the line is for."""
        return self.params.points

    @property
    def pours(self) -> bool:
        """Whether the points are the container's of the article."""
        return not self.params.points_csv

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

    def cost(self, a: float, b: float) -> float:
        """The mean squared error of the line y = a x + b."""
        return float(self.objective.value([a, b]))

    def slopes(self, a: float, b: float) -> Array:
        """The partial derivatives of the cost, shape (2,)."""
        return self.objective.gradient([a, b])

    def errors(self, a: float, b: float) -> Array:
        """How far each point lies above the line, y - (a x + b), shape (m,)."""
        return -self.objective.residuals([a, b])

    @cached_property
    def first_squares(self) -> tuple[Reading, ...]:
        """The squared errors of the first guess, point by point."""
        squares = self.errors(*self.places[0]) ** 2
        form = Format(self._cost_decimals)
        return tuple(form.of(f"e{i}²", float(square)) for i, square in enumerate(squares, 1))

    @property
    def first_sum(self) -> Reading:
        """Their sum."""
        total = float(self.costs[0]) * len(self.points.x)
        return Format(self._cost_decimals).of("sum of squares", total)

    @cached_property
    def slope_sums(self) -> tuple[Reading, Reading]:
        """Σ x e and Σ e of the first guess: the slopes are -2/n of them."""
        errors = self.errors(*self.places[0])
        sums = (float((self.points.x * errors).sum()), float(errors.sum()))
        form = Format(decimals_for(max(map(abs, sums)) or 1.0, 3))
        return form.of("Σ x e", sums[0]), form.of("Σ e", sums[1])

    @property
    def count(self) -> Reading:
        """How many points there are."""
        return Format(0).of("n", len(self.points.x))

    @property
    def names(self) -> tuple[str, str]:
        """What x and y are called, cut to what the plots have room for."""
        full = (self.points.x_name, self.points.y_name)
        first, second = (n if len(n) <= LONGEST_NAME else n[: LONGEST_NAME - 1] + "…" for n in full)
        return first, second

    @cached_property
    def measured(self) -> tuple[tuple[Reading, Reading], ...]:
        """The points, coordinate by coordinate."""
        forms = [Format(decimals_for(float(np.ptp(v)) or 1.0, 4)) for v in (self.points.x, self.points.y)]
        return tuple(
            (forms[0].of("x", float(x)), forms[1].of("y", float(y)))
            for x, y in zip(self.points.x, self.points.y, strict=True)
        )

    def level(self, minute: float) -> float:
        """How full the container is, poured evenly from one measurement to the next."""
        x, y = self.points.x, self.points.y
        return float(np.interp(minute, [0.0, *x], [0.0, *y]))

    @cached_property
    def outcome(self) -> Outcome:
        """What the run shows of the cost."""
        first, last = float(self.costs[0]), float(self.costs[-1])
        if self.trajectory.diverged_at is not None:
            return "diverges"
        return "falls" if last < first else "climbs" if last > first else "still"

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
    def coupling(self) -> Coupling:
        """What the best slope becomes when the intercept is raised."""
        matrix, slope = self.objective.curvature(self.best), self.slices[0].bottom
        if abs(matrix[0, 1]) <= 1e-9 * matrix[0, 0]:
            return "same"
        tried = (self.params.b_start, self.slices[1].tour[1])
        rising = min(slope(b) for b in tried) > 0
        return "higher" if matrix[0, 1] < 0 else "flatter" if rising else "lower"

    @cached_property
    def slices(self) -> tuple[Slice, Slice]:
        """The cost as a function of a with b held, and of b with a held."""
        top = cost_top(self.objective, self.trajectory, float(self.points.y.var()) or 1.0)
        first, second = (Slice(self.objective, self.trajectory, i, top) for i in (0, 1))
        return first, second

    @cached_property
    def long(self) -> LongRun:
        """The same run, on until it is as good as done."""
        rate = self.params.learning_rate
        return LongRun(self.objective, self.trajectory, rate, self.best, self.best_cost)

    @cached_property
    def window(self) -> tuple[Window, Window]:
        """The ranges of x and y that the data are shown in."""
        return data_window(self.points, (self.params.a_start, self.params.b_start))

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

    @cached_property
    def trial_window(self) -> tuple[Window, float]:
        """The range of a that holds the short runs, and the largest cost in them."""
        values = np.concatenate([trial.trajectory.parameters[:, 0] for trial in self.trials])
        low, high = float(values.min()), float(values.max())
        air = 0.08 * (high - low) or 1.0
        top = max(float(trial.trajectory.values.max()) for trial in self.trials)
        return (low - air, high + air), 1.1 * top or 1.0

    @property
    def limit_reading(self) -> Reading:
        """The limit 2 / λmax as a number to show."""
        return Format(decimals_for(self.limit, 3), fixed=True).of("limit", self.limit)

    @property
    def steepest(self) -> Reading:
        """The largest second derivative of the cost, λmax."""
        value = 2 / self.limit
        return Format(decimals_for(value, 3), fixed=True).of("λmax", value)

    def _trial(self, rate: float) -> Trial:
        start, stop = self.places[0], Stop(steps=TRIAL_EPOCHS, growth=math.inf)
        return Trial(
            self.some_rate(rate), descend(self.objective, start, GradientDescent(rate), stop)
        )

    # -- numbers as they are written -------------------------------------------------------

    @cached_property
    def _decimals(self) -> tuple[int, int]:
        """Digits of a and of b that show how far they go, to three figures."""
        first = (self.params.a_start, self.params.b_start)
        scales = [abs(s - g) or abs(g) or 1.0 for s, g in zip(first, self.best, strict=True)]
        return decimals_for(scales[0], 3), decimals_for(scales[1], 3)

    @cached_property
    def _cost_decimals(self) -> int:
        return decimals_for(max(self.best_cost, 1e-3 * float(self.costs[0])) or 1.0, 2)

    def parameter(self, which: int, value: float) -> Reading:
        """A value of a (0) or b (1), in the digits of this run."""
        return Format(self._decimals[which], fixed=True).of("ab"[which], value)

    def first(self, which: int) -> Reading:
        """Where a or b starts, as it was given."""
        given = (self.params.a_start, self.params.b_start)[which]
        return Format(max(self._decimals[which], 6)).of("ab"[which], given)

    def tick(self, value: float, span: float) -> Reading:
        """The number at a tick of an axis that is so long."""
        return Format(decimals_for(span, 2)).of("tick", value)

    def mse(self, value: float) -> Reading:
        """A cost, in the digits of this run."""
        return Format(self._cost_decimals, fixed=True).of("MSE", value)

    def best_parameter(self, which: int) -> Reading:
        """The closed form's a or b, to two figures at least."""
        value = self.best[which]
        decimals = max(self._decimals[which], decimals_for(value, 2) if value else 0)
        return Format(decimals).of(f"best {'ab'[which]}", value)

    @property
    def best_mse(self) -> Reading:
        """The closed form's cost, to three figures."""
        return Format(decimals_for(self.best_cost, 3)).of("best MSE", self.best_cost)

    @property
    def near(self) -> Reading:
        """The share of the best cost, in percent, that counts as having arrived."""
        return Format(0, unit="%").of("tolerance", 100 * NEAR)

    @property
    def near_what(self) -> str:
        """What that share is of, in words."""
        return " above the best" if self.best_cost > 0 else " of the first cost"

    @property
    def diverged(self) -> Reading | None:
        """The epoch at which the run was found to diverge, as a number to show."""
        at = self.trajectory.diverged_at
        return None if at is None else self.whole(at)

    @property
    def rate(self) -> Reading:
        """The learning rate, to its last digit."""
        return self.some_rate(self.params.learning_rate, 4)

    def some_rate(self, value: float, figures: int = 3) -> Reading:
        """A learning rate to so many figures."""
        return Format(decimals_for(value, figures)).of("learning rate", value)

    def whole(self, value: float) -> Reading:
        """A whole number, such as that of an epoch."""
        return Format(0).of("epoch", value)

    def epoch(self, number: int) -> Epoch:
        """What is known after so many epochs, 0 to ``epochs``."""
        gradient = self.trajectory.gradients[number]
        scale = float(np.abs(self.trajectory.gradients[0]).max()) or 1.0
        steep = Format(decimals_for(scale, 3), fixed=True)
        risers = np.diff(self.costs)
        step = Format(self._cost_decimals, signed=True, fixed=True)
        moves = -self.params.learning_rate * gradient
        treads = [
            Format(self._decimals[i], signed=True, fixed=True).of("tread", float(moves[i]))
            for i in (0, 1)
        ]
        return Epoch(
            number=self.whole(number),
            place=(self._told(0, number), self._told(1, number)),
            cost=self.mse(float(self.costs[number])),
            slopes=(
                steep.of("slope of a", float(gradient[0])),
                steep.of("slope of b", float(gradient[1])),
            ),
            moves=(treads[0], treads[1]),
            riser=step.of("riser", float(risers[number])) if number < self.epochs else None,
        )

    def _told(self, which: int, number: int) -> Reading:
        value = float(self.places[number, which])
        return self.parameter(which, value) if number else self.first(which)


def run(params: Params) -> Staircase:
    """Descend the mean squared error of a line, all points at each epoch (article 001).

    The run has diverged when the cost is a hundred times the first one.
    """
    points = params.points
    objective = line_error(points.x, points.y)
    trajectory = descend(
        objective,
        start=(params.a_start, params.b_start),
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.epochs, growth=GROWTH),
    )
    return Staircase(params, objective, trajectory)
