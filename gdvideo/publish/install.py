"""Puts files into a folder that may hold other things, and overwrites none of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from filmrender.key.digests import content_digest, file_digest
from gdvideo.errors import RenderFailed, Usage
from gdvideo.files import locked, write

__all__ = ["install"]

_NOTES = ".gdvideo.json"  # the digests of what was put here


def install(files: Mapping[str, bytes], folder: Path, *instead_of: str) -> list[str]:
    """Write files, given by their paths in ``folder``; return those that are new or changed.

    What was put below one of ``instead_of`` before and is not among them is removed, last. One
    process at a time does so in a folder.

    Raises:
        Usage: if a file is there that is neither the same nor what was put there before, or if a
            path leads out of the folder; then nothing is written.
        RenderFailed: if the folder cannot be written in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            return _install(files, folder, instead_of)
    except OSError as error:
        raise RenderFailed(
            f"{error.filename or folder} cannot be written: {error.strerror}"
        ) from None


def _install(files: Mapping[str, bytes], folder: Path, instead_of: tuple[str, ...]) -> list[str]:
    notes = _read(folder / _NOTES)
    outdated = [path for path in notes if path.startswith(instead_of) and path not in files]
    for path in files:
        if not _is_inside(path, folder):
            raise Usage(f"{folder / path} is not allowed: a link leads out of {folder}")
    for path in outdated:
        part = next(part for part in instead_of if path.startswith(part))
        if not _is_inside(path, folder, part):
            raise Usage(f"{folder / _NOTES} names {path!r}, which is not its own: remove that line")
    changed = {path: content for path, content in files.items() if _differs(folder / path, content)}
    for path in changed:
        if (folder / path).exists() and file_digest(folder / path) not in notes.get(path, []):
            raise Usage(f"{folder / path} is not as gdvideo would make it: move it away first")
    new = {path: content_digest(content) for path, content in files.items()}
    # The note says both before anything changes, so that a kill leaves nothing unknown.
    both = notes | {path: [*notes.get(path, []), seal] for path, seal in new.items()}
    kept = {path: seals for path, seals in notes.items() if path not in outdated}
    _write(folder / _NOTES, both)
    for path, content in changed.items():
        write(folder / path, content)
    for path in outdated:
        if file_digest(folder / path) in notes[path]:
            (folder / path).unlink()
    _write(folder / _NOTES, kept | {path: [seal] for path, seal in new.items()})
    return list(changed)


def _is_inside(path: str, folder: Path, part: str = "") -> bool:
    """Tell whether a path in ``folder`` stays in its ``part``, whatever links it goes through."""
    if Path(path).is_absolute() or ".." in Path(path).parts:
        return False
    try:
        return (folder / path).resolve().is_relative_to((folder / part).resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle; no name that a file could have
        return False


def _differs(path: Path, content: bytes) -> bool:
    return file_digest(path) != content_digest(content)


def _write(path: Path, notes: Mapping[str, list[str]]) -> None:
    write(path, json.dumps(dict(notes), indent=1, sort_keys=True).encode())


def _read(path: Path) -> dict[str, list[str]]:
    try:
        notes = json.loads(path.read_bytes())
        return {str(name): list(map(str, seals)) for name, seals in notes.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
