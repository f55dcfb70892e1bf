"""What a picture is painted on: cairo's surface, in units that count upwards."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import cairo
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from scenes.paint.shapes import Point, Points, Shape, moved

__all__ = ["Paint", "Paper", "Stop", "linear", "mix", "radial", "rgb"]

Pixels = NDArray[np.uint8]  # (height, width, 4): red, green, blue, alpha; premultiplied
Stop = tuple[float, str, float]  # where from 0 to 1, colour, opacity
Paint = str | cairo.Pattern  # "#RRGGBB" or a gradient


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


class Paper:
    """A transparent picture of ``width`` × ``height`` pixels, ``scale`` pixels a unit.

    The unit square's origin lies ``origin`` pixels from the picture's upper left corner, and y
    counts upwards.
    """

    def __init__(self, width: int, height: int, scale: float = 1.0, origin: Point = (0, 0)) -> None:
        self.size = (width, height)
        self.scale = scale
        self._matrix = cairo.Matrix(scale, 0, 0, -scale, *origin)
        self._surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
        self._context = self._begin(self._surface)

    def fill(self, shape: Shape, paint: Paint, opacity: float = 1.0, blur: float = 0.0) -> None:
        """Fill a shape; ``blur`` is the standard deviation of its softness, in units."""
        with self.layer(blur=blur):
            self._trace(shape)
            self._put(paint, opacity)
            self._context.fill()

    def stroke(
        self,
        line: Points | Sequence[Point],
        paint: Paint,
        width: float,
        opacity: float = 1.0,
        *,
        blur: float = 0.0,
        closed: bool = False,
        butt: bool = False,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw a line of this width, in units, with round ends unless ``butt``."""
        with self.layer(blur=blur):
            context = self._context
            context.new_path()
            for x, y in np.asarray(line, dtype=np.float64).tolist():
                context.line_to(x, y)
            if closed:
                context.close_path()
            context.set_line_width(width)
            context.set_line_join(cairo.LineJoin.ROUND)
            context.set_line_cap(cairo.LineCap.BUTT if butt else cairo.LineCap.ROUND)
            context.set_dash(list(dash))
            self._put(paint, opacity)
            context.stroke()

    def flood(self, paint: Paint, opacity: float = 1.0) -> None:
        """Paint everything that is not clipped away."""
        self._put(paint, opacity)
        self._context.paint()

    def solid(
        self,
        shape: Shape,
        tone: Paint,
        shade: Paint,
        *,
        towards: Point = (1.0, 0.3),
        depth: float = 2.6,
        rim: str | None = None,
        width: float = 0.6,
        wash: float = 0.0,
        back: str | None = None,
    ) -> None:
        """Fill a shape in two tones, with a rim of light on one side.

        ``towards`` points to the light. ``depth`` is how wide the shade is, ``width`` the rim, both
        in units. ``wash`` is how much of the rim's colour lies over the lit side; ``back`` is the
        colour of a rim on the far side.
        """
        length = math.hypot(*towards)
        x, y = towards[0] / length, towards[1] / length
        with ExitStack() as within:
            within.enter_context(self.clipped(shape))
            if rim:
                self.flood(rim)
                within.enter_context(self.clipped(moved(shape, shift=(-x * width, -y * width))))
            if back:
                self.flood(back)
                far = (x * width * 0.8, y * width * 0.8)
                within.enter_context(self.clipped(moved(shape, shift=far)))
            self.flood(shade)
            self.fill(moved(shape, shift=(x * depth, y * depth)), tone)
            if rim and wash:
                self.flood(_wash(shape, (x, y), rim, wash))

    @contextmanager
    def clipped(self, shape: Shape) -> Iterator[None]:
        """Paint only within a shape."""
        context = self._context
        context.save()
        self._trace(shape)
        context.clip()
        try:
            yield
        finally:
            self._context.restore()

    @contextmanager
    def moved(
        self, shift: Point = (0, 0), degrees: float = 0.0, scale: Point = (1, 1)
    ) -> Iterator[None]:
        """Paint in units that are scaled, then turned anticlockwise, then shifted."""
        context = self._context
        context.save()
        context.translate(*shift)
        context.rotate(math.radians(degrees))
        context.scale(*scale)
        try:
            yield
        finally:
            context.restore()

    @contextmanager
    def layer(
        self, *, opacity: float = 1.0, blur: float = 0.0, add: bool = False
    ) -> Iterator[None]:
        """Paint apart, then lay it on: fainter, blurred (in units), or as light that adds up."""
        if opacity == 1 and not blur and not add:
            yield
            return
        below = self._context
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, *self.size)
        self._context = cairo.Context(surface)
        self._context.set_matrix(below.get_matrix())
        self._context.set_antialias(cairo.Antialias.BEST)
        try:
            yield
        finally:
            self._context = below
            below.save()
            below.identity_matrix()
            below.set_source_surface(_blurred(surface, blur * self.scale))
            below.set_operator(cairo.Operator.ADD if add else cairo.Operator.OVER)
            below.paint_with_alpha(opacity)
            below.restore()

    def grain(self, seed: int, spread: float = 3.0, steps: float = 1.2) -> None:
        """Break up long gradients: noise of this many steps of 255, this many pixels wide."""
        width, height = self.size
        noise = np.random.default_rng(seed).standard_normal((height, width)) * 64 + 128
        soft = Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8))
        smooth = np.asarray(soft.filter(ImageFilter.GaussianBlur(spread)), dtype=np.float64)
        smooth = (smooth - smooth.mean()) / max(smooth.std(), 1e-9) * steps
        pixels = _view(self._surface)
        opaque = pixels[..., 3:] == 255
        grained = np.clip(pixels[..., :3] + np.rint(smooth)[..., None], 0, 255).astype(np.uint8)
        pixels[..., :3] = np.where(opaque, grained, pixels[..., :3])
        self._surface.mark_dirty()

    def pixels(self) -> Pixels:
        """Return the picture, (height, width, 4)."""
        self._surface.flush()
        return np.ascontiguousarray(_view(self._surface)[..., [2, 1, 0, 3]])

    def save(self, path: str, ground: str | None = None) -> None:
        """Write a PNG file, over a ground if one is given, to look at."""
        if ground:
            with Paper(*self.size)._over(self._surface, ground) as surface:
                surface.write_to_png(path)
        else:
            self._surface.write_to_png(path)

    @contextmanager
    def _over(self, picture: cairo.ImageSurface, ground: str) -> Iterator[cairo.ImageSurface]:
        self.flood(ground)
        self._context.identity_matrix()
        self._context.set_source_surface(picture)
        self._context.paint()
        yield self._surface

    def _begin(self, surface: cairo.ImageSurface) -> cairo.Context[cairo.ImageSurface]:
        context = cairo.Context(surface)
        context.set_matrix(self._matrix)
        return context

    def _trace(self, shape: Shape) -> None:
        context = self._context
        context.new_path()
        for outline in shape:
            context.new_sub_path()
            for x, y in outline.tolist():
                context.line_to(x, y)
            context.close_path()

    def _put(self, paint: Paint, opacity: float) -> None:
        if isinstance(paint, str):
            self._context.set_source_rgba(*rgb(paint), opacity)
        else:
            self._context.set_source(paint)


def _wash(shape: Shape, light: Point, colour: str, strength: float) -> cairo.Pattern:
    points = np.concatenate(shape)
    low, high = points.min(axis=0), points.max(axis=0)
    x, y = ((low + high) / 2).tolist()
    reach = float((high - low).max()) / 2
    start = (x + light[0] * reach, y + light[1] * reach)
    end = (x - light[0] * reach * 0.6, y - light[1] * reach * 0.6)
    return linear(start, end, [(0, colour, strength), (1, colour, 0)])


def _view(surface: cairo.ImageSurface) -> Pixels:
    surface.flush()
    size = (surface.get_height(), surface.get_width(), 4)
    return np.ndarray(size, dtype=np.uint8, buffer=surface.get_data())


def _blurred(surface: cairo.ImageSurface, radius: float) -> cairo.ImageSurface:
    if radius < 0.3:
        return surface
    pixels = _view(surface)
    soft = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius))
    pixels[:] = np.asarray(soft)
    surface.mark_dirty()
    return surface
