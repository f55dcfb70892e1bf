"""Draws shapes exactly as Manim's camera draws mobjects."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import starmap
from typing import Any, TypeAlias

import cairo
import numpy as np

from filmrender.drawing.boxes import overlap
from filmrender.drawing.outlines import UNITS
from filmrender.drawing.shapes import Box, Ink, Outline, Pixels, Shape, Stamp, Tinted
from filmrender.drawing.stamps import stamp
from filmrender.drawing.tints import lay_on

__all__ = ["Brush"]

_SAME_SIZE = np.eye(2)
_OPAQUE = 0xFF00 / 0x10000  # from here on, cairo paints as if nothing were to be seen through
_MOST_MASKED = 16 << 20  # bytes of coverage that is kept
Context: TypeAlias = "cairo.Context[cairo.ImageSurface]"


class Brush:
    """Draws shapes and bitmaps into ``pixels``."""

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self.pixels: Pixels = np.zeros((height, width, 4), dtype=np.uint8)
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, width, height
        )
        self._context, self._masked = cairo.Context(surface), cairo.Context(surface)
        self._masks: dict[tuple[Any, ...], cairo.ImageSurface] = {}
        self._room = _MOST_MASKED
        self._apart = cairo.ImageSurface(cairo.FORMAT_A8, width, height)
        self._layer: Brush | None = None

    def draw(self, shape: Shape, boxes: Iterable[Box]) -> None:
        """Draw the shape over what is there, at least within the boxes."""
        outline, begun = shape.outline, False
        for ink in shape.inks:
            # What is worth keeping stands still where something else moves, or fades.
            if outline.drawn and len(ink.rgbas) == 1 and ink.rgbas[0][3] < _OPAQUE:
                self._apply_mask(shape, ink, boxes)
                continue
            if not begun:
                self._begin(self._context, shape)
                begun = True
            self._colour(ink)
            self._trace_ink(self._context, ink, shape.lens.line)
        outline.drawn = True

    def tint(self, tinted: Tinted, boxes: Sequence[Box]) -> None:
        """Draw tinted shapes over what is there, within the boxes alone."""
        height, width = self.pixels.shape[:2]
        layer = self._layer = self._layer or Brush((width, height))
        for left, top, right, bottom in boxes:
            layer.pixels[top:bottom, left:right] = 0
        for shape in tinted.shapes:
            touched = [box for box in boxes if overlap(shape.box, box)]
            if touched:
                layer.draw(shape, touched)
        for left, top, right, bottom in boxes:
            part = slice(top, bottom), slice(left, right)
            lay_on(self.pixels[part], layer.pixels[part], tinted.tint.pixels[part])

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
        stamp(context, picture.bitmap, picture.matrix, picture.blend, picture.opacity)
        context.reset_clip()

    def _begin(self, context: Context, shape: Shape) -> None:
        """Take a path, and the units in which pens and gradients are told."""
        outline = shape.outline
        context.identity_matrix()
        context.new_path()
        if outline.path is not None:
            context.append_path(outline.path)
        else:
            self._trace(context, outline)
            if outline.drawn:
                outline.path = context.copy_path()
        context.set_matrix(shape.lens.matrix)

    def _trace(self, context: Context, outline: Outline) -> None:
        curves = (outline.points / UNITS).reshape(-1, 8)
        starts, handles = curves[:, :2], curves[:, 2:].tolist()
        for first, end, closed in outline.subpaths:
            context.new_sub_path()
            context.move_to(*starts[first].tolist())
            deque(starmap(context.curve_to, handles[first:end]), maxlen=0)  # the quickest loop
            if closed:
                context.close_path()

    def _colour(self, ink: Ink) -> None:
        if len(ink.rgbas) == 1:
            red, green, blue, alpha = ink.rgbas[0]
            self._context.set_source_rgba(blue, green, red, alpha)
            return
        pattern = cairo.LinearGradient(*ink.gradient)
        offsets = np.linspace(0, 1, len(ink.rgbas))
        for (red, green, blue, alpha), offset in zip(ink.rgbas, offsets, strict=True):
            pattern.add_color_stop_rgba(offset, blue, green, red, alpha)
        self._context.set_source(pattern)

    def _trace_ink(self, context: Context, ink: Ink, line: float) -> None:
        if not ink.width:
            context.fill_preserve()
            return
        context.set_line_width(ink.width * line)
        context.set_line_join(cairo.LineJoin(ink.join))
        context.set_line_cap(cairo.LineCap(ink.cap))
        context.stroke_preserve()

    def _apply_mask(self, shape: Shape, ink: Ink, boxes: Iterable[Box]) -> None:
        """Draw an ink from the coverage that it had before: equal, if it is not opaque."""
        key = (shape.outline.digest, ink.width, ink.join, ink.cap, shape.box, shape.lens.data)
        mask = self._masks.get(key)
        if mask is None:
            mask = self._mask(shape, ink)
            size = mask.get_stride() * mask.get_height()
            if size > self._room:
                self._masks.clear()
                self._room = _MOST_MASKED
            self._room -= size
            self._masks[key] = mask
        context, (red, green, blue, alpha) = self._masked, ink.rgbas[0]
        for left, top, right, bottom in boxes:
            context.rectangle(left, top, right - left, bottom - top)
        context.clip()
        context.set_source_rgba(blue, green, red, alpha)
        context.mask_surface(mask, *shape.box[:2])
        context.reset_clip()

    def _mask(self, shape: Shape, ink: Ink) -> cairo.ImageSurface:
        """Return how far an ink covers each pixel of the shape's box."""
        apart = cairo.Context(self._apart)
        apart.set_operator(cairo.Operator.CLEAR)
        apart.paint()
        apart.set_operator(cairo.Operator.OVER)
        self._begin(apart, shape)
        self._trace_ink(apart, ink, shape.lens.line)
        left, top, right, bottom = shape.box
        mask = cairo.ImageSurface(cairo.FORMAT_A8, max(right - left, 1), max(bottom - top, 1))
        context = cairo.Context(mask)
        context.set_source_surface(self._apart, -left, -top)
        context.set_operator(cairo.Operator.SOURCE)
        context.paint()
        return mask
