"""Hair, behind the face and before it, in the head's units."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

import numpy as np

from scenes.figures.brush import Brush
from scenes.figures.people import Person
from scenes.paint.shapes import Point, Shape, blob, ellipse, union

__all__ = ["paint_back", "paint_front"]


def paint_back(brush: Brush, person: Person) -> None:
    """Paint the hair behind the face."""
    _BACKS[person.hairdo](brush, person)


def paint_front(brush: Brush, person: Person) -> None:
    """Paint the hair that falls over the face."""
    _FRONTS[person.hairdo](brush, person)


def _shine(brush: Brush, person: Person, lines: list[list[Point]], width: float) -> None:
    for line in lines:
        brush.line(line, person.shine, width, 0.7)


@cache
def _tuft_back() -> Shape:
    return blob(
        [(-0.2, 1.24), (-0.72, 0.98), (-0.99, 0.5), (-1.0, 0.0), (-0.86, -0.42), (-0.66, -0.60),
         (-0.5, -0.5), (-0.3, 0.2), (0.2, 0.8)], detail=6,
    )  # fmt: skip


@cache
def _tuft_front() -> Shape:
    cap = blob(
        [(-0.50, -0.16), (-0.36, 0.16), (-0.20, 0.46), (0.04, 0.64), (0.40, 0.66), (0.66, 0.66),
         (0.90, 0.68), (1.10, 0.80), (1.02, 1.10), (0.66, 1.31), (0.16, 1.35), (-0.34, 1.25),
         (-0.76, 0.98), (-1.0, 0.52), (-1.03, 0.02), (-0.88, -0.46), (-0.66, -0.64), (-0.58, -0.4)],
        detail=6,
    )  # fmt: skip
    tufts = (
        blob([(0.62, 1.16), (0.98, 1.40), (1.24, 1.12), (1.08, 0.86), (0.7, 0.9)], detail=6),
        blob([(-0.5, 1.05), (-0.86, 1.34), (-0.5, 1.30), (-0.1, 1.28)], detail=6),
        blob([(-0.92, 0.35), (-1.24, 0.46), (-1.0, 0.72), (-0.8, 0.9)], detail=6),
        blob([(-0.9, -0.1), (-1.16, -0.2), (-1.0, 0.16), (-0.9, 0.3)], detail=6),
    )
    return union(cap, *tufts)


def _paint_tuft_back(brush: Brush, person: Person) -> None:
    brush.solid(_tuft_back(), person.hair, rim=0)


def _paint_tuft_front(brush: Brush, person: Person) -> None:
    brush.solid(_tuft_front(), person.hair, depth=1.5, wash=0.8)
    _shine(
        brush, person,
        [[(0.98, 0.84), (0.74, 1.10), (0.36, 1.18)], [(0.52, 0.76), (0.22, 1.0), (-0.2, 1.06)],
         [(0.02, 0.74), (-0.34, 0.9), (-0.62, 0.78)], [(-0.5, 0.3), (-0.66, 0.1), (-0.7, -0.2)]],
        0.05,
    )  # fmt: skip


@cache
def _curls_back() -> Shape:
    rng = np.random.default_rng(5)
    curls = []
    for degrees in np.arange(28, 240, 17):
        turn, far = math.radians(degrees), 0.90 + 0.10 * math.sin(degrees * 0.11)
        centre = (far * math.cos(turn) - 0.06, 0.10 + far * math.sin(turn))
        curls.append(ellipse(centre, 0.37 + 0.05 * rng.random(), points=24))
    bun = [
        ellipse((-0.62 + 0.36 * math.cos(t), 1.46 + 0.30 * math.sin(t)), 0.27, points=24)
        for t in np.arange(0, 6.28, 0.9)
    ]
    return union(
        *curls, ellipse((-0.15, 0.35), 0.85, 0.8), *bun, ellipse((-0.62, 1.46), 0.42, 0.36)
    )


@cache
def _curls_front() -> Shape:
    return union(
        *(
            ellipse((x, y), radius, points=24)
            for x, y, radius in (
                (-0.58, 0.42, 0.30), (-0.46, 0.72, 0.30), (-0.15, 0.90, 0.30), (0.18, 0.95, 0.27),
                (0.48, 0.88, 0.24), (0.70, 0.72, 0.18), (-0.66, 0.12, 0.24),
            )
        )
    )  # fmt: skip


def _arcs(spots: list[tuple[float, float, float, float]], far: float) -> list[list[Point]]:
    return [
        [
            (x + r * math.cos(math.radians(start + t)), y + r * math.sin(math.radians(start + t)))
            for t in np.linspace(0, far, 5)
        ]
        for x, y, r, start in spots
    ]


def _paint_curls_back(brush: Brush, person: Person) -> None:
    brush.solid(_curls_back(), person.hair, depth=2.2, wash=0.7)
    _shine(
        brush, person,
        _arcs([(-0.62, 1.49, 0.26, 40), (-0.62, 1.47, 0.42, 150), (-0.95, 0.55, 0.22, 100),
               (-0.98, 0.05, 0.2, 140), (-0.72, 0.9, 0.22, 80), (-0.3, 1.12, 0.2, 60),
               (-0.84, -0.3, 0.2, 170)], 120),
        0.045,
    )  # fmt: skip


def _paint_curls_front(brush: Brush, person: Person) -> None:
    brush.solid(_curls_front(), person.hair, depth=1.4, wash=0.6)
    _shine(
        brush, person,
        _arcs([(-0.46, 0.72, 0.19, 60), (-0.12, 0.92, 0.19, 50), (0.2, 0.97, 0.17, 40),
               (0.5, 0.90, 0.15, 30), (-0.6, 0.38, 0.18, 80), (-0.66, 0.1, 0.14, 100)], 110),
        0.045,
    )  # fmt: skip


@cache
def _short() -> tuple[Shape, Shape]:
    nape = blob(
        [(-0.2, 1.0), (-0.74, 0.9), (-1.0, 0.45), (-1.0, 0.0), (-0.92, -0.42), (-0.74, -0.66),
         (-0.56, -0.52), (-0.4, 0.2)], detail=6,
    )  # fmt: skip
    side = blob(
        [(-0.86, 0.62), (-0.1, 0.74), (0.62, 0.74), (0.9, 0.6), (0.6, 0.62), (0.34, 0.52),
         (0.1, 0.6), (-0.14, 0.44), (-0.2, 0.12), (-0.3, -0.06), (-0.46, 0.06), (-0.7, -0.1)],
        detail=6,
    )  # fmt: skip
    return nape, side


def _paint_short_back(brush: Brush, person: Person) -> None:
    brush.solid(_short()[0], person.hair, depth=1.2)


def _paint_short_front(brush: Brush, person: Person) -> None:
    brush.solid(_short()[1], person.hair, depth=0.6, rim=0)
    _shine(brush, person, [[(-0.84, 0.3), (-0.86, 0.0), (-0.8, -0.3)]], 0.05)


_Painter = Callable[[Brush, Person], None]
_BACKS: dict[str, _Painter] = {
    "tuft": _paint_tuft_back,
    "curls": _paint_curls_back,
    "short": _paint_short_back,
}
_FRONTS: dict[str, _Painter] = {
    "tuft": _paint_tuft_front,
    "curls": _paint_curls_front,
    "short": _paint_short_front,
}
