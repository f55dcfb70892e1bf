"""The valley with the man in it: his yard, the hills, the valley cut through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from manim import LEFT, RIGHT, Ellipse, Group, ValueTracker, VMobject
from manim.typing import Point3D

from scenes.figures import MAN, Pose
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ant import Ant
from scenes.kit.lane import Lane, folds
from scenes.kit.puppet import Puppet, spanning
from scenes.paint.art import EVERYWHERE, Box
from scenes.places.place import Place
from scenes.stage.claims import decoration
from scenes.stage.marks import follow, px
from scenes.stage.sprite import Sprite
from scenes.worlds.valley.hill import Hill
from scenes.worlds.valley.palette import palette
from scenes.worlds.valley.section import Fold, Section, hut_art
from scenes.worlds.valley.yard import Yard, bucket_art, house_art, tank_art

__all__ = ["SPLIT", "TALL", "Pouring", "Tank", "Valley"]

TALL = 196.0  # cm: the man with his cap
SPLIT = 126.0  # cm between a giant's boots


class Valley(Place):
    """The valley in a film's theme and aspect ratio."""

    light = "valley"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(palette(self.night).calm)

    def man(
        self, pose: str, at: Sequence[float] | Point3D, unit: float, facing: int = 1,
        light: tuple[float, float] = (0.8, 0.6), roams: bool = False,
    ) -> Puppet:  # fmt: skip
        """Return the man with his feet at a point, each cm so many frame units."""
        spot = (at[0], at[1])
        return self.puppet(MAN, MAN_POSES[pose], spot, unit, facing, light=light, roams=roams)

    def placed(self, pose: str, foot: Point3D, unit: float) -> Puppet:
        """Return the man with his feet here, as tall as the frame has room for."""
        top, right = self.film.frame.top - 0.2, self.film.frame.right
        unit = min(unit, max(0.45 * unit, (top - float(foot[1])) / TALL))
        x, y = min(float(foot[0]), right - 50 * unit), min(float(foot[1]), top - TALL * unit)
        return self.man(pose, (x, y), unit)

    def vaulting(self, back: Point3D, front: Point3D, slope: float = 0.0) -> Puppet:
        """Return the man as a giant, one boot on each of two points; as large as suits them."""
        unit, facing = abs(float(front[0] - back[0])) / SPLIT, 1 if front[0] > back[0] else -1
        pose, at = self.astride(back, front, unit, facing, slope)
        return self.puppet(MAN, pose, (at[0], at[1]), unit, facing, light=(-0.3, 0.9))

    def astride(
        self, one: Point3D, other: Point3D, unit: float, facing: int = -1, slope: float = 0.0
    ) -> tuple[Pose, Point3D]:
        """Return how a giant has a boot on each of two points whatever they are, and where.

        ``slope`` is how many degrees the ground falls from each point to the middle.
        """
        back, front = sorted((one, other), key=lambda spot: facing * float(spot[0]))
        ground = (-round(slope), round(slope))
        return spanning(MAN_POSES["vaulting"], MAN, back, front, unit, facing, ground)

    def ant(
        self, pose: str, at: Point3D, unit: float, facing: int = 1, degrees: float = 0.0, *,
        pants: bool = True, light: tuple[float, float] = (0.8, 0.6),
    ) -> Ant:  # fmt: skip
        """Return the man as an ant, 200 units long, on ground that rises to the right."""
        return Ant(
            MAN_POSES[pose], self.lit_from(light), at=at, unit=unit, pixels=self.pixels,
            facing=facing, degrees=degrees, pants=pants,
        )  # fmt: skip

    def yard(
        self, ground: float, mouth: float, steps: tuple[tuple[float, float], ...] = (),
        wall: float = 0.0, dawn: bool = False, seen: Box = EVERYWHERE,
    ) -> Sprite:  # fmt: skip
        """Return the yard over the valley, which opens at ``mouth``; far below it, only hills."""
        frame = self.film.frame
        yard = Yard(frame.width, frame.height, self.night, ground, mouth, steps, wall, dawn)
        return Sprite(yard.plate(self.pixels).within(seen), name="backdrop")

    def section(self, folds: Sequence[Fold], rise: float, *, lit: bool = False) -> Sprite:
        """Return the valley cut through, without its foremost section; ``lit`` it glows."""
        frame = self.film.frame
        section = Section(frame.width, frame.height, self.night, tuple(folds), rise, lit)
        return Sprite(section.plate(self.pixels), name="backdrop")

    def land_of(self, lane: Lane, high: float) -> Group:
        """Return the lit valley of a lane and its curve, ``high`` times as high as its start."""
        vanish = (lane.floor[0], lane.floor[1] + 0.9 * lane.up)
        return Group(self.section(folds(vanish, lane), high * lane.up, lit=True), lane.curve)

    def dusk(self, sun: float, low: float) -> Sprite:
        """Return low hills before the last of the sun, below a height of the frame."""
        hills = [Fold(sun, low - 1.1 * n, 0.012, 0.4 + 0.3 * n) for n in range(5)]
        return self.section(hills, 1.0, lit=True)

    def hill(self, left: float, right: float, ground: float, high: float) -> tuple[Hill, Sprite]:
        """Return a hill of the yard at dawn, and its picture, which hides what is behind it."""
        hill = Hill(left, right, ground, high, self.night)
        return hill, decoration(Sprite(hill.art(self.pixels), name="hill"))

    def hut(self, at: Point3D, size: float) -> Sprite:
        """Return the house from afar."""
        return decoration(Sprite(hut_art(size, self.night, self.pixels), at=at, name="hut"))

    def house(self, at: Point3D, width: float, height: float) -> Sprite:
        """Return the house from near."""
        art = house_art(width, height, self.night, self.pixels)
        return decoration(Sprite(art, at=at, name="house"))


class Tank(Group):
    """The tank with the water in it, its foot's middle at a point.

    ``unit`` is what a level of 1 is in the frame.
    """

    def __init__(
        self, place: Valley, foot: Point3D, width: float, height: float, unit: float
    ) -> None:
        self.foot, self.width_, self.unit = foot, width, unit
        paints = palette(place.night)
        surface, upper, _ = paints.water
        self.body, self.top = VMobject(), Ellipse(0.97 * width, 0.17 * width)
        self.body.set_fill(upper, 0.85).set_stroke(width=0)
        self.top.set_fill(surface, 0.75).set_stroke(surface, px(0.02), 0.9)
        glass = Sprite(tank_art(width, height, place.night, place.pixels), at=foot, name="tank")
        super().__init__(*map(decoration, (self.body, self.top, glass)))

    def at(self, level: float) -> Point3D:
        """Return the middle of the surface at a level."""
        return np.asarray(self.foot + np.array([0.0, self.unit * level, 0.0]))

    def ring(self, level: float, colour: str, thickness: float = 0.035) -> VMobject:
        """Return the front half of the mark round the glass at a level."""
        ring = VMobject(stroke_color=colour, stroke_width=px(thickness), name="ring")
        return decoration(ring.set_points_smoothly(self._rim(self.at(level))))

    def _rim(self, middle: Point3D) -> np.ndarray:
        turns, half = np.linspace(np.pi, 2 * np.pi, 24), 0.485 * self.width_
        across = np.column_stack((np.cos(turns), 0.18 * np.sin(turns), 0 * turns))
        return np.asarray(middle + half * across)

    def fill(self, level: float) -> Tank:
        """Let the water stand at a level."""
        top = self.at(level)
        low, high = self._rim(self.foot), self._rim(top)[::-1]
        self.body.set_points_as_corners(np.concatenate((low, high, low[:1])))
        self.top.move_to(top)
        return self


class Bucket(Sprite):
    """A bucket that somebody holds, tilted so far that it pours."""

    def __init__(self, place: Valley, at: Point3D, unit: float) -> None:
        art = bucket_art(place.night, place.pixels * unit)
        super().__init__(art, at=at, unit=unit, name="bucket")
        decoration(self)


class Pouring(Group):
    """The man on his steps, who fills the tank: ``level`` is how high after so many minutes.

    He stands ``at`` a point; ``foot``, ``width`` and ``unit`` are the tank's. ``minute`` is now.
    """

    def __init__(
        self, place: Valley, at: tuple[float, float], size: float, foot: Point3D, width: float,
        unit: float, full: float, level: Callable[[float], float],
    ) -> None:  # fmt: skip
        self.minute, self._level = ValueTracker(0.0), level
        tank = Tank(place, foot, width, unit * full + 0.1, unit)
        self.tank = follow(tank, lambda tank: tank.fill(self._water()))
        self.man = place.man("pouring", at, size)
        near, far = (self.man.joint(f"hand_{side}") for side in ("near", "far"))
        hands = (near + far) / 2 + size * np.array([9.0, 9.0, 0.0])
        self.bucket = Bucket(place, hands, size)
        self.stream = VMobject(stroke_width=0, name="stream")
        decoration(self.stream.set_fill(palette(place.night).water[0], 0.9))
        follow(self.stream, self._pour)
        super().__init__(self.tank, self.bucket, self.man, self.stream)

    def _water(self) -> float:
        return self._level(float(self.minute.get_value()))

    def _pour(self, stream: VMobject) -> None:
        lip = self.bucket.get_center() + self.bucket.height * np.array([0.33, -0.1, 0])
        end = self.tank.at(self._water())
        end[0] = max(lip[0] + 0.35, self.tank.foot[0] - 0.2 * self.tank.width_)
        shares = np.linspace(0, 1, 14)[:, None]
        falls = np.hstack((shares**0.6, shares**1.5, 0 * shares))
        line, half = lip + (end - lip) * falls, (0.2 - 0.07 * shares) * self.bucket.height / 1.4
        sides = np.concatenate((line + half * LEFT, (line + half * RIGHT)[::-1]))
        stream.set_points_as_corners(np.concatenate((sides, sides[:1])))
