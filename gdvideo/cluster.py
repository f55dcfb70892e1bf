"""A Dask cluster that makes films, through the same interface as the pool on this machine.

A task carries everything that its film is made from, and comes back as the film's bytes, which
are held against their digests before they count. Scheduler and workers need this very project.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

from filmrender.key.conditions import conditions as settings
from gdvideo import studio
from gdvideo.display import Display
from gdvideo.errors import Lacking
from gdvideo.project import ROOT
from gdvideo.studio import Delivery
from gdvideo.task import Task
from gdvideo.works import Job

__all__ = ["Cluster", "conditions", "remote"]

CONNECT_SECONDS = 10
INSTALL = "./run python -m pip install distributed"


class Cluster:
    """The workers of a Dask scheduler that have what this machine has."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client, KilledWorker
        except ImportError:
            raise Lacking(f"--scheduler needs Dask, which is not installed: {INSTALL}") from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say what is wrong
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise Lacking(f"no Dask scheduler answers at {address}: {error}") from None
        # A scheduler without this project cannot read the tasks: a RuntimeError.
        self.faults: tuple[type[BaseException], ...] = (
            KilledWorker,
            CancelledError,
            OSError,
            RuntimeError,
        )
        self._here = conditions()
        try:
            with suppress(TimeoutError):  # workers may just be starting
                self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
            self._employ(self._client.run(conditions, on_error="return"))
        except BaseException:
            self._client.close()
            raise

    def submit(self, job: Job, jobs: int, display: Display) -> Future[Delivery]:
        """Send one film to be made, by as many processes as a worker has threads at the most."""
        display.begin(job.task, job.seconds)
        future: Future[Delivery] = self._executor.submit(
            remote, job.task, self._here, min(jobs, self._threads)
        )
        return future

    def close(self) -> None:
        """Drop what is not done, and leave."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _employ(self, answers: Mapping[str, Any]) -> None:
        """Take the workers that have what this machine has, and name those that do not.

        Raises:
            Lacking: if none is left.
        """
        about = self._client.scheduler_info(n_workers=-1)["workers"]
        fit, refused = [], []
        for address, there in answers.items():
            differences = differing(self._here, there)
            if differences:
                name = about.get(address, {}).get("name", address)
                refused.append(f"worker {name} at {address} is refused: {differences}")
            else:
                fit.append(address)
        if not fit:
            reasons = "; ".join(refused) or "it has no workers"
            raise Lacking(f"{self._client.scheduler.address} can make no film: {reasons}")
        for sentence in refused:
            logging.getLogger("gdvideo").warning(sentence)
        threads = [about[address]["nthreads"] for address in fit]
        self.cores = sum(threads)
        self._threads = min(threads)
        self._executor = self._client.get_executor(workers=fit, pure=False)


def conditions() -> dict[str, str]:
    """Return what must be the same wherever a film is made: versions, settings, sources."""
    sources = hashlib.sha256()
    for folder in ("gdmath", "gdvideo", "scenes"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            sources.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return settings(ROOT) | {"sources": sources.hexdigest()[:12]}


def differing(here: Mapping[str, str], there: object) -> str:
    """Return in words how a worker differs, or an empty text."""
    if not isinstance(there, Mapping):
        return f"it cannot say what it has ({there})"
    return ", ".join(
        f"{name} is {there.get(name) or 'none'} there and {here.get(name) or 'none'} here"
        for name in sorted(here.keys() | there.keys())
        if here.get(name) != there.get(name)
    )


def remote(task: Task, wanted: Mapping[str, str], jobs: int) -> Delivery:
    """Make a film on a worker, which may have joined, or changed, since it was asked.

    Raises:
        Lacking: if the worker does not have what is wanted.
        RenderFailed: with the scene's own error.
    """
    from distributed import get_worker

    worker = get_worker()
    differences = differing(wanted, conditions())
    if differences:
        raise Lacking(f"worker {worker.name} at {worker.address} is refused: {differences}")
    return studio.work(task, Path(worker.local_directory) / "gdvideo", jobs)
