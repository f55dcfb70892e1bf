"""Two shots and their squares, a miss on a lane, several powers of it, steps as hops."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gdmath.experiments import squared_error
from scenes.kit.axis import Axis
from scenes.kit.hops import Hops
from scenes.kit.lane_square import LaneSquare
from scenes.kit.misses import TwoShots
from scenes.kit.powers import PowerAreas
from scenes.places.road import Car, RoadPlace
from scenes.stage.inspect.playing import staged
from scenes.stage.shots import ShotFilm
from tests.scenes.conftest import Watcher

STORY = squared_error.run(squared_error.Params())


class Empty(ShotFilm[squared_error.Params]):
    """A film with nothing in it."""

    slug, title = "squared_error", ""
    model = squared_error.Params
    colours = STORY.quantities.roles


@pytest.fixture
def film() -> Any:
    with staged(Empty, Watcher(), squared_error.Params()) as scene:
        yield scene


def sides(pane: Any) -> tuple[float, float]:
    return float(pane[0].width), float(pane[0].height)


def test_shots_are_as_far_above_the_target_as_below_and_their_squares_touch_it(film: Any) -> None:
    board = TwoShots(film, 3.0, (-1.0, 0.5), 1.5)
    np.testing.assert_allclose(board.dot, [-1.0, 2.0, 0.0], atol=1e-9)
    board.level.set_value(-3.0)
    np.testing.assert_allclose(board.dot, [-1.0, -1.0, 0.0], atol=1e-9)
    for side in (1, -1):
        arrow, pane = board.arrow(side), board.pane(side)
        np.testing.assert_allclose(arrow.tail, [-1.0, 0.5, 0.0], atol=1e-9)
        np.testing.assert_allclose(arrow.tip, board.axis.at(3 * side), atol=1e-9)
        assert sides(pane) == pytest.approx((1.5, 1.5))
        middle: Any = pane[0].get_center()
        np.testing.assert_allclose(middle, [-1.0 - 0.75 * side, 0.5 + 0.75 * side, 0], atol=1e-9)


def test_a_square_on_the_lane_is_as_wide_as_its_miss(film: Any) -> None:
    axis = Axis((-3, -1, 0), (3, -1, 0), -150, 150, film.theme)
    square = LaneSquare(film, axis, STORY.told("miss", 100))
    pane: Any = square.pane()
    assert sides(pane) == pytest.approx((2.0, 2.0))
    np.testing.assert_allclose(pane[0].get_center(), [1.0, 0.0, 0.0], atol=1e-9)
    walls, first, tiles = square.grid(10.0)
    assert (len(walls), len(tiles)) == (2 * 9, 2 * 9)
    assert first.width == pytest.approx(0.2)
    assert [len(part) for part in square.grid(12.0)[::2]] == [2 * 8, 2 * 11]
    measured: Any = square.measure()
    arrow, ring, spot = measured
    assert arrow.tip[0] - arrow.tail[0] == pytest.approx(2.0)
    assert (ring.get_x(), spot.get_x()) == pytest.approx((0.0, 2.0))


@pytest.mark.parametrize("miss", [2.0, 3.0, 3.05, 5.0])
def test_powers_are_areas_in_one_scale(film: Any, miss: float) -> None:
    areas: Any = PowerAreas(film, miss, ((-4, -2), (-1, -2), (1, -2)), 4.0, 5.6)
    told = [np.prod(sides(pane)) / areas.unit**2 for pane, _grid in areas]
    assert told == pytest.approx([miss, miss**2, miss**4])
    assert areas[2][0][0].width <= 5.6 + 1e-9
    assert areas[0][0][0].width + areas[1][0][0].width <= 4.0 + 1e-9


def test_a_race_hops_from_place_to_place_until_it_leaves_the_axis(film: Any) -> None:
    axis = Axis((-6, -1, 0), (3, -1, 0), -9, 4.5, film.theme)
    plain, square, fourth = (
        Hops(film, axis, race.places, "cost", 0.1, 1.2) for race in STORY.races
    )
    assert [hops.last for hops in (plain, square, fourth)] == [34, 34, 2]
    way: Any = square.way
    ball: Any = square.ball
    np.testing.assert_allclose(ball.ball.get_center(), axis.at(3.0), atol=1e-2)
    square.done.set_value(2.5)
    for part in (way, ball):
        part.update()
    x, y, _ = ball.ball.get_center() - axis.at(0)
    assert x / axis.unit == pytest.approx((1.92 + 1.536) / 2)
    assert y == pytest.approx(0.7 * 0.384 * axis.unit)
    lows = way.spots()[:25:12, 0]
    np.testing.assert_allclose(lows, [axis.at(place)[0] for place in (3, 2.4, 1.92)], atol=1e-9)
    fourth.done.set_value(0.5)
    fourth.ball.update()
    assert fourth.ball.ball.get_center()[1] - axis.at(0)[1] == pytest.approx(1.2)


def test_what_of_a_figure_is_hidden_need_not_be_kept_clear(film: Any) -> None:
    place = RoadPlace(film)
    _, road = place.road((0.0, -2.0), 3.0, (-1.0, 1.0), (2.0, 3.0))
    spots = [name for name, *_ in Car(place, road).player.keep_clear()]
    assert spots == ["face"]
