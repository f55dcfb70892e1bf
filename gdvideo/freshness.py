"""Whether a film is what a render would make now, by its key and its manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filmrender.key import Key, Manifest
from filmrender.key.manifest import folder_of
from gdvideo.errors import Failure
from gdvideo.parameters import Choice
from gdvideo.project import Film
from gdvideo.task import Look, Task, prepare

__all__ = ["State", "of_default", "of_task"]

MOST_REASONS = 3  # that a line of a list has room for


@dataclass(frozen=True)
class State:
    """The state of a film; ``reasons`` say what changed since it was made, as ``manifest`` says."""

    kind: Literal["fresh", "stale", "missing"]
    reasons: tuple[str, ...] = ()
    manifest: Manifest | None = None

    def __str__(self) -> str:
        """Return the state as a reader sees it."""
        told = list(self.reasons[:MOST_REASONS])
        if len(self.reasons) > MOST_REASONS:
            told.append(f"and {len(self.reasons) - MOST_REASONS} more")
        return f"{self.kind}: {', '.join(told)}" if told else self.kind

    @property
    def seconds(self) -> float | None:
        """How long the film was when it was last made."""
        return self.manifest.seconds if self.manifest else None


def of_task(task: Task, media: Path) -> State:
    """Return the state of the film that ``task`` makes."""
    key = task.key
    folder = folder_of(media, task.film.slug, task.name)
    found = Manifest.read(folder / f"{key.digest}.json")
    if found is not None and not any(found.changes()) and found.is_delivered(media):
        return State("fresh", manifest=found)
    return _outdated(key, _last(folder, task.look), media)


def of_default(film: Film, look: Look, media: Path) -> State:
    """Return the state of the film with the parameters of params.toml."""
    last = _last(folder_of(media, film.slug, film.scene + look.suffix), look)
    if last is None:  # nothing has to be imported to know it
        return State("missing")
    try:
        return of_task(prepare(film, Choice(), look), media)
    except Failure as refusal:
        is_there = (media / last.film).is_file()
        return State("stale" if is_there else "missing", (str(refusal),), last)


def _outdated(key: Key, last: Manifest | None, media: Path) -> State:
    if last is None or not (media / last.film).is_file():
        return State("missing")
    reasons = (*key.changes(last.key), *last.changes())
    if not last.is_delivered(media):
        reasons += ("its files are not as they were made",)
    return State("stale", reasons, last)


def _last(folder: Path, look: Look) -> Manifest | None:
    """Return the manifest of the film of this size that was made last."""
    return next((one for one in _newest_first(folder) if look.is_shape_of(one.key)), None)


def _newest_first(folder: Path) -> Iterator[Manifest]:
    aged = []
    for path in folder.glob("*.json"):
        try:
            aged.append((path.stat().st_mtime_ns, path))
        except FileNotFoundError:  # just now
            continue
    for _, path in sorted(aged, reverse=True):
        manifest = Manifest.read(path)
        if manifest is not None:
            yield manifest
