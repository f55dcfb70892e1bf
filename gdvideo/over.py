"""One parameter's several values, as a command line gives them."""

from __future__ import annotations

from gdvideo.errors import Usage
from gdvideo.parameters import Choice, assignment

__all__ = ["MOST_VALUES", "over"]

MOST_VALUES = 16


def over(text: str, chosen: Choice) -> tuple[str, dict[str, Choice]]:
    """Read NAME=V1,V2,...; return the name, and each value with the choice that has it.

    Raises:
        Usage: if there are too few values or too many, or the name has one already.
    """
    name, joined = assignment(text, "--over")
    values = list(dict.fromkeys(value.strip() for value in joined.split(",") if value.strip()))
    if not 2 <= len(values) <= MOST_VALUES:
        raise Usage(f"--over {text!r} is not allowed: it takes 2 to {MOST_VALUES} values")
    if name in dict(chosen.values):
        raise Usage(f"--over {name} is not allowed with --set {name}: give it once")
    return name, {
        value: Choice(chosen.file, chosen.preset, (*chosen.values, (name, value)))
        for value in values
    }
