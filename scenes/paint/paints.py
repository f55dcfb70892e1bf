"""What shapes are painted with: colours, gradients, light that fades."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import cairo
import numpy as np

from scenes.paint.shapes import Point, Shape

__all__ = ["Paint", "Stop", "fading", "linear", "mix", "radial", "rgb"]

Stop = tuple[float, str, float]  # where from 0 to 1, colour, opacity
Paint = str | cairo.Pattern  # "#RRGGBB" or a gradient
_RAMP = 256


def rgb(colour: str) -> tuple[float, float, float]:
    """Return the parts of "#RRGGBB", from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def mix(colour: str, other: str, share: float) -> str:
    """Return the colour with so much of another in it."""
    pairs = zip(rgb(colour), rgb(other), strict=True)
    return "#" + bytes(round(255 * (a + (b - a) * share)) for a, b in pairs).hex()


def linear(start: Point, end: Point, stops: Sequence[Stop]) -> cairo.Pattern:
    """Return a paint that changes along a line."""
    return _with_stops(cairo.LinearGradient(*start, *end), stops)


def radial(centre: Point, radius: float, stops: Sequence[Stop]) -> cairo.Pattern:
    """Return a paint that changes from a centre outwards."""
    return _with_stops(cairo.RadialGradient(*centre, 0, *centre, radius), stops)


def _with_stops(pattern: cairo.Gradient, stops: Sequence[Stop]) -> cairo.Gradient:
    for offset, colour, opacity in stops:
        pattern.add_color_stop_rgba(offset, *rgb(colour), opacity)
    return pattern


def fading(shape: Shape, light: Point, colour: str, strength: float) -> cairo.Pattern:
    """Return a light that fades across a shape: as a picture, it costs a third of a gradient."""
    points = np.concatenate(shape)
    low, high = points.min(axis=0), points.max(axis=0)
    reach = float((high - low).max()) * 0.8
    x, y = ((low + high) / 2).tolist()
    x, y = x + light[0] * reach / 1.6, y + light[1] * reach / 1.6
    pattern = cairo.SurfacePattern(_ramp(colour, round(strength, 3)))
    pattern.set_extend(cairo.Extend.PAD)
    pattern.set_filter(cairo.Filter.NEAREST)
    # Its picture is one pixel high, and as long as the light reaches against its direction.
    across, up = -light[0] * _RAMP / reach, -light[1] * _RAMP / reach
    aside = 1e-6
    pattern.set_matrix(
        cairo.Matrix(across, -up * aside, up, across * aside, -(x * across + y * up), 0.5)
    )
    return pattern


@cache
def _ramp(colour: str, strength: float) -> cairo.ImageSurface:
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, _RAMP, 1)
    context = cairo.Context(surface)
    context.set_source(linear((0, 0), (_RAMP, 0), [(0, colour, strength), (1, colour, 0)]))
    context.paint()
    return surface
