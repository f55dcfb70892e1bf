"""Encodes what is drawn, in a thread beside the drawing or at once."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from filmrender.drawing.patches import Patch
from filmrender.encoding.memory import settle_memory
from filmrender.encoding.video import Encoder, Packet, VideoFormat

__all__ = ["EncodingQueue"]

_AHEAD = 3  # pictures drawn ahead of the encoder; each holds its changed pixels
# Back from x264, the encoder waits so long for the thread that draws to let it go on: Python's
# usual 5 ms are half a picture.
_SWITCH_SECONDS = 5e-5
Seal = Callable[[bytes, list[Packet]], str]


class EncodingQueue:
    """Encodes one segment after the other, in the order in which pictures come.

    It does so ``beside`` the drawing, or else before the next picture is drawn: where each core
    has its own process, a further thread is only in the way. Of the processor time of a film at
    1080p60, encoding is 0.7: with a core to itself it hides the drawing, 0.3 of the time.
    """

    def __init__(self, video: VideoFormat, *, beside: bool) -> None:
        settle_memory()
        self._beside = beside
        self._encoder = Encoder(video)
        self._pool: ThreadPoolExecutor | None = None
        self._usual = sys.getswitchinterval()
        self._pending: deque[Future[Any]] = deque()
        self._failure: BaseException | None = None

    def encode(self, patches: Sequence[Patch], time: int) -> None:
        """Add a picture to the segment; raises what went wrong with one before."""
        self._submit(self._encode, patches, time)

    def repeat(self, frames: int) -> None:
        """Show the last picture for so many frames more."""
        self._submit(self._encoder.repeat, frames)

    def finish(self, seal: Seal) -> Future[str]:
        """End the segment; ``seal`` keeps the stream's header and packets, and returns its key."""
        return self._submit(self._finish, seal)

    def close(self, *, drop: bool = False) -> None:
        """End the thread, once it has done or, if told to ``drop``, has forgotten its tasks."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=drop)
            self._pool = None
            sys.setswitchinterval(self._usual)

    def _submit(self, task: Callable[..., Any], *args: Any) -> Future[Any]:
        if not self._beside:
            done: Future[Any] = Future()
            done.set_result(task(*args))
            return done
        if self._pool is None:  # not before it is needed: a process with threads forks badly
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="encoder")
            sys.setswitchinterval(_SWITCH_SECONDS)
        while len(self._pending) >= _AHEAD:
            self._pending.popleft().result()
        self._pending.append(self._pool.submit(task, *args))
        return self._pending[-1]

    def _encode(self, patches: Sequence[Patch], time: int) -> None:
        try:
            self._encoder.encode(patches, time)
        except BaseException as error:
            self._failure = error
            raise

    def _finish(self, seal: Seal) -> str:
        if self._failure is not None:  # the segment lacks a picture
            raise self._failure
        return seal(*self._encoder.finish())
