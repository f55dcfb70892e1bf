"""Worker processes that tell the same scene beside its own, and share the drawing of its shots.

All go from play to play, and each draws and encodes the shots that it takes; it only goes to the
end of the plays of the others. The workers then tell the shots' keys, and end.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

from filmrender.failures import WorkerFailed

__all__ = ["Report", "Workers", "ending_workers", "fork"]

_SHARED = 4096  # shots, whose numbers a pipe holds; the scene's process draws all further ones


def fork() -> int:
    """Fork, as ``os.fork`` does."""
    with warnings.catch_warnings():
        # The threads that Python 3.12 warns of are OpenBLAS's, which is ready for it.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


@contextmanager
def ending_workers() -> Iterator[None]:
    """See that a worker that fails ends here, and does not go on as if it were its parent."""
    scene = os.getpid()
    try:
        yield
    except BaseException as error:
        if os.getpid() == scene:
            raise
        if isinstance(error, SystemExit) and isinstance(error.code, int):
            _end(error.code)
        traceback.print_exc()
        _end(1)


def _end(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _end_with(pipe: int) -> None:
    """End this process as soon as all have closed the other end of ``pipe``."""
    os.read(pipe, 1)
    os._exit(1)


@dataclass(frozen=True)
class Report:
    """What is known of a shot: what the scene looks like after it, and its key if drawn here."""

    after: str
    key: str | None = None


@dataclass
class _Worker:
    pid: int
    pipe: int
    told: bytes = b""


class Workers:
    """The scene's process and workers, ``size`` together; they take shots' numbers from a pipe."""

    def __init__(self, size: int) -> None:
        self._back: int | None = None  # in a worker: where it reports to
        self._workers: dict[int, _Worker] = {}
        self._reports: list[list[Report]] = []
        self._taken = -1
        todo, numbers = os.pipe()
        self._todo = os.fdopen(todo, "rb", buffering=0)
        os.write(numbers, b"".join(number.to_bytes(2) for number in range(_SHARED)))
        os.close(numbers)
        life, self._life = os.pipe()  # whose other end the scene's process has as long as it lives
        sys.stdout.flush()
        sys.stderr.flush()
        for _ in range(size - 1):
            if not self.is_worker:
                self._hire(life)
        if not self.is_worker:
            os.close(life)

    @property
    def is_worker(self) -> bool:
        """Whether this process is a worker."""
        return self._back is not None

    def takes(self, number: int) -> bool:
        """Tell whether this process draws a shot; it is asked of each in turn.

        Raises WorkerFailed if a worker has failed.
        """
        if self._taken < number:
            if not self.is_worker:
                self._listen(0)
            taken = self._todo.read(2)
            self._taken = int.from_bytes(taken) if taken else sys.maxsize
        return number == self._taken or (number >= _SHARED and not self.is_worker)

    def leave(self, reports: list[Report]) -> NoReturn:
        """Tell the scene's process of all shots, and end this one."""
        assert self._back is not None
        with suppress(BrokenPipeError), os.fdopen(self._back, "wb") as pipe:  # maybe nobody reads
            pipe.write(json.dumps([(report.after, report.key) for report in reports]).encode())
        _end(0)

    def reports(self) -> list[list[Report]]:
        """Return each worker's reports, once all are there; raises WorkerFailed."""
        while self._workers:
            self._listen()
        self._close()
        return self._reports

    def dismiss(self) -> None:
        """Stop all workers."""
        for worker in self._workers.values():
            with suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGTERM)
        for worker in self._workers.values():
            os.close(worker.pipe)
            os.waitpid(worker.pid, 0)
        self._workers.clear()
        self._close()

    def _close(self) -> None:
        if not (self._todo.closed or self.is_worker):
            os.close(self._life)
        self._todo.close()

    def _hire(self, life: int) -> None:
        here, there = os.pipe()
        lots = random.getstate()
        pid = fork()
        if pid:
            os.close(there)
            self._workers[here] = _Worker(pid, here)
            return
        os.close(here)
        os.close(self._life)
        random.setstate(lots)  # a child draws others, unless told
        threading.Thread(target=_end_with, args=(life,), daemon=True).start()
        for worker in self._workers.values():
            os.close(worker.pipe)
        self._workers.clear()
        self._back = there

    def _listen(self, seconds: float | None = None) -> None:
        ready, _, _ = select.select(list(self._workers), [], [], seconds)
        for pipe in ready:
            worker = self._workers[pipe]
            heard = os.read(pipe, 4096)
            worker.told += heard
            if not heard:
                self._part_from(worker)

    def _part_from(self, worker: _Worker) -> None:
        del self._workers[worker.pipe]
        os.close(worker.pipe)
        code = os.waitstatus_to_exitcode(os.waitpid(worker.pid, 0)[1])
        if code:
            self.dismiss()
            raise WorkerFailed(code if code > 0 else 128 - code)
        self._reports.append([Report(*told) for told in json.loads(worker.told)])
