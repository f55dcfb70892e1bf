"""Derivations: which part grows out of which, and where the lines stand."""

from typing import Any

import numpy as np
import pytest
from manim import ReplacementTransform

from scenes.stage.derivation import Derivation, Term
from scenes.stage.fading import FadeIn
from scenes.stage.layout import Zone
from scenes.stage.theme import DARK
from scenes.stage.words import Glyphs, Math

SQUARE = [Term("("), Term(Math("x"), "x"), Term("+", "+"), Term(Math("k"), "k"), Term(")")]
LINES = [
    [Term(Math("J"), "J"), Term(" = ", "="), *SQUARE],
    [
        Term(Math("J"), "J"), Term(" = ", "="), Term(Math("x"), "x"),
        Term(Math("3"), "new"), Term(Math("2 k"), "k"),
    ],
]  # fmt: skip


ZONE, LARGEST = Zone(0, 0, 5, 4), 0.45


def derivation(zone: Zone = ZONE) -> Derivation:
    return Derivation(LINES, zone, DARK, LARGEST)


def test_the_equals_signs_stand_below_each_other() -> None:
    lefts = [line[1].get_left()[0] for line in derivation().lines]
    np.testing.assert_allclose(lefts, lefts[0])


@pytest.mark.parametrize("zone", [ZONE, Zone(-3, 1, -1, 2), Zone(0, 0, 9, 0.5)])
def test_all_lines_fit_in_the_zone_at_one_size(zone: Zone) -> None:
    lines = derivation(zone).lines
    assert all(zone.holds(line) for line in lines)
    assert len({line.size for line in lines}) == 1
    assert lines[0].size <= LARGEST


def test_what_is_written_alike_moves_whole_and_all_else_fades_in() -> None:
    changes: list[Any] = derivation().grow(1)
    assert [type(change) for change in changes] == [ReplacementTransform] * 3 + [FadeIn] * 2
    for change in changes[:3]:
        assert change.mobject.width == pytest.approx(change.target_mobject.width)


def opacities(some: Any) -> set[float]:
    return {part.get_fill_opacity() for part in some.get_family() if isinstance(part, Glyphs)}


def test_what_grows_out_of_a_line_is_not_seen_before_it_has_left() -> None:
    found = derivation()
    for change in found.grow(1):
        if isinstance(change, ReplacementTransform):
            assert opacities(change.mobject) == {0}
    assert set().union(*map(opacities, found.lines)) == {1}


@pytest.mark.parametrize("line", [[Term("x")], [Term("x"), Term("="), Term("x")]])
def test_a_line_needs_an_equals_sign_and_keys_of_its_own(line: list[Term]) -> None:
    with pytest.raises(ValueError, match="one part '=' and no key twice"):
        Derivation([line], ZONE, DARK, LARGEST)
