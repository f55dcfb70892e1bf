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
    places = (told.half_way, told.params.start_cm, told.mirror)
    read = [(told.at("position", x).text, told.at("cost", x).text) for x in places]
    assert read == [("110", "100"), ("80", "400"), ("120", "400")]


def test_the_first_steps_from_80() -> None:
    names = ("position", "slope", "step")
    told = [[story().reading(name, k).text for k in range(3)] for name in names]
    assert told == [["80", "84", "87.2"], ["−40", "−32", "−25.6"], ["+4", "+3.2", "+2.56"]]
    assert story().reading("last position", 12).text == "98.6"


def test_the_slope_changes_its_sign_with_the_side() -> None:
    told = story()
    dial = [told.at("slope now", x).text for x in (80.0, 100.0, told.mirror)]
    assert dial == ["−40", "0", "+40"]


def test_the_second_rider_is_a_mirror_image() -> None:
    both = story()
    assert both.mirrored
    np.testing.assert_allclose(both.first.positions + both.second.positions, 200, rtol=1e-15)
    assert not story(second_start_cm=112.0).mirrored


@given(
    st.floats(40, 150), st.floats(15, 40), st.floats(0.34, 0.74), st.sampled_from([-1, 1]),
    st.just(0.0) | st.floats(1e-3, 1.2), st.integers(0, 40),
)  # fmt: skip
def test_the_ride_follows_the_closed_form_until_it_leaves(
    target: float, reach: float, share: float, side: int, rate: float, steps: int
) -> None:
    assume(min(abs(rate - border) for border in (0.5, 1.0)) > 1e-3)
    start, second = (target + sign * share * reach for sign in (side, -side))
    ride = story(
        target_cm=target, reach_cm=reach, start_cm=start, second_start_cm=second,
        learning_rate=rate, steps=steps,
    ).first  # fmt: skip
    errors = errors_after([[2.0]], [start - target], rate, np.arange(ride.steps + 1))[:, 0]
    np.testing.assert_allclose(ride.positions - target, errors, rtol=1e-9, atol=1e-9 * reach)
    inside = np.abs(ride.positions - target) <= reach + 1e-9
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
        ({"learning_rate": 0.0}, False),
        ({"steps": 0}, False),
    ],
)
def test_who_arrives(values: dict[str, float], arrives: bool) -> None:
    assert story(**values).arrives == arrives


def test_one_step_and_you_are_there() -> None:
    assert story(learning_rate=0.5).first.positions[1:].tolist() == [100.0] * 12


def test_bouncing_never_ends() -> None:
    ride = story(learning_rate=1.0, steps=200).first
    assert ride.out_at is None
    np.testing.assert_array_equal(np.unique(ride.positions), [80, 120])


def test_out_of_the_pipe() -> None:
    told = story(learning_rate=1.2, second_start_cm=112.0)
    assert told.first.positions.tolist() == pytest.approx([80, 128, 60.8])
    assert (told.first.out_at, told.second.out_at) == (2, 3)
    assert story(learning_rate=1.05).says("count") == "Step 5: out of the pipe."


@pytest.mark.parametrize("rate", [1.17, 1.18, 1.19, 1.2])
@pytest.mark.parametrize("miss", [12.5, 17.5, 19.1, 22.3, 27.7])
def test_a_rim_that_is_met_exactly_is_not_left(rate: float, miss: float) -> None:
    """The first step ends on the rim, where float64 may lie beyond it; the second leaves."""
    factor = abs(1 - 2 * Fraction(str(rate)))
    told = story(
        reach_cm=float(Fraction(str(miss)) * factor), start_cm=100 - miss,
        second_start_cm=100 + miss, learning_rate=rate,
    )  # fmt: skip
    assert (told.first.out_at, told.second.out_at) == (2, 2)


@pytest.mark.parametrize("steps", [0, 1, 2, 12, 200])
@pytest.mark.parametrize("rate", [0.0, 0.001, 0.1, 0.49, 0.5, 0.9, 1.0, 1.05, 1.2])
@pytest.mark.parametrize("starts", [(80.0, 120.0), (122.5, 90.0), (90.0, 122.5)])
def test_every_line_has_a_true_sentence(
    starts: tuple[float, float], rate: float, steps: int
) -> None:
    first, second = starts
    told = story(start_cm=first, second_start_cm=second, learning_rate=rate, steps=steps)
    unsaid = set() if told.moves else {"rode", "stairs"}
    for line in SAYS.lines.keys() - unsaid:
        said = told.says(line)
        assert said.holds(), line
        rows = [[part[0] if isinstance(part, tuple) else part for part in row] for row in said.rows]
        assert max(len("".join(row)) for row in rows) <= 46, said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ["Take a tenth of it: your step.", "Less steep, so a smaller step.",
              "After 12 steps:", "The same ride, in a mirror."]),
        ({"steps": 1}, ["After 1 step:", "The right way, but not yet far enough."]),
        ({"steps": 0}, ["No step is asked for.", "Nobody moves."]),
        ({"learning_rate": 0.0}, ["A rate of 0 takes no step.", "Nobody moves."]),
        ({"learning_rate": 0.5}, ["Take half of it: your step.",
                                  "One step, and you are at the bottom."]),
        ({"learning_rate": 0.9}, ["Too far: you crossed the bottom.",
                                  "From side to side, lower every time."]),
        ({"learning_rate": 1.0}, ["Take all of it: your step.", "From side to side, for ever.",
                                  "The right way, but too far every time."]),
        ({"learning_rate": 1.05}, ["Take 1.05 times it: your step.",
                                   "The right way, but too far: out of the pipe."]),
        ({"start_cm": 120.0, "second_start_cm": 80.0}, ["Plus: the snow falls to the left."]),
        ({"second_start_cm": 112.0}, ["Another start, the same rule."]),
    ],
)  # fmt: skip
def test_what_is_said(values: dict[str, float], said: list[str]) -> None:
    told = story(**values)
    lines = SAYS.lines.keys() - (set() if told.moves else {"rode", "stairs"})
    assert set(said) <= {told.says(line) for line in lines}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"start_cm": 91.0}, "start_cm = 91.0 is not allowed: it must be 10 to 22.5 cm from"),
        ({"second_start_cm": 100.0}, "second_start_cm = 100.0 is not allowed: it must be 10 to"),
        ({"second_start_cm": 85.0}, "it must be on the other side of target_cm = 100.0"),
        ({"learning_rate": 0.5004}, "learning_rate = 0.5004 is not allowed: it must be 0.5 or"),
        ({"learning_rate": 1.3}, "learning_rate = 1.3 is not allowed: a number from 0 to 1.2"),
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
    assert story(start_cm=start).first.positions[0] == start
