"""Makes a film, unless it is there already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gdvideo import process, receipt
from gdvideo.errors import RenderFailed
from gdvideo.freshness import State, of_task
from gdvideo.process import Watcher
from gdvideo.task import Task

__all__ = ["Result", "make"]


@dataclass(frozen=True)
class Result:
    """The film's file, and whether it was there before."""

    film: Path
    was_fresh: bool


def make(task: Task, media: Path, jobs: int = 1, watch: Watcher | None = None) -> Result:
    """Make the film in ``media``, and note what it was made from.

    Raises:
        RenderFailed: with the scene's own error and where the log is.
    """
    state: State = of_task(task, media)
    if state.kind == "fresh" and state.receipt is not None:
        return Result(receipt.place(state.receipt.film), was_fresh=True)
    try:
        made = process.render(task, media, jobs, watch)
        path = receipt.path_of(media, task.film.slug, task.look.quality, task.name)
        made.receipt.write(path)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise RenderFailed(f"{task.film.slug} failed: {error.strerror}{where}") from None
    return Result(made.film, was_fresh=False)
