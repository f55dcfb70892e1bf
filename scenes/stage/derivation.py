"""Derivations: lines of mathematics, each growing part by part out of the line above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manim import Animation, ReplacementTransform

from scenes.stage.fading import FadeIn
from scenes.stage.layout import Zone
from scenes.stage.theme import Theme
from scenes.stage.words import Part, Words, spoken

__all__ = ["Derivation", "Term"]


@dataclass(frozen=True)
class Term:
    """One part of a line.

    Attributes:
    ----------
        part: what is written.
        key: what it is; what has the same key in the line above, and is written alike, becomes
            it. Its text, if empty.
    """

    part: Part
    key: str = ""

    @property
    def name(self) -> str:
        """The key, or the text that stands for it."""
        return self.key or spoken(self.part).strip()


class Derivation:
    """Lines in the middle of a zone, one below the other, aligned at their first equals sign.

    All have one size: ``largest`` units an em, or as large as the zone allows.

    Attributes:
    ----------
        lines: the lines in their places; show the first, then play ``grow(1)``, ``grow(2)``...

    Raises:
    ------
        ValueError: if a line has no part with the key "=", or two parts with one key.
    """

    def __init__(
        self,
        lines: Sequence[Sequence[Term]],
        zone: Zone,
        theme: Theme,
        largest: float,
        pitch: float = 1.7,
    ) -> None:
        for line in lines:
            names = [term.name for term in line]
            if "=" not in names or len(set(names)) < len(names):
                raise ValueError(f"each line needs one part '=' and no key twice: {names}")
        self._terms = lines
        size = min(largest, zone.height / (1.2 + pitch * (len(lines) - 1)))
        self.lines = [self._set(line, size, theme) for line in lines]
        left, right = self._reach()
        if left + right > zone.width:
            size *= zone.width / (left + right)
            self.lines = [self._set(line, size, theme) for line in lines]
            left, right = self._reach()
        start = float(zone.center[0]) + (left - right) / 2
        for number, words in enumerate(self.lines):
            baseline = zone.top - 0.85 * size - number * pitch * size
            words.stand_at(start - self._before(number), baseline)

    def _set(self, line: Sequence[Term], size: float, theme: Theme) -> Words:
        return Words(*(term.part for term in line), theme=theme, size=size, name="derivation")

    def _before(self, number: int) -> float:
        line, names = self.lines[number], [term.name for term in self._terms[number]]
        return float(line[names.index("=")].get_left()[0] - line.baseline[0])

    def _reach(self) -> tuple[float, float]:
        """Return the widest part before and the widest part from the equals signs on."""
        before = [self._before(number) for number in range(len(self.lines))]
        after = [line.width - b for line, b in zip(self.lines, before, strict=True)]
        return max(before), max(after)

    def grow(self, number: int) -> list[Animation]:
        """Return how a line comes out of the one above.

        What is written alike there moves down whole; all else fades in, for glyphs that turn into
        others look crumpled half-way.
        """
        above = {term.name: index for index, term in enumerate(self._terms[number - 1])}
        changes: list[Animation] = []
        for index, term in enumerate(self._terms[number]):
            part, origin = self.lines[number][index], above.get(term.name)
            if origin is None or self._terms[number - 1][origin].part != term.part:
                changes.append(FadeIn(part))
                continue
            start = self.lines[number - 1][origin].copy().set_fill(opacity=0)
            changes.append(ReplacementTransform(start, part, path_arc=0.35))
        return changes
