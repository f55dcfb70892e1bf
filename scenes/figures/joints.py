"""Where a figure's joints, eyes and hands are."""

from __future__ import annotations

import math
from collections.abc import Mapping

from scenes.figures import hands
from scenes.figures.head import EAR, EYES, MOUTH
from scenes.figures.people import Person
from scenes.figures.pose import Pose
from scenes.figures.skeleton import Skeleton
from scenes.paint.shapes import Point

__all__ = ["joints", "seen_from"]


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
        spots[name] = seen_from(bones.head, pose.head, body.head, spot)
    directions: dict[str, Point] = {}
    for side, arm, limb in (("near", pose.near, bones.near), ("far", pose.far, bones.far)):
        spots |= {f"shoulder_{side}": limb.root, f"elbow_{side}": limb.joint}
        spots[f"wrist_{side}"] = limb.end
        for name, (x, y) in (("hand", (6.0, 0.0)), ("tip", hands.tips(arm.hand))):
            spot = (x, y * arm.thumb)
            spots[f"{name}_{side}"] = seen_from(limb.end, arm.turn, body.hand, spot)
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


def seen_from(origin: Point, degrees: float, size: float, point: Point) -> Point:
    """Return where a point of a part lies, whose origin, turn and size are these."""
    turn = math.radians(degrees)
    x, y = point[0] * size, point[1] * size
    return (
        origin[0] + x * math.cos(turn) - y * math.sin(turn),
        origin[1] + x * math.sin(turn) + y * math.cos(turn),
    )
