"""The strip as an axis, the bowl of the cost over it, and the ball in the bowl."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Group, Mobject, ValueTracker
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.curve import CostCurve
from scenes.stage.claims import Quantity, claim
from scenes.stage.marks import Path, follow
from scenes.stage.shots import ShotFilm

__all__ = ["Bowl", "Strip"]


class Strip(Group):
    """A strip from one edge of the frame to the other as an axis, with the target and the dot.

    ``at`` is where the dot is, ``band`` what the strip looks like. ``window`` holds the values half
    a unit beyond the frame's left and right edge; things on the strip lie ``off`` its upper edge.
    """

    def __init__(
        self,
        film: ShotFilm[Any],
        base: float,
        window: tuple[float, float],
        *,
        band: Mobject,
        at: float,
        target: float,
        tick: float,
        off: float,
    ) -> None:
        theme, pixels, reach = film.theme, film.pixels_per_unit, film.frame.width / 2 + 0.5
        ends = sorted(zip(window, (-reach, reach), strict=True))
        (low, start), (high, end) = ends
        self.axis = axis = Axis((start, base, 0), (end, base, 0), low, high, theme)
        self.at = Quantity("height", at)
        ticks = [target + k * tick for k in range(-40, 41)]
        axis.tick([value for value in ticks if low < value < high], 0.15)
        self.band = band
        self.ring = target_ring(0.27, pixels, theme).shift(axis.at(target, off))
        self._off = off
        self.dot = follow(Ball(0.1, theme, pixels), lambda dot: dot.put(axis.at(self.at(), off)))
        claim(self.dot.ball, axis, of="height", x=self.at)
        super().__init__(self.band, axis, self.ring, self.dot)

    @property
    def spot(self) -> Point3D:
        """Where the dot belongs."""
        return self.axis.at(self.at(), self._off)

    def hop(self, start: float, end: float) -> Path:
        """Return the arc over the strip from one value to another."""
        ends = self.axis.at(start), self.axis.at(end)
        rise = 0.2 * abs(end - start) * self.axis.unit * self.axis.aside
        turns = np.linspace(0, np.pi, 24)
        shares = (1 - np.cos(turns)) / 2
        line = [
            ends[0] + s * (ends[1] - ends[0]) + np.sin(t) * rise
            for s, t in zip(shares, turns, strict=True)
        ]
        return Path(self.axis.theme, "here", 0.05, name="hop").through(*line)


class Bowl(Strip):
    """A strip with the bowl of the cost over it, and a ball in the bowl.

    ``zoom`` is by how much the strip is swollen about the target; the curve stays what it is, since
    its height swells by the square of that.
    """

    def __init__(
        self,
        film: ShotFilm[Any],
        base: float,
        window: tuple[float, float],
        cost: Callable[[NDArray[np.float64]], NDArray[np.float64]],
        rise: float,
        **kwargs: Any,
    ) -> None:
        super().__init__(film, base, window, **kwargs)
        theme, pixels = film.theme, film.pixels_per_unit
        self.curve = curve = CostCurve(self.axis, cost, rise, film.frame.top - base + 0.4)
        self.zoom = ValueTracker(1.0)
        self._target, self._rise = kwargs["target"], rise
        self._window = (self.axis.low, self.axis.high)
        self.ball = follow(Ball(0.25, theme, pixels), lambda ball: ball.put(curve.point(self.at())))
        claim(self.ball.ball, self.axis, of="height", x=self.at)
        self.add(curve, self.ball)
        self._cloth = [(part, part.points.copy()) for part in self.band[:1]]
        follow(self.band, lambda _: self._swell())  # the lowest: all that follows comes after it

    @property
    def spot(self) -> Point3D:
        """Where the dot belongs, for who asks before the strip has swollen, too."""
        self._swell()
        return super().spot

    def _swell(self) -> None:
        """Let the strip's window be what the zoom leaves of it."""
        zoom = float(self.zoom.get_value())
        low, high = (self._target + (end - self._target) / zoom for end in self._window)
        if (low, high) != (self.axis.low, self.axis.high):
            self.axis.low, self.axis.high = low, high
            self.curve.rise = self._rise * zoom**2
            self.axis.retick()
            middle = self.axis.at(self._target)
            for sprite, points in self._cloth:
                sprite.points = points.copy()
                sprite.points[:, 0] = middle[0] + zoom * (points[:, 0] - middle[0])
