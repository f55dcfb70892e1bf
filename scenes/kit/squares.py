"""The square of an error, cut into cells, and the same cells piled up to the cost."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LaggedStart, Rectangle, RoundedRectangle, Transform, VGroup
from manim.typing import Point3D

from scenes.kit.axis import Axis
from scenes.kit.curve import CostCurve
from scenes.stage.marks import px

__all__ = ["ErrorSquare"]

GAP = 0.03  # between cells, in frame units


class ErrorSquare(VGroup):
    """The square that stands on an axis between the target and a value: its area is the cost.

    It has ``side`` × ``side`` cells, so opaque as ``solid``.
    """

    def __init__(
        self, axis: Axis, target: float, value: float, side: int = 3, solid: float = 0.14
    ) -> None:
        self.axis, self.side, self.value, self._solid = axis, side, value, solid
        cell = abs(value - target) / side
        towards = 1 if value > target else -1
        super().__init__(name="square of the error")
        for row in range(side):
            for column in range(side):
                middle = target + towards * cell * (column + 0.5)
                self.add(self._cell(axis.at(middle, (row + 0.5) * cell * axis.unit), cell))

    def _cell(self, middle: Point3D, cell: float) -> RoundedRectangle:
        size, theme = cell * self.axis.unit - GAP, self.axis.theme
        shape = RoundedRectangle(corner_radius=0.05 * size, width=size, height=size)
        shape.set_fill(theme.mark("cost"), self._solid).set_stroke(theme.mark("cost"), px(0.036))
        shape.set_stroke(theme.mark("ground"), px(0.056), theme.casing, background=True)
        return shape.move_to(middle)

    def sides(self, width: float) -> VGroup:
        """Return what a larger miss would add: a strip on top, and one on the far side."""
        size, corner = self.side * (self[0].width + GAP), self[0].get_corner(DOWN)
        base, towards = float(self.get_bottom()[1]), np.sign(self[-1].get_x() - self[0].get_x())
        near = float(corner[0]) - towards * (self[0].width + GAP) / 2
        strips = VGroup(name="sides")
        for across, up, middle in (
            (size, width, (near + towards * size / 2, base + size + width / 2, 0)),
            (width, size, (near + towards * (size + width / 2), base + size / 2, 0)),
        ):
            strip = Rectangle(width=across, height=up, stroke_width=0).move_to(middle)
            strip.set_fill(self.axis.theme.mark("gradient"), 1)
            ground = self.axis.theme.mark("ground")
            strips.add(strip.set_stroke(ground, px(0.06), 0.9, background=True))
        return strips

    def pile(self, curve: CostCurve) -> VGroup:
        """Return the cells piled up under the curve's point over the value."""
        foot, top = self.axis.at(self.value), curve.point(self.value)
        step = (top - foot) / len(self)
        height = float(step @ self.axis.aside) - GAP
        theme, tiles = self.axis.theme, VGroup(name="pile")
        for number in range(len(self)):
            tile = RoundedRectangle(
                corner_radius=0.06, width=self[0].width, height=max(height, GAP)
            )
            tile.set_fill(theme.mark("cost"), 1).set_stroke(theme.mark("ground"), px(0.016), 0.6)
            tiles.add(tile.move_to(foot + (number + 0.5) * step))
        return tiles

    def flight(self, pile: VGroup, seconds: float = 1.6) -> LaggedStart:
        """Return the animation in which copies of the cells fly to the pile: add it then."""
        moves = [
            Transform(cell.copy(), tile, remover=True)
            for cell, tile in zip(self, pile, strict=True)
        ]
        return LaggedStart(*moves, lag_ratio=0.12, run_time=seconds)
