"""A hiker seen from straight above, who feels for the ground with one foot."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from scenes.figures import hands
from scenes.figures.brush import Brush, tube
from scenes.figures.light import Light
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.paint.art import Art
from scenes.paint.paper import Paper
from scenes.paint.shapes import Shape, blob, ellipse, moved, rectangle, union

__all__ = ["above", "above_art"]

_SIZE = 1.75  # cm a unit of the shapes in here
_BOOT = 0.76  # of its drawn size: more of the leg is seen


def above(
    paper: Paper, person: Person, faces: float, foot: float, reach: float, light: Light
) -> None:
    """Paint a person from above; the origin is where he stands, the unit the centimetre.

    ``faces`` is where he looks and ``foot`` where his foot feels, in degrees anticlockwise from +x;
    ``reach`` is how far out the foot's tip is, in cm.
    """
    brush = Brush(paper, light)
    with brush.placed((0, 0), foot, _SIZE):
        _leg(brush, person, reach / _SIZE - 41.5)
    with brush.placed((0, 0), faces, _SIZE):
        _arms(brush, person)
        if person.pack:
            _pack(brush, person)
        _shoulders(brush, person)
        _head(brush, person)


def above_art(
    person: Person, faces: float, foot: float, reach: float, light: Light, scale: float
) -> Art:
    """Return a person seen from above as a picture, ``scale`` pixels a cm."""
    far = max(85.0, reach + 8.0)
    arguments = (person, round(faces, 1), round(foot, 1), round(reach, 1), light)
    return Art(above, arguments, (-far, -far, far, far), scale)


def _leg(brush: Brush, person: Person, out: float) -> None:
    thigh = tube([(2, 2.5), (16 + out / 2, 1.6), (31 + out, 0.3)], [14, 12, 9.4])
    brush.solid(thigh, person.legs, wash=0.5)
    with brush.placed((41.6 * (1 - _BOOT) + out, 0), 0, _BOOT):
        _boot(brush, person)


def _boot(brush: Brush, person: Person) -> None:
    sole = blob(
        [(24.5, -4.4), (31, -4.8), (38, -4.4), (41.6, -1.2), (41.4, 2.4), (37, 4.6), (30, 4.4),
         (24.5, 4.2)]
    )  # fmt: skip
    brush.solid(moved(sole, shift=(0.7, 0)), (person.sole, person.sole), rim=0.4)
    brush.solid(sole, person.shoes, depth=0.6)
    with brush.paper.clipped(sole):
        brush.fill(ellipse((41, 0), 4.4, 6), person.shoes[1], 0.6)
    for along in (28.5, 31.1, 33.7):
        brush.line([(along, -2.2), (along, 2.4)], person.trim[0], 0.7)
    cuff = tube([(24.6, -3.9), (24.8, 0), (24.6, 3.9)], [3.4, 3.4, 3.4])
    brush.solid(cuff, dimmed(person.shoes, 0.3), depth=0.4, rim=0.7)


def _arms(brush: Brush, person: Person) -> None:
    for side, wrist, hand in ((1, (13.0, 21.5), "open"), (-1, (6.5, -23.0), "fist")):
        shoulder, elbow = (0.0, 12.5 * side), (4.5, 20.5 * side)
        sleeve = tube([shoulder, (1.2, 17.0 * side), elbow, wrist], [10, 9.4, 8.2, 6.6])
        turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
        with brush.placed(wrist, turn, 0.62, -side):
            if hand == "fist":
                knob = ellipse((6.5, 0.5), 2.3, points=20)
                brush.solid(knob, ("#6A4E40", "#3E2E28"), depth=0.3, rim=0.5)
            hands.hand(brush, hand, person.hands)  # type: ignore[arg-type]
        brush.solid(sleeve, person.top, wash=0.5)
        with brush.placed(wrist, turn):
            cuff = rectangle(-1.6, -4.1, 1.6, 4.1, 1.0)
            brush.solid(cuff, dimmed(person.top, 0.7), depth=0.3, rim=0.6)


def _pack(brush: Brush, person: Person) -> None:
    sack, roll = person.pack or (person.top, person.top)
    brush.solid(rectangle(-22, -12, -7, 12, 5), sack, depth=1.1, wash=0.5)
    brush.solid(rectangle(-23.6, -8.5, -15.6, 8.5, 3.4), dimmed(sack, 0.25), depth=0.6)
    brush.solid(tube([(-10.4, -13.5), (-10.8, 0), (-10.4, 13.5)], [7.4, 7.8, 7.4]), roll, depth=0.8)
    for y in (-7.0, 7.0):
        brush.line([(-14.4, y), (-6.8, y)], sack[1], 1.1)


def _shoulders(brush: Brush, person: Person) -> None:
    body = blob(
        [(-4, -16), (3, -15.5), (6.4, -8), (7.4, 0), (6.4, 8), (3, 15.5), (-4, 16), (-7.4, 8),
         (-8, 0), (-7.4, -8)]
    )  # fmt: skip
    brush.solid(body, person.top, depth=1.2, wash=0.8)
    for side in (-1, 1):
        strap = tube([(-7, 8.4 * side), (0, 8.7 * side), (5.4, 7.2 * side)], [3.0, 3.0, 2.6])
        brush.solid(strap, person.pack[0] if person.pack else person.top, depth=0.3, rim=0.4)
    if person.scarf:
        brush.solid(ellipse((0.6, 0), 9.8, 9.6), person.scarf, depth=0.6)


def _head(brush: Brush, person: Person) -> None:
    """Paint nose, ears, blindfold and hat, from above."""
    if person.blindfold:
        for points in (
            [(-9.6, 1.0), (-15, 3.5), (-20, 2.0), (-26, 6.5)],
            [(-9.6, -0.8), (-14, -4.5), (-19, -4.0), (-23, -8.5)],
        ):
            brush.solid(tube(points, [2.4, 3.4, 3.8, 2.6]), person.band, depth=0.5, rim=0.8)
    nose = blob([(10.0, -2.4), (13.2, -1.7), (14.6, 0), (13.2, 1.7), (10.0, 2.4)])
    brush.solid(nose, person.skin, share=0.66, depth=0.4, rim=0.6)
    for side in (-1, 1):
        brush.solid(ellipse((-1, 10.9 * side), 2.2, 1.7), person.skin, share=0.66, depth=0.3)
    ring = person.band if person.blindfold else person.hair
    brush.solid(ellipse((0.6, 0), 11.5, 10.9), ring, depth=0.7)
    if person.blindfold:
        brush.solid(rectangle(-12.7, -2, -9.3, 2, 1.3), person.band, depth=0.3, rim=0.5)
    cloth = person.hat_cloth
    brush.solid(ellipse((-0.2, 0), 10.7, 10.3), dimmed(cloth, 0.1), depth=0.7)
    brush.solid(ellipse((-0.3, 0), 8.7, 8.5), cloth, depth=1.2, rim=0.8, wash=0.8)
    for start, reach_in, reach_out, width in ((0.2, 3.2, 8.2, 0.5), (0.5, 8.9, 10.1, 0.5)):
        for turn in start + np.arange(10) * 2 * math.pi / 10:
            along, up = math.cos(turn), math.sin(turn)
            ends = [(-0.3 + r * along, r * 0.98 * up) for r in (reach_in, reach_out)]
            brush.line(ends, cloth[1], width, 0.75)
    brush.solid(_pom(), person.pom, depth=0.7, rim=0.8)


@cache
def _pom() -> Shape:
    turns = np.linspace(0, 2 * math.pi, 9, endpoint=False)
    tufts = (ellipse((3.0 * math.cos(t), 3.0 * math.sin(t)), 1.9, points=16) for t in turns)
    return union(ellipse((0, 0), 3.6, points=24), *tufts)
