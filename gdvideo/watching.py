"""Waits for files to change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

__all__ = ["changes", "wait_for"]


@contextmanager
def changes(
    folders: Mapping[Path, bool], matters: Callable[[FileSystemEvent], bool]
) -> Iterator[threading.Event]:
    """Yield what is set by each event that ``matters``.

    ``folders`` say whether to look below them too.
    """
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    changed = threading.Event()

    class Bell(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if matters(event):
                changed.set()

    observer = Observer()
    for folder, below in folders.items():
        observer.schedule(Bell(), str(folder), recursive=below)
    observer.start()
    try:
        yield changed
    finally:
        observer.stop()
        observer.join()


def wait_for(changed: threading.Event, settle: float) -> None:
    """Wait for a change, and so many seconds more for all that comes with it."""
    changed.wait()
    time.sleep(settle)
    changed.clear()
