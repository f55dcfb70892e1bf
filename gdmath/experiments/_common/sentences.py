"""Sentences about a run, each with the predicate that makes it true.

    SAYS = Sentences(
        zoom={
            "Zoom in: it is the same picture again.": Laser.keeps_its_side,
            "Zoom in: it is the same picture, mirrored.": Laser.changes_sides,
        },
    )
    SAYS.of(story, "zoom")

A predicate is a small named function of the run, or an unbound method of it; what stands behind the
name in ``of`` (a step, say) is passed on to it. A text may quote the run: ``"{run.steps} steps."``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

__all__ = ["Said", "Sentences", "no_claim"]

Predicate = Callable[..., bool]


def no_claim(_run: object, *_at: object) -> bool:
    """Hold for questions, instructions and names, which say nothing that could be false."""
    return True


class Said(str):
    """A sentence as text, which can still be asked whether it is true."""

    holds: Callable[[], bool]

    def __new__(cls, text: str, holds: Callable[[], bool]) -> Self:
        said = super().__new__(cls, text)
        said.holds = holds
        return said


class Sentences:
    """Lines of a story, each in several sentences of which the first true one is said."""

    def __init__(self, **lines: Mapping[str, Predicate]) -> None:
        self.lines = lines

    def of(self, run: Any, name: str, *at: Any) -> Said:
        """Return the first sentence of a line that is true of the run.

        Raises:
            LookupError: if none is, which is a hole in the story.
        """
        for text, predicate in self.lines[name].items():
            if predicate(run, *at):
                return Said(text.format(run=run), partial(predicate, run, *at))
        raise LookupError(f"no sentence of {name!r} is true of {run.params}")
