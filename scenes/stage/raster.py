"""Pictures made of pixels, laid exactly over pixels of the frame."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from manim import Camera, ImageMobject, config
from numpy.typing import NDArray

from scenes.stage.layout import Zone
from scenes.stage.manim_internals import AbstractImageMobject
from scenes.stage.sprite import Sprite

__all__ = ["FilmCamera", "Pixels", "Raster", "Window"]

Pixels = NDArray[np.uint8]  # (height, width, 3)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """A rectangle of whole pixels of the frame, counted from its upper left corner."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def over(cls, zone: Zone) -> Window:
        """Return the whole pixels that lie within a zone."""
        across, down = _pixel()
        left = math.ceil((zone.left + config.frame_width / 2) / across - 1e-6)
        top = math.ceil((config.frame_height / 2 - zone.top) / down - 1e-6)
        right = math.floor((zone.right + config.frame_width / 2) / across + 1e-6)
        bottom = math.floor((config.frame_height / 2 - zone.bottom) / down + 1e-6)
        return cls(left, top, right - left, bottom - top)

    @property
    def pixel(self) -> float:
        """The width of a pixel in Manim units."""
        return _pixel()[0]

    @property
    def xs(self) -> Floats:
        """Where the columns' middles are in the frame, (width,)."""
        columns = self.left + np.arange(self.width) + 0.5
        return np.asarray(columns * _pixel()[0] - config.frame_width / 2)

    def ys(self, parts: int = 1) -> Floats:
        """Where the middles of the rows' parts are in the frame, (height · parts,), downwards."""
        rows = self.top + (np.arange(self.height * parts) + 0.5) / parts
        return np.asarray(config.frame_height / 2 - rows * _pixel()[1])

    def around(self, points: Floats, margin: int) -> Window:
        """Return the part of this window around points (n, 3), and so many pixels more."""
        across, down = _pixel()
        columns = (points[:, 0] + config.frame_width / 2) / across - self.left
        rows = (config.frame_height / 2 - points[:, 1]) / down - self.top
        left, right = _span(columns, margin, self.width)
        top, bottom = _span(rows, margin, self.height)
        return Window(self.left + left, self.top + top, right - left, bottom - top)

    def cut(self, part: Window) -> tuple[slice, slice]:
        """Return the rows and columns of this window that a part of it has."""
        top, left = part.top - self.top, part.left - self.left
        return slice(top, top + part.height), slice(left, left + part.width)


class Raster(ImageMobject):
    """An opaque picture that covers a window pixel by pixel: nothing is resampled.

    Its array of pixels is never written to; a new picture comes as a new array.
    """

    def __init__(self, window: Window, pixels: Pixels, name: str = "raster") -> None:
        super().__init__(np.zeros((1, 1, 4), dtype=np.uint8))
        self.name = name
        self.lay(window, pixels)

    def lay(self, window: Window, pixels: Pixels) -> Raster:
        """Show these pixels, (height, width, 3), in this window instead."""
        array = np.full((window.height, window.width, 4), 255, dtype=np.uint8)
        array[..., :3] = pixels
        array.flags.writeable = False
        self.pixel_array = array
        self.window = window
        across, down = _pixel()
        left = window.left * across - config.frame_width / 2
        top = config.frame_height / 2 - window.top * down
        right, bottom = left + window.width * across, top - window.height * down
        corners = [(left, top, 0), (right, top, 0), (left, bottom, 0), (right, bottom, 0)]
        self.points = np.array(corners, dtype=np.float64)
        return self

    def lay_on(self, frame: NDArray[np.uint8]) -> None:
        """Copy the picture into a frame's pixels, (height, width, 4).

        A frame of another size than the film's takes the nearest pixels.
        """
        window, size = self.window, (config.pixel_height, config.pixel_width)
        if frame.shape[:2] == size:
            rows = slice(window.top, window.top + window.height)
            frame[rows, window.left : window.left + window.width] = self.pixel_array
            return
        spans = ((window.top, window.height), (window.left, window.width))
        places, taken = [], []
        for (first, count), film, own in zip(spans, size, frame.shape, strict=False):
            nearest = ((np.arange(own) + 0.5) * film / own).astype(np.intp) - first
            inside = (nearest >= 0) & (nearest < count)
            places.append(np.flatnonzero(inside))
            taken.append(nearest[inside])
        frame[np.ix_(*places)] = self.pixel_array[np.ix_(*taken)]


class FilmCamera(Camera):
    """Manim's camera, which knows of rasters and sprites.

    Manim's own would resample them, and in 0.22 fails on every image with Pillow 12 and later.
    """

    def display_image_mobject(
        self, image_mobject: AbstractImageMobject, pixel_array: NDArray[np.uint8]
    ) -> None:
        """Draw a sprite, a raster or an image into the pixels (height, width, 4)."""
        if isinstance(image_mobject, Sprite):
            image_mobject.lay_on(pixel_array, self)
        elif isinstance(image_mobject, Raster):
            image_mobject.lay_on(pixel_array)
        else:
            super().display_image_mobject(image_mobject, pixel_array)


def _pixel() -> tuple[float, float]:
    return config.frame_width / config.pixel_width, config.frame_height / config.pixel_height


def _span(places: Floats, margin: int, size: int) -> tuple[int, int]:
    low = min(max(math.floor(places.min()) - margin, 0), size - 1)
    return low, max(min(math.ceil(places.max()) + margin, size), low + 1)
