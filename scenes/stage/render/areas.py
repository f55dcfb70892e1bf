"""Few rectangles that cover many."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.stage.render.shapes import Box

__all__ = ["area", "gather", "overlap"]

_MOST = 8
_WASTE = 4096  # pixels worth drawing twice to save a rectangle


def area(box: Box) -> int:
    """Return the number of pixels in the box."""
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes have a pixel in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def gather(boxes: Iterable[Box]) -> list[Box]:
    """Return at most eight boxes, none of which overlap, that cover all of ``boxes``."""
    gathered: list[Box] = []
    for box in boxes:
        if area(box):
            _add(gathered, box)
    while len(gathered) > _MOST:
        _add(gathered, _union(gathered.pop(), gathered.pop()))
    return gathered


def _add(gathered: list[Box], box: Box) -> None:
    """Add a box, joined with those that it overlaps or nearly touches."""
    i = 0
    while i < len(gathered):
        both = _union(gathered[i], box)
        near = area(both) <= area(gathered[i]) + area(box) + _WASTE
        if near or overlap(gathered[i], box):
            box = both
            gathered.pop(i)
            i = 0
        else:
            i += 1
    gathered.append(box)


def _union(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
