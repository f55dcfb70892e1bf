"""What is far away: sky, stars, moon or sun, two ranges of mountains, pines."""

from __future__ import annotations

import math

import numpy as np

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, ellipse, polygon, rectangle
from scenes.worlds.lights import falling
from scenes.worlds.snow.pipe import Pipe

__all__ = ["paint_far", "pine"]

Peaks = tuple[str, str, str]


def paint_far(paper: Paper, pipe: Pipe) -> None:
    """Paint all that lies behind the half-pipe."""
    left, bottom, right, top = pipe.frame
    horizon, colours, unit = pipe.away[1] - 0.06 * pipe.height, pipe.colours, pipe.unit
    stops = [(share, colour, 1.0) for share, colour in colours.sky]
    paper.flood(linear((0, top), (0, horizon), stops))
    draw = np.random.default_rng(4)
    for _ in range(round(240 * pipe.width / 14) if colours.star else 0):
        x, y = draw.uniform(left, right), top - (top - horizon) * draw.random() ** 1.5
        size = draw.choice([0.08, 0.1, 0.14, 0.2], p=[0.45, 0.3, 0.18, 0.07])
        bright = draw.uniform(0.25, 0.85) * (0.4 + 0.6 * (y - horizon) / (top - horizon))
        paper.fill(ellipse((x, y), size * unit, points=10), colours.star, bright)
    if (
        pipe.orb and colours.orb[2] and top - horizon > 0.3 * pipe.height
    ):  # else the mountains hide it
        _orb(paper, pipe, (left + pipe.orb[0] * pipe.width, bottom + pipe.orb[1] * pipe.height))
    high = 0.23 * min(pipe.height, 1.3 * pipe.width)
    for size, seed, count, range_ in ((1.0, 21, 7, colours.peaks), (0.6, 8, 9, colours.hills)):
        foot = horizon - (0.02 if size == 1 else 0.07) * pipe.height
        _mountains(paper, pipe, foot, size * high, seed, count, range_)
    feet = [(0.0, colours.haze, 1.0), (0.4, colours.haze, 0.9), (1.0, colours.haze, 0.0)]
    low, mist = horizon - 0.14 * pipe.height, horizon + 0.02 * pipe.height
    paper.fill(rectangle(left, bottom, right, mist), linear((0, low), (0, mist), feet))
    glow = radial((0, 0), 1.0, falling(colours.haze, 0.75))
    with paper.moved((pipe.away[0], horizon - 2 * unit), scale=(0.36 * pipe.width, 9 * unit)):
        paper.fill(ellipse((0, 0), 1.0), glow)


def _orb(paper: Paper, pipe: Pipe, at: Point) -> None:
    """The moon, or by day the sun: with its light, which is what one feels by."""
    face, light, strength = pipe.colours.orb
    radius = 4.4 * pipe.unit
    if pipe.hour in ("dawn", "noon"):  # it rises behind the peaks, where the walls meet
        at = (pipe.away[0], pipe.away[1] + 2 * pipe.unit)
        paper.flood(radial(at, 60 * pipe.unit, falling(light, strength)))
        return
    paper.flood(radial(at, 5.5 * radius, falling(light, 0.75 * strength)))
    paper.flood(radial(at, 2.1 * radius, falling(face, 0.55)))
    paper.fill(ellipse(at, radius), face, blur=0.02 * radius)
    if not pipe.colours.star:
        return
    for x, y, size in (
        (-0.35, 0.25, 0.26),
        (0.1, -0.3, 0.34),
        (0.42, 0.1, 0.16),
        (-0.5, -0.35, 0.18),
    ):
        spot = (at[0] + x * radius, at[1] + y * radius)
        paper.fill(ellipse(spot, size * radius, 0.9 * size * radius), "#b9cdee", 0.24)


def _mountains(
    paper: Paper, pipe: Pipe, foot: float, high: float, seed: int, count: int, colours: Peaks
) -> None:
    """A range of two-tone peaks, their feet in the haze."""
    dark, lit, bright = colours
    left, _, right, _ = pipe.frame
    draw = np.random.default_rng(seed)
    count = max(3, round(count * pipe.width / 14.2))
    x = np.sort(np.linspace(left - 0.6, right + 0.6, 2 * count + 1))
    x[1:-1] += draw.normal(0, pipe.width / count * 0.07, 2 * count - 1)
    peak = draw.uniform(0.55, 1.0, 2 * count + 1)
    peak[::2] = draw.uniform(0.1, 0.42, count + 1)
    crest = np.column_stack((np.sort(x), foot + high * peak))
    rough = _rough(crest, draw, 0.13 * high, 4)
    low = foot - 0.3 * high
    paper.fill(polygon([*map(tuple, rough), (right + 1, low), (left - 1, low)]), dark)
    step = 2**4
    for number in range(1, 2 * count + 1, 2):
        flank = rough[step * number : step * (number + 1) + 1]
        top, end = flank[0], flank[-1]
        spine = np.linspace(0, 1, 8)
        sway = np.cumsum(draw.choice([-1, 1], 8) * draw.uniform(0.02, 0.1, 8)) - 0.1 * spine * 8 / 8
        height = top[1] - low
        line = np.column_stack((top[0] + (sway - sway[0]) * height, top[1] - spine * height))
        paper.fill(polygon([*map(tuple, flank), (end[0], low), *map(tuple, line[::-1])]), lit)
        cap = round(0.45 * len(flank))
        zigzag = np.linspace(flank[cap], line[3], 7) + [
            [0, s] for s in (0, -0.05 * height, 0.05 * height) * 2 + (0,)
        ]
        paper.fill(
            polygon(
                [*map(tuple, flank[: cap + 1]), *map(tuple, zigzag[1:]), *map(tuple, line[2::-1])]
            ),
            bright,
        )
        for share in draw.uniform(0.15, 0.6, 3).tolist():  # gullies
            at = line[int(share * 7)]
            reach = height * draw.uniform(0.1, 0.2)
            gully = at + reach * np.array([(0, 0), (0.7, -1), (0.1, -0.6)])
            paper.fill(polygon(gully), dark, 0.85)
    stops = [
        (0.0, pipe.colours.haze, 0.85),
        (0.65, pipe.colours.haze, 0.2),
        (1.0, pipe.colours.haze, 0.0),
    ]
    haze = linear((0, foot - 0.05 * high), (0, foot + high), stops)
    paper.fill(polygon([*map(tuple, rough), (right + 1, low), (left - 1, low)]), haze)


def _rough(line: np.ndarray, draw: np.random.Generator, by: float, times: int) -> np.ndarray:
    for _ in range(times):
        middles = (line[1:] + line[:-1]) / 2
        far = np.linalg.norm(np.diff(line, axis=0), axis=1)
        middles[:, 1] += draw.normal(0, 1, len(middles)) * np.minimum(by, 0.16 * far)
        both = np.empty((2 * len(line) - 1, 2))
        both[::2], both[1::2] = line, middles
        line, by = both, 0.55 * by
    return line


def pine(paper: Paper, pipe: Pipe, at: Point, high: float, far: float, seed: int) -> None:
    """A pine with snow on the side of the light; ``far`` from 0 to 1 fades it into the haze."""
    dark, mid, snow = (mix(colour, pipe.colours.haze, far) for colour in pipe.colours.pine)
    draw, (x, y), side = np.random.default_rng(seed), at, math.copysign(1, pipe.colours.light[0])
    paper.fill(
        rectangle(x - 0.025 * high, y - 0.02 * high, x + 0.025 * high, y + 0.3 * high),
        mix(dark, "#000000", 0.25),
    )
    rows = 9
    for row in range(rows):
        share = row / rows
        low, wide = (
            y + high * (0.1 + 0.8 * share),
            high * (0.36 * (1 - share) ** 0.85 * draw.uniform(0.9, 1.1) + 0.02),
        )
        tip = low + 0.9 / rows * 1.75 * high
        across = np.linspace(-1, 1, 11)
        jagged = np.where(np.arange(11) % 2, -0.03, 0.015) * draw.uniform(0.6, 1.3, 11)
        hem = np.column_stack((x + wide * across, low + high * (jagged - 0.03 * np.abs(across))))
        paper.fill(polygon([(x, tip), *map(tuple, hem[::-1])]), mix(dark, mid, 0.5 * share))
        lit = [
            (0.0, tip),
            (0.98, low - 0.022 * high),
            (0.72, low),
            (0.52, low - 0.028 * high),
            (0.36, low + 0.012 * high),
            (0.2, low + 0.4 * (tip - low)),
        ]
        paper.fill(polygon([(x + side * wide * q, h) for q, h in lit]), snow, 0.85)
