"""The hiker film's formulas and arithmetic."""

from __future__ import annotations

from manim import VGroup

from gdmath.experiments.hiker import Hiker
from gdmath.experiments.reading import Reading, equals
from scenes.stage.board import Board, BoardLine
from scenes.stage.layout import Layout, Zone
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Words

__all__ = ["HikerBoard"]

FORMULAS = {
    "hills": (
        r"sin w cos b + (w^2 + b^2) \/ 8",
        r"cos w cos b + w \/ 4",
        r"-sin w sin b + b \/ 4",
    ),
    "bowl": (r"w^2 \/ 8 + b^2 \/ 4", r"w \/ 4", r"b \/ 2"),
}


class HikerBoard:
    """Sets the gradient's formulas with their values, and the arithmetic of a step."""

    def __init__(self, story: Hiker, zone: Zone, layout: Layout, theme: Theme) -> None:
        self.story, self.layout = story, layout
        self.board = Board(zone, layout, theme)
        self.size = 1.05 * layout.small

    def formulas(self) -> VGroup:
        """Return four lines: the altitude, the two parts of the gradient, and what minus does."""
        whole, along_w, along_b = FORMULAS[self.story.params.surface]
        first = self.story.step(0)
        down = (Math("step(-nabla J)"), " points down")
        return VGroup(
            self.board.line(0, Math(f"cost(J) = {whole}")),
            self._slope(1.1, "w", along_w, first.slope_w),
            self._slope(2.1, "b", along_b, first.slope_b),
            self.board.line(3.1, *down, role="step", size=self.size),
        )

    def _slope(self, row: float, name: str, formula: str, slope: Reading) -> BoardLine:
        """Return a part of the gradient: its formula, where there is room for it, and its value."""
        named = rf"gradient(partial J \/ partial {name})"
        for markup in (f"{named} = {formula}", named):
            line = self.board.line(
                row, Math(markup), f" {equals(slope)} ", (slope, "gradient"), size=self.size
            )
            if len(line) == 1:
                break
        return line

    def sums(self, number: int) -> tuple[VGroup, VGroup]:
        """Return the arithmetic of the step to ``number``: what is asked, and the results."""
        small, then = self.layout.small, self.story.step(number)
        count = self.board.line(
            3.4, "step ", then.number, ", learning rate ", self.story.rate, role="quiet", size=small
        )
        asked, results = VGroup(self.board.rule(2.8), count), VGroup()
        size = min(map(_size, self._sums(number, self.layout.body)))
        for line in self._sums(number, size):
            asked.add(line.part(*range(7)))
            results.add(line.part(7, 8))
        return asked, results

    def _sums(self, number: int, size: float) -> list[BoardLine]:
        now, then = self.story.step(number - 1), self.story.step(number)
        rows = (("w", now.w, now.slope_w, then.w), ("b", now.b, now.slope_b, then.b))
        return [
            self.board.line(
                0.1 + 1.45 * row, Math(f"{name} arrow.l"), " ", (place, "here"), " \N{MINUS SIGN} ",
                self.story.rate, " · ", (slope.operand, "gradient"), f" {sign} ", (result, "here"),
                size=size,
            )
            for row, ((name, place, slope, result), sign) in enumerate(
                zip(rows, then.equals, strict=True)
            )
        ]  # fmt: skip


def _size(line: BoardLine) -> float:
    return min(row.size for row in line.submobjects if isinstance(row, Words))
