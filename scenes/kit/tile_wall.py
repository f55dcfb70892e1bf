"""A tile, and beside it a wall of as many times as many of them: a miss of 1 and a larger one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from manim import DOWN, UP, Group, VGroup

from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import glow
from scenes.kit.squares import ErrorSquare
from scenes.stage.claims import decoration
from scenes.stage.shots import ShotFilm

__all__ = ["TileWall"]


class TileWall:
    """A tile whose side is a miss of 1 cm, and a wall that is ``miss`` of them wide and high.

    They stand at the height ``base``, the tile at ``one`` and the wall at ``left``, ``wide`` frame
    units wide. ``light`` is what falls from it on what is behind.
    """

    def __init__(
        self, film: ShotFilm[Any], miss: int, base: float, one: float, left: float, wide: float
    ) -> None:
        self.film, self.miss, theme = film, miss, film.theme
        self.ground = Axis((left, base, 0), (left + wide, base, 0), 0, miss, theme)
        self.first = Axis((one, base, 0), (one + wide / miss, base, 0), 0, 1, theme)
        self.cells = ErrorSquare(self.ground, 0, miss, miss, solid=0.6)
        self.light = glow(wide, theme.marks["cost"], film.pixels_per_unit, theme, 0.7)
        self.light.move_to(self.ground.at(miss / 2, wide / 2))

    def tile(self, side: Reading) -> Group:
        """Return the tile, and its side as an arrow with its length."""
        square = decoration(ErrorSquare(self.first, 0, 1, 1, solid=0.6))
        return Group(square, self._side(self.first, side))

    def side(self, side: Reading) -> VGroup:
        """Return the wall's side as an arrow with its length."""
        return self._side(self.ground, side)

    def told(self, one: Reading, all_of_it: Reading) -> tuple[VGroup, VGroup]:
        """Return how many tiles each is, above the first and on the other."""
        near = self.film.numeral(one, "cost", 1.8)
        near.next_to(self.first.at(0.5, self.ground.unit), UP, buff=0.15)
        return near, self.film.numeral(all_of_it, "text", 5.0).move_to(self.cells)

    def rings(self) -> Iterator[list[Any]]:
        """Return the wall's tiles, ring by ring from its corner."""
        for ring in range(self.miss):
            yield [decoration(cell) for number, cell in enumerate(self.cells)
                   if max(divmod(number, self.miss)) == ring]  # fmt: skip

    def _side(self, axis: Axis, side: Reading) -> VGroup:
        arrow = axis_arrow(axis, 0, side.value, "text", 0.1, of="miss", off=-0.2)
        return VGroup(arrow, self.film.label(side, size=1.5).next_to(arrow, DOWN, buff=0.12))
