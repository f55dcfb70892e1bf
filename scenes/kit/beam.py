"""A beam of light between two points."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3DLike

from scenes.stage.claims import decoration
from scenes.stage.theme import Theme

__all__ = ["Beam"]

# Half width at the source as a multiple of ``width``, colour, opacity.
_NIGHT = ((9.0, "#E87814", 0.07), (5.0, "#FF8A20", 0.12), (2.6, "#FF8A20", 0.25),
          (1.15, "#FF9D45", 0.95), (0.5, "#FFF0DC", 0.95))  # fmt: skip
_DAY = (
    (6.0, "#FF9A3C", 0.10),
    (3.0, "#FF9A3C", 0.22),
    (1.2, "#E87814", 1.0),
    (0.4, "#FFE2C4", 0.9),
)


class Beam(VGroup):
    """Light from a pointer to a dot; it widens a little on its way."""

    def __init__(self, theme: Theme, width: float = 0.03, spread: float = 1.6) -> None:
        super().__init__(name="beam")
        self._width, self._spread = width, spread
        self._layers = _NIGHT if theme.name == "dark" else _DAY
        for _, colour, opacity in self._layers:
            self.add(VMobject(stroke_width=0, fill_color=colour, fill_opacity=opacity))
        decoration(self)

    def between(self, source: Point3DLike, dot: Point3DLike) -> Beam:
        """Lead from the pointer's tip to the dot."""
        start, end = np.asarray(source, float), np.asarray(dot, float)
        way = end - start
        aside = np.array([-way[1], way[0], 0.0]) / max(float(np.linalg.norm(way)), 1e-9)
        for layer, (factor, _, _) in zip(self, self._layers, strict=True):
            near = factor * self._width * aside
            far = near * self._spread
            corners = [start + near, end + far, end - far, start - near]
            layer.set_points_as_corners(np.array([*corners, corners[0]]))
        return self
