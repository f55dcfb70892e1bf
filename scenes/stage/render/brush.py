"""Draws shapes exactly as Manim's camera draws mobjects."""

from __future__ import annotations

import cairo
import numpy as np
from manim import VMobject
from manim.camera.camera import Camera
from numpy.typing import NDArray

from scenes.stage.render.shapes import Box, Ink, Picture, Shape

__all__ = ["Brush", "Pixels"]

Pixels = NDArray[np.uint8]  # (height, width, 4), as Manim's camera has them
_MITRE_LIMIT = 10  # cairo's default: how far a sharp corner reaches, in half line widths
_SQUARE_CAP = 1.5
_MARGIN = 2  # pixels that antialiasing may touch beyond the outline, and one for rounding
_CAIRO_LIMIT = 2.0**22  # pixels; beyond, cairo's fixed-point numbers overflow to anywhere


class Brush:
    """Draws shapes into ``pixels`` and knows which pixels a shape may touch."""

    def __init__(self, camera: Camera) -> None:
        self._line_multiple = camera.cairo_line_width_multiple
        self._size = (camera.pixel_width, camera.pixel_height)
        self._matrix = _matrix(camera)
        self._probe = VMobject()
        self.pixels: Pixels = np.zeros((*self._size[::-1], 4), dtype=np.uint8)
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, *self._size
        )
        self._context = cairo.Context(surface)

    def draw(self, shape: Shape) -> None:
        """Draw the shape over what is there."""
        context = self._context
        if shape.path is not None:
            context.identity_matrix()
            context.new_path()
            context.append_path(shape.path)
            context.set_matrix(self._matrix)
        else:
            context.set_matrix(self._matrix)
            self._trace(shape)
            if shape.drawn:  # worth keeping: it stands still where something else moves
                context.identity_matrix()
                shape.path = context.copy_path()
                context.set_matrix(self._matrix)
            shape.drawn = True
        for ink in shape.inks:
            self._apply(ink)

    def _trace(self, shape: Shape) -> None:
        context, points, probe = self._context, shape.points, self._probe
        probe.tolerance_for_point_equality = shape.tolerance
        context.new_path()
        flat: list[list[float]] = points[:, :2].tolist()
        curve_to = context.curve_to
        for start, end in self._subpaths(points):
            context.new_sub_path()
            context.move_to(*flat[start])
            for i in range(start, end - 3, 4):
                curve_to(*flat[i + 1], *flat[i + 2], *flat[i + 3])
            if probe.consider_points_equals_2d(points[start], points[end - 1]):
                context.close_path()

    def _subpaths(self, points: NDArray[np.float64]) -> list[list[int]]:
        if len(points) % 4 == 0 and np.array_equal(points[3:-1:4, :2], points[4::4, :2]):
            return [[0, len(points)]]
        splits = self._probe.get_subpath_split_indices_from_points(points, n_dims=2).tolist()
        return [split for split in splits if split[1] - split[0] >= 4]

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
        context.set_line_width(ink.width * self._line_multiple)
        context.set_line_join(cairo.LineJoin(ink.join))
        context.set_line_cap(cairo.LineCap(ink.cap))
        context.stroke_preserve()

    def measure(self, picture: Picture) -> None:
        """Find the pixels that each new shape may touch."""
        new = [shape for shape in picture if shape.box is None]
        if not new:
            return
        counts = np.cumsum([0] + [len(shape.points) for shape in new[:-1]])
        points = np.concatenate([shape.points for shape in new])
        lows = np.minimum.reduceat(points, counts, axis=0)
        highs = np.maximum.reduceat(points, counts, axis=0)
        finite = [bool(np.isfinite(ends).all()) for ends in zip(lows, highs, strict=True)]
        m = self._matrix
        reach = np.array([self._reach(shape) for shape in new])
        lefts = lows[:, 0] * m.xx + m.x0 - reach
        rights = highs[:, 0] * m.xx + m.x0 + reach
        tops = highs[:, 1] * m.yy + m.y0 - reach
        bottoms = lows[:, 1] * m.yy + m.y0 + reach
        corners = np.stack([lefts, tops, rights, bottoms], axis=1)
        wild = (np.abs(corners).max(axis=1) > _CAIRO_LIMIT).tolist()
        for shape, corner, drawn, everywhere in zip(new, corners, finite, wild, strict=True):
            shape.box = (0, 0, 0, 0)  # Manim draws nothing where a point is not finite
            if drawn:
                shape.box = (0, 0, *self._size) if everywhere else _clip(corner, self._size)

    def _reach(self, shape: Shape) -> float:
        width = max(ink.width for ink in shape.inks) * self._line_multiple
        sharp = len(shape.points) > 4 and any(
            ink.width and ink.join == cairo.LineJoin.MITER for ink in shape.inks
        )
        half = width / 2 * self._matrix.xx
        return half * (_MITRE_LIMIT if sharp else _SQUARE_CAP) + _MARGIN


def _clip(corner: NDArray[np.float64], size: tuple[int, int]) -> Box:
    width, height = size
    left, top = np.floor(corner[:2]).astype(int).tolist()
    right, bottom = np.ceil(corner[2:]).astype(int).tolist()
    return max(left, 0), max(top, 0), min(right, width), min(bottom, height)


def _matrix(camera: Camera) -> cairo.Matrix:
    across = camera.pixel_width / camera.frame_width
    down = camera.pixel_height / camera.frame_height
    centre = camera.frame_center
    return cairo.Matrix(
        across,
        0,
        0,
        -down,
        camera.pixel_width / 2 - centre[0] * across,
        camera.pixel_height / 2 + centre[1] * down,
    )
