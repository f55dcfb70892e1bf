"""How far a car is off its lane's centre, measured on the ground, and the square of that."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, Square, VGroup

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.lens import Lens
from scenes.kit.panes import Pane, cells
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import bullseye, dot, px
from scenes.stage.shots import ShotFilm

__all__ = ["LaneSquare"]

BELOW = -0.34  # frame units: how far below the ground line the miss is measured
ROOMY = 1.3  # frame units: a square that is larger holds its cost


class LaneSquare:
    """The square of ``miss``, on an axis whose 0 is the centre of the lane; it stands on that."""

    def __init__(self, film: ShotFilm[Any], axis: Axis, miss: Reading) -> None:
        self.film, self.axis, self.miss = film, axis, miss
        self.side, self.foot = miss.value * axis.unit, axis.at(0)

    def pane(self) -> Pane:
        """Return the square as a pane of glass."""
        return Pane(self.film.theme, self.side, self.foot, solid=0.9, shades=(0.42, 0.66))

    def grid(self, wall: float) -> VGroup:
        """Return the lines that cut it into squares of a wall's width."""
        off = self.miss.value
        return cells(self.film.theme, self.foot, off, off, self.axis.unit, wall)

    def outline(self) -> Square:
        """Return its edge: what stays behind where it was."""
        edge = Square(self.side).move_to(self.foot, aligned_edge=DL)
        return decoration(edge.set_stroke(self.film.theme.mark("cost"), px(0.05), 0.8))

    def lens(self, at: tuple[float, float], radius: float, cost: Reading) -> Lens:
        """Return a lens on the first square centimetre."""
        spot = self.axis.at(0.5, self.axis.unit / 2)
        return Lens(self.film, np.array([*at, 0.0]), radius, spot, cost)

    def measure(self) -> VGroup:
        """Return the miss as an arrow on the ground, between the lane's centre and the car."""
        film, axis, off = self.film, self.axis, self.miss.value
        ring = bullseye(film.theme, 0.17).move_to(axis.at(0, BELOW))
        spot = dot(film.theme, "here", 0.15).move_to(axis.at(off, BELOW))
        return VGroup(
            axis_arrow(axis, 0, off, "text", 0.09, of="miss", off=BELOW),
            claim(ring, axis, of="target", x=0), claim(spot, axis, of="off", x=off),
        )  # fmt: skip

    def inside(self, cost: Reading, of_cost: Said) -> VGroup:
        """Return the cost with its name, in the square if there is room."""
        film, room = self.film, 0.86 * max(self.side, ROOMY)
        rows = film.label(of_cost, size=1.6, room=room), film.label(cost, size=3.4, room=room)
        number = VGroup(*rows).arrange(DOWN, buff=0.06 * room)
        if self.side > ROOMY:
            return number.move_to(self.outline())
        return film.keep_in_frame(number.next_to(self.outline(), LEFT, 0.3, aligned_edge=DOWN))

    def words(self, cost: Reading, of_cost: Said, centre: Said, car: Said) -> VGroup:
        """Return the names of what is measured, and the cost."""
        film, axis, off = self.film, self.axis, self.miss.value
        number = self.inside(cost, of_cost)
        length = film.label(self.miss, size=1.4)
        left, right = film.label(centre, role="target"), film.label(car, role="here")
        right.next_to(axis.at(off, BELOW), RIGHT, buff=0.25)
        length.next_to(axis.at(off / 2, BELOW), DOWN, buff=0.24)
        left.next_to(axis.at(0, BELOW), LEFT, buff=0.22)
        if left.get_left()[0] < film.layout.safe.left:
            film.keep_in_frame(left.next_to(length, DOWN, buff=0.15).set_x(axis.at(0)[0]))
        return VGroup(number, length, left, right)
