"""Room for words in a picture: a place near to where they should be, where they cover nothing."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from manim import Mobject, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.stage.layout import Zone
from scenes.stage.sprite import Sprite

__all__ = ["Spots", "find_room", "is_free", "spots_of"]

M = TypeVar("M", bound=Mobject)
Spots = NDArray[np.float64]  # (n, 2)
AIR = 0.13  # frame units round words
GRID = (41, 25)  # places that are tried, across and up
APART = 0.1  # frame units between the spots of a line
PIXELS = 14  # of a picture, between its spots


def spots_of(*mobjects: Mobject) -> Spots:
    """Return places, (n, 2), on the outlines of shapes and within pictures."""
    found = [_of(part) for mobject in mobjects for part in mobject.get_family()]
    return np.concatenate([np.empty((0, 2)), *found])


def _of(part: Mobject) -> Spots:
    if isinstance(part, Sprite):
        alpha = part.art.pixels()[::PIXELS, ::PIXELS, 3]
        rows, columns = np.nonzero(alpha > 127)
        pixels = np.stack((columns, rows, np.full(len(rows), 1 / PIXELS))) * PIXELS
        return np.asarray((part.matrix @ pixels).T)
    if not isinstance(part, VMobject) or len(part.points) < 4:
        return np.empty((0, 2))
    starts, ends = part.points[::4, :2], part.points[3::4, :2]
    lengths = np.linalg.norm(ends - starts, axis=1)
    counts = np.clip(np.ceil(lengths / APART), 1, 200).astype(int)
    pairs = zip(starts, ends, counts.tolist(), strict=True)
    lines = [a + np.linspace(0, 1, n + 1)[:, None] * (b - a) for a, b, n in pairs]
    return np.concatenate(lines)


def is_free(words: Mobject, spots: Spots, air: float = AIR) -> bool:
    """Tell whether words cover none of the spots where they are."""
    return not _covered(spots, words.get_center(), words.width, words.height, air)


def _covered(spots: Spots, middle: Point3D, width: float, height: float, air: float) -> int:
    off = np.abs(spots - middle[:2])
    return int(((off[:, 0] < width / 2 + air) & (off[:, 1] < height / 2 + air)).sum())


def find_room(words: M, wish: Point3D, spots: Spots, zone: Zone) -> M:
    """Move words to the place within a zone that is nearest to the wish and covers no spot.

    If there is none, it is the one that covers the fewest.
    """
    width, height = float(words.width), float(words.height)
    places = np.array([
        (x, y, 0.0)
        for x in _along(zone.left, zone.right, width, GRID[0])
        for y in _along(zone.bottom, zone.top, height, GRID[1])
    ])  # fmt: skip
    near = places[np.argsort(np.linalg.norm(places - wish, axis=1), kind="stable")]
    best, fewest = near[0], len(spots) + 1
    for place in near:
        covered = _covered(spots, place, width, height, AIR)
        if covered < fewest:
            best, fewest = place, covered
        if not covered:
            break
    words.move_to(best)
    return words


def _along(low: float, high: float, size: float, count: int) -> Spots:
    if high - low <= size:
        return np.array([(low + high) / 2])
    return np.linspace(low + size / 2, high - size / 2, count)
