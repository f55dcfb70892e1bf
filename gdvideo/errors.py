"""What may go wrong, as one sentence and the exit code that goes with it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["Failure", "Lacking", "OutputFailed", "RenderFailed", "Usage", "nearest", "unknown"]


class Failure(Exception):
    """The command cannot be done; the message is one sentence, ``code`` the exit code."""

    code: int


class Usage(Failure):
    """A name, a value or a path that the user gave cannot be used."""

    code = 2


class Lacking(Failure):
    """The machine lacks what the command needs."""

    code = 3


class RenderFailed(Failure):
    """A film could not be made."""

    code = 4


class OutputFailed(Failure):
    """What the command says cannot be written."""

    code = 5


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean ...?`` for the most similar known name, or an empty string."""
    match = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {match[0]}?" if match else ""


def unknown(what: str, name: str, known: Iterable[str]) -> Usage:
    """Return the refusal of a name that is none of ``known``."""
    names = list(known)
    return Usage(f"{name!r} is no {what}{nearest(name, names)} ({', '.join(names)})")
