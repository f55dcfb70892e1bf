"""From the squares on the errors to one square that is their mean: the cost, as an area."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from gdmath.experiments.reading import Reading
from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_axes import FEW
from scenes.props.staircase_data import DataView
from scenes.stage.claims import stay_in, tells
from scenes.stage.clip import crosses, lay
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import follow, px
from scenes.stage.theme import Theme
from scenes.stage.words import Number, Words

__all__ = ["MeanSquare", "areas"]

EDGE = 0.02  # Manim units


def areas(story: Staircase, view: DataView) -> VGroup:
    """Return the areas of the squares on the first errors, inside those that have room for it."""
    labels, corners = VGroup(name="areas"), view.corners()
    if len(corners) > FEW:
        return labels
    for number, (square, reading) in enumerate(zip(corners, story.first_squares, strict=True)):
        label = Words(reading, theme=view.theme, size=view.em, bold=True, name="area")
        label.move_to(square.mean(axis=0))
        others = [view.ends(*view.guess.place)]
        others += [other[[0, 1, 2, 3, 0]] for k, other in enumerate(corners) if k != number]
        if label.width < 0.8 * np.ptp(square[:, 0]) and not crosses(label, *others):
            labels.add(label)
    return stay_in(labels, view.zone)


class MeanSquare:
    """A square whose area is the mean squared error, to the scale of the data's plot.

    Attributes:
        square: follows the guess; it is hidden while it is too large for its zone.
        label: its name and its area.
    """

    def __init__(
        self, story: Staircase, view: DataView, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.guess, self.zone, self.unit = story, view.guess, zone, view.unit
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
        follow(tells(number, view.guess.moment), lambda n: n.say(self._read()))
        self.label = stay_in(VGroup(name, number), zone)
        follow(stay_in(self.square, zone), self._draw)

    @staticmethod
    def largest(zone: Zone, layout: Layout) -> float:
        """Return the side of the largest square that has room in a zone, below its label."""
        return min(zone.height - 1.4 * layout.body, zone.width) - 2 * EDGE

    def _read(self) -> Reading:
        return self.story.cost_now(self.guess.moment())

    def _side(self) -> float:
        return float(np.sqrt(self.story.cost(*self.guess.place))) * self.unit

    def _draw(self, square: VMobject) -> None:
        side = self._side()
        fits = side <= self.room + 1e-9
        square.set_fill(opacity=0.28 * fits).set_stroke(opacity=float(fits))
        reach = side if fits else 0.0
        top = self.zone.bottom + EDGE + self.room
        corner = np.array([self.zone.left + EDGE, top - reach, 0.0])
        turns = corner + reach * np.array([[0, 0, 0], [1.0, 0, 0], [1, 1, 0], [0, 1, 0]])
        lay(square, np.stack([turns, np.roll(turns, -1, axis=0)], axis=1))

    @property
    def everything(self) -> VGroup:
        """All of it, for moving it elsewhere."""
        return VGroup(self.square, self.label)
