"""Sentences are chosen by what is true of a run."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from gdmath.experiments._common.sentences import Sentences, no_claim


@dataclass
class Run:
    """So many steps, of which the last ones are shorter."""

    steps: int
    params: str = "steps = 0"

    def moves(self, at: int = 0) -> bool:
        return self.steps > at


SAYS = Sentences(
    moves={"It moves for {run.steps} steps.": Run.moves},
    any={"It moves.": Run.moves, "Does it move?": no_claim},
)


def test_the_first_sentence_that_is_true_is_said() -> None:
    assert SAYS.of(Run(2), "any") == "It moves."
    assert SAYS.of(Run(0), "any") == "Does it move?"


def test_a_sentence_quotes_the_run_and_knows_what_makes_it_true() -> None:
    run = Run(2)
    said = SAYS.of(run, "moves", 1)
    assert (said, said.holds()) == ("It moves for 2 steps.", True)
    run.steps = 1
    assert not said.holds()


def test_a_line_without_a_true_sentence_is_a_hole_in_the_story() -> None:
    with pytest.raises(LookupError, match="no sentence of 'moves' is true of steps = 0"):
        SAYS.of(Run(2), "moves", 2)
