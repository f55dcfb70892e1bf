"""A shot and its squares, a miss on a lane and its square, steps as hops on a cost, a race."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import squared_error
from scenes.kit.axis import Axis
from scenes.kit.curve import CostCurve
from scenes.kit.hops import CostRace, Hops
from scenes.kit.lane_square import LaneSquare
from scenes.kit.misses import Shot
from scenes.places.road import Car, RoadPlace
from tests.scenes.kit.stages import blank

STORY = squared_error.run(squared_error.Params())


@pytest.fixture
def film() -> Iterator[Any]:
    yield from blank(squared_error)


def sides(pane: Any) -> tuple[float, float]:
    return float(pane[0].width), float(pane[0].height)


@pytest.mark.parametrize("side", [1, -1])
def test_a_shot_is_as_high_as_aside_and_its_squares_lie_away_from_it(film: Any, side: int) -> None:
    shot = Shot(film, 3.0, (-1.0, 0.5), 1.5)
    shot.aside.set_value(3.0 * side)
    shot.update()
    np.testing.assert_allclose(shot.dot, [-1.0 + 1.5 * side, 2.0, 0.0], atol=1e-9)
    np.testing.assert_allclose(shot.ball.ball.get_center(), shot.dot, atol=1e-9)
    tips = [(0.0, 1.5), (1.5 * side, 0.0)]
    for arrow, tip in zip((shot.high(), shot.wide()), tips, strict=True):
        np.testing.assert_allclose(arrow.tail, [-1.0, 0.5, 0.0], atol=1e-9)
        np.testing.assert_allclose(arrow.tip, [-1.0 + tip[0], 0.5 + tip[1], 0.0], atol=1e-9)
    for pane, way in zip(shot.panes(), ((-side, 1), (side, -1)), strict=True):
        assert sides(pane) == pytest.approx((1.5, 1.5))
        middle: Any = pane[0].get_center()
        np.testing.assert_allclose(middle[:2], np.array([-1, 0.5]) + 0.75 * np.array(way))
    for line in shot.guides():
        np.testing.assert_allclose(line.spots()[1], shot.dot, atol=0.1)


def test_a_square_on_the_lane_stands_on_its_miss(film: Any) -> None:
    axis = Axis((-3, -1, 0), (3, -1, 0), -150, 150, film.theme)
    square = LaneSquare(film, axis, STORY.told("miss", 100))
    pane: Any = square.pane()
    assert sides(pane) == pytest.approx((2.0, 2.0))
    for edge in (pane[0], square.outline()):
        np.testing.assert_allclose(edge.get_center()[:2], (1.0, 0.0), atol=1e-9)
    assert [len(square.grid(wall)) for wall in (10.0, 12.0)] == [2 * 9, 2 * 8]
    measured: Any = square.measure()
    arrow, ring, spot = measured
    assert arrow.tip[0] - arrow.tail[0] == pytest.approx(2.0)
    assert (ring.get_x(), spot.get_x()) == pytest.approx((0.0, 2.0))


def test_a_ball_hops_down_a_cost_until_it_is_home_or_out_of_the_picture(film: Any) -> None:
    axis = Axis((-6, -1, 0), (6, -1, 0), -6, 6, film.theme)
    plain, square, fourth = (
        Hops(film, CostCurve(axis, race.costs, 0.2, 4.0), race.places) for race in STORY.races
    )
    assert [hops.last for hops in (plain, square, fourth)] == [13, 3, 1]
    way: Any = square.way
    ball: Any = square.ball
    np.testing.assert_allclose(ball.ball.get_center(), (3.0, -1 + 0.2 * 9, 0), atol=1e-2)
    square.done.set_value(1.5)
    for part in (way, ball):
        part.update()
    x, y, _ = ball.ball.get_center() - axis.at(0)
    assert x == pytest.approx((0.6 + 0.12) / 2)
    assert y == pytest.approx(0.2 * (0.6**2 + 0.12**2) / 2 + 0.35 * 0.48)
    np.testing.assert_allclose(way.spots()[12], square.curve.point(0.6), atol=1e-9)
    fourth.done.set_value(0.5)
    fourth.ball.update()
    np.testing.assert_allclose(fourth.ball.ball.get_x(), (3 - 40.2) / 2, atol=1e-9)


def test_what_of_a_figure_is_hidden_need_not_be_kept_clear(film: Any) -> None:
    place = RoadPlace(film)
    _, road = place.road((0.0, -2.0), 3.0, (-1.0, 1.0), (2.0, 3.0))
    spots = [name for name, *_ in Car(place, road).player.keep_clear()]
    assert spots == ["face"]


@pytest.mark.parametrize(("number", "cost"), [(0, 3), (1, 9), (2, 81)])
def test_the_curves_of_a_race_start_equally_high_and_their_costs_tell_how_high(
    film: Any, number: int, cost: int
) -> None:
    race = STORY.races[number]
    start, height = STORY.told("miss", 3), STORY.told("cost", cost)
    chart = CostRace(film, race.costs, race.places, start, height, (-1.0, -2.0), 3.0, 3.3, 4.3)
    top = (2.0, -2.0 + 3.3)
    np.testing.assert_allclose(chart.hops.curve.point(3.0)[:2], top, atol=1e-9)
    np.testing.assert_allclose(chart.hops.curve.point(0.0)[:2], (-1.0, -2.0), atol=1e-9)
    assert chart.hops.curve.rise == pytest.approx(3.3 / cost)
    parts: Any = chart.submobjects
    rod, told = parts[3], chart.told
    assert rod.height == pytest.approx(3.3, abs=0.2)
    assert (told.get_left()[0], told.get_y()) == pytest.approx((2.2, -2.0 + 1.65), abs=0.1)
