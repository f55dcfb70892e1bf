"""The target: two rings and a bull's-eye on a cord."""

from __future__ import annotations

from scenes.paint import Art, Paper, radial
from scenes.paint.paper import mix
from scenes.paint.shapes import Point, Shape, ellipse
from scenes.worlds.lights import falling
from scenes.worlds.loft.palette import palette

__all__ = ["target"]

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
    reach = 3.6 * radius
    box = (-reach, -reach, reach, max(reach, cord))
    return Art(_paint, (night, radius, cord, turned), box, scale)


def _paint(paper: Paper, night: bool, radius: float, cord: float, turned: float) -> None:
    colours = palette(night)
    mark, ground = colours.ring

    def disc(share: float, shift: Point = (0, 0)) -> Shape:
        at = (shift[0] * radius, shift[1] * radius)
        return ellipse(at, turned * share * radius, share * radius, points=90)

    if night:
        paper.flood(radial((0, 0), radius * 3.6, falling(mark, colours.ring_glow)))
    else:
        paper.fill(disc(1.02, (0.14, -0.14)), colours.shadow, 0.42, blur=radius * 0.10)
    paper.stroke([(0, radius), (0, cord)], colours.cord, 0.07 * radius)
    paper.fill(disc(0.10, (0, 1.06)), colours.cord)
    paper.fill(disc(1.0, (0.10 * (1 - turned) / 0.2, 0)), mix(mark, "#000000", 0.45))
    for share, of_ground in _RINGS:
        paper.fill(disc(share), ground if of_ground else mark)
    arc = disc(0.89)[0][28:46]
    paper.stroke(arc, "#ffffff", radius * 0.06, 0.5)
