"""Lines that end where their plot ends."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from manim import DL, UR, Mobject, VMobject

from scenes.stage.layout import Zone

__all__ = ["BESIDE", "clip", "crosses", "lay", "lay_clipped"]

V = TypeVar("V", bound=VMobject)
BESIDE = 0.04  # Manim units: half of the thickest line


def clip(points: np.ndarray, zone: Zone) -> np.ndarray:
    """Return what lies in the zone of the line through ``points`` (n, 3).

    The answer has shape (m, 2, 3): a start and an end for each piece (Liang and Barsky, 1984).
    """
    starts, ways = points[:-1, :2], np.diff(points[:, :2], axis=0)
    low, high = np.array([zone.left, zone.bottom]), np.array([zone.right, zone.top])
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = np.stack([(low - starts) / ways, (high - starts) / ways])
    inside = (low <= starts) & (starts <= high)
    still = np.where(inside, np.array([-np.inf, np.inf])[:, None, None], np.inf)
    ends = np.where(ways == 0, still, ends)
    enter = np.maximum(ends.min(axis=0).max(axis=-1), 0.0)
    leave = np.minimum(ends.max(axis=0).min(axis=-1), 1.0)
    kept = (enter < leave) & (ways != 0).any(axis=-1)
    shares = np.stack([enter, leave], axis=-1)[kept, :, None]
    return np.asarray(points[:-1][kept, None, :] + shares * np.diff(points, axis=0)[kept, None, :])


def crosses(label: Mobject, *lines: np.ndarray, by: float = BESIDE) -> bool:
    """Tell whether any of these lines, each (n, 3), runs through a label or so close by it."""
    low, high = label.get_corner(DL), label.get_corner(UR)
    box = Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1])).inset(-by)
    return any(len(clip(line, box)) for line in lines)


def lay(line: V, pieces: np.ndarray) -> V:
    """Lead a line along straight pieces (m, 2, 3); those that meet are joined."""
    mixes = np.linspace(0, 1, 4)[:, None]
    starts, ends = pieces[:, None, 0], pieces[:, None, 1]
    line.points = (starts + mixes * (ends - starts)).reshape(-1, 3)
    return line


def lay_clipped(line: V, points: np.ndarray, zone: Zone) -> V:
    """Lead a line through points as far as it lies in the zone; it is hidden if it does not."""
    pieces = clip(points, zone)
    line.set_stroke(opacity=float(len(pieces) > 0))
    if not len(pieces):
        # A mobject without any point would be regrouped by Manim's transforms.
        pieces = np.repeat(zone.center[None, None, :], 2, axis=1)
    return lay(line, pieces)
