"""What a picture is painted on: cairo's surface, in units that count upwards."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import cairo
import numpy as np

from scenes.paint.paints import Paint, fading, radial, rgb
from scenes.paint.shapes import Point, Points, Shape, ellipse
from scenes.paint.surface import Pixels, blurred, grain, paint_surface, reach, view

__all__ = ["Paper"]


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
        self._density = scale  # pixels a unit of what is painted on now

    def fill(self, shape: Shape, paint: Paint, opacity: float = 1.0, blur: float = 0.0) -> None:
        """Fill a shape; ``blur`` is the standard deviation of its softness, in units."""
        with self.layer(blur=blur, around=np.concatenate(shape)):
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
        points = np.asarray(line, dtype=np.float64)
        with self.layer(blur=blur, around=points, margin=width):
            context = self._context
            context.new_path()
            for x, y in points.tolist():
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
        tone: str,
        shade: str,
        *,
        towards: Point = (1.0, 0.3),
        depth: float = 2.6,
        rim: str | None = None,
        width: float = 0.6,
        wash: float = 0.0,
        back: str | None = None,
        fade: tuple[Point, float] | None = None,
    ) -> None:
        """Fill a shape in two tones, with a rim of light on one side.

        ``towards`` points to the light. ``depth`` is how wide the shade is, ``width`` the rim, both
        in units. ``wash`` is how much of the rim's colour lies over the lit side; ``back`` is the
        colour of a rim on the far side. Round ``fade``, a centre and a radius, there is neither rim
        nor shade: there the shape grows out of what lies behind it.
        """
        length = math.hypot(*towards)
        x, y = towards[0] / length, towards[1] / length
        path = self._path(shape)
        lit = (-x * width, -y * width)
        with self._filling(path):
            with ExitStack() as within:
                if rim and len(shape) > 1:
                    self.flood(rim)
                    within.enter_context(self._filling(path, lit))
                self.flood(back or shade)
                if back:
                    self._fill(path, shade, (x * width * 0.8, y * width * 0.8))
                self._fill(path, tone, (x * depth, y * depth))
            if rim and len(shape) == 1:
                self._fill_outside(path, rim, lit)
            if fade:
                centre, radius = fade
                stops = [(0.0, tone, 1.0), (0.6, tone, 1.0), (1.0, tone, 0.0)]
                self.fill(ellipse(centre, radius), radial(centre, radius, stops))
            if rim and wash:
                self.flood(fading(shape, (x, y), rim, wash))

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

    def lay(self, picture: Pixels, box: tuple[float, float, float, float]) -> None:
        """Lay pixels, (height, width, 4) as this class gives them, into left … top."""
        height, width = picture.shape[:2]
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
        view(surface)[:] = picture[..., [2, 1, 0, 3]]
        surface.mark_dirty()
        left, bottom, right, top = box
        context = self._context
        context.save()
        context.translate(left, top)
        context.scale((right - left) / width, (bottom - top) / height)
        paint_surface(context, surface)
        context.restore()

    @contextmanager
    def layer(
        self,
        *,
        opacity: float = 1.0,
        blur: float = 0.0,
        add: bool = False,
        around: Points | None = None,
        margin: float = 0.0,
    ) -> Iterator[None]:
        """Paint apart, then lay it on: fainter, blurred (in units), or as light that adds up.

        What is painted lies within ``margin`` of the points ``around``, (n, 2), if they are given.
        A strong blur is painted with fewer pixels, which nobody sees.
        """
        if opacity == 1 and not blur and not add:
            yield
            return
        below, density = self._context, self._density
        softness = blur * density
        left, top, right, bottom = reach(below, around, margin, 3 * softness)
        step = max(1, int(softness / 2.4))
        size = (math.ceil((right - left) / step), math.ceil((bottom - top) / step))
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, max(1, size[0]), max(1, size[1]))
        self._context, self._density = cairo.Context(surface), density / step
        self._context.set_antialias(cairo.Antialias.BEST)
        self._context.scale(1 / step, 1 / step)
        self._context.translate(-left, -top)
        self._context.transform(below.get_matrix())
        try:
            yield
        finally:
            self._context, self._density = below, density
            below.save()
            below.identity_matrix()
            below.translate(left, top)
            below.scale(step, step)
            below.set_operator(cairo.Operator.ADD if add else cairo.Operator.OVER)
            paint_surface(below, blurred(surface, softness / step), opacity)
            below.restore()

    def grain(self, seed: int, spread: float = 3.0, steps: float = 1.2) -> None:
        """Break up long gradients: noise of this many steps of 255, this many pixels wide."""
        pixels = view(self._surface)
        noise = np.where(pixels[..., 3] == 255, grain(*self.size, seed, spread, steps), 0)
        colours = pixels[..., :3]
        np.clip(colours + noise[..., None], 0, 255, out=colours, casting="unsafe")
        self._surface.mark_dirty()

    def pixels(self) -> Pixels:
        """Return the picture, (height, width, 4)."""
        data = view(self._surface)
        picture = data.copy()
        picture[..., 0], picture[..., 2] = data[..., 2], data[..., 0]
        return picture

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

    def _path(self, shape: Shape) -> cairo.Path:
        self._trace(shape)
        return self._context.copy_path()

    def _follow(self, path: cairo.Path, shift: Point) -> None:
        """Make a path, moved by ``shift``, the one that is filled next."""
        context = self._context
        context.new_path()
        context.translate(*shift)
        context.append_path(path)
        context.translate(-shift[0], -shift[1])

    def _fill(self, path: cairo.Path, colour: str, shift: Point) -> None:
        self._follow(path, shift)
        self._put(colour, 1)
        self._context.fill()

    def _fill_outside(self, path: cairo.Path, colour: str, shift: Point) -> None:
        """Fill what does not lie in a path of one outline: quicker than a picture of its own."""
        context = self._context
        self._follow(path, shift)
        left, top, right, bottom = context.clip_extents()
        context.rectangle(left, top, right - left, bottom - top)
        self._put(colour, 1)
        context.set_fill_rule(cairo.FillRule.EVEN_ODD)
        context.fill()
        context.set_fill_rule(cairo.FillRule.WINDING)

    @contextmanager
    def _filling(self, path: cairo.Path, shift: Point = (0.0, 0.0)) -> Iterator[None]:
        """Paint what the path is then filled with: nothing shows twice at its soft edge."""
        context = self._context
        context.save()
        self._follow(path, shift)
        matrix = context.get_matrix()
        context.identity_matrix()
        left, top, right, bottom = context.path_extents()
        left, top = math.floor(left) - 1, math.floor(top) - 1
        context.new_path()
        context.rectangle(left, top, math.ceil(right) + 1 - left, math.ceil(bottom) + 1 - top)
        context.clip()
        context.set_matrix(matrix)
        context.push_group()
        try:
            yield
        finally:
            context.pop_group_to_source()
            self._follow(path, shift)
            context.fill()
            context.restore()

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
