"""A valley at one depth of the picture: its curve, and the land under it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
from manim import Group, Mobject, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.miss_run import CURVATURE, MissRun
from scenes.figures.pose import Pose
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball
from scenes.kit.curve import CostCurve
from scenes.kit.puppet import Puppet, Stride, tilted
from scenes.kit.treads import stairs
from scenes.stage.claims import Quantity, claim
from scenes.stage.marks import Path, dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.valley.section import Fold

__all__ = ["PLATEAU", "Lane", "folds"]

FAR = (0.28, 0.42, 0.6, 0.8)  # sizes of the folds behind all lanes, of the farthest lane's
TANGENT = 1.3  # frame units either way along the axis
BALL = 0.2  # frame units: its radius
PLATEAU = 2.1  # of the start's cost: how high the land rises
F = TypeVar("F", bound=Sprite)
_BEYOND = 0.5  # frame units beyond the frame's edges


class Lane(Group):
    """The cost as a valley whose start lies ``across`` to the right of its bottom and ``up`` above.

    ``floor`` is where the bottom is, and the start is on the right whatever side of the target it
    is on; it is drawn up to ``high`` times as far above the bottom as that. ``at`` is where the
    ball is, if there is one.
    """

    def __init__(
        self, film: ShotFilm[Any], run: MissRun, floor: tuple[float, float], across: float,
        up: float, ball: float = BALL, high: float = PLATEAU,
    ) -> None:  # fmt: skip
        self.film, self.floor, self.up = film, floor, up
        self.slope = math.degrees(math.atan2(2 * up, across))  # of the land at the start
        self._steep = up / across**2
        start, target, cost = float(run.heights[0]), run.target, run.cost_at
        self._target = target
        miss, half = start - target, film.frame.width / 2 + abs(floor[0]) + _BEYOND
        reach, way = half * abs(miss) / across, 1 if miss > 0 else -1
        ends = [(floor[0] + side * way * half, floor[1], 0) for side in (-1, 1)]
        self.axis = Axis(ends[0], ends[1], target - reach, target + reach, film.theme)
        high = min(high * up, film.frame.top - floor[1] + _BEYOND)
        self.curve = CostCurve(self.axis, cost, up / miss**2, high)
        self.curve.remove(self.curve.under)  # the land is painted
        super().__init__(self.curve)
        self.at = Quantity("position", start)
        if ball:
            self.ball = Ball(ball, film.theme, film.pixels_per_unit)
            follow(self.ball, lambda ball: ball.put(self.point(self.at())))
            claim(self.ball.ball, self.axis, of="position", x=self.at)
            self.add(self.ball)

    @property
    def fold(self) -> Fold:
        """The land below the curve."""
        x, y = self.floor
        return Fold(*(round(float(v), 3) for v in (x, y, self._steep, 1.0)))

    def point(self, value: float) -> Point3D:
        """Return where a value lies on the curve."""
        return self.curve.point(value)

    def rises(self, value: float) -> float:
        """Return how many degrees the land rises to the right at a value."""
        away = float(self.point(value)[0]) - self.floor[0]
        return math.degrees(math.atan(2 * self._steep * away))

    def leap(self, figure: Puppet, pose: Pose, value: float, hop: float = 0.4) -> Stride:
        """Return the hop of a figure to a value, where it stands in a pose."""
        goal = self.point(value)
        figure.face(1 if goal[0] > figure.place((0.0, 0.0))[0] else -1)
        pose = tilted(pose, figure.facing * self.rises(value))
        return Stride(figure, pose, goal, hop)

    def mark(self, value: float, radius: float = 0.1) -> Any:
        """Return a mark on the curve where something has been."""
        mark = dot(self.film.theme, "here", radius).move_to(self.point(value))
        return claim(mark, self.axis, of="position", x=value)

    def walk(self, places: Sequence[float], *above: Mobject, slow: int = 3) -> VGroup:
        """Play a walk of the ball from place to place, a stair each: some slowly, then a sweep.

        ``above`` are the figures that are carried. Return the stairs.
        """
        steps = stairs(self.curve, places, "position", len(places))
        for number, place in enumerate(places[1:]):
            self.film.add(*steps[number : number + 1], self.ball, *above)
            to = self.at.animate.set_value(place)
            self.film.play(to, run_time=0.6 if number < slow else 0.2)
        return steps

    def bring(self, figure: F, ahead: float = 0.0) -> F:
        """Put a figure where the ball is, or so far up the slope that its front is there."""
        turn, ahead = math.radians(self.slope), ahead or getattr(figure, "ahead", 0.0)
        front = ahead * np.array([math.cos(turn), math.sin(turn), 0.0])
        figure.shift(self.point(self.at()) + front - figure.place((0.0, 0.0)))
        return figure

    def tangent(self) -> Path:
        """Return the tangent where the ball is, which goes with it."""
        reach = TANGENT / self.axis.unit

        def now() -> Path:
            value = self.at()
            slope = CURVATURE * (value - self._target)
            return self.curve.tangent(value, slope, reach, reach)

        return follow(now(), lambda path: path.set_points(now().points))

    def carry(self, figure: F, act: Callable[[F, Lane], object]) -> F:
        """Let a figure go where the ball goes, and act on the way."""

        def go(figure: F) -> None:
            act(figure, self)
            self.bring(figure)

        return follow(figure, go)


def folds(vanish: tuple[float, float], lane: Lane) -> list[Fold]:
    """Return the land of a lane, and before it smaller valleys behind it, the farthest first."""
    near, behind = lane.fold, []
    for share in FAR:
        x, y = (v + share * (f - v) for v, f in zip(vanish, (near.middle, near.floor), strict=True))
        numbers = (x, y, near.steep / share, near.size * share)
        behind.append(Fold(*(round(float(number), 3) for number in numbers)))
    return [*behind, near]
