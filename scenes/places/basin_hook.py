"""A hiker from beside on a slope in the fog, moon or sun behind him."""

from __future__ import annotations

import math
from typing import Any

from manim import LEFT, RIGHT, Group

from gdmath.arrays import Array
from scenes.figures.poses import HIKER_POSES
from scenes.kit.puppet import Act
from scenes.places.basin import TALL, Valley, rounded_way
from scenes.worlds.basin.sky import Orb

__all__ = ["Hook"]


class Hook(Group):
    """The hiker at ``spot``, where the ground rises along ``up``; it falls to the left.

    ``staged`` is how near all is, how tall he is, where he stands, and moon or sun.
    """

    def __init__(
        self, valley: Valley, surface: str, spot: Array, up: Array,
        staged: tuple[float, float, tuple[float, float], Orb],
    ) -> None:  # fmt: skip
        focal, self._tall, at, orb = staged
        self._spot, azimuth = spot, math.degrees(math.atan2(-up[1], up[0]))
        look = valley.framed(surface, spot, azimuth, -10.2, focal, 2.5, 1.02, at)
        self._view = view = valley.view(look)
        fog = view.basin.fog(valley.pixels, rounded_way(spot[None]), 0.9, orb=orb, step=0.125)
        self.hiker = view.hiker(HIKER_POSES["feeling"], spot, self._tall)
        self._banks = [view.bank(at[1] + 0.9, 0.55, 41), view.bank(at[1] - 1.0, 0.75, 63)]
        super().__init__(view.plate(fog), self._banks[0], view.shadow(self.hiker), self.hiker,
                         self._banks[1])  # fmt: skip

    def grope(self) -> list[Any]:
        """Return the animations in which he reaches for the ground, and fog drifts."""
        pose = self._view.planted(HIKER_POSES["reaching"], self._spot, self._tall / TALL, -1)
        drift = [bank.animate.shift(way) for bank, way in zip(self._banks, (RIGHT, LEFT),
                                                              strict=True)]  # fmt: skip
        return [Act(self.hiker, pose), *drift]
