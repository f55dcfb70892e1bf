"""Several films side by side, in lock-step, as a film, a GIF or a still."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from importlib.resources import files
from itertools import zip_longest
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame
from PIL import Image, ImageDraw, ImageFont

from gdvideo.mp4 import duration

__all__ = ["font", "last_picture", "pictures", "side_by_side", "tiled", "write_film", "write_gif"]

_BT709, _LIMITED = 1, 1  # as ISO/IEC 23001-8 numbers them
_STRIP = 0.08  # of a picture's height, for its label
_CRF = "20"
_GIF_COLOURS = 64


def pictures(film: Path, rate: int, width: int) -> Iterator[Image.Image]:
    """Yield the film's pictures, ``rate`` a second and ``width`` pixels wide.

    Raises:
        OSError: if the film cannot be read.
    """
    due, end = Fraction(0), duration(film) - 0.5 / rate
    shown: VideoFrame | None = None
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        for frame in container.decode(stream):
            assert frame.pts is not None
            while shown is not None and due < frame.pts * stream.time_base:
                yield _picture(shown, width)
                due += Fraction(1, rate)
            shown = frame
        while shown is not None and due < end:
            yield _picture(shown, width)
            due += Fraction(1, rate)


def last_picture(film: Path, width: int) -> Image.Image:
    """Return the picture that the film ends with."""
    with av.open(str(film)) as container:
        *_, frame = container.decode(video=0)
    return _picture(frame, width)


def side_by_side(
    films: Iterable[Iterable[Image.Image]], labels: Sequence[str]
) -> Iterator[Image.Image]:
    """Yield grids of the films' pictures at the same moment; what ends earlier stands still."""
    shown: list[Image.Image | None] = [None] * len(labels)
    for moment in zip_longest(*films):
        shown = [new or old for new, old in zip(moment, shown, strict=True)]
        yield tiled([picture for picture in shown if picture is not None], labels)


def tiled(cells: Sequence[Image.Image], labels: Sequence[str]) -> Image.Image:
    """Return pictures of one size in rows, each below its label."""
    width, height = cells[0].size
    strip = max(16, round(_STRIP * height))
    columns = math.ceil(math.sqrt(len(cells)))
    rows = math.ceil(len(cells) / columns)
    ground = cells[0].getpixel((0, 0))
    size = columns * width, rows * (height + strip)
    grid = Image.new("RGB", (size[0] + size[0] % 2, size[1] + size[1] % 2), ground)
    draw, letters = ImageDraw.Draw(grid), font(strip)
    ink = "white" if cells[0].convert("L").getpixel((0, 0)) < 128 else "black"  # type: ignore[operator]
    for i, (cell, label) in enumerate(zip(cells, labels, strict=True)):
        left, top = i % columns * width, i // columns * (height + strip)
        draw.text((left + width / 2, top + strip / 2), label, fill=ink, font=letters, anchor="mm")
        grid.paste(cell, (left, top + strip))
    return grid


def write_film(out: Path, moments: Iterable[Image.Image], rate: int) -> None:
    """Write pictures as an MP4 in BT.709, its index first."""
    with av.open(str(out), "w", format="mp4", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": _CRF})
        context = stream.codec_context
        context.pix_fmt = "yuv420p"
        context.color_primaries = context.color_trc = context.colorspace = _BT709
        context.color_range = _LIMITED
        for number, picture in enumerate(moments):
            if number == 0:
                context.width, context.height = picture.size
            frame = VideoFrame.from_ndarray(np.asarray(picture), "rgb24")
            frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
            frame.pts, frame.time_base = number, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def write_gif(out: Path, moments: Iterable[Image.Image], rate: int) -> None:
    """Write pictures as a GIF that repeats for ever."""
    each = (picture.quantize(_GIF_COLOURS, Image.Quantize.FASTOCTREE) for picture in moments)
    every = round(1000 / rate)  # milliseconds
    next(each).save(out, "GIF", save_all=True, append_images=each, duration=every, loop=0)


def _picture(frame: VideoFrame, width: int) -> Image.Image:
    height = 2 * round(frame.height * width / frame.width / 2)
    small = frame.reformat(width, height, "rgb24", src_colorspace="ITU709")
    return Image.fromarray(small.to_ndarray())


def font(strip: int) -> ImageFont.FreeTypeFont:
    """Return the font that fits into a strip of so many pixels."""
    path = files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(str(path), round(0.62 * strip))
