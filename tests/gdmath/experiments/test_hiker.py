"""The hiker's numbers, against articles 002 to 004, closed forms and theory."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.experiments.hiker import REACH, Hiker, Params, run
from gdmath.experiments.hiker_parts import CENTRE, HALF, LEAP
from gdmath.experiments.params import ParameterError
from gdmath.objective import Landscape
from gdmath.theory import errors_after, stability_limit


def hike(**values: Any) -> Hiker:
    return run(Params.parse(values))


def test_the_surface_is_article_003s() -> None:
    story = hike()
    w, b = np.array([3.4, -1.25, 0.5]), np.array([-1.6, 0.0, 3.0])
    expected = np.sin(w) * np.cos(b) + w**2 / 8 + b**2 / 8
    np.testing.assert_allclose(story.terrain.altitude(np.stack([w, b], axis=-1)), expected)


def test_every_step_goes_by_the_learning_rate_times_the_slope() -> None:
    story = hike()
    moves = np.diff(story.hike.places, axis=0)
    np.testing.assert_allclose(moves, -0.4 * story.hike.gradients[:-1], atol=1e-15)
    first = story.step(1)
    assert (first.w.text, first.b.text, first.equals) == (
        "3.049",
        "\N{MINUS SIGN}1.338",
        ("≈", "≈"),
    )


def test_the_hike_ends_where_the_ground_feels_flat() -> None:
    story = hike()
    assert story.regime == "arrived"
    assert story.hike.ground == "valley"
    norms = np.linalg.norm(story.hike.gradients, axis=1)
    assert norms[-1] < 1e-4 <= norms[:-1].min()


def test_it_finds_a_valley_but_not_the_deepest_one() -> None:
    story = hike()
    assert not story.is_deepest
    assert story.hike.altitudes[-1] > Landscape().minimum + 0.9
    altitudes = sorted(reading.text for _, reading in story.valleys)
    assert altitudes == ["0.212", "0.212", "1.177", "\N{MINUS SIGN}0.754"]
    assert story.all_arrive


def test_a_neighbouring_start_ends_elsewhere() -> None:
    here, there = hike(start_w=3.6, start_b=-1.6), hike(start_w=3.6, start_b=-1.4)
    assert np.linalg.norm(here.hike.places[-1] - there.hike.places[-1]) > 2


def test_the_left_side_leads_to_the_deepest_valley() -> None:
    story = hike(start_w=-3.5, start_b=3.1)
    assert story.is_deepest
    np.testing.assert_allclose(story.hike.places[-1], Landscape().minimiser, atol=1e-3)


@given(
    st.floats(-3.5, 4.1), st.floats(-3.1, 3.1), st.just(0.0) | st.floats(1e-6, 3.9),
    st.integers(0, 60),
)  # fmt: skip
def test_the_bowl_follows_the_closed_form(w: float, b: float, rate: float, steps: int) -> None:
    story = hike(surface="bowl", start_w=w, start_b=b, learning_rate=rate, steps=steps)
    curvature = story.terrain.objective.curvature(np.zeros(2))
    assert rate < stability_limit(curvature)
    expected = errors_after(curvature, [w, b], rate, np.arange(story.steps + 1))
    np.testing.assert_allclose(story.hike.places, expected, atol=1e-9)
    np.testing.assert_allclose(
        story.hike.altitudes, expected[:, 0] ** 2 / 8 + expected[:, 1] ** 2 / 4, atol=1e-9
    )


def test_above_the_stability_limit_the_bowl_is_left() -> None:
    story = hike(surface="bowl", start_w=1.0, start_b=1.0, learning_rate=4.5)
    assert story.regime == "left"
    assert story.hike.left_at == story.steps
    rim = story.terrain.rim(story.hike.places)
    assert rim[-1] > 1 >= rim[:-1].max()
    last = story.hike.place_at(story.hike.ends_at)
    assert story.terrain.rim(last) == pytest.approx(1)


# -- what the feet feel ----------------------------------------------------------------------


def test_each_drop_is_the_real_one() -> None:
    story = hike()
    start = story.hike.places[0]
    for number, feel in enumerate(story.feels):
        angle = number * np.pi / 4
        there = start + REACH * np.array([np.cos(angle), np.sin(angle)])
        drop = float(Landscape().value(start) - Landscape().value(there))
        assert feel.drop == pytest.approx(drop)
        assert feel.change.value == pytest.approx(-drop)


@given(st.floats(-3.5, 4.1), st.floats(-3.1, 3.1))
def test_the_longest_arrow_is_the_one_nearest_to_straight_down(w: float, b: float) -> None:
    story = hike(surface="bowl", start_w=w, start_b=b)
    slope = story.hike.gradients[0]
    norm = float(np.linalg.norm(slope))
    if norm < 0.3:  # nearer to the floor the far side of a foot's reach goes up again
        return
    assert story.steepest is not None
    angle = story.feels[story.steepest].way @ -slope / norm
    # Half of an eighth turn, and a little because the ground bends within a foot's reach.
    assert angle > np.cos(np.pi / 8) - 0.05


def test_on_flat_ground_no_direction_wins() -> None:
    story = hike(start_w=1.9, start_b=0.0, tolerance=0.2)
    assert (story.regime, story.hike.ground, story.steepest) == ("flat", "summit", None)
    assert story.steps == 0


def test_at_the_floor_every_direction_goes_up() -> None:
    story = hike(start_w=-1.25, start_b=0.0, tolerance=1e-6)
    assert story.regime == "arrived"
    assert story.steepest is None
    assert all(feel.drop < 0 for feel in story.feels)


# -- how it can go -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "regime"),
    [
        ({}, "arrived"),
        ({"learning_rate": 0.0}, "still"),
        ({"steps": 0}, "unasked"),
        ({"steps": 1}, "tired"),
        ({"learning_rate": 2.4}, "tired"),
        ({"learning_rate": 10.0}, "left"),
        ({"surface": "bowl", "start_w": 0.0, "start_b": 0.0}, "flat"),
    ],
)
def test_the_parameters_decide_the_regime(values: dict[str, Any], regime: str) -> None:
    assert hike(**values).regime == regime


def test_a_large_learning_rate_leaps_over_the_ground() -> None:
    story = hike(learning_rate=2.4)
    moments = np.linspace(0, 3, 61)
    above = story.hike.height_at(moments) - story.terrain.altitude(story.hike.place_at(moments))
    assert above.min() >= 0
    assert above.max() > 0.3
    assert np.diff(story.hike.walked)[:3].max() > LEAP
    assert story.pace(3) == "uphill"


def test_short_steps_stay_on_the_ground() -> None:
    story = hike(learning_rate=0.1)
    moments = np.linspace(0, story.hike.ends_at, 500)
    ground = story.terrain.altitude(story.hike.place_at(moments))
    np.testing.assert_allclose(story.hike.height_at(moments), ground, atol=1e-12)


def test_gentler_ground_makes_shorter_steps() -> None:
    story = hike()
    assert [story.pace(k) for k in (1, 2, 3)] == ["as long", "shorter", "shorter"]
    # Steep, then nearly level, then steep again on the way down into the valley.
    assert "longer" in [story.pace(k) for k in range(2, story.steps)]


@given(
    surface=st.sampled_from(["hills", "bowl"]),
    start_w=st.floats(-3.5, 4.1),
    start_b=st.floats(-3.1, 3.1),
    learning_rate=st.just(0.0) | st.floats(1e-6, 10),
    steps=st.integers(0, 200),
    tolerance=st.floats(1e-6, 0.5),
)
def test_whatever_it_is_told_the_story_holds_together(**values: Any) -> None:
    story = hike(**values)
    one = story.hike
    assert (story.terrain.rim(one.places[: one.inside]) <= 1).all()
    assert np.isfinite(one.altitudes).all()
    assert 0 <= one.ends_at <= story.steps <= values["steps"]
    assert 0 <= story.telling_step < max(one.inside, 1)
    assert all(feel.drop <= story.full_drop for feel in story.feels)
    low, high = story.altitude_range
    assert low < one.altitudes[: one.inside].min() <= one.altitudes[: one.inside].max() < high
    assert np.isfinite(one.height_at(np.linspace(0, one.ends_at, 50))).all()


def test_every_other_start_lies_on_the_map() -> None:
    assert all(one.terrain.rim(one.places[0]) < 1 for one in hike().others)


def test_the_corners_of_the_starts_lie_on_the_map() -> None:
    corners = np.array([[w, b] for w in (-3.5, 4.1) for b in (-3.1, 3.1)])
    assert (hike().terrain.rim(corners) < 1).all()
    assert hike().terrain.rim(CENTRE + HALF * np.array([1.0, 0.0])) == pytest.approx(1)


def test_an_arrow_ends_at_the_rim_at_the_latest() -> None:
    terrain = hike().terrain
    start = np.array([3.4, -1.6])
    np.testing.assert_array_equal(terrain.within(start, np.array([0.1, 0.1])), start + 0.1)
    assert terrain.rim(terrain.within(start, np.array([9.0, -3.0]))) == pytest.approx(1)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"surface": "bowls"},
            "surface = 'bowls' is not allowed: one of hills, bowl; did you mean bowl?",
        ),
        ({"start_w": 5.0}, "start_w = 5.0 is not allowed: a number from -3.5 to 4.1"),
        ({"steps": 2.5}, "steps = 2.5 is not allowed: a whole number from 0 to 200"),
        ({"learing_rate": 0.1}, "did you mean learning_rate?"),
    ],
)
def test_bad_input_gets_one_clear_sentence(values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ParameterError) as error:
        hike(**values)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_leaps_are_counted_between_two_moments_either_way() -> None:
    one = hike(start_w=-3.5, start_b=0.05, learning_rate=2.63, tolerance=0.5).hike
    lengths = np.linalg.norm(np.diff(one.places, axis=0), axis=1)
    assert (lengths[:3] > LEAP).all()
    assert one.leaps_between(0, 3) == one.leaps_between(3, 0) == one.leaps_between(0.5, 2.5) == 3
    assert one.leaps_between(2.5, 0.5) == 3
    assert one.leaps_between(2, 2) == 0
    assert hike().hike.leaps_between(0, 26) == 0
