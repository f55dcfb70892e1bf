"""Legibility: the height of letters in a small embed, and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text
from scenes.stage.typesetter import outlines
from scenes.stage.words import Math, Words, plain

__all__ = ["LEAST_LETTER", "judge_phone"]

PHONE, LEAST_EM = 360, 11.0  # pixels: a phone's width, an em on it
EMBED = 640  # pixels: the width of a film in a column of text
# An e has three bars with two gaps between: five rows of pixels, the outer two may be paler.
LEAST_LETTER = 4.5
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]")


def judge_phone(moment: Moment) -> Iterator[Finding]:
    """Yield texts that are too small where they will be read.

    That is a small embed for a wide picture, and a phone held upright for the others.
    """
    layout = moment.film.layout
    if layout.aspect == "16:9":
        yield from _low(moment, EMBED)
        return
    yield from _low(moment, PHONE)
    for text in moment.due(moment.texts):
        em = text.size * PHONE / layout.frame.width
        if em < LEAST_EM:
            yield moment.finding(
                "phone", [text], f"{em:.1f} px an em at {PHONE} px", f"{LEAST_EM:g} px or more"
            )


def _low(moment: Moment, width: int) -> Iterator[Finding]:
    pixels_a_unit = width / moment.film.layout.frame.width
    for text in moment.due(moment.texts):
        height = text.size * lowest(text) * pixels_a_unit
        if height < LEAST_LETTER:
            yield moment.finding(
                "letters", [text],
                f"{height:.1f} px high at {width} px", f"{LEAST_LETTER:g} px or more",
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
