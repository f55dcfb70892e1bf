"""The sheet of the wide shot: a cloth in perspective, the light on it and the target behind it."""

from __future__ import annotations

import numpy as np

from scenes.paint import Paper
from scenes.paint.paints import linear
from scenes.paint.shapes import Points, polygon, rectangle
from scenes.worlds.lights import falling, grained
from scenes.worlds.loft.plan import Plan
from scenes.worlds.loft.target import REACH, paint_target
from scenes.worlds.loft.weave import Floats, light, shades

__all__ = ["folds", "paint_halo", "paint_ring", "paint_sheet"]

_HEM_CM = 24.0  # over the floor
_SEAM_CM = 7.0  # above the hem
_LIFT_CM = 12.0  # how far beside the target its light and its shadow fall on the cloth
_GLOW_CM = 44.0
_HUNG = (-0.62, -0.34)  # where the shadow falls, in radii
_EDGE_CM = 9.0  # of the cloth that is turned in along its near edge
_PEGS_CM = 55.0  # from one to the next


def folds(z: Floats) -> tuple[Floats, Floats]:
    """Return how far the cloth stands out at z, 0 in a fold to 1 on a ridge, and how it faces.

    The second is the share of light from the left that the cloth takes there, 0 to 1.
    """
    phase = z * 0.098 + 0.6 + 0.9 * np.sin(z * 0.027 + 1.0)
    ridge = 0.5 + 0.34 * np.sin(phase) + 0.11 * np.sin(2 * phase + 1.3) + 0.08 * np.sin(z * 0.31)
    facing = 0.5 + 0.36 * np.cos(phase) + 0.14 * np.cos(2 * phase + 1.3)
    return np.clip(ridge, 0, 1), np.clip(facing, 0, 1)


def paint_sheet(paper: Paper, room: Plan) -> None:
    """Paint the cloth over the sheet's box."""
    colours = room.colours
    left, bottom, right, top = room.sheet_box
    line = room.frame_height / 720
    hem, seam, upper = _hem(room, 0.0), _hem(room, _SEAM_CM), _upper(room)
    shape = polygon(np.concatenate((hem, upper[::-1])))
    with paper.clipped(shape):
        paper.lay(shades(_tones(paper, room), colours.cloth), room.sheet_box)
        sky = [(0.0, colours.cloth_light, colours.cloth_sky), (1.0, colours.cloth_light, 0.0)]
        paper.flood(linear((left, top), (left + 0.55 * (right - left), 0.4 * bottom), sky))
        _turned_in(paper, room)
        for x, width, strength in ((left, 5.0, 0.95), (right, 1.8, 0.4)):
            paper.stroke([(x, bottom), (x, top)], colours.rim, width * line, strength, butt=True)
    paper.stroke(hem, colours.rim, 1.6 * line, 0.6)
    paper.stroke(seam, colours.seam, 1.2 * line, 0.55, dash=(6 * line, 5 * line), butt=True)
    paper.stroke(upper, colours.rim, 1.4 * line, 0.5)
    _pegs(paper, room)
    grained(paper, 17)


def _turned_in(paper: Paper, room: Plan) -> None:
    """Paint the near edge, where the cloth is double: it ends there, and nearest to the viewer."""
    colours, d, near = room.colours, room.distance_cm, room.stand.sheet[0]
    left, bottom, _, top = room.sheet_box
    seam, line = room.at(d, 0, near + _EDGE_CM)[0], room.frame_height / 720
    stops = [(0.0, colours.cloth_light, 0.5), (1.0, colours.cloth_light, 0.12)]
    paper.fill(rectangle(left, bottom, seam, top), linear((left, 0), (seam, 0), stops))
    ends = [(seam, bottom), (seam, top)]
    paper.stroke(np.add(ends, (1.5 * line, 0)), colours.shadow, 1.6 * line, 0.35, butt=True)
    dash = (6 * line, 5 * line)
    paper.stroke(ends, colours.seam, 1.3 * line, 0.7, dash=dash, butt=True)


def _upper(room: Plan) -> Points:
    """Return the cloth's upper edge, from left to right: it sags from peg to peg."""
    near, far = room.stand.sheet
    z = np.linspace(near, far, 240)
    y = room.sheet_top_cm - 4 * np.abs(np.sin(np.pi * (far - z) / _PEGS_CM))
    return room.view.project(np.column_stack((np.full_like(z, room.distance_cm), y, z)))


def _pegs(paper: Paper, room: Plan) -> None:
    """Paint the line along the upper edge, and its pegs."""
    near, far = room.stand.sheet
    d, top, colours = room.distance_cm, room.sheet_top_cm, room.colours
    line = room.view.project([(d, top + 2, near), (d, top + 2, far)])
    paper.stroke(line, colours.cord, 1.4 * room.unit_at(d, far), 0.9)
    shade, tone, lit = colours.wood
    for z in np.arange(far - 4, near, -_PEGS_CM):
        x, y = room.at(d, top, float(z))
        unit = room.unit_at(d, float(z))
        wide, high = 2.6 * unit, 8.0 * unit
        stops = [(0.0, lit, 1.0), (0.4, tone, 1.0), (1.0, shade, 1.0)]
        peg = rectangle(x - wide / 2, y - 0.7 * high, x + wide / 2, y + 0.45 * high, wide / 4)
        paper.fill(peg, linear((x - wide / 2, 0), (x + wide / 2, 0), stops))


def _hem(room: Plan, above: float) -> Points:
    """Return the cloth's lower edge in the frame, from left to right, or a line above it."""
    z = np.linspace(*room.stand.sheet, 240)
    y = _HEM_CM + above + 4.5 * folds(z)[0] + 1.5 * np.sin(z * 0.05)
    return room.view.project(np.column_stack((np.full_like(z, room.distance_cm), y, z)))


def _tones(paper: Paper, room: Plan) -> Floats:
    """Return how light the cloth is, (height, width), 0 to 1."""
    z, y = _places(paper, room, room.sheet_box)
    ridge, facing = folds(z)
    share = (0.62 * ridge + 0.38 * facing)[None, :]
    height = np.clip((y - _HEM_CM) / 260, 0, 1)
    # Folds are tied together at the top and fall open towards the hem, where it is darker.
    tone = 0.5 + (share - 0.5) * (1.20 - 0.40 * height)
    tone *= 0.72 + 0.28 * np.clip(height * 2.0, 0, 1)
    tone -= 0.10 * (y < _HEM_CM + _SEAM_CM + 4.5 * ridge + 1.5 * np.sin(z * 0.05))
    return np.asarray(tone)


def paint_halo(paper: Paper, room: Plan, radius_cm: float) -> None:
    """Paint the light round the dot, which is at the origin, in the plane of the sheet."""
    x, dot = room.dot(room.target_cm)
    left, _, right, _ = room.sheet_box
    reach = radius_cm * room.unit_at(room.distance_cm)
    box = (left - x, -reach, right - x, reach)
    z, y = _places(paper, room, (left, dot - reach, right, dot + reach))
    away = np.hypot(z[None, :], y - room.hand_cm - room.target_cm) / radius_cm
    ridge, facing = folds(z)
    lit = 0.36 + 0.95 * (0.75 * ridge + 0.25 * facing)
    lit = 1 + (lit - 1) * np.clip(away * 9 - 0.35, 0, 1)
    # Near the viewer the light reaches beyond the box: let it end softly.
    rise = np.abs(np.linspace(-1, 1, len(y), dtype=np.float32))[:, None]
    lit = lit * np.clip((1 - rise) / 0.3, 0, 1)
    paper.lay(light(away, lit, room.colours.halo), box)


def paint_ring(paper: Paper, room: Plan, cord: float) -> None:
    """Paint the target, which is at the origin, with its light and its shadow on the cloth."""
    x, y = room.target
    radius, (mark, _) = room.ring_radius, room.colours.ring
    if room.night:
        reach = REACH * radius
        top = max(reach, cord)
        z, rise = _places(paper, room, (x - reach, y - reach, x + reach, y + top))
        spot = room.hand_cm + room.target_cm - 0.25 * _LIFT_CM
        away = np.hypot(z[None, :] + _LIFT_CM, rise - spot) / _GLOW_CM
        ridge, facing = folds(z)
        lit = 0.2 + 1.3 * (0.6 * ridge + 0.4 * facing)
        paper.lay(light(away, lit, falling(mark, 0.55)), (-reach, -reach, reach, top))
    paint_target(paper, room.night, radius, cord, 0.8, _HUNG)


def _places(
    paper: Paper, room: Plan, box: tuple[float, float, float, float]
) -> tuple[Floats, Floats]:
    """Return z of the box's columns, (width,), and y of its pixels, (height, width), in cm."""
    width, height = paper.size
    left, bottom, right, top = box
    across = left + (np.arange(width) + 0.5) * (right - left) / width
    up = top - (np.arange(height) + 0.5) * (top - bottom) / height
    z, depth = room.view.on_plane(room.distance_cm, across)
    rise = (depth / room.view.focal).astype(np.float32)
    y = (
        np.float32(room.view.place[1])
        + (up[:, None] - room.view.shift[1]).astype(np.float32) * rise
    )
    return z.astype(np.float32), y
