"""Steps as hops along an axis, from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import UP, Group
from manim.typing import Point3D

from gdmath.experiments._common.sentences import Said
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball
from scenes.kit.beside import Room
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Path, cased, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["Hops"]

STEEP = 0.7  # how high a hop is, as a share of its length
THROWN = 16.0  # times as high is a hop that leaves the picture, and comes not down
NAMED = -1.6  # of the start: where its name stands
FINE = 13  # points of a hop


class Hops(Group):
    """A ball that hops along an axis; ``done`` is how many of its steps are.

    A hop that ends beyond the axis leaves the picture, and is the last. No other is higher than
    ``most`` frame units.
    """

    def __init__(
        self, film: ShotFilm[Any], axis: Axis, places: Sequence[float], role: Role, thick: float,
        most: float,
    ) -> None:  # fmt: skip
        self.film, self.axis, self._most = film, axis, most
        gone = [step for step, x in enumerate(places) if not axis.low <= x <= axis.high]
        self.last = gone[0] if gone else len(places) - 1
        self.places, self.done = np.array(places[: self.last + 1]), Quantity("steps", 0.0)
        self.ball = Ball(0.17, film.theme, film.pixels_per_unit)
        claim(self.ball.ball, axis, of="place", x=lambda: self._now(self.done())[0])
        follow(self.ball, lambda ball: ball.put(self._point(self.done())))
        self.way = decoration(cased(Path(film.theme, role, thick, name="way"), film.theme))
        follow(self.way, lambda way: way.through(*map(self._point, self._times(self.done()))))
        super().__init__(self.way, self.ball)

    def _times(self, done: float) -> list[float]:
        done = max(done, 1e-3)
        times = np.linspace(0, self.last, self.last * (FINE - 1) + 1)
        return [*times[times < done].tolist(), done]

    def _now(self, time: float) -> tuple[float, float]:
        """Return where the ball is after so many steps, and how high above the axis."""
        step = min(int(time), self.last - 1)
        share, (start, end) = time - step, self.places[step : step + 2]
        high, x = STEEP * abs(end - start) * self.axis.unit, float(start + share * (end - start))
        if self.axis.low <= end <= self.axis.high:
            return x, float(min(high, self._most) * 4 * share * (1 - share))
        return x, float(THROWN * high * share)

    def _point(self, time: float) -> Point3D:
        return self.axis.at(*self._now(time))

    def named(self, name: Said, role: Role, size: float) -> Words:
        """Return the name of what it hops down, above the axis, where no hop is."""
        way = Path(self.film.theme, role, 0.1).through(*map(self._point, self._times(self.last)))
        word = self.film.label(name, role=role, size=size)
        safe, ground = self.film.layout.safe, float(self.axis.at(0)[1])
        row = Zone(safe.left, ground, safe.right, ground + 1.3 * self._most)
        room = Room(row).keep(way, *self.axis)
        return room.put(word, self.axis.at(NAMED * self.places[0]), UP)
