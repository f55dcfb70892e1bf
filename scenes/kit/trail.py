"""A run's landings on an axis, each a row lower, so that all of them stay in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import LEFT, RIGHT, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.kit.axis import Axis
from scenes.stage.claims import Ruler, Space, claim, decoration
from scenes.stage.marks import Dashes, Path, cased, dot
from scenes.stage.shots import ShotFilm

__all__ = ["Trail"]


class Trail(VGroup, Space):
    """Where a run was, step by step, from the top down: dots that a line joins, and numbers.

    ``values`` belong to the axis; the first row is ``down`` below it, each other one ``row`` lower.
    ``numbers`` stand beside the dots, on the side that is farther from ``middle``. ``rows`` has a
    group a step.
    """

    def __init__(
        self, film: ShotFilm[Any], axis: Axis, values: Sequence[float], numbers: Sequence[Reading],
        *, middle: float, down: float, row: float, size: float = 1.2,
    ) -> None:  # fmt: skip
        super().__init__(name="trail")
        self._axis, self._down, self._row = axis, down, row
        bottom = self.place(middle, len(values) - 0.6)
        self.level = decoration(Dashes(film.theme, "target", 0.03, dash=0.1)).between(
            self.place(middle, -0.4), bottom
        )
        self.rows, dots, before = VGroup(), [], None
        for step, (value, number) in enumerate(zip(values, numbers, strict=True)):
            at = self.place(value, step)
            mark = claim(dot(film.theme, "here", 0.11), self, of="height", y=step).move_to(at)
            side = RIGHT if at[0] > self.place(middle, step)[0] else LEFT
            room = float(film.layout.safe.right - side[0] * at[0]) - 0.25
            words = film.label(number, size=size, room=room).next_to(mark, side, buff=0.14)
            group = VGroup(mark, claim(words, self, of=number.name, y=step))
            if before is not None:
                link = Path(film.theme, "here", 0.045, name="link").through(before, at)
                group.add_to_back(decoration(cased(link, film.theme)))
            self.rows.add(group)
            dots.append((mark, step))
            before = at
        self.rulers = (Ruler(1, dots),)
        self.add(self.level, self.rows)

    def place(self, value: float, step: float) -> Point3D:
        """Return where a value lies at a step."""
        return np.asarray(self._axis.at(value, -self._down - step * self._row))
