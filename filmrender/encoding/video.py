"""What the films are encoded as, and the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

import av
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from filmrender.drawing.patches import Patch
from filmrender.encoding.colour import Converter
from filmrender.encoding.repeats import Repeats

__all__ = ["OPTIONS", "Encoder", "Packet", "VideoFormat", "configure"]

_CODEC = "libx264"
_PIXELS = "yuv420p"
_BT709 = 1
_LIMITED = 1
_KEY_EVERY = 250  # frames, as x264 has it
# One thread, so that the bytes are the same on any machine, and no macroblock tree: its AVX-512
# code makes others than the rest, in some widths by what lay in memory. For the other settings see
# the front that benchmarks/settings.py prints: flat areas and few moving things need little search.
# Soft gradients need deblocking, a finer quantiser than detail, and one that rounds to the nearest
# step (no dead zone, no trellis): else they lose the grain that keeps bands and blocks away: see
# benchmarks/banding.py. The offset of the chroma quantiser keeps flat colours as true as 8 bits
# can.
OPTIONS = {
    "preset": "veryfast",
    "tune": "animation",
    "crf": "28",
    "threads": "1",
    "chroma_sample_location": "center",
    "x264-params": "ref=1:bframes=7:b-adapt=0:pbratio=1.4:qcomp=0.8:subme=1:trellis=0"
    ":deadzone-intra=0:weightp=0:mbtree=0:rc-lookahead=0:scenecut=0:aq-mode=1:aq-strength=1.5"
    ":chroma-qp-offset=-2",
}
# A preview, at Manim's low rate, is waited for: a quarter less time for 8% more bytes.
_PREVIEW_RATE = 15
_LESS = "subme=0:partitions=none:me=dia:8x8dct=0"
_PREVIEW = OPTIONS | {"x264-params": f"{OPTIONS['x264-params']}:{_LESS}"}


@dataclass(frozen=True)
class VideoFormat:
    """Width and height in pixels, frames a second, and whether each frame is stored.

    If not ``constant``, a picture that stands is stored once, with its duration.
    """

    width: int
    height: int
    rate: Fraction | int
    constant: bool = False

    @property
    def options(self) -> dict[str, str]:
        """The encoder's settings."""
        return _PREVIEW if self.is_preview else OPTIONS

    @property
    def is_preview(self) -> bool:
        """Whether it is waited for rather than published."""
        return self.rate <= _PREVIEW_RATE

    def identity(self) -> dict[str, Any]:
        """Return all that decides on the encoded bytes, apart from the pictures."""
        size = [self.width, self.height, self.rate, self.constant]
        return {"size": size, "codec": _CODEC, "pixels": _PIXELS, "options": self.options}


class Packet(NamedTuple):
    """An encoded picture; ``time`` counts frames from the segment's first."""

    time: int
    is_key: bool
    content: bytes


class Encoder:
    """Encodes one segment after the other."""

    def __init__(self, video: VideoFormat) -> None:
        self._video = video
        self._converter = Converter(video.width, video.height)
        self._context: VideoCodecContext | None = None
        self._packets: list[Packet] = []
        self._pictures = 0
        self._end = 0  # frame at which the last picture was encoded, and one
        self._waiting = 0  # frames for which it is to be repeated

    def encode(self, patches: Iterable[Patch], time: int) -> None:
        """Encode the last picture, changed by ``patches``, to be shown from frame ``time``."""
        self._encode_waiting()
        for patch in patches:
            self._converter.update(patch)
        self._pictures += 1
        self._encode(self._converter.frame, time)

    def repeat(self, frames: int) -> None:
        """Show the last picture for so many frames more, each of which is stored."""
        self._waiting += frames

    def finish(self) -> tuple[bytes, list[Packet]]:
        """End the segment; return its header and its packets in the order of decoding."""
        frames = self._end + self._waiting
        stands = self._pictures == 1 and self._waiting > 0
        if stands:
            self._encode_sample()
        else:
            self._encode_waiting()
        context, self._context = self._context, None
        assert context is not None
        self._collect(context, None)
        header = context.extradata or b""
        packets, self._packets = self._packets, []
        self._pictures = self._end = self._waiting = 0
        return header, _repeated(header, packets, frames) if stands else packets

    def _encode_waiting(self) -> None:
        for time in range(self._end, self._end + self._waiting):
            self._encode(self._converter.frame, time)
        self._waiting = 0

    def _encode_sample(self) -> None:
        """Encode a key picture of nothing, and its repeat, which is like that of any other."""
        nothing = av.VideoFrame(self._video.width, self._video.height, _PIXELS)
        for plane in nothing.planes:
            plane.update(bytes([128]) * plane.buffer_size)
        for kind in (PictureType.I, PictureType.P):
            nothing.pict_type = kind
            self._encode(nothing, self._end)

    def _encode(self, frame: av.VideoFrame, time: int) -> None:
        self._context = self._context or _open(self._video)
        frame.pts, frame.time_base = time, self._context.time_base
        self._collect(self._context, frame)
        self._end = time + 1

    def _collect(self, context: VideoCodecContext, frame: av.VideoFrame | None) -> None:
        for packet in context.encode(frame):
            assert packet.pts is not None
            self._packets.append(Packet(packet.pts, packet.is_keyframe, bytes(packet)))


def configure(context: VideoCodecContext, video: VideoFormat) -> None:
    """Set a context up to make, or to describe, such video: tagged BT.709, square pixels."""
    context.width, context.height = video.width, video.height
    context.pix_fmt = _PIXELS
    context.time_base = Fraction(1, video.rate)
    context.framerate = Fraction(video.rate)
    context.sample_aspect_ratio = Fraction(1)
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED
    context.options = dict(video.options)
    context.flags |= Flags.global_header


def _repeated(header: bytes, packets: Sequence[Packet], frames: int) -> list[Packet]:
    """Return a picture for so many frames, from its packet and those of the sample."""
    picture, *_, second = [packet.content for packet in packets]
    repeats = Repeats(header, second)
    made = []
    for time in range(frames):
        since = time % _KEY_EVERY
        made.append(Packet(time, not since, repeats.repeat(since) if since else picture))
    return made


def _open(video: VideoFormat) -> VideoCodecContext:
    context = av.CodecContext.create(_CODEC, "w")
    assert isinstance(context, VideoCodecContext)
    configure(context, video)
    context.open()
    return context
