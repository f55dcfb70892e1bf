"""The valley cut through: parabolas of paper one behind another, towards a house."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper, radial
from scenes.paint.shapes import Points, ellipse, polygon, rectangle
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.valley.land import paint_ridge, paint_sky, rough
from scenes.worlds.valley.palette import Palette, palette

__all__ = ["Fold", "Section", "hut_art"]

LAMP = 3.2  # frame units: how far the light of the house reaches
NEAREST = 0.3  # of all folds: those that it falls on


@dataclass(frozen=True)
class Fold:
    """A parabola y = floor + steep (x - middle)² of the frame, so much smaller than the first."""

    middle: float
    floor: float
    steep: float
    size: float


@dataclass(frozen=True)
class Section:
    """Folds from far to near, each with a plateau ``rise`` times its size over its floor.

    If it is ``lit``, the land glows in the light of the sun and of the house at its bottom.
    """

    width: float
    height: float
    night: bool
    folds: tuple[Fold, ...]
    rise: float
    lit: bool = False

    def plate(self, scale: float) -> Art:
        """Return the valley without its foremost section: opaque, exactly the frame."""
        across, up = self.width / 2, self.height / 2
        return Art(_paint_section, (self,), (-across, -up, across, up), scale)


def _paint_section(paper: Paper, section: Section) -> None:
    paints, far = palette(section.night, lit=section.lit), section.folds[0]
    sun = (far.middle, far.floor + 0.3 * section.rise * far.size)
    low = far.floor - 0.1 * section.height if section.lit else None
    paint_sky(paper, section.width, section.height, paints, sun, low)
    rows = np.linspace(0, len(paints.ridges) - 1, len(section.folds)).round().astype(int)
    for number, (fold, row) in enumerate(zip(section.folds, rows.tolist(), strict=True)):
        line, wood = _profile(section, fold, 500 + number)
        tree = 0.5 * fold.size
        paint_ridge(paper, line, row, -section.height, paints, tree, wood)
        mist, near = 5.6 * fold.size, number / len(section.folds)
        with paper.moved((fold.middle, fold.floor + 0.1 * fold.size), scale=(1, 0.15)):
            fog = [(0.0, paints.mist, 0.28 * (1 - near) + 0.06), (1.0, paints.mist, 0.0)]
            paper.fill(ellipse((0, 0), mist), radial((0, 0), mist, fog))
        if section.lit:
            _shine(paper, section, line, sun, paints, 1 - near)
    shade_corners(
        paper, section.width, section.height, paints.shade, 0.3 if section.night else 0.05
    )
    grained(paper, 9)


def _shine(
    paper: Paper, section: Section, line: Points, sun: tuple[float, float], paints: Palette,
    far: float,
) -> None:  # fmt: skip
    """Lay the sun's light on a sheet of land, the more the farther it is, and the house's."""
    low, home = -section.height, section.folds[-1]
    land = polygon(np.concatenate((line, [(line[-1, 0], low), (line[0, 0], low)])))
    reach = 0.5 * max(section.width, 0.7 * section.height)
    strength = paints.glow_strength * (0.1 + 0.42 * far**2)
    warm = [(s, paints.glow, strength * (1 - s) ** 1.6) for s in (0, 0.2, 0.45, 0.7, 1)]
    lamp = [(s, paints.lamp, 0.34 * (1 - s) ** 2) for s in (0, 0.2, 0.45, 0.7, 1)]
    with paper.clipped(land):
        paper.fill(ellipse(sun, reach), radial(sun, reach, warm))
        if far < NEAREST:
            with paper.moved((home.middle, home.floor), scale=(1, 0.5)):
                paper.fill(ellipse((0, 0), LAMP), radial((0, 0), LAMP, lamp))


def _profile(section: Section, fold: Fold, seed: int) -> tuple[Points, Points]:
    """Return the fold's line with its plateaus, (n, 2), and how likely each point has a tree."""
    reach = (section.rise * fold.size / fold.steep) ** 0.5
    end = section.width / 2 + 0.6
    across = np.unique(np.concatenate((
        np.linspace(-end, end, 160), fold.middle + reach * np.linspace(-1, 1, 160)
    )))  # fmt: skip
    off = np.abs(across - fold.middle)
    beyond = np.clip((off - reach) / section.width, 0, None)
    rise = fold.steep * np.minimum(off, reach) ** 2
    rise += (1 - np.exp(-9 * beyond)) * 0.42 * fold.size
    skyline = rough(np.linspace(0, 1, len(across)), seed) * (0.5 * fold.size + 0.08)
    rise += skyline * np.clip(beyond * 9, 0, 1)
    wood = np.where(off > reach, 0.45, np.where(off > 0.45 * reach, 0.06, 0.0))
    return np.column_stack((across, fold.floor + rise)), wood


def hut_art(size: float, night: bool, scale: float) -> Art:
    """Return the house from afar, its threshold at the origin, ``size`` high."""
    reach = 1.6 * size
    return Art(_paint_hut, (size, night), (-reach, -0.6 * size, reach, 2.0 * size), scale)


def _paint_hut(paper: Paper, size: float, night: bool) -> None:
    light = "#63F5BF" if night else "#0D7943"
    wall, roof = ("#222B3C", "#111827") if night else ("#F4EFE4", light)
    glow = [(0.0, light, 0.7 if night else 0.3), (0.35, light, 0.22), (1.0, light, 0.0)]
    with paper.moved((0, 0.35 * size), scale=(1, 0.8)):
        paper.fill(ellipse((0, 0), 1.55 * size), radial((0, 0), 1.55 * size, glow))
    half, eaves = 0.56 * size, 0.52 * size
    paper.fill(rectangle(0.2 * size, 0.6 * size, 0.4 * size, 1.05 * size),
               roof if night else "#6B5A50")  # fmt: skip
    paper.fill(polygon([(-half, 0), (half, 0), (half, eaves), (0, size), (-half, eaves)]), wall)
    paper.stroke([(-0.72 * size, 0.44 * size), (0, size), (0.72 * size, 0.44 * size)], roof,
                 0.13 * size)  # fmt: skip
    pane = light if night else "#3C4A5C"
    paper.fill(rectangle(-0.34 * size, 0.16 * size, -0.06 * size, 0.44 * size), pane)
    paper.fill(rectangle(0.08 * size, 0.0 if not night else 0.16 * size, 0.36 * size, 0.44 * size),
               light)  # fmt: skip
