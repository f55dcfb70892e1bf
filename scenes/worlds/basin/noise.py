"""Noise that has a size at every scale: rough ground, banks of fog, streaks of cloud."""

from __future__ import annotations

from functools import cache

import numpy as np

from scenes.worlds.ramps import Floats, smoothstep

__all__ = ["clouds", "texture"]

_TILE = 1024


@cache
def _tile(seed: int, slope: float) -> Floats:
    """Return noise (n, n) of mean 0 and deviation 1 that fits to itself on all sides."""
    noise = np.random.default_rng(seed).standard_normal((_TILE, _TILE))
    waves = np.hypot(*np.meshgrid(*[np.fft.fftfreq(_TILE, 1 / _TILE)] * 2))
    strength = np.maximum(waves, 1.0) ** -slope
    strength[waves < 2] = 0.0
    soft = np.fft.ifft2(np.fft.fft2(noise) * strength).real
    return np.asarray(soft / soft.std())


def texture(x: Floats, y: Floats, seed: int = 3, slope: float = 1.25) -> Floats:
    """Return noise at places (...), which repeats when x or y grows by 1."""
    tile = _tile(seed, slope)
    across, up = x * _TILE, y * _TILE
    left, low = np.floor(across).astype(np.int64), np.floor(up).astype(np.int64)
    a, c = across - left, up - low
    left, low = left % _TILE, low % _TILE
    right, high = (left + 1) % _TILE, (low + 1) % _TILE
    bottom = tile[low, left] * (1 - a) + tile[low, right] * a
    top = tile[high, left] * (1 - a) + tile[high, right] * a
    return np.asarray(bottom * (1 - c) + top * c)


def clouds(
    xs: Floats, ys: Floats, size: tuple[float, float], seed: int, warp: float = 0.25
) -> Floats:
    """Return clouds (rows, columns) from 0 to 1, as large as ``size`` in the units of xs and ys."""
    x, y = np.meshgrid(xs / size[0] / 4, ys / size[1] / 4)
    bent = warp * 0.06 * texture(0.5 * x + 0.3, 0.5 * y, seed + 1, 2.2)
    field = texture(x + bent, y - 0.7 * bent, seed, 2.0)
    return smoothstep(field, -1.9, 1.9)
