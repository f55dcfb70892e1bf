"""Gradient descent on the square of a miss, and what can be said of it.

The cost is J = (x - target)², so every step multiplies the miss by 1 - 2 · learning rate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.decimals import contraction, exact, steps_outside
from gdmath.descent import Stop, descend
from gdmath.experiments._common.outcome import Regime, regime_of
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.reading import Reading
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["CURVATURE", "MissRun"]

CURVATURE = 2  # of the cost


@dataclass(frozen=True)
class MissRun(Run):
    """x <- x - 2 · learning_rate · (x - target), as long as x is within the picture.

    Attributes:
        params: what the run was told, the learning rate among it.
        target: where the cost is 0.
        first_miss: of the start, exactly as decimals say.
        trajectory: up to the first x that is outside of the picture.
        lost_at: the step that leads there, which is the last, or None.
    """

    params: Any
    target: float
    first_miss: Fraction
    trajectory: Trajectory
    lost_at: int | None

    @classmethod
    def of(
        cls, params: Any, start: float, target: float, low: Fraction, high: Fraction, steps: int
    ) -> Self:
        """Descend from ``start`` for so many steps, or until x is not in [low, high]."""
        miss, goal = exact(start) - exact(target), exact(target)
        factor = contraction(params.learning_rate, CURVATURE)
        lost_at = steps_outside(low - goal, high - goal, miss, factor)
        lost_at = lost_at if lost_at is not None and lost_at <= steps else None
        trajectory = descend(
            SquaredError(target=target),
            start=start,
            rule=GradientDescent(learning_rate=params.learning_rate),
            stop=Stop(steps=steps if lost_at is None else lost_at, growth=math.inf),
        )
        return cls(params, target, miss, trajectory, lost_at)

    @property
    def steps(self) -> int:
        """How many steps were made: fewer than asked for if x has left the picture."""
        return self.trajectory.steps

    @property
    def heights(self) -> Array:
        """All x, (n + 1,), up to the first that is outside of the picture."""
        return self.trajectory.parameters[:, 0]

    @cached_property
    def errors(self) -> Array:
        """Signed misses, (n + 1,): positive is too high."""
        return read_only(self.heights - self.target)

    @property
    def gradients(self) -> Array:
        """Slopes of the cost, (n + 1,): twice the errors."""
        return self.trajectory.gradients[:, 0]

    @property
    def noise(self) -> float:
        """What floating point may have added to an error."""
        return 1e-13 * max(abs(self.target), abs(float(self.errors[0])))

    def cost_at(self, x: ArrayLike) -> Array:
        """The cost J at x."""
        return np.asarray((np.asarray(x) - self.target) ** 2)

    # -- what the learning rate makes of it --------------------------------------------------

    @cached_property
    def exact_factor(self) -> Fraction:
        """What each step multiplies the miss by, 1 - 2 · learning rate, as decimals say."""
        return contraction(self.params.learning_rate, CURVATURE)

    @property
    def factor(self) -> float:
        """The same as a float."""
        return float(self.exact_factor)

    @cached_property
    def regime(self) -> Regime:
        """What the learning rate makes of the run."""
        return regime_of(self.first_miss, self.params.learning_rate, self.exact_factor)

    @property
    def shrinks(self) -> bool:
        """Whether every step leaves less of a miss."""
        return self.regime in ("glide", "hit", "alternate")

    @property
    def share(self) -> Fraction:
        """What part of the miss every step takes, if it shrinks; 1/5 at the rate 0.1."""
        return 1 - abs(self.exact_factor)

    @property
    def rate_in_words(self) -> str:
        """What part of the gradient a step is: "a tenth"."""
        return part_in_words(exact(self.params.learning_rate))

    @property
    def share_in_words(self) -> str:
        """What part of the miss every step takes, if it shrinks: "a fifth"."""
        return part_in_words(self.share)

    def update(self, step: int) -> tuple[Reading, Reading, Reading]:
        """Return where it was after so many steps, the next step, and where that leads."""
        before, after = self.reading("height", step), self.reading("height", step + 1)
        return before, self.reading("step", step), after

    @property
    def mirrored(self) -> tuple[Reading, Reading]:
        """The first error, and one that is as far on the other side."""
        error = self.quantities["error"]
        return error.of(float(self.errors[0])), error.of(-float(self.errors[0]))

    # -- what can be said --------------------------------------------------------------------

    def is_high(self, step: int = 0) -> bool:
        """Whether x is above the target, by more than floating point may be wrong."""
        return bool(self.errors[step] > self.noise)

    def is_low(self, step: int = 0) -> bool:
        """Whether x is below the target."""
        return bool(self.errors[step] < -self.noise)

    def misses(self, step: int = 0) -> bool:
        """Whether x is beside the target."""
        return self.is_high(step) or self.is_low(step)

    def costs_its_square(self) -> bool:
        """Whether the cost is the square of the miss, on either side of the target."""
        error = self.errors[0]
        return np.allclose(self.cost_at([self.target + error, self.target - error]), error**2)

    def slopes_twice_the_miss(self) -> bool:
        """Whether the slope is twice the miss."""
        return np.allclose(self.gradients, 2 * self.errors)

    def steps_downhill(self) -> bool:
        """Whether the first step is against the slope."""
        return bool((self.heights[1] - self.heights[0]) * self.gradients[0] < 0)

    def passes(self) -> bool:
        """Whether the first step leads past the target."""
        return bool(self.errors[0] * self.errors[1] < 0)

    def rate_has_a_name(self) -> bool:
        """Whether the learning rate is a part with a name."""
        return not self.rate_in_words[0].isdigit()

    def takes_a_named_part(self) -> bool:
        """Whether every step takes a part of the miss that has a name."""
        return self.shrinks and not self.share_in_words[0].isdigit()

    def leaves_a_named_part(self) -> bool:
        """Whether it does so, and leads not past the target."""
        return self.takes_a_named_part() and not self.passes()

    def is_lost(self) -> bool:
        """Whether x leaves the picture."""
        return self.lost_at is not None

    def takes_one_step(self) -> bool:
        """Whether there is one step and no more."""
        return self.steps == 1
