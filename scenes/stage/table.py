"""A table whose rows are joined to things in the picture."""

from __future__ import annotations

import numpy as np
from manim import Dot, Mobject, VGroup, config
from manim.typing import Point3D

from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Path
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Words

__all__ = ["JoinedTable"]


class JoinedTable:
    """Rows of two columns: what a thing is in the story, and what it is in the method."""

    def __init__(self, zone: Zone, rows: int, layout: Layout, theme: Theme) -> None:
        self.zone, self.theme, self.size = zone, theme, layout.small * 1.08
        self.pitch = min(2.4 * self.size, zone.height / rows)
        self.top = zone.top - 0.5 * (zone.height - rows * self.pitch)

    def row(
        self, number: int, thing: str, name: str, role: Role, place: Mobject
    ) -> tuple[VGroup, Path]:
        """Return a row and the line that joins its bullet to the thing in the picture."""
        y = self.top - (number + 0.65) * self.pitch
        bullet = Dot(radius=0.22 * self.size, color=self.theme.mark(role), name=f"bullet {name}")
        bullet.move_to(np.array([self.zone.left + 0.25 * self.size, y + 0.3 * self.size, 0]))
        left = Words(thing, theme=self.theme, size=self.size, name=thing)
        left.stand_at(self.zone.left + 1.1 * self.size, y)
        right = Words(name, theme=self.theme, size=self.size, role=role, bold=True, name=name)
        right.stand_at(self.zone.left + 6.2 * self.size, y)
        link = Path(self.theme, role, 0.022, name=f"link to {thing}")
        link.through(bullet.get_center(), _near(place, bullet.get_center())).set_stroke(
            opacity=0.75
        )
        return VGroup(bullet, left, right), link


def _near(place: Mobject, point: Point3D) -> Point3D:
    """Return the middle of a thing, or the nearest point of one that is very wide."""
    if place.width < config.frame_width / 3:
        return place.get_center()
    low, high = place.get_corner(np.array([-1.0, -1, 0])), place.get_corner(np.array([1.0, 1, 0]))
    return np.clip(point, low, high)
