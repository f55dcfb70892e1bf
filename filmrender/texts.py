"""Folders for the SVG files that Manim makes of texts: two renders must not share them.

Manim writes such a file again each time that it reads it; whoever reads meanwhile, fails, and a
file that was cut short fails every render after it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from manim import config

from filmrender import files

__all__ = ["own_texts", "use_own_folders"]


@contextmanager
def own_texts() -> Iterator[None]:
    """Let Manim keep the files of texts in a folder of this process's own, which is then gone."""
    usual = config.text_dir
    shared = Path(config.get_dir("text_dir"))
    files.sweep(shared)
    mine = files.private(shared / "texts")
    config.text_dir = str(mine)
    try:
        yield
    finally:
        config.text_dir = usual
        shutil.rmtree(mine, ignore_errors=True)


def use_own_folders(folder: Path) -> None:
    """Let Manim keep the files of texts and formulas in ``folder``, for as long as it runs."""
    for name in ("text_dir", "tex_dir"):
        config[name] = str(folder / name)
