"""Shows pictures as Manim's camera would, again only where they changed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmrender.drawing.boxes import area, around, gather, overlap
from filmrender.drawing.brush import Brush
from filmrender.drawing.shapes import Box, Picture, Pixels, Stamp, Tinted

__all__ = ["Canvas"]

_MANY = 100  # boxes: to tell which belong together then takes as long as to draw
_WHOLE = 0.6  # above this share of the canvas, drawing all is as quick


class Canvas:
    """A picture being shown over a background, which is another canvas or a plain array."""

    def __init__(self, brush: Brush, under: Canvas | Pixels) -> None:
        self._brush = brush
        self._under = under
        self._height, self._width = brush.pixels.shape[:2]
        self.pixels: Pixels = np.empty_like(brush.pixels)
        self._shown: Picture | None = None

    def show(self, picture: Picture, stale: Sequence[Box] = ()) -> list[Box]:
        """Show ``picture`` and return where pixels may have changed.

        ``stale`` is where the background has changed since the last picture.
        """
        boxes = self._changed(picture, stale)
        self._shown = picture
        if boxes:
            self._draw(picture, boxes)
        return boxes

    def forget(self) -> None:
        """Draw all at the next picture."""
        self._shown = None

    def _changed(self, picture: Picture, stale: Sequence[Box]) -> list[Box]:
        whole = (0, 0, self._width, self._height)
        if self._shown is None:
            return [whole]
        shapes = _difference(self._shown, picture)
        changed = [*stale, *(shape.box for shape in shapes)]
        boxes = gather(changed if len(changed) <= _MANY else [around(changed)])
        return boxes if sum(map(area, boxes)) < _WHOLE * area(whole) else [whole]

    def _draw(self, picture: Picture, boxes: list[Box]) -> None:
        """Draw each box's shapes whole, in a place apart, and take over the boxes' pixels alone.

        A clip would be quicker, but cairo rounds clipped outlines differently.
        """
        under, apart = self._under, self._brush.pixels
        ground = under.pixels if isinstance(under, Canvas) else under
        for left, top, right, bottom in boxes:
            apart[top:bottom, left:right] = ground[top:bottom, left:right]
        for shape in picture:
            touched = [box for box in boxes if overlap(shape.box, box)]
            if not touched:
                continue
            if isinstance(shape, Stamp):
                self._brush.stamp(shape, touched)
            elif isinstance(shape, Tinted):
                self._brush.tint(shape, touched)
            else:
                self._brush.draw(shape, touched)
        for left, top, right, bottom in boxes:
            self.pixels[top:bottom, left:right] = apart[top:bottom, left:right]


def _difference(old: Picture, new: Picture) -> Picture:
    """Return what there is in whose absence both pictures are the same."""
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
        return tuple(shape for pair in pairs if pair[0] is not pair[1] for shape in pair)
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] is new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] is new[-1 - end]:
        end += 1
    return old[start : len(old) - end] + new[start : len(new) - end]
