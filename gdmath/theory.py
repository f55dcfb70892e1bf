"""What is known without running: closed forms, rates and limits of descent on quadratics.

On a quadratic with curvature A, gradient descent multiplies the error along each eigenvector of A,
with eigenvalue λ, by 1 - learning_rate · λ at every step (Goh, "Why Momentum Really Works", 2017).
"""

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, as_finite, check_number
from gdmath.decimals import steps_within


def _eigen(curvature: ArrayLike) -> tuple[Array, Array]:
    """Return eigenvalues (d,), ascending and above 0, and eigenvectors (d, d), one a column."""
    matrix = as_finite("curvature", curvature, 2)
    if matrix.shape[0] != matrix.shape[1] or not np.array_equal(matrix, matrix.T):
        raise ValueError("curvature must be a symmetric matrix")
    eigenvalues, eigenvectors = np.linalg.eigh(matrix)
    if eigenvalues[-1] <= 0:
        raise ValueError("curvature must have an eigenvalue above 0")
    return eigenvalues, eigenvectors


def stability_limit(curvature: ArrayLike) -> float:
    """Return 2 / λmax: gradient descent converges below this learning rate and diverges above it.

    `curvature` (d, d) is symmetric with an eigenvalue above 0, or ValueError is raised.
    """
    return float(2 / _eigen(curvature)[0][-1])


def fastest_learning_rate(curvature: ArrayLike) -> float:
    """Return 2 / (λmin + λmax), whose slowest direction is as fast as can be (Polyak, 1964).

    `curvature` (d, d) is symmetric with an eigenvalue above 0, or ValueError is raised. In one
    dimension this rate, 1 / λ, reaches the minimum in one step.
    """
    eigenvalues = _eigen(curvature)[0]
    return float(2 / (eigenvalues[0] + eigenvalues[-1]))


def contraction_factors(curvature: ArrayLike, learning_rate: float) -> Array:
    """Return 1 - learning_rate · λ, of shape (d,), for the eigenvalues λ in ascending order.

    `curvature` (d, d) is symmetric with an eigenvalue above 0, and `learning_rate` finite and at
    least 0, or ValueError is raised.
    """
    check_number("learning_rate", learning_rate, at_least=0)
    return 1 - learning_rate * _eigen(curvature)[0]


def errors_after(
    curvature: ArrayLike, first_error: ArrayLike, learning_rate: float, steps: ArrayLike
) -> Array:
    """Return theta - minimiser, of shape (n, d), after each number of steps in `steps` (n,).

    `first_error` (d,) is the error at the start. Raises ValueError as `contraction_factors` does.
    """
    factors = contraction_factors(curvature, learning_rate)
    eigenvectors = _eigen(curvature)[1]
    along = as_finite("first_error", first_error, 1) @ eigenvectors
    powers = factors ** np.asarray(steps)[:, np.newaxis]
    return np.asarray((along * powers) @ eigenvectors.T)


def least_squares_line(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Return slope and intercept of the line that fits `y` (m,) over `x` (m,) best (Gauss, 1809).

    Raises ValueError if the lengths differ or a number is not finite, or where all x are the same.
    """
    abscissae, ordinates = as_finite("x", x, 1), as_finite("y", y, 1)
    if len(abscissae) != len(ordinates):
        raise ValueError(f"y has {len(ordinates)} values; it must have {len(abscissae)}")
    offsets = abscissae - abscissae.mean()
    spread = (offsets**2).sum()
    if spread == 0:
        raise ValueError("x holds one value only; a line needs two different ones")
    slope = float((offsets * (ordinates - ordinates.mean())).sum() / spread)
    return slope, float(ordinates.mean() - slope * abscissae.mean())


def steps_until(tolerance: float, first_error: float, factor: float) -> int | None:
    """Return the fewest steps k after which |first_error · factorᵏ| <= tolerance, or None if never.

    The three numbers are taken as the decimals that they print as, so that 0.1³ reaches 0.001.
    Raises ValueError unless all are finite and `tolerance` is above 0.
    """
    check_number("tolerance", tolerance, above=0)
    check_number("first_error", first_error)
    check_number("factor", factor)
    return steps_within(tolerance, first_error, factor)
