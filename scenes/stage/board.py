"""Lines of arithmetic, one below the other, that keep to their zone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup

from scenes.stage.claims import stay_in
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Path
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words, spoken

__all__ = ["Board", "BoardLine"]


class BoardLine(VGroup):
    """One line, or two where it had to be broken; its parts are counted through."""

    def part(self, *indices: int) -> VGroup:
        """Return the mobjects of these parts; negative indices count from the end."""
        rows = [row for row in self.submobjects if isinstance(row, Words)]
        parts = [row[i] for row in rows for i in range(len(row.parts))]
        return VGroup(*(parts[i] for i in indices))


class Board:
    """Rows of text from the top of a zone.

    A line that is too wide is set smaller, down to the size of labels, and then broken before
    its last equals sign.
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
        first, second = _broken(parts)
        rows = BoardLine(name=name)
        for number, some in enumerate((first, second)):
            part = self._set(some, size, role, bold, name)
            rows.add(part.stand_at(self.zone.left, self.baseline(row) - 1.15 * number * size))
        return rows

    def rule(self, row: float) -> Path:
        """Return a thin line between rows."""
        y, half = self.baseline(row) + 0.3 * self.layout.body, 0.008
        rule = Path(self.theme, "quiet", 2 * half, paint="rule", name="rule")
        left, right = self.zone.left + half, self.zone.right - half
        return rule.through(np.array([left, y, 0.0]), np.array([right, y, 0.0]))

    def _set(self, parts: Sequence[Part], size: float, role: Role, bold: bool, name: str) -> Words:
        return Words(*parts, theme=self.theme, size=size, role=role, bold=bold, name=name)


def _broken(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    signs = [i for i, part in enumerate(parts) if spoken(part).strip() in ("=", "≈")]
    cut = signs[-1] if signs else len(parts) // 2
    return parts[:cut], parts[cut:]
