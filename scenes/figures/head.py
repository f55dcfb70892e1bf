"""A head that looks to the right, turned a little towards us. Unit: half the face's height."""

from __future__ import annotations

from functools import cache

from scenes.figures.brush import Brush
from scenes.figures.face import brows, eyes, mouth
from scenes.figures.hair import paint_back, paint_front
from scenes.figures.hats import blindfold, glasses, hat, moustache, tails
from scenes.figures.people import Person
from scenes.figures.pose import Pose
from scenes.paint.shapes import Point, Shape, blob, ellipse, union

__all__ = ["EAR", "EYES", "MOUTH", "head"]

EYES: tuple[Point, Point] = ((0.27, 0.13), (0.69, 0.13))
MOUTH: Point = (0.62, -0.6)
EAR: Point = (-0.38, -0.14)
_WRINKLES: tuple[list[Point], ...] = (
    [(0.02, -0.36), (-0.03, -0.5), (0.03, -0.66)],
    [(-0.08, 0.12), (-0.18, 0.18)], [(-0.09, 0.02), (-0.2, 0.02)],
    [(0.1, 0.7), (0.3, 0.74), (0.5, 0.72)],
)  # fmt: skip


def head(brush: Brush, pose: Pose, person: Person) -> None:
    """Paint a head round the origin."""
    skin = person.skin
    if person.blindfold:
        tails(brush, person, pose.breath)
    paint_back(brush, person)
    brush.solid(_face(), skin, share=0.66, depth=1.9, rim=1.2, wash=0.8)
    _cheeks(brush, person)
    # What the hair shades.
    with brush.paper.clipped(_face()):
        brush.fill(_fringe(person.hairdo), skin[1], 0.55, share=0.8)
    for line in _WRINKLES if person.wrinkles else ():
        brush.line(line, skin[1], 0.035, 0.8)
    if not person.moustache:
        brush.line([(0.82, 0.0), (1.0, -0.15), (0.93, -0.27), (0.79, -0.27)], skin[1], 0.05)
    if person.blindfold != "on":
        eyes(brush, pose, person)
    if person.moustache:
        with brush.placed((0.16, -0.33), size=0.7):
            mouth(brush, pose.mouth, person)
    else:
        mouth(brush, pose.mouth, person)
    moustache(brush, person)
    paint_front(brush, person)
    _ear_and_ring(brush, person)
    hat(brush, person)
    if person.glasses and person.blindfold != "on":
        glasses(brush, person)
    if person.blindfold:
        blindfold(brush, person)
    brows(brush, pose, person)


def _ear_and_ring(brush: Brush, person: Person) -> None:
    brush.solid(_ear(), person.skin, share=0.66, depth=0.7, rim=0.9)
    brush.line(
        [(-0.45, -0.02), (-0.31, -0.05), (-0.32, -0.2), (-0.42, -0.25)], person.skin[1], 0.05
    )
    if person.earring:
        ring = ellipse((-0.4, -0.47), 0.065, 0.085)
        brush.solid(ring, (person.earring, "#8A6A38"), depth=0.2, rim=0.5)


def _cheeks(brush: Brush, person: Person) -> None:
    for centre, across, up, opacity in (
        ((0.1, -0.3), 0.22, 0.14, 0.30),
        ((0.8, -0.32), 0.09, 0.11, 0.24),
    ):
        brush.fill(ellipse(centre, across, up), person.blush, opacity, share=0.66)


@cache
def _face() -> Shape:
    face = blob(
        [(-0.80, 0.30), (-0.70, 0.75), (-0.30, 1.02), (0.20, 1.05), (0.62, 0.88), (0.86, 0.48),
         (0.89, 0.08), (0.91, -0.25), (0.85, -0.58), (0.63, -0.90), (0.30, -1.04), (-0.08, -0.94),
         (-0.42, -0.66), (-0.62, -0.25), (-0.75, 0.0)], detail=6,
    )  # fmt: skip
    return union(face, ellipse((0.90, -0.14), 0.19, 0.155, 12, points=24))


@cache
def _ear() -> Shape:
    return ellipse(EAR, 0.18, 0.24, -10, points=28)


@cache
def _fringe(hairdo: str) -> Shape:
    if hairdo == "short":
        return blob([(-0.9, 0.2), (-0.3, 0.3), (0.3, 0.42), (0.95, 0.42), (1.0, 1.1), (-0.9, 1.1)])
    if hairdo == "curls":
        return blob([(-0.8, 0.0), (-0.5, 0.2), (-0.25, 0.5), (0.2, 0.62), (0.6, 0.55), (0.9, 0.4),
                     (1.0, 1.1), (-0.8, 1.1)])  # fmt: skip
    return blob([(-0.7, -0.3), (-0.36, 0.1), (-0.12, 0.42), (0.14, 0.58), (0.5, 0.58), (0.95, 0.6),
                 (1.0, 1.1), (-0.8, 1.1)])  # fmt: skip
