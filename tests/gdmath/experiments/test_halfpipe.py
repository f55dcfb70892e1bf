"""The half-pipe's numbers, against article 000, closed forms and theory."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdmath.experiments.halfpipe import Halfpipe, Params, run
from gdmath.experiments.params import ParameterError
from gdmath.theory import errors_after, stability_limit, steps_until


def story(**values: float) -> Halfpipe:
    return run(Params.parse(values))


def test_what_the_article_reads_off_the_axis() -> None:
    told = [(story().position(x).text, story().cost(x).text) for x in story().tour]
    assert told == [("80", "400"), ("100", "0"), ("110", "100"), ("120", "400")]


def test_the_first_steps_from_80() -> None:
    steps = [story().step(k) for k in range(3)]
    assert [step.position.text for step in steps] == ["80", "84", "87.2"]
    assert [step.slope.text for step in steps] == ["−40", "−32", "−25.6"]
    assert [step.move.text for step in steps] == ["+4", "+3.2", "+2.56"]
    assert {step.equals for step in steps} == {step.slope_equals for step in steps} == {"="}


def test_a_slope_from_a_rounded_target_is_told_as_such() -> None:
    step = story(target_cm=-1.772, start_cm=248.0, left_cm=-860.0, right_cm=552.0).step(0)
    assert step.slope.text == "499.5"  # and 2 · (248 + 1.8), as it is told, is 499.6
    assert step.slope_equals == "≈"


def test_the_slope_changes_its_sign_with_the_side() -> None:
    assert story().slope_now(80).text == "−40"
    assert story().slope_now(story().other_side).text == "+40"
    assert story().slope_now(100).text == "0"


def test_the_second_rider_is_a_mirror_image() -> None:
    both = story()
    assert both.mirrored
    np.testing.assert_allclose(both.first.positions + both.second.positions, 200, rtol=1e-15)
    assert not story(second_start_cm=110.0).mirrored


def test_how_close_they_get() -> None:
    assert story().position(float(story().first.positions[-1])).text == "98.63"
    assert story().tolerance.text == "1 cm"
    reached = story().reached
    assert reached is not None
    assert reached.value == steps_until(1.0, -20.0, 0.8) == 14
    errors = story(steps=14).first.positions - 100
    assert abs(errors[14]) <= 1 < abs(errors[13])
    arrived = [story(steps=n).arrives(story(steps=n).first) for n in (13, 14)]
    assert arrived == [False, True]


@given(
    st.floats(-200, 200), st.floats(20, 500), st.floats(1 / 3, 2 / 3), st.floats(-0.999, 0.999),
    st.just(0.0) | st.floats(1e-4, 3), st.integers(0, 40),
)  # fmt: skip
def test_the_ride_follows_the_closed_form_until_it_leaves(
    left: float, width: float, share: float, start: float, rate: float, steps: int
) -> None:
    target = left + share * width
    reach = min(target - left, left + width - target)
    assume(abs(start) * reach > 0.011 * width)
    ride = story(
        left_cm=left, right_cm=left + width, target_cm=target, start_cm=target + start * reach,
        second_start_cm=target, learning_rate=rate, steps=steps,
    ).first  # fmt: skip
    errors = errors_after([[2.0]], [ride.miss], rate, np.arange(ride.steps + 1))[:, 0]
    np.testing.assert_allclose(ride.positions - target, errors, rtol=1e-9, atol=1e-9 * width)
    inside = (ride.positions >= left - 1e-6) & (ride.positions <= left + width + 1e-6)
    assert inside[:-1].all()
    assert inside[-1] == (ride.out_at is None)
    assert ride.steps == (steps if ride.out_at is None else ride.out_at)


@pytest.mark.parametrize(
    ("rate", "regime"),
    [
        (0.0, "still"), (0.1, "glide"), (0.5, "hit"), (0.7, "alternate"),
        (stability_limit([[2.0]]), "bounce"), (1.2, "diverge"),
    ],
)  # fmt: skip
def test_what_the_learning_rate_makes_of_the_ride(rate: float, regime: str) -> None:
    assert story(learning_rate=rate).regime == regime
    assert story(learning_rate=rate, start_cm=100.0).regime == "there"


def test_a_start_on_the_target_stays_there() -> None:
    still = story(start_cm=100.0, learning_rate=3.0)
    assert (still.first.positions == 100).all()
    assert still.first.out_at is None
    assert still.reached is not None
    assert still.reached.value == 0


def test_one_step_and_you_are_there() -> None:
    assert story(learning_rate=0.5).first.positions[1:].tolist() == [100.0] * 12


def test_bouncing_never_ends() -> None:
    ride = story(learning_rate=1.0, steps=10_000).first
    assert ride.out_at is None
    np.testing.assert_array_equal(np.unique(ride.positions), [80, 120])
    assert story(learning_rate=1.0).reached is None
    assert story(learning_rate=1.0, start_cm=70.0).first.out_at is None


def test_out_of_the_pipe() -> None:
    ride = story(learning_rate=1.2).first
    assert ride.positions.tolist() == pytest.approx([80, 128, 60.8])
    assert ride.out_at == ride.steps == 2
    assert ride.in_the_air(70.0) == 0
    assert ride.in_the_air(60.8) == 1
    assert ride.in_the_air(65.4) == pytest.approx(0.5)


def test_a_pipe_may_be_left_on_its_shorter_side_first() -> None:
    ride = story(
        target_cm=92.0, start_cm=110.0, second_start_cm=92.0, learning_rate=1.15
    ).first  # fmt: skip
    assert ride.out_at == 1
    assert ride.positions[-1] == pytest.approx(92 - 18 * 1.3)


def test_no_step_at_all() -> None:
    assert story(steps=0).told == 0
    assert story(steps=0).first.positions.tolist() == [80]


def test_what_a_plot_draws_of_ten_thousand_steps() -> None:
    ride = story(learning_rate=1.0, steps=10_000).first
    assert len(ride.drawn) <= 400
    assert ride.drawn[0] == 0
    assert ride.drawn[-1] == 10_000
    assert set(np.diff(ride.drawn) % 2) == {0, 1}  # neighbours stay together


@given(st.just(0.0) | st.floats(1e-4, 3), st.floats(90, 110))
def test_arrows_are_the_steps_from_there(rate: float, target: float) -> None:
    told = story(learning_rate=rate, target_cm=target, start_cm=target, second_start_cm=target)
    starts, moves = told.arrows
    np.testing.assert_allclose(moves, -2 * rate * (starts - target), rtol=1e-9, atol=1e-9)
    assert (np.diff(starts) > 0).all()
    assert starts.min() >= 70 - 1e-9
    assert starts.max() <= 130 + 1e-9
    heights = np.sort([told.cost_at(start) for start in starts])
    if rate > 0.5:
        assert np.diff(heights).min() > 0.1 * heights.max()


def test_every_number_told_is_in_the_ledger() -> None:
    both = story()
    ledger = both.ledger
    for step in (both.step(k) for k in range(both.told + 1)):
        for reading in (step.number, step.position, step.slope, step.move):
            known = ledger[reading.name]
            assert not callable(known)
            assert np.isclose(np.asarray(known, dtype=float), reading.value).any()
    for reading in (both.cost_now(83.0), both.slope_now(83.0), both.passed(83.0)):
        function = ledger[reading.name]
        assert callable(function)
        assert function(83.0) == reading.value


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"right_cm": 75.0}, "right_cm = 75.0 is not allowed: it must be 10 cm or more above"),
        ({"target_cm": 85.0}, "target_cm = 85.0 is not allowed: .* from 90 to 110 cm"),
        ({"start_cm": 100.3}, "start_cm = 100.3 is not allowed: .* by 0.6 to 30 cm"),
        ({"start_cm": 65.0}, "start_cm = 65.0 is not allowed"),
        ({"second_start_cm": 135.0}, "second_start_cm = 135.0 is not allowed"),
        ({"learning_rate": -0.1}, "learning_rate = -0.1 is not allowed: a number from 0 to 3"),
        ({"steps": 1.5}, "steps = 1.5 is not allowed: a whole number"),
        ({"star_cm": 80.0}, "star_cm is no parameter of this film; did you mean start_cm?"),
    ],
)
def test_what_is_refused(values: dict[str, float], sentence: str) -> None:
    with pytest.raises(ParameterError, match=sentence):
        Params.parse(values)
