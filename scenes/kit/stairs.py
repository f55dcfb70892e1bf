"""Stairs on a curve: a tread as long as a step, a riser as high as the change of the cost."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Polygon, VGroup
from manim.typing import Point3D

from scenes.kit.graph import Graph
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Path, cased, dot, px
from scenes.stage.shots import ShotFilm

__all__ = ["Stair"]

DEEP = 0.13  # share of the way to the vanishing point that a stair is deep


class Stair(VGroup):
    """From (x0, y0) along a tread to x1, then along a riser to y1, as solid as planks.

    ``towards`` is the vanishing point. ``tread``, ``riser`` and ``end``, a dot, come one by one.
    """

    def __init__(
        self,
        film: ShotFilm[Any],
        chart: Graph,
        stair: tuple[float, float, float, float],
        towards: Point3D,
        *,
        names: tuple[str, str, str],
        thickness: float = 0.09,
    ) -> None:
        super().__init__(name="stair")
        x0, y0, x1, y1 = stair
        theme = film.theme
        start, edge, foot = chart.at(x0, y0), chart.at(x1, y0), chart.at(x1, y1)
        deep = [towards + (1 - DEEP) * (place - towards) for place in (start, edge, foot)]
        step = theme.mark("step")
        shade = theme.mark("ground").interpolate(step, 0.62)
        light = step.interpolate(theme.mark("text"), 0.25) if film.theme.name == "dark" else step
        tread_x, tread_y, riser = names

        def face(corners: list[Point3D], colour: Any) -> Polygon:
            shape = Polygon(*corners, stroke_width=0).set_fill(colour, 1)
            return decoration(shape.set_stroke(theme.mark("ground"), px(0.02), 0.5))

        along = cased(Path(theme, "step", thickness, name="tread").through(start, edge), theme)
        down = cased(Path(theme, "step", thickness, name="riser").through(edge, foot), theme)
        claim(along, chart, of=tread_x, x=np.array([x0, x1]), y=np.array([y0, y0]))
        claim(down, chart, of=riser, x=np.array([x1, x1]), y=np.array([y0, y1]))
        self.tread = VGroup(face([start, edge, deep[1], deep[0]], light), along)
        self.riser = VGroup(face([edge, foot, deep[2], deep[1]], shade), down)
        self.end = dot(theme, "here", 1.7 * thickness, name="place").move_to(foot)
        claim(self.end, chart, of=tread_y, x=x1, y=y1)
        self.start, self.edge, self.foot = start, edge, foot
        self.add(self.riser, self.tread, self.end)

    def beside(self, off: float) -> Point3D:
        """Return where somebody stands who has come down it, so far from the riser."""
        return np.asarray(self.foot + np.array([off, 0.03, 0.0]))
