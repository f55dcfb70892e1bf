"""Legibility: contrast against the pixels behind, and the height of letters in an embed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.stage.inspect.bounds import LEAST_MARK
from scenes.stage.inspect.easel import Easel
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.geometry import meeting
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.palette import contrast
from scenes.stage.inspect.picture import Ink, Picture, State
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.typesetter import outlines
from scenes.stage.words import Math, Words, plain

__all__ = ["LEAST_LETTER", "Contrast", "judge_letters"]

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
EMBED = 640  # pixels: the width of a film in a column of text
# An e has three bars with two gaps between: five rows of pixels, the outer two may be paler.
LEAST_LETTER = 4.5
_SPECKS = 0.05  # share of the pixels behind a text that may be unlike the rest: edges of its ground
_AIR = 4  # pixels around a thing in which others can matter to it
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]")


class Contrast:
    """Finds texts and marks that stand out too little from what is drawn before them.

    It looks again at those only that have changed, or that lie where something has.
    """

    def __init__(self, easel: Easel) -> None:
        self._easel = easel
        self._before = Picture()
        self._judged: set[Thing] = set()

    def judge(self, moment: Moment) -> Iterator[Finding]:
        """Yield what stands out too little now."""
        easel, things, picture = self._easel, moment.things, moment.picture
        boxes = [thing.box for thing in things]
        air = _AIR / easel.scale
        due = meeting(boxes, picture.changes(self._before), air)
        due |= [thing not in self._judged for thing in things]
        near = meeting(boxes, [box for box, now in zip(boxes, due, strict=True) if now], air)
        self._before, self._judged = picture, set(things)
        easel.clear()
        for thing, now, drawn in zip(things, due, near, strict=True):
            if now:
                yield from self._judge(moment, thing)
            for part in thing.parts if drawn else ():
                easel.draw(picture.states[id(part)], part)

    def _judge(self, moment: Moment, thing: Thing) -> Iterator[Finding]:
        easel, theme = self._easel, moment.film.theme
        if isinstance(thing, Text):
            yield from _faint(moment, thing, _of_text(thing, easel), TEXT_CONTRAST)
        elif isinstance(thing.mobject, VMobject) and max(_extent(thing)) >= LEAST_MARK:
            marks = {theme.marks[role].upper() for role in theme.marks if role != "ground"}
            inks = [ink for ink in thing.inks if ink.color in marks]
            if inks:
                state = moment.picture.states[id(thing.mobject)]
                yield from _faint(moment, thing, _of_mark(thing, state, inks, easel), MARK_CONTRAST)


def _faint(moment: Moment, thing: Thing, seen: float, required: float) -> Iterator[Finding]:
    if seen < required:
        yield moment.finding("contrast", [thing], f"{seen:.2f}:1", f"{required:g}:1 or more")


def _of_text(text: Text, easel: Easel) -> float:
    """Return the contrast of a text's palest colour with all but a few of the pixels behind it."""
    behind = easel.region(text.box)
    return min(float(np.quantile(_against(ink, behind), _SPECKS)) for ink in set(text.inks))


def _of_mark(thing: Thing, state: State, inks: list[Ink], easel: Easel) -> float:
    """Try a mark; return the contrast that half of its outline or more has with what is beside it.

    What stands out from a rim of its own stands out as much.
    """
    rows, columns = easel.pixels_of(thing.box.grown(2 / easel.scale))
    before = easel.pixels[rows, columns].copy()
    easel.draw(state, thing.mobject)
    touched = (easel.pixels[rows, columns] != before).any(axis=2)
    easel.pixels[rows, columns] = before
    beside = before[_beside(touched)][:, :3] / 255
    own = np.array([_rgb(ink) for ink in thing.inks if ink.alpha == 1])
    grounds = [ground for ground in (beside, *own[:, None]) if len(ground)]
    seen = [float(np.median(_against(ink, ground))) for ink in inks for ground in grounds]
    return max(seen, default=math.inf)  # what leaves no trace need not stand out


def _beside(touched: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pixels that have a touched neighbour and are not touched themselves."""
    wide = np.pad(touched, 1)
    near = wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    return near & ~touched


def _against(ink: Ink, behind: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the contrast of an ink, as it looks over what is behind, with what is behind."""
    return contrast(ink.alpha * _rgb(ink) + (1 - ink.alpha) * behind, behind)


def _rgb(ink: Ink) -> NDArray[np.float64]:
    return np.array([int(ink.color[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def _extent(thing: Thing) -> tuple[float, float]:
    return thing.box.right - thing.box.left, thing.box.top - thing.box.bottom


def judge_letters(moment: Moment) -> Iterator[Finding]:
    """Yield texts whose lowest letters would be too low in a small embed."""
    pixels_a_unit = EMBED / moment.film.layout.frame.width
    for text in moment.due(moment.texts):
        height = text.size * lowest(text) * pixels_a_unit
        if height < LEAST_LETTER:
            yield moment.finding(
                "letters", [text],
                f"{height:.1f} px high at {EMBED} px", f"{LEAST_LETTER:g} px or more",
            )  # fmt: skip


def lowest(text: Text) -> float:
    """Return the height in ems of the lowest kind of letter or figure that a text has."""
    heights = [_height('#"x"')]
    parts = text.mobject.parts if isinstance(text.mobject, Words) else (text.mobject.text,)
    for part in map(plain, parts):
        if isinstance(part, Math):
            heights += [_height('$""^x$')] if re.search("[_^]", part.markup) else []
        elif _SUPERSCRIPT.search(str(part)):
            heights.append(_height('#super("0")'))
    return min(heights)


@cache
def _height(markup: str) -> float:
    """Return how high one glyph of this markup is, in ems."""
    points = np.concatenate([drawn.points for drawn in outlines(markup)[0]])
    return float(np.ptp(points[:, 1]))
