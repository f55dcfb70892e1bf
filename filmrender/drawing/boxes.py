"""Few rectangles that cover many."""

from __future__ import annotations

from collections.abc import Iterable

from filmrender.drawing.shapes import Box

__all__ = ["area", "around", "gather", "overlap"]

_MOST = 8
_WASTE = 4096  # pixels worth drawing twice to save a rectangle


def area(box: Box) -> int:
    """Return the number of pixels in the box."""
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes have a pixel in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def around(boxes: Iterable[Box]) -> Box:
    """Return the least box that covers all of ``boxes``, of which there is at least one."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def gather(boxes: Iterable[Box]) -> list[Box]:
    """Return at most eight boxes, none of which overlap, that cover all of ``boxes``."""
    gathered: list[Box] = []
    for box in dict.fromkeys(boxes):
        if area(box):
            _add(gathered, box)
    while len(gathered) > _MOST:
        _add(gathered, _union(gathered.pop(), gathered.pop()))
    return gathered


def _add(gathered: list[Box], box: Box) -> None:
    """Add a box, joined with those that it overlaps or nearly touches."""
    i = 0
    while i < len(gathered):
        if _belong_together(gathered[i], box):
            box = _union(gathered.pop(i), box)
            i = 0
        else:
            i += 1
    gathered.append(box)


def _belong_together(a: Box, b: Box) -> bool:
    """Tell whether to draw two boxes, none of them empty, as one."""
    a_left, a_top, a_right, a_bottom = a
    b_left, b_top, b_right, b_bottom = b
    if a_left < b_right and b_left < a_right and a_top < b_bottom and b_top < a_bottom:
        return True
    # Written out, since pictures have hundreds of pairs, and min and max take twice the time.
    width = (max(b_right, a_right)) - (min(b_left, a_left))
    height = (max(b_bottom, a_bottom)) - (min(b_top, a_top))
    apart = (a_right - a_left) * (a_bottom - a_top) + (b_right - b_left) * (b_bottom - b_top)
    return width * height <= apart + _WASTE


def _union(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
