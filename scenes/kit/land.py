"""The land under a track, and a road on it, which bend as it does."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, VGroup, VMobject

from scenes.kit.hill_track import HillTrack
from scenes.stage.claims import decoration
from scenes.stage.marks import Path, follow, px
from scenes.stage.theme import Role

__all__ = ["land"]

DEEP = -0.3  # frame units from the curve to the middle of the road below it
SIDES: tuple[tuple[Role, float], ...] = (("quiet", 0.5), ("ground", 0.42))


def land(track: HillTrack, earth: str, calm: str) -> VGroup:
    """Return the road below a track on land of a colour, which is calm at the frame's foot."""
    frame, theme = track.film.frame, track.film.theme
    low, left, right = frame.bottom - 1, frame.left - 1, frame.right + 1
    tones: Any = [earth, earth, calm, calm]
    ground = VMobject(stroke_width=0, fill_opacity=1, sheen_direction=DOWN).set_fill(tones)
    sides = [Path(theme, role, wide, name="road") for role, wide in SIDES]
    stripes = VMobject(stroke_color=theme.mark("text"), stroke_width=px(0.04), name="stripes")

    def lie(_: VGroup) -> None:
        line = track.line()  # not what is drawn of it, which may be of the frame before
        line = np.concatenate(([[left, *line[0][1:]]], line, [[right, *line[-1][1:]]]))
        deep = line + np.array([0.0, DEEP, 0.0])
        ends = np.array([[right, low, 0], [left, low, 0], line[0]])
        ground.set_points_as_corners(np.concatenate((line, ends)))
        for side in sides:
            side.set_points_as_corners(deep)
        stripes.points = np.concatenate([
            start + np.linspace(0, 1, 4)[:, None] * (end - start)
            for start, end in zip(deep[2:-2:6], deep[4:-2:6], strict=False)
        ])  # fmt: skip

    return decoration(follow(VGroup(ground, *sides, stripes), lie))
