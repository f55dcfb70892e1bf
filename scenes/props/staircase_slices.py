"""The two parabolas of the staircase film: the cost by a while b is held, and by b while a is."""

from __future__ import annotations

import numpy as np
from manim import DL, RIGHT, UR, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import Guess
from scenes.stage.clip import clip, lay_clipped
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Arrow, Dashes, Path, dot, follow
from scenes.stage.plot import Axis, Plot, nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Number, Part, Words

__all__ = ["SliceView"]

ARROW = 0.06


class SliceView:
    """One parabola: ``which`` is 0 for a, 1 for b.

    Attributes
    ----------
        plot, heading: the axes and what they show.
        seen: up to which value the parabola is drawn.
        curve, dot, drop, tangent, bottom: follow the guess.
    """

    def __init__(
        self,
        story: Staircase,
        guess: Guess,
        which: int,
        zone: Zone,
        layout: Layout,
        theme: Theme,
    ) -> None:
        self.story, self.guess, self.which = story, guess, which
        self.theme, self.em, self.zone = theme, layout.small, zone
        self.slice = story.slices[which]
        self.plot = self._plot()
        self.heading = self._heading()
        self.seen = ValueTracker(self.far_end)
        self.curve = follow(Path(theme, "cost", 0.05, name=f"cost by {self.name}"), self._draw)
        self.dot = follow(dot(theme, "here", 0.36 * self.em, name=f"dot by {self.name}"), self._put)
        self.drop = follow(Dashes(theme, "here", 0.02, dash=0.05, name="drop line"), self._drop)
        self.tangent = follow(Path(theme, "gradient", 0.055, name="tangent"), self._lean)
        self.bottom = follow(Dashes(theme, "target", 0.035, dash=0.06, name="bottom"), self._mark)

    @property
    def name(self) -> str:
        """The parameter along the axis."""
        return self.slice.name

    @property
    def value(self) -> float:
        """Its value now."""
        return self.guess.place[self.which]

    @property
    def held(self) -> float:
        """The other parameter's value now."""
        return self.guess.place[1 - self.which]

    @property
    def _ends(self) -> tuple[float, float]:
        return self.slice.window

    @property
    def far_end(self) -> float:
        """The end of the axis beyond the bottom, seen from the start."""
        return self._ends[1] if self.slice.ahead else self._ends[0]

    @property
    def corner(self) -> Zone:
        """The upper corner of the plot on the far side of the start."""
        left, right = (0.5, 1.0) if self.slice.ahead else (0.0, 0.5)
        return self.plot.inner.part(left, 0.56, right, 1.0)

    # -- axes --------------------------------------------------------------------------------

    def _plot(self) -> Plot:
        low, high = self._ends
        inner = Zone(self.zone.left, self.zone.bottom, self.zone.right, self.zone.top - 1.7 * self.em)
        x = Axis(low, high, nice_ticks(low, high, 4), lambda v: self.story.tick(v, high - low))
        top = self.slice.top
        y = Axis(0.0, top, nice_ticks(0.0, top, 4), lambda v: self.story.tick(v, top))
        plot = Plot(inner, x, y, theme=self.theme, size=self.em, name=f"cost plot of {self.name}")
        name = Words(
            Math(self.name), theme=self.theme, size=1.2 * self.em, role="here", name="axis name"
        )
        name.stand_at(0, self.zone.bottom + 0.25 * self.em)
        name.shift((plot.inner.right - name.get_right()[0]) * RIGHT)
        for label in [*plot.labels]:
            below = label.get_top()[1] < plot.inner.bottom
            if below and label.get_right()[0] > name.get_left()[0] - 0.4 * self.em:
                plot.labels.remove(label)
        return plot.add(name)

    def _heading(self) -> VGroup:
        """Return what the plot shows and at which value the other parameter is held."""
        other = 1 - self.which
        base = self.zone.top - 0.85 * self.em
        parts: tuple[Part, ...] = (("MSE", "cost"), " at ", Math(f"here({'ab'[other]}) ="))
        words = Words(*parts, theme=self.theme, size=self.em, role="quiet", name="heading")
        words.stand_at(self.zone.left, base)
        number = Number(
            self.story.parameter(other, self.held),
            theme=self.theme,
            size=self.em,
            role="here",
            bold=True,
            name=f"{'ab'[other]} held",
        )
        number.stand_at(words.get_right()[0] + 0.3 * self.em, base)
        follow(number, lambda n: n.say(self.story.parameter(other, self.held)))
        return VGroup(words, number)

    # -- what follows the guess ------------------------------------------------------------------

    def place(self) -> Point3D:
        """Return where the dot belongs."""
        return self.plot.at(self.value, self.story.cost(*self.guess.place))

    def shows(self) -> bool:
        """Tell whether the dot is within the plot."""
        return self.plot.shows(self.value, self.story.cost(*self.guess.place))

    def _put(self, mark: VMobject) -> None:
        mark.set_opacity(float(self.shows()))
        mark.move_to(self.place() if self.shows() else self.plot.inner.center)

    def _drop(self, line: Dashes) -> None:
        top = self.place() if self.shows() else self.plot.inner.center
        line.between(np.array([top[0], self.plot.inner.bottom, 0]), top)
        line.set_stroke(opacity=float(self.shows()))

    def _points(self, held: float) -> np.ndarray:
        curve = self.slice.curve(held)
        if curve is None:
            return np.zeros((2, 3))
        values, costs = curve
        seen = float(self.seen.get_value())
        kept = values <= seen if self.slice.ahead else values >= seen
        return self.plot.places(values[kept], costs[kept]) if kept.sum() > 1 else np.zeros((2, 3))

    def _draw(self, curve: Path) -> None:
        lay_clipped(curve, self._points(self.held), self.plot.inner)

    def ghost(self) -> Path:
        """Return a faint copy of the parabola where it is now; it stays."""
        ghost = Path(self.theme, "cost", 0.03, name=f"former cost by {self.name}")
        ghost.set_color(self.theme.faint("cost", 0.45))
        return lay_clipped(ghost, self._points(self.held), self.plot.inner)

    def _slope(self) -> float:
        return float(self.story.slopes(*self.guess.place)[self.which])

    def _lean(self, line: Path) -> None:
        inner = self.plot.inner
        across = inner.width / (self._ends[1] - self._ends[0])
        up = inner.height / self.slice.top
        way = np.array([across, up * self._slope(), 0.0])
        half = 0.22 * min(inner.height, inner.width) * way / np.linalg.norm(way)
        lay_clipped(line, np.array([self.place() - half, self.place() + half]), inner)

    def _mark(self, line: Dashes) -> None:
        value, cost = self.slice.bottom(self.held), self.slice.floor(self.held)
        seen = self.plot.shows(value, cost)
        top = self.plot.at(value, cost) if seen else self.plot.inner.center
        line.between(np.array([top[0], self.plot.inner.bottom, 0]), top)
        line.set_stroke(opacity=float(seen))

    # -- a step's arrows -------------------------------------------------------------------------

    def _arrow_from(self, number: int, to: float) -> tuple[Point3D, Point3D]:
        """Return the ends, within the plot, of a level arrow from an epoch's dot to a value."""
        start, cost = float(self.story.places[number, self.which]), float(self.story.costs[number])
        ends = np.clip([start, to], *self._ends)
        return self.plot.at(ends[0], cost), self.plot.at(ends[1], cost)

    def uphill_arrow(self, number: int) -> Arrow:
        """Return the slope as an arrow, uphill; both parabolas' arrows are to one scale."""
        slopes = self.story.trajectory.gradients[number]
        largest = float(np.abs(slopes).max()) or 1.0
        start, _ = self._arrow_from(number, 0.0)
        room = self.plot.inner.right - start[0] if slopes[self.which] > 0 else start[0] - self.plot.inner.left
        reach = max(min(0.9 * room, 0.25 * self.plot.inner.width), 0.0)
        end = start + reach * float(slopes[self.which]) / largest * RIGHT
        return Arrow(self.theme, "gradient", ARROW, name="slope arrow").between(start, end)

    def tread_arrow(self, number: int) -> Arrow:
        """Return the step as it is, level, from one epoch's dot to above the next one's."""
        ends = self._arrow_from(number, float(self.story.places[number + 1, self.which]))
        return Arrow(self.theme, "step", ARROW, name=f"step of {self.name}").between(*ends)

    def tread_label(self, number: int) -> Words | VGroup:
        """Return the size of an epoch's tread, above or below it, or nothing if there is no room."""
        start, end = self._arrow_from(number, float(self.story.places[number + 1, self.which]))
        label = self._label("tread ", self.story.epoch(number).moves[self.which])
        ahead, gap, inner = end[0] >= start[0], 0.6 * self.em, self.plot.inner
        for base in (start[1] + 0.5 * self.em, start[1] - 1.2 * self.em):
            for side in (ahead, not ahead):
                left = start[0] + gap if side else start[0] - gap - label.width
                left = float(np.clip(left, inner.left + 0.2 * self.em, inner.right - label.width))
                if self._is_free(label.stand_at(left, base), number):
                    return label
        return VGroup()

    def _is_free(self, label: VMobject, number: int) -> bool:
        """Tell whether a label keeps clear of the parabolas before and after an epoch."""
        pad = 0.15 * self.em * np.array([1.0, 1.0, 0.0])
        low, high = label.get_corner(DL) - pad, label.get_corner(UR) + pad
        box = Zone(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        held = (float(self.story.places[k, 1 - self.which]) for k in (number, number + 1))
        lines = [self._points(value) for value in held]
        ends = [self.plot.at(*self._place_of(k)) for k in (number, number + 1)]
        edge = np.array([ends[1][0], ends[0][1], 0.0])
        return not any(len(clip(line, box)) for line in [*lines, np.array([ends[0], edge, ends[1]])])

    def _place_of(self, number: int) -> tuple[float, float]:
        return float(self.story.places[number, self.which]), float(self.story.costs[number])

    def riser_label(self, number: int) -> VGroup:
        """Return the size of an epoch's riser beside it, or nothing where there is no room."""
        riser = self.story.epoch(number).riser
        start, end = self._arrow_from(number, float(self.story.places[number + 1, self.which]))
        foot = self.plot.at(0, min(float(self.story.costs[number + 1]), self.slice.top))[1]
        rows = VGroup(name="riser")
        if riser is None or abs(start[1] - foot) < 3.2 * self.em:
            return rows
        ahead = end[0] >= start[0]
        for row, part in enumerate(("riser", riser)):
            word = self._label(part)
            left = end[0] + 0.5 * self.em if ahead else end[0] - 0.5 * self.em - word.width
            rows.add(word.stand_at(left, (start[1] + foot) / 2 + (0.3 - 1.15 * row) * self.em))
        return rows if self.plot.inner.holds(rows) and self._is_free(rows, number) else VGroup()

    def _label(self, *parts: Part) -> Words:
        return Words(
            *parts, theme=self.theme, size=self.em, role="step", bold=True, name="stair label"
        )
