"""All of Manim's own examples are drawn as Manim draws them; minutes, so only if asked for."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.filmrender.peers.comparing import compare
from tests.filmrender.peers.examples import examples

pytestmark = pytest.mark.peers
LEAST_TRIED = 150


def test_manims_own_examples_are_drawn_as_manim_draws_them() -> None:
    found = {str(example): compare(example) for example in examples()}
    count = Counter(comparison.verdict for comparison in found.values())
    print(count)
    wrong = {
        name: comparison
        for name, comparison in found.items()
        if comparison.verdict in ("crashed", "different", "refused") or comparison.different
    }
    assert wrong == {}
    assert count["equal"] + count["fallen back"] >= LEAST_TRIED
    assert count["equal"] > 0.9 * (count["equal"] + count["fallen back"])
