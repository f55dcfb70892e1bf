"""What must be seen is not covered: faces, hands that hold, feet, and texts under pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from manim import VMobject
from manim.typing import Point3D
from numpy.typing import NDArray

from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.geometry import Box, covers, length_inside
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.sprite import Sprite

__all__ = ["judge_covered_texts", "judge_faces"]

Spots = Callable[[], list[tuple[str, Point3D, float]]]  # name, middle and radius of each
_OPAQUE = 0.5
_MOST = 0.1  # share of a text that a picture may cover: its box is more than its letters


def judge_faces(moment: Moment) -> Iterator[Finding]:
    """Yield words and marks that lie over a face, a foot or a hand that holds something.

    A figure says where those are: ``keep_clear()`` names them, each with its middle and radius.
    """
    for figure in moment.things:
        spots: Spots | None = getattr(figure.mobject, "keep_clear", None)
        if spots is None or not figure.counts:
            continue
        above = [thing for thing in moment.things if thing.order > figure.order and thing.counts]
        for name, middle, radius in spots():
            if _can_be_seen(moment, middle, radius, above):
                for thing in above:
                    if _lies_over(thing, middle, radius):
                        yield moment.finding(
                            "face covered", [f"{figure.name}'s {name}", thing], "covered", "clear"
                        )


def _can_be_seen(moment: Moment, middle: Point3D, radius: float, above: list[Thing]) -> bool:
    frame = moment.film.layout.frame.inset(radius)
    if not (frame.left < middle[0] < frame.right and frame.bottom < middle[1] < frame.top):
        return False
    pictures = [thing.mobject for thing in above if isinstance(thing.mobject, Sprite)]
    return not any(_opacity(picture, middle[None, :2])[0] > _OPAQUE for picture in pictures)


def _lies_over(thing: Thing, middle: Point3D, radius: float) -> bool:
    """Tell whether words or a mark have a point in common with a disc (of marks: its square)."""
    if thing.decoration:
        return False
    x, y = (float(place) for place in middle[:2])
    box = thing.box
    if isinstance(thing, Text):
        beside = (max(box.left - x, 0, x - box.right), max(box.bottom - y, 0, y - box.top))
        return float(np.hypot(*beside)) < radius
    spot = Box(x, y, x, y).grown(radius)
    if min(box.overlap(spot)) <= 0:
        return False
    if isinstance(thing.mobject, VMobject):
        width = max(ink.width for ink in thing.inks)
        fills = any(not ink.width and ink.alpha > _OPAQUE for ink in thing.inks)
        inside = length_inside(thing.pieces, spot.grown(width / 2))
        if not fills:
            return width > 0 and inside > radius  # a line of sight may begin at the eye
        return inside > 0 or covers(thing.pieces, spot)
    return isinstance(thing.mobject, Sprite) and bool(thing.mobject.colour)


def judge_covered_texts(moment: Moment) -> Iterator[Finding]:
    """Yield texts over which a picture lies."""
    pictures = [(t, t.mobject) for t in moment.things if isinstance(t.mobject, Sprite)]
    for text in moment.texts:
        across = np.linspace(text.box.left, text.box.right, 24)
        up = np.linspace(text.box.bottom, text.box.top, 6)
        points = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
        for picture, sprite in pictures:
            if picture.order > text.order and min(picture.box.overlap(text.box)) > 0:
                share = float((_opacity(sprite, points) > _OPAQUE).mean())
                if share > _MOST:
                    yield moment.finding(
                        "text covered", [text, picture], f"{share:.0%} of it", "none"
                    )


def _opacity(picture: Sprite, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how opaque a picture is at points (n, 2) of the frame."""
    if picture.blend == "add":
        return np.zeros(len(points))
    matrix = picture.matrix
    places = np.linalg.solve(matrix[:, :2], (points - matrix[:, 2]).T)
    alpha = picture.art.pixels()[..., 3]
    columns, rows = np.floor(places).astype(int)
    inside = (rows >= 0) & (rows < alpha.shape[0]) & (columns >= 0) & (columns < alpha.shape[1])
    found = np.zeros(len(points))
    found[inside] = alpha[rows[inside], columns[inside]] / 255 * picture.opacity
    return found
