"""Families that are found quickly are those that Manim finds, whatever hangs where."""

from __future__ import annotations

import random
from typing import Any

import pytest
from manim import Mobject

from filmrender.families import family, quick_families
from filmrender.manim_internals import FAMILY, ROTATIONS, Source
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny

MANIMS = Mobject.get_family
SOURCES = {source.name: source for source in (FAMILY, ROTATIONS)}


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


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_the_pinned_manim_is_the_one_that_the_methods_were_written_for(source: Source) -> None:
    assert source.read() == source.digest


@pytest.mark.parametrize("name", ["get_family", "_iter_family"])
def test_another_source_stays(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is the method's own or that of what it rests on."""

    def another(*_args: Any) -> list[Any]:
        return []

    monkeypatch.setattr(Mobject, name, another)
    before = Mobject.get_family
    with quick_families():
        assert Mobject.get_family is before
    assert Mobject.get_family is before


@pytest.mark.parametrize("name", ["never", "animation_overrides", "mro", "__init_subclass__"])
def test_what_has_no_source_of_its_own_is_not_known(name: str) -> None:
    assert not Source("", (Mobject, name)).is_known()


def test_a_film_is_the_same_without(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = render(Tiny, disable_caching=True).content
    monkeypatch.setattr(FAMILY, "digest", "another")
    assert render(Tiny, disable_caching=True).content == ours
