"""What is worn on the head, in the head's units: hats, blindfold, glasses, a moustache."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from scenes.figures.brush import Brush, tube
from scenes.figures.limbs import dimmed
from scenes.figures.people import Person
from scenes.paint.paints import mix
from scenes.paint.shapes import Shape, blob, curve, ellipse, moved, polygon, union

__all__ = ["blindfold", "glasses", "hat", "moustache", "tails"]

_UP = 0.6  # how far the blindfold is pushed up


def tails(brush: Brush, person: Person, wave: float) -> None:
    """Paint the blindfold's loose ends, which the wind lifts by ``wave`` from 0 to 1."""
    high = 0.46 if person.blindfold == "up" else -0.1
    for length, fall, share in ((1.15, -0.30, 0.3), (1.4, 0.06, 0.0)):
        lift = fall + 0.16 * wave
        points = [
            (-0.86, 0.2 + high),
            (-0.86 - 0.36 * length, 0.26 + high + 0.25 * lift),
            (-0.86 - 0.7 * length, 0.1 + high + 0.8 * lift),
            (-0.86 - length, 0.2 + high + 1.2 * lift),
        ]
        end = tube(points, [0.14, 0.26, 0.32, 0.26])
        brush.solid(end, dimmed(person.band, share), depth=0.9)
        brush.line(points[1:], person.band[1], 0.035, 0.6)


def blindfold(brush: Brush, person: Person) -> None:
    """Paint the blindfold over the eyes, or pushed up on to the hat."""
    band = moved(_band(), shift=(-0.02, _UP if person.blindfold == "up" else 0.0))
    brush.solid(band, person.band, depth=1.0, wash=0.6)
    high = _UP if person.blindfold == "up" else 0.0
    for start, middle, end in (
        ((-0.84, 0.24), (-0.3, 0.2), (0.16, 0.24)),
        ((-0.84, 0.1), (-0.4, 0.06), (-0.02, 0.02)),
        ((0.86, 0.22), (0.72, 0.19), (0.56, 0.24)),
    ):
        line = [(x, y + high) for x, y in (start, middle, end)]
        brush.line(line, person.band[1], 0.04, 0.7)
    if person.blindfold == "on":
        # The hollows of the eyes under the cloth.
        for x, wide in ((0.27, 0.17), (0.71, 0.12)):
            brush.fill(ellipse((x, 0.1), wide, 0.13), person.band[1], 0.45)
    knot = ellipse((-0.86, 0.16 + high), 0.13, 0.18, points=20)
    brush.solid(knot, person.band, depth=0.6)


@cache
def _band() -> Shape:
    return blob(
        [(-0.9, 0.32), (-0.4, 0.36), (0.2, 0.38), (0.7, 0.37), (0.93, 0.32), (0.97, 0.1),
         (0.92, -0.07), (0.72, -0.09), (0.2, -0.14), (-0.4, -0.08), (-0.86, 0.02)], detail=6,
    )  # fmt: skip


def glasses(brush: Brush, person: Person) -> None:
    """Paint round glasses."""
    frame = person.glasses
    for x, across in ((0.27, 0.29), (0.76, 0.215)):
        brush.fill(ellipse((x, 0.11), across, 0.31), "#BCD6FF", 0.13, share=0)
        brush.stroke(ellipse((x, 0.11), across, 0.31)[0], frame, 0.055, closed=True)
        gleam = [(x - 0.55 * across, 0.24), (x - 0.1 * across, 0.34)]
        brush.line(gleam, "#FFFFFF", 0.05, 0.75, share=0)
    brush.line([(0.555, 0.16), (0.585, 0.2), (0.6, 0.16)], frame, 0.06)
    brush.line([(-0.02, 0.16), (-0.34, 0.08)], frame, 0.06)


def hat(brush: Brush, person: Person) -> None:
    """Paint the hat."""
    if person.hat == "beanie":
        _beanie(brush, person)
    elif person.hat == "cap":
        _cap(brush, person)


@cache
def _beanie_parts() -> tuple[Shape, Shape, Shape]:
    dome = blob(
        [(-1.0, 0.7), (-0.98, 1.05), (-0.76, 1.44), (-0.26, 1.68), (0.34, 1.64), (0.78, 1.36),
         (0.97, 0.98), (0.98, 0.75), (0.0, 0.66)], detail=6,
    )  # fmt: skip
    top = curve([(-1.06, 0.9), (-0.5, 0.98), (0.1, 1.0), (0.66, 0.98), (1.04, 0.92)], detail=6)
    low = curve([(1.04, 0.6), (0.66, 0.6), (0.1, 0.58), (-0.5, 0.53), (-1.05, 0.46)], detail=6)
    cuff = polygon(np.concatenate((top, [(1.1, 0.76)], low, [(-1.13, 0.68)])))
    turns = np.linspace(0, 2 * math.pi, 9, endpoint=False)
    pom = union(
        ellipse((-0.16, 1.84), 0.26, points=24),
        *(ellipse((-0.16 + 0.2 * math.cos(t), 1.84 + 0.2 * math.sin(t)), 0.14, points=16)
          for t in turns),
    )  # fmt: skip
    return dome, cuff, pom


def _beanie(brush: Brush, person: Person) -> None:
    dome, cuff, pom = _beanie_parts()
    cloth = person.hat_cloth
    brush.solid(pom, person.pom, depth=1.2, wash=0.5)
    for x, y in ((-0.3, 1.86), (-0.12, 1.74), (-0.02, 1.92)):
        brush.line([(x, y), (x + 0.05, y + 0.07)], person.pom[1], 0.04, 0.7)
    brush.solid(dome, cloth, depth=2.0, wash=0.8)
    for low, high in ((-0.72, -0.38), (-0.4, -0.22), (-0.06, -0.04), (0.28, 0.14), (0.62, 0.32)):
        ribs = [(low, 1.0), ((low + high) / 2 * 1.1, 1.34), (high, 1.6)]
        brush.line(ribs, cloth[1], 0.05, 0.7)
    fold = (mix(cloth[0], "#FFFFFF", 0.12), cloth[1])
    brush.solid(cuff, fold, depth=1.0, wash=0.4)
    for x in np.linspace(-0.94, 0.92, 13).tolist():
        brush.line([(x, 0.62 + 0.03 * x), (x * 1.01, 0.86 + 0.02 * x)], cloth[1], 0.045, 0.7)


@cache
def _cap_parts() -> tuple[Shape, Shape]:
    crown = blob(
        [(-1.02, 0.5), (-1.08, 0.8), (-0.86, 1.2), (-0.3, 1.46), (0.3, 1.42), (0.78, 1.16),
         (1.0, 0.86), (0.92, 0.68), (0.2, 0.66), (-0.5, 0.56)], detail=6,
    )  # fmt: skip
    visor = blob(
        [(0.3, 0.72), (0.7, 0.86), (1.1, 0.84), (1.44, 0.66), (1.46, 0.5), (1.1, 0.56), (0.7, 0.56),
         (0.4, 0.6)], detail=6,
    )  # fmt: skip
    return crown, visor


def _cap(brush: Brush, person: Person) -> None:
    crown, visor = _cap_parts()
    cloth = person.hat_cloth
    brush.solid(crown, cloth, depth=2.0, wash=0.8)
    brush.line([(-0.12, 1.44), (-0.02, 1.1), (-0.16, 0.68)], cloth[1], 0.05, 0.7)
    brush.line([(-0.98, 0.62), (-0.4, 0.7), (0.3, 0.78)], cloth[1], 0.05, 0.8)
    brush.solid(ellipse((-0.06, 1.46), 0.1, 0.07, points=16), cloth, depth=0.3)
    brush.solid(visor, dimmed(cloth, 0.35), depth=0.9)


@cache
def _whiskers() -> tuple[Shape, Shape]:
    hair = blob(
        [(0.48, -0.34), (0.16, -0.42), (-0.12, -0.70), (0.2, -0.67), (0.46, -0.56), (0.72, -0.66),
         (1.0, -0.60), (0.82, -0.42)], detail=6,
    )  # fmt: skip
    nose = blob(
        [(0.76, -0.02), (0.92, -0.03), (1.14, -0.14), (1.2, -0.3), (1.05, -0.43), (0.8, -0.41),
         (0.67, -0.3), (0.69, -0.12)], detail=6,
    )  # fmt: skip
    return hair, nose


def moustache(brush: Brush, person: Person) -> None:
    """Paint a moustache, and the nose above it."""
    if not person.moustache:
        return
    hair, nose = _whiskers()
    brush.solid(hair, person.moustache, depth=0.8, rim=0.7, wash=0.4)
    for start, end in (((0.3, -0.46), (0.1, -0.6)), ((0.62, -0.46), (0.76, -0.58))):
        brush.line([start, end], person.moustache[1], 0.04, 0.7)
    brush.solid(nose, person.skin, share=0.66, depth=1.0, rim=0.9, wash=0.5)
    brush.fill(ellipse((1.02, -0.24), 0.12, 0.09), person.blush, 0.3, share=0.66)
