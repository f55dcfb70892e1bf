"""Her hands on the straightedge, which goes along with a run; road, bowl and turned slope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from manim import Group

from gdmath.experiments import tangent
from scenes.figures import FRIEND
from scenes.figures.light import NIGHT
from scenes.figures.maker_poses import MAKER_POSES
from scenes.kit.axis import Axis
from scenes.kit.glass import glass
from scenes.kit.hill_track import HillTrack
from scenes.kit.land import DEEP, land
from scenes.kit.laying import LEVEL, holding, keep_laying
from scenes.kit.puppet import Puppet
from scenes.kit.toys import bead_art
from scenes.kit.turned import TurnedSlope
from tests.scenes.kit.stages import blank

STORY = tangent.run(tangent.Params())


@pytest.fixture
def film() -> Iterator[Any]:
    yield from blank(tangent)


@pytest.fixture
def track(film: Any) -> HillTrack:
    return HillTrack(film, STORY.number, (0.0, -1.0), 3.0, 3.0, bead_art("#E87814", 40), 1.0)


def test_rule_and_hands_go_along_with_the_run_and_lie_level_at_the_bottom(track: Any) -> None:
    foot = track.point(0.0) + np.array([2.0, -6.0, 0.0])
    maker = Puppet(FRIEND, MAKER_POSES["laying"], NIGHT["loft"], at=foot,
                   unit=0.045, pixels=40, facing=-1)  # fmt: skip
    rule = track.edge(0.0, 1.6, 1.6)
    maker.take(holding(maker, rule))
    hands = Group(maker.hand("near"), maker.hand("far"))
    keep_laying(track, rule, maker, hands)
    for step, aside in ((0, 2.0), (50, 2.0 * LEVEL)):
        track.done.set_value(step)
        maker.update()
        touched = track.point(track.at())
        np.testing.assert_allclose(np.mean(rule.ends, axis=0), touched, atol=1e-9)
        assert maker.place((0.0, 0.0))[0] - touched[0] == pytest.approx(aside, abs=0.01)
        for side, share in (("near", 0.94), ("far", 0.07)):
            assert np.linalg.norm(maker.joint(f"hand_{side}") - rule.grip(share)) < 0.9
    assert rule.ends[0][1] == pytest.approx(rule.ends[1][1], abs=1e-3)


def test_the_road_lies_below_the_track_and_bends_with_it(track: Any) -> None:
    road = land(track, "#101020", "#101020")[1]
    assert road.points[:, 1].min() == pytest.approx(-1.0 + DEEP, abs=1e-3)
    track.bend.set_value(0.0)
    whole = land(track, "#101020", "#101020")
    np.testing.assert_allclose(whole[1].points[:, 1], -1.0 + DEEP, atol=1e-9)


def test_the_opening_of_the_bowl_is_as_wide_as_the_track(track: Any) -> None:
    inside, rim, _ = glass(track)
    line = track.line()
    assert rim.width == pytest.approx(line[-1][0] - line[0][0], rel=0.01)
    assert inside.get_bottom()[1] == pytest.approx(line[:, 1].min())


@pytest.mark.parametrize(("rate", "parts"), [(0.1, 10), (0.055, 0)])
def test_a_slope_is_turned_round_and_divided(film: Any, rate: float, parts: int) -> None:
    hill = tangent.run(tangent.Params.parse({"speed_rate": rate})).speed
    axis = Axis(np.array([-6.0, 0, 0]), np.array([6.0, 0, 0]), -40.0, 40.0, film.theme)
    turned = TurnedSlope(axis, hill, 0.4)
    tail, tip = turned.uphill.spots()
    assert tip[0] - tail[0] == pytest.approx(-32 * axis.unit)
    assert turned.way[0] == pytest.approx(32 * rate * axis.unit)
    shown = turned.part()
    assert bool(shown) == bool(parts)
    if parts:
        assert len(shown[0].mobject) == parts
