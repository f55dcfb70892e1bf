"""The laser film as a whole: it plays to its end whatever it is told."""

from typing import Any

import numpy as np
import pytest

from gdmath.experiments import laser
from scenes.laser import Laser
from scenes.props.laser_progress import ProgressView
from scenes.stage.claims import Quantity
from scenes.stage.layout import ASPECTS
from scenes.stage.plot import Beads
from scenes.stage.theme import THEMES
from tests.scenes.conftest import Play

BEATS = [
    "the room",
    "the beam is a line",
    "the first shot",
    "from error to cost",
    "the shout is the gradient",
    "careful steps",
    "and so on",
    "what was what",
]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_all_beats_in_every_theme_and_shape(play: Play, theme: str, aspect: str) -> None:
    film = play(Laser, aspect=aspect, theme=theme)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100


@pytest.mark.parametrize(
    "params",
    [
        *({"learning_rate": rate} for rate in (0.0, 0.5, 0.9, 1.0, 1.1, 3.0)),
        *({"steps": steps} for steps in (0, 1, 10_000)),
        *({"target_cm": target} for target in (0.0, -40.0, 1e6, 103 - 1e-6)),
        {"first_shot_cm": 100.0},
        {"hand_height_cm": 1000.0},
        {"distance_cm": 10.0},
    ],
    ids=str,
)
def test_the_extremes_play_to_their_end(play: Play, params: dict[str, Any]) -> None:
    film = play(Laser, **params)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100
    assert film.room.aim.get_value() == pytest.approx(film.story.heights[-1])


def test_every_point_of_the_last_picture_is_finite(play: Play) -> None:
    for mobject in play(Laser).mobjects:
        for part in mobject.get_family():
            assert np.isfinite(part.points).all(), part.name


def test_the_dot_stands_where_the_experiment_says(play: Play) -> None:
    film = play(Laser)
    height = float(film.story.heights[-1])
    per_cm = np.linalg.norm(film.room.on_wall(1.0) - film.room.on_wall(0.0))
    across = film.room.wall_x - film.room.hand[0]
    assert per_cm * film.params.distance_cm == pytest.approx(across)
    rise = film.room.dot.get_center()[1] - film.room.hand[1]
    assert rise == pytest.approx(per_cm * height)


@pytest.mark.parametrize(("steps", "marked"), [(15, True), (100, False)])
def test_steps_are_marked_where_there_is_room(steps: int, marked: bool) -> None:
    story, layout = laser.run(laser.Params(steps=steps)), ASPECTS["1:1"]
    zones = layout.rail_parts(1, 1)
    moment = Quantity("step number", 0)
    view = ProgressView(story, moment, (zones[0], zones[1]), layout, THEMES["dark"])
    parts = [part for group in view.moving for part in group]
    assert any(isinstance(part, Beads) for part in parts) == marked
