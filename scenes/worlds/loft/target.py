"""The target: two rings and a bull's-eye on a cord."""

from __future__ import annotations

import numpy as np

from scenes.paint import Art, Paper, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, ellipse
from scenes.worlds.lights import falling
from scenes.worlds.loft.palette import palette

__all__ = ["REACH", "paint_target", "target"]

REACH = 3.6  # of its light, in radii
_HUNG: Point = (0.14, -0.14)  # where its shadow falls, in radii
_RINGS = ((1.0, 0), (0.78, 1), (0.55, 0), (0.35, 1), (0.16, 0))  # radius, of mark or of ground


def target(night: bool, radius: float, cord: float, scale: float, turned: float = 1.0) -> Art:
    """Return the target, its middle at the origin, with the light or the shadow that it casts.

    Args:
        night: whether it glows, or else casts a shadow.
        radius: of the outer ring, in the art's units.
        cord: how far above its middle the cord ends.
        scale: pixels a unit.
        turned: how wide it is seen, of its height.
    """
    reach = REACH * radius
    box = (-reach, -reach, reach, max(reach, cord))
    return Art(paint_target, (night, radius, cord, turned), box, scale)


def paint_target(
    paper: Paper, night: bool, radius: float, cord: float, turned: float, hung: Point = _HUNG
) -> None:
    """Paint the target; ``hung`` is where the shadow falls on what it hangs before, in radii."""
    colours = palette(night)
    mark, ground = colours.ring

    def disc(share: float, shift: Point = (0, 0)) -> Shape:
        at = (shift[0] * radius, shift[1] * radius)
        return ellipse(at, turned * share * radius, share * radius, points=90)

    if night:
        paper.flood(radial((0, 0), radius * REACH, falling(mark, colours.ring_glow)))
    far = hung != _HUNG
    if far:
        shift = np.multiply(hung, radius)
        line = np.array([(0, radius), (0, cord)]) + shift
        paper.stroke(line, colours.shadow, 0.10 * radius, 0.3, blur=0.05 * radius)
    if far or not night:
        soft = 0.16 if far else 0.10
        paper.fill(disc(1.02, hung), colours.shadow, 0.5 if far else 0.42, blur=soft * radius)
    paper.stroke([(0, radius), (0, cord)], colours.cord, 0.07 * radius)
    paper.fill(disc(0.10, (0, 1.06)), colours.cord)
    paper.fill(disc(1.0, (0.10 * (1 - turned) / 0.2, 0)), mix(mark, "#000000", 0.45))
    for share, of_ground in _RINGS:
        paper.fill(disc(share), ground if of_ground else mark)
    arc = disc(0.89)[0][28:46]
    paper.stroke(arc, "#ffffff", radius * 0.06, 0.5)
