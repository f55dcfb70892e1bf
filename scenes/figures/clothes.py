"""What is worn on the body. Shapes lie on the straight back, counted from the hips, and bend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from scenes.figures.brush import Brush
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.figures.skeleton import Skeleton
from scenes.paint.shapes import Point, Shape, blob, capsule, curve, ellipse, polygon

__all__ = ["collar", "torso", "torso_shape"]


class _Back:
    """Draws on the bent back what is given on the straight one."""

    def __init__(self, brush: Brush, bones: Skeleton) -> None:
        self.brush, self.bones = brush, bones

    def solid(self, shape: Shape, *args: object, **options: object) -> None:
        self.brush.solid(self.bones.shaped(shape), *args, **options)  # type: ignore[arg-type]

    def line(
        self, points: Sequence[Point], colour: str, width: float, opacity: float = 1.0
    ) -> None:
        line = curve(points, detail=5) if len(points) > 2 else np.array(points)
        self.brush.line(
            self.bones.placed(line)[:: 2 if len(points) > 2 else 1], colour, width, opacity
        )


def torso_shape(bones: Skeleton, person: Person) -> Shape:
    """Return the body's outline."""
    return bones.shaped(_SHAPES[person.outfit]())


def torso(brush: Brush, bones: Skeleton, person: Person) -> None:
    """Paint the body from the hips to the neck."""
    _TORSOS[person.outfit](_Back(brush, bones), person)


def collar(brush: Brush, bones: Skeleton, person: Person) -> None:
    """Paint what lies round the neck, before it."""
    paint = _COLLARS.get(person.outfit)
    if paint:
        paint(_Back(brush, bones), person)


@cache
def _hoodie() -> Shape:
    return blob(
        [(-5.5, 55.5), (4, 56.5), (12.5, 52.5), (18.2, 44), (20.2, 31), (19.6, 16), (20.8, 3),
         (18.6, -5.6), (2, -7.6), (-15.4, -6.2), (-18.0, 2), (-16.6, 16), (-16.8, 31), (-16.6, 43),
         (-12.5, 51.5)], detail=6,
    )  # fmt: skip


@cache
def _hem() -> Shape:
    return blob(
        [(-16.4, 0.4), (2, -1.6), (19.8, 1.0), (18.8, -5.8), (2, -8.0), (-15.4, -6.6)], detail=5
    )


@cache
def _hood() -> Shape:
    return blob([(-15.5, 44), (-19, 53), (-14.5, 61), (-4, 62), (3.5, 57.5), (0, 48.5), (-7, 44.5)])


def _paint_hoodie(back: _Back, person: Person) -> None:
    cloth = person.top
    back.solid(_hoodie(), cloth, depth=1.8, wash=1.0)
    back.solid(_hem(), dimmed(cloth, 0.45), depth=0.8, rim=0.8)
    for x in np.linspace(-12, 16, 8).tolist():
        back.line([(x, -1.0), (x, -6.0)], cloth[1], 0.5, 0.6)
    back.line([(3.0, 4.5), (5.5, 10), (8.5, 16.5), (19.2, 17)], cloth[1], 0.9, 0.9)
    # Folds where the body bends.
    back.line([(-15.6, 22), (-8, 19.5), (-1, 20.5)], cloth[1], 0.9, 0.55)
    back.line([(-16.6, 9), (-10, 5.5), (-5, 4.5)], cloth[1], 0.9, 0.55)
    back.line([(19.2, 26), (13.5, 23.5)], cloth[1], 0.8, 0.5)


def _paint_hood(back: _Back, person: Person) -> None:
    cloth = person.top
    back.solid(_hood(), dimmed(cloth, 0.3), depth=1.2)
    back.line([(-14.5, 55), (-9, 51), (-2.5, 50)], cloth[1], 0.9, 0.8)
    for x, low in ((8.6, 39.0), (13.2, 40.0)):
        back.line([(x, 52), (x + 1.4, 45.5), (x + 1.0, low)], person.trim[0], 0.95, 0.9)
        back.line([(x + 1.0, low), (x + 0.9, low - 2.2)], person.trim[1], 1.5, 0.9)


@cache
def _shirt() -> Shape:
    return blob(
        [(-5.5, 57.5), (4, 58.5), (11.5, 54), (16, 45), (17.6, 31), (16.6, 14), (18.4, -2),
         (2, -6), (-15.6, -3), (-14.6, 14), (-15.2, 30), (-14.6, 44), (-11, 53.5)], detail=6,
    )  # fmt: skip


@cache
def _stripes() -> tuple[Shape, ...]:
    rows = np.arange(2.5, 60, 6.2).tolist()
    return tuple(
        polygon(
            [(-30, y + 2.5), (-6, y + 0.9), (10, y + 0.9), (30, y + 2.6), (30, y + 0.6),
             (10, y - 1.0), (-6, y - 1.0), (-30, y + 0.6)]
        )
        for y in rows
    )  # fmt: skip


@cache
def _bib() -> tuple[Shape, tuple[Shape, ...], tuple[Shape, ...], Shape]:
    bib = blob(
        [(-15.6, -4), (-15.4, 12), (-11.4, 20), (-5.4, 25), (-4.4, 36.5), (3, 37.2), (11.2, 36.8),
         (12.6, 26), (16.0, 19), (17.6, 11), (18.9, -3), (2, -6.6)], detail=6,
    )  # fmt: skip
    straps = (capsule((-2.6, 36), (-8, 57), 1.75), capsule((9.6, 36), (9.2, 56), 1.75))
    buttons = tuple(ellipse((x, 34.4), 1.5, points=16) for x in (-2.2, 9.6))
    pocket = polygon([(-0.8, 30.5), (0, 19), (9.6, 19), (10.2, 30.5)])
    return bib, straps, buttons, pocket


def _paint_dungarees(back: _Back, person: Person) -> None:
    shirt = back.bones.shaped(_shirt())
    back.brush.solid(shirt, person.top, depth=1.7, wash=0.9)
    with back.brush.paper.clipped(shirt):
        for stripe in _stripes():
            back.brush.fill(back.bones.shaped(stripe), person.trim[0], 0.85)
    bib, straps, buttons, pocket = _bib()
    for strap in straps:
        back.solid(strap, person.legs, depth=0.3, rim=0.4)
    back.solid(bib, person.legs, depth=1.5, wash=0.9)
    back.brush.fill(back.bones.shaped(pocket), person.legs[1], 0.28)
    corners = [*pocket[0].tolist(), pocket[0][0].tolist()]
    for start, end in pairwise(corners):
        back.line([tuple(start), tuple(end)], person.legs[1], 0.7, 0.9)
    back.line([(-15.2, 10.4), (2, 7.4), (17.6, 9.8)], person.legs[1], 0.8, 0.75)
    back.line([(-15.0, 12.0), (2, 9.0), (17.4, 11.4)], person.legs[1], 0.5, 0.5)
    for button in buttons:
        back.solid(button, (person.earring or "#D9C08A", "#8A6A38"), depth=0.15, rim=0.3)


_Painter = Callable[[_Back, Person], None]
_SHAPES: dict[str, Callable[[], Shape]] = {"hoodie": _hoodie, "dungarees": _shirt}
_TORSOS: dict[str, _Painter] = {"hoodie": _paint_hoodie, "dungarees": _paint_dungarees}
_COLLARS: dict[str, _Painter] = {"hoodie": _paint_hood}
