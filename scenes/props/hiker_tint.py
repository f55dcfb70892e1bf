"""The colours of the hiker's ground: by altitude, by light, and its contour lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import ManimColor
from numpy.typing import NDArray

from scenes.props.hiker_camera import Floats
from scenes.stage.theme import Theme

__all__ = ["Colours", "Tint", "draw_lines", "lambert", "rgb"]

Colours = NDArray[np.float32]  # (..., 3) in 0 to 1, or one channel of it

SUN = np.array([-0.62, 0.35, 0.70])  # where the light comes from: across, in depth, up
REACH = 4.0  # units of altitude from the lowest colour to the highest
CONTOUR = 0.25  # units of altitude between contour lines
BOLD = 4  # every so many of them is a bold one
CROWDED = 0.05  # contour lines nearer to each other than this, in Manim units, grow faint


def rgb(colour: ManimColor) -> Colours:
    """Return a colour as (3,) in 0 to 1."""
    return np.asarray(colour.to_rgb(), dtype=np.float32)


@dataclass(frozen=True)
class Tint:
    """The colours of one theme's landscape.

    ``steps`` (4, 3) go from the deepest ground to the highest; ``shadow`` and ``gain`` say how much
    light the ground has in the dark and what the sun adds.
    """

    steps: Colours
    line: Colours
    haze: Colours
    wall: Colours
    ground: Colours
    shadow: float
    gain: float

    @classmethod
    def of(cls, theme: Theme) -> Tint:
        """Return the colours of a theme."""
        dark = theme.name == "dark"
        return cls(
            steps=np.array([rgb(theme.paint(f"land {k}")) for k in range(4)]),
            line=rgb(theme.paint("land line")),
            haze=rgb(theme.paint("haze")),
            wall=rgb(theme.paint("land wall")),
            ground=rgb(theme.mark("ground")),
            shadow=0.24 if dark else 0.68,
            gain=0.95 if dark else 0.40,
        )

    def lit(self, heights: Floats, bright: Colours) -> Colours:
        """Return the colours (n, 3) of ground so high above the deepest (n,), so lit (n,)."""
        marks = np.linspace(0, REACH, len(self.steps))
        bands = np.stack([np.interp(heights, marks, band) for band in self.steps.T], axis=-1)
        light = self.shadow + self.gain * bright * np.sqrt(bright)
        return np.asarray(np.minimum(bands.astype(np.float32) * light[:, np.newaxis], 1))


def lambert(across: Colours, away: Colours) -> Colours:
    """Return how squarely the sun meets ground with these slopes, 0 to 1."""
    sun = (SUN / np.sqrt((SUN * SUN).sum())).astype(np.float32)
    facing = sun[2] - across * sun[0] - away * sun[1]
    return np.asarray(np.clip(facing / np.sqrt(across * across + away * away + 1), 0, 1))


def draw_lines(
    colours: Colours, tint: Tint, altitudes: Floats, growth: Colours, pixel: float
) -> None:
    """Draw contour lines into colours (n, 3), as thick near as far.

    ``growth`` (n,) is how fast the altitude changes over the frame, per Manim unit, and ``pixel``
    a pixel's width.
    """
    level = altitudes / CONTOUR
    nearest = np.round(level)
    bold = nearest % BOLD == 0
    spacing = np.float32(CONTOUR) / np.maximum(growth, np.float32(1e-6))
    distance = np.abs(level - nearest).astype(np.float32) * spacing
    half = np.where(bold, np.float32(0.0085), np.float32(0.005))
    ink = np.clip((half - distance) / np.float32(pixel) + np.float32(0.5), 0, 1)
    ink *= np.where(bold, np.float32(0.75), np.float32(0.42))
    ink *= np.clip(spacing / np.float32(CROWDED), 0, 1)
    colours += ink[:, np.newaxis] * (tint.line - colours)
