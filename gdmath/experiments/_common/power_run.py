"""Gradient descent on a power of a miss, in decimals: |e|, e², e⁴."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import pairwise

import numpy as np

from gdmath.arrays import Array
from gdmath.experiments._common.sentences import Predicate

__all__ = ["PowerRun", "ends", "fares"]

_PRECISE = 60  # digits


@dataclass(frozen=True)
class PowerRun:
    """Descent on J = |e|ᵖ, where e is the miss: each step is rate · p · |e|ᵖ⁻¹.

    ``misses`` are those after each step, up to the first that is lost. They are decimals, so that
    0.05 and -0.05 are what they are.
    """

    power: int
    misses: tuple[Decimal, ...]

    @classmethod
    def of(cls, power: int, start: Decimal, rate: Decimal, steps: int, far: float) -> PowerRun:
        """Start at a miss; make so many steps, or until the miss is larger than ``far``."""
        misses = [start]
        with localcontext(prec=_PRECISE):
            while len(misses) <= steps and abs(misses[-1]) <= far:
                misses.append(misses[-1] - rate * _slope(power, misses[-1]))
        return cls(power, tuple(misses))

    def cost(self, miss: Decimal) -> Decimal:
        """Return what a miss costs."""
        return abs(miss) ** self.power

    def costs(self, misses: Array) -> Array:
        """Return what misses, (n,), cost, (n,)."""
        return np.asarray(np.abs(misses) ** self.power)

    @property
    def places(self) -> list[float]:
        """The misses as floats."""
        return [float(miss) for miss in self.misses]

    @property
    def slope(self) -> Decimal:
        """The slope of the cost at the start."""
        return _slope(self.power, self.misses[0])

    def begins_with(self, rate: Decimal) -> bool:
        """Tell whether its first step is a rate's share of the slope."""
        step = self.misses[0] - self.misses[1]
        return abs(step - rate * self.slope) < Decimal("1e-20")

    def keeps(self, step: Decimal) -> bool:
        """Tell whether all its steps are so long, but where it stands."""
        strides = {abs(one - other) for one, other in pairwise(self.misses)}
        return strides <= {Decimal(0), step}

    @property
    def as_usual(self) -> bool:
        """Whether it does what its power is known for: above 2 it grows, the others shrink."""
        return self.fate == "grows" if self.power > 2 else self.fate in ("shrinks", "hits")

    @property
    def ending(self) -> str:
        """What it does at the end: it stands at 0, swings to and fro for ever, or goes on."""
        before, _, last = self.misses[-3:]
        if not last:
            return "stands"
        return "swings" if before == last else "goes on"

    @property
    def fate(self) -> str:
        """What the first step has the miss do: grow, bounce, hit, shrink, alternate."""
        growth = abs(self.misses[1]) - abs(self.misses[0])
        if growth >= 0:
            return "grows" if growth else "bounces"
        if self.misses[1]:
            return "shrinks" if self.misses[1] * self.misses[0] > 0 else "alternates"
        return "hits"


def ends(race: int, ending: str) -> Predicate:
    """Return the predicate that holds if this of a run's ``races`` has such an ending."""
    return lambda run, *_at: run.races[race].ending == ending


def fares(race: int, *fates: str) -> Predicate:
    """Return the predicate that holds if this of a run's ``races`` has one of these fates."""
    return lambda run, *_at: run.races[race].fate in fates


def _slope(power: int, miss: Decimal) -> Decimal:
    return miss and (power * abs(miss) ** (power - 1)).copy_sign(miss)
