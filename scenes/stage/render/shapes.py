"""What a picture is drawn from: shapes whose data are all that the drawing reads.

A picture is a tuple of shapes in drawing order. Because nothing else reaches the drawing, two equal
pictures have equal pixels, whatever made them: this is what the cache rests on.
"""

from __future__ import annotations

import struct
from hashlib import blake2b

import cairo
import numpy as np
from numpy.typing import NDArray

__all__ = ["Box", "Ink", "Picture", "Shape", "digest"]

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels; right and bottom outside
Floats = NDArray[np.float64]
_DIGEST_BYTES = 16


class Ink:
    """One stroke or filling of a path; ``width`` is 0 for a filling, else in Manim's units.

    More than one colour, (n, 4) of red, green, blue and alpha, makes a gradient between the two
    points of ``gradient``.
    """

    __slots__ = ("cap", "data", "gradient", "join", "rgbas", "width")

    def __init__(self, rgbas: Floats, width: float, join: int, cap: int, gradient: Floats) -> None:
        self.data = struct.pack("<dqqq", width, join, cap, len(rgbas))
        self.data += rgbas.tobytes() + gradient.tobytes()
        self.rgbas: list[list[float]] = rgbas.tolist()
        self.width = width
        self.join = join
        self.cap = cap
        self.gradient: list[float] = gradient.ravel().tolist()


class Shape:
    """Cubic Bézier curves, points (4n, 3), and the inks that they are drawn with, in order."""

    __slots__ = ("__weakref__", "box", "digest", "drawn", "inks", "path", "points", "tolerance")

    def __init__(self, points: bytes, tolerance: float, inks: tuple[Ink, ...]) -> None:
        self.points: Floats = np.frombuffer(points).reshape(-1, 3)
        self.tolerance = tolerance
        self.inks = inks
        state = blake2b(struct.pack("<dqq", tolerance, len(inks), len(points)))
        state.update(points)
        for ink in inks:
            state.update(ink.data)
        self.digest = state.digest()[:_DIGEST_BYTES]
        self.box: Box | None = None
        self.path: cairo.Path | None = None
        self.drawn = False


Picture = tuple[Shape, ...]


def digest(picture: Picture) -> bytes:
    """Return 16 bytes that stand for what the picture shows."""
    shapes = b"".join([shape.digest for shape in picture])
    return blake2b(shapes, digest_size=_DIGEST_BYTES).digest()
