"""Room for words in a picture: a place near to where they should be, where they cover nothing."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar, runtime_checkable

import numpy as np
from manim import Mobject, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.stage.layout import Zone
from scenes.stage.shots import ABOVE, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import scale_words

__all__ = ["Spots", "find_room", "is_free", "make_room", "spots_of", "spread"]

M = TypeVar("M", bound=Mobject)
Spots = NDArray[np.float64]  # (n, 2)
AIR, CLOSE = 0.13, 0.04  # frame units round words: where they are moved to, and at least
GRID = (41, 25)  # places that are tried, across and up
APART = 0.1  # frame units between the spots of a line
PIXELS = 14  # of a picture, between its spots
SMALLER = 0.85
THICK = 0.01  # frame units of a stroke of width 1
TURNS = np.linspace(0, 2 * np.pi, 16, endpoint=False)
ROUND = np.column_stack((np.cos(TURNS), np.sin(TURNS)))


@runtime_checkable
class Figure(Protocol):
    """A picture with places, each with its radius, that nothing may cover."""

    def keep_clear(self) -> list[tuple[str, Point3D, float]]:
        """Return their names, middles and radii."""


def spots_of(*mobjects: Mobject) -> Spots:
    """Return places, (n, 2), on the outlines of shapes and within pictures."""
    found = [_of(part) for mobject in mobjects for part in mobject.get_family()]
    return np.concatenate([np.empty((0, 2)), *found])


def _of(part: Mobject) -> Spots:
    if isinstance(part, Sprite):
        alpha = part.art.pixels()[::PIXELS, ::PIXELS, 3]
        rows, columns = np.nonzero(alpha > 127)
        pixels = np.stack((columns, rows, np.full(len(rows), 1 / PIXELS))) * PIXELS
        return np.concatenate((np.asarray((part.matrix @ pixels).T), _rounds(part)))
    if not isinstance(part, VMobject) or len(part.points) < 4:
        return np.empty((0, 2))
    starts, ends = part.points[::4, :2], part.points[3::4, :2]
    lengths = np.linalg.norm(ends - starts, axis=1)
    counts = np.clip(np.ceil(lengths / APART), 1, 200).astype(int)
    pairs = zip(starts, ends, counts.tolist(), strict=True)
    lines = [a + np.linspace(0, 1, n + 1)[:, None] * (b - a) for a, b, n in pairs]
    curves = part.points[: len(starts) * 4, :2].reshape(-1, 4, 2)
    lines.append(np.array([1, 3, 3, 1]) / 8 @ curves)  # their middles, beyond the chords
    half = part.get_stroke_width() * THICK / 2
    if half < AIR:
        return np.concatenate(lines)
    return np.concatenate([spots + way for spots in lines for way in half * ROUND[::4]])


def _rounds(part: Mobject) -> Spots:
    clear = part.keep_clear() if isinstance(part, Figure) else []
    rounds = [middle[:2] + radius * ROUND for _, middle, radius in clear]
    return np.concatenate([np.empty((0, 2)), *rounds])


def make_room(
    film: ShotFilm[Any], words: M, *coming: Mobject, going: Mobject | None = None,
    least: float = 0.6,
) -> M:  # fmt: skip
    """Move words to the nearest place where they cover no mark, word, face, foot or grip.

    They stay where they are if that is one. What is ``coming`` counts as if it were there, and what
    is ``going`` as if it were not.
    """
    gone = {*film.leaving, *(going.get_family() if going else ())}
    spots = np.concatenate((_shown(film, gone), spots_of(*coming)))
    zone = film.words_zone
    if not _covered(spots, words.get_center(), words.width, words.height, CLOSE):
        return words
    return find_room(words, words.get_center(), spots, zone, least)


def spread(film: ShotFilm[Any], words: VGroup, *coming: Mobject) -> VGroup:
    """Move each of several words to where it covers nothing, and none of those before it."""
    for number, each in enumerate(words):
        make_room(film, each, *coming, *words[:number])
    return words


def _shown(film: ShotFilm[Any], gone: set[Mobject]) -> Spots:
    """Return where a film shows something that words may not cover, without what is gone."""
    found = [np.empty((0, 2))]

    def look(mobject: Mobject) -> None:
        if mobject not in gone and not vars(mobject).get("decoration"):
            found.append(_rounds(mobject) if isinstance(mobject, Sprite) else _of(mobject))
            for part in mobject.submobjects:
                look(part)

    for mobject in film.mobjects:
        if mobject.name not in ABOVE:
            look(mobject)
    return np.concatenate(found)


def is_free(words: Mobject, spots: Spots, air: float = AIR) -> bool:
    """Tell whether words cover none of the spots where they are."""
    return not _covered(spots, words.get_center(), words.width, words.height, air)


def _covered(spots: Spots, middle: Point3D, width: float, height: float, air: float) -> int:
    off = np.abs(spots - middle[:2])
    return int(((off[:, 0] < width / 2 + air) & (off[:, 1] < height / 2 + air)).sum())


def find_room(words: M, wish: Point3D, spots: Spots, zone: Zone, least: float = 1.0) -> M:
    """Move words to the place within a zone that is nearest to the wish and covers no spot.

    If there is none, they get smaller, down to this share of their size; if there is none then,
    it is the place that covers the fewest.
    """
    while _put(words, wish, spots, zone) and least < SMALLER:
        scale_words(words, SMALLER)
        least /= SMALLER
    return words


def _put(words: Mobject, wish: Point3D, spots: Spots, zone: Zone) -> int:
    """Move words to the best place; return how many spots they cover there."""
    width, height = float(words.width), float(words.height)
    across = _along(zone.left, zone.right, width, GRID[0])
    up = _along(zone.bottom, zone.top, height, GRID[1])
    inside = np.clip(wish[0], across[0], across[-1]), np.clip(wish[1], up[0], up[-1])
    places = np.array([(*inside, 0.0), *((x, y, 0.0) for x in across for y in up)])
    near = places[np.argsort(np.linalg.norm(places - wish, axis=1), kind="stable")]
    best, fewest = near[0], len(spots) + 1
    for place in near:
        covered = _covered(spots, place, width, height, AIR)
        if covered < fewest:
            best, fewest = place, covered
        if not covered:
            break
    words.move_to(best)
    return fewest


def _along(low: float, high: float, size: float, count: int) -> Spots:
    if high - low <= size:
        return np.array([(low + high) / 2])
    return np.linspace(low + size / 2, high - size / 2, count)
