"""What lies across and what lies up: arrows from a corner, with their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import VGroup
from manim.typing import Point3D

from scenes.stage.claims import decoration
from scenes.stage.marks import Path, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = ["Compass"]

HEAD = 0.2  # frame units: the arrow's head


class Compass(VGroup):
    """Arrows from a corner, each its way (3,) long, with what grows that way beyond its tip."""

    def __init__(
        self, film: ShotFilm[Any], corner: Point3D, ways: Iterable[tuple[Point3D, str, Role]]
    ) -> None:
        super().__init__(name="compass")
        for way, name, role in ways:
            long = float(np.linalg.norm(way))
            along, tip = way / long, corner + way
            aside = np.array([-along[1], along[0], 0.0])
            barbs = [tip - HEAD * along + side * 0.6 * HEAD * aside for side in (1, -1)]
            arrow = Path(film.theme, "text", 0.06).through(corner, tip, barbs[0], tip, barbs[1])
            word = film.label((name, role), size=1.1)
            reach = 0.15 + abs(along[0]) * word.width / 2 + abs(along[1]) * word.height / 2
            self.add(decoration(cased(arrow, film.theme)), word.move_to(tip + reach * along))
