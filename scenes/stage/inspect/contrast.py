"""Contrast: texts and marks stand out from the pixels that are really behind and beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.stage.inspect.bounds import LEAST_MARK
from scenes.stage.inspect.easel import Easel
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.geometry import meeting, union
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.palette import contrast
from scenes.stage.inspect.picture import Ink, Picture, State
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.layout import SHORTER_SIDE
from scenes.stage.sprite import Sprite

__all__ = ["LARGE", "Contrast"]

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
LARGE = SHORTER_SIDE / 12  # an em of large text, which must stand out no more than a mark
_SPECKS = 0.05  # share of the pixels behind a text that may be unlike the rest: edges of its ground
_AIR = 4  # pixels around a thing in which others can matter to it
_EDGE = 2  # pixels: how wide the edge of a picture is, within and without
_HALF = 0.5  # of full opacity: what is fainter tints what lies below, and is no mark

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


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
        for mark in _marks(things, air):
            if any(due[index] for index in mark):
                yield from self._judge(moment, [things[index] for index in mark])
            for index in mark:
                for part in things[index].parts if near[index] else ():
                    easel.draw(picture.states[id(part)], part)

    def _judge(self, moment: Moment, mark: Sequence[Thing]) -> Iterator[Finding]:
        thing, easel = mark[0], self._easel
        if thing.decoration:
            return
        if isinstance(thing, Text):
            required = MARK_CONTRAST if thing.size >= LARGE * (1 - 1e-6) else TEXT_CONTRAST
            yield from _faint(moment, thing, _of_text(thing, easel), required)
        elif max(max(_extent(part)) for part in mark) < LEAST_MARK:
            return
        elif isinstance(thing.mobject, Sprite):
            if thing.mobject.colour and thing.opacity > _HALF:
                state = moment.picture.states[id(thing.mobject)]
                yield from _faint(moment, thing, _of_sprite(thing, state, easel), MARK_CONTRAST)
        elif isinstance(thing.mobject, VMobject):
            roles = moment.film.theme.marks
            marks = {roles[role].upper() for role in roles if role != "ground"}
            inks = [ink for ink in thing.inks if ink.color in marks and ink.alpha > _HALF]
            if inks:
                yield from _faint(moment, thing, _of_mark(mark, inks, easel), MARK_CONTRAST)


def _faint(moment: Moment, thing: Thing, seen: float, required: float) -> Iterator[Finding]:
    if seen < required:
        yield moment.finding("contrast", [thing], f"{seen:.2f}:1", f"{required:g}:1 or more")


def _marks(things: Sequence[Thing], air: float) -> Iterator[list[int]]:
    """Yield things as numbers; like parts that touch, drawn one after the other, are one mark."""
    mark: list[int] = []
    for index, thing in enumerate(things):
        last = things[mark[-1]] if mark else None
        if last is None or not _belongs(thing, last, air):
            if mark:
                yield mark
            mark = []
        mark.append(index)
    if mark:
        yield mark


def _belongs(thing: Thing, last: Thing, air: float) -> bool:
    return (
        type(thing) is type(last) is Thing
        and isinstance(thing.mobject, VMobject)
        and thing.label == last.label
        and thing.inks == last.inks
        and min(thing.box.overlap(last.box)) > -air
    )


def _of_text(text: Text, easel: Easel) -> float:
    """Return the contrast of a text's palest colour with all but a few of the pixels behind it.

    Letters with a rim stand out from the rim, as it looks over what is behind.
    """
    behind = easel.region(text.box)
    return min(_of_letters(inks, behind) for inks in {state.inks for state in text.states})


def _of_letters(inks: tuple[Ink, ...], behind: Floats) -> float:
    letters = next((i for i, ink in enumerate(inks) if not ink.width), 0)
    for rim in inks[:letters]:
        behind = _over(rim, behind)
    return min(float(np.quantile(_against(ink, behind), _SPECKS)) for ink in inks[letters:])


def _of_mark(mark: Sequence[Thing], inks: list[Ink], easel: Easel) -> float:
    """Try a mark; return the contrast that half of its outline or more has with what is beside it.

    What stands out from a rim of its own stands out as much.
    """
    before, after = _tried(mark, easel)
    touched = (after != before).any(axis=2)
    beside = before[_wider(touched) & ~touched][:, :3] / 255
    own = np.array([_rgb(ink) for ink in mark[0].inks if ink.alpha == 1])
    grounds = [ground for ground in (beside, *own[:, None]) if len(ground)]
    seen = [float(np.median(_against(ink, ground))) for ink in inks for ground in grounds]
    return max(seen, default=math.inf)  # what leaves no trace need not stand out


def _of_sprite(thing: Thing, state: State, easel: Easel) -> float:
    """Try a picture; return the contrast of its edge's pixels with those beside it."""
    rows, columns = easel.pixels_of(thing.box.grown(_AIR / easel.scale))
    before, after = _tried([thing], easel)
    kept = easel.pixels[rows, columns].copy()
    easel.pixels[rows, columns] = 0
    easel.draw(state, thing.mobject)
    body = easel.pixels[rows, columns, 3] > _HALF * 255
    easel.pixels[rows, columns] = kept
    edge, beside = body & _wider(~body, _EDGE), _wider(body, 2 * _EDGE) & ~_wider(body)
    if not edge.any() or not beside.any():
        return math.inf  # nothing of it, or of what is round it, is in the frame
    own = np.median(after[edge][:, :3], axis=0) / 255
    return float(np.median(contrast(own, before[beside][:, :3] / 255)))


def _tried(mark: Sequence[Thing], easel: Easel) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the pixels around a mark without it and with it; they stay without it."""
    box = mark[0].box
    for thing in mark[1:]:
        box = union(box, thing.box)
    rows, columns = easel.pixels_of(box.grown(_AIR / easel.scale))
    before = easel.pixels[rows, columns].copy()
    for thing in mark:
        (state,) = thing.states
        easel.draw(state, thing.mobject)
    after = easel.pixels[rows, columns].copy()
    easel.pixels[rows, columns] = before
    return before, after


def _wider(mask: Mask, by: int = 1) -> Mask:
    """Return the pixels of a mask and those beside them."""
    for _ in range(by):
        wide = np.pad(mask, 1)
        mask = mask | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    return mask


def _over(ink: Ink, behind: Floats) -> Floats:
    """Return what is seen of an ink over what is behind."""
    return ink.alpha * _rgb(ink) + (1 - ink.alpha) * behind


def _against(ink: Ink, behind: Floats) -> Floats:
    """Return the contrast of an ink, as it looks over what is behind, with what is behind."""
    return contrast(_over(ink, behind), behind)


def _rgb(ink: Ink) -> Floats:
    return np.array([int(ink.color[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def _extent(thing: Thing) -> tuple[float, float]:
    return thing.box.right - thing.box.left, thing.box.top - thing.box.bottom
