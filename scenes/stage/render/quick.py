"""Some of Manim's methods, two to seven times as fast; what they return is Manim's, bit for bit.

Manim asks for families tens of thousands of times in a film, mostly of letters, which have none,
and for colours and boundaries thousands of times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from manim import ManimColor, Mobject, VMobject, remove_list_redundancies

from scenes.stage.manim_internals import BOUNDARY, COLOURS, FAMILY, components
from scenes.stage.render.shapes import Floats

__all__ = ["boundary", "family", "quick_manim", "rgbas"]


@contextmanager
def quick_manim() -> Iterator[None]:
    """Let all mobjects use the methods below, each unless Manim's own is another by now."""
    known = {source: quick for source, quick in _QUICK.items() if source.is_known()}
    try:
        for source, quick in known.items():
            setattr(source.owner, source.name, quick)
        yield
    finally:
        for source in known:
            setattr(source.owner, source.name, source.manims)


def family(mobject: Mobject, recurse: bool = True) -> list[Mobject]:  # noqa: ARG001
    """Return a mobject and all below it, like ``Mobject.get_family``, which ignores ``recurse``."""
    if not mobject.submobjects:
        return [mobject]
    found: list[Mobject] = []
    _gather(mobject, set(), found)
    return found if len(set(found)) == len(found) else remove_list_redundancies(found)


def _gather(mobject: Mobject, above: set[Mobject], found: list[Mobject]) -> None:
    above.add(mobject)
    found.append(mobject)
    for submobject in mobject.submobjects:
        if not submobject.submobjects:
            found.append(submobject)
        elif submobject not in above:
            _gather(submobject, above, found)
    above.remove(mobject)


def rgbas(mobject: VMobject, color: Any, opacity: Any) -> Floats:
    """Return red, green, blue and alpha (n, 4), like ``VMobject.generate_rgbas_array``."""
    plain = opacity is None or isinstance(opacity, int | float)
    if isinstance(color, str):
        color = _parsed(color)
    if type(color) is not ManimColor or not plain or mobject.get_sheen_factor():
        manims: Floats = COLOURS.manims(mobject, color, opacity)
        return manims
    row: Floats = components(color)[None].copy()
    row[0, 3] = 0.0 if opacity is None else opacity
    return row


@cache
def _parsed(color: str) -> ManimColor:
    return ManimColor(color)


def boundary(mobject: VMobject) -> Floats:
    """Return the ends of all curves (n, 3), like ``VMobject.get_points_defining_boundary``."""
    found = []
    for member in mobject.get_family():
        ends = _ends(member)
        if ends is None:
            manims: Floats = BOUNDARY.manims(mobject)
            return manims
        if len(ends):
            found.append(ends)
    return np.concatenate(found) if found else np.array(())


def _ends(member: Any) -> Floats | None:
    """Return where the curves of one mobject begin and end, or None if only Manim knows."""
    if getattr(type(member), "get_anchors", None) is not VMobject.get_anchors:
        return None
    points: Floats = member.points
    if len(points) == 1:
        return points
    step = member.n_points_per_cubic_curve
    if len(points) % step:
        return None
    ends = np.empty((2 * len(points) // step, 3))
    ends[::2], ends[1::2] = points[::step], points[step - 1 :: step]
    return ends


_QUICK = {FAMILY: family, COLOURS: rgbas, BOUNDARY: boundary}
