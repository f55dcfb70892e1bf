"""The half-pipe film as a whole: it plays to its end whatever it is told."""

from typing import Any

import numpy as np
import pytest

from gdmath.experiments import halfpipe
from scenes.halfpipe import Halfpipe
from scenes.props.halfpipe_arrows import guesses
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_progress import Progress
from scenes.props.halfpipe_rider import FEEL, JOY, RIDE
from scenes.props.halfpipe_way import Way
from scenes.stage.layout import ASPECTS, Aspect
from scenes.stage.marks import Arrow
from scenes.stage.theme import DARK
from scenes.stage.tracking import Follower
from scenes.stage.words import Words
from tests.scenes.conftest import Play

BEATS = [
    "the half-pipe",
    "the rider",
    "the tilt-o-meter",
    "the slope as a formula",
    "steep far, gentle near",
    "the ride",
    "at the bottom",
]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_all_beats_in_every_theme_and_shape(play: Play, theme: str, aspect: str) -> None:
    film = play(Halfpipe, aspect=aspect, theme=theme)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100
    for mobject in film.mobjects:
        for part in mobject.get_family():
            assert np.isfinite(part.points).all(), part.name


@pytest.mark.parametrize(
    "params",
    [
        *({"learning_rate": rate} for rate in (0.0, 0.5, 0.9, 1.0, 1.1, 3.0)),
        *({"steps": steps} for steps in (0, 1, 10_000)),
        {"learning_rate": 1.0, "steps": 10_000},
        {"start_cm": 100.0, "second_start_cm": 100.0},
        {"start_cm": 130.0, "second_start_cm": 130.0},
        {"left_cm": -1000.0, "right_cm": 1000.0, "target_cm": 333.0},
    ],
    ids=str,
)
def test_the_extremes_play_to_their_end(play: Play, params: dict[str, Any]) -> None:
    film = play(Halfpipe, **params)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100
    assert film.here() == film.params.target_cm


def pipe(aspect: Aspect, **values: float) -> Pipe:
    return Pipe(halfpipe.run(halfpipe.Params.parse(values)), ASPECTS[aspect], DARK)


def test_the_board_lies_along_the_tangent() -> None:
    drawn = pipe("16:9")
    for position in (72.0, 80.0, 100.0, 117.0):
        foot = drawn.footing(position, 0.0, drawn.story.first)
        ahead = drawn.at(position + 1e-4) - drawn.at(position - 1e-4)
        assert foot.angle == pytest.approx(np.arctan2(ahead[1], ahead[0]), abs=1e-6)
        np.testing.assert_allclose(foot.place, drawn.at(position))
        assert foot.air == 0


def test_the_second_rider_is_drawn_as_a_mirror_image() -> None:
    drawn, here, there = pipe("16:9"), Follower("position", 84.0), Follower("position", 116.0)
    both = (
        drawn.rider(drawn.story.first, here, "rider", 0.0),
        drawn.rider(drawn.story.second, there, "rider", 0.0),
    )
    middle = drawn.at(100.0)[0]
    for stance in (RIDE, FEEL, JOY):
        left, right = (rider.take(stance) for rider in both)
        assert left.face[0] - middle == pytest.approx(middle - right.face[0])
        assert left.face[1] == pytest.approx(right.face[1])
        hands = left.mittens[0].get_center(), right.mittens[1].get_center()
        assert hands[0][0] - middle == pytest.approx(middle - hands[1][0])


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("side", [-1, 1])
def test_whoever_flies_out_stays_on_the_stage(aspect: Aspect, side: int) -> None:
    drawn = pipe(aspect, start_cm=100.0 + 25 * side, learning_rate=1.3)
    ride, here = drawn.story.first, Follower("position")
    rider = drawn.rider(ride, here, "rider", 0.0)
    airs = []
    for moment in np.linspace(0, ride.steps, 41):
        here.set_value(ride.at(moment))
        rider.update()
        airs.append(rider.footing().air)
        assert drawn.zone.holds(rider, slack=0.03)
    assert airs[0] == 0
    assert airs[-1] == 1


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("start", [70.0, 80.0, 130.0])
def test_both_guesses_are_as_long_and_on_the_stage(aspect: Aspect, start: float) -> None:
    drawn = pipe(aspect, start_cm=start)
    rider = drawn.rider(drawn.story.first, Follower("position", start), "rider", 0.0)
    arrows = guesses(drawn, rider, DARK)
    ends = [arrow.spots() for arrow in arrows if isinstance(arrow, Arrow)]
    left, right = (np.linalg.norm(tip - tail) for tail, tip in ends)
    assert left == pytest.approx(right)
    assert left > 0.15 * rider.size
    assert drawn.zone.holds(arrows)


def test_the_needle_leans_as_the_snow_does(play: Play) -> None:
    film = play(Halfpipe)
    for position in (80.0, 100.0, 125.0):
        film.here.set_value(position)
        film.gauge.update()
        way = film.gauge.bubble.get_center() - film.gauge.hub
        slope = film.story.slope_at(position)
        assert np.arctan2(way[0], way[1]) == pytest.approx(film.pipe.tilt(slope), abs=1e-6)
        assert film.gauge.number.text == film.story.slope_now(position).text


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("starts", [(80.0, 120.0), (118.0, 90.0)])
def test_each_curve_is_named_beside_it(aspect: Aspect, starts: tuple[float, float]) -> None:
    drawn = pipe(aspect, start_cm=starts[0], second_start_cm=starts[1])
    ways = (
        Way(drawn, drawn.story.first, Follower("position"), "rider", 0.0),
        Way(drawn, drawn.story.second, Follower("position"), "second", 0.6),
    )
    layout = ASPECTS[aspect]
    zone = layout.rail_parts(0.47, 0.53)[1]
    progress = Progress(drawn.story, ways, zone, layout, DARK)
    words = [part for part in progress.still if isinstance(part, Words)]
    names = [line for line in words if line.name == "whose curve"]
    assert [line.parts[0] for line in names] == ["you", "second rider"]
    curves = [
        progress.plot.places(way.ride.drawn, way.ride.positions[way.ride.drawn]) for way in ways
    ]
    for name, own, other in zip(names, curves, curves[::-1], strict=True):
        corners = np.array([name.get_corner(np.array([x, y, 0])) for x in (-1, 1) for y in (-1, 1)])
        near, far = (
            np.linalg.norm(corners[:, None] - curve[None], axis=-1).min() for curve in (own, other)
        )
        assert near < far
