"""What a picture is made of: texts as wholes, and every other drawn shape by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any, NamedTuple, cast

import numpy as np
from manim import Animation, AnimationGroup, Mobject, Scene, VMobject, list_update

from filmrender.drawing.order import drawing_order
from filmrender.manim_internals import ManimFade
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.inspect.geometry import Box, segments, union
from scenes.stage.inspect.picture import Ink, Picture, State
from scenes.stage.words import Glyphs, Number, Words, spoken

__all__ = ["Text", "Thing", "in_transit", "see"]

_HALF = 0.5  # of its opacity: from here on, what fades counts as gone


class Said(NamedTuple):
    """What scenes say of a mobject and its parts."""

    label: str
    decoration: bool


@dataclass(eq=False)
class Thing:
    """A drawn shape as it looks now; while it looks so, and is called so, it stays the same object.

    Attributes:
        mobject: what is drawn.
        parts: the drawn shapes of which it consists: itself, unless it is a text.
        label: its own name, or its nearest ancestor's.
        decoration: whether it means nothing.
        in_transit: whether an animation is changing its shape or place just now.
        states: how its parts look.
        box: around all of it, lines in their thickness.
        order: its place in the order of drawing, which others can change.
    """

    mobject: Mobject
    parts: list[VMobject]
    label: str
    decoration: bool
    in_transit: bool
    states: tuple[State, ...]
    box: Box
    order: int

    @property
    def name(self) -> str:
        """What reports call it."""
        return self.label

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        """What it is painted with."""
        return tuple(ink for state in self.states for ink in state.inks)

    @cached_property
    def pieces(self) -> np.ndarray:
        """Its outline in straight pieces (m, 2, 2)."""
        return segments(self.mobject.points)

    @cached_property
    def opacity(self) -> float:
        """The opacity of what shows most."""
        return max(ink.alpha for ink in self.inks)

    @property
    def counts(self) -> bool:
        """Whether it is there: not on its way in, out, or elsewhere."""
        return not self.in_transit and self.opacity > _HALF


@dataclass(eq=False)
class Text(Thing):
    """A line of text, or those parts of it that can be seen."""

    mobject: Words | Number

    @property
    def name(self) -> str:
        """What reports call it: its name, and what it says unless that changes."""
        return self.label if isinstance(self.mobject, Number) else f'{self.label} "{self.said}"'

    @property
    def said(self) -> str:
        """What can be read of it."""
        line = self.mobject
        if isinstance(line, Number):
            return line.text
        shown = sorted({part.index for part in self.parts if isinstance(part, Glyphs)})
        return "".join(spoken(line.parts[index]) for index in shown).strip()

    @property
    def size(self) -> float:
        """Manim units an em."""
        return self.mobject.size


def see(
    scene: Scene,
    moving: set[int],
    members: dict[int, Mobject],
    picture: Picture | None = None,
    before: Iterable[Thing] = (),
) -> list[Thing]:
    """Return what can be seen, in the order of drawing.

    Args:
        scene: what to look at.
        moving: ids of the mobjects that are in transit.
        members: filled with everything that is in the scene, by id.
        picture: of what can be seen, if that is known.
        before: what was seen before; what looks the same is the same.
    """
    tops = list_update(scene.mobjects, scene.foreground_mobjects)
    picture = picture or Picture.of(drawing_order(tops))
    order = {number: i for i, number in enumerate(picture.states)}
    known = {id(thing.mobject): thing for thing in before}
    found: dict[int, tuple[Mobject, Said, list[VMobject]]] = {}
    for leaf, said in _members(tops, Said("", decoration=False), members):
        if id(leaf) in order:
            whole = leaf.line if isinstance(leaf, Glyphs) else leaf
            if isinstance(leaf, Glyphs | Number) and whole.name != type(whole).__name__:
                said = said._replace(label=whole.name)
            found.setdefault(id(whole), (whole, said, []))[2].append(cast(VMobject, leaf))
    things = []
    for whole, said, parts in found.values():
        states = tuple(picture.states[id(part)] for part in parts)
        looks = parts, *said, any(id(part) in moving for part in parts), states
        thing = known.get(id(whole))
        if thing is None or looks != _looks(thing):
            box = reduce(union, (picture.boxes[state] for state in states))
            kind: Any = Text if isinstance(whole, Words | Number) else Thing
            thing = kind(whole, *looks, box, 0)
        thing.order = order[id(parts[0])]
        things.append(thing)
    return sorted(things, key=lambda thing: thing.order)


def _looks(thing: Thing) -> tuple[object, ...]:
    return thing.parts, thing.label, thing.decoration, thing.in_transit, thing.states


def _members(
    mobjects: list[Mobject], above: Said, seen: dict[int, Mobject]
) -> Iterator[tuple[Mobject, Said]]:
    """Yield all, with what each says of itself, or its nearest ancestor that does."""
    for mobject in mobjects:
        if id(mobject) in seen:
            continue
        seen[id(mobject)] = mobject
        name = above.label if mobject.name == type(mobject).__name__ else mobject.name
        own = vars(mobject)
        said = Said(name, own.get("decoration", above.decoration))
        yield mobject, said._replace(label=name or type(mobject).__name__)
        yield from _members(mobject.submobjects, said, seen)


def in_transit(scene: Scene) -> set[int]:
    """Return the ids of mobjects that animations are reshaping or moving; fading is neither."""
    return {
        id(member)
        for animation in _single(scene.animations or [])
        if not _only_fades(animation)
        for member in animation.mobject.get_family()
    }


def _single(animations: list[Animation]) -> Iterator[Animation]:
    for animation in animations:
        if isinstance(animation, AnimationGroup):
            yield from _single(list(animation.animations))
        else:
            yield animation


def _only_fades(animation: Animation) -> bool:
    if isinstance(animation, FadeIn | FadeOut):
        return True
    if not isinstance(animation, ManimFade):
        return False
    return bool(animation.scale_factor == 1 and not np.any(animation.shift_vector))
