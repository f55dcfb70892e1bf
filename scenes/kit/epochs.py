"""A value epoch by epoch, as steps to walk on: a level, and what each epoch adds to it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Mobject, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.quantities import Quantity
from gdmath.experiments._common.sentences import Said
from scenes.kit.graph import Graph
from scenes.kit.room import find_room, spots_of
from scenes.stage.claims import claim
from scenes.stage.layout import Zone
from scenes.stage.marks import Mark, dot
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["EpochSteps"]

AIR = 0.16  # of the values' spread, above and below them


class EpochSteps(VGroup):
    """A quantity (n + 1,) over a zone; ``link`` names what an epoch adds, which stands as a bar.

    ``rows`` is the first dot, then a level, a bar and a dot for each epoch. With ``floor`` the zone
    begins at zero.
    """

    def __init__(
        self, film: ShotFilm[Any], zone: Zone, quantity: Quantity, link: str, floor: bool = False
    ) -> None:
        self.film, self.quantity = film, quantity
        assert not callable(quantity.values)
        self.values = values = np.asarray(quantity.values).tolist()
        self.last = last = len(values) - 1
        air = AIR * (max(values) - min(values))
        up = (0.0 if floor else min(values) - air, max(values) + air)
        self.chart = chart = Graph(film, zone, (-0.04 * last, 1.03 * last), up)
        thickness, name, role = min(0.34, 0.42 * chart.unit_x), quantity.name, quantity.role
        self.rows = [VGroup(self._dot(0))]
        for step, (before, after) in enumerate(pairwise(values), 1):
            level = chart.line([step - 1, step], [before, before], role, 0.05, of=name)
            bar = chart.line([step, step], [before, after], "step", thickness, of=link)
            self.rows.append(VGroup(level, bar, self._dot(step)))
        super().__init__(chart, chart.base(), name="steps")

    def _dot(self, step: int) -> Mark:
        name, value = self.quantity.name, self.values[step]
        mark = dot(self.film.theme, self.quantity.role, 0.13, name=name)
        return claim(mark.move_to(self.chart.at(step, value)), self.chart, of=name, x=step, y=value)

    def foot(self, step: int) -> Point3D:
        """Return where somebody stands on an epoch's value."""
        return np.asarray(self.chart.at(step, self.values[step]) + 0.05 * UP)

    def ends(self, *around: Mobject) -> list[Words]:
        """Return the first value and the last one, with their name, near to their steps.

        They cover nothing of what is ``around``.
        """
        film, safe, drawn = self.film, self.film.layout.safe, spots_of(*self.rows, *around)
        zone, words = Zone(safe.left, self.chart.zone.bottom + 0.15, safe.right, safe.top), []
        for step, side in ((0, RIGHT), (self.last, LEFT)):
            number = (self.quantity[step], self.quantity.role)
            label = film.label(f"{self.quantity.name} ", number, size=film.choose(1.9, 1.4, 1.6))
            find_room(label, self.foot(step) + DOWN + 1.2 * side, drawn, zone, least=0.6)
            drawn = np.concatenate((drawn, spots_of(label)))
            words.append(label)
        return words

    def numerals(self, epochs: Quantity, name: Said) -> VGroup:
        """Return the first epoch's number and the last one's, with their name."""
        first, last = (
            self.chart.numeral(epochs[step], x=step, size=1.1) for step in (0, self.last)
        )
        return VGroup(first, last, self.film.label(name).next_to(last, LEFT, buff=0.3))
