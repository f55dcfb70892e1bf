"""The road with the car on it, and those who sit in the car."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from manim import RIGHT, Group
from manim.typing import Point3D

from filmrender.drawing.stamps import Blend
from scenes.figures import FRIEND, PLAYER, Person, Pose
from scenes.figures.car_poses import BESIDE, DRIVING
from scenes.figures.closeup import fingers_art
from scenes.kit.axis import Axis
from scenes.kit.puppet import Act, Puppet
from scenes.paint import Art
from scenes.paint.shapes import Point
from scenes.places.place import Place
from scenes.stage.claims import Quantity, decoration
from scenes.stage.marks import follow
from scenes.stage.sprite import Sprite
from scenes.worlds.lights import glow
from scenes.worlds.road.car import DASH, SEATS, car_art, shine_art, truck_art, wheel_art
from scenes.worlds.road.land import LANE, Road
from scenes.worlds.road.palette import palette

__all__ = ["Car", "Drive", "RoadPlace"]

PEOPLE = 0.0076  # m of the car a cm of those in it: they are a little smaller than it
PASSED = 0.9  # depth: the truck is nearer than the car, at 1
HEAD = 1.2  # m: how high their heads are
_HEADS = {PLAYER: (4.0, 150.0), FRIEND: (5.0, 158.0)}  # cm: of somebody who stands


class RoadPlace(Place):
    """The road in a film's theme and aspect ratio."""

    light = "road"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(palette(self.night).calm)

    def road(
        self, centre: Point, unit: float, vanish: Point, moon: Point, *, morning: bool = False
    ) -> tuple[Sprite, Road]:
        """Return the road, the middle of its left lane at ``centre``, a metre ``unit`` long there.

        It leads to ``vanish``; ``moon`` is where the moon stands, or the sun.
        """
        size = self.film.frame.width, self.film.frame.height, self.night
        road = Road(*size, centre, vanish, unit, moon, morning)
        return Sprite(road.plate(self.pixels), name="backdrop"), road

    def lit(self, art: Art, at: Point3D, unit: float) -> Sprite:
        """Return light: it adds to the night, and lies over the day."""
        blend: Blend = "add" if self.night else "over"
        return decoration(Sprite(art, at=at, unit=unit, blend=blend, name="shine", soft=True))

    def drive(
        self, centre: Point, unit: float, vanish: Point, moon: Point, *, morning: bool = False
    ) -> Drive:
        """Return a road with the car on the centre of its lane; see ``road``."""
        plate, road = self.road(centre, unit, vanish, moon, morning=morning)
        left, right = ((*road.at(side * LANE / 2), 0) for side in (-1, 1))
        half = 50 * LANE
        axis = Axis(left, right, -half, half, self.film.theme)
        return Drive(plate, road, Car(self, road), axis)

    def truck(self, road: Road, x: float) -> Group:
        """Return the truck that has just passed, from behind, its near side at x in the frame."""
        at, unit = (x, road.at(0, PASSED)[1], 0.0), road.unit / PASSED
        truck = Sprite(truck_art(self.night, self.pixels * unit), at=at, unit=unit, name="truck")
        light = glow("#FFE2AE", 1.0, self.pixels * unit, strength=0.35 if self.night else 0.2)
        ahead = np.array([x - 0.1 * unit, road.at(0)[1] + 0.75 * road.unit, 0.0])
        return decoration(Group(self.lit(light, ahead, unit), truck))


@dataclass(frozen=True)
class Drive:
    """A road and the car on it; ``axis`` is the ground across its lane, in cm from the centre."""

    plate: Sprite
    road: Road
    car: Car
    axis: Axis


class Car(Group):
    """The cream car from the front: ``body``, and ``before`` it those who sit in it.

    ``off`` is how far it is to the right of the lane's centre, in cm; it goes where that says. What
    is between both stands before the car and behind the faces.
    """

    def __init__(self, place: RoadPlace, road: Road, mood: str = "happy") -> None:
        self._place, self._road, unit = place, road, road.unit
        self.off = Quantity("off", 0.0)
        scale = place.pixels * unit

        def part(art: Art, name: str) -> Sprite:
            return decoration(Sprite(art, at=(*road.at(0), 0), unit=unit, name=name))

        self.friend = self._sitting(FRIEND, BESIDE[mood], SEATS[0])
        self.player = self._sitting(PLAYER, DRIVING[mood], SEATS[1])
        wheel = part(wheel_art(place.night, scale), "wheel")
        shine = place.lit(shine_art(place.night, scale), np.array([*road.at(0), 0.0]), unit)
        body = decoration(part(car_art(place.night, road.morning, scale), "car"), is_it=False)
        self.body = Group(body, shine)
        hands = [self._hand(side) for side in (-1, 1)]
        self.before = Group(self.friend, self.player, wheel, *hands)
        super().__init__(self.body, self.before)
        self._at = 0.0
        follow(self.body, lambda _: self._go())

    @property
    def ground(self) -> Point3D:
        """The ground below the car's middle."""
        return np.array([*self._road.at(self._metres), 0.0])

    @property
    def _metres(self) -> float:
        return self.off() / 100

    def feel(self, mood: str) -> list[Act]:
        """Return how both take on a mood."""
        return [Act(self.friend, BESIDE[mood]), Act(self.player, DRIVING[mood])]

    def _go(self) -> None:
        way = self._metres * self._road.unit - self._at
        if way:
            self._at += way
            self.body.shift(way * RIGHT)
            self.before.shift(way * RIGHT)

    def _sitting(self, person: Person, pose: Pose, seat: float) -> Puppet:
        road, (x, y), unit = self._road, _HEADS[person], PEOPLE * self._road.unit
        ground = road.at(seat)
        at = (ground[0] - x * unit, ground[1] + HEAD * road.unit - y * unit, 0.0)
        low = ground[1] + DASH * road.unit
        return Puppet(
            person, pose, self._place.lit_from((1.0, 0.15)), at=at, unit=unit,
            pixels=self._place.pixels, seen=(-math.inf, low, math.inf, math.inf),
        )  # fmt: skip

    def _hand(self, side: int) -> Sprite:
        road, unit = self._road, PEOPLE * self._road.unit
        x, y = road.at(SEATS[1] + 0.01 + 0.15 * side)
        art = fingers_art(
            PLAYER, self._place.lit_from((1.0, 0.15)), self._place.pixels * unit, side
        )
        return decoration(Sprite(art, at=(x, y + 1.02 * road.unit, 0), unit=unit, name="hand"))
