"""The process that renders, started before it is known what it has to make.

A preview of another learning rate is there in 0.83 of the time (laser, median of four pairs).
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

__all__ = ["Renderer", "ahead", "renderer"]

_ROOT = Path(__file__).resolve().parents[1]  # project.py has it too, but takes 10 ms to import
# Dask has its workers give memory back at once; every picture would be paid for anew.
_ALLOCATOR = "MALLOC_TRIM_THRESHOLD_"


class Renderer:
    """A process that imports Manim and waits to be told what to make; see ``gdvideo.lean``."""

    def __init__(self) -> None:
        lifeline, end = os.pipe()  # whose other end the process has as long as it lives
        self._lifeline = os.fdopen(lifeline, "rb", buffering=0)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gdvideo.lean"],
            cwd=_ROOT,
            env={name: value for name, value in os.environ.items() if name != _ALLOCATOR},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(end,),
        )
        os.close(end)

    def tell(self, told: Mapping[str, Any]) -> None:
        """Tell it what to make, as JSON can hold it; it ends if this process does."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # its exit code will say why
            self._process.stdin.write(json.dumps(told).encode() + b"\n")
            self._process.stdin.flush()

    def wait(self, seconds: float | None = None) -> int | None:
        """Return its exit code, or None if it has not ended after so many seconds."""
        ended, _, _ = select.select([self._lifeline], [], [], seconds)
        if not ended:
            return None
        self._process.communicate()
        self._lifeline.close()
        return self._process.returncode

    def end(self) -> None:
        """End it; it cleans up and leaves the old film."""
        self._process.terminate()
        self._process.communicate()
        self._lifeline.close()


_ready: list[Renderer] = []


@contextmanager
def ahead() -> Iterator[None]:
    """Have a renderer ready from now on; it ends if nobody needs it."""
    _ready.append(Renderer())
    try:
        yield
    finally:
        while _ready:
            _ready.pop().end()


def renderer() -> Renderer:
    """Return the one that is ready, or a new one."""
    return _ready.pop() if _ready else Renderer()
