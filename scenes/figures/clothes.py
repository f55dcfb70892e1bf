"""What is worn on the body. Shapes lie on the straight back, counted from the hips, and bend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from scenes.figures.brush import Brush, smooth, tube
from scenes.figures.light import Cloth
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.figures.skeleton import Skeleton
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, blob, capsule, ellipse, polygon, union

__all__ = ["collar", "pack", "torso", "torso_shape"]


class _Back:
    """Draws on the bent back what is given on the straight one."""

    def __init__(self, brush: Brush, bones: Skeleton) -> None:
        self.brush, self.bones = brush, bones

    def solid(self, shape: Shape, *args: object, **options: object) -> None:
        self.brush.solid(self.bones.shaped(shape), *args, **options)  # type: ignore[arg-type]

    def line(
        self, points: Sequence[Point], colour: str, width: float, opacity: float = 1.0
    ) -> None:
        line = smooth(tuple(points)) if len(points) > 2 else np.array(points)
        self.brush.stroke(self.bones.placed(line), colour, width, opacity)


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
def _stripes() -> Shape:
    return union(
        *(
            polygon(
                [(-30, y + 2.5), (-6, y + 0.9), (10, y + 0.9), (30, y + 2.6), (30, y + 0.6),
                 (10, y - 1.0), (-6, y - 1.0), (-30, y + 0.6)]
            )
            for y in np.arange(2.5, 60, 6.2).tolist()
        )
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
        back.brush.fill(back.bones.shaped(_stripes()), person.trim[0], 0.85)
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


@cache
def _puffer() -> Shape:
    return blob(
        [(-6, 55), (4, 56), (13, 52.5), (19.2, 44), (21.6, 31), (21.0, 16), (22.0, 3), (18.6, -5.8),
         (2, -7.8), (-15.4, -6.2), (-19.4, 2), (-18.4, 16), (-18.8, 31), (-17.4, 43), (-12.5, 51)],
        detail=6,
    )  # fmt: skip


def _paint_puffer(back: _Back, person: Person) -> None:
    cloth, seam = person.top, mix(person.top[0], person.top[1], 0.75)
    shape = back.bones.shaped(_puffer())
    back.brush.solid(shape, cloth, depth=2.0, wash=1.0)
    with back.brush.paper.clipped(shape):
        for y in (4.5, 13.5, 22.5, 31.5, 40.5):
            back.line([(-22, y + 2.5), (-8, y - 0.6), (6, y - 1.0), (23, y + 2.5)], seam, 1.1, 0.9)
            back.line([(-20, y + 0.4), (-8, y - 2.4), (2, y - 2.8)], cloth[1], 1.6, 0.25)
        back.line([(9.6, 54), (11.8, 30), (11.4, -8)], cloth[1], 2.0, 0.8)
        back.line([(9.6, 54), (11.8, 30), (11.4, -8)], person.pom[0], 0.7, 0.9)
        back.solid(_hem(), dimmed(cloth, 0.6), depth=0.5, rim=0.6)


def _paint_puffer_collar(back: _Back, person: Person) -> None:
    ring = blob([(-13, 46), (-15, 55), (-10, 60.5), (0, 61), (10, 60), (15.5, 55.5), (15, 47.5),
                 (4, 44.5)])  # fmt: skip
    back.solid(ring, person.top, depth=1.0)
    back.line([(-13.6, 52), (0, 49.5), (15.4, 52.5)], mix(person.top[0], person.top[1], 0.75), 1.0)
    _paint_scarf(back, person)


def _paint_scarf(back: _Back, person: Person) -> None:
    if not person.scarf:
        return
    cloth, wave = person.scarf, 4 * back.bones.pose.breath
    end = tube([(-7, 55), (-20, 52.5 + 0.3 * wave), (-31, 55 + wave), (-41, 50.5 + 1.4 * wave)],
               [7, 8.5, 9.5, 10.0])  # fmt: skip
    if person.outfit == "puffer":
        back.solid(end, dimmed(cloth, 0.3), depth=0.9)
        back.line([(-12, 54.5), (-24, 54 + 0.5 * wave), (-37, 52.5 + wave)], cloth[1], 0.8, 0.6)
    wrap = blob([(-11.5, 51), (-12.6, 57), (-6, 61), (4, 61.5), (13, 59), (14.4, 53.5), (6, 49.6),
                 (-3, 49)])  # fmt: skip
    back.solid(wrap, cloth, depth=0.9, wash=0.5)
    back.line([(-10.4, 55.6), (0, 53.2), (12.6, 55.4)], cloth[1], 0.9, 0.7)
    back.line([(-4, 59.2), (4, 57.6), (12, 58)], cloth[1], 0.7, 0.5)


@cache
def _waistcoat() -> tuple[Shape, Shape, Shape]:
    front = blob(
        [(-11, 52.5), (-5.6, 56.0), (2.5, 42), (8.5, 27.5), (11.5, 42), (11.8, 54), (14.4, 49),
         (17.4, 40), (20.4, 26), (20.0, 8), (19.4, -3.0), (13.5, -7.5), (2, -4.6), (-16, -4.2),
         (-18.0, 10), (-18.2, 26), (-15.4, 40)], detail=6,
    )  # fmt: skip
    belt = polygon(
        [(-17.0, -2.2), (2, -4.8), (19.4, -2.4), (19.2, -7.6), (2, -10.0), (-16.6, -7.4)]
    )
    buckle = polygon([(11.0, -2.6), (16.6, -1.8), (16.6, -7.6), (11.0, -8.6)])
    return front, belt, buckle


def _paint_vest(back: _Back, person: Person) -> None:
    front, belt, buckle = _waistcoat()
    back.solid(_hoodie(), person.top, depth=1.6, wash=0.9)
    back.line([(5, 50), (8.5, 40), (8.8, 30)], person.top[1], 0.8, 0.8)
    back.solid(belt, ("#3A322E", "#221D1C"), depth=0.4, rim=0.5)
    back.solid(buckle, ("#C4AE74", "#7E6C42"), depth=0.3, rim=0.4)
    cloth = person.trim
    back.solid(front, cloth, depth=1.7, wash=0.9)
    back.line([(8.8, 27), (9.6, 12), (9.0, -5)], cloth[1], 0.9, 0.9)
    for y in (22, 13.5, 5):
        back.solid(ellipse((11.8, y), 1.15, points=14), ("#C9CDD4", "#7E8492"), depth=0.1, rim=0.2)
    back.line([(-12, 10), (-4, 8.4), (2.5, 9.2)], cloth[1], 1.1, 0.9)
    back.line([(-17.4, 20), (-10, 16.5), (-5, 16.5)], cloth[1], 0.8, 0.6)


@cache
def _coat() -> tuple[Shape, Shape]:
    body = blob(
        [(-6, 55), (4, 56), (13, 52), (18.8, 43), (20.2, 29), (19.6, 12), (21.0, -4), (20.6, -12.5),
         (2, -15.5), (-17.4, -13), (-18.0, -2), (-17.0, 14), (-17.4, 30), (-16.4, 43), (-12, 51)],
        detail=6,
    )  # fmt: skip
    hem = blob([(-18.2, -8.4), (2, -11.2), (21.2, -8), (20.8, -13), (2, -16), (-17.6, -13.6)])
    return body, hem


def _paint_coat(back: _Back, person: Person) -> None:
    cloth = person.top
    body, hem = _coat()
    back.solid(body, cloth, depth=1.9, wash=1.0)
    back.solid(hem, dimmed(cloth, 0.7), depth=0.4, rim=0.7)
    back.line([(8.4, 51), (10.2, 30), (9.6, -14)], cloth[1], 0.95, 0.9)
    for x in (-10.5, 13.0):
        wide = 8.5 if x < 0 else 6.5
        back.line([(x, 3.4), (x + wide, 2.6)], cloth[1], 1.0, 0.9)
    if person.pack:
        _paint_straps(back, person.pack[0], person.trim)


def _paint_straps(back: _Back, sack: Cloth, trim: Cloth) -> None:
    for points, widths in (
        ([(-6.5, 54), (-3.0, 42), (-4.4, 30), (-14.5, 21)], [4.2, 4.2, 3.8, 3.4]),
        ([(12.5, 53), (15.4, 43), (15.6, 32), (19.4, 24)], [3.6, 3.6, 3.2, 2.8]),
    ):
        back.solid(tube(points, widths), sack, depth=0.4, rim=0.5)
    back.solid(capsule((-3.6, 37.6), (15.6, 38.2), 1.1), sack, depth=0.2, rim=0.3)
    back.solid(capsule((6.2, 37.8), (7.8, 37.9), 1.9), trim, depth=0.2, rim=0.3)


@cache
def _sack() -> tuple[Shape, Shape, Shape, Shape]:
    body = blob([(-12, 53), (-25, 54), (-34, 46), (-36.5, 28), (-34, 12), (-24, 7), (-12, 9)])
    pocket = blob([(-22, 31), (-35.8, 31), (-38.4, 20), (-35, 11), (-23, 10)])
    flap = blob([(-11, 54), (-25, 56), (-35, 48), (-36.4, 38), (-24, 37.5), (-11, 39)])
    return body, pocket, flap, capsule((-33, 59), (-13, 59.5), 5.4)


def pack(brush: Brush, bones: Skeleton, sack: Cloth, roll: Cloth) -> None:
    """Paint a rucksack on the back."""
    back = _Back(brush, bones)
    body, pocket, flap, mat = _sack()
    back.solid(mat, roll, depth=0.9)
    back.solid(body, sack, depth=1.5, wash=0.6)
    back.solid(pocket, dimmed(sack, 0.25), depth=0.8, rim=0.7)
    back.line([(-23, 27.6), (-36.6, 27.4)], sack[1], 0.9)
    back.solid(flap, dimmed(sack, 0.1), depth=0.9, rim=0.8)
    for x in (-30.5, -19.0):
        back.line([(x, 65.2), (x - 0.6, 54), (x - 0.6, 33.5)], roll[0], 1.3, 0.9)


_Painter = Callable[[_Back, Person], None]
_SHAPES: dict[str, Callable[[], Shape]] = {
    "hoodie": _hoodie,
    "dungarees": _shirt,
    "puffer": _puffer,
    "vest": _hoodie,
    "coat": lambda: _coat()[0],
}
_TORSOS: dict[str, _Painter] = {
    "hoodie": _paint_hoodie,
    "dungarees": _paint_dungarees,
    "puffer": _paint_puffer,
    "vest": _paint_vest,
    "coat": _paint_coat,
}
_COLLARS: dict[str, _Painter] = {
    "hoodie": _paint_hood,
    "puffer": _paint_puffer_collar,
    "vest": _paint_scarf,
    "coat": _paint_scarf,
}
