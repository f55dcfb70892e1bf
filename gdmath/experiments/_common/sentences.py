r"""Sentences about a run, each with the predicate that makes it true.

    SAYS = Sentences(
        zoom={
            "Zoom in: it is the same picture again.": Laser.keeps_its_side,
            "Zoom in: it is the same picture, mirrored.": Laser.changes_sides,
        },
        claim={"Every step takes\n[step:{run.share_in_words}] of the miss.": Laser.shrinks},
        bottom={"the bottom": no_claim},
    )
    SAYS.of(story, "zoom")

A predicate is a small named function of the run, or an unbound method of it; what stands behind the
name in ``of`` (a step, say) is passed on to it. A text may quote both: ``"Step {at[0]} of
{run.steps}."``. A label breaks its rows with a newline, and colours words by a role in square
brackets. The names of things are declared here too, with ``no_claim``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Self

__all__ = ["Predicate", "Said", "Sentences", "no_claim"]

Predicate = Callable[..., bool]
_COLOURED = re.compile(r"\[(?P<role>[a-z]+):(?P<words>[^\]]*)\]")


def no_claim(_run: object, *_at: object) -> bool:
    """Hold for questions, instructions and names, which say nothing that could be false."""
    return True


class Said(str):
    """A sentence as text, or a piece of one, which can still be asked whether it is true."""

    def __new__(cls, text: str, is_true: Callable[[str], bool], marked: str = "") -> Self:
        said = super().__new__(cls, text)
        said._is_true, said._marked = is_true, marked or text
        return said

    _is_true: Callable[[str], bool]
    _marked: str

    def holds(self) -> bool:
        """Tell whether the sentence is one that is true now."""
        return self._is_true(str(self))

    @property
    def rows(self) -> list[list[Any]]:
        """Its rows as the parts of labels: pieces of it, or pairs of a piece and a role."""
        return [list(self._parts(row)) for row in self._marked.split("\n")]

    def _parts(self, row: str) -> Any:
        start = 0
        for match in _COLOURED.finditer(row):
            if match.start() > start:
                yield self.piece(row[start : match.start()])
            yield self.piece(match["words"]), match["role"]
            start = match.end()
        if start < len(row):
            yield self.piece(row[start:])

    def piece(self, text: str) -> Said:
        """Return words of this sentence, which hold as long as it does."""
        return Said(text, lambda _: self.holds())

    def __deepcopy__(self, _memo: object) -> Said:
        return self  # what it is true of is not to be copied with the line that shows it

    def __reduce__(self) -> Any:
        return str, (str(self),)


class Sentences:
    """Lines of a story, each in several sentences of which the first true one is said.

    Raises:
        ValueError: if a text that quotes the run is declared to be no claim.
    """

    def __init__(self, **lines: Mapping[str, Predicate]) -> None:
        self.lines = lines
        for name, line in lines.items():
            for text, predicate in line.items():
                if predicate is no_claim and "{" in text:
                    raise ValueError(f"{text!r} of {name!r} quotes the run, which is a claim")

    def of(self, run: Any, name: str, *at: Any) -> Said:
        """Return the first sentence of a line that is true of the run.

        Of values behind the name that change, give the functions that return them now.

        Raises:
            LookupError: if none is, which is a hole in the story.
        """
        marked = self._first(run, name, at)
        if marked is None:
            raise LookupError(f"no sentence of {name!r} is true of {run.params}")
        return Said(_plain(marked), lambda said: self._has(said, run, name, at), marked)

    def _first(self, run: Any, name: str, at: tuple[Any, ...]) -> str | None:
        now = [value() if callable(value) else value for value in at]
        for text, predicate in self.lines[name].items():
            if predicate(run, *now):
                return text.format(run=run, at=now)
        return None

    def _has(self, said: str, run: Any, name: str, at: tuple[Any, ...]) -> bool:
        """Tell whether a sentence is the one that would be said now."""
        marked = self._first(run, name, at)
        return marked is not None and said == _plain(marked)


def _plain(marked: str) -> str:
    return _COLOURED.sub(r"\g<words>", marked).replace("\n", " ")
