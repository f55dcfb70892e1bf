"""Writes GIFs that stay small: few pictures a second, and of each only the pixels that changed.

The pictures of a shot share a palette, in which the colours of its large areas are exact.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import getdata

from filmrender.drawing.shapes import Pixels

__all__ = ["Gif"]

_MOST_RATE = 15  # pictures a second
_LOOPED = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_OPAQUE = 128  # alpha from which a pixel is seen
_COLOURS = 255  # in a palette, and one for what stays as it was
_EXACT = 48  # of them are a shot's most frequent ones; the others lie near all the rest
_MOST_KEPT = 32_000_000  # pixels that wait for their palette
_KEEP, _CLEAR = 1, 2  # disposal: what becomes of a picture before the next
_LEAST_COLOURS = 4  # fewer make no palette that a decoder takes

Codes = NDArray[np.uint32]  # of colours


class _Change(NamedTuple):
    """Pixels that change: when, in hundredths of a second, where, and their new colours."""

    time: int
    left: int
    top: int
    mask: NDArray[np.bool_]
    codes: Codes


class Gif:
    """One GIF in the making, of pictures of one size, at ``rate`` frames a second.

    If it is not ``transparent``, all pixels are taken for opaque.
    """

    def __init__(
        self, path: Path, size: tuple[int, int], rate: Fraction, *, transparent: bool
    ) -> None:
        self._file = path.open("wb")
        self._file.write(b"GIF89a" + _short(*size) + bytes(3) + _LOOPED)
        self._rate = rate
        self._every = ceil(rate / _MOST_RATE)
        self._transparent = transparent
        self._frames = 0
        self._shown: Codes | None = None
        self._changes: list[_Change] = []
        self._kept = 0
        self._pending: tuple[Image.Image, _Change, int] | None = None  # until its end is known

    def begin_shot(self) -> None:
        """Begin a shot, which has a palette of its own."""
        self._write_changes()

    def add(self, pixels: Pixels, frames: int) -> None:
        """Show a picture (height, width, 4) for so many frames; short ones may be left out."""
        first = -(-self._frames // self._every) * self._every
        if first < self._frames + frames:
            self._take(pixels, self._hundredths(first))
        self._frames += frames

    def close(self) -> None:
        """Write what is not written yet, and close the file."""
        self._write_changes()
        self._write_pending(self._hundredths(self._frames))
        self._file.write(b";")
        self._file.close()

    def abort(self) -> None:
        """Close the file, which is not whole."""
        self._file.close()

    def _hundredths(self, frames: int) -> int:
        return round(100 * frames / self._rate)

    def _take(self, pixels: Pixels, time: int) -> None:
        codes = np.ascontiguousarray(pixels).view(np.uint32)[..., 0]
        changed = np.ones_like(codes, dtype=bool) if self._shown is None else codes != self._shown
        if not changed.any():
            return
        if self._transparent:
            changed = pixels[..., 3] >= _OPAQUE
            changed[0, 0] = True  # so that there is a picture
        rows, columns = (np.flatnonzero(changed.any(axis=axis)) for axis in (1, 0))
        box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        mask = changed[box].copy()
        self._shown = codes.copy()
        self._changes.append(_Change(time, int(columns[0]), int(rows[0]), mask, codes[box][mask]))
        self._kept += mask.size
        if self._kept > _MOST_KEPT:
            self._write_changes()

    def _write_changes(self) -> None:
        if not self._changes:
            return
        changes, self._changes, self._kept = self._changes, [], 0
        palette, indices = _quantised(np.concatenate([change.codes for change in changes]))
        start = 0
        for change in changes:
            end = start + len(change.codes)
            image, unused = _image(change.mask, indices[start:end], palette)
            self._write_pending(change.time)
            self._pending = image, change, unused
            start = end

    def _write_pending(self, end: int) -> None:
        """Write the last picture, which ``end`` tells how long to show."""
        if self._pending is None:
            return
        image, change, unused = self._pending
        parts = getdata(
            image,
            (change.left, change.top),
            duration=10 * (end - change.time),
            transparency=unused,
            disposal=_CLEAR if self._transparent else _KEEP,
            include_color_table=True,
        )
        self._file.write(b"".join(parts))


def _quantised(codes: Codes) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return a palette (n, 3) of at most 255 colours, and each colour's index in it."""
    colours, which, counts = np.unique(codes, return_inverse=True, return_counts=True)
    rgb = colours.view(np.uint8).reshape(-1, 4)[:, :3]
    if len(colours) <= _COLOURS:
        return rgb, which.astype(np.uint8)
    order = np.argsort(-counts, kind="stable")
    exact, rest = order[:_EXACT], order[_EXACT:]
    likes = Image.fromarray(rgb[rest][None]).quantize(
        _COLOURS - _EXACT, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    index = np.empty(len(colours), dtype=np.uint8)
    index[exact] = np.arange(_EXACT)
    index[rest] = _EXACT + np.asarray(likes)[0]
    others = np.array(likes.getpalette(), dtype=np.uint8).reshape(-1, 3)
    return np.concatenate([rgb[exact], others]), index[which]


def _image(
    mask: NDArray[np.bool_], indices: NDArray[np.uint8], palette: NDArray[np.uint8]
) -> tuple[Image.Image, int]:
    """Return a picture with the colours that it has, and the index for pixels that stay."""
    used, own = np.unique(indices, return_inverse=True)
    unused = len(used)
    pixels = np.full(mask.shape, unused, dtype=np.uint8)
    pixels[mask] = own
    image = Image.fromarray(pixels)
    colours = np.zeros((max(unused + 1, _LEAST_COLOURS), 3), dtype=np.uint8)
    colours[:unused] = palette[used]
    image.putpalette(colours.tobytes())
    return image, unused


def _short(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(2, "little") for number in numbers)
