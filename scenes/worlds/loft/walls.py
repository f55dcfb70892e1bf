"""The loft without people and cloth: walls, window, floor, and the light that falls through."""

from __future__ import annotations

import numpy as np

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, bounds, ellipse, rectangle
from scenes.worlds.lights import falling, grained, shade_corners
from scenes.worlds.loft import things
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.plan import Plan
from scenes.worlds.view import Place

__all__ = ["paint_room", "paint_shadow"]

_LEFT, _RIGHT = -330.0, 2000.0  # x of the side wall, and of where the far wall is out of sight
_NEAR = -600.0  # z from where floor and ceiling come
_BOARD, _PLANK = 46.0, 30.0  # cm wide: of the walls, of the floor


def paint_room(paper: Paper, room: Plan) -> None:
    """Paint the whole frame."""
    paper.flood(room.colours.ceiling[0])
    _ceiling(paper, room)
    _side_wall(paper, room)
    _far_wall(paper, room)
    things.paint_window(paper, room)
    _floor(paper, room)
    _sky_light(paper, room)
    _laser_light(paper, room)
    things.paint_lamp(paper, room)
    things.paint_ladder(paper, room)
    things.paint_line(paper, room)
    _behind_sheet(paper, room)
    _finish(paper, room)


def paint_shadow(paper: Paper, night: bool, width: float) -> None:
    """Paint the shadow under feet at the origin, in cm."""
    colour, dark = palette(night).shadow, 0.8 if night else 0.42
    paper.fill(
        ellipse((-width * 0.1, -1), width * 0.85, width * 0.085), colour, dark * 0.55, blur=4
    )
    paper.fill(ellipse((0, 0), width * 0.5, width * 0.055), colour, dark, blur=2)


def face(paper: Paper, shape: Shape, paint: str, opacity: float = 1.0) -> None:
    """Fill an area of the room, if any of it is before the camera."""
    if shape:
        paper.fill(shape, paint, opacity)


def _ceiling(paper: Paper, room: Plan) -> None:
    view, height, back = room.view, room.ceiling_cm, room.stand.back
    near, far = room.colours.ceiling
    side, under = room.colours.beam
    corners = [(_LEFT, height, _NEAR), (_LEFT, height, back), (_RIGHT, height, back)]
    shape = view.face([*corners, (_RIGHT, height, _NEAR)])
    top, seam = room.frame[3], room.at(room.distance_cm, height, back)[1]
    paper.fill(shape, linear((0, top + 0.5), (0, seam), [(0, near, 1), (1, far, 1)]))
    for x in np.arange(_LEFT + 70, room.distance_cm + 500, 130):
        _rafter(paper, room, float(x), side, under)


def _rafter(paper: Paper, room: Plan, x: float, side: str, under: str) -> None:
    top, back = room.ceiling_cm, room.stand.back
    low, wide = top - 26.0, 22.0
    seen = x if x > room.view.place[0] else x + wide
    face(
        paper,
        room.view.face(
            [(seen, top, _NEAR), (seen, top, back), (seen, low, back), (seen, low, _NEAR)]
        ),
        side,
    )
    corners: list[Place] = [(x, low, _NEAR), (x, low, back), (x + wide, low, back)]
    face(paper, room.view.face([*corners, (x + wide, low, _NEAR)]), under)


def _side_wall(paper: Paper, room: Plan) -> None:
    back, top = room.stand.back, room.ceiling_cm
    near, far = room.colours.side_wall
    draw = np.random.default_rng(5)
    for z in np.arange(_NEAR, back, _BOARD):
        share = (z - _NEAR) / (back - _NEAR)
        tone = mix(near, far, float(np.clip(share + draw.normal(0, room.colours.contrast), 0, 1)))
        z1 = min(z + _BOARD, back)
        face(
            paper,
            room.view.face([(_LEFT, 0, z), (_LEFT, 0, z1), (_LEFT, top, z1), (_LEFT, top, z)]),
            tone,
        )
        _seam(paper, room, (_LEFT, 0, z), (_LEFT, top, z))


def _far_wall(paper: Paper, room: Plan) -> None:
    back, top = room.stand.back, room.ceiling_cm
    corner, light, far = room.colours.wall
    draw = np.random.default_rng(7)
    for x in np.arange(_LEFT, room.distance_cm + 560, _BOARD):
        away = (x - 0.55 * room.distance_cm) / (room.distance_cm + 150)
        tone = mix(light, corner if away < 0 else far, min(1.0, abs(away)))
        change = draw.normal(0, room.colours.contrast)
        tone = mix(
            tone, room.colours.edge if change > 0 else room.colours.shadow, min(abs(change), 0.2)
        )
        x1 = x + _BOARD + 0.5
        face(
            paper,
            room.view.face([(x, 0, back), (x1, 0, back), (x1, top, back), (x, top, back)]),
            tone,
        )
        _seam(paper, room, (x, 0, back), (x, top, back))
    _skirting(paper, room)


def _skirting(paper: Paper, room: Plan) -> None:
    back, colours = room.stand.back, room.colours
    for height, tone in ((14.0, colours.skirting), (2.0, colours.gap)):
        corners: list[Place] = [(_LEFT, 0, back), (_RIGHT, 0, back), (_RIGHT, height, back)]
        face(paper, room.view.face([*corners, (_LEFT, height, back)]), tone)
        side: list[Place] = [(_LEFT, 0, _NEAR), (_LEFT, 0, back), (_LEFT, height, back)]
        face(
            paper,
            room.view.face([*side, (_LEFT, height, _NEAR)]),
            mix(tone, colours.side_wall[0], 0.6),
        )
    for start, end in (
        ((_LEFT, 14, back), (_RIGHT, 14, back)),
        ((_LEFT, 14, _NEAR), (_LEFT, 14, back)),
    ):
        _stroke(paper, room, start, end, colours.edge, 1.2, 0.5)


def _floor(paper: Paper, room: Plan) -> None:
    back, view = room.stand.back, room.view
    far, middle, near = room.colours.floor
    top, bottom = room.at(room.distance_cm, 0, back)[1], room.frame[1]
    stops = [(0.0, far, 1.0), (0.45, middle, 1.0), (1.0, near, 1.0)]
    corners: list[Place] = [(_LEFT, 0, _NEAR), (_LEFT, 0, back), (_RIGHT, 0, back)]
    paper.fill(view.face([*corners, (_RIGHT, 0, _NEAR)]), linear((0, top), (0, bottom), stops))
    draw = np.random.default_rng(11)
    for x in np.arange(_LEFT, room.distance_cm + 700, _PLANK):
        change, x1 = draw.normal(0, 1.4 * room.colours.contrast), x + _PLANK
        plank = view.face([(x, 0, _NEAR), (x1, 0, _NEAR), (x1, 0, back), (x, 0, back)])
        face(
            paper,
            plank,
            room.colours.edge if change > 0 else room.colours.shadow,
            min(abs(change), 0.25),
        )
        _seam(paper, room, (x, 0, _NEAR), (x, 0, back))
        for z in draw.uniform(-260, back, 3):
            _stroke(paper, room, (x, 0, z), (x1, 0, z), room.colours.gap, 1.3, 0.6)


def _sky_light(paper: Paper, room: Plan) -> None:
    """Light through the window: in the air, and a pane by a pane on the floor."""
    colours, back = room.colours, room.stand.back
    left, bottom, right, top = things.window_cm(room)
    middle = room.at((left + right) / 2, (bottom + top) / 2, back)
    reach = 1.3 * abs(room.at(right, 0, back)[0] - room.at(left, 0, back)[0])
    paper.flood(radial(middle, reach, falling(colours.cool, 0.22 * colours.cool_strength)))

    def lands(x: float, y: float) -> Place:
        return x + 0.5 * y, 0.0, back - 0.98 * y

    spread = colours.cool_strength * (0.9 if room.night else 1.0)
    lit = [
        room.view.face([lands(x0, y0), lands(x1, y0), lands(x1, y1), lands(x0, y1)])
        for x0, y0, x1, y1 in things.panes_cm(room)
    ]
    with paper.layer(blur=room.unit * 0.9, around=np.concatenate([p for s in lit for p in s])):
        for pane in lit:
            paper.fill(pane, colours.cool, spread)
    high = [(left, top, back), (right, top, back), (right, bottom, back)]
    low = [lands(right, bottom), lands(right, top), lands(left, top)]
    start, end = room.at(left, top, back), room.at(*lands(left, top))
    stops = [(0.0, colours.cool, 0.30 * colours.cool_strength), (1.0, colours.cool, 0.0)]
    shaft = room.view.face([*high, *low])
    paper.fill(shaft, linear(start, end, stops), blur=room.unit * 6)
    with paper.clipped(shaft):
        _motes(paper, room, shaft)


def _motes(paper: Paper, room: Plan, shaft: Shape) -> None:
    """Dust that the light through the window catches."""
    left, bottom, right, top = bounds([shaft])
    draw = np.random.default_rng(31)
    for _ in range(60):
        spot = (float(draw.uniform(left, right)), float(draw.uniform(bottom, top)))
        size = draw.uniform(0.3, 1.0) * room.frame_height / 600
        paper.fill(ellipse(spot, size, points=12), room.colours.mote, draw.uniform(0.1, 0.5))


def _laser_light(paper: Paper, room: Plan) -> None:
    """Light that the lit cloth sheds on wall and floor."""
    colours, d = room.colours, room.distance_cm
    x, y = room.dot(room.target_cm)
    width = 1.56 * room.frame_width
    paper.flood(radial((x, y), 0.30 * width, falling(colours.warm, colours.warm_strength * 0.9)))
    paper.flood(
        radial((x, y), 0.62 * width, falling(colours.warm_deep, colours.warm_strength * 0.6))
    )
    near, far = room.stand.sheet
    for z, size in ((near + 30, 60.0), ((near + far) / 2, 95.0), (far, 60.0)):
        at: Point = room.at(d + 14, 0, z)
        unit = room.unit_at(d, z)
        with paper.moved(at, scale=(1, 0.22)):
            stops = falling(colours.warm, colours.warm_strength)
            paper.fill(ellipse((0, 0), size * 2.2 * unit), radial((0, 0), size * 2.2 * unit, stops))
    foot = room.view.face(
        [(d - 16, 0, near), (d + 14, 0, near), (d + 14, 0, far), (d - 16, 0, far)]
    )
    paper.fill(foot, colours.shadow, 0.5 if room.night else 0.25, blur=room.unit * 4)


def _behind_sheet(paper: Paper, room: Plan) -> None:
    """The shade that the sheet's near edge casts on the player's part of the room."""
    low = room.at(room.distance_cm, 30.0, room.stand.sheet[0])[1]
    edge, reach = room.sheet_box[0], 0.11 * room.frame_height
    dark, colour = 0.75 if room.night else 0.34, room.colours.shadow
    stops = [(0.0, colour, 0.0), (0.6, colour, 0.25 * dark), (1.0, colour, dark)]
    shade = linear((edge - reach, 0), (edge, 0), stops)
    paper.fill(rectangle(edge - reach, low, edge + 0.1, room.frame[3] + 1), shade, blur=0.06)


def _finish(paper: Paper, room: Plan) -> None:
    colours = room.colours
    shade_corners(paper, room.frame_width, room.frame_height, colours.shadow, colours.vignette)
    left, bottom, right, _ = room.frame
    calm = bottom + 0.17 * room.frame_height
    stops = [
        (0.0, colours.calm, colours.calm_strength),
        (0.5, colours.calm, 0.85 * colours.calm_strength),
        (1.0, colours.calm, 0.0),
    ]
    paper.fill(rectangle(left, bottom, right, calm), linear((0, bottom), (0, calm), stops))
    grained(paper, 23)


def _seam(paper: Paper, room: Plan, start: Place, end: Place) -> None:
    """Draw a gap between boards and the edge beside it that catches light."""
    _stroke(paper, room, start, end, room.colours.gap, 1.6, 0.55)
    shift = 0.9 if start[0] == end[0] and start[2] == end[2] else 1.1
    beside = [(x + shift, y, z) for x, y, z in (start, end)]
    _stroke(paper, room, beside[0], beside[1], room.colours.edge, 1.0, 0.28)


def _stroke(
    paper: Paper, room: Plan, start: Place, end: Place, colour: str, pixels: float, opacity: float
) -> None:
    """Draw a line of so many pixels of a frame 720 high."""
    line = room.view.line(start, end)
    if line is not None:
        paper.stroke(line, colour, pixels * room.frame_height / 720, opacity, butt=True)
