"""The axes of two parameters on a plan, and what a step is along each: its shadow on the axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import RIGHT, UP, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.reading import Reading, equals
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, cased, px
from scenes.stage.shots import ShotFilm

__all__ = ["PlanAxes"]

TICK, LONG = 0.1, 0.16  # between ticks, in the parameters' unit; a tick's length
THICK, SIDES = 0.24, (UP, RIGHT)


class PlanAxes(VGroup):
    """Axes at the bottom and at the left of a zone; ``at`` says where places (2,) are in it.

    ``letters`` are the parameters' names at their ends.
    """

    def __init__(
        self, film: ShotFilm[Any], at: Callable[[Array], Point3D], zone: Zone,
        names: tuple[str, str] = ("w", "b"),
    ) -> None:  # fmt: skip
        self._film, self._at, self._names = film, at, names
        corner = np.array([zone.left, zone.bottom, 0.0])
        ends = np.array([zone.right, zone.bottom, 0.0]), np.array([zone.left, zone.top, 0.0])
        origin = at(np.zeros(2))
        unit = float(np.linalg.norm(at(np.array([1.0, 0.0])) - origin))
        self.axes = []
        for along, end in enumerate(ends):
            low, high = (float(point[along] - origin[along]) / unit for point in (corner, end))
            self.axes.append(Axis(corner, end, low, high, film.theme))
        rim = 2 * px(0.05), film.theme.casing
        for axis in self.axes:
            ticks = np.arange(np.ceil(axis.low / TICK), np.floor(axis.high / TICK) + 1) * TICK
            axis.draw(ticks.tolist(), LONG).set_stroke(film.theme.mark("ground"), *rim,
                                                       background=True)  # fmt: skip
        self.letters = VGroup(*[
            film.label((name, "here"), size=1.4).next_to(axis.end, side, buff=0.1)
            for name, axis, side in zip(names, self.axes, SIDES[::-1], strict=True)
        ])  # fmt: skip
        super().__init__(*self.axes, self.letters)

    def shadow(self, along: int, start: Array, end: Array) -> VGroup:
        """Return what a step is along an axis, with the lines that lead there from its ends."""
        axis, group = self.axes[along], VGroup()
        for place in (start, end):
            line = Dashes(self._film.theme, "text", 0.03, dash=0.08, name="plumb line")
            line.between(self._at(place), axis.at(float(place[along])))
            group.add(cased(line, self._film.theme, 0.012))
        ends = float(start[along]), float(end[along])
        name = f"step along {self._names[along]}"
        return group.add(axis_arrow(axis, *ends, "step", THICK, of=name))

    def arrivals(self, numbers: tuple[Reading, Reading], size: float) -> VGroup:
        """Return where a step leads along each axis, in numbers beside it."""
        words = VGroup()
        for name, number, axis, side in zip(self._names, numbers, self.axes, SIDES, strict=True):
            label = self._film.label(f"{name} {equals(number)} ", (number, "here"), size=size)
            words.add(label.next_to(axis.at(number.value), side, buff=0.35))
        return words
