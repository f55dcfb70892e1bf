"""Fog over the hiker's landscape, the same at every rendering."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.props.hiker_relief import Relief
from scenes.props.hiker_tint import Colours, rgb
from scenes.stage.raster import Pixels
from scenes.stage.theme import Theme

__all__ = ["Fog", "smooth_step", "to_pixels"]

Field = NDArray[np.float32]

SEED = 11
BILLOWS = (4, 5)  # how many of the largest lie above and beside each other
OCTAVES = 5
THICK = 0.965  # share of what is under it that thick fog hides
EDGE = 0.05  # how far it spills over the land's outline, as a share of the picture's height
FADE = 0.17  # how far from the picture's edges it begins to fade, as a share of its height


@dataclass(frozen=True)
class Fog:
    """The fogged picture ``colours`` (h, w, 3), and how ragged the fog is, ``wisps`` (h, w)."""

    colours: Colours
    wisps: Field

    @classmethod
    def over(cls, relief: Relief, theme: Theme) -> Fog:
        """Lay fog over a landscape."""
        shape = relief.colours.shape[:2]
        rng = np.random.default_rng(SEED)
        large, small = _clouds(shape, BILLOWS, rng), _clouds(shape, (7, 8), rng)
        land = _blurred(np.isfinite(relief.places[..., 0]), EDGE)
        thick = THICK * smooth_step(0.10, 0.55, land + np.float32(0.5) * (large - np.float32(0.5)))
        light = smooth_step(0.22, 0.8, large + np.float32(0.5) * (small - np.float32(0.5)))
        deep, high = rgb(theme.paint("fog")), rgb(theme.paint("fog top"))
        fog = deep + light[..., np.newaxis] * (high - deep)
        colours = relief.colours + thick[..., np.newaxis] * (fog - relief.colours)
        ground = rgb(theme.mark("ground"))
        inner = smooth_step(
            0, 1, _from_edges(shape, FADE) * (np.float32(0.2) + np.float32(1.6) * large)
        )
        colours = ground + inner[..., np.newaxis] * (colours - ground)
        return cls(np.asarray(colours), small - np.float32(0.5))


def to_pixels(colours: Colours) -> Pixels:
    """Return colours in 0 to 1 as whole numbers to 255."""
    return (colours * np.float32(255) + np.float32(0.5)).astype(np.uint8)


def smooth_step(low: float, high: float, values: Field) -> Field:
    """Return 0 below low, 1 above high, and a smooth rise between."""
    share = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def _from_edges(shape: tuple[int, int], reach: float) -> Field:
    """Return how far (h, w) it is to the nearest edge, 1 where that is a share of the height."""
    sides = (np.minimum(np.arange(n), np.arange(n)[::-1]) / (reach * shape[0]) for n in shape)
    down, across = (side.astype(np.float32) for side in sides)
    return np.asarray(np.minimum(down[:, np.newaxis], across))


def _clouds(shape: tuple[int, int], cells: tuple[int, int], rng: np.random.Generator) -> Field:
    """Return noise (h, w) in 0 to 1: each octave twice as fine and half as strong."""
    total = np.zeros(shape, dtype=np.float32)
    for octave in range(OCTAVES):
        grid = rng.random((cells[0] * 2**octave + 2, cells[1] * 2**octave + 2))
        total += _stretched(grid.astype(np.float32), shape) / np.float32(2**octave)
    return total / np.float32(2 - 2.0 ** (1 - OCTAVES))


def _stretched(grid: Field, shape: tuple[int, int]) -> Field:
    """Return a grid blown up to a shape, smoothly between its points."""
    for axis in (0, 1):
        places = np.linspace(0, grid.shape[axis] - 1.001, shape[axis], dtype=np.float32)
        low = places.astype(np.intp)
        share = places - low
        share = np.expand_dims(share * share * (3 - 2 * share), 1 - axis)
        first, second = grid.take(low, axis=axis), grid.take(low + 1, axis=axis)
        grid = first + share * (second - first)
    return grid


def _blurred(solid: NDArray[np.bool_], reach: float) -> Field:
    """Return a mask (h, w) with soft edges, worked out on a coarse grid."""
    every = max(1, round(reach * len(solid) / 4))
    coarse = solid[::every, ::every].astype(np.float32)
    for _ in range(10):
        wide = np.pad(coarse, 1)
        beside = wide[1:-1, :-2] + wide[1:-1, 2:] + wide[:-2, 1:-1] + wide[2:, 1:-1]
        coarse = (beside + 2 * coarse) / np.float32(6)
    return _stretched(coarse, solid.shape)
