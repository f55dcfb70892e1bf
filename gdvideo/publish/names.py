"""Names of posts: what every site generator takes as a file's name and as a word of an address."""

from __future__ import annotations

import re

from gdvideo.task import ASPECTS, Task

__all__ = ["folder_name", "plain"]

_OTHERS = re.compile(r"[^A-Za-z0-9.-]+")
_DOTS = re.compile(r"\.{2,}")  # a folder above, to some


def folder_name(task: Task) -> str:
    """Return the name of the film's folder, which tells other parameters and shapes."""
    shape = "" if task.look.aspect == ASPECTS[0] else task.look.aspect
    return plain(task.film.slug, task.variant, shape.replace(":", "x"))


def plain(*parts: str) -> str:
    """Return these parts as one name of letters, digits, dots and hyphens.

    >>> plain("laser", "diverge_learning_rate=1e+20", "")
    'laser-diverge-learning-rate-1e20'
    """
    joined = "-".join(filter(None, parts)).replace("e+", "e")
    return _DOTS.sub(".", _OTHERS.sub("-", joined)).strip(".-")
