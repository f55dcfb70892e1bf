"""A lens over a small part of the picture, which shows a square centimetre large."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, UP, Circle, Polygon, Square, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.stage.claims import decoration
from scenes.stage.marks import Path, cased, px
from scenes.stage.shots import ShotFilm

__all__ = ["Lens"]

TILE = 0.8  # of the radius


class Lens(VGroup):
    """A lens round ``middle`` that shows a tile with its cost, and from which spot it comes."""

    def __init__(
        self, film: ShotFilm[Any], middle: Point3D, radius: float, spot: Point3D, cost: Reading
    ) -> None:
        super().__init__(name="lens")
        theme, side = film.theme, TILE * radius
        way = spot - middle
        aside = radius * np.array([-way[1], way[0], 0.0]) / float(np.linalg.norm(way))
        rays = Polygon(middle + aside, spot, middle - aside, stroke_width=0)
        rays.set_fill(theme.mark("text"), 0.12)
        glass = Circle(radius, stroke_width=px(0.07), stroke_color=theme.mark("text"))
        glass.set_fill(theme.mark("ground"), 0.96).move_to(middle)
        tile = Square(side, stroke_width=0).set_fill(theme.faint("cost", 0.6), 1.0).move_to(middle)
        low = cased(Path(theme, "target", 0.06), theme)
        edge = middle + side / 2 * LEFT
        low.through(*[edge + 0.88 * radius * way for way in (DOWN, UP)])
        number = film.label(cost, size=2.2).move_to(tile)
        self.add(*map(decoration, (rays, glass, tile, low)), number)
