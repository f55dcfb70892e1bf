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

_BANKS = 6
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
    """Paint banks of mist, back to front, each lit along its crest and thinning out below it."""
    step = 3  # pixels of the frame a pixel of fog
    across, down = (max(2, size // step) for size in paper.size)
    left, _, right, top = box
    pixel = (right - left) / across
    columns = np.asarray(left + (np.arange(across) + 0.5) * pixel, dtype=np.float64)
    rows = top - (np.arange(down) + 0.5) * pixel
    u, edge = 2 * (columns - middle) / wide, pipe.edge(columns)
    noise = clouds((down, across), 0.09 * wide / pixel, 11, 5, stretch=6) - 0.5
    colour, seen = np.zeros((down, across, 3)), np.zeros((down, across))
    shaded, plain, bright = pipe.colours.fog
    draw = np.random.default_rng(8)
    for bank in np.linspace(1.0, 0.0, _BANKS).tolist():  # from the back
        reach = 0.98 - 0.3 * bank + draw.uniform(-0.05, 0.05)
        dome = np.clip(1 - (u / reach) ** 2, 0, 1)
        waves = sum(np.sin(k * u + draw.uniform(0, 2 * np.pi)) / k for k in (3.0, 7.0, 11.0))
        heads = (0.9 * bank + 0.3 * waves) * dome**0.5
        crest = edge + high * heads
        under = crest[None, :] - rows[:, None] + 0.7 * high * noise
        part = smoothstep(under / high, -0.08, 0.3) * smoothstep(dome, 0.0, 0.3)[None, :]
        part *= (0.5 + 0.35 * bank) * (0.35 + 0.65 * np.exp(-np.maximum(under, 0) / (0.8 * high)))
        light = np.exp(-np.maximum(under, 0) / (0.32 * high)) + 0.5 * noise - 0.12 * bank
        ramp = ((0.0, shaded), (0.45, plain), (0.95, bright))
        over = part[..., None]
        colour = colour * (1 - over) + coloured(np.clip(light, 0, 1), ramp) * over
        seen += (1 - seen) * part
    above = rows[:, None] - edge[None, :]
    seen_share = smoothstep(above / (high + 0.1 * wide), -0.36, 0.0)  # it lies over the edge
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
