"""Films encoded once more, for readers: in one piece.

A render is joined from parts that are kept for the next one. Each begins with a whole picture, and
these are most of its bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import av
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from av.video.stream import VideoStream

from gdvideo.mp4 import duration

__all__ = ["ENCODERS", "in_one_piece"]

_BT709 = 1
_LIMITED = 1
_KEY_SECONDS = 10  # between whole pictures, from which a film can be played
_LAST = 8  # frames: more than an encoder holds back, or the film would seem shorter
# The one that makes less of a film first, then the one whose films play everywhere.
ENCODERS = {
    "av1": ("libsvtav1", {"preset": "8", "crf": "46", "svtav1-params": "scm=1"}),
    "h264": (
        "libx264",
        {
            "preset": "veryfast",
            "tune": "animation",
            "crf": "30",
            # One thread and no macroblock tree: else the bytes are not the same everywhere.
            "threads": "1",
            "chroma_sample_location": "center",
            "x264-params": "bframes=7:b-adapt=0:pbratio=1.4:qcomp=0.8:trellis=0:deadzone-intra=0"
            ":mbtree=0:rc-lookahead=0:scenecut=0:aq-mode=1:aq-strength=1.5:chroma-qp-offset=-2",
        },
    ),
}
os.environ.setdefault("SVT_LOG", "1")  # errors alone: it would tell its settings


def in_one_piece(film: Path, rate: int, name: str) -> bytes:
    """Return an MP4 of a film of ``rate`` frames a second, its index before its pictures.

    ``name`` is the encoder's.

    Raises:
        OSError: if the film cannot be read.
    """
    encoder, options = ENCODERS[name]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        with (
            av.open(film) as source,
            av.open(path, "w", options={"movflags": "faststart"}) as target,
        ):
            stream = target.add_stream(encoder, rate=rate, options=options)
            assert isinstance(stream, VideoStream)
            _configure(stream.codec_context, source.streams.video[0].codec_context, rate)
            for frame in _frames(source, rate, round(duration(film) * rate)):
                target.mux(stream.encode(frame))
            target.mux(stream.encode(None))
        return path.read_bytes()


def _configure(made: VideoCodecContext, shown: VideoCodecContext, rate: int) -> None:
    made.width, made.height, made.pix_fmt = shown.width, shown.height, shown.pix_fmt
    made.sample_aspect_ratio = Fraction(1)
    made.time_base = Fraction(1, rate)
    made.gop_size = _KEY_SECONDS * rate
    made.color_primaries = made.color_trc = made.colorspace = _BT709
    made.color_range = _LIMITED


def _frames(source: InputContainer, rate: int, end: int) -> Iterator[av.VideoFrame]:
    """Yield each picture once, the last one until the film's end."""
    number = 0
    for frame in source.decode(video=0):
        number = round((frame.time or 0) * rate)
        yield _at(frame, number, rate)
    for later in range(max(number + 1, end - _LAST), end):
        yield _at(frame, later, rate)


def _at(frame: av.VideoFrame, number: int, rate: int) -> av.VideoFrame:
    frame.pts, frame.time_base = number, Fraction(1, rate)
    frame.pict_type = PictureType.NONE  # what the encoder makes of it is its own
    return frame
