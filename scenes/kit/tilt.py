"""A tilt-o-meter: a ring of light round something that tilts, whose needle it is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D, Point3DLike

from scenes.stage.claims import decoration
from scenes.stage.marks import Dashes, cased, px
from scenes.stage.theme import Theme

__all__ = ["TiltMeter"]

BAND = 0.17  # of the radius: how wide the scale is
BEYOND = 1.3  # of the steepest slope: how far the scale reaches


class TiltMeter(VGroup):
    """A scale of slopes on a ring, level at its side, filled from there to the slope that is felt.

    ``angle`` maps a slope to the angle at which it is drawn. ``side`` is 1 for a scale on the right
    of its middle, -1 for one on the left. ``feel`` puts it somewhere and lets it show a slope.
    """

    def __init__(
        self,
        theme: Theme,
        radius: float,
        angle: Callable[[float], float],
        steepest: float,
        side: int = 1,
    ) -> None:
        super().__init__(name="tilt-o-meter")
        self.theme, self.radius, self.side, self._angle = theme, radius, side, angle
        self.middle = np.zeros(3)
        ends = (-BEYOND * steepest, BEYOND * steepest)
        self.bed = self._filled("ground", 0.8, self._sector(*ends, 1 - BAND / 2, 1 + BAND / 2))
        rims = [self._line(self._arc(*ends, 1 + part * BAND / 2), 0.03) for part in (-1, 1)]
        ticks = [
            self._tick(share * steepest, abs(share) in (0, 1)) for share in np.linspace(-1, 1, 9)
        ]
        self.scale_of_it = decoration(VGroup(self.bed, *rims, *ticks))
        self.level = cased(Dashes(theme, "text", 0.05, dash=0.12), theme)
        self.level.between(self._at(0, 0.25), self._at(0, 1 - BAND / 2))
        self.sector = decoration(self._filled("gradient", 0.34))
        self.bar = self._filled("gradient", 1.0)
        self.needle = decoration(self._filled("text", 0.9))
        self.add(self.sector, self.scale_of_it, self.bar, self.level, self.needle)
        self.feel(self.middle, 0.0)

    def feel(self, middle: Point3DLike, slope: float, from_level: float = 1.0) -> TiltMeter:
        """Stand round ``middle`` and show a slope; ``from_level`` of the way there from level."""
        self.shift(np.asarray(middle, float) - self.middle)
        self.middle = np.asarray(middle, float)
        angle = from_level * self._angle(slope)
        self._set(self.sector, np.vstack((self.middle, self._bent(0, angle, 1 - BAND / 2))))
        inner, outer = 1 - 0.24 * BAND, 1 + 0.24 * BAND
        self._set(self.bar, self._between(angle, inner, outer))
        tip, foot = self._on(angle, 1 + 0.9 * BAND), self._on(angle, 0.66)
        aside = 0.03 * self.radius * np.array([-np.sin(angle), np.cos(angle), 0.0])
        self._set(self.needle, np.array([foot + aside, tip, foot - aside]))
        return self

    def beside(self, slope: float, share: float = 1.3) -> Point3D:
        """Return a place on the ring's outside, where this slope is read."""
        return self._at(slope, share)

    # -- shapes ------------------------------------------------------------------------------

    def _at(self, slope: float, share: float) -> Point3D:
        return self._on(self._angle(slope), share)

    def _on(self, angle: float, share: float) -> Point3D:
        way = self.side * np.array([np.cos(angle), np.sin(angle), 0.0])
        return np.asarray(self.middle + share * self.radius * way)

    def _bent(self, start: float, end: float, share: float) -> np.ndarray:
        return np.array([self._on(angle, share) for angle in np.linspace(start, end, 24)])

    def _arc(self, low: float, high: float, share: float) -> np.ndarray:
        return self._bent(self._angle(low), self._angle(high), share)

    def _sector(self, low: float, high: float, inner: float, outer: float) -> np.ndarray:
        return np.vstack((self._arc(low, high, outer), self._arc(high, low, inner)))

    def _between(self, angle: float, inner: float, outer: float) -> np.ndarray:
        return np.vstack((self._bent(0, angle, outer), self._bent(angle, 0, inner)))

    def _tick(self, slope: float, large: bool) -> VMobject:
        low = 1 - (0.5 if large else 0.1) * BAND
        ends = np.array([self._at(slope, low), self._at(slope, 1 + BAND / 2)])
        return self._line(ends, 0.05 if large else 0.025)

    def _line(self, points: np.ndarray, thickness: float) -> VMobject:
        line = VMobject(stroke_color=self.theme.mark("text"), stroke_width=px(thickness))
        return line.set_points_as_corners(points)

    def _filled(self, role: str, opacity: float, points: np.ndarray | None = None) -> VMobject:
        shape = VMobject(stroke_width=0, fill_opacity=opacity)
        shape.set_fill(self.theme.mark(role), opacity)  # type: ignore[arg-type]
        return shape if points is None else self._set(shape, points)

    @staticmethod
    def _set(shape: VMobject, points: np.ndarray) -> VMobject:
        shape.set_points_as_corners(np.vstack((points, points[:1])))
        return shape
