"""Closed outlines: what pictures are painted from. All lengths are in the picture's own units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Point",
    "Points",
    "Shape",
    "blob",
    "bounds",
    "capsule",
    "curve",
    "ellipse",
    "limb",
    "moved",
    "polygon",
    "rectangle",
    "union",
]

Point = tuple[float, float]
Points = NDArray[np.float64]  # (n, 2)
# Outlines that are filled together wherever one of them turns round a point: all run anticlockwise.
Shape = tuple[Points, ...]

_DETAIL = 10  # points between two of a curve's


def polygon(points: Sequence[Point] | Points) -> Shape:
    """Return the area within these points, (n, 2)."""
    return (_anticlockwise(np.asarray(points, dtype=np.float64)),)


def rectangle(left: float, bottom: float, right: float, top: float, radius: float = 0.0) -> Shape:
    """Return a rectangle, its corners rounded by ``radius``."""
    if not radius:
        return polygon([(left, bottom), (right, bottom), (right, top), (left, top)])
    turns = np.linspace(0, np.pi / 2, 8)
    arcs = [
        np.column_stack((x + radius * np.cos(turns + start), y + radius * np.sin(turns + start)))
        for x, y, start in (
            (right - radius, top - radius, 0.0),
            (left + radius, top - radius, np.pi / 2),
            (left + radius, bottom + radius, np.pi),
            (right - radius, bottom + radius, 3 * np.pi / 2),
        )
    ]
    return polygon(np.concatenate(arcs))


def ellipse(
    centre: Point, across: float, up: float | None = None, degrees: float = 0.0, points: int = 48
) -> Shape:
    """Return an ellipse with the half axes ``across`` and ``up``, turned anticlockwise."""
    shape = _circle(points) * (across, across if up is None else up)
    return moved((shape,), degrees=degrees, shift=centre) if degrees else (shape + centre,)


@cache
def _circle(points: int) -> Points:
    turns = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.column_stack((np.cos(turns), np.sin(turns)))


def curve(
    points: Sequence[Point] | Points, *, closed: bool = False, detail: int = _DETAIL
) -> Points:
    """Return a smooth line through the points, (n, 2): a centripetal Catmull-Rom spline."""
    given = np.asarray(points, dtype=np.float64)
    if closed:
        given = np.concatenate((given[-1:], given, given[:2]))
    else:
        given = np.concatenate((2 * given[:1] - given[1:2], given, 2 * given[-1:] - given[-2:-1]))
    knots = np.maximum(np.linalg.norm(np.diff(given, axis=0), axis=1), 1e-6) ** 0.5
    share = np.linspace(0, 1, detail, endpoint=False)[None, :, None]
    first, second, third = (knots[i : len(knots) - 2 + i, None, None] for i in range(3))
    p0, p1, p2, p3 = (given[i : len(given) - 3 + i, None] for i in range(4))
    time = share * second
    a1 = (-time * p0 + (time + first) * p1) / first
    a2 = ((second - time) * p1 + time * p2) / second
    a3 = ((second + third - time) * p2 + (time - second) * p3) / third
    b1 = ((second - time) * a1 + (time + first) * a2) / (first + second)
    b2 = ((second + third - time) * a2 + time * a3) / (second + third)
    line = (((second - time) * b1 + time * b2) / second).reshape(-1, 2)
    return line if closed else np.concatenate((line, given[-2:-1]))


def blob(points: Sequence[Point] | Points, detail: int = _DETAIL) -> Shape:
    """Return the area within a smooth closed line through the points, (n, 2)."""
    return polygon(curve(points, closed=True, detail=detail))


def capsule(start: Point, end: Point, radius: float) -> Shape:
    """Return all within ``radius`` of a straight line."""
    return limb([start, end], [2 * radius, 2 * radius], straight=True)


def limb(
    points: Sequence[Point],
    widths: Sequence[float],
    *,
    straight: bool = False,
    detail: int = _DETAIL,
) -> Shape:
    """Return a tube through the points, with round ends, as wide at each as ``widths`` says."""
    given = np.asarray(points, dtype=np.float64)
    line = given if straight else curve(given, detail=detail)
    every = 1 if straight else detail
    radii = np.interp(np.arange(len(line)), np.arange(len(given)) * every, widths) / 2
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    across = np.column_stack((-along[:, 1], along[:, 0])) * radii[:, None]
    sides = np.concatenate((line - across, (line + across)[::-1]))
    # Where the tube bends sharply its inner side folds back; the discs cover that.
    discs = [
        ellipse((x, y), width / 2, points=28)
        for (x, y), width in zip(given.tolist(), widths, strict=True)
    ]
    return union((_anticlockwise(sides),), *discs)


def moved(
    shape: Shape,
    *,
    scale: float | Point = 1.0,
    degrees: float = 0.0,
    shift: Point = (0.0, 0.0),
) -> Shape:
    """Return the shape scaled about the origin, then turned anticlockwise, then shifted."""
    radians = np.radians(degrees)
    turn = np.array([[np.cos(radians), np.sin(radians)], [-np.sin(radians), np.cos(radians)]])
    factors = np.broadcast_to(np.asarray(scale, dtype=np.float64), 2)
    placed = tuple((outline * factors) @ turn + np.asarray(shift) for outline in shape)
    mirrored = factors[0] * factors[1] < 0
    return tuple(outline[::-1] for outline in placed) if mirrored else placed


def union(*shapes: Shape) -> Shape:
    """Return all that lies in one of the shapes."""
    return tuple(outline for shape in shapes for outline in shape)


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Return the left, bottom, right and top of all shapes together."""
    points = np.concatenate([outline for shape in shapes for outline in shape])
    left, bottom = points.min(axis=0).tolist()
    right, top = points.max(axis=0).tolist()
    return left, bottom, right, top


def _anticlockwise(outline: Points) -> Points:
    x, y = outline.T
    area = float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)))
    return outline[::-1] if area < 0 else outline
