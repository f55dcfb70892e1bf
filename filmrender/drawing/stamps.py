"""Bitmaps with soft edges: what a mobject needs so that it is drawn as one, and the drawing."""

from __future__ import annotations

from typing import Literal, Protocol

import cairo
import numpy as np
from manim import Camera, ImageMobject
from numpy.typing import NDArray

__all__ = ["Bitmap", "Blend", "Matrix", "Stampable", "projection", "stamp"]

Blend = Literal["over", "add"]
Matrix = NDArray[np.float64]  # (2, 3), an affine map
_OPERATORS = {"over": cairo.Operator.OVER, "add": cairo.Operator.ADD}


class Bitmap(Protocol):
    """A picture whose pixels need not be there before they are drawn."""

    @property
    def key(self) -> bytes:
        """16 bytes that stand for the picture: bitmaps of the same key have the same pixels."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""

    def pixels(self) -> NDArray[np.uint8]:
        """Return the picture, (height, width, 4), as cairo has it: premultiplied."""


class Stampable(ImageMobject):
    """A mobject that shows a bitmap, ``blend`` saying whether it covers or adds light.

    Manim's camera has to ask it to ``lay_on``; its own way of drawing images is another.
    """

    blend: Blend

    @property
    def bitmap(self) -> Bitmap:
        """What it shows."""
        raise NotImplementedError

    @property
    def visible(self) -> float:
        """How opaque it is, from 0 to 1."""
        raise NotImplementedError

    def matrix_on(self, scale: NDArray[np.float64], origin: NDArray[np.float64]) -> Matrix:
        """Return the map (2, 3) from its pixels to a frame's, (2,) to a unit from ``origin``."""
        raise NotImplementedError

    def lay_on(self, frame: NDArray[np.uint8], camera: Camera) -> None:
        """Draw the picture into a camera's pixels, (height, width, 4)."""
        height, width = frame.shape[:2]
        surface = cairo.ImageSurface.create_for_data(frame.data, cairo.FORMAT_ARGB32, width, height)
        matrix = self.matrix_on(*projection(camera))
        stamp(cairo.Context(surface), self.bitmap, matrix, self.blend, self.visible)


def projection(camera: Camera) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return a camera's pixels to a unit across and down, and the pixel of Manim's origin."""
    # In the order of the camera's own operations: the last bit counts.
    across = camera.pixel_width / camera.frame_width
    down = camera.pixel_height / camera.frame_height
    x, y = camera.frame_center[:2]
    origin = [camera.pixel_width / 2 - x * across, camera.pixel_height / 2 + y * down]
    return np.array([across, -down]), np.array(origin)


def stamp(
    context: cairo.Context[cairo.ImageSurface],
    bitmap: Bitmap,
    matrix: Matrix,
    blend: Blend,
    opacity: float,
) -> None:
    """Draw a picture; ``matrix`` (2, 3) maps its pixels to the context's."""
    pixels = bitmap.pixels()
    height, width = pixels.shape[:2]
    surface = cairo.ImageSurface.create_for_data(pixels.data, cairo.FORMAT_ARGB32, width, height)
    (xx, xy, x0), (yx, yy, y0) = matrix.tolist()
    if not xx * yy - xy * yx:
        return  # it has no area: it begins to grow, or is seen from its edge
    context.set_matrix(cairo.Matrix(xx, yx, xy, yy, x0, y0))
    context.set_source_surface(surface)
    context.get_source().set_filter(cairo.Filter.BILINEAR)
    context.set_operator(_OPERATORS[blend])
    context.paint_with_alpha(opacity)
    context.set_operator(cairo.Operator.OVER)
