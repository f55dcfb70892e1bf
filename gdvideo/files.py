"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["write"]


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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
