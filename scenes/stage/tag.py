"""Text on a ground of its own, so that it can be read over any scenery."""

from __future__ import annotations

import numpy as np
from manim import Mobject, RoundedRectangle, VGroup, smooth

from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import px
from scenes.stage.theme import Theme
from scenes.stage.words import Number, Words

__all__ = ["Tag", "lift", "lower"]


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


def lower(ground: Mobject, *text: Mobject) -> list[FadeIn]:
    """Return how a ground and its text appear: the ground first, so that it always carries it."""
    return [
        FadeIn(ground, rate_func=lambda share: smooth(min(1.0, 2 * share))),
        FadeIn(*text, rate_func=lambda share: smooth(max(0.0, 2 * share - 1))),
    ]


def lift(ground: Mobject, *text: Mobject) -> list[FadeOut]:
    """Return how a ground and its text go: the text first."""
    return [
        FadeOut(ground, rate_func=lambda share: smooth(max(0.0, 2 * share - 1))),
        FadeOut(*text, rate_func=lambda share: smooth(min(1.0, 2 * share))),
    ]
