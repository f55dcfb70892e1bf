"""What a function must offer to be descended."""

from typing import Protocol, runtime_checkable

from numpy.typing import ArrayLike

from gdmath.arrays import Array, Indices


class Objective(Protocol):
    """A function of `dimension` parameters that is to be made small.

    `theta` has shape (..., d) with d = `dimension`: one point, or any grid of points for a curve or
    a surface. The methods raise ValueError for any other shape.
    """

    @property
    def dimension(self) -> int:
        """The number of parameters, d."""

    @property
    def minimiser(self) -> Array:
        """A point (d,) at which the function is smallest."""

    @property
    def minimum(self) -> float:
        """The value at the minimiser."""

    def value(self, theta: ArrayLike) -> Array:
        """Return the value at each point, of shape (...)."""

    def gradient(self, theta: ArrayLike) -> Array:
        """Return the gradient at each point, of shape (..., d)."""

    def curvature(self, theta: ArrayLike) -> Array:
        """Return the matrix of second derivatives at each point, of shape (..., d, d)."""


@runtime_checkable
class SampledObjective(Objective, Protocol):
    """An objective that is a sum or a mean over samples, and so can be taken over some of them."""

    @property
    def samples(self) -> int:
        """The number of samples, m."""

    def batch(self, indices: Indices) -> Objective:
        """Return the same objective over the samples at `indices` (k,) alone."""
