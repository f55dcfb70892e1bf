"""Text as mobjects: words, numbers from the experiment, and formulas, on one baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from typing import Any

import numpy as np
from manim import VectorizedPoint, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.stage.theme import ROLES, Role, Theme
from scenes.stage.typesetter import Outline, outlines

__all__ = ["Math", "Number", "Part", "Words", "spoken"]


@dataclass(frozen=True)
class Math:
    """A formula in Typst's math; ``here(x)`` and the other roles colour what they enclose.

    What it says is written by us, never by a user: it is markup.
    """

    markup: str


_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_LOWERED = str.maketrans(_SUPERSCRIPTS, "0123456789\N{MINUS SIGN}")

Plain = str | Reading | Math
Part = Plain | tuple[Plain, Role]


def spoken(part: Part) -> str:
    """Return a part as plain text."""
    inner = part[0] if isinstance(part, tuple) else part
    return inner.markup if isinstance(inner, Math) else str(inner)


class Words(VGroup):
    """One line of text. Each part is one mobject, or several if roles colour it.

    Attributes:
        parts: what the line says, in order.
        size: Manim units an em.
    """

    def __init__(
        self,
        *parts: Part,
        theme: Theme,
        size: float,
        bold: bool = False,
        italic: bool = False,
        role: Role = "text",
        paint: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.parts = parts
        self.size = size
        self._groups = [VGroup() for _ in parts]
        color = theme.paint(paint) if paint else theme.ink(role)
        drawn, self.advance = outlines(_markup(parts, bold, italic))
        for (index, inner), outline in _merge(drawn).items():
            ink = theme.ink(inner) if inner else color
            glyphs = VMobject(fill_color=ink, fill_opacity=1, stroke_width=0)
            glyphs.points = outline * size
            self._groups[index].add(glyphs)
            self.add(glyphs)
        self._baseline = VectorizedPoint(np.zeros(3))
        self.add(self._baseline)

    def __getitem__(self, index: int) -> VGroup:  # type: ignore[override]
        """Return the mobjects of one part, in the order of the parts."""
        return self._groups[index]

    @property
    def readings(self) -> list[tuple[Reading, str]]:
        """The numbers in this line and the texts that stand for them."""
        plain = [part[0] if isinstance(part, tuple) else part for part in self.parts]
        return [(part, part.text) for part in plain if isinstance(part, Reading)]

    @property
    def text(self) -> str:
        """The whole line as plain text."""
        return "".join(spoken(part) for part in self.parts)

    @property
    def baseline(self) -> Point3D:
        """The left end of the baseline."""
        return self._baseline.get_location()

    def stand_at(self, left: float, baseline: float) -> Words:
        """Move so that the baseline begins here."""
        self.shift(np.array([left, baseline, 0.0]) - self.baseline)
        return self


def _markup(parts: tuple[Part, ...], bold: bool, italic: bool) -> str:
    weight = '#set text(weight: "semibold")\n' if bold else ""
    style = '#set text(style: "italic")\n' if italic else ""
    return style + weight + "#h(0pt)".join(_typst(i, part) for i, part in enumerate(parts))


def _typst(index: int, part: Part) -> str:
    plain, role = part if isinstance(part, tuple) else (part, None)
    roles = "".join(f"#let {name} = text.with(fill: {_code(index, name)});" for name in ROLES)
    body = f"$display({plain.markup})$" if isinstance(plain, Math) else _raised(str(plain))
    return f"#{{[{roles}#text(fill: {_code(index, role)})[{body}]]}}"


def _code(index: int, role: Role | None) -> str:
    """A fill that says, on the way through Typst, which part and which role a glyph belongs to."""
    return f'rgb("#{index:02x}{0 if role is None else 1 + ROLES.index(role):02x}07")'


def _raised(text: str) -> str:
    """Markup of plain text, its superscripts set by Typst: the font has no raised minus."""
    runs = re.split(f"([{_SUPERSCRIPTS}]+)", text)
    plain = (f"#{_quoted(run)}" for run in runs[::2])
    raised = (f"#super({_quoted(run.translate(_LOWERED))})" for run in runs[1::2])
    return "".join(chain.from_iterable(zip_longest(plain, raised, fillvalue="")))


def _quoted(text: str) -> str:
    """A Typst string literal: nothing in it is markup."""
    escaped = "".join(c if c.isalnum() or c == " " else f"\\u{{{ord(c):x}}}" for c in text)
    return f'"{escaped}"'


def _merge(drawn: tuple[Outline, ...]) -> dict[tuple[int, Role | None], Any]:
    runs: dict[tuple[int, Role | None], list[Any]] = {}
    for outline in drawn:
        index, role = int(outline.fill[1:3], 16), int(outline.fill[3:5], 16)
        runs.setdefault((index, ROLES[role - 1] if role else None), []).append(outline.points)
    return {key: np.concatenate(points) for key, points in runs.items()}


@cache
def _glyph(character: str, bold: bool) -> tuple[Any, float]:
    drawn, width = outlines(_markup((character,), bold, italic=False))
    points = np.concatenate([o.points for o in drawn]) if drawn else np.zeros((0, 3))
    return points, width


class Number(VMobject):
    """A number that may change at every frame: set from ready glyphs, never compiled again.

    It keeps its left or right end in place while its digits change.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        theme: Theme,
        size: float,
        role: Role = "text",
        bold: bool = False,
        align: str = "left",
        **kwargs: Any,
    ) -> None:
        super().__init__(fill_color=theme.ink(role), fill_opacity=1, stroke_width=0, **kwargs)
        self.size = size
        self.bold = bold
        self.align = align
        self.reading = reading
        self.text = ""
        self._anchor = np.zeros(3)
        self.say(reading)

    @property
    def readings(self) -> list[tuple[Reading, str]]:
        """The number that is shown and its text."""
        return [(self.reading, self.text)]

    @property
    def advance(self) -> float:
        """The width of the text in ems, side bearings included."""
        return sum(_glyph(character, self.bold)[1] for character in self.text)

    def stand_at(self, x: float, baseline: float) -> Number:
        """Let the text begin (or end, if aligned right) here."""
        self._anchor = np.array([x, baseline, 0.0])
        self.text = ""
        return self.say(self.reading)

    def say(self, reading: Reading) -> Number:
        """Show this number instead."""
        self.reading = reading
        if reading.text == self.text:
            return self
        self.text = reading.text
        pen = -self.advance if self.align == "right" else 0.0
        runs = []
        for character in self.text:
            points, width = _glyph(character, self.bold)
            runs.append(points + np.array([pen, 0.0, 0.0]))
            pen += width
        self.points = np.concatenate(runs) * self.size + self._anchor
        return self
