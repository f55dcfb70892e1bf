"""A run as hops of a ball on a cost curve, from place to place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import DOWN, RIGHT, Group, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.reading import Reading
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.curve import CostCurve
from scenes.paint.shapes import Point
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.marks import Dashes, Path, cased, follow
from scenes.stage.shots import ShotFilm

__all__ = ["CostRace", "Hops"]

STEEP = 0.35  # how high a hop is above its chord, as a share of how far it leads across
FLUNG = 0.1  # how far up a hop leads that leaves the picture, as a share of how far across
HOME = 0.01  # of the start: what is nearer to 0 is there
REACH = 1.95  # of the start: how far an axis leads either way
TURNS = 6  # past 0, of which more would show nothing new
TANGENT = 1.2  # frame units either way
FINE = 13  # points of a hop


class Hops(Group):
    """A ball that hops down a cost curve; ``done`` is how many of its steps are.

    ``last`` is how many are shown: until it is at 0, or has passed it often enough. A hop that ends
    beyond the curve's axis leaves the picture, and is the last.
    """

    def __init__(self, film: ShotFilm[Any], curve: CostCurve, places: Sequence[float]) -> None:
        self._film = film
        self.curve, self.axis, theme = curve, curve.axis, film.theme
        self.last = _last(np.array(places), self.axis.low, self.axis.high)
        self.places, self.done = np.array(places[: self.last + 1]), Quantity("steps", 0.0)
        self.ball = Ball(0.2, theme, film.pixels_per_unit)
        claim(self.ball.ball, self.axis, of="place", x=lambda: self._across(self.done()))
        follow(self.ball, lambda ball: ball.put(self._point(self.done())))
        self.way = decoration(cased(Path(theme, "step", 0.08, name="way"), theme))
        follow(self.way, lambda way: way.through(*map(self._point, self._times(self.done()))))
        super().__init__(self.way, self.ball)

    def tangent(self, slope: Reading, room: float) -> VGroup:
        """Return the tangent where it starts, and beside the ball the slope."""
        start = float(self.places[0])
        steep = slope.value * self.curve.rise
        reach = TANGENT / float(np.hypot(self.axis.unit, steep))
        line = decoration(self.curve.tangent(start, slope.value, reach, reach))
        number = self._film.label(slope, role="gradient", size=2.0, room=room)
        return VGroup(line, number.next_to(self.curve.point(start), RIGHT, buff=0.45))

    def _times(self, done: float) -> list[float]:
        done = max(done, 1e-3)
        times = np.linspace(0, self.last, self.last * (FINE - 1) + 1)
        return [*times[times < done].tolist(), done]

    def _across(self, time: float) -> float:
        """Return above which value the ball is after so many steps."""
        return float(np.interp(time, np.arange(len(self.places)), self.places))

    def _point(self, time: float) -> Point3D:
        step = min(int(time), self.last - 1)
        share, (start, end) = time - step, self.places[step : step + 2].tolist()
        across = abs(end - start) * self.axis.unit
        before = self.curve.point(start)
        if self.axis.low <= end <= self.axis.high:
            way = self.curve.point(end) - before
            rise = STEEP * across * 4 * share * (1 - share)
        else:
            way = self.axis.at(end) - self.axis.at(start)
            rise = FLUNG * across * share
        return np.asarray(before + share * way + rise * self.axis.aside)


def _last(places: np.ndarray, low: float, high: float) -> int:
    """Return after how many steps nothing new comes."""
    turned = np.cumsum(places[1:] * places[:-1] < 0)
    home = np.abs(places[1:]) < HOME * abs(places[0])
    gone = (places[1:] < low) | (places[1:] > high)
    ended = np.flatnonzero(home | gone | (turned >= TURNS))
    return int(ended[0]) + 1 if len(ended) else len(places) - 1


class CostRace(Group):
    """A cost as a curve over an axis with its 0 at ``middle``, and ``hops`` down it.

    The first place is ``across`` frame units to the right and ``high`` above the axis, which its
    ``cost`` tells, the number ``told``; the curve ends at the height ``top`` of the frame.
    """

    def __init__(
        self, film: ShotFilm[Any], costs: Callable[[Array], Array], places: Sequence[float],
        start: Reading, cost: Reading, middle: Point, across: float, high: float, top: float,
    ) -> None:  # fmt: skip
        (x, y), theme, reach = middle, film.theme, REACH * across
        far = REACH * start.value
        axis = Axis((x - reach, y, 0), (x + reach, y, 0), -far, far, theme)
        rise = high / float(costs(np.array([start.value]))[0])
        curve = CostCurve(axis, costs, rise, top - y)
        curve.remove(curve.under)  # what lies behind it shows
        axis.draw([0.0, start.value], 0.16)
        number = film.label(start).next_to(axis.at(start.value), DOWN, buff=0.25)
        ring = target_ring(0.24, film.pixels_per_unit, theme).shift(axis.at(0, -0.42))
        self.hops = Hops(film, curve, places)
        rod = decoration(cased(Dashes(theme, "cost", 0.045, dash=0.1), theme))
        rod.between(axis.at(start.value), curve.point(start.value))
        room = film.layout.safe.right - float(axis.at(start.value)[0]) - 0.25
        self.told = film.label(cost, role="cost", size=2.0, room=room).next_to(rod, RIGHT, buff=0.2)
        super().__init__(axis, claim(number, axis, x=start.value), curve, rod, ring)
