"""Writes video files in any format that Manim offers, with the colours of the MP4."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from av.video.stream import VideoStream

from filmrender.drawing.shapes import Pixels
from filmrender.manim_internals import VideoEncoderSpec

__all__ = ["Stream"]

_BT709 = 1  # primaries, transfer and, of YUV, matrix
_RGB = 0  # matrix


class Stream:
    """One video file in the making, tagged BT.709: pictures at ``rate`` frames a second."""

    def __init__(self, path: Path, spec: VideoEncoderSpec, rate: Fraction) -> None:
        faststart = {"movflags": "+faststart"} if spec.container_format in ("mp4", "mov") else {}
        self._container = av.open(path, "w", format=spec.container_format, options=faststart)
        stream = self._container.add_stream(spec.codec, rate=rate, options=dict(spec.options))
        assert isinstance(stream, VideoStream)
        self._stream = stream
        self._pixels = spec.pixel_format
        self._is_rgb = av.VideoFormat(spec.pixel_format).is_rgb
        full = self._is_rgb or spec.pixel_format.startswith("yuvj")
        self._range = ColorRange.JPEG if full else ColorRange.MPEG
        self._reformatter = VideoReformatter()
        self._base = 1 / rate
        self._frames = 0
        self._configure(spec)

    def begin_shot(self) -> None:
        """Do nothing: a video knows no shots."""

    def add(self, pixels: Pixels, frames: int) -> None:
        """Show a picture (height, width, 4) for so many frames."""
        picture = self._convert(pixels)
        for _ in range(frames):
            picture.pts, picture.time_base = self._frames, self._base
            self._container.mux(self._stream.encode(picture))
            self._frames += 1

    def close(self) -> None:
        """Write what is not written yet, and close the file."""
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def abort(self) -> None:
        """Close the file, which is not whole."""
        self._container.close()

    def _configure(self, spec: VideoEncoderSpec) -> None:
        context = self._stream.codec_context
        assert isinstance(context, VideoCodecContext)
        context.width, context.height, context.pix_fmt = spec.width, spec.height, self._pixels
        context.color_primaries = context.color_trc = _BT709
        context.colorspace = _RGB if self._is_rgb else _BT709
        context.color_range = self._range

    def _convert(self, pixels: Pixels) -> av.VideoFrame:
        frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
        if self._is_rgb:
            return self._reformatter.reformat(frame, format=self._pixels)
        return self._reformatter.reformat(
            frame,
            format=self._pixels,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=self._range,
            interpolation=Interpolation.AREA,
        )
