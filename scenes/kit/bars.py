"""A run step by step as bars: how much of the miss is left, and what each step takes of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import DOWN, PI, RIGHT, UP, CurvedArrow, Line, Rectangle, VGroup
from manim.typing import Point3D, Point3DLike

from scenes.stage.claims import Ruler, Space, claim, decoration
from scenes.stage.marks import dot, px
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["StepBars"]

WIDEST = 0.7  # frame units that a step has for its bar, however few there are


class StepBars(VGroup, Space):
    """Misses by step over a level line: step 0 at ``left``, the last at ``right``.

    ``unit`` is how high a miss of 1 is. ``bars``, ``takes`` and ``dots`` have one member a step.
    """

    def __init__(
        self,
        left: Point3DLike,
        right: Point3DLike,
        misses: Sequence[float],
        unit: float,
        theme: Theme,
    ) -> None:
        super().__init__(name="bars")
        self.theme, self.misses, self.unit = theme, list(misses), unit
        steps = max(1, len(misses) - 1)
        self._first = _point(left)
        self._stride = (_point(right) - self._first) / steps
        self._width = min(float(self._stride[0]), WIDEST)
        beyond = self._width * RIGHT
        self.level = Line(self._first - 0.6 * beyond, _point(right) + 0.2 * beyond)
        self.level.set_stroke(theme.mark("target"), px(0.035))
        self.bars, self.takes, self.dots = VGroup(), VGroup(), VGroup()
        for step in range(len(misses)):
            self._add(step)
        self.add(self.level, self.bars, self.takes, self.dots)
        ends = [(self.dots[0], 0), (self.dots[-1], len(misses) - 1)]
        self.rulers = (Ruler(0, ends),) if len(misses) > 1 else ()

    def place(self, step: int, miss: float = 0.0) -> Point3D:
        """Return where a miss at a step lies."""
        place = self._first + step * self._stride
        place[1] += self.unit * miss
        return place

    @property
    def columns(self) -> list[VGroup]:
        """What there is of each step: its bar, what the step takes, its dot."""
        parts = (self.bars, self.takes, self.dots)
        steps = range(len(self.misses))
        return [VGroup(*[part[step] for part in parts if step < len(part)]) for step in steps]

    def named(self, words: Words, step: int, *, above: bool = False) -> Words:
        """Return words about a step: below the level, or above its bar."""
        top, level = self.place(step, self.misses[step]), self.place(step)
        place = top + 0.35 * UP if above else level + 0.4 * DOWN
        return claim(words.move_to(place), self, of="step number", x=step)

    def hop(self, step: int, words: Words) -> VGroup:
        """Return the arrow from what is left at a step to what is left after it, and its words."""
        ends = [self.dots[at].get_center() + 0.1 * (RIGHT + UP) for at in (step, step + 1)]
        arrow = CurvedArrow(*ends, angle=-PI / 2, tip_length=0.2)
        arrow.set_stroke(self.theme.mark("here"), px(0.045))
        return VGroup(decoration(arrow), words.next_to(arrow, RIGHT, buff=0.1))

    def _add(self, step: int) -> None:
        miss = self.misses[step]
        after = self.misses[step + 1] if step + 1 < len(self.misses) else 0.0
        self.bars.add(self._bar(step, 0.0, miss, "here", 0.75))
        if step + 1 < len(self.misses) and abs(after) < abs(miss):
            self.takes.add(self._bar(step, after if after * miss > 0 else 0.0, miss, "step", 1.0))
        mark = dot(self.theme, "here", 0.17 * self._width, name="miss")
        mark.move_to(self.place(step, miss))
        self.dots.add(claim(mark, self, of="height", x=step))

    def _bar(self, step: int, low: float, high: float, role: str, opacity: float) -> Rectangle:
        height = max(abs(high - low) * self.unit, 1e-3)
        bar = Rectangle(width=0.42 * self._width, height=height, stroke_width=0)
        bar.set_fill(self.theme.mark(role), opacity)  # type: ignore[arg-type]
        bar.set_stroke(self.theme.mark("ground"), px(0.04), self.theme.casing, background=True)
        return bar.move_to(self.place(step, (low + high) / 2))


def _point(place: Point3DLike) -> Point3D:
    return np.array(place, dtype=float)
