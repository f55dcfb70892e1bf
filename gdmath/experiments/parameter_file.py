"""A parameter file: TOML with a table a film, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from gdmath.nearest import nearest
from gdmath.textfile import TextError, read_text

__all__ = ["PROJECT", "ParameterError", "brief", "film_names", "read_tables", "shown"]

PROJECT = Path(__file__).resolve().parents[2]
MAX_BYTES = 30_000  # what one key with so many dots takes, tomllib still reads in seconds
_SHORT = 40


class ParameterError(ValueError):
    """A parameter, or the file that holds it, cannot be used; the message is one sentence."""


def film_names(root: Path = PROJECT) -> list[str]:
    """Return the films' names: each has one file in scenes/ and one in gdmath/experiments/."""
    sources = sorted((root / "scenes").glob("*.py"))
    numbers = root / "gdmath" / "experiments"
    return [s.stem for s in sources if s.stem[0] != "_" and (numbers / s.name).is_file()]


def read_tables(path: Path, film: str, fields: Collection[str] = ()) -> dict[str, Any]:
    """Return what a parameter file holds: each film's table, by the film's name.

    Args:
        path: the file.
        film: the film that it is read for; its table need not be there, nor be a table.
        fields: this film's parameters, to tell what a misplaced one could be.

    Raises:
        ParameterError: if it is no TOML, or has something that is no film's table.
    """
    try:
        document = tomllib.loads(read_text(path, MAX_BYTES))
    except TextError as error:
        raise ParameterError(str(error)) from None
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a ValueError
        raise ParameterError(f"{path}: is not TOML: {error}") from None
    known = sorted({film, *film_names()})
    for name, value in document.items():
        above = name in fields and not isinstance(value, dict | list)  # a film may bear its name
        if name not in known or above:
            raise ParameterError(f"{path}: {_stray(name, value, film, known, fields)}")
    return document


def _stray(
    name: str, value: object, film: str, known: Collection[str], fields: Collection[str]
) -> str:
    """Say of what is no film's table what it is instead."""
    told = shown(name)
    if isinstance(value, dict | list):
        return f"[{told}] is no film's table{nearest(name, known)} ({', '.join(known)})"
    guess = nearest(name, fields)
    return f"{told} = {brief(value)} stands above all tables; it must stand below [{film}]{guess}"


def shown(name: str) -> str:
    """Return a name as a sentence can hold it."""
    return name if name.isprintable() and 0 < len(name) <= _SHORT else brief(name)


def brief(value: object) -> str:
    """Return a value as a sentence can hold it."""
    try:
        text = repr(value)
    except RecursionError:
        return "..."
    return text if len(text) <= _SHORT else text[: _SHORT - 3] + "..."
