"""What stands and hangs in the loft: window, ladder, the line on which the sheet hangs."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from scenes.paint import Box, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Shape, curve, ellipse, polygon
from scenes.worlds.lights import crescent, falling
from scenes.worlds.loft.plan import Plan
from scenes.worlds.view import Place

__all__ = ["paint_ladder", "paint_lamp", "paint_line", "paint_window", "panes_cm", "window_cm"]

_SILL = 124.0  # cm over the floor
_BAR = 5.5  # cm: the width of a glazing bar


def window_cm(room: Plan) -> Box:
    """Return left, bottom, right and top of the window's opening, in cm on the far wall."""
    back = room.stand.back
    near = room.at(room.distance_cm, 0, room.stand.sheet[0])[0]
    player = room.at(24, 0)[0]
    x = room.view.on_wall(back, player + (near - player) * 0.36)
    top = min(room.ceiling_cm - 44, _SILL + 0.48 * room.ceiling_cm)
    half = min(80.0 if room.stand.yaw == 0 else 112.0, (top - _SILL) * 0.5)
    return x - half, _SILL, x + half, top


def panes_cm(room: Plan) -> Iterator[Box]:
    """Yield the panes: two columns, two rows or three."""
    left, bottom, right, top = window_cm(room)
    rows = 2 if top - bottom < 190 else 3
    wide, high = (right - left - _BAR) / 2, (top - bottom - _BAR * (rows - 1)) / rows
    for column in range(2):
        for row in range(rows):
            x, y = left + column * (wide + _BAR), bottom + row * (high + _BAR)
            yield x, y, x + wide, y + high


def paint_window(paper: Paper, room: Plan) -> None:
    """Paint the window with what is outside."""
    left, bottom, right, top = window_cm(room)
    shade, lit, sill = room.colours.window
    paper.fill(_flat(room, (left - 12, bottom - 9, right + 12, top + 12)), shade)
    paper.fill(_flat(room, (left - 9, bottom - 7, right + 9, top + 9)), lit)
    paper.fill(_flat(room, (left - 6, bottom - 5, right + 6, top + 6)), shade)
    for pane in panes_cm(room):
        with paper.clipped(_flat(room, pane)):
            _outside(paper, room)
        x0, y0, x1, y1 = pane
        for edge in ((x0, y1 - 1.5, x1, y1), (x0, y0, x0 + 1.5, y1)):
            paper.fill(_flat(room, edge), "#000000" if room.night else "#8a7a5c", 0.35)
    paper.fill(_flat(room, (left - 20, bottom - 13, right + 20, bottom - 6)), sill)
    paper.fill(
        _flat(room, (left - 20, bottom - 7.5, right + 20, bottom - 6)), mix(sill, "#ffffff", 0.3)
    )
    paper.fill(
        _flat(room, (left - 17, bottom - 19, right + 17, bottom - 13)), room.colours.shadow, 0.3
    )
    _plant(paper, room, right - 22, bottom - 6)


def _flat(room: Plan, box: Box) -> Shape:
    """Return a rectangle on the far wall, in cm, as it is seen."""
    left, bottom, right, top = box
    back = room.stand.back
    return room.view.face(
        [(left, bottom, back), (right, bottom, back), (right, top, back), (left, top, back)]
    )


def _outside(paper: Paper, room: Plan) -> None:
    left, bottom, right, top = window_cm(room)
    wide, high, back = right - left, top - bottom, room.stand.back
    (_, low), (_, up) = room.at(left, bottom, back), room.at(left, top, back)
    paper.flood(linear((0, up), (0, low), list(room.colours.sky)))
    orb = room.at(left + 0.27 * wide, top - 0.24 * high, back)
    unit = room.unit_at(left, back) * wide / 160
    paper.flood(radial(orb, 85 * unit, falling(room.colours.orb_glow, 0.8)))
    if room.night:
        _stars(paper, room)
        paper.fill(crescent(orb, 17 * unit), room.colours.orb)
    else:
        paper.fill(ellipse(orb, 16 * unit), room.colours.orb)
    for tone, heights in zip(
        room.colours.hills,
        ((0.2, 0.31, 0.19, 0.29, 0.2), (0.15, 0.1, 0.2, 0.13, 0.17)),
        strict=True,
    ):
        xs = np.linspace(left - 5, right + 5, 5)
        ridge = curve(
            [(float(x), bottom + share * high) for x, share in zip(xs, heights, strict=True)]
        )
        places = [(x, y, back) for x, y in ridge.tolist()]
        outline = room.view.project(
            [*places, (right + 5, bottom - 5, back), (left - 5, bottom - 5, back)]
        )
        paper.fill(polygon(outline), tone)


def _stars(paper: Paper, room: Plan) -> None:
    left, bottom, right, top = window_cm(room)
    draw = np.random.default_rng(3)
    for _ in range(34):
        x, y = draw.uniform(left, right), draw.uniform(bottom + 0.38 * (top - bottom), top)
        spot = room.at(float(x), float(y), room.stand.back)
        size = draw.uniform(0.35, 0.9) * min(room.frame_width, room.frame_height) / 500
        paper.fill(ellipse(spot, size * 0.9, points=12), "#dbe6fb", draw.uniform(0.35, 0.9))


def _plant(paper: Paper, room: Plan, x: float, y: float) -> None:
    """A pot plant on the sill, before the light of the sky."""
    back = room.stand.back - 4
    tones = ("#0b1322", "#1c2b3c") if room.night else ("#6f8f74", "#93ae90")
    for degrees, length, tone in (
        (128, 26, 0),
        (60, 24, 0),
        (100, 34, 1),
        (80, 30, 0),
        (148, 18, 1),
        (38, 17, 1),
    ):
        way = math.radians(degrees)
        tip = (x + length * math.cos(way), y + 13 + length * math.sin(way))
        middle = (x + 0.5 * length * math.cos(way), y + 13 + 0.6 * length * math.sin(way))
        side = (-3.6 * math.sin(way), 3.6 * math.cos(way))
        leaf = curve(
            [
                (x, y + 12),
                (middle[0] + side[0], middle[1] + side[1]),
                tip,
                (middle[0] - side[0], middle[1] - side[1]),
            ],
            closed=True,
        )
        paper.fill(
            polygon(room.view.project([(a, b, back) for a, b in leaf.tolist()])), tones[tone]
        )
    pot = [(x - 9, y + 14, back), (x + 9, y + 14, back), (x + 6.5, y, back), (x - 6.5, y, back)]
    paper.fill(room.view.face(pot), "#2a2a38" if room.night else "#b98a68")


def paint_lamp(paper: Paper, room: Plan) -> None:
    """Paint the lamp, which is off, where there is space above the player."""
    z = 110.0
    x = room.view.on_wall(
        z, room.frame[0] + (0.17 if room.stand.yaw == 0 else 0.2) * room.frame_width
    )
    low = room.ceiling_cm - 0.24 * room.ceiling_cm
    unit = room.unit_at(x, z)
    at = room.at(x, low, z)
    if at[1] - 10 * unit < room.player[1] + 200 * room.unit:
        return  # it would hang before the player's head, or behind it
    dark, lit, rim = room.colours.lamp
    top = room.at(x, room.ceiling_cm, z)
    paper.stroke([top, (at[0], at[1] + 14 * unit)], dark, 1.3 * unit)
    with paper.moved(at, scale=(unit, unit)):
        paper.fill(ellipse((0, -1), 6.5, 7), mix(rim, lit, 0.6))
        shade = curve([(-24, 0), (-20, 9), (-7, 17), (-4, 25), (4, 25), (7, 17), (20, 9), (24, 0)])
        paper.fill(
            polygon(shade), linear((-24, 0), (24, 0), [(0, dark, 1), (0.62, lit, 1), (1, dark, 1)])
        )
        paper.fill(ellipse((0, 0), 24, 3.4), dark)
        paper.stroke(ellipse((0, 0), 24, 3.4)[0][24:], rim, 0.9, 0.8)


def paint_ladder(paper: Paper, room: Plan) -> None:
    """Paint the step ladder left over from hanging the sheet, if there is space for it."""
    gap = room.at(room.distance_cm, 0, room.stand.sheet[0])[0] - room.hand[0]
    if gap < 160 * room.unit or room.stand.yaw:
        return
    z = 215.0
    x = room.view.on_wall(z, room.hand[0] + gap - 0.085 * room.frame_height)
    shade, tone, edge = room.colours.wood
    foot = room.at(x, 0, z)
    paper.fill(
        ellipse(foot, 62 * room.unit_at(x, z), 6 * room.unit_at(x, z)),
        room.colours.shadow,
        0.45,
        blur=0.05,
    )
    for dz in (24.0, -24.0):
        _bar(paper, room, (x + 32, 0, z + dz * 0.9), (x + 2, 148, z + dz * 0.6), shade, edge, 3.2)
    for share in (0.16, 0.36, 0.56, 0.76):
        half = 24 * (1 - 0.4 * share)
        _bar(
            paper,
            room,
            (x - 34 + 34 * share, 150 * share, z + half),
            (x - 34 + 34 * share, 150 * share, z - half),
            tone,
            edge,
            3.6,
        )
    for dz in (24.0, -24.0):
        _bar(paper, room, (x - 34, 0, z + dz), (x, 150, z + dz * 0.6), tone, edge, 4.0)
    top: list[Place] = [
        (x - 12, 152, z - 17),
        (x + 8, 152, z - 17),
        (x + 8, 152, z + 17),
        (x - 12, 152, z + 17),
    ]
    _bar(paper, room, (x - 10, 151, z - 16), (x + 8, 151, z + 16), tone, edge, 5.0)
    paper.fill(room.view.face(top), mix(tone, edge, 0.3))


def _bar(
    paper: Paper, room: Plan, start: Place, end: Place, tone: str, edge: str, cm: float
) -> None:
    """Draw a bar of wood with light on its right edge."""
    line = room.view.line(start, end)
    if line is None:
        return
    width = cm * room.unit_at(start[0], start[2])
    paper.stroke(line, tone, width, butt=True)
    along = line[1] - line[0]
    across = np.array([along[1], -along[0]]) / max(float(np.hypot(*along)), 1e-9)
    across *= 1 if across[0] > 0 or (across[0] == 0 and across[1] > 0) else -1
    paper.stroke(line + across * width * 0.38, edge, width * 0.22, 0.75, butt=True)


def paint_line(paper: Paper, room: Plan) -> None:
    """Paint the clothes line on which the sheet hangs, beyond its far edge."""
    d, (_, far) = room.distance_cm, room.stand.sheet
    height, back = room.sheet_top_cm, room.stand.back
    unit = room.unit_at(d, far)
    line = [
        room.at(d, height + 2, far - 60),
        room.at(d, height + 1, far + 30),
        room.at(d, height + 8, back),
    ]
    paper.stroke(curve(line), room.colours.cord, 1.4 * unit, 0.8)
    paper.fill(ellipse(line[-1], 3 * unit), room.colours.cord)
