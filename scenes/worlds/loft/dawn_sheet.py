"""The sheet at dawn: chart paper whose folds follow the edge that is pushed aside."""

from __future__ import annotations

import numpy as np

from scenes.paint import Box, Paper, linear
from scenes.paint.shapes import Points, polygon, rectangle
from scenes.worlds.lights import grained
from scenes.worlds.loft.dawn_plan import DawnPlan
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.weave import Floats, shades, threads

__all__ = ["paint_sheet"]


def paint_sheet(paper: Paper, dawn: DawnPlan, box: Box) -> None:
    """Paint the cloth, pushed aside at its edge, and its shadow on the wall."""
    colours = palette(dawn.night)
    edge, hem = dawn.edge(), _hem(dawn)
    left = dawn.place.sheet * dawn.frame_width
    x = np.linspace(edge[0, 0], left, 60)
    scallop = dawn.line - 0.05 * np.abs(np.sin((x - left) * np.pi / 0.95))
    shape = polygon(np.concatenate((edge, hem, np.column_stack((x, scallop))[::-1])))
    fallen = (shape[0] + np.array((0.14, -0.10)),)
    paper.fill(fallen, colours.shadow, 0.55 if dawn.night else 0.34, blur=0.13)
    with paper.clipped(shape):
        paper.lay(shades(_tones(paper, dawn, box), colours.dawn_cloth), box)
    line = 1 / 90
    paper.stroke(edge, colours.seam, 2.6 * line, 0.8)
    if dawn.night:
        paper.stroke(edge, colours.rim, 1.4 * line, 0.5)
    dash = (8 * line, 6 * line)
    paper.stroke(hem + np.array((0, 0.10)), colours.seam, 1.6 * line, 0.8, dash=dash, butt=True)
    paper.stroke([(left, hem[-1, 1]), (left, dawn.line)], colours.rim, 2 * line, 0.6)
    _pegs(paper, dawn)
    grained(paper, 47)


def _hem(dawn: DawnPlan) -> Points:
    """Return the lower edge from right to left: it falls in waves."""
    end = float(dawn.edge()[-1, 0])
    left, hem = dawn.place.sheet * dawn.frame_width, dawn.place.hem * dawn.frame_height
    x = np.linspace(end, left, 90)
    share = (end - x) / (end - left)
    return np.column_stack((x, hem + 0.055 * np.sin(21 * share) + 0.022 * np.sin(43 * share)))


def _tones(paper: Paper, dawn: DawnPlan, box: Box) -> Floats:
    """Return how light the cloth is: its folds follow the edge, and gather where it is pushed."""
    width, height = paper.size
    left, bottom, right, top = box
    x = np.linspace(left, right, width, dtype=np.float32)[None, :]
    y = np.linspace(top, bottom, height, dtype=np.float32)[:, None]
    edge = dawn.edge()
    start = dawn.place.sheet * dawn.frame_width
    free = np.interp(y[:, 0], edge[::-1, 1], edge[::-1, 0]).astype(np.float32)[:, None]
    share = np.clip((x - start) / (free - start), 0, 1)
    gathered = share**4
    phase = 2 * np.pi * (1.5 * share + 5.5 * share**6)
    fold = np.cos(phase) + 0.35 * np.cos(2 * phase + 0.8)
    tone = 0.80 - 0.025 * fold - gathered * (0.10 + 0.30 * fold)
    tone -= 0.22 * np.exp(-share * 40) - 0.06 * np.exp(-(((share - 0.09) * 22) ** 2))
    tone -= 0.16 * np.clip(1 - (y - bottom - 0.4) / 1.3, 0, 1)
    tone += 0.012 * threads(width, height, 0.034 * paper.scale, 43)
    return np.asarray(tone)


def _pegs(paper: Paper, dawn: DawnPlan) -> None:
    colours = palette(dawn.night)
    shade, tone, lit = colours.wood
    left, right = dawn.place.sheet * dawn.frame_width, float(dawn.edge()[0, 0])
    material = np.linspace(0.01, 1.0, max(5, round((right - left) / 0.9)))
    for x in left + (right - left) * (1 - (1 - material) ** 1.35) - 0.04:
        peg = rectangle(x - 0.035, dawn.line - 0.15, x + 0.035, dawn.line + 0.13, 0.02)
        paper.fill((peg[0] + np.array((0.02, -0.02)),), colours.shadow, 0.3)
        paper.fill(
            peg, linear((x - 0.04, 0), (x + 0.04, 0), [(0, lit, 1), (0.5, tone, 1), (1, shade, 1)])
        )
