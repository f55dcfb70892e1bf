"""Words and numbers that stand beside things, as several films need them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from manim import DOWN, LEFT, RIGHT, UP, Mobject, VGroup
from manim.typing import Point3D, Vector3D

from gdmath.experiments._common.quantities import Quantity
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.room import make_room
from scenes.stage.claims import Quantity as Tracker
from scenes.stage.film import wrap
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Number, Words

__all__ = ["beside", "in_rows", "large", "legs", "longest", "running", "running_row"]


def large(
    film: ShotFilm[Any], number: Reading, words: str, role: Role = "text", size: float = 2.3,
    room: float = math.inf, *, above: bool = True, share: float = 0.5,
) -> VGroup:  # fmt: skip
    """Return a large number with words above it, or below, a ``share`` as large."""
    rows = [
        film.label(words, role=role, size=share * size, room=room),
        film.numeral(number, role, size, room),
    ]
    return VGroup(*rows[:: 1 if above else -1]).arrange(DOWN, buff=0.15)


def beside(
    film: ShotFilm[Any], *numbers: tuple[Reading, Mobject | Point3D, Vector3D],
    size: float = 1.3, buff: float = 0.25, room: float = math.inf,
) -> VGroup:  # fmt: skip
    """Return numbers in their colours, each beside a thing, on a side of it."""
    words = VGroup()
    for number, thing, side in numbers:
        role = film.colours[number.name]
        label = film.label(number, role=role, size=size, rim=2, room=room)
        words.add(label.next_to(thing, side, buff=buff))
    return words


def in_rows(film: ShotFilm[Any], said: Said, size: float, characters: int) -> VGroup:
    """Return a sentence in large rows of so many characters at the most."""
    rows = [film.label(said.piece(row), size=size) for row in wrap(str(said), characters)]
    return VGroup(*rows).arrange(DOWN, buff=0.15)


def legs(film: ShotFilm[Any], triangle: VGroup, across: Reading, fall: Reading) -> VGroup:
    """Return the numbers of a triangle under a tangent: how far across, and how far down."""
    level, upright = triangle[:2]
    return VGroup(
        film.label(across, size=1.1).next_to(level.get_left(), UP, buff=0.12),
        film.label(fall, size=1.4, room=0.9).next_to(upright, LEFT, buff=0.15),
    )


def longest(quantity: Quantity, last: int) -> Reading:
    """Return the reading with the longest text up to a step, for which there must be room."""
    return max((quantity[step] for step in range(last + 1)), key=lambda number: len(number.text))


def running(film: ShotFilm[Any], words: Words, quantity: Quantity, done: Tracker) -> Number:
    """Return a number in the place of another that is a run's after as many steps as are ``done``.

    It stands about the middle of what it replaces.
    """
    middle, level = float(words.get_center()[0]), float(words.baseline[1])

    def tell(number: Number) -> None:
        number.say(quantity[int(done() + 1e-6)])
        number.stand_at(middle - number.advance * words.size / 2, level)

    number = film.number(quantity[0], words.size, quantity.role, bold=True)
    return follow(film.rimmed(number), tell)


def running_row(
    film: ShotFilm[Any], told: Sequence[tuple[Quantity, str]], last: int, done: Tracker,
    size: float, place: Point3D, *coming: Mobject,
) -> VGroup:  # fmt: skip
    """Return a run's numbers side by side under their names, as after so many steps as are done.

    They stand near to the place, where there is room for what they are up to the step ``last``.
    """
    row: Any = VGroup(*[
        large(film, longest(quantity, last), name, quantity.role, size) for quantity, name in told
    ]).arrange(RIGHT, buff=0.5, aligned_edge=DOWN)  # fmt: skip
    make_room(film, row.move_to(place), *coming)
    return VGroup(*[
        VGroup(cell[0], running(film, cell[1], quantity, done))
        for cell, (quantity, _) in zip(row, told, strict=True)
    ])  # fmt: skip
