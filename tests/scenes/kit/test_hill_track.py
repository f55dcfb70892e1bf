"""Hills as tracks, the straightedge, the dial, crates and coins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import tangent
from scenes.kit.crates import CrateRow
from scenes.kit.dial import Dial
from scenes.kit.hill_track import HillTrack
from scenes.kit.straightedge import Straightedge
from scenes.kit.toys import car_art
from scenes.stage.claims import Quantity
from tests.scenes.kit.stages import blank

STORY = tangent.run(tangent.Params())
CAR = car_art("#E87814", True, 40)


@pytest.fixture
def film() -> Iterator[Any]:
    yield from blank(tangent)


def test_where_the_way_is_the_reach_the_track_is_as_steep_as_asked(film: Any) -> None:
    track = HillTrack(film, STORY.speed, (1.0, -2.0), 4.0, 4.0, CAR, 1.0, tilt=0.9)
    np.testing.assert_allclose(track.point(4.0), [1.0, -2.0, 0.0], atol=1e-9)
    start = track.point(0.0)
    np.testing.assert_allclose(start, [-3.0, -2.0 + 0.9 * 4 / 2, 0.0], atol=1e-9)
    way = track.way(0.0)
    assert way[1] / way[0] == pytest.approx(-0.9)
    np.testing.assert_allclose(track.rider.place((0, 0)), start, atol=1e-9)
    # A step is level, then drops onto the track.
    tail, tip = track.step(1)[1].spots()
    np.testing.assert_allclose(tip - tail, [3.2, 0.0, 0.0], atol=1e-9)
    # Each place has its dot once the run was there.
    track.done.set_value(2.5)
    trail = track.footprints()
    for dot, x in zip(trail, (0.0, 3.2, 3.84), strict=True):
        np.testing.assert_allclose(dot.get_center(), track.point(x), atol=1e-9)
    track.done.set_value(3)
    trail.update()
    assert len(trail) == 4
    assert track.at() == pytest.approx(3.968)


def test_a_track_bends_out_of_a_level_road(film: Any) -> None:
    track = HillTrack(film, STORY.speed, (0.0, -1.0), 4.0, 4.0, CAR, 1.0)
    curve = track.curve.core.points.copy()
    track.bend.set_value(0.0)
    track.update()
    np.testing.assert_allclose(track.curve.core.points[:, 1], -1.0, atol=1e-9)
    np.testing.assert_allclose(track.way(0.0), [1.0, 0.0, 0.0], atol=1e-9)
    track.bend.set_value(1.0)
    track.update()
    np.testing.assert_allclose(track.curve.core.points, curve, atol=1e-9)


def test_the_edge_touches_the_track_and_lies_below(film: Any) -> None:
    track = HillTrack(film, STORY.money, (0.0, 0.0), 2.0, 2.0, CAR, 1.0)
    rule = track.edge(6.0, 1.0, 1.5)
    start, end = rule.ends
    assert np.linalg.norm(end - start) == pytest.approx(2.5)
    np.testing.assert_allclose(start + (end - start) / 2.5, track.point(6.0), atol=1e-9)
    x = np.linspace(2, 8, 61)
    heights = np.array([track.point(value) for value in x])
    along = (heights[:, 0] - start[0]) / (end - start)[0]
    assert (heights[:, 1] >= start[1] + along * (end - start)[1] - 1e-9).all()
    assert rule.below[1] < 0
    ghost = Straightedge(film.theme, 1.0, 1.0, ghost=True)
    assert len(ghost.submobjects) == 3


def test_the_needle_is_where_the_dial_says_and_stops_at_its_end(film: Any) -> None:
    speed = Quantity("speed", 2.0)
    dial = Dial(film, (0.0, 0.0, 0.0), 1.0, 12.0, 10.0, speed, "speed")
    for value in (2.0, 8.4, 9.68):
        speed.set_value(value)
        dial.update()
        np.testing.assert_allclose(dial.tip.get_center()[:2], dial.measure(value, 0)[0], atol=1e-9)
    turns = [np.arctan2(*dial.measure(v, 0)[0][::-1]) for v in (3.0, 6.0, 9.0)]
    assert turns[0] - turns[1] == pytest.approx(turns[1] - turns[2])
    np.testing.assert_allclose(dial.measure(40.0, 0), dial.measure(12.36, 0))


def test_there_are_as_many_crates_and_coins_as_pieces_and_cost(film: Any) -> None:
    row = CrateRow(film, STORY.money, 8, -4.0, -2.0, 1.0, 0.02)
    for step, pieces, crates, coins in ((0, 8.0, 8, 20), (0.5, 7.8, 8, 20), (1, 7.6, 8, 19)):
        row.done.set_value(step)
        row.ball.update()
        sprites = [one for one in row.submobjects if one.name in ("crate", "coin")]
        seen = [one for one in sprites if one.opacity == 1.0]
        assert [sum(one.name == name for one in seen) for name in ("crate", "coin")] == [
            crates, coins,
        ]  # fmt: skip
        wide = sum(one.width for one in seen if one.name == "crate")
        assert wide == pytest.approx(pieces)
    edge = row.edge(6.0, 1.0, 1.0)
    way = edge.ends[1] - edge.ends[0]
    assert way[1] / way[0] == pytest.approx(20 * 0.02)
    tail, tip = row.step(1)[1].spots()
    np.testing.assert_allclose(tip - tail, [-0.4, 0.0, 0.0], atol=1e-9)
