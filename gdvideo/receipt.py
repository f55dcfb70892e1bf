"""What each film was made from.

A receipt is written for every film that gdvideo made: digests of the sources, fonts and data
that the render read, its parameters, the versions of what drew it, and the digest of the film.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gdvideo.files import write
from gdvideo.project import ROOT

__all__ = ["Receipt", "digest", "label", "path_of", "settings", "versions"]

_PACKAGES = {"manim", "numpy", "av", "typst", "pycairo", "svgelements", "pillow", "pydantic"}
_ENVIRONMENT = "environment:"
_SWITCH = "GDVIDEO_FRAME_RATE"  # the renderer's own


@dataclass(frozen=True)
class Receipt:
    """What one film was made from.

    ``table`` is what the parameter file said, before defaults; ``inputs`` and ``outputs`` have the
    digest of each file, by its path, outputs from the media folder; ``seconds`` is the film's
    length.
    """

    params: Mapping[str, Any]
    table: object
    inputs: Mapping[str, str]
    settings: Mapping[str, str]
    film: str
    outputs: Mapping[str, str]
    seconds: float

    @classmethod
    def read(cls, path: Path) -> Receipt | None:
        """Return the receipt in this file, or None if there is none or it is damaged."""
        try:
            receipt = cls(**json.loads(path.read_bytes()))
            whole = isinstance(receipt.inputs, dict) and isinstance(receipt.outputs, dict)
            return receipt if whole and isinstance(receipt.settings, dict) else None
        except (OSError, ValueError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Keep the receipt.

        Raises OSError if it cannot be written.
        """
        write(path, json.dumps(asdict(self), indent=1).encode())

    def is_delivered(self, media: Path) -> bool:
        """Tell whether the film and what belongs to it are there, whole."""
        return all(digest(media / path) == seal for path, seal in self.outputs.items())

    def changes(self) -> Iterator[str]:
        """Yield each thing but the parameters that is not what it was."""
        for name, value in settings().items():
            if self.settings.get(name) != value:
                yield f"{name} {self.settings.get(name, 'none')} is now {value or 'none'}"
        for path, seal in self.inputs.items():
            now = digest(place(path))
            if now != seal:
                yield f"{path} {'changed' if now else 'is gone'}"


def path_of(media: Path, slug: str, quality: str, name: str) -> Path:
    """Return where the receipt of the film of this name is kept."""
    return media / "videos" / slug / "receipts" / quality / f"{name}.json"


def digest(path: Path) -> str | None:
    """Return the SHA-256 of the file's content, or None if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def place(path: str) -> Path:
    """Return where a path in a receipt is on this machine."""
    if path.startswith(_ENVIRONMENT):
        return Path(sys.prefix) / path.removeprefix(_ENVIRONMENT)
    return ROOT / path


def label(path: Path) -> str:
    """Return a path as receipts hold it, the same in every clone and on every machine."""
    prefix = Path(sys.prefix)
    if path.is_relative_to(prefix):
        return _ENVIRONMENT + path.relative_to(prefix).as_posix()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def settings() -> dict[str, str]:
    """Return what is neither source nor parameter, and can change a pixel all the same."""
    files = {name: (digest(path) or "")[:12] for name, path in _manim_settings().items()}
    return versions() | files | {_SWITCH: os.environ.get(_SWITCH, "")}


def versions() -> dict[str, str]:
    """Return the versions of what draws and encodes the films; only what is installed."""
    import cairo

    found = {"Python": platform.python_version(), "cairo": cairo.cairo_version_string()}
    # Reading the folders' names is a twentieth of importlib.metadata's time.
    places = {sysconfig.get_path(kind) for kind in ("purelib", "platlib")}
    for home in map(Path, sorted(places)):
        for path in home.glob("*.dist-info"):
            name, _, number = path.stem.partition("-")
            if name.lower() in _PACKAGES:
                found[name.lower()] = number
    return found


def _manim_settings() -> dict[str, Path]:
    """Return the project's and the user's Manim configuration, the latter where Manim looks."""
    windows = sys.platform == "win32"
    folder = Path("AppData", "Roaming", "Manim") if windows else Path(".config", "manim")
    own = Path.home() / folder / "manim.cfg"
    return {"manim.cfg": ROOT / "manim.cfg", "the user's manim.cfg": own}
