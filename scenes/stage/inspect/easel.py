"""Draws mobjects one by one, small and roughly as Manim does, so that pixels can be looked at."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import replace
from itertools import pairwise, starmap
from typing import NamedTuple

import cairo
import numpy as np
from manim import Mobject
from numpy.typing import NDArray

from filmrender.drawing.stamps import stamp
from filmrender.manim_internals import AbstractImageMobject
from scenes.paint import Art
from scenes.stage.camera import FilmCamera
from scenes.stage.inspect.geometry import Box, box_of, meeting
from scenes.stage.inspect.picture import Picture, State
from scenes.stage.layout import Zone
from scenes.stage.sprite import Sprite

__all__ = ["Easel"]

_MOST_PATHS = 4096
_LEAST_SCALE, _WORTH_IT = 1e-3, 0.75
_TOLERANCE = 0.3  # pixels: how far straight pieces may be from a curve

Area = tuple[slice, slice]  # rows and columns of pixels


class _Figure(NamedTuple):
    """A figure in the pose that it was painted in."""

    sprite: Sprite
    art: Art
    points: NDArray[np.float64]


class Easel:
    """A canvas of few pixels, whose shorter side has ``size`` of them.

    Lines are left out whose width times opacity is less than ``least_line`` Manim units.

    Attributes:
        scale: pixels to one Manim unit.
        pixels: red, green, blue, alpha, shape (height, width, 4).
    """

    def __init__(self, frame: Zone, size: int, ground: str, least_line: float = 0.0) -> None:
        self._least_line = least_line
        self.scale = size / min(frame.width, frame.height)
        width, height = round(frame.width * self.scale), round(frame.height * self.scale)
        self._frame = frame
        self._ground = np.frombuffer(bytes.fromhex(f"{ground[1:]}FF"), np.uint32)[0]
        self._words = np.zeros((height, width), np.uint32)  # a pixel each: quicker to fill
        self.pixels: NDArray[np.uint8] = self._words.view(np.uint8).reshape(height, width, 4)
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, width, height
        )
        self._context = cairo.Context(surface)
        self._context.set_tolerance(_TOLERANCE)
        self._context.set_line_cap(cairo.LineCap.ROUND)
        self._context.set_line_join(cairo.LineJoin.ROUND)
        self._matrix = cairo.Matrix(self.scale, 0, 0, -self.scale, width / 2, height / 2)
        self._context.set_matrix(self._matrix)
        self._camera = FilmCamera(
            pixel_width=width, pixel_height=height,
            frame_width=frame.width, frame_height=frame.height,
        )  # fmt: skip
        self._paths: dict[int, cairo.Path] = {}
        self._arts: dict[tuple[bytes, float], Art] = {}
        self._figures: dict[int, _Figure] = {}
        self._is_lazy = False
        self._shown = Picture()

    def clear(self) -> None:
        """Take everything away."""
        self._words[:] = self._ground

    def show(self, picture: Picture, *, lazy: bool = False) -> None:
        """Draw a picture in place of the one before, only where they differ.

        If ``lazy``, figures stay in the pose that they were painted in last.
        """
        self._is_lazy = lazy
        stale = [] if lazy else [f for f in self._figures.values() if f.art is not f.sprite.art]
        moved = [box_of(points) for f in stale for points in (f.points, f.sprite.points)]
        changed = [box for box in picture.changes(self._shown) if math.isfinite(sum(box))] + moved
        self._shown = picture
        areas = [self.pixels_of(box.grown(1 / self.scale)) for box in changed]
        context = self._context
        context.save()
        context.identity_matrix()
        for rows, columns in areas:
            self._words[rows, columns] = self._ground
            context.rectangle(
                columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start
            )
        context.clip()
        context.set_matrix(self._matrix)
        hit = meeting(list(picture.boxes.values()), changed, 2 / self.scale)
        for (state, mobject), touched in zip(picture.mobjects.items(), hit, strict=True):
            if touched:
                self._draw_within(areas, state, mobject)
        context.restore()

    def _draw_within(self, areas: list[Area], state: State, mobject: Mobject) -> None:
        clipped = isinstance(mobject, Sprite) or not isinstance(mobject, AbstractImageMobject)
        kept = None if clipped else self.pixels.copy()
        self.draw(state, mobject)
        if kept is not None:  # other pictures know nothing of the clip
            for area in areas:
                kept[area] = self.pixels[area]
            self.pixels[:] = kept

    def draw(self, state: State, mobject: Mobject) -> None:
        """Draw one mobject that looks like this, without its submobjects, over what is there."""
        if isinstance(mobject, Sprite):
            self._stamp(mobject)
        elif isinstance(mobject, AbstractImageMobject):
            self._camera.display_image_mobject(mobject, self.pixels)
        else:
            self._paint(state, mobject.points)

    def _stamp(self, sprite: Sprite) -> None:
        art, points = sprite.art, sprite.points
        if hasattr(sprite, "keep_clear"):  # it takes time to paint
            figure = self._figures.get(id(sprite))
            if figure is None or not self._is_lazy:
                figure = self._figures[id(sprite)] = _Figure(sprite, art, points)
            art, points = figure.art, figure.points
        left, bottom, right, top = art.box
        small = self._small(art, float(np.linalg.norm(points[1] - points[0])) / (right - left))
        across = (points[1] - points[0]) / ((right - left) * small.scale)
        down = (points[2] - points[0]) / ((top - bottom) * small.scale)
        height, width = self.pixels.shape[:2]
        matrix = np.column_stack((across, down, points[0]))[:2] * [[self.scale], [-self.scale]]
        matrix[:, 2] += width / 2, height / 2
        self._context.save()
        stamp(self._context, small, matrix, sprite.blend, sprite.visible)
        self._context.restore()

    def _small(self, art: Art, unit: float) -> Art:
        """Return art, whose units are ``unit`` of the frame's, painted no larger than it must be.

        At a scale that is a power of two, so that other frames can have the same.
        """
        scale = 2.0 ** math.ceil(math.log2(max(unit * self.scale, _LEAST_SCALE)))
        if scale > _WORTH_IT * art.scale:
            return art
        key = (art.key, scale)
        if key not in self._arts:
            self._arts[key] = replace(art, scale=scale)
        return self._arts[key]

    def _paint(self, state: State, points: NDArray[np.float64]) -> None:
        context = self._context
        self._trace(state.shape, points)
        for color, alpha, width in state.inks:
            if 0 < width * alpha < self._least_line:
                continue
            red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
            context.set_source_rgba(blue, green, red, alpha)  # so that memory has red first
            if width:
                context.set_line_width(width)
                context.stroke_preserve()
            else:
                context.fill_preserve()

    def _trace(self, shape: int, points: NDArray[np.float64]) -> None:
        self._context.new_path()
        path = self._paths.get(shape)
        if path is not None:
            self._context.append_path(path)
            return
        curves = points[: len(points) // 4 * 4].reshape(-1, 4, 3)[:, :, :2]
        handles = curves[:, 1:].reshape(-1, 6).tolist()
        apart = (curves[:-1, 3] != curves[1:, 0]).any(axis=1).nonzero()[0]
        for first, end in pairwise([0, *(apart + 1).tolist(), len(curves)]):
            self._context.move_to(*curves[first, 0].tolist())
            deque(starmap(self._context.curve_to, handles[first:end]), maxlen=0)
        if len(self._paths) > _MOST_PATHS:
            self._paths.clear()
        self._paths[shape] = self._context.copy_path()

    def region(self, box: Box) -> NDArray[np.float64]:
        """Return every other pixel across and down of a box in the frame: (n, 3), 0 to 1."""
        rows, columns = self.pixels_of(box)
        return self.pixels[rows, columns, :3][::2, ::2].reshape(-1, 3) / 255

    def pixels_of(self, box: Box) -> Area:
        """Return the rows and columns of the pixels that a box touches, one at least."""
        height, width = self.pixels.shape[:2]
        left = int(min(max(box.left * self.scale + width / 2, 0), width - 1))
        right = min(max(math.ceil(box.right * self.scale + width / 2), left + 1), width)
        top = int(min(max(height / 2 - box.top * self.scale, 0), height - 1))
        bottom = min(max(math.ceil(height / 2 - box.bottom * self.scale), top + 1), height)
        return slice(top, bottom), slice(left, right)
