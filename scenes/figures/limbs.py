"""Sleeves, trouser legs and shoes along the bones."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from scenes.figures.brush import Brush, tube
from scenes.figures.light import Cloth
from scenes.figures.people import Person
from scenes.figures.skeleton import Limb
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, blob, capsule, ellipse, polygon, rectangle, union

__all__ = [
    "between",
    "board",
    "board_turn",
    "boot",
    "dimmed",
    "leg",
    "shoe",
    "sleeve",
    "sleeve_shape",
]


def dimmed(cloth: Cloth, share: float) -> Cloth:
    """Return the cloth as it looks farther from the light."""
    return mix(cloth[0], cloth[1], share), mix(cloth[1], "#000000", 0.3 * share)


def between(start: Point, end: Point, share: float) -> Point:
    """Return the point so far from start to end."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _length(limb: Limb) -> float:
    """Return how long the lower bone looks, at least as long as a cuff."""
    return max(10.0, math.dist(limb.joint, limb.end))


def _jointed(shape: Shape, limb: Limb, wide: float) -> Shape:
    """Round a limb's joint where it is bent; a limb of one outline is painted more quickly."""
    bones = math.dist(limb.root, limb.joint) + math.dist(limb.joint, limb.end)
    if math.dist(limb.root, limb.end) > 0.92 * bones:
        return shape
    return union(shape, ellipse(limb.joint, wide / 2, points=32))


def sleeve_shape(limb: Limb, person: Person, *, fore: bool = False) -> Shape:
    """Return the arm's outline, or only the forearm's."""
    top, elbow, wrist = person.body.arm_widths
    # A sleeve's round end hides in its cuff; a bare arm goes to the wrist.
    end = limb.end if person.rolled else between(limb.end, limb.joint, wrist * 0.42 / _length(limb))
    middle, wide = between(limb.joint, end, 0.5), (elbow + wrist) / 2 + 0.5
    if fore:
        return tube([limb.joint, middle, end], [elbow, wide, wrist])
    arm = tube(
        [limb.root, between(limb.root, limb.joint, 0.55), limb.joint, middle, end],
        [top, (top + elbow) / 2 + 0.4, elbow, wide, wrist],
    )
    return _jointed(arm, limb, elbow)


def sleeve(
    brush: Brush, limb: Limb, person: Person, shape: Shape, *, far: bool, fore: bool = False
) -> None:
    """Paint an arm to the wrist, or only its forearm before the rest."""
    cloth = dimmed(person.top, 0.45) if far else person.top
    fade = None if far else (limb.root, person.body.arm_widths[0] * 0.95)
    if fore:
        fade = (limb.joint, person.body.arm_widths[1] * 0.9)
    if person.rolled:
        skin = dimmed(person.skin, 0.3) if far else person.skin
        brush.solid(shape, skin, share=0.66, depth=0.7)
        shape = _upper_sleeve(limb, person)
    if not (fore and person.rolled):
        brush.solid(shape, cloth, wash=0.7, fade=fade)
    if not far:
        _seam(brush, limb, person, cloth)
    if person.outfit == "dungarees":
        _stripes(brush, limb, person, shape, fore=fore)
    elif person.outfit == "puffer":
        _quilting(brush, limb, person, shape)
    _folds(brush, limb, cloth)
    if not person.rolled:
        end = dimmed(person.sleeve_end, 0.45) if far else person.sleeve_end
        _cuff(brush, limb, person, end)


def _seam(brush: Brush, limb: Limb, person: Person, cloth: Cloth) -> None:
    """Draw where the sleeve is sewn on."""
    x, y = limb.root
    away = math.atan2(y - limb.joint[1], x - limb.joint[0])
    far = person.body.arm_widths[0] / 2 - 0.3
    turns = [away + turn for turn in (-1.15, -0.6, 0.0, 0.6, 1.15)]
    arc = [(x + far * math.cos(turn), y + far * math.sin(turn)) for turn in turns]
    brush.line(arc, cloth[1], 0.75, 0.6)


def _upper_sleeve(limb: Limb, person: Person) -> Shape:
    top, elbow, _ = person.body.arm_widths
    end = between(limb.joint, limb.end, 0.3)
    return union(
        tube(
            [limb.root, between(limb.root, limb.joint, 0.55), limb.joint, end],
            [top, (top + elbow) / 2 + 0.8, elbow + 1.2, elbow + 1.6],
        ),
        ellipse(limb.joint, elbow / 2 + 0.5, points=32),
    )


def _quilting(brush: Brush, limb: Limb, person: Person, shape: Shape) -> None:
    """Draw the seams of a down jacket round the arm."""
    with brush.paper.clipped(shape):
        for start, end, shares in (
            (limb.root, limb.joint, (0.3, 0.55, 0.8)),
            (limb.joint, limb.end, (0.2, 0.45, 0.7)),
        ):
            x, y = end[0] - start[0], end[1] - start[1]
            length = max(math.hypot(x, y), 1.0)
            for share in shares:
                px, py = between(start, end, share)
                side = (-y / length * 8.5, x / length * 8.5)
                bow = (x / length * 2.0, y / length * 2.0)
                line = [(px + side[0], py + side[1]), (px + bow[0], py + bow[1]),
                        (px - side[0], py - side[1])]  # fmt: skip
                brush.line(line, mix(person.top[0], person.top[1], 0.75), 0.9, 0.9)


def _stripes(brush: Brush, limb: Limb, person: Person, shape: Shape, *, fore: bool) -> None:
    top, elbow, wrist = person.body.arm_widths
    # Where the arm is folded, its halves lie one on the other.
    folded = math.dist(limb.root, limb.end) < 0.75 * math.dist(limb.root, limb.joint)
    upper = () if fore else (0.06, 0.34) if folded else (0.06, 0.34, 0.62)
    lower = (0.5, 0.76) if folded else (0.24, 0.5, 0.76)
    with brush.paper.clipped(shape):
        for start, end, wide, shares in (
            (limb.root, limb.joint, (top + elbow) / 4, upper),
            (limb.joint, limb.end, (elbow + wrist) / 4, lower),
        ):
            x, y = end[0] - start[0], end[1] - start[1]
            length = max(math.hypot(x, y), 1.0)
            for share in shares:
                px, py = between(start, end, share)
                side = (-y / length * (wide + 0.7), x / length * (wide + 0.7))
                bow = (x / length * 1.3, y / length * 1.3)
                line = [(px + side[0], py + side[1]), (px + bow[0], py + bow[1]),
                        (px - side[0], py - side[1])]  # fmt: skip
                brush.line(line, person.trim[0], 1.9, 0.85)


def _folds(brush: Brush, limb: Limb, cloth: Cloth) -> None:
    """Draw the creases inside a bent joint."""
    a, b = np.subtract(limb.joint, limb.root), np.subtract(limb.end, limb.joint)
    lengths = max(float(np.linalg.norm(a)), 1.0), max(float(np.linalg.norm(b)), 1.0)
    a, b = a / lengths[0], b / lengths[1]
    bend = math.acos(max(-1.0, min(1.0, float(a @ b))))
    if bend < 0.6:
        return
    inward = (b - a) / max(float(np.linalg.norm(b - a)), 1e-6)
    along = (a + b) / max(float(np.linalg.norm(a + b)), 1e-6)
    for shift, reach in ((-2.2, 1.6), (1.2, 0.6)):
        start = np.array(limb.joint) + inward * 5.2 + along * shift
        middle = np.array(limb.joint) + inward * 2.6 + along * shift * 1.2
        end = np.array(limb.joint) - inward * reach + along * shift * 2.2
        brush.line([tuple(p) for p in (start, middle, end)], cloth[1], 0.75, 0.75)


def _cuff(brush: Brush, limb: Limb, person: Person, cloth: Cloth) -> None:
    x, y = limb.end[0] - limb.joint[0], limb.end[1] - limb.joint[1]
    with brush.placed(limb.end, math.degrees(math.atan2(y, x))):
        wide = person.body.arm_widths[2] / 2 + 0.9
        band = rectangle(-2.6, -wide, 2.0, wide, 1.2)
        brush.solid(band, dimmed(cloth, 0.5), depth=0.6, rim=0.9)
        for up in (-0.5, 0.05, 0.6):
            brush.line([(-1.6, up * wide), (1.2, up * wide)], cloth[1], 0.4, 0.7)


def leg(brush: Brush, limb: Limb, person: Person, *, far: bool) -> Shape:
    """Paint a trouser leg to the ankle; return its outline."""
    cloth = dimmed(person.legs, 0.55) if far else person.legs
    top, knee, ankle = person.body.leg_widths
    shape = tube(
        [limb.root, between(limb.root, limb.joint, 0.5), limb.joint,
         between(limb.joint, limb.end, 0.4), limb.end],
        [top, (top + knee) / 2 + 0.3, knee, (knee + ankle) / 2 + 0.9, ankle],
    )  # fmt: skip
    shape = _jointed(shape, limb, knee)
    brush.solid(shape, cloth, depth=1.2, wash=0.6)
    _folds(brush, limb, cloth)
    if person.boots:
        return shape
    x, y = limb.end[0] - limb.joint[0], limb.end[1] - limb.joint[1]
    with brush.placed(limb.end, math.degrees(math.atan2(y, x))):
        wide = ankle / 2 + 0.8
        hem = rectangle(-3.4, -wide, 2.4, wide, 1.0)
        brush.solid(hem, dimmed(cloth, 0.45), depth=0.6, rim=0.9)
    return shape


@cache
def _shoe() -> tuple[Shape, Shape, Shape]:
    upper = blob(
        [(-7.2, 0.4), (-7.6, 5.6), (-5.6, 10.2), (2.6, 10.4), (6.2, 8.0), (9.6, 6.4), (14.8, 5.4),
         (17.8, 3.0), (17.0, 0.4)]
    )  # fmt: skip
    sole = rectangle(-8.6, -0.8, 18.0, 2.2, 1.4)
    toe = blob([(11.5, 0), (12.2, 3.4), (13.6, 5.6), (17.8, 4.2), (18.6, 1.6), (17, 0)])
    return upper, sole, toe


def shoe(brush: Brush, foot: Point, turn: float, person: Person, *, far: bool) -> None:
    """Paint a shoe on the ground point ``foot``."""
    upper, sole, toe = _shoe()
    cloth = dimmed(person.shoes, 0.4) if far else person.shoes
    white = dimmed((person.sole, person.shoes[1]), 0.3 if far else 0.0)
    with brush.placed(foot, turn):
        brush.solid(upper, cloth, depth=0.7, wash=0.4)
        with brush.paper.clipped(upper):
            brush.fill(toe, white[0], 0.55)
        for x, y in ((3.6, 9.2), (5.8, 7.6), (8.0, 6.2)):
            brush.line([(x, y), (x - 2.6, y - 2.4)], white[0], 0.8)
        brush.solid(sole, white, depth=0.4, rim=0.7)


@cache
def _boot() -> tuple[Shape, Shape, Shape, Shape]:
    upper = blob(
        [(-8.4, 0.4), (-8.8, 6), (-7.9, 15.5), (-0.4, 17.4), (7.6, 15.6), (8.0, 10.4), (12.0, 8.2),
         (17.4, 6.2), (19.4, 2.8), (18.4, 0.2)], detail=6,
    )  # fmt: skip
    sole = rectangle(-9.6, -1.0, 19.8, 2.0, 1.3)
    toe = blob([(12.0, 0), (12.6, 4.4), (14.2, 7.8), (19.6, 5.6), (20.4, 2.0), (18, 0)])
    cuff = rectangle(-9.2, 13.4, 8.8, 18.2, 2.0)
    return upper, sole, toe, cuff


def boot(brush: Brush, foot: Point, turn: float, person: Person, *, far: bool) -> None:
    """Paint a boot on the ground point ``foot``."""
    upper, sole, toe, cuff = _boot()
    cloth = dimmed(person.shoes, 0.4) if far else person.shoes
    with brush.placed(foot, turn):
        brush.solid(upper, cloth, depth=0.8, wash=0.5)
        with brush.paper.clipped(upper):
            brush.fill(toe, cloth[1], 0.6)
        if person.board:
            _straps(brush, cloth)
        else:
            for x, y in ((6.6, 12.4), (7.4, 10.0), (9.6, 8.0)):
                brush.line([(x - 0.4, y), (x - 4.4, y - 1.4)], person.trim[0], 0.9, 0.9)
        brush.solid(sole, (person.sole, mix(person.sole, "#000000", 0.4)), depth=0.4, rim=0.5)
        brush.solid(cuff, dimmed(cloth, 0.35), depth=0.6, rim=0.8)


def _straps(brush: Brush, cloth: Cloth) -> None:
    metal = ("#B4BCCF", "#6E7690")
    for start, end in (((-8.8, 9.6), (8.8, 12.2)), ((3.6, 1.6), (15.6, 7.8))):
        brush.solid(capsule(start, end, 1.5), metal, depth=0.35, rim=0.5)
        buckle = between(start, end, 0.72)
        brush.solid(capsule(buckle, buckle, 1.9), cloth, depth=0.3, rim=0.4)


def board_turn(near: Point, far: Point) -> float:
    """Return the tilt of a board under two feet, in degrees."""
    return math.degrees(math.atan2(far[1] - near[1], far[0] - near[0]))


def board(brush: Brush, near: Point, far: Point, cloth: Cloth) -> None:
    """Paint a snowboard under both feet, the ground points ``near`` and ``far``."""
    x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
    turn = board_turn(near, far)
    side, top = _board()
    with brush.placed((x, y), turn):
        brush.solid(side, cloth, share=0.25, depth=0.4, rim=0.9)
        with brush.paper.clipped(side):
            brush.fill(top, mix(cloth[0], "#FFFFFF", 0.3), share=0.25)
            for along in (-47.0, -43.5, 43.5, 47.0):
                stripe = [(along - 1, -6), (along + 1, 6)]
                brush.line(stripe, "#FFD9AE", 1.5, 0.9, share=0.25)


@cache
def _board() -> tuple[Shape, Shape]:
    along = np.linspace(-62, 62, 50)
    rise = 7.0 * np.clip((np.abs(along) - 40) / 22, 0, 1) ** 2
    thick = 3.6 * np.sqrt(np.clip(1 - (np.abs(along) / 62) ** 8, 0, 1))
    upper = np.column_stack((along, rise - 0.6))
    lower = np.column_stack((along, rise - 0.6 - thick))
    edge = np.column_stack((along, rise - 1.6))
    return (
        polygon(np.concatenate((lower, upper[::-1]))),
        polygon(np.concatenate((edge, upper[::-1]))),
    )
