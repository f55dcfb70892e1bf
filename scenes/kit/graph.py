"""A large chart anywhere in the picture: two axes as places, a few numerals, thick lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import LEFT, Line, VGroup
from manim.typing import Point3D
from numpy.typing import ArrayLike

from scenes.stage.claims import Ruler, Space, claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, dot, px
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Part, Words

__all__ = ["Graph"]

Window = tuple[float, float]


class Graph(VGroup, Space):
    """Values across and up in a zone of the frame, whose corners stand for the windows' ends.

    It draws only what it is asked for; two small marks at its corners are what checks measure by.
    """

    def __init__(self, film: ShotFilm[Any], zone: Zone, across: Window, up: Window) -> None:
        super().__init__(name="chart")
        self.film, self.zone, self.across, self.up = film, zone, across, up
        self.unit_x = zone.width / (across[1] - across[0])
        self.unit_y = zone.height / (up[1] - up[0])
        marks = [self._mark(self.at(x, y)) for x, y in zip(across, up, strict=True)]
        self.rulers = (
            Ruler(0, list(zip(marks, across, strict=True))),
            Ruler(1, list(zip(marks, up, strict=True))),
        )
        self.add(*marks)

    def at(self, x: float, y: float) -> Point3D:
        """Return where a pair of values belongs."""
        return np.array([
            self.zone.left + (x - self.across[0]) * self.unit_x,
            self.zone.bottom + (y - self.up[0]) * self.unit_y,
            0.0,
        ])  # fmt: skip

    def value(self, across: float) -> float:
        """Return the value that belongs at a place across the frame."""
        return self.across[0] + (across - self.zone.left) / self.unit_x

    def _mark(self, place: Point3D) -> Line:
        mark = Line(place + 0.01 * LEFT, place - 0.01 * LEFT, name="corner")
        return decoration(mark.set_stroke(self.film.theme.mark("quiet"), px(0.01), 0.01))

    # -- what it draws -------------------------------------------------------------------------

    def base(self, y: float | None = None) -> Line:
        """Return the line along the lower edge, or at a height."""
        level = self.up[0] if y is None else y
        line = Line(self.at(self.across[0], level), self.at(self.across[1], level), name="base")
        return decoration(line.set_stroke(self.film.theme.mark("text"), px(0.03), 0.8))

    def line(
        self, x: ArrayLike, y: ArrayLike, role: Role, thickness: float = 0.1, *, of: str = ""
    ) -> Path:
        """Return a line through these values."""
        xs, ys = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        path = Path(self.film.theme, role, thickness, name=of or "line")
        path.through(*[self.at(*pair) for pair in zip(xs.tolist(), ys.tolist(), strict=True)])
        cased(path, self.film.theme)
        return claim(path, self, of=of, x=xs, y=ys) if of else path

    def level(self, y: float, role: Role, *, of: str) -> Dashes:
        """Return a dashed line across at a height."""
        line = cased(Dashes(self.film.theme, role, 0.05, dash=0.12), self.film.theme)
        line.between(self.at(self.across[0], y), self.at(self.across[1], y))
        return claim(line, self, of=of, y=np.array([y, y]))

    def dots(
        self, x: Sequence[float], y: Sequence[float], role: Role, radius: float, *, of: str
    ) -> VGroup:
        """Return a dot for each pair of values."""
        found = VGroup(name="dots")
        for across, up in zip(x, y, strict=True):
            mark = dot(self.film.theme, role, radius, name=of).move_to(self.at(across, up))
            found.add(claim(mark, self, of=of, x=across, y=up))
        return found

    def numeral(self, *parts: Part, x: float, size: float = 1.2, role: Role = "text") -> Words:
        """Return a number of the scale, below the chart at x."""
        words = self.film.label(*parts, size=size, role=role)
        foot = self.at(x, self.up[0])
        words.stand_at(float(foot[0]), float(foot[1]) - 0.12 - 0.8 * words.size, "center")
        return claim(words, self, x=x)
