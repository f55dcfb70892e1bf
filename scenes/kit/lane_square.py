"""How far a car is off its lane's centre, measured on the ground, and the square of that."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, Square, VGroup, VMobject

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.lens import Lens
from scenes.kit.panes import Pane, cells
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import bullseye, dot
from scenes.stage.shots import ShotFilm

__all__ = ["LaneSquare"]

V = TypeVar("V", bound=VMobject)
BELOW = -0.34  # frame units: how far below the ground line the miss is measured
LOWER = -0.85  # the same where the square lies below that
ROOMY = 1.5  # frame units: a square that is larger holds its cost
CLEAR = 1.1  # frame units: how far below the measured miss its length reaches
FINE = 1.0  # cm: sides of the least squares that it is cut into


class LaneSquare:
    """The square of ``miss``, on an axis whose 0 is the centre of the lane.

    It hides no car on the right: it stands left of the centre, or lies ``below`` the measured miss.
    """

    def __init__(
        self, film: ShotFilm[Any], axis: Axis, miss: Reading, *, below: bool = False
    ) -> None:
        self.film, self.axis, self.miss, self.below = film, axis, miss, below
        self.side = miss.value * axis.unit
        self.low = LOWER if below else BELOW
        self.foot = axis.at(0, LOWER if below else 0.0)

    def _turned(self, shape: V) -> V:
        """Return what stands right of the lane's centre where the square is."""
        return shape.stretch(-1, 1 if self.below else 0, about_point=self.foot)

    def pane(self) -> Pane:
        """Return the square as a pane of glass."""
        pane = Pane(self.film.theme, self.side, self.foot, solid=0.9, shades=(0.42, 0.66))
        return self._turned(pane)

    def grid(self, wall: float) -> VGroup:
        """Return its squares of a wall's width, and in the first of them those of 1 cm."""
        theme, axis, off = self.film.theme, self.axis, self.miss.value
        first = min(wall, off)
        bright = Square(first * axis.unit, stroke_width=0).set_fill(theme.mark("cost"), 0.8)
        bright.move_to(self.foot, aligned_edge=DL)
        return self._turned(VGroup(
            cells(theme, self.foot, off, off, axis.unit, wall),
            decoration(bright),
            cells(theme, self.foot, first, first, axis.unit, FINE, 0.008),
        ))  # fmt: skip

    def lens(self, at: tuple[float, float], radius: float, cost: Reading) -> Lens:
        """Return a lens on the first square centimetre."""
        spot = self.axis.at(-FINE / 2, FINE / 2 * self.axis.unit)
        return Lens(self.film, np.array([*at, 0.0]), radius, spot, cost)

    def measure(self) -> VGroup:
        """Return the miss as an arrow on the ground, between the lane's centre and the car."""
        film, axis, off = self.film, self.axis, self.miss.value
        ring = bullseye(film.theme, 0.17).move_to(axis.at(0, self.low))
        spot = dot(film.theme, "here", 0.15).move_to(axis.at(off, self.low))
        return VGroup(
            axis_arrow(axis, 0, off, "text", 0.09, of="miss", off=self.low),
            claim(ring, axis, of="target", x=0), claim(spot, axis, of="off", x=off),
        )  # fmt: skip

    def inside(self, cost: Reading, of_cost: Said) -> VGroup:
        """Return the cost with its name, in the square if there is room."""
        film, room = self.film, 0.86 * max(self.side, ROOMY)
        rows = film.label(of_cost, size=1.6, room=room), film.label(cost, size=3.4, room=room)
        number = VGroup(*rows).arrange(DOWN, buff=0.06 * room)
        square = self._turned(Square(self.side).move_to(self.foot, aligned_edge=DL))
        if self.side > ROOMY:
            return number.move_to(square)
        if self.below:
            clear = self.foot + max(self.side, CLEAR) * DOWN  # of how long the miss is
            return number.next_to(clear, DOWN, buff=0.25, aligned_edge=LEFT)
        return film.keep_in_frame(number.next_to(square, UP, buff=0.25, aligned_edge=RIGHT))

    def words(self, cost: Reading, of_cost: Said, centre: Said, car: Said) -> VGroup:
        """Return the names of what is measured, and the cost."""
        film, axis, off = self.film, self.axis, self.miss.value
        number = self.inside(cost, of_cost)
        length = film.label(self.miss, size=1.4)
        left, right = film.label(centre, role="target"), film.label(car, role="here")
        right.next_to(axis.at(off, self.low), RIGHT, buff=0.25)
        if self.below:
            length.next_to(right, DOWN, buff=0.2, aligned_edge=LEFT)
            film.keep_in_frame(left.next_to(axis.at(0, self.low), UP, buff=0.22))
        else:
            length.next_to(axis.at(off / 2, self.low), DOWN, buff=0.24)
            left.next_to(axis.at(0, self.low), LEFT, buff=0.22)
        if not self.below and left.get_left()[0] < film.layout.safe.left:
            film.keep_in_frame(left.next_to(length, DOWN, buff=0.15).set_x(axis.at(0)[0]))
        return VGroup(number, length, left, right)
