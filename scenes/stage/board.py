"""Lines of arithmetic, one below the other, that keep to their zone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import VGroup

from gdmath.experiments.reading import MINUS
from scenes.stage.claims import stay_in
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Path
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words, spoken

__all__ = ["Board", "BoardLine"]

EQUALS, OTHERS = ("=", "≈"), ("+", MINUS, "·")


class BoardLine(VGroup):
    """One line, or two where it had to be broken; its parts are counted through."""

    def part(self, *indices: int) -> VGroup:
        """Return the mobjects of these parts; negative indices count from the end."""
        parts = [row[i] for row in self.rows for i in range(len(row.parts))]
        return VGroup(*(parts[i] for i in indices))

    @property
    def rows(self) -> list[Words]:
        """The line, or the pieces that it is broken into."""
        return [row for row in self.submobjects if isinstance(row, Words)]

    @property
    def lowest(self) -> float:
        """The height of its last baseline."""
        return min(float(row.baseline[1]) for row in self.rows)


class Board:
    """Rows of text from the top of a zone.

    A line that is too wide is set smaller, down to the size of labels, and then broken: before
    its last equals sign, or where that is not enough before other signs.
    """

    def __init__(self, zone: Zone, layout: Layout, theme: Theme, pitch: float = 1.55) -> None:
        self.zone, self.layout, self.theme = zone, layout, theme
        self.pitch = pitch * layout.body

    def baseline(self, row: float) -> float:
        """Return the height of a row's baseline; rows count from 0 at the top."""
        return self.zone.top - 0.8 * self.layout.body - row * self.pitch

    def line(
        self,
        row: float,
        *parts: Part,
        role: Role = "text",
        size: float | None = None,
        bold: bool = False,
        name: str = "board",
    ) -> BoardLine:
        """Return a line in its place."""
        return stay_in(self._line(row, parts, role, size, bold, name), self.zone)

    def _line(
        self,
        row: float,
        parts: Sequence[Part],
        role: Role,
        size: float | None,
        bold: bool,
        name: str,
    ) -> BoardLine:
        size = size or self.layout.body
        words = self._set(parts, size, role, bold, name)
        if words.width > self.zone.width:
            size = max(self.layout.small, size * self.zone.width / words.width * 0.995)
            words = self._set(parts, size, role, bold, name)
        if words.width <= self.zone.width:
            return BoardLine(words.stand_at(self.zone.left, self.baseline(row)), name=name)
        rows = BoardLine(name=name)
        for some in self._broken(parts, lambda some: self._set(some, size, role, bold, name)):
            y = self.baseline(row) - 1.15 * len(rows) * size
            rows.add(some.stand_at(self.zone.left, y))
        return rows

    def _broken(
        self, parts: Sequence[Part], write: Callable[[Sequence[Part]], Words]
    ) -> list[Words]:
        """Break before the last equals sign, or if a row is too wide as late as possible."""
        equals = _signs(parts, EQUALS)
        cut = equals[-1] if equals else len(parts) // 2
        rows = [write(parts[:cut]), write(parts[cut:])]
        if max(row.width for row in rows) <= self.zone.width:
            return rows
        rows, start, last = [], 0, 0
        for end in [*_signs(parts, EQUALS + OTHERS), len(parts)]:
            row = write(parts[start:end])
            if rows and row.width <= self.zone.width:
                rows[-1] = row
            else:
                start = last
                rows.append(write(parts[start:end]))
            last = end
        return rows

    def below(self, line: BoardLine) -> float:
        """Return the row below a line, however many rows that has."""
        return (self.baseline(0) - line.lowest) / self.pitch + 1

    def rule(self, row: float) -> Path:
        """Return a thin line between rows."""
        y, half = self.baseline(row) + 0.3 * self.layout.body, 0.008
        rule = Path(self.theme, "quiet", 2 * half, paint="rule", name="rule")
        left, right = self.zone.left + half, self.zone.right - half
        return rule.through(np.array([left, y, 0.0]), np.array([right, y, 0.0]))

    def _set(self, parts: Sequence[Part], size: float, role: Role, bold: bool, name: str) -> Words:
        return Words(*parts, theme=self.theme, size=size, role=role, bold=bold, name=name)


def _signs(parts: Sequence[Part], signs: Sequence[str]) -> list[int]:
    """Return where one of these signs stands between two parts."""
    return [i for i, part in enumerate(parts) if i and spoken(part).strip() in signs]
