"""A glass bowl whose wall is a curve."""

from __future__ import annotations

import numpy as np
from manim import Ellipse, VGroup, VMobject

from scenes.kit.hill_track import HillTrack
from scenes.stage.claims import decoration
from scenes.stage.marks import Path, px

__all__ = ["glass"]

FLAT = 0.1  # its opening seen from the side: high, as a share of its width
INSET = 0.16  # frame units from the wall to the light on it


def glass(track: HillTrack) -> VGroup:
    """Return the glass of a bowl: its inside, its rim, and light on it."""
    line, night = track.line(), track.film.theme.name == "dark"
    tint, shine = ("#CFE6FF", "#FFFFFF") if night else ("#8FBCE6", "#FFFFFF")
    inside = VMobject(stroke_width=0).set_points_as_corners(np.array([*line, line[0]]))
    inside.set_fill(tint, 0.14 if night else 0.22)
    wide = float(line[-1][0] - line[0][0])
    rim = Ellipse(width=wide, height=FLAT * wide).move_to((line[0] + line[-1]) / 2)
    rim.set_fill(tint, 0.12).set_stroke(tint, px(0.04), 0.75)
    middle = line.mean(axis=0)
    lights = VGroup()
    for low, high, opacity in ((0.05, 0.28, 0.5), (0.32, 0.38, 0.45), (0.86, 0.95, 0.3)):
        part = line[int(low * len(line)) : int(high * len(line))]
        ways = middle - part
        spots = part + INSET * ways / np.linalg.norm(ways, axis=1)[:, None]
        light = Path(track.film.theme, "text", 0.07).through(*spots)
        lights.add(light.set_stroke(shine, px(0.07), opacity))
    return decoration(VGroup(inside, rim, lights))
