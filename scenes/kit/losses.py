"""Costs of several runs, step by step, each a line with its learning rate at its end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import numpy as np
from manim import LEFT, RIGHT, UP, Polygon, VGroup
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.graph import Graph
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Path
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Part, Words

__all__ = ["LossChart"]

HIGH, LOW = 2.2, -0.08  # of the first cost: the chart's edges
THICK, THIN, DOT = 0.12, 0.045, 0.1
TINT = 0.3  # how opaque the area under a line is


class LossChart(Graph):
    """Costs by step, up to ``high`` times the first, with the line at 0 and ``room`` for labels."""

    def __init__(
        self,
        film: ShotFilm[Any],
        zone: Zone,
        first: Reading,
        steps: Reading,
        size: float,
        room: float,
        high: float = HIGH,
    ) -> None:
        cost = first.value
        super().__init__(film, zone, (0, steps.value), (LOW * cost, high * cost))
        self._first, self._steps, self._size, self._room = first, steps, size, room
        self._taken: list[tuple[float, float]] = []
        self.add(self.base(0))

    def scale_of(self, cost: Said, steps: Said) -> VGroup:
        """Return the first cost and the number of steps, with these names."""
        at = self.at(0, self._first.value)
        room = float(at[0]) - self.film.layout.safe.left - 0.3
        number = self.film.label((self._first, "cost"), size=self._size, room=room)
        claim(number.next_to(at, LEFT, buff=0.25), self, y=self._first.value)
        name = self.film.label(cost, role="cost", size=max(1.0, 0.6 * self._size)).next_to(
            number, UP, buff=0.15
        )
        name.shift(max(0.0, float((name.get_right() - number.get_right())[0])) * LEFT)
        count = self.numeral(self._steps, " ", steps, x=self._steps.value)
        return VGroup(number, self.film.keep_in_frame(name), count)

    def drawn(self, costs: ArrayLike, *, thin: bool = False) -> Path:
        """Return the line of a run's costs, as far as it is in the chart."""
        return self.line(*self._inside(costs), "cost", THIN if thin else THICK, of=self._first.name)

    def tint(self, costs: ArrayLike) -> Polygon:
        """Return the area under the line of a run's costs, tinted."""
        steps, told = self._inside(costs)
        spots = [self.at(*spot) for spot in zip(steps, told, strict=True)]
        area = Polygon(*spots, self.at(steps[-1], 0), self.at(0, 0), stroke_width=0, name="tint")
        return decoration(area.set_fill(self.film.theme.mark("cost"), TINT))

    def marked(self, costs: ArrayLike, *, thin: bool = False) -> VGroup:
        """Return a dot for each step of a run, as far as it is in the chart."""
        inside = list(takewhile(lambda cost: cost <= self.up[1], np.asarray(costs, float).tolist()))
        return self.dots(
            range(len(inside)), inside, "cost", 0.6 * DOT if thin else DOT, of=self._first.name
        )

    def along(self, costs: ArrayLike, step: int) -> tuple[Point3D, float]:
        """Return where a line of costs is after so many steps, and how many degrees it rises."""
        told = np.asarray(costs, float).tolist()
        here, ahead = (self.at(number, told[number]) for number in (step, step + 1))
        across, up, _ = (ahead - here).tolist()
        return here, math.degrees(math.atan2(up, across))

    def end(self, costs: ArrayLike) -> Point3D:
        """Return where the line of a run's costs ends."""
        steps, told = self._inside(costs)
        return self.at(steps[-1], told[-1])

    def named(self, path: Path, rates: Sequence[Reading]) -> Words:
        """Return the learning rates whose line this is, at its end or as near as there is room."""
        parts: list[Part] = []
        for rate in rates:
            parts += [", ", (rate, "step")]
        words = self.film.label(*parts[1:], size=self._size, room=self._room)
        end = path.spots()[-1]
        words.next_to(end, RIGHT, buff=0.15)
        row = 1.0 * words.size
        for taken in [y for x, y in self._taken if abs(x - end[0]) < row]:
            if abs(words.get_y() - taken) < row:
                words.set_y(taken + row * (1 if words.get_y() >= taken else -1))
        self._taken.append((float(end[0]), float(words.get_y())))
        return claim(words, self)

    def _inside(self, costs: ArrayLike) -> tuple[list[float], list[float]]:
        """Return steps and costs as far as they are below the upper edge, the last one on it."""
        told, top = np.asarray(costs, float).tolist(), self.up[1]
        inside = next((step for step, cost in enumerate(told) if cost > top), len(told))
        steps, values = [float(step) for step in range(inside)], told[:inside]
        if inside < len(told):
            share = (top - values[-1]) / (told[inside] - values[-1])
            return [*steps, inside - 1 + share], [*values, top]
        return steps, values
