"""Scenes that know nothing of this renderer are drawn as Manim draws them, to the last pixel."""

from __future__ import annotations

import pytest

from tests.filmrender.peers.comparing import compare
from tests.filmrender.peers.examples import Example, examples
from tests.filmrender.strangers import STRANGERS, Stranger

BY_MANIM = {"LooksThroughAGlass", "ShowsPixels"}
LEAST = 150
# A few of Manim's own examples for every day; `-m peers` takes all.
SAMPLE = examples()[22::40]  # none of which needs LaTeX


@pytest.mark.parametrize("stranger", STRANGERS, ids=str)
def test_a_stranger_is_drawn_as_manim_draws_it(stranger: Stranger) -> None:
    found = compare(stranger)
    expected = "fallen back" if str(stranger) in BY_MANIM else "equal"
    assert (found.verdict, found.different, found.why) == (expected, 0, "")
    assert found.frames > 5


@pytest.mark.parametrize("example", SAMPLE, ids=str)
def test_a_sample_of_manims_examples_is_drawn_as_manim_draws_it(example: Example) -> None:
    found = compare(example)
    if found.verdict == "no stock":
        pytest.skip(found.why)
    assert found.different == 0
    assert found.verdict in ("equal", "fallen back"), found.why
