"""A figure on paper."""

from __future__ import annotations

import math

from scenes.figures import hands
from scenes.figures.brush import Brush
from scenes.figures.clothes import collar, pack, torso, torso_shape
from scenes.figures.head import head
from scenes.figures.light import Light
from scenes.figures.limbs import board, boot, leg, shoe, sleeve, sleeve_shape
from scenes.figures.people import Person
from scenes.figures.pose import Arm, Leg, Pose
from scenes.figures.skeleton import Limb, Skeleton
from scenes.paint.paper import Paper
from scenes.paint.shapes import Shape, capsule

__all__ = ["figure"]


def figure(
    paper: Paper, pose: Pose, person: Person, light: Light, facing: int = 1, blur: float = 0.0
) -> None:
    """Paint a figure; its origin is the floor between its feet, its unit the centimetre.

    ``facing`` is 1 where it looks to the right, -1 to the left; the light stays where it is.
    ``blur`` is the standard deviation of its softness, in cm.
    """
    with paper.layer(blur=blur), paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        bones = Skeleton(person.body, pose)
        _arm(brush, pose.far, bones.far, person, far=True)
        if not pose.near.front:
            _arm(brush, pose.near, bones.near, person, far=False)
        if person.board:
            feet = (
                bones.foot(pose.near_leg, bones.near_leg),
                bones.foot(pose.far_leg, bones.far_leg),
            )
            board(brush, *feet, person.board)
        if person.pack:
            pack(brush, bones, *person.pack)
        legs = _leg(brush, bones, pose.far_leg, bones.far_leg, person, far=True)
        legs += _leg(brush, bones, pose.near_leg, bones.near_leg, person, far=False)
        brush.shadow(torso_shape(bones, person), legs, 5.0, 0.3)
        torso(brush, bones, person)
        if person.outfit != "puffer":
            _neck(brush, bones, person)
        collar(brush, bones, person)
        with brush.placed(bones.head, pose.head, person.body.head):
            head(brush, pose, person)
        body = torso_shape(bones, person)
        if pose.far.front:
            # Its shoulder stays behind the body.
            brush.shadow(sleeve_shape(bones.far, person, fore=True), body, 2.2, 0.28)
            _arm(brush, pose.far, bones.far, person, far=True, fore=True)
        if pose.near.front:
            brush.shadow(sleeve_shape(bones.near, person), body, 2.2, 0.28)
            _arm(brush, pose.near, bones.near, person, far=False)


def _arm(
    brush: Brush, arm: Arm, limb: Limb, person: Person, *, far: bool, fore: bool = False
) -> None:
    shape = sleeve_shape(limb, person, fore=fore)
    if person.rolled:
        sleeve(brush, limb, person, shape, far=far, fore=fore)
    # A hand that turns over is never quite seen from its edge.
    up = math.copysign(max(abs(arm.thumb), 0.4), arm.thumb)
    with brush.placed(limb.end, arm.turn, person.body.hand, up):
        hands.hand(brush, arm.hand, person.hands)
    if not person.rolled:
        sleeve(brush, limb, person, shape, far=far, fore=fore)


def _leg(
    brush: Brush, bones: Skeleton, pose: Leg, limb: Limb, person: Person, *, far: bool
) -> Shape:
    foot = bones.foot(pose, limb)
    if person.boots:
        outline = leg(brush, limb, person, far=far)
        boot(brush, foot, pose.turn, person, far=far)
    else:
        shoe(brush, foot, pose.turn, person, far=far)
        outline = leg(brush, limb, person, far=far)
    return outline


def _neck(brush: Brush, bones: Skeleton, person: Person) -> None:
    x, y = bones.head
    foot = bones.at((0.5, person.body.back - 3))
    skin = person.skin
    throat = capsule(foot, (x - 4.0, y - 11), 5.4)
    brush.solid(throat, (skin[0], skin[1]), share=0.7, depth=1.5, rim=0.8)
    with brush.paper.clipped(throat):
        # The chin's shadow.
        brush.fill(capsule((x - 14, y - 21), (x + 8, y - 23), 8.5), skin[1], 0.7, share=0.8)
