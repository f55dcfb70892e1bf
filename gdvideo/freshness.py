"""Whether a film is what a render would make now; decided without importing manim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gdvideo import receipt
from gdvideo.errors import Failure
from gdvideo.parameters import Choice, choose, raw_table
from gdvideo.project import Film
from gdvideo.receipt import Receipt
from gdvideo.task import Look, Task

__all__ = ["State", "of_default", "of_task"]

MOST_REASONS = 3  # that a line of a list has room for


@dataclass(frozen=True)
class State:
    """The state of a film; ``reasons`` say what changed since it was made."""

    kind: Literal["fresh", "stale", "missing"]
    reasons: tuple[str, ...] = ()
    receipt: Receipt | None = None

    def __str__(self) -> str:
        """Return the state as a reader sees it."""
        told = list(self.reasons[:MOST_REASONS])
        if len(self.reasons) > MOST_REASONS:
            told.append(f"and {len(self.reasons) - MOST_REASONS} more")
        return f"{self.kind}: {', '.join(told)}" if told else self.kind


def of_task(task: Task, media: Path) -> State:
    """Return the state of the film that ``task`` makes."""
    path = receipt.path_of(media, task.film.slug, task.look.quality, task.name)
    found = Receipt.read(path)
    return _state(media, found, [] if found is None else list(_changed(found.params, task.params)))


def of_default(film: Film, look: Look, media: Path) -> State:
    """Return the state of the film with the parameters of params.toml.

    As long as its table there says the same, nothing has to be imported.
    """
    name = film.scene + look.suffix
    found = Receipt.read(receipt.path_of(media, film.slug, look.quality, name))
    if found is None:
        return State("missing")
    changed: list[str] = []
    if found.table is None or json.dumps(found.table) != json.dumps(
        raw_table(film.slug), default=str
    ):
        try:
            changed += _changed(found.params, choose(film, Choice()).values)
        except Failure as refusal:
            changed.append(str(refusal))
    return _state(media, found, changed)


def _state(media: Path, found: Receipt | None, changed: list[str]) -> State:
    if found is None or not (media / found.film).is_file():
        return State("missing")
    if not found.is_delivered(media):
        changed.append("its files are not as they were made")
    changed.extend(found.changes())
    return State("stale" if changed else "fresh", tuple(changed), found)


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in old.keys() | new.keys():
        before, after = old.get(name), new.get(name)
        if json.dumps(before) != json.dumps(after):
            yield f"{name} {before} is now {after}"
