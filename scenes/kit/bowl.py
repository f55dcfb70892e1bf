"""The strip as an axis, the bowl of the cost over it, and the ball in the bowl."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Group, Mobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.curve import CostCurve
from scenes.stage.claims import Quantity, claim
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm

__all__ = ["Bowl", "Dotted", "Strip"]


class Dotted(Group):
    """Something with a dot on it."""

    @property
    def spot(self) -> Point3D:
        """Where the dot belongs."""
        raise NotImplementedError


class Strip(Dotted):
    """A strip as an axis, with the target and the dot.

    ``at`` is where the dot is, ``band`` what the strip looks like. ``window`` holds the values at
    the strip's left and right end, which are at ``ends`` in the frame; things on the strip lie
    ``off`` its upper edge.
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
        ends: tuple[float, float],
    ) -> None:
        theme, pixels = film.theme, film.pixels_per_unit
        (low, start), (high, end) = sorted(zip(window, ends, strict=True))
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


class Bowl(Strip):
    """A strip with the bowl of the cost over it, and a ball in the bowl."""

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
        self.ball = follow(Ball(0.25, theme, pixels), lambda ball: ball.put(curve.point(self.at())))
        claim(self.ball.ball, self.axis, of="height", x=self.at)
        self.add(curve, self.ball)
