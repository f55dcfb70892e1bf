"""The half-pipe film as a whole: it plays to its end whatever its parameters, and shows the run."""

from typing import Any

import numpy as np
import pytest

from gdmath.experiments.halfpipe import PRESETS
from scenes.halfpipe import Halfpipe
from scenes.stage.words import Words
from tests.scenes.conftest import Play, told

BEATS = [
    "which way?",
    "height is cost",
    "the board is the needle",
    "the sign turns round",
    "twice the error",
    "turn it round",
    "stairs",
    "a second rider",
    "which way, and how far",
]
STILL = [beat for beat in BEATS if beat != "stairs"]


@pytest.mark.parametrize(
    ("params", "beats", "claim"),
    [
        ({}, BEATS, "which way, and how far."),
        ({"learning_rate": 0.0}, STILL, "Without a step, nobody moves."),
        ({"steps": 0}, STILL, "Without a step, nobody moves."),
        ({"steps": 1}, BEATS, "but not yet far enough."),
        ({"steps": 2}, BEATS, "but not yet far enough."),
        ({"steps": 200}, BEATS, "which way, and how far."),
        ({"learning_rate": 0.001, "steps": 200}, BEATS, "but not yet far enough."),
        ({"learning_rate": 0.5, "steps": 1}, BEATS, "which way, and how far."),
        ({"learning_rate": 0.501}, BEATS, "which way, and how far."),
        ({"learning_rate": 0.999}, BEATS, "but too far every time."),
        ({"learning_rate": 1.0, "steps": 200}, BEATS, "but too far every time."),
        ({"learning_rate": 1.2}, BEATS, "out of the pipe."),
        ({"learning_rate": 1.2, "start_cm": 77.5}, BEATS, "out of the pipe."),
        ({"start_cm": 90.0, "second_start_cm": 122.5}, BEATS, "which way, and how far."),
        ({"start_cm": 120.0, "second_start_cm": 80.0}, BEATS, "which way, and how far."),
        ({"target_cm": 150.0, "reach_cm": 40.0, "start_cm": 180.0, "second_start_cm": 130.0},
         BEATS, "which way, and how far."),
        ({"target_cm": 40.0, "reach_cm": 15.0, "start_cm": 35.0, "second_start_cm": 45.0},
         BEATS, "which way, and how far."),
        *((values, BEATS, "") for values in PRESETS.values()),
    ],
    ids=str,
)  # fmt: skip
def test_every_ride_is_told_to_its_end(
    play: Play, params: dict[str, Any], beats: list[str], claim: str
) -> None:
    film = play(Halfpipe, **params)
    assert told(film) == beats
    assert 50 <= film.clock <= 95
    family = [part for mobject in film.mobjects for part in mobject.get_family()]
    assert any(claim in part.text for part in family if isinstance(part, Words))


@pytest.mark.parametrize(("start", "aspect"), [(80.0, "16:9"), (122.0, "1:1"), (88.0, "9:16")])
def test_riders_stand_on_the_snow_where_the_run_says(play: Play, start: float, aspect: str) -> None:
    second = 200 - start
    film = play(Halfpipe, aspect=aspect, start_cm=start, second_start_cm=second)
    view, unit = film.sets.stairs
    rider = film.sets.rider(view, film.here, "riding", unit)
    for step in (0, 1, 5):
        place = float(film.story.first.positions[step])
        rider.at.set_value(place)
        rider.stand()
        off = (rider.board - view.curve.point(place)) @ view.normal(place)
        aside = np.linalg.norm(rider.board - view.curve.point(place) - off * view.normal(place))
        assert aside == pytest.approx(0, abs=1e-6)
        assert 0 < off < 9 * unit  # cm: the board's thickness, and what the snow bends up to it
        tilt = np.degrees(view.angle(film.story.slope_at(place)))
        assert view.tilt(place) == pytest.approx(tilt, abs=0.5)
        shown = rider.puppet.joint("foot_far") - rider.puppet.joint("foot_near")
        assert np.degrees(np.arctan(shown[1] / shown[0])) == pytest.approx(tilt, abs=1.5)


def test_the_edge_of_the_snow_is_the_cost(play: Play) -> None:
    """The plate's edge, the curve over the axis and the experiment's cost are one parabola."""
    film = play(Halfpipe)
    for view in (film.sets.hook[0], film.sets.measure, film.sets.both_walls[0]):
        for place in np.linspace(71, 129, 15):
            point = view.curve.point(place)
            assert view.pipe.edge(np.array([point[0]]))[0] == pytest.approx(point[1], abs=1e-5)
            cost = film.story.cost_at(place) * view.curve.rise
            assert point[1] - view.axis.start[1] == pytest.approx(cost)
