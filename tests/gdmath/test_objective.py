"""Values, gradients and curvatures held against sympy's derivatives of the articles' formulas."""

from collections.abc import Callable

import numpy as np
import pytest
import sympy as sp

from gdmath.arrays import Array
from gdmath.objective import (
    Ditches,
    Landscape,
    LeastSquares,
    Objective,
    Quadratic,
    SampledObjective,
    SquaredError,
    beam_error,
    delta_rule_error,
    line_error,
    parabola,
    velocity_error,
)

a, b, c = sp.symbols("a b c")
POINTS = [(1.0, 1.2), (2.0, 1.8), (3.0, 3.4)]
SQUARES = sum((a * x + b - y) ** 2 for x, y in POINTS)
X, Y = np.array(POINTS).T
MATRIX = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, -1.0, 2.0]])
CENTRE = np.array([1.0, -2.0, 0.5])
SHIFTED = sp.Matrix([a - 1, b + 2, c - 0.5])

CASES: dict[str, tuple[Objective, sp.Expr, tuple[sp.Symbol, ...]]] = {
    "000 laser": (SquaredError(100.0), (a - 100) ** 2, (a,)),
    "000 beam": (beam_error(300.0, 100.0, 5.0), (300 * a + 5 - 100) ** 2, (a,)),
    "001 mse": (line_error(X, Y), SQUARES / 3, (a, b)),
    "002 half mse": (line_error(X, Y, "half_mean"), SQUARES / 6, (a, b)),
    "002 velocity": (velocity_error(10.0), (2 * a + 2 - 10) ** 2, (a,)),
    "002 business": (parabola(5.0, -40.0, 200.0), 5 * a**2 - 40 * a + 200, (a,)),
    "002 theta": (SquaredError(3.0), (a - 3) ** 2, (a,)),
    "003 parabola": (SquaredError(0.0), a**2, (a,)),
    "003 landscape": (Landscape(), sp.sin(a) * sp.cos(b) + a**2 / 8 + b**2 / 8, (a, b)),
    "004 delta rule": (delta_rule_error([1.0, 2.0], 1.0), (1 - a - 2 * b) ** 2 / 2, (a, b)),
    "004 ditches": (
        Ditches(0.3, 0.2, 1.5, 2.5),
        0.2 * (a - 0.3) ** 2 + 1.5 * (1 - sp.cos(2 * sp.pi * (a - 0.3) / 2.5)),
        (a,),
    ),
    "quadratic": (
        Quadratic(MATRIX, CENTRE, 7.0),
        (SHIFTED.T * sp.Matrix(MATRIX) * SHIFTED)[0] / 2 + 7,
        (a, b, c),
    ),
}
every_case = pytest.mark.parametrize(
    ("objective", "formula", "symbols"), CASES.values(), ids=CASES.keys()
)
every_objective = pytest.mark.parametrize(
    "objective", [case[0] for case in CASES.values()], ids=CASES.keys()
)


def at_points(expression: sp.Expr, symbols: tuple[sp.Symbol, ...], points: Array) -> Array:
    function: Callable[..., object] = sp.lambdify(symbols, expression, "math")
    return np.array([function(*point) for point in points], dtype=np.float64)


@pytest.fixture
def points(objective: Objective) -> Array:
    return np.random.default_rng(0).uniform(-5, 5, (20, objective.dimension))


@every_case
def test_value_gradient_and_curvature_are_those_of_the_formula(
    objective: Objective, formula: sp.Expr, symbols: tuple[sp.Symbol, ...], points: Array
) -> None:
    values = at_points(formula, symbols, points)
    np.testing.assert_allclose(objective.value(points), values, rtol=1e-12)
    gradients, curvatures = objective.gradient(points), objective.curvature(points)
    assert gradients.shape == (20, len(symbols))
    assert curvatures.shape == (20, len(symbols), len(symbols))
    for i, first in enumerate(symbols):
        slope = at_points(sp.diff(formula, first), symbols, points)
        np.testing.assert_allclose(gradients[:, i], slope, rtol=1e-12, atol=1e-12)
        for j, second in enumerate(symbols):
            bend = at_points(sp.diff(formula, first, second), symbols, points)
            np.testing.assert_allclose(curvatures[:, i, j], bend, rtol=1e-12, atol=1e-12)


@every_objective
def test_nothing_is_lower_than_the_minimiser(objective: Objective, points: Array) -> None:
    minimiser = objective.minimiser
    assert minimiser.shape == (objective.dimension,)
    assert float(objective.value(minimiser)) == pytest.approx(objective.minimum, abs=1e-12)
    np.testing.assert_allclose(objective.gradient(minimiser), 0, atol=1e-10)
    assert np.linalg.eigvalsh(objective.curvature(minimiser))[0] >= -1e-12
    assert (objective.value(points) >= objective.minimum).all()


@every_objective
def test_a_grid_gives_the_same_bits_as_its_points(objective: Objective, points: Array) -> None:
    grid = points.reshape(4, 5, objective.dimension)
    for method in (objective.value, objective.gradient, objective.curvature):
        one_by_one = np.array([method(point) for point in points])
        np.testing.assert_array_equal(method(grid).reshape(one_by_one.shape), one_by_one)


@every_objective
def test_a_point_of_another_dimension_is_refused(objective: Objective) -> None:
    wrong = np.zeros(objective.dimension + 1)
    for method in (objective.value, objective.gradient, objective.curvature):
        with pytest.raises(ValueError, match="last axis must have length"):
            method(wrong)
        with pytest.raises(ValueError, match="last axis must have length"):
            method(1.0)


def test_the_landscape_has_no_deeper_point_on_a_fine_grid() -> None:
    axis = np.linspace(-8, 8, 801)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1)
    values = Landscape().value(grid)
    lowest = np.unravel_index(values.argmin(), values.shape)
    np.testing.assert_allclose(grid[lowest], Landscape().minimiser, atol=axis[1] - axis[0])
    assert Landscape().minimum <= values.min()


def test_ditches_hold_a_ball_in_every_width() -> None:
    ditches = Ditches(deepest=1.0)
    x = np.linspace(-9, 11, 2001)
    heights = ditches.value(x[:, np.newaxis])
    bottoms = x[1:-1][(heights[1:-1] < heights[:-2]) & (heights[1:-1] < heights[2:])]
    np.testing.assert_allclose(np.diff(bottoms), ditches.width, atol=0.1)
    assert len(bottoms) > 5
    assert ditches.deepest in bottoms.round(9)


def test_the_delta_rule_has_the_shortest_of_many_equally_good_weights() -> None:
    error = delta_rule_error([1.0, 2.0], 1.0)
    np.testing.assert_allclose(error.minimiser, [0.2, 0.4])
    assert float(error.value([1.0, 0.0])) == error.minimum == 0


def test_a_batch_is_the_same_misfit_over_fewer_samples() -> None:
    batch = line_error(X, Y).batch(np.array([0, 2]))
    expected = line_error(X[[0, 2]], Y[[0, 2]])
    assert batch.value([0.2, 0.5]) == expected.value([0.2, 0.5])
    assert batch.samples == 2
    assert isinstance(batch, SampledObjective)


def test_the_batches_of_an_epoch_average_to_the_whole_gradient() -> None:
    error, theta = line_error(X, Y), [0.2, 0.5]
    singles = [error.batch(np.array([i])).gradient(theta) for i in range(error.samples)]
    np.testing.assert_allclose(np.mean(singles, axis=0), error.gradient(theta), rtol=1e-14)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: SquaredError(np.nan), "target is nan; it must be a finite number"),
        (lambda: SquaredError(10**400), "target is 10+; it must be a finite number"),
        (lambda: SquaredError(True), "target is True; it must be a finite number"),
        (lambda: SquaredError(1.0, slope=0.0), "slope is 0; it must be another number"),
        (
            lambda: parabola(-5.0, 0.0, 0.0),
            "quadratic is -5.0; it must be a finite number, above 0",
        ),
        (lambda: Ditches(width=0.0), "width is 0.0; it must be a finite number, above 0"),
        (lambda: Quadratic(-np.eye(2), np.zeros(2)), "matrix must be symmetric with positive"),
        (lambda: Quadratic(np.eye(3), np.zeros(2)), r"matrix has shape \(3, 3\); it must have"),
        (
            lambda: Quadratic(np.eye(2)[0], np.zeros(2)),
            r"matrix has shape \(2,\); it must be a table",
        ),
        (
            lambda: Quadratic(np.eye(2), np.array([0, np.inf])),
            "minimiser holds a value that is nan",
        ),
        (lambda: line_error([], []), r"x has shape \(0,\); it must be a list that is not empty"),
        (lambda: line_error([1, 2], [1]), "targets has 1 samples; it must have 2"),
        (
            lambda: LeastSquares(np.eye(2), np.ones(2), "median"),  # type: ignore[arg-type]
            "normalisation is 'median'; it must be 'mean', 'half_mean' or 'half_sum'",
        ),
    ],
)
def test_a_wrong_objective_is_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()
