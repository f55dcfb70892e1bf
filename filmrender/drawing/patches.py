"""Parts of a picture that changed, with as much about them as a converter of colours needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmrender.drawing.shapes import Box

__all__ = ["Patch", "cut"]

_STEP = 32  # pixels: the converter is quickest where rows begin at a multiple of it
_MARGIN = 4  # rows: the converter rounds a chroma row at an edge of its input differently


class Patch(NamedTuple):
    """Pixels (rows, columns, 4) of a picture, and the part of them to convert."""

    pixels: NDArray[np.uint8]
    left: int
    top: int  # of ``pixels``
    rows: slice  # of ``pixels``, even


def cut(pixels: NDArray[np.uint8], boxes: Iterable[Box]) -> list[Patch]:
    """Copy what a converter needs to renew ``boxes`` of the picture ``pixels``."""
    height, width = pixels.shape[:2]
    patches = []
    for left, top, right, bottom in boxes:
        left, right = _widen(left, right, width)
        top, bottom = _widen(top, bottom, height)
        above, below = min(_MARGIN, top), min(_MARGIN, height - bottom)
        part = pixels[top - above : bottom + below, left:right].copy()
        patches.append(Patch(part, left, top - above, slice(above, above + bottom - top)))
    return patches


def _widen(start: int, end: int, limit: int) -> tuple[int, int]:
    """Return a span that covers this one, of one of few sizes, four an octave, or the ``limit``."""
    start = start // _STEP * _STEP
    step = max(_STEP, 2 ** (end - start - 1).bit_length() // 8)
    size = -(-(end - start) // step) * step
    if size >= limit:
        return 0, limit
    start = min(start, limit - size) // 2 * 2
    return start, start + size
