"""Waits for files to change, wherever they are, and whether they are there or not.

It looks at them several times a second. The system's own word of changes would cost less, but gets
lost with a folder that vanishes for a moment, and on some network file systems never comes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

__all__ = ["Marks", "below", "marks", "wait_for"]

Marks = Mapping[Path, tuple[int, ...]]

_LOOK_SECONDS = 0.2


def marks(paths: Iterable[Path]) -> Marks:
    """Return for each file that is there what changes whenever it is written or moved."""
    found = {}
    for path in paths:
        with suppress(OSError, ValueError):  # it is not there; no name that a file could have
            about = path.stat()
            found[path] = (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return found


def below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder but hidden and compiled ones."""
    for home, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] not in "._"]
        yield from (Path(home, name) for name in names if name[0] != ".")


def wait_for(look: Callable[[], Marks], seen: Marks, settle: float) -> None:
    """Wait until ``look`` finds other marks than those seen, and so many seconds more.

    An editor, or a checkout, writes files in several moves.
    """
    while look() == seen:
        time.sleep(_LOOK_SECONDS)
    time.sleep(settle)
