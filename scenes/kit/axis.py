"""A number line anywhere in the picture: the strip of sheet, the edge of the snow, a ruler."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Line, VGroup
from manim.typing import Point3D, Point3DLike
from numpy.typing import ArrayLike, NDArray

from scenes.stage.claims import Ruler, Space, decoration
from scenes.stage.marks import px
from scenes.stage.theme import Theme

__all__ = ["Axis"]


class Axis(VGroup, Space):
    """A line from ``start``, which stands for ``low``, to ``end``, which stands for ``high``.

    ``at`` says where a value belongs; positive offsets lie above it, or left of a line that is
    upright. A line may run from right to left.
    """

    def __init__(
        self, start: Point3DLike, end: Point3DLike, low: float, high: float, theme: Theme
    ) -> None:
        super().__init__(name="axis")
        self.theme = theme
        self.low, self.high = low, high
        self.start, self.end = np.asarray(start, float), np.asarray(end, float)
        self._ticks: list[tuple[Line, float]] = []

    @property
    def unit(self) -> float:
        """How long one unit of value is in the frame."""
        return float(np.linalg.norm(self.end - self.start)) / (self.high - self.low)

    @property
    def along(self) -> Point3D:
        """The direction in which values grow, of length 1."""
        way = self.end - self.start
        return np.asarray(way / np.linalg.norm(way))

    @property
    def aside(self) -> Point3D:
        """The direction of positive offsets, of length 1."""
        x, y, _ = self.along
        return np.array([-y, x, 0.0]) * (-1 if x < 0 else 1)

    def at(self, value: float, off: float = 0.0) -> Point3D:
        """Return where a value belongs, so far off the line."""
        way = (value - self.low) / (self.high - self.low) * (self.end - self.start)
        return np.asarray(self.start + way + off * self.aside)

    def tick(self, values: Sequence[float], length: float, thickness: float = 0.024) -> VGroup:
        """Add ticks at these values, to the right of the way from low to high; return them."""
        ticks = VGroup(name="ticks")
        for value in values:
            line = Line(self.at(value), self.at(value, -length), name="tick")
            line.set_stroke(self.theme.mark("text"), px(thickness), 0.8)
            self._ticks.append((line, value))
            ticks.add(line)
        self.add(ticks)
        self.rulers = (Ruler(None, self._ticks),) if len(self._ticks) > 1 else ()
        return decoration(ticks)

    def draw(self, values: Sequence[float], length: float) -> Axis:
        """Draw the line itself, with ticks at these values; return the axis."""
        line = Line(self.start, self.end, name="base")
        self.add(decoration(line.set_stroke(self.theme.mark("text"), px(0.03), 0.8)))
        self.tick(values, length)
        return self

    def off(self, drawn: NDArray[np.float64], x: ArrayLike, _y: ArrayLike) -> NDArray[np.float64]:
        """Return how far (n,) drawn points (n, 2) are off along the line, as ticks are drawn."""
        if not self.rulers:
            return np.zeros(len(drawn))
        (ruler,) = self.rulers
        return np.abs(np.nan_to_num(drawn @ ruler.way - ruler.measure(x)))
