"""Truth: sums on the screen add up in the digits that are shown, and = stands before no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gdmath.experiments.reading import MINUS, Reading, equals
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.numbers import parse
from scenes.stage.inspect.things import Text
from scenes.stage.words import Glyphs, Math, Part, Words, plain

__all__ = ["judge_sums", "sides"]

_MATH = {"dot": "·", "times": "×", "-": MINUS, "approx": "≈"}
_TOKEN = re.compile(rf"\d+|[-+{MINUS}·×/()²=≈]|\S+?(?=[\s\d+{MINUS}·×/()²=≈]|$)")
_SIGNS = ("=", "≈", "+", MINUS, "·")
_NOISE = 1e-9


@dataclass(frozen=True)
class Side:
    """One side of an equation: the sign before it, its value as shown and as computed."""

    sign: str
    shown: float
    value: float


Token = str | tuple[float, float]


def judge_sums(moment: Moment) -> Iterator[Finding]:
    """Yield equations whose sides differ, and signs that say too much or too little."""
    for text in moment.due(moment.texts):
        line = text.mobject
        if isinstance(line, Words):
            seen = {part.index for part in text.parts if isinstance(part, Glyphs)}
            parts = [line.parts[index] for index in sorted(seen)]
            yield from _wrong(moment, text, parts)
            yield from _mistaken(moment, text, parts)


def _wrong(moment: Moment, text: Text, parts: Sequence[Part]) -> Iterator[Finding]:
    before: Side | None = None
    for side in sides(parts):
        if before and side:
            exact = side.sign == "="
            one, other = (before.shown, side.shown) if exact else (before.value, side.value)
            if not np.isclose(one, other, rtol=_NOISE, atol=_NOISE):
                yield moment.finding("sum", [text], f"{one:.12g} {side.sign} {other:.12g}", "equal")
        before = side


def _mistaken(moment: Moment, text: Text, parts: Sequence[Part]) -> Iterator[Finding]:
    """Yield = before a rounded number, and ≈ between exact ones.

    A row that a longer line was broken into begins with a sign: what is rounded may stand above.
    """
    before: list[Reading] = []
    whole = next(_tokens(parts), "") not in _SIGNS
    for sign, after in _signed(parts):
        if sign == "=" and equals(*after) == "≈":
            yield moment.finding("sign", [text], "= before a rounded number", "≈")
        if sign == "≈" and whole and equals(*before, *after) == "=":
            yield moment.finding("sign", [text], "≈ between exact numbers", "=")
        before = after


def _signed(parts: Sequence[Part]) -> list[tuple[str, list[Reading]]]:
    """Return the sides of an equation: the sign before each, and the numbers in it."""
    found: list[tuple[str, list[Reading]]] = [("", [])]
    for part in map(plain, parts):
        if isinstance(part, Reading):
            found[-1][1].append(part)
        else:
            words = part.markup.split() if isinstance(part, Math) else _TOKEN.findall(part)
            signs = (_MATH.get(word, word) for word in words)
            found += [(sign, []) for sign in signs if sign in ("=", "≈")]
    return found


def sides(parts: Sequence[Part]) -> list[Side | None]:
    """Return the sides of an equation; None for one that has letters in it."""
    found: list[Side | None] = []
    sign, tokens = "", list[Token]()
    for token in [*_tokens(parts), "="]:
        if token in ("=", "≈"):
            found.append(_evaluated(sign, tokens))
            sign, tokens = str(token), []
        else:
            tokens.append(token)
    return found


def _tokens(parts: Sequence[Part]) -> Iterator[Token]:
    for part in map(plain, parts):
        if isinstance(part, Reading):
            try:
                yield parse(part.text)[0], part.value
            except ValueError:
                yield part.text
            continue
        words = part.markup.split() if isinstance(part, Math) else _TOKEN.findall(part)
        for word in words:
            word = _MATH.get(word, word) if isinstance(part, Math) else word
            yield (float(word), float(word)) if word.isdecimal() else word


def _evaluated(sign: str, tokens: list[Token]) -> Side | None:
    while tokens and isinstance(tokens[-1], str) and tokens[-1].strip("²³").isalpha():
        tokens.pop()  # a unit behind the sum
    if not tokens:
        return None
    results = []
    for which in (0, 1):
        reader = _Sum([token if isinstance(token, str) else token[which] for token in tokens])
        try:
            results.append(reader.read())
        except (ValueError, IndexError, ZeroDivisionError):
            return None
    return Side(sign, *results)


class _Sum:
    """Reads a sum of products."""

    def __init__(self, tokens: list[str | float]) -> None:
        self._left = tokens

    def read(self) -> float:
        value = self._sum()
        if self._left:
            raise ValueError(f"{self._left[0]!r} is in the way")
        return value

    def _next(self, *signs: str) -> str | None:
        if self._left and self._left[0] in signs:
            return str(self._left.pop(0))
        return None

    def _sum(self) -> float:
        value = self._product()
        while sign := self._next("+", MINUS):
            other = self._product()
            value += other if sign == "+" else -other
        return value

    def _product(self) -> float:
        value = self._factor()
        while sign := self._next("·", "×", "/"):
            other = self._factor()
            value = value / other if sign == "/" else value * other
        return value

    def _factor(self) -> float:
        if sign := self._next("+", MINUS):
            value = self._factor()
            return value if sign == "+" else -value
        if self._next("("):
            value = self._sum()
            if not self._next(")"):
                raise ValueError("a bracket is open")
        else:
            number = self._left.pop(0)
            if isinstance(number, str):
                raise ValueError(f"{number!r} is no number")
            value = number
        return value**2 if self._next("²") else value
