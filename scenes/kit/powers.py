"""Several costs of a miss in one chart, with what one miss costs on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import DOWN, DR, LEFT, RIGHT, VGroup

from gdmath.arrays import Array
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.graph import Graph
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["CostsChart"]

SAMPLES = 162


class CostsChart(Graph):
    """Costs over a miss of either side, of which one at ``miss`` is in the middle of the room."""

    def __init__(self, film: ShotFilm[Any], zone: Zone, miss: float, cost: float) -> None:
        self.miss = miss
        super().__init__(film, zone, (-1.25 * miss, 1.25 * miss), (0.0, 1.3 * cost))

    def curve(self, cost: Callable[[Array], Array], thickness: float) -> VGroup:
        """Return a cost, (n,) of misses (n,), as far as it is in the chart."""
        misses = np.unique([*np.linspace(*self.across, SAMPLES), -1.0, 0.0, 1.0])
        misses = misses[cost(misses) <= self.up[1]]
        return VGroup(self.line(misses, cost(misses), "cost", thickness, of="cost"))

    def named(self, curve: VGroup, name: Said, *, left: bool) -> Words:
        """Return a curve's name, on the inner side of its left or right end."""
        end = curve[0].spots()[0 if left else -1]
        words = self.film.label(name, role="cost", size=1.5)
        if end[1] < self.zone.top - 1:  # it ends at the picture's side
            return words.next_to(end, DOWN, buff=0.5).shift((0.5 * words.width + 0.1) * RIGHT)
        return words.next_to(end, RIGHT if left else LEFT, buff=0.5)

    def costs(self, costs: Sequence[Reading]) -> VGroup:
        """Return what the miss costs: a dot and a number on each curve, above them an arrow."""
        rows = VGroup(decoration(self.line([self.miss] * 2, self.up, "text", 0.03)))
        for cost in costs:
            number = self.film.label(cost, role="cost", size=2.0)
            if cost.value < self.up[1]:
                rows.add(self.dots([self.miss], [cost.value], "cost", 0.14, of="cost"))
                rows.add(number.next_to(self.at(self.miss, cost.value), DR, buff=0.12))
            else:
                top = self.at(self.miss, self.up[1])
                arrow = Arrow(self.film.theme, "cost", 0.12).between(top + 0.8 * DOWN, top)
                claim(arrow, self, of="cost", x=np.array([self.miss] * 2))
                rows.add(arrow, number.next_to(top + 0.4 * DOWN, LEFT, buff=0.45))
        return rows
