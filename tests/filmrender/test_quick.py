"""What is quick is what Manim makes, to the last bit, and Manim's own way comes back."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from manim import (
    BLUE,
    RED,
    UL,
    Circle,
    Dot,
    ManimColor,
    Mobject,
    Square,
    Star,
    Text,
    ValueTracker,
    VGroup,
    VMobject,
)

from filmrender.manim_internals import BUILDING, FAMILY, ROTATIONS, Method, Source
from filmrender.quick import quick_manim
from filmrender.quick.families import family
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny

MANIMS = Mobject.get_family
SOURCES = {source.name: source for source in (BUILDING, ROTATIONS)}
DIRECTIONS = [(x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 0.5) for z in (-2, 0, 1)]
Made = Callable[[], Any]


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


def scrawl(seed: int) -> VMobject:
    """Return a path of some curves, one of them maybe begun and not ended."""
    dice = np.random.default_rng(seed)
    path = VMobject(stroke_width=seed)
    path.points = dice.normal(size=(dice.integers(0, 60), 3)) * 10.0 ** dice.integers(-3, 4)
    return path


def whole(seed: int) -> VMobject:
    """Return a path of whole curves, from one on."""
    path = scrawl(seed)
    path.points = np.resize(path.points, (max(4, len(path.points) // 4 * 4), 3))
    return path


def told(thing: Any, seen: dict[int, int] | None = None) -> Any:
    """Return all that a thing holds, down to the bits, as what can be compared."""
    seen = {} if seen is None else seen
    if isinstance(thing, str | int | float | type(None) | np.generic):
        return type(thing), repr(thing)
    if id(thing) in seen:
        return "again", seen[id(thing)]
    seen[id(thing)] = len(seen)
    if isinstance(thing, np.ndarray):
        return "array", thing.dtype.str, thing.shape, thing.strides, thing.tobytes()
    if isinstance(thing, list | tuple):
        return type(thing), [told(item, seen) for item in thing]
    if isinstance(thing, dict):
        return [(key, told(item, seen)) for key, item in thing.items() if key != "original_id"]
    if hasattr(thing, "__dict__") and not callable(thing):
        return type(thing), told(vars(thing), seen)
    return "thing", type(thing)


def both(make: Made) -> tuple[Any, Any]:
    """Return what is made, or how it fails, in both ways."""
    found = []
    for quick in (False, True):
        random.seed(1)
        try:
            if quick:
                with quick_manim():
                    found.append(told(make()))
            else:
                found.append(told(make()))
        except Exception as error:  # noqa: BLE001  whatever it is, it has to be the same
            found.append(told([type(error), str(error)]))
    return found[0], found[1]


def crowd() -> Any:
    """Return mobjects with all that others may hold."""
    group: Any = VGroup(Square(color=[RED, BLUE]), Circle(sheen_factor=0.3), Star(), Text("ab"))
    group[0].set_fill(RED, 0.5).set_stroke(background=True, width=3)
    group[1].follows = group[0]
    group[1].told = {"tracker": ValueTracker(3), "pair": (group[2], 1), "set": {1, 2}}
    group[2].points = np.asfortranarray(group[2].points)
    group.add_updater(lambda mobject: mobject.shift(UL))
    group[3].generate_target()
    return group


def square(**told: Any) -> Any:
    return Square(**told)


MAKING: dict[str, Made] = {
    "a-copy": lambda: crowd().copy(),
    "copies-that-share": lambda: copy.deepcopy([crowd(), (shared := Dot()), shared]),
    "a-colour-of-its-own": lambda: square().set_fill("#ABCDEF", 0.25).set_stroke(None, 3, 0.5),
    "a-gradient": lambda: square(fill_opacity=1).set_color([RED, BLUE]).set_fill(RED),
    "a-gradient-of-opacities": lambda: square().set_fill(RED, [0.1, 0.9]).set_stroke(BLUE),
    "a-sheen": lambda: Square(sheen_factor=-0.2, fill_opacity=1).set_fill(BLUE, 1),
    "another-class-of-colour": lambda: Square().set_fill(type("Mine", (ManimColor,), {})("#123")),
    "the-style-of-another": lambda: [Star().match_style(each) for each in crowd()],
    "a-style-without-a-colour": lambda: square().match_style(VMobject(stroke_opacity=0)),
    "what-another-is": lambda: [Dot(color=RED).become(each) for each in crowd()],
    "a-list-of-one-colour": lambda: square().set_stroke([RED], opacity=[0.3]).set_fill([None]),
    "an-array-of-colours": lambda: square().set_fill(RED, np.array([1, 0])),
    "sizes": lambda: [(m.width, m.height, m.get_center(), m.get_top()) for m in crowd()],
    "sizes-of-all": lambda: (crowd().width, crowd().depth, crowd().get_corner(UL)),
    "sizes-of-nothing": lambda: (VGroup().width, VGroup().get_center(), Mobject().get_top()),
    "a-text-in-colours": lambda: Text("Hello", t2c={"el": "#FF0000"}).scale(0.3).rotate(1),
    "updates": lambda: [crowd().update(0.5) for _ in range(2)],
    "suspended-updates": lambda: crowd().suspend_updating().update(),
    "turns": lambda: Square().rotate(0.3, axis=np.array([1.0, 2.0, -1.0])).rotate(1e-4),
}


@pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)
def test_what_is_made_is_what_manim_makes(make: Made) -> None:
    manims, ours = both(make)
    assert ours == manims


@pytest.mark.parametrize("seed", range(40))
def test_paths_are_measured_as_manim_measures_them(seed: int) -> None:
    paths = VGroup(*[scrawl(seed * 3 + i) for i in range(3)])
    ways: list[Made] = [
        lambda: [paths.get_critical_point(direction) for direction in DIRECTIONS],
        lambda: (paths.width, paths.height, paths.depth, paths[0].get_x(), paths.get_z()),
        lambda: paths.get_points_defining_boundary(),
        lambda: VGroup(whole(seed), whole(seed + 1)).get_points_defining_boundary(),
        lambda: whole(seed).point_from_proportion(0.1 + seed / 50),
        lambda: (whole(seed).get_arc_length(), whole(seed).get_arc_length(3)),
        lambda: scrawl(seed).get_nth_curve_length_pieces(0),
    ]
    for way in ways:
        manims, ours = both(way)
        assert ours == manims


def test_a_class_with_a_way_of_its_own_keeps_it() -> None:
    class Mine(Square):
        def get_extremum_along_dim(self, *_args: Any, **_kwargs: Any) -> float:
            return 3.0

        def get_anchors(self) -> Any:
            return np.ones((2, 3))

        def generate_rgbas_array(self, *_args: Any) -> Any:
            return np.full((1, 4), 0.5)

        def get_nth_curve_function(self, n: int) -> Any:
            return lambda t: np.array([t, n, 0.0])

        def update(self, *_args: Any, **_kwargs: Any) -> Any:
            return self.shift(UL)

    makes: list[Made] = [
        lambda: Mine().get_top(),
        lambda: Mine().get_points_defining_boundary(),
        lambda: Mine().set_fill(RED),
        lambda: Mine().get_nth_curve_length_pieces(1),
        lambda: VGroup(Mine()).update(),
    ]
    for make in makes:
        manims, ours = both(make)
        assert ours == manims


def test_manims_own_way_comes_back() -> None:
    before = {name: vars(cls).get(name) for cls in (Mobject, VMobject) for name in vars(cls)}
    with quick_manim():
        assert Mobject.get_family is family
    after = {name: vars(cls).get(name) for cls in (Mobject, VMobject) for name in vars(cls)}
    assert after == before
    assert Mobject.get_family is MANIMS


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_the_pinned_manim_is_the_one_that_the_methods_were_written_for(source: Source) -> None:
    assert source.read() == source.digest


@pytest.mark.parametrize("name", ["get_family", "_iter_family"])
def test_another_method_stays(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is the one that is replaced or one that it rests on."""

    def another(*_args: Any) -> list[Any]:
        return []

    monkeypatch.setattr(Mobject, name, another)
    before = Mobject.get_family
    with quick_manim():
        assert Mobject.get_family is before
    assert Mobject.get_family is before


def test_with_another_source_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BUILDING, "digest", "another")
    with quick_manim():
        assert Mobject.get_family is MANIMS


@pytest.mark.parametrize("name", ["animation_overrides", "mro", "__init_subclass__"])
def test_what_has_no_source_of_its_own_is_not_known(name: str) -> None:
    assert not Source("", (Mobject, name)).is_known()
    assert not Method(Mobject, name).is_manims


def test_what_is_not_there_is_not_known() -> None:
    assert not Source("", (Mobject, "never")).is_known()
    assert not Method(Mobject, FAMILY.name, "never").is_manims


def test_a_film_is_the_same_without(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = render(Tiny, disable_caching=True).content
    monkeypatch.setattr(BUILDING, "digest", "another")
    monkeypatch.setattr(ROTATIONS, "digest", "another")
    assert render(Tiny, disable_caching=True).content == ours
