"""One look at a film while it is played."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from manim import Mobject

from scenes.stage.film import Film
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.picture import Picture
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.theme import Role

__all__ = ["Moment"]

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Moment:
    """What can be seen now.

    Attributes:
        rests: whether no play is under way.
        things: all that can be seen, in the order of drawing.
        fresh: those of them that have not been judged as they are.
        moving: ids of the mobjects that animations are reshaping or moving.
        members: all mobjects in the scene, by id.
        picture: what can be seen, as states.
        run: what a run of the experiment, made for this check, returned.
    """

    film: Film[Any]
    seconds: float
    rests: bool
    things: list[Thing]
    fresh: frozenset[Thing]
    moving: set[int]
    members: Mapping[int, Mobject]
    picture: Picture
    run: Any

    @cached_property
    def ledger(self) -> Mapping[str, Any]:
        """The values that numbers may have, by the names that they bear."""
        return getattr(self.run, "ledger", None) or getattr(self._quantities, "ledger", {})

    @cached_property
    def roles(self) -> Mapping[str | None, Role]:
        """What each quantity means, which decides its colour."""
        return {**getattr(self._quantities, "roles", {}), **self.film.colours}

    @property
    def units(self) -> set[str]:
        """The units of the run's quantities."""
        return {quantity.format.unit for quantity in self._quantities.values()}

    @property
    def _quantities(self) -> Mapping[str, Any]:
        return getattr(self.run, "quantities", {})

    @property
    def texts(self) -> list[Text]:
        """The texts that are there, not on their way in or out."""
        return [thing for thing in self.things if isinstance(thing, Text) and thing.counts]

    def due(self, things: Iterable[T]) -> list[T]:
        """Return those of some things that have not been judged as they are."""
        return [thing for thing in things if thing in self.fresh]

    def finding(
        self, rule: str, things: Iterable[Thing | str], measured: str, required: str
    ) -> Finding:
        """Return a finding of this moment."""
        names = tuple(thing if isinstance(thing, str) else thing.name for thing in things)
        beat = self.film.beats[-1][0] if self.film.beats else ""
        return Finding(rule, names, measured, required, beat, round(self.seconds, 3))
