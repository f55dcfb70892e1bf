"""Labels that look for a free place beside what they name."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import VMobject
from manim.typing import Point3D

from scenes.stage.clip import clip
from scenes.stage.layout import Zone
from scenes.stage.marks import px
from scenes.stage.words import Words

__all__ = ["stands_free"]

CLEAR = 0.15  # ems between a label and whatever else there is


def stands_free(
    label: Words, places: Iterable[tuple[Point3D, Point3D]], zone: Zone, others: Iterable[VMobject]
) -> bool:
    """Put a label at the first place that is free; tell whether there was one.

    Args:
        label: what to place.
        places: points, and the side of them that the label is to stand at.
        zone: what it must not leave.
        others: what it must not touch, lines in their thickness.
    """
    parts = [part for other in others for part in other.family_members_with_points()]
    lines = [(part.points, 0.5 * part.get_stroke_width() / px(1)) for part in parts]
    for place, side in places:
        label.next_to(place, side, buff=0.4 * label.size)
        box = _around(label)
        if zone.holds(label) and not any(_touches(line, box.inset(-half)) for line, half in lines):
            return True
    return False


def _around(label: Words) -> Zone:
    low, high = (label.get_corner(np.array([side, side, 0.0])) for side in (-1.0, 1.0))
    by = -CLEAR * label.size
    return Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1])).inset(by)


def _touches(line: np.ndarray, box: Zone) -> bool:
    inside = (line[:, 0] >= box.left) & (line[:, 0] <= box.right)
    inside &= (line[:, 1] >= box.bottom) & (line[:, 1] <= box.top)
    return bool(inside.any() or len(clip(line, box)))
