"""Digests of content, and of facts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

__all__ = ["content_digest", "file_digest", "fingerprint"]


def fingerprint(facts: Any) -> str:
    """Return 40 hexadecimal digits that stand for ``facts``, which JSON can hold."""
    text = json.dumps(facts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def content_digest(content: bytes) -> str:
    """Return the SHA-256 of ``content``."""
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of the file's content, or None if it cannot be read."""
    try:
        return content_digest(path.read_bytes())
    except OSError:
        return None
