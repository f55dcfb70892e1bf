"""The laser film's pictures: the loft, the strip of sheet, the bowl over it, the figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, TypeVar

import numpy as np
from manim import PI, RIGHT, Group, Mobject, ValueTracker, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.laser import Laser, Params
from scenes.figures import DAY, FRIEND, NIGHT, PLAYER, Person, Pose
from scenes.figures.closeup import forearm_art
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.ball import Ball
from scenes.kit.bars import StepBars
from scenes.kit.beam import Beam
from scenes.kit.bowl import Bowl, Strip
from scenes.kit.puppet import Puppet, aimed
from scenes.paint import Art
from scenes.stage.claims import Quantity
from scenes.stage.marks import Dashes, follow
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.lights import scrim
from scenes.worlds.loft.cloth import Cloth, Upright
from scenes.worlds.loft.dawn import Dawn
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.room import Room
from scenes.worlds.loft.strip import Backdrop
from scenes.worlds.loft.strip import Strip as Band
from scenes.worlds.loft.target import target

__all__ = ["OFF", "CloseCloth", "LaserSets", "Loft", "Morning", "Swing"]

BAND = 0.93  # how high the strip of sheet is
OFF = -0.46  # how far below its upper edge things lie on it
S = TypeVar("S", bound=Strip)
# Where words stand in 16:9, 1:1 and 9:16.
_PLACES = {
    "error": ((5.2, 0.6), (2.2, 0.6), (2.1, 0.9)),
    "shout": ((2.2, 2.9), (-0.4, 3.1), (-0.6, 5.4)),
    "line": ((1.6, 3.1), (-0.2, 3.2), (0.0, 5.9)),
    "rate": ((4.9, -2.35), (1.75, -2.05), (-1.75, -4.6)),
    "swings": ((0.0, 3.3), (-1.3, 3.4), (0.0, 6.2)),
}


class LaserSets:
    """Composes the laser film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Laser) -> None:
        self.film, self.story = film, story
        self.night = film.theme.name == "dark"
        self.pixels = film.pixels_per_unit
        self.first, self.target = story.params.first_shot_cm, story.params.target_cm
        self.miss = float(story.errors[0])
        self.side = 1 if self.miss >= 0 else -1  # the dot's side of the target

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        frame = self.film.frame
        calm = palette(self.night).calm
        return Sprite(scrim(frame.width, frame.height, self.pixels, colour=calm), name="scrim")

    def place(self, name: str) -> Point3D:
        """Return where words of this name stand."""
        x, y = self.film.choose(*_PLACES[name])
        return np.array([x, y, 0.0])

    def puppet(
        self, person: Person, pose: Pose, at: Sequence[float], unit: float, facing: int = 1,
        light: tuple[float, float] = (1.0, 0.38), blur: float = 0.0,
    ) -> Puppet:  # fmt: skip
        """Return a figure with its feet at a point, each cm so many frame units."""
        lit = (NIGHT if self.night else DAY)["loft"]
        if self.night:
            lit = lit.at(light)
        return Puppet(person, pose, lit, at=(at[0], at[1], 0), unit=unit, pixels=self.pixels,
                      facing=facing, blur=blur)  # fmt: skip

    def lit(self, art: Art) -> Sprite:
        """Return light on cloth: it adds to the night, and lies over the day."""
        return Sprite(art, blend="add" if self.night else "over", name="halo")

    @cached_property
    def upright(self) -> Group:
        """The strip from near, upright, the light round the dot on it."""
        frame, bowl = self.film.frame, self.square_bowl
        strip = Upright(frame.width, frame.height, self.night)
        halo = self.lit(strip.halo(self.pixels)).move_to(bowl.dot.ball)
        return Group(Sprite(strip.plate(self.pixels), name="upright"), halo)

    # -- the strip and the bowl --------------------------------------------------------------

    def backdrop(self, warm: tuple[float, float], ground: float) -> Sprite:
        """Return the loft out of focus, behind a strip at this height."""
        frame = self.film.frame
        place = Backdrop(frame.width, frame.height, self.night, warm, ground)
        return Sprite(place.plate(self.pixels), name="backdrop")

    def cover(self, backdrop: Sprite, top: float) -> Sprite:
        """Return the part of a backdrop below this height, to hide what stands behind a strip."""
        left, bottom, right, _ = backdrop.art.box
        return Sprite(replace(backdrop.art, box=(left, bottom, right, top)), name="cover")

    def strip(self, kind: type[S], base: float, window: tuple[float, float], *args: Any) -> S:
        """Return a strip of the sheet, with the light of the dot on it."""
        cloth = Band(self.film.frame.width + 1, BAND, self.night)
        band = Group(Sprite(cloth.cloth(self.pixels), at=(0, base - BAND / 2, 0)))
        strip = kind(
            self.film, base, window, *args, band=band,
            at=self.first, target=self.target, tick=(abs(self.miss) or 3) / 3, off=OFF,
        )  # fmt: skip
        halo = self.lit(cloth.light(self.pixels))
        band.add(follow(halo, lambda light: light.move_to(strip.axis.at(strip.at(), -BAND / 2))))
        return strip

    def bowl(self, base: float, unit: float, rise: float, target_x: float) -> Bowl:
        """Return the strip and the cost over it.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        """
        miss = abs(self.miss)
        return self.strip(
            Bowl, base, self.window(miss / unit, target_x), self.story.cost_at, rise / miss**2
        )

    def window(self, per_unit: float, target_x: float = 0.0) -> tuple[float, float]:
        """Return the heights at the ends of a strip, so many cm a frame unit."""
        reach = self.film.frame.width / 2 + 0.5
        low, high = (self.target + (x - target_x) * per_unit for x in (-reach, reach))
        return low, high

    @cached_property
    def square_bowl(self) -> Bowl:
        """The bowl with room for the square on the miss."""
        choose = self.film.choose
        return self.bowl(
            choose(-2.33, -1.7, -3.4), choose(4.9, 3.1, 3.2), choose(4.1, 3.4, 5.6),
            self.side * choose(-0.6, -2.2, -2.4),
        )  # fmt: skip

    @cached_property
    def step_bowl(self) -> Bowl:
        """The bowl with room for the gradient on either side of the dot."""
        choose, reach = self.film.choose, max(1.0, self.story.params.learning_rate)
        unit = choose(3.3, 1.85, 1.85) / reach
        base, rise = choose(-1.1, -0.8, -2.2), choose(2.5, 1.6, 1.8)
        return self.bowl(base, unit, rise / reach**2, -self.side * unit)

    def stood_up(self, lying: list[Mobject]) -> CameraMove:
        """Stand the strip and what lies on it upright in the frame; return the way back."""
        choose, ring = self.film.choose, self.square_bowl.axis.at(self.target, OFF)
        upright = np.array([0, -self.side * choose(2.0, 1.9, 2.8), 0])
        zoom = choose(0.9, 1.2, 1.6)
        return CameraMove(*lying, zoom=zoom, turn=PI / 2, about=ring, shift=upright - ring).settle()

    @cache  # noqa: B019 (it lives as long as its film)
    def beside_upright(self) -> tuple[Puppet, ...]:
        """The friend beside the upright strip, where there is room for her."""
        if self.film.layout.aspect != "16:9":
            return ()
        return (self.puppet(FRIEND, FRIEND_POSES["shouting"], (-5.7, -6.9), 0.055, light=(1, 0.3)),)

    @cache  # noqa: B019
    def behind_square(self) -> tuple[Sprite, Puppet, Sprite]:
        """What is behind the square: the loft, and the friend, out of focus, who counts."""
        base = float(self.square_bowl.axis.start[1])
        at, unit = self.film.choose(
            ((-3.6, -6.1), 0.0461), ((-3.3, -4.7), 0.038), ((-2.2, -4.6), 0.056)
        )
        friend = self.puppet(FRIEND, FRIEND_POSES["counting"], at, unit, light=(1, 0.25), blur=0.9)
        room = self.backdrop((4.0, base), base)
        return room, friend, self.cover(room, base)

    def behind_strip(self, strip: Strip, pose: str) -> tuple[Sprite, Puppet, Sprite]:
        """What is behind a strip: the loft, the friend, and what hides her legs."""
        base = float(strip.axis.start[1])
        x, down, unit, facing = self.film.choose(
            (5.6, 4.8, 0.05, -1), (2.8, 3.8, 0.042, -1), (-2.3, 2.2, 0.048, 1)
        )
        at = (x, base - down)
        friend = self.puppet(FRIEND, FRIEND_POSES[pose], at, unit, facing, light=(facing, 0.25))
        room = self.backdrop((0, base), base)
        return room, friend, self.cover(room, base)

    def wrist(self, strip: Strip) -> Wrist:
        """The player's hand below the strip, which aims at the dot."""
        base = float(strip.axis.start[1])
        across, down, unit = self.film.choose(
            (3.4, 1.6, 0.075), (1.5, 1.9, 0.062), (1.6, 2.6, 0.08)
        )
        return Wrist(self, strip, np.array([across, base - down, 0.0]), unit)


class Swing(Group):
    """A bowl in which the ball swings, since the player below answers too hard."""

    def __init__(self, sets: LaserSets) -> None:
        film = sets.film
        base, unit, rise, middle = film.choose(
            (0.2, 2.5, 1.15, 0.0), (0.2, 1.4, 1.1, -0.9), (0.2, 1.5, 1.6, 0.9)
        )
        self.bowl = bowl = sets.bowl(base, unit, rise, middle)
        room, self.friend, cover = sets.behind_strip(bowl, "watching")
        self.friend.shift(film.choose(0.9, 0.3, -0.7) * RIGHT)
        place, size = film.choose(((5.0, -3.7), 0.019), ((2.6, -3.3), 0.016), ((2.2, -5.9), 0.026))
        self.pose = PLAYER_POSES["eager"]
        self.player = sets.puppet(PLAYER, self.pose, place, size, -1, light=(-1.0, 0.6))
        self.beam = Beam(film.theme)
        super().__init__(room, self.friend, cover, self.player, *bowl, self.beam)
        follow(self.beam, lambda _: self._shine())

    def _shine(self) -> None:
        dot = self.bowl.axis.at(self.bowl.at(), OFF)
        x, y = (dot - self.player.joint("pointer"))[:2]
        self.player.take(aimed(self.pose, math.degrees(math.atan2(y, -x))))
        self.beam.between(self.player.joint("pointer"), dot)


class Wrist(Group):
    """A close hand with the laser pointer; its beam follows the dot on a strip."""

    def __init__(self, sets: LaserSets, strip: Strip, tip: Point3D, unit: float) -> None:
        self._strip, self._tip = strip, tip
        lit = (NIGHT if sets.night else DAY)["loft"]
        self._light = lit.at((-1.0, 0.6)) if sets.night else lit
        self._scale = unit * sets.pixels
        self.arm = Sprite(self._aimed(self._angle), at=tip, unit=unit, name="wrist")
        self.beam = Beam(sets.film.theme)
        super().__init__(self.beam, self.arm)
        follow(self.arm, lambda _: self._follow())

    @property
    def _dot(self) -> Point3D:
        return self._strip.axis.at(self._strip.at(), OFF)

    @property
    def _angle(self) -> float:
        way = self._dot - self._tip
        return round(4 * math.degrees(math.atan2(way[1], -way[0]))) / 4

    def _aimed(self, angle: float) -> Art:
        return forearm_art(PLAYER, angle, self._light, self._scale, -1)

    def _follow(self) -> None:
        self.arm.swap(self._aimed(self._angle))
        self.beam.between(self._tip, self._dot)


class Morning(Group):
    """The pay-off: the sheet as chart paper, the target in the open, both figures."""

    def __init__(self, sets: LaserSets, player: str) -> None:
        self._film = film = sets.film
        place = self.place = Dawn(film.frame.width, film.frame.height, sets.night)
        # The frame cuts the figures off where it is low, so that they are large.
        left, right, unit = film.choose(
            ((-5.3, -5.0), (5.95, -4.9), 0.036), ((-2.8, -4.0), (3.1, -4.0), 0.0245),
            (place.player, place.friend, place.unit),
        )  # fmt: skip
        self.player = sets.puppet(PLAYER, PLAYER_POSES[player], left, unit, light=(0.7, 0.8))
        watching = FRIEND_POSES["watching"]
        self.friend = sets.puppet(FRIEND, watching, right, unit, -1, light=(-0.7, 0.8))
        self.ring = Sprite(place.ring(sets.pixels), at=(*place.target, 0), name="target")
        super().__init__(
            Sprite(place.plate(sets.pixels)), Sprite(place.sheet(sets.pixels)), self.ring,
            sets.lit(place.sun(sets.pixels)), self.player, self.friend,
        )  # fmt: skip

    def bars(self, misses: Array) -> StepBars:
        """Return misses by step on the sheet, the last one on the target."""
        x, level = self.place.target
        left, height = self._film.choose((-2.4, 1.75), (-2.0, 1.05), (-2.5, 2.6))
        unit = height / max(float(misses.max()), 1e-9)
        ends = (left, level, 0), (x, level, 0)
        return StepBars(*ends, misses.tolist(), unit, self._film.theme)

    @property
    def claim(self) -> Point3D:
        """The middle of the large words above the bars."""
        _, level = self.place.target
        x, rise = self._film.choose((0.0, 2.95), (0.0, 2.0), (-0.3, 3.75))
        return np.array([x, min(level + rise, self._film.frame.top - 0.95), 0.0])

    @property
    def factor(self) -> Point3D:
        """The middle of the number beside the bars."""
        x, level = self.place.target
        across, rise = self._film.choose((-2.6, 1.2), (-1.5, 0.75), (-1.9, 1.8))
        return np.array([x + across, level + rise, 0.0])

    def strike(self) -> tuple[Beam, Pose]:
        """Return the beam from the pointer to the target, and the pose in which it hits."""
        target, before = np.array([*self.place.target, 0.0]), self.player.pose
        pose = PLAYER_POSES["cheering"]
        for _ in range(3):  # the pointer's tip moves a little as it turns
            x, y = (target - self.player.take(pose).joint("pointer"))[:2]
            pose = aimed(pose, math.degrees(math.atan2(y, x)))
        self.player.take(before)
        beam = Beam(self._film.theme)
        follow(beam, lambda beam: beam.between(self.player.joint("pointer"), target))
        return beam, pose


class CloseCloth(Group):
    """The sheet over the friend's shoulder: dot, ring, and her sight lines to both."""

    def __init__(self, sets: LaserSets, aim: float) -> None:
        film, hand = sets.film, sets.story.params.hand_height_cm
        span = max(26.0, 3.4 * abs(sets.miss))
        self.cloth = Cloth(
            film.frame.width, film.frame.height, sets.night, sets.target - hand, span
        )
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

    def sight(self, film: ShotFilm[Params]) -> VGroup:
        """Return her sight lines to the dot and to the ring."""
        eyes = self.friend.joint("eyes") + np.array([0.45, 0.0, 0.0])
        lines = VGroup()
        for role, end in (("here", self.dot), ("target", self.ring.place((0, 0)))):
            way = (end - eyes) / np.linalg.norm(end - eyes)
            line = Dashes(film.theme, role, 0.05, dash=0.14)  # type: ignore[arg-type]
            lines.add(line.between(eyes, end - 0.45 * way))
        return lines

    @property
    def dot(self) -> Point3D:
        """Where the beam meets the sheet."""
        return np.array([*self.cloth.at(self.aim() - self._hand), 0.0])

    def _shine(self) -> None:
        self.halo.shift(self.dot - self.halo.place((0, 0)))
        self.spot.put(self.dot)


class Loft(Group):
    """The whole loft: player, beam, sheet, target, friend. ``aim`` is the dot's height."""

    def __init__(self, sets: LaserSets, aim: float) -> None:
        story, film = sets.story, sets.film
        hand = story.params.hand_height_cm
        self.room = room = Room(film.frame.width, film.frame.height, sets.night,
                                story.params.distance_cm, sets.target - hand)  # fmt: skip
        self.aim, self._hand = ValueTracker(aim), hand
        self.pose = PLAYER_POSES["puzzled"]
        self.player = sets.puppet(PLAYER, self.pose, room.player, room.unit)
        pose = FRIEND_POSES["watching" if film.is_tall else "pointing"]
        self.friend = sets.puppet(
            FRIEND, pose, room.friend, room.friend_unit, -1, light=(-1.0, 0.38)
        )
        self.beam, self.through = Beam(film.theme), Beam(film.theme).fade(0.65)
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
