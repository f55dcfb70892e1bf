"""A dial with a needle, and a mark at what is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import DOWN, RIGHT, Group, Line, Polygon, VGroup
from manim.typing import Point3D, Point3DLike
from numpy.typing import ArrayLike, NDArray

from gdmath.experiments._common.quantities import Quantity as Tracked
from scenes.kit.hill_run import HillRun
from scenes.kit.labels import longest, running
from scenes.kit.room import make_room
from scenes.paint import Art, Paper, radial
from scenes.paint.shapes import Point, ellipse
from scenes.stage.claims import Space, claim, decoration
from scenes.stage.marks import Mark, dot, follow, px
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite

__all__ = ["Dial"]

PARTS, LARGE = 12, 2  # ticks, and of them from one large one to the next
FIRST, TURN = 215.0, 250.0  # degrees: where the scale begins, and how far it leads clockwise
_TIP, _MARK = 0.66, (0.72, 0.98)  # shares of the radius: the needle's length, the wanted mark


class Dial(Group, Space):
    """A dial of a radius about a point, from 0 to ``high``; the needle is at ``value`` at any time.

    ``of`` is what it shows.
    """

    def __init__(
        self, film: ShotFilm[Any], middle: Point3DLike, radius: float, high: float,
        wanted: float, value: Callable[[], float], of: str,
    ) -> None:  # fmt: skip
        self.theme, self.middle, self.radius, self.high = film.theme, np.array(middle), radius, high
        art = Art(_paint_dial, (self.theme.name == "light",), (-1.15, -1.2, 1.2, 1.15),
                  film.pixels_per_unit * radius)  # fmt: skip
        face = decoration(Sprite(art, at=self.middle, unit=radius, name="dial"))
        low, high_ = (self._at(wanted, share) for share in _MARK)
        mark = Line(low, high_, name="wanted")
        mark.set_stroke(self.theme.mark("target"), px(0.1 * radius))
        self.needle = follow(self._needle(value()), lambda n: n.become(self._needle(value())))
        self.tip: Mark = dot(self.theme, "here", 0.07 * radius)
        follow(self.tip, lambda tip: tip.move_to(self._at(value(), _TIP)))
        claim(self.tip, self, of=of, x=value)
        super().__init__(face, decoration(mark), decoration(self.needle), self.tip)

    def measure(self, x: ArrayLike, _y: ArrayLike) -> NDArray[np.float64]:
        """Return the places (n, 2) of the needle's tip for values (n,)."""
        return np.array([self._at(float(v), _TIP)[:2] for v in np.atleast_1d(x)])

    def beside(self, value: float, share: float = 1.35) -> Point3D:
        """Return a place beside a value, so many radii from the middle."""
        return self._at(value, share)

    def told(
        self, film: ShotFilm[Any], wanted: VGroup, value: float, speed: Tracked, run: HillRun,
        size: float,
    ) -> VGroup:  # fmt: skip
        """Return what is wanted beside its mark, a value, and a run's number on the dial."""
        wanted.next_to(self.beside(value, 1.12), RIGHT, buff=0.1)
        number = film.numeral(longest(speed, run.last), speed.role, size, 0.8 * self.radius)
        number.move_to(self.middle + 0.6 * self.radius * DOWN)
        make_room(film, number, self.tip, wanted, *run.first_steps())
        return VGroup(wanted, running(film, number, speed, run.done))

    def _at(self, value: float, share: float) -> Point3D:
        x, y = _way(min(max(value / self.high, -0.03), 1.03))
        return np.asarray(self.middle + self.radius * share * np.array([x, y, 0.0]))

    def _needle(self, value: float) -> Polygon:
        tip = self._at(value, _TIP)
        way = (tip - self.middle) / np.linalg.norm(tip - self.middle)
        aside = 0.06 * self.radius * np.array([-way[1], way[0], 0.0])
        foot = self.middle - 0.12 * self.radius * way
        needle = Polygon(foot + aside, tip, foot - aside, stroke_width=0)
        return decoration(needle.set_fill(self.theme.mark("here"), 1))


def _way(share: float) -> Point:
    turn = np.radians(FIRST - TURN * share)
    return float(np.cos(turn)), float(np.sin(turn))


# By night, by day: the rim lit and in shade, the face lit and in shade, its ticks.
_NIGHT = "#8D97AA", "#3A4358", "#2A3145", "#161B28", "#DCE3F0"
_DAY = "#C7CCD4", "#6D7482", "#FFFDF8", "#EBE4D6", "#1A1D24"


def _paint_dial(paper: Paper, day: bool) -> None:
    lit, dark, face, deep, ink = _DAY if day else _NIGHT
    paper.fill(ellipse((0.06, -0.08), 1.06), "#05070E", 0.3, blur=0.05)
    paper.solid(ellipse((0, 0), 1.07), lit, dark, towards=(0.6, 1), depth=0.06)
    paper.fill(ellipse((0, 0), 1.0), radial((0.3, 0.45), 1.7, [(0, face, 1), (1, deep, 1)]))
    for tick in range(PARTS + 1):
        x, y = _way(tick / PARTS)
        low = 0.76 if tick % LARGE == 0 else 0.82
        paper.stroke([(low * x, low * y), (0.9 * x, 0.9 * y)], ink, 0.026, 0.8)
