"""A value epoch by epoch, as steps over a common axis: a level, and what each epoch adds to it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from manim import LEFT, RIGHT, Polygon, VGroup

from gdmath.experiments._common.quantities import Quantity
from gdmath.experiments._common.sentences import Said
from scenes.kit.graph import Graph
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Mark, dot
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Part, Words

__all__ = ["EpochSteps", "epoch_lanes"]

BESIDE = 0.3  # frame units between a dot and its words
GAP = 0.055  # of the height, between two lanes
AIR = 0.16  # of the values' spread, above and below them


class EpochSteps(VGroup):
    """A quantity (n + 1,) over a zone; ``link`` names what an epoch adds, which stands as a bar.

    ``rows`` is the first dot, then a level, a bar and a dot for each epoch. ``first`` is its name,
    ``last`` its last value, beside them. With ``floor`` it begins at zero, with light down to it.
    """

    def __init__(
        self, film: ShotFilm[Any], zone: Zone, quantity: Quantity, link: str, floor: bool = False
    ) -> None:
        self.film, self.quantity = film, quantity
        self.values = values = np.asarray(quantity.values).tolist()
        self.last_step = last = len(values) - 1
        air = AIR * (max(values) - min(values))
        up = (0.0 if floor else min(values) - air, max(values) + air)
        self.chart = chart = Graph(film, zone, (-0.04 * last, 1.03 * last), up)
        thickness, name, role = min(0.3, 0.42 * chart.unit_x), quantity.name, quantity.role
        self.rows = [VGroup(self._dot(0))]
        for step, (before, after) in enumerate(pairwise(values), 1):
            level = chart.line([step - 1, step], [before, before], role, 0.06, of=name)
            bar = chart.line([step, step], [before, after], "step", thickness, of=link)
            light = [self._light(step, before)] if floor else []
            self.rows.append(VGroup(*light, level, bar, self._dot(step)))
        self.first = self._end((name, role), step=0, side=LEFT)
        self.last = self._end((quantity[last], role), step=last, side=RIGHT)
        super().__init__(chart, chart.base(), name="steps")

    def _dot(self, step: int) -> Mark:
        name, value = self.quantity.name, self.values[step]
        mark = dot(self.film.theme, self.quantity.role, 0.12, name=name)
        return claim(mark.move_to(self.chart.at(step, value)), self.chart, of=name, x=step, y=value)

    def _light(self, step: int, value: float) -> Polygon:
        low, ends = self.chart.up[0], (step - 1, step)
        corners = [self.chart.at(x, value) for x in ends]
        corners += [self.chart.at(x, low) for x in ends[::-1]]
        colour = self.film.theme.mark(self.quantity.role)
        return decoration(Polygon(*corners, stroke_width=0).set_fill(colour, 0.3))

    def _end(self, *parts: Part, step: int, side: np.ndarray) -> Words:
        """Return words beside the value after so many steps, as high as the zone has room."""
        zone, safe, spot = self.chart.zone, self.film.layout.safe, self.chart.at(step, 0)
        room = safe.right - float(spot[0]) if step else float(spot[0]) - safe.left
        words = self.film.label(*parts, size=1.6, room=room - BESIDE)
        words.next_to(self.chart.at(step, self.values[step]), side, buff=BESIDE)
        low, high = zone.bottom + words.height / 2, zone.top - words.height / 2
        return words.set_y(min(max(float(words.get_y()), low), high))

    def numerals(self, epochs: Quantity, name: Said) -> VGroup:
        """Return the first epoch's number and the last one's, with their name."""
        first, last = (
            self.chart.numeral(epochs[step], x=step, size=1.1) for step in (0, self.last_step)
        )
        words: Words = self.film.label(name)
        return VGroup(first, last, words.next_to(last, LEFT, buff=0.3))


def epoch_lanes(
    film: ShotFilm[Any], zone: Zone, quantities: list[tuple[Quantity, str]], floor: str
) -> list[EpochSteps]:
    """Return the steps of quantities, with their links, one above another over one axis.

    The one of the name ``floor`` begins at zero.
    """
    gap = GAP * zone.height
    tall = (zone.height + gap) / len(quantities)
    lows = [zone.bottom + row * tall for row in range(len(quantities))]
    return [
        EpochSteps(film, Zone(zone.left, low, zone.right, low + tall - gap), quantity, link,
                   floor=quantity.name == floor)
        for low, (quantity, link) in zip(lows, quantities, strict=True)
    ]  # fmt: skip
