"""Several costs of a miss in one chart, with what one miss costs on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import DL, DOWN, DR, RIGHT, UP, UR, VGroup

from gdmath.arrays import Array
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.beside import Room
from scenes.kit.graph import Graph
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["CostsChart"]

SAMPLES = 162


class CostsChart(Graph):
    """Costs over a miss of either side, of which one at ``miss`` is in the middle of the room."""

    def __init__(self, film: ShotFilm[Any], zone: Zone, miss: float, cost: float) -> None:
        self.miss = miss
        super().__init__(film, zone, (-1.25 * miss, 1.25 * miss), (0.0, 1.3 * cost))

    def axes(self, across: Said, cost: Said) -> VGroup:
        """Return what is along the axes: the miss, and in the middle upwards its cost."""
        name = self.film.label(across).next_to(self.at(self.across[0], 0), DR, buff=0.12)
        top = self.film.label(cost, role="cost", size=1.2).next_to(
            self.at(0, self.up[1]), RIGHT, buff=0.2
        )
        self._top = top
        return VGroup(self.base(0), name, top)

    def curve(
        self, cost: Callable[[Array], Array], role: Role, thickness: float, of: str = "cost"
    ) -> VGroup:
        """Return a cost, (n,) of misses (n,), as far as it is in the chart."""
        misses = np.unique([*np.linspace(*self.across, SAMPLES), -1.0, 0.0, 1.0])
        misses = misses[cost(misses) <= self.up[1]]
        return VGroup(self.line(misses, cost(misses), role, thickness, of=of))

    def named(
        self, curves: Sequence[VGroup], names: Sequence[Said], roles: Sequence[Role], size: float
    ) -> list[Words]:
        """Return the names of curves, each at its left end or at the right one, by turns."""
        self.room, words = Room(self.zone).keep(*curves, self._upright()), []
        (left, bottom), (right, above) = (self._top.get_corner(to)[:2] for to in (DL, UR))
        self.room.keep_box(left, bottom, right, above)
        for number, (curve, name, role) in enumerate(zip(curves, names, roles, strict=True)):
            word = self.film.label(name, role=role, size=size)
            end = curve[0].spots()[-1 if number == len(names) - 1 else 0]
            words.append(self.room.put(word, end, DOWN))
        return words

    def costs(self, costs: Sequence[Reading], size: float) -> VGroup:
        """Return what the miss costs: a dot and a number on each curve, above them an arrow."""
        rows = VGroup(*self._upright())
        for cost in costs:
            number = self.film.label(cost, role="cost", size=size)
            if (high := cost.value) < self.up[1]:
                rows.add(self.dots([self.miss], [high], "cost", 0.14, of="cost"))
                rows.add(self.room.put(number, self.at(self.miss, high), DR))
            else:
                rows.add(number.next_to(self.at(self.miss, self.up[1]), UP, buff=0.1))
        return rows

    def _upright(self) -> VGroup:
        """Return the line upwards at the miss, with an arrow at its end: there is more above."""
        theme, line = self.film.theme, self.line([self.miss] * 2, self.up, "text", 0.03)
        ends = [self.at(self.miss, share * self.up[1]) for share in (0.88, 1.0)]
        arrow = cased(Arrow(theme, "cost", 0.12).between(*ends), theme)
        return VGroup(decoration(line), claim(arrow, self, of="cost", x=np.full(2, self.miss)))
