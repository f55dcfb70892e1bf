"""Outlines and their extent as cairo will have them."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
from manim import VMobject

from filmrender.drawing.shapes import Box, Floats, Ink, Lens, Outline
from filmrender.drawing.stamps import Bitmap, Stampable

__all__ = ["UNITS", "Frame"]

_POINTS_PER_CURVE = 4
UNITS = 256  # of cairo's fixed-point numbers, in a pixel
_CAIRO_LIMIT = 2.0**22  # pixels; beyond, cairo's numbers overflow to anywhere
_MITRE_LIMIT = 10  # cairo's default: how far a sharp corner reaches, in half line widths
_SQUARE_CAP = 1.5
_MITRE = 0  # cairo's LineJoin
_MARGIN = 2  # pixels that antialiasing may touch beyond the outline, and one for rounding


class Frame:
    """The part of Manim's plane that a camera sees, and the pixels that it falls on."""

    def __init__(self, size: tuple[int, int], lens: Lens) -> None:
        self.size = size
        self.lens = lens
        self.scale, self.origin = lens.scale, lens.origin
        self._across = float(abs(lens.scale).max())
        self._probe = VMobject()

    def outline(
        self, points: Floats, tolerance: float, before: Outline | None = None
    ) -> Outline | None:
        """Return the outline of a path, (n, 3), as the camera traces it.

        It is the one ``before`` if that is the same. None if the camera draws nothing of it. Raises
        OverflowError if it is too far away.
        """
        if not np.isfinite(points.sum()) and not np.isfinite(points).all():
            return None
        whole = len(points) // _POINTS_PER_CURVE * _POINTS_PER_CURVE
        pixels = points[:whole, :2] * self.scale + self.origin
        pixels *= UNITS
        fixed = np.rint(pixels, out=pixels)
        low, high = fixed.min(axis=0).tolist(), fixed.max(axis=0).tolist()
        if max(-low[0], -low[1], *high) > _CAIRO_LIMIT * UNITS:
            raise OverflowError
        fixed = fixed.astype(np.int32)
        subpaths = self._subpaths(points, whole, tolerance)
        if before and before.subpaths == subpaths and before.data == fixed.tobytes():
            return before
        return Outline(fixed, subpaths, low, high)

    def box(self, outline: Outline, inks: tuple[Ink, ...]) -> Box:
        """Return the pixels that the outline may touch, drawn with these inks."""
        widest, sharp, curved = 0.0, False, len(outline.points) > _POINTS_PER_CURVE
        for ink in inks:
            if ink.width:
                widest = max(widest, ink.width)
                sharp = sharp or (curved and ink.join == _MITRE)
        reach = widest * self.lens.line / 2 * self._across
        reach = reach * (_MITRE_LIMIT if sharp else _SQUARE_CAP) + _MARGIN
        (left, top), (right, bottom), (width, height) = outline.low, outline.high, self.size
        return (
            max(int(left / UNITS - reach), 0),
            max(int(top / UNITS - reach), 0),
            min(int(right / UNITS + reach) + 1, width),
            min(int(bottom / UNITS + reach) + 1, height),
        )

    def matrix(self, mobject: Stampable) -> Floats:
        """Return the map (2, 3) from a bitmap's pixels to the frame's, without rounding noise."""
        return mobject.matrix_on(self.scale, self.origin)

    def box_of(self, bitmap: Bitmap, matrix: Floats) -> Box:
        """Return the pixels that a picture may touch, so mapped.

        Resampled, its outermost pixels reach half of their width further.
        """
        right, bottom = (side + 0.5 for side in bitmap.size)
        corners = np.array([(-0.5, right, -0.5, right), (-0.5, -0.5, bottom, bottom), (1,) * 4])
        left, top = (matrix @ corners).min(axis=1) - 1
        right, bottom = (matrix @ corners).max(axis=1) + 1
        across, down = self.size
        return (
            max(math.floor(left), 0),
            max(math.floor(top), 0),
            min(math.ceil(right), across),
            min(math.ceil(bottom), down),
        )

    def _subpaths(
        self, points: Floats, whole: int, tolerance: float
    ) -> list[tuple[int, int, bool]]:
        """Return the ranges of curves that begin where the one before ends."""
        self._probe.tolerance_for_point_equality = tolerance
        close: Any = self._probe.consider_points_equals_2d
        starts: list[Any] = points[0:whole:4, :2].tolist()
        ends: list[Any] = points[3:whole:4, :2].tolist()
        breaks = [
            i
            for i, (end, start) in enumerate(zip(ends, starts[1:], strict=False), 1)
            if end != start and not close(end, start)
        ]
        subpaths = []
        for first, end in pairwise([0, *breaks, len(starts)]):
            last = ends[end - 1]
            if end == len(starts) and whole < len(points) and close(last, points[whole]):
                last = points[-1]  # of a curve that was begun and not ended
            subpaths.append((first, end, bool(close(starts[first], last))))
        return subpaths
