"""A shot: one play and the holds after it, which are cached, drawn and encoded as one."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from filmrender.drawing.painter import Painter, View
from filmrender.drawing.patches import Patch
from filmrender.drawing.shapes import Pixels
from filmrender.encoding.queue import EncodingQueue
from filmrender.encoding.segments import Run, Segment, Store, segment_key
from filmrender.encoding.video import Packet, VideoFormat

__all__ = ["Shot", "Tools"]

_MOST_WAITING = 600  # pictures kept undrawn while the cache may yet have them all
_MOST_PACKED = 128 << 20  # bytes of those that are kept drawn

Paint = Callable[[bool], list[Patch]]  # True asks for the whole picture, not only what changed


@dataclass(frozen=True)
class Tools:
    """What all shots of a film are made with; ``salt`` stands for how they are drawn."""

    video: VideoFormat
    painter: Painter
    queue: EncodingQueue
    store: Store
    salt: str
    look_up: bool


class Shot:
    """Takes pictures, and draws them as soon as it is clear that the cache lacks the shot."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._runs: list[Run] = []
        self._kept: list[tuple[Run, ...]] = []
        self._waiting: list[Paint] | None = [] if tools.look_up else None
        self._time = 0
        self._packed = 0  # bytes
        self.drawn = 0

    def show(self, view: View, frames: int) -> None:
        """Show a picture for so many frames."""
        paint = self._tools.painter.paint
        self._add(view.name, frames, lambda whole: paint(view, whole=whole))

    def show_pixels(self, pixels: Pixels, frames: int) -> None:
        """Show a picture that Manim's camera has drawn, because nobody else understands it."""
        name = blake2b(pixels.data, digest_size=16).hexdigest()
        take = self._tools.painter.take
        if self._waiting is None:
            self._add(name, frames, lambda _whole: take(pixels))
            return
        packed, shape = zlib.compress(pixels.data, level=1), pixels.shape
        self._packed += len(packed)
        self._add(name, frames, lambda _whole: take(_unpacked(packed, shape)))

    def close(self) -> Future[str] | None:
        """End the shot; return the key of the segment that is, or is to come, in the cache.

        It is None if no picture was shown.
        """
        if not self._runs:
            return None
        key = segment_key(self._tools.salt, self._runs)
        if self._waiting is not None:
            if self._tools.store.get(key) is not None:
                result: Future[str] = Future()
                result.set_result(key)
                return result
            self._draw_waiting()
        return self._tools.queue.finish(lambda header, packets: self._seal(key, header, packets))

    def _add(self, name: str, frames: int, paint: Paint) -> None:
        if self._runs and self._runs[-1][0] == name:
            self._runs[-1] = (name, self._runs[-1][1] + frames)
            if self._waiting is None:
                self._repeat(frames)
        else:
            self._runs.append((name, frames))
            if self._waiting is None:
                self._draw(paint, self._time, frames)
            else:
                self._waiting.append(paint)
                self._look_up()
        self._time += frames

    def _look_up(self) -> None:
        """Narrow down what the cache has that begins like this shot."""
        assert self._waiting is not None
        last = len(self._runs) - 1
        if last == 0:
            self._kept = self._tools.store.beginning_with(self._runs[0][0])
        else:
            self._kept = [runs for runs in self._kept if self._agrees(runs, last)]
        full = len(self._waiting) > _MOST_WAITING or self._packed > _MOST_PACKED
        if not self._kept or full:
            self._draw_waiting()

    def _agrees(self, runs: tuple[Run, ...], last: int) -> bool:
        """Tell whether kept runs agree with the last picture and with how long the other stood."""
        if len(runs) <= last:
            return False
        return runs[last][0] == self._runs[last][0] and runs[last - 1] == self._runs[last - 1]

    def _draw_waiting(self) -> None:
        waiting, self._waiting = self._waiting or [], None
        time = 0
        for paint, (_, frames) in zip(waiting, self._runs, strict=True):
            self._draw(paint, time, frames)
            time += frames

    def _draw(self, paint: Paint, time: int, frames: int) -> None:
        self._tools.queue.encode(paint(self.drawn == 0), time)
        self.drawn += 1
        self._repeat(frames - 1)

    def _repeat(self, frames: int) -> None:
        if self._tools.video.constant and frames:
            self._tools.queue.repeat(frames)

    def _seal(self, key: str, header: bytes, packets: list[Packet]) -> str:
        segment = Segment(key, tuple(self._runs), header, tuple(packets))
        self._tools.store.put(segment)
        return key


def _unpacked(packed: bytes, shape: tuple[int, ...]) -> Pixels:
    return np.frombuffer(zlib.decompress(packed), np.uint8).reshape(shape)
