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
        Term(Math("x"), "again", ("x",)), Term(Math("3"), "new"), Term("sum", "sum", ("+", "k")),
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


def test_parts_grow_out_of_their_own_key_or_of_their_origins() -> None:
    found = derivation()
    x, plus, k = found.lines[0][3], found.lines[0][4], found.lines[0][5]
    assert found.parents(1, "x")[0] is x[0]
    assert found.parents(1, "again")[0] is x[0]
    assert [*found.parents(1, "sum")] == [plus[0], k[0]]
    assert len(found.parents(1, "new")) == 0


def test_what_has_no_origin_fades_in() -> None:
    kinds = [type(change) for change in derivation().grow(1)]
    assert kinds == [ReplacementTransform] * 4 + [FadeIn, ReplacementTransform]


def opacities(some: Any) -> set[float]:
    return {part.get_fill_opacity() for part in some.get_family() if isinstance(part, Glyphs)}


def test_what_grows_out_of_a_line_is_not_seen_before_it_has_left() -> None:
    found = derivation()
    for change in found.grow(1):
        if isinstance(change, ReplacementTransform):
            assert opacities(change.mobject) == {0}
    assert set().union(*map(opacities, found.lines)) == {1}


def test_what_nothing_comes_from_is_lost() -> None:
    found = derivation()
    brackets = [found.lines[0][2][0], found.lines[0][6][0]]
    assert [*found.lost(0)] == brackets


@pytest.mark.parametrize("line", [[Term("x")], [Term("x"), Term("="), Term("x")]])
def test_a_line_needs_an_equals_sign_and_keys_of_its_own(line: list[Term]) -> None:
    with pytest.raises(ValueError, match="one part '=' and no key twice"):
        Derivation([line], ZONE, DARK, LARGEST)
