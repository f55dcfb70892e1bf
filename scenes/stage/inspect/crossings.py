"""Layout: texts that overlap each other, or that lines which are not theirs run through."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

import numpy as np
from manim import Mobject, VMobject

from scenes.stage.inspect.finding import PIXEL, Finding, pixels
from scenes.stage.inspect.geometry import Box, Floats, covers, length_inside
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text, Thing

__all__ = ["Crossings"]

_OPAQUE = 0.999


class Declarations:
    """What scenes lay over something on purpose, and whether they did."""

    def __init__(self) -> None:
        self._used: dict[tuple[int, int], bool] = {}
        self._names: dict[tuple[int, int], tuple[str, str]] = {}

    def excuse(self, one: Thing, other: Thing) -> bool:
        """Tell whether one of the two says that it lies over the other, or over its group."""
        for upper, lower in ((one, other), (other, one)):
            for declared in _declared(upper.mobject):
                if lower.mobject in declared.get_family():
                    self._used[id(upper.mobject), id(declared)] = True
                    return True
        return False

    def note(self, thing: Thing) -> None:
        """Remember what a thing on the screen declares."""
        for declared in _declared(thing.mobject):
            key = id(thing.mobject), id(declared)
            self._used.setdefault(key, False)
            self._names[key] = thing.name, declared.name

    def judge(self) -> Iterator[Finding]:
        """Yield the declarations that were of no use."""
        for key, used in self._used.items():
            if not used:
                yield Finding(
                    "needless excuse", self._names[key], "they never meet", "only what is needed"
                )


def _declared(mobject: Mobject) -> list[Mobject]:
    references: list[weakref.ref[Mobject]] = vars(mobject).get("over", [])
    return [found for found in (reference() for reference in references) if found is not None]


class Crossings:
    """Finds texts that meet, lines that run through texts, and shapes that hide them.

    It looks again at those texts only that have changed, or near which something has.
    """

    def __init__(self) -> None:
        self.declarations = Declarations()
        self._judged: dict[Text, list[Thing]] = {}

    def judge(self, moment: Moment) -> Iterator[Finding]:
        """Yield what crosses now."""
        things = [thing for thing in moment.things if _can_cross(thing)]
        boxes = np.array([thing.box for thing in things]).reshape(-1, 4)
        before, self._judged = self._judged, {}
        for text in moment.texts:
            self.declarations.note(text)
            near = [things[index] for index in _meeting(boxes, text.box.grown(2 * PIXEL))]
            self._judged[text] = near
            if near != before.get(text):
                yield from _meetings(moment, text, near, self.declarations)
                shapes = [thing for thing in near if not isinstance(thing, Text)]
                yield from _through(moment, text, shapes, self.declarations)


def _can_cross(thing: Thing) -> bool:
    return thing.counts and not thing.decoration and isinstance(thing.mobject, VMobject)


def _meetings(
    moment: Moment, text: Text, near: list[Thing], declarations: Declarations
) -> Iterator[Finding]:
    for other in near:
        if isinstance(other, Text) and other.order > text.order:
            gap = -min(text.box.overlap(other.box))
            if gap < 2 * PIXEL and not declarations.excuse(text, other):
                yield moment.finding(
                    "texts overlap", [text, other], f"a gap of {pixels(gap)}", "2 px or more"
                )


def _meeting(boxes: Floats, box: Box) -> list[int]:
    """Return which of the boxes (n, 4) have a point in common with a box."""
    apart = (boxes[:, :2] >= (box.right, box.top)) | (boxes[:, 2:] <= (box.left, box.bottom))
    found: list[int] = np.flatnonzero(~apart.any(axis=1)).tolist()
    return found


def _through(
    moment: Moment, text: Text, near: list[Thing], declarations: Declarations
) -> Iterator[Finding]:
    ground = max((t.order for t in near if t.order < text.order and _carries(t, text)), default=-1)
    for thing in near:
        if thing.order < ground:
            continue  # hidden by what the text stands on
        half = 0.5 * thing.inks[-1].width  # without a rim
        inside = length_inside(thing.pieces, text.box.grown(half))
        if inside > PIXEL:
            if not declarations.excuse(text, thing):
                yield moment.finding(
                    "text crossed", [text, thing], f"{pixels(inside)} of it inside", "none"
                )
        elif thing.order > text.order and _fills(thing) and covers(thing.pieces, text.box):
            yield moment.finding("text covered", [text, thing], "all of it", "none")


def _fills(thing: Thing, opacity: float = 0.0) -> bool:
    return any(not ink.width and ink.alpha > opacity for ink in thing.inks)


def _carries(thing: Thing, text: Text) -> bool:
    """Tell whether a thing is an opaque ground below all of a text."""
    return _fills(thing, _OPAQUE) and covers(thing.pieces, text.box)
