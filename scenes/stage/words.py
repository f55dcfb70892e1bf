"""Text as mobjects: words, numbers from the experiment, and formulas, on one baseline."""

from __future__ import annotations

import re
import weakref
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from typing import Any, Literal, Self

import numpy as np
from manim import ManimColor, Mobject, VectorizedPoint, VGroup, VMobject
from manim.typing import Point3D, Point3DLike

from gdmath.experiments.reading import Reading
from scenes.stage.theme import ROLES, Role, Theme
from scenes.stage.typesetter import Outline, Points, outlines

__all__ = ["Glyphs", "Math", "Number", "Part", "Words", "plain", "scale_words", "spoken"]

Align = Literal["left", "center", "right"]
Key = tuple[int, Role | None]  # a part of a line, and a role within it


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


def plain(part: Part) -> Plain:
    """Return a part without its role."""
    return part[0] if isinstance(part, tuple) else part


def spoken(part: Part) -> str:
    """Return a part as plain text."""
    inner = plain(part)
    return inner.markup if isinstance(inner, Math) else str(inner)


class Glyphs(VMobject):
    """What is drawn of one part of a line, all of it or what has one colour.

    Attributes:
        line: the whole line.
        index: which part of it this is.
        key: what ``line.outlines()`` has it under.
        role: whose colour it has.
    """

    def __init__(
        self, line: Words, key: Key, outline: Points, role: Role, color: ManimColor
    ) -> None:
        super().__init__(fill_color=color, fill_opacity=1, stroke_width=0)
        self.line, self.key, self.index, self.role = line, key, key[0], role
        self.points = outline * line.size

    def __deepcopy__(self, copies: dict[int, Any]) -> Self:
        # A part that is copied alone, as transforms do, keeps its line: a copy of the line would
        # bring its other parts, and they would double with each transform.
        copies.setdefault(id(self.line), self.line)
        return super().__deepcopy__(copies)


class Words(VGroup):
    """One line of text. Each part is one mobject, or several if roles colour it.

    It remembers what it was placed at, so that a check can tell if it stands far from it.

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
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.parts, self.size, self._style = parts, size, (bold, italic)
        self._groups = [VGroup() for _ in parts]
        self.advance = outlines(_markup(parts, bold, italic))[1]
        for key, outline in self.outlines().items():
            own = key[1] or role
            glyphs = Glyphs(self, key, outline, own, theme.ink(own))
            self._groups[glyphs.index].add(glyphs)
            self.add(glyphs)
        self._baseline = VectorizedPoint(np.zeros(3))
        self.add(self._baseline)
        self._place: weakref.ref[Mobject] | None = None

    def __getitem__(self, index: int) -> VGroup:  # type: ignore[override]
        """Return the mobjects of one part, in the order of the parts."""
        return self._groups[index]

    @property
    def readings(self) -> list[tuple[Reading, str]]:
        """The numbers in this line and the texts that stand for them."""
        numbers = [part for part in map(plain, self.parts) if isinstance(part, Reading)]
        return [(number, number.text) for number in numbers]

    @property
    def text(self) -> str:
        """The whole line as plain text."""
        return "".join(spoken(part) for part in self.parts)

    @property
    def baseline(self) -> Point3D:
        """The left end of the baseline."""
        return self._baseline.get_location()

    def outlines(self) -> dict[Key, Points]:
        """Typeset the line: points in ems, from the left end of the baseline."""
        return _merge(outlines(_markup(self.parts, *self._style))[0])

    # -- places ----------------------------------------------------------------------------

    def stand_at(self, x: float, baseline: float, align: Align = "left") -> Self:
        """Move so that the baseline begins here; or let the text's middle or right end be here."""
        left = float(self.baseline[0])
        if align != "left":
            left = float((self.get_center() if align == "center" else self.get_right())[0])
        self.shift(np.array([x - left, baseline - self.baseline[1], 0.0]))
        return self._stays_at(None)

    def next_to(self, mobject_or_point: Mobject | Point3DLike, *args: Any, **kwargs: Any) -> Self:
        """Move beside something."""
        super().next_to(mobject_or_point, *args, **kwargs)
        return self._stays_at(mobject_or_point)

    def move_to(self, point_or_mobject: Point3DLike | Mobject, *args: Any, **kwargs: Any) -> Self:
        """Move to the middle of something."""
        super().move_to(point_or_mobject, *args, **kwargs)
        return self._stays_at(point_or_mobject)

    def align_to(self, mobject_or_point: Mobject | Point3DLike, *args: Any, **kwargs: Any) -> Self:
        """Move to the same edge as something."""
        super().align_to(mobject_or_point, *args, **kwargs)
        return self._stays_at(mobject_or_point)

    @property
    def place(self) -> Mobject | None:
        """What it was placed at; None if that was a point."""
        return self._place() if self._place else None

    def _stays_at(self, place: Mobject | Point3DLike | None) -> Self:
        self._place = weakref.ref(place) if isinstance(place, Mobject) else None
        return self


def scale_words(mobject: Mobject, share: float) -> None:
    """Scale a line or a group of lines; each knows how large it is then."""
    for part in mobject.scale(share).get_family():
        if isinstance(part, Words):
            part.size *= share


def _markup(parts: tuple[Part, ...], bold: bool, italic: bool) -> str:
    weight = '#set text(weight: "semibold")\n' if bold else ""
    style = '#set text(style: "italic")\n' if italic else ""
    return style + weight + "#h(0pt)".join(_typst(i, part) for i, part in enumerate(parts))


def _typst(index: int, part: Part) -> str:
    inner, role = part if isinstance(part, tuple) else (part, None)
    roles = "".join(f"#let {name} = text.with(fill: {_code(index, name)});" for name in ROLES)
    body = f"$display({inner.markup})$" if isinstance(inner, Math) else _raised(str(inner))
    return f"#{{[{roles}#text(fill: {_code(index, role)})[{body}]]}}"


def _code(index: int, role: Role | None) -> str:
    """A fill that says, on the way through Typst, which part and which role a glyph belongs to."""
    return f'rgb("#{index:02x}{0 if role is None else 1 + ROLES.index(role):02x}07")'


def _raised(text: str) -> str:
    """Markup of plain text, its superscripts set by Typst: the font has no raised minus."""
    runs = re.split(f"([{_SUPERSCRIPTS}]+)", text)
    upright = (f"#{_quoted(run)}" for run in runs[::2])
    raised = (f"#super({_quoted(run.translate(_LOWERED))})" for run in runs[1::2])
    return "".join(chain.from_iterable(zip_longest(upright, raised, fillvalue="")))


def _quoted(text: str) -> str:
    """A Typst string literal: nothing in it is markup."""
    escaped = "".join(c if c.isalnum() or c == " " else f"\\u{{{ord(c):x}}}" for c in text)
    return f'"{escaped}"'


def _merge(drawn: tuple[Outline, ...]) -> dict[Key, Points]:
    runs: dict[Key, list[Points]] = {}
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

    It keeps its left or right end in place while its digits change. ``equated`` puts the sign
    before it that its value and text ask for, = or ≈.
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
        equated: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(fill_color=theme.ink(role), fill_opacity=1, stroke_width=0, **kwargs)
        self.size, self.bold, self.align, self.role = size, bold, align, role
        self.reading, self.equated = reading, equated
        self.text = ""
        self._anchor = np.zeros(3)
        self.say(reading)

    @property
    def readings(self) -> list[tuple[Reading, str]]:
        """The number that is shown and its text."""
        return [(self.reading, self.text.removeprefix("= ").removeprefix("≈ "))]

    @property
    def up_to_date(self) -> bool:
        """Whether the text is that of the reading."""
        return self.text == self._text()

    def _text(self) -> str:
        return self.reading.equation if self.equated else self.reading.text

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
        if self.up_to_date:
            return self
        self.text = self._text()
        self.points = self.typeset()
        return self

    def typeset(self) -> Points:
        """Set the text: its points (n, 3) in its place."""
        pen = -self.advance if self.align == "right" else 0.0
        runs = []
        for character in self.text:
            points, width = _glyph(character, self.bold)
            runs.append(points + np.array([pen, 0.0, 0.0]))
            pen += width
        return np.asarray(np.concatenate(runs) * self.size + self._anchor)
