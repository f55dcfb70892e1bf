"""Valleys at a depth, boots on two points, the road of learning rates, costs by step."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import learning_rate
from gdmath.experiments._common.sentences import Said
from scenes.figures import MAN, joints
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.lane import FAR, Lane, folds
from scenes.kit.losses import LossChart
from scenes.kit.puppet import spanning
from scenes.kit.rates import RateRoad
from scenes.kit.shares import Shares
from scenes.stage.layout import Zone
from scenes.worlds.valley.hill import Hill
from tests.scenes.kit.stages import blank

WALK = learning_rate.run(learning_rate.Params())
SAID = Said("here", lambda _: True)


@pytest.fixture
def film() -> Iterator[Any]:
    yield from blank(learning_rate)


@pytest.mark.parametrize("start", [103.0, 97.0])
def test_the_start_is_on_the_right_whatever_side_it_is_on(film: Any, start: float) -> None:
    walk = learning_rate.run(learning_rate.Params(start_cm=start))
    lane = Lane(film, walk, (-1.0, -2.0), 3.0, 1.5)
    np.testing.assert_allclose(lane.point(start), [2.0, -0.5, 0.0], atol=1e-9)
    np.testing.assert_allclose(lane.point(100.0), [-1.0, -2.0, 0.0], atol=1e-9)
    # The land is a parabola: at the start it rises twice as steeply as the way to the bottom.
    assert math.tan(math.radians(lane.rises(start))) == pytest.approx(2 * 1.5 / 3.0)
    assert lane.rises(100.0) == pytest.approx(0.0)


def test_the_land_lies_under_the_lane_and_shrinks_towards_a_point(film: Any) -> None:
    *behind, near = folds((0.0, 1.0), Lane(film, WALK, (0.0, -2.0), 2.0, 1.0))
    assert near.floor == -2.0
    for share, fold in zip(FAR, behind, strict=True):
        assert fold.floor == pytest.approx(1.0 - 3.0 * share)
        assert fold.size * fold.steep == pytest.approx(near.size * near.steep, rel=2e-2)


@pytest.mark.parametrize("rises", [(0.0, 0.0), (-40.0, 40.0)])
@pytest.mark.parametrize("facing", [1, -1])
def test_boots_are_on_their_points(facing: int, rises: tuple[float, float]) -> None:
    back, front = (np.array([side * facing * 2.0, 0.5 - 0.1 * side, 0.0]) for side in (-1, 1))
    pose, origin = spanning(MAN_POSES["vaulting"], MAN, back, front, 4 / 126, facing, rises)
    assert (pose.near_leg.turn, pose.far_leg.turn) == rises
    feet = joints(pose, MAN, facing)
    for name, place in (("foot_near", back), ("foot_far", front)):
        np.testing.assert_allclose(
            origin[:2] + np.array(feet[name]) * 4 / 126, place[:2], atol=0.05
        )


def test_a_line_of_costs_ends_at_the_upper_edge(film: Any) -> None:
    first, steps = WALK.left("cost", 0), WALK.quantities["steps"][15]
    chart = LossChart(film, Zone(-3, -2, 3, 3), first, steps, 1.2, 2.0)
    rises = WALK.at(1.1).errors ** 2
    end = chart.drawn(rises).spots()[-1]
    assert end[1] == pytest.approx(3)
    step = (end[0] + 3) / 6 * 15
    assert np.interp(step, range(16), rises) == pytest.approx(2.2 * 9)
    falls = chart.drawn(WALK.errors**2).spots()
    assert len(falls) == 16
    tint = chart.tint(rises).points
    assert tint[:, 0].max() == pytest.approx(end[0])
    assert tint[:, 1].min() == pytest.approx(chart.at(0, 0)[1])
    labels = [chart.named(chart.drawn(WALK.errors**2), [WALK.rate]) for _ in range(3)]
    rows = sorted(label.get_y() for label in labels)
    assert min(np.diff(rows)) > max(label.height for label in labels)


def test_who_stands_on_a_line_of_costs_stands_as_it_rises(film: Any) -> None:
    first, steps = WALK.left("cost", 0), WALK.quantities["steps"][15]
    chart = LossChart(film, Zone(-3, -2, 3, 3), first, steps, 1.2, 2.0)
    at, degrees = chart.along(WALK.at(1.0).costs, 4)
    np.testing.assert_allclose(at, chart.at(4, 9.0), atol=1e-9)
    assert degrees == pytest.approx(0)
    at, degrees = chart.along(WALK.costs, 0)
    way = chart.at(1, 9 * 0.8**2) - at
    assert np.tan(np.radians(degrees)) == pytest.approx(way[1] / way[0])


def test_a_hill_runs_out_on_the_ground() -> None:
    hill = Hill(-4.0, 2.0, -2.5, 3.0, night=True)
    assert hill.at(-4.0)[1] == pytest.approx(0.5)
    assert hill.at(2.0)[1] == pytest.approx(-2.5)
    low, high = (hill.at(x)[1] for x in (-0.999, -1.001))
    assert np.tan(np.radians(hill.degrees(-1.0))) == pytest.approx((low - high) / 0.002, rel=1e-4)


def test_the_bead_is_at_its_rate(film: Any) -> None:
    road = RateRoad(film, Zone(-5, -2, 5, 3), 1.0, 0.1)
    film.add(road)
    for rate in (0.1, 0.5, 1.02):
        road.rate.set_value(rate)
        road.update()
        assert road.bead.get_center()[0] == pytest.approx(-5 + 10 * rate / 1.25)
    assert road.post(WALK.stops[1].rate, SAID, 1.0).get_center()[0] == pytest.approx(-1, abs=0.05)


def test_shares_of_one_slope_begin_above_each_other_and_are_as_long_as_steps(film: Any) -> None:
    shares = Shares(film, WALK, (2.0, 0.5, -2.0), (-3.0, 2.0), 6.0, 1.0, -6.5, -3.0)
    slope, (own, large) = WALK.first("slope"), WALK.three[1:]
    pink = shares.slope(slope, (SAID, SAID, SAID))[0]
    arrows = [shares.step(row, one.rate, slope, one.first("step")) for row, one in
              ((1, own), (2, large))]  # fmt: skip
    for arrow, size in ((pink, 6.0), (arrows[0][0], 0.6), (arrows[1][0], 6.12)):
        tail, tip = arrow.spots()
        assert tail[0] == pytest.approx(2.0)
        assert tail[0] - tip[0] == pytest.approx(5.0 * size / 6.0)
    assert [round(float(arrow[0].spots()[0][1]), 6) for arrow in arrows] == [0.5, -2.0]
    for arrow, words in arrows:
        assert words.get_y() == pytest.approx(arrow.spots()[0][1])
        assert words.get_right()[0] < -3.0
    assert shares.home.tolist() == pytest.approx([2.0 - 5.0 * 3 / 6, -3.0, 0.0])
