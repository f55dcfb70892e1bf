"""A cost as a track on posts, which is its curve, and what stands on it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from manim import DOWN, Group, ValueTracker, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Format
from scenes.kit.axis import Axis
from scenes.kit.ball import target_ring
from scenes.kit.curve import CostCurve
from scenes.kit.hill_run import HillRun
from scenes.kit.toys import post_art
from scenes.paint import Art
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import cased, dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite

__all__ = ["HillTrack"]

TARGET = 0.25  # frame units: the radius of its mark


class HillTrack(HillRun):
    """A hill whose bottom is ``floor``; the way ``reach`` from there is ``across`` in the frame.

    There the curve is as steep as ``tilt``. ``end`` is how far it is drawn on either side. What
    stands on it is ``rider``, of a ``size``. ``turned`` it runs to the left.
    ``bend`` is how far it is the curve: at 0 it is a level road.
    """

    def __init__(
        self, film: ShotFilm[Any], hill: Parabola, floor: tuple[float, float], across: float,
        reach: float, rider: Art, size: float, *, tilt: float = 0.9, end: float = 0.0,
        turned: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(film, hill)
        self.floor = np.array([*floor, 0.0])
        bottom, function = float(hill.bottom), hill.function
        self.unit, self.bend = across / reach, ValueTracker(1.0)
        wide = end or float(np.abs(function.grid - bottom).max())
        low, high = (self.floor + side * wide * self.unit * np.array([1.0, 0, 0])
                     for side in ((1, -1) if turned else (-1, 1)))  # fmt: skip
        self.axis = Axis(low, high, bottom - wide, bottom + wide, film.theme)
        steep = float(function.slope(bottom + reach))
        rise, least = tilt * self.unit / steep, function.minimum
        self.curve = CostCurve(self.axis, lambda x: function.at(x) - least, rise, math.inf)
        self.curve.remove(self.curve.under)
        cased(self.curve.core, film.theme)  # whoever stands behind a track may wear light clothes
        drawn = [(part, part.points.copy()) for part in self.curve.get_family()]
        core = self.curve.core.points
        self._line = np.concatenate((core[::4], core[-1:]))
        follow(self.curve, lambda _: self._bend(drawn))
        self.ring = target_ring(TARGET, film.pixels_per_unit, film.theme)
        self.ring.shift(self.floor)
        self.rider = decoration(Sprite(rider, unit=size, name=hill.name))
        self._corners = self.rider.points.copy()
        follow(self.rider, lambda _: self._seat())
        self.mark = dot(film.theme, "here", 0.09)
        follow(self.mark, lambda mark: mark.move_to(self.point(self.at())))
        claim(self.mark, self.axis, of=hill.name, x=lambda: self.at())
        self.add(self.curve, self.ring, self.rider, self.mark)

    def point(self, x: float) -> Point3D:
        """Return where a value lies on the track."""
        return np.asarray(self._bent(self.curve.point(x)))

    def line(self) -> Any:
        """Return the points (n, 3) of the track as it is bent now, from left to right."""
        points = self._bent(self._line)
        return points if points[0][0] < points[-1][0] else points[::-1]

    def way(self, x: float) -> Point3D:
        """Return the direction of the track there as it is bent now, to the right."""
        way = super().way(x) * np.array([1.0, self.bend.get_value(), 1.0])
        return np.asarray(way / np.linalg.norm(way))

    def posts(self, bench: float, *places: float) -> Group:
        """Return posts from a bench up to the track, under these values."""
        film, foot, posts = self.film, bench + 0.06, Group()
        for x in places:
            top = self.point(x) - (0, 1.17 * TARGET * (x == self.hill.bottom), 0)
            high = round(float(top[1]) - foot, 3)
            art = post_art(high, film.theme.name == "dark", film.pixels_per_unit)
            posts.add(Sprite(art, at=(top[0], foot, 0), name="post"))
        return decoration(posts)

    def numbers(self, below: float, name: Said | None = None, every: int = 1) -> VGroup:
        """Return whole values below the track, and maybe their name."""
        axis, words = self.axis, VGroup(name="numbers")
        low, high = math.ceil(axis.low + 0.3), math.floor(axis.high - 0.3)
        for value in range(low, high + 1, every):
            number = self.film.label(Format(0).of("x", value), size=1.15)
            words.add(claim(number.move_to(axis.at(value, -below)), axis, of="x", x=value))
        if name is None:
            return words
        word = self.film.label(name, size=1.0)
        return words.add(word.next_to(words, DOWN, buff=0.1))

    def _bent(self, points: Any) -> Any:
        share = np.array([1.0, float(self.bend.get_value()), 1.0])
        return self.floor + share * (points - self.floor)

    def _bend(self, drawn: list[tuple[Any, Any]]) -> None:
        for part, points in drawn:
            part.points = self._bent(points) if len(points) else points

    def _seat(self) -> None:
        """Put what stands on the track on it, as it is tilted."""
        x, y, _ = self.way(self.at())
        turned = self._corners @ np.array([[x, y, 0.0], [-y, x, 0.0], [0.0, 0.0, 1.0]])
        self.rider.points = turned + self.point(self.at())
