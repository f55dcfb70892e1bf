"""The two parabolas of the staircase film: the cost by a while b is held, and by b while a is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.reading import Reading, decimals_for
from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import Guess
from scenes.stage.claims import claim, stay_in, tells
from scenes.stage.clip import lay_clipped
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, dot, follow
from scenes.stage.plot import Axis, Curve, Plot, nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Number, Words

__all__ = ["SliceView"]


class SliceView:
    """One parabola: ``which`` is 0 for a, 1 for b.

    Attributes:
        plot, names, heading: the axes and what they show.
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
        self.names = self._name()
        self.heading = self._heading()
        self.seen = ValueTracker(self.far_end)
        self._build()

    def _build(self) -> None:
        theme, name = self.theme, self.name
        self.curve = follow(Curve(theme, "cost", 0.05, name=f"cost by {name}"), self._draw)
        claim(
            self.curve, self.plot, of="MSE", x=lambda: self._samples(self.held)[0],
            y=lambda: self._samples(self.held)[1],
        )  # fmt: skip
        self.dot = follow(dot(theme, "here", 0.3 * self.em, name=f"dot by {name}"), self._put)
        claim(self.dot, self.plot, of=name, x=lambda: self._shown()[0], y=lambda: self._shown()[1])
        self.drop = follow(Dashes(theme, "here", 0.02, dash=0.05, name="drop line"), self._drop)
        self.tangent = follow(Path(theme, "gradient", 0.055, name="tangent"), self._lean)
        self.bottom = follow(Dashes(theme, "target", 0.035, dash=0.06, name="bottom"), self._mark)
        for mark in (self.curve, self.dot, self.drop, self.tangent, self.bottom):
            stay_in(mark, self.zone)

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
    def far_end(self) -> float:
        """The end of the axis beyond the bottom, seen from the start."""
        return self.slice.window[1] if self.slice.ahead else self.slice.window[0]

    @property
    def corner(self) -> Zone:
        """The upper corner of the plot on the far side of the start."""
        left, right = (0.5, 1.0) if self.slice.ahead else (0.0, 0.5)
        part = self.plot.inner.part(left, 0.56, right, 1.0)
        return Zone(part.left + 0.05, part.bottom, part.right, part.top)

    # -- axes --------------------------------------------------------------------------------

    def _plot(self) -> Plot:
        story, em, zone, top = self.story, self.em, self.zone, self.slice.top
        low, high = self.slice.window
        inner = Zone(zone.left, zone.bottom, zone.right - 0.45 * em, zone.top - 1.7 * em)
        x = Axis(low, high, nice_ticks(low, high, 4), lambda v: story.tick(v, high - low))
        y = Axis(0.0, top, nice_ticks(0.0, top, 4), lambda v: story.tick(v, top))
        plot = Plot(inner, x, y, theme=self.theme, size=em, name=f"cost plot of {self.name}")
        return stay_in(plot, zone)

    def _name(self) -> VGroup:
        """Name the axis; numbers that come too near to the name are left out."""
        inner = self.plot.inner
        name = Words(
            Math(self.name), theme=self.theme, size=1.2 * self.em, role="here", name="axis name"
        )
        name.stand_at(inner.right + 0.3 * self.em, inner.bottom - 1.2 * self.em, "right")
        self.plot.make_room(name)
        return stay_in(VGroup(name), self.zone)

    def _heading(self) -> VGroup:
        """Return what the plot shows and at which value the other parameter is held."""
        other = 1 - self.which
        base, em = self.zone.top - 0.85 * self.em, self.em
        parts = (("MSE", "cost"), " at ", Math(f"here({'ab'[other]})"))
        words = Words(*parts, theme=self.theme, size=em, role="quiet", name="heading")  # type: ignore[arg-type]
        words.stand_at(self.zone.left, base)
        left = float(words.get_right()[0]) + 0.3 * em
        decimals = self._decimals(self.zone.right - left)

        def read() -> Reading:
            reading = self.story.parameter_now(other, self.guess.moment())
            return replace(reading, format=replace(reading.format, decimals=decimals))

        number = self._number(read()).stand_at(left, base)
        follow(number, lambda n: n.say(read()))
        return stay_in(VGroup(words, tells(number, self.guess.moment)), self.zone)

    def _number(self, reading: Reading) -> Number:
        name = f"{'ab'[1 - self.which]} held"
        return Number(
            reading, theme=self.theme, size=self.em, role="here", bold=True, name=name, equated=True
        )

    def _decimals(self, room: float) -> int:
        """Return with how many decimals the other parameter has room in the heading.

        All of them, if not even three digits of its way have room.
        """
        other = 1 - self.which
        form = self.story.parameter_now(other, 0.0).format
        low, high = self.story.slices[other].window
        for decimals in range(form.decimals, decimals_for(high - low, 2), -1):
            readings = (replace(form, decimals=decimals).of("", end) for end in (low, high))
            if all(self._number(r).advance * self.em <= room for r in readings):
                return decimals
        return form.decimals

    @property
    def still(self) -> VGroup:
        """What stands still, and the number in the heading."""
        return VGroup(self.plot, self.names, self.heading)

    # -- what follows the guess ------------------------------------------------------------------

    def _now(self) -> tuple[float, float]:
        return self.value, self.story.cost(*self.guess.place)

    def shows(self) -> bool:
        """Tell whether the dot is within the plot."""
        return self.plot.shows(*self._now())

    def _shown(self) -> tuple[float, float]:
        return self._now() if self.shows() else (np.nan, np.nan)

    def place(self) -> Point3D:
        """Return where the dot belongs, or the middle of the plot if it is beyond it."""
        return self.plot.at(*self._now()) if self.shows() else self.plot.inner.center

    def _put(self, mark: VMobject) -> None:
        mark.move_to(self.place()).set_opacity(float(self.shows()))
        mark.set_stroke(opacity=float(self.shows()), background=True)

    def _drop(self, line: Dashes) -> None:
        top = self.place()
        line.between(np.array([top[0], self.plot.inner.bottom, 0]), top)
        line.set_stroke(opacity=float(self.shows()))

    def _samples(self, held: float) -> tuple[np.ndarray, np.ndarray]:
        """Return values and costs of the parabola as far as it is seen, none if it is not."""
        curve = self.slice.curve(held)
        if curve is None:
            return np.full(1, np.nan), np.full(1, np.nan)
        values, costs = curve
        seen = float(self.seen.get_value())
        kept = values <= seen if self.slice.ahead else values >= seen
        return (values[kept], costs[kept]) if kept.sum() > 1 else (values[:0], costs[:0])

    def samples(self, held: float) -> np.ndarray:
        """Return places (n, 3) of the parabola for a value of the other parameter."""
        values, costs = self._samples(held)
        shown = len(values) > 1
        return self.plot.places(values, costs) if shown else np.full((2, 3), self.plot.inner.center)

    def _draw(self, curve: Path) -> None:
        points = self.samples(self.held)
        curve.through(*points).set_stroke(opacity=float(np.ptp(points) > 0))

    def ghost(self) -> Path:
        """Return a faint copy of the parabola where it is now; it stays."""
        ghost = Path(self.theme, "cost", 0.035, name=f"former cost by {self.name}")
        ghost.set_color(self.theme.faint("cost", 0.65))
        return stay_in(lay_clipped(ghost, self.samples(self.held), self.plot.inner), self.zone)

    def _lean(self, line: Path) -> None:
        inner, window = self.plot.inner, self.slice.window
        across = inner.width / (window[1] - window[0])
        up = inner.height / self.slice.top
        slope = float(self.story.slopes(*self.guess.place)[self.which])
        way = np.array([across, up * slope, 0.0])
        half = 0.22 * min(inner.height, inner.width) * way / np.linalg.norm(way)
        lay_clipped(line, np.array([self.place() - half, self.place() + half]), inner)

    def _mark(self, line: Dashes) -> None:
        value, cost = self.slice.bottom(self.held), self.slice.floor(self.held)
        seen = self.plot.shows(value, cost)
        top = self.plot.at(value, cost) if seen else self.plot.inner.center
        line.between(np.array([top[0], self.plot.inner.bottom, 0]), top)
        line.set_stroke(opacity=float(seen))
