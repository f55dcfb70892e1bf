"""A strip of the sheet that lies across the frame as an axis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Art, Box, Paper
from scenes.paint.shapes import Points, polygon
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.weave import light, shades, threads

__all__ = ["Strip", "paint_strip"]

_THREAD = 0.045  # frame units from one thread to the next
_WAVE = 0.016  # frame units: how far the edges wave
_SHADOW = 0.28  # frame units of shadow below


@dataclass(frozen=True)
class Strip:
    """A band of cloth, its middle at the origin, in frame units."""

    length: float
    height: float
    night: bool

    @property
    def box(self) -> Box:
        """The cloth, without its shadow."""
        return -self.length / 2, -self.height / 2, self.length / 2, self.height / 2

    def cloth(self, scale: float) -> Art:
        """Return the band with its hem and its shadow."""
        left, bottom, right, top = self.box
        return Art(paint_strip, (self,), (left, bottom - _SHADOW, right, top + 0.05), scale)

    def light(self, scale: float, reach: float, strength: float = 1.0) -> Art:
        """Return the warm light round a dot at the origin: move it along the strip."""
        bottom, top = self.box[1] + _WAVE, self.box[3] - _WAVE
        return Art(_paint_light, (self, reach, strength), (-reach, bottom, reach, top), scale)


def paint_strip(paper: Paper, strip: Strip) -> None:
    """Paint the band with hem and shadow, its middle at the origin."""
    colours = palette(strip.night)
    left, bottom, right, top = strip.box
    upper, lower = _edge(strip, top, 0.0), _edge(strip, bottom, 1.0)
    shape = polygon(np.concatenate((upper, lower[::-1])))
    shadow = 0.6 if strip.night else 0.3
    fallen = polygon(np.concatenate((upper, lower[::-1])) - np.array((0, 0.10)))
    paper.fill(fallen, colours.shadow, shadow, blur=0.07)
    width, rows = round(strip.length * paper.scale), round(strip.height * paper.scale)
    tone = np.linspace(1, 0, rows, dtype=np.float32)[:, None] * np.ones(width, np.float32)
    tone += _creases(strip, width)
    tone += 0.085 * threads(width, rows, max(3.0, _THREAD * paper.scale), 3)
    hem = min(0.16 * strip.height, 0.26)
    tone[-round(hem * paper.scale) :] -= 0.07
    with paper.clipped(shape):
        paper.lay(shades(tone, colours.band), (left, bottom - 0.02, right, top + 0.02))
    line = 1 / 90
    paper.stroke(upper, colours.rim, 1.8 * line, 0.7 if strip.night else 0.9)
    if not strip.night:
        paper.stroke(upper + np.array((0, 0.012)), colours.seam, line, 0.9)
    paper.stroke(lower, colours.shadow, 1.6 * line, 0.5)
    seam = lower + np.array((0, hem))
    paper.stroke(seam - np.array((0, line)), colours.shadow, line, 0.35)
    dash = (7 * line, 5 * line)
    paper.stroke(seam, colours.seam, 1.2 * line, 0.6, dash=dash, butt=True)


def _paint_light(paper: Paper, strip: Strip, reach: float, strength: float) -> None:
    width, height = paper.size
    x = (np.arange(width) + 0.5) / paper.scale - reach
    y = ((np.arange(height) + 0.5) / height - 0.5) * strip.height
    away = np.hypot(x[None, :], 0.7 * y[:, None]) / reach
    lit = 1 + 0.10 * threads(width, height, max(3.0, _THREAD * paper.scale), 3)
    soft = np.clip(np.minimum(np.arange(height), np.arange(height)[::-1]) + 0.5, 0, 2)[:, None] / 2
    paper.lay(
        light(away, strength * lit * soft, palette(strip.night).halo),
        (-reach, strip.box[1] + _WAVE, reach, strip.box[3] - _WAVE),
    )


def _edge(strip: Strip, y: float, phase: float) -> Points:
    x = np.arange(-strip.length / 2 - 0.2, strip.length / 2 + 0.3, 0.1)
    wave = np.sin(0.95 * x + phase) + 0.55 * np.sin(2.6 * x + 2 * phase)
    return np.column_stack((x, y + 0.62 * _WAVE * wave))


def _creases(strip: Strip, width: int) -> NDArray[np.float32]:
    """Return soft light and shade along the strip, (1, width)."""
    x = np.linspace(-strip.length / 2, strip.length / 2, width)
    soft = np.zeros(width)
    draw = np.random.default_rng(9)
    for _ in range(max(3, round(strip.length * 0.9))):
        at, wide = draw.uniform(x[0], x[-1]), draw.uniform(0.25, 0.8)
        hill = np.exp(-(((x - at) / wide) ** 2)) - np.exp(-(((x - at - 1.2 * wide) / wide) ** 2))
        soft += draw.uniform(0.05, 0.16) * hill
    return np.asarray(soft[None, :], dtype=np.float32)
