"""Descent on a parabola of any curvature, and what a learning rate makes of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np

from gdmath.arrays import Array
from gdmath.decimals import contraction, exact, steps_outside
from gdmath.descent import Stop, descend
from gdmath.experiments._common.outcome import Regime, regime_of
from gdmath.experiments._common.quantities import Quantity
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.reading import Format, as_given
from gdmath.objective import Function
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["NEXT_TO_NOTHING", "Parabola"]

NEXT_TO_NOTHING = 0.001  # share of the first way that is as good as none
_NOISE = 1e-13  # what floating point may have added, as a share


@dataclass(frozen=True)
class Parabola:
    """A cost of one number that is a parabola, and descent on it, as far as it is drawn.

    Attributes:
        name: of what is looked for: "time", say.
        function: the cost, from one end of what is drawn to the other.
        curvature: how much the slope changes with it.
        bottom: where the cost is least, exactly.
        rate: the learning rate.
        trajectory: of descent, up to the first step that leads out of the picture.
        lost: whether there is one.
        unit: of what is looked for.
    """

    name: str
    function: Function
    curvature: int
    bottom: Fraction
    rate: float
    trajectory: Trajectory
    lost: bool
    unit: str = ""

    @classmethod
    def of(
        cls, name: str, formula: Callable[[Any], Any], curvature: int, bottom: Fraction,
        reach: float, start: float, rate: float, steps: int, unit: str = "",
    ) -> Self:  # fmt: skip
        """Descend so many steps; the cost is drawn up to ``reach`` on either side."""
        factor, miss = contraction(rate, curvature), exact(start) - bottom
        lost_at = steps_outside(-exact(reach), exact(reach), miss, factor)
        lost = lost_at is not None and lost_at <= steps
        function = Function(formula, float(bottom) - reach, float(bottom) + reach)
        stop = Stop(steps=lost_at if lost and lost_at else steps, growth=math.inf)
        path = descend(function, start=start, rule=GradientDescent(rate), stop=stop)
        return cls(name, function, curvature, bottom, rate, path, lost, unit)

    @property
    def xs(self) -> Array:
        """Where it was, (n + 1,)."""
        return self.trajectory.parameters[:, 0]

    @property
    def seen(self) -> Array:
        """Where it was as far as that is in the picture."""
        return self.xs[:-1] if self.lost else self.xs

    @property
    def costs(self) -> Array:
        """The costs there, (n + 1,)."""
        return self.trajectory.values

    @cached_property
    def slopes(self) -> Array:
        """The slopes there, (n + 1,)."""
        return self.trajectory.gradients[:, 0]

    @property
    def steps(self) -> Array:
        """What the step from each is, minus rate times slope, (n + 1,)."""
        return -self.rate * self.slopes

    @property
    def ways(self) -> Array:
        """How far each is from the bottom, (n + 1,)."""
        return np.abs(self.xs - float(self.bottom))

    @cached_property
    def factor(self) -> Fraction:
        """What every step multiplies the way to the bottom by."""
        return contraction(self.rate, self.curvature)

    @cached_property
    def regime(self) -> Regime:
        """What the learning rate makes of it."""
        return regime_of(exact(float(self.xs[0])) - self.bottom, self.rate, self.factor)

    @property
    def moves(self) -> bool:
        """Whether there is a step at all."""
        return self.regime not in ("there", "still")

    @property
    def arrives(self) -> bool:
        """Whether every step leaves less of the way, or there is none."""
        return self.regime in ("there", "glide", "hit", "alternate")

    @property
    def there(self) -> int:
        """The first step after which no picture tells it from the bottom, else the last one."""
        near = np.flatnonzero(self.ways <= NEXT_TO_NOTHING * self.ways[0])
        return int(near[0]) if len(near) else len(self.seen) - 1

    @property
    def share(self) -> str:
        """What part of the slope a step is, in words: "a tenth"."""
        return part_in_words(exact(self.rate))

    @property
    def noise(self) -> float:
        """What floating point may have added to where it was."""
        return _NOISE * max(10.0, float(np.abs(self.xs).max()))

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, step by step: its own, and what "of" it is."""
        name, noise, steep = self.name, self.noise, self.curvature * self.noise
        unit = self.unit
        return (
            Quantity(name, "here", Format(2, unit=unit), self.xs, noise),
            Quantity(f"best {name}", "target", Format(2, unit=unit), float(self.bottom)),
            Quantity(f"cost of {name}", "cost", Format(1), self.costs, 100 * steep),
            Quantity(f"slope of {name}", "gradient", Format(2, signed=True), self.slopes, steep),
            Quantity(f"step of {name}", "step", Format(2, signed=True), self.steps, steep),
            Quantity(f"rate of {name}", "step", as_given(self.rate), self.rate),
        )
