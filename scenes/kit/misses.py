"""A target and a dot beside it, too high and too far to a side, with the squares of both misses."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Group
from manim.typing import Point3D

from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.panes import Pane
from scenes.stage.claims import Quantity
from scenes.stage.marks import Arrow, follow
from scenes.stage.shots import ShotFilm

__all__ = ["TwoMisses"]


class TwoMisses(Group):
    """A dot ``high`` above a target and ``far`` to its left, in cm; ``aside`` is where it is now.

    The longer miss is ``reach`` frame units.
    """

    def __init__(
        self, film: ShotFilm[Any], high: float, far: float, target: tuple[float, float],
        reach: float,
    ) -> None:  # fmt: skip
        self.film, self.high, self.far = film, high, far
        most, (x, y) = max(high, far), target
        right, left, low, top = (np.array([x + reach * across, y + reach * up, 0])
                                 for across, up in ((1, 0), (-1, 0), (0, -1), (0, 1)))  # fmt: skip
        self.across = Axis(right, left, -most, most, film.theme)
        self.up = Axis(low, top, -most, most, film.theme)
        self.aside = Quantity("aside", far)
        self.ring = target_ring(0.36, film.pixels_per_unit, film.theme).shift((x, y, 0))
        self.ball = Ball(0.2, film.theme, film.pixels_per_unit)
        follow(self.ball, lambda ball: ball.put(self.dot))
        self.ball.claims(self.across, of="aside", x=self.aside)
        super().__init__(self.across, self.up, self.ring, self.ball)

    @property
    def dot(self) -> Point3D:
        """Where the dot is."""
        return self.across.at(self.aside(), self.high * self.up.unit)

    def arrows(self, side: int) -> tuple[Arrow, Arrow]:
        """Return the miss upwards, and at its end the one to a side: 1 is left."""
        top = self.high * self.up.unit
        return (
            axis_arrow(self.up, 0, self.high, "text", 0.13, of="error"),
            axis_arrow(self.across, 0, side * self.far, "text", 0.13, of="error", off=top),
        )

    def panes(self) -> tuple[Pane, Pane]:
        """Return the squares of both misses, while the dot is on the right."""
        theme, (x, y, _) = self.film.theme, self.up.at(0)
        high, far = (miss * self.up.unit for miss in (self.high, self.far))
        places = np.array([x - high, y, 0.0]), np.array([x, y + high, 0.0])
        return Pane(theme, high, places[0], solid=0.6), Pane(theme, far, places[1], solid=0.6)

    def whole(self) -> Pane:
        """Return the square of the straight way from the target to the dot."""
        start = self.up.at(0)
        way = self.dot - start
        pane = Pane(self.film.theme, float(np.linalg.norm(way)), start, -1, solid=0.6)
        return pane.rotate(float(np.arctan2(way[1], way[0])), about_point=start)
