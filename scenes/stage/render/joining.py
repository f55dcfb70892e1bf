"""Joins segments to a film that plays while it loads."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

import av

from scenes.stage.render.segments import Segment
from scenes.stage.render.video import Packet, VideoFormat, configure

__all__ = ["join"]

_TICKS = 256  # to a frame
_HEAD = 8  # bytes of an MP4 box's size and type
_OFFSET_TABLES = {b"stco": 4, b"co64": 8}
_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}


def join(segments: Sequence[Segment], video: VideoFormat) -> bytes:
    """Return an MP4 of the segments one after the other, its index before its pictures.

    Raises ValueError if the segments were not encoded alike.
    """
    if len({segment.header for segment in segments}) != 1:
        raise ValueError("the segments were not encoded alike")
    starts = list(accumulate((segment.frames for segment in segments), initial=0))
    packets = [
        packet._replace(time=start + packet.time)
        for start, segment in zip(starts, segments, strict=False)
        for packet in segment.packets
    ]
    return _index_first(_mux(packets, starts[-1], video))


def _mux(packets: Sequence[Packet], frames: int, video: VideoFormat) -> bytes:
    shown = sorted(packet.time for packet in packets)
    ends = dict(zip(shown, [*shown[1:], frames], strict=True))
    # Players take the film's length from the packet that is decoded last.
    ends[packets[-1].time] = frames
    content = io.BytesIO()
    with av.open(content, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=video.rate)
        configure(stream.codec_context, video)
        tick = Fraction(1, video.rate * _TICKS)
        stream.time_base = tick
        for packet, decoded in zip(packets, _decoding_times(packets), strict=True):
            out = av.Packet(packet.content)
            out.stream, out.time_base = stream, tick
            out.pts, out.dts = packet.time * _TICKS, decoded
            out.duration = (ends[packet.time] - packet.time) * _TICKS
            out.is_keyframe = packet.is_key
            container.mux(out)
    return content.getvalue()


def _decoding_times(packets: Sequence[Packet]) -> list[int]:
    """Return when to decode each packet: just before the next picture is due.

    A picture may be decoded before ones that are shown earlier. Encoders tell times that are too
    early, which, where pictures stand for long, makes a film seem shorter than it is.
    """
    times: list[int] = []
    due = packets[-1].time * _TICKS + 1
    for packet in reversed(packets):
        due = min(due - 1, packet.time * _TICKS)
        times.append(due)
    return times[::-1]


def _index_first(content: bytes) -> bytes:
    """Move the index (moov) of an MP4 before its data (mdat)."""
    boxes = _boxes(content, 0, len(content))
    index = next(box for box in boxes if box[0] == b"moov")
    data = next(box for box in boxes if box[0] == b"mdat")
    _, start, end = index
    moov = bytearray(content[start:end])
    _shift(moov, 0, len(moov), len(moov))
    before, after = content[: data[1]], content[data[1] : start] + content[end:]
    return before + bytes(moov) + after


def _shift(index: bytearray, start: int, end: int, by: int) -> None:
    """Add ``by`` to every position that the index holds."""
    for kind, begin, finish in _boxes(index, start, end):
        if kind in _CONTAINERS:
            _shift(index, begin + _HEAD, finish, by)
        elif size := _OFFSET_TABLES.get(kind):
            for at in range(begin + _HEAD + 8, finish, size):
                offset = int.from_bytes(index[at : at + size])
                index[at : at + size] = (offset + by).to_bytes(size)


def _boxes(content: bytes | bytearray, start: int, end: int) -> list[tuple[bytes, int, int]]:
    """Return type, begin and end of the boxes between ``start`` and ``end``."""
    boxes = []
    while start < end:
        size = int.from_bytes(content[start : start + 4])
        kind = bytes(content[start + 4 : start + _HEAD])
        if size == 1:
            size = int.from_bytes(content[start + _HEAD : start + _HEAD + 8])
        boxes.append((kind, start, start + size))
        start += size
    return boxes
