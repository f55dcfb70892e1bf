"""What the drawing of a path depends on: if it is as it was, so is the path's shape."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import numpy as np
from manim import PMobject, VMobject

from filmrender.drawing.stamps import Stampable
from filmrender.manim_internals import AbstractImageMobject

__all__ = ["POINTS_PER_CURVE", "colours", "course", "is_plain", "kind", "place"]

POINTS_PER_CURVE = 4
# What Manim's camera asks of a path; a class that answers in its own way is not understood here.
_ASKED = (
    "consider_points_equals_2d",
    "get_background_image",
    "get_fill_rgbas",
    "get_gradient_start_and_end_points",
    "get_stroke_rgbas",
    "get_stroke_width",
    "get_subpath_split_indices_from_points",
)


def course(mobject: Any) -> tuple[Any, ...]:
    """Return all that a path's outline depends on."""
    points = mobject.points
    return (
        points.tobytes(),
        points.shape,
        points.dtype,
        mobject.tolerance_for_point_equality,
        mobject.n_points_per_cubic_curve,
    )


def colours(mobject: Any, light: bytes | None) -> tuple[Any, ...] | None:
    """Return all that a path's inks depend on, but for its course.

    In a ``light``, the inks of solids depend on that, too.

    None if it takes more to tell.
    """
    try:
        under, fill, over = (
            mobject.background_stroke_rgbas,
            mobject.fill_rgbas,
            mobject.stroke_rgbas,
        )
    except AttributeError:
        return None
    shaded = light is not None and mobject.shade_in_3d
    plain = len(under) == len(fill) == len(over) == 1 and not shaded
    if mobject.submobjects and not plain:
        return None  # a gradient's ends depend on the family
    return (
        under.tobytes(),
        fill.tobytes(),
        over.tobytes(),
        mobject.background_stroke_width,
        mobject.stroke_width,
        mobject.joint_type,
        mobject.cap_style,
        mobject.background_image,
        () if plain else (*mobject.sheen_direction, mobject.shade_in_3d, light),
    )


def is_plain(mobject: Any) -> bool:
    """Tell whether a path is made of points and colours as nearly all are."""
    points = mobject.points
    usual = bool(points.dtype == np.float64) and points.shape[1:] == (3,)
    return usual and mobject.n_points_per_cubic_curve == POINTS_PER_CURVE


@cache
def kind(cls: type[Any]) -> Literal["path", "stamp", "nothing", "foreign"]:
    """Return what mobjects of a class are to a picture; foreign ones only Manim can draw."""
    if issubclass(cls, Stampable):
        return "stamp"
    if issubclass(cls, VMobject):
        own = any(getattr(cls, name) is not getattr(VMobject, name) for name in _ASKED)
        return "foreign" if own else "path"
    drawn_otherwise = issubclass(cls, AbstractImageMobject | PMobject)
    return "foreign" if drawn_otherwise else "nothing"


def place(mobject: Any, camera: Any) -> tuple[Any, ...]:
    """Return what a camera in space does with a path other than with most."""
    turned = camera.fixed_orientation_mobjects.get(mobject)
    return (
        mobject in camera.fixed_in_frame_mobjects,
        turned is not None and np.asarray(turned()).tobytes(),
    )
