"""Text on a small panel of its own, so that it can be read over any scenery."""

from __future__ import annotations

import numpy as np
from manim import RoundedRectangle, VGroup

from scenes.stage.marks import px
from scenes.stage.theme import Theme
from scenes.stage.words import Number, Words

__all__ = ["Tag"]


class Tag(VGroup):
    """Lines that are in their places, and a panel below them; ``fit`` it when they change."""

    def __init__(self, *lines: Words | Number, theme: Theme, size: float, name: str) -> None:
        super().__init__(name=name)
        self.lines, self.pad = lines, 0.32 * size
        self.panel = RoundedRectangle(
            fill_color=theme.paint("panel"),
            fill_opacity=1,
            stroke_color=theme.paint("rim"),
            stroke_width=px(0.02),
        )
        self.add(self.panel, *lines)
        self.fit()

    def fit(self) -> None:
        """Let the panel reach around its lines."""
        points = np.concatenate([part.points for line in self.lines for part in line.get_family()])
        low, high = points.min(axis=0) - self.pad, points.max(axis=0) + self.pad
        panel = RoundedRectangle(
            width=high[0] - low[0], height=high[1] - low[1], corner_radius=self.pad
        )
        self.panel.points = panel.move_to((low + high) / 2 * [1, 1, 0]).points
