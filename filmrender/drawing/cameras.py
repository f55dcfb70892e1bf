"""What a camera of Manim sees, as far as it can be drawn here: flat ones, and those in space."""

from __future__ import annotations

from functools import cache
from inspect import isfunction
from typing import Any, Literal

import numpy as np
from manim import Camera, MovingCamera, MultiCamera, ThreeDCamera

from filmrender.drawing.shapes import Lens

__all__ = ["is_understood", "kind_of", "lens_of", "light_of", "space_of"]

Kind = Literal["flat", "space", "foreign"]
_KNOWN: tuple[Any, ...] = (Camera, MovingCamera, MultiCamera, ThreeDCamera)
_OF_IMAGES = {"display_image_mobject"}  # which decides nothing about paths


def is_understood(camera: Any) -> bool:
    """Tell whether pictures of what the camera sees can be painted here, as it would draw them."""
    cls: Any = type(camera)
    shows_others = getattr(camera, "image_mobjects_from_cameras", None)
    return kind_of(cls) != "foreign" and camera.use_z_index and not shows_others


@cache
def kind_of(cls: Any) -> Kind:
    """Return what a class of cameras does with paths; foreign is what draws in a way of its own."""
    for name in _drawing() - _OF_IMAGES:
        part = getattr(cls, name, None)
        if not any(vars(known).get(name) is part for known in _KNOWN):
            return "foreign"
    return "space" if issubclass(cls, ThreeDCamera) else "flat"


def lens_of(camera: Any) -> Lens:
    """Return how a camera maps the plane, as its next drawing would have it."""
    # Its own context says so: a camera at rest keeps the one that it began with, whatever happens
    # to its frame since.
    matrix = camera.get_cairo_context(camera.pixel_array).get_matrix()
    return Lens((matrix.xx, matrix.yy), (matrix.x0, matrix.y0), camera.cairo_line_width_multiple)


def space_of(camera: Any) -> bytes:
    """Return what stands for the place of a camera in space, all that projections depend on."""
    camera.reset_rotation_matrix()  # as it does before it draws
    numbers = [
        camera.get_focal_distance(),
        camera.get_zoom(),
        float(camera.exponential_projection),
    ]
    places = camera.get_rotation_matrix(), camera.frame_center
    return np.concatenate([numbers, *(np.ravel(place) for place in places)]).tobytes()


def light_of(camera: Any) -> bytes:
    """Return what stands for the light in which a camera in space sees solids."""
    points: bytes = camera.light_source.points.tobytes()
    return bytes([bool(camera.should_apply_shading)]) + points


@cache
def _drawing() -> set[str]:
    """Return the names of all methods with which cameras draw."""
    return {
        name
        for known in _KNOWN
        for name, part in vars(known).items()
        if isfunction(part) and not name.startswith("__")
    }
