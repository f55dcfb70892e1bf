"""One slope as an arrow, and below it, row by row, steps that are shares of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, Line, VGroup

from gdmath.experiments._common.miss_run import MissRun
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.update import product
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Arrow, Dashes, px
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["Shares"]

THICK = 0.2
TICK = 0.22  # frame units above and below a row, where the target is
GAP = 0.12  # between an arrow and the words above it
ROLES: dict[str, Role] = {"slope": "gradient", "step": "step"}


class Shares(VGroup):
    """Rows that are one axis: all arrows begin at the start, above each other.

    ``rows`` are their heights from the top, the first of them the slope's; ``across`` is where the
    longest arrow, ``longest``, ends and where all begin, on the right; ``column`` is where words
    begin, beside an arrow if there is room, else above it. ``home`` is the target ``ground`` high.
    """

    def __init__(
        self, film: ShotFilm[Any], run: MissRun, rows: Sequence[float],
        across: tuple[float, float], longest: float, size: float, column: float, ground: float,
    ) -> None:  # fmt: skip
        super().__init__(name="shares")
        self.film, self._size, self._column = film, size, column
        self._start = float(run.heights[0])
        head = Arrow(film.theme, "step", THICK).between(ORIGIN, RIGHT)
        self._half = 0.5 * head.height  # words stand over a whole arrow, however small theirs is
        self._way = -float(np.sign(run.errors[0]))
        self._across, (left, right) = across, across
        self._beside = column < left
        self._room = left - column - 3 * GAP if self._beside else right - left
        (low, first), (high, last) = sorted(
            [(self._start, right), (self._start + self._way * longest, left)]
        )
        self._axes = [Axis((first, y, 0), (last, y, 0), low, high, film.theme) for y in rows]
        x, top, _ = self._axes[0 if self._beside else -1].at(run.target)
        self.home = np.array([x, ground, 0.0])
        home = Dashes(film.theme, "target", 0.05, dash=0.1).between(
            self.home, np.array([x, top + TICK, 0.0])
        )
        self.add(decoration(home))
        for axis in self._axes:
            y = float(axis.start[1])
            row = Line((left, y, 0.0), (film.frame.right, y, 0.0), name="row")
            tick = Line(axis.at(run.target, TICK), axis.at(run.target, -TICK))
            tick.set_stroke(film.theme.mark("target"), px(0.06))
            row.set_stroke(film.theme.mark("text"), px(0.025), 0.45)
            self.add(decoration(row), decoration(tick))

    def slope(self, slope: Reading, names: tuple[Said, Said, Said]) -> VGroup:
        """Return the slope's arrow with its number, and above it what is multiplied with what.

        ``names`` are the rate's, the slope's and the step's.
        """
        rate, name, step = names
        arrow, (left, right) = self._arrow(0, slope, "slope"), self._across
        head = self.film.label((rate, "step"), " × ", (name, "gradient"), " = ", (step, "step"),
                               size=0.7 * self._size, room=self._room)  # fmt: skip
        number = self.film.label((name, "gradient"), " ", (slope, "gradient"),
                                 size=0.7 * self._size)  # fmt: skip
        number.align_to(right * RIGHT, RIGHT).align_to(arrow.get_top() + GAP * UP, DOWN)
        self._place(head, 0)
        if not self._beside and head.width + number.width + 4 * GAP > right - left:
            head.shift((number.height + GAP) * UP)
        return VGroup(arrow, head, claim(number, self._axes[0]))

    def step(self, row: int, rate: Reading, slope: Reading, step: Reading) -> VGroup:
        """Return a step's arrow in its row, and above it how it comes about."""
        line = product(self.film, rate, slope, step, self._size, self._room)
        self._place(line, row)
        return VGroup(self._arrow(row, step, "step"), claim(line, self._axes[row]))

    def _place(self, words: Words, row: int) -> None:
        words.align_to(self._column * RIGHT, LEFT).set_y(float(self._axes[row].start[1]))
        if not self._beside:
            words.shift((self._half + GAP + 0.5 * words.height) * UP)

    def _arrow(self, row: int, size: Reading, of: Literal["slope", "step"]) -> Arrow:
        end, role = self._start + self._way * size.value, ROLES[of]
        return axis_arrow(self._axes[row], self._start, end, role, THICK, of=of)
