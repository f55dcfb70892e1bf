"""The laser film as a whole: it plays to its end whatever its parameters, and shows the game."""

from typing import Any

import pytest

from scenes.laser import Laser
from scenes.stage.words import Words
from tests.scenes.conftest import Play, told

BEATS = [
    "a target you cannot see",
    "she sees both",
    "he only hears her",
    "the shout is the error",
    "on its side",
    "the square is the cost",
    "the step",
    "the same picture again",
    "one step hits",
    "too hard",
    "the same share",
]
# What a run does without, and why.
NO_ZOOM = [beat for beat in BEATS if beat != "the same picture again"]


WITHIN_1_MM = "16 steps: within 1 mm."
A_FIFTH = "Every step takes a fifth of the miss."
SAME_SHARE = "Every step takes the same share of the miss."
AS_FAR = "Every step takes you as far past the target."
FARTHER = "Every step takes you farther past the target."


@pytest.mark.turns(3)
@pytest.mark.parametrize(
    ("params", "beats", "said"),
    [
        ({}, BEATS, ["Take a tenth: the step.", WITHIN_1_MM, A_FIFTH]),
        # rates
        ({"learning_rate": 0.005}, BEATS, ["Every step takes a hundredth of the miss."]),
        ({"learning_rate": 0.123}, BEATS, ["Take the rate's share: the step.", SAME_SHARE]),
        ({"learning_rate": 0.4}, BEATS, ["That is four fifths of the miss."]),
        ({"learning_rate": 0.47}, NO_ZOOM, ["2 steps: within 1 mm."]),
        ({"learning_rate": 0.495}, NO_ZOOM, ["One step: within 1 mm."]),
        ({"learning_rate": 0.5}, NO_ZOOM, ["One step, and you are there.",
                                           "Take half: the step.",
                                           "Every step takes all of the miss."]),
        ({"learning_rate": 0.9}, NO_ZOOM, ["Take nine tenths: the step.", WITHIN_1_MM,
                                         "Answer too hard, and you swing past it.", A_FIFTH]),
        ({"learning_rate": 0.995}, NO_ZOOM, ["15 steps: not there yet."]),
        ({"learning_rate": 1.0}, NO_ZOOM, ["Take all: the step.", AS_FAR,
                                           "15 steps, and never nearer."]),
        ({"learning_rate": 1.2}, NO_ZOOM, [FARTHER, "Step 10: the dot is off the sheet."]),
        ({"learning_rate": 1.25}, NO_ZOOM, [FARTHER]),
        # steps
        ({"steps": 1}, BEATS, ["One step: not there yet."]),
        ({"steps": 2}, BEATS, ["2 steps: not there yet."]),
        ({"steps": 14}, BEATS, ["14 steps: not there yet."]),
        ({"steps": 200}, BEATS, [WITHIN_1_MM]),
        ({"slow_steps": 1}, BEATS, [WITHIN_1_MM]),
        # places
        ({"first_shot_cm": 101.0}, BEATS, []),
        ({"first_shot_cm": 99.0}, BEATS, ["11 steps: within 1 mm."]),
        ({"first_shot_cm": 80.0}, BEATS, []),
        ({"first_shot_cm": 120.0}, BEATS, []),
        ({"target_cm": 150.0, "first_shot_cm": 130.0, "learning_rate": 1.25}, NO_ZOOM,
         ["Step 1: the dot is off the sheet."]),
        ({"target_cm": 40.0, "first_shot_cm": 43.0, "hand_height_cm": 20.0, "distance_cm": 600.0},
         BEATS, []),
        ({"target_cm": 150.0, "first_shot_cm": 147.0, "hand_height_cm": -20.0,
          "distance_cm": 150.0}, BEATS, []),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_every_game_is_told_to_its_end(
    play: Play, params: dict[str, Any], beats: list[str], said: list[str]
) -> None:
    film = play(Laser, **params)
    assert told(film) == beats
    assert 50 <= film.clock <= 97
    for sentence in said:
        assert sentence in [*[cue.text for cue in film.cues], *sentences(film)]


def sentences(film: Any) -> list[str]:
    """Return all pairs of rows that stand at a film's end."""
    family = [part for mobject in film.mobjects for part in mobject.get_family()]
    rows = [part.text for part in family if isinstance(part, Words)]
    return [f"{first} {second}" for first in rows for second in rows]


@pytest.mark.parametrize(("first", "aspect"), [(103.0, "16:9"), (97.0, "1:1"), (80.0, "9:16")])
def test_the_ball_stands_where_the_experiment_says(play: Play, first: float, aspect: str) -> None:
    film = play(Laser, aspect=aspect, first_shot_cm=first)
    bowl, story = film.bowl, film.story
    assert bowl.at() == pytest.approx(float(story.heights[1]))
    for step, row in enumerate(film.rows.rows):
        # In each row the miss is as long as in the first: it is the same picture again.
        strip, height = row.strip, float(story.heights[step])
        assert strip.axis.at(height)[0] - strip.axis.at(100)[0] == pytest.approx(
            film.choose(4.4, 1.9, 3.1), rel=1e-3
        )
        assert strip.axis.at(100)[0] == pytest.approx(film.rows.rows[0].strip.axis.at(100)[0])
        landed = story.heights[min(step + 1, 2)]
        assert strip.at() == pytest.approx(float(landed))
