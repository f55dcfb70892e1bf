"""The staircase film's numbers: treads as products, what stands by a stair."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup
from manim.typing import Point3D

from gdmath.experiments.reading import equals
from gdmath.experiments.staircase import Staircase
from scenes.kit.fit import Pair
from scenes.kit.panes import Pane
from scenes.kit.room import Spots, find_room, spots_of
from scenes.kit.stairs import Stair
from scenes.places.valley_cut import Cut
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words, scale_words

__all__ = ["StairWords"]


class StairWords:
    """Composes the staircase film's numbers for the film's theme and aspect ratio."""

    film: ShotFilm[Any]
    story: Staircase

    def spot(self, wide: Pair, square: Pair, tall: Pair) -> Point3D:
        """Return the place that this aspect ratio has."""
        return np.array([*self.film.choose(wide, square, tall), 0.0])

    def cost_of(self, mean: Pane) -> VGroup:
        """Return the first cost with its name, on its pane."""
        size = max(1.15, min(2.3, 1.0 * mean.size))
        name = self.film.label(self.story.says("name", "cost"), size=max(1.0, 0.52 * size))
        number = self.film.numeral(self.story.reading("cost", 0), size=size)
        return VGroup(name, number).arrange(DOWN, buff=0.14).move_to(mean[0])

    def parts(self, corner: Point3D, end: Point3D) -> VGroup:
        """Return run and rise beside the legs of the slope's triangle, and the slope."""
        run, rise = self._part("run", None), self._part("rise", None)
        slope = self._part("slope", 0, self.film.choose(2.3, 1.7, 2.2))
        run.next_to(corner, UP, buff=0.2)
        rise.next_to((corner + end) / 2, RIGHT, buff=0.3)
        return VGroup(run, rise, slope.next_to(run, UP, buff=0.5))

    def _part(self, name: str, step: int | None, size: float = 1.4) -> Words:
        role: Role = "text" if name == "run" else "gradient"
        said = self.story.says("name", name), role
        return self.film.label(said, " ", (self.story.reading(name, step), role), size=size)

    def product(self) -> VGroup:
        """Return minus learning rate times slope, and what it is: the first tread."""
        rate, slope, tread = (self.story.reading(*of) for of in (
            ("rate", None), ("slope", 0), ("tread a", 0)))  # fmt: skip
        film, says = self.film, self.story.says
        size = film.choose(2.1, 1.4, 1.7)
        factor = film.label("− ", (rate, "step"), size=size)
        times = film.label(" × ", (slope.operand, "gradient"), size=size)
        moves = film.label(f" {equals(rate, slope, tread)} ", (tread, "step"), size=size)
        names = (film.label(says("rate"), role="step"),
                 film.label(says("name", "slope"), role="gradient"),
                 film.label(says("tread", "a"), role="step"))  # fmt: skip
        columns = VGroup()
        for number, name in zip((factor, times, moves), names, strict=True):
            columns.add(VGroup(number, name.next_to(number[-1], DOWN, buff=0.2)))
        columns.arrange(RIGHT, buff=0.12, aligned_edge=UP)
        scale_words(columns, min(1.0, 0.96 * self.film.words_zone.width / columns.width))
        return columns

    def numbers(self, cut: Cut, stair: Stair, drawn: Spots) -> list[VGroup]:
        """Return the stair's numbers: how far a, the cost and b move."""
        zone, says = self.film.words_zone, self.story.says
        tread, riser, other = (
            VGroup(self.film.numeral(self.story.reading(of, 0), "step", size=size),
                   self.film.label(*said.rows[0], size=1.1))
            for of, said, size in (("tread a", says("tread", "a"), 1.8),
                                   ("riser", says("riser"), 1.5),
                                   ("tread b", says("tread", "b"), 1.5))
        )  # fmt: skip
        tread.arrange(RIGHT, buff=0.2).next_to(stair.start, UP + RIGHT, buff=0.22)
        self.film.keep_in_frame(tread).shift(max(0.0, float(tread.get_top()[1]) - zone.top) * DOWN)
        parts = cut.core, stair.tread[1], stair.riser[1], stair.end, cut.hut, tread
        drawn = np.concatenate((drawn, spots_of(*parts)))
        inside = stair.edge + (riser.arrange(DOWN, buff=0.12).width / 2 + 0.25) * LEFT + 0.9 * DOWN
        below = stair.foot + 1.3 * DOWN + LEFT
        find_room(riser, self.film.choose(inside, below, below), drawn, zone)
        wish = self.spot((2.4, -2.4), (2.6, -2.3), (0.0, -5.3))
        drawn = np.concatenate((drawn, spots_of(riser)))
        return [tread, riser, find_room(other.arrange(RIGHT, buff=0.2), wish, drawn, zone)]
