"""The manifest of a film: what it was made from, and the files that it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filmrender.key.digests import file_digest, fingerprint
from filmrender.key.sources import changed_sources

__all__ = ["Manifest", "folder_of", "relative"]


@dataclass(frozen=True)
class Manifest:
    """What one film was made from, and what was made.

    Attributes:
        key: the facts of its ``Key``.
        sources: label and digest of every file that the render read.
        film: the film's place in the media folder.
        seconds: its length.
        files: the digests of the film and of what belongs to it, by their places.
        release: what the renderer needs to join the film again from its segments.
    """

    key: Mapping[str, Any]
    sources: Mapping[str, str]
    film: str
    seconds: float
    files: Mapping[str, str]
    release: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> Manifest | None:
        """Return the manifest in this file, or None if there is none or it is damaged."""
        try:
            return cls.parse(path.read_bytes())
        except OSError:
            return None

    @classmethod
    def parse(cls, content: bytes) -> Manifest | None:
        """Return the manifest with this content, or None if it is damaged."""
        try:
            facts = json.loads(content)
            seal = facts.pop("seal")
            return cls(**facts) if seal == fingerprint(facts) else None
        except (ValueError, TypeError, AttributeError, KeyError):
            return None

    def content(self) -> bytes:
        """Return what its file has, which says by a seal that it is whole."""
        facts = asdict(self)
        return json.dumps(facts | {"seal": fingerprint(facts)}).encode()

    @property
    def digest(self) -> str:
        """What stands for everything that the film was made from, and for its files."""
        return fingerprint([self.key, self.sources, self.files])

    def path(self, media: Path) -> Path:
        """Return its place in the media folder."""
        name = f"{fingerprint(self.key)}.json"
        return folder_of(media, self.key["name"], Path(self.film).stem) / name

    def changes(self) -> Iterator[str]:
        """Yield each source that is not what it was, in words."""
        return changed_sources(self.sources)

    def is_delivered(self, media: Path) -> bool:
        """Tell whether its files are there, whole."""
        return not self.lacking(media)

    def lacking(self, media: Path) -> list[str]:
        """Return which of its files are not there or not whole."""
        return [name for name, digest in self.files.items() if file_digest(media / name) != digest]


def folder_of(media: Path, name: str, stem: str) -> Path:
    """Return the folder of the manifests of all films in files of this ``stem``, one a key."""
    return media / "videos" / name / "manifests" / stem


def relative(path: Path, media: Path) -> str:
    """Return a place as manifests hold it: from the media folder, if it is in there."""
    return path.relative_to(media).as_posix() if path.is_relative_to(media) else str(path)
