"""Words with a place of their own in each shape of the picture."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

import numpy as np
from manim import Mobject, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.kit.labels import large
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Part, Words

__all__ = ["Placed", "Spot"]

M = TypeVar("M", bound=Mobject)
# x and y of the middle, and how wide words may be if that is bounded
Spot = tuple[float, float] | tuple[float, float, float]


class Placed:
    """Puts words where ``spots`` has them by name, in 16:9, 1:1 and 9:16."""

    film: ShotFilm[Any]
    spots: ClassVar[Mapping[str, tuple[Spot, Spot, Spot]]]

    def place(self, name: str) -> Point3D:
        """Return where words of this name stand."""
        x, y, *_ = self.film.choose(*self.spots[name])
        return np.array([x, y, 0.0])

    def room(self, name: str) -> float:
        """Return how wide words of this name may be."""
        _, _, *wide = self.film.choose(*self.spots[name])
        return wide[0] if wide else math.inf

    def put(self, name: str, mobject: M) -> M:
        """Move something to its place."""
        return mobject.move_to(self.place(name))

    def words(self, name: str, *parts: Part, size: float) -> Words:
        """Return words in their place; ``size`` in ems of narration, if there is room."""
        return self.put(name, self.film.label(*parts, size=size, room=self.room(name)))

    def large(
        self, name: str, number: Reading, words: str, role: Role = "text", size: float = 2.3,
        *, above: bool = True, share: float = 0.5,
    ) -> VGroup:  # fmt: skip
        """Return a large number with words above it, or below, in their place."""
        said = large(self.film, number, words, role, size, self.room(name), above=above,
                     share=share)  # fmt: skip
        return self.put(name, said)
