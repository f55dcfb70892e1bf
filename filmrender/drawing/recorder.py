"""Reads pictures off mobjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple, cast
from weakref import WeakValueDictionary

import numpy as np
from manim import Mobject, PMobject, VMobject

from filmrender.drawing.outlines import Frame
from filmrender.drawing.shapes import Drawn, Floats, Ink, Outline, Picture, Shape, Stamp
from filmrender.drawing.stamps import Stampable
from filmrender.manim_internals import CAP_STYLE_MAP, LINE_JOIN_MAP, AbstractImageMobject

__all__ = ["Recorder", "drawing_order"]

_POINTS_PER_CURVE = 4
_MOST_INKS = _MOST_READ = 4096
_DIGITS = 12
_NO_GRADIENT = np.empty(0)
_NOTHING = np.empty((0, 4))
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


class _Read(NamedTuple):
    """A path, what its outline and its inks depended on when it was looked at, and its shape."""

    mobject: Mobject | None = None
    course: tuple[Any, ...] = ()
    colours: tuple[Any, ...] | None = None
    outline: Outline | None = None
    shape: Shape | None = None


_UNREAD = _Read()


class _NotUnderstood(Exception):
    """What is drawn of a path depends on more than is read here."""


class Recorder:
    """Reads pictures off mobjects; equal shapes that are still in use are the same object."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._by_digest: WeakValueDictionary[bytes, Any] = WeakValueDictionary()
        self._inks: dict[Any, tuple[Ink, ...]] = {}
        self._read: dict[int, _Read] = {}
        self._last: dict[int, Drawn | None] | None = {}  # in drawing order

    def picture(self, mobjects: Sequence[Mobject]) -> Picture | None:
        """Return what Manim's camera draws of ``mobjects``, or None if that is not understood."""
        self._last = {}
        return self._look_at(drawing_order(mobjects))

    def recoloured(self, mobjects: Iterable[Mobject]) -> Picture | None:
        """Return the last picture again; nothing but colours of ``mobjects`` may have changed."""
        known = self._last or {}
        return self._look_at(mobject for mobject in mobjects if id(mobject) in known)

    def _look_at(self, mobjects: Iterable[Mobject]) -> Picture | None:
        if self._last is None:
            return None
        try:
            self._last |= {id(mobject): self._drawn(mobject) for mobject in mobjects}
        except (_NotUnderstood, OverflowError):
            self._last = None
            return None
        return tuple(shape for shape in self._last.values() if shape is not None)

    def _drawn(self, mobject: Any) -> Drawn | None:
        cls: Any = type(mobject)
        kind = _kind(cls)
        if kind == "path":
            return self._shape(mobject)
        if kind == "stamp":
            return self._stamp(mobject)
        if kind != "nothing":
            raise _NotUnderstood
        return None

    def _shape(self, mobject: Any) -> Shape | None:
        """Return the shape of a path; most are as they were when they were last looked at."""
        course, colours = _course(mobject), _colours(mobject)
        known = self._read.get(id(mobject), _UNREAD)
        if known.mobject is not mobject:
            known = _UNREAD
        stays = known.course == course
        if stays and colours is not None and known.colours == colours:
            return known.shape
        if not _is_plain(mobject):
            raise _NotUnderstood
        inks = self._visible_inks(mobject)
        outline = known.outline if stays else None
        if inks and outline is None and len(mobject.points) >= _POINTS_PER_CURVE:
            tolerance = mobject.tolerance_for_point_equality
            outline = self._frame.outline(mobject.points, tolerance, known.outline)
        shape = None
        if inks and outline is not None:
            shape = Shape(outline, inks, self._frame.box(outline, inks))
            shape = cast(Shape, self._by_digest.setdefault(shape.digest, shape))
        if len(self._read) > _MOST_READ:
            self._read.clear()
        self._read[id(mobject)] = _Read(mobject, course, colours, outline, shape)
        return shape

    def _stamp(self, mobject: Stampable) -> Stamp | None:
        opacity = mobject.visible
        if opacity <= 0:
            return None
        matrix = self._frame.matrix(mobject)
        box = self._frame.box_of(mobject.bitmap, matrix)
        stamp = Stamp(mobject.bitmap, matrix, mobject.blend, opacity, box)
        return cast(Stamp, self._by_digest.setdefault(stamp.digest, stamp))

    def _visible_inks(self, mobject: Any) -> tuple[Ink, ...]:
        """Return the inks in the camera's order, without those that leave no trace."""
        under, width = mobject.get_stroke_width(True), mobject.get_stroke_width()
        pens = [
            (mobject.get_stroke_rgbas(True) if under else _NOTHING, under),
            (mobject.get_fill_rgbas(), 0.0),
            (mobject.get_stroke_rgbas() if width else _NOTHING, width),
        ]
        gradient = _NO_GRADIENT
        if any(len(rgbas) > 1 for rgbas, _ in pens):
            gradient = _gradient(mobject)
        join, cap = mobject.joint_type, mobject.cap_style
        key = (*[(rgbas.tobytes(), width) for rgbas, width in pens], join, cap, gradient.tobytes())
        inks = self._inks.get(key)
        if inks is None:
            if len(self._inks) > _MOST_INKS:
                self._inks.clear()
            inks = tuple(
                _ink(rgbas, width, int(LINE_JOIN_MAP[join]), int(CAP_STYLE_MAP[cap]), gradient)
                for rgbas, width in pens
                if len(rgbas) > 1 or (len(rgbas) == 1 and rgbas[0, 3])
            )
            self._inks[key] = inks
        return inks


def drawing_order(mobjects: Sequence[Mobject]) -> list[Mobject]:
    """Return the members of the mobjects' families that have points, in the order of drawing.

    It is Manim's order: depth first, a member that occurs twice stands where it occurs last, then
    by ``z_index``.
    """
    backwards: list[Mobject] = []
    seen: set[int] = set()

    def visit(mobject: Mobject) -> None:
        for submobject in reversed(mobject.submobjects):
            if id(submobject) not in seen:
                visit(submobject)
        seen.add(id(mobject))
        if len(mobject.points):
            backwards.append(mobject)

    for mobject in reversed(mobjects):
        if id(mobject) not in seen:
            visit(mobject)
    backwards.reverse()
    return sorted(backwards, key=attrgetter("z_index"))


def _ink(rgbas: Any, width: float, join: int, cap: int, gradient: Floats) -> Ink:
    """Return the ink, its colours without the last digits, which the way to them decides."""
    pen = (join, cap) if width else (0, 0)
    return Ink(np.round(rgbas, _DIGITS), float(width), *pen, gradient)


def _gradient(mobject: Any) -> Floats:
    ends = [point[:2] for point in mobject.get_gradient_start_and_end_points()]
    return np.round(np.array(ends), _DIGITS)


def _course(mobject: Any) -> tuple[Any, ...]:
    """Return all that a path's outline depends on."""
    points = mobject.points
    return (
        points.tobytes(),
        points.shape,
        points.dtype,
        mobject.tolerance_for_point_equality,
        mobject.n_points_per_cubic_curve,
    )


def _colours(mobject: Any) -> tuple[Any, ...] | None:
    """Return all that a path's inks depend on; None if it takes more to tell."""
    try:
        under, fill, over = (
            mobject.background_stroke_rgbas,
            mobject.fill_rgbas,
            mobject.stroke_rgbas,
        )
    except AttributeError:
        return None
    plain = len(under) == len(fill) == len(over) == 1
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
        () if plain else (*mobject.sheen_direction, mobject.shade_in_3d),
    )


def _is_plain(mobject: Any) -> bool:
    return (
        not mobject.get_background_image()
        and mobject.n_points_per_cubic_curve == _POINTS_PER_CURVE
        and mobject.points.dtype == np.float64
        and mobject.points.shape[1:] == (3,)
    )


@cache
def _kind(cls: type[Any]) -> Literal["path", "stamp", "nothing", "foreign"]:
    if issubclass(cls, Stampable):
        return "stamp"
    if issubclass(cls, VMobject):
        own = any(getattr(cls, name) is not getattr(VMobject, name) for name in _ASKED)
        return "foreign" if own else "path"
    drawn_otherwise = issubclass(cls, AbstractImageMobject | PMobject)
    return "foreign" if drawn_otherwise else "nothing"
