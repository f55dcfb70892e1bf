"""Where things go: zones of the frame for each aspect ratio, in Manim units."""

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
GAP = 0.03  # of the frame's height, between zones


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

    def rows(self, shares: tuple[float, ...], gap: float) -> tuple[Zone, ...]:
        """Split from top to bottom in these proportions, with a gap between."""
        free = self.height - gap * (len(shares) - 1)
        zones, top = [], self.top
        for share in shares:
            height = free * share / sum(shares)
            zones.append(Zone(self.left, top - height, self.right, top))
            top -= height + gap
        return tuple(zones)

    def columns(self, shares: tuple[float, ...], gap: float) -> tuple[Zone, ...]:
        """Split from left to right in these proportions, with a gap between."""
        free = self.width - gap * (len(shares) - 1)
        zones, left = [], self.left
        for share in shares:
            width = free * share / sum(shares)
            zones.append(Zone(left, self.bottom, left + width, self.top))
            left += width + gap
        return tuple(zones)

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
    """The zones and text sizes of one aspect ratio.

    Attributes:
        frame: the whole picture.
        title: the line at the top.
        stage: where the story happens.
        rail: the mathematics.
        strip: the narration.
        line_characters: how many characters a line of narration holds.
        side_by_side: whether the rail puts its parts next to each other.
    """

    aspect: Aspect
    frame: Zone
    title: Zone
    stage: Zone
    rail: Zone
    strip: Zone
    line_characters: int
    side_by_side: bool

    @property
    def small(self) -> float:
        """Size of labels, in Manim units an em: a thirtieth of the frame's shorter side, or more.

        The shorter side, because it is what a phone held upright has least of.
        """
        return SHORTER_SIDE / (22.5 if self.aspect == "9:16" else 29.5)

    @property
    def body(self) -> float:
        """Size of formulas and narration, in Manim units an em."""
        return SHORTER_SIDE / (21.5 if self.aspect == "9:16" else 24)

    @property
    def gap(self) -> float:
        """The space between zones."""
        return GAP * self.frame.height

    @property
    def safe(self) -> Zone:
        """The frame without its margin."""
        return _safe(self.frame)

    def rail_parts(self, *shares: float, gap: float | None = None) -> tuple[Zone, ...]:
        """Split the rail: one below the other, or side by side where it is wide and low."""
        space = self.gap if gap is None else gap
        if self.side_by_side:
            return self.rail.columns(shares, 2 * space)
        return self.rail.rows(shares, space)


def _safe(frame: Zone) -> Zone:
    return frame.part(MARGIN, MARGIN, 1 - MARGIN, 1 - MARGIN)


def _wide() -> Layout:
    frame = Zone(-64 / 9, -4, 64 / 9, 4)
    safe = _safe(frame)
    title, body, strip = safe.rows((0.045, 0.8, 0.115), GAP * frame.height)
    stage, rail = body.columns((0.66, 0.34), 2 * GAP * frame.height)
    rail = Zone(rail.left, rail.bottom, rail.right, title.top)
    return Layout("16:9", frame, title, stage, rail, strip, 84, side_by_side=False)


def _square() -> Layout:
    frame = Zone(-4, -4, 4, 4)
    safe = _safe(frame)
    title, stage, rail, strip = safe.rows((0.05, 0.49, 0.34, 0.12), 0.02 * frame.height)
    return Layout("1:1", frame, title, stage, rail, strip, 42, side_by_side=True)


def _tall() -> Layout:
    frame = Zone(-4, -64 / 9, 4, 64 / 9)
    safe = _safe(frame)
    title, stage, rail, strip = safe.rows((0.035, 0.42, 0.46, 0.085), 0.02 * frame.height)
    return Layout("9:16", frame, title, stage, rail, strip, 42, side_by_side=False)


ASPECTS: dict[Aspect, Layout] = {"16:9": _wide(), "1:1": _square(), "9:16": _tall()}
