"""The loft in the morning: the sheet as chart paper, and the target behind it."""

from __future__ import annotations

import math

import numpy as np
from manim import Group, VGroup

from gdmath.arrays import Array
from scenes.figures import FRIEND, PLAYER, Pose
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.accents import rays
from scenes.kit.bars import StepBars
from scenes.kit.beam import Beam
from scenes.kit.puppet import aimed
from scenes.places.loft import Loft
from scenes.stage.marks import follow
from scenes.stage.sprite import Sprite
from scenes.worlds.loft.dawn import Dawn

__all__ = ["Morning"]


class Morning(Group):
    """The pay-off: the sheet as chart paper, both figures; ``closed`` hides the target."""

    def __init__(self, sets: Loft, player: str) -> None:
        self.film = film = sets.film
        size = film.frame.width, film.frame.height, sets.night
        place = self.place = Dawn(*size)
        left, right, unit = place.player, place.friend, place.unit
        self.player = sets.puppet(PLAYER, PLAYER_POSES[player], left, unit, light=(0.7, 0.8))
        watching = FRIEND_POSES["watching"]
        self.friend = sets.puppet(FRIEND, watching, right, unit, -1, light=(-0.7, 0.8))
        self.ring = Sprite(place.ring(sets.pixels), at=(*place.target, 0), name="target")
        self.closed = Sprite(Dawn(*size, pushed=False).sheet(sets.pixels), name="closed sheet")
        super().__init__(
            Sprite(place.plate(sets.pixels)), Sprite(place.sheet(sets.pixels)), self.ring,
            self.closed, sets.lit(place.sun(sets.pixels)), self.player, self.friend,
        )  # fmt: skip

    def bars(self, misses: Array) -> StepBars:
        """Return misses by step on the sheet, before the target."""
        x, level = self.place.target
        left, height = self.film.choose((-3.2, 3.1), (-2.3, 1.7), (-2.3, 3.0))
        x -= 1.9 * self.place.radius
        if misses[len(misses) // 3] > 0.5 * misses[0]:  # no room is left over the later bars
            height *= 0.62
        unit = height / max(float(misses.max()), 1e-9)
        ends = (left, level, 0), (x, level, 0)
        return StepBars(*ends, misses.tolist(), unit, self.film.theme)

    def strike(self) -> tuple[Beam, Pose]:
        """Return the beam from the pointer to the target, and the pose in which it hits."""
        target, before = np.array([*self.place.target, 0.0]), self.player.pose
        pose = PLAYER_POSES["cheering"]
        for _ in range(3):  # the pointer's tip moves a little as it turns
            x, y = (target - self.player.take(pose).joint("pointer"))[:2]
            pose = aimed(pose, math.degrees(math.atan2(y, x)))
        self.player.take(before)
        beam = Beam(self.film.theme, self.film.pixels_per_unit)
        follow(beam, lambda beam: beam.between(self.player.joint("pointer"), target))
        return beam, pose

    def flash(self) -> VGroup:
        """Return the rays round the target that is hit; none is over the bars."""
        middle, radius = np.array([*self.place.target, 0.0]), self.place.radius
        reach, ways = (1.25 * radius, 1.7 * radius), np.arange(-120.0, 121.0, 30.0)
        return rays(self.film.theme, "here", middle, reach, ways)
