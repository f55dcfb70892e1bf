"""The rest of the sheet and the floor before it, out of focus."""

from __future__ import annotations

import numpy as np

from scenes.paint import Paper, linear, radial
from scenes.paint.shapes import polygon, rectangle
from scenes.worlds.lights import falling
from scenes.worlds.loft.backdrop_plan import BackdropPlan
from scenes.worlds.loft.weave import Floats, light, shades

__all__ = ["paint_cloth", "paint_floor"]

_DETAIL = 24  # pixels a unit of what is out of focus
_BOARD = 0.85  # frame units: the width of a board of the floor where it is near


def paint_cloth(paper: Paper, place: BackdropPlan) -> None:
    """Paint the cloth: upright folds, lit from the window and from the dot."""
    colours = place.colours
    _, _, right, top = place.frame
    bottom, far = place.ground - 0.6, -place.side * (right + 0.5)
    left, right = sorted((place.cloth, far))
    y = np.linspace(bottom, top + 0.2, 30)
    edge = place.cloth + 0.12 * np.sin(0.9 * y + 0.5) + 0.05 * np.sin(2.1 * y)
    outline = [*zip(edge.tolist(), y.tolist(), strict=True), (far, top + 0.2), (far, bottom)]
    shape = polygon(outline)
    shade = polygon(np.add(outline, (0.25 * place.side, -0.1)))
    paper.fill(shade, colours.haze_deep, 0.6 if place.night else 0.35, blur=0.22)
    box = (left - 0.3, bottom, right + 0.3, top + 0.2)
    across = np.linspace(box[0], box[2], round((box[2] - box[0]) * _DETAIL), dtype=np.float32)
    up = np.linspace(box[3], box[1], round((box[3] - box[1]) * _DETAIL), dtype=np.float32)
    x, heights = across[None, :], up[:, None]
    ridge, facing = _folds(x * place.side + 0.02 * heights)
    rise = (heights - place.ground) / place.above
    tone = 0.02 + 0.82 * (0.45 * ridge + 0.55 * facing) * (0.75 + 0.25 * rise)
    tone += 0.26 * np.exp(-np.abs(x - place.cloth) / 0.5)
    away = np.hypot(x - place.warm[0], heights - place.warm[1]) / (0.62 * place.frame_width + 1.5)
    with paper.clipped(shape):
        paper.lay(shades(tone, colours.haze_cloth), box)
        with paper.layer(add=place.night):
            paper.lay(light(away, 0.15 + 1.1 * ridge, colours.haze_halo), box)


def _folds(x: Floats) -> tuple[Floats, Floats]:
    """Return how far the cloth stands out at x, and how much it faces the window, 0 to 1."""
    phase = 2.5 * x + 1.2 * np.sin(0.7 * x + 0.4)
    ridge = 0.5 + 0.38 * np.sin(phase) + 0.12 * np.sin(2 * phase + 1.1)
    facing = 0.5 + 0.38 * np.cos(phase) + 0.12 * np.cos(2 * phase + 1.1)
    return ridge, facing


def paint_floor(paper: Paper, place: BackdropPlan) -> None:
    """Paint the floor below the strip: boards, light of the panes, light from under the strip."""
    colours = place.colours
    left, bottom, right, _ = place.frame
    far, near = colours.haze_floor
    ground = rectangle(left - 1, bottom - 1, right + 1, place.ground)
    with paper.clipped(ground):
        paper.flood(linear((0, place.ground - 0.9), (0, bottom), [(0, far, 1), (1, near, 1)]))
        _boards(paper, place)
        _panes(paper, place)
        x, reach = place.warm[0], 0.24 * (place.frame_width + 6)
        with paper.moved((x, place.ground - 0.8), scale=(1, 0.42)):
            paper.flood(radial((0, 0), reach, falling(colours.warm, colours.haze_pool)))
        shade = [(0.0, colours.haze_deep, 0.75), (1.0, colours.haze_deep, 0.0)]
        paper.flood(linear((0, place.ground - 0.85), (0, place.ground - 1.5), shade))


def _boards(paper: Paper, place: BackdropPlan) -> None:
    colours = place.colours
    draw = np.random.default_rng(12)
    reach = 0.75 * place.frame_width + 2
    for x in np.arange(-reach, reach, _BOARD):
        change = draw.normal(0, 1)
        corners = [
            place.on_floor(x + dx, z) for dx, z in ((0, 3), (_BOARD, 3), (_BOARD, 0.4), (0, 0.4))
        ]
        tone = colours.haze_edge if change > 0 else colours.haze_deep
        paper.fill(polygon(corners), tone, min(0.22, 0.12 * abs(change)))
        seam = [place.on_floor(x, 3), place.on_floor(x, 0.4)]
        paper.stroke(seam, colours.haze_deep, 0.055, 0.5)
        for away in draw.uniform(0.45, 1.7, 2):
            end = [place.on_floor(x, away), place.on_floor(x + _BOARD, away)]
            paper.stroke(end, colours.haze_deep, 0.05, 0.45)


def _panes(paper: Paper, place: BackdropPlan) -> None:
    """Light of the window's panes on the boards."""
    colour, strength = place.colours.haze_patch
    middle, wide, high = (-0.30 if not place.tall else -0.16) * place.frame_width, 1.5, 0.26
    lean = -place.side * 1.1
    for column in (-1.08, 0.08):
        for row in range(3):
            low, high_ = 0.86 + row * high, 0.86 + (row + 0.86) * high
            ends = [middle + wide * column, middle + wide * (column + 1)]
            corners = [
                place.on_floor(x - lean * (z - 1.2), z)
                for x, z in ((ends[0], low), (ends[1], low), (ends[1], high_), (ends[0], high_))
            ]
            paper.fill(polygon(corners), colour, strength)
