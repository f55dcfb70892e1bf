"""A run on a cost curve: as stairs under it, as hops across it, or as arrows along the axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from manim import Line, VGroup

from scenes.kit.arrows import axis_arrow
from scenes.kit.curve import CostCurve
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Mark, Path, cased, dot, px

__all__ = ["hops", "stairs", "trail"]

MOST = 12  # steps that are drawn
SHORTEST = 0.07  # frame units: what is shorter is not drawn
THICKEST = 0.2


def stairs(curve: CostCurve, positions: Sequence[float], of: str, most: int = MOST) -> VGroup:
    """Return a run's steps as stairs under the curve: down, then exactly the step across.

    Each has a riser, a tread and a mark on the curve where it begins; ``of`` names the positions.
    """
    axis, steps = curve.axis, VGroup(name="stairs")
    for start, end in _drawn(curve, positions, most):
        high, low = curve.point(start), curve.point(end)
        riser = Line(high, np.array([high[0], low[1], 0.0]), name="riser")
        riser.set_stroke(axis.theme.mark("text"), px(0.03), 0.6)
        thick = min(THICKEST, 0.16 * abs(end - start) * axis.unit + 0.04)
        below = float((low - axis.start) @ axis.aside)
        tread = axis_arrow(axis, start, end, "step", thick, of="step", off=below)
        steps.add(VGroup(decoration(riser), tread, _mark(curve, start, of)))
    return steps


def trail(curve: CostCurve, positions: Sequence[float], of: str, off: float) -> VGroup:
    """Return a run's steps as arrows ``off`` the axis, each with a mark where it begins."""
    axis, steps = curve.axis, VGroup(name="trail")
    for start, end in _drawn(curve, positions):
        arrow = axis_arrow(axis, start, end, "step", 0.8 * THICKEST, of="step", off=off)
        steps.add(VGroup(arrow, _mark(curve, start, of)))
    return steps


def hops(curve: CostCurve, positions: Sequence[float], of: str, most: int = MOST) -> VGroup:
    """Return a run as straight hops from point to point of the curve, each with marks."""
    theme, steps = curve.axis.theme, VGroup(name="hops")
    for start, end in list(pairwise(positions))[:most]:
        ends = curve.point(start), curve.point(end)
        light = Path(theme, "step", 0.32, name="light").through(*ends).set_stroke(opacity=0.2)
        way = cased(Path(theme, "step", 0.07, name="hop").through(*ends), theme)
        marks = [_mark(curve, position, of) for position in (start, end)]
        steps.add(VGroup(decoration(light), decoration(way), *marks))
    return steps


def _drawn(
    curve: CostCurve, positions: Sequence[float], most: int = MOST
) -> Iterator[tuple[float, float]]:
    for start, end in list(pairwise(positions))[:most]:
        if abs(end - start) * curve.axis.unit < SHORTEST:
            return
        yield start, end


def _mark(curve: CostCurve, position: float, of: str) -> Mark:
    mark = dot(curve.axis.theme, "here", 0.085).move_to(curve.point(position))
    return claim(mark, curve.axis, of=of, x=position)
