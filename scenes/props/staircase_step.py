"""One step on a parabola of the staircase film: its arrows, and the sizes of its stair."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, VGroup
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_slices import SliceView
from scenes.stage.claims import claim, stay_in
from scenes.stage.clip import crosses
from scenes.stage.layout import Zone
from scenes.stage.marks import RIM, Arrow, cased
from scenes.stage.words import Part, Words

__all__ = ["StepView"]

ARROW = 0.06  # Manim units
MOMENTS = 12  # of an epoch, at which a label must be clear of what moves


class StepView:
    """What the first epoch does along one parameter."""

    def __init__(self, view: SliceView) -> None:
        self.view, self.plot, self.em = view, view.plot, view.em
        self.story: Staircase = view.story
        self.values = [float(value) for value in self.story.places[:2, view.which]]
        self.costs = [float(cost) for cost in self.story.costs[:2]]
        self.slope = float(self.story.trajectory.gradients[0, view.which])

    def _ends(self) -> tuple[Point3D, Point3D]:
        """Return the ends of the tread, as far as the plot goes."""
        values = np.clip(self.values, *self.view.slice.window)
        start, end = (self.plot.at(float(value), self.costs[0]) for value in values)
        return start, end

    def uphill_arrow(self) -> Arrow:
        """Return the slope as an arrow, uphill; both parabolas' arrows are to one scale."""
        largest = float(np.abs(self.story.trajectory.gradients[0]).max()) or 1.0
        start, inner = self._ends()[0], self.plot.inner
        room = inner.right - start[0] if self.slope > 0 else start[0] - inner.left
        reach = max(min(0.9 * room, 0.25 * inner.width), 0.0)
        arrow = Arrow(self.view.theme, "gradient", ARROW, name="slope arrow")
        claim(arrow, self.plot, of="slope", x=[self.values[0], np.nan], y=self.costs[0])
        return self._lead(arrow, start, start + reach * self.slope / largest * RIGHT)

    def tread_arrow(self) -> Arrow:
        """Return the step as it is, level, from the dot to above the next one."""
        arrow = Arrow(self.view.theme, "step", ARROW, name=f"step of {self.view.name}")
        claim(
            arrow, self.plot, of="tread", y=self.costs[0],
            x=np.clip(self.values, *self.view.slice.window),
        )  # fmt: skip
        return self._lead(arrow, *self._ends())

    def _lead(self, arrow: Arrow, tail: Point3D, tip: Point3D) -> Arrow:
        """Lead an arrow, unless all of it is under the dot, over whatever else is there."""
        cased(arrow.between(tail, tip), self.view.theme, RIM / 2)
        under = np.linalg.norm(tip - tail) <= (self.view.dot.width + RIM) / 2
        return stay_in(arrow.set_opacity(float(not under)), self.view.zone)

    # -- sizes ---------------------------------------------------------------------------------

    def tread_label(self) -> VGroup:
        """Return the size of the tread, above it, or nothing if there is no room."""
        start, end = self._ends()
        label = self._label("tread ", self.story.epoch(0).moves[self.view.which])
        ahead, gap, inner = end[0] >= start[0], 0.6 * self.em, self.plot.inner
        for side in (ahead, not ahead):
            left = start[0] + gap if side else start[0] - gap - label.width
            left = float(np.clip(left, inner.left + 0.2 * self.em, inner.right - label.width))
            if self._is_free(label.stand_at(left, start[1] + 0.6 * self.em)):
                return VGroup(stay_in(label, self.view.zone))
        return VGroup()

    def riser_label(self) -> VGroup:
        """Return the size of the riser beside it, or nothing where there is no room."""
        riser, (start, end) = self.story.epoch(0).riser, self._ends()
        foot = self.plot.at(0, min(self.costs[1], self.view.slice.top))[1]
        if riser is None or abs(start[1] - foot) < 3.2 * self.em:
            return VGroup()
        rows, gap = [self._label("riser"), self._label(riser)], 0.5 * self.em
        for number, row in enumerate(rows):
            base = (start[1] + foot) / 2 + (0.3 - 1.15 * number) * self.em
            if end[0] >= start[0]:
                row.stand_at(end[0] + gap, base)
            else:
                row.stand_at(end[0] - gap, base, "right")
        free = all(map(self._is_free, rows))
        return stay_in(VGroup(*rows, name="riser"), self.view.zone) if free else VGroup()

    def _label(self, *parts: Part) -> Words:
        return Words(
            *parts, theme=self.view.theme, size=self.em, role="step", bold=True, name="stair label"
        )

    def _is_free(self, label: Words) -> bool:
        """Tell whether a label keeps clear of the stair, and of all that moves in this epoch."""
        view, plot = self.view, self.plot
        zone = Zone(plot.inner.left, plot.inner.bottom, plot.inner.right, view.zone.top)
        zone = Zone(zone.left, zone.bottom, zone.right, zone.top - 1.2 * self.em)
        moments = np.linspace(0.0, 1.0, MOMENTS)
        places = [self.story.at(float(moment)) for moment in moments]
        dots = np.array([plot.at(p[view.which], self.story.cost(*p)) for p in places])
        start, foot = dots[0], dots[-1]
        stair = np.array([start, [foot[0], start[1], 0.0], foot])
        curves = [view.samples(place[1 - view.which]) for place in places]
        clear = not crosses(label, stair, *curves) and not crosses(label, dots, by=0.4 * self.em)
        return zone.inset(0.1 * self.em).holds(label) and clear
