"""A strip of the sheet that lies across the frame as an axis, and the room behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Art, Box, Paper, linear, radial
from scenes.paint.paper import mix
from scenes.paint.shapes import Points, ellipse, polygon, rectangle
from scenes.worlds.lights import falling, grained, shade_corners
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.weave import light, shades, threads

__all__ = ["Backdrop", "Strip", "paint_haze", "paint_strip"]

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

    def light(self, scale: float, reach: float = 4.6, strength: float = 1.0) -> Art:
        """Return the warm light round a dot at the origin: move it along the strip."""
        bottom, top = self.box[1] + _WAVE, self.box[3] - _WAVE
        return Art(_paint_light, (self, reach, strength), (-reach, bottom, reach, top), scale)


@dataclass(frozen=True)
class Backdrop:
    """The loft out of focus, for a chart or a formula to stand before, in frame units.

    Attributes:
        frame_width: of the frame.
        frame_height: of the frame.
        night: whether it is night, or else day.
        warm: where the laser's light comes from.
        ground: y of the strip: below it the room is darker.
    """

    frame_width: float
    frame_height: float
    night: bool
    warm: tuple[float, float]
    ground: float

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    def plate(self, scale: float) -> Art:
        """Return the room: opaque, exactly the frame."""
        return Art(_paint_backdrop, (self,), self.frame, scale)

    def below(self, scale: float) -> Art:
        """Return the plate's part below the strip: it hides what stands behind the strip."""
        left, bottom, right, _ = self.frame
        return Art(_paint_backdrop, (self,), (left, bottom, right, self.ground), scale)


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


def _paint_backdrop(paper: Paper, place: Backdrop) -> None:
    colours = palette(place.night)
    left, bottom, right, _ = place.frame
    below = colours.haze[2]
    paint_haze(paper, place)
    stops = [(0.0, below, 0.55), (0.5, below, 0.9), (1.0, below, 1.0)]
    deep = linear((0, place.ground), (0, bottom), stops)
    paper.fill(rectangle(left - 1, bottom - 1, right + 1, place.ground), deep, blur=0.12)
    dark = 0.7 * colours.vignette
    shade_corners(paper, place.frame_width, place.frame_height, colours.shadow, dark)
    grained(paper, 29)


def paint_haze(paper: Paper, place: Backdrop) -> None:
    """Paint the room out of focus, lit from where the laser's light comes."""
    colours = palette(place.night)
    left, _, right, _ = place.frame
    near, far, _ = colours.haze
    side = [(0.0, near, 1.0), (0.55, mix(near, far, 0.45), 1.0), (1.0, far, 1.0)]
    paper.flood(linear((left, 0), (right, 0), side))
    _far_window(paper, place)
    _far_cloth(paper, place)
    strength = 0.34 if place.night else 0.10
    reach = 0.62 * (place.frame_width + place.frame_height)
    paper.flood(radial(place.warm, reach, falling(colours.warm_deep, strength)))
    paper.flood(radial(place.warm, reach * 0.45, falling(colours.warm, strength * 0.5)))
    _bokeh(paper, place)


def _far_window(paper: Paper, place: Backdrop) -> None:
    """The window, out of focus, on the side away from the light."""
    colours = palette(place.night)
    top = place.frame[3]
    sign = -1.0 if place.warm[0] >= 0 else 1.0
    x = sign * 0.41 * place.frame_width
    y = place.ground + 0.60 * (top - place.ground)
    wide, high = 0.62, 0.88  # of a pane
    with paper.layer(blur=0.13, opacity=0.6 if place.night else 0.9):
        frame = rectangle(x - 2.5 * wide, y - 2.4 * high, x + 2.5 * wide, y + 2.4 * high)
        paper.fill(frame, colours.haze_frame)
        for column in (-1.12, 1.12):
            for row in (-1.1, 1.1):
                at = (x + column * wide, y + row * high)
                pane = rectangle(at[0] - wide, at[1] - high, at[0] + wide, at[1] + high)
                paper.fill(pane, linear((0, y + 2 * high), (0, y - 2 * high), list(colours.sky)))
    paper.flood(radial((x, y), 3.8, falling(colours.cool, 0.16 if place.night else 0.35)))


def _far_cloth(paper: Paper, place: Backdrop) -> None:
    """The rest of the sheet, out of focus: soft upright folds, lit from the dot."""
    colours = palette(place.night)
    _, bottom, _, top = place.frame
    light, shade = colours.haze_folds
    draw = np.random.default_rng(4)
    for x in np.arange(-0.52, 0.56, 0.09) * place.frame_width:
        at, wide = float(x + draw.uniform(-0.3, 0.3)), float(draw.uniform(0.9, 1.9))
        near = float(np.exp(-abs(at - place.warm[0]) / 5))
        strength = draw.uniform(0.6, 1.0) * (0.35 + 0.65 * near) * colours.haze_contrast
        for start, tone in ((at, light), (at + 0.55 * wide, shade)):
            stops = [(0.0, tone, 0.0), (0.5, tone, strength), (1.0, tone, 0.0)]
            fold = rectangle(start, bottom, start + wide, top)
            paper.fill(fold, linear((start, 0), (start + wide, 0), stops))


def _bokeh(paper: Paper, place: Backdrop) -> None:
    colours = palette(place.night)
    draw = np.random.default_rng(8)
    for _ in range(26):
        x = place.warm[0] + draw.normal(0, 0.3 * place.frame_width)
        y = draw.uniform(place.ground, place.frame[3])
        radius, bright = draw.uniform(0.06, 0.26), draw.uniform(0.03, 0.09)
        if not place.night:
            bright *= 3
        disc = ellipse((x, y), radius)
        paper.fill(disc, colours.sparkle, bright, blur=0.02)
        paper.stroke(disc[0], colours.sparkle, 0.02, bright * 0.7, closed=True)
