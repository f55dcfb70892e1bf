"""The laser game's numbers, against article 000, closed forms and theory."""

import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdmath.experiments.laser import PRESETS, SHEET_CM, Laser, Params, run
from gdmath.experiments.params import ParameterError


def game(**values: float) -> Laser:
    return run(Params.parse(values))


def texts(story: Laser, name: str, steps: int) -> list[str]:
    return [story.reading(name, step).text for step in range(steps)]


# Decimals as people write them.
heights = st.integers(400, 1500).map(lambda tenths: tenths / 10)
misses = st.integers(10, 200).map(lambda tenths: tenths / 10)
rates = st.one_of(
    st.sampled_from([0.005, 0.495, 0.5, 0.505, 0.995, 1.0, 1.005, 1.25]),
    st.integers(10, 240).map(lambda k: k / 200),
)


@st.composite
def games(draw: st.DrawFn) -> Params:
    target = draw(heights)
    first = round(target + draw(misses) * draw(st.sampled_from([-1, 1])), 1)
    assume(first <= 150)
    hand = draw(st.integers(-20, 20))
    steps = draw(st.integers(1, 200))
    return Params(
        target_cm=target,
        first_shot_cm=first,
        hand_height_cm=float(hand),
        learning_rate=draw(rates),
        steps=steps,
    )


# -- what may be asked for ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("distance_cm", 150.0, 600.0),
        ("hand_height_cm", -20.0, 20.0),
        ("target_cm", 40.0, 150.0),
        ("first_shot_cm", 20.0, 150.0),
        ("learning_rate", 0.005, 1.25),
        ("steps", 1, 200),
        ("slow_steps", 1, 2),
    ],
)
def test_ranges_end_where_they_say(name: str, low: float, high: float) -> None:
    for end, beyond in ((low, low - 1), (high, high + 1)):
        first = {
            "target_cm": {"first_shot_cm": end + 2 if end < 100 else end - 2},
            "first_shot_cm": {"target_cm": end + 20 if end < 100 else end - 2},
        }
        assert getattr(Params.parse({name: end, **first.get(name, {})}), name) == end
        with pytest.raises(ParameterError, match=f"{name} = .* is not allowed"):
            Params.parse({name: beyond})


@pytest.mark.parametrize("hand", [-20.0, 20.0])
@pytest.mark.parametrize("height", [40.0, 150.0])
def test_target_and_first_dot_are_on_the_sheet_wherever_the_hand_is(
    hand: float, height: float
) -> None:
    low, high = SHEET_CM
    assert low < height - hand < high
    target = height + 10 if height < 100 else height - 10
    assert game(hand_height_cm=hand, target_cm=target, first_shot_cm=height).lost_at is None


@pytest.mark.parametrize("first", [100.0, 100.99, 99.1, 100 + 1e-12, 120.01, 79.5])
def test_a_first_shot_that_the_picture_has_no_room_for_is_refused(first: float) -> None:
    with pytest.raises(ParameterError, match=r"first_shot_cm = .* must differ from target_cm = 10"):
        game(first_shot_cm=first)
    assert [game(first_shot_cm=100.0 + miss).regime for miss in (-20, -1, 1, 20)] == ["glide"] * 4


@pytest.mark.parametrize(
    ("rate", "border"),
    [(0.49999, "0.5"), (0.5049, "0.5"), (0.9951, "1"), (1.0000001, "1")],
)
def test_a_rate_that_looks_like_another_is_refused(rate: float, border: str) -> None:
    sentence = f"learning_rate = {rate!r} is not allowed: it must be {border} or differ from it"
    with pytest.raises(ParameterError, match=re.escape(sentence)):
        game(learning_rate=rate)


@pytest.mark.parametrize("rate", ["0.005", "0.495", "0.5", "0.505", "0.995", "1", "1.005", "1.25"])
def test_a_rate_beside_a_border_is_read_as_what_it_is(rate: str) -> None:
    assert game(learning_rate=float(rate)).rate.text == rate


# -- the article -------------------------------------------------------------------------------


def test_the_articles_three_steps() -> None:
    story = game()
    assert texts(story, "height", 3) == ["103", "102.4", "101.92"]
    assert texts(story, "error", 3) == ["+3", "+2.4", "+1.92"]
    assert texts(story, "shout", 3) == ["3 cm", "2.4 cm", "1.92 cm"]
    assert texts(story, "gradient", 3) == ["6", "4.8", "3.84"]
    assert texts(story, "step", 2) == ["−0.6", "−0.48"]
    assert texts(story, "cost", 2) == ["9 cm²", "5.76 cm²"]
    assert story.reading("target").text == "100"
    assert story.reading("factor").text == "0.8"
    assert story.rate.text == "0.1"


def test_step_10_is_at_100_322_and_not_the_articles_100_07() -> None:
    assert round(float(game().heights[10]), 3) == 100.322


def test_step_15_is_at_100_106_and_not_the_articles_100_003() -> None:
    assert round(float(game().heights[15]), 3) == 100.106


def test_one_millimetre_is_a_tenth_of_a_centimetre_and_not_the_articles_hundredth() -> None:
    story = game()
    assert story.tolerance_cm == 0.1
    assert story.tolerance_in_words == "1 mm"
    assert story.arrives_at == 16
    assert abs(game(steps=16).errors[16]) <= 0.1 < abs(game(steps=16).errors[15])


def test_the_articles_run_ends_a_step_too_early_and_is_told_to_the_end() -> None:
    story = game()
    assert not story.arrives
    assert story.to_the_end.steps == 16
    assert story.to_the_end.arrives
    assert game(steps=14).to_the_end.steps == 14
    assert game(steps=20).to_the_end.steps == 20
    assert game(learning_rate=1.0).to_the_end.steps == 15


# -- theory ------------------------------------------------------------------------------------


@given(games())
def test_the_run_follows_the_closed_form(params: Params) -> None:
    story = run(params)
    first = params.first_shot_cm - params.target_cm
    powers = (1 - 2 * params.learning_rate) ** np.arange(story.steps + 1)
    np.testing.assert_allclose(story.errors, first * powers, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(story.gradients, 2 * first * powers, rtol=1e-9, atol=1e-9)


@given(games())
def test_a_run_ends_early_only_where_the_dot_leaves_the_sheet(params: Params) -> None:
    story = run(params)
    low, high = SHEET_CM
    on_sheet = [low <= height - params.hand_height_cm <= high for height in story.heights]
    assert all(on_sheet[:-1])
    if story.lost_at is None:
        assert on_sheet[-1]
        assert story.steps == params.steps
    else:
        assert not on_sheet[-1]
        assert story.lost_at == story.steps


@given(games())
def test_it_arrives_at_the_first_step_within_the_tolerance(params: Params) -> None:
    story = run(params)
    error = abs(Fraction(str(params.first_shot_cm)) - Fraction(str(params.target_cm)))
    factor = abs(1 - 2 * Fraction(str(params.learning_rate)))
    tolerance = Fraction(str(story.tolerance_cm))
    assert not error or 10 * tolerance <= error < 100 * tolerance
    within = [error * factor**k <= tolerance for k in range(params.steps + 1)]
    at = story.arrives_at
    assert (at if at is not None and at <= params.steps else None) == (
        within.index(True) if any(within) else None
    )
    assert story.arrives == (any(within) and story.lost_at is None)


@pytest.mark.parametrize(
    ("rate", "regime", "shrinks", "arrives_at"),
    [
        (0.005, "glide", True, 339),
        (0.1, "glide", True, 16),
        (0.5, "hit", True, 1),
        (0.9, "alternate", True, 16),
        (1.0, "bounce", False, None),
        (1.2, "diverge", False, None),
    ],
)
def test_the_learning_rate_decides_the_regime(
    rate: float, regime: str, shrinks: bool, arrives_at: int | None
) -> None:
    story = game(learning_rate=rate)
    assert story.regime == regime
    assert story.shrinks == shrinks
    assert story.arrives_at == arrives_at


@pytest.mark.parametrize(
    ("rate", "share"), [(0.1, "1/5"), (0.9, "1/5"), (0.5, "1"), (0.005, "1/100"), (0.8, "2/5")]
)
def test_every_step_takes_the_same_share_of_the_miss(rate: float, share: str) -> None:
    story = game(learning_rate=rate)
    assert story.share == Fraction(share)
    misses = np.abs(story.errors)
    np.testing.assert_allclose(misses[:-1] - misses[1:], float(Fraction(share)) * misses[:-1])


def test_a_miss_that_is_just_the_tolerance_has_arrived() -> None:
    story = game(target_cm=40.0, first_shot_cm=41.0, learning_rate=0.45, steps=1)
    assert story.errors[1] > story.tolerance_cm == 0.1  # by the dust of floating point
    assert story.arrives_at == 1
    assert story.arrives


def test_one_that_leaves_the_sheet_has_not_arrived() -> None:
    params = {"target_cm": 150.0, "first_shot_cm": 140.0, "hand_height_cm": -20.0}
    story = game(**params, learning_rate=1.1)
    assert story.lost_at is not None
    assert not story.arrives


def test_half_hits_at_once() -> None:
    assert game(learning_rate=0.5).heights[1:].tolist() == [100.0] * 15


def test_one_bounces_for_ever() -> None:
    story = game(learning_rate=1.0, steps=200)
    assert set(story.heights.tolist()) == {103.0, 97.0}
    assert story.lost_at is None


def test_above_one_the_dot_leaves_the_sheet() -> None:
    story = game(learning_rate=1.2)
    assert story.lost_at == story.steps == 10
    assert story.heights[10] == pytest.approx(100 + 3 * 1.4**10)
    assert 100 + 3 * 1.4**10 > SHEET_CM[1] > 100 + 3 * 1.4**8
    assert SHEET_CM[0] < 100 - 3 * 1.4**9


def test_the_smallest_miss_that_grows_is_followed_to_the_sheets_edge() -> None:
    assert game(first_shot_cm=101.0, learning_rate=1.25, steps=200).lost_at == 12


def test_too_low_is_signed_and_shouted_without_its_sign() -> None:
    story = game(first_shot_cm=95.0)
    assert story.reading("error", 0).text == "−5"
    assert story.reading("shout", 0).text == "5 cm"
    assert story.reading("gradient", 0).text == "−10"
    assert story.reading("step", 0).text == "+1"


@pytest.mark.parametrize(
    ("first", "text"),
    [(103.0, "1 mm"), (101.0, "1 mm"), (91.0, "1 mm"), (110.0, "1 cm"), (80.0, "1 cm")],
)
def test_the_tolerance_is_a_round_tenth_or_less_of_the_first_miss(first: float, text: str) -> None:
    assert game(first_shot_cm=first).tolerance_in_words == text


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({}, [1, 2]),
        ({"slow_steps": 1}, [1]),
        ({"steps": 2}, [1, 2]),
        ({"steps": 1}, [1]),
        ({"learning_rate": 0.5}, []),
        ({"learning_rate": 0.46}, []),  # the picture would be 12.5 times as large
        ({"learning_rate": 0.45}, [1, 2]),
        ({"learning_rate": 0.55}, []),  # mirrored
        ({"learning_rate": 0.9}, []),
        ({"learning_rate": 1.0}, []),
    ],
)
def test_steps_are_told_as_long_as_one_finds_the_picture_again(
    params: dict[str, float], told: list[int]
) -> None:
    assert list(game(**params).told_steps) == told


# -- the other wrist ---------------------------------------------------------------------------


def test_a_careful_wrist_is_shown_beside_one_that_is_too_eager() -> None:
    _, hard, harder = game().contrasts
    assert (hard.regime, harder.regime) == ("alternate", "diverge")
    assert hard.heights.tolist() == pytest.approx([103, 97.6, 101.92, 98.464])
    assert harder.heights.tolist() == pytest.approx([103, 96.4, 104.32, 94.816])


@pytest.mark.parametrize(
    ("rate", "shown"),
    [(0.005, (0.9, 1.1)), (0.5, (0.9, 1.1)), (0.6, (0.6, 1.1)), (1.0, (1.0, 1.1)),
     (1.2, (0.9, 1.2))],
)  # fmt: skip
def test_one_that_is_too_eager_is_its_own_example(rate: float, shown: tuple[float, float]) -> None:
    games = game(learning_rate=rate).contrasts
    assert tuple(other.params.learning_rate for other in games) == (0.5, *shown)
    assert games[0].regime == "hit"
    assert games[1].regime in ("alternate", "bounce")
    assert games[2].regime == "diverge"


# -- how it is shown ---------------------------------------------------------------------------


def test_the_cost_is_the_square_of_the_miss() -> None:
    assert game().cost_at(np.array([103.0, 100.0, 95.0])).tolist() == [9, 0, 25]
    assert float(game().cost_at(110.0)) == 100


@given(games())
def test_every_number_shown_is_the_games(params: Params) -> None:
    """Every reading, to half of its last place, against the article's rule written out again."""
    story = run(params)
    y, errors, steps = params.first_shot_cm, [], []
    for _ in range(story.steps + 1):
        errors.append(y - params.target_cm)
        steps.append(-params.learning_rate * 2 * errors[-1])
        y += steps[-1]
    expected: dict[str, Sequence[float]] = {
        "height": [params.target_cm + error for error in errors],
        "error": errors,
        "shout": [abs(error) for error in errors],
        "cost": [error**2 for error in errors],
        "gradient": [2 * error for error in errors],
        "step": steps,
        "step number": list(range(story.steps + 1)),
    }
    for name, values in expected.items():
        for step in (0, story.steps // 2, story.steps):
            reading = story.reading(name, step)
            assert reading.name == name
            assert reading.value == pytest.approx(values[step], rel=1e-9, abs=1e-9)
            shown = story.quantities[name].format.last_place
            number = reading.text.split(" ")[0].replace("−", "-")
            if not set(number) & set("⁰¹²³⁴⁵⁶⁷⁸⁹"):
                assert abs(float(number) - reading.value) <= 0.5001 * shown
    assert story.reading("target").value == params.target_cm
    assert story.rate.value == params.learning_rate
    assert story.reading("factor").value == pytest.approx(abs(1 - 2 * params.learning_rate))


@given(games())
def test_the_ledger_holds_what_the_film_shows_of_all_its_runs(params: Params) -> None:
    story = run(params)
    for other in (story, *story.contrasts, story.to_the_end):
        held = np.asarray(story.ledger["height"])
        assert np.isin(other.heights, held).all()
        assert np.isin(np.abs(other.errors), np.asarray(story.ledger["shout"])).all()
    assert story.quantities.roles["gradient"] == "gradient"
    assert story.ledger.keys() == story.quantities.keys()


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_changes_the_learning_rate_alone(name: str) -> None:
    assert PRESETS[name].keys() == {"learning_rate"}
    assert PRESETS["diverge"] == {"learning_rate": 1.2}
