"""One run of the laser pointer game: where the dot was, and what became of the error."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gdmath.arrays import Array, Indices, read_only
from gdmath.decimals import contraction, exact, steps_beyond
from gdmath.descent import Stop, descend
from gdmath.experiments.regime import Regime, regime_of
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

if TYPE_CHECKING:
    from gdmath.experiments.laser import Params

__all__ = ["JUMPS", "Game", "play"]

SHEET_SHARE = Fraction(15, 100)  # half the sheet's height, as a share of the distance to it
CURVATURE = 2  # of the cost (y - target)²
JUMPS = 40  # steps that a plot shows of a dot that jumps from side to side


@dataclass(frozen=True)
class Game:
    """A run of the game as quantities, without a word on how they are written.

    Attributes:
        params: what the film was told.
        trajectory: the run.
    """

    params: Params
    trajectory: Trajectory

    @cached_property
    def objective(self) -> SquaredError:
        """The cost J = (y - target)² in cm²."""
        return SquaredError(target=self.params.target_cm)

    @cached_property
    def heights(self) -> Array:
        """Heights of the dot in cm, shape (n + 1,); row 0 is the first shot."""
        return self.trajectory.parameters[:, 0]

    @cached_property
    def errors(self) -> Array:
        """Signed misses in cm, shape (n + 1,): positive is too high."""
        return read_only(self.objective.error(self.trajectory.parameters))

    @property
    def steps(self) -> int:
        """How many corrections were made: fewer than asked for if the dot left the sheet."""
        return self.trajectory.steps

    @property
    def diverged_at(self) -> int | None:
        """The step at which the dot has left the sheet, or None."""
        left_at = _left_at(self.params)
        return left_at if left_at is not None and left_at <= self.params.steps else None

    @property
    def first_error(self) -> Fraction:
        """The first error in cm, exactly."""
        return _first_error(self.params)

    @property
    def first_miss(self) -> float:
        """The size of the first error in cm, or a hundredth of the distance if there is none."""
        return abs(float(self.first_error)) or self.params.distance_cm / 100

    @property
    def sheet(self) -> tuple[float, float]:
        """Lower and upper edge of the sheet in cm."""
        half = float(_half_sheet(self.params))
        return self.params.target_cm - half, self.params.target_cm + half

    @cached_property
    def contraction(self) -> Fraction:
        """What each correction multiplies the error by, 1 - 2 · learning rate, exactly."""
        return contraction(self.params.learning_rate, CURVATURE)

    @property
    def regime(self) -> Regime:
        """What the learning rate makes of the game."""
        return regime_of(self.first_error, self.params.learning_rate, self.contraction)

    @cached_property
    def window(self) -> tuple[float, float]:
        """The heights in cm that the lens shows: around the target."""
        return self._around(1.25)

    @cached_property
    def cost_window(self) -> tuple[float, float]:
        """The heights in cm that the cost curve shows: around the target, with room for arrows."""
        return self._around(1.5)

    def _around(self, reach: float) -> tuple[float, float]:
        told = np.abs(self.errors[: self.params.slow_steps + 1])
        reach *= max(self.first_miss, *told[told <= 2 * self.first_miss])
        return self.params.target_cm - reach, self.params.target_cm + reach

    @cached_property
    def curve(self) -> tuple[Array, Array]:
        """The cost curve: heights (161,) in cm over the cost window, costs (161,) in cm²."""
        heights = np.linspace(*self.cost_window, 161)
        return read_only(heights), read_only(self.objective.value(heights[:, np.newaxis]))

    def cost_at(self, height: float) -> float:
        """The cost J in cm² of a height in cm."""
        return float(self.objective.value([height]))

    def gradient_at(self, height: float) -> float:
        """The slope of the cost curve in cm at a height in cm."""
        return float(self.objective.gradient([height])[0])

    def height_at(self, moment: float) -> float:
        """The dot's height at a moment between two steps, as the film glides."""
        return float(np.interp(moment, np.arange(len(self.heights)), self.heights))

    @cached_property
    def drawn(self) -> Indices:
        """The steps that the plots draw: not those long after the dot has come to rest.

        A dot that jumps from side to side is drawn forty times, others about 400 times at most.
        """
        if self.regime in ("alternate", "bounce", "diverge"):
            return np.arange(min(self.steps, JUMPS) + 1)
        moving = np.flatnonzero(np.abs(self.errors) > self.noise)
        rest = int(moving[-1]) + 1 if len(moving) else 0
        last = min(self.steps, max(rest + rest // 5, self.params.slow_steps + 1))
        return np.unique(np.linspace(0, last, min(last, 400) + 1).round().astype(int))

    @property
    def noise(self) -> float:
        """What is left of an error below the rounding of the height, in cm."""
        return 1e-13 * max(abs(self.params.target_cm), self.first_miss)

    @cached_property
    def logs(self) -> tuple[Indices, Array]:
        """Steps (m,) and log10 of the size of their errors (m,), where there is an error.

        What is left of it below the rounding of the height counts as none.
        """
        sizes = np.abs(self.errors[self.drawn])
        kept = sizes > self.noise
        return self.drawn[kept], read_only(np.log10(sizes[kept]))


def _first_error(params: Params) -> Fraction:
    return exact(params.first_shot_cm) - exact(params.target_cm)


def _half_sheet(params: Params) -> Fraction:
    return max(SHEET_SHARE * exact(params.distance_cm), 2 * abs(_first_error(params)))


def _left_at(params: Params) -> int | None:
    """Return the step that leads off the sheet, made or not."""
    factor = contraction(params.learning_rate, CURVATURE)
    return steps_beyond(_half_sheet(params), _first_error(params), factor)


def play(params: Params) -> Trajectory:
    """Play the game: gradient descent on J = (y - target)², as article 000 tells it.

    The run ends when the dot is off the sheet, where the friend no longer sees it.
    """
    left_at = _left_at(params)
    steps = params.steps if left_at is None else min(params.steps, left_at)
    return descend(
        SquaredError(target=params.target_cm),
        start=params.first_shot_cm,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=steps, growth=math.inf),
    )
