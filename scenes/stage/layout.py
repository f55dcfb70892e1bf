"""The picture of each aspect ratio, and rectangles of it, in Manim units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from manim import DL, UR, Mobject
from manim.typing import Point3D

__all__ = ["ASPECTS", "Aspect", "Layout", "Zone"]

Aspect = Literal["16:9", "1:1", "9:16"]
MARGIN = 0.05  # of the frame's height and width, on all sides
SHORTER_SIDE = 8.0  # Manim units


@dataclass(frozen=True)
class Zone:
    """A rectangle of the frame."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the lower edge to the upper one."""
        return self.top - self.bottom

    @property
    def center(self) -> Point3D:
        """The middle."""
        return self.at(0.5, 0.5)

    def at(self, across: float, up: float) -> Point3D:
        """Return the point at these shares of width and height, from the lower left corner."""
        return np.array([self.left + across * self.width, self.bottom + up * self.height, 0.0])

    def part(
        self, left: float = 0.0, bottom: float = 0.0, right: float = 1.0, top: float = 1.0
    ) -> Zone:
        """Return the part between these shares of width and height."""
        low, high = self.at(left, bottom), self.at(right, top)
        return Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def inset(self, by: float) -> Zone:
        """Return the zone without a border of this width."""
        return Zone(self.left + by, self.bottom + by, self.right - by, self.top - by)

    def holds(self, mobject: Mobject, slack: float = 1e-3) -> bool:
        """Tell whether the mobject lies inside."""
        low, high = mobject.get_corner(DL), mobject.get_corner(UR)
        return bool(
            low[0] >= self.left - slack
            and low[1] >= self.bottom - slack
            and high[0] <= self.right + slack
            and high[1] <= self.top + slack
        )


@dataclass(frozen=True)
class Layout:
    """The picture of one aspect ratio.

    Attributes:
        frame: the whole picture.
    """

    aspect: Aspect
    frame: Zone

    @property
    def em(self) -> float:
        """The size of narration: a twentieth of the height, or an eighteenth of the width."""
        return self.frame.height / 20 if self.aspect == "16:9" else self.frame.width / 18

    @property
    def safe(self) -> Zone:
        """The frame without its margin."""
        return self.frame.part(MARGIN, MARGIN, 1 - MARGIN, 1 - MARGIN)


_HALF, _LONG = SHORTER_SIDE / 2, SHORTER_SIDE / 2 * 16 / 9
ASPECTS: dict[Aspect, Layout] = {
    "16:9": Layout("16:9", Zone(-_LONG, -_HALF, _LONG, _HALF)),
    "1:1": Layout("1:1", Zone(-_HALF, -_HALF, _HALF, _HALF)),
    "9:16": Layout("9:16", Zone(-_HALF, -_LONG, _HALF, _LONG)),
}
