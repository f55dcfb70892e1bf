"""How far mobjects reach, in a third of Manim's time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from filmrender.drawing.shapes import Floats
from filmrender.manim_internals import ANCHORS, ANCHORS_OF_ONE, CORNERS, EXTREMA, REACH

__all__ = ["corner", "ends_of_curves", "reach"]


def ends_of_curves(mobject: Any) -> Any:
    """Return where the curves of a path's family begin and end, (n, 3).

    It is what ``get_points_defining_boundary`` returns.
    """
    found = []
    for member in mobject.get_family():
        points, count = member.points, member.n_points_per_cubic_curve
        plain = type(points) is np.ndarray and points.dtype == np.float64 and points.ndim == 2
        if not plain or len(points) % count or not ANCHORS_OF_ONE.is_that_of(member):
            return ANCHORS.manims(mobject)
        if len(points):
            found.append(points.reshape(-1, count, points.shape[1])[:, [0, -1]])
    if len({part.shape[2] for part in found}) != 1:
        return ANCHORS.manims(mobject)
    ends: Floats = np.concatenate(found).reshape(-1, found[0].shape[2])
    return ends


def corner(mobject: Any, direction: Any) -> Any:
    """Return a corner of the box round a mobject, a middle of an edge of it, or its centre.

    It is what ``get_critical_point`` returns.
    """
    if not EXTREMA.is_that_of(mobject):
        return CORNERS.manims(mobject, direction)
    result = np.zeros(mobject.dim)
    points = mobject.get_points_defining_boundary()
    if not len(points):
        return result
    points = np.asarray(points)
    for dim in range(mobject.dim):
        values, side = points[:, dim], direction[dim]
        if side < 0:
            result[dim] = values.min()
        elif side == 0:
            result[dim] = (values.min() + values.max()) / 2
        else:
            result[dim] = values.max()
    return result


def reach(mobject: Any, reduce_func: Callable[[Any], Any], dim: int) -> Any:
    """Return the least or greatest coordinate of a mobject, or None if it is empty.

    It is what ``reduce_across_dimension`` returns.
    """
    points = mobject.points
    known = (reduce_func is max or reduce_func is min) and 0 <= dim <= 2
    if not known or type(points) is not np.ndarray or points.dtype != np.float64:
        return REACH.manims(mobject, reduce_func, dim)
    found = np.float64(reduce_func(points[:, dim].tolist())) if len(points) else None
    for submobject in mobject.submobjects:
        value = submobject.reduce_across_dimension(reduce_func, dim)
        if found is None:
            found = value
        elif value is not None:
            found = reduce_func([value, found])
    return found
