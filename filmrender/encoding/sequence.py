"""Writes a film as numbered images."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from filmrender.drawing.shapes import Pixels

__all__ = ["Sequence"]


class Sequence:
    """Numbered images, as Manim makes them: one for a picture, however long it stands."""

    def __init__(self, write: Callable[[Image.Image], None], folder: Path) -> None:
        self._write = write
        self._folder = folder
        self._count = 0

    def begin_shot(self) -> None:
        """Do nothing: a sequence knows no shots."""

    def add(self, pixels: Pixels, frames: int) -> None:  # noqa: ARG002
        """Write a picture (height, width, 4)."""
        self._write(Image.fromarray(pixels))
        self._count += 1

    def close(self) -> None:
        """Remove the images of a longer sequence that was there before."""
        for path in self._folder.glob("*.png"):
            if re.fullmatch(r"\d+", path.stem) and int(path.stem) >= self._count:
                path.unlink(missing_ok=True)

    def abort(self) -> None:
        """Leave what is there."""
