"""An ant with the man's cap, moustache and face."""

from __future__ import annotations

import math
from dataclasses import replace

from scenes.figures.brush import Brush, tube
from scenes.figures.head import head
from scenes.figures.light import Cloth, Light
from scenes.figures.people import MAN
from scenes.figures.pose import Pose
from scenes.paint.art import Art
from scenes.paint.paper import Paper
from scenes.paint.shapes import Point, blob, ellipse

__all__ = ["ANT_HEAD", "ant_art"]

ANT_HEAD: Point = (64.0, 72.0)  # of an ant that looks to the right, 200 units long
_ANT = replace(MAN, name="ant", skin=("#9C6653", "#64403A"), blush="#C0705C")
_SHELL: Cloth = ("#8A5848", "#4E3338")
_FAR: Cloth = ("#5E3E3C", "#3A282C")
_SIZE = 31.0  # of its head
_REACH = 168.0  # of all of it from its middle
# Where each leg comes out, its knee, its foot; near and far ones tread by turns.
_NEAR = (((-16, 42), (-48, 66), (-70, 0)), ((2, 38), (-14, 70), (-28, 0)),
         ((20, 42), (50, 62), (70, 0)))  # fmt: skip
_BEHIND = (((-8, 50), (-34, 78), (-50, 1)), ((8, 50), (4, 84), (-6, 1)),
           ((22, 50), (48, 82), (52, 1)))  # fmt: skip
_STRIDE, _LIFT = 7.0, 7.0


def ant(
    paper: Paper, pose: Pose, light: Light, facing: int, degrees: float, tread: float, pants: bool
) -> None:
    """Paint an ant, the ground under its middle at the origin, its body 200 units long.

    Of the pose it has the face. ``degrees`` is how far the ground rises to the right, ``tread``
    which feet are in front, from 0 to 1; ``pants`` is whether it sweats.
    """
    with paper.moved(degrees=degrees), paper.moved(scale=(facing, 1)):
        turn = math.radians(degrees)
        across, up = light.towards
        towards = (
            across * math.cos(turn) + up * math.sin(turn),
            up * math.cos(turn) - across * math.sin(turn),
        )
        brush = Brush(paper, light.at(towards), facing)
        for number, leg in enumerate(_BEHIND):
            _leg(brush, leg, _FAR, 8.0, tread if number % 2 else 1 - tread)
        _body(brush)
        x, y = ANT_HEAD
        for far in (4.0, 17.0):
            tip = (x + far + 46, y + 47)
            feeler = [(x + far, y + 24), (x + far + 8, y + 52), (x + far + 32, y + 60), tip]
            brush.solid(tube(feeler, [4.5, 4.5, 4.5, 4.5]), _FAR, depth=0.3, rim=0.5)
            brush.solid(ellipse(tip, 5.5, points=20), _SHELL, depth=0.5)
        with brush.placed(ANT_HEAD, pose.head, _SIZE):
            head(brush, pose, _ANT)
        for number, leg in enumerate(_NEAR):
            _leg(brush, leg, _SHELL, 9.5, 1 - tread if number % 2 else tread)
        for drop in ((x - 40, y + 26), (x - 50, y + 2)) if pants else ():
            brush.fill(ellipse(drop, 3.6, 6.5, 35), "#CFE2FF", share=0.3)


def _leg(
    brush: Brush, leg: tuple[Point, Point, Point], cloth: Cloth, width: float, tread: float
) -> None:
    root, knee, (x, y) = leg
    foot = (x + _STRIDE * (2 * tread - 1), y + _LIFT * math.sin(math.pi * tread))
    bent = ((knee[0] + foot[0] - x), knee[1])
    brush.solid(tube([root, bent, foot], [width, 0.8 * width, 0.55 * width]), cloth, depth=0.5)
    brush.solid(ellipse((foot[0] + 3, foot[1] + 3), 6.5, 3.6, points=20), cloth, depth=0.3)


def _body(brush: Brush) -> None:
    tail = blob([(-34, 46), (-44, 66), (-70, 80), (-98, 74), (-114, 54), (-112, 34), (-92, 22),
                 (-64, 24), (-42, 34)])  # fmt: skip
    brush.solid(tail, _SHELL, depth=2.4, rim=1.4, wash=0.8)
    for across in (-58, -79, -98):
        ring = [(across - 4, 77), (across + 3, 52), (across - 2, 25)]
        brush.line(ring, _SHELL[1], 3.0, 0.7)
    brush.solid(ellipse((-34, 46), 10, 9), _FAR, depth=0.6)
    chest = blob([(-28, 44), (-18, 60), (6, 66), (28, 58), (36, 46), (24, 34), (0, 30), (-20, 34)])
    brush.solid(chest, _SHELL, depth=1.8, rim=1.2, wash=0.6)
    if _ANT.scarf:
        scarf = tube([(22, 66), (33, 50), (50, 40)], [12, 15, 11])
        brush.solid(scarf, _ANT.scarf, depth=1.0)
        brush.solid(tube([(32, 50), (18, 38), (8, 20)], [11, 12, 9]), _ANT.scarf, depth=1.0)


def ant_art(
    pose: Pose, light: Light, scale: float, facing: int = 1, degrees: float = 0.0,
    tread: float = 0.0, *, pants: bool = True,
) -> Art:  # fmt: skip
    """Return an ant as a picture of ``scale`` pixels a unit."""
    reach = math.ceil(_REACH * scale) / scale
    arguments = (pose, light, facing, round(degrees), round(tread, 1), pants)
    return Art(ant, arguments, (-reach, -reach, reach, reach), scale)
