"""Cloth as numbers: its folds and threads, and light on it, a value for each pixel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.paint.paints import Stop, rgb
from scenes.paint.surface import Pixels

__all__ = ["Floats", "light", "shades", "threads"]

Floats = NDArray[np.floating[Any]]
_LEVELS, _STRENGTHS = 1024, 256
_BRIGHTEST = 1.5


def light(away: Floats, lit: Floats, stops: Sequence[Stop]) -> Pixels:
    """Return light that falls off: ``away`` from 0 to 1 of its reach, ``lit`` times as strong.

    Both are (height, width), or can be broadcast to it; ``lit`` is at most 1.5.
    """
    return _looked_up(away, lit / _BRIGHTEST, _light_table(tuple(stops)))


def shades(tone: Floats, stops: Sequence[tuple[float, str]]) -> Pixels:
    """Return opaque pixels, (height, width, 4), from tones, (height, width), of 0 to 1."""
    levels = np.linspace(0, 1, _LEVELS)
    where, colours = [stop[0] for stop in stops], np.array([rgb(stop[1]) for stop in stops])
    table = np.ones((_LEVELS, 1, 4))
    for part in range(3):
        table[:, 0, part] = np.interp(levels, where, colours[:, part])
    return _looked_up(tone, np.zeros((1, 1), np.float32), _bytes(table))


@cache
def _light_table(stops: tuple[Stop, ...]) -> NDArray[np.uint8]:
    """Return premultiplied pixels by distance and strength, (levels, strengths, 4)."""
    shares, where = np.linspace(0, 1, _LEVELS), [stop[0] for stop in stops]
    alpha = np.interp(shares, where, [stop[2] for stop in stops])
    strengths = np.linspace(0, _BRIGHTEST, _STRENGTHS)
    table = np.ones((_LEVELS, _STRENGTHS, 4))
    for part, values in enumerate(zip(*(rgb(stop[1]) for stop in stops), strict=True)):
        table[..., part] = np.interp(shares, where, values)[:, None]
    return _bytes(table * np.clip(alpha[:, None] * strengths, 0, 1)[..., None])


def _bytes(table: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.rint(table * 255).astype(np.uint8)


def _looked_up(across: Floats, down: Floats, table: NDArray[np.uint8]) -> Pixels:
    """Return the table's pixels at these shares, 0 to 1, of its first two axes."""
    levels, strengths, _ = table.shape
    rows = np.clip(across * np.float32(levels - 1) + np.float32(0.5), 0, levels - 1)
    columns = np.clip(down * np.float32(strengths - 1) + np.float32(0.5), 0, strengths - 1)
    index = rows.astype(np.int32) * np.int32(strengths) + columns.astype(np.int32)
    packed = table.reshape(-1, 4).view(np.uint32)[:, 0]
    return np.asarray(packed[index].view(np.uint8).reshape(*index.shape, 4))


def threads(width: int, height: int, period: float, seed: int) -> NDArray[np.float32]:
    """Return a plain weave, (height, width), about 0 and from -1 to 1; ``period`` in pixels.

    Threads too fine for the pixels are left out rather than turned into moiré.
    """
    draw = np.random.default_rng(seed)
    clear = float(np.clip((period - 2.0) / 2.0, 0.0, 1.0))
    across, up = np.arange(width), np.arange(height)
    warp = np.sin(across * 2 * np.pi / period).astype(np.float32)
    weft = np.sin(up * 2 * np.pi / period).astype(np.float32)
    # Threads differ: each column and each row is a little darker or lighter.
    columns = np.repeat(draw.normal(0, 1, width // 2 + 1), 2)[:width].astype(np.float32)
    rows = np.repeat(draw.normal(0, 1, height // 2 + 1), 2)[:height].astype(np.float32)
    woven = clear * (0.45 * warp[None, :] + 0.45 * weft[:, None])
    return np.asarray(woven + 0.16 * columns[None, :] + 0.16 * rows[:, None], dtype=np.float32)
