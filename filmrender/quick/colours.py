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
    shade, alpha = _only(color, list), _only(opacity, np.ndarray)
    plain = type(shade) in _COLOURS and type(alpha) in _NUMBERS
    rgbas = getattr(mobject, array_name, None)
    if not plain or (rgbas is not None and not len(rgbas)) or not _is_usual(mobject):
        return COLOURS.manims(mobject, array_name, color, opacity)
    if rgbas is None:
        rgbas = np.zeros((1, 4))
        setattr(mobject, array_name, rgbas)
    if color is not None:
        rgbas[:, :3] = shade.to_rgba()[:3] if shade is not None else 0  # none, of many, is black
    if alpha is not None:
        rgbas[:, 3] = alpha
    return mobject


def _is_usual(mobject: Any) -> bool:
    """Tell whether a colour of a mobject is what it is told, and no gradient of it."""
    return not mobject.get_sheen_factor() and RGBAS.is_that_of(mobject)


def _only(values: Any, kind: type[Any]) -> Any:
    """Return what there is in values of this kind, if it is one thing."""
    return values[0] if type(values) is kind and len(values) == 1 else values
