"""Rays of a hit, arcs of a shout."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.figures import FRIEND
from scenes.figures.light import NIGHT
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.accents import calls, rays
from scenes.kit.puppet import Puppet
from scenes.stage.theme import THEMES


def test_rays_lead_away_from_the_point_between_two_distances() -> None:
    middle, turns = np.array([1.0, -2.0, 0.0]), np.array([0.0, 90.0, 210.0])
    lines = rays(THEMES["dark"], "here", middle, (0.5, 0.8), turns)
    for line, turn in zip(lines, np.radians(turns), strict=True):
        way = np.array([np.cos(turn), np.sin(turn), 0.0])
        np.testing.assert_allclose(line.get_start(), middle + 0.5 * way, atol=1e-9)
        np.testing.assert_allclose(line.get_end(), middle + 0.8 * way, atol=1e-9)


@pytest.mark.parametrize("facing", [1, -1])
def test_a_shout_spreads_before_the_mouth_and_fades(facing: int) -> None:
    friend = Puppet(FRIEND, FRIEND_POSES["shouting"], NIGHT["loft"], at=(2.0, -3.0, 0.0),
                    unit=0.03, pixels=60, facing=facing)  # fmt: skip
    hand = friend.joint("hand_far")
    arcs = calls(THEMES["dark"], friend)
    far = [facing * float(arc.point_from_proportion(0.5)[0] - hand[0]) for arc in arcs]
    assert far == pytest.approx([0.03 * radius for radius in (20, 28, 36)])
    strengths = [arc.get_stroke_opacity() for arc in arcs]
    assert strengths == sorted(strengths, reverse=True)
