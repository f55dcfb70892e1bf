"""Truth: every number on the screen is one of the experiment's, and its text says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import GAP, MINUS, Reading
from scenes.stage.claims import Quantity
from scenes.stage.film import NARRATION
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text
from scenes.stage.words import Glyphs, Math, Number, Words, plain

__all__ = ["has", "judge_numbers", "parse", "shown"]

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_NUMBER = re.compile(
    rf"\(?(?P<sign>[+{MINUS}]?)(?P<whole>\d+)?(?:\.(?P<decimals>\d+))?"
    r"(?:×?10(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?\)?(?: (?P<unit>\D.*?))?\)?"
)
_CONSTANT = re.compile(r"(?<![\d.])\d(?![\d.])")  # of a formula: one digit
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")
_SIGNIFICANT = 4  # digits of a number that is written with a power of ten


def parse(text: str) -> tuple[float, float, str]:
    """Return the value that a text says, what one in its last digit is worth, and its unit.

    Raises:
        ValueError: if the text is no number.
    """
    match = _NUMBER.fullmatch(text.removeprefix("≈ ").replace(GAP, ""))
    if match is None or not (match["whole"] or match["power"]):
        raise ValueError(f"{text!r} is no number")
    decimals = match["decimals"] or ""
    scale = 10.0 ** int((match["power"] or "⁰").translate(_RAISED))
    value = float(f"{match['whole'] or 1}.{decimals}0") * scale
    sign = -1.0 if match["sign"] == MINUS else 1.0
    return sign * value, scale * 10.0 ** -len(decimals), match["unit"] or ""


def judge_numbers(moment: Moment) -> Iterator[Finding]:
    """Yield literal digits, texts that misstate their value, and values of unknown origin."""
    due = [t for t in moment.texts if t in moment.fresh or isinstance(t.mobject, Number)]
    for text in due:
        line = text.mobject
        if isinstance(line, Words):
            yield from _literals(moment, text, line)
        for reading, written in shown(text):
            yield from _misstated(moment, text, reading, written)
            if "claim" not in vars(line):  # else its place says what it must be
                yield from _unknown(moment, text, reading)
    if moment.rests:
        for text in due:
            yield from _not_what_is_drawn(moment, text)


def shown(text: Text) -> list[tuple[Reading, str]]:
    """Return the numbers that can be seen of a line, and their texts."""
    line = text.mobject
    if isinstance(line, Number):
        return line.readings
    seen = {part.index for part in text.parts if isinstance(part, Glyphs)}
    parts = [plain(part) for index, part in enumerate(line.parts) if index in seen]
    return [(part, part.text) for part in parts if isinstance(part, Reading)]


def _literals(moment: Moment, text: Text, line: Words) -> Iterator[Finding]:
    for part in map(plain, line.parts):
        if isinstance(part, Math):
            rest = _CONSTANT.sub("", part.markup)
        else:
            rest = "" if isinstance(part, Reading) else part
        sentence = text.label == NARRATION or isinstance(part, Said)
        if any(
            not sentence or not _is_told(moment, one)
            for one in _WRITTEN.findall(rest.replace(GAP, ""))
        ):
            yield moment.finding(
                "literal number", [text], repr(rest),
                "numbers from the experiment; a formula's constants, one digit each, in Math",
            )  # fmt: skip


def _is_told(moment: Moment, written: str) -> bool:
    """Tell whether a number in a sentence is one that the experiment has, as it is written."""
    decimals = len(written.partition(".")[2])
    half = 0.5 * 10.0**-decimals * (1 + 1e-9) if decimals else 1e-9
    known = [np.ravel(values) for values in moment.ledger.values() if not callable(values)]
    return any(bool((np.abs(np.abs(values) - float(written)) <= half).any()) for values in known)


def _misstated(moment: Moment, text: Text, reading: Reading, shown: str) -> Iterator[Finding]:
    try:
        value, last, unit = parse(shown)
    except ValueError:
        yield moment.finding("number", [text], shown, "a number")
        return
    place = reading.format.last_place  # zeros at the end may be left out, digits may not
    if re.search("10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]", shown):
        place = 10.0 ** (np.floor(np.log10(abs(reading.value) or 1.0)) - _SIGNIFICANT + 1)
    allowed = 0.5 * min(place, last) * (1 + 1e-9) + 1e-12 * abs(reading.value)
    if unit != reading.format.unit or not abs(value - reading.shown) <= allowed:
        yield moment.finding(
            "number", [text], f"says {shown}", f"{reading.name} = {reading.value!r}"
        )


def has(values: object, value: float) -> bool:
    """Tell whether an array holds a value, but for the noise of floating point."""
    known = np.atleast_1d(np.asarray(values, dtype=float))
    return bool(np.isclose(known, value, rtol=1e-9, atol=1e-12 * np.abs(known).max()).any())


def _unknown(moment: Moment, text: Text, reading: Reading) -> Iterator[Finding]:
    known = moment.ledger.get(reading.name)
    told_by: Callable[[], Quantity | None] = vars(text.mobject).get("told_by", lambda: None)
    quantity = told_by()
    if known is None:
        required = f"a name in the experiment's ledger, not {reading.name!r}"
    elif not callable(known):
        if has(known, reading.value):
            return
        required = f"a value that the experiment has for {reading.name}"
    elif quantity is None:
        required = f"tells(...): which quantity {reading.name} changes with"
    else:
        value = known(quantity())
        if has(value, reading.value):
            return
        required = f"{reading.name} = {value!r}"
    yield moment.finding("origin", [text], f"{reading.name} = {reading.value!r}", required)


def _not_what_is_drawn(moment: Moment, text: Text) -> Iterator[Finding]:
    """Typeset the text anew and compare the outlines."""
    line = text.mobject
    if isinstance(line, Number):
        same = line.up_to_date and _equal(line.points, line.typeset())
    else:
        fresh = line.outlines()
        same = all(
            _equal(part.points, fresh[part.key] * line.size + line.baseline)
            for part in text.parts
            if isinstance(part, Glyphs)
        )
    if not same:
        yield moment.finding("glyphs", [text], "other outlines are drawn", "those of its text")


def _equal(drawn: np.ndarray, expected: np.ndarray) -> bool:
    return drawn.shape == expected.shape and bool(np.allclose(drawn, expected, atol=1e-6))
