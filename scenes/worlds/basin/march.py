"""What of the ground each pixel sees: few rays are marched, and those between start from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.worlds.basin.land import Floats, height
from scenes.worlds.basin.look import Look

__all__ = ["Flags", "Seen", "march"]

Flags = NDArray[np.bool_]

_COARSE = 6  # pixels
_NEAR, _FAR = 0.15, 30.0
_LEAST, _MOST = 0.012, 0.3  # of a stride
_STRIDES = 400
_EVEN = 1.25  # how many times as far as the nearest the farthest of neighbours is on open ground
_HAIR = 1e-3  # of depth
_HIGHEST = 4.5  # of the land


@dataclass(frozen=True)
class Seen:
    """What pixels see of the ground.

    ``there`` (rows, columns) are the pixels that see it; w, b and how far ahead it is are of those
    alone, (n,), row by row.
    """

    there: Flags
    w: Floats
    b: Floats
    depth: Floats

    def only(self, kept: Flags) -> Seen:
        """Return what some (n,) of the pixels see."""
        there = self.there.copy()
        there[there] = kept
        return replace(self, there=there, w=self.w[kept], b=self.b[kept], depth=self.depth[kept])

    def spread(self, values: Floats, without: float) -> Floats:
        """Return values (n, ...) where their pixels are, (rows, columns, ...)."""
        whole = np.full((*self.there.shape, *values.shape[1:]), without)
        whole[self.there] = values
        return whole

    def slope(self, values: Floats) -> Floats:
        """Return by how much values (n,) differ from pixel to pixel, inf beside others, (n,)."""
        slope = np.hypot(*np.gradient(self.spread(values, np.nan)))[self.there]
        return np.where(np.isnan(slope), np.inf, slope)


def march(
    look: Look, xs: Floats, ys: Floats, near: Callable[[Floats, Floats], Flags] | None = None
) -> Seen:
    """Look along the rays through columns ``xs`` and rows ``ys`` of the frame.

    Ground that is not ``near``, nor anything beside it, may be left out.
    """
    if look.flat:  # straight down: the ground is where the ray is
        starts, _ = look.rays(*np.meshgrid(xs, ys))
        w, b = starts[..., 0].ravel(), starts[..., 1].ravel()
        seen = Seen(np.ones(starts.shape[:2], bool), w, b, np.full(w.shape, look.place[2]))
        return seen if near is None else seen.only(near(w, b))
    net = _Net.cast(look, xs, ys)
    first = _among(np.minimum, net.depth) - 2 * _LEAST
    if near is not None:
        first[~_among(np.logical_or, net.is_ground & net.where(near))] = np.inf
    start = np.maximum(net.at_corners(first), _NEAR)
    there = np.isfinite(start)
    rays = _Rays.through(look, xs, ys).only(there.ravel())
    depth = rays.met_near(*(part[there] for part in net.between()))
    hidden = np.isnan(depth)
    depth[hidden] = rays.only(hidden).marched(start[there][hidden])
    ground = np.isfinite(depth)
    w, b, _ = rays.only(ground).spots(depth[ground])
    there[there] = ground
    return Seen(there, w, b, depth[ground])


def _among(join: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
    """Join each value (rows, columns) with its neighbours."""
    wide = np.pad(values, 1, mode="edge")
    rows, columns = values.shape
    shifts = [wide[i : i + rows, j : j + columns] for i in range(3) for j in range(3)]
    return np.asarray(join.reduce(shifts))


@dataclass(frozen=True)
class _Net:
    """A few rays' depths, inf where they meet no ground, at the corners of cells of pixels."""

    rays: _Rays
    depth: Floats
    pixels: tuple[int, int]  # rows and columns

    @classmethod
    def cast(cls, look: Look, xs: Floats, ys: Floats) -> _Net:
        """Return the depths of every few columns and rows, and of the last."""
        few = [np.append(line[::_COARSE], line[-1]) for line in (xs, ys)]
        rays = _Rays.through(look, *few)
        depth = rays.marched(np.full(len(rays), _NEAR))
        return cls(rays, depth.reshape(len(few[1]), len(few[0])), (len(ys), len(xs)))

    @property
    def is_ground(self) -> Flags:
        """Whether rays meet the ground."""
        return np.isfinite(self.depth)

    def where(self, near: Callable[[Floats, Floats], Flags]) -> Flags:
        """Return whether what rays meet is near something."""
        w, b, _ = self.rays.spots(np.where(self.is_ground, self.depth, _FAR).ravel())
        return near(w, b).reshape(self.depth.shape)

    def at_corners(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return each pixel's value: that of its cell's first corner."""
        rows, columns = (np.arange(count) // _COARSE for count in self.pixels)
        return values[np.ix_(rows, columns)]

    def between(self) -> tuple[Floats, Floats]:
        """Return each pixel's likely depth, nan beside an edge, and how steeply its ray falls."""
        at = np.where(self.is_ground, self.depth, _FAR)
        low, high = (self.rays.above(at.ravel() + off) for off in (-_HAIR, _HAIR))
        steep = ((high - low) / (2 * _HAIR)).reshape(at.shape)
        least, most = (_among(join, self.depth) for join in (np.minimum, np.maximum))
        even = most < _EVEN * least
        return self._mixed(np.where(even, 1 / at, np.nan)), self._mixed(steep)

    def _mixed(self, values: Floats) -> Floats:
        """Return values between the corners; an inverse depth is so exact on a plane."""
        for axis, count in enumerate(self.pixels):
            ends = np.append(np.arange(0, count, _COARSE), count - 1)
            cell = np.minimum(np.arange(count) // _COARSE, len(ends) - 2)
            share = (np.arange(count) - ends[cell]) / np.maximum(ends[cell + 1] - ends[cell], 1)
            share = share if axis else share[:, None]
            values = (
                np.take(values, cell, axis) * (1 - share) + np.take(values, cell + 1, axis) * share
            )
        return values


@dataclass(frozen=True)
class _Rays:
    """Rays from a camera, whose ways (3, n) are those in a depth of 1."""

    look: Look
    ways: Floats

    @classmethod
    def through(cls, look: Look, xs: Floats, ys: Floats) -> _Rays:
        """Return the rays through columns and rows of the frame, row by row."""
        _, ways = look.rays(*np.meshgrid(xs, ys))
        return cls(look, np.ascontiguousarray(ways.reshape(-1, 3).T))

    def __len__(self) -> int:
        return len(self.ways[0])

    def only(self, kept: Flags | NDArray[np.intp]) -> _Rays:
        """Return some of the rays."""
        return _Rays(self.look, self.ways[:, kept])

    def spots(self, depth: Floats) -> Floats:
        """Return w, b and height (3, n) at depths (n,)."""
        return np.asarray(np.array(self.look.place)[:, None] + depth * self.ways)

    def above(self, depth: Floats) -> Floats:
        """Return how high over the ground rays are at depths (n,)."""
        w, b, high = self.spots(depth)
        return np.asarray(high - height(self.look.name, w, b))

    def marched(self, first: Floats) -> Floats:
        """Return the depths (n,) at which rays meet the ground, inf where they do not.

        They are marched from ``first``.
        """
        left, at, rays = np.arange(len(self)), first, self
        low, high = np.full((2, len(self)), np.nan)
        low[:] = np.maximum(first - _LEAST, 0.5 * _NEAR)
        for _ in range(_STRIDES):
            gap = rays.above(at)
            hit = gap < 0
            high[left[hit]] = at[hit]
            # A ray that climbs above all the land will never meet it.
            up, over = rays.ways[2] > 0, self.look.place[2] + at * rays.ways[2] > _HIGHEST
            going = ~hit & ~((at > _FAR) | (up & over))
            left, at, gap, rays = left[going], at[going], gap[going], rays.only(going)
            if not len(left):
                break
            low[left] = at
            at = at + np.clip(0.45 * gap, _LEAST, _MOST)
        met = np.isfinite(high)
        depth = np.full(len(self), np.inf)
        depth[met] = self.only(met)._between(low[met], high[met])
        return depth

    def met_near(self, inverse: Floats, steep: Floats) -> Floats:
        """Return the depths (n,) at which rays meet the ground near a likely one, else nan.

        Likely depths are given by their inverses, nan for none, and how steeply rays fall there.
        """
        depth, likely = np.full(len(self), np.nan), np.flatnonzero(np.isfinite(inverse))
        rays, one, steep = self.only(likely), 1 / inverse[likely], steep[likely]
        over = rays.above(one)
        two = one - over / np.minimum(steep, -_HAIR)
        under = rays.above(two)
        fall = np.minimum((under - over) / np.where(two == one, 1.0, two - one), -_HAIR)
        three = two - under / np.where(two == one, steep, fall)
        sure = (np.abs(three - two) < _HAIR) & (np.abs(two - one) < _MOST)
        depth[likely[sure]] = three[sure]
        return depth

    def _between(self, low: Floats, high: Floats) -> Floats:
        for _ in range(9):
            middle = (low + high) / 2
            under = self.above(middle) < 0
            low, high = np.where(under, low, middle), np.where(under, middle, high)
        return (low + high) / 2
