"""The sheet from near: from the friend's shoulder, and the strip of it that fills the frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Art, Box, Paper, linear
from scenes.paint.shapes import Point, Points, polygon
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.loft.backdrop import Backdrop, paint_haze
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.strip import Strip, paint_strip
from scenes.worlds.loft.weave import Floats, light, shades, threads

__all__ = ["Cloth", "Upright"]

_THREAD = 0.034  # frame units


@dataclass(frozen=True)
class Cloth:
    """The sheet seen over the friend's shoulder, the beam's light coming from behind it.

    In a wide frame the room is dark on the left, where she stands; in a tall one below.

    Attributes:
        frame_width: of the frame, in its units.
        frame_height: of the frame, in its units.
        night: whether it is night, or else day.
        target_cm: the target's height above the hand.
        span_cm: how many cm of the cloth's height are in the frame.
        edge_at: x of the cloth's near edge, if it is not where the friend asks for it.
    """

    frame_width: float
    frame_height: float
    night: bool
    target_cm: float = 100.0
    span_cm: float = 26.0
    edge_at: float | None = None

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    @property
    def tall(self) -> bool:
        """Whether the friend is below the cloth's middle, and not beside it."""
        return self.frame_width < 0.8 * self.frame_height

    @property
    def unit(self) -> float:
        """Frame units of a centimetre of the cloth."""
        return self.frame_height / self.span_cm

    @property
    def target(self) -> Point:
        """The middle of the target."""
        if self.tall:
            return 0.06 * self.frame_width, 0.14 * self.frame_height
        return 0.14 * self.frame_width, 0.06 * self.frame_height

    @property
    def edge(self) -> float:
        """X of the cloth's near edge: left of it the room is seen."""
        if self.edge_at is not None:
            return self.edge_at
        return self.frame[0] - 1.0 if self.tall else -0.24 * self.frame_width

    @property
    def friend(self) -> Point:
        """Where the friend's feet are, below the frame."""
        across, up, _ = self._friend
        return across * self.frame_width, up * self.frame_height

    @property
    def friend_unit(self) -> float:
        """Frame units of a centimetre where the friend stands."""
        return self._friend[2] * self.frame_height

    @property
    def _friend(self) -> tuple[float, float, float]:
        """Her feet's place and a centimetre, as shares of the frame's width and height."""
        if self.tall:
            return -0.20, -0.78, 0.0032
        wide = self.frame_width > 1.3 * self.frame_height
        return (-0.36, -0.72, 0.005) if wide else (-0.32, -0.64, 0.0044)

    def at(self, height_cm: float, across_cm: float = 0.0) -> Point:
        """Return where a height above the hand is, so far right of target and dot."""
        x, y = self.target
        return x + across_cm * self.unit, y + (height_cm - self.target_cm) * self.unit

    def plate(self, scale: float) -> Art:
        """Return cloth and room: opaque, exactly the frame."""
        return Art(_paint_cloth, (self,), self.frame, scale)

    def sheet(self, scale: float, dim: float) -> Art:
        """Return the cloth alone, right of its edge, so much darker: it hides what is behind it."""
        _, bottom, right, top = self.frame
        return Art(_paint_sheet, (self, dim), (self.edge - 0.6, bottom, right, top), scale)

    def halo(self, scale: float, reach: float = 5.0) -> Art:
        """Return the light round the dot, which is at the origin: move it up and down."""
        left = max(-reach, self.edge - self.target[0])
        right = min(reach, self.frame[2] - self.target[0])
        box = (left, -reach, right, reach)
        return Art(_paint_halo, (self, box, reach), box, scale)


@dataclass(frozen=True)
class Upright:
    """A strip of the sheet that stands upright and fills the frame, its middle at the origin.

    Turned clockwise by 90° it is a ``Strip`` of the same length and height.
    """

    frame_width: float
    frame_height: float
    night: bool

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    @property
    def strip(self) -> Strip:
        """The strip as it lies."""
        width = min(0.86 * self.frame_width, 0.80 * self.frame_height)
        return Strip(1.6 * self.frame_height, width, self.night)

    def plate(self, scale: float) -> Art:
        """Return strip and room: opaque, exactly the frame."""
        return Art(_paint_upright, (self,), self.frame, scale)

    def halo(self, scale: float, reach: float = 4.5) -> Art:
        """Return the light round the dot, which is at the origin: move it up and down."""
        across = self.strip.height / 2 - 0.02
        box = (-across, -reach, across, reach)
        return Art(_paint_upright_halo, (self, box, reach), box, scale)


def _paint_cloth(paper: Paper, cloth: Cloth) -> None:
    colours = palette(cloth.night)
    paint_haze(paper, _room(cloth))
    _hang(paper, cloth, cloth.frame, 0.0)
    shade_corners(paper, cloth.frame_width, cloth.frame_height, colours.shadow, colours.vignette)
    grained(paper, 31)


def _paint_sheet(paper: Paper, cloth: Cloth, dim: float) -> None:
    _, bottom, right, top = cloth.frame
    _hang(paper, cloth, (cloth.edge - 0.6, bottom, right, top), dim)
    grained(paper, 31)


def _hang(paper: Paper, cloth: Cloth, box: Box, dim: float) -> None:
    """Paint the cloth right of its edge, over a box that the paper covers."""
    colours = palette(cloth.night)
    _, bottom, right, top = cloth.frame
    edge = _edge(cloth)
    shape = polygon(np.concatenate((edge, [(right + 1, top + 1), (right + 1, bottom - 1)])))
    shade = polygon(np.concatenate((edge - np.array((0.3, 0.0)), edge[::-1])))
    paper.fill(shade, colours.shadow, 0.5 if cloth.night else 0.2, blur=0.16)
    with paper.clipped(shape):
        paper.lay(shades(_tones(paper, cloth, box), colours.close), box)
        _foot(paper, cloth)
        paper.flood(colours.calm, dim)
    line = cloth.frame_height / 720
    paper.stroke(edge, colours.rim, 3.2 * line, 0.55)
    seam = edge + np.array((0.30, 0.0))
    dash = (10 * line, 7 * line)
    paper.stroke(seam, colours.seam, 1.8 * line, 0.4, dash=dash, butt=True)


def _room(cloth: Cloth) -> Backdrop:
    return Backdrop(
        cloth.frame_width, cloth.frame_height, cloth.night, cloth.target, cloth.frame[1] - 2
    )


def _edge(cloth: Cloth) -> Points:
    """Return the near edge from the bottom to the top: it bulges a little."""
    y = np.linspace(cloth.frame[1] - 0.5, cloth.frame[3] + 0.5, 60)
    return np.column_stack((cloth.edge + 0.10 * np.sin(0.7 * y + 0.6) + 0.02 * y, y))


def _foot(paper: Paper, cloth: Cloth) -> None:
    """Darken the cloth where words and the friend are."""
    colours = palette(cloth.night)
    _, bottom, _, top = cloth.frame
    high = bottom + (0.42 if cloth.tall else 0.30) * (top - bottom)
    strength = colours.calm_strength
    stops = [(0.0, colours.calm, strength), (0.4, colours.calm, 0.8 * strength)]
    paper.flood(linear((0, bottom), (0, high), [*stops, (1.0, colours.calm, 0.0)]))


def _tones(paper: Paper, cloth: Cloth, box: Box) -> Floats:
    width, height = paper.size
    left, bottom, right, top = box
    x = np.linspace(left, right, width, dtype=np.float32)[None, :]
    y = np.linspace(top, bottom, height, dtype=np.float32)[:, None]
    drawn = 1.0 + 0.10 * (y - cloth.target[1]) / cloth.frame_height
    tone = _folds(x - cloth.target[0], y - cloth.target[1]) - 0.5
    tone *= 0.95 * drawn
    tone += 0.52 - 0.012 * np.abs(y - cloth.target[1])
    tone += 0.10 * np.exp(-np.abs(x - cloth.edge) / 1.6)
    tone += 0.022 * threads(width, height, _THREAD * paper.scale, 5)
    return np.asarray(tone)


def _folds(x: Floats, y: Floats) -> Floats:
    """Return how far the cloth stands out, 0 to 1: broad folds, that lean a little.

    ``x`` and ``y`` count from the target, which hangs before a ridge.
    """
    lean = 0.35 * np.sin(0.3 * y) * np.sin(0.5 * x + 0.6)
    phase = 2.7 * x + 1.1 * np.sin(0.55 * x) + lean
    steep = phase + 0.6 * np.sin(phase - 0.4)
    ridge = 0.5 + 0.36 * np.cos(steep) + 0.12 * np.cos(2 * steep + 0.7)
    facing = 0.5 - 0.40 * np.sin(steep) - 0.16 * np.sin(2 * steep + 0.7)
    fine = 0.035 * np.sin(7 * x + 0.5 * y) + 0.03 * np.sin(11.3 * x - 0.35 * y)
    return np.asarray(0.5 + 0.56 * np.tanh(1.9 * (0.62 * ridge + 0.38 * facing + fine - 0.5)))


def _paint_halo(paper: Paper, cloth: Cloth, box: Box, reach: float) -> None:
    width, height = paper.size
    left, bottom, right, top = box
    x = np.linspace(left, right, width, dtype=np.float32)[None, :]
    y = np.linspace(top, bottom, height, dtype=np.float32)[:, None]
    away = np.hypot(x, y) / reach
    ridge = _folds(x, y)
    lit = 0.42 + 0.95 * ridge
    lit = 1 + (lit - 1) * np.clip(away * 6 - 0.3, 0, 1)
    lit *= 1 + 0.07 * threads(width, height, _THREAD * paper.scale, 5)
    lit *= np.clip((x - left) / 0.5, 0, 1) if left > -reach else np.float32(1)
    paper.lay(light(away, lit, palette(cloth.night).halo), box)


def _paint_upright(paper: Paper, upright: Upright) -> None:
    colours = palette(upright.night)
    paint_haze(
        paper,
        Backdrop(
            upright.frame_width,
            upright.frame_height,
            upright.night,
            (0, 0),
            upright.frame[1] - 2,
        ),
    )
    with paper.moved(degrees=90):
        paint_strip(paper, upright.strip)
    _, bottom, _, top = upright.frame
    strength = 0.6 * colours.calm_strength
    stops = [(0.0, colours.calm, strength), (1.0, colours.calm, 0.0)]
    paper.flood(linear((0, bottom), (0, bottom + 0.22 * (top - bottom)), stops))
    dark = colours.vignette
    shade_corners(paper, upright.frame_width, upright.frame_height, colours.shadow, dark)
    grained(paper, 37)


def _paint_upright_halo(paper: Paper, upright: Upright, box: Box, reach: float) -> None:
    width, height = paper.size
    left, bottom, right, top = box
    x = np.linspace(left, right, width, dtype=np.float32)[None, :]
    y = np.linspace(top, bottom, height, dtype=np.float32)[:, None]
    lit = 1 + 0.10 * threads(width, height, _THREAD * paper.scale, 3)
    side: NDArray[np.float32] = np.clip((right - np.abs(x)) * paper.scale / 2, 0, 1)
    paper.lay(light(np.hypot(x, y) / reach, lit * side, palette(upright.night).halo), box)
