"""The hiker film as a whole: it plays to its end whatever its parameters, and shows the run."""

from typing import Any

import numpy as np
import pytest

from gdmath.experiments.hiker import PRESETS
from scenes.hiker import Hiker
from tests.scenes.conftest import Play, told

BEATS = ["fog", "feel", "all ways round", "up and down", "a step", "first steps", "the walk",
         "what was what", "the fog lifts"]  # fmt: skip


@pytest.mark.turns(3)
@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, ["All the way round, the rays fill circles.", "Gentler ground, shorter step.",
              "Steeper, longer. Gentler, shorter.",
              "Step by step, until the ground feels flat.", "A valley, but not the deepest.",
              "Where you start decides where you end."]),
        (PRESETS["too-small"], ["After 100 steps, the ground still slopes."]),
        (PRESETS["zigzag"], ["A valley, and it is the deepest."]),
        (PRESETS["bounce"], ["Across, and as high as before."]),
        (PRESETS["diverge"], ["Too long a step: it leads uphill.", "Step 6 leads off the map."]),
        ({"learning_rate": 1.0}, []),
        ({"surface": "bowl", "learning_rate": 2.4}, ["A valley, and it is the deepest."]),
        ({"steps": 5}, ["After 5 steps, the ground still slopes."]),
        ({"steps": 200}, []),
        ({"start_w": -2.0}, ["A valley, and it is the deepest."]),
        ({"surface": "bowl", "start_b": 0.0, "learning_rate": 4.0},
         ["A valley, and it is the deepest."]),
        ({"start_w": 4.1, "start_b": -3.1}, []),
        ({"start_w": -3.5, "start_b": 3.1}, []),
        ({"surface": "bowl", "learning_rate": 4.5, "start_b": 3.1}, []),
    ],
    ids=str,
)  # fmt: skip
def test_every_hike_is_told_to_its_end(play: Play, params: dict[str, Any], said: list[str]) -> None:
    film = play(Hiker, **params)
    assert told(film) == BEATS
    assert 50 <= film.clock <= 95
    for sentence in said:
        assert sentence in [cue.text for cue in film.cues]


@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
def test_the_hiker_stands_where_the_experiment_says(play: Play, aspect: str) -> None:
    film = play(Hiker, aspect=aspect)
    end = film.story.hike.places[-1]
    for shot, figure in (
        (film.sets.walk, film.sets.walk.hiker),
        (film.sets.dawn, film.sets.dawn.seeing),
    ):
        feet = figure.place((0, 0))
        np.testing.assert_allclose(feet, shot.view.at(end), atol=1e-6)
        assert np.abs(feet[0]) < film.frame.width / 2


def test_every_altitude_of_the_chart_is_as_high_as_its_print(play: Play) -> None:
    sets = play(Hiker).sets
    prints = [sets.walk.view.at(place)[1] for place in sets.walk.places]
    dots = [sets.chart.place(step)[1] for step in range(len(prints))]
    assert np.abs(np.subtract(prints, dots)).max() < 0.15
    assert all(len(sets.chart.level(step)) for step in (0, len(prints) - 1))


@pytest.mark.parametrize("params", [{}, {"start_w": -3.0, "start_b": 2.0}], ids=str)
def test_arrows_from_above_are_true_to_scale(play: Play, params: dict[str, Any]) -> None:
    film = play(Hiker, **params)
    plan, story = film.sets.feeling, film.story
    gradient = plan.unit * story.gradient(0)
    np.testing.assert_allclose((film.up.tip - film.up.tail)[:2], gradient, atol=1e-9)
    np.testing.assert_allclose(film.up.tip - film.up.tail, film.down.tail - film.down.tip)
    for way, slope in zip(story.ways, story.felt.tolist(), strict=True):
        tip = plan.ray(way, slope).get_vertices()[1]
        assert np.linalg.norm(tip - plan.pivot) == pytest.approx(abs(slope) * plan.unit)


@pytest.mark.parametrize("params", [{}, {"start_w": -3.0, "start_b": 2.0}], ids=str)
def test_the_tips_of_all_rays_lie_on_two_circles(play: Play, params: dict[str, Any]) -> None:
    film = play(Hiker, **params)
    plan, up = film.sets.feeling, film.story.gradient(0)
    for role, sign in (("gradient", 1), ("step", -1)):
        middle = plan.view.at(film.story.start + sign * up / 2)
        away = np.linalg.norm(plan.round(up, role).spots() - middle, axis=1)
        np.testing.assert_allclose(away, plan.unit * np.linalg.norm(up) / 2)


def test_the_parts_of_the_gradient_lead_where_it_leads(play: Play) -> None:
    film = play(Hiker)
    along, up = film.sets.feeling.parts(film.story.gradient(0))
    assert along.tip[1] == pytest.approx(along.tail[1])
    np.testing.assert_allclose((up.tail, up.tip), (along.tip, film.up.tip))


def test_the_step_stands_over_its_shadows_on_the_axes(play: Play) -> None:
    film = play(Hiker)
    plan, step = film.sets.stepping, film.story.move(0)
    places = film.story.hike.places[:2]
    for along, axis in enumerate(film.sets.axes.axes):
        arrow = film.sets.axes.shadow(along, *places)[-1]
        np.testing.assert_allclose((arrow.tip - arrow.tail)[along], plan.unit * step[along])
        assert arrow.tail[along] == pytest.approx(plan.pivot[along])
        assert axis.unit == pytest.approx(plan.unit)
