"""Paths that take their colours from an image behind them, as stream lines do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from filmrender.drawing.boxes import around
from filmrender.drawing.shapes import Pixels, Tint, Tinted

__all__ = ["Tints", "lay_on"]


class Tints:
    """Which mobjects have a background image, and what their camera makes of it."""

    def __init__(self, camera: Any) -> None:
        self._camera = camera
        self._images: dict[int, Any] = {}  # by mobject
        self._tints: dict[int, Tint] = {}  # by the array, which the tint keeps
        self._by_digest: WeakValueDictionary[bytes, Tinted] = WeakValueDictionary()

    def note(self, mobject: Any) -> None:
        """See whether a path has an image."""
        if mobject.background_image:
            self._images[id(mobject)] = mobject.background_image

    def forget(self) -> None:
        """Begin another picture."""
        self._images.clear()

    def grouped(self, drawn: Mapping[int, Any]) -> Iterator[Any]:
        """Yield what is drawn, by mobject in order, as one where Manim's camera draws it as one.

        What is the same as in a picture that is still in use is the same object.
        """
        if not self._images:
            yield from filter(None, drawn.values())
            return
        for image, members in groupby(drawn.items(), lambda item: self._images.get(item[0])):
            shapes = tuple(shape for _, shape in members if shape is not None)
            if image and shapes:
                box = around(shape.box for shape in shapes)
                tinted = Tinted(shapes, self._tint(image), box)
                yield self._by_digest.setdefault(tinted.digest, tinted)
            else:
                yield from shapes

    def _tint(self, image: Any) -> Tint:
        displayer = self._camera.get_background_colored_vmobject_displayer()
        pixels = displayer.get_background_array(image)
        if id(pixels) not in self._tints:
            self._tints[id(pixels)] = Tint(pixels)
        return self._tints[id(pixels)]


def lay_on(ground: Pixels, layer: Pixels, tint: Pixels) -> None:
    """Lay a layer, in a tint, over a ground; all are (height, width, 4), and of one size.

    The numbers are those of Manim's camera, which reckons in floats, and rounds down.
    """
    # As whole pixels, which are quicker to find and to move. What is not drawn is 0 throughout.
    above, below, colours = (_whole(pixels) for pixels in (layer, ground, tint))
    drawn = np.flatnonzero(above != 0)
    if not len(drawn):
        return
    shades = above[drawn].view(np.uint8).astype(np.uint16)
    shades *= colours[drawn].view(np.uint8)
    shades //= 255
    pixels = (shades.astype(np.uint8), below[drawn].view(np.uint8))
    over, under = (Image.fromarray(numbers.reshape(1, -1, 4)) for numbers in pixels)
    below[drawn] = np.asarray(Image.alpha_composite(under, over)).view(np.uint32).ravel()
    if not np.shares_memory(below, ground):
        ground[:] = below.view(np.uint8).reshape(ground.shape)


def _whole(pixels: Pixels) -> NDArray[np.uint32]:
    """Return an image's pixels as a number each, (height * width,)."""
    return np.ascontiguousarray(pixels).view(np.uint32).ravel()
