"""Speech bubbles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Polygon, RoundedRectangle, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.stage.claims import stay_in
from scenes.stage.layout import Zone
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["Bubble"]


class Bubble(VGroup):
    """What a figure says: up to two lines, a tail toward its mouth, kept inside a zone."""

    def __init__(
        self,
        rows: Sequence[str | Reading],
        mouth: Point3D,
        zone: Zone,
        theme: Theme,
        size: float,
        name: str = "bubble",
    ) -> None:
        super().__init__(name=name)
        lines = _lines(rows, theme, size)
        width, height = self.extent(rows, theme, size)
        box = RoundedRectangle(
            width=width,
            height=height,
            corner_radius=0.45 * size,
            fill_color=theme.paint("bubble"),
            fill_opacity=1,
            stroke_width=0,
        )
        left = min(mouth[0] - 0.3 * box.width, zone.right - box.width)
        center = np.array([max(left, zone.left) + box.width / 2, zone.top - box.height / 2, 0])
        box.move_to(center)
        _set(lines, center - lines.get_center(), 1.15 * size)
        root = np.array(
            [np.clip(mouth[0] + 0.2 * size, *_inside(box, size)), box.get_bottom()[1], 0]
        )
        half = np.array([0.38 * size, 0, 0])
        tail = Polygon(
            root - half + np.array([0, 0.05, 0]),
            root + half + np.array([0, 0.05, 0]),
            mouth,
            fill_color=theme.paint("bubble"),
            fill_opacity=1,
            stroke_width=0,
        )
        self.box, self.lines = box, lines
        self.add(tail, box, lines)
        stay_in(self, zone)

    @staticmethod
    def extent(rows: Sequence[str | Reading], theme: Theme, size: float) -> tuple[float, float]:
        """Return how wide and high the bubble around these rows is, without its tail."""
        lines = _lines(rows, theme, size)
        return lines.width + size, lines.height + 0.85 * size


def _lines(rows: Sequence[str | Reading], theme: Theme, size: float) -> VGroup:
    lines = VGroup(
        *(
            Words(row, theme=theme, size=size, bold=True, paint="bubble text", name="shout")
            for row in rows
        )
    )
    _set(lines, np.zeros(3), 1.15 * size)
    return lines


def _set(lines: VGroup, first: Point3D, pitch: float) -> None:
    for number, line in enumerate(lines):
        line.stand_at(first[0], first[1] - pitch * number, "center")


def _inside(box: RoundedRectangle, size: float) -> tuple[float, float]:
    return box.get_left()[0] + 0.9 * size, box.get_right()[0] - 0.9 * size
