"""Keeps what Typst has typeset for a film, from one render to the next.

A preview of another learning rate takes 15% less processor time for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from filmrender import files
from filmrender.key.digests import file_digest, fingerprint
from filmrender.key.versions import versions
from scenes.stage import svg, typesetter
from scenes.stage.typesetter import Line, Outline

__all__ = ["KeptText", "load", "save"]

_FILE = "typeset"
_HEAD = 40  # bytes: the digest of what follows
_FEW = 0.25


class KeptText:
    """Has the lines of a film typeset once."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._kept: Mapping[str, Line] = {}

    def begin(self, folder: Path | None, *, preview: bool) -> None:  # noqa: ARG002
        """Let the typesetter know what is kept in ``folder``, if there is one."""
        if folder is not None:
            self._path = folder / _FILE
            self._kept = load(self._path)

    def end(self) -> None:
        """Keep what is new."""
        if self._path is not None:
            save(self._path, self._kept)


def load(path: Path) -> dict[str, Line]:
    """Let the typesetter know what is kept in ``path``, and return it.

    It is nothing if the file is missing or damaged, or if other fonts or programs made it.
    """
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    body = content[_HEAD:]
    if content[:_HEAD] != _digest(body):
        return {}
    typesetter.known.update(kept := _unpack(body))
    return kept


def save(path: Path, kept: Mapping[str, Line]) -> None:
    """Keep in ``path`` what was asked of the typesetter, if little of it is ``kept`` there.

    A few lines, as numbers are, cost less than the writing of all. Raises OSError if it cannot be
    written.
    """
    asked = typesetter.asked
    if len(asked.keys() - kept.keys()) > _FEW * len(asked):
        body = _pack(asked)
        files.write(path, _digest(body) + body)


def _pack(lines: Mapping[str, Line]) -> bytes:
    """Return a line of JSON, which tells the arrays' lengths, and all arrays one after another."""
    about = {
        markup: [width, [[outline.fill, len(outline.points)] for outline in drawn]]
        for markup, (drawn, width) in lines.items()
    }
    arrays = [outline.points.tobytes() for drawn, _ in lines.values() for outline in drawn]
    return b"\n".join([json.dumps(about).encode(), b"".join(arrays)])


def _unpack(body: bytes) -> dict[str, Line]:
    head, _, data = body.partition(b"\n")
    about = json.loads(head)
    points = np.frombuffer(data).reshape(-1, 3)
    lengths = [length for _, drawn in about.values() for _, length in drawn]
    parts = (points[start:end] for start, end in pairwise(accumulate(lengths, initial=0)))
    return {
        markup: (tuple(Outline(fill, next(parts)) for fill, _ in drawn), width)
        for markup, (width, drawn) in about.items()
    }


def _digest(body: bytes) -> bytes:
    """Return what stands for the content, and for all that makes it."""
    code = [Path(str(module.__file__)) for module in (svg, typesetter)] + [Path(__file__)]
    made_by = fingerprint([versions(), *map(file_digest, (*code, *typesetter.font_files()))])
    return fingerprint([made_by, blake2b(body).hexdigest()]).encode()
