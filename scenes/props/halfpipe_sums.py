"""The half-pipe's arithmetic: lines for the rail, each symbol in the colour of its thing."""

from __future__ import annotations

from manim import VGroup

from gdmath.experiments.halfpipe import Halfpipe, Step
from gdmath.experiments.reading import MINUS, Reading, equals
from scenes.stage.board import Board, BoardLine
from scenes.stage.claims import stay_in
from scenes.stage.derivation import Term
from scenes.stage.layout import Layout, Zone
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Part

__all__ = ["Costs", "Sums", "derivation"]

SQUARED = Math('""^2')
TWICE = Math("2 dot")
ROW = 1.9  # ems from one line of costs to the next


class Costs:
    """The cost as a formula, and what positions cost: as large as five lines may be."""

    def __init__(self, story: Halfpipe, layout: Layout, theme: Theme) -> None:
        zone = layout.rail
        self.story, self.zone = story, zone
        self.size = min(max(0.12 * zone.height, layout.small), 1.3 * layout.body)
        lower = 0.85 * self.size - 0.8 * layout.body  # a board's first line is set for formulas
        below = Zone(zone.left, zone.bottom, zone.right, zone.top - lower)
        pitch = min(ROW * self.size, zone.height / 5) / layout.body
        self.board = Board(below, layout, theme, pitch=pitch)

    def formula(self) -> BoardLine:
        """Return J = (x - target)²."""
        target = self.story.target
        return self._line(
            0, (Math("J"), "cost"), f" {equals(target)} (", (Math("x"), "here"), f" {MINUS} ",
            (target.operand, "target"), ")", SQUARED,
        )  # fmt: skip

    def line(self, row: int, position: float) -> BoardLine:
        """Return what a position costs."""
        here, cost = self.story.position(position), self.story.cost(position)
        return self._line(row, (here, "here"), " costs ", (cost, "cost"))

    def _line(self, row: int, *parts: Part) -> BoardLine:
        line = self.board.line(row, *parts, size=self.size, name="cost of a position")
        return stay_in(line, self.zone)


class Sums:
    """Lines below the dial."""

    def __init__(self, story: Halfpipe, zone: Zone, layout: Layout, theme: Theme) -> None:
        self.story, self.small = story, layout.small
        self.board = Board(zone, layout, theme)

    def signs(self) -> tuple[BoardLine, BoardLine]:
        """Return what a minus and a plus tell the rider to do."""
        minus = self.board.line(0.2, ("slope minus", "gradient"), ": go right", name="minus")
        plus = self.board.line(1.2, ("slope plus", "gradient"), ": go left", name="plus")
        return minus, plus

    def rule(self) -> BoardLine:
        """Return what a step is."""
        rate = self.story.rate
        return self.board.line(
            0.2, ("step", "step"), f" {equals(rate)} {MINUS}", rate, " · ", ("slope", "gradient"),
            name="step rule",
        )  # fmt: skip

    def slope(self, step: Step) -> BoardLine:
        """Return how the slope is worked out where a step begins."""
        return self._slope(step.position, step.slope, step.slope_equals)

    def _slope(self, position: Reading, slope: Reading, sign: str) -> BoardLine:
        target = self.story.target.operand
        return self.board.line(
            0, ("slope", "gradient"), f" {equals(position, target)} ", TWICE, " (",
            (position, "here"), f" {MINUS} ", (target, "target"), f") {sign} ",
            (slope, "gradient"),
            name="slope",
        )  # fmt: skip

    def step(self, now: Step, then: Step) -> BoardLine:
        """Return where a step leads; its last two parts are the result."""
        return self.board.line(
            1.35, (now.position, "here"), f" {MINUS} ", self.story.rate, " · ",
            (now.slope.operand, "gradient"), f" {then.equals} ", (then.position, "here"),
            name="step",
        )  # fmt: skip

    def counter(self, then: Step) -> BoardLine:
        """Return which step it is."""
        parts = ("step ", then.number, " of ", self.story.count)
        return self.board.line(2.55, *parts, role="quiet", size=self.small, name="counter")

    def bottom(self) -> VGroup:
        """Return slope and cost on the target."""
        target = self.story.params.target_cm
        cost, here, slope = (
            read(target) for read in (self.story.cost, self.story.position, self.story.slope)
        )
        return VGroup(
            self._slope(here, slope, equals(here, slope)),
            self.board.line(
                1.35, ("cost", "cost"), f" {equals(cost)} ", (cost, "cost"), name="cost"
            ),
        )

    def update(self) -> BoardLine:
        """Return the rule by which the position changes."""
        x: Part = (Math("x"), "here")
        rate = self.story.rate
        return self.board.line(
            2.55, ("new ", "here"), x, f" {equals(rate)} ", x, f" {MINUS} ", rate, " · ",
            ("slope", "gradient"), name="update rule",
        )  # fmt: skip


def derivation() -> list[list[Term]]:
    """Return J, multiplied out, its slope, and what the slope is; keys say what becomes what."""
    cost, equals, less = Term((Math("J"), "cost"), "J"), Term(" = ", "="), Term(f" {MINUS} ", "-")
    x, k = Term((Math("x"), "here"), "x"), Term((Math("k"), "target"), "k")
    two, square = Term(Math("2"), "2"), Term(SQUARED, "squared")
    slope = Term((Math("J'"), "gradient"), "J'")
    return [
        [cost, equals, Term("("), x, less, k, Term(")"), square],
        [
            cost, equals, x, square, less, Term(Math("2"), "2", ("squared",)), k,
            Term(x.part, "other x", ("x",)), Term(" + ", "+", ("-",)),
            Term(k.part, "other k", ("k",)), Term(SQUARED, "also squared", ("squared",)),
        ],
        [
            Term(slope.part, "J'", ("J",)), equals, Term(Math("2"), "power", ("squared",)), x,
            less, two, k,
        ],
        [slope, equals, Term(Math("2"), "2", ("power", "2")), Term(" ("), x, less, k, Term(")")],
        [
            Term(("slope", "gradient"), "J'"), equals, Term(TWICE, "2"),
            Term((" error", "gradient"), "error", ("(", "x", "-", "k", ")")),
        ],
    ]  # fmt: skip
