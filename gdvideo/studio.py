"""Makes films: the same task, whether here or on another machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gdvideo import files, process, receipt
from gdvideo.errors import RenderFailed
from gdvideo.freshness import of_task
from gdvideo.process import Watcher
from gdvideo.receipt import Receipt
from gdvideo.task import Task

__all__ = ["Delivery", "Result", "accept", "make", "work"]


@dataclass(frozen=True)
class Delivery:
    """A finished film: what it was made from, and the content of its files."""

    receipt: Receipt
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Result:
    """The film's file, and whether it was there before."""

    film: Path
    was_fresh: bool


def make(task: Task, media: Path, jobs: int = 1, watch: Watcher | None = None) -> Result:
    """Make the film in ``media``, unless it is there already.

    Raises:
        RenderFailed: with the scene's own error and where the log is.
    """
    state = of_task(task, media)
    if state.kind == "fresh" and state.receipt is not None:
        return Result(media / state.receipt.film, was_fresh=True)
    return Result(accept(task, work(task, media, jobs, watch), media), was_fresh=False)


def work(task: Task, media: Path, jobs: int = 1, watch: Watcher | None = None) -> Delivery:
    """Make the film in ``media``, and return it.

    Raises:
        RenderFailed: with the scene's own error and where the log is.
    """
    try:
        made = process.render(task, media, jobs, watch)
        return Delivery(made, {path: (media / path).read_bytes() for path in made.outputs})
    except OSError as error:
        raise _failed(task, error) from None


def accept(task: Task, delivery: Delivery, media: Path) -> Path:
    """Put a film where it belongs in ``media``, once it is what its receipt says.

    Raises:
        RenderFailed: if it is not, or cannot be written.
    """
    for path, content in delivery.files.items():
        if hashlib.sha256(content).hexdigest() != delivery.receipt.outputs.get(path):
            raise RenderFailed(f"{task.film.slug} failed: {path} is not as it was made; try again")
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise RenderFailed(f"{task.film.slug} failed: {path} is outside the media folder")
    try:
        for path, content in delivery.files.items():
            if receipt.digest(media / path) != delivery.receipt.outputs[path]:
                files.write(media / path, content)
        note = receipt.path_of(media, task.film.slug, task.look.quality, task.name)
        delivery.receipt.write(note)
    except OSError as error:
        raise _failed(task, error) from None
    return media / delivery.receipt.film


def _failed(task: Task, error: OSError) -> RenderFailed:
    where = f" ({error.filename})" if error.filename else ""
    return RenderFailed(f"{task.film.slug} failed: {error.strerror or error}{where}")
