"""Which rules a kind of film has to keep: films with zones, and films in shots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scenes.stage.film import Film
from scenes.stage.inspect.bounds import judge_bounds, judge_sizes, judge_text_bounds
from scenes.stage.inspect.covering import judge_covered_texts, judge_faces
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.legibility import judge_letters, judge_phone
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.numbers import judge_numbers
from scenes.stage.inspect.places import judge_far_labels, judge_placed_texts, judge_places
from scenes.stage.inspect.sentences import judge_sentences
from scenes.stage.inspect.shots import judge_count
from scenes.stage.inspect.sums import judge_sums
from scenes.stage.shots import ShotFilm

__all__ = ["Edition", "edition_of"]

Judge = Callable[[Moment], Iterable[Finding]]


@dataclass(frozen=True)
class Edition:
    """The rules that are not every film's.

    Attributes:
        always: what is judged at every look.
        at_rest: what is judged when nothing moves.
        has_shots: whether each beat's end is judged as a shot.
    """

    always: tuple[Judge, ...]
    at_rest: tuple[Judge, ...]
    has_shots: bool


_EDITIONS: Mapping[type[Film[Any]], Edition] = {
    ShotFilm: Edition(
        always=(judge_text_bounds, judge_places, judge_numbers),
        at_rest=(
            judge_sizes, judge_phone, judge_far_labels, judge_sums, judge_count, judge_faces,
            judge_covered_texts, judge_sentences,
        ),
        has_shots=True,
    ),
    Film: Edition(
        always=(judge_bounds, judge_places, judge_numbers),
        at_rest=(judge_sizes, judge_letters, judge_placed_texts, judge_sums),
        has_shots=False,
    ),
}  # fmt: skip


def edition_of(film: Film[Any]) -> Edition:
    """Return the rules for a film of this kind."""
    return next(edition for kind, edition in _EDITIONS.items() if isinstance(film, kind))
