"""What may go wrong, as one sentence and the exit code that goes with it."""

from __future__ import annotations

from collections.abc import Iterable

from gdmath.nearest import nearest

__all__ = ["Failure", "Lacking", "OutputFailed", "RenderFailed", "Usage", "unknown"]


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


def unknown(what: str, name: str, known: Iterable[str]) -> Usage:
    """Return the refusal of a name that is none of ``known``."""
    names = list(known)
    return Usage(f"{name!r} is no {what}{nearest(name, names)} ({', '.join(names)})")
