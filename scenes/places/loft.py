"""The loft with its people in it: what every film that plays there is composed of."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import numpy as np
from manim import Group, ValueTracker, VGroup
from manim.typing import Point3D

from scenes.figures import FRIEND, PLAYER, Pose
from scenes.figures.closeup import forearm_art
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.ball import Ball
from scenes.kit.beam import Beam
from scenes.kit.puppet import aimed
from scenes.paint import Art
from scenes.paint.art import part
from scenes.places.place import Place
from scenes.stage.claims import Quantity
from scenes.stage.marks import Dashes, cased, follow
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.loft.backdrop import Backdrop
from scenes.worlds.loft.cloth import Cloth
from scenes.worlds.loft.dawn import Dawn
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.room import Room
from scenes.worlds.loft.target import target

__all__ = ["CloseCloth", "Loft", "Morning", "WholeLoft", "Wrist"]


class Loft(Place):
    """The loft in a film's theme and aspect ratio: its light, its figures, its backgrounds."""

    light = "loft"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(palette(self.night).calm)

    def lit(self, art: Art) -> Sprite:
        """Return light on cloth: it adds to the night, and lies over the day."""
        return Sprite(art, blend="add" if self.night else "over", name="halo")

    def backdrop(self, warm: tuple[float, float], ground: float) -> Sprite:
        """Return the loft out of focus, behind a strip at this height."""
        frame = self.film.frame
        place = Backdrop(frame.width, frame.height, self.night, warm, ground)
        return Sprite(place.plate(self.pixels), name="backdrop")

    def cover(self, backdrop: Sprite, top: float) -> Sprite:
        """Return the part of a backdrop below this height, to hide what stands behind a strip."""
        left, bottom, right, _ = backdrop.art.box
        return Sprite(replace(backdrop.art, box=(left, bottom, right, top)), name="cover")


class WholeLoft(Group):
    """The whole loft: player, beam, sheet, target, friend. ``aim`` is the dot's height."""

    def __init__(
        self, sets: Loft, aim: float, *, target: float, hand: float, distance: float
    ) -> None:
        film = sets.film
        self.room = room = Room(film.frame.width, film.frame.height, sets.night,
                                distance, target - hand)  # fmt: skip
        self.aim, self._hand = ValueTracker(aim), hand
        self.pose = PLAYER_POSES["puzzled"]
        self.player = sets.puppet(PLAYER, self.pose, room.player, room.unit)
        pose = FRIEND_POSES["watching" if film.is_tall else "pointing"]
        self.friend = sets.puppet(
            FRIEND, pose, room.friend, room.friend_unit, -1, light=(-1.0, 0.38)
        )
        self.beam, self.through = (
            Beam(film.theme, sets.pixels),
            Beam(film.theme, sets.pixels, opacity=0.22),
        )
        self.spot = Ball(0.07, film.theme, sets.pixels)
        self.halo = Sprite(room.halo(sets.pixels), blend=room.blend)
        shadows = [
            Sprite(room.shadow(sets.pixels * unit), at=(*at, 0), unit=unit)
            for at, unit in ((room.player, room.unit), (room.friend, room.friend_unit))
        ]
        super().__init__(
            Sprite(room.plate(sets.pixels)), *shadows, self.player, self.beam,
            Sprite(room.sheet(sets.pixels)), self.halo, self.through, self.spot,
            Sprite(room.ring(sets.pixels), at=(*room.target, 0)), self.friend,
        )  # fmt: skip
        follow(self.spot, lambda _: self._shine())

    @property
    def dot(self) -> Point3D:
        """Where the beam meets the sheet."""
        return np.array([*self.room.dot(float(self.aim.get_value()) - self._hand), 0.0])

    def _shine(self) -> None:
        x, y = self.dot[:2] - np.array(self.room.hand)
        self.player.take(aimed(self.pose, math.degrees(math.atan2(y, x))))
        tip = self.player.joint("pointer")
        self.beam.between(tip, self.dot)
        self.through.between(tip, self.dot)
        self.halo.shift(self.dot - self.halo.place((0, 0)))
        self.spot.put(self.dot)


class CloseCloth(Group):
    """The sheet over the friend's shoulder: dot, ring, and her sight lines to both."""

    def __init__(self, sets: Loft, aim: float, *, target_cm: float, hand: float) -> None:
        self._film = film = sets.film
        span = max(26.0, 3.4 * abs(aim - target_cm))
        self.cloth = Cloth(film.frame.width, film.frame.height, sets.night, target_cm - hand, span)
        self.aim, self._hand = Quantity("height", aim), hand
        at, unit = film.choose(((-5.3, -7.9), 0.06), ((-3.0, -8.2), 0.06), ((-2.3, -13.7), 0.075))
        self.friend = sets.puppet(FRIEND, FRIEND_POSES["watching"], at, unit, light=(1.0, 0.3))
        self.spot, self.halo = (
            Ball(0.14, film.theme, sets.pixels),
            sets.lit(self.cloth.halo(sets.pixels)),
        )
        place = np.array([*self.cloth.target, 0.0])
        radius = 0.36
        cord = film.frame.top - self.cloth.target[1] + 0.2
        self.ring = Sprite(target(sets.night, radius, cord, sets.pixels), at=place, name="target")
        super().__init__(
            Sprite(self.cloth.plate(sets.pixels)), self.halo, self.ring, self.spot, self.friend
        )
        follow(self.spot, lambda _: self._shine())

    def sight(self) -> VGroup:
        """Return her sight lines to the dot and to the ring."""
        eyes = self.friend.joint("eyes") + np.array([0.45, 0.0, 0.0])
        lines = VGroup()
        ends: dict[Role, Point3D] = {"here": self.dot, "target": self.ring.place((0, 0))}
        for role, end in ends.items():
            way = (end - eyes) / np.linalg.norm(end - eyes)
            line = Dashes(self._film.theme, role, 0.05, dash=0.14)
            lines.add(cased(line, self._film.theme).between(eyes, end - 0.45 * way))
        return lines

    @property
    def dot(self) -> Point3D:
        """Where the beam meets the sheet."""
        return np.array([*self.cloth.at(self.aim() - self._hand), 0.0])

    def _shine(self) -> None:
        self.halo.shift(self.dot - self.halo.place((0, 0)))
        self.spot.put(self.dot)


class Wrist(Group):
    """A close hand with the laser pointer; its beam follows a dot."""

    def __init__(self, sets: Loft, dot: Callable[[], Point3D], tip: Point3D, unit: float) -> None:
        self._dot, self._tip = dot, tip
        self._light = sets.lit_from((-1.0, 0.6))
        self._scale = unit * sets.pixels
        self._seen = part(sets.seen(), tip.tolist(), unit)
        self.arm = Sprite(self._aimed(self._angle), at=tip, unit=unit, name="wrist")
        self.beam = Beam(sets.film.theme, sets.pixels)
        super().__init__(self.beam, self.arm)
        follow(self.arm, lambda _: self._follow())

    @property
    def _angle(self) -> float:
        way = self._dot() - self._tip
        return round(4 * math.degrees(math.atan2(way[1], -way[0]))) / 4

    def _aimed(self, angle: float) -> Art:
        return forearm_art(PLAYER, angle, self._light, self._scale, -1).within(self._seen)

    def _follow(self) -> None:
        self.arm.swap(self._aimed(self._angle))
        self.beam.between(self._tip, self._dot())


class Morning(Group):
    """The pay-off: the sheet as chart paper, the target in the open, both figures."""

    def __init__(self, sets: Loft, player: str) -> None:
        self.film = film = sets.film
        place = self.place = Dawn(film.frame.width, film.frame.height, sets.night)
        left, right, unit = place.player, place.friend, place.unit
        self.player = sets.puppet(PLAYER, PLAYER_POSES[player], left, unit, light=(0.7, 0.8))
        watching = FRIEND_POSES["watching"]
        self.friend = sets.puppet(FRIEND, watching, right, unit, -1, light=(-0.7, 0.8))
        self.ring = Sprite(place.ring(sets.pixels), at=(*place.target, 0), name="target")
        super().__init__(
            Sprite(place.plate(sets.pixels)), Sprite(place.sheet(sets.pixels)), self.ring,
            sets.lit(place.sun(sets.pixels)), self.player, self.friend,
        )  # fmt: skip

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
