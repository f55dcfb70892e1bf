"""From the squares on the errors to one square that is their mean."""

from __future__ import annotations

import numpy as np
from manim import Animation, Square, TransformFromCopy, VGroup

from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import FEW, DataView
from scenes.stage.layout import Layout, Zone
from scenes.stage.theme import Theme
from scenes.stage.words import Part, Words

__all__ = ["SquaresView"]


class SquaresView:
    """The squares' areas, and the mean square, to the scale of the data's plot.

    Attributes
    ----------
        areas: the numbers inside the squares, where they fit.
        mean: the square whose area is the mean, and its name.
    """

    def __init__(
        self, story: Staircase, view: DataView, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.view, self.theme, self.em = view, theme, layout.small
        self.areas = VGroup(name="areas")
        corners = view.corners()
        if len(corners) <= FEW:
            for square, reading in zip(corners, story.first_squares, strict=True):
                label = self._words(reading)
                if label.width < 0.9 * abs(square[2, 0] - square[0, 0]):
                    self.areas.add(label.move_to(square.mean(axis=0)))
        side = float(np.sqrt(story.costs[0])) * view.unit
        square = Square(
            side_length=side,
            fill_color=theme.mark("cost"),
            fill_opacity=0.28,
            stroke_color=theme.mark("cost"),
            stroke_width=2.5,
            name="mean squared error",
        )
        square.move_to(zone.at(0.0, 0.5) + np.array([side / 2, 0.0, 0.0]))
        name = self._words(("MSE", "cost"))
        inside = name.width < 0.9 * side
        place = square.get_center()
        if not inside:
            place = square.get_right() + np.array([name.width / 2 + 0.4 * self.em, 0.0, 0.0])
        self.mean = VGroup(square, name.move_to(place))

    def _words(self, part: Part) -> Words:
        return Words(part, theme=self.theme, size=self.em, bold=True, name="area")

    def gather(self) -> Animation:
        """Return the animation of the squares becoming their mean."""
        return TransformFromCopy(self.view.squares, self.mean[0])
