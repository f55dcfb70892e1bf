"""From pictures to pixels, and to what an encoder needs of them."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from manim import Camera

from filmrender.drawing.brush import Brush
from filmrender.drawing.canvas import Canvas
from filmrender.drawing.patches import Patch, cut
from filmrender.drawing.shapes import Box, Picture, Pixels, digest

__all__ = ["Ground", "Painter", "View"]


class Ground:
    """What a picture is painted on: a camera's background as it is now."""

    def __init__(self, camera: Camera) -> None:
        self.pixels: Pixels = np.array(camera.background, dtype=np.uint8)
        self.digest = _digest(self.pixels)

    def is_that_of(self, camera: Camera) -> bool:
        """Tell whether it is still what the camera has."""
        return np.array_equal(self.pixels, np.asarray(camera.background))


class View(NamedTuple):
    """A picture in two parts: what stands still during a play, and what is over it."""

    ground: Ground
    still: Picture
    moving: Picture

    @property
    def name(self) -> str:
        """What stands for the picture."""
        return digest(self.still + self.moving, self.ground.digest).hex()


class Painter:
    """Keeps the picture that was painted last; paints the next one over it.

    What has not changed for a whole shot, below all that has, is painted once, whatever it is.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self._brush = Brush(size)
        self._whole: Box = (0, 0, *size)
        self._ground: Ground | None = None
        self._still = self._all = Canvas(self._brush, self._brush.pixels)
        self._moving: Picture = ()
        self._settled = 0  # of what moves, from below, has not changed in this shot

    @property
    def pixels(self) -> Pixels:
        """The picture that was painted last, (height, width, 4); it changes with the next."""
        return self._all.pixels

    def paint(self, view: View, *, whole: bool) -> list[Patch]:
        """Paint a picture; return what changed, or the ``whole`` picture, as a shot begins with."""
        ground, still, moving = view
        whole = whole or ground is not self._ground
        if ground is not self._ground:
            self._ground = ground
            self._still = Canvas(self._brush, ground.pixels)
            self._all = Canvas(self._brush, self._still)
        settled = len(moving) if whole else _same(self._moving[: self._settled], moving)
        self._moving, self._settled = moving, settled
        boxes = self._all.show(moving[settled:], self._still.show(still + moving[:settled]))
        return cut(self.pixels, [self._whole] if whole else boxes)

    def take(self, pixels: Pixels) -> list[Patch]:
        """Take over a picture that was drawn elsewhere."""
        self._all.forget()
        self._all.pixels[:] = pixels
        return cut(self.pixels, [self._whole])


def _digest(pixels: Pixels) -> bytes:
    """Return what stands for a background, which mostly has one colour."""
    whole = pixels.view(np.uint32)
    if whole.min() == whole.max():
        plain = f"{pixels.shape} {pixels[0, 0].tolist()}".encode()
        return blake2b(plain, digest_size=16, person=b"plain").digest()
    return blake2b(pixels.data, digest_size=16).digest()


def _same(old: Picture, new: Picture) -> int:
    """Return how many shapes, from below, are the same in both."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (one, other) in pairs if one is not other), min(len(old), len(new)))
