"""Noise that has a size at every scale: rough ground, banks of fog, streaks of cloud."""

from __future__ import annotations

from functools import cache

import numpy as np

from scenes.worlds.ramps import Floats, smoothstep

__all__ = ["clouds", "texture"]

_TILE = 1024
_PART = 1 << 15  # places at once, whose numbers stay near the processor


@cache
def _tile(seed: int, slope: float) -> Floats:
    """Return noise (n, n) of mean 0 and deviation 1 that fits to itself on all sides."""
    noise = np.random.default_rng(seed).standard_normal((_TILE, _TILE))
    across, up = np.fft.rfftfreq(_TILE, 1 / _TILE), np.fft.fftfreq(_TILE, 1 / _TILE)
    waves = np.hypot(*np.meshgrid(across, up))
    strength = np.maximum(waves, 1.0) ** -slope
    strength[waves < 2] = 0.0
    soft = np.fft.irfft2(np.fft.rfft2(noise) * strength)
    return np.asarray(soft / soft.std())


def texture(x: Floats, y: Floats, seed: int = 3, slope: float = 1.25) -> Floats:
    """Return noise at places (...), which repeats when x or y grows by 1."""
    tile = _tile(seed, slope).ravel()
    x, y = np.broadcast_arrays(x, y)
    across, up = x.ravel(), y.ravel()
    found = np.empty(across.shape)
    for start in range(0, len(found), _PART):
        part = slice(start, start + _PART)
        found[part] = _between(tile, across[part] * _TILE, up[part] * _TILE)
    return found.reshape(x.shape)


def _between(tile: Floats, across: Floats, up: Floats) -> Floats:
    """Return what is between the four cells of a tile (n * n,) round each place (m,)."""
    left, low = np.floor(across), np.floor(up)
    across, up = across - left, up - low
    # The tile's size is a power of two: what is left of a division are the last bits.
    left = left.astype(np.intp) & (_TILE - 1)
    low = (low.astype(np.intp) & (_TILE - 1)) * _TILE
    right, high = (left + 1) & (_TILE - 1), (low + _TILE) & (_TILE**2 - 1)
    bottom, top = tile.take(low + left), tile.take(high + left)
    bottom += (tile.take(low + right) - bottom) * across
    top += (tile.take(high + right) - top) * across
    return np.asarray(bottom + (top - bottom) * up)


def clouds(
    xs: Floats, ys: Floats, size: tuple[float, float], seed: int, warp: float = 0.25
) -> Floats:
    """Return clouds (rows, columns) from 0 to 1, as large as ``size`` in the units of xs and ys."""
    x, y = np.meshgrid(xs / size[0] / 4, ys / size[1] / 4)
    bent = warp * 0.06 * texture(0.5 * x + 0.3, 0.5 * y, seed + 1, 2.2)
    field = texture(x + bent, y - 0.7 * bent, seed, 2.0)
    return smoothstep(field, -1.9, 1.9)
