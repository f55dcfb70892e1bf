"""What a user sees while films are made: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any, Protocol, Self

from gdvideo.task import Task

__all__ = ["Display", "display", "title"]


class Display(Protocol):
    """Shows how far films are; may be told from several threads."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was."""

    def begin(self, task: Task, seconds: float | None) -> None:
        """Show that a film is begun; it was ``seconds`` long when it was last made."""

    def progress(self, task: Task, plays: int, frames: int) -> None:
        """Show how much of a film is drawn."""

    def end(self, task: Task, sentence: str) -> None:
        """Show how a film has ended."""


def title(task: Task) -> str:
    """Return what tells this film from others."""
    return " ".join(filter(None, [task.film.slug, task.variant, str(task.look)]))


def display(total: int) -> Display:
    """Return what shows ``total`` films on this output."""
    return Bars(total) if sys.stderr.isatty() else Lines(total)


class Lines:
    """One line for every film's end, as a log has it."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._ended = 0
        self._began: dict[str, float] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End."""

    def begin(self, task: Task, seconds: float | None) -> None:
        """Take the time."""
        del seconds
        self._began[title(task)] = time.monotonic()

    def progress(self, task: Task, plays: int, frames: int) -> None:
        """Say nothing."""

    def end(self, task: Task, sentence: str) -> None:
        """Say how the film has ended."""
        with self._lock:
            self._ended += 1
            took = time.monotonic() - self._began[title(task)]
            count = f"[{self._ended}/{self._total}]"
            print(f"{count} {title(task)}: {sentence} ({took:.0f} s)", file=sys.stderr, flush=True)


class Bars:
    """A bar for each film in the making, and one for all."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[note]}", markup=False),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._all: Any = self._progress.add_task("films", total=total, note=f"0/{total} films")
        self._total = total
        self._ended = 0
        self._bars: dict[str, Any] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Take the terminal's last lines."""
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Give them back."""
        self._progress.stop()

    def begin(self, task: Task, seconds: float | None) -> None:
        """Add a bar; without a length to go by, it only moves."""
        total = round(seconds * task.look.rate) if seconds else None
        with self._lock:
            bar = self._progress.add_task(title(task), total=total, note="starting")
            self._bars[title(task)] = bar

    def progress(self, task: Task, plays: int, frames: int) -> None:
        """Move the film's bar."""
        bar = self._bars[title(task)]
        self._progress.update(bar, completed=frames, note=f"{plays} plays, {frames} frames")

    def end(self, task: Task, sentence: str) -> None:
        """Take the film's bar away and say how it has ended."""
        with self._lock:
            self._ended += 1
            self._progress.remove_task(self._bars.pop(title(task)))
            note = f"{self._ended}/{self._total} films"
            self._progress.update(self._all, advance=1, note=note)
            self._progress.console.print(
                f"{title(task)}: {sentence}", markup=False, highlight=False
            )
