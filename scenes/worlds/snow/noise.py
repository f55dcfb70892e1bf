"""Soft noise, and colours along a ramp, as arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scenes.paint.paints import rgb
from scenes.worlds.ramps import Floats, smoothstep

__all__ = ["clouds", "coloured"]


def coloured(values: Floats, ramp: Sequence[tuple[float, str]]) -> Floats:
    """Return the colours (..., 3), from 0 to 1, of values along a ramp."""
    places = [place for place, _ in ramp]
    colours = np.array([rgb(colour) for _, colour in ramp])
    parts = [np.interp(values, places, colours[:, part]) for part in range(3)]
    return np.stack(parts, axis=-1)


def clouds(
    shape: tuple[int, int], cell: float, seed: int, octaves: int = 4, stretch: float = 1.0
) -> Floats:
    """Return noise (height, width) from 0 to 1: billows ``cell`` pixels high, and finer ones."""
    draw = np.random.default_rng(seed)
    total, weight = np.zeros(shape), 0.0
    for octave in range(octaves):
        size = max(cell / 2**octave, 2.0)
        total += 0.5**octave * _waves(shape, size, max(size * stretch, 2.0), draw)
        weight += 0.5**octave
    return total / weight


def _waves(shape: tuple[int, int], high: float, wide: float, draw: np.random.Generator) -> Floats:
    rows, row_shares = _between(shape[0], high)
    columns, column_shares = _between(shape[1], wide)
    grid = draw.random((rows[-1] + 2, columns[-1] + 2))
    lines = grid[rows] + (grid[rows + 1] - grid[rows]) * row_shares[:, None]
    left, right = lines[:, columns], lines[:, columns + 1]
    return np.asarray(left + (right - left) * column_shares)


def _between(count: int, cell: float) -> tuple[NDArray[np.int_], Floats]:
    places = np.arange(count) / cell
    whole = places.astype(int)
    return whole, smoothstep(places - whole, 0, 1)
