"""Reads what an MP4 says of itself."""

from __future__ import annotations

from pathlib import Path

__all__ = ["duration"]

_HEAD = 8  # bytes of a box's size and type


def duration(film: Path) -> float:
    """Return the film's length in seconds, as its ``mvhd`` box has it (ISO/IEC 14496-12).

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it is no MP4.
    """
    header = _box(_box(film.read_bytes(), b"moov"), b"mvhd")
    size = 8 if header[:1] == b"\1" else 4  # version 1 has 64-bit times
    at = 4 + 2 * size  # after version, flags and two dates
    scale, ticks = header[at : at + 4], header[at + 4 : at + 4 + size]
    if not int.from_bytes(scale):
        raise ValueError("the film has no time scale")
    return int.from_bytes(ticks) / int.from_bytes(scale)


def _box(content: bytes, kind: bytes) -> bytes:
    """Return the payload of the first box of this kind."""
    at = 0
    while at + _HEAD <= len(content):
        size, found = int.from_bytes(content[at : at + 4]), content[at + 4 : at + _HEAD]
        head = _HEAD
        if size == 1:
            size, head = int.from_bytes(content[at + _HEAD : at + 2 * _HEAD]), 2 * _HEAD
        if size < head:
            break
        if found == kind:
            return content[at + head : at + size]
        at += size
    raise ValueError(f"there is no {kind.decode()} box")
