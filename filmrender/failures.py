"""What may go wrong while rendering, told in one sentence, and the exit codes for it."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import av

__all__ = [
    "BadOption",
    "RuleBroken",
    "WorkerFailed",
    "WriteFailed",
    "check_interrupt",
    "told_in_one_sentence",
    "write_failures",
]

BROKEN_RULE = 1
BAD_OPTION = 2
WRITE_FAILED = 4
_SIGNALLED = 128
_SIGNALS = {signal.SIGTERM: 143, signal.SIGINT: 130}
_interrupted: list[int] = []
_WRITING = (OSError, av.FFmpegError, MemoryError)


class RuleBroken(Exception):
    """A scene does what would make its frames depend on more than their number."""


class BadOption(Exception):
    """An option asks for what cannot be made."""


class WriteFailed(Exception):
    """A file could not be written, or a picture not be encoded; the ``cause`` says why."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(cause)
        self.cause = cause


class WorkerFailed(Exception):
    """A worker process ended with ``code``; it has told why itself."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def check_interrupt() -> None:
    """Leave if a signal has asked for it and the exception that it raised was lost."""
    if _interrupted:
        raise SystemExit(_interrupted[0])


@contextmanager
def write_failures() -> Iterator[None]:
    """Tell what goes wrong while writing or encoding from what goes wrong in a scene."""
    try:
        yield
    except _WRITING as error:
        raise WriteFailed(error) from error


@contextmanager
def told_in_one_sentence(*, of_scenes: bool = True) -> Iterator[None]:
    """Turn failed writes, broken rules, bad options and signals into a sentence and an exit code.

    With ``of_scenes``, what a scene itself fails to read or write is told so, too.

    Raises SystemExit: 1 for a broken rule, 2 for a bad option, 4 for a failed write or encode, 130
    and 143 for signals.
    """
    previous = _catch_signals()
    try:
        yield
    except RuleBroken as error:
        _leave(str(error), BROKEN_RULE)
    except BadOption as error:
        _leave(str(error), BAD_OPTION)
    except WorkerFailed as error:
        if error.code > _SIGNALLED:
            _leave(f"A worker was ended by signal {error.code - _SIGNALLED}.", error.code)
        raise SystemExit(error.code) from None
    except WriteFailed as error:
        _leave(_sentence(error.cause), WRITE_FAILED)
    except _WRITING as error:
        if not of_scenes:
            raise
        _leave(_sentence(error), WRITE_FAILED)
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
        _interrupted.clear()


def _sentence(error: BaseException) -> str:
    reason = str(error) or repr(error)
    if isinstance(error, OSError) and error.errno is not None and error.errno in errno.errorcode:
        reason = os.strerror(error.errno)
    name = getattr(error, "filename", None)
    where = f" ({name})" if name else ""
    return f"The film could not be made: {reason}{where}. What was there before is untouched."


def _leave(sentence: str, code: int) -> NoReturn:
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(code) from None


def _catch_signals() -> dict[signal.Signals, signal.Handlers]:
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.signal(number, _interrupt) for number in _SIGNALS}  # type: ignore[misc]


def _interrupt(number: int, _frame: FrameType | None) -> NoReturn:
    code = _SIGNALS[signal.Signals(number)]
    if _interrupted:  # asked twice: no more cleaning
        os._exit(code)
    _interrupted.append(code)
    raise SystemExit(code)
