"""Painted pictures kept in files: the preview of another number shows most of the same ones."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np

from filmrender import files
from scenes.paint import Art
from scenes.paint.art import keep_on
from scenes.paint.surface import Pixels

__all__ = ["KeptArt", "Shelf"]

_FOLDER = "art"
_SUFFIX = ".art"
_SEAL_BYTES = 16
_MOST = 400  # pictures; a preview's are about a hundred, of 0.3 MB


class Shelf:
    """A folder of pictures, which several processes may use at once; damaged ones are not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, art: Art) -> Pixels | None:
        """Return a picture's pixels, (height, width, 4), if they are there and whole."""
        path = self._path(art)
        try:
            content = np.fromfile(path, dtype=np.uint8)
        except OSError:
            return None
        width, height = art.size
        if len(content) != _SEAL_BYTES + 4 * width * height:
            return None
        seal, pixels = content[:_SEAL_BYTES].tobytes(), content[_SEAL_BYTES:]
        if seal != _seal(pixels):
            return None
        with suppress(OSError):
            path.touch()
        return pixels.reshape(height, width, 4)

    def put(self, art: Art, pixels: Pixels) -> None:
        """Keep a picture's pixels, if that is possible: they can be painted again."""
        with suppress(OSError):
            files.write(self._path(art), _seal(pixels) + pixels.tobytes())

    def prune(self) -> None:
        """Remove what was not used for long."""
        files.prune(self._folder, f"*{_SUFFIX}", _MOST)

    def _path(self, art: Art) -> Path:
        return self._folder / f"{art.key.hex()}{_SUFFIX}"


class KeptArt:
    """Has the pictures of previews painted once; a whole film's are too large to be worth it."""

    def __init__(self) -> None:
        self._shelf: Shelf | None = None

    def begin(self, folder: Path | None, *, preview: bool) -> None:
        """Look for pictures in ``folder`` from now on, if there is one and it is a preview."""
        self._shelf = Shelf(folder / _FOLDER) if folder is not None and preview else None
        keep_on(self._shelf)

    def end(self) -> None:
        """Remove what was not used for long."""
        if self._shelf is not None:
            self._shelf.prune()


def _seal(pixels: Pixels) -> bytes:
    return blake2b(pixels.data, digest_size=_SEAL_BYTES).digest()
