"""Draws shapes exactly as Manim's camera draws mobjects."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import starmap

import cairo
import numpy as np

from scenes.stage.render.outlines import UNITS, Frame
from scenes.stage.render.shapes import Bitmap, Box, Ink, Outline, Pixels, Shape, Stamp
from scenes.stage.sprite import stamp

__all__ = ["Brush"]

_SAME_SIZE = np.eye(2)


class Brush:
    """Draws shapes and bitmaps into ``pixels``."""

    def __init__(self, frame: Frame) -> None:
        width, height = frame.size
        self.pixels: Pixels = np.zeros((height, width, 4), dtype=np.uint8)
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, width, height
        )
        self._context = cairo.Context(surface)
        self._line = frame.line
        self._matrix = cairo.Matrix(frame.scale[0], 0, 0, frame.scale[1], *frame.origin)

    def draw(self, shape: Shape) -> None:
        """Draw the shape over what is there."""
        context = self._context
        context.identity_matrix()
        context.new_path()
        outline = shape.outline
        if outline.path is not None:
            context.append_path(outline.path)
        else:
            self._trace(outline)
            if outline.drawn:  # worth keeping: it stands still where something else moves, or fades
                outline.path = context.copy_path()
            outline.drawn = True
        context.set_matrix(self._matrix)  # in which pens and gradients are told
        for ink in shape.inks:
            self._apply(ink)

    def lay(self, bitmap: Bitmap, boxes: Iterable[Box]) -> None:
        """Copy what of the bitmap lies within the boxes."""
        left, top, right, bottom = bitmap.box
        for box in boxes:
            columns = slice(max(left, box[0]), min(right, box[2]))
            rows = slice(max(top, box[1]), min(bottom, box[3]))
            own = slice(rows.start - top, rows.stop - top)
            part = bitmap.pixels[own, columns.start - left : columns.stop - left]
            self.pixels[rows, columns] = part

    def stamp(self, picture: Stamp, boxes: Iterable[Box]) -> None:
        """Draw a picture with soft edges over what is there, within the boxes where that is exact.

        It is if the picture is merely shifted; else, cairo rounds by how much of it is drawn.
        """
        context = self._context
        if (picture.matrix[:, :2] == _SAME_SIZE).all():
            context.identity_matrix()
            context.new_path()
            for left, top, right, bottom in boxes:
                context.rectangle(left, top, right - left, bottom - top)
            context.clip()
        stamp(context, picture.art, picture.matrix, picture.blend, picture.opacity)
        context.reset_clip()

    def _trace(self, outline: Outline) -> None:
        context = self._context
        curves = (outline.points / UNITS).reshape(-1, 8)
        starts, handles = curves[:, :2], curves[:, 2:].tolist()
        for first, end, closed in outline.subpaths:
            context.new_sub_path()
            context.move_to(*starts[first].tolist())
            deque(starmap(context.curve_to, handles[first:end]), maxlen=0)  # the quickest loop
            if closed:
                context.close_path()

    def _apply(self, ink: Ink) -> None:
        context = self._context
        if len(ink.rgbas) == 1:
            red, green, blue, alpha = ink.rgbas[0]
            context.set_source_rgba(blue, green, red, alpha)
        else:
            pattern = cairo.LinearGradient(*ink.gradient)
            offsets = np.linspace(0, 1, len(ink.rgbas))
            for (red, green, blue, alpha), offset in zip(ink.rgbas, offsets, strict=True):
                pattern.add_color_stop_rgba(offset, blue, green, red, alpha)
            context.set_source(pattern)
        if not ink.width:
            context.fill_preserve()
            return
        context.set_line_width(ink.width * self._line)
        context.set_line_join(cairo.LineJoin(ink.join))
        context.set_line_cap(cairo.LineCap(ink.cap))
        context.stroke_preserve()
