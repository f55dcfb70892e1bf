"""A target and two shots at it, one too high and one as much too low, with their squares."""

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

__all__ = ["TwoShots"]


class TwoShots(Group):
    """Shots ``miss`` above and below a target, in cm; ``level`` is where the dot is now.

    The miss is ``reach`` frame units.
    """

    def __init__(
        self, film: ShotFilm[Any], miss: float, target: tuple[float, float], reach: float
    ) -> None:
        self.film, self.miss, self.reach = film, miss, reach
        middle, way = np.array([*target, 0.0]), np.array([0.0, reach, 0.0])
        self.axis = Axis(middle - way, middle + way, -miss, miss, film.theme)
        self.level = Quantity("shot", miss)
        self.ring = target_ring(0.36, film.pixels_per_unit, film.theme).shift(middle)
        self.ball = self.shot(1)
        follow(self.ball, lambda ball: ball.put(self.dot))
        self.ball.claims(self.axis, of="shot", x=self.level)
        super().__init__(self.axis, self.ring, self.ball)

    @property
    def dot(self) -> Point3D:
        """Where the dot is."""
        return self.axis.at(self.level())

    def shot(self, side: int) -> Ball:
        """Return the mark of a shot: 1 is the one that is too high, -1 the other."""
        ball = Ball(0.2, self.film.theme, self.film.pixels_per_unit)
        ball.claims(self.axis, of="shot", x=side * self.miss)
        return ball.put(self.axis.at(side * self.miss))

    def arrow(self, side: int) -> Arrow:
        """Return the miss of a shot."""
        return axis_arrow(self.axis, 0, side * self.miss, "text", 0.13, of="error")

    def pane(self, side: int) -> Pane:
        """Return the square of that miss: left of the upper one, right of the lower."""
        corner = self.axis.at(0) - (self.reach, 0, 0) if side > 0 else self.axis.at(-self.miss)
        return Pane(self.film.theme, self.reach, corner, solid=0.6)
