"""A Manim of another release, as the tests imagine one: the installed one with other text."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

__all__ = ["alter", "with_manim"]


def alter(folder: Path, module: str, *changes: tuple[str, str]) -> None:
    """Put Manim into ``folder``, with text of a module replaced; a text that is "" is its end."""
    spec = importlib.util.find_spec("manim")
    assert spec is not None
    assert spec.origin is not None
    shutil.copytree(Path(spec.origin).parent, folder / "manim")
    file = folder.joinpath(*module.split(".")).with_suffix(".py")
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new) if old else f"{text}\n{new}\n"
    file.write_text(text, "utf-8")


def with_manim(folder: Path, root: Path) -> dict[str, str]:
    """Return an environment in which ``folder`` has the Manim that is imported."""
    return {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{root}"}
