"""Panes of glass: squares whose area is a squared error, or a mean of them."""

from __future__ import annotations

import numpy as np
from manim import DOWN, UP, Polygon, Square, VGroup
from manim.typing import Point3D

from scenes.stage.claims import decoration
from scenes.stage.marks import px
from scenes.stage.theme import Theme

__all__ = ["Pane"]

THINNEST = 1e-3  # frame units


class Pane(VGroup):
    """A square of glass, so wide as ``size``, its lower left corner at a place.

    ``up`` is -1 where it hangs below that corner. ``solid`` is how opaque it is.
    """

    def __init__(
        self, theme: Theme, side: float, corner: Point3D, up: int = 1, solid: float = 0.3
    ) -> None:
        super().__init__(name="pane")
        self.size = size = max(side, THINNEST)
        glass = Square(size).set_fill(theme.mark("cost"), solid)
        edge = min(0.06, 0.12 * size)
        glass.set_stroke(theme.mark("ground"), px(edge + 0.06), 1, background=True)
        glass.set_stroke(theme.mark("cost"), px(edge), 1)
        middle = corner + size / 2 * np.array([1.0, up, 0.0])
        self.add(glass.move_to(middle))
        for left, wide in ((0.42, 0.14), (0.64, 0.06)):
            self.add(decoration(self._gleam(theme, left, wide).shift(middle)))

    def _gleam(self, theme: Theme, left: float, wide: float) -> Polygon:
        half = 0.47 * self.size
        low, high = ((2 * s - 1) * half for s in (left - 0.3, left + 0.2))
        across = 2 * wide * half
        corners = [low * np.array([1, 0, 0]) + half * DOWN, high * np.array([1, 0, 0]) + half * UP]
        right = np.array([across, 0, 0])
        gleam = Polygon(corners[0], corners[0] + right, corners[1] + right, corners[1])
        return gleam.set_stroke(width=0).set_fill(theme.mark("text"), 0.12)
