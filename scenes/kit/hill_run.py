"""Descent on a hill's curve, step by step: level arrows, drops, and a dot for each place."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, RIGHT, UP, Group, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments._common.hill_says import SEEN
from gdmath.experiments._common.parabola import Parabola
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.curve import CostCurve
from scenes.kit.straightedge import Straightedge
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.marks import Dashes, cased, dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["HillRun"]

THICK = 0.22  # frame units: a step's arrow at the most


class HillRun(Group):
    """A run on a hill; ``done`` is how many of its steps are. A subclass has axis and curve."""

    axis: Axis
    curve: CostCurve

    def __init__(self, film: ShotFilm[Any], hill: Parabola) -> None:
        super().__init__()
        self.film, self.hill = film, hill
        self.done = Quantity("step number", 0.0)

    @property
    def last(self) -> int:
        """How many steps of the run are in the picture."""
        return len(self.hill.seen) - 1

    def at(self) -> float:
        """Return where the run is now, on the way of a step too."""
        return float(np.interp(self.done(), np.arange(self.last + 1), self.hill.seen))

    def point(self, x: float) -> Point3D:
        """Return where a value lies on the curve."""
        return self.curve.point(x)

    def way(self, x: float) -> Point3D:
        """Return the direction of the curve there, to the right, of length 1."""
        slope = float(self.hill.function.slope(x)) * self.curve.rise
        along = self.axis.along * self.axis.unit + slope * self.axis.aside
        along = along if along[0] > 0 else -along
        return np.asarray(along / np.linalg.norm(along))

    def edge(
        self, x: float, back: float, ahead: float, wide: float = 0.3, *, ghost: bool = False
    ) -> Straightedge:
        """Return a straightedge that is laid on the curve there, from below."""
        rule = Straightedge(self.film.theme, back, ahead, wide, ghost=ghost)
        return rule.lay(self.point(x), self.way(x))

    def fall(self, x: float, across: Words) -> VGroup:
        """Return how far the tangent over a value falls or climbs in one of the axis's units.

        The way across and its name lie below the tangent; the way up or down is in pink.
        """
        theme, slope = self.film.theme, float(self.hill.function.slope(x))
        legs: list[tuple[Role, Point3D]] = [
            ("gradient", slope * self.curve.rise * UP), ("text", self.axis.unit * RIGHT)
        ]  # fmt: skip
        corners, triangle = [self.point(x)], VGroup()
        for role, leg in legs if slope <= 0 else legs[::-1]:
            corners.append(corners[-1] + leg)
            dashes = Dashes(theme, role, 0.06, dash=0.12).between(*corners[-2:])
            triangle.add(cased(dashes, theme))
        return triangle.add(across.next_to(triangle[slope <= 0], DOWN, buff=0.2))

    def step(self, number: int) -> VGroup:
        """Return a step, from 1: a level arrow from the curve, and the drop onto it.

        The straight way between the two points of the curve is faint.
        """
        theme, axis, name = self.film.theme, self.axis, self.hill.name
        start, end = self.hill.seen[number - 1 : number + 1].tolist()
        high = float((self.point(start) - axis.at(start)) @ axis.aside)
        thick = min(THICK, 0.15 * abs(end - start) * axis.unit + 0.02)
        arrow = axis_arrow(axis, start, end, "step", thick, of=f"step of {name}", off=high)
        drop = Dashes(theme, "text", 0.04).between(axis.at(end, high), self.point(end))
        chord = Dashes(theme, "quiet", 0.035).between(self.point(start), self.point(end))
        mark = claim(dot(theme, "here", 0.08).move_to(self.point(start)), axis, of=name, x=start)
        return VGroup(decoration(chord), arrow, decoration(cased(drop, theme)), mark)

    def first_steps(self) -> VGroup:
        """Return the steps that are seen one by one."""
        return VGroup(*[self.step(number) for number in range(1, min(SEEN, self.last) + 1)])

    def footprints(self) -> VGroup:
        """Return a dot for each place that the run went through, once it was there."""
        dots: list[VMobject] = [
            claim(dot(self.film.theme, "here", 0.07).move_to(self.point(x)), self.axis,
                  of=self.hill.name, x=x)
            for x in self.hill.seen.tolist()
        ]  # fmt: skip

        def show(prints: VGroup) -> None:
            prints.submobjects = dots[: int(self.done() + 1e-6) + 1]

        return follow(VGroup(*dots), show)
