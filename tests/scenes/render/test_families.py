"""Families are what Manim says they are, whatever hangs where."""

from __future__ import annotations

import random

import pytest
from manim import Mobject

from scenes.stage.render.families import family, quick_families

MANIMS = Mobject.get_family


def graph(seed: int) -> list[Mobject]:
    """Return mobjects that hang below each other: some twice, some in a circle."""
    chance = random.Random(seed)
    nodes = [Mobject() for _ in range(chance.randint(1, 7))]
    for node in nodes:
        node.submobjects = chance.choices(nodes, k=chance.randint(0, 2))
    return nodes


@pytest.mark.parametrize("seed", range(60))
def test_families_are_manims(seed: int) -> None:
    for node in graph(seed):
        assert family(node) == MANIMS(node)


def test_manims_own_way_comes_back() -> None:
    with quick_families():
        assert Mobject.get_family is family
    assert Mobject.get_family is MANIMS
