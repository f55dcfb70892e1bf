"""Two misses and their squares, a miss on a lane, several costs, runs from above."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import squared_error
from gdmath.experiments._common.power_run import PowerRun
from scenes.kit.axis import Axis
from scenes.kit.lane_square import LaneSquare
from scenes.kit.misses import TwoMisses
from scenes.kit.powers import CostsChart
from scenes.kit.track import Track
from scenes.places.road import RoadPlace
from scenes.stage.inspect.playing import staged
from scenes.stage.layout import Zone
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


def side(pane: Any) -> float:
    corners = pane[0].points[::4]
    return float(np.linalg.norm(corners[1] - corners[0]))


def test_the_square_of_the_straight_way_is_as_large_as_both_others(film: Any) -> None:
    board = TwoMisses(film, 3.0, 2.0, (-1.0, 0.5), 1.5)
    np.testing.assert_allclose(board.dot, [-2.0, 2.0, 0.0], atol=1e-9)
    board.aside.set_value(-2.0)
    np.testing.assert_allclose(board.dot, [0.0, 2.0, 0.0], atol=1e-9)
    high, far = map(side, board.panes())
    assert (high, far) == pytest.approx((1.5, 1.0))
    assert side(board.whole()) ** 2 == pytest.approx(high**2 + far**2)
    up, right = board.arrows(-1)
    np.testing.assert_allclose(up.tail, [-1.0, 0.5, 0.0], atol=1e-9)
    np.testing.assert_allclose(right.tip, board.dot, atol=1e-9)


def test_a_square_on_the_lane_is_as_wide_as_its_miss(film: Any) -> None:
    axis = Axis((-3, -1, 0), (3, -1, 0), -150, 150, film.theme)
    square = LaneSquare(film, axis, STORY.told("miss", 100))
    pane: Any = square.pane()
    assert side(pane) == pytest.approx(2.0)
    np.testing.assert_allclose(pane[0].get_center(), [1.0, 0.0, 0.0], atol=1e-9)
    assert len(square.grid()) == 2 * (9 + 9)
    measured: Any = square.measure()
    arrow, ring, spot = measured
    assert arrow.tip[0] - arrow.tail[0] == pytest.approx(2.0)
    assert (ring.get_x(), spot.get_x()) == pytest.approx((0.0, 2.0))


def test_costs_in_one_chart_meet_at_1(film: Any) -> None:
    chart = CostsChart(film, Zone(-6, -2, 6, 3), 3.0, 9.0)
    for power in (1, 2, 4):
        curve: Any = chart.curve(PowerRun(power, (Decimal(3),)).costs, "cost", 0.1)
        spots = curve[0].spots()
        for x in (-1.0, 0.0, 1.0):
            off = np.linalg.norm(spots - chart.at(x, abs(x) ** power), axis=1)
            assert off.min() < 1e-9
        assert spots[:, 1].max() <= chart.zone.top + 1e-9


def test_a_run_from_above_is_shown_until_it_is_lost(film: Any) -> None:
    track = Track(film, Zone(-6, -2, 6, 3), 3.0, 34)
    plain, square, fourth = (race.places for race in STORY.races)
    assert [track.last(places) for places in (plain, square, fourth)] == [34, 34, 2]
    done, parts = track.run(square, "cost", 0.1)
    path: Any = parts[0]
    ball: Any = parts[1]
    np.testing.assert_allclose(ball.ball.get_center(), track.at(3.0, 0), atol=1e-2)
    done.set_value(2.5)
    for part in (path, ball):
        part.update()
    np.testing.assert_allclose(ball.ball.get_center(), track.at(1.728, 2.5), atol=1e-9)
    np.testing.assert_allclose(path.spots()[:3, 0], [track.at(x, 0)[0] for x in (3, 2.4, 1.92)])


def test_what_of_a_figure_is_hidden_need_not_be_kept_clear(film: Any) -> None:
    place = RoadPlace(film)
    _, road = place.road((0.0, -2.0), 3.0, (-1.0, 1.0), (2.0, 3.0))
    spots = [name for name, *_ in place.car(road).player.keep_clear()]
    assert spots == ["face"]
