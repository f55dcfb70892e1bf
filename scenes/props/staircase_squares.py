"""From the squares on the errors to one square that is their mean: the cost, as an area."""

from __future__ import annotations

import numpy as np
from manim import DL, UR, VGroup, VMobject

from gdmath.experiments.reading import Reading
from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import FEW, DataView, Guess
from scenes.stage.clip import clip, lay
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import follow, px
from scenes.stage.theme import Theme
from scenes.stage.words import Number, Words

__all__ = ["MeanSquare", "areas"]


def areas(story: Staircase, view: DataView) -> VGroup:
    """Return the areas of the squares on the first errors, inside those that have room for it."""
    labels, corners = VGroup(name="areas"), view.corners()
    if len(corners) <= FEW:
        for number, (square, reading) in enumerate(zip(corners, story.first_squares, strict=True)):
            label = Words(reading, theme=view.theme, size=view.em, bold=True, name="area")
            label.move_to(square.mean(axis=0))
            fits = label.width < 0.9 * abs(square[2, 0] - square[0, 0])
            others = np.delete(corners, number, axis=0)
            if fits and not any(_crosses(label, other) for other in others):
                labels.add(label)
    return labels


def _crosses(label: Words, square: np.ndarray) -> bool:
    low, high = label.get_corner(DL), label.get_corner(UR)
    box = Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    return len(clip(square[[0, 1, 2, 3, 0]], box)) > 0


class MeanSquare:
    """A square whose area is the mean squared error, to the scale of the data's plot.

    Attributes
    ----------
        square: follows the guess; it is hidden while it is too large for its zone.
        label: its name and its area.
    """

    def __init__(
        self, story: Staircase, guess: Guess, view: DataView, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.guess, self.zone, self.unit = story, guess, zone, view.unit
        self.square = VMobject(
            fill_color=theme.mark("cost"),
            fill_opacity=0.28,
            stroke_color=theme.mark("cost"),
            stroke_width=px(0.025),
            name="mean squared error",
        )
        left, base = zone.left, zone.top - 0.8 * layout.body
        self.room = self.largest(zone, layout)
        name = Words(("MSE", "cost"), theme=theme, size=layout.body, bold=True, name="MSE")
        name.stand_at(left, base)
        number = Number(
            self._read(), theme=theme, size=layout.body, role="cost", bold=True, name="MSE now"
        )
        number.stand_at(name.get_right()[0] + 0.35 * layout.body, base)
        self.label = VGroup(name, follow(number, lambda n: n.say(self._read())))
        follow(self.square, self._draw)

    @staticmethod
    def largest(zone: Zone, layout: Layout) -> float:
        """Return the side of the largest square that has room in a zone, below its label."""
        return min(zone.height - 1.4 * layout.body, zone.width)

    def _read(self) -> Reading:
        return self.story.mse(self.story.cost(*self.guess.place))

    def _side(self) -> float:
        return float(np.sqrt(self.story.cost(*self.guess.place))) * self.unit

    def _draw(self, square: VMobject) -> None:
        side = self._side()
        fits = side <= self.room + 1e-9
        square.set_fill(opacity=0.28 * fits).set_stroke(opacity=float(fits))
        reach = side if fits else 0.0
        corner = np.array([self.zone.left, self.zone.bottom + self.room - reach, 0.0])
        turns = corner + reach * np.array([[0, 0, 0], [1.0, 0, 0], [1, 1, 0], [0, 1, 0]])
        lay(square, np.stack([turns, np.roll(turns, -1, axis=0)], axis=1))

    @property
    def everything(self) -> VGroup:
        """All of it, for moving it elsewhere."""
        return VGroup(self.square, self.label)
