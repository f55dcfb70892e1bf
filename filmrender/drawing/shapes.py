"""What a picture is drawn from: shapes, tints and stamps: their data is all that drawing reads.

A picture is a tuple of them in drawing order. Because nothing else reaches the drawing, two equal
pictures have equal pixels, whatever made them: this is what the cache rests on.
"""

from __future__ import annotations

import struct
from hashlib import blake2b

import cairo
import numpy as np
from numpy.typing import NDArray

from filmrender.drawing.stamps import Bitmap, Blend

__all__ = [
    "Box",
    "Drawn",
    "Floats",
    "Ink",
    "Lens",
    "Outline",
    "Picture",
    "Pixels",
    "Shape",
    "Stamp",
    "Tint",
    "Tinted",
    "digest",
]

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels; right and bottom outside
Floats = NDArray[np.float64]
Pixels = NDArray[np.uint8]  # (height, width, 4), as Manim's camera has them
_DIGEST_BYTES = 16


class Lens:
    """The map from Manim's plane to pixels: ``scale`` pixels to a unit, from the pixel ``origin``.

    A line of width 1 is ``line`` units wide.
    """

    __slots__ = ("data", "line", "matrix", "origin", "scale")

    def __init__(
        self, scale: tuple[float, float], origin: tuple[float, float], line: float
    ) -> None:
        self.scale = np.array(scale)
        self.origin = np.array(origin)
        self.line = line
        self.matrix = cairo.Matrix(scale[0], 0, 0, scale[1], *origin)
        self.data = struct.pack("<5d", *scale, *origin, line)


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


class Outline:
    """Cubic Bézier curves in cairo's own numbers: (4n, 2), 1/256 of a pixel.

    ``subpaths`` are rows of first curve, end and whether it is closed. Mobjects that differ by
    rounding alone, as those do that came to a place in other steps, have the same outline.
    ``low`` and ``high`` are its least and greatest coordinates.
    """

    __slots__ = ("data", "digest", "drawn", "high", "low", "path", "points", "subpaths")

    def __init__(
        self,
        points: NDArray[np.int32],
        subpaths: list[tuple[int, int, bool]],
        low: list[float],
        high: list[float],
    ) -> None:
        self.points = points
        self.subpaths = subpaths
        self.data = points.tobytes()
        self.low = low
        self.high = high
        self.digest = blake2b(self.data + np.array(subpaths).tobytes()).digest()
        self.path: cairo.Path | None = None
        self.drawn = False


class Shape:
    """An outline and the inks that it is drawn with, in order; ``box`` is what they may touch.

    ``lens`` is what pens and gradients are told in.
    """

    __slots__ = ("__weakref__", "box", "digest", "inks", "lens", "outline")

    def __init__(self, outline: Outline, inks: tuple[Ink, ...], box: Box, lens: Lens) -> None:
        self.outline = outline
        self.inks = inks
        self.box = box
        self.lens = lens
        state = struct.pack("<qqq", len(inks), *outline.points.shape) + outline.digest
        state += lens.data
        state += b"".join([ink.data for ink in inks])
        self.digest = blake2b(state, digest_size=_DIGEST_BYTES).digest()


class Stamp:
    """A picture with soft edges, mapped by ``matrix`` (2, 3) from its pixels to the frame's."""

    __slots__ = ("__weakref__", "bitmap", "blend", "box", "digest", "matrix", "opacity")

    def __init__(
        self, bitmap: Bitmap, matrix: Floats, blend: Blend, opacity: float, box: Box
    ) -> None:
        self.bitmap = bitmap
        self.matrix = matrix
        self.blend: Blend = blend
        self.opacity = opacity
        self.box = box
        state = struct.pack("<d", opacity) + matrix.tobytes() + blend.encode() + bitmap.key
        self.digest = blake2b(state, digest_size=_DIGEST_BYTES, person=b"stamp").digest()


class Tint:
    """An image of the frame's size, (height, width, 4); ``digest`` stands for it."""

    __slots__ = ("digest", "pixels")

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels
        self.digest = blake2b(pixels.tobytes(), digest_size=_DIGEST_BYTES).digest()


class Tinted:
    """Shapes that are drawn in a layer of their own, which takes its colours from a tint."""

    __slots__ = ("__weakref__", "box", "digest", "shapes", "tint")

    def __init__(self, shapes: tuple[Shape, ...], tint: Tint, box: Box) -> None:
        self.shapes = shapes
        self.tint = tint
        self.box = box
        state = b"".join([tint.digest, *[shape.digest for shape in shapes]])
        self.digest = blake2b(state, digest_size=_DIGEST_BYTES, person=b"tinted").digest()


Drawn = Shape | Stamp | Tinted
Picture = tuple[Drawn, ...]


def digest(picture: Picture, ground: bytes = b"") -> bytes:
    """Return 16 bytes that stand for what the picture shows, over a ground that these stand for."""
    shapes = b"".join([ground, *[shape.digest for shape in picture]])
    return blake2b(shapes, digest_size=_DIGEST_BYTES).digest()
