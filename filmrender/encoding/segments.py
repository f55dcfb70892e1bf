"""Encoded parts of films, kept in files that prove themselves whole."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filmrender import files
from filmrender.encoding.video import Packet

__all__ = ["Run", "Segment", "Store", "segment_key"]

Run = tuple[str, int]  # a picture's digest and for how many frames it stands

_SUFFIX = ".segment"
_SEAL_BYTES = 32
_HEAD = 8  # hexadecimal digits of a name


@dataclass(frozen=True)
class Segment:
    """Encoded pictures; ``key`` names what they show and how they are encoded."""

    key: str
    runs: tuple[Run, ...]
    header: bytes
    packets: tuple[Packet, ...]

    @property
    def frames(self) -> int:
        """How many frames the segment lasts."""
        return sum(frames for _, frames in self.runs)

    def to_bytes(self) -> bytes:
        """Return a line of JSON, the packets and a seal over both."""
        about = {
            "key": self.key,
            "runs": self.runs,
            "header": base64.b64encode(self.header).decode(),
            "packets": [(p.time, p.is_key, len(p.content)) for p in self.packets],
        }
        body = json.dumps(about).encode() + b"\n" + b"".join(p.content for p in self.packets)
        return body + hashlib.sha256(body).digest()

    @classmethod
    def from_bytes(cls, content: bytes) -> Segment:
        """Read a segment back.

        Raises ValueError if it is not whole.
        """
        body, seal = content[:-_SEAL_BYTES], content[-_SEAL_BYTES:]
        if hashlib.sha256(body).digest() != seal:
            raise ValueError("the segment is damaged")
        line, _, payload = body.partition(b"\n")
        about = json.loads(line)
        packets, start = [], 0
        for moment, is_key, size in about["packets"]:
            packets.append(Packet(moment, is_key, payload[start : start + size]))
            start += size
        runs = tuple((digest, frames) for digest, frames in about["runs"])
        return cls(about["key"], runs, base64.b64decode(about["header"]), tuple(packets))


def segment_key(salt: str, runs: Sequence[Run]) -> str:
    """Return the name of what ``runs`` look like when drawn and encoded as ``salt`` says.

    It begins as the digest of the picture that is shown first, so that it can be found by that.
    """
    whole = hashlib.sha256(json.dumps([salt, runs]).encode()).hexdigest()
    return (runs[0][0][:_HEAD] + whole)[:40]


class Store:
    """A folder of segments, which several processes may use at once."""

    def __init__(self, folder: Path, salt: str) -> None:
        self._folder = folder
        self._salt = salt
        self._by_head: dict[str, list[Path]] | None = None

    def get(self, key: str) -> Segment | None:
        """Return the segment of this name if it is there and whole."""
        path = self._path(key)
        try:
            segment = Segment.from_bytes(path.read_bytes())
        except (FileNotFoundError, ValueError):
            return None
        if segment.key != key:
            return None
        with suppress(OSError):
            path.touch()
        return segment

    def put(self, segment: Segment) -> None:
        """Keep the segment.

        Raises OSError if it cannot be written.
        """
        files.write(self._path(segment.key), segment.to_bytes())

    def look_through(self) -> dict[str, list[Path]]:
        """Return what is kept, by how its name begins; the folder is read only once."""
        if self._by_head is None:
            self._by_head = {}
            for path in self._folder.glob(f"*{_SUFFIX}"):
                self._by_head.setdefault(path.name[:_HEAD], []).append(path)
        return self._by_head

    def beginning_with(self, digest: str) -> list[tuple[Run, ...]]:
        """Return what is kept that shows this picture first."""
        found = map(self._runs, self.look_through().get(digest[:_HEAD], []))
        return [runs for runs in found if runs and runs[0][0] == digest]

    def _runs(self, path: Path) -> tuple[Run, ...]:
        """Return what a file shows; nothing if it is damaged, or drawn in another way."""
        try:
            runs = tuple((str(digest), int(frames)) for digest, frames in _read_line(path)["runs"])
        except (KeyError, TypeError, ValueError):
            return ()
        return runs if runs and path == self._path(segment_key(self._salt, runs)) else ()

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"


def _read_line(path: Path) -> Any:
    """Return what the first line says; it may be damaged, so what is used is verified later."""
    try:
        with path.open("rb") as file:
            return json.loads(file.readline())
    except (OSError, ValueError):
        return {}
