"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["beside", "has", "host", "only_one", "private", "prune", "runs", "sweep", "write"]

try:
    import fcntl
except ImportError:  # Windows: renders there are not kept from publishing at the same instant
    fcntl = None  # type: ignore[assignment]

_ABANDONED_SECONDS = _IN_USE_SECONDS = 3600
_PRIVATE = re.compile(r"^\.(?P<host>[^~]+)~(?P<pid>\d+)~tmp~")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Yield a place beside ``path``; what is written there is then renamed into ``path``.

    Raises OSError if that is not possible; ``path`` then is what it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    place = private(path)
    try:
        yield place
        place.replace(path)
    except BaseException:
        with suppress(OSError):
            place.unlink(missing_ok=True)
        raise


def write(path: Path, content: bytes) -> None:
    """Make ``content`` the file's content.

    Raises OSError if it cannot be written; ``path`` then is what it was.
    """
    with beside(path) as place, place.open("wb") as file:
        file.write(content)


def has(path: Path, content: bytes) -> bool:
    """Tell whether a file is there, and has this content."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def private(path: Path) -> Path:
    """Return a name beside ``path`` that is this process's alone, and swept if it is killed."""
    return path.with_name(f".{host()}~{os.getpid()}~tmp~{path.name}")


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Let one process at a time in; ``path`` is a file for the purpose.

    Raises OSError if the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def prune(folder: Path, pattern: str, most: int) -> None:
    """Remove the least recently used files beyond ``most``, but none used within the last hour."""
    with suppress(OSError):
        paths = list(folder.glob(pattern))
        if len(paths) <= most:
            return
        aged = sorted((path.stat().st_mtime, path) for path in paths)
        for used, path in aged[: len(aged) - most]:
            if time.time() - used > _IN_USE_SECONDS:
                path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what killed processes left in ``folder``; files of running ones stay."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _is_abandoned(path):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _is_abandoned(path: Path) -> bool:
    match = _PRIVATE.match(path.name)
    if match is None:
        return False
    # A pid says something only on its own machine; elsewhere the age must do.
    if match["host"] == host() and not runs(int(match["pid"])):
        return True
    try:
        return time.time() - path.stat().st_mtime > _ABANDONED_SECONDS
    except FileNotFoundError:
        return False


def runs(pid: int) -> bool:
    """Tell whether a process of this machine runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def host() -> str:
    """Return this machine's name, as a file's name may have it."""
    return re.sub(r"[^\w.-]", "_", socket.gethostname()) or "host"
