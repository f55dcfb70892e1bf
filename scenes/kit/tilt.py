"""A tilt-o-meter: a triangle at something that tilts, which is its needle on an upright scale."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, UP, Line, Polygon, VGroup
from manim.typing import Point3D, Point3DLike

from scenes.stage.claims import Ruler, Space, claim, decoration
from scenes.stage.marks import Arrow, Dashes, cased, px
from scenes.stage.theme import Theme

__all__ = ["TiltMeter"]

WIDE = 0.3  # how wide the scale is, in frame units
PARTS = 4  # of the steepest slope: the scale's ticks


class TiltMeter(VGroup, Space):
    """A way to the right, level and dashed, and at its end a scale of slopes with an arrow on it.

    The way is ``across`` frame units long; a slope of 1 rises ``rise`` units on it. The scale
    reaches from ``low`` to ``high`` times the ``steepest`` slope. ``feel`` puts it somewhere and
    lets it show a slope.
    """

    def __init__(
        self, theme: Theme, across: float, rise: float, steepest: float, low: float = -1.0,
        high: float = 1.0,
    ) -> None:  # fmt: skip
        super().__init__(name="tilt-o-meter")
        self.theme, self._across, self._rise = theme, across * RIGHT, rise
        self.middle, self.felt = np.zeros(3), 0.0
        shares = np.arange(round(PARTS * low), round(PARTS * high) + 1) / PARTS
        ticks = [(self._tick(share * steepest), share * steepest) for share in shares.tolist()]
        line = Line(ticks[0][0].get_center(), ticks[-1][0].get_center())
        line.set_stroke(theme.mark("ground"), px(WIDE), 0.75)  # the arrow stands out from it
        scale = VGroup(line, *(tick for tick, _ in ticks))
        self.level = cased(Dashes(theme, "text", 0.05, dash=0.12), theme)
        self.level.between(self.middle, self.at(0))
        self.sector = Polygon(*[np.zeros(3)] * 3, stroke_width=0)
        self.sector.set_fill(theme.mark("gradient"), 0.4)
        self.needle = Line(self.middle, self.at(0), stroke_color=theme.mark("text"))
        self.needle.set_stroke(width=px(0.05))
        arrow = Arrow(theme, "gradient", 0.1 + 0.03 * across, name="slope arrow")
        self.arrow = cased(arrow, theme)
        self.rulers = (Ruler(1, ticks),)
        claim(self.arrow, self, of="slope", y=lambda: np.array([0.0, self.felt]))
        self.add(*map(decoration, (self.sector, scale)), self.level, decoration(self.needle))
        self.add(self.arrow)
        self.feel(self.middle, 0.0)

    def feel(self, middle: Point3DLike, slope: float) -> TiltMeter:
        """Stand with the way's beginning at ``middle``, and show a slope."""
        self.shift(np.asarray(middle, float) - self.middle)
        self.middle, self.felt = np.asarray(middle, float), slope
        corners = [self.middle, self.at(0), self.at(slope), self.middle]
        self.sector.set_points_as_corners(np.array(corners))
        self.needle.put_start_and_end_on(self.middle, self.at(slope) + 1e-6 * RIGHT)
        self.arrow.between(self.at(0), self.at(slope))
        return self

    def at(self, slope: float) -> Point3D:
        """Return the place on the scale where a slope is read."""
        return np.asarray(self.middle + self._across + slope * self._rise * UP)

    def _tick(self, slope: float) -> Line:
        half = (0.5 if slope else 0.8) * WIDE * RIGHT
        line = Line(self.at(slope) - half, self.at(slope) + half, name="tick")
        return line.set_stroke(self.theme.mark("text"), px(0.03 if slope else 0.06), 0.9)
