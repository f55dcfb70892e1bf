"""A target and a shot that misses it in two directions, with the squares of both misses."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, UP, Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.labels import large
from scenes.kit.panes import Pane
from scenes.stage.claims import Quantity
from scenes.stage.marks import Arrow, Dashes, cased, follow
from scenes.stage.shots import ShotFilm

__all__ = ["Shot"]


class Shot(Group):
    """A shot ``miss`` cm above a target and as far to its right, or at last to its left.

    ``aside`` is how far to the right the dot is now. The miss is ``reach`` frame units.
    """

    def __init__(
        self, film: ShotFilm[Any], miss: float, target: tuple[float, float], reach: float
    ) -> None:
        self.film, self.miss, self.reach = film, miss, reach
        self.middle = middle = np.array([*target, 0.0])
        ways = np.array([reach, 0.0, 0.0]), np.array([0.0, reach, 0.0])
        self.across, self.up = (
            Axis(middle - way, middle + way, -miss, miss, film.theme) for way in ways
        )
        self.aside = Quantity("shot", miss)
        self.ring = target_ring(0.36, film.pixels_per_unit, film.theme).shift(middle)
        self.ball = Ball(0.24, film.theme, film.pixels_per_unit)
        follow(self.ball, lambda ball: ball.put(self.dot))
        self.ball.claims(self.across, of="shot", x=self.aside)
        super().__init__(self.across, self.up, self.ring, self.ball)

    @property
    def dot(self) -> Point3D:
        """Where the dot is."""
        return self.across.at(self.aside(), self.reach)

    def high(self) -> Arrow:
        """Return how far it is above the target."""
        return axis_arrow(self.up, 0, self.miss, "text", 0.15, of="error")

    def wide(self) -> Arrow:
        """Return how far it now is to one side of the target."""
        return axis_arrow(self.across, 0, self.aside(), "text", 0.15, of="error")

    def guides(self) -> VGroup:
        """Return dashed lines from both arrows' tips to the dot."""
        theme, tips = self.film.theme, (self.up.at(self.miss), self.across.at(self.aside()))
        lines = [cased(Dashes(theme, "here", 0.045, dash=0.1), theme) for _ in tips]
        return VGroup(*[line.between(tip, self.dot) for line, tip in zip(lines, tips, strict=True)])

    def told(self, high: tuple[Reading, Said], wide: tuple[Reading, Said], size: float) -> VGroup:
        """Return both misses as arrows, each with its number and what it is called."""
        arrows = self.high(), self.wide()
        words = [large(self.film, number, name, size=size, above=False)
                 .next_to(arrow, side, buff=0.2)
                 for arrow, (number, name), side in zip(arrows, (high, wide), (UP, DOWN),
                                                        strict=True)]  # fmt: skip
        return VGroup(*arrows, self.guides(), *words)

    def panes(self) -> list[Pane]:
        """Return the squares of both misses: on the other side of each arrow than the dot."""
        way = float(np.sign(self.aside()))
        corners = (min(0.0, -way), 0.0, 0.0), (min(0.0, way), -1.0, 0.0)
        return [Pane(self.film.theme, self.reach, self.middle + self.reach * np.array(corner),
                     solid=0.6) for corner in corners]  # fmt: skip
