"""Makes many films at once, through the interface of ``concurrent.futures``.

The executor is a pool of threads here, each of which waits for a process that draws, or a Dask
cluster elsewhere; films and errors come back in the same way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gdvideo import studio
from gdvideo.display import Display
from gdvideo.errors import Failure, RenderFailed
from gdvideo.studio import Delivery
from gdvideo.task import Task

__all__ = ["Job", "Local", "Superseded", "Works", "run_all"]

_POLL_SECONDS = 0.25


@dataclass(frozen=True)
class Job:
    """A film to make, and how long it was when it was last made."""

    task: Task
    seconds: float | None


class Works(Protocol):
    """Where films are made, by ``cores`` processes at once; ``faults`` are its own exceptions."""

    cores: int
    faults: tuple[type[BaseException], ...]

    def submit(self, job: Job, jobs: int, display: Display) -> Future[Delivery]:
        """Send one film to be made by ``jobs`` processes."""

    def close(self) -> None:
        """Drop what has not begun and end what has."""


class Stopped(Exception):
    """The user wants no more films."""


class Superseded(Exception):
    """What is being made is no longer what is wanted."""


class Local:
    """This machine."""

    faults: tuple[type[BaseException], ...] = ()

    def __init__(self, cores: int, media: Path) -> None:
        self._executor = ThreadPoolExecutor(cores, thread_name_prefix="film")
        self.cores = cores
        self._media = media
        self._stop = threading.Event()

    def submit(self, job: Job, jobs: int, display: Display) -> Future[Delivery]:
        """Send one film to be made by ``jobs`` processes."""

        def watch(plays: int, frames: int) -> None:
            if self._stop.is_set():
                raise Stopped
            display.progress(job.task, plays, frames)

        def work() -> Delivery:
            display.begin(job.task, job.seconds)
            return studio.work(job.task, self._media, jobs, watch)

        return self._executor.submit(work)

    def close(self) -> None:
        """Drop what has not begun and end what has."""
        self._stop.set()
        self._executor.shutdown(cancel_futures=True)


def run_all(
    jobs: Sequence[Job],
    works: Works,
    media: Path,
    display: Display,
    is_old: Callable[[], bool] | None = None,
) -> list[Delivery | Failure]:
    """Make all films, the longest first, and return each, or what went wrong with it.

    ``works`` are closed in the end, whatever happens.

    Raises:
        Superseded: as soon as ``is_old``, if films are still being made.
    """
    order = sorted(range(len(jobs)), key=lambda number: -(jobs[number].seconds or 0))
    results: dict[int, Delivery | Failure] = {}
    try:
        with display:
            futures = {
                works.submit(jobs[number], processes, display): number
                for number, processes in zip(order, _shares(len(order), works.cores), strict=True)
            }
            pending = set(futures)
            while pending:
                done, pending = wait(pending, _POLL_SECONDS if is_old else None, FIRST_COMPLETED)
                for future in done:
                    number = futures[future]
                    task = jobs[number].task
                    try:
                        delivery = _receive(task, future, works)
                        sentence = str(studio.accept(task, delivery, media))
                        results[number] = delivery
                    except Failure as failure:
                        results[number] = failure
                        sentence = str(failure)
                    display.end(task, sentence)
                if pending and is_old is not None and is_old():
                    raise Superseded
    finally:
        works.close()
    return [results[number] for number in range(len(jobs))]


def _shares(films: int, cores: int) -> Sequence[int]:
    """Return how many processes draw each film: the last ones share the cores left over."""
    return [max(1, cores // (films - i)) for i in range(films)]


def _receive(task: Task, future: Future[Delivery], works: Works) -> Delivery:
    """Return the film; raises Failure if it could not be made."""
    try:
        return future.result()
    except works.faults as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise RenderFailed(f"{task.film.slug} failed: {reason}") from None
