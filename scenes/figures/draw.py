"""A figure on paper, and where its joints are."""

from __future__ import annotations

import math
from collections.abc import Mapping

from scenes.figures import hands
from scenes.figures.brush import Brush
from scenes.figures.clothes import collar, pack, torso, torso_shape
from scenes.figures.head import EAR, EYES, MOUTH, head
from scenes.figures.light import Light
from scenes.figures.limbs import board, boot, leg, shoe, sleeve, sleeve_shape
from scenes.figures.people import Person
from scenes.figures.pose import Arm, Leg, Pose
from scenes.figures.skeleton import Limb, Skeleton
from scenes.paint.art import Art, Box
from scenes.paint.paper import Paper
from scenes.paint.shapes import Point, capsule

__all__ = ["figure", "figure_art", "joints"]


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
        for arm, limb in ((pose.far, bones.far), (pose.near, bones.near)):
            if not arm.front:
                _arm(brush, arm, limb, person, far=arm is pose.far)
        if person.board:
            feet = (
                bones.foot(pose.near_leg, bones.near_leg),
                bones.foot(pose.far_leg, bones.far_leg),
            )
            board(brush, *feet, person.board)
        if person.pack:
            pack(brush, bones, *person.pack)
        _leg(brush, bones, pose.far_leg, bones.far_leg, person, far=True)
        _leg(brush, bones, pose.near_leg, bones.near_leg, person, far=False)
        torso(brush, bones, person)
        if person.outfit != "puffer":
            _neck(brush, bones, person)
        collar(brush, bones, person)
        with brush.placed(bones.head, pose.head, person.body.head):
            head(brush, pose, person)
        for arm, limb in ((pose.far, bones.far), (pose.near, bones.near)):
            if arm.front:
                shape = sleeve_shape(limb, person)
                brush.shadow(shape, torso_shape(bones, person), 2.2, 0.28)
                _arm(brush, arm, limb, person, far=arm is pose.far)


def _arm(brush: Brush, arm: Arm, limb: Limb, person: Person, *, far: bool) -> None:
    # A gripping hand comes last: the sleeve lies behind its pointer.
    with brush.placed(limb.end, arm.turn, person.body.hand, arm.thumb or 1.0):
        hands.hand(brush, arm.hand, person.hands)
    sleeve(brush, limb, person, sleeve_shape(limb, person), far=far)


def _leg(
    brush: Brush, bones: Skeleton, pose: Leg, limb: Limb, person: Person, *, far: bool
) -> None:
    foot = bones.foot(pose, limb)
    if person.boots:
        leg(brush, limb, person, far=far)
        boot(brush, foot, pose.turn, person, far=far)
    else:
        shoe(brush, foot, pose.turn, person, far=far)
        leg(brush, limb, person, far=far)


def _neck(brush: Brush, bones: Skeleton, person: Person) -> None:
    x, y = bones.head
    foot = bones.at((0.5, person.body.back - 3))
    skin = person.skin
    throat = capsule(foot, (x - 4.0, y - 11), 5.4)
    brush.solid(throat, (skin[0], skin[1]), share=0.7, depth=1.5, rim=0.8)
    with brush.paper.clipped(throat):
        # The chin's shadow.
        brush.fill(capsule((x - 14, y - 19), (x + 8, y - 21), 6.5), skin[1], 0.75, share=0.8)


def joints(pose: Pose, person: Person, facing: int = 1) -> Mapping[str, Point]:
    """Return where things are, in cm: head, eyes, mouth, ear, neck, hips, hands, feet, pointer.

    Of each arm: ``shoulder_``, ``elbow_``, ``wrist_``, ``hand_`` (the palm) and ``tip_`` (of the
    finger that points), followed by ``near`` or ``far``; of each leg ``knee_`` and ``foot_``. Where
    a hand grips the pointer: ``pointer`` is its tip and ``pointer_direction`` a unit vector.
    """
    bones, body = Skeleton(person.body, pose), person.body
    spots: dict[str, Point] = {"head": bones.head, "neck": bones.neck, "hips": bones.hips}
    for name, spot in (
        ("eye_near", EYES[0]),
        ("eye_far", EYES[1]),
        ("eyes", ((EYES[0][0] + EYES[1][0]) / 2, EYES[0][1])),
        ("mouth", MOUTH),
        ("ear", EAR),
    ):
        spots[name] = _from(bones.head, pose.head, body.head, spot)
    directions: dict[str, Point] = {}
    for side, arm, limb in (("near", pose.near, bones.near), ("far", pose.far, bones.far)):
        spots |= {f"shoulder_{side}": limb.root, f"elbow_{side}": limb.joint}
        spots[f"wrist_{side}"] = limb.end
        for name, (x, y) in (("hand", (6.0, 0.0)), ("tip", hands.tips(arm.hand))):
            spot = (x, y * arm.thumb)
            spots[f"{name}_{side}"] = _from(limb.end, arm.turn, body.hand, spot)
        if arm.hand == "grip":
            spots["pointer"] = spots[f"tip_{side}"]
            turn = math.radians(arm.turn)
            directions["pointer_direction"] = math.cos(turn), math.sin(turn)
    for side, leg_pose, limb in (
        ("near", pose.near_leg, bones.near_leg),
        ("far", pose.far_leg, bones.far_leg),
    ):
        spots |= {f"knee_{side}": limb.joint, f"foot_{side}": bones.foot(leg_pose, limb)}
    return {name: (x * facing, y) for name, (x, y) in (spots | directions).items()}


def _from(origin: Point, degrees: float, size: float, point: Point) -> Point:
    turn = math.radians(degrees)
    x, y = point[0] * size, point[1] * size
    return (
        origin[0] + x * math.cos(turn) - y * math.sin(turn),
        origin[1] + x * math.sin(turn) + y * math.cos(turn),
    )


# How far round a joint there can be paint, in cm.
_MARGINS = {"head": 33.0, "hand": 19.0, "wrist": 9.0, "tip": 5.0, "elbow": 8.5, "shoulder": 10.0,
            "hips": 22.0, "neck": 20.0, "knee": 11.5, "foot": 21.0, "pointer": 5.0}  # fmt: skip


def figure_art(
    person: Person, pose: Pose, light: Light, scale: float, facing: int = 1, blur: float = 0.0
) -> Art:
    """Return a figure as a picture of ``scale`` pixels a cm, blurred by ``blur`` cm."""
    reaches = [
        (x, y, _MARGINS[name.partition("_")[0]])
        for name, (x, y) in joints(pose, person, facing).items()
        if name.partition("_")[0] in _MARGINS and name != "pointer_direction"
    ]
    bun = joints(pose, person, facing)["head"]
    soft = 3 * blur
    reaches.append((bun[0] - 10 * facing, bun[1] + 20, 26.0))
    left = min(x - far for x, _, far in reaches) - soft
    right = max(x + far for x, _, far in reaches) + soft
    bottom = min(y - (4.0 if far == 21.0 else far) for _, y, far in reaches) - soft
    top = max(y + far for _, y, far in reaches) + soft
    return Art(
        figure,
        (pose, person, light, facing, blur),
        _whole((left, bottom, right, top), scale),
        scale,
    )


def _whole(box: Box, scale: float) -> Box:
    """Return the box grown to whole pixels from the origin."""
    left, bottom, right, top = box
    return (
        math.floor(left * scale) / scale,
        math.floor(bottom * scale) / scale,
        math.ceil(right * scale) / scale,
        math.ceil(top * scale) / scale,
    )
