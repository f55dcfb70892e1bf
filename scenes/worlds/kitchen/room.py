"""The kitchen: tiles under a lamp, shelf, window, and the stove whose front edge is a ruler."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, blob, curve, ellipse, polygon, rectangle
from scenes.worlds.kitchen.palette import Palette, palette
from scenes.worlds.lights import grained, shade_corners

__all__ = ["HOB", "RULER", "Kitchen"]

TILE = (0.71, 0.467)
HOB, RULER = 0.35, 0.62  # how high the hob's front is, and the ruler below it
_FLAMES = 13


@dataclass(frozen=True)
class Kitchen:
    """The kitchen in a frame of this size.

    ``stove`` is how high the stove's upper edge is, ``burners`` are flames: the middle and half the
    width of each. Where there is no burner, a table stands in the stove's place. ``lamp`` is where
    the light falls from; a ``bare`` wall has neither shelf nor window. In a ``parted`` kitchen a
    post stands in the middle, and the left half, where the window is then, has no lamp.
    """

    width: float
    height: float
    night: bool
    stove: float
    burners: tuple[tuple[float, float], ...] = ()
    lamp: float = 0.0
    noon: bool = False
    bare: bool = False
    parted: bool = False

    def plate(self, scale: float) -> Art:
        """Return the kitchen: opaque, exactly the frame."""
        half = self.width / 2, self.height / 2
        return Art(_paint, (self,), (-half[0], -half[1], *half), scale)


def _paint(paper: Paper, room: Kitchen) -> None:
    paints, right, top = palette(room.night, room.noon), room.width / 2, room.height / 2
    low, high = paints.wall
    stops = [(0, low, 1), (0.5, high, 1), (1, low, 1)]
    paper.flood(linear((-right, 0), (right, 0), [(x, c, 1.0) for x, c, _ in stops]))
    light = (room.lamp, top - 0.7)
    _tiles(paper, room, paints, light)
    colour, strong = paints.lamp
    reach = 0.7 * max(room.width, room.height)
    glow = [(0.0, colour, strong), (0.4, colour, 0.42 * strong), (1.0, colour, 0.0)]
    paper.flood(radial((light[0], light[1] - 1.2), reach, glow))
    small = min(1.0, room.width / 11)
    upper = top - 0.42 * max(0.0, room.height - room.width)  # in a tall frame words stand above
    if room.parted:
        _part(paper, room, paints)
    if not room.bare:
        with paper.moved(scale=(-1 if room.parted else 1, 1)):
            _window(paper, paints, (right - 0.05, upper), small)
            _shelf(paper, paints, (-right, upper - 1.25 * small), small)
    _stove(paper, room, paints)
    dark = "#05070D" if room.night else "#B9A88A"
    shade_corners(paper, room.width, room.height, dark, 0.55 if room.night else 0.2)
    grained(paper, 11)


def _part(paper: Paper, room: Kitchen, paints: Palette) -> None:
    """Paint the post in the middle, and night on its left."""
    left, top = -room.width / 2, room.height / 2
    night = rectangle(left, -top, 0, top)
    paper.fill(night, paints.sky[0][1], 0.78)
    with paper.clipped(night):
        light = [(0, paints.orb[1], 0.4), (1, paints.orb[1], 0)]
        paper.flood(radial((left + 1.8, top - 0.6), 0.6 * room.height, light))
    lit, shaded, edge = paints.wood
    paper.fill(rectangle(-0.2, -top, 0.2, top), linear((-0.2, 0), (0.2, 0), [
        (0, shaded, 1), (0.7, lit, 1), (1, edge, 1)]))  # fmt: skip


def _tiles(paper: Paper, room: Kitchen, paints: Palette, light: Point) -> None:
    rng, (wide, high) = np.random.default_rng(8), TILE
    right, top = room.width / 2, room.height / 2
    rows = np.arange(top - (1.6 if room.width > room.height else 2.2), room.stove - high, -high)
    for row, y in enumerate(rows.tolist()):
        for x in np.arange(-right - (row % 2) * wide / 2, right, wide).tolist():
            near = math.hypot(x + wide / 2 - light[0], y - light[1])
            tone = mix(*paints.tiles, float(rng.uniform(0, 1)))
            tone = mix(tone, paints.warm, max(0.0, 0.62 - near / 10))
            paper.fill(rectangle(x + 0.02, y - high + 0.02, x + wide - 0.02, y - 0.02, 0.03), tone)
            line = [(x + 0.05, y - 0.04), (x + wide - 0.07, y - 0.04)]
            paper.stroke(line, paints.gleam[0], 0.012, paints.gleam[1])


def _shelf(paper: Paper, paints: Palette, corner: Point, size: float) -> None:
    """Paint a shelf with jars and onions; its upper left corner is on the frame's edge."""
    lit, shaded, edge = paints.wood
    with paper.moved(corner, scale=(size, size)):
        paper.fill(rectangle(-0.1, -0.16, 3.7, 0), linear((0, 0), (0, -0.16), [
            (0, lit, 1), (1, shaded, 1)]))  # fmt: skip
        paper.stroke([(-0.1, 0), (3.7, 0)], edge, 0.018, 0.7)
        paper.fill(rectangle(-0.1, -0.5, 3.7, -0.16), linear((0, -0.16), (0, -0.5), [
            (0, "#000000", 0.28), (1, "#000000", 0)]))  # fmt: skip
        jars = ((0.3, 0.52, 0.78, 0.7), (0.92, 0.45, 0.58, 0.8), (1.48, 0.58, 0.93, 0.62),
                (2.2, 0.4, 0.62, 0.75))  # fmt: skip
        for (x, wide, high, full), (tone, shade) in zip(jars, paints.filled, strict=True):
            paper.fill(rectangle(x, 0, x + wide, high, 0.06), paints.glass, 0.8)
            inside = rectangle(x, 0, x + wide, high * full, 0.05)
            sides = [(0, shade, 1.0), (0.6, tone, 1.0), (1, tone, 1.0)]
            paper.fill(inside, linear((x, 0), (x + wide, 0), sides))
            gleam = rectangle(x + 0.7 * wide, 0.1 * high, x + 0.8 * wide, 0.9 * high, 0.02)
            paper.fill(gleam, "#FFE9C4", 0.4)
            lid = rectangle(x + 0.03, high - 0.02, x + wide - 0.03, high + 0.11, 0.02)
            paper.fill(lid, paints.lid)
            paper.stroke([(x + 0.05, high + 0.11), (x + wide - 0.05, high + 0.11)], edge, 0.016,
                         0.6)  # fmt: skip
        for x, radius in ((2.82, 0.19), (3.14, 0.22), (3.44, 0.15)):
            paper.solid(ellipse((x, radius), radius, 0.92 * radius), *paints.onion,
                        towards=(0.5, 1), depth=0.06, rim=edge, width=0.016)  # fmt: skip
            stalk = [(x, 1.9 * radius), (x + 0.02, 2.25 * radius), (x + 0.07, 2.5 * radius)]
            paper.stroke(curve(stalk), paints.onion[0], 0.035)


def _window(paper: Paper, paints: Palette, corner: Point, size: float) -> None:
    """Paint the window, its upper right corner cut off by the frame's edge."""
    rng, (dark, lit) = np.random.default_rng(3), paints.frame
    wide, high = 2.55, 2.2
    with paper.moved(corner, scale=(size, size)):
        paper.fill(rectangle(-wide - 0.16, -high - 0.16, 0.16, 1.16), dark)
        paper.fill(rectangle(-wide - 0.1, -high - 0.1, 0.1, 1.1), lit)
        pane = rectangle(-wide, -high, 0, 1)
        paper.fill(pane, linear((0, 0), (0, -high), paints.sky))
        with paper.clipped(pane):
            for _ in range(40 if paints.stars else 0):
                spot = (float(rng.uniform(-wide, 0)), float(rng.uniform(-1.5, 0.2)))
                radius = float(rng.choice([0.009, 0.014, 0.019]))
                paper.fill(
                    ellipse(spot, radius, points=12), "#DFE9FF", float(rng.uniform(0.3, 0.9))
                )
            orb, halo = paints.orb
            glow = [(0.0, halo, 0.6), (0.4, halo, 0.25), (1.0, halo, 0.0)]
            paper.fill(ellipse((-1.8, -0.66), 0.9), radial((-1.8, -0.66), 0.9, glow))
            paper.fill(ellipse((-1.8, -0.66), 0.23), orb)
            if paints.stars:  # a crescent
                paper.fill(ellipse((-1.69, -0.6), 0.2), mix(paints.sky[0][1], halo, 0.3))
            ridge = curve([(-2.7, -1.75), (-2.0, -1.5), (-1.3, -1.78), (-0.6, -1.55), (0.1, -1.8)])
            paper.fill(polygon([*ridge.tolist(), (0.1, -3.0), (-2.7, -3.0)]), paints.hills)
        paper.fill(rectangle(-wide / 2 - 0.055, -high, -wide / 2 + 0.055, 1), lit)
        paper.fill(rectangle(-wide, -1.02, 0, -0.93), lit)
        paper.fill(rectangle(-wide - 0.27, -high - 0.2, 0.27, -high - 0.07), paints.wood[1])
        sill = [(-wide - 0.27, -high - 0.07), (0.27, -high - 0.07)]
        paper.stroke(sill, paints.wood[2], 0.018, 0.7)
        paper.fill(polygon([(-0.62, -1.85), (-0.12, -1.85), (-0.2, -2.26), (-0.54, -2.26)]),
                   paints.pot[1])  # fmt: skip
        paper.fill(rectangle(-0.66, -1.9, -0.08, -1.78, 0.02), paints.pot[0])
        for turn, far in ((-60, 0.33), (-30, 0.4), (0, 0.45), (28, 0.4), (58, 0.33), (-86, 0.25),
                          (84, 0.25)):  # fmt: skip
            x, y = far * math.sin(math.radians(turn)), far * math.cos(math.radians(turn))
            paper.solid(ellipse((-0.37 + x, -1.76 + y), 0.1, 0.15, -turn), *paints.leaf,
                        towards=(-0.4, 1), depth=0.04)  # fmt: skip


def _stove(paper: Paper, room: Kitchen, paints: Palette) -> None:
    right, low, high = room.width / 2 + 0.1, -room.height / 2, room.stove
    top, middle, foot = paints.hob
    paper.fill(rectangle(-right, low, right, high), linear((0, high), (0, low), [
        (0, top, 1), (0.18, middle, 1), (1, foot, 1)]))  # fmt: skip
    paper.stroke([(-right, high), (right, high)], paints.edge, 0.022, 0.6)
    for burner in room.burners:
        _burner(paper, paints, burner, high)
    first, last = high - HOB, high - HOB - RULER
    one, two, three = paints.front
    paper.fill(rectangle(-right, last, right, first), linear((0, first), (0, last), [
        (0, one, 1), (0.2, two, 1), (1, three, 1)]))  # fmt: skip
    paper.stroke([(-right, first), (right, first)], paints.edge, 0.018, 0.8)
    knobs = (-6.0, -4.9, 4.9, 6.0) if room.width > 10 else (-3.3, -2.5, 2.5, 3.3)
    for x in knobs if room.burners else ():
        y = (last + low) / 2 if room.width > 10 else low + 0.3
        paper.solid(ellipse((x, y), 0.17), *paints.knob, towards=(-0.5, 1), depth=0.05)
        paper.stroke([(x, y + 0.02), (x, y + 0.13)], paints.gleam[0], 0.03, 0.8)


def _burner(paper: Paper, paints: Palette, burner: tuple[float, float], high: float) -> None:
    x, half = burner
    glow = [(0.0, "#4F8FFF", 0.5), (0.5, "#4F8FFF", 0.16), (1.0, "#4F8FFF", 0.0)]
    with paper.moved((x, high - 0.2), scale=(1.0, 0.22)):
        paper.fill(ellipse((0, 0), 2.2 * half), radial((0, 0), 2.2 * half, glow))
    foot, every = high - 0.3, 2 * half / (_FLAMES - 1)
    for number in range(_FLAMES):
        at = x - half + every * number
        tall, lean = 0.33 + 0.07 * math.sin(2.1 * number), 0.05 * (at - x)
        flame = blob([(at - 0.55 * every, foot), (at - 0.5 * every, foot + 0.45 * tall),
                      (at + lean, foot + tall), (at + 0.5 * every, foot + 0.45 * tall),
                      (at + 0.55 * every, foot), (at, foot - 0.03)], detail=6)  # fmt: skip
        paper.fill(flame, "#3F86FF", 0.5, blur=0.03)
        paper.fill(flame, linear((0, foot + tall), (0, foot), [
            (0, "#7FB6FF", 0.9), (0.6, "#4F8FFF", 0.85), (1, "#1F4FB8", 0.6)]))  # fmt: skip
        core = blob([(at - 0.25 * every, foot), (at + 0.4 * lean, foot + 0.5 * tall),
                     (at + 0.25 * every, foot)], detail=6)  # fmt: skip
        paper.fill(core, "#E2F0FF", 0.85)
    paper.fill(rectangle(x - half - 0.2, high - HOB, x + half + 0.2, foot, 0.02), paints.iron)
    for side in (-1.75, -1.15, 1.15, 1.75):
        at = x + side * half
        paper.fill(polygon([(at - 0.07, high - HOB), (at + 0.07, high - HOB),
                            (x + 0.93 * side * half + 0.05, high + 0.1),
                            (x + 0.93 * side * half - 0.05, high + 0.1)]), paints.iron)  # fmt: skip
