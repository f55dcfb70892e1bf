"""Learning rates as a road: posts where what they do changes, and a bead that goes along it."""

from __future__ import annotations

from typing import Any

from manim import DOWN, UP, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.graph import Graph
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["RateRoad"]

BEYOND = 1.25  # of the limit: how far the road leads
POST = (-0.2, 0.3)  # frame units below and above the road


class RateRoad(Graph):
    """A road along the lower edge of a zone, of which the zone's width is all there is.

    ``bead`` is at the learning rate ``rate``.
    """

    def __init__(self, film: ShotFilm[Any], zone: Zone, limit: float, first: float) -> None:
        low = Zone(zone.left, zone.bottom, zone.right, zone.bottom + 1)
        super().__init__(film, low, (0.0, BEYOND * limit), (0.0, 1.0))
        self.rate = Quantity("learning rate", first)
        beyond = decoration(self.line([limit, BEYOND * limit], [0, 0], "text", 0.05))
        self.bead = self.dots([first], [0], "step", 0.2, of="learning rate")[0]
        claim(self.bead, self, of="learning rate", x=self.rate, y=0)
        follow(self.bead, lambda bead: bead.move_to(self.at(self.rate(), 0)))
        self.add(self.line([0, limit], [0, 0], "step", 0.1, of="learning rate"), beyond, self.bead)

    def below(self, name: Said, rate: float, size: float, far: float = 0.1) -> Words:
        """Return a name below the road."""
        words = self.film.label(name, size=size)
        return words.next_to(self._beside(rate, 0), DOWN, buff=far)

    def post(self, rate: Reading, name: Said, size: float) -> VGroup:
        """Set up a post at a rate; return its number and its name."""
        self.add_to_back(decoration(self.line([rate.value] * 2, POST, "text", 0.06)))
        number = self.film.label((rate, "step"), size=1.4 * size)
        words = VGroup(number, self.film.label(name, size=size)).arrange(DOWN, buff=0.08)
        return words.next_to(self._beside(rate.value, 0), DOWN, buff=0.08)

    def above(self, rate: Reading, size: float = 1.8) -> Words:
        """Return a rate's number above the road."""
        words = self.film.label((rate, "step"), size=size)
        words.next_to(self._beside(rate.value, 1), UP, buff=0.1)
        return self.film.keep_in_frame(words)

    def _beside(self, rate: float, side: int) -> Point3D:
        return self.at(rate, POST[side])
