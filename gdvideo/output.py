"""Standard output and standard error that may be full, or that nobody may read."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from gdvideo.errors import OutputFailed

__all__ = ["guard"]


class _Output(io.FileIO):
    """Says once that it cannot be written, with ``BrokenPipeError`` or ``OutputFailed``."""

    _is_lost = False

    def write(self, content: object) -> int:
        if self._is_lost:
            return len(content)  # type: ignore[arg-type]
        try:
            return super().write(content)  # type: ignore[arg-type]
        except OSError as error:
            self._is_lost = True
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputFailed(f"the output cannot be written: {error.strerror}") from None


class _Errors(io.FileIO):
    """Holds up nothing: what cannot be written here cannot be said anywhere."""

    def write(self, content: object) -> int:
        try:
            return super().write(content)  # type: ignore[arg-type]
        except OSError:
            return len(content)  # type: ignore[arg-type]


def guard() -> None:
    """Put such streams in the place of the process's own, and have some where there are none."""
    # Else the next file that is opened would be taken for one of the streams.
    while (handle := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(handle)
    sys.stdout = _like(sys.stdout, _Output(1, "w", closefd=False))
    sys.stderr = _like(sys.stderr, _Errors(2, "w", closefd=False))


def _like(stream: TextIO | None, raw: io.FileIO) -> TextIO:
    """Return what writes to ``raw`` in the way of ``stream``."""
    at_once = getattr(stream, "line_buffering", False) or getattr(stream, "write_through", False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw),
        encoding=getattr(stream, "encoding", "utf-8"),
        errors=getattr(stream, "errors", None),
        line_buffering=at_once,
    )
