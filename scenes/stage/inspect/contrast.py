"""Contrast: texts and marks stand out from the pixels that are really behind and beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from scenes.stage.inspect.bounds import LEAST_MARK
from scenes.stage.inspect.easel import Easel
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.geometry import meeting, union
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.palette import contrast
from scenes.stage.inspect.picture import Ink, Picture
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.layout import SHORTER_SIDE
from scenes.stage.sprite import Sprite

__all__ = ["LARGE", "Contrast"]

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
LARGE = SHORTER_SIDE / 12  # an em of large text, which must stand out no more than a mark
_SPECKS = 0.05  # share of the pixels behind a text that may be unlike the rest: edges of its ground
_AIR = 4  # pixels around a thing in which others can matter to it
_MOST = 0.75  # share of a picture's pixels that may be paler: rims, shades, holes
_BESIDE = 4  # pixels: what is beside a picture, but for those that touch its soft edge
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
        for glow, mark in _marks(things, air):
            if any(due[index] for index in mark):
                parts = [[things[index] for index in part] for part in (glow, mark)]
                yield from self._judge(moment, *parts)
            for index in glow + mark:
                for part in things[index].parts if near[index] else ():
                    easel.draw(picture.states[id(part)], part)

    def _judge(self, moment: Moment, glow: list[Thing], mark: list[Thing]) -> Iterator[Finding]:
        thing, easel = mark[0], self._easel
        if thing.decoration:
            return
        if isinstance(thing, Text):
            required = MARK_CONTRAST if thing.size >= LARGE * (1 - 1e-6) else TEXT_CONTRAST
            yield from _faint(moment, thing, _of_text(thing, easel), required)
        elif all(_is_trifle(part) for part in mark):
            return
        elif isinstance(thing.mobject, Sprite):
            if thing.mobject.colour and thing.opacity > _HALF and _is_in(moment, thing):
                yield from _faint(moment, thing, _of_sprite(glow, thing, easel), MARK_CONTRAST)
        elif isinstance(thing.mobject, VMobject):
            roles = moment.film.theme.marks
            marks = {roles[role].upper() for role in roles if role != "ground"}
            inks = [ink for ink in thing.inks if ink.color in marks and ink.alpha > _HALF]
            if inks:
                yield from _faint(moment, thing, _of_mark(glow, mark, inks, easel), MARK_CONTRAST)


def _faint(moment: Moment, thing: Thing, seen: float, required: float) -> Iterator[Finding]:
    if seen < required:
        yield moment.finding("contrast", [thing], f"{seen:.2f}:1", f"{required:g}:1 or more")


def _marks(things: Sequence[Thing], air: float) -> Iterator[tuple[list[int], list[int]]]:
    """Yield things as numbers: each mark, and before it the glow round it.

    Like parts that touch, drawn one after the other, are one mark. Its glow is the decoration right
    below it that holds all of it.
    """
    runs: list[list[int]] = []
    for index, thing in enumerate(things):
        if runs and any(_belongs(thing, things[other], air) for other in reversed(runs[-1])):
            runs[-1].append(index)
        else:
            runs.append([index])
    glow: list[int] = []
    for run, follower in pairwise([*runs, []]):
        if (
            follower
            and things[run[0]].decoration
            and _is_round(things[run[0]], things[follower[0]])
        ):
            glow += run
        else:
            yield glow, run
            glow = []


def _belongs(thing: Thing, last: Thing, air: float) -> bool:
    return (
        type(thing) is type(last) is Thing
        and isinstance(thing.mobject, VMobject)
        and thing.label == last.label
        and thing.inks == last.inks
        and min(thing.box.overlap(last.box)) > -air
    )


def _is_round(glow: Thing, thing: Thing) -> bool:
    return not isinstance(thing, Text) and thing.box.outside(glow.box) <= 0


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


def _of_mark(glow: list[Thing], mark: list[Thing], inks: list[Ink], easel: Easel) -> float:
    """Try a mark; return the contrast that half of its outline or more has with what is beside it.

    What stands out from its own rim, or from what its own glow lies on, stands out as much.
    """
    before, without, after = _tried(glow, mark, easel)
    touched = (after != without).any(axis=2)
    outline = _wider(touched) & ~touched
    if not outline.any():
        return math.inf  # what leaves no trace need not stand out
    grounds = [seen[outline][:, :3] / 255 for seen in (before, without)]
    grounds += [_over(ink, grounds[1]) for ink in mark[0].inks if ink.alpha > _HALF]
    return max(float(np.median(_against(ink, ground))) for ink in inks for ground in grounds)


def _of_sprite(glow: list[Thing], thing: Thing, easel: Easel) -> float:
    """Try a picture; return the contrast of a quarter of its pixels with those beside it.

    What stands out from its own rim, or from what its own glow lies on, stands out as much.
    """
    before, without, after = _tried(glow, [thing], easel)
    rows, columns = easel.pixels_of(thing.box.grown(_AIR / easel.scale))
    kept = easel.pixels[rows, columns].copy()
    easel.pixels[rows, columns] = 0
    easel.draw(thing.states[0], thing.mobject)
    body = easel.pixels[rows, columns, 3] > _HALF * 255
    easel.pixels[rows, columns] = kept
    beside = _wider(body, _BESIDE) & ~_wider(body)
    if not body.any() or not beside.any():
        return math.inf  # nothing of it, or of what is round it, is in the frame
    own = after[body][:, :3] / 255
    grounds = [np.median(seen[beside][:, :3], axis=0) / 255 for seen in (before, without)]
    rim = body & _wider(~body)
    grounds.append(np.median(after[rim][:, :3], axis=0) / 255)
    return max(float(np.quantile(contrast(own, ground), _MOST)) for ground in grounds)


def _tried(glow: list[Thing], mark: list[Thing], easel: Easel) -> list[NDArray[np.uint8]]:
    """Return the pixels around a mark without it, with its glow, and with both.

    They stay without it.
    """
    box = reduce(union, [thing.box for thing in mark])
    rows, columns = easel.pixels_of(box.grown(_AIR / easel.scale))
    whole = easel.pixels.copy() if glow else None  # a glow reaches far
    seen = [easel.pixels[rows, columns].copy()]
    for part in (glow, mark):
        for thing in part:
            easel.draw(thing.states[0], thing.mobject)
        seen.append(easel.pixels[rows, columns].copy())
    if whole is None:
        easel.pixels[rows, columns] = seen[0]
    else:
        easel.pixels[:] = whole
    return seen


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


def _is_in(moment: Moment, thing: Thing) -> bool:
    """Tell whether a thing's middle is in the frame: of what is leaving it, an edge is left."""
    frame, (left, bottom, right, top) = moment.film.layout.frame, thing.box
    return abs(left + right) < frame.width and abs(bottom + top) < frame.height


def _is_trifle(thing: Thing) -> bool:
    """Tell whether a mark is too small, or too thin a sliver, to be told from what is beside it."""
    sides = thing.box.right - thing.box.left, thing.box.top - thing.box.bottom
    sliver = all(not ink.width for ink in thing.inks) and min(sides) < LEAST_MARK / 4
    return max(sides) < LEAST_MARK or sliver
