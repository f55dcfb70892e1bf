"""Stones and grass on the ground: they say how large it is, and hide nothing."""

from __future__ import annotations

from functools import cache

import numpy as np

from scenes.paint import Paper
from scenes.paint.shapes import blob, ellipse, polygon
from scenes.worlds.basin.land import Floats
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.palette import Hour

__all__ = ["scatter", "visible"]

_COUNT, _REACH = 1500, 5.1
_SIZE = 0.045  # of a large one, in the unit of w and b
_CLEAR = 0.16  # how far from a way nothing lies


@cache
def _spots() -> Floats:
    """Return places and three random numbers from 0 to 1 for each, (n, 5)."""
    draw = np.random.default_rng(12)
    far, turn = _REACH * np.sqrt(draw.random(_COUNT)), 2 * np.pi * draw.random(_COUNT)
    places = np.stack((far * np.cos(turn), far * np.sin(turn)), axis=1)
    return np.hstack((places, draw.random((_COUNT, 3))))


def scatter(paper: Paper, look: Look, hour: Hour, away: Floats, share: Floats) -> None:
    """Paint what lies on the ground, far things first.

    ``away`` is how far each of the spots is from where people walk, (n,), and ``share`` how much of
    each can be seen, (n,).
    """
    spots, shown = _spots(), np.flatnonzero((share >= 0.05) & (away >= _CLEAR))
    places = look.spots(spots[:, :2])
    at, depth = look.project(places), look.depth(places)
    for number in shown[np.argsort(-depth[shown])].tolist():
        kind, size, turn = spots[number, 2:].tolist()
        x, y = at[number].tolist()
        unit = _SIZE * look.focal * (0.5 + 0.8 * size) / (1.0 if look.flat else depth[number])
        if not 0.03 < unit < 0.5:
            continue
        with (
            paper.layer(opacity=0.85 * float(share[number])),
            paper.moved((x, y), scale=(unit, unit)),
        ):
            if kind < 0.35 or look.flat:
                _stone(paper, hour, turn)
            else:
                _tuft(paper, hour, number)


def visible(look: Look, half_width: float, half_height: float) -> tuple[Floats, Floats]:
    """Return the spots, (n, 2), and whether each is in the frame and not hidden, (n,)."""
    places = _spots()[:, :2]
    at = look.on_ground(places)
    inside = (np.abs(at[:, 0]) < half_width) & (np.abs(at[:, 1]) < half_height)
    return places, np.where(inside, look.sees(places), 0.0)


def _stone(paper: Paper, hour: Hour, turn: float) -> None:
    lit, shaded, rim = hour.stone
    paper.fill(ellipse((0.25, -0.18), 1.2, 0.32), hour.shadow[0], 0.8 * hour.shadow[1])
    draw = np.random.default_rng(round(1000 * turn))
    angles = np.linspace(0, 2 * np.pi, 7, endpoint=False) + turn
    out = 0.78 + 0.3 * draw.random(7)
    outline = np.stack((out * np.cos(angles), 0.62 * out * np.sin(angles) + 0.22), axis=1)
    paper.solid(blob(outline), lit, shaded, towards=(-0.6, 0.8), depth=0.4, rim=rim, width=0.1)


def _tuft(paper: Paper, hour: Hour, seed: int) -> None:
    draw = np.random.default_rng(seed)
    for _ in range(5):
        x, high, lean = draw.normal(0, 0.3), 0.7 + 0.7 * draw.random(), draw.normal(-0.3, 0.35)
        blade = [(x - 0.09, 0.0), (x + lean * 0.4, 0.6 * high), (x + lean, high), (x + 0.09, 0.0)]
        paper.fill(polygon(blade), hour.grass[int(draw.random() < 0.4)])
