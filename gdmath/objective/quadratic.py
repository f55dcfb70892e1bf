"""Bowls: objectives with one minimum and the same curvature everywhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, as_finite, as_points, check_number, read_only


@dataclass(frozen=True)
class SquaredError:
    """How wrong one adjustable number is: (slope · theta + intercept - target)².

    With the default slope 1 and intercept 0 it is the laser's cost (y - target)² of article 000,
    (θ - 3)² of article 002 for target 3, and x² of article 003 for target 0.
    The value has the unit of the target, squared.

    Raises ValueError if a number is not finite, or if the slope is 0.
    """

    target: float
    slope: float = 1.0
    intercept: float = 0.0

    def __post_init__(self) -> None:
        for name in ("target", "slope", "intercept"):
            check_number(name, getattr(self, name))
        if self.slope == 0:
            raise ValueError("slope is 0; it must be another number, or theta changes nothing")

    @property
    def dimension(self) -> int:
        """One parameter."""
        return 1

    @property
    def minimiser(self) -> Array:
        """The parameter (1,) that hits the target."""
        return read_only([(self.target - self.intercept) / self.slope])

    @property
    def minimum(self) -> float:
        """Zero: the target can be hit."""
        return 0.0

    def error(self, theta: ArrayLike) -> Array:
        """Return the signed miss (...), in the unit of the target, at `theta` (..., 1)."""
        return self.slope * as_points(theta, 1)[..., 0] + self.intercept - self.target

    def value(self, theta: ArrayLike) -> Array:
        """Return the squared miss (...) at `theta` (..., 1)."""
        return self.error(theta) ** 2

    def gradient(self, theta: ArrayLike) -> Array:
        """Return 2 · slope · error, of shape (..., 1), at `theta` (..., 1)."""
        return 2 * self.slope * self.error(theta)[..., np.newaxis]

    def curvature(self, theta: ArrayLike) -> Array:
        """Return 2 · slope², of shape (..., 1, 1), at `theta` (..., 1)."""
        return np.full((*as_points(theta, 1).shape, 1), 2 * self.slope**2)


@dataclass(frozen=True, eq=False)
class Quadratic:
    """A bowl in d dimensions: ½ (theta - minimiser)ᵀ A (theta - minimiser) + minimum.

    `matrix` A has shape (d, d) and must be symmetric with positive eigenvalues; `minimiser` has
    shape (d,). Written about its minimiser, so that nothing cancels near the bottom.

    Raises ValueError for anything else, and for numbers that are not finite.
    """

    matrix: Array
    minimiser: Array
    minimum: float = 0.0

    def __post_init__(self) -> None:
        matrix = as_finite("matrix", self.matrix, 2)
        minimiser = as_finite("minimiser", self.minimiser, 1)
        check_number("minimum", self.minimum)
        square = (minimiser.size, minimiser.size)
        if matrix.shape != square:
            raise ValueError(f"matrix has shape {matrix.shape}; it must have shape {square}")
        if not np.array_equal(matrix, matrix.T) or np.linalg.eigvalsh(matrix)[0] <= 0:
            raise ValueError("matrix must be symmetric with positive eigenvalues")
        object.__setattr__(self, "matrix", matrix)
        object.__setattr__(self, "minimiser", minimiser)

    @property
    def dimension(self) -> int:
        """The number of parameters, d."""
        return self.minimiser.size

    def value(self, theta: ArrayLike) -> Array:
        """Return the height (...) at `theta` (..., d)."""
        offset = as_points(theta, self.dimension) - self.minimiser
        return np.asarray((offset * self._slope(offset)).sum(axis=-1) / 2 + self.minimum)

    def gradient(self, theta: ArrayLike) -> Array:
        """Return A (theta - minimiser), of shape (..., d), at `theta` (..., d)."""
        return self._slope(as_points(theta, self.dimension) - self.minimiser)

    def _slope(self, offset: Array) -> Array:
        # No BLAS here: its order of summation, and so the last digit, depends on the machine.
        return np.asarray((self.matrix * offset[..., np.newaxis, :]).sum(axis=-1))

    def curvature(self, theta: ArrayLike) -> Array:
        """Return A, of shape (..., d, d), at `theta` (..., d)."""
        shape = as_points(theta, self.dimension).shape
        return np.broadcast_to(self.matrix, (*shape, self.dimension))


def beam_error(distance: float, target: float, hand_height: float = 0.0) -> SquaredError:
    """Return the laser's cost over the slope a of its beam: (a · distance + height - target)².

    All lengths have one unit (cm in article 000), the value its square, and a has none.
    """
    return SquaredError(target=target, slope=distance, intercept=hand_height)


def velocity_error(desired: float) -> SquaredError:
    """Return (2 t + 2 - desired)²: how far the velocity at time t is from the desired one (002)."""
    return SquaredError(target=desired, slope=2.0, intercept=2.0)


def parabola(quadratic: float, linear: float, constant: float) -> Quadratic:
    """Return quadratic · q² + linear · q + constant, as a bowl about its minimiser.

    The business cost of article 002 is `parabola(5, -40, 200)`. Raises ValueError unless
    `quadratic` is above 0 and all three are finite.
    """
    check_number("quadratic", quadratic, above=0)
    check_number("linear", linear)
    check_number("constant", constant)
    lowest = -linear / (2 * quadratic)
    return Quadratic(
        matrix=read_only([[2 * quadratic]]),
        minimiser=read_only([lowest]),
        minimum=constant + linear * lowest / 2,
    )
