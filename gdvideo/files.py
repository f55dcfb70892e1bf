"""Files that appear whole or not at all, and folders that go when their process goes."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filmrender.files import host, runs

try:
    import fcntl
except ImportError:  # Windows: there, nobody is kept from writing at the same instant
    fcntl = None  # type: ignore[assignment]

__all__ = ["locked", "private_folder", "write"]

_PRIVATE = re.compile(r"\.task-(?P<host>[^~]+)~(?P<pid>\d+)~")
_ABANDONED_SECONDS = 24 * 3600


def write(path: Path, content: bytes) -> None:
    """Make ``content`` the file's content.

    Raises OSError if it cannot be written; ``path`` then is what it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}~")
    place = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        place.chmod(0o666 & ~_umask())  # mkstemp's files are their owner's alone
        place.replace(path)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


@contextmanager
def private_folder(parent: Path) -> Iterator[Path]:
    """Yield a new folder, and remove it afterwards; what killed processes left goes first.

    Raises OSError if it cannot be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    for path in parent.glob(".task-*"):
        if _is_abandoned(path):
            shutil.rmtree(path, ignore_errors=True)
    prefix = f".task-{host()}~{os.getpid()}~"
    with tempfile.TemporaryDirectory(dir=parent, prefix=prefix) as name:
        yield Path(name)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time in; it leaves nothing in the folder.

    Raises OSError if there is no such folder.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems lock no folders
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_abandoned(folder: Path) -> bool:
    """Tell whether the process that made a private folder is gone."""
    match = _PRIVATE.match(folder.name)
    if match and match["host"] == host():
        return not runs(int(match["pid"]))
    # A pid says something only on its own machine; elsewhere the age must do.
    try:
        last = max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    except OSError:
        return False
    return time.time() - last > _ABANDONED_SECONDS


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
