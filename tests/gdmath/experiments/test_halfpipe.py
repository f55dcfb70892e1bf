"""The half-pipe's numbers, against article 000, closed forms and theory."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdmath.experiments.halfpipe import SAYS, Halfpipe, Params, run
from gdmath.experiments.params import ParameterError
from gdmath.theory import errors_after, stability_limit


def story(**values: float) -> Halfpipe:
    return run(Params.parse(values))


def test_what_the_article_reads_off_the_axis() -> None:
    told = story()
    places = (110.0, told.params.start_cm, told.mirror)
    read = [(told.at("position", x).text, told.at("cost", x).text) for x in places]
    assert read == [("110", "100"), ("80", "400"), ("120", "400")]


def test_the_first_steps_from_80() -> None:
    names = ("position", "slope", "step")
    told = [[story().reading(name, k).text for k in range(3)] for name in names]
    assert told == [["80", "84", "87.2"], ["−40", "−32", "−25.6"], ["+4", "+3.2", "+2.56"]]
    assert story().reading("last position", 12).text == "98.6"


def test_the_slope_changes_its_sign_with_the_side() -> None:
    told = story()
    dial = [told.at("slope", x).text for x in (80.0, 100.0, told.mirror)]
    assert dial == ["−40", "0", "+40"]


def test_the_second_rider_is_a_mirror_image() -> None:
    one = story()
    np.testing.assert_allclose(one.heights + one.second.heights, 200, rtol=1e-15)


@given(
    st.floats(40, 150), st.floats(15, 40), st.floats(0.34, 0.74), st.floats(5e-3, 1.1),
    st.integers(1, 40),
)  # fmt: skip
def test_the_ride_follows_the_closed_form_until_it_leaves(
    target: float, reach: float, share: float, rate: float, steps: int
) -> None:
    assume(min(abs(rate - border) for border in (0.5, 1.0)) > 5e-3)
    start = target - share * reach
    assume(start >= 10)
    ride = story(
        target_cm=target, reach_cm=reach, start_cm=start, learning_rate=rate, steps=steps
    )  # fmt: skip
    errors = errors_after([[2.0]], [start - target], rate, np.arange(ride.steps + 1))[:, 0]
    np.testing.assert_allclose(ride.errors, errors, rtol=1e-9, atol=1e-9 * reach)
    inside = np.abs(ride.errors) <= reach + 1e-9
    assert inside[:-1].all()
    assert inside[-1] == (ride.lost_at is None)
    assert ride.steps == (steps if ride.lost_at is None else ride.lost_at)


@pytest.mark.parametrize(
    ("rate", "regime"),
    [
        (0.1, "glide"), (0.5, "hit"), (0.7, "alternate"),
        (stability_limit([[2.0]]), "bounce"), (1.1, "diverge"),
    ],
)  # fmt: skip
def test_what_the_learning_rate_makes_of_the_ride(rate: float, regime: str) -> None:
    assert story(learning_rate=rate).regime == regime


@pytest.mark.parametrize(
    ("values", "arrives"),
    [
        ({}, True),
        ({"steps": 10}, False),
        ({"steps": 11}, True),  # 0.8¹¹ is the first below a tenth
        ({"learning_rate": 0.45, "steps": 1}, True),  # a tenth exactly
        ({"learning_rate": 0.449, "steps": 1}, False),
        ({"learning_rate": 0.5, "steps": 1}, True),
        ({"learning_rate": 0.9}, True),
        ({"learning_rate": 1.0, "steps": 200}, False),
        ({"learning_rate": 1.05}, False),
    ],
)
def test_who_arrives(values: dict[str, float], arrives: bool) -> None:
    assert story(**values).arrives == arrives


def test_one_step_and_you_are_there() -> None:
    assert story(learning_rate=0.5).heights[1:].tolist() == [100.0] * 12


def test_bouncing_never_ends() -> None:
    ride = story(learning_rate=1.0, steps=200)
    assert ride.lost_at is None
    np.testing.assert_array_equal(np.unique(ride.heights), [80, 120])


def test_out_of_the_pipe() -> None:
    told = story(learning_rate=1.1)
    assert told.heights.tolist() == pytest.approx([80, 124, 71.2, 134.56])
    assert told.lost_at == told.second.lost_at == 3
    assert story(learning_rate=1.05).says("count") == "Step 5: out of the pipe."


@pytest.mark.parametrize("rate", [1.08, 1.09, 1.1])
@pytest.mark.parametrize("miss", [12.5, 17.5, 19.1, 22.3, 27.7])
def test_a_rim_that_is_met_exactly_is_not_left(rate: float, miss: float) -> None:
    """Two steps end on the rim, where float64 may lie beyond it; the third leaves."""
    factor = (1 - 2 * Fraction(str(rate))) ** 2
    told = story(
        reach_cm=float(Fraction(str(miss)) * factor), start_cm=100 - miss, learning_rate=rate
    )
    assert (told.lost_at, told.second.lost_at) == (3, 3)


@pytest.mark.parametrize("steps", [1, 2, 12, 200])
@pytest.mark.parametrize("rate", [0.005, 0.1, 0.49, 0.5, 0.9, 1.0, 1.05, 1.1])
@pytest.mark.parametrize("start", [80.0, 77.5, 90.0])
def test_every_line_has_a_true_sentence(start: float, rate: float, steps: int) -> None:
    told = story(start_cm=start, learning_rate=rate, steps=steps)
    for line in SAYS.lines:
        said = told.says(line)
        assert said.holds(), line
        rows = [[part[0] if isinstance(part, tuple) else part for part in row] for row in said.rows]
        assert line == "lesson" or max(len("".join(row)) for row in rows) <= 42, said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ["Only a tenth: the learning rate.", "Less steep, so a smaller step.",
              "After 12 steps: almost there.", "The same ride, in a mirror."]),
        ({"steps": 1}, ["After 1 step: not there yet.",
                        "The right way, but not yet far enough."]),
        ({"learning_rate": 0.5}, ["Only half: the learning rate.",
                                  "One step, and you are at the bottom."]),
        ({"learning_rate": 0.9}, ["Too far: you crossed the bottom.",
                                  "From side to side, lower every time."]),
        ({"learning_rate": 1.0}, ["A rate of 1 takes all of it, always.",
                                  "From side to side, for ever.",
                                  "The right way, but too far every time."]),
        ({"learning_rate": 1.05}, ["Here the rate takes even more: 1.05.",
                                   "The right way, but too far: out of the pipe."]),
    ],
)  # fmt: skip
def test_what_is_said(values: dict[str, float], said: list[str]) -> None:
    told = story(**values)
    assert set(said) <= {told.says(line) for line in SAYS.lines}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"start_cm": 91.0}, "start_cm = 91.0 is not allowed: it must be 10 to 22.5 cm less than"),
        ({"start_cm": 120.0}, "start_cm = 120.0 is not allowed: it must be 10 to 22.5 cm less"),
        ({"learning_rate": 0.5004}, "learning_rate = 0.5004 is not allowed: it must be 0.5 or"),
        ({"learning_rate": 0.0}, "learning_rate = 0.0 is not allowed: a number from 0.005 to 1.1"),
        ({"second_start_cm": 120.0}, "second_start_cm is no parameter of this film"),
        ({"reach_cm": 41.0}, "reach_cm = 41.0 is not allowed: a number from 15 to 40 cm"),
        ({"left_cm": 70.0}, "left_cm is no parameter of this film"),
    ],
)
def test_what_is_refused(values: dict[str, float], says: str) -> None:
    with pytest.raises(ParameterError) as refused:
        Params.parse(values)
    assert says in str(refused.value)


@pytest.mark.parametrize("start", [77.5, 90.0])
def test_the_ends_of_what_is_allowed(start: float) -> None:
    assert story(start_cm=start).heights[0] == start
