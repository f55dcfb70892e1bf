"""Parts of a figure for close shots: the arm that aims, fingers over an edge."""

from __future__ import annotations

import math

from scenes.figures import hands
from scenes.figures.brush import Brush, tube
from scenes.figures.light import Light
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.paint.art import Art
from scenes.paint.paper import Paper, mix
from scenes.paint.shapes import capsule, moved, rectangle

__all__ = ["fingers", "fingers_art", "forearm", "forearm_art"]

_FINGERS = ((-7.6, 0.6, 1.95), (-2.6, 2.0, 2.1), (2.5, 1.7, 2.1), (7.2, 0.0, 1.85))


def forearm(paper: Paper, person: Person, aim: float, light: Light, facing: int = 1) -> None:
    """Paint a forearm whose hand grips the laser pointer; the pointer's tip is the origin.

    ``aim`` is where the pointer points, in degrees anticlockwise from where the figure looks. The
    unit is the centimetre of that hand.
    """
    with paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        turn = math.radians(aim)
        x, y = hands.POINTER_TIP
        wrist = (-x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) - y * math.cos(turn))
        with brush.placed(wrist, aim):
            skin = person.skin
            stump = tube([(-12, -3.6), (-4, -1.0), (2.5, 0.2)], [9.4, 8.8, 8.0])
            brush.solid(stump, (mix(skin[0], skin[1], 0.25), skin[1]), share=0.66)
            hands.hand(brush, "grip", skin)
            sleeve = tube([(-120, -52), (-58, -23), (-28, -9.2), (-11, -3.3)], [24, 18, 14.4, 11.8])
            brush.solid(sleeve, person.top, depth=1.3, wash=1.0)
            for start, low, end in (
                ((-16, 1.6), (-15.5, -2.5), (-17.5, -5.5)),
                ((-24, -1.8), (-24.5, -5.0), (-27.5, -7.5)),
                ((-33, -14.5), (-30.5, -12.0), (-31, -8.0)),
            ):
                brush.line([start, low, end], person.top[1], 0.7, 0.7)
            cuff = moved(rectangle(-3.0, -6.8, 3.0, 6.8, 1.4), degrees=17, shift=(-8.2, -2.4))
            band = dimmed(person.top, 0.45)
            brush.solid(cuff, band, depth=0.8)
            for across in (-4.4, -2.2, 0.0, 2.2, 4.4):
                ends = moved(
                    (rectangle(-1.6, across, 1.4, across)[0],), degrees=17, shift=(-8, -2.4)
                )
                brush.line([tuple(p) for p in ends[0][:2]], band[1], 0.45, 0.7)


def fingers(paper: Paper, person: Person, light: Light, facing: int = 1) -> None:
    """Paint four fingers that hang over an edge, seen from the front; the edge is the x axis."""
    with paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        for x, low, radius in _FINGERS:
            finger = capsule((x * 0.96, 2.5), (x, -5.0 - low), radius)
            brush.solid(finger, person.skin, share=0.66, depth=0.45, rim=0.8)
            brush.line([(x - 1.0, -1.6), (x + 1.0, -1.5)], person.skin[1], 0.4, 0.7)


def forearm_art(person: Person, aim: float, light: Light, scale: float, facing: int = 1) -> Art:
    """Return the aiming forearm as a picture, ``scale`` pixels a cm; its box holds the hand."""
    far = 105.0
    box = (-far, -far, 12.0, far) if facing == 1 else (-12.0, -far, far, far)
    return Art(forearm, (person, round(aim, 2), light, facing), box, scale)


def fingers_art(person: Person, light: Light, scale: float, facing: int = 1) -> Art:
    """Return fingers over an edge as a picture, ``scale`` pixels a cm."""
    return Art(fingers, (person, light, facing), (-12.0, -11.0, 12.0, 6.0), scale)
