"""Sentences: whatever is said in words is true of the run, or is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from manim import DecimalNumber, MarkupText, Paragraph, SingleStringMathTex, Typst
from manim import Text as ManimText

from gdmath.experiments._common.sentences import Said
from scenes.stage.film import NARRATION
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text
from scenes.stage.words import Glyphs, Math, Words, plain

__all__ = ["judge_lesson", "judge_sentences"]

_UNPROVED, _PROVED = "nothing makes it true", "a Said"
_TRUE = "what is true of the run"
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"([^"]*)"')  # words in a formula
_MANIMS = (DecimalNumber, MarkupText, ManimText, Paragraph, SingleStringMathTex, Typst)
_AROUND = " \N{NO-BREAK SPACE}.,:;=≈×·+−()"  # what may stand between a name and its number


def judge_sentences(moment: Moment) -> Iterator[Finding]:
    """Yield narration and labels that are false, or of which nobody says what makes them true.

    Text that is Manim's own cannot be asked, nor can words within a formula.

    A label may be the name of a quantity of the run, a unit, a symbol of one letter, or a name that
    the table of sentences declares.
    """
    drawn = {id(part) for thing in moment.things for part in thing.parts}
    for mobject in moment.members.values():
        if isinstance(mobject, _MANIMS) and any(id(m) in drawn for m in mobject.get_family()):
            yield moment.finding("sentence", [mobject.name], _UNPROVED, f"{_PROVED} in a label")
    for text in moment.texts:
        if not isinstance(text.mobject, Words):
            continue
        for said in _in_words(moment, text, text.mobject):
            if not isinstance(said, Said):
                yield moment.finding("sentence", [text], _UNPROVED, f"{_PROVED}, or a name")
            elif not said.holds():
                yield moment.finding("sentence", [text], "false", _TRUE)


def judge_lesson(run: Any) -> Iterator[Finding]:
    """Yield what a film teaches, as posts tell it, if the run does not choose it or it is false."""
    lesson = getattr(run, "lesson", "")
    if not isinstance(lesson, Said):
        yield Finding("lesson", (), _UNPROVED, _PROVED)
    elif not lesson.holds():
        yield Finding("lesson", (str(lesson),), "false", _TRUE)


def _in_words(moment: Moment, text: Text, line: Words) -> Iterator[str]:
    """Yield the parts of a line that say something."""
    seen = {part.index for part in text.parts if isinstance(part, Glyphs)}
    for part in (plain(line.parts[index]) for index in sorted(seen)):
        if isinstance(part, Math):
            yield from (w for w in _QUOTED.findall(part.markup) if not _is_name(moment, w))
            continue
        names_it = text.label != NARRATION and isinstance(part, str) and _is_name(moment, part)
        if isinstance(part, Said) or (isinstance(part, str) and not names_it):
            yield part


def _is_name(moment: Moment, part: str) -> bool:
    bare = part.strip(_AROUND)
    letters = "".join(_LETTERS.findall(bare))
    known = {*moment.ledger, *moment.units}
    return len(letters) < 2 or bare.lower() in {name.lower() for name in known}
