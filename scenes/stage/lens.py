"""A magnifying lens over an upright scale, joined to the place that it enlarges."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import DL, DR, UL, UR, Circle, Mobject, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import Reading
from scenes.stage.claims import Ruler, Space, claim
from scenes.stage.layout import Zone
from scenes.stage.marks import Path, px
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["Lens"]

USED = 0.8  # share of the radius that the scale reaches up and down
STRIP = -0.1  # where the scale stands, in radii from the middle


class Lens(VGroup, Space):
    """An upright scale from low to high, enlarged in a circle.

    Attributes:
        low, high: the values at the ends of the scale.
        strip_x: where the enlarged strip stands.
    """

    def __init__(
        self,
        center: Point3D,
        radius: float,
        window: tuple[float, float],
        ticks: Sequence[float],
        write: Callable[[float], Reading],
        *,
        theme: Theme,
        size: float,
    ) -> None:
        super().__init__(name="lens")
        self.low, self.high = window
        self.middle, self.radius, self.theme = np.array(center, dtype=float), radius, theme
        self.strip_x = float(center[0]) + STRIP * radius
        self.glass = Circle(
            radius=radius,
            fill_color=theme.paint("panel"),
            fill_opacity=1,
            stroke_color=theme.paint("rim"),
            stroke_width=px(0.04),
        ).move_to(center)
        chord = radius * np.sqrt(1 - STRIP**2) - 0.05
        strip = Path(theme, "text", 0.09, paint="sheet", name="enlarged sheet").through(
            np.array([self.strip_x, center[1] - chord, 0]),
            np.array([self.strip_x, center[1] + chord, 0]),
        )
        self.labels = VGroup()
        self.add(self.glass, strip)
        marks = [(self._tick(value, write(value), size), value) for value in ticks]
        self.rulers = (Ruler(1, marks),)
        self.add(self.labels)

    def _tick(self, value: float, reading: Reading, size: float) -> Path:
        foot = self.at(value)
        start, end = foot - np.array([0.3 * size, 0, 0]), foot - np.array([0.75 * size, 0, 0])
        label = Words(reading, theme=self.theme, size=size, role="quiet", name="lens scale")
        label.next_to(end, np.array([-1.0, 0, 0]), buff=0.22 * size)
        tick = Path(self.theme, "quiet", 0.025, name="lens tick").through(start, end)
        self.add(tick)
        if self.has_room_for(label):
            self.labels.add(claim(label, self, y=reading.value))
        return tick

    def at(self, value: float, aside: float = 0.0) -> Point3D:
        """Return where a value belongs on the scale, or so many radii aside of it."""
        share = (value - self.low) / (self.high - self.low)
        up = USED * self.radius * (2 * share - 1)
        return np.array([self.strip_x + aside * self.radius, self.middle[1] + up, 0.0])

    def has_room_for(self, thing: Mobject) -> bool:
        """Tell whether a thing lies within the glass, its corners too."""
        corners = [thing.get_corner(direction) for direction in (UL, UR, DL, DR)]
        return max(float(np.linalg.norm(c - self.middle)) for c in corners) < 0.95 * self.radius

    def shows(self, value: float) -> bool:
        """Tell whether the scale reaches this value."""
        return self.low <= value <= self.high

    @property
    def zone(self) -> Zone:
        """The square around the lens."""
        low, high = self.middle - self.radius, self.middle + self.radius
        return Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def beams(self, place: Point3D, half: float) -> VGroup:
        """Return the two thin lines that join the rim to the place that is enlarged."""
        lines = VGroup(name="lens beams")
        for sign in (1, -1):
            end = place + np.array([0, sign * half, 0])
            line = Path(self.theme, "quiet", 0.014, paint="rim")
            lines.add(line.through(self._touching(end, sign), end))
        return lines

    def _touching(self, place: Point3D, sign: int) -> Point3D:
        """Return the point of the rim whose tangent leads to a place outside."""
        away = place - self.middle
        distance = float(np.linalg.norm(away))
        along = away / distance
        side = sign * np.array([-along[1], along[0], 0.0])
        share = min(1.0, self.radius / distance)
        return np.asarray(
            self.middle + self.radius * (share * along + np.sqrt(1 - share**2) * side)
        )
