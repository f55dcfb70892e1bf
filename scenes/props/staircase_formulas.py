"""The staircase film's mathematics: the cost's two derivatives, and the arithmetic of an epoch."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, Animation, TransformFromCopy, VGroup

from gdmath.experiments.staircase import Staircase
from scenes.stage.board import Board, BoardLine
from scenes.stage.derivation import Derivation, Term
from scenes.stage.layout import Layout, Zone
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Part

__all__ = ["Formulas", "measures"]

PITCH = 2.3  # of lines with fractions, in ems
ROWS = 5  # of the points that are listed
SHOWN = 4  # squares that are written out in the mean

MEAN, SUM, ERROR = Math("1/n"), Math("sum thin"), Math("gradient(e)")
SLOPES = tuple(Math(f'frac(partial cost("MSE"), partial here({name}))') for name in "ab")


class Formulas:
    """Lines for the rail."""

    def __init__(self, story: Staircase, layout: Layout, theme: Theme) -> None:
        self.story, self.layout, self.theme = story, layout, theme

    def guess(self, board: Board) -> VGroup:
        """Return the line's equation and the first guess."""
        rule = board.line(0.2, Math("y = here(a) x + here(b)"))
        values = board.line(
            1.3, Math("here(a) ="), " ", (self.story.first(0), "here"), "     ",
            Math("here(b) ="), " ", (self.story.first(1), "here"),
        )  # fmt: skip
        return VGroup(rule, values)

    def mean(self, board: Board, row: float) -> tuple[VGroup, VGroup]:
        """Return the mean of the squares of the first guess: what is reckoned, and the result."""
        squares, count = self.story.first_squares, self.story.count
        parts: list[Part] = [("MSE", "cost"), " = "]
        if len(squares) <= SHOWN:
            parts.append("(")
            for number, square in enumerate(squares):
                parts += [" + "] * (number > 0) + [square]
            parts.append(")")
        else:
            parts.append(self.story.first_sum)
        parts += [" / ", count, " = ", (self.story.epoch(0).cost, "cost")]
        line = board.line(row, *parts)
        return line.part(*range(len(parts) - 2)), line.part(-2, -1)

    def _lines(self, zone: Zone, first: float, lines: Sequence[Sequence[Term]]) -> Derivation:
        """Return lines from the zone's left, the first baseline so many ems below its top."""
        size = self.layout.body
        top = zone.top - (first - 0.8) * size
        pitch = min(3.2, (top - zone.bottom) / size - 1.8)
        inner = Zone(zone.left, zone.bottom, zone.right, top)
        derivation = Derivation(lines, inner, self.layout, self.theme, pitch, largest=1.0)
        VGroup(*derivation.lines).align_to(zone.at(0, 0), LEFT)
        return derivation

    def chain(self, zone: Zone) -> tuple[BoardLine, Derivation]:
        """Return what an error is; the cost, and its derivative by a before it is tidied up."""
        error = Board(zone, self.layout, self.theme).line(
            0, Math("gradient(e) = y - (here(a) x + here(b))")
        )
        lines = (
            (Term(("MSE", "cost"), "of"), Term(" = ", "="), Term(MEAN, "mean"), Term(SUM, "sum"),
             Term(ERROR, "e"), Term(Math("\"\"^2"), "square")),
            (Term(SLOPES[0], "of"), Term(" = ", "="), Term(MEAN, "mean"), Term(SUM, "sum"),
             Term(Math("2"), "two", ("square",)), Term(ERROR, "e"),
             Term(Math("thin dot thin (-x)"), "inner", ("e",))),
        )  # fmt: skip
        return error, self._lines(zone, 2.9, lines)

    def slopes(self, zone: Zone) -> Derivation:
        """Return both derivatives and their first values, the second one grown from the first."""
        story = self.story
        lines = [
            (Term(SLOPES[which], "of"), Term(" = ", "="), Term(Math("-2/n"), "mean"),
             Term(SUM, "sum"), *([Term(Math("x thin"), "x")] if which == 0 else []),
             Term(ERROR, "e"), Term(" = ", "so"),
             Term((story.epoch(0).slopes[which], "gradient"), "value"))
            for which in (0, 1)
        ]  # fmt: skip
        return self._lines(zone, 1.6, lines)

    @staticmethod
    def tidied(chain: Derivation, slopes: Derivation) -> tuple[list[Animation], VGroup]:
        """Return how the derivative by a is tidied up, part by part, and its value."""
        old, new = chain.lines[1], slopes.lines[0]
        origins = ((0,), (1,), (2, 4), (3,), (6,), (5,))
        changes: list[Animation] = [
            TransformFromCopy(VGroup(*(old[i] for i in some)), new[k], path_arc=0.35)
            for k, some in enumerate(origins)
        ]
        return changes, VGroup(new[6], new[7])

    def step(self, board: Board, number: int) -> tuple[VGroup, BoardLine]:
        """Return the arithmetic of one epoch: a and b; and the cost before and after."""
        now, then = self.story.epoch(number), self.story.epoch(number + 1)
        lines, row = VGroup(), 0.0
        for which in (0, 1):
            line = board.line(
                row, Math(f"here({'ab'[which]}) ="), " ", now.place[which],
                " \N{MINUS SIGN} ", self.story.rate, " · ",
                (now.slopes[which].operand, "gradient"), f" {now.equals(then, which)} ",
                (then.place[which], "here"),
            )  # fmt: skip
            lines.add(line)
            row += 0.9 if len(line) == 1 else 1.6
        return lines, board.line(
            row + 0.1, ("MSE", "cost"), ": ", now.cost, " → ", (then.cost, "cost")
        )

    def best(self, board: Board) -> VGroup:
        """Return the best line there is."""
        story = self.story
        head = board.line(0, "the best line:", role="target", bold=True, size=self.layout.small)
        line = board.line(
            0.95, Math("a ="), " ", (story.best_parameter(0), "target"), "     ", Math("b ="), " ",
            (story.best_parameter(1), "target"),
        )  # fmt: skip
        cost = board.line(1.85, "MSE = ", (story.best_mse, "target"))
        return VGroup(head, line, cost)

    def limit(self, board: Board) -> VGroup:
        """Return the limit of the learning rate."""
        story = self.story
        rule = board.line(
            0.2, Math('2 \\/ lambda_"max"'), " = 2 / ", story.steepest, " ≈ ", story.limit_reading,
        )  # fmt: skip
        note = board.line(
            1.1, Math('lambda_"max"'), ": strongest curvature", role="quiet",
            size=self.layout.small,
        )  # fmt: skip
        return VGroup(rule, note)


def measures(story: Staircase, board: Board) -> list[VGroup]:
    """Return the table of the points, not too many: a header, then one row a point."""
    across = min(0.5 * board.zone.width, 7.0 * board.layout.body) * RIGHT

    def row(number: float, left: Part, right: Part, role: Role) -> VGroup:
        first, second = (board.line(number, part, role=role) for part in (left, right))
        return VGroup(first, second.shift(across))

    rows = [row(0, *story.names, "quiet")]
    for number, (x, y) in enumerate(story.measured[:ROWS], start=1):
        rows.append(row(number, x, y, "text"))
    if len(story.measured) > ROWS:
        rows.append(VGroup(board.line(ROWS + 1, story.count, " points in all", role="quiet")))
    return rows
