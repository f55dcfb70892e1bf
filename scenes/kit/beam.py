"""A beam of light between two points."""

from __future__ import annotations

import numpy as np
from manim.typing import Point3DLike

from scenes.stage.claims import decoration
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Theme
from scenes.worlds.lights import beam

__all__ = ["Beam"]

_LENGTH = 4.0  # of the art, in frame units: it is stretched


class Beam(Sprite):
    """Light from a pointer to a dot."""

    def __init__(
        self, theme: Theme, pixels: float, width: float = 0.035, opacity: float = 1.0
    ) -> None:
        colour, core = ("#FF8A20", "#FFF3E2") if theme.name == "dark" else ("#F08A24", "#E87814")
        art = beam(colour, _LENGTH, width, pixels, core=core)
        super().__init__(art, opacity=opacity, name="beam")
        decoration(self)

    def between(self, source: Point3DLike, dot: Point3DLike) -> Beam:
        """Lead from the pointer's tip to the dot."""
        start, end = np.asarray(source, float), np.asarray(dot, float)
        along = (end - start) / _LENGTH
        aside = np.array([-along[1], along[0], 0.0])
        aside /= max(float(np.linalg.norm(aside)), 1e-9)
        left, bottom, right, top = self.art.box
        self.points = np.array(
            [start + x * along + y * aside for y in (top, bottom) for x in (left, right)]
        )
        return self
