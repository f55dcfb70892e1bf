"""The laser film's pictures: the loft, the strip of sheet, the bowl over it, the figures."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any, TypeVar

import numpy as np
from manim import PI, Group, Mobject
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.laser import Laser, Params
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.bars import StepBars
from scenes.kit.beam import Beam
from scenes.kit.bowl import Bowl, Strip
from scenes.kit.puppet import Puppet
from scenes.places.loft import CloseCloth, Loft, Morning, WholeLoft, Wrist
from scenes.stage.marks import follow
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.loft.cloth import Upright
from scenes.worlds.loft.strip import Strip as Band

__all__ = ["OFF", "Chart", "LaserSets", "Swing"]

BAND = 0.93  # how high the strip of sheet is
OFF = -0.46  # how far below its upper edge things lie on it
S = TypeVar("S", bound=Strip)
# Where words stand in 16:9, 1:1 and 9:16.
_PLACES = {
    "error": ((5.2, 0.6), (2.2, 0.6), (2.1, 0.9)),
    "shout": ((2.8, 2.9), (-1.9, 3.0), (-0.6, 5.4)),
    "line": ((-3.3, 2.7), (-1.5, 3.3), (-1.3, 5.9)),
    "rate": ((-4.6, -2.35), (-1.9, -2.05), (-1.75, -4.2)),
    "swings": ((0.0, 3.2), (0.0, 3.4), (0.0, 6.2)),
}


class LaserSets(Loft):
    """Composes the laser film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Laser) -> None:
        super().__init__(film)
        self.story = story
        self.first, self.target = story.params.first_shot_cm, story.params.target_cm
        self.miss = float(story.errors[0])
        self.side = 1 if self.miss >= 0 else -1  # the dot's side of the target

    def place(self, name: str) -> Point3D:
        """Return where words of this name stand."""
        x, y = self.film.choose(*_PLACES[name])
        return np.array([x, y, 0.0])

    @cached_property
    def upright(self) -> Group:
        """The strip from near, upright, the light round the dot on it."""
        frame, bowl = self.film.frame, self.square_bowl
        strip = Upright(frame.width, frame.height, self.night)
        halo = self.lit(strip.halo(self.pixels)).move_to(bowl.dot.ball)
        return Group(Sprite(strip.plate(self.pixels), name="upright"), halo)

    # -- the strip and the bowl --------------------------------------------------------------

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
    def behind_square(self) -> tuple[Sprite, ...]:
        """What is behind the square: the loft, and the friend, out of focus, who counts."""
        base = float(self.square_bowl.axis.start[1])
        room = self.backdrop((4.0, base), base)
        if self.film.layout.aspect != "16:9":  # there is no room for her beside the square
            return (room,)
        counting, at = FRIEND_POSES["counting"], (-3.9, -6.1)
        friend = self.puppet(FRIEND, counting, at, 0.0461, light=(1, 0.25), blur=0.9, hidden=base)
        return room, friend, self.cover(room, base)

    def behind_strip(self, strip: Strip, pose: str) -> tuple[Sprite, Puppet, Sprite]:
        """What is behind a strip: the loft, the friend, and what hides her legs."""
        base = float(strip.axis.start[1])
        x, down, unit, facing = self.film.choose(
            (5.9, 4.8, 0.05, -1), (2.8, 3.8, 0.042, -1), (-2.3, 2.2, 0.048, 1)
        )
        at = (x, base - down)
        friend = self.puppet(
            FRIEND, FRIEND_POSES[pose], at, unit, facing, light=(facing, 0.25), hidden=base
        )
        room = self.backdrop((0, base), base)
        return room, friend, self.cover(room, base)

    def wrist(self, strip: Strip) -> Wrist:
        """The player's hand below the strip, which aims at the dot."""
        base = float(strip.axis.start[1])
        across, down, unit = self.film.choose(
            (3.6, 1.45, 0.07), (1.9, 1.5, 0.055), (2.2, 1.7, 0.07)
        )
        tip = np.array([across, base - down, 0.0])
        return Wrist(self, lambda: strip.axis.at(strip.at(), OFF), tip, unit)

    def whole_loft(self, aim: float) -> WholeLoft:
        """The loft as a whole, the beam at a height."""
        params = self.story.params
        return WholeLoft(self, aim, target=self.target, hand=params.hand_height_cm,
                         distance=params.distance_cm)  # fmt: skip

    def close_cloth(self) -> CloseCloth:
        """The sheet over the friend's shoulder."""
        hand = self.story.params.hand_height_cm
        return CloseCloth(self, self.first, target_cm=self.target, hand=hand)


class Swing(Group):
    """A bowl in which the ball swings, since the player below answers too hard."""

    def __init__(self, sets: LaserSets) -> None:
        film = sets.film
        base, unit, rise = film.choose((0.0, 2.3, 1.05), (0.3, 1.3, 1.0), (0.8, 1.45, 1.6))
        self.bowl = bowl = sets.bowl(base, unit, rise, 0.0)
        room = sets.backdrop((0, base), base)
        # She stands behind the strip where there is room, else below it like him.
        there, large, place, size, facing = film.choose(
            ((5.9, -3.9), 0.046, (5.9, -3.75), 0.019, -1),
            ((-3.0, -3.2), 0.0125, (3.4, -3.35), 0.011, 1),
            ((-2.6, -5.3), 0.026, (2.4, -5.3), 0.026, 1),
        )
        self.pose, watching = PLAYER_POSES["eager"], FRIEND_POSES["watching"]
        self.player = sets.puppet(PLAYER, self.pose, place, size, -1, light=(-1.0, 0.6))
        self.friend = sets.puppet(FRIEND, watching, there, large, facing, light=(-facing, 0.4))
        self.beam = Beam(film.theme, sets.pixels)
        behind = [self.friend, sets.cover(room, base)][::-facing]
        super().__init__(room, *behind, self.player, *bowl, self.beam)
        follow(self.beam, lambda _: self._shine())

    def _shine(self) -> None:
        dot = self.bowl.axis.at(self.bowl.at(), OFF)
        self.beam.between(self.player.aim(self.pose, dot).joint("pointer"), dot)


class Chart:
    """Where things are on the sheet that is chart paper in the morning."""

    def __init__(self, morning: Morning) -> None:
        self._film = morning.film
        self._target = morning.place.target

    def bars(self, misses: Array) -> StepBars:
        """Return misses by step on the sheet, the last one on the target."""
        x, level = self._target
        left, height = self._film.choose((-2.4, 1.5), (-2.0, 1.0), (-2.5, 2.6))
        unit = height / max(float(misses.max()), 1e-9)
        ends = (left, level, 0), (x, level, 0)
        return StepBars(*ends, misses.tolist(), unit, self._film.theme)

    @property
    def claim(self) -> Point3D:
        """The middle of the large words above the bars."""
        _, level = self._target
        x, rise = self._film.choose((0.0, 2.55), (-1.2, 1.95), (-0.3, 3.75))
        return np.array([x, min(level + rise, self._film.frame.top - 0.95), 0.0])

    @property
    def factor(self) -> Point3D:
        """The middle of the number beside the bars."""
        x, level = self._target
        across, rise = self._film.choose((-2.6, 1.2), (-1.5, 0.75), (-1.9, 1.8))
        return np.array([x + across, level + rise, 0.0])
