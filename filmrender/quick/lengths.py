"""How long curves are, in a fifth of Manim's time."""

from __future__ import annotations

from typing import Any

import numpy as np

from filmrender.drawing.shapes import Floats
from filmrender.drawing.state import POINTS_PER_CURVE
from filmrender.manim_internals import CURVE, PIECES

__all__ = ["pieces"]

_SAMPLES = 10  # points of a curve, as Manim has it unless it is told otherwise
_T = np.linspace(0, 1, _SAMPLES)[:, None]
_REST = 1 - _T
# What the four points of a curve count at these; in the order of Manim's own multiplications.
_WEIGHTS = (
    _REST * _REST * _REST,
    3 * _T * (_REST * _REST),
    3 * (_T * _T) * _REST,
    _T * _T * _T,
)


def pieces(mobject: Any, n: int, sample_points: int | None = None) -> Any:
    """Return the lengths of short pieces of the ``n``-th curve of a path.

    It is what ``get_nth_curve_length_pieces`` returns.
    """
    points = mobject.get_nth_curve_points(n)
    plain = type(points) is np.ndarray and points.dtype == np.float64 and points.ndim == 2
    known = plain and len(points) == POINTS_PER_CURVE and sample_points in (None, _SAMPLES)
    if not known or not CURVE.is_that_of(mobject):
        return PIECES.manims(mobject, n, sample_points)
    first, second, third, fourth = _WEIGHTS
    places: Floats = first * points[0] + second * points[1] + third * points[2] + fourth * points[3]
    steps = places[1:] - places[:-1]
    return np.sqrt(np.add.reduce(steps * steps, axis=1))
