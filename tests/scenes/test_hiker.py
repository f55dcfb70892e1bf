"""The hiker film as a whole: it plays to its end whatever its parameters, and shows the run."""

from typing import Any

import numpy as np
import pytest

from gdmath.experiments.hiker import PRESETS
from scenes.hiker import Hiker
from tests.scenes.conftest import Play, told

BEATS = ["fog", "feel", "up and down", "a step", "the walk", "what was what", "the fog lifts"]
NO_STEP = [beat for beat in BEATS if beat != "a step"]


@pytest.mark.parametrize(
    ("params", "beats", "said"),
    [
        ({}, BEATS, ["Eight tries. One way falls most.", "Gentler ground, shorter step.",
                     "Steeper again, longer steps.", "Step by step, until the ground feels flat.",
                     "A valley, but not the deepest.", "Where you start decides where you end."]),
        (PRESETS["too-small"], BEATS, ["After 100 steps, the ground still slopes."]),
        (PRESETS["zigzag"], BEATS, ["The bottom of the bowl."]),
        (PRESETS["bounce"], BEATS, ["Across, and as high as before."]),
        (PRESETS["diverge"], BEATS, ["Too long a step: it leads uphill.",
                                     "Step 6 leads off the map."]),
        ({"learning_rate": 0.0}, NO_STEP, ["A learning rate of 0: he takes no step."]),
        ({"learning_rate": 1e-7}, BEATS, ["Walk a part of it: the learning rate."]),
        ({"learning_rate": 1.0}, BEATS, ["Walk all of it: the learning rate is 1."]),
        ({"learning_rate": 2.4}, BEATS, ["Walk more than all: the learning rate."]),
        ({"learning_rate": 5.0}, BEATS, []),
        ({"steps": 0}, NO_STEP, ["No step is asked for, so he stands still."]),
        ({"steps": 1}, BEATS, ["After 1 step, the ground still slopes."]),
        ({"steps": 2}, BEATS, ["After 2 steps, the ground still slopes."]),
        ({"steps": 200, "slow_steps": 1}, BEATS, []),
        ({"start_w": -2.0}, BEATS, ["A valley, and it is the deepest."]),
        ({"surface": "bowl", "start_w": 0.0, "start_b": 0.0}, NO_STEP,
         ["Eight tries. Every way goes up.", "The gradient here is zero: level ground.",
          "It feels flat here: he takes no step."]),
        ({"start_w": 1.9, "start_b": 0.0, "tolerance": 0.2}, NO_STEP,
         ["It feels flat, but it is no valley floor."]),
        ({"start_w": -1.25, "start_b": 0.0, "tolerance": 1e-6}, BEATS, []),
        ({"start_w": 2.0, "start_b": 0.0}, BEATS, []),
        ({"start_w": 4.1, "start_b": -3.1}, BEATS, []),
        ({"start_w": -3.5, "start_b": 3.1}, BEATS, []),
        ({"surface": "bowl", "learning_rate": 5.0, "start_b": 3.1}, BEATS, []),
    ],
    ids=str,
)  # fmt: skip
def test_every_hike_is_told_to_its_end(
    play: Play, params: dict[str, Any], beats: list[str], said: list[str]
) -> None:
    film = play(Hiker, **params)
    assert told(film) == beats
    assert 30 <= film.clock <= 95
    for sentence in said:
        assert sentence in [cue.text for cue in film.cues]


@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
def test_the_hiker_stands_where_the_experiment_says(play: Play, aspect: str) -> None:
    film = play(Hiker, aspect=aspect)
    end = film.story.hike.places[-1]
    for shot, figure in ((film.walk, film.walk.hiker), (film.dawn, film.dawn.seeing)):
        feet = figure.place((0, 0))
        np.testing.assert_allclose(feet, shot.view.at(end), atol=1e-6)
        assert np.abs(feet[0]) < film.frame.width / 2


def test_the_chart_hangs_at_the_height_of_the_ground(play: Play) -> None:
    film = play(Hiker)
    walk = film.walk
    assert walk.level
    for step in (0, film.story.steps):
        ground = walk.view.at(walk.places[step])
        assert walk.chart.place(step)[1] == pytest.approx(ground[1])


@pytest.mark.parametrize("params", [{}, {"start_w": -3.0, "start_b": 2.0}], ids=str)
def test_arrows_from_above_are_true_to_scale(play: Play, params: dict[str, Any]) -> None:
    film = play(Hiker, **params)
    above, story = film.sets.above, film.story
    up, down = film.up[0], film.down[0]
    gradient = film.sets.stretch * above.unit * story.gradient(0)
    np.testing.assert_allclose((up.tip - up.tail)[:2], gradient, atol=1e-9)
    np.testing.assert_allclose(up.tip - up.tail, down.tail - down.tip, atol=1e-9)
    for number, change in enumerate(story.changes):
        reach = np.linalg.norm(above.ray(number)[0].get_center() - above.view.at(story.start))
        assert above.ray_end(number) - reach - 0.16 == pytest.approx(abs(change) * above.unit)
