"""A table whose rows are joined to things in the picture."""

from __future__ import annotations

import numpy as np
from manim import Dot, VGroup
from manim.typing import Point3D

from scenes.stage.claims import stay_in
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Path
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Words

__all__ = ["JoinedTable"]

FAR = 5.0  # ems from a bullet at which a straight line would cross too much
TEXT = 13.8  # ems that the two columns take
APART = 0.45  # ems from one line to the next where they rise side by side


class JoinedTable:
    """Rows of two columns: what a thing is in the story, and what it is in the method."""

    def __init__(self, zone: Zone, rows: int, layout: Layout, theme: Theme) -> None:
        self.zone, self.layout, self.theme = zone, layout, theme
        self.size = layout.small * 1.08
        self.below = layout.aspect != "16:9"  # whether the picture is above, not beside
        self.pitch = min(2.4 * self.size, zone.height / rows)
        # Lines that rise at the left need room there, so that they do not lie on each other.
        self.indent = APART * (rows - 1) * self.size if self.below else 0.0
        self.top = zone.top - 0.5 * (zone.height - rows * self.pitch)

    def level(self, number: int) -> float:
        """Return the height at which a row's line leaves its bullet."""
        return self._baseline(number) + 0.3 * self.size

    def _baseline(self, number: int) -> float:
        return self.top - (number + 0.65) * self.pitch

    @property
    def _right(self) -> float:
        return self.zone.left + self.indent + TEXT * self.size

    def row(
        self, number: int, thing: str, name: str, role: Role, place: Point3D
    ) -> tuple[VGroup, Path]:
        """Return a row and the line that joins its bullet to a place in the picture.

        A place far away is reached by a corner, along the row and then up or down.
        """
        y = self._baseline(number)
        bullet = Dot(radius=0.22 * self.size, color=self.theme.mark(role), name=f"bullet {name}")
        behind = self.below and place[0] > self._right
        aside = APART * number if self.below else 0.0
        x = self._right if behind else self.zone.left + (0.25 + aside) * self.size
        bullet.move_to(np.array([x, self.level(number), 0]))
        left = Words(thing, theme=self.theme, size=self.size, name=thing)
        left.stand_at(self.zone.left + self.indent + 1.1 * self.size, y)
        right = Words(name, theme=self.theme, size=self.size, role=role, bold=True, name=name)
        right.stand_at(self.zone.left + self.indent + 6.2 * self.size, y)
        link = Path(self.theme, role, 0.022, name=f"link to {thing}")
        start = bullet.get_center()
        far = self.below or abs(place[0] - start[0]) > FAR * self.size
        upright = self.below and not behind
        turn = (start[0], place[1], 0.0) if upright else (place[0], start[1], 0.0)
        corner = [np.array(turn)] if far else []
        link.through(start, *corner, place)
        texts = stay_in(VGroup(bullet, left, right), self.zone)
        return texts, stay_in(link, self.layout.safe)
