"""Quantities of a run: name, unit, format, role and values said once, for scenes and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gdmath.experiments.reading import Format, Reading

__all__ = ["Quantities", "Quantity", "Role"]

Role = Literal["here", "target", "cost", "gradient", "step", "text", "quiet", "ground"]
Values = ArrayLike | Callable[[float], float]


@dataclass(frozen=True)
class Quantity:
    """One quantity of a run.

    Attributes:
        name: what it is called in readings, claims and checks.
        role: what it means, which decides its colour.
        format: how it is written, with its unit.
        values: the values that it may have: the run's, step by step, or all there are; or, for a
            number that changes while something moves, the function of that which moves.
        noise: what floating point may have added to the values, or to each of them.
    """

    name: str
    role: Role
    format: Format
    values: Values
    noise: ArrayLike = 0.0

    def __getitem__(self, step: int) -> Reading:
        """Return its reading after so many steps."""
        assert not callable(self.values)
        values = np.asarray(self.values)
        noise = np.broadcast_to(self.noise, values.shape)
        return self.of(float(values[step]), float(noise[step]))

    def of(self, value: float, noise: float = 0.0) -> Reading:
        """Return a value as it is shown."""
        return self.format.of(self.name, value, noise)

    @property
    def only(self) -> Reading:
        """The reading of a quantity that has one value."""
        assert not callable(self.values)
        return self.of(float(np.asarray(self.values)))


class Quantities(Mapping[str, Quantity]):
    """The quantities of a run, by name."""

    def __init__(self, *quantities: Quantity) -> None:
        self._named = {quantity.name: quantity for quantity in quantities}

    def __getitem__(self, name: str) -> Quantity:
        return self._named[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    @property
    def ledger(self) -> dict[str, Values]:
        """The values that each may have, as a check looks them up."""
        return {name: quantity.values for name, quantity in self._named.items()}

    @property
    def roles(self) -> dict[str, Role]:
        """What each means."""
        return {name: quantity.role for name, quantity in self._named.items()}
