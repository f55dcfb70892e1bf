"""The loft with its people in it: what every film that plays there is composed of."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from manim import Group, Rectangle, ValueTracker, VGroup
from manim.typing import Point3D

from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.ball import Ball
from scenes.kit.beam import Beam
from scenes.kit.bowl import Dotted
from scenes.kit.puppet import Act, Puppet, aimed
from scenes.paint import Art
from scenes.paint.shapes import Point
from scenes.places.place import Place
from scenes.stage.claims import Quantity, decoration
from scenes.stage.marks import Dashes, cased, follow
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.loft.cloth import Cloth
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.room import Room
from scenes.worlds.loft.target import target

__all__ = ["Across", "CloseCloth", "Loft", "NearPlayer", "Stand", "WholeLoft"]


Stand = tuple[str, tuple[float, float], float]  # a pose, where the feet are, units of a cm
DIM = 0.35  # how much darker a ground is than the place
MIRRORED = np.array([-1.0, 1.0, 1.0])


class Loft(Place):
    """The loft in a film's theme and aspect ratio: its light, its figures, its backgrounds."""

    light = "loft"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(palette(self.night).calm)

    def lit(self, art: Art) -> Sprite:
        """Return light on cloth: it adds to the night, and lies over the day."""
        return Sprite(art, blend="add" if self.night else "over", name="halo", soft=True)

    def near(self, plate: Art, middle: Point, zoom: float) -> Sprite:
        """Return a plate as a camera sees it that came nearer to a point of it."""
        frame, (x, y) = self.film.frame, middle
        across, up = frame.width / zoom / 2, frame.height / zoom / 2
        seen = replace(
            plate, box=(x - across, y - up, x + across, y + up), scale=plate.scale * zoom
        )
        return Sprite(seen, at=(-zoom * x, -zoom * y, 0), unit=zoom, name="backdrop")

    def close(self, middle: Point, zoom: float) -> Sprite:
        """Return the sheet from so near that it fills the frame."""
        frame = self.film.frame
        return self.near(
            Cloth(frame.width, frame.height, self.night).plate(self.pixels), middle, zoom
        )

    def folds(self, middle: Point, zoom: float, strip: Dotted) -> Group:
        """Return the sheet itself as a background: its folds from near, warm where the dot is."""
        return Group(self.close(middle, zoom), self.shade(), self._warmth(strip))

    def sheet_before(self, edge: float, strip: Dotted) -> Group:
        """Return the sheet from x = ``edge`` on, to hide what is behind it, and its warm light."""
        frame = self.film.frame
        cloth = Cloth(frame.width, frame.height, self.night, edge_at=edge)
        return Group(Sprite(cloth.sheet(self.pixels, DIM), name="sheet"), self._warmth(strip))

    def _warmth(self, strip: Dotted) -> Sprite:
        cloth = Cloth(self.film.frame.width, self.film.frame.height, self.night)
        warm = self.lit(replace(cloth.halo(self.pixels), scale=self.pixels / 2))
        warm = decoration(warm.scale(2).set_opacity(0.35))
        return follow(warm, lambda light: light.move_to(strip.spot))  # the dot comes later

    def aiming(self, feet: Point, unit: float, dot: Callable[[], Point3D]) -> tuple[Beam, Puppet]:
        """Return the player, and the beam with which he aims at a dot wherever it is."""
        pose = PLAYER_POSES["aiming"]
        player = self.puppet(PLAYER, pose, feet, unit, light=(1.0, 0.3))
        beam = Beam(self.film.theme, self.pixels)
        follow(beam, lambda beam: beam.between(player.aim(pose, dot()).joint("pointer"), dot()))
        return beam, player

    def shade(self) -> Rectangle:
        """Return what makes a ground darker."""
        frame = self.film.frame
        shade = Rectangle(width=frame.width, height=frame.height, stroke_width=0)
        return decoration(shade.set_fill(palette(self.night).calm, DIM))


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
        self.halo = Sprite(room.halo(sets.pixels), blend=room.blend, soft=True)
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
    """The sheet over the friend's shoulder: dot, ring, and her sight lines to both.

    She is on the right, as in every other shot: the cloth's plate is mirrored.
    """

    def __init__(self, sets: Loft, aim: float, *, target_cm: float, hand: float) -> None:
        self._film = film = sets.film
        span = max(26.0, 3.4 * abs(aim - target_cm))
        self.cloth = Cloth(film.frame.width, film.frame.height, sets.night, target_cm - hand, span)
        self.aim, self._hand = Quantity("height", aim), hand
        at, unit = film.choose(((5.3, -7.9), 0.06), ((3.0, -8.2), 0.06), ((2.3, -13.7), 0.075))
        self.friend = sets.puppet(FRIEND, FRIEND_POSES["watching"], at, unit, -1, light=(-1, 0.3))
        self.spot = Ball(0.14, film.theme, sets.pixels)
        plate, self.halo = (
            Sprite(self.cloth.plate(sets.pixels)),
            sets.lit(self.cloth.halo(sets.pixels)),
        )
        for picture in (plate, self.halo):
            picture.points *= MIRRORED
        place = MIRRORED * (*self.cloth.target, 0.0)
        cord = film.frame.top - place[1] + 0.2
        self.ring = Sprite(target(sets.night, 0.36, cord, sets.pixels), at=place, name="target")
        super().__init__(plate, self.halo, self.ring, self.spot, self.friend)
        follow(self.spot, lambda _: self._shine())

    def sight(self) -> VGroup:
        """Return her sight lines to the dot and to the ring."""
        eyes = self.friend.joint("eyes")
        lines, clear = VGroup(), self._film.choose(0.6, 0.6, 1.2)  # of her hair
        ends: dict[Role, Point3D] = {"here": self.dot, "target": self.ring.place((0, 0))}
        for role, end in ends.items():
            way = (end - eyes) / np.linalg.norm(end - eyes)
            line = Dashes(self._film.theme, role, 0.05, dash=0.14)
            lines.add(cased(line, self._film.theme).between(eyes + clear * way, end - 0.45 * way))
        return lines

    @property
    def dot(self) -> Point3D:
        """Where the beam meets the sheet."""
        return np.asarray(MIRRORED * (*self.cloth.at(self.aim() - self._hand), 0.0))

    def _shine(self) -> None:
        self.halo.shift(self.dot - self.halo.place((0, 0)))
        self.spot.put(self.dot)


class NearRoom:
    """The loft as a camera sees it that came so near that the player has this size."""

    def __init__(self, sets: Loft, feet: Point, unit: float, target: float = 100.0) -> None:
        frame = sets.film.frame
        self._room = room = Room(frame.width, frame.height, sets.night, target_cm=target)
        self._zoom = zoom = unit / room.unit
        middle = (room.player[0] - feet[0] / zoom, room.player[1] - feet[1] / zoom)
        self._at = np.array([-zoom * middle[0], -zoom * middle[1], 0.0])
        self.plate = sets.near(room.plate(sets.pixels), middle, zoom)
        sheet = replace(room.sheet(sets.pixels), scale=sets.pixels * zoom)
        self.sheet = Sprite(sheet.within(self.plate.art.box), at=self._at, unit=zoom)

    def dot(self, height: float) -> Point3D:
        """Return where a beam that arrives at a height above the hand meets the sheet."""
        return self._at + self._zoom * np.array([*self._room.dot(height), 0.0])


class NearPlayer(Group):
    """The player from near, the sheet at the picture's edge. ``aim`` is the dot's height."""

    def __init__(
        self, sets: Loft, feet: Point, unit: float, aim: float, *, target: float, hand: float
    ) -> None:
        room = NearRoom(sets, feet, unit, target - hand)
        self._dot, self._hand = room.dot, hand
        self.aim = ValueTracker(aim)
        self.player = sets.puppet(PLAYER, PLAYER_POSES["flinching"], feet, unit)
        self._theme, self._pixels = sets.film.theme, sets.pixels
        self.beam = Beam(self._theme, self._pixels)
        super().__init__(room.plate, self.beam, room.sheet, self.player)
        follow(self.beam, lambda beam: self._lead(beam, float(self.aim.get_value())))

    def jerk(self, height: float) -> tuple[Beam, Act, Any]:
        """Return the beam as it is, faint, and how the player flings it to another height."""
        was = self._lead(Beam(self._theme, self._pixels, opacity=0.3), float(self.aim.get_value()))
        flung = self.aim.animate.set_value(height)
        return was, Act(self.player, PLAYER_POSES["eager"]), flung

    def _lead(self, beam: Beam, height: float) -> Beam:
        dot = self._dot(height - self._hand)
        return beam.between(self.player.keep_aiming(dot).joint("pointer"), dot)


class Across(Group):
    """The strip of sheet across the picture, and who is there; his beam meets its dot.

    Where each stands is said as a pose, the feet's place and the frame units of a cm. The sheet
    hangs from x = ``edge`` on: he is behind it and aims at the dot, she before it
    and before the strip. Without an edge
    both stand before the loft and move freely.
    """

    def __init__(
        self, sets: Loft, strip: Dotted, player: Stand, friend: Stand | None = None,
        *, edge: float | None = None,
    ) -> None:  # fmt: skip
        name, at, unit = player
        room = NearRoom(sets, at, unit)
        self.strip = strip
        self.player = sets.puppet(PLAYER, PLAYER_POSES[name], at, unit, light=(1.0, 0.4))
        self.beam = Beam(sets.film.theme, sets.pixels)
        self.through = Beam(sets.film.theme, sets.pixels, opacity=0.3)
        super().__init__(room.plate)
        if friend:
            name, at, unit = friend
            self.friend = sets.puppet(FRIEND, FRIEND_POSES[name], at, unit, -1, light=(-1.0, 0.4))
        hers = [self.friend] if friend else []
        if edge is None:
            self.add(room.sheet, sets.shade(), *strip, *hers, self.player, self.beam)
        else:
            sheet = sets.sheet_before(edge, strip)
            self.add(self.player, self.beam, sheet, *strip, self.through, *hers)
        follow(self.beam, lambda _: self._shine())

    def _shine(self) -> None:
        dot = self.strip.spot
        self.player.keep_aiming(dot)
        for beam in (self.beam, self.through):
            beam.between(self.player.joint("pointer"), dot)
