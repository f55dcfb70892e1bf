"""What is found quickly is what Manim finds, whatever hangs where and however it is coloured."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from manim import HSV, RED, Circle, Dot, ManimColor, Mobject, VectorizedPoint, VGroup, VMobject

from scenes.stage.manim_internals import (
    BOUNDARY,
    COLOURS,
    FAMILY,
    ROTATIONS,
    Source,
)
from scenes.stage.render.quick import boundary, family, quick_manim, rgbas
from tests.scenes.render.conftest import Render
from tests.scenes.render.films import Tiny

MANIMS = Mobject.get_family
SOURCES = {source.name: source for source in (BOUNDARY, COLOURS, FAMILY, ROTATIONS)}
COLOURINGS = [
    None, RED, "#63F5BF", "red", 0xFF8800, ManimColor("#12345678"), HSV((0.3, 0.5, 0.7)),
    [RED, "#00FF00"], (RED,),
]  # fmt: skip


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
    with quick_manim():
        assert Mobject.get_family is family
    assert Mobject.get_family is MANIMS


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_the_pinned_manim_is_the_one_that_the_methods_were_written_for(source: Source) -> None:
    assert source.read() == source.digest


@pytest.mark.parametrize("source", [BOUNDARY, COLOURS, FAMILY], ids=lambda source: source.name)
def test_a_method_with_another_source_stays(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another(*_args: Any) -> list[Any]:
        return []

    monkeypatch.setattr(source.owner, source.name, another)
    with quick_manim():
        assert getattr(source.owner, source.name) is another
    assert getattr(source.owner, source.name) is another


def test_a_method_stays_if_one_that_it_rests_on_has_another_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ManimColor, "to_rgba_with_alpha", lambda *_: np.zeros(4))
    with quick_manim():
        assert VMobject.generate_rgbas_array is COLOURS.manims


@pytest.mark.parametrize("name", ["never", "points", "__init_subclass__", "mro"])
def test_what_has_no_source_is_not_known(name: str) -> None:
    assert not Source("", (VMobject, name)).is_known()


def test_a_film_is_the_same_with_none_of_them(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = render(Tiny, disable_caching=True).content
    for source in SOURCES.values():
        monkeypatch.setattr(source, "digest", "another")
    assert render(Tiny, disable_caching=True).content == ours


@pytest.mark.parametrize("sheen", [0.0, 0.3])
@pytest.mark.parametrize("opacity", [None, 0, 1, 0.25, np.float64(0.5), [0.1, 0.9]])
@pytest.mark.parametrize("colour", COLOURINGS)
def test_colours_are_manims(colour: Any, opacity: Any, sheen: float) -> None:
    mobject = VMobject(sheen_factor=sheen)
    ours, theirs = rgbas(mobject, colour, opacity), mobject.generate_rgbas_array(colour, opacity)
    np.testing.assert_array_equal(ours, theirs)
    assert ours.dtype == theirs.dtype
    ours[:] = 7  # it is nobody else's
    np.testing.assert_array_equal(rgbas(mobject, colour, opacity), theirs)


class Odd(VMobject):
    """Has anchors of its own."""

    def get_anchors(self) -> Any:
        return [np.ones(3)]


def unfinished() -> VMobject:
    """Return a path whose last curve is only begun."""
    path = VMobject()
    path.points = np.arange(15.0).reshape(5, 3)
    return path


@pytest.mark.parametrize(
    "mobject",
    [
        Circle(),
        VGroup(Circle(), VGroup(Dot(), VectorizedPoint((1.0, 2.0, 3.0)))),
        VMobject(),
        VGroup(VMobject(), VGroup()),
        VGroup(Odd(), Circle()),
    ],
    ids=["path", "family", "nothing", "a-family-of-nothing", "odd"],
)
def test_boundaries_are_manims(mobject: VMobject) -> None:
    np.testing.assert_array_equal(boundary(mobject), mobject.get_points_defining_boundary())


def test_what_manim_refuses_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        unfinished().get_points_defining_boundary()
    with pytest.raises(ValueError, match="zip"):
        boundary(unfinished())
