"""The altitude by step beside a walk through the fog: a dot for each print."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from gdmath.arrays import Array
from gdmath.experiments._common.quantities import Quantity
from scenes.kit.steps import StepLine
from scenes.places.basin_walk import Hillside
from scenes.stage.marks import Dashes, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Part

__all__ = ["Altitudes"]

APART = 0.2  # frame units from a level line to what it leads to, at the most
LEAST = 1.2  # frame units that a walk falls, for the chart to be as high as it


class Altitudes(StepLine):
    """The altitudes (n + 1,) of a walk, a quantity of the film, in a box: sides, bottom and top.

    If the box lies beside the walk, each dot is as high in the frame as its print.
    """

    def __init__(
        self, film: ShotFilm[Any], walk: Hillside, heights: Array, quantity: Quantity,
        box: tuple[tuple[float, float], tuple[float, float]],
    ) -> None:  # fmt: skip
        across, (bottom, top) = box
        ends = int(np.argmin(heights)), int(np.argmax(heights))
        low, high = (float(walk.view.at(walk.places[k])[1]) for k in ends)
        if across[1] < walk.left and high - low > LEAST:
            bottom, top = low, high
        least, most = (float(heights[k]) for k in ends)
        self._film, self._walk, self._quantity = film, walk, quantity
        super().__init__(across, (least, bottom), (max(most, least + 1e-3), top),
                         heights.tolist(), film.theme, quantity.name)  # fmt: skip

    def level(self, step: int) -> VGroup:
        """Return the line at one height from a print to its dot, if they are at one height."""
        dot, spot = self.place(step), self._walk.view.at(self._walk.places[step])
        if abs(dot[1] - spot[1]) > APART:
            return VGroup()
        line = Dashes(self.theme, "cost", 0.04, dash=0.07, name="level")
        line.between(dot, spot + (dot[1] - spot[1]) * UP)
        return VGroup(cased(line, self.theme, 0.012))

    def altitude(self, step: int) -> VGroup:
        """Return the altitude after so many steps, over its dot; the first with its name."""
        words = VGroup(self._film.label((self._quantity[step], "cost"), size=2.0))
        if not step:
            words.add(self._film.label((self._quantity.name, "cost"), size=1.3))
            words.arrange(RIGHT, buff=0.25, aligned_edge=DOWN)
        side = UP + 0.25 * LEFT if step else UP + 0.15 * RIGHT
        return self._film.keep_in_frame(words.next_to(self.place(step), side, buff=0.25))

    def count(self, *parts: Part) -> VMobject:
        """Return how many steps there are, in words under the last, where narration is not."""
        last = len(self.values) - 1
        if self.foot(last)[1] < self._film.words_zone.bottom + APART:
            return VGroup()
        words = self._film.label(*parts, size=1.15).next_to(self.foot(last), DOWN, buff=0.1)
        return self._film.keep_in_frame(words)
