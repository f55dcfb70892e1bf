"""A run as hops of a ball on a cost curve, from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Group
from manim.typing import Point3D

from scenes.kit.ball import Ball
from scenes.kit.curve import CostCurve
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.marks import Path, cased, follow
from scenes.stage.shots import ShotFilm

__all__ = ["Hops"]

STEEP = 0.35  # how high a hop is above its chord, as a share of how far it leads across
FLUNG = 0.1  # how far up a hop leads that leaves the picture, as a share of how far across
HOME = 0.01  # of the start: what is nearer to 0 is there
TURNS = 6  # past 0, of which more would show nothing new
FINE = 13  # points of a hop


class Hops(Group):
    """A ball that hops down a cost curve; ``done`` is how many of its steps are.

    ``last`` is how many are shown: until it is at 0, or has passed it often enough. A hop that ends
    beyond the curve's axis leaves the picture, and is the last.
    """

    def __init__(self, film: ShotFilm[Any], curve: CostCurve, places: Sequence[float]) -> None:
        self.curve, self.axis, theme = curve, curve.axis, film.theme
        self.last = _last(np.array(places), self.axis.low, self.axis.high)
        self.places, self.done = np.array(places[: self.last + 1]), Quantity("steps", 0.0)
        self.ball = Ball(0.2, theme, film.pixels_per_unit)
        claim(self.ball.ball, self.axis, of="place", x=lambda: self._across(self.done()))
        follow(self.ball, lambda ball: ball.put(self._point(self.done())))
        self.way = decoration(cased(Path(theme, "step", 0.08, name="way"), theme))
        follow(self.way, lambda way: way.through(*map(self._point, self._times(self.done()))))
        super().__init__(self.way, self.ball)

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
