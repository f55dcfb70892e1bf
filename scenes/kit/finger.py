"""A finger on an axis, and the cost over it as a column."""

from __future__ import annotations

from manim import Group, Rectangle

from scenes.kit.curve import CostCurve
from scenes.paint import Art
from scenes.stage.claims import Quantity, decoration
from scenes.stage.marks import follow, px
from scenes.stage.sprite import Sprite

__all__ = ["Finger", "column"]

WIDTH = 0.42


def column(curve: CostCurve, value: float) -> Rectangle:
    """Return the cost of a value as a column that stands on the axis."""
    theme, foot, top = curve.axis.theme, curve.axis.at(value), curve.point(value)
    height = max(float((top - foot) @ curve.axis.aside), 1e-3)
    bar = Rectangle(width=WIDTH, height=height, stroke_width=0, name="cost column")
    bar.set_fill(theme.mark("cost"), 0.85)
    bar.set_stroke(theme.mark("ground"), px(0.04), theme.casing, background=True)
    return bar.move_to((foot + top) / 2)


class Finger(Group):
    """A hand below the axis that points where a quantity is; each of its cm is ``unit`` large."""

    def __init__(self, curve: CostCurve, at: Quantity, hand: Art, unit: float) -> None:
        self.hand = decoration(Sprite(hand, unit=unit, name="finger"))
        self.column = column(curve, at())
        super().__init__(self.column, self.hand)
        tip = 0.06  # below the line
        follow(self.hand, lambda h: h.shift(curve.axis.at(at(), -tip) - h.place((0, 0))))
        follow(self.column, lambda c: c.become(column(curve, at())))
