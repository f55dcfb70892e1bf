"""Hands with fingers. Units: a hand is about 19 long; the wrist at the origin, fingers along +x."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from scenes.figures.brush import Brush, tube
from scenes.figures.light import Cloth
from scenes.figures.pose import Hand
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, blob, capsule, ellipse, rectangle, union

__all__ = ["POINTER_TIP", "hand", "tips"]

POINTER_TIP: Point = (26.0, 2.2)
_finger = partial(tube, detail=5, cap=7)
_PALM = [(-2.5, -3.5), (2, -4.7), (8.2, -4.9), (10.4, -1), (9.4, 4.0), (4, 4.9), (-2.5, 3.5)]
_WRIST: tuple[Point, float] = ((-1.5, 0.0), 6.0)
_TIPS: dict[str, Point] = {
    "open": (19.5, 1.7),
    "point": (20.0, 4.0),
    "fist": (11.0, 0.0),
    "cup": (17.0, 1.0),
    "grip": POINTER_TIP,
    "hold": (13.0, 0.0),
    "rest": (15.5, -2.5),
    "three": (19.3, 1.0),
    "pole": (7.5, -78.0),
    "pinch": (19.5, 0.6),
    "spoon": (7.5, 33.0),
}


def tips(kind: Hand) -> Point:
    """Return where the finger that touches things ends, in the hand's units."""
    return _TIPS[kind]


def hand(brush: Brush, kind: Hand, skin: Cloth) -> None:
    """Paint a hand at the origin; its thumb lies towards +y."""
    _KINDS[kind](brush, skin)


def _palm(brush: Brush, shape: Shape, skin: Cloth) -> None:
    # The wrist grows out of the sleeve or the forearm.
    brush.solid(shape, skin, share=0.66, depth=0.6, rim=0.9, fade=_WRIST)


def _part(brush: Brush, shape: Shape, skin: Cloth, depth: float = 0.4, rim: float = 0.6) -> None:
    brush.solid(shape, skin, share=0.66, depth=depth, rim=rim)


def _lines(brush: Brush, skin: Cloth, *lines: list[Point], width: float = 0.55) -> None:
    for line in lines:
        brush.line(line, skin[1], width, 0.9, share=0.9)


@cache
def _open() -> Shape:
    fingers = [
        _finger([(7, 3.1), (12.5, 4.9), (17.0, 6.4)], [3.9, 3.6, 2.9]),
        _finger([(7, 1.0), (13.5, 1.7), (19.3, 2.1)], [4.0, 3.7, 2.9]),
        _finger([(7, -1.4), (13, -2.2), (18.4, -2.6)], [3.9, 3.5, 2.8]),
        _finger([(6, -3.3), (11, -5.2), (15.0, -6.9)], [3.5, 3.1, 2.5]),
        _finger([(1, 2.4), (5.0, 6.6), (8.6, 9.6)], [4.6, 4.2, 3.0]),
    ]
    return union(blob(_PALM), *fingers)


def _paint_open(brush: Brush, skin: Cloth) -> None:
    _palm(brush, _open(), skin)
    _lines(
        brush, skin, [(8.6, 2.3), (10.6, 2.7)], [(9.0, -0.2), (11.2, -0.2)],
        [(8.2, -2.6), (10.2, -3.2)], [(2.2, 3.4), (3.6, 1.2), (3.2, -1.4)], width=0.5,
    )  # fmt: skip


@cache
def _point() -> tuple[Shape, ...]:
    curled = [ellipse((9.4, 0.6), 3.0, 2.2), ellipse((9.2, -2.0), 2.8, 2.1)]
    index = _finger([(6.5, 3.0), (13, 4.0), (19.6, 4.2)], [4.2, 3.7, 2.8])
    fist = union(blob(_PALM), *curled, ellipse((8.0, -4.0), 2.4, 1.9), index)
    return fist, _finger([(1.5, 2.6), (6.0, 2.4), (9.6, 0.4)], [4.4, 3.8, 3.0])


def _paint_point(brush: Brush, skin: Cloth) -> None:
    fist, thumb = _point()
    _palm(brush, fist, skin)
    _lines(brush, skin, [(7.8, -0.8), (11.6, -0.7)], [(7.2, -3.2), (10.8, -3.2)])
    _lines(brush, skin, [(9.4, 2.1), (12.6, 2.2)])
    brush.solid(thumb, skin, share=0.66, depth=0.4, rim=0)


@cache
def _fist() -> tuple[Shape, Shape]:
    knuckles = [
        _finger([(6.0, y), (9.0, y * 1.04), (x, y)], [3.4, 3.4, 3.1])
        for x, y in ((10.6, 3.9), (11.3, 1.3), (11.0, -1.5), (9.9, -4.0))
    ]
    ball = blob(
        [(-2.5, -3.5), (2, -5.2), (8.6, -5.5), (10.4, -1), (9.4, 5.2), (3, 5.4), (-2.5, 3.5)]
    )
    return union(ball, *knuckles), _finger([(1.6, 4.2), (6.2, 4.6), (9.8, 1.6)], [4.6, 4.2, 3.3])


def _paint_fist(brush: Brush, skin: Cloth) -> None:
    ball, thumb = _fist()
    _palm(brush, ball, skin)
    for y, x in ((2.6, 11.0), (-0.1, 11.7), (-2.8, 11.1)):
        _lines(brush, skin, [(6.8, y * 0.9), (x, y)], width=0.6)
    _part(brush, thumb, skin, depth=0.4, rim=0.6)


@cache
def _three() -> tuple[Shape, Shape]:
    fingers = [
        _finger([(7, 3.1), (12.5, 4.5), (17.4, 5.6)], [3.9, 3.6, 2.9]),
        _finger([(7, 0.8), (13.5, 1.0), (19.3, 1.2)], [4.0, 3.7, 2.9]),
        _finger([(7, -1.6), (13, -2.6), (17.8, -3.6)], [3.9, 3.5, 2.8]),
        ellipse((9.0, -4.0), 2.4, 1.9),
    ]
    return union(blob(_PALM), *fingers), tube(
        [(1.4, 2.6), (5.6, 1.8), (8.6, -2.6)], [4.4, 4.0, 3.0]
    )


def _paint_three(brush: Brush, skin: Cloth) -> None:
    fingers, thumb = _three()
    _palm(brush, fingers, skin)
    _lines(brush, skin, [(8.6, 2.1), (10.8, 2.4)], [(8.8, -0.4), (11.0, -0.6)], width=0.5)
    _part(brush, thumb, skin, depth=0.4, rim=0.5)


def _paint_pole(brush: Brush, skin: Cloth) -> None:
    """Paint a fist round a walking pole, which runs down on the little finger's side."""
    x = 7.5
    brush.solid(capsule((x, -77), (x, 4), 0.85), ("#A8AEB8", "#5C626E"), depth=0.3, rim=0.4)
    brush.solid(ellipse((x, -71), 3.4, 1.1), ("#5A5560", "#35323C"), depth=0.3, rim=0.4)
    brush.solid(capsule((x, -7), (x, 10.5), 1.9), ("#6A4E40", "#3E2E28"), depth=0.4, rim=0.6)
    _paint_fist(brush, skin)


@cache
def _cup() -> Shape:
    fingers = [
        _finger([(6.5, 3.4), (12, 5.0), (16.4, 3.6)], [3.9, 3.6, 3.0]),
        _finger([(7, 1.0), (14, 1.8), (18.0, -0.4)], [4.0, 3.7, 3.0]),
        _finger([(7, -1.6), (13.6, -1.6), (17.0, -3.8)], [3.8, 3.5, 2.8]),
        _finger([(6.5, -3.6), (11.4, -5.0), (14.0, -6.8)], [3.4, 3.1, 2.5]),
    ]
    thumb = _finger([(1.0, 2.8), (5.4, 7.4), (9.8, 8.2)], [4.4, 4.0, 3.0])
    return union(blob(_PALM), thumb, *fingers)


def _paint_cup(brush: Brush, skin: Cloth) -> None:
    _palm(brush, _cup(), skin)
    _lines(
        brush, skin, [(8.4, 2.5), (12, 3.3), (15.4, 1.9)], [(8.6, -0.3), (12.6, -0.1), (16, -2.0)],
        [(8.0, -2.8), (11.6, -3.3), (14.0, -5.0)],
    )  # fmt: skip


@cache
def _rest() -> Shape:
    fingers = [
        _finger([(6.5, 2.6), (12.0, 2.6), (15.4, 0.4)], [3.9, 3.6, 2.9]),
        _finger([(6.5, 0.6), (12.4, 0.2), (15.8, -2.4)], [4.0, 3.7, 2.9]),
        _finger([(6.0, -1.6), (11.4, -2.4), (14.4, -4.8)], [3.8, 3.4, 2.7]),
        _finger([(5.5, -3.4), (9.6, -4.8), (11.8, -6.8)], [3.4, 3.0, 2.4]),
        _finger([(1.0, 2.4), (5.6, 5.4), (10.0, 5.0)], [4.4, 3.9, 2.8]),
    ]
    return union(blob(_PALM), *fingers)


def _paint_rest(brush: Brush, skin: Cloth) -> None:
    _palm(brush, _rest(), skin)
    _lines(
        brush, skin, [(7.6, 1.5), (11.6, 1.6), (14.4, -0.6)],
        [(7.4, -0.7), (11.2, -1.0), (13.8, -3.4)],
        [(6.8, -2.6), (9.8, -3.6), (11.6, -5.4)], [(3.0, 2.2), (6.0, 3.6), (8.2, 3.7)], width=0.5,
    )  # fmt: skip


def _paint_grip(brush: Brush, skin: Cloth) -> None:
    """Paint the palm behind the pointer, four fingers round it, the thumb on its button."""
    palm, fingers, thumb, nail = _grip()
    dim = (mix(skin[0], skin[1], 0.45), skin[1])
    _palm(brush, palm, dim)
    _pointer(brush)
    for finger in fingers:
        _part(brush, finger, skin, depth=0.4, rim=0.75)
    _part(brush, thumb, skin, depth=0.42, rim=0.75)
    brush.fill(nail, mix(skin[0], "#FFFFFF", 0.35), 0.8, share=0.66)


@cache
def _grip() -> tuple[Shape, tuple[Shape, ...], Shape, Shape]:
    palm = blob(
        [(-3, -3.4), (1, -4.9), (7, -5.4), (11.2, -4.2), (11.4, 1), (9, 4.6), (3, 5.0), (-3, 3.5)]
    )
    spots = ((0.4, 1.35, 1.6), (3.1, 1.5, 2.2), (6.0, 1.6, 2.5), (9.0, 1.6, 2.2))
    fingers = tuple(
        _finger([(x + 0.9, -4.7), (x + 0.5, -1.2), (x - 0.3, top)], [2 * r, 2.12 * r, 1.8 * r])
        for x, r, top in spots
    )
    thumb = _finger([(-1.6, 3.6), (3.4, 6.1), (9.0, 6.4), (12.6, 5.9)], [4.0, 3.8, 3.3, 2.8])
    return palm, fingers, thumb, ellipse((12.4, 6.6), 1.2, 0.62, -8)


@cache
def _pointer_parts() -> tuple[Shape, Shape, Shape, Shape]:
    return (
        rectangle(-3.5, -0.4, 24.4, 4.8, 0.9),
        rectangle(-2, 2.9, 23, 3.7),
        rectangle(22.8, -0.8, 26.2, 5.2, 0.6),
        rectangle(12.3, 4.3, 16.1, 6.1, 0.5),
    )


def _pointer(brush: Brush) -> None:
    barrel, gleam, head, button = _pointer_parts()
    brush.fill(button, "#1A2030")
    brush.solid(barrel, ("#56617E", "#262D42"), depth=0.55, rim=0.75)
    brush.fill(gleam, "#FFFFFF", 0.2)
    brush.solid(head, ("#FFB066", "#E87814"), share=0, depth=0.3, rim=0.6)


@cache
def _hold() -> tuple[Shape, tuple[Shape, ...], Shape]:
    palm = blob(
        [(-3, -3.4), (1, -4.9), (7, -5.4), (10.6, -4.2), (11, 1), (9, 4.6), (3, 5.0), (-3, 3.5)]
    )
    fingers = tuple(
        _finger([(4, y), (8, y + 0.2), (x, y)], [2 * r, 2 * r, 1.8 * r])
        for x, y, r in ((11.4, 2.8, 1.85), (12.2, 0.2, 1.9), (11.8, -2.4, 1.8), (10.2, -4.6, 1.55))
    )
    return palm, fingers, _finger([(0.5, 3.4), (5.4, 6.2), (10.4, 5.4)], [4.2, 3.8, 3.0])


def _paint_hold(brush: Brush, skin: Cloth) -> None:
    palm, fingers, thumb = _hold()
    _palm(brush, union(palm, *fingers), skin)
    for y in (1.5, -1.1, -3.5):
        _lines(brush, skin, [(6.6, y), (11.0, y)])
    _part(brush, thumb, skin, depth=0.35, rim=0.6)


@cache
def _pinch() -> tuple[tuple[Shape, ...], Shape]:
    curled = (
        _finger([(7, -4.0), (9.6, -8.0), (12.2, -7.4)], [3.3, 3.0, 2.5]),
        _finger([(8, -3.0), (12, -6.4), (15.4, -5.0)], [3.6, 3.3, 2.7]),
        _finger([(8, -1.0), (14, -4.0), (18.2, -1.2)], [3.8, 3.5, 2.8]),
        union(blob(_PALM), _finger([(7, 2.0), (14.4, -1.4), (19, 0.2)], [4.1, 3.6, 2.8])),
    )
    return curled, _finger([(2.0, 3.0), (9.2, 5.6), (18.6, 1.6)], [4.6, 3.9, 3.0])


def _paint_pinch(brush: Brush, skin: Cloth) -> None:
    fingers, thumb = _pinch()
    for finger in fingers[:-1]:
        _part(brush, finger, skin)
    _palm(brush, fingers[-1], skin)
    _part(brush, thumb, skin)
    brush.fill(ellipse((17.0, 2.6), 1.5, 0.8, -28), mix(skin[0], "#FFFFFF", 0.35), 0.7, share=0.66)


def _paint_spoon(brush: Brush, skin: Cloth) -> None:
    """Paint a fist round a wooden spoon, whose bowl is on the thumb's side."""
    wood = ("#B98A5C", "#6E4B38")
    brush.solid(capsule((7.5, -10.5), (7.5, 24), 1.5), wood, depth=0.4, rim=0.6)
    brush.solid(ellipse((7.5, 28.5), 4.6, 6.6), wood, depth=0.6, rim=0.8)
    brush.fill(ellipse((7.2, 29.0), 3.1, 4.9), "#7A4E2E", 0.9, share=0.8)
    brush.fill(ellipse((6.4, 31.0), 1.2, 1.8), "#FFE2B0", 0.7, share=0.4)
    _paint_fist(brush, skin)


_KINDS: dict[Hand, Callable[[Brush, Cloth], None]] = {
    "open": _paint_open,
    "point": _paint_point,
    "fist": _paint_fist,
    "cup": _paint_cup,
    "grip": _paint_grip,
    "hold": _paint_hold,
    "rest": _paint_rest,
    "three": _paint_three,
    "pole": _paint_pole,
    "pinch": _paint_pinch,
    "spoon": _paint_spoon,
}
