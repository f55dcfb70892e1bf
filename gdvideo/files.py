"""Files that appear whole or not at all, and folders that go when their process goes."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["private_folder", "write"]

_PRIVATE = re.compile(r"\.task-(\d+)-")


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
        match = _PRIVATE.match(path.name)
        if match and not _runs(int(match[1])):
            shutil.rmtree(path, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=parent, prefix=f".task-{os.getpid()}-") as name:
        yield Path(name)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
