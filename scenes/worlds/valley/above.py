"""The valley from straight above: sheets of paper, one below another, with trees on the rims."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import ellipse
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.valley.palette import palette

__all__ = ["Trough"]

TREES = 260
TIPS = 9  # of a tree's branches
SHEETS = 22
DARKEST = 13  # sheets up


@dataclass(frozen=True)
class Trough:
    """Sheets whose edges are levels of a cost: ellipses about a place, ``radii`` the innermost's.

    They grow by equal steps of the cost, until the frame is covered.
    """

    width: float
    height: float
    night: bool
    middle: tuple[float, float]
    radii: tuple[float, float]

    def plate(self, scale: float) -> Art:
        """Return the valley: opaque, exactly the frame."""
        across, up = self.width / 2, self.height / 2
        return Art(_paint, (self,), (-across, -up, across, up), scale)


def _paint(paper: Paper, trough: Trough) -> None:
    paints = palette(trough.night)
    high, low = paints.ridges[-1], paints.ridges[0]
    paper.flood(linear((0, 1), (0, -1), [(0, high, 1), (1, high, 1)]))
    for level in range(SHEETS, 0, -1):
        across, up = (radius * level**0.5 for radius in trough.radii)
        colour = mix(low, high, min(1.0, level / DARKEST) ** 0.6)
        edge = ellipse((0, 0), across, up, points=180)
        with paper.moved(trough.middle):
            with paper.moved((-0.04, -0.07)):
                paper.fill(edge, paints.shade, 1.6 * paints.shade_strength, blur=0.1)
            paper.fill(edge, colour)
            paper.stroke(edge[0], mix(colour, paints.ridge_edge, 0.5), 0.02, 0.6)
    with paper.moved(trough.middle, scale=(1.0, 0.6)):
        light = [(0, paints.glow, 0.8), (0.25, paints.glow, 0.34), (1, paints.glow, 0)]
        reach = 0.5 * trough.width
        paper.fill(ellipse((0, 0), reach), radial((0, 0), reach, light))
    draw = np.random.default_rng(12)
    spots = draw.uniform(-0.5, 0.5, (TREES, 2)) * (trough.width, trough.height)
    levels = ((spots - trough.middle) / trough.radii) ** 2 @ np.ones(2)
    dark, lit = mix(high, paints.tree, 0.35), mix(paints.ridges[2], paints.tree, 0.2)
    for (x, y), level in zip(spots.tolist(), levels.tolist(), strict=True):
        size = draw.uniform(0.14, 0.3)
        if level < draw.uniform(3, SHEETS):
            continue
        paper.fill((_crown((x + 0.09, y - 0.12), size),), paints.shade, 0.45)
        for share, gleam in ((1.0, 0.0), (0.68, 0.35), (0.36, 0.7)):
            place = (x - 0.05 * (1 - share), y + 0.08 * (1 - share))
            paper.fill((_crown(place, share * size),), mix(dark, lit, gleam))
    shade_corners(paper, trough.width, trough.height, paints.shade, 0.3 if trough.night else 0.06)
    grained(paper, 7)


def _crown(middle: tuple[float, float], radius: float) -> np.ndarray:
    """Return a tree's outline as it is seen from above: tips of branches about its trunk."""
    turns = np.linspace(0, math.tau, 2 * TIPS, endpoint=False)
    radii = radius * np.where(np.arange(2 * TIPS) % 2, 0.62, 1.0)
    return np.column_stack((np.cos(turns), np.sin(turns))) * radii[:, None] + middle
