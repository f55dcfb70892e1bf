"""The basin when the fog has lifted: where a hiker ended, and the ways of others."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from manim import RIGHT, Animation, Group, LaggedStart
from manim.typing import Point3D

from gdmath.arrays import Array
from scenes.figures import HIKER, Pose
from scenes.figures.poses import HIKER_POSES
from scenes.kit.beside import Room
from scenes.places.basin import TALL, Body, Valley, Walk, standing
from scenes.stage.fading import FadeIn

__all__ = ["Daybreak", "Other", "Outlook"]

COATS = ("#C9B45E", "#8C7432"), ("#B58AC0", "#78548A"), ("#86B894", "#4E7C66")
SEEING = replace(HIKER, blindfold="up")
LIGHT = (-0.85, 0.5)  # towards the sun
NEAR = 0.2  # who is no farther off has come to the same place
PITCH, FAR, UP, ASIDE = -20.0, 2.9, 1.95, -0.9


@dataclass(frozen=True)
class Outlook:
    """Where he stands and how tall; how near all is; how far right of the deepest valley he looks.

    The last is in degrees.
    """

    at: tuple[float, float]
    tall: float
    focal: float
    turn: float


class Daybreak(Group):
    """All of the basin, and a hiker at the end of his way over ``places`` (n, 2)."""

    def __init__(
        self, valley: Valley, surface: str, places: Array, deepest: Array, outlook: Outlook
    ) -> None:
        self.end, self.deepest, self.tall = places[-1], deepest, outlook.tall
        way = self.deepest - self.end
        if np.linalg.norm(way) < 1.2:  # he is there already, and looks over the rest
            way = np.array([1.0, 0.4])
        azimuth = math.degrees(math.atan2(way[0], way[1])) + outlook.turn
        look = valley.framed(surface, self.end, azimuth, PITCH, outlook.focal, FAR, UP, outlook.at,
                             ASIDE)  # fmt: skip
        self.frame = valley.film.frame
        self.view = view = valley.view(look, clear=True)
        self.hiker, self.seeing = (
            view.hiker(HIKER_POSES["arrived"], self.end, self.tall, person=person, light=LIGHT)
            for person in (HIKER, SEEING)
        )
        self.shadow = view.shadow(self.hiker)
        self.steps = view.steps(places, 0.035 * view.look.scale(self.end))
        haze = view.bank(view.at(self.end)[1] + outlook.tall, 0.35, 101)
        super().__init__(view.plate(view.basin.clear(valley.pixels)), haze)

    def pose(self, name: str) -> Pose:
        """Return one of his attitudes, with his feet on the ground."""
        return self.view.planted(HIKER_POSES[name], self.end, self.tall / TALL, -1)

    @property
    def body(self) -> Body:
        """Left, bottom, right and top of where he stands."""
        return standing(self.view.at(self.end), self.tall)

    def free(self, spot: Array) -> bool:
        """Return whether a place can be seen, and he does not stand before it."""
        (x, y, _), (own_x, own_y, _) = self.view.at(spot), self.view.at(self.end)
        behind = abs(x - own_x) < 0.24 * self.tall and -0.1 < y - own_y < self.tall
        return self.view.sees(spot) and not behind

    def shown(self, floors: Iterable[Array]) -> list[Array]:
        """Return valleys' lowest points that can be seen, or where he stands."""
        return [
            spot for spot in floors if self.free(spot) or np.linalg.norm(spot - self.end) < NEAR
        ]

    def rings(self, floors: Iterable[Array]) -> list[Group]:
        """Return the rings round them."""
        shown = self.shown(floors)
        return [Group(self.view.halo(spot, 0.9), self.view.ring(spot, 0.32)) for spot in shown]

    def clear(self, room: Room, floors: Iterable[Array], others: Iterable[Other]) -> Room:
        """Keep a room clear of him, of the rings round valleys' floors, and of others."""
        room.keep(self.steps, *[ring[1] for ring in self.rings(floors)]).keep_box(*self.body)
        for other in others:
            room.keep(other.way).keep_box(*other.body)
        return room

    def is_deepest(self, spot: Array) -> bool:
        """Return whether a place is the deepest valley's floor."""
        return bool(np.linalg.norm(spot - self.deepest) < NEAR)

    def others(self, ways: Iterable[Array]) -> list[Other]:
        """Return hikers on other ways (n, 2) whose ends can be seen, far ones first."""
        found: list[Other] = []
        for places, coat in zip(ways, COATS, strict=True):
            if self.free(places[-1]):  # who comes to the same place stands beside the others
                there = sum(bool(np.linalg.norm(o.places[-1] - places[-1]) < NEAR) for o in found)
                found.append(Other(self, places, coat, 0.55 * there * RIGHT))
        return sorted(found, key=lambda other: -float(self.view.at(other.places[-1])[1]))


class Other:
    """Another hiker at dawn: the way on the ground, and who goes it."""

    def __init__(
        self, dawn: Daybreak, places: Array, coat: tuple[str, str], aside: Point3D
    ) -> None:  # fmt: skip
        self.places, self.view, view = places, dawn.view, dawn.view
        self.way = view.steps(places, 0.03 * view.look.scale(places[-1]))
        person = replace(HIKER, top=coat, hat_cloth=coat[::-1])
        self.tall = min(max(view.look.scale(places[-1]), 2.1), 0.56 * dawn.tall)
        self.points = points = [view.at(place) + aside for place in places]
        far = sum(float(np.linalg.norm(b - a)) for a, b in pairwise(points))
        self.walks = far > 0.5 and all(view.sees(place) for place in places)
        facing = 1 if points[-1][0] < view.at(dawn.end)[0] else -1
        self.poses = [view.planted(HIKER_POSES[name], places[-1], self.tall / TALL, facing)
                      for name in ("arrived", "striding")]  # fmt: skip
        self.is_deepest = dawn.is_deepest(places[-1])
        unit = self.tall / TALL
        self.waves = view.planted(HIKER_POSES["waving"], places[-1], unit, facing)
        begins = places[0 if self.walks else -1]
        self.figure = view.hiker(HIKER_POSES["arrived"], begins, self.tall, facing, person, LIGHT)
        self.figure.shift(aside)

    @property
    def body(self) -> Body:
        """Left, bottom, right and top of where the other ends."""
        return standing(self.points[-1], self.tall)

    def walk(self) -> list[Animation]:
        """Return the walk to the end, or the figure's appearing there if a hill hides the way."""
        steps = [FadeIn(step) for step in self.way]
        trail = [LaggedStart(*steps, lag_ratio=0.3)] if steps else []
        if not self.walks:
            return [*trail, FadeIn(self.figure)]
        return [*trail, Walk(self.figure, self.points, (self.tall, self.tall), self.poses, 5)]
