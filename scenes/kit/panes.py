"""Panes of glass: squares whose area is a squared error, or a mean of them."""

from __future__ import annotations

import numpy as np
from manim import DOWN, DR, RIGHT, UL, UP, UR, Polygon, Square, VGroup
from manim.typing import Point3D

from scenes.stage.claims import decoration
from scenes.stage.marks import px
from scenes.stage.theme import Theme

__all__ = ["Pane"]

THINNEST = 1e-3  # frame units


class Pane(VGroup):
    """A square of glass, so wide as ``size``, its lower left corner at a place.

    ``up`` is -1 where it hangs below that corner. ``solid`` is how opaque it is,
    ``shades`` how light from its lower left to its upper right.
    """

    def __init__(
        self, theme: Theme, side: float, corner: Point3D, up: int = 1, solid: float = 0.3,
        shades: tuple[float, float] = (0.5, 0.8),
    ) -> None:  # fmt: skip
        super().__init__(name="pane")
        self.size = size = max(side, THINNEST)
        edge = min(0.05, 0.1 * size)
        middle = corner + size / 2 * np.array([1.0, up, 0.0])
        colours = [theme.faint("cost", share) for share in shades]
        glass = Square(size, fill_color=colours, fill_opacity=solid, sheen_direction=UR)
        glass.set_stroke(theme.mark("ground"), px(edge + 0.05), theme.casing, background=True)
        glass.set_stroke(theme.mark("cost"), px(edge), 1)
        self.add(glass.move_to(middle))
        self.add(*[decoration(face.shift(middle)) for face in self._thickness(theme)])
        for left, wide in ((0.42, 0.14), (0.64, 0.06)):
            self.add(decoration(self._gleam(theme, left, wide).shift(middle)))

    def _thickness(self, theme: Theme) -> list[Polygon]:
        """Return the faces of the pane's upper and right edge."""
        half, deep = self.size / 2, min(0.09, 0.06 * self.size) * (UR + RIGHT / 2)
        left, right, low = half * UL, half * UR, half * DR
        faces = [(left, right, 0.5), (right, low, 0.22)]
        return [
            Polygon(a, a + deep, b + deep, b, stroke_width=0).set_fill(theme.mark("cost"), solid)
            for a, b, solid in faces
        ]

    def _gleam(self, theme: Theme, left: float, wide: float) -> Polygon:
        half = 0.47 * self.size
        low, high = ((2 * s - 1) * half for s in (left - 0.3, left + 0.2))
        across = 2 * wide * half
        corners = [low * np.array([1, 0, 0]) + half * DOWN, high * np.array([1, 0, 0]) + half * UP]
        right = np.array([across, 0, 0])
        gleam = Polygon(corners[0], corners[0] + right, corners[1] + right, corners[1])
        return gleam.set_stroke(width=0).set_fill(theme.mark("text"), 0.12)
