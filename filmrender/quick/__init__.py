"""What Manim does most often while it builds and moves mobjects, to the last bit, in less time.

Most scenes take longer to build than to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from filmrender.manim_internals import (
    ANCHORS,
    BUILDING,
    COLOURS,
    COPIES,
    CORNERS,
    FAMILY,
    PIECES,
    REACH,
    UPDATES,
    Method,
    rotating_with,
)
from filmrender.quick.colours import update_rgbas_array
from filmrender.quick.copies import deepcopy
from filmrender.quick.extents import corner, ends_of_curves, reach
from filmrender.quick.families import family
from filmrender.quick.lengths import pieces
from filmrender.quick.rotations import Rotation
from filmrender.quick.updates import update

__all__ = ["quick_manim"]

_OURS: tuple[tuple[Method, Callable[..., Any]], ...] = (
    (FAMILY, family),
    (COPIES, deepcopy),
    (COLOURS, update_rgbas_array),
    (ANCHORS, ends_of_curves),
    (CORNERS, corner),
    (REACH, reach),
    (PIECES, pieces),
    (UPDATES, update),
)


@contextmanager
def quick_manim() -> Iterator[None]:
    """Let mobjects do so in the ways of this package, where Manim's own are those known here."""
    known = BUILDING.is_known()
    changed = [(method, ours) for method, ours in _OURS if known and method.is_manims]
    with rotating_with(Rotation):
        for method, ours in changed:
            method.put(ours)
        try:
            yield
        finally:
            for method, _ in changed:
                method.put(method.manims)
