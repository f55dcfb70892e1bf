"""The laser game's numbers, against article 000, closed forms and theory."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdmath.experiments.laser import Laser, Params, run
from gdmath.experiments.params import ParameterError
from gdmath.experiments.reading import Reading
from gdmath.theory import errors_after


def game(**values: float) -> Laser:
    return run(Params.parse(values))


def texts(rows: tuple[str | Reading, ...]) -> tuple[str, ...]:
    return tuple(map(str, rows))


def test_the_articles_three_steps() -> None:
    steps = [game().step(k) for k in range(4)]
    assert [s.height.text for s in steps] == ["103", "102.4", "101.92", "101.536"]
    assert [s.error.text for s in steps[:3]] == ["+3", "+2.4", "+1.92"]
    assert [s.gradient.text for s in steps[:3]] == ["6", "4.8", "3.84"]
    assert steps[0].cost.text == "9 cm²"
    assert texts(steps[0].shout) == ("3 cm", "too high!")


def test_step_10_is_100_322_and_not_the_articles_100_07() -> None:
    assert game().step(10).height.text == "100.322"


def test_step_15_is_100_106_and_not_the_articles_100_003() -> None:
    assert game().step(15).height.text == "100.106"


def test_one_millimetre_is_a_tenth_of_a_centimetre_and_not_the_articles_hundredth() -> None:
    story = game()
    assert story.tolerance.text == "1 mm"
    assert math.isclose(story.tolerance_cm, 0.1)
    assert story.reached_at == 16
    assert abs(game(steps=16).errors[16]) <= 0.1 < abs(game(steps=16).errors[15])
    assert not story.reaches


@given(
    st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.just(0.0) | st.floats(1e-4, 3),
    st.integers(0, 60),
)  # fmt: skip
def test_the_run_follows_the_closed_form(
    target: float, first: float, rate: float, steps: int
) -> None:
    assume(abs(first - target) > 1e-3)
    story = game(target_cm=target, first_shot_cm=first, learning_rate=rate, steps=steps)
    expected = errors_after([[2.0]], [first - target], rate, np.arange(story.steps + 1))[:, 0]
    np.testing.assert_allclose(story.errors, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("rate", "regime"),
    [(0.0, "still"), (0.1, "glide"), (0.5, "hit"), (0.9, "alternate"), (1.0, "bounce"),
     (1.1, "diverge"), (3.0, "diverge")],
)  # fmt: skip
def test_the_learning_rate_decides_the_regime(rate: float, regime: str) -> None:
    assert game(learning_rate=rate).regime == regime


def test_half_hits_at_once_and_zero_never_moves() -> None:
    assert texts(game(learning_rate=0.5).step(1).shout) == ("You are there!",)
    assert np.ptp(game(learning_rate=0.0).heights) == 0


def test_one_bounces_for_ever() -> None:
    story = game(learning_rate=1.0, steps=10_000)
    assert story.diverged_at is None
    assert set(story.heights.tolist()) == {103.0, 97.0}
    assert story.reached_at is None


def test_above_one_the_dot_leaves_the_sheet_and_the_run_says_when() -> None:
    story = game(learning_rate=3.0)
    low, high = story.sheet
    assert story.diverged_at == story.steps == 2
    assert low <= story.heights[1] <= high < story.heights[2]
    assert texts(story.last_shout) == ("I can't", "see it!")


def test_a_first_shot_on_the_target() -> None:
    story = game(first_shot_cm=100.0)
    assert story.regime == "there"
    assert texts(story.step(0).shout) == ("You are there!",)
    assert story.reached_at == 0
    assert len(story.logs[0]) == 0


def test_too_low_is_shouted_and_signed() -> None:
    step = game(first_shot_cm=95.0).step(0)
    assert texts(step.shout) == ("5 cm", "too low!")
    assert step.error.text == "−5"
    assert step.error.operand.text == "(−5)"


@pytest.mark.parametrize("target", [0.0, -40.0, 1e6, 103 - 1e-6])
def test_far_and_near_targets_give_finite_windows(target: float) -> None:
    story = game(target_cm=target)
    for low, high in (story.window, story.cost_window, story.sheet, story.drawn_range):
        assert math.isfinite(low)
        assert low < target < high
    assert np.isfinite(story.curve[1]).all()


def test_many_steps_are_drawn_few() -> None:
    assert len(game(steps=10_000).drawn) <= 401
    assert len(game(steps=10_000, learning_rate=1.0).drawn) == 41


def test_a_sum_that_is_rounded_does_not_claim_equality() -> None:
    assert game().step(3).equals == "="
    assert game().step(4).equals == "≈"


def test_a_first_shot_too_near_to_tell_apart_is_refused() -> None:
    with pytest.raises(ParameterError, match="first_shot_cm"):
        game(first_shot_cm=100 + 1e-12)
