"""Cairo's surfaces as pixels: blurred, laid on one another, broken up by grain."""

from __future__ import annotations

import math
from functools import cache

import cairo
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from scenes.paint.shapes import Points

__all__ = ["Pixels", "blurred", "grain", "paint_surface", "reach", "view"]

Pixels = NDArray[np.uint8]  # (height, width, 4): red, green, blue, alpha; premultiplied


def view(surface: cairo.ImageSurface) -> Pixels:
    """Return a surface's own pixels, (height, width, 4): blue, green, red, alpha."""
    surface.flush()
    size = (surface.get_height(), surface.get_width(), 4)
    return np.ndarray(size, dtype=np.uint8, buffer=surface.get_data())


def blurred(surface: cairo.ImageSurface, radius: float) -> cairo.ImageSurface:
    """Blur a surface, if it would show; return it."""
    if radius < 0.3:
        return surface
    pixels = view(surface)
    soft = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius))
    pixels[:] = np.asarray(soft)
    surface.mark_dirty()
    return surface


def paint_surface(
    context: cairo.Context[cairo.ImageSurface], surface: cairo.ImageSurface, opacity: float = 1.0
) -> None:
    """Paint a surface's pixels, smoothly enlarged to its border and no further."""
    context.set_source_surface(surface)
    pattern = context.get_source()
    pattern.set_filter(cairo.Filter.BILINEAR)
    pattern.set_extend(cairo.Extend.PAD)
    context.rectangle(0, 0, surface.get_width(), surface.get_height())
    context.clip()
    context.paint_with_alpha(opacity)


def reach(
    context: cairo.Context[cairo.ImageSurface],
    around: Points | None,
    margin: float,
    softness: float,
) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom, in pixels, of what can be seen of a layer."""
    context.save()
    context.identity_matrix()
    left, top, right, bottom = context.clip_extents()
    context.restore()
    if around is not None and len(around):
        low, high = around.min(axis=0) - margin, around.max(axis=0) + margin
        corners = [
            context.user_to_device(x, y) for x in (low[0], high[0]) for y in (low[1], high[1])
        ]
        xs, ys = zip(*corners, strict=True)
        left, right = max(left, min(xs)), min(right, max(xs))
        top, bottom = max(top, min(ys)), min(bottom, max(ys))
    if right <= left or bottom <= top:
        return 0, 0, 1, 1
    edge = softness + 2
    return (
        math.floor(left - edge),
        math.floor(top - edge),
        math.ceil(right + edge),
        math.ceil(bottom + edge),
    )


def grain(width: int, height: int, seed: int, spread: float, steps: float) -> NDArray[np.int16]:
    """Return soft noise, (height, width), of this many steps of 255, this many pixels wide."""
    tile = _grain(seed, spread, steps)
    times = (-(-height // len(tile)), -(-width // len(tile)))
    return np.tile(tile, times)[:height, :width]


@cache
def _grain(seed: int, spread: float, steps: float, size: int = 512) -> NDArray[np.int16]:
    """Return a tile of soft noise, (size, size), that fits to itself on all sides."""
    noise = np.random.default_rng(seed).standard_normal((size, size))
    waves = np.fft.fftfreq(size)
    soft = np.exp(-2 * (np.pi * spread * waves) ** 2)
    smooth = np.fft.ifft2(np.fft.fft2(noise) * soft[:, None] * soft).real
    tile: NDArray[np.int16] = np.rint(smooth / smooth.std() * steps).astype(np.int16)
    return tile
