"""Eyes, brows and mouths, in the head's units."""

from __future__ import annotations

from functools import cache

import numpy as np

from scenes.figures.brush import Brush
from scenes.figures.people import Person
from scenes.figures.pose import Mouth, Pose
from scenes.paint.shapes import Point, Shape, blob, ellipse, moved, polygon, rectangle

__all__ = ["brows", "eyes", "mouth"]

INK = "#1B1418"
WHITE = "#FFFFFF"
_DARK = "#4A1520"
_TONGUE = "#D0706A"
_SOFT = 0.66  # a face's share of the night: it stays readable
# Centre, half width, half height of the near and the far eye.
_EYES = (((0.26, 0.13), 0.195, 0.24), ((0.695, 0.13), 0.15, 0.225))
_LIDS = {"open": 0.05, "wide": 0.0, "half": 0.42}


def eyes(brush: Brush, pose: Pose, person: Person) -> None:
    """Paint both eyes."""
    for side, (centre, across, up) in zip((-1, 1), _EYES, strict=True):
        lid = max(_LIDS.get(pose.eyes, 1.0), pose.blink)
        if lid < 1:
            grow = 1.13 if pose.eyes == "wide" else 1.0
            _open_eye(brush, pose, person, centre, (across * grow, up * grow), lid, side)
        else:
            _closed_eye(brush, pose, person, centre, across * 0.86, side)


def _open_eye(
    brush: Brush, pose: Pose, person: Person, centre: Point, size: Point, lid: float, side: int
) -> None:
    x, y = centre
    across, up = size
    white = ellipse(centre, across, up, points=28)
    brush.fill(white, WHITE, share=0.4)
    with brush.paper.clipped(white):
        brush.fill(ellipse((x, y + up * 0.9), across * 1.3, up * 0.5), "#5A4A66", 0.22)
        size_of_pupil = 0.1 if pose.eyes == "wide" else 0.122
        pupil = (x + pose.gaze[0] * across * 0.52, y + pose.gaze[1] * up * 0.5)
        narrow = across / 0.195
        brush.fill(ellipse(pupil, size_of_pupil * narrow, size_of_pupil * 1.15), INK, share=0.2)
        glint = (pupil[0] + 0.038, pupil[1] + 0.05)
        brush.fill(ellipse(glint, 0.037, points=16), WHITE, share=0)
        glint = (pupil[0] - 0.04, pupil[1] - 0.055)
        brush.fill(ellipse(glint, 0.016, points=12), WHITE, 0.7, share=0)
        drop = 2 * up * (1 - lid)
        if lid > 0.1:
            brush.fill(moved(ellipse((x, y), across * 1.25, up * 1.05), shift=(0, drop)),
                       person.skin[0], share=_SOFT)  # fmt: skip
    turns = np.radians(np.linspace(12, 168, 9))
    if lid > 0.1:
        edge = [
            (x + across * 1.06 * np.cos(t), y + drop - up * 1.05 * np.sin(t) * 1.0) for t in turns
        ]
        edge = [p for p in edge if abs(p[0] - x) < across * 1.02 * _chord((p[1] - y) / up)]
    else:
        edge = [(x + across * np.cos(t), y + up * np.sin(t)) for t in turns]
    if len(edge) > 1:
        brush.line(edge, INK, 0.06 if person.lashes else 0.05, share=0.2)
    if person.lashes:
        for t in np.radians((40, 20)):
            start = (x + side * across * np.cos(t), y + up * np.sin(t) - max(0.0, lid - 0.1) * up)
            brush.line([start, (start[0] + side * 0.07, start[1] + 0.05)], INK, 0.04, share=0.2)


def _chord(height: float) -> float:
    return float(np.sqrt(max(0.0, 1 - min(1.0, height * height)))) + 0.15


def _closed_eye(
    brush: Brush, pose: Pose, person: Person, centre: Point, across: float, side: int
) -> None:
    x, y = centre
    if pose.eyes == "happy":
        arc = [(-1, -0.06), (-0.55, 0.1), (0, 0.16), (0.55, 0.1), (1, -0.06)]
        width = 0.085
    elif pose.eyes == "squint":
        arc, width = [(-1, 0.06), (-0.1, 0.0), (0.9, 0.03)], 0.075
        brush.line(
            [(x - across * 0.8, y - 0.11), (x + across * 0.6, y - 0.1)], person.skin[1], 0.045
        )
    else:
        arc, width = [(-1, 0.03), (-0.5, -0.07), (0, -0.1), (0.5, -0.07), (1, 0.03)], 0.07
    brush.line([(x + across * a, y + b) for a, b in arc], INK, width, share=0.2)
    if person.lashes and pose.eyes != "squint":
        end = (x + side * across, y + arc[0][1])
        brush.line([end, (end[0] + side * 0.08, end[1] + 0.02)], INK, 0.045, share=0.2)


def brows(brush: Brush, pose: Pose, person: Person) -> None:
    """Paint both brows: thick towards the nose, thin outwards."""
    face = pose.brows
    for x, wide, lift, slant, inward in (
        (0.22, 0.22, face.near, face.slant_near, 1),
        (0.74, 0.135, face.far, face.slant_far, -1),
    ):
        # Under a hat there is less forehead.
        y = 0.41 + 0.05 * lift if person.hat else 0.47 + 0.11 * lift
        tilt = 0.16 * slant * inward
        inner, outer = (
            (x + wide * inward, y + tilt * inward),
            (x - wide * inward, y - tilt * inward),
        )
        top = (x, y + 0.085)
        colour = person.hair[1] if person.hairdo == "curls" else person.hair[0]
        brush.fill(_brow(inner, top, outer), colour, share=0.5)


def _brow(inner: Point, top: Point, outer: Point) -> Shape:
    (a, b), (c, d), (e, f) = inner, top, outer
    return blob(
        [(a, b + 0.045), (c, d + 0.05), (e, f + 0.02), (e, f - 0.02), (c, d - 0.06), (a, b - 0.06)],
        detail=5,
    )


def mouth(brush: Brush, kind: Mouth, person: Person) -> None:
    """Paint a mouth."""
    if kind in _OPENINGS:
        _opening(brush, kind)
        return
    for points, width in _LINES[kind]:
        brush.line(points, person.lips if kind == "hmm" else _DARK, width, share=0.4)
    for points in _CREASES.get(kind, ()):
        brush.line(points, person.skin[1], 0.045)
    if kind == "tongue":
        shape = blob([(0.55, -0.53), (0.75, -0.5), (0.8, -0.64), (0.67, -0.73), (0.56, -0.65)])
        brush.fill(shape, _TONGUE, share=0.4)


def _opening(brush: Brush, kind: Mouth) -> None:
    inside, tongue, teeth = _mouth_shapes(kind)
    brush.fill(inside, _DARK, share=0.3)
    with brush.paper.clipped(inside):
        if tongue:
            brush.fill(tongue, _TONGUE, share=0.4)
        brush.fill(teeth, WHITE, share=0.3)
        if kind == "grit":
            for x in (0.32, 0.46, 0.6, 0.73):
                brush.line([(x, -0.3), (x, -0.8)], _DARK, 0.022, 0.8)
            brush.line([(0.1, -0.565), (0.5, -0.58), (0.9, -0.54)], _DARK, 0.03, 0.9)
    brush.stroke(inside[0], _DARK, 0.04, closed=True)


@cache
def _mouth_shapes(kind: Mouth) -> tuple[Shape, Shape, Shape]:
    return tuple(part for part in _OPENINGS[kind]())  # type: ignore[return-value]


def _grin() -> tuple[Shape, Shape, Shape]:
    inside = blob(
        [(0.10, -0.36), (0.30, -0.43), (0.50, -0.45), (0.70, -0.42), (0.85, -0.33), (0.81, -0.58),
         (0.66, -0.79), (0.46, -0.85), (0.26, -0.74), (0.15, -0.56)]
    )  # fmt: skip
    teeth = polygon(
        [(0, -0.2), (0, -0.5), (0.3, -0.57), (0.5, -0.58), (0.7, -0.56), (1, -0.45), (1, -0.2)]
    )
    return inside, ellipse((0.48, -0.92), 0.27, 0.25), teeth


def _shout() -> tuple[Shape, Shape, Shape]:
    inside = blob(
        [(0.24, -0.42), (0.42, -0.33), (0.64, -0.34), (0.80, -0.46), (0.80, -0.72), (0.67, -0.93),
         (0.46, -0.98), (0.27, -0.87), (0.18, -0.63)]
    )  # fmt: skip
    return inside, ellipse((0.47, -1.03), 0.27, 0.27), rectangle(-1, -0.47, 1.2, 0)


def _o() -> tuple[Shape, Shape, Shape]:
    inside = ellipse((0.56, -0.6), 0.135, 0.175)
    return inside, ellipse((0.56, -0.79), 0.13, 0.1), rectangle(0, -0.46, 1, -0.3)


def _grit() -> tuple[Shape, Shape, Shape]:
    inside = blob(
        [(0.2, -0.48), (0.36, -0.43), (0.6, -0.43), (0.8, -0.45), (0.84, -0.57), (0.76, -0.7),
         (0.5, -0.74), (0.26, -0.7), (0.16, -0.6)]
    )  # fmt: skip
    return inside, (), blob(
        [(0.22, -0.5), (0.36, -0.465), (0.6, -0.465), (0.78, -0.485), (0.8, -0.57), (0.74, -0.66),
         (0.5, -0.7), (0.28, -0.66), (0.2, -0.59)]
    )  # fmt: skip


def _panic() -> tuple[Shape, Shape, Shape]:
    inside = blob(
        [(0.06, -0.46), (0.22, -0.34), (0.46, -0.32), (0.68, -0.30), (0.86, -0.40), (0.90, -0.60),
         (0.80, -0.82), (0.60, -0.86), (0.46, -0.80), (0.30, -0.88), (0.12, -0.78), (0.04, -0.60)]
    )  # fmt: skip
    return inside, ellipse((0.46, -0.9), 0.26, 0.16), rectangle(-1, -0.5, 1.2, 0)


_OPENINGS = {"grin": _grin, "shout": _shout, "o": _o, "grit": _grit, "panic": _panic}
_LINES: dict[str, list[tuple[list[Point], float]]] = {
    "smile": [([(0.16, -0.44), (0.30, -0.57), (0.50, -0.63), (0.68, -0.57), (0.80, -0.42)], 0.075)],
    "soft": [([(0.28, -0.52), (0.44, -0.58), (0.60, -0.58), (0.74, -0.50)], 0.07)],
    "hmm": [([(0.28, -0.58), (0.42, -0.51), (0.55, -0.56), (0.70, -0.46)], 0.075)],
    "tongue": [([(0.26, -0.50), (0.44, -0.55), (0.62, -0.54), (0.78, -0.46)], 0.07)],
    "closed": [([(0.32, -0.56), (0.52, -0.57), (0.70, -0.54)], 0.07)],
}
_CREASES: dict[str, tuple[list[Point], ...]] = {
    "hmm": ([(0.40, -0.71), (0.56, -0.72)],),
    "smile": ([(0.10, -0.38), (0.15, -0.45), (0.20, -0.47)],),
    "closed": ([(0.44, -0.7), (0.58, -0.71)],),
}
