"""Every number that the five articles print, computed; where one errs, the true number is tested.

A figure that is wrong stands in the test's name or in a comment beside the true one.
"""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from gdmath import theory
from gdmath.arrays import Array
from gdmath.data import CONTAINER, DeltaRuleExample
from gdmath.descent import Stop, descend
from gdmath.objective import (
    Landscape,
    LeastSquares,
    SquaredError,
    beam_error,
    delta_rule_error,
    line_error,
    parabola,
    velocity_error,
)
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

LASER = SquaredError(target=100.0)
LINE = line_error(CONTAINER.x, CONTAINER.y)


def rounded(value: float, digits: int) -> float:
    """Round as on paper, half away from zero, after dropping the dust of floating point."""
    unit = Decimal(1).scaleb(-digits)
    return float(Decimal(f"{value:.12g}").quantize(unit, ROUND_HALF_UP))


@pytest.fixture(scope="module")
def laser() -> Trajectory:
    return descend(LASER, 103.0, GradientDescent(0.1), Stop(steps=30))


@pytest.fixture(scope="module")
def line() -> Trajectory:
    return descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=200))


# Article 000: the laser pointer game


@pytest.mark.parametrize(
    ("height", "cost"), [(80, 400), (100, 0), (110, 100), (120, 400), (103, 9), (95, 25)]
)
def test_000_what_a_height_costs(height: float, cost: float) -> None:
    assert LASER.value([height]) == cost


def test_000_ten_times_the_miss_costs_a_hundred_times_as_much() -> None:
    assert LASER.value([[101.0], [110.0]]).tolist() == [1, 100]


def test_000_signed_misses_cancel_and_squares_do_not() -> None:
    high, left, right = (SquaredError(0.0).error([miss]) for miss in (3.0, 3.0, -3.0))
    assert [float(high + left), float(high + right)] == [6, 0]
    high, left, right = (SquaredError(0.0).value([miss]) for miss in (3.0, 3.0, -3.0))
    assert high + left == high + right == 18


def test_000_the_beam_hits_where_its_slope_times_300_says() -> None:
    beam = beam_error(distance=300.0, target=100.0)
    heights = np.array([[0.0], [80.0], [103.0]])
    np.testing.assert_allclose(beam.value(heights / 300), LASER.value(heights), rtol=1e-12)
    np.testing.assert_allclose(beam.minimiser * 300, LASER.minimiser, rtol=1e-15)


def test_000_the_drawing_marks_a_cost_of_0_where_it_is_0_09() -> None:
    # The script's grid of 100 heights misses the target; its mark is labelled "cost = 0".
    heights = np.linspace(70, 130, 100)[:, np.newaxis]
    assert rounded(LASER.value(heights).min(), 3) == 0.092


@pytest.mark.parametrize(
    ("step", "height", "digits"),
    [
        (0, 103, 0),
        (1, 102.4, 1),
        (2, 101.92, 2),
        (3, 101.536, 3),
        (4, 101.23, 2),
        (10, 100.322, 3),  # the article: 100.07
        (15, 100.106, 3),  # the article: 100.003
    ],
)
def test_000_heights(laser: Trajectory, step: int, height: float, digits: int) -> None:
    assert rounded(laser.parameters[step, 0], digits) == height
    closed_form = 100 + theory.errors_after([[2.0]], [3.0], 0.1, [step])[0, 0]
    assert laser.parameters[step, 0] == pytest.approx(closed_form, rel=1e-14)


def test_000_errors_and_gradients(laser: Trajectory) -> None:
    errors = LASER.error(laser.parameters)[:3]
    np.testing.assert_allclose(errors, [3, 2.4, 1.92], rtol=1e-12)
    # The article calls +3 a positive gradient, and the 3 of the shout its size: both are the error.
    np.testing.assert_allclose(laser.gradients[:3, 0], [6, 4.8, 3.84], rtol=1e-12)
    np.testing.assert_allclose(0.1 * laser.gradients[:3, 0], [0.6, 0.48, 0.384], rtol=1e-12)


def test_000_the_heights_100_07_and_100_003_come_at_steps_17_and_31_not_10_and_15() -> None:
    assert theory.steps_until(0.07, 3.0, 0.8) == 17
    assert theory.steps_until(0.003, 3.0, 0.8) == 31


def test_000_one_millimetre_is_reached_at_step_16_and_the_0_01_drawn_for_it_at_26(
    laser: Trajectory,
) -> None:
    misses = np.abs(LASER.error(laser.parameters))
    # 1 mm is 0.1 cm; the script draws its "1mm" line at 0.01 cm. It ends after 15 steps.
    for tolerance_cm, step in [(0.1, 16), (0.01, 26)]:
        assert int(np.argmax(misses <= tolerance_cm)) == step
        assert theory.steps_until(tolerance_cm, 3.0, 0.8) == step


# Article 001: the container


def test_001_no_line_goes_through_the_three_points() -> None:
    assert list(zip(CONTAINER.x, CONTAINER.y, strict=True)) == [(1, 1.2), (2, 1.8), (3, 3.4)]
    assert LINE.minimum == pytest.approx(1 / 18, rel=1e-12)
    assert theory.least_squares_line(CONTAINER.x, CONTAINER.y) == pytest.approx((1.1, -1 / 15))


def test_001_the_partial_derivatives_are_sums_over_the_points() -> None:
    a, b = 0.2, 0.5
    missing = CONTAINER.y - (a * CONTAINER.x + b)
    expected = [-2 / 3 * (CONTAINER.x * missing).sum(), -2 / 3 * missing.sum()]
    np.testing.assert_allclose(LINE.gradient([a, b]), expected, rtol=1e-14)


def test_001_ten_epochs_end_at_an_mse_of_0_125_not_close_to_zero(line: Trajectory) -> None:
    first, tenth = line.parameters[[1, 10]]
    assert [rounded(value, 3) for value in (*first, line.values[1])] == [0.568, 0.648, 0.366]
    assert [rounded(value, 3) for value in (*tenth, line.values[10])] == [0.793, 0.631, 0.125]


def test_001_the_minimum_is_within_1_percent_at_epoch_177_not_2_or_3(line: Trajectory) -> None:
    assert [rounded(value, 3) for value in line.values[2:4]] == [0.168, 0.144]
    assert int(np.argmax(line.values <= 1.01 * LINE.minimum)) == 177


def test_001_the_cost_falls_at_every_epoch(line: Trajectory) -> None:
    assert (np.diff(line.values) < 0).all()


def test_001_the_learning_rate_of_0_06_is_a_third_of_the_limit() -> None:
    limit = theory.stability_limit(LINE.curvature(LINE.minimiser))
    assert [rounded(limit, 3), rounded(0.06 / limit, 2)] == [0.180, 0.33]


# Article 002: why gradient descent, and three costs


def test_002_a_batch_of_128_times_500_takes_0_512_mb_not_0_061() -> None:
    batch = LeastSquares(np.zeros((128, 500)), np.zeros(128)).features
    assert batch.nbytes / 1e6 == 0.512
    # What the article prints is the count of numbers over 2²⁰, without the 8 bytes of each.
    assert rounded(batch.size / 2**20, 3) == 0.061


def test_002_the_half_makes_the_derivative_simpler() -> None:
    half, theta = line_error(CONTAINER.x, CONTAINER.y, "half_mean"), [0.2, 0.5]
    assert half.value(theta) == LINE.value(theta) / 2
    np.testing.assert_allclose(
        half.gradient(theta), (half.residuals(theta) * half.features.T).mean(axis=1), rtol=1e-14
    )


def test_002_the_velocity_is_right_at_4_and_the_error_falls_to_a_fifth_a_step() -> None:
    cost = velocity_error(desired=10.0)
    assert cost.minimiser.tolist() == [4.0]
    assert cost.gradient([0.0]) == 4 * (2 * 0 + 2 - 10)
    run = descend(cost, 0.0, GradientDescent(0.1), Stop(steps=10))
    np.testing.assert_allclose(
        4 - run.parameters[:, 0], 4 * 0.2 ** np.arange(11), rtol=1e-6, atol=0
    )


def test_002_the_business_cost_is_least_at_4_with_a_tangent_of_20_at_6() -> None:
    cost = parabola(5.0, -40.0, 200.0)
    assert (cost.minimiser.tolist(), cost.minimum) == ([4.0], 120.0)
    assert [*cost.gradient([6.0]), cost.value([6.0])] == [20, 140]
    run = descend(cost, 8.0, GradientDescent(0.01), Stop(steps=50))
    assert run.parameters[-1, 0] == pytest.approx(4 + 4 * 0.9**50, rel=1e-14)


def test_002_fifty_steps_bring_theta_to_3() -> None:
    run = descend(SquaredError(3.0), 0.0, GradientDescent(0.1), Stop(steps=50))
    assert run.parameters[-1, 0] == pytest.approx(3 - 3 * 0.8**50, rel=1e-14)
    assert f"{run.parameters[-1, 0]:.4f} {run.values[-1]:.4f}" == "3.0000 0.0000"


def test_002_the_points_drawn_as_batch_descent_are_not_on_the_curve() -> None:
    # The script's dots go from -2.5 to 2.4, at the heights that belong to -2.5 up to 0.
    x = -2.5 + 0.1 * np.arange(50)
    heights = SquaredError(0.0).value(np.linspace(-2.5, 0, 50)[:, np.newaxis])
    assert rounded(x[-1], 1) == 2.4
    assert np.abs(heights - SquaredError(0.0).value(x[:, np.newaxis])).max() > 5


# Article 003: learning rates, stopping, and the landscape


def steps_on_the_parabola(learning_rate: float, stop: Stop) -> Trajectory:
    return descend(SquaredError(0.0), 5.0, GradientDescent(learning_rate), stop)


@pytest.mark.parametrize("learning_rate", [0.001, 0.01, 0.1])
def test_003_the_common_learning_rates_shrink_x_by_1_minus_twice_the_rate(
    learning_rate: float,
) -> None:
    run = steps_on_the_parabola(learning_rate, Stop(steps=1_000))
    expected = 5 * (1 - 2 * learning_rate) ** np.arange(1_001)
    np.testing.assert_allclose(run.parameters[:, 0], expected, rtol=1e-10)


def test_003_each_criterion_of_0_0001_fires_at_its_own_step() -> None:
    loss = steps_on_the_parabola(0.1, Stop(loss_change=0.0001))
    norm = steps_on_the_parabola(0.1, Stop(gradient_norm=0.0001))
    count = steps_on_the_parabola(0.1, Stop(steps=1_000))
    # J changes by 25 · 0.64ᵏ⁻¹ · 0.36, and the gradient is 10 · 0.8ᵏ.
    assert loss.steps == 1 + (theory.steps_until(0.0001, 25 * 0.36, 0.64) or 0)
    assert norm.steps == theory.steps_until(0.0001, 10, 0.8)
    assert (loss.stopped_by, norm.stopped_by) == ("loss_change", "gradient_norm")
    assert (count.steps, count.stopped_by) == (1_000, "steps")


def test_003_steps_too_large_bounce_or_grow() -> None:
    assert theory.stability_limit([[2.0]]) == 1
    assert set(steps_on_the_parabola(1.0, Stop(steps=9)).values) == {25.0}
    assert steps_on_the_parabola(1.1, Stop()).stopped_by == "diverged"


def test_003_an_ant_needs_tens_of_thousands_of_steps() -> None:
    steps = theory.steps_until(0.0001, 5.0, 1 - 2 * 1e-4)
    assert steps is not None
    assert 10_000 < steps < 100_000


def test_003_one_sample_has_the_slopes_2_err_x_and_2_err() -> None:
    w, b, x, y = 0.5, -1.0, 3.0, 2.0
    err = w * x + b - y
    assert line_error([x], [y]).gradient([w, b]).tolist() == [2 * err * x, 2 * err]


def test_003_the_landscape_has_valleys_of_several_depths() -> None:
    def bottom(start: list[float]) -> Array:
        return descend(Landscape(), start, GradientDescent(0.3), Stop(gradient_norm=1e-9)).values[
            -1:
        ]

    assert bottom([-2.0, 1.0]) == pytest.approx(Landscape().minimum)
    assert bottom([1.0, 2.0]) > Landscape().minimum + 0.9


# Article 004: the delta rule


def test_004_the_table_and_the_error_0_037_that_is_0_0375() -> None:
    example = DeltaRuleExample()
    error = delta_rule_error(example.inputs, example.target)
    run = descend(error, example.weights, GradientDescent(example.learning_rate), Stop(steps=3))
    misses = -error.residuals(run.parameters)[:, 0]
    table = [
        [0.100, 0.300, 0.700, 0.300],
        [0.130, 0.360, 0.850, 0.150],
        [0.145, 0.390, 0.925, 0.075],
        [0.153, 0.405, 0.963, 0.038],  # the article: 0.037, though it rounds its neighbours up
    ]
    rows = zip(run.parameters, misses, strict=True)
    assert [[rounded(n, 3) for n in (*w, 1 - miss, miss)] for w, miss in rows] == table
    assert misses[3] == pytest.approx(0.0375, rel=1e-12)
    np.testing.assert_allclose(np.diff(run.parameters[:2], axis=0), [[0.03, 0.06]], rtol=1e-12)


def test_004_the_error_halves_at_every_iteration() -> None:
    example = DeltaRuleExample()
    curvature = delta_rule_error(example.inputs, example.target).curvature(example.weights)
    factors = theory.contraction_factors(curvature, example.learning_rate)
    assert factors.tolist() == pytest.approx([1, 0.5])
