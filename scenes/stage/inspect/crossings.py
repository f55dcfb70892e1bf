"""Layout: texts that overlap each other, or that lines which are not theirs run through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from manim import VMobject

from scenes.stage.inspect.finding import PIXEL, Finding, pixels
from scenes.stage.inspect.geometry import Box, Floats, covers, length_inside
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text, Thing

__all__ = ["Crossings"]

_OPAQUE = 0.999


class Crossings:
    """Finds texts that meet, lines that run through texts, and shapes that hide them.

    It looks again at those texts only that have changed, or near which something has.
    """

    def __init__(self) -> None:
        self._judged: dict[Text, list[Thing]] = {}

    def judge(self, moment: Moment) -> Iterator[Finding]:
        """Yield what crosses now."""
        things = [thing for thing in moment.things if _can_cross(thing)]
        boxes = np.array([thing.box for thing in things]).reshape(-1, 4)
        before, self._judged = self._judged, {}
        for text in moment.texts:
            near = [things[index] for index in _meeting(boxes, text.box.grown(2 * PIXEL))]
            self._judged[text] = near
            if near != before.get(text):
                yield from _meetings(moment, text, near)
                shapes = [thing for thing in near if not isinstance(thing, Text)]
                yield from _through(moment, text, shapes)


def _can_cross(thing: Thing) -> bool:
    return thing.counts and not thing.decoration and isinstance(thing.mobject, VMobject)


def _meetings(moment: Moment, text: Text, near: list[Thing]) -> Iterator[Finding]:
    for other in near:
        if isinstance(other, Text) and other.order > text.order:
            gap = -min(text.box.overlap(other.box))
            if gap < 2 * PIXEL:
                yield moment.finding(
                    "texts overlap", [text, other], f"a gap of {pixels(gap)}", "2 px or more"
                )


def _meeting(boxes: Floats, box: Box) -> list[int]:
    """Return which of the boxes (n, 4) have a point in common with a box."""
    apart = (boxes[:, :2] >= (box.right, box.top)) | (boxes[:, 2:] <= (box.left, box.bottom))
    found: list[int] = np.flatnonzero(~apart.any(axis=1)).tolist()
    return found


def _through(moment: Moment, text: Text, near: list[Thing]) -> Iterator[Finding]:
    ground = max((t.order for t in near if t.order < text.order and _carries(t, text)), default=-1)
    for thing in near:
        if thing.order < ground:
            continue  # hidden by what the text stands on
        half = 0.5 * thing.inks[-1].width  # without a rim
        inside = length_inside(thing.pieces, text.box.grown(half))
        if inside > PIXEL:
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
