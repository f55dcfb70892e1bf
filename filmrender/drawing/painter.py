"""From pictures to pixels, and to what an encoder needs of them."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from inspect import isfunction
from typing import Any, NamedTuple

import numpy as np
from manim import Camera

from filmrender.drawing.brush import Brush
from filmrender.drawing.canvas import Canvas
from filmrender.drawing.outlines import Frame
from filmrender.drawing.patches import Patch, cut
from filmrender.drawing.shapes import Box, Picture, Pixels

__all__ = ["Painter", "View"]

_OF_IMAGES = {"display_image_mobject"}


class View(NamedTuple):
    """A picture in two parts: what stands still during a play, and what is over it."""

    still: Picture
    moving: Picture


class Painter:
    """Keeps the picture that was painted last; paints the next one over it.

    What has not changed for a whole shot, below all that has, is painted once, whatever it is.
    """

    def __init__(self, camera: Camera) -> None:
        assert camera.background is not None
        self._background = camera.background
        self._background.flags.writeable = False  # a new one, which may differ, is a new array
        brush = Brush(Frame(camera))
        self._still = Canvas(brush, np.asarray(self._background, dtype=np.uint8))
        self._all = Canvas(brush, self._still)
        self._whole: Box = (0, 0, camera.pixel_width, camera.pixel_height)
        self._camera = camera
        self._moving: Picture = ()
        self._settled = 0  # of what moves, from below, has not changed in this shot

    @property
    def pixels(self) -> Pixels:
        """The picture that was painted last, (height, width, 4); it changes with the next."""
        return self._all.pixels

    def fits(self, camera: Camera) -> bool:
        """Tell whether it paints what ``camera`` sees, over the background that it has now."""
        cls: Any = type(camera)
        plain = _draws_paths_as_manim(cls)
        plain = plain and camera.use_z_index and camera is self._camera
        return plain and self._background is camera.background

    def identity(self) -> dict[str, Any]:
        """Return all that decides on the pixels, apart from the picture."""
        camera = self._camera
        return {
            "pixels": self._whole,
            "frame": [camera.frame_width, camera.frame_height, *camera.frame_center],
            "line": camera.cairo_line_width_multiple,
            "background": blake2b(self._background.tobytes()).hexdigest(),
        }

    def paint(self, view: View, *, whole: bool) -> list[Patch]:
        """Paint a picture; return what changed, or the ``whole`` picture, as a shot begins with."""
        still, moving = view
        settled = len(moving) if whole else _same(self._moving[: self._settled], moving)
        self._moving, self._settled = moving, settled
        boxes = self._all.show(moving[settled:], self._still.show(still + moving[:settled]))
        return cut(self.pixels, [self._whole] if whole else boxes)

    def take(self, pixels: Pixels) -> list[Patch]:
        """Take over a picture that was drawn elsewhere."""
        self._all.forget()
        self._all.pixels[:] = pixels
        return cut(self.pixels, [self._whole])


@cache
def _draws_paths_as_manim(cls: Any) -> bool:
    """Tell whether a class of cameras changes nothing of Manim's but how images are drawn."""
    drawn_by = (name for name, part in vars(Camera).items() if isfunction(part))
    return all(getattr(cls, name) is getattr(Camera, name) for name in {*drawn_by} - _OF_IMAGES)


def _same(old: Picture, new: Picture) -> int:
    """Return how many shapes, from below, are the same in both."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (one, other) in pairs if one is not other), min(len(old), len(new)))
