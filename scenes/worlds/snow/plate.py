"""The half-pipe as a picture, and the fog that lies in it."""

from __future__ import annotations

import numpy as np

from scenes.paint import Art, Box, Paper, linear
from scenes.paint.shapes import polygon, rectangle
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.ramps import smoothstep
from scenes.worlds.snow.far import paint_far, pine
from scenes.worlds.snow.noise import clouds, coloured
from scenes.worlds.snow.pipe import Pipe

__all__ = ["fog", "plate", "veil"]

_PINES = ((-1, (3.2, 2.75, 2.4, 2.0, 1.7, 1.5)), (1, (3.3, 2.9, 2.5, 2.15, 1.85, 1.6, 1.42, 1.27)))


def plate(pipe: Pipe, scale: float) -> Art:
    """Return the half-pipe over the whole frame."""
    return Art(paint_pipe, (pipe,), pipe.frame, scale)


def paint_pipe(paper: Paper, pipe: Pipe) -> None:
    """Paint sky, mountains, snow, and the cut face below its front edge."""
    left, bottom, right, _ = pipe.frame
    colours, unit, scale = pipe.colours, pipe.unit, paper.scale
    with paper.layer(blur=pipe.soft):
        paint_far(paper, pipe)
        paper.lay(pipe.snow(scale), pipe.frame)
    _lips(paper, pipe)
    if not pipe.soft:
        _forest(paper, pipe)
    face = polygon([*map(tuple, pipe.outline), (right + 1, bottom - 1), (left - 1, bottom - 1)])
    with paper.clipped(face):
        paper.lay(pipe.cut(scale), pipe.frame)
    paper.stroke(
        pipe.outline, "#6FADFE" if colours.star else "#3D80CB", 1.3 * unit, 0.25, blur=0.5 * unit
    )
    paper.stroke(pipe.outline, colours.edge, 0.36 * unit)
    calm = bottom + 0.2 * min(pipe.height, pipe.width)
    low = colours.cut[-1][1]
    stops = [(0.0, low, 0.9), (0.5, low, 0.75), (1.0, low, 0.0)]
    paper.fill(rectangle(left, bottom, right, calm), linear((0, bottom), (0, calm), stops))
    shade_corners(paper, pipe.width, pipe.height, colours.shade, colours.vignette)
    grained(paper, 23)


def _lips(paper: Paper, pipe: Pipe) -> None:
    """The two rims, which run away into the haze."""
    for side in (-1, 1):
        start = (pipe.middle + side * pipe.reach, pipe.bottom + pipe.rise)
        end = pipe.behind(start, 0.8 * pipe.deep)
        stops = [(0.0, pipe.colours.edge, 0.9), (1.0, pipe.colours.edge, 0.0)]
        paper.stroke([start, end], linear(start, end, stops), 0.3 * pipe.unit)


def _forest(paper: Paper, pipe: Pipe) -> None:
    draw = np.random.default_rng(5)
    for side, depths in _PINES:
        for deep in depths:
            aside = side * (1.1 + draw.uniform(0, 0.13 if side > 0 else 1.0)) * pipe.reach
            foot = pipe.behind((pipe.middle + aside, pipe.bottom + pipe.rise), deep)
            high = 18 * pipe.unit / deep * draw.uniform(0.75, 1.2)
            pine(paper, pipe, foot, high, min(1, (deep - 1) / 2.4), int(100 * deep) + side)


def fog(pipe: Pipe, scale: float, wide: float, high: float, at: float = 0.0) -> Art | None:
    """Return a bank of fog in the pipe, ``wide`` and ``high`` in its reach, round u = ``at``.

    What is farther from the frame's middle than the frame is wide or high is left out: seen from
    near, the bank is dozens of times as large. None if that is all of it.
    """
    across, up = wide * pipe.reach, high * pipe.reach
    x = pipe.middle + at * pipe.reach
    low = pipe.bottom - 0.5 * up - 0.1 * across
    top = pipe.bottom + pipe.rise * min(1, wide / 2) ** 2 + up + 0.12 * across
    box: Box = (
        max(x - 0.75 * across, -pipe.width),
        max(low, -pipe.height),
        min(x + 0.75 * across, pipe.width),
        min(top, pipe.height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    return Art(paint_fog, (pipe, x, across, up, box), box, scale)


def paint_fog(paper: Paper, pipe: Pipe, middle: float, wide: float, high: float, box: Box) -> None:
    """Paint many soft puffs, back to front, each lit on its shoulder."""
    step = 3  # pixels of the frame a pixel of fog
    across, down = (max(2, size // step) for size in paper.size)
    colour, seen = np.zeros((down, across, 3)), np.zeros((down, across))
    left, _, right, top = box
    pixel = (right - left) / across
    noise = clouds((down, across), 0.165 * wide / pixel, 11, 5, stretch=1.4)
    draw = np.random.default_rng(8)
    puffs = []
    for _ in range(260):
        u = float(np.clip(draw.normal(0, 0.44), -1, 1))
        x = middle + u * wide / 2
        rise = high * (1 - abs(u) ** 1.6) * (1.35 * draw.random() ** 0.8 - 0.35)
        size = (0.034 + 0.075 * draw.random() * (1 - 0.6 * abs(u))) * wide
        puffs.append((x, float(pipe.edge(np.array([x]))[0]) + rise, size))
    shaded, plain, bright = pipe.colours.fog
    ramp = ((0.0, shaded), (0.5, plain), (1.0, bright))
    for x, y, size in sorted(puffs, key=lambda puff: -puff[1]):
        column, row, reach = (x - left) / pixel, (top - y) / pixel, 1.35 * size / pixel
        rows = slice(max(0, int(row - reach)), max(0, int(row + reach)))
        columns = slice(max(0, int(column - reach)), max(0, int(column + reach)))
        spot = noise[rows, columns] - 0.5
        if not spot.size:
            continue
        dy = (row - np.arange(down)[rows])[:, None] * pixel / (0.68 * size)
        dx = (np.arange(across)[columns] - column)[None, :] * pixel / size
        part = 0.7 * smoothstep(-(np.hypot(dx, dy) + 0.5 * spot), -1.0, -0.25)
        light = np.clip(0.5 + 0.55 * (0.55 * dx + 0.83 * dy) + 0.35 * spot, 0, 1)
        over = part[..., None]
        colour[rows, columns] = colour[rows, columns] * (1 - over) + coloured(light, ramp) * over
        seen[rows, columns] += (1 - seen[rows, columns]) * part
    columns_at = np.asarray(left + (np.arange(across) + 0.5) * pixel, dtype=np.float64)
    rows_at = top - (np.arange(down) + 0.5) * pixel
    above = rows_at[:, None] - pipe.edge(columns_at)[None, :]
    seen_share = smoothstep(above / (high + 0.1 * wide), -0.55, 0.02)  # it lies over the edge
    parts = np.dstack((colour, seen)) * seen_share[..., None]
    paper.lay(np.rint(255 * parts).astype(np.uint8), box)


def veil(box: Box, colour: str, strength: float, scale: float) -> Art:
    """Return a soft ground within a box."""
    return Art(paint_veil, (box, colour, strength), box, scale / 3)


def paint_veil(paper: Paper, box: Box, colour: str, strength: float) -> None:
    """Paint a soft ground that fades towards the box's edges."""
    left, bottom, right, top = box
    edge = 0.16 * min(right - left, top - bottom)
    inner = rectangle(left + edge, bottom + edge, right - edge, top - edge, edge)
    paper.fill(inner, colour, strength, blur=0.45 * edge)
