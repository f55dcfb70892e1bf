"""Paints cloth and skin in a figure's light, in frames of limbs, hands and head."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

import numpy as np

from scenes.figures.light import Cloth, Light
from scenes.paint.paints import mix
from scenes.paint.paper import Paper
from scenes.paint.shapes import Point, Points, Shape, curve, moved, polygon

__all__ = ["Brush", "smooth", "tube"]


class Brush:
    """Paints on paper with a light that stays where it is, however a part is turned."""

    def __init__(self, paper: Paper, light: Light, facing: int = 1) -> None:
        self.paper = paper
        self.light = light
        self._towards: Point = (light.towards[0] * facing, light.towards[1])
        self._size = 1.0  # cm a unit

    @contextmanager
    def placed(
        self, shift: Point, degrees: float = 0.0, size: float = 1.0, up: float = 1.0
    ) -> Iterator[None]:
        """Paint in a part's own units, turned anticlockwise; upside down where ``up`` is -1."""
        towards, before = self._towards, self._size
        turn = math.radians(degrees)
        x, y = towards
        across = x * math.cos(turn) + y * math.sin(turn)
        self._towards = across, (y * math.cos(turn) - x * math.sin(turn)) * up
        self._size = before * size
        with self.paper.moved(shift, degrees, (size, size * up)):
            yield
        self._towards, self._size = towards, before

    def solid(
        self,
        shape: Shape,
        cloth: Cloth,
        *,
        share: float = 1.0,
        depth: float = 1.0,
        rim: float = 1.0,
        wash: float = 0.0,
        fade: tuple[Point, float] | None = None,
    ) -> None:
        """Fill a shape in the two tones of a cloth, rimmed by the light.

        ``share`` is how much of the night it takes on; ``depth``, ``rim`` and ``wash`` are shares
        of the light's. Round ``fade``, a centre and a radius, there is neither rim nor shade.
        """
        light = self.light
        self.paper.solid(
            shape,
            light.lit(cloth[0], share),
            light.lit(cloth[1], share),
            towards=self._towards,
            depth=light.depth * depth / self._size,
            rim=light.rim if rim else None,
            width=light.width * rim / self._size,
            wash=light.wash * wash,
            back=light.back if rim else None,
            fade=fade,
        )

    def fill(self, shape: Shape, colour: str, opacity: float = 1.0, share: float = 1.0) -> None:
        """Fill a shape with one colour."""
        self.paper.fill(shape, self.light.lit(colour, share), opacity)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float,
        opacity: float = 1.0,
        share: float = 1.0,
    ) -> None:
        """Draw a smooth line through points."""
        line = smooth(tuple(points)) if len(points) > 2 else points
        self.paper.stroke(line, self.light.lit(colour, share), width, opacity)

    def stroke(
        self, line: Points, colour: str, width: float, opacity: float = 1.0, *, closed: bool = False
    ) -> None:
        """Draw a line, (n, 2), as it is."""
        self.paper.stroke(line, self.light.lit(colour, 0.7), width, opacity, closed=closed)

    def shadow(self, shape: Shape, on: Shape, far: float, opacity: float) -> None:
        """Cast a shape's shadow, ``far`` away from the light, on another."""
        x, y = self._towards
        length = math.hypot(x, y) / far
        with self.paper.clipped(on):
            dark = mix(self.light.ambient, "#000000", 0.5) if self.light.night else "#3A2F45"
            self.paper.fill(moved(shape, shift=(-x / length, -y / length)), dark, opacity)


@lru_cache(maxsize=2048)
def smooth(points: tuple[Point, ...]) -> Points:
    """Return a smooth line through points, (n, 2)."""
    return curve(points, detail=6)


def tube(points: Sequence[Point], widths: Sequence[float], detail: int = 8, cap: int = 11) -> Shape:
    """Return one outline of a limb with round ends, as wide at each point as ``widths`` says."""
    line = curve(points, detail=detail)
    radii = np.interp(np.arange(len(line)), np.arange(len(points)) * detail, widths) / 2
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    across = np.column_stack((-along[:, 1], along[:, 0]))
    turns = np.linspace(0, np.pi, cap + 2)[1:-1, None]
    start = line[0] + radii[0] * (np.cos(turns) * across[0] - np.sin(turns) * along[0])
    end = line[-1] - radii[-1] * (np.cos(turns) * across[-1] - np.sin(turns) * along[-1])
    left, right = line + across * radii[:, None], line - across * radii[:, None]
    left, right = (side[_outside(side, line, radii)] for side in (left, right))
    return polygon(np.concatenate((left[::-1], start, right, end)))


def _outside(side: Points, line: Points, radii: Points) -> Points:
    """Return which points of a side, (n,), lie in no other part of the limb."""
    distances = np.linalg.norm(side[:, None] - line[None], axis=2)
    inside: Points = ~(distances < radii[None] * 0.97).any(axis=1)
    return inside
