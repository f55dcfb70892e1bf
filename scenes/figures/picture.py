"""A figure as a picture whose box holds it tightly."""

from __future__ import annotations

import math
from collections.abc import Iterator

from scenes.figures import hands
from scenes.figures.draw import figure
from scenes.figures.joints import seen_from
from scenes.figures.light import Light
from scenes.figures.limbs import board_turn
from scenes.figures.people import Person
from scenes.figures.pose import Pose
from scenes.figures.skeleton import Skeleton
from scenes.paint.art import Art, Box
from scenes.paint.shapes import Point

__all__ = ["figure_art"]

_Disc = tuple[Point, float]  # all within so far of a point
# In the head's units and in cm of the back: what sticks out.
_SKULL = (((-0.35, 0.3), 1.05), ((0.1, 0.05), 1.1), ((0.95, 0.9), 0.45), ((-0.7, -0.3), 0.6))
_HATS = {
    "": (),
    "beanie": (((-0.16, 1.84), 0.45), ((0.0, 0.8), 1.2)),
    "cap": (((-0.1, 0.6), 1.05), ((1.2, 0.6), 0.35)),
}
_HAIR = {"tuft": (), "curls": (((-0.62, 1.46), 0.75), ((-0.6, -0.2), 0.95)), "short": ()}
_TAILS = (((-2.0, 0.3), 0.5), ((-2.2, 0.75), 0.5), ((-2.0, -0.2), 0.5))
_SCARF = (((-41.0, 52.0), 9.0), ((-31.0, 56.0), 8.0))
_PACK = (((-27.0, 50.0), 17.0), ((-28.0, 20.0), 15.0))
_BOARD = ((-62.0, 7.0), (62.0, 7.0), (-50.0, -2.0), (50.0, -2.0))


def figure_art(
    person: Person, pose: Pose, light: Light, scale: float, facing: int = 1, blur: float = 0.0
) -> Art:
    """Return a figure as a picture of ``scale`` pixels a cm, blurred by ``blur`` cm."""
    arguments = (pose, person, light, facing, blur)
    return Art(figure, arguments, _box(pose, person, facing, 3 * blur + 2 / scale, scale), scale)


def _box(pose: Pose, person: Person, facing: int, margin: float, scale: float) -> Box:
    """Return the box in whole pixels from the origin."""
    discs = list(_discs(pose, person))
    sides = [facing * x + sign * far for (x, _), far in discs for sign in (-1, 1)]
    heights = [y + sign * far for (_, y), far in discs for sign in (-1, 1)]
    return (
        math.floor((min(sides) - margin) * scale) / scale,
        math.floor((min(heights) - margin) * scale) / scale,
        math.ceil((max(sides) + margin) * scale) / scale,
        math.ceil((max(heights) + margin) * scale) / scale,
    )


def _discs(pose: Pose, person: Person) -> Iterator[_Disc]:
    """Yield discs that hold all there is of a figure that looks to the right."""
    bones, body = Skeleton(person.body, pose), person.body
    for arm, limb in ((pose.near, bones.near), (pose.far, bones.far)):
        yield limb.root, body.arm_widths[0] / 2 + 1
        yield limb.joint, body.arm_widths[1] / 2 + 2
        for (x, y), far in ((hands.tips(arm.hand), 4.5), ((7.0, 1.0), 12.5), ((0.0, 0.0), 7.5)):
            spot = seen_from(limb.end, arm.turn, body.hand, (x, y * arm.thumb))
            yield spot, far * body.hand
    feet = []
    for leg, limb in ((pose.near_leg, bones.near_leg), (pose.far_leg, bones.far_leg)):
        yield limb.root, body.leg_widths[0] / 2 + 1
        yield limb.joint, body.leg_widths[1] / 2 + 2
        feet.append(bones.foot(leg, limb))
        for spot, far in (((-7.5, 1.5), 3.5), ((16.0, 2.5), 5.0), ((-0.5, 12.0), 11.0)):
            yield seen_from(feet[-1], leg.turn, 1.0, spot), far
    if person.board:
        middle = ((feet[0][0] + feet[1][0]) / 2, (feet[0][1] + feet[1][1]) / 2)
        for spot in _BOARD:
            yield seen_from(middle, board_turn(*feet), 1.0, spot), 4.0
    for share in (-0.2, 0.0, 0.3, 0.6, 0.9):
        yield bones.at((1.5, share * body.back)), 23.0 if share < 0.9 else 18.0
    scarf = _SCARF if person.outfit == "puffer" and person.scarf else ()
    for spot, far in (*scarf, *(_PACK if person.pack else ())):
        yield bones.at(spot), far
    for spot, far in (
        *_SKULL,
        *_HATS[person.hat],
        *_HAIR[person.hairdo],
        *(_TAILS if person.blindfold else ()),
    ):
        yield seen_from(bones.head, pose.head, body.head, spot), far * body.head
