"""Parts of a figure for close shots: fingers over an edge."""

from __future__ import annotations

from scenes.figures.brush import Brush
from scenes.figures.light import Light
from scenes.figures.people import Person
from scenes.paint.art import Art
from scenes.paint.paper import Paper
from scenes.paint.shapes import capsule

__all__ = ["fingers", "fingers_art"]

_FINGERS = ((-7.6, 0.6, 1.95), (-2.6, 2.0, 2.1), (2.5, 1.7, 2.1), (7.2, 0.0, 1.85))


def fingers(paper: Paper, person: Person, light: Light, facing: int = 1) -> None:
    """Paint four fingers that hang over an edge, seen from the front; the edge is the x axis."""
    with paper.moved(scale=(facing, 1)):
        brush = Brush(paper, light, facing)
        for x, low, radius in _FINGERS:
            finger = capsule((x * 0.96, 2.5), (x, -5.0 - low), radius)
            brush.solid(finger, person.skin, share=0.66, depth=0.45, rim=0.8)
            brush.line([(x - 1.0, -1.6), (x + 1.0, -1.5)], person.skin[1], 0.4, 0.7)


def fingers_art(person: Person, light: Light, scale: float, facing: int = 1) -> Art:
    """Return fingers over an edge as a picture, ``scale`` pixels a cm."""
    return Art(fingers, (person, light, facing), (-12.0, -11.0, 12.0, 6.0), scale)
