"""The half-pipe film as a whole: it plays to its end whatever its parameters, and shows the run."""

from typing import Any

import numpy as np
import pytest

from scenes.halfpipe import Halfpipe
from scenes.stage.words import Words
from tests.scenes.conftest import Play, told

BEATS = [
    "which way, and how far?",
    "height is cost",
    "the board is the needle",
    "the sign says which way",
    "twice the error",
    "turn it round",
    "stairs",
    "a second rider",
    "the slope tells you",
]


@pytest.mark.turns(3)
@pytest.mark.parametrize(
    ("params", "claim"),
    [
        ({}, "which way, and how far."),
        ({"steps": 1}, "but not yet far enough."),
        ({"steps": 2}, "but not yet far enough."),
        ({"steps": 200}, "which way, and how far."),
        ({"learning_rate": 0.005, "steps": 200}, "but not yet far enough."),
        ({"learning_rate": 0.5, "steps": 1}, "which way, and how far."),
        ({"learning_rate": 0.505}, "which way, and how far."),
        ({"learning_rate": 0.995}, "but too far every time."),
        ({"learning_rate": 1.0, "steps": 200}, "but too far every time."),
        ({"learning_rate": 1.1}, "out of the pipe."),
        ({"learning_rate": 1.1, "start_cm": 77.5}, "out of the pipe."),
        ({"start_cm": 90.0}, "which way, and how far."),
        ({"target_cm": 150.0, "reach_cm": 40.0, "start_cm": 120.0}, "which way, and how far."),
        ({"target_cm": 40.0, "reach_cm": 15.0, "start_cm": 35.0}, "which way, and how far."),
    ],
    ids=str,
)  # fmt: skip
def test_every_ride_is_told_to_its_end(play: Play, params: dict[str, Any], claim: str) -> None:
    film = play(Halfpipe, **params)
    assert told(film) == BEATS
    assert 60 <= film.clock <= 99
    family = [part for mobject in film.mobjects for part in mobject.get_family()]
    assert any(claim in part.text for part in family if isinstance(part, Words))


@pytest.mark.parametrize(("start", "aspect"), [(80.0, "16:9"), (78.0, "1:1"), (88.0, "9:16")])
def test_riders_stand_on_the_snow_where_the_run_says(play: Play, start: float, aspect: str) -> None:
    film = play(Halfpipe, aspect=aspect, start_cm=start)
    view, (rider,) = film.sets.shot("stairs", "riding")
    unit = rider.unit
    for step in (0, 1, 5):
        place = float(film.story.heights[step])
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
    for name in ("hook", "cost", "formula"):
        view = film.sets.shot(name, "riding")[0]
        for place in np.linspace(71, 129, 15):
            point = view.curve.point(place)
            assert view.pipe.edge(np.array([point[0]]))[0] == pytest.approx(point[1], abs=1e-5)
            cost = film.story.cost_at(place) * view.curve.rise
            assert point[1] - view.axis.start[1] == pytest.approx(cost)
