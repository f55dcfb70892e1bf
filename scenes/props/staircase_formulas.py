"""The staircase film's mathematics: the cost's two derivatives, and the arithmetic of an epoch."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, ReplacementTransform, VGroup

from gdmath.experiments.reading import Reading, equals
from gdmath.experiments.staircase import Staircase
from scenes.stage.board import Board, BoardLine
from scenes.stage.derivation import Derivation, Term, unseen
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

    def _pair(self, board: Board, row: float, numbers: Sequence[Reading], role: Role) -> VGroup:
        """Return a and b beside each other."""
        left, right = board.zone.part(right=0.45), board.zone.part(left=0.47)
        lines = VGroup()
        for zone, name, number in zip((left, right), "ab", numbers, strict=True):
            column = Board(zone, self.layout, self.theme, board.pitch / self.layout.body)
            named = Math(f"{name} {equals(number)}")
            lines.add(column.line(row, (named, role), " ", (number, role)))
        return lines

    def guess(self, board: Board) -> tuple[BoardLine, VGroup]:
        """Return the line's equation and the first guess."""
        rule = board.line(0.2, Math("y = here(a) x + here(b)"))
        return rule, self._pair(board, 1.3, [self.story.first(0), self.story.first(1)], "here")

    def mean(self, board: Board, row: float) -> tuple[VGroup, VGroup]:
        """Return the mean of the squares of the first guess: what is reckoned, and the result."""
        squares, count, cost = self.story.first_squares, self.story.count, self.story.epoch(0).cost
        told = squares if len(squares) <= SHOWN else (self.story.first_sum,)
        parts: list[Part] = [("MSE", "cost"), f" {equals(*told)} "]
        if len(squares) <= SHOWN:
            parts.append("(")
            for number, square in enumerate(squares):
                parts += [" + "] * (number > 0) + [square]
            parts.append(")")
        else:
            parts.append(self.story.first_sum)
        parts += [" / ", count, f" {equals(*told, cost)} ", (cost, "cost")]
        line = board.line(row, *parts)
        return line.part(*range(len(parts) - 2)), line.part(-2, -1)

    def _lines(self, zone: Zone, first: float, lines: Sequence[Sequence[Term]]) -> Derivation:
        """Return lines from the zone's left, the first baseline so many ems below its top."""
        size = self.layout.body
        top = zone.top - (first - 0.8) * size
        pitch = min(3.2, (top - zone.bottom) / size - 1.9)
        # A little room at the left: parts that turn on their way sway over the edge.
        edge = zone.left + 0.15 * size
        inner = Zone(edge, zone.bottom, zone.right, top)
        derivation = Derivation(lines, inner, self.layout, self.theme, pitch, largest=1.0)
        spare = min(float(line.get_left()[0]) for line in derivation.lines) - edge
        for line in derivation.lines:
            line.stand_at(line.baseline[0] - spare, line.baseline[1])
        return derivation

    def derivation_zones(self) -> tuple[Zone, ...]:
        """Split the rail for both derivations; where these are side by side, they have one size."""
        if not self.layout.side_by_side:
            return self.layout.rail_parts(0.55, 0.45)
        rail = self.layout.rail
        both = (self.chain(rail)[1], self.slopes(rail))
        return self.layout.rail_parts(*(VGroup(*derivation.lines).width for derivation in both))

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
        values = self.story.epoch(0).slopes
        lines = [
            (Term(SLOPES[which], "of"), Term(" = ", "="), Term(Math("-2/n"), "mean"),
             Term(SUM, "sum"), *([Term(Math("x thin"), "x")] if which == 0 else []),
             Term(ERROR, "e"), Term(f" {equals(values[which])} ", "so"),
             Term((values[which], "gradient"), "value"))
            for which in (0, 1)
        ]  # fmt: skip
        return self._lines(zone, 1.6, lines)

    @staticmethod
    def tidied(chain: Derivation, slopes: Derivation) -> tuple[list[Animation], VGroup]:
        """Return how the derivative by a is tidied up, part by part, and its value."""
        old, new = chain.lines[1], slopes.lines[0]
        changes: list[Animation] = [
            ReplacementTransform(
                unseen(VGroup(*(glyphs for source in some for glyphs in old[source]))), new[part],
                path_arc=0.35,
            )
            for part, some in enumerate(((0,), (1,), (2, 4), (3,), (6,), (5,)))
        ]  # fmt: skip
        return changes, VGroup(new[6], new[7])

    def step(self, board: Board) -> tuple[VGroup, BoardLine]:
        """Return the arithmetic of the first epoch: a and b; and the cost before and after.

        The learning rate is named where there is room.
        """
        now, then = self.story.epoch(0), self.story.epoch(1)
        signs = [equals(now.place[which], now.rate, now.slopes[which]) for which in (0, 1)]
        lines, row = VGroup(), 0.0
        for which in (0, 1):
            line = board.line(
                row, Math(f"here({'ab'[which]}) {signs[which]}"), " ", now.place[which],
                " \N{MINUS SIGN} ", self.story.rate, " · ",
                (now.slopes[which].operand, "gradient"), f" {now.equals(then, which)} ",
                (then.place[which], "here"),
            )  # fmt: skip
            lines.add(line)
            row += 0.9 if len(line) == 1 else 1.6
        rate = (self.story.rate, ": the learning rate")
        named = board.line(row + 1.05, *rate, role="quiet", size=self.layout.small)
        if named.get_bottom()[1] >= board.zone.bottom:
            lines.add(named)
        return lines, board.line(
            row + 0.1, ("MSE", "cost"), ": ", now.cost, " → ", (then.cost, "cost")
        )

    def best(self, board: Board) -> VGroup:
        """Return the best line there is."""
        story = self.story
        head = board.line(0, "the best line:", role="target", bold=True, size=self.layout.small)
        numbers = [story.best_parameter(0), story.best_parameter(1)]
        best = story.best_mse
        cost = board.line(1.85, "MSE", f" {equals(best)} ", (best, "target"))
        return VGroup(head, self._pair(board, 0.95, numbers, "target"), cost)

    def limit(self, board: Board) -> VGroup:
        """Return the strongest curvature of the cost, and the limit that comes of it."""
        story, strongest, small = self.story, Math('lambda_"max"'), self.layout.small
        first, second = story.curvature(0), story.curvature(1)
        return VGroup(
            board.line(
                0.1,
                strongest,
                f" {equals(story.steepest)} ",
                story.steepest,
                ": strongest curvature",
            ),
            board.line(
                0.9, "(along a alone ", first, ", along b ", second, ")", role="quiet", size=small
            ),
            board.line(
                2.1,
                "limit = ",
                Math('2 \\/ lambda_"max"'),
                f" {equals(story.limit_told)} ",
                story.limit_told,
            ),
            board.line(
                2.9, "(", Math("2"), ": twice the way to the bottom)", role="quiet", size=small
            ),
        )


def measures(story: Staircase, board: Board) -> list[VGroup]:
    """Return the table of the points, not too many: a header, then one row a point."""
    pitch = board.pitch / board.layout.body
    columns = [
        Board(zone, board.layout, board.theme, pitch)
        for zone in (board.zone.part(right=0.47), board.zone.part(left=0.5))
    ]

    def row(number: float, parts: Sequence[Part], role: Role) -> VGroup:
        cells = zip(columns, parts, strict=True)
        return VGroup(*(column.line(number, part, role=role) for column, part in cells))

    rows = [row(0, story.names, "quiet")]
    room = int((board.zone.height - 1.05 * board.layout.body) / board.pitch)
    count = len(story.measured)
    listed = count if count <= min(ROWS, room) else min(ROWS, room - 1)
    for number, point in enumerate(story.measured[:listed], start=1):
        rows.append(row(number, point, "text"))
    if count > listed:
        rows.append(VGroup(board.line(listed + 1, story.count, " points in all", role="quiet")))
    return rows
