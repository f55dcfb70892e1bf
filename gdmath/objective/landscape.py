"""Objectives with more than one valley."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, as_points, check_number, read_only
from gdmath.objective.quadratic import Quadratic


@dataclass(frozen=True)
class Landscape:
    """The hills of article 003, J(w, b) = sin w · cos b + w²/8 + b²/8, with theta = (w, b)."""

    @property
    def dimension(self) -> int:
        """Two parameters."""
        return 2

    @property
    def minimiser(self) -> Array:
        """The deepest point (2,): b = 0, and w where ∂J/∂w = cos w + w/4 is 0."""
        w = -1.0
        # Newton's method doubles the correct digits each time: 1, 2, 4, ... 16 and more.
        for _ in range(6):
            w -= (np.cos(w) + w / 4) / (1 / 4 - np.sin(w))
        return read_only([w, 0.0])

    @property
    def minimum(self) -> float:
        """The altitude of the deepest point."""
        return float(self.value(self.minimiser))

    def value(self, theta: ArrayLike) -> Array:
        """Return the altitude (...) at `theta` (..., 2)."""
        w, b = _each(theta)
        return np.asarray(np.sin(w) * np.cos(b) + w**2 / 8 + b**2 / 8)

    def gradient(self, theta: ArrayLike) -> Array:
        """Return (∂J/∂w, ∂J/∂b), of shape (..., 2), at `theta` (..., 2)."""
        w, b = _each(theta)
        slopes = np.empty((*w.shape, 2))
        slopes[..., 0] = np.cos(w) * np.cos(b) + w / 4
        slopes[..., 1] = -np.sin(w) * np.sin(b) + b / 4
        return slopes

    def curvature(self, theta: ArrayLike) -> Array:
        """Return the second derivatives (..., 2, 2) at `theta` (..., 2)."""
        w, b = _each(theta)
        straight = -np.sin(w) * np.cos(b) + 1 / 4
        mixed = -np.cos(w) * np.sin(b)
        rows = [np.stack([straight, mixed], axis=-1), np.stack([mixed, straight], axis=-1)]
        return np.stack(rows, axis=-2)


def _each(theta: ArrayLike) -> tuple[Array, Array]:
    """Return w (...) and b (...) of `theta` (..., 2); of one point, numbers."""
    points = as_points(theta, 2)
    return points[..., 0][()], points[..., 1][()]


@dataclass(frozen=True)
class Ditches:
    """A valley with ditches in it, for article 004's local minima (Rastrigin's function, 1974).

    steepness · (x - deepest)² + depth · (1 - cos(2π (x - deepest) / width)): a bowl with a ditch
    about `depth` deep every `width`, the lowest at x = `deepest`, where the value is 0.

    Raises ValueError unless all are finite and all but `deepest` above 0.
    """

    deepest: float = 0.0
    steepness: float = 0.1
    depth: float = 1.0
    width: float = 2.0

    def __post_init__(self) -> None:
        check_number("deepest", self.deepest)
        for name in ("steepness", "depth", "width"):
            check_number(name, getattr(self, name), above=0)

    @property
    def dimension(self) -> int:
        """One parameter."""
        return 1

    @property
    def minimiser(self) -> Array:
        """The bottom (1,) of the lowest ditch."""
        return read_only([self.deepest])

    @property
    def minimum(self) -> float:
        """Zero: the bottom of the lowest ditch."""
        return 0.0

    @property
    def _wave_number(self) -> float:
        return 2 * np.pi / self.width

    def _offset(self, theta: ArrayLike) -> Array:
        return np.asarray(as_points(theta, 1)[..., 0] - self.deepest)

    def value(self, theta: ArrayLike) -> Array:
        """Return the altitude (...) at `theta` (..., 1)."""
        x, k = self._offset(theta), self._wave_number
        return np.asarray(self.steepness * x**2 + self.depth * (1 - np.cos(k * x)))

    def gradient(self, theta: ArrayLike) -> Array:
        """Return the slope (..., 1) at `theta` (..., 1)."""
        x, k = self._offset(theta), self._wave_number
        return np.asarray(2 * self.steepness * x + self.depth * k * np.sin(k * x))[..., np.newaxis]

    def curvature(self, theta: ArrayLike) -> Array:
        """Return the second derivative (..., 1, 1) at `theta` (..., 1)."""
        x, k = self._offset(theta), self._wave_number
        bend = 2 * self.steepness + self.depth * k**2 * np.cos(k * x)
        return np.asarray(bend)[..., np.newaxis, np.newaxis]


RIM = 5.2  # how far from w = b = 0 the hiker's map reaches
BOWL = (0.25, 0.5)  # curvatures of w²/8 + b²/4


@cache
def surface(name: str) -> Landscape | Quadratic:
    """Return the hiker's surface by its name: "hills", or "bowl", which is w²/8 + b²/4."""
    return Landscape() if name == "hills" else Quadratic(np.diag(BOWL), np.zeros(2))
