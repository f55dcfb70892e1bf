"""Boxes, outlines and what lies in them: plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Box", "Floats", "box_of", "covers", "length_inside", "meeting", "segments", "union"]

Floats = NDArray[np.float64]
_PIECES = 4  # straight pieces that stand for one cubic curve
_SHARES = np.linspace(0, 1, _PIECES + 1)
# How much each of a curve's four points counts at each share: Bernstein polynomials.
_BERNSTEIN = np.stack(
    [
        (1 - _SHARES) ** 3,
        3 * _SHARES * (1 - _SHARES) ** 2,
        3 * _SHARES**2 * (1 - _SHARES),
        _SHARES**3,
    ],
    axis=1,
)


class Box(NamedTuple):
    """An upright rectangle in Manim units."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> Box:
        """Return the box with a border added, or taken away."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def overlap(self, other: Box) -> tuple[float, float]:
        """Return how far two boxes overlap across and up; negative is the gap between them."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across, up

    def outside(self, other: Box) -> float:
        """Return how far this box reaches beyond another; negative if it lies well inside."""
        return max(
            other.left - self.left,
            other.bottom - self.bottom,
            self.right - other.right,
            self.top - other.top,
        )


def box_of(points: Floats, border: float = 0.0) -> Box:
    """Return the box around points (n, 2 or 3), with a border."""
    low, high = points.min(axis=0) - border, points.max(axis=0) + border
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def union(one: Box, other: Box) -> Box:
    """Return the box around two; nan if one has a nan."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return Box(float(low[0]), float(low[1]), float(high[2]), float(high[3]))


def meeting(boxes: Sequence[Box], others: Sequence[Box], air: float) -> NDArray[np.bool_]:
    """Tell of which boxes (n,) the gap to one of the others is smaller than ``air``."""
    if not boxes or not others:
        return np.zeros(len(boxes), dtype=bool)
    low, high = np.array(boxes)[:, None, :2], np.array(boxes)[:, None, 2:]
    foot, head = np.array(others)[:, :2] - air, np.array(others)[:, 2:] + air
    near: NDArray[np.bool_] = np.all((low < head) & (foot < high), axis=2).any(axis=1)
    return near


def segments(points: Floats) -> Floats:
    """Return straight pieces (m, 2, 2) for cubic Bézier curves (4n, 3)."""
    curves = points.reshape(-1, 4, points.shape[-1])[..., :2]
    corners = np.einsum("sk,nkd->nsd", _BERNSTEIN, curves)
    return np.stack([corners[:, :-1], corners[:, 1:]], axis=2).reshape(-1, 2, 2)


def length_inside(pieces: Floats, box: Box) -> float:
    """Return the length that straight pieces (m, 2, 2) have inside a box.

    Each is clipped as Liang and Barsky (1984) do it.
    """
    starts, ways = pieces[:, 0], pieces[:, 1] - pieces[:, 0]
    low, high = np.array([box.left, box.bottom]), np.array([box.right, box.top])
    with np.errstate(divide="ignore", invalid="ignore"):
        hits = np.stack([(low - starts) / ways, (high - starts) / ways])
    between = (low < starts) & (starts < high)
    always = np.where(between, np.array([-np.inf, np.inf])[:, None, None], np.inf)
    hits = np.where(ways == 0, always, hits)
    enter = np.maximum(hits.min(axis=0).max(axis=1), 0.0)
    leave = np.minimum(hits.max(axis=0).min(axis=1), 1.0)
    shares = np.maximum(leave - enter, 0.0)
    return float((shares * np.hypot(ways[:, 0], ways[:, 1])).sum())


def covers(pieces: Floats, box: Box) -> bool:
    """Tell whether a closed outline (m, 2, 2) winds around all of a box."""
    if length_inside(pieces, box) > 0:
        return False
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    (x0, y0), (x1, y1) = (pieces - middle).transpose(1, 2, 0)
    turns = np.arctan2(x0 * y1 - x1 * y0, x0 * x1 + y0 * y1).sum() / (2 * np.pi)
    return bool(round(turns))  # a gap where an outline closes does not matter
