"""A slope as an arrow on an axis, turned round, and the step that is a part of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, VGroup

from gdmath.decimals import exact
from gdmath.experiments._common.parabola import Parabola
from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.axis import Axis
from scenes.kit.step import MOST_PARTS
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut

__all__ = ["TurnedSlope"]


class TurnedSlope:
    """The slope at a hill's start on an axis, in arrows of a thickness.

    Attributes:
        uphill: the slope's arrow, uphill.
        turned: a copy of it, which ``turn`` turns downhill.
        step: the step's arrow.
    """

    def __init__(self, axis: Axis, hill: Parabola, thick: float) -> None:
        x, slope, name = float(hill.xs[0]), float(hill.slopes[0]), hill.name
        self._axis, self._ends, self._rate, self._thick = axis, (x, x - slope), hill.rate, thick
        self.uphill = axis_arrow(axis, x, x + slope, "gradient", thick, of=f"slope of {name}")
        self.turned = self.uphill.copy()
        claim(self.turned, axis, of=f"slope of {name}", x=np.array(self._ends))
        end = x + float(hill.steps[0])
        self.step = axis_arrow(axis, x, end, "step", thick, of=f"step of {name}")
        self.way = axis.at(end) - axis.at(x)

    def turn(self) -> Any:
        """Return how the copy turns downhill."""
        return self.turned.animate.stretch(-1, 0, about_point=self._axis.at(self._ends[0]))

    def part(self) -> list[Animation]:
        """Return how it is divided into as many parts as the rate takes one of, if that is seen."""
        parts = exact(self._rate).denominator
        if parts > MOST_PARTS:
            return []
        cells: VGroup = divided(self._axis, *self._ends, parts, self._thick)
        return [FadeIn(cells), FadeOut(self.turned)]
