"""The strip as an axis, the bowl of the cost over it, and the ball in the bowl."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Group, ValueTracker, VGroup
from numpy.typing import NDArray

from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.curve import CostCurve
from scenes.stage.claims import Quantity, claim
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm

__all__ = ["Bowl"]


class Bowl(Group):
    """A cost over a strip from one edge of the frame to the other.

    Attributes:
        at: where the ball is.
        zoom: by how much the strip is swollen about the target; the curve stays what it is, since
            its height swells by the square of that.
    """

    def __init__(
        self,
        film: ShotFilm[Any],
        base: float,
        window: tuple[float, float],
        cost: Callable[[NDArray[np.float64]], NDArray[np.float64]],
        rise: float,
        *,
        at: float,
        target: float,
        tick: float,
        off: float,
    ) -> None:
        theme, pixels, reach = film.theme, film.pixels_per_unit, film.frame.width / 2 + 0.5
        self.axis = axis = Axis((-reach, base, 0), (reach, base, 0), *window, theme)
        self.curve = curve = CostCurve(axis, cost, rise, film.frame.top - base + 0.4)
        self.at, self.zoom = Quantity("height", at), ValueTracker(1.0)
        self._target, self._window, self._rise = target, window, rise
        ticks = [target + k * tick for k in range(-40, 41)]
        axis.tick([value for value in ticks if window[0] < value < window[1]], 0.15)
        self.strip: Group | VGroup = VGroup()
        self.ring = target_ring(0.27, pixels, theme).shift(axis.at(target, off))
        self.dot = follow(Ball(0.1, theme, pixels), lambda dot: dot.put(axis.at(self.at(), off)))
        self.ball = follow(Ball(0.25, theme, pixels), lambda ball: ball.put(curve.point(self.at())))
        claim(self.ball.ball, axis, of="height", x=self.at)
        super().__init__(self.strip, curve, axis, self.ring, self.dot, self.ball)
        follow(axis, lambda _: self._swell())

    def _swell(self) -> None:
        """Let the strip's window be what the zoom leaves of it."""
        zoom = float(self.zoom.get_value())
        low, high = (self._target + (end - self._target) / zoom for end in self._window)
        if (low, high) != (self.axis.low, self.axis.high):
            self.axis.low, self.axis.high = low, high
            self.curve.rise = self._rise * zoom**2
            self.axis.retick()
