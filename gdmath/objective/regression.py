"""The misfit of a linear model: mean squared errors, their halves, and the delta rule's error."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, Indices, as_finite, as_points, read_only

Normalisation: TypeAlias = Literal["mean", "half_mean", "half_sum"]


@dataclass(frozen=True, eq=False)
class LeastSquares:
    """The squared residuals r of the predictions features · theta, summed and normalised.

    `features` has shape (m, d) and `targets` (m,). `normalisation` is "mean" for Σ r² / m
    (articles 001 and 003), "half_mean" for Σ r² / 2m (article 002) or "half_sum" for Σ r² / 2
    (article 004). The value has the unit of the targets, squared.

    Raises ValueError for other shapes, another normalisation, or numbers that are not finite.
    """

    features: Array
    targets: Array
    normalisation: Normalisation = "mean"

    def __post_init__(self) -> None:
        features = as_finite("features", self.features, 2)
        targets = as_finite("targets", self.targets, 1)
        if len(features) != len(targets):
            raise ValueError(f"targets has {len(targets)} samples; it must have {len(features)}")
        if self.normalisation not in ("mean", "half_mean", "half_sum"):
            raise ValueError(
                f"normalisation is {self.normalisation!r}; "
                "it must be 'mean', 'half_mean' or 'half_sum'"
            )
        object.__setattr__(self, "features", features)
        object.__setattr__(self, "targets", targets)

    @property
    def dimension(self) -> int:
        """The number of parameters, d: one a feature."""
        return int(self.features.shape[1])

    @property
    def samples(self) -> int:
        """The number of samples, m."""
        return len(self.targets)

    @cached_property
    def minimiser(self) -> Array:
        """The best parameters (d,); where many are equally good, the ones of smallest norm."""
        return read_only(np.linalg.lstsq(self.features, self.targets, rcond=None)[0])

    @cached_property
    def minimum(self) -> float:
        """The misfit of the best parameters; above 0 where no model fits every sample."""
        return float(self.value(self.minimiser))

    def batch(self, indices: Indices) -> "LeastSquares":
        """Return the same misfit over the samples at `indices` (k,) alone."""
        return LeastSquares(self.features[indices], self.targets[indices], self.normalisation)

    def residuals(self, theta: ArrayLike) -> Array:
        """Return prediction minus target (..., m) at `theta` (..., d)."""
        points = as_points(theta, self.dimension)
        # Column by column: no BLAS, whose last digit depends on the machine, and on a grid of
        # points no array larger than the answer.
        terms = (points[..., j, np.newaxis] * self.features[:, j] for j in range(self.dimension))
        return sum(terms, start=np.float64(0.0)) - self.targets

    def value(self, theta: ArrayLike) -> Array:
        """Return the misfit (...) at `theta` (..., d)."""
        return np.asarray((self.residuals(theta) ** 2).sum(axis=-1) / self._divisor)

    def gradient(self, theta: ArrayLike) -> Array:
        """Return 2 Σ r · features, normalised, of shape (..., d), at `theta` (..., d)."""
        residuals = self.residuals(theta)
        sums = [(residuals * self.features[:, j]).sum(axis=-1) for j in range(self.dimension)]
        return np.stack(sums, axis=-1) / (self._divisor / 2)

    def curvature(self, theta: ArrayLike) -> Array:
        """Return 2 featuresᵀ features, normalised, of shape (..., d, d), at `theta` (..., d)."""
        products = self.features[:, :, np.newaxis] * self.features[:, np.newaxis, :]
        shape = as_points(theta, self.dimension).shape
        return np.broadcast_to(products.sum(axis=0) / (self._divisor / 2), (*shape, self.dimension))

    @property
    def _divisor(self) -> int:
        return {"mean": self.samples, "half_mean": 2 * self.samples, "half_sum": 2}[
            self.normalisation
        ]


def line_error(x: ArrayLike, y: ArrayLike, normalisation: Normalisation = "mean") -> LeastSquares:
    """Return the misfit of the line y = a x + b, with theta = (a, b).

    `x` and `y` have shape (m,); see `LeastSquares` for the normalisation and what is raised.
    """
    abscissae = as_finite("x", x, 1)
    features = np.column_stack([abscissae, np.ones_like(abscissae)])
    return LeastSquares(features, as_finite("y", y, 1), normalisation)


def delta_rule_error(inputs: ArrayLike, target: float) -> LeastSquares:
    """Return ½ (target - w · inputs)² of one linear neuron with weights w, `inputs` being (d,).

    From article 004; see `LeastSquares` for what is raised.
    """
    return LeastSquares(
        np.atleast_2d(as_finite("inputs", inputs, 1)), read_only([target]), "half_sum"
    )
