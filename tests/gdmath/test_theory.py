"""The theory on examples worked out by hand, and random runs held against it."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath import theory
from gdmath.arrays import Array
from gdmath.data import synthetic_regression
from gdmath.descent import Stop, descend
from gdmath.objective import Quadratic, SquaredError, line_error
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

DIAGONAL = np.diag([1.0, 4.0])


def test_limits_of_a_bowl_four_times_as_steep_one_way() -> None:
    assert theory.stability_limit(DIAGONAL) == 0.5
    assert theory.fastest_learning_rate(DIAGONAL) == 0.4
    assert theory.contraction_factors(DIAGONAL, 0.25).tolist() == [0.75, 0.0]


def test_the_fastest_rate_has_the_smallest_worst_factor() -> None:
    def worst(learning_rate: float) -> float:
        return float(np.abs(theory.contraction_factors(DIAGONAL, learning_rate)).max())

    rates = np.linspace(0, 0.5, 501)
    assert rates[np.argmin([worst(rate) for rate in rates])] == pytest.approx(0.4)


def test_errors_shrink_by_their_own_factors() -> None:
    errors = theory.errors_after(DIAGONAL, [2.0, 1.0], 0.1, np.arange(3))
    np.testing.assert_allclose(errors, [[2.0, 1.0], [1.8, 0.6], [1.62, 0.36]], rtol=1e-15)


@pytest.mark.parametrize("seed", range(10))
def test_the_closed_form_of_the_line_is_the_least_squares_solution(seed: int) -> None:
    points = synthetic_regression(30, 3.0, -2.0, 0.5, np.random.default_rng(seed), (100, 101))
    line = theory.least_squares_line(points.x, points.y)
    np.testing.assert_allclose(line, np.polyfit(points.x, points.y, 1), rtol=1e-9)
    np.testing.assert_allclose(line, line_error(points.x, points.y).minimiser, rtol=1e-9)


@pytest.mark.parametrize(
    ("tolerance", "first_error", "factor", "steps"),
    [
        (0.1, 3.0, 0.8, 16),
        (0.1, -3.0, -0.8, 16),
        (3.0, 3.0, 0.8, 0),
        (0.1, 3.0, 0.0, 1),
        (0.1, 3.0, 1.0, None),
        (0.1, 3.0, -1.2, None),
        # Ties: in floating point, log(0.001) / log(0.1) is 2.9999999999999996.
        (0.001, 1.0, 0.1, 3),
        (1e-15, 1.0, 0.1, 15),
        (0.512, 1.0, 0.8, 3),
        (2.0**-10, 1.0, 0.5, 10),
        (5e-324, 1.0, 1e-9, 36),
    ],
)
def test_steps_until_a_tolerance(
    tolerance: float, first_error: float, factor: float, steps: int | None
) -> None:
    assert theory.steps_until(tolerance, first_error, factor) == steps


@given(
    tolerance=st.floats(1e-9, 10),
    first_error=st.floats(-10, 10),
    factor=st.floats(-0.95, 0.95),
)
def test_steps_until_is_the_first_of_all(
    tolerance: float, first_error: float, factor: float
) -> None:
    steps = theory.steps_until(tolerance, first_error, factor)
    assert steps is not None
    goal, error, shrink = (abs(Fraction(str(n))) for n in (tolerance, first_error, factor))
    assert error * shrink**steps <= goal
    assert steps == 0 or error * shrink ** (steps - 1) > goal


class Bowl(NamedTuple):
    objective: Quadratic
    start: Array

    def run(self, share_of_limit: float, stop: Stop) -> Trajectory:
        rule = GradientDescent(share_of_limit * theory.stability_limit(self.objective.matrix))
        return descend(self.objective, self.start, rule, stop)

    def predicted_errors(self, share_of_limit: float, steps: int) -> Array:
        matrix = self.objective.matrix
        return theory.errors_after(
            matrix,
            self.start - self.objective.minimiser,
            share_of_limit * theory.stability_limit(matrix),
            np.arange(steps + 1),
        )


@st.composite
def bowls(draw: st.DrawFn) -> Bowl:
    dimension = draw(st.integers(1, 4))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    eigenvectors = np.linalg.qr(rng.standard_normal((dimension, dimension)))[0]
    matrix = eigenvectors * rng.uniform(0.1, 10, dimension) @ eigenvectors.T
    minimum = draw(st.floats(-5, 5))
    objective = Quadratic((matrix + matrix.T) / 2, rng.uniform(-10, 10, dimension), minimum)
    # Every eigenvector has its share in the first error, or nothing would show the instability.
    shares = rng.uniform(0.1, 3, dimension) * rng.choice([-1, 1], dimension)
    return Bowl(objective, objective.minimiser + eigenvectors @ shares)


@given(bowl=bowls(), share_of_limit=st.floats(0.01, 0.99))
def test_below_the_limit_the_error_shrinks_at_the_predicted_rate(
    bowl: Bowl, share_of_limit: float
) -> None:
    run = bowl.run(share_of_limit, Stop(steps=100))
    assert run.stopped_by == "steps"
    errors = run.parameters - bowl.objective.minimiser
    np.testing.assert_allclose(errors, bowl.predicted_errors(share_of_limit, 100), atol=1e-11)
    lengths = np.linalg.norm(errors, axis=1)
    learning_rate = share_of_limit * theory.stability_limit(bowl.objective.matrix)
    factors = theory.contraction_factors(bowl.objective.matrix, learning_rate)
    assert (lengths[1:] <= np.abs(factors).max() * lengths[:-1] + 1e-13).all()
    assert (np.diff(run.values) <= 1e-12).all()


@given(bowl=bowls(), share_of_limit=st.floats(1.05, 20))
def test_above_the_limit_the_run_is_reported_as_diverged(bowl: Bowl, share_of_limit: float) -> None:
    stop = Stop(steps=500)
    run = bowl.run(share_of_limit, stop)
    assert run.stopped_by == "diverged"
    assert run.diverged_at is not None
    minimum = bowl.objective.minimum
    errors = bowl.predicted_errors(share_of_limit, run.diverged_at)
    heights = bowl.objective.value(bowl.objective.minimiser + errors)
    scale = max(abs(heights[0]), heights[0] - minimum)
    assert heights[-1] > stop.growth * scale * (1 - 1e-9)
    assert (heights[:-1] <= stop.growth * scale * (1 + 1e-9)).all()


@given(curvature=st.floats(0.01, 100), start=st.floats(-100, 100))
def test_at_the_limit_the_run_neither_converges_nor_diverges(
    curvature: float, start: float
) -> None:
    bowl = Bowl(Quadratic(np.array([[curvature]]), np.array([3.0])), np.array([start]))
    run = bowl.run(1.0, Stop(steps=200))
    assert run.stopped_by == "steps"
    np.testing.assert_allclose(np.abs(run.parameters - 3), abs(start - 3), rtol=1e-9, atol=1e-12)


def test_the_laser_run_is_the_closed_form() -> None:
    run = descend(SquaredError(100.0), 103.0, GradientDescent(0.1), Stop(steps=60))
    errors = theory.errors_after([[2.0]], [3.0], 0.1, np.arange(61))
    np.testing.assert_allclose(run.parameters - 100, errors, atol=1e-12)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: theory.stability_limit([[1, 2], [0, 1]]), "curvature must be a symmetric matrix"),
        (lambda: theory.stability_limit([[1, 2]]), "curvature must be a symmetric"),
        (lambda: theory.stability_limit([[-1.0]]), "curvature must have an eigenvalue above 0"),
        (lambda: theory.contraction_factors(DIAGONAL, -1), "learning_rate is -1; it must be"),
        (lambda: theory.least_squares_line([1, 1], [1, 2]), "x holds one value only"),
        (lambda: theory.least_squares_line([1, 2], [1]), "y has 1 values; it must have 2"),
        (lambda: theory.steps_until(0.0, 3.0, 0.8), "tolerance is 0.0; it must be"),
        (lambda: theory.steps_until(0.1, np.inf, 0.8), "first_error is inf; it must be"),
        (lambda: theory.steps_until(0.1, 3.0, np.nan), "factor is nan; it must be"),
    ],
)
def test_wrong_questions_are_answered_with_one_sentence(
    make: Callable[[], object], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()
