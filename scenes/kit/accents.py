"""Small accents round what happens: rays of a hit, arcs of a shout."""

from __future__ import annotations

import numpy as np
from manim import Arc, Line, VGroup
from manim.typing import Point3D

from scenes.kit.puppet import Puppet
from scenes.stage.claims import decoration
from scenes.stage.marks import px
from scenes.stage.theme import Role, Theme

__all__ = ["calls", "rays"]


def rays(
    theme: Theme, role: Role, middle: Point3D, reach: tuple[float, float], degrees: np.ndarray
) -> VGroup:
    """Return short rays round a point, between two distances from it, in these directions."""
    lines = VGroup(name="rays")
    for turn in np.radians(degrees):
        way = np.array([np.cos(turn), np.sin(turn), 0.0])
        ray = Line(middle + reach[0] * way, middle + reach[1] * way)
        lines.add(ray.set_stroke(theme.mark(role), px(0.06)))
    return decoration(lines)


def calls(theme: Theme, who: Puppet) -> VGroup:
    """Return the arcs of a shout before the hand at someone's mouth, fainter farther away."""
    mouth, middle = who.joint("hand_far"), 0.0 if who.facing > 0 else np.pi
    arcs = VGroup(name="calls")
    for radius, strength in ((20, 0.95), (28, 0.6), (36, 0.35)):
        arc = Arc(radius * who.unit, middle - 0.42, 0.84, arc_center=mouth)
        arcs.add(arc.set_stroke(theme.mark("text"), px(0.06), strength))
    return decoration(arcs)
