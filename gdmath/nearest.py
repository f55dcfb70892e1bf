"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean ...?`` for the most similar known name, or an empty string.

    Capitals and small letters count as the same.
    """
    folded = {one.casefold(): one for one in known}
    match = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    return f"; did you mean {folded[match[0]]}?" if match else ""
