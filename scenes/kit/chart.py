"""The chart of a cost over one number, from edge to edge: the curve, the ball on it, its steps."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from manim import DOWN, Group, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from gdmath.experiments._common.curve_run import CurveRun
from gdmath.experiments.reading import Format
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball
from scenes.kit.curve import CostCurve
from scenes.stage.claims import Quantity, Ruler, Space, claim
from scenes.stage.marks import Path, dot, follow
from scenes.stage.shots import ShotFilm

__all__ = ["CostChart"]

V = TypeVar("V", bound=VMobject)
BALL, MARK, TICK = 0.25, 0.1, 0.15
LIFT = 0.85  # of the curve's lowest point above the axis
ARROW, ARROW_OFF = 0.2, 0.35  # thickness of a step's arrow, and how far above the axis it lies
REACH = 1.7  # of a tangent, either way
NUMBERS = 7  # on the axis, at the most


class CostChart(Group, Space):
    """A run's function over x, drawn from one edge of the frame to the other.

    ``at`` is where the ball is; ``roll_on`` animates one step of the run, and ``step`` returns what
    shows it. The curve owns its tangents and drops.
    """

    def __init__(self, film: ShotFilm[Any], run: CurveRun) -> None:
        self.film, self.run = film, run
        frame, theme, pixels = film.frame, film.theme, film.pixels_per_unit
        base, height = film.choose((-2.2, 3.7), (-2.1, 3.5), (-3.6, 7.0))
        low, high = run.function.low, run.function.high
        ends = ((frame.left, base, 0), (frame.right, base, 0))
        self.axis = axis = Axis(*ends, low, high, theme)
        heights = run.function.at(run.function.grid)
        self._floor, rise = float(heights.min()), height / float(np.ptp(heights))
        self._lift = LIFT / rise
        self.curve = CostCurve(axis, self._above, rise, frame.top - base + 0.4)
        self.at = Quantity("x", float(run.xs[0]))
        self.ball = follow(Ball(BALL, theme, pixels), lambda ball: ball.put(self._on_curve()))
        numbers = self._numbers()
        super().__init__(self.curve, axis, numbers, self.ball)
        drawn = [
            (lambda: self._reached(np.argmin), self._floor),
            (lambda: self._reached(np.argmax), float(heights.max())),
        ]
        self.rulers = Ruler(0, axis.rulers[0].marks), Ruler(1, drawn)
        claim(self.ball.ball, self, of="x", x=self.at, y=lambda: run.function.at(self.at()))

    def roll_on(self, step: int) -> Any:
        """Return the animation of the step that follows so many, and leave a mark where it begins.

        The ball goes along the curve.
        """
        self._leave_mark(step)
        return self.at.animate.set_value(float(self.run.xs[step + 1]))

    def tangent(self) -> Path:
        """Return the tangent under the ball, which ends above the axis."""
        x, slope = self.at(), float(self.run.function.slope(self.at()))
        steep, unit = slope * self.curve.rise, self.axis.unit
        half = REACH / np.hypot(unit, steep)
        down = (self._on_curve() - self.axis.at(x))[1] - LIFT / 3
        low = min(half, down / abs(steep)) if steep else half
        back, ahead = (low, half) if slope > 0 else (half, low)
        return self.curve.tangent(x, slope, back, ahead)

    def _leave_mark(self, step: int) -> None:
        """Leave a mark where the ball was after so many steps."""
        x = float(self.run.xs[step])
        mark = dot(self.film.theme, "here", MARK, name="visited").move_to(self.curve.point(x))
        self.submobjects.insert(-1, claim(mark, self, of="x", x=x, y=self.run.function.at(x)))

    def step(self, number: int) -> VGroup:
        """Return the arrow along the axis of the step that follows so many, below the curve."""
        start = float(self.run.xs[number])
        end = start + self.run.reading("step", number).value
        drops = [self.curve.drop(x) for x in (start, end)]
        arrow = axis_arrow(self.axis, start, end, "step", ARROW, of="step", off=ARROW_OFF)
        return VGroup(*drops, arrow)

    def above(self, words: V) -> V:
        """Put words above the curve, where there is room whatever the curve is."""
        return words.move_to(np.array([0.0, self.film.choose(3.05, 3.05, 5.6), 0.0]))

    def _above(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(self.run.function.at(x) - self._floor + self._lift)

    def _on_curve(self) -> Point3D:
        return self.curve.point(self.at())

    def _reached(self, which: Any) -> Point3D:
        points = self.curve.core.points
        return np.asarray(points[which(points[:, 1])])

    def _numbers(self) -> VGroup:
        """Return the numbers under the axis, each held to its tick."""
        low, high = self.axis.low, self.axis.high
        step = 10.0 ** np.floor(np.log10(high - low))
        while (high - low) / step > NUMBERS:
            step *= 2
        ticks = step * np.arange(np.ceil(low / step), np.floor(high / step) + 1)
        inside = [x for x in ticks.tolist() if low + 0.3 * step <= x <= high - 0.3 * step]
        self.axis.tick(inside, TICK)
        digits = max(0, -int(np.floor(np.log10(step))))
        numbers = VGroup(name="numbers")
        for x in inside:
            number = self.film.label(Format(digits).of("x", x), role="quiet", size=0.9)
            number.next_to(self.axis.at(x, -TICK), DOWN, buff=0.12)
            numbers.add(claim(number, self.axis, of="x", x=x))
        return numbers
