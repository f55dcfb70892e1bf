"""The pictures of a film, held ready in memory: how long encoding them alone takes, and PSNR.

    python -m benchmarks.floor FILM QUALITY MEDIA

answers lines on its input with lines of JSON: first with what it holds, then ``encode`` with the
seconds that it took, and the path of a film with its PSNR.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn
from unittest import mock

from manim import tempconfig

from filmrender.drawing.patches import Patch
from filmrender.encoding.memory import settle_memory
from filmrender.encoding.segments import Segment, Store
from filmrender.encoding.video import Encoder, VideoFormat
from filmrender.output.mp4 import Mp4
from filmrender.workers import fork

__all__ = ["Pictures", "Recorded", "record"]

_QUALITIES = {"l": "low_quality", "m": "medium_quality", "h": "high_quality"}

Pictures = list[tuple[Sequence[Patch], int]]  # what changes, and in which frame of the shot


@dataclass
class Recorded:
    """A film's shots; ``lengths`` are theirs, in frames."""

    video: VideoFormat
    shots: list[Pictures] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    @property
    def pictures(self) -> int:
        """How many pictures there are."""
        return sum(map(len, self.shots))

    @property
    def frames(self) -> int:
        """How many frames they are shown for."""
        return sum(self.lengths)


class _Tape:
    """Stands for the works, and keeps the pictures instead of encoding them."""

    def __init__(self, video: VideoFormat) -> None:
        self.recorded = Recorded(video)
        self._shot: Pictures = []

    def encode(self, patches: Sequence[Patch], time: int) -> None:
        self._shot.append((patches, time))

    def finish(self, seal: Any) -> Future[str]:
        self.recorded.shots.append(self._shot)
        self._shot = []
        result: Future[str] = Future()
        result.set_result(seal(b"", []))
        return result


def record(film: str, quality: str, media: Path) -> Recorded:
    """Draw the film without encoding it."""
    tapes: list[_Tape] = []

    def works(video: VideoFormat, **_: Any) -> _Tape:
        tapes.append(_Tape(video))
        return tapes[-1]

    def put(_store: Store, segment: Segment) -> None:
        tapes[0].recorded.lengths.append(segment.frames)

    def publish(production: Mp4, _captions: str | None) -> None:
        assert production._shots is not None
        production._shots._close()

    settings = {"quality": _QUALITIES[quality], "media_dir": str(media), "disable_caching": True}
    settings |= {"verbosity": "ERROR", "input_file": f"scenes/{film}.py"}
    with (
        mock.patch("filmrender.output.mp4.EncodingQueue", works),
        mock.patch.object(Store, "put", put),
        mock.patch.object(Mp4, "publish", publish),
        tempconfig(settings),
    ):
        getattr(importlib.import_module(f"scenes.{film}"), film.capitalize())().render()
    return tapes[0].recorded


def encode_alone(recorded: Recorded, processes: int) -> float:
    """Return the seconds in which so many processes, each taking the next shot, encode all."""
    todo, shots = os.pipe()
    os.write(shots, b"".join(number.to_bytes(2) for number in range(len(recorded.shots))))
    os.close(shots)
    began = time.perf_counter()
    pids = []
    for _ in range(processes):
        pid = fork()
        if pid == 0:
            _encode(recorded, todo)
        pids.append(pid)
    codes = [os.waitpid(pid, 0)[1] for pid in pids]
    os.close(todo)
    if any(codes):
        raise SystemExit("encoding alone failed")
    return time.perf_counter() - began


def _encode(recorded: Recorded, todo: int) -> NoReturn:
    gc.freeze()
    encoder = Encoder(recorded.video)
    while number := os.read(todo, 2):
        for patches, moment in recorded.shots[int.from_bytes(number)]:
            encoder.encode(patches, moment)
        encoder.finish()
    os._exit(0)


def main() -> None:
    """Hold the pictures and answer."""
    from benchmarks.quality import luma_psnr

    film, quality, media = sys.argv[1:]
    settle_memory()
    recorded = record(film, quality, Path(media))
    print(json.dumps([recorded.pictures, recorded.frames]), flush=True)
    for line in sys.stdin:
        asked = line.strip()
        answer = encode_alone(recorded, 2) if asked == "encode" else luma_psnr(recorded, asked)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
