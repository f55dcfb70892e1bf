"""Names of posts: what every site generator takes as a file's name and as a word of an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gdvideo.task import Task

__all__ = ["USUAL", "folder_name", "plain"]

USUAL = ("16:9", "1:1")  # for wide screens, and for narrow ones
_OTHERS = re.compile(r"[^A-Za-z0-9.-]+")
_DOTS = re.compile(r"\.{2,}")  # a folder above, to some


def folder_name(task: Task, aspects: Sequence[str]) -> str:
    """Return the name of the film's folder, which tells other parameters and shapes."""
    shapes = () if tuple(aspects) == USUAL else aspects
    return plain(task.film.slug, task.variant, *(shape.replace(":", "x") for shape in shapes))


def plain(*parts: str) -> str:
    """Return these parts as one name of letters, digits, dots and hyphens.

    >>> plain("laser", "diverge_learning_rate=1e+20", "")
    'laser-diverge-learning-rate-1e20'
    """
    joined = "-".join(filter(None, parts)).replace("e+", "e")
    return _DOTS.sub(".", _OTHERS.sub("-", joined)).strip(".-")
