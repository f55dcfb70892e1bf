"""Pictures out of a film: a poster, and a small preview that moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace
from PIL import Image

__all__ = ["Facts", "animated", "encoded", "facts", "frames_at", "moments"]

PREVIEW_WIDTH = 600  # pixels: what letters have room for
PREVIEW_SECONDS = 6.0
PREVIEW_RATE = 6  # pictures a second
_QUALITY: dict[str, dict[str, Any]] = {
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "method": 6},
    "GIF": {"optimize": True},
}
_COLOURS = 255  # of a GIF
_SHADES = 4  # of 256 that count as one
_MOST_BYTES = 1_000_000  # that a letter should bring


@dataclass(frozen=True)
class Facts:
    """What an MP4 is: pixels, and its codec as a media type names it (RFC 6381)."""

    width: int
    height: int
    codec: str


def facts(film: bytes) -> Facts:
    """Return what an MP4 is."""
    with av.open(BytesIO(film)) as container:
        context = container.streams.video[0].codec_context
        header = context.extradata or bytes(4)
        if context.name == "h264":
            codec = f"avc1.{header[1:4].hex()}"
        else:  # AV1 of 8 bits, level and tier as its configuration box has them
            codec = f"av01.{header[1] >> 5}.{header[1] & 31:02}{'MH'[header[2] >> 7]}.08"
        return Facts(context.width, context.height, codec)


def frames_at(film: Path, moments: Sequence[float]) -> list[Image.Image]:
    """Return what a film shows at these moments, ascending, in seconds."""
    pictures = _pictures(film)
    shown, found = next(pictures)[1], []
    after = next(pictures, None)
    for moment in moments:
        while after is not None and after[0] <= moment:
            shown, after = after[1], next(pictures, None)
        found.append(_image(shown))
    return found


def moments(end: float) -> list[float]:
    """Return the moments of a preview that ends here."""
    first = max(0.0, end - PREVIEW_SECONDS)
    return [first + i / PREVIEW_RATE for i in range(round((end - first) * PREVIEW_RATE))]


def encoded(picture: Image.Image, kind: str) -> bytes:
    """Return a picture as the content of a file of this kind."""
    content = BytesIO()
    picture.save(content, kind, **_QUALITY[kind])
    return content.getvalue()


def animated(pictures: Sequence[Image.Image], kind: str) -> bytes:
    """Return pictures, made small, as one file that shows them again and again.

    Pictures that are alike become one that stands longer. A GIF that would be too large for a
    letter is its last picture alone.
    """
    small: list[Image.Image] = []
    milliseconds: list[int] = []
    for picture in pictures:
        height = round(PREVIEW_WIDTH * picture.height / picture.width)
        next_one = picture.resize((PREVIEW_WIDTH, height), Image.Resampling.LANCZOS)
        if not small or next_one.tobytes() != small[-1].tobytes():
            small.append(next_one)
            milliseconds.append(0)
        milliseconds[-1] += 1000 // PREVIEW_RATE
    options: dict[str, Any] = {"duration": milliseconds, "loop": 0, "save_all": True}
    if kind == "WEBP":
        return _written(small, kind, options | {"quality": 50, "method": 6})
    palette = _palette(small[-1])  # the fullest: it has all the colours
    flat = [one.quantize(palette=palette, dither=Image.Dither.NONE) for one in small]
    content = _written(flat, kind, options | {"optimize": True})
    return content if len(content) <= _MOST_BYTES else encoded(flat[-1], kind)


def _written(pictures: Sequence[Image.Image], kind: str, options: Mapping[str, Any]) -> bytes:
    content = BytesIO()
    pictures[0].save(content, kind, append_images=pictures[1:], **options)
    return content.getvalue()


def _palette(picture: Image.Image) -> Image.Image:
    """Return a picture with the colours that stand for this one's.

    What has a meaning is small and colourful: a colour counts as the root of its pixels.
    """
    rough = picture.point(lambda level: level // _SHADES)
    found = rough.getcolors(picture.width * picture.height) or []
    colours, counts = (
        np.array(each) for each in zip(*sorted((c, n) for n, c in found), strict=True)
    )
    told = np.repeat(colours * _SHADES + _SHADES // 2, np.ceil(np.sqrt(counts)).astype(int), axis=0)
    return Image.fromarray(told[np.newaxis].astype(np.uint8)).quantize(
        _COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=4
    )


def _pictures(film: Path) -> Iterator[tuple[float, av.VideoFrame]]:
    with av.open(film) as container:
        for frame in container.decode(video=0):
            yield frame.time or 0.0, frame


def _image(frame: av.VideoFrame) -> Image.Image:
    """Return a frame as RGB; what it is tagged with has to be said once more."""
    rgb = frame.reformat(
        format="rgb24", src_colorspace=Colorspace.ITU709, src_color_range=ColorRange.MPEG
    )
    return Image.fromarray(rgb.to_ndarray())
