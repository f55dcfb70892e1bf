"""Colours of mobjects, set in a fifth of Manim's time if they are plain ones, as nearly all are."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import ManimColor

from filmrender.manim_internals import COLOURS, RGBAS

__all__ = ["update_rgbas_array"]

_NUMBERS = (float, int, np.float64, type(None))
_COLOURS = (ManimColor, type(None))


def update_rgbas_array(
    mobject: Any, array_name: str, color: Any = None, opacity: Any = None
) -> Any:
    """Set the colours of a path's fillings or strokes, as its method of this name does."""
    plain = type(color) in _COLOURS and type(opacity) in _NUMBERS
    if not plain or mobject.get_sheen_factor() != 0 or not RGBAS.is_that_of(mobject):
        return COLOURS.manims(mobject, array_name, color, opacity)
    rgbas = getattr(mobject, array_name, None)
    if rgbas is None:
        rgbas = np.zeros((1, 4))
        setattr(mobject, array_name, rgbas)
    elif not len(rgbas):
        return COLOURS.manims(mobject, array_name, color, opacity)
    if color is not None:
        rgbas[:, :3] = color.to_rgba()[:3]
    if opacity is not None:
        rgbas[:, 3] = opacity
    return mobject
