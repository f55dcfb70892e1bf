"""Sentences are chosen by what is true of a run."""

from __future__ import annotations

import pickle
from copy import deepcopy
from dataclasses import dataclass

import pytest

from gdmath.experiments._common.sentences import Said, Sentences, no_claim


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


def test_a_sentence_is_asked_again_with_what_is_true_now() -> None:
    now = {"at": 1}
    said = SAYS.of(Run(2), "moves", lambda: now["at"])
    assert said.holds()
    now["at"] = 2
    assert not said.holds()


def test_a_neighbour_s_sentence_does_not_hold() -> None:
    lines = Sentences(way={"It moves.": Run.moves, "It rests.": lambda run: not run.moves()})
    said = lines.of(Run(1), "way")
    assert [Said(text, said._is_true).holds() for text in lines.lines["way"]] == [True, False]


def test_a_label_has_rows_and_coloured_words_that_are_pieces_of_the_sentence() -> None:
    run = Run(2)
    said = Sentences(far={"It goes\n[step:{run.steps} steps] far.": Run.moves}).of(run, "far")
    assert said == "It goes 2 steps far."
    assert said.rows == [["It goes"], [("2 steps", "step"), " far."]]
    pieces = [said.rows[0][0], said.rows[1][0][0], said.rows[1][1]]
    assert all(piece.holds() for piece in pieces)
    run.steps = 0
    assert not any(piece.holds() for piece in pieces)


def test_a_sentence_survives_a_copy_and_is_plain_text_elsewhere() -> None:
    said = SAYS.of(Run(2), "moves")
    assert deepcopy(said) is said
    assert type(pickle.loads(pickle.dumps(said))) is str


def test_what_quotes_the_run_is_a_claim() -> None:
    with pytest.raises(ValueError, match=r"'There are \{run\.steps}' of 'any' quotes the run"):
        Sentences(any={"There are {run.steps}": no_claim})
