"""Wall, window, ladder and lights of the loft out of focus."""

from __future__ import annotations

import numpy as np

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, ellipse, polygon, rectangle
from scenes.worlds.lights import falling
from scenes.worlds.loft.backdrop_plan import BackdropPlan

__all__ = ["paint_lights", "paint_room", "paint_warmth"]

_BOARD = 0.95  # frame units: the width of a board of the wall


def paint_room(paper: Paper, place: BackdropPlan) -> None:
    """Paint what is behind sheet and friend."""
    _wall(paper, place)
    _window(paper, place)
    _ladder(paper, place)
    _rafter(paper, place)
    _sky_light(paper, place)


def paint_warmth(paper: Paper, place: BackdropPlan) -> None:
    """Paint the laser's light in the room: it comes from the dot."""
    colours, strength = place.colours, place.colours.haze_warm
    reach = 0.27 * (place.frame_width + place.frame_height)
    with paper.layer(add=place.night):  # over the night's blue it would be brown
        paper.flood(radial(place.warm, reach, falling(colours.warm_deep, strength)))
        paper.flood(radial(place.warm, 0.5 * reach, falling(colours.warm, 0.6 * strength)))


def paint_lights(paper: Paper, place: BackdropPlan) -> None:
    """Paint the bulbs under the rafter and the dust round the dot: discs, as a lens draws them."""
    glass, glow = place.colours.haze_bulb
    cord, bulbs = _string(place)
    paper.stroke(cord, place.colours.haze_deep, 0.05, 0.6, blur=0.05)
    for at in bulbs:
        if place.night:
            paper.fill(ellipse(at, 0.8), radial(at, 0.8, falling(place.colours.sparkle, glow)))
        _disc(paper, at, 0.14, glass, 0.62)
    draw = np.random.default_rng(8)
    for _ in range(14):
        x = place.warm[0] + draw.normal(0, 0.22 * place.frame_width)
        y = place.ground + abs(draw.normal(0.4, 0.3)) * place.above
        bright = draw.uniform(0.05, 0.12)
        _disc(paper, (float(x), float(y)), draw.uniform(0.05, 0.2), place.colours.sparkle, bright)


def _disc(paper: Paper, at: Point, radius: float, colour: str, strength: float) -> None:
    disc = ellipse(at, radius)
    paper.fill(disc, colour, strength)
    rim = mix(colour, "#ffffff", 0.25)
    paper.stroke(disc[0], rim, 0.16 * radius, 0.5 * strength, closed=True)


def _string(place: BackdropPlan) -> tuple[list[Point], list[Point]]:
    """Return the cord and the bulbs on it: it sags between hooks in the rafter."""
    left, _, right, top = place.frame
    start = left if place.side < 0 else right
    length = abs(place.cloth - start)
    hooks, y, sag = max(2, round(length / 3.4)), top - 0.14, 0.32
    shares = np.linspace(-0.06, 1.0, 24 * hooks)
    hang = np.abs(np.sin(np.pi * hooks * shares)) ** 0.8
    across = start - place.side * length * shares
    cord = list(zip(across.tolist(), (y - sag * hang).tolist(), strict=True))
    return cord, cord[6::12]


def _wall(paper: Paper, place: BackdropPlan) -> None:
    colours = place.colours
    left, bottom, right, top = place.frame
    lit, dark = colours.haze
    start, end = (left, right) if place.side < 0 else (right, left)
    paper.flood(linear((start, 0), (end, 0), [(0, lit, 1), (0.6, dark, 1), (1, dark, 1)]))
    draw = np.random.default_rng(6)
    for x in np.arange(left, right, _BOARD):
        change = draw.normal(0, 1)
        tone = colours.haze_edge if change > 0 else colours.haze_deep
        board = rectangle(x, bottom, x + _BOARD, top)
        paper.fill(board, tone, min(0.20, 0.11 * abs(change)))
        paper.stroke([(x, bottom), (x, top)], colours.haze_deep, 0.07, 0.55)
    low = [(0.0, colours.haze_deep, 0.5), (1.0, colours.haze_deep, 0.0)]
    paper.flood(linear((0, place.ground), (0, place.ground + 0.5 * place.above), low))


def _window(paper: Paper, place: BackdropPlan) -> None:
    colours = place.colours
    left, bottom, right, top = place.window
    frame, sill = colours.haze_frame
    bar = 0.045 * (right - left)
    paper.fill(rectangle(left - 2 * bar, bottom - 2 * bar, right + 2 * bar, top + 2 * bar), frame)
    with paper.clipped(rectangle(left, bottom, right, top)):
        paper.flood(linear((0, top), (0, bottom), list(colours.haze_sky)))
        x, y = left + 0.66 * (right - left), bottom + 0.74 * (top - bottom)
        if place.side > 0:
            x = left + 0.3 * (right - left)
        orb, high = colours.haze_orb, top - bottom
        paper.flood(radial((x, y), 0.5 * high, falling(colours.orb_glow, 0.45)))
        paper.fill(ellipse((x, y), 0.08 * high), orb)
        for tone, rise in zip(colours.haze_hills, (0.26, 0.15), strict=True):
            ridge = np.linspace(left, right, 30)
            wave = bottom + high * (rise + 0.05 * np.sin(2.2 * ridge + 20 * rise))
            outline = np.column_stack((ridge, wave))
            paper.fill(polygon([*outline.tolist(), (right, bottom), (left, bottom)]), tone)
    middle = (left + right) / 2
    paper.fill(rectangle(middle - bar, bottom, middle + bar, top), frame)
    for share in (0.36, 0.68):
        y = bottom + share * (top - bottom)
        paper.fill(rectangle(left, y - bar, right, y + bar), frame)
    sill_box = rectangle(left - 4 * bar, bottom - 4.5 * bar, right + 4 * bar, bottom - 1.5 * bar)
    paper.fill(sill_box, sill)


def _rafter(paper: Paper, place: BackdropPlan) -> None:
    """A rafter along the ceiling, from which the bulbs hang."""
    left, _, right, top = place.frame
    side, under, lit = place.colours.haze_beam
    depth = min(0.07 * place.above, 0.34)
    low = top - depth
    paper.fill(rectangle(left - 1, low, right + 1, top + 1), side)
    paper.fill(rectangle(left - 1, low, right + 1, low + 0.35 * depth), under)
    start, end = (left, right) if place.side < 0 else (right, left)
    light = linear((start, 0), (end, 0), [(0.0, lit, 0.9), (0.7, lit, 0.0)])
    paper.fill(rectangle(left - 1, low, right + 1, low + 0.06), light)


def _ladder(paper: Paper, place: BackdropPlan) -> None:
    """The step ladder beside the window, its edges lit from there."""
    shade, tone, lit = place.colours.haze_ladder
    side, foot = place.side, place.ground - 0.7
    high = min(3.4, 0.6 * place.above) + 0.7
    left, _, right, _ = place.window
    edge = right if side < 0 else left
    x, y = edge - side * 0.33 * high, foot + high
    paper.stroke([(x - side * 0.26 * high, foot), (x, y)], shade, 0.10)
    for share in (0.22, 0.42, 0.62, 0.82):
        near = x + side * 0.24 * high * (1 - share)
        ends = [(near, foot + share * high), (near - side * 0.44, foot + share * high)]
        paper.stroke(ends, tone, 0.10)
        paper.stroke(np.add(ends, (0, 0.04)), lit, 0.03, 0.6)
    for shift in (0.0, -0.44 * side):
        rail = np.array([(x + side * 0.24 * high + shift, foot), (x + shift, y)])
        paper.stroke(rail, tone, 0.12)
        paper.stroke(np.add(rail, (0.045 * side, 0)), lit, 0.035, 0.8)
    paper.fill(rectangle(x - 0.32, y - 0.06, x + 0.32, y + 0.08), tone)
    paper.stroke([(x - 0.3, y + 0.08), (x + 0.3, y + 0.08)], lit, 0.04, 0.8)


def _sky_light(paper: Paper, place: BackdropPlan) -> None:
    """What falls in through the window: a glow round it and shafts across the room."""
    colours, side, strength = place.colours, place.side, place.colours.haze_light
    left, bottom, right, top = place.window
    middle = ((left + right) / 2, (bottom + top) / 2)
    paper.flood(radial(middle, 1.5 * (top - bottom), falling(colours.cool, 0.5 * strength)))
    wide, drop = right - left, top - place.ground + 0.5
    start, shift = (left if side < 0 else right), -side * 0.9 * drop
    for share in (0.05, 0.55):
        x = start - side * share * wide
        x1 = x - side * 0.4 * wide
        low = top - drop
        shaft = polygon([(x, top), (x1, top), (x1 + shift, low), (x + shift, low)])
        stops = [(0.0, colours.cool, 0.0), (0.25, colours.cool, 0.6 * strength)]
        light = linear((x, top), (x + shift, low), [*stops, (1.0, colours.cool, 0.0)])
        paper.fill(shaft, light, blur=0.2)
