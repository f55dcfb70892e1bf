"""Parts of a figure for close shots: the arm that aims, fingers over an edge."""

from __future__ import annotations

import math

from scenes.figures import hands
from scenes.figures.brush import Brush, tube
from scenes.figures.light import Light
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.paint.art import Art
from scenes.paint.paints import mix
from scenes.paint.paper import Paper
from scenes.paint.shapes import Point, capsule, rectangle

__all__ = ["fingers", "fingers_art", "forearm", "forearm_art"]

_ELBOW: Point = (-150.0, -66.0)  # from the pointer's tip
_MOST_BENT = 35.0  # degrees of the wrist
_FINGERS = ((-7.6, 0.6, 1.95), (-2.6, 2.0, 2.1), (2.5, 1.7, 2.1), (7.2, 0.0, 1.85))


def forearm(paper: Paper, person: Person, aim: float, light: Light, facing: int = 1) -> None:
    """Paint a forearm whose hand grips the laser pointer; the pointer's tip is the origin.

    ``aim`` is where the pointer points, in degrees anticlockwise from where the figure looks: the
    wrist bends, the elbow stays. The unit is the centimetre of that hand.
    """
    wrist = _wrist(aim)
    along = _along(aim)
    skin, cloth, band = person.skin, person.top, dimmed(person.top, 0.45)
    with paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        with brush.placed(wrist, along):
            stump = tube([(-13, -0.4), (-5, 0), (2.0, 0.2)], [9.6, 8.8, 8.0])
            brush.solid(stump, (mix(skin[0], skin[1], 0.25), skin[1]), share=0.66)
        with brush.placed(wrist, aim):
            hands.hand(brush, "grip", skin)
        with brush.placed(wrist, along):
            sleeve = tube(
                [(-150, 0), (-62, -0.6), (-28, -1.0), (-12.5, -0.3)], [27, 19.5, 14.8, 12.0]
            )
            brush.solid(sleeve, cloth, depth=1.3, wash=1.0)
            for fold in (
                ((-16.5, 5.2), (-17.5, 1.2), (-20.0, -1.4)),
                ((-24, 4.6), (-26, 1.4), (-29.5, -0.2)),
                ((-37, -7.8), (-33.5, -4.6), (-32.5, -1.0)),
                ((-52, 7.6), (-54, 3.6), (-58, 1.6)),
            ):
                brush.line(fold, cloth[1], 0.7, 0.7)
            brush.solid(rectangle(-12.6, -7.0, -6.4, 6.6, 1.5), band, depth=0.8)
            for up in (-4.6, -2.3, 0.0, 2.3, 4.6):
                brush.line([(-11.2, up), (-7.8, up)], band[1], 0.45, 0.7)


def _wrist(aim: float) -> Point:
    turn = math.radians(aim)
    x, y = hands.POINTER_TIP
    return -x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) - y * math.cos(turn)


def _along(aim: float) -> float:
    """Return where the forearm points, in degrees: from the elbow, as far as the wrist bends."""
    x, y = _wrist(aim)
    straight = math.degrees(math.atan2(y - _ELBOW[1], x - _ELBOW[0]))
    return min(max(straight, aim - _MOST_BENT), aim + _MOST_BENT)


def fingers(paper: Paper, person: Person, light: Light, facing: int = 1) -> None:
    """Paint four fingers that hang over an edge, seen from the front; the edge is the x axis."""
    with paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        for x, low, radius in _FINGERS:
            finger = capsule((x * 0.96, 2.5), (x, -5.0 - low), radius)
            brush.solid(finger, person.skin, share=0.66, depth=0.45, rim=0.8)
            brush.line([(x - 1.0, -1.6), (x + 1.0, -1.5)], person.skin[1], 0.4, 0.7)


def forearm_art(person: Person, aim: float, light: Light, scale: float, facing: int = 1) -> Art:
    """Return the aiming forearm, cut off 105 cm from the tip, ``scale`` pixels a cm."""
    (x, y), far = _wrist(aim), 105.0
    along = math.radians(_along(aim))
    elbow = max(-far, x - 150 * math.cos(along)), max(-far, y - 150 * math.sin(along))
    low, high = min(-7.0, y - 14, elbow[1] - 14), max(7.0, y + 14, elbow[1] + 14)
    back, front = max(-far, min(elbow[0], x) - 14), max(7.0, x + 14)
    left, right = (back, front) if facing == 1 else (-front, -back)
    return Art(forearm, (person, round(aim, 2), light, facing), (left, low, right, high), scale)


def fingers_art(person: Person, light: Light, scale: float, facing: int = 1) -> Art:
    """Return fingers over an edge as a picture, ``scale`` pixels a cm."""
    return Art(fingers, (person, light, facing), (-12.0, -11.0, 12.0, 6.0), scale)
