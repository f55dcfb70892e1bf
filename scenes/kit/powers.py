"""What one miss costs with several powers, as areas: a strip, a square, a square of squares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import DOWN, UP, VGroup

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.panes import Pane, cells
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = ["PowerAreas"]

Place = tuple[float, float]  # of a lower left corner


class PowerAreas(VGroup):
    """``miss`` to the powers 1, 2 and 4, in square cm, each in cells of one.

    They stand at ``places``; the last is at most ``most`` frame units wide, both others together
    ``least``.
    """

    def __init__(
        self, film: ShotFilm[Any], miss: float, places: Sequence[Place], least: float, most: float
    ) -> None:
        self.film = film
        self.unit = unit = min(least / (2 * miss), most / miss**2)
        sides = (miss, 1.0), (miss, miss), (miss**2, miss**2)
        super().__init__(name="areas")
        for (wide, high), (x, y) in zip(sides, places, strict=True):
            pane = Pane(film.theme, wide * unit, np.array([x, y, 0.0]), solid=0.75,
                        high=high * unit)  # fmt: skip
            grid = cells(film.theme, pane.corner, wide, high, unit)
            self.add(VGroup(pane, grid))

    def told(self, number: int, cost: Reading, name: Said, role: Role, size: float) -> VGroup:
        """Return what an area is, in it or above it, and below it the name of its power."""
        pane = self[number][0]
        words = self.film.label(cost, role="text", size=(2.6, 3.2, 6.0)[number],
                                room=0.8 * pane[0].width)  # fmt: skip
        if words.height < 0.7 * pane[0].height:
            words.move_to(pane[0])
        else:
            words.next_to(pane, UP, buff=0.15)
        below = self.film.label(name, role=role, size=size).next_to(pane[0], DOWN, buff=0.2)
        return VGroup(words, below)
