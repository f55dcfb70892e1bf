"""The strip after each step, row under row: each is the last one, seen from nearer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import DOWN, RIGHT, DashedVMobject, Line, Rectangle, ValueTracker, VGroup
from manim.typing import Point3D

from scenes.kit.arrows import axis_arrow
from scenes.kit.bowl import Dotted
from scenes.places.loft_strip import BAND, OFF, LoftStrip
from scenes.stage.claims import decoration
from scenes.stage.marks import px
from scenes.stage.shots import CameraMove

__all__ = ["Row", "Rows"]

MARGIN = 0.08  # of the frames from the picture's edge


class Row:
    """The strip after so many steps: the miss fills as much of it as in every other row.

    On it are told the ``miss`` with its number, what the step ``takes``, and the step's ``number``.
    """

    def __init__(
        self,
        sets: LoftStrip,
        step: int,
        base: float,
        unit: float,
        target_x: float,
        edge: float | None,
    ) -> None:
        film, run = sets.film, sets.run
        self.strip = sets.strip(base, unit, target_x, step, edge)
        axis, height = self.strip.axis, float(run.heights[step])
        takes = run.reading("step", step)
        miss = sets.error(self.strip, height)
        part = axis_arrow(axis, height, height + takes.value, "step", 0.3, of="step", off=OFF)
        size = film.choose(1.7, 1.2, 1.3)
        shout = film.label(run.reading("shout", step), size=size).next_to(
            axis.at(height, OFF), RIGHT, buff=0.42
        )
        taken = film.label(takes, role="step", size=1.3)
        taken.next_to(axis.at(height + takes.value / 2, -BAND), DOWN, buff=0.12)
        self.miss, self.takes, self.number = VGroup(miss, shout), part, taken


class Rows(Dotted):
    """Rows of the strip, the first one there; ``now`` is the row on which the dot is."""

    def __init__(
        self,
        sets: LoftStrip,
        steps: range,
        bases: Sequence[float],
        unit: float,
        target_x: float,
        edge: float | None,
    ) -> None:
        self._sets, self.now = sets, ValueTracker(0.0)
        self.rows = [
            Row(sets, *row, unit, target_x, edge) for row in zip(steps, bases, strict=False)
        ]
        super().__init__(*self.rows[0].strip)

    @property
    def spot(self) -> Point3D:
        """Where the dot is, or is on its way from row to row."""
        now = float(self.now.get_value())
        row = min(int(now), len(self.rows) - 1)
        after = min(row + 1, len(self.rows) - 1)
        start, end = self.rows[row].strip.spot, self.rows[after].strip.spot
        return np.asarray(start + (now - row) * (end - start))

    def lens(self, row: int) -> VGroup:
        """Return what a row shows as a frame in the row before, with the lines down to the row."""
        before, after = (self.rows[k].strip.axis for k in (row - 1, row))
        grown, frame = after.unit / before.unit, self._sets.film.frame
        middle = before.at(self._sets.target, -BAND / 2)
        ends = sorted((float(after.start[0]), float(after.end[0])))
        left, right = max(ends[0], frame.left + MARGIN), min(ends[1], frame.right - MARGIN)
        low = [middle[0] + (x - middle[0]) / grown for x in (left, right)]
        box = Rectangle(width=low[1] - low[0], height=BAND / grown + 0.1)
        box.move_to(((low[0] + low[1]) / 2, middle[1], 0))
        lines = [
            Line((x, box.get_bottom()[1], 0), (end, after.start[1], 0))
            for x, end in zip(low, (left, right), strict=True)
        ]
        rims = [
            DashedVMobject(part, num_dashes=count)
            for part, count in ((box, 80), *[(line, 12) for line in lines])
        ]
        text = self._sets.film.theme.mark("text")
        return VGroup(*[decoration(rim.set_stroke(text, px(0.05), 1.0)) for rim in rims])

    def grow(self, row: int) -> CameraMove:
        """Lay a row's strip on what it shows of the row before; return the way to its place."""
        before, strip = self.rows[row - 1].strip, self.rows[row].strip
        lift = before.axis.start - strip.axis.start
        about = strip.axis.at(self._sets.target, -BAND / 2)
        parts = [strip.band, strip.axis, strip.ring, strip.dot]
        zoom = before.axis.unit / strip.axis.unit
        return CameraMove(*parts, zoom=zoom, about=about, shift=(0, lift[1], 0)).settle()
