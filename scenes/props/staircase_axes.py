"""The staircase film's points, and the axes that they lie between."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from gdmath.experiments.staircase import Staircase
from scenes.stage.claims import claim, stay_in
from scenes.stage.clip import BESIDE
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import dot
from scenes.stage.plot import Axis, Beads, Plot, nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["FEW", "ROOM", "DataAxes"]

FEW = 6  # points that are shown one by one
ROOM = 1.1  # free space at the right for squares, in spreads of x


class DataAxes:
    """Points between axes in one zone, where lines through them belong, and their errors.

    ``largest`` bounds the side of a square on an error of the first guess; the picture takes that
    guess in only if ``guessed``.

    Attributes:
        x, y: the ranges of the axes.
        plot, names, points: what is drawn; it stands still.
    """

    def __init__(
        self,
        story: Staircase,
        zone: Zone,
        layout: Layout,
        theme: Theme,
        *,
        room: float = ROOM,
        largest: float = np.inf,
        ticks: bool = True,
        guessed: bool = True,
    ) -> None:
        self.story, self.theme, self.em = story, theme, layout.small
        self.zone, self.ticks = zone, ticks
        (low, high), (bottom, top) = story.window if guessed else story.points_window
        self.x = (low, high + room * float(np.ptp(story.points.x)))
        self.y = (bottom, top)
        self.plot = self._plot()
        if guessed:
            self._make_room(min(largest, zone.height))
        self.names = self._names() if ticks else VGroup()
        self.points = self._dots()

    # -- the axes ------------------------------------------------------------------------------

    def _plot(self) -> Plot:
        inner = self.zone.inset(BESIDE)
        head = 1.5 * self.em if self.ticks else 0.0
        inner = Zone(inner.left, inner.bottom, inner.right, inner.top - head)
        x, y = (self._axis(*ends) for ends in (self.x, self.y))
        plot = Plot(inner, x, y, theme=self.theme, size=self.em, name="data")
        return stay_in(plot, self.zone)

    def _axis(self, low: float, high: float) -> Axis:
        if not self.ticks:
            return Axis(low, high)
        span = high - low
        ticks = [tick for tick in nice_ticks(low, high, 6) if tick > low + 0.02 * span]
        return Axis(low, high, ticks, lambda value: self.story.tick(value, span))

    def _names(self) -> VGroup:
        """Name the axes; numbers that come too near to a name are left out."""
        across, up = (
            Words(name, theme=self.theme, size=self.em, role="quiet", name="axis name")
            for name in self.story.names
        )
        inner = self.plot.inner
        up.stand_at(max(inner.left - 0.2 * self.em, self.zone.left), self.zone.top - 0.8 * self.em)
        across.stand_at(inner.right, inner.bottom - 1.2 * self.em, "right")
        self.plot.make_room(across)
        return stay_in(VGroup(across, up), self.zone)

    def _make_room(self, largest: float) -> None:
        """Take in more of y until each square of the first guess finds its place."""
        feet = self.feet(*self.story.at(0.0))
        lengths = np.abs(feet[:, 1, 1] - feet[:, 0, 1])
        inner = self.plot.inner
        free = np.maximum(inner.right - feet[:, 0, 0], feet[:, 0, 0] - inner.left)
        excess = float((lengths / np.minimum(free, largest)).max())
        if excess > 1:
            bottom, top = self.y
            self.y = (bottom, bottom + excess * (top - bottom))
            self.plot = self._plot()

    # -- points --------------------------------------------------------------------------------

    def _dots(self) -> VGroup:
        x, y = self.story.points.x, self.story.points.y
        size = self.em * (1.0 if self.ticks else 0.7)
        places = self.plot.places(x, y)
        dots: list[VMobject]
        if len(x) > FEW:
            beads = Beads(x, places, (0.18 if len(x) <= 60 else 0.11) * size, self.theme, "text")
            beads.name = "points"
            dots = [claim(beads.until(np.inf), self.plot, of="point", x=x, y=y)]
        else:
            marks = (dot(self.theme, "text", 0.3 * size, name="point") for _ in places)
            dots = [
                claim(mark.move_to(place), self.plot, of="point", x=across, y=up)
                for mark, place, across, up in zip(marks, places, x, y, strict=True)
            ]
        return stay_in(VGroup(*dots, name="points"), self.zone)

    # -- where lines belong --------------------------------------------------------------------

    @property
    def unit(self) -> float:
        """Manim units that stand for one unit of y."""
        return self.plot.inner.height / (self.y[1] - self.y[0])

    def ends(self, a: float, b: float) -> np.ndarray:
        """Return a line from one edge of the plot to the other, (2, 3), whatever its height."""
        xs = np.array(self.x)
        return self.plot.places(xs, a * xs + b)

    def feet(self, a: float, b: float) -> np.ndarray:
        """Return the ends of a line's errors, (m, 2, 3): the points, and above or below them."""
        points = self.story.points
        ends = (points.y, points.y - self.story.errors(a, b))
        return np.stack([self.plot.places(points.x, y) for y in ends], axis=1)
