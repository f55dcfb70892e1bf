"""The hiker film as a whole: it plays to its end whatever it is told."""

from typing import Any

import numpy as np
import pytest
from manim import ValueTracker

from scenes.hiker import Hiker
from tests.scenes.conftest import Play

BEATS = [
    "fog",
    "feel",
    "up and down",
    "a step",
    "again, and again",
    "what was what",
    "the fog lifts",
]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_all_beats_in_every_theme_and_shape(play: Play, theme: str, aspect: str) -> None:
    film = play(Hiker, aspect=aspect, theme=theme)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100


@pytest.mark.parametrize(
    "params",
    [
        *({"learning_rate": rate} for rate in (0.0, 1.0, 2.4, 10.0)),
        *({"steps": steps} for steps in (0, 1, 2, 200)),
        *({"surface": "bowl", "learning_rate": rate} for rate in (0.5, 3.9, 8.0)),
        {"surface": "bowl", "start_w": 0.0, "start_b": 0.0},
        {"start_w": 1.9, "start_b": 0.0, "tolerance": 0.2},
        {"start_w": -1.25, "start_b": 0.0, "tolerance": 1e-6},
        {"start_w": 4.1, "start_b": -3.1},
        {"start_w": -3.5, "start_b": 3.1, "slow_steps": 1},
    ],
    ids=str,
)
def test_the_extremes_play_to_their_end(play: Play, params: dict[str, Any]) -> None:
    film = play(Hiker, **params)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100
    assert film.land.moment.get_value() == pytest.approx(film.story.hike.ends_at)


def test_every_point_of_the_last_picture_is_finite(play: Play) -> None:
    for mobject in play(Hiker).mobjects:
        for part in mobject.get_family():
            assert np.isfinite(part.points).all(), part.name


@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_the_last_picture_lies_within_the_margins(play: Play, aspect: str) -> None:
    film = play(Hiker, aspect=aspect, surface="bowl", learning_rate=3.9, start_w=-3.0, start_b=2.5)
    for mobject in film.mobjects:
        if not isinstance(mobject, ValueTracker):
            assert film.layout.safe.holds(mobject, slack=0.03), mobject.name


def test_the_hiker_stands_where_the_experiment_says(play: Play) -> None:
    film = play(Hiker)
    end = film.story.hike.places[-1]
    np.testing.assert_allclose(film.land.place, end)
    feet = film.walker.standing()
    np.testing.assert_allclose((feet.near + feet.far)[0] / 2, film.land.at(end)[0], atol=0.02)
    np.testing.assert_allclose(film.map.moving[1].get_center(), film.map.at(end), atol=1e-9)


def test_every_other_run_is_drawn_to_its_end(play: Play) -> None:
    film = play(Hiker)
    for hike in film.story.others:
        end = film.map.at(hike.places[-1])
        gaps = [
            np.linalg.norm(path.points[-1] - end)
            for path in film.paths
            if path.name == "another path on the map"
        ]
        assert min(gaps) < 1e-6
