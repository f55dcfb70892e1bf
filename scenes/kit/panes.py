"""Panes of glass: squares whose area is a squared error, or a mean of them."""

from __future__ import annotations

import numpy as np
from manim import DR, RIGHT, UL, UP, UR, Polygon, Rectangle, VGroup
from manim.typing import Point3D

from scenes.stage.claims import decoration
from scenes.stage.marks import Path, px
from scenes.stage.theme import Theme

__all__ = ["Pane", "cells"]

THINNEST = 1e-3  # frame units


class Pane(VGroup):
    """A square of glass, so wide as ``side``, its lower left corner at a place.

    ``solid`` is how opaque it is, ``shades`` how light from its lower left to its upper right.
    With a ``high`` of its own it is no square.
    """

    def __init__(
        self, theme: Theme, side: float, corner: Point3D, solid: float = 0.3,
        shades: tuple[float, float] = (0.5, 0.8), high: float | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name="pane")
        self.size = max(side, THINNEST)
        self.high = self.size if high is None else max(high, THINNEST)
        self.corner, least = corner, min(self.size, self.high)
        edge = min(0.05, 0.1 * least)
        middle = corner + np.array([self.size, self.high, 0.0]) / 2
        colours = [theme.faint("cost", share) for share in shades]
        glass = Rectangle(width=self.size, height=self.high, fill_color=colours,
                          fill_opacity=solid, sheen_direction=UR)  # fmt: skip
        glass.set_stroke(theme.mark("ground"), px(edge + 0.05), theme.casing, background=True)
        glass.set_stroke(theme.mark("cost"), px(edge), 1)
        self.add(glass.move_to(middle))
        self.add(*[decoration(face.shift(middle)) for face in self._thickness(theme, least)])
        for left, wide in ((0.42, 0.14), (0.64, 0.06)):
            self.add(decoration(self._gleam(theme, left, wide).shift(middle)))

    def _thickness(self, theme: Theme, least: float) -> list[Polygon]:
        """Return the faces of the pane's upper and right edge."""
        half, deep = np.array([self.size, self.high, 0.0]) / 2, min(0.09, 0.06 * least)
        left, right, low = half * UL, half * UR, half * DR
        aside = deep * (UR + RIGHT / 2)
        faces = [(left, right, 0.5), (right, low, 0.22)]
        return [
            Polygon(a, a + aside, b + aside, b, stroke_width=0).set_fill(theme.mark("cost"), solid)
            for a, b, solid in faces
        ]

    def _gleam(self, theme: Theme, left: float, wide: float) -> Polygon:
        half, up = 0.47 * self.size, 0.47 * self.high * UP
        low, high = ((2 * s - 1) * half * RIGHT for s in (left - 0.3, left + 0.2))
        across = 2 * wide * half * RIGHT
        corners = low - up, high + up, high + up + across, low - up + across
        gleam = Polygon(*corners).set_stroke(width=0)
        return gleam.set_fill(theme.mark("text"), 0.12)


def cells(
    theme: Theme, corner: Point3D, wide: float, high: float, unit: float, step: float = 1.0,
    thick: float = 0.018,
) -> VGroup:  # fmt: skip
    """Return the lines that cut what is ``wide`` and ``high`` into cells of ``step`` each way.

    A length of 1 is ``unit`` frame units.
    """
    lines = VGroup(name="grid")
    columns, rows = (np.arange(step, most - step / 99, step) for most in (wide, high))
    ends = [((x, 0.0), (x, high)) for x in columns] + [((0.0, y), (wide, y)) for y in rows]
    for pair in ends:
        line = Path(theme, "text", thick).set_stroke(opacity=0.35)
        lines.add(line.through(*[corner + unit * np.array([*end, 0.0]) for end in pair]))
    return decoration(lines)
