"""Draws mobjects one by one, small and roughly as Manim does, so that pixels can be looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import pairwise, starmap
from typing import Any

import cairo
import numpy as np
from manim import Mobject, VMobject
from manim.camera.camera import Camera
from manim.mobject.types.image_mobject import AbstractImageMobject
from numpy.typing import NDArray

from scenes.stage.inspect.geometry import Box, box_of
from scenes.stage.inspect.things import inks
from scenes.stage.layout import Zone

__all__ = ["Easel"]

_MOST_PATHS = 4096
_TOLERANCE = 0.3  # pixels: how far straight pieces may be from a curve


class Easel:
    """A canvas of few pixels, whose shorter side has ``size`` of them.

    Attributes:
        scale: pixels to one Manim unit.
        pixels: red, green, blue, alpha, shape (height, width, 4).
    """

    def __init__(self, frame: Zone, size: int, ground: str) -> None:
        self.scale = size / min(frame.width, frame.height)
        width, height = round(frame.width * self.scale), round(frame.height * self.scale)
        self._frame = frame
        self._ground = np.array([int(ground[i : i + 2], 16) for i in (1, 3, 5)] + [255], np.uint8)
        self.pixels: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        surface = cairo.ImageSurface.create_for_data(
            self.pixels.data, cairo.FORMAT_ARGB32, width, height
        )
        self._context = cairo.Context(surface)
        self._context.set_tolerance(_TOLERANCE)
        self._context.set_line_cap(cairo.LineCap.ROUND)
        self._context.set_line_join(cairo.LineJoin.ROUND)
        self._matrix = cairo.Matrix(self.scale, 0, 0, -self.scale, width / 2, height / 2)
        self._context.set_matrix(self._matrix)
        self._camera = Camera(
            pixel_width=width, pixel_height=height,
            frame_width=frame.width, frame_height=frame.height,
        )  # fmt: skip
        self._paths: dict[bytes, cairo.Path] = {}
        self._shown: dict[Any, Box] = {}

    def clear(self) -> None:
        """Take everything away."""
        self.pixels[:] = self._ground

    def show(self, picture: Mapping[Any, Mobject]) -> None:
        """Draw a picture in place of the one before, only where they differ.

        The keys say in which state a mobject is: equal ones look the same.
        """
        known = self._shown
        boxes = {state: known.get(state) or _box(mobject) for state, mobject in picture.items()}
        changed = [boxes[state] for state in picture if state not in known]
        changed += [box for state, box in known.items() if state not in picture]
        self._shown = boxes
        if not changed:
            return
        lefts, bottoms, rights, tops = zip(*changed, strict=True)
        damage = Box(min(lefts), min(bottoms), max(rights), max(tops)).grown(1 / self.scale)
        rows, columns = self.pixels_of(damage)
        self.pixels[rows, columns] = self._ground
        context = self._context
        context.save()
        context.identity_matrix()
        context.rectangle(
            columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start
        )
        context.clip()
        context.set_matrix(self._matrix)
        for state, mobject in picture.items():
            if min(boxes[state].overlap(damage)) > 0:
                kept = self.pixels.copy() if isinstance(mobject, AbstractImageMobject) else None
                self.draw(mobject)
                if kept is not None:  # pictures know nothing of the clip
                    kept[rows, columns] = self.pixels[rows, columns]
                    self.pixels[:] = kept
        context.restore()

    def draw(self, mobject: Mobject) -> None:
        """Draw one mobject, without its submobjects, over what is there."""
        if isinstance(mobject, AbstractImageMobject):
            self._camera.display_image_mobject(mobject, self.pixels)
        elif isinstance(mobject, VMobject):
            self._paint(mobject)

    def _paint(self, mobject: VMobject) -> None:
        context = self._context
        self._trace(mobject.points)
        for color, alpha, width in inks(mobject):
            red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
            context.set_source_rgba(blue, green, red, alpha)  # so that memory has red first
            if width:
                context.set_line_width(width)
                context.stroke_preserve()
            else:
                context.fill_preserve()

    def _trace(self, points: NDArray[np.float64]) -> None:
        self._context.new_path()
        key = points.tobytes()
        path = self._paths.get(key)
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
        self._paths[key] = self._context.copy_path()

    def region(self, box: Box) -> NDArray[np.float64]:
        """Return every other pixel across and down of a box in the frame: (n, 3), 0 to 1."""
        rows, columns = self.pixels_of(box)
        return self.pixels[rows, columns, :3][::2, ::2].reshape(-1, 3) / 255

    def pixels_of(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns of the pixels that a box touches, one at least."""
        height, width = self.pixels.shape[:2]
        left = int(np.clip(box.left * self.scale + width / 2, 0, width - 1))
        right = int(np.clip(np.ceil(box.right * self.scale + width / 2), left + 1, width))
        top = int(np.clip(height / 2 - box.top * self.scale, 0, height - 1))
        bottom = int(np.clip(np.ceil(height / 2 - box.bottom * self.scale), top + 1, height))
        return slice(top, bottom), slice(left, right)


def _box(mobject: Mobject) -> Box:
    """Return the box around what is drawn; of what has no place, an empty one."""
    box = box_of(mobject.points, 0.5 * max(ink.width for ink in inks(mobject)))
    return box if np.isfinite(box).all() else Box(0, 0, 0, 0)
