"""The road towards its vanishing point: sky, hills, fields, poplars, two lanes of asphalt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, blob, ellipse, polygon, rectangle
from scenes.worlds.lights import crescent, grained, shade_corners
from scenes.worlds.road.palette import Palette, palette

__all__ = ["LANE", "Road"]

LANE = 3.0  # m
_NEAR, _FAR = 0.2, 40.0  # depths between which there is road, the car's being 1
_EDGES = (-0.62 * LANE, 1.62 * LANE)
_POPLARS = ((-5.6, 22), (-5.4, 15), (-5.2, 10.4), (-5.0, 7.4))


@dataclass(frozen=True)
class Road:
    """Two lanes for a frame of this size; all of it is painted from where the car is.

    ``centre`` is the ground in the middle of the car's lane, where a metre is ``unit`` frame units;
    ``vanish`` is where the road ends on the horizon, ``moon`` where the moon or the sun stands.
    """

    width: float
    height: float
    night: bool
    centre: Point
    vanish: Point
    unit: float
    moon: Point
    morning: bool = False

    def at(self, x: float, depth: float = 1.0) -> Point:
        """Return where in the frame x metres to the right of the lane's centre are."""
        (cx, cy), (vx, vy) = self.centre, self.vanish
        return vx + (cx + self.unit * x - vx) / depth, vy + (cy - vy) / depth

    def stripe(self, x: float, wide: float, near: float = _NEAR, far: float = _FAR) -> Shape:
        """Return a stripe of the road, its middle at x."""
        ends = (x - wide / 2, near), (x + wide / 2, near), (x + wide / 2, far), (x - wide / 2, far)
        return polygon([self.at(*end) for end in ends])

    def plate(self, scale: float) -> Art:
        """Return the road: opaque, exactly the frame."""
        across, up = self.width / 2, self.height / 2
        return Art(_paint, (self,), (-across, -up, across, up), scale)


def _paint(paper: Paper, road: Road) -> None:
    paints = palette(road.night, road.morning)
    _sky(paper, road, paints)
    _fields(paper, road, paints)
    _asphalt(paper, road, paints)
    for x, depth in _POPLARS:
        _poplar(paper, road.at(x, depth), 5.0 * road.unit / depth, depth, paints)
    for depth in (2.75, 4.3, 6.8, 11.0):
        _post(paper, road.at(-2.45, depth), road.unit / depth, paints)
    shade_corners(paper, road.width, road.height, paints.calm, 0.35 if road.night else 0.1)
    grained(paper, 11)


def _sky(paper: Paper, road: Road, paints: Palette) -> None:
    top, horizon, draw = road.height / 2, road.vanish[1], np.random.default_rng(4)
    paper.flood(linear((0, top), (0, horizon), paints.sky))
    reach, strength = 0.3 * road.width, paints.light_strength
    glow = [(s, paints.light, strength * (1 - s) ** 2) for s in (0, 0.2, 0.45, 0.7, 1)]
    paper.fill(ellipse(road.moon, reach), radial(road.moon, reach, glow))
    if road.night and not road.morning:
        for x, y in draw.uniform((-road.width / 2, horizon), (road.width / 2, top), (110, 2)):
            if draw.uniform() < (y - horizon) / (top - horizon):
                star = ellipse((x, y), draw.uniform(0.007, 0.018), points=8)
                paper.fill(star, "#DFE9FF", draw.uniform(0.25, 0.8))
        paper.fill(crescent(road.moon, 0.36), paints.light, 0.95)
    else:
        paper.fill(ellipse(road.moon, 0.45), paints.light, 1.0, blur=0.03)
    x = np.linspace(-road.width / 2 - 0.2, road.width / 2 + 0.2, 160)
    for row, (colour, up) in enumerate(zip(paints.hills, (0.5, 0.3, 0.12), strict=True)):
        wave = np.sin(x * (0.45 + 0.3 * row) + 2.1 * row)
        wave += 0.4 * np.sin(x * (1.3 + 0.5 * row) + row)
        line = np.column_stack((x, horizon + up + 0.55 * up * wave))
        ends = [(x[-1], horizon - 0.2), (x[0], horizon - 0.2)]
        paper.fill(polygon(np.concatenate((line, ends))), colour)


def _fields(paper: Paper, road: Road, paints: Palette) -> None:
    low, (vx, horizon) = -road.height / 2, road.vanish
    far, near = paints.field
    paper.fill(rectangle(-road.width, low, road.width, horizon),
               linear((0, horizon), (0, low), [(0, far, 1), (0.4, mix(far, near, 0.5), 1),
                                               (1, near, 1)]))  # fmt: skip
    for x in np.linspace(-3.2 * road.width, 3.2 * road.width, 34):
        furrow = [(vx + 0.02 * (x - vx), horizon - 0.06), (x, low - 1)]
        paper.stroke(furrow, paints.furrow, 0.02, 0.3)


def _asphalt(paper: Paper, road: Road, paints: Palette) -> None:
    draw, (left, right) = np.random.default_rng(9), _EDGES
    whole = road.stripe((left + right) / 2, right - left)
    (far, near), low = paints.asphalt, -road.height / 2
    paper.fill(whole, linear((0, road.vanish[1]), (0, low), [(0, far, 1), (1, near, 1)]))
    with paper.clipped(whole):
        for x in (-0.75, 0.75, 2.25, 3.75):  # worn by wheels
            paper.fill(road.stripe(x, 0.44), paints.speck[1], 0.16, blur=0.09)
        for _ in range(700):
            depth = 1 / draw.uniform(0.06, 2.0)
            spot = road.at(draw.uniform(left, right), depth)
            speck = ellipse(spot, 0.024 / depth + 0.004, 0.007 / depth + 0.002, points=8)
            paper.fill(speck, paints.speck[int(draw.integers(2))], draw.uniform(0.06, 0.25))
    for x, wide in ((left + 0.24, 0.12), (right - 0.24, 0.12), (LANE / 2, 0.13)):
        paper.fill(road.stripe(x, wide), paints.line, 0.9)
    paper.stroke([road.at(0, 0.9), road.at(0, 26)], paints.centre, 0.13, 0.25, blur=0.08)
    for depth in np.geomspace(0.227, 26, 31).tolist():
        paper.fill(road.stripe(0, 0.06, depth, 1.075 * depth), paints.centre, 0.95)


def _poplar(paper: Paper, foot: Point, height: float, depth: float, paints: Palette) -> None:
    draw, far = np.random.default_rng(round(10 * depth)), min(1.0, (depth - 4.6) / 18)
    lit, body, shade = (mix(colour, paints.haze, far) for colour in paints.tree)
    up = np.linspace(0, 1, 12)
    half = 0.15 * np.sin(np.pi * up) ** 0.75 * (1 + 0.1 * draw.standard_normal(12))
    sides = [(s * w, 0.06 + 0.94 * t) for s, order in ((-1, 1), (1, -1))
             for w, t in list(zip(half, up, strict=True))[::order]]  # fmt: skip
    x, y = foot
    paper.fill(rectangle(x - 0.02 * height, y, x + 0.02 * height, y + 0.15 * height), shade)
    crown = blob([(x + height * a, y + height * b) for a, b in sides], detail=4)
    paper.solid(crown, body, shade, towards=(1, 0.1), depth=0.05 * height, rim=lit,
                width=max(0.012, 0.008 * height))  # fmt: skip


def _post(paper: Paper, foot: Point, unit: float, paints: Palette) -> None:
    (x, y), half, high = foot, 0.045 * unit, 0.95 * unit
    pale = mix(paints.line, paints.hills[0], 0.35)
    paper.fill(rectangle(x - half, y, x + half, y + high), pale)
    paper.fill(rectangle(x - half, y + 0.66 * high, x + half, y + 0.9 * high), paints.dark[1])
    glass = rectangle(x - 0.4 * half, y + 0.72 * high, x + 0.5 * half, y + 0.84 * high)
    paper.fill(glass, paints.lamp)
