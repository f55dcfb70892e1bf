"""A straightedge: laid on a curve, its upper edge is the tangent."""

from __future__ import annotations

import numpy as np
from manim import DashedVMobject, Line, Polygon, VGroup, VMobject
from manim.typing import Point3D, Point3DLike

from scenes.stage.claims import decoration
from scenes.stage.marks import Path, cased, px
from scenes.stage.theme import Theme

__all__ = ["Straightedge"]

EDGE, EVERY = 0.075, 0.16  # frame units: the edge's thickness, and from tick to tick


class Straightedge(VGroup):
    """A rule ``back`` long behind the point that it touches and ``ahead`` before it, in the frame.

    A ``ghost`` is what is left where it was laid.
    """

    def __init__(
        self, theme: Theme, back: float, ahead: float, wide: float = 0.3, *, ghost: bool = False
    ) -> None:
        super().__init__(name="straightedge")
        self.theme, self._reach, self._wide, self._ghost = theme, (back, ahead), wide, ghost
        self.lay(np.zeros(3), np.array([1.0, 0.0, 0.0]))

    def lay(self, point: Point3DLike, way: Point3DLike) -> Straightedge:
        """Lay the edge on a point, along a way to the right."""
        touched, along = np.asarray(point, float), np.asarray(way, float)
        along = along / np.linalg.norm(along)
        below = self._wide * np.array([along[1], -along[0], 0.0])
        ends = [touched - self._reach[0] * along, touched + self._reach[1] * along]
        self.ends, self.below = (ends[0], ends[1]), below
        self.submobjects = [decoration(part) for part in self._body(along)]
        edge = Path(self.theme, "gradient", EDGE, name="tangent").through(*ends)
        self.add(cased(edge, self.theme))
        return self

    def grip(self, share: float) -> Point3D:
        """Return a point on its lower edge, 0 at the back and 1 ahead."""
        start, end = self.ends
        return np.asarray(start + share * (end - start) + self.below)

    def _body(self, along: Point3D) -> list[VMobject]:
        start, end = self.ends
        shape = Polygon(start, end, end + self.below, start + self.below, stroke_width=0)
        pink = self.theme.mark("gradient")
        if self._ghost:
            outline = shape.copy().set_stroke(pink, px(0.03), 0.9).set_fill(opacity=0)
            count = max(8, round(outline.get_arc_length() / 0.22))
            return [shape.set_fill(pink, 0.3), DashedVMobject(outline, num_dashes=count)]
        dark = pink.interpolate(self.theme.mark("ground"), 0.15)
        shape.set_fill(pink.interpolate(dark, 0.5), 1).set_stroke(dark, px(0.03))
        ticks = VGroup()
        count = int(np.linalg.norm(end - start) / EVERY)
        for tick in range(1, count):
            foot = start + tick * EVERY * along + 0.08 * self.below
            deep = (0.5 if tick % 5 == 0 else 0.3) * self.below
            ticks.add(Line(foot, foot + deep).set_stroke("#FFFFFF", px(0.022), 0.85))
        return [shape, ticks]
