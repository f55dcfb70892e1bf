"""Reads pictures off mobjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast
from weakref import WeakValueDictionary

import numpy as np
from manim import Mobject

from filmrender.drawing.cameras import is_understood, kind_of, lens_of, light_of, space_of
from filmrender.drawing.order import drawing_order
from filmrender.drawing.outlines import Frame
from filmrender.drawing.shapes import Drawn, Floats, Ink, Outline, Picture, Shape, Stamp
from filmrender.drawing.stamps import Stampable
from filmrender.drawing.state import POINTS_PER_CURVE, colours, course, is_plain, kind, place
from filmrender.drawing.tints import Tints
from filmrender.manim_internals import CAP_STYLE_MAP, LINE_JOIN_MAP

__all__ = ["Recorder"]

_MOST_INKS = _MOST_READ = 4096
_DIGITS = 12
_NO_GRADIENT = np.empty(0)
_NOTHING = np.empty((0, 4))


class _Pens(NamedTuple):
    """What a path is drawn with: colours and width of each, in order, and a gradient's ends."""

    all: tuple[tuple[Any, float], ...]
    ends: Any


class _Read(NamedTuple):
    """A path, what it was drawn from when it was looked at, and its shape then."""

    mobject: Mobject | None = None
    course: tuple[Any, ...] = ()
    colours: tuple[Any, ...] | None = None
    view: tuple[Any, ...] = ()
    pens: _Pens | None = None
    outline: Outline | None = None
    shape: Shape | None = None


_UNREAD = _Read()


class _NotUnderstood(Exception):
    """What is drawn of a path depends on more than is read here."""


class Recorder:
    """Reads pictures off mobjects; equal shapes that are still in use are the same object.

    If it ``merges``, colours that differ by rounding alone, as those do that were come to in other
    steps, are the same; else they are to the last bit what the camera would have taken.
    """

    def __init__(self, camera: Any, *, merges: bool) -> None:
        self._camera = camera
        self._merges = merges
        self._frame: Frame | None = None
        cls: Any = type(camera)
        self._in_space = kind_of(cls) == "space"
        self._view: tuple[bytes, ...] = ()
        self._light: bytes | None = None
        self._tints = Tints(camera)
        self._by_digest: WeakValueDictionary[bytes, Any] = WeakValueDictionary()
        self._inks: dict[Any, tuple[Ink, ...]] = {}
        self._read: dict[int, _Read] = {}
        self._last: dict[int, Drawn | None] | None = {}  # in drawing order

    def picture(self, mobjects: Sequence[Mobject]) -> Picture | None:
        """Return what Manim's camera draws of ``mobjects``, or None if that is not understood."""
        self._last = None
        if not is_understood(self._camera):
            return None
        self._take_place()
        self._last = {}
        self._tints.forget()
        if self._in_space:
            return self._look_at(self._camera.get_mobjects_to_display(mobjects))
        return self._look_at(drawing_order(mobjects))

    def recoloured(self, mobjects: Iterable[Mobject]) -> Picture | None:
        """Return the last picture again; nothing but colours of ``mobjects`` may have changed."""
        known = self._last or {}
        return self._look_at(mobject for mobject in mobjects if id(mobject) in known)

    def _take_place(self) -> None:
        """See where the camera is; what was read from elsewhere has another shape."""
        camera = self._camera
        lens = lens_of(camera)
        if self._frame is None or lens.data != self._frame.lens.data:
            self._frame = Frame((camera.pixel_width, camera.pixel_height), lens)
        self._view = (lens.data, space_of(camera)) if self._in_space else (lens.data,)
        self._light = light_of(camera) if self._in_space else None

    def _look_at(self, mobjects: Iterable[Mobject]) -> Picture | None:
        if self._last is None:
            return None
        try:
            self._last |= {id(mobject): self._drawn(mobject) for mobject in mobjects}
        except (_NotUnderstood, OverflowError):
            self._last = None
            return None
        return tuple(self._tints.grouped(self._last))

    def _drawn(self, mobject: Any) -> Drawn | None:
        cls: Any = type(mobject)
        match kind(cls):
            case "path":
                self._tints.note(mobject)
                return self._shape(mobject)
            case "stamp" if not self._in_space:
                return self._stamp(mobject)
            case "nothing":
                return None
        raise _NotUnderstood

    def _shape(self, mobject: Any) -> Shape | None:
        """Return the shape of a path; most are as they were when they were last looked at."""
        where, seen, view = course(mobject), colours(mobject, self._light), self._view
        if self._in_space:
            view += place(mobject, self._camera)
        known = self._read.get(id(mobject), _UNREAD)
        if known.mobject is not mobject:
            known = _UNREAD
        stays = known.course == where
        same, near = stays and seen is not None and known.colours == seen, known.view == view
        if same and near:
            return known.shape
        if not is_plain(mobject):
            raise _NotUnderstood
        pens = known.pens if same and known.pens is not None else self._pens(mobject)
        inks = self._visible_inks(mobject, pens)
        outline = known.outline if stays and near else None
        if inks and outline is None and len(mobject.points) >= POINTS_PER_CURVE:
            outline = self._outline(mobject, known.outline)
        shape = None
        if inks and outline is not None:
            assert self._frame is not None
            shape = Shape(outline, inks, self._frame.box(outline, inks), self._frame.lens)
            shape = cast(Shape, self._by_digest.setdefault(shape.digest, shape))
        if len(self._read) > _MOST_READ:
            self._read.clear()
        self._read[id(mobject)] = _Read(mobject, where, seen, view, pens, outline, shape)
        return shape

    def _outline(self, mobject: Any, before: Outline | None) -> Outline | None:
        assert self._frame is not None
        points = mobject.points
        if self._in_space:
            points = self._camera.transform_points_pre_display(mobject, points)
            if len(points) < POINTS_PER_CURVE:  # it was nowhere
                return None
        return self._frame.outline(points, mobject.tolerance_for_point_equality, before)

    def _stamp(self, mobject: Stampable) -> Stamp | None:
        opacity = mobject.visible
        if opacity <= 0:
            return None
        assert self._frame is not None
        matrix = self._frame.matrix(mobject)
        box = self._frame.box_of(mobject.bitmap, matrix)
        stamp = Stamp(mobject.bitmap, matrix, mobject.blend, opacity, box)
        return cast(Stamp, self._by_digest.setdefault(stamp.digest, stamp))

    def _pens(self, mobject: Any) -> _Pens:
        """Return what the camera draws with, in its order."""
        under, width = mobject.get_stroke_width(True), mobject.get_stroke_width()
        camera = self._camera
        pens = (
            (camera.get_stroke_rgbas(mobject, True) if under else _NOTHING, under),
            (camera.get_fill_rgbas(mobject), 0.0),
            (camera.get_stroke_rgbas(mobject) if width else _NOTHING, width),
        )
        has_gradient = any(len(rgbas) > 1 for rgbas, _ in pens)
        return _Pens(pens, mobject.get_gradient_start_and_end_points() if has_gradient else None)

    def _visible_inks(self, mobject: Any, pens: _Pens) -> tuple[Ink, ...]:
        """Return the inks, without those that leave no trace."""
        gradient = _NO_GRADIENT if pens.ends is None else self._gradient(mobject, pens.ends)
        join, cap = mobject.joint_type, mobject.cap_style
        told = [(rgbas.tobytes(), width) for rgbas, width in pens.all]
        key = (*told, join, cap, gradient.tobytes())
        inks = self._inks.get(key)
        if inks is None:
            if len(self._inks) > _MOST_INKS:
                self._inks.clear()
            inks = tuple(
                self._ink(rgbas, width, int(LINE_JOIN_MAP[join]), int(CAP_STYLE_MAP[cap]), gradient)
                for rgbas, width in pens.all
                if len(rgbas) > 1 or (len(rgbas) == 1 and rgbas[0, 3])
            )
            self._inks[key] = inks
        return inks

    def _ink(self, rgbas: Any, width: float, join: int, cap: int, gradient: Floats) -> Ink:
        """Return the ink, its colours without the last digits, if the way to them decides those."""
        pen = (join, cap) if width else (0, 0)
        return Ink(self._merged(rgbas), float(width), *pen, gradient)

    def _gradient(self, mobject: Any, ends: Any) -> Floats:
        ends = self._camera.transform_points_pre_display(mobject, ends)
        if len(ends) != 2:
            raise _NotUnderstood
        return self._merged(np.array([point[:2] for point in ends]))

    def _merged(self, numbers: Any) -> Floats:
        return np.round(numbers, _DIGITS) if self._merges else np.array(numbers, dtype=np.float64)
