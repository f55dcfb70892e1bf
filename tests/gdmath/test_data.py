"""The data sets."""

from collections.abc import Callable

import numpy as np
import pytest

from gdmath import theory
from gdmath.data import Points, synthetic_regression


def test_synthetic_points_scatter_about_their_line() -> None:
    points = synthetic_regression(1_000, 2.0, -1.0, 0.5, np.random.default_rng(0), (-3, 5))
    assert -3 <= points.x.min() < -2.9
    assert 4.9 < points.x.max() < 5
    assert theory.least_squares_line(points.x, points.y) == pytest.approx((2.0, -1.0), abs=0.05)
    assert (points.y - 2 * points.x + 1).std() == pytest.approx(0.5, rel=0.1)


def test_equal_seeds_give_equal_points() -> None:
    first, second, other = (
        synthetic_regression(10, 2.0, 1.0, 0.1, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal([first.x, first.y], [second.x, second.y])
    assert (first.y != other.y).all()


def test_without_noise_the_points_are_on_the_line() -> None:
    points = synthetic_regression(10, 2.0, 1.0, 0.0, np.random.default_rng(0))
    np.testing.assert_array_equal(points.y, 2 * points.x + 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Points(np.array([1.0]), np.array([1.0, 2.0])), "y has 2 values; it must have"),
        (lambda: Points(np.ones(2), np.ones(2)), "fewer than two different values of x"),
        (lambda: Points(np.array([1, np.nan]), np.ones(2)), "x holds a value that is nan"),
        (lambda: synthetic(samples=1), "samples is 1; it must be a whole number from 2 to 1,000"),
        (lambda: synthetic(noise=-1.0), "noise is -1.0; it must be a finite number, at least 0"),
        (lambda: synthetic(slope=np.inf), "slope is inf; it must be a finite number"),
        (lambda: synthetic(span=(1.0, 1.0)), r"span\[1\] is 1.0; it must be .* above 1"),
    ],
)
def test_wrong_points_are_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()


def synthetic(
    samples: int = 2,
    slope: float = 1.0,
    noise: float = 0.0,
    span: tuple[float, float] = (0.0, 1.0),
) -> object:
    return synthetic_regression(samples, slope, 0.0, noise, np.random.default_rng(0), span)
