"""Joins segments to a film that plays while it loads."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from typing import Any

import av

from filmrender.encoding.segments import Segment
from filmrender.encoding.sound import add_sound
from filmrender.encoding.video import Packet, VideoFormat, configure

__all__ = ["join"]

_TICKS = 256  # to a frame
_AHEAD = 2  # frames that x264 decodes ahead, where pictures are between others that are between


def join(segments: Sequence[Segment], video: VideoFormat, sound: Any = None) -> bytes:
    """Return an MP4 of the segments one after the other, its index before its pictures.

    ``sound`` is what Manim has mixed for it, if there is any.

    Raises ValueError if the segments were not encoded alike, OSError if there is no room.
    """
    if len({segment.header for segment in segments}) != 1:
        raise ValueError("the segments were not encoded alike")
    starts = list(accumulate((segment.frames for segment in segments), initial=0))
    packets = [
        packet._replace(time=start + packet.time)
        for start, segment in zip(starts, segments, strict=False)
        for packet in segment.packets
    ]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "film.mp4")  # the index is moved in a file, not in memory
        _mux(packets, starts[-1], video, place)
        if sound is not None:
            add_sound(place, sound)
        return place.read_bytes()


def _mux(packets: Sequence[Packet], frames: int, video: VideoFormat, place: Path) -> None:
    shown = sorted(packet.time for packet in packets)
    ends = dict(zip(shown, [*shown[1:], frames], strict=True))
    if not video.constant:
        # Players take the film's length from the packet that is decoded last.
        ends[packets[-1].time] = frames
    options = {"movflags": "+faststart"}
    with av.open(str(place), "w", format="mp4", options=options) as container:
        stream = container.add_stream("libx264", rate=video.rate)
        configure(stream.codec_context, video)
        decoded_at = _regular_times if video.constant else _decoding_times
        tick = Fraction(1, video.rate * _TICKS)
        stream.time_base = tick
        for packet, decoded in zip(packets, decoded_at(packets), strict=True):
            out = av.Packet(packet.content)
            out.stream, out.time_base = stream, tick
            out.pts, out.dts = packet.time * _TICKS, decoded
            out.duration = (ends[packet.time] - packet.time) * _TICKS
            out.is_keyframe = packet.is_key
            container.mux(out)


def _regular_times(packets: Sequence[Packet]) -> list[int]:
    """Return when to decode each packet of a film that has all its frames: one a frame.

    Who reads a file's frame rate off its times, as plugins of Manim do, then finds it. And who puts
    one file after the other finds all as far ahead, those too where nothing moves.
    """
    ahead = max(_AHEAD, *(number - packet.time for number, packet in enumerate(packets)))
    return [(number - ahead) * _TICKS for number in range(len(packets))]


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
