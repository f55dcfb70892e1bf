"""What of the ground each pixel sees: rays are marched coarsely, then from there finely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.worlds.basin.land import Floats, height
from scenes.worlds.basin.look import Look

__all__ = ["Seen", "march"]

_COARSE = 6  # pixels
_NEAR, _FAR = 0.15, 30.0
_LEAST, _MOST = 0.012, 0.3  # of a stride
_STRIDES = 400


@dataclass(frozen=True)
class Seen:
    """What pixels (height, width) see: w, b, how far ahead, and whether it is ground at all."""

    w: Floats
    b: Floats
    depth: Floats
    ground: NDArray[np.bool_]


def march(look: Look, xs: Floats, ys: Floats) -> Seen:
    """Look along the rays through columns ``xs`` and rows ``ys`` of the frame."""
    if look.flat:  # straight down: the ground is where the ray is
        across, up = np.meshgrid(xs, ys)
        starts, _ = look.rays(across, up)
        depth = np.full(across.shape, look.place[2])
        return Seen(starts[..., 0], starts[..., 1], depth, np.ones(across.shape, dtype=bool))
    few = [np.append(line[::_COARSE], line[-1]) for line in (xs, ys)]
    start = np.full((len(few[1]), len(few[0])), _NEAR)
    rough = _depths(look, few[0], few[1], start)
    first = _nearest(rough) - 2 * _LEAST
    rows, columns = (np.arange(len(line)) // _COARSE for line in (ys, xs))
    depth = _depths(look, xs, ys, np.maximum(first[np.ix_(rows, columns)], _NEAR))
    ground = np.isfinite(depth)
    starts, ways = look.rays(*np.meshgrid(xs, ys))
    spots = starts + np.where(ground, depth, 0.0)[..., None] * ways
    return Seen(spots[..., 0], spots[..., 1], np.where(ground, depth, _FAR), ground)


def _nearest(depth: Floats) -> Floats:
    """Return the least depth among each cell and its neighbours."""
    wide = np.pad(depth, 1, constant_values=np.inf)
    rows, columns = depth.shape
    shifts = [wide[i : i + rows, j : j + columns] for i in range(3) for j in range(3)]
    return np.asarray(np.minimum.reduce(shifts))


def _depths(look: Look, xs: Floats, ys: Floats, first: Floats) -> Floats:
    """Return the depths at which rays meet the ground, inf where they do not."""
    starts, ways = (part.reshape(-1, 3) for part in look.rays(*np.meshgrid(xs, ys)))
    depth = np.full(first.size, np.inf)
    left = np.flatnonzero(np.isfinite(first.ravel()))
    low, high = np.full((2, first.size), np.nan)
    at = first.ravel()[left]
    low[left] = np.maximum(at - _LEAST, 0.5 * _NEAR)
    for _ in range(_STRIDES):
        gap = _above(look, starts[left], ways[left], at)
        hit = gap < 0
        high[left[hit]] = at[hit]
        # A ray that climbs above all the land will never meet it.
        gone = (at > _FAR) | ((ways[left, 2] > 0) & (starts[left, 2] + at * ways[left, 2] > 4.5))
        going = ~hit & ~gone
        left, at, gap = left[going], at[going], gap[going]
        if not len(left):
            break
        low[left] = at
        at = at + np.clip(0.45 * gap, _LEAST, _MOST)
    met = np.flatnonzero(np.isfinite(high))
    depth[met] = _between(look, starts[met], ways[met], low[met], high[met])
    return depth.reshape(first.shape)


def _above(look: Look, starts: Floats, ways: Floats, at: Floats) -> Floats:
    spots = starts + at[:, None] * ways
    return np.asarray(spots[:, 2] - height(look.name, spots[:, 0], spots[:, 1]))


def _between(look: Look, starts: Floats, ways: Floats, low: Floats, high: Floats) -> Floats:
    for _ in range(9):
        middle = (low + high) / 2
        under = _above(look, starts, ways, middle) < 0
        low, high = np.where(under, low, middle), np.where(under, middle, high)
    return (low + high) / 2
