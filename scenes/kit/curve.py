"""The cost over an axis: a curve that owns its points, columns, drops, tangents and ghosts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import Circle, DashedVMobject, Line, Rectangle, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.kit.axis import Axis
from scenes.stage.claims import decoration
from scenes.stage.marks import Dashes, Path, cased, px
from scenes.stage.theme import Role

__all__ = ["CostCurve"]

THICKNESS = 0.1
COLUMN = 0.42  # frame units: how wide a cost is as a column
GLOW = ((0.42, 0.05), (0.28, 0.08), (0.18, 0.14))  # thickness and opacity of each layer
SAMPLES = 160


class CostCurve(VGroup):
    """The cost over ``axis``, ``rise`` frame units high for each of its own units.

    ``cost`` maps values (n,) to costs (n,); the curve is drawn up to ``limit`` frame units.
    """

    def __init__(
        self,
        axis: Axis,
        cost: Callable[[NDArray[np.float64]], NDArray[np.float64]],
        rise: float,
        limit: float,
        role: Role = "cost",
    ) -> None:
        super().__init__(name="cost curve")
        self.axis, self.cost, self.rise = axis, cost, rise
        values = np.linspace(axis.low, axis.high, SAMPLES)
        values = values[rise * cost(values) <= limit]
        line = self._line(values)
        theme = axis.theme
        self.glow = VGroup(*[self._stroke(line, t, theme.mark(role), o) for t, o in GLOW])
        self.core = self._stroke(line, THICKNESS, theme.mark(role), 1.0)
        if theme.name == "light":
            self.core.set_stroke(theme.mark("ground"), px(THICKNESS + 0.06), 0.85, background=True)
        self.shine = self._stroke(line, 0.26 * THICKNESS, theme.mark("text"), 0.55)
        self.under = VMobject(stroke_width=0, fill_color=theme.mark(role), fill_opacity=0.10)
        self.under.set_points_as_corners(
            np.array([*line, *self._outside(line[-1], axis.high, axis.low, line[0]), line[0]])
        )
        self.add(*map(decoration, (self.under, self.glow)), self.core, decoration(self.shine))

    def point(self, value: float) -> Point3D:
        """Return the point of the curve over a value."""
        return self.axis.at(value, self.rise * float(self.cost(np.array([value]))[0]))

    def column(self, value: float) -> Rectangle:
        """Return the cost of a value as a column that stands on the axis."""
        theme, foot, top = self.axis.theme, self.axis.at(value), self.point(value)
        height = max(float((top - foot) @ self.axis.aside), 1e-3)
        bar = Rectangle(width=COLUMN, height=height, stroke_width=0, name="cost column")
        bar.set_fill(theme.mark("cost"), 0.85)
        bar.set_stroke(theme.mark("ground"), px(0.04), theme.casing, background=True)
        return bar.move_to((foot + top) / 2)

    def drop(self, value: float, role: Role = "here") -> Dashes:
        """Return a dashed line from the curve down to the axis."""
        line = cased(Dashes(self.axis.theme, role, 0.045, dash=0.07), self.axis.theme)
        return line.between(self.point(value), self.axis.at(value))

    def ghost(self, value: float, radius: float = 0.2) -> VMobject:
        """Return the dashed outline of a ball that was here."""
        ring = Circle(radius, color=self.axis.theme.mark("here"), stroke_width=px(0.03))
        return DashedVMobject(ring.move_to(self.point(value)), num_dashes=14)

    def tangent(self, value: float, slope: float, back: float, ahead: float) -> Path:
        """Return the tangent over a value, this far before and after it in the axis's units."""
        ends = [
            self.point(value) + reach * (self.axis.along * self.axis.unit + steep)
            for reach in (-back, ahead)
            for steep in [slope * self.rise * self.axis.aside]
        ]
        line = Path(self.axis.theme, "gradient", 0.075, name="tangent").through(*ends)
        return cased(line, self.axis.theme)  # it runs close along the curve

    def triangle(self, value: float, to: float, slope: float, parts: int) -> VGroup:
        """Return how far the tangent over a value falls on the way to another one, in parts."""
        top = self.point(value)
        corner = top + self.axis.at(to) - self.axis.at(value)
        fall = -abs(slope * (to - value)) * self.rise * self.axis.aside
        theme = self.axis.theme
        legs = [cased(Dashes(theme, "gradient", 0.06, dash=0.09), theme) for _ in range(2)]
        group = VGroup(legs[0].between(top, corner), legs[1].between(corner, corner + fall))
        for part in range(parts + 1):
            tick = Line(0.1 * self.axis.along, -0.1 * self.axis.along).move_to(
                corner + part / parts * fall
            )
            group.add(decoration(tick.set_stroke(self.axis.theme.mark("gradient"), px(0.045))))
        return group

    def _outside(self, last: Point3D, high: float, low: float, first: Point3D) -> list[Point3D]:
        """Return the way round, past both ends of the axis, from the curve's end to its start."""
        tops = [float((end - self.axis.start) @ self.axis.aside) for end in (last, first)]
        ends = (self.axis.at(high, tops[0]), self.axis.at(high), self.axis.at(low))
        return [*ends, self.axis.at(low, tops[1])]

    def _line(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.array([self.point(value) for value in values.tolist()])

    def _stroke(
        self, line: NDArray[np.float64], thickness: float, colour: object, opacity: float
    ) -> VMobject:
        path = Path(self.axis.theme, "cost", thickness).through(*line)
        path.set_stroke(colour, px(thickness), opacity)  # type: ignore[arg-type]
        return path
