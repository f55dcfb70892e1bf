"""What a picture is made of: texts as wholes, and every other drawn shape by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from manim import Animation, AnimationGroup, Mobject, Scene, VMobject
from manim.animation.fading import _Fade
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.utils.iterables import list_update

from scenes.stage.inspect.geometry import Box, box_of, segments
from scenes.stage.layout import Zone
from scenes.stage.render.recorder import drawing_order
from scenes.stage.words import Glyphs, Number, Words, spoken

__all__ = ["Ink", "Text", "Thing", "in_transit", "inks", "see"]

_HALF = 0.5  # of its opacity: from here on, what fades counts as gone
_UNITS_A_STROKE = 0.01  # Manim units to one of Manim's stroke widths


class Ink(NamedTuple):
    """What a shape is filled or drawn with: #rrggbb, opacity, and a width if it is a line."""

    color: str
    alpha: float
    width: float


@dataclass(eq=False)
class Thing:
    """A drawn shape.

    Attributes:
        mobject: what is drawn.
        label: its own name, or its nearest ancestor's.
        order: its place in the order of drawing.
        zone: where it belongs, if somebody says so.
        in_transit: whether an animation is changing its shape or place just now.
    """

    mobject: Mobject
    label: str
    order: int
    zone: Zone | None
    in_transit: bool

    @property
    def name(self) -> str:
        """What reports call it."""
        return self.label

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        """What it is painted with; nothing if it cannot be seen."""
        return inks(self.mobject)

    @cached_property
    def box(self) -> Box:
        """The box around all of it, lines in their thickness."""
        return box_of(self.mobject.points, 0.5 * max((ink.width for ink in self.inks), default=0))

    @cached_property
    def pieces(self) -> np.ndarray:
        """Its outline in straight pieces (m, 2, 2)."""
        return segments(self.mobject.points)

    @property
    def opacity(self) -> float:
        """The opacity of what shows most."""
        return max((ink.alpha for ink in self.inks), default=0.0)

    @property
    def counts(self) -> bool:
        """Whether it is there: not on its way in, out, or elsewhere."""
        return not self.in_transit and self.opacity > _HALF


@dataclass(eq=False)
class Text(Thing):
    """A line of text, or those parts of it that can be seen.

    ``parts`` are its drawn shapes.
    """

    mobject: Words | Number
    parts: list[VMobject]

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

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        """What its parts are painted with."""
        return tuple(ink for part in self.parts for ink in inks(part))

    @cached_property
    def box(self) -> Box:
        """The box around its glyphs."""
        return box_of(np.concatenate([part.points for part in self.parts]))

    @property
    def size(self) -> float:
        """Manim units an em."""
        return self.mobject.size


def inks(mobject: Mobject) -> tuple[Ink, ...]:
    """Return what a mobject is painted with, from the bottom up, without what leaves no trace."""
    if not isinstance(mobject, VMobject):
        return (Ink("", 1.0, 0.0),)
    if len(mobject.points) < mobject.n_points_per_cubic_curve:
        return ()
    own = vars(mobject)
    return _inks(
        own["background_stroke_rgbas"].tobytes(), float(own["background_stroke_width"]),
        own["fill_rgbas"].tobytes(), own["stroke_rgbas"].tobytes(), float(own["stroke_width"]),
    )  # fmt: skip


@lru_cache(4096)
def _inks(under: bytes, wide: float, fill: bytes, stroke: bytes, width: float) -> tuple[Ink, ...]:
    pens = ((under, wide, wide > 0), (fill, 0.0, True), (stroke, width, width > 0))
    return tuple(
        Ink(_hex(rgba), float(rgba[3]), thickness * _UNITS_A_STROKE)
        for rgbas, thickness, used in pens
        if used
        for rgba in np.frombuffer(rgbas).reshape(-1, 4)
        if rgba[3] > 0
    )


def _hex(rgba: np.ndarray) -> str:
    return "#" + "".join(f"{round(255 * float(share)):02X}" for share in rgba[:3])


def see(
    scene: Scene,
    moving: set[int],
    members: dict[int, Mobject],
    drawn: Sequence[Mobject] | None = None,
) -> list[Thing]:
    """Return what can be seen, in the order of drawing.

    Args:
        scene: what to look at.
        moving: ids of the mobjects that are in transit.
        members: filled with everything that is in the scene, by id.
        drawn: what is drawn of it, in order, if that is known.
    """
    tops = list_update(scene.mobjects, scene.foreground_mobjects)
    ranks = drawing_order(tops) if drawn is None else drawn
    order = {id(mobject): i for i, mobject in enumerate(ranks)}
    things: dict[int, Thing] = {}
    for leaf, label, zone in _leaves(tops, "", None, members):
        rank, transit = order[id(leaf)], id(leaf) in moving
        if isinstance(leaf, Glyphs | Number):
            line = leaf.line if isinstance(leaf, Glyphs) else leaf
            label = line.name if line.name != type(line).__name__ else label
            text = things.setdefault(id(line), Text(line, label, rank, zone, transit, []))
            assert isinstance(text, Text)
            text.parts.append(leaf)
            text.in_transit |= transit
        else:
            things[id(leaf)] = Thing(leaf, label, rank, zone, transit)
    return sorted(things.values(), key=lambda thing: thing.order)


def _leaves(
    mobjects: list[Mobject], label: str, zone: Zone | None, seen: dict[int, Mobject]
) -> Iterator[tuple[Mobject, str, Zone | None]]:
    """Yield what is drawn, with its name and its zone, its own or its nearest ancestor's."""
    for mobject in mobjects:
        if id(mobject) in seen:
            continue
        seen[id(mobject)] = mobject
        own = mobject.name if mobject.name != type(mobject).__name__ else ""
        place = vars(mobject).get("zone", zone)
        drawn = isinstance(mobject, VMobject | AbstractImageMobject) and len(mobject.points)
        if drawn and inks(mobject):
            yield mobject, own or label or type(mobject).__name__, place
        yield from _leaves(mobject.submobjects, own or label, place, seen)


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
    if not isinstance(animation, _Fade):
        return False
    return bool(animation.scale_factor == 1 and not np.any(animation.shift_vector))
