"""A run step by step as a line: how a value falls from dot to dot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import UP, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from scenes.stage.claims import Space, claim, decoration
from scenes.stage.marks import Path, cased, dot, px
from scenes.stage.theme import Theme

__all__ = ["StepLine"]

GLOW = ((0.34, 0.06), (0.2, 0.12))  # thickness and opacity of each layer
CLOSEST = 0.13  # frame units between two dots that can be told apart
THICKNESS = 0.1
FOOT = 0.3  # how far below the least value the axis is


class StepLine(VGroup, Space):
    """Values by step between two places across; ``low`` and ``high`` are (value, height) pairs.

    ``part`` is what steps after one up to another add to it, ``dots`` are those that have room.
    """

    def __init__(
        self,
        across: tuple[float, float],
        low: tuple[float, float],
        high: tuple[float, float],
        values: Sequence[float],
        theme: Theme,
        of: str,
    ) -> None:
        super().__init__(name="steps")
        self.theme, self.values, self._of = theme, list(values), of
        self._across, self._low, self._high = across, low, high
        self.base = low[1]

    def place(self, step: float, value: float | None = None) -> Point3D:
        """Return where a value at a step lies; the run's own if none is given."""
        (left, right), count = self._across, max(1, len(self.values) - 1)
        if value is None:
            value = float(np.interp(step, np.arange(len(self.values)), self.values))
        (low, bottom), (high, top) = self._low, self._high
        rise = (value - low) / max(high - low, 1e-12) * (top - bottom)
        return np.array([left + (right - left) * step / count, bottom + rise, 0.0])

    def measure(self, x: ArrayLike, y: ArrayLike) -> np.ndarray:
        """Return the places (n, 2) of values y (n,) at steps x (n,)."""
        steps, values = np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y))
        return np.array([self.place(*pair)[:2] for pair in zip(steps, values, strict=True)])

    def foot(self, step: float) -> Point3D:
        """Return the place under a step on the axis below the line."""
        return np.array([self.place(step)[0], self.base - FOOT, 0.0])

    def axes(self) -> VGroup:
        """Return the axes: the steps, and the values at the left."""
        top = self.place(0, self._high[0]) + 0.3 * UP
        lines = VGroup()
        for ends in ((self.foot(0), top), (self.foot(0), self.foot(len(self.values) - 1))):
            lines.add(cased(Path(self.theme, "quiet", 0.035).through(*ends), self.theme))
        return decoration(lines)

    def part(self, first: int, last: int) -> VGroup:
        """Return the line from one step to another, what lies below it, and its dots."""
        steps = np.arange(first, last + 1)
        points = [self.place(step) for step in steps.tolist()]
        group = VGroup()
        if last > first:
            under = VMobject(stroke_width=0, fill_color=self.theme.mark("cost"), fill_opacity=0.14)
            feet = [np.array([p[0], self.base - FOOT, 0.0]) for p in (points[-1], points[0])]
            under.set_points_as_corners(np.array([*points, *feet, points[0]]))
            glow = VGroup(*[self._stroke(points, thick, part) for thick, part in GLOW])
            core = self._stroke(points, THICKNESS, 1.0)
            core.set_stroke(self.theme.mark("ground"), px(THICKNESS + 0.05), 0.8, background=True)
            claim(core, self, of=self._of, x=steps, y=np.array(self.values)[steps])
            group.add(decoration(under), decoration(glow), core)
        gap = (self._across[1] - self._across[0]) / max(1, len(self.values) - 1)
        for step in steps.tolist():
            if gap >= CLOSEST or step in (0, len(self.values) - 1):
                group.add(self.dot(step))
        return group

    def dot(self, step: int) -> VMobject:
        """Return the dot of a step: where he is, the rest in the value's colour."""
        ends = step in (0, len(self.values) - 1)
        mark = dot(self.theme, "here" if ends else "cost", 0.12 if ends else 0.08, name="altitude")
        mark.move_to(self.place(step))
        of = "position" if ends else self._of
        return claim(mark, self, of=of, x=step, y=self.values[step])

    def _stroke(self, points: Sequence[Point3D], thickness: float, opacity: float) -> Path:
        path = Path(self.theme, "cost", thickness).through(*points)
        path.set_stroke(self.theme.mark("cost"), px(thickness), opacity)
        return path
