"""A lane from above with runs on it: how far each is from the centre, a row a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, UR, Group, Line, Mobject, VGroup
from manim.typing import Point3D, Vector3D

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from scenes.kit.ball import Ball
from scenes.kit.beside import Room
from scenes.kit.graph import Graph
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Path, cased, follow, px
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = ["Track"]

LEFT_OVER, RIGHT_OVER = 2.9, 1.5  # of the start: how far the picture reaches to either side
LOST = 12.0  # of the start: what is farther off is shown no more
AROUND = 0.2  # frame units round a figure
NAMED = 16  # the step at which a run is named


class Track(Graph):
    """Room for runs that begin ``start`` to the right of the centre, and for so many steps."""

    def __init__(self, film: ShotFilm[Any], zone: Zone, start: float, steps: int) -> None:
        self.start, self._steps = start, steps
        super().__init__(film, zone, (-LEFT_OVER * start, RIGHT_OVER * start), (0.0, float(steps)))

    def run(self, places: Sequence[float], role: Role, thick: float) -> tuple[Quantity, Group]:
        """Return the steps that are done, and what follows them: a ball and its way."""
        done, last = Quantity("steps", 0.0), self.last(places)
        steps, told = np.arange(last + 1), np.array(places[: last + 1], float)

        def now() -> tuple[np.ndarray, np.ndarray]:
            rows = np.union1d(steps[steps <= done()], [max(done(), 1e-3)])
            return np.interp(rows, steps, told), rows

        ball = Ball(0.15, self.film.theme, self.film.pixels_per_unit)
        claim(ball.ball, self, of="place", x=lambda: now()[0][-1], y=done)
        follow(ball, lambda ball: ball.put(self.at(*(float(v[-1]) for v in now()))))
        path = cased(Path(self.film.theme, role, thick, name="way"), self.film.theme)
        follow(path, lambda path: path.through(*map(self.at, *now())))
        return done, Group(decoration(path), ball)

    def last(self, places: Sequence[float]) -> int:
        """Return the last step that is shown of a run."""
        lost = [step for step, place in enumerate(places) if abs(place) > LOST * self.start]
        return lost[0] if lost else min(len(places) - 1, self._steps)

    def named(
        self, runs: Sequence[Sequence[float]], names: Sequence[Said], roles: Sequence[Role],
        size: float, figure: Mobject,
    ) -> VGroup:  # fmt: skip
        """Return the names of runs, each beside its way, where no way and no figure is."""
        ways = [places[: self.last(places) + 1] for places in runs]
        lines = [self.line(way, range(len(way)), "here", 0.1) for way in ways]
        safe, zone = self.film.layout.safe, self.zone
        sides = max(zone.left, safe.left), zone.bottom, min(zone.right, safe.right), zone.top
        self.room, words = Room(Zone(*sides)), VGroup()
        room = self.room.keep(*lines, self.base(0), self.line([0, 0], self.up, "quiet"))
        (left, bottom), (right, top) = (figure.get_corner(corner)[:2] for corner in (DL, UR))
        room.keep_box(left - AROUND, bottom, right + AROUND, top + AROUND)
        told = zip(ways, names, roles, (RIGHT, LEFT, UP), strict=True)
        for way, name, role, side in told:
            step = min(NAMED, len(way) - 2)
            place = float(np.clip(way[step], 0.8 * self.across[0], 0.8 * self.across[1]))
            word = self.film.label(name, role=role, size=size)
            words.add(room.put(word, self.at(place, step), side))
        return words

    def landings(self, places: Sequence[Reading], size: float) -> VGroup:
        """Return where a run that was flung out has landed: below the axis, or an arrow to it."""
        rows = VGroup()
        for place in places:
            x = float(np.clip(place.value, *self.across))
            words = self.film.label(place, size=size)
            if x == place.value:
                words.next_to(self.at(x, 0), DOWN, buff=0.12)
            else:
                edge = self.at(x, 0) + 0.35 * UP
                tail = edge - 0.8 * np.sign(x) * RIGHT
                rows.add(self._arrow("here", 0.1, tail, edge, of="place"))
                self.room.put(words, tail, UP)
            rows.add(self.film.keep_in_frame(words))
        return rows

    def axes(self, across: Said, steps: Said, start: Reading, rows: Sequence[Reading]) -> VGroup:
        """Return what is along the axes, with their names: ticks a centimetre, and some steps."""
        middle = self.at(sum(self.across) / 2, 0)
        name = self.film.label(across).next_to(middle, DOWN, buff=0.15)
        left = 0.97 * self.across[0]
        ends = [self.at(left, row) for row in self.up]
        upright = self._arrow("text", 0.06, *ends, of="steps")
        top = self.film.label(steps).next_to(ends[1], UP, buff=0.08).align_to(ends[1], LEFT)
        whole = np.arange(np.ceil(self.across[0]), np.floor(self.across[1]) + 1)
        ticks = VGroup(*[self._tick(self.at(x, 0), 0.14 * DOWN) for x in whole.tolist()])
        numbers = VGroup(self.numeral(start, x=start.value, size=1.1))
        for row in rows:
            ticks.add(self._tick(spot := self.at(left, row.value), 0.14 * RIGHT))
            number = self.film.label(row).next_to(spot, RIGHT, buff=0.22)
            numbers.add(claim(number, self, y=row.value))
        return VGroup(self.base(0), upright, ticks, name, top, numbers)

    def _arrow(self, role: Role, thick: float, tail: Point3D, tip: Point3D, *, of: str) -> Arrow:
        arrow = cased(Arrow(self.film.theme, role, thick).between(tail, tip), self.film.theme)
        return claim(arrow, self, of=of, x=[self.value(float(end[0])) for end in (tail, tip)])

    def _tick(self, spot: Point3D, way: Vector3D) -> Line:
        tick = Line(spot, spot + way, name="tick")
        return decoration(tick.set_stroke(self.film.theme.mark("text"), px(0.03), 0.8))
