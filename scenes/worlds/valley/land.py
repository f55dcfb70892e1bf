"""Sky, ridges and trees of paper."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Points, Shape, ellipse, polygon
from scenes.worlds.valley.palette import Palette

__all__ = ["paint_ridge", "paint_ridges", "paint_sky", "rough"]

Floats = NDArray[np.float64]
_OCTAVES = ((4, 1.0), (9, 0.45), (21, 0.2), (47, 0.09))
_CLOUD = ((0, 0, 0.9, 0.13), (-0.34, 0.1, 0.38, 0.17), (0.18, 0.16, 0.46, 0.22),
          (0.6, 0.06, 0.34, 0.13))  # fmt: skip


def rough(shares: Floats, seed: int) -> Floats:
    """Return a skyline at shares from 0 to 1 of its length: about -1 to 1."""
    draw, line = np.random.default_rng(seed), np.zeros_like(shares)
    for knots, size in _OCTAVES:
        line += size * np.interp(shares * knots, range(knots + 2), draw.uniform(-1, 1, knots + 2))
    return line


def paint_sky(
    paper: Paper, width: float, height: float, paints: Palette, sun: tuple[float, float],
    low: float | None = None,
) -> None:  # fmt: skip
    """Paint the sky of a frame about the origin, with its glow, its stars or its clouds.

    Its lowest colour is at ``low``, else below the middle.
    """
    top, night = height / 2, paints.shade_strength > 0.2
    low = -0.3 * height if low is None else low
    paper.flood(linear((0, top), (0, low), paints.sky))
    reach = 0.42 * max(width, 0.8 * height)
    stops = [
        (s, paints.glow, paints.glow_strength * (1 - s) ** 1.8) for s in (0, 0.2, 0.45, 0.7, 1)
    ]
    with paper.moved(sun, scale=(1, 0.62 if night else 0.9)):
        paper.flood(radial((0, 0), reach, stops))
    if not night:
        paper.fill(ellipse(sun, 0.42), "#FFFDF2", 0.95, blur=0.12)
    draw = np.random.default_rng(3)
    if night:
        for x, y in draw.uniform((-width / 2, 0.12 * height), (width / 2, top), (70, 2)).tolist():
            paper.fill(ellipse((x, y), draw.uniform(0.007, 0.018), points=8), "#DDE6FF",
                       draw.uniform(0.2, 0.65))  # fmt: skip
        return
    for x, y, size in ((-0.33, 0.39, 1.5), (0.3, 0.44, 1.1)):
        with paper.layer(opacity=0.8), paper.moved((x * width, y * height), scale=(size, size)):
            for dx, dy, across, up in _CLOUD:
                paper.fill(ellipse((dx, dy), across, up), "#FFFFFF", 1.0)


def paint_ridges(
    paper: Paper, width: float, low: float, high: float, mouth: float, paints: Palette
) -> None:
    """Paint ridges that open at ``mouth``, from a horizon at ``high`` down to ``low``."""
    count = len(paints.ridges) - 1
    x = np.linspace(-width / 2 - 0.4, width / 2 + 0.4, 420)
    for row in range(count):
        near = row / (count - 1)
        centre = mouth + 0.5 * math.sin(1.7 * row) - 1.4 * near
        open_ = 0.24 * max(width, 9.0) * (1 + 0.5 * near)
        wall = 1 - np.exp(-1.15 * ((x - centre) / open_) ** 2)
        base = high + (low - high) * (0.12 + 0.8 * near)
        line = base + wall * (0.34 - 0.12 * near) * (high - low)
        line += rough((x - x[0]) / (x[-1] - x[0]), 40 + row) * wall * (0.16 + 0.06 * near)
        trees = wall * 0.16 + 0.015 if row else np.zeros_like(x)
        paint_ridge(paper, np.column_stack((x, line)), row, low - 1.0, paints, 0.2 + 0.2 * near,
                    trees)  # fmt: skip


def paint_ridge(
    paper: Paper, line: Points, row: int, bottom: float, paints: Palette, tree: float,
    trees: Floats,
) -> None:  # fmt: skip
    """Paint one sheet of land below a line (n, 2), with a tree of this height at some points.

    ``trees`` is the chance of each point to have one.
    """
    colour = paints.ridges[row]
    far = 1 - row / len(paints.ridges)
    draw = np.random.default_rng(70 + row)
    if row:
        paper.stroke(line, paints.shade, 0.2, paints.shade_strength, blur=0.14)
    last = -9.0
    for (x, y), chance in zip(line.tolist(), trees.tolist(), strict=True):
        if draw.uniform() < chance and x - last > 0.12 * tree:
            size = tree * draw.uniform(0.7, 1.3)
            paper.fill(_tree(x, y - 0.02, size), mix(colour, paints.tree, 0.36))
            last = x
    ends = [(line[-1, 0], bottom), (line[0, 0], bottom)]
    top, floor = float(line[:, 1].max()), float(line[:, 1].min())
    body = linear((0, top), (0, min(floor, top - 0.8) - 0.2), [
        (0, mix(colour, paints.shade, 0.16), 1), (0.6, colour, 1),
        (1, mix(colour, paints.mist, 0.1 + 0.14 * far), 1),
    ])  # fmt: skip
    paper.fill(polygon(np.concatenate((line, ends))), body)
    paper.stroke(line, mix(colour, paints.ridge_edge, 0.45), 0.017, 0.55)


def _tree(x: float, y: float, height: float) -> Shape:
    wide, right = 0.36 * height, []
    for row in (1, 2, 3):
        up, half = y + height * (1 - 0.92 * row / 3), wide * (0.35 + 0.65 * row / 3) / 2
        right += [(half, up), (0.55 * half, up + 0.03 * height)]
    right += [(0.08 * wide, y + 0.08 * height), (0.08 * wide, y)]
    left = [(-dx, up) for dx, up in reversed(right)]
    return polygon([(x, y + height), *((x + dx, up) for dx, up in right + left)])
