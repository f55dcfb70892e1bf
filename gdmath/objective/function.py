"""A function of one number, given by its formula."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, as_points, check_number, read_only

_STEP = 1e-150  # of the complex step: its square is nothing beside any number
_BETWEEN = 1e-4  # of the interval: between the slopes whose difference is the curvature
_GRID = 2001


@dataclass(frozen=True)
class Function:
    """A function of one number: `formula` takes an array (...) and returns one of that shape.

    Its slope is the formula's own, to the last digits, by a complex step: Im J(x + ih) / h (Squire
    and Trapp, 1998). So the formula may use whatever numpy does with complex numbers, such as
    + − · / **, exp, log, sin, but neither abs nor comparisons. The curvature, a difference of
    slopes, has about eight digits. The minimiser is the lowest point from `low` to `high`.

    Raises ValueError unless `low` < `high`, both are finite, and the formula returns finite numbers
    and slopes between them.
    """

    formula: Callable[[Any], Any]
    low: float
    high: float

    def __post_init__(self) -> None:
        check_number("low", self.low)
        check_number("high", self.high, above=self.low)
        grid = self.grid
        with np.errstate(all="ignore"):
            for what, values in (("value", self.at(grid)), ("slope", self.slope(grid))):
                if values.shape != grid.shape:
                    raise ValueError(f"the formula makes {values.shape} of {grid.shape} numbers")
                if not np.isfinite(values).all():
                    where = grid[~np.isfinite(values)][0]
                    raise ValueError(f"the formula has no finite {what} at {where:g}")

    @property
    def dimension(self) -> int:
        """One parameter."""
        return 1

    @property
    def grid(self) -> Array:
        """Numbers (2001,) from `low` to `high`."""
        return np.linspace(self.low, self.high, _GRID)

    @cached_property
    def minimiser(self) -> Array:
        """The lowest point (1,) from `low` to `high`."""
        grid = self.grid
        lowest = int(np.argmin(self.at(grid)))
        left, right = grid[max(lowest - 1, 0)], grid[min(lowest + 1, _GRID - 1)]
        if self.slope(left) >= 0 or self.slope(right) <= 0:
            return read_only([grid[lowest]])  # at an end, or a flat bottom
        for _ in range(60):
            middle = (left + right) / 2
            left, right = (left, middle) if self.slope(middle) > 0 else (middle, right)
        return read_only([(left + right) / 2])

    @property
    def minimum(self) -> float:
        """The value at the minimiser."""
        return float(self.at(self.minimiser)[0])

    def at(self, x: ArrayLike) -> Array:
        """Return the values (...) at numbers (...)."""
        return np.asarray(self.formula(np.asarray(x, dtype=float)), dtype=float)

    def slope(self, x: ArrayLike) -> Array:
        """Return the slopes (...) at numbers (...)."""
        beside = np.asarray(x, dtype=float) + 1j * _STEP
        return np.asarray(np.imag(self.formula(beside)) / _STEP)

    def value(self, theta: ArrayLike) -> Array:
        """Return the value (...) at `theta` (..., 1)."""
        return self.at(as_points(theta, 1)[..., 0])

    def gradient(self, theta: ArrayLike) -> Array:
        """Return the slope, of shape (..., 1), at `theta` (..., 1)."""
        return self.slope(as_points(theta, 1))

    def curvature(self, theta: ArrayLike) -> Array:
        """Return the curvature, of shape (..., 1, 1), at `theta` (..., 1)."""
        points = as_points(theta, 1)[..., np.newaxis]
        between = _BETWEEN * (self.high - self.low)
        return (self.slope(points + between / 2) - self.slope(points - between / 2)) / between
