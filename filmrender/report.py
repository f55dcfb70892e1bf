"""Tells whoever started the render how far it is, and at the end what it has made."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from filmrender.key import Manifest

__all__ = ["deliver", "report"]


def report(**facts: str | int) -> None:
    """Add a line of JSON to the file that ``FILMRENDER_REPORT`` names, if it names one.

    Raises OSError if the file cannot be written.
    """
    path = os.environ.get("FILMRENDER_REPORT")
    if path:
        with Path(path).open("ab") as file:
            file.write(json.dumps(facts).encode() + b"\n")


def deliver(manifest: Manifest, media: Path) -> None:
    """Keep what was made in the folder that ``FILMRENDER_DELIVER`` names, if it names one.

    Another render may put its own film in the same place at any moment. Each file is there under
    its digest, the manifest as ``manifest.json``.

    Raises OSError if one cannot be written.
    """
    folder = os.environ.get("FILMRENDER_DELIVER")
    if not folder:
        return
    for name, digest in manifest.files.items():
        _link(media / name, Path(folder, digest))
    Path(folder, "manifest.json").write_bytes(manifest.content())


def _link(source: Path, place: Path) -> None:
    """Have the file in another place too; files are replaced whole, so a link stays what it is."""
    if place.exists():
        return
    try:
        place.hardlink_to(source)
    except OSError:  # another disk
        shutil.copyfile(source, place)
