"""The hiker's numbers, against articles 002 to 004, closed forms and theory."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from gdmath.experiments.hiker import Hiker, Params, run
from gdmath.experiments.params import ParameterError
from gdmath.objective import Landscape
from gdmath.objective.landscape import RIM
from gdmath.theory import errors_after, stability_limit


def hike(**values: Any) -> Hiker:
    return run(Params.parse(values))


def test_the_surface_is_article_003s() -> None:
    w, b = np.array([3.4, -1.25, 0.5]), np.array([-1.6, 0.0, 3.0])
    expected = np.sin(w) * np.cos(b) + w**2 / 8 + b**2 / 8
    np.testing.assert_allclose(hike().objective.value(np.stack([w, b], axis=-1)), expected)


def test_every_step_goes_by_the_learning_rate_times_the_slope() -> None:
    story = hike()
    moves = np.diff(story.hike.places, axis=0)
    np.testing.assert_allclose(moves, -0.4 * story.hike.gradients[:-1], atol=1e-15)
    np.testing.assert_allclose(story.move(0), moves[0])
    assert [str(story.reading("w", step)) for step in (0, 1)] == ["3.4", "3.049"]


def test_the_hike_ends_where_the_ground_feels_flat() -> None:
    story = hike()
    assert (story.hike.felt_flat, story.steps) == (True, 26)
    norms = np.linalg.norm(story.hike.gradients, axis=1)
    assert norms[-1] < 1e-4 <= norms[:-1].min()


def test_it_finds_a_valley_but_not_the_deepest_one() -> None:
    story = hike()
    assert not story.is_deepest()
    assert story.hike.altitudes[-1] > Landscape().minimum + 0.9
    floors = sorted(f"{float(Landscape().value(floor)):.3f}" for floor in story.floors)
    assert floors == ["-0.754", "0.212", "1.177"]
    for floor in story.floors:  # flat, and hollow
        np.testing.assert_allclose(Landscape().gradient(floor), 0, atol=1e-8)
        assert np.linalg.eigvalsh(Landscape().curvature(floor))[0] > 0
    shown = [str(story.reading("altitude", step)) for step in (0, 26)]
    assert [*shown, str(story.quantities["floor"].of(Landscape().minimum))] == [
        "1.77", "0.21", "−0.75",
    ]  # fmt: skip


def test_a_neighbouring_start_ends_elsewhere() -> None:
    here, there = hike(start_w=3.6, start_b=-1.6), hike(start_w=3.6, start_b=-1.4)
    assert np.linalg.norm(here.hike.places[-1] - there.hike.places[-1]) > 2


def test_the_left_side_leads_to_the_deepest_valley() -> None:
    story = hike(start_w=-3.5, start_b=3.1)
    assert story.is_deepest()
    np.testing.assert_allclose(story.hike.places[-1], Landscape().minimiser, atol=1e-3)


@given(
    st.floats(-3.5, 4.1), st.floats(-3.1, 3.1).filter(lambda b: abs(b) > 0.6),
    st.floats(0.01, 3.9), st.integers(5, 60),
)  # fmt: skip
def test_the_bowl_follows_the_closed_form(w: float, b: float, rate: float, steps: int) -> None:
    story = hike(surface="bowl", start_w=w, start_b=b, learning_rate=rate, steps=steps)
    curvature = story.objective.curvature(np.zeros(2))
    assert rate < stability_limit(curvature)
    expected = errors_after(curvature, [w, b], rate, np.arange(story.steps + 1))
    np.testing.assert_allclose(story.hike.places, expected, atol=1e-9)
    np.testing.assert_allclose(
        story.hike.altitudes, expected[:, 0] ** 2 / 8 + expected[:, 1] ** 2 / 4, atol=1e-9
    )


def test_above_the_stability_limit_the_bowl_is_left() -> None:
    story = hike(surface="bowl", start_w=1.0, start_b=1.0, learning_rate=4.5)
    assert story.hike.left_at == story.steps
    far = np.linalg.norm(story.hike.places, axis=1)
    assert far[-1] > RIM >= far[:-1].max()
    shown = story.hike.on_map
    assert np.linalg.norm(shown[-1]) == pytest.approx(RIM)
    way, seen = story.hike.places[-1] - shown[-2], shown[-1] - shown[-2]
    assert way[0] * seen[1] == pytest.approx(way[1] * seen[0])


# -- what the feet feel ----------------------------------------------------------------------


def test_each_ray_is_as_long_as_the_ground_slopes_that_way() -> None:
    story = hike()
    for number, slope in enumerate(story.felt):
        angle, near = number * np.pi / 4, 1e-6
        way = np.array([np.cos(angle), np.sin(angle)])
        rise = Landscape().value(story.start + near * way) - Landscape().value(story.start)
        assert slope == pytest.approx(float(rise) / near, abs=1e-5)
    assert np.abs(story.felt).max() < np.linalg.norm(story.gradient(0))


# -- how it can go -----------------------------------------------------------------------------


@given(
    start_w=st.floats(-3.5, 4.1), start_b=st.floats(-3.1, 3.1), learning_rate=st.floats(0.01, 1)
)  # fmt: skip
def test_on_the_hills_every_step_leads_down_and_stays_on_the_map(**values: Any) -> None:
    story = allowed(values)
    assert story.hike.left_at is None
    assert (np.diff(story.hike.altitudes) < 1e-12).all()
    assert story.felt.min() < 0 < story.felt.max()


def allowed(values: dict[str, Any]) -> Hiker:
    try:
        return hike(**values)
    except ParameterError:  # a start that no foot feels
        reject()


@given(
    start_w=st.floats(-3.5, 4.1), start_b=st.floats(-3.1, 3.1),
    learning_rate=st.floats(0.01, 4.5), steps=st.integers(5, 200),
)  # fmt: skip
def test_whatever_it_is_told_the_story_holds_together(**values: Any) -> None:
    story = allowed({"surface": "bowl"} | values)
    one = story.hike
    assert (np.linalg.norm(one.on_map, axis=1) <= RIM * (1 + 1e-12)).all()
    assert np.isfinite(one.altitudes).all()
    assert 1 <= story.told <= story.steps <= values["steps"]


def test_all_starts_lie_on_the_map() -> None:
    corners = np.array([[w, b] for w in (-3.5, 4.1) for b in (-3.1, 3.1)])
    others = [one.places[0] for one in hike().others]
    assert (np.linalg.norm([*corners, *others], axis=1) < RIM).all()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"surface": "bowls"},
            "surface = 'bowls' is not allowed: one of hills, bowl; did you mean bowl?",
        ),
        ({"start_w": 5.0}, "start_w = 5.0 is not allowed: a number from -3.5 to 4.1"),
        ({"steps": 2.5}, "steps = 2.5 is not allowed: a whole number from 5 to 200"),
        ({"learning_rate": 1.01}, "learning_rate = 1.01 is not allowed on the hills: at most 1;"),
        ({"start_w": 1.9, "start_b": 0.0},
         "start_w = 1.9 with start_b = 0.0 is not allowed: the slope there is 0.152"),
        ({"learing_rate": 0.1}, "did you mean learning_rate?"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_sentence(values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ParameterError) as error:
        hike(**values)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)
