"""The valley from straight above: sheets of paper, one below another, with trees on the rims."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import ellipse
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.valley.palette import palette

__all__ = ["Trough"]

TREES = 420
SHEETS = 22


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
    high, low = paints.ridges[-1], mix(paints.ridges[0], paints.ridge_edge, 0.22)
    paper.flood(linear((0, 1), (0, -1), [(0, high, 1), (1, high, 1)]))
    for level in range(SHEETS, 0, -1):
        across, up = (radius * level**0.5 for radius in trough.radii)
        colour = mix(low, high, (level / SHEETS) ** 0.5)
        edge = ellipse((0, 0), across, up, points=180)
        with paper.moved(trough.middle):
            with paper.moved((-0.04, -0.07)):
                paper.fill(edge, paints.shade, 1.6 * paints.shade_strength, blur=0.1)
            paper.fill(edge, colour)
            paper.stroke(edge[0], mix(colour, paints.ridge_edge, 0.5), 0.02, 0.6)
    with paper.moved(trough.middle, scale=(1.0, 0.5)):
        light = [(0, paints.glow, 0.75), (0.35, paints.glow, 0.36), (1, paints.glow, 0)]
        paper.fill(ellipse((0, 0), 0.8 * trough.width), radial((0, 0), 0.8 * trough.width, light))
    draw = np.random.default_rng(12)
    spots = draw.uniform(-0.5, 0.5, (TREES, 2)) * (trough.width, trough.height)
    levels = ((spots - trough.middle) / trough.radii) ** 2 @ np.ones(2)
    for (x, y), level in zip(spots.tolist(), levels.tolist(), strict=True):
        size = draw.uniform(0.08, 0.16)
        if level < draw.uniform(3, SHEETS):
            continue
        paper.fill(ellipse((x + 0.05, y - 0.07), size), paints.shade, 0.45)
        paper.fill(ellipse((x, y), size), mix(high, paints.tree, 0.35))
        lit = mix(paints.ridges[2], paints.tree, 0.2)
        paper.fill(ellipse((x - 0.03, y + 0.04), 0.5 * size), lit)
    shade_corners(paper, trough.width, trough.height, paints.shade, 0.3 if trough.night else 0.06)
    grained(paper, 7)
