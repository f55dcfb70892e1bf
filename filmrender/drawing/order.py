"""In which order Manim's camera draws mobjects."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from manim import Mobject

__all__ = ["drawing_order"]


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
