"""The yard over the valley: a terrace of stone, steps to a tank, the house."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import ellipse, rectangle
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.valley.land import paint_ridges, paint_sky
from scenes.worlds.valley.palette import Palette, palette

__all__ = ["Yard", "bucket_art", "house_art", "tank_art"]


@dataclass(frozen=True)
class Yard:
    """A terrace at the height ``ground``, the valley's mouth behind it.

    ``steps`` are pairs of the left end and the height of stone steps that lead up to ``wall``, the
    side of the tank; none without a tank.
    """

    width: float
    height: float
    night: bool
    ground: float
    mouth: float
    steps: tuple[tuple[float, float], ...] = ()
    wall: float = 0.0
    dawn: bool = False

    def plate(self, scale: float) -> Art:
        """Return the yard: opaque, exactly the frame."""
        across, up = self.width / 2, self.height / 2
        return Art(_paint_yard, (self,), (-across, -up, across, up), scale)


def _paint_yard(paper: Paper, yard: Yard) -> None:
    paints = palette(yard.night, yard.dawn)
    high = yard.ground + 0.5 * min(yard.height, 8.0)
    paint_sky(paper, yard.width, yard.height, paints, (yard.mouth, high - 0.9))
    paint_ridges(paper, yard.width, yard.ground, high, yard.mouth, paints)
    _paint_terrace(paper, yard, paints)
    for row, (left, top) in enumerate(yard.steps):
        _paint_step(paper, yard, paints, left, top, row)
    shade_corners(paper, yard.width, yard.height, paints.shade, 0.35 if yard.night else 0.08)
    grained(paper, 5)


def _paint_terrace(paper: Paper, yard: Yard, paints: Palette) -> None:
    low, across, ground = -yard.height / 2, yard.width / 2, yard.ground
    lit, upper, lower = paints.stone
    down = linear((0, ground), (0, low), [(0, upper, 1), (0.2, mix(upper, lower, 0.5), 1),
                                          (1, lower, 1)])  # fmt: skip
    paper.fill(rectangle(-across - 1, low - 1, across + 1, ground), down)
    for row in range(int((ground - low) / 0.42) + 1):
        top = ground - 0.14 - 0.42 * row
        paper.stroke([(-across, top), (across, top)], paints.joint, 0.017, 0.5)
        for x in np.arange(-across - 0.7 * (row % 2), across, 1.4).tolist():
            paper.stroke([(x, top), (x, top - 0.42)], paints.joint, 0.016, 0.4)
    paper.fill(rectangle(-across - 1, ground - 0.07, across + 1, ground + 0.06), upper)
    paper.fill(rectangle(-across - 1, ground - 0.12, across + 1, ground - 0.06), paints.shade, 0.4)
    paper.stroke([(-across, ground + 0.05), (across, ground + 0.05)], lit, 0.03, 0.75)


def _paint_step(
    paper: Paper, yard: Yard, paints: Palette, left: float, top: float, row: int
) -> None:
    lit, upper, lower = paints.stone
    right, bottom = yard.wall, yard.ground
    paper.fill(rectangle(left - 0.16, bottom, left + 0.1, top), paints.shade, 0.35, blur=0.08)
    face = linear((0, top), (0, bottom), [(0, mix(upper, lit, 0.18), 1), (0.3, upper, 1),
                                         (1, mix(upper, lower, 0.7), 1)])  # fmt: skip
    paper.fill(rectangle(left, bottom, right, top), face)
    for level in np.arange(top - 0.66, bottom, -0.66).tolist():
        paper.stroke([(left, level), (right, level)], paints.joint, 0.018, 0.45)
    for number, x in enumerate(np.arange(left + 0.45 + 0.4 * (row % 2), right, 0.95).tolist()):
        up = top - 0.1 - 0.66 * (number % 2)
        paper.stroke([(x, up), (x, max(bottom, up - 0.56))], paints.joint, 0.016, 0.35)
    paper.fill(rectangle(left - 0.06, top - 0.09, right, top + 0.03), mix(upper, lit, 0.3))
    paper.fill(rectangle(left, top - 0.15, right, top - 0.09), paints.shade, 0.35)
    paper.stroke([(left - 0.05, top + 0.02), (right, top + 0.02)], lit, 0.028, 0.85)


def house_art(width: float, height: float, night: bool, scale: float) -> Art:
    """Return the house with its door, the foot of its left wall at the origin."""
    return Art(_paint_house, (width, height, night), (-0.9, -0.1, width, height + 0.2), scale)


def _paint_house(paper: Paper, width: float, height: float, night: bool) -> None:
    paints = palette(night, dawn=True)
    eaves = 0.68 * height
    lit, dark = paints.wall
    paper.fill(
        rectangle(0, 0, width, eaves), linear((0, 0), (width, 0), [(0, lit, 1), (1, dark, 1)])
    )
    draw = np.random.default_rng(8)
    for x, y in draw.uniform((0.1, 0.15), (width - 0.4, eaves - 0.2), (26, 2)).tolist():
        paper.fill(rectangle(x, y, x + 0.34, y + 0.15, 0.06), mix(dark, paints.shade, 0.25), 0.35)
    roof, under = paints.roof
    slope = [(-0.72, eaves - 0.12), (0.55, height), (width + 1, height), (width + 1, eaves - 0.12)]
    paper.solid((np.array(slope)[::-1],), roof, under, towards=(-0.6, 0.8), depth=0.05)
    for row in range(1, 6):
        y = eaves - 0.12 + row * (height - eaves) / 6
        paper.stroke([(-0.72 + 0.21 * row, y), (width, y)], under, 0.022, 0.6)
    paper.fill(rectangle(-0.72, eaves - 0.24, width + 1, eaves - 0.11), under)
    paper.fill(rectangle(0, eaves - 0.55, width, eaves - 0.24), paints.shade, 0.25, blur=0.08)
    leaf, frame = paints.door
    for grow, colour in ((0.1, frame), (0.0, leaf)):
        paper.fill(rectangle(0.6 - grow, 0, 1.6 + grow, 1.75, 0.0), colour)
        paper.fill(ellipse((1.1, 1.75), 0.5 + grow), colour)
    for x in (0.93, 1.27):
        paper.stroke([(x, 0.1), (x, 2.0)], mix(leaf, paints.shade, 0.4), 0.02, 0.6)
    paper.fill(ellipse((0.76, 0.95), 0.055), paints.window)
    if night:
        shine = [(0, "#63F5BF", 0.22), (1, "#63F5BF", 0.0)]
        paper.fill(ellipse((1.1, 1.2), 1.6), radial((1.1, 1.2), 1.6, shine))


def tank_art(width: float, height: float, night: bool, scale: float) -> Art:
    """Return the tank's glass, its foot's middle at the origin."""
    side = width / 2 + 0.3
    return Art(_paint_tank, (width, height, night), (-side, -0.5, side, height + 0.5), scale)


def _paint_tank(paper: Paper, width: float, height: float, night: bool) -> None:
    paints, half, up = palette(night), width / 2, 0.09 * width
    shade, gleam = paints.shade, "#E8FBFF"
    across = [(0, shade, 0.42), (0.16, shade, 0.06), (0.42, gleam, 0.16), (0.6, gleam, 0.02),
              (0.86, shade, 0.12), (1, shade, 0.45)]  # fmt: skip
    paper.fill(rectangle(-half, 0, half, height), linear((-half, 0), (half, 0), across))
    for x, wide, strength in ((-0.78, 0.11, 0.16), (-0.6, 0.045, 0.12)):
        left = x * half
        paper.fill(rectangle(left, 0.4, left + wide, height - 0.5, wide / 2), gleam, strength)
    for x, strength in ((-half, 0.75), (half, 0.95)):
        paper.stroke([(x, 0), (x, height)], paints.glass, 0.03, strength)
    turns = np.linspace(0, 2 * np.pi, 80)
    rim = np.column_stack((half * np.cos(turns), height + up * np.sin(turns)))
    paper.stroke(rim[:40], paints.glass, 0.026, 0.5)
    paper.stroke(rim[40:], paints.glass, 0.045, 0.95)
    foot = rim[40:] - (0, height)
    base = np.concatenate((1.05 * foot, 1.05 * foot[::-1] - (0, 0.14)))
    paper.fill((base,), mix(paints.stone[1], shade, 0.2))
    paper.stroke(1.05 * foot, paints.stone[0], 0.025, 0.8)


def bucket_art(night: bool, scale: float) -> Art:
    """Return a bucket that pours to the right, in cm, the middle of its side at the origin."""
    return Art(_paint_bucket, (night,), (-30.0, -30.0, 30.0, 30.0), scale)


def _paint_bucket(paper: Paper, night: bool) -> None:
    tin, dark, edge = (
        ("#6B7588", "#39435A", "#C3CCDA") if night else ("#9AA5B4", "#6B7588", "#FFFFFF")
    )
    with paper.moved(degrees=-112):
        sides = [(-16, 17), (-11.5, -17), (11.5, -17), (16, 17)]
        paper.solid((np.array(sides),), tin, dark, towards=(0.8, 0.6), rim=edge, width=0.8)
        for up in (9.0, -10.0):
            paper.stroke([(-14, up), (14, up)], dark, 2.2, 0.8)
        paper.fill(ellipse((0, 17), 16, 4.6), dark)
        turns = np.linspace(0, 2 * np.pi, 40)
        paper.stroke(np.column_stack((16 * np.cos(turns), 17 + 4.6 * np.sin(turns))), edge, 1.4)
