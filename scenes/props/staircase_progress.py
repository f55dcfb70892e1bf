"""The article's four plots: the line, and a, b and the MSE by epoch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import VGroup, VMobject

from gdmath.experiments.reading import Reading
from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import DataView, Guess
from scenes.stage.claims import claim, stay_in, tells
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import cased, dot, follow
from scenes.stage.plot import Axis, Beads, Growing, Plot
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Number, Words

__all__ = ["FourPlots"]

BEAD = 0.14  # radius of an epoch's bead, in ems
BEAD_RIM = 0.012  # Manim units, so that it stands out from its curve
APART = 3.8  # radii from bead to bead at the least, or there are none
NOISE = 1e-9  # share of a value that it changes by at the least, or its curve is level


class FourPlots:
    """Four small plots that grow with the stairs.

    Attributes:
        still: axes and headings.
        moving: the curves, their numbers, the small picture of the line.
    """

    def __init__(self, story: Staircase, guess: Guess, layout: Layout, theme: Theme) -> None:
        self.story, self.guess, self.moment = story, guess, guess.moment
        self.theme, self.em = theme, layout.small
        self.still, self.moving = VGroup(name="four plots"), VGroup(name="four curves")
        zones = self._zones(layout)
        # One row of heading where the number fits beside the name, two where it does not.
        self.rows = 1 if zones[0].width > 8.5 * self.em else 2
        self._line(zones[0], layout)
        for which, name in enumerate("ab"):
            self._by_epoch(zones[1 + which], name, story.places[:, which], self._reader(which))
        self._by_epoch(zones[3], "MSE", story.costs, lambda: story.cost_now(self.moment()))

    @staticmethod
    def _zones(layout: Layout) -> tuple[Zone, ...]:
        gap = 1.1 * layout.small
        if layout.side_by_side:
            return layout.rail.columns((1, 1, 1, 1), gap)
        rows = layout.rail.rows((1, 1), gap)
        return tuple(zone for row in rows for zone in row.columns((1, 1), gap))

    def _reader(self, which: int) -> Callable[[], Reading]:
        return lambda: self.story.parameter_now(which, self.moment())

    def _head(self, zone: Zone, name: str, role: Role) -> Words:
        title = Words(
            name, theme=self.theme, size=self.em, role=role, bold=True, italic=len(name) == 1,
            name="heading",
        )  # fmt: skip
        self.still.add(stay_in(title.stand_at(zone.left, zone.top - 0.8 * self.em), zone))
        return title

    def _inner(self, zone: Zone) -> Zone:
        """Return the plot's part of a zone, its ends clear of beads and numbers at its edges."""
        room, last = (0.5 + 1.2 * self.rows) * self.em, self.story.whole(self.story.epochs).text
        right = max(0.35, 0.3 * len(last)) * self.em
        return Zone(zone.left + 0.35 * self.em, zone.bottom, zone.right - right, zone.top - room)

    def _line(self, zone: Zone, layout: Layout) -> None:
        self._head(zone, "line", "here")
        inner = self._inner(zone)
        inner = Zone(inner.left, inner.bottom + 1.35 * self.em, inner.right, inner.top)
        view = DataView(self.story, self.guess, inner, layout, self.theme, room=0.3, ticks=False)
        self.still.add(view.plot)
        self.moving.add(view.segments, view.line, view.points)

    def _by_epoch(
        self, zone: Zone, name: str, values: np.ndarray, read: Callable[[], Reading]
    ) -> None:
        role: Role = "cost" if name == "MSE" else "here"
        plot = self._plot(zone, name, values)
        number = Number(
            read(), theme=self.theme, size=self.em, role=role, bold=True, name=f"{name} now"
        )
        title = self._head(zone, name, role)
        if self.rows == 1:
            number.stand_at(title.get_right()[0] + 0.6 * self.em, zone.top - 0.8 * self.em)
        else:
            number.stand_at(zone.left, zone.top - 2.0 * self.em)
        follow(stay_in(tells(number, self.moment), zone), lambda n: n.say(read()))
        self.moving.add(number, *self._curve(plot, zone, name, values, role))

    def _plot(self, zone: Zone, name: str, values: np.ndarray) -> Plot:
        story, low, high = self.story, float(values.min()), float(values.max())
        size = float(np.abs(values).max())
        air = 0.1 * (high - low if high - low > NOISE * size else size) or 1.0
        y = Axis(0.0 if name == "MSE" else low - air, high + air)
        x = Axis(0, story.epochs, [0, story.epochs], story.whole)
        plot = Plot(self._inner(zone), x, y, theme=self.theme, size=self.em, name=name)
        word = Words("epoch", theme=self.theme, size=self.em, role="quiet", name="axis name")
        word.stand_at(plot.inner.center[0], plot.inner.bottom - 1.2 * self.em, "center")
        self.still.add(stay_in(plot, zone))
        ends = [label.get_left()[0] for label in plot.labels][-1:]
        if ends and word.get_right()[0] + 0.2 * self.em < ends[0]:
            self.still.add(stay_in(word, zone))
        return plot

    def _curve(
        self, plot: Plot, zone: Zone, name: str, values: np.ndarray, role: Role
    ) -> list[VMobject]:
        epochs, places = np.arange(len(values)), plot.places(np.arange(len(values)), values)

        def now() -> float:
            return float(np.clip(self.moment(), 0, self.story.epochs))

        def passed() -> np.ndarray:
            return np.append(epochs[epochs <= now()], now())

        curve = Growing(epochs, places, self.theme, role, f"{name} by epoch")
        claim(curve, plot, of=name, x=passed, y=lambda: np.interp(passed(), epochs, values))
        end = dot(self.theme, role, 0.24 * self.em, name=f"end of {name} by epoch")
        claim(end, plot, of=name, x=now, y=lambda: np.interp(now(), epochs, values))
        marks: list[VMobject] = [follow(curve, lambda c: c.until(now()))]
        if plot.inner.width >= APART * BEAD * self.em * self.story.epochs:
            beads = Beads(epochs, places, BEAD * self.em, self.theme, role)
            cased(beads, self.theme, BEAD_RIM)
            beads.name = f"epochs of {name}"
            claim(
                beads, plot, of=name, x=lambda: epochs[epochs <= now()],
                y=lambda: values[epochs <= now()],
            )  # fmt: skip
            marks.append(follow(beads, lambda b: b.until(now())))
        marks.append(follow(end, lambda d: d.move_to(curve.end(now()))))
        return [stay_in(mark, zone) for mark in marks]
