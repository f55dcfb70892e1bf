"""What the tests of the worlds share: frames, plates, and how bright pixels are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Art
from scenes.paint.paints import rgb
from scenes.worlds.loft.backdrop import Backdrop
from scenes.worlds.loft.cloth import Cloth, Upright
from scenes.worlds.loft.dawn import Dawn
from scenes.worlds.loft.room import Room

FRAMES = {"16:9": (128 / 9, 8.0), "1:1": (8.0, 8.0), "9:16": (8.0, 128 / 9)}
TEXT = {True: "#F2F4F8", False: "#1A1D24"}
PREVIEW = 30.0  # pixels a unit


def plates(scale: float = PREVIEW) -> Iterator[tuple[str, bool, Art]]:
    """Yield every plate of the loft: its name, whether it is night, the art."""
    for aspect, (width, height) in FRAMES.items():
        for night in (True, False):
            hour = "night" if night else "day"
            for world in (
                Room(width, height, night),
                Backdrop(width, height, night, (0.3 * width, -2.4), -2.4),
                Cloth(width, height, night),
                Upright(width, height, night),
                Dawn(width, height, night),
            ):
                yield f"{type(world).__name__} {aspect} {hour}", night, world.plate(scale)


def luminance(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return WCAG's relative luminance of opaque pixels."""
    parts = pixels[..., :3] / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(pixels: NDArray[np.uint8], colour: str) -> NDArray[np.float64]:
    """Return the contrast of text in this colour with each pixel."""
    own = luminance(np.rint(np.array([[rgb(colour)]]) * 255).astype(np.uint8))[0, 0]
    behind = luminance(pixels)
    high, low = np.maximum(own, behind), np.minimum(own, behind)
    return np.asarray((high + 0.05) / (low + 0.05))


def longest_runs(pixels: NDArray[np.uint8], rows: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the lengths of all runs of equal luma in these rows."""
    luma = np.rint(pixels[..., :3] @ np.array([0.2126, 0.7152, 0.0722])).astype(np.int64)
    runs = []
    for row in rows:
        ends = np.flatnonzero(np.diff(luma[row])) + 1
        runs.append(np.diff(np.concatenate(([0], ends, [luma.shape[1]]))))
    return np.concatenate(runs)
