"""One step on an axis: two misses are the gradient; turned round, a part of it is the step."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from manim import DOWN, PI, RIGHT, UP, Rotate, VGroup

from gdmath.decimals import exact
from gdmath.experiments._common.miss_run import MissRun
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.axis import Axis
from scenes.stage.claims import claim
from scenes.stage.shots import ShotFilm

__all__ = ["MOST_PARTS", "StepOnAxis"]

THICK, THIN = 0.3, 0.1
MOST_PARTS = 12


class StepOnAxis(VGroup):
    """A step from ``value`` on an axis, its things ``off`` the axis.

    ``name`` is what the film calls the gradient.

    Attributes:
        halves: the gradient as two white arrows, end to end: each is the miss.
        gradient: its arrow, uphill; ``named`` is its name with its number.
        parts: the gradient turned round, in as many parts as the rate takes one of.
        step: the step's arrow; ``number`` stands below it.
    """

    def __init__(
        self,
        film: ShotFilm[Any],
        axis: Axis,
        value: float,
        *,
        gradient: Reading,
        step: Reading,
        rate: Fraction,
        off: float,
        name: str = "gradient",
    ) -> None:
        up, ends = gradient.value, (value, value + gradient.value)
        self._axis, self._ends, self._name, self._off = axis, ends, name, off
        self._pivot = axis.at(value, off)
        self.halves = VGroup(*[
            axis_arrow(axis, value + k * up / 2, value + (k + 1) * up / 2, "text", THIN,
                       of="error", off=off)
            for k in (0, 1)
        ])  # fmt: skip
        self.gradient = axis_arrow(axis, *ends, "gradient", THICK, of=name, off=off)
        number = film.numeral(gradient, "gradient", size=2)
        self.named = VGroup(film.label(name, role="gradient", size=1.1, rim=1.6), number)
        self.named.arrange(RIGHT, buff=0.2).next_to(
            axis.at(value + film.choose(0.27, 0.45, 0.45) * up), UP, buff=0.25
        )
        if rate.denominator <= MOST_PARTS:
            self.parts = divided(axis, value, value - up, rate.denominator, THICK, off)
        else:
            back = axis_arrow(axis, value, value - up, "gradient", THICK, of=name, off=off)
            self.parts = VGroup(back)
        self.step = axis_arrow(axis, value, value + step.value, "step", THICK, of="step", off=off)
        self.number = film.numeral(step, "step", size=2, room=film.choose(3.0, 1.3, 1.3))
        reach = film.choose(9.0, 0.7, 0.7) / axis.unit  # where figures stand beside the middle
        middle = value + min(max(step.value / 2, -reach), reach)
        self.number.next_to(axis.at(middle, 2 * off), DOWN, buff=0.3)
        super().__init__(self.gradient, self.halves, self.parts, self.step, self.named, self.number)

    @classmethod
    def of(cls, film: ShotFilm[Any], axis: Axis, run: MissRun, step: int, off: float) -> StepOnAxis:
        """Return the step that follows so many of a run."""
        rate, gradient = exact(run.params.learning_rate), run.reading("gradient", step)
        return cls(film, axis, float(run.heights[step]), gradient=gradient,
                   step=run.reading("step", step), rate=rate, off=off)  # fmt: skip

    def turn_over(self) -> tuple[VGroup, Rotate]:
        """Return the parts in the step's colour, faint over the gradient, and how they turn."""
        start, end = self._ends
        parts = divided(self._axis, start, 2 * start - end, len(self.parts), THICK, self._off,
                        "step").set_fill(opacity=0.4)  # fmt: skip
        return parts.rotate(PI, about_point=self._pivot), Rotate(parts, PI, about_point=self._pivot)

    def turn(self) -> tuple[VGroup, Rotate]:
        """Return the gradient's arrow once more, and the animation that turns it downhill."""
        turned = VGroup(self.gradient.copy())
        start, end = self._ends
        claim(turned[0], self._axis, of=self._name, x=np.array([start, 2 * start - end]))
        return turned, Rotate(turned, PI, about_point=self._pivot)
