"""Reads pictures off mobjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal
from weakref import WeakValueDictionary

import numpy as np
from manim import Mobject, VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.mobject.types.point_cloud_mobject import PMobject

from scenes.stage.render.shapes import Floats, Ink, Picture, Shape

__all__ = ["Recorder", "drawing_order"]

_POINTS_PER_CURVE = 4
_MOST_INKS = 4096
_NO_GRADIENT = np.empty(0)
# What Manim's camera asks of a path; a class that answers in its own way is not understood here.
_ASKED = (
    "consider_points_equals_2d",
    "get_gradient_start_and_end_points",
    "get_subpath_split_indices_from_points",
)


class Recorder:
    """Reads pictures off mobjects; equal shapes that are still in use are the same object."""

    def __init__(self) -> None:
        self._shapes: WeakValueDictionary[Any, Shape] = WeakValueDictionary()
        self._inks: dict[Any, Ink] = {}

    def picture(self, mobjects: Sequence[Mobject]) -> Picture | None:
        """Return what Manim's camera draws of ``mobjects``, or None if that is not understood."""
        shapes: list[Shape] = []
        for mobject in drawing_order(mobjects):
            cls: Any = type(mobject)
            kind = _kind(cls)
            if kind == "path" and _is_plain(mobject):
                shape = self._shape(mobject)
                if shape is not None:
                    shapes.append(shape)
            elif kind != "nothing":
                return None
        return tuple(shapes)

    def _shape(self, mobject: Any) -> Shape | None:
        inks = tuple(self._visible_inks(mobject))
        if not inks or len(mobject.points) < _POINTS_PER_CURVE:
            return None
        points = mobject.points.tobytes()
        key = (points, mobject.tolerance_for_point_equality, inks)
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = Shape(*key)
        return shape

    def _visible_inks(self, mobject: Any) -> Iterable[Ink]:
        """Yield the inks in the camera's order, without those that leave no trace."""
        under = mobject.get_stroke_width(True)
        if under and (ink := self._ink(mobject, mobject.get_stroke_rgbas(True), under)):
            yield ink
        if ink := self._ink(mobject, mobject.get_fill_rgbas(), 0.0):
            yield ink
        width = mobject.get_stroke_width()
        if width and (ink := self._ink(mobject, mobject.get_stroke_rgbas(), width)):
            yield ink

    def _ink(self, mobject: Any, colours: Any, width: float) -> Ink | None:
        rgbas = np.asarray(colours, dtype=np.float64)
        if len(rgbas) == 1 and rgbas[0, 3] == 0:
            return None
        gradient = _NO_GRADIENT if len(rgbas) == 1 else _gradient(mobject)
        join = int(LINE_JOIN_MAP[mobject.joint_type]) if width else 0
        cap = int(CAP_STYLE_MAP[mobject.cap_style]) if width else 0
        key = (rgbas.tobytes(), float(width), join, cap, gradient.tobytes())
        ink = self._inks.get(key)
        if ink is None:
            if len(self._inks) > _MOST_INKS:
                self._inks.clear()
            ink = self._inks[key] = Ink(rgbas, float(width), join, cap, gradient)
        return ink


def drawing_order(mobjects: Sequence[Mobject]) -> list[Mobject]:
    """Return the members of the mobjects' families that have points, in the order of drawing.

    It is Manim's order: depth first, a member that occurs twice stands where it occurs last, then
    by ``z_index``.
    """
    backwards: list[Mobject] = []
    seen: set[int] = set()

    def visit(mobject: Mobject) -> None:
        if id(mobject) in seen:
            return
        for submobject in reversed(mobject.submobjects):
            visit(submobject)
        seen.add(id(mobject))
        if len(mobject.points):
            backwards.append(mobject)

    for mobject in reversed(mobjects):
        visit(mobject)
    backwards.reverse()
    return sorted(backwards, key=lambda mobject: mobject.z_index)


def _gradient(mobject: Any) -> Floats:
    return np.array([point[:2] for point in mobject.get_gradient_start_and_end_points()])


def _is_plain(mobject: Any) -> bool:
    return (
        not mobject.get_background_image()
        and mobject.n_points_per_cubic_curve == _POINTS_PER_CURVE
        and mobject.points.dtype == np.float64
        and mobject.points.shape[1:] == (3,)
    )


@cache
def _kind(cls: type[Any]) -> Literal["path", "nothing", "foreign"]:
    if issubclass(cls, VMobject):
        own = any(getattr(cls, name) is not getattr(VMobject, name) for name in _ASKED)
        return "foreign" if own else "path"
    drawn_otherwise = issubclass(cls, AbstractImageMobject | PMobject)
    return "foreign" if drawn_otherwise else "nothing"
