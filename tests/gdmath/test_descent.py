"""Runs: what they record, how they stop, how they diverge."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.descent import Stop, descend
from gdmath.objective import (
    Ditches,
    Landscape,
    Objective,
    SquaredError,
    beam_error,
    delta_rule_error,
    line_error,
    parabola,
)
from gdmath.optimizer import AdaGrad, Adam, GradientDescent, Momentum, Nesterov, RMSProp, Rule
from gdmath.trajectory import Trajectory

LASER = SquaredError(target=100.0)
LINE = line_error([1.0, 2.0, 3.0], [1.2, 1.8, 3.4])


def laser_run(learning_rate: float, stop: Stop, start: float = 103.0) -> Trajectory:
    return descend(LASER, start, GradientDescent(learning_rate), stop)


def test_a_run_records_every_point_from_the_start() -> None:
    run = descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=7))
    assert run.steps == 7
    assert run.parameters.shape == run.gradients.shape == (8, 2)
    assert run.parameters[0].tolist() == [0.2, 0.5]
    np.testing.assert_array_equal(run.values, LINE.value(run.parameters))
    np.testing.assert_array_equal(run.gradients, LINE.gradient(run.parameters))
    np.testing.assert_array_equal(
        run.parameters[1:], run.parameters[:-1] - 0.06 * run.gradients[:-1]
    )


def test_a_record_cannot_be_written_to() -> None:
    run = descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=1), [np.array([0, 1])])
    for array in (run.parameters, run.values, run.gradients, run.batches[0]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_start_is_copied() -> None:
    start = np.array([0.2, 0.5])
    run = descend(LINE, start, GradientDescent(0.06), Stop(steps=1))
    start[0] = 9.0
    assert run.parameters[0, 0] == 0.2


def test_no_steps_record_the_start_alone() -> None:
    run = laser_run(0.1, Stop(steps=0))
    assert (run.steps, run.stopped_by, run.parameters.tolist()) == (0, "steps", [[103.0]])


def test_the_loss_change_stops_at_the_first_small_change() -> None:
    run = laser_run(0.1, Stop(loss_change=1e-4))
    changes = np.abs(np.diff(run.values))
    assert run.stopped_by == "loss_change"
    assert changes[-1] < 1e-4 <= changes[:-1].min()
    assert run.reason == f"At step {run.steps} the value changed by less than 0.0001."


def test_the_gradient_norm_stops_at_the_first_flat_point() -> None:
    run = descend(Landscape(), [2.0, 1.0], GradientDescent(0.3), Stop(gradient_norm=1e-4))
    norms = np.linalg.norm(run.gradients, axis=1)
    assert run.stopped_by == "gradient_norm"
    assert norms[-1] < 1e-4 <= norms[:-1].min()
    assert run.reason == f"At step {run.steps} the norm of the gradient is below 0.0001."


def test_a_threshold_is_not_below_itself() -> None:
    assert laser_run(0.1, Stop(gradient_norm=6.0)).steps > 0
    assert laser_run(0.1, Stop(gradient_norm=np.nextafter(6.0, 7.0))).steps == 0
    assert laser_run(0.5, Stop(loss_change=9.0)).steps == 2
    assert laser_run(0.5, Stop(loss_change=np.nextafter(9.0, 10.0))).steps == 1


def test_a_flat_start_ends_at_once() -> None:
    run = laser_run(0.1, Stop(gradient_norm=1e-4), start=100.0)
    assert (run.steps, run.stopped_by) == (0, "gradient_norm")


@pytest.mark.parametrize(
    ("stop", "first"),
    [
        (Stop(steps=5, loss_change=1e-4, gradient_norm=1e-4), "steps"),
        (Stop(steps=500, loss_change=1e-4, gradient_norm=1e-4), "loss_change"),
        (Stop(steps=500, loss_change=1e-12, gradient_norm=1e-4), "gradient_norm"),
    ],
)
def test_together_the_first_to_fire_is_named(stop: Stop, first: str) -> None:
    assert laser_run(0.1, stop).stopped_by == first


@pytest.mark.parametrize("stop", [Stop(steps=1, loss_change=9.0, gradient_norm=1e-9)])
def test_where_several_fire_at_once_their_order_decides(stop: Stop) -> None:
    assert laser_run(0.5, stop).stopped_by == "gradient_norm"
    assert laser_run(0.4, stop).stopped_by == "loss_change"


def test_growth_says_when_a_run_has_diverged() -> None:
    run = laser_run(1.1, Stop(steps=500, growth=100.0))
    assert run.stopped_by == "diverged"
    assert run.diverged_at == run.steps
    assert run.values[-1] > 100 * run.values[0] >= run.values[-2]
    assert run.reason == (
        f"At step {run.steps} the value has grown to more than 100 times its first size."
    )


def test_without_a_limit_of_growth_overflow_is_divergence() -> None:
    run = laser_run(1.1, Stop(growth=np.inf))
    assert run.stopped_by == "diverged"
    assert run.diverged_at == run.steps + 1
    assert run.reason == f"Step {run.diverged_at} leads to a number too large to hold."
    with np.errstate(over="ignore"):
        beyond = run.parameters[-1] - 1.1 * run.gradients[-1]
        assert not np.isfinite(LASER.value(beyond))


def test_a_gradient_too_large_to_hold_is_divergence_too() -> None:
    steep, learning_rate = SquaredError(target=0.0, slope=1e170), 1e-323
    run = descend(steep, 1e-40, GradientDescent(learning_rate), Stop(growth=np.inf))
    assert (run.steps, run.diverged_at) == (0, 1)
    beyond = run.parameters[0] - learning_rate * run.gradients[0]
    assert np.isfinite(steep.value(beyond))
    with np.errstate(over="ignore"):
        assert np.isinf(steep.gradient(beyond)).all()


def test_at_exactly_the_limit_the_run_bounces_for_ever() -> None:
    run = laser_run(1.0, Stop(steps=10_000))
    assert run.stopped_by == "steps"
    assert set(run.parameters[:, 0]) == {97.0, 103.0}


@pytest.mark.parametrize("learning_rate", [0.1, 1.0, 1.1, 3.0])
def test_who_starts_at_the_minimum_stays(learning_rate: float) -> None:
    run = laser_run(learning_rate, Stop(steps=1_000), start=100.0)
    assert run.stopped_by == "steps"
    assert (run.parameters == 100.0).all()


@pytest.mark.parametrize("objective", [LINE, parabola(3.0, -0.7, 0.1), Landscape()])
def test_rounding_at_the_minimum_is_no_divergence(objective: Objective) -> None:
    start = np.nextafter(objective.minimiser, 10)
    assert descend(objective, start, GradientDescent(0.1), Stop(steps=500)).stopped_by == "steps"


@pytest.mark.parametrize("target", [0.0, -40.0, 1e6, 100 + 1e-6])
def test_the_step_of_divergence_hangs_on_the_rate_alone(target: float) -> None:
    run = descend(SquaredError(target), target + 3, GradientDescent(1.1), Stop())
    assert run.diverged_at == next(k for k in range(100) if 1.2 ** (2 * k) > 1e6)


def test_batches_are_followed_and_recorded() -> None:
    batches = [np.array([2]), np.array([0, 1])]
    run = descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=2), batches)
    assert [indices.tolist() for indices in run.batches] == [[2], [0, 1]]
    for k, indices in enumerate(batches):
        slope = LINE.batch(indices).gradient(run.parameters[k])
        np.testing.assert_array_equal(run.parameters[k + 1], run.parameters[k] - 0.06 * slope)
    np.testing.assert_array_equal(run.gradients, LINE.gradient(run.parameters))


def test_all_samples_as_a_batch_change_nothing() -> None:
    everything = [np.arange(3)] * 10
    batched = descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=10), everything)
    whole = descend(LINE, [0.2, 0.5], GradientDescent(0.06), Stop(steps=10))
    np.testing.assert_array_equal(batched.parameters, whole.parameters)


def test_a_diverging_batched_run_has_one_batch_a_step() -> None:
    batches = [np.array([2])] * 5_000
    run = descend(LINE, [0.2, 0.5], GradientDescent(9.0), Stop(growth=np.inf), batches)
    assert run.stopped_by == "diverged"
    assert len(run.batches) == run.steps


@pytest.mark.parametrize(
    ("make", "kind", "sentence"),
    [
        (
            lambda: laser_run(0.1, Stop(steps=-1)),
            ValueError,
            "steps is -1; it must be a whole number from 0 to 1,000,000",
        ),
        (lambda: laser_run(0.1, Stop(steps=1.5)), ValueError, "steps is 1.5"),  # type: ignore[arg-type]
        (lambda: Stop(loss_change=0.0), ValueError, "loss_change is 0.0; .* above 0"),
        (lambda: Stop(gradient_norm=np.nan), ValueError, "gradient_norm is nan"),
        (lambda: Stop(growth=1.0), ValueError, "growth is 1.0; it must be a number, above 1"),
        (
            lambda: descend(LINE, 1.0, GradientDescent(0.1), Stop()),
            ValueError,
            r"start has shape \(1,\); it must have shape \(2,\)",
        ),
        (lambda: laser_run(0.1, Stop(), start=np.inf), ValueError, "start is inf; it must be"),
        (lambda: laser_run(0.1, Stop(), start=1e200), ValueError, "start is 1e.200; it must be"),
        (
            lambda: descend(LASER, 103.0, GradientDescent(0.1), Stop(), [np.array([0])]),
            TypeError,
            "SquaredError has no samples",
        ),
        (
            lambda: descend(LINE, [0, 0], GradientDescent(0.1), Stop(), [np.array([0])]),
            ValueError,
            "batches ran out at step 2",
        ),
    ],
)
def test_a_wrong_run_is_one_sentence(
    make: Callable[[], object], kind: type[Exception], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        make()


OBJECTIVES: list[Objective] = [
    LASER,
    LINE,
    beam_error(300.0, 100.0),
    parabola(5.0, -40.0, 200.0),
    Landscape(),
    Ditches(),
    delta_rule_error([1.0, 2.0], 1.0),
]
KINDS: list[type[Any]] = [GradientDescent, Momentum, Nesterov, AdaGrad, RMSProp, Adam]


@given(
    objective=st.sampled_from(OBJECTIVES),
    kind=st.sampled_from(KINDS),
    learning_rate=st.floats(0, 1e300),
    start=st.lists(st.floats(-1e150, 1e150), min_size=2, max_size=2),
    growth=st.sampled_from([2.0, 1e6, 1e308, np.inf]),
)
def test_no_trajectory_ever_holds_a_nan_or_an_infinity(
    objective: Objective, kind: type[Any], learning_rate: float, start: list[float], growth: float
) -> None:
    rule: Rule[Any] = kind(learning_rate)
    run = descend(objective, start[: objective.dimension], rule, Stop(steps=60, growth=growth))
    for array in (run.parameters, run.values, run.gradients):
        assert np.isfinite(array).all()
        assert len(array) == run.steps + 1
    assert (run.diverged_at is not None) == (run.stopped_by == "diverged")
