"""Cloth as numbers: its folds and threads, and light on it, a value for each pixel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.paint.paper import Pixels, Stop, rgb

__all__ = ["Floats", "light", "premultiplied", "shades", "threads"]

Floats = NDArray[np.floating[Any]]
_LEVELS = 1024


def premultiplied(colour: Floats, alpha: Floats) -> Pixels:
    """Return pixels from colours, (height, width, 3), and alpha, (height, width), from 0 to 1."""
    whole = np.dstack((colour * alpha[..., None], alpha))
    return np.asarray(np.rint(np.clip(whole, 0, 1) * 255), dtype=np.uint8)


def light(away: Floats, lit: Floats, stops: Sequence[Stop]) -> Pixels:
    """Return light that falls off: ``away`` from 0 to 1 of its reach, ``lit`` times as strong.

    ``lit`` fits to ``away``, (height, width).
    """
    shares = np.linspace(0, 1, _LEVELS)
    table = np.empty((_LEVELS, 4))
    for part, values in enumerate(zip(*((*rgb(c), a) for _, c, a in stops), strict=True)):
        table[:, part] = np.interp(shares, [stop[0] for stop in stops], values)
    looked = table[np.minimum(away * (_LEVELS - 1), _LEVELS - 1).astype(np.intp)]
    return premultiplied(looked[..., :3], np.clip(looked[..., 3] * lit, 0, 1))


def shades(tone: Floats, stops: Sequence[tuple[float, str]]) -> Pixels:
    """Return opaque pixels, (height, width, 4), from tones, (height, width), of 0 to 1."""
    levels = np.linspace(0, 1, _LEVELS)
    colours = np.array([rgb(colour) for _, colour in stops])
    table = np.full((_LEVELS, 4), 255, dtype=np.uint8)
    for part in range(3):
        mixed = np.interp(levels, [share for share, _ in stops], colours[:, part])
        table[:, part] = np.rint(mixed * 255)
    return np.asarray(table[(np.clip(tone, 0, 1) * (_LEVELS - 1)).astype(np.intp)])


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
