"""The gradient's arrow and the step's on one axis: turned round, divided, a part taken."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from scenes.kit.axis import Axis
from scenes.stage.claims import claim
from scenes.stage.marks import Arrow, cased, px
from scenes.stage.theme import Role

__all__ = ["axis_arrow", "divided"]


def axis_arrow(
    axis: Axis, start: float, end: float, role: Role, thickness: float, *, of: str, off: float = 0.0
) -> Arrow:
    """Return an arrow along the axis from one value to another; it stands for ``of``.

    It is rimmed, so that it stands out from lit cloth and from the arrow below it.
    """
    arrow = Arrow(axis.theme, role, thickness, name=f"{of} arrow")
    arrow.set_stroke(axis.theme.mark("ground"), px(0.05), axis.theme.casing, background=True)
    arrow.between(axis.at(start, off), axis.at(end, off))
    return claim(arrow, axis, of=of, x=np.array([start, end]))


def divided(
    axis: Axis,
    start: float,
    end: float,
    parts: int,
    thickness: float,
    off: float = 0.0,
    role: Role = "gradient",
) -> VGroup:
    """Return an arrow in so many parts, the first at its tail."""
    cells = VGroup(name="parts")
    for number in range(parts):
        low = start + (end - start) * number / parts
        high = start + (end - start) * (number + 1) / parts
        last = number == parts - 1
        cells.add(_part(axis, low, high, thickness, off, role, head=last))
    return cells


def _part(
    axis: Axis, start: float, end: float, thickness: float, off: float, role: Role, *, head: bool
) -> VMobject:
    tail, tip = axis.at(start, off), axis.at(end, off)
    along = (tip - tail) / max(float(np.linalg.norm(tip - tail)), 1e-9)
    side = np.array([-along[1], along[0], 0.0]) * thickness / 2
    gap = 0.03 * along
    if head:
        neck = tip - min(0.45, float(np.linalg.norm(tip - tail))) * along
        corners = [tail + gap + side, neck + side, neck + 2.1 * side, tip]
        corners += [neck - 2.1 * side, neck - side, tail + gap - side]
    else:
        corners = [tail + gap + side, tip - gap + side, tip - gap - side, tail + gap - side]
    cell = VMobject(stroke_width=0, fill_color=axis.theme.mark(role), fill_opacity=1)
    return cased(cell.set_points_as_corners(np.array([*corners, corners[0]])), axis.theme)
