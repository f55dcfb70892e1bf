"""Shots: something fills the frame, few numbers at once, and no two that end alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

import numpy as np
from manim import Mobject
from numpy.typing import NDArray

from scenes.stage.film import NARRATION
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.geometry import Box, union
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.narration import BARE
from scenes.stage.inspect.numbers import shown
from scenes.stage.inspect.things import Text

__all__ = ["Shots", "judge_count"]

MOST_NUMBERS = 3
LEAST_SHARE = 0.7  # of the frame's width or height, for what a shot is about
_NARRATED = 0.18  # share of the frame's height where narration stands
_CELL, _SAME = 12, 2.0  # pixels, and steps of 255: what differs by less on average is the same


def judge_count(moment: Moment) -> Iterator[Finding]:
    """Yield more numbers than can be taken in at once; those on a scale do not count."""
    numbers = [
        (text, reading)
        for text in moment.texts
        if text.label != NARRATION and "claim" not in vars(text.mobject)
        for reading, _ in shown(text)
    ]
    if len(numbers) > MOST_NUMBERS:
        texts = list(dict.fromkeys(text for text, _ in numbers))
        yield moment.finding(
            "numbers at once", texts, f"{len(numbers)} numbers", f"{MOST_NUMBERS} at most"
        )


@dataclass(frozen=True)
class _End:
    """How a beat ends: when, what its hero is, its share of the frame, and what is seen."""

    beat: str
    seconds: float
    hero: str
    share: float
    pixels: NDArray[np.uint8]


class Shots:
    """Looks at each beat's last picture."""

    def __init__(self) -> None:
        self._ends: dict[int, _End] = {}

    def see(self, moment: Moment, pixels: NDArray[np.uint8]) -> None:
        """Take note of a picture at rest; ``pixels`` (height, width, 4) are the small picture."""
        name, share = _hero(moment)
        above = pixels[: round((1 - _NARRATED) * len(pixels)), :, :3].copy()
        beat = moment.film.beats[-1][0] if moment.film.beats else ""
        end = _End(beat, round(moment.seconds, 3), name, share, above)
        self._ends[len(moment.film.beats)] = end

    def judge(self) -> Iterator[Finding]:
        """Yield shots about something small, and beats that end in the same picture."""
        for end in self._ends.values():
            if end.share < LEAST_SHARE:
                yield Finding(
                    "hero", (end.hero,), f"{end.share:.0%} of the frame's width or height",
                    f"{LEAST_SHARE:.0%} or more", end.beat, end.seconds,
                )  # fmt: skip
        for one, other in combinations(self._ends.values(), 2):
            if _alike(one.pixels, other.pixels):
                yield Finding(
                    "same still", (one.beat, other.beat), "they end in the same picture",
                    "pictures that differ", other.beat, other.seconds,
                )  # fmt: skip


def _alike(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    apart = np.abs(one.astype(float) - other).mean(axis=2)
    rows, columns = (length // _CELL for length in apart.shape)
    cells = apart[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL)
    return bool(cells.mean(axis=(1, 3)).max() < _SAME)


def _hero(moment: Moment) -> tuple[str, float]:
    """Return what the picture is about, and how much of the frame's width or height it fills."""
    named = [mobject for mobject in moment.members.values() if "hero" in vars(mobject)]
    tops = [mobject for mobject in moment.film.mobjects if mobject.name not in BARE]
    sizes = [(mobject.name, _share(moment, mobject)) for mobject in named or tops]
    return max(sizes, key=lambda size: size[1], default=("nothing", 0.0))


def _share(moment: Moment, mobject: Mobject) -> float:
    family = {id(member) for member in mobject.get_family()}
    boxes = [
        thing.box
        for thing in moment.things
        if id(thing.parts[0]) in family
        and thing.counts
        and not thing.decoration
        and not isinstance(thing, Text)
    ]
    if not boxes:
        return 0.0
    zone = moment.film.layout.frame
    frame = Box(zone.left, zone.bottom, zone.right, zone.top)
    across, up = reduce(union, boxes).overlap(frame)
    return max(across / zone.width, up / zone.height)
