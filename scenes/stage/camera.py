"""Manim's camera, with the sprites of the films."""

from __future__ import annotations

import numpy as np
from manim import Camera
from numpy.typing import NDArray

from filmrender.manim_internals import AbstractImageMobject
from scenes.stage.sprite import Sprite

__all__ = ["FilmCamera"]


class FilmCamera(Camera):
    """Manim's camera, which knows of sprites; Manim's own would resample them."""

    def display_image_mobject(
        self, image_mobject: AbstractImageMobject, pixel_array: NDArray[np.uint8]
    ) -> None:
        """Draw a sprite or an image into the pixels (height, width, 4)."""
        if isinstance(image_mobject, Sprite):
            image_mobject.lay_on(pixel_array, self)
        else:
            super().display_image_mobject(image_mobject, pixel_array)
