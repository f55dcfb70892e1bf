"""What is drawn, as states that can be compared: where does a picture differ from another?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from manim import Mobject, VMobject

from filmrender.manim_internals import AbstractImageMobject
from scenes.stage.inspect.geometry import Box, box_of
from scenes.stage.sprite import Sprite

__all__ = ["Ink", "Picture", "State", "inks"]

_UNITS_A_STROKE = 0.01  # Manim units to one of Manim's stroke widths


class Ink(NamedTuple):
    """What a shape is filled or drawn with: #rrggbb, opacity, and a width if it is a line."""

    color: str
    alpha: float
    width: float


class State(NamedTuple):
    """How a mobject looks: a number that changes with its shape, and what it is painted with."""

    shape: int
    inks: tuple[Ink, ...]


@dataclass(frozen=True, eq=False)
class Picture:
    """What can be seen, in the order of drawing.

    Attributes:
        states: how each mobject looks, by its id.
        mobjects: by their states; one of those that look the same.
        boxes: around all of them, lines in their thickness; nan around what has no place.
    """

    states: Mapping[int, State] = field(default_factory=dict)
    mobjects: Mapping[State, Mobject] = field(default_factory=dict)
    boxes: Mapping[State, Box] = field(default_factory=dict)

    @classmethod
    def of(cls, drawn: Sequence[Mobject], before: Picture | None = None) -> Picture:
        """Return the picture of what is drawn, in order; ``before`` is one much like it."""
        before = before or cls()
        painted = ((mobject, inks(mobject)) for mobject in drawn)
        old = before.states
        states = {id(m): _kept(State(_shape(m), own), old.get(id(m))) for m, own in painted if own}
        if tuple(states.items()) == tuple(before.states.items()):
            return before
        mobjects = {states[id(m)]: m for m in drawn if id(m) in states}
        known = before.boxes
        boxes = {state: known.get(state) or _box(m, state) for state, m in mobjects.items()}
        return cls(states, mobjects, boxes)

    def looks_like(self, other: Picture) -> bool:
        """Tell whether two pictures are the same, whatever they are of."""
        return tuple(self.states.values()) == tuple(other.states.values())

    def changes(self, other: Picture) -> list[Box]:
        """Return boxes that hold all in which two pictures differ."""
        own, others = self.boxes, other.boxes
        if [s for s in own if s in others] != [s for s in others if s in own]:
            return [*own.values(), *others.values()]  # what lies over what has changed
        gone = [box for state, box in others.items() if state not in own]
        return [box for state, box in own.items() if state not in others] + gone


def _kept(state: State, before: State | None) -> State:
    """Return the state before if it is the same: the same object is quickly told to be equal."""
    return before if before == state else state


def inks(mobject: Mobject) -> tuple[Ink, ...]:
    """Return what a mobject is painted with, from the bottom up, without what leaves no trace."""
    if isinstance(mobject, Sprite):
        return (Ink(mobject.colour, mobject.opacity, 0.0),) if mobject.opacity > 0 else ()
    if isinstance(mobject, AbstractImageMobject):
        return (Ink("", 1.0, 0.0),)
    if not isinstance(mobject, VMobject):
        return ()
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


def _shape(mobject: Mobject) -> int:
    """Return a number that changes with a mobject's shape."""
    if isinstance(mobject, Sprite):
        return hash((mobject.points.tobytes(), mobject.art.key))
    if isinstance(mobject, AbstractImageMobject):
        return hash((mobject.points.tobytes(), mobject.get_pixel_array().tobytes()))
    return hash(mobject.points.tobytes())


def _box(mobject: Mobject, state: State) -> Box:
    return box_of(mobject.points, 0.5 * max(ink.width for ink in state.inks))
