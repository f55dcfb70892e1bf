"""Worker processes that draw and encode shots while the scene goes on ahead of them.

The scene is told once: its process goes from play to play without drawing, and forks every few
seconds of the film. The child finds everything as it is there, draws its shots, tells their keys,
and ends.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

from scenes.stage.render.failures import WorkerFailed

__all__ = ["Crew", "Report", "ending_workers", "fork"]


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


@dataclass(frozen=True)
class Report:
    """What a worker tells: its shot's key, and what the scene looks like after the play."""

    key: str
    after: str


@dataclass
class _Worker:
    pid: int
    pipe: int
    told: bytes = b""


class Crew:
    """At most ``size`` workers at a time."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._workers: dict[int, _Worker] = {}
        self._reports: dict[int, Report] = {}
        self._back: int | None = None  # in a worker: where it reports to

    @property
    def is_worker(self) -> bool:
        """Whether this process is a worker."""
        return self._back is not None

    def send(self) -> bool:
        """Fork a worker, once one more may run; return True in the worker.

        Raises WorkerFailed if another has failed.
        """
        while len(self._workers) >= self._size:
            self._listen()
        sys.stdout.flush()
        sys.stderr.flush()
        here, there = os.pipe()
        pid = fork()
        if pid == 0:
            gc.disable()  # it soon ends, and collecting would copy all memory that is shared
            os.close(here)
            for worker in self._workers.values():
                os.close(worker.pipe)
            self._workers.clear()
            self._back = there
            return True
        os.close(there)
        self._workers[here] = _Worker(pid, here)
        return False

    def leave(self, reports: dict[int, Report]) -> NoReturn:
        """Tell the scene's process of shots, by their numbers, and end this one."""
        assert self._back is not None
        with suppress(BrokenPipeError), os.fdopen(self._back, "wb") as pipe:  # maybe nobody reads
            told = {number: (report.key, report.after) for number, report in reports.items()}
            pipe.write(json.dumps(told).encode())
        _end(0)

    def reports(self) -> dict[int, Report]:
        """Return every shot's report, once all are there; raises WorkerFailed."""
        while self._workers:
            self._listen()
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

    def _listen(self) -> None:
        ready, _, _ = select.select(list(self._workers), [], [])
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
        for number, told in json.loads(worker.told).items():
            self._reports[int(number)] = Report(*told)
