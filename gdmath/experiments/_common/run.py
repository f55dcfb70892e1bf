"""What the run of a film offers its scene: readings and sentences, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gdmath.experiments._common.quantities import Quantities
from gdmath.experiments._common.sentences import Said, Sentences
from gdmath.experiments.reading import Reading

__all__ = ["Run"]


class Run:
    """A run of an experiment.

    A subclass has ``params``, which it was told, ``quantities``, all numbers that the film shows,
    and ``sentences``, all that it says in words; the line ``claim`` is what it comes to.
    """

    params: Any
    sentences: Sentences

    @property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        raise NotImplementedError

    @property
    def ledger(self) -> Mapping[str, Any]:
        """The values that a number on the screen may have, by its name."""
        return self.quantities.ledger

    def reading(self, name: str, step: int | None = None) -> Reading:
        """Return a quantity's reading, after so many steps if it changes."""
        quantity = self.quantities[name]
        return quantity.only if step is None else quantity[step]

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return self.quantities["learning rate"].of(self.params.learning_rate)

    @property
    def lesson(self) -> Said:
        """What the film teaches with these parameters: its line ``lesson``, else its ``claim``."""
        return self.says("lesson" if "lesson" in self.sentences.lines else "claim")

    def says(self, name: str, *at: Any) -> Said:
        """Return the sentence of this line that is true of the run."""
        return self.sentences.of(self, name, *at)
