"""The staircase film's points and the line that is fitted to them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import LEFT, RIGHT, Dot, ValueTracker, VGroup, VMobject

from gdmath.experiments.staircase import Staircase
from scenes.stage.clip import clip, lay, lay_clipped
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, follow, px
from scenes.stage.plot import Axis, Plot, nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Words

__all__ = ["DataView", "Guess"]

FEW = 6  # points that are named one by one
ROOM = 1.1  # free space at the right for squares, in spreads of x


class Guess:
    """The line that stands for the moment, y = a x + b: all pictures follow these two trackers."""

    def __init__(self, story: Staircase) -> None:
        start = story.places[0]
        self.a, self.b = (ValueTracker(float(value)) for value in start)

    @property
    def place(self) -> tuple[float, float]:
        """The values of a and b."""
        return float(self.a.get_value()), float(self.b.get_value())

    def tracker(self, which: int) -> ValueTracker:
        """Return the tracker of a (0) or b (1)."""
        return (self.a, self.b)[which]

    def put(self, place: Iterable[float]) -> None:
        """Move both at once."""
        for tracker, value in zip((self.a, self.b), place, strict=True):
            tracker.set_value(value)


class DataView:
    """Points, line, errors and their squares in one zone.

    ``largest`` bounds a square's side; the picture takes in the first guess only if ``guessed``.

    Attributes
    ----------
        still: axes and points.
        line, segments, squares: follow the guess.
    """

    def __init__(
        self,
        story: Staircase,
        guess: Guess,
        zone: Zone,
        layout: Layout,
        theme: Theme,
        *,
        room: float = ROOM,
        largest: float = np.inf,
        ticks: bool = True,
        guessed: bool = True,
    ) -> None:
        self.story, self.guess, self.theme, self.em = story, guess, theme, layout.small
        self.zone, self.ticks = zone, ticks
        (low, high), (bottom, top) = story.window if guessed else story.points_window
        self.x = (low, high + room * float(np.ptp(story.points.x)))
        self.y = (bottom, top)
        self.plot = self._plot()
        if guessed:
            self._make_room(min(largest, zone.height))
        self.points = self._dots()
        self.still = VGroup(self.plot, self.points)
        self.line = follow(Path(theme, "here", 0.055, name="line"), self._draw_line)
        many = len(story.points.x) > FEW
        thin = 0.02 if many else 0.05
        self.segments = follow(Path(theme, "gradient", thin, name="errors"), self._draw_segments)
        self.squares = VMobject(
            fill_color=theme.mark("cost"),
            fill_opacity=0.28,
            stroke_color=theme.mark("cost"),
            stroke_width=0.0 if many else px(0.025),
            name="squared errors",
        )
        follow(self.squares, self._draw_squares)

    # -- the axes ----------------------------------------------------------------------------

    def _plot(self) -> Plot:
        story = self.story
        head = 1.5 * self.em if self.ticks else 0.0
        inner = Zone(self.zone.left, self.zone.bottom, self.zone.right, self.zone.top - head)
        x, y = (self._axis(*ends) for ends in (self.x, self.y))
        plot = Plot(inner, x, y, theme=self.theme, size=self.em, name="data")
        if self.ticks:
            across, up = (self._name(name) for name in story.names)
            plot.add(up.stand_at(plot.inner.left - 0.2 * self.em, self.zone.top - 0.8 * self.em))
            across.stand_at(0, self.zone.bottom + 0.25 * self.em)
            across.shift((plot.inner.right - across.get_right()[0]) * RIGHT)
            clear = across.get_left()[0] - 0.4 * self.em
            for label in [*plot.labels]:
                if label.get_right()[0] > clear and label.get_top()[1] < plot.inner.bottom:
                    plot.labels.remove(label)
            plot.add(across)
        return plot

    def _axis(self, low: float, high: float) -> Axis:
        if not self.ticks:
            return Axis(low, high)
        span = high - low
        ticks = [tick for tick in nice_ticks(low, high, 6) if tick > low + 0.02 * span]
        return Axis(low, high, ticks, lambda value: self.story.tick(value, span))

    def _name(self, name: str) -> Words:
        return Words(name, theme=self.theme, size=self.em, role="quiet", name="axis name")

    def _make_room(self, largest: float) -> None:
        """Take in more of y until each square of the first guess finds its place."""
        feet = self._feet(*self.guess.place)
        lengths = np.abs(feet[:, 1, 1] - feet[:, 0, 1])
        inner = self.plot.inner
        free = np.maximum(inner.right - feet[:, 0, 0], feet[:, 0, 0] - inner.left)
        excess = float((lengths / np.minimum(free, largest)).max())
        if excess > 1:
            bottom, top = self.y
            self.y = (bottom, bottom + excess * (top - bottom))
            self.plot = self._plot()

    # -- what is drawn -------------------------------------------------------------------------

    def at(self, x: float, y: float) -> np.ndarray:
        """Return where a point belongs."""
        return self.plot.at(x, y)

    def _dots(self) -> VGroup:
        x, y = self.story.points.x, self.story.points.y
        radius = (0.3 if len(x) <= FEW else 0.2 if len(x) <= 60 else 0.12) * self.em
        radius *= 1.0 if self.ticks else 0.7
        dots = VGroup(name="points")
        stamp = Dot(radius=radius).points
        if len(x) <= FEW:
            groups = [[place] for place in self.plot.places(x, y)]
        else:
            groups = [list(self.plot.places(x, y))]
        for places in groups:
            mark = VMobject(fill_color=self.theme.mark("text"), fill_opacity=1, stroke_width=0)
            mark.points = np.concatenate([stamp + place for place in places])
            dots.add(mark)
        return dots

    def _feet(self, a: float, b: float) -> np.ndarray:
        """Return the ends of the errors, (m, 2, 3): the points, and below or above them the line."""
        points = self.story.points
        ends = (points.y, points.y - self.story.errors(a, b))
        return np.stack([self.plot.places(points.x, y) for y in ends], axis=1)

    def ends(self, a: float, b: float) -> np.ndarray:
        """Return the line from one edge of the plot to the other, (2, 3)."""
        xs = np.array(self.x)
        return self.plot.places(xs, a * xs + b)

    def _draw_line(self, line: Path) -> None:
        lay_clipped(line, self.ends(*self.guess.place), self.plot.inner)

    def _draw_segments(self, lines: Path) -> None:
        lay(lines, self._clamped(self._feet(*self.guess.place)))

    def _clamped(self, places: np.ndarray) -> np.ndarray:
        places[..., 1] = np.clip(places[..., 1], self.plot.inner.bottom, self.plot.inner.top)
        return places

    def corners(self) -> np.ndarray:
        """Return the corners of the squares on the errors, (m, 4, 3), as far as the plot goes."""
        feet = self._clamped(self._feet(*self.guess.place))
        sides = np.abs(feet[:, 1, 1] - feet[:, 0, 1])
        left = feet[:, 0, 0] + sides > self.plot.inner.right + 1e-9
        across = np.where(left, -sides, sides)[:, None] * RIGHT
        return np.stack([feet[:, 0], feet[:, 1], feet[:, 1] + across, feet[:, 0] + across], axis=1)

    def _draw_squares(self, squares: VMobject) -> None:
        corners = self.corners()
        lay(squares, np.stack([corners, np.roll(corners, -1, axis=1)], axis=2).reshape(-1, 2, 3))

    @property
    def unit(self) -> float:
        """Manim units that stand for one unit of y."""
        return self.plot.inner.height / (self.y[1] - self.y[0])

    @property
    def everything(self) -> VGroup:
        """All of it, for moving it elsewhere."""
        return VGroup(self.plot, self.squares, self.segments, self.line, self.points)

    def tries(self) -> VGroup:
        """Return lines through pairs of points: no third one need lie on them."""
        x, y = self.story.points.x, self.story.points.y
        order = np.argsort(x, kind="stable")
        first, middle, last = order[0], order[len(order) // 2], order[-1]
        tries = VGroup(name="tries")
        for i, k in ((first, middle), (middle, last), (first, last)):
            if x[i] != x[k]:
                slope = float((y[k] - y[i]) / (x[k] - x[i]))
                tries.add(self.dashed(slope, float(y[i] - slope * x[i]), "quiet", "try"))
        return tries

    def dashed(self, a: float, b: float, role: Role, name: str) -> Dashes:
        """Return the line y = a x + b, dashed, as far as the plot goes."""
        return self._dash(Dashes(self.theme, role, 0.03, dash=0.08, name=name), a, b)

    def _dash(self, line: Dashes, a: float, b: float) -> Dashes:
        pieces = clip(self.ends(a, b), self.plot.inner)
        line.set_stroke(opacity=float(len(pieces) > 0))
        return line.between(*(pieces[0] if len(pieces) else [self.plot.inner.center] * 2))

    def best_tilt(self) -> Dashes:
        """Return the best line among those with the guess's intercept; it follows the guess."""
        slope = self.story.slices[0].bottom
        line = Dashes(self.theme, "target", 0.03, dash=0.08, name="best slope for this b")
        return follow(line, lambda m: self._dash(m, slope(self.guess.place[1]), self.guess.place[1]))

    def ghost(self, role: Role = "here") -> Path:
        """Return a thin faint copy of the line where it is now."""
        ghost = Path(self.theme, role, 0.03, name="line before").set_color(
            self.theme.faint(role, 0.5)
        )
        return lay_clipped(ghost, self.ends(*self.guess.place), self.plot.inner)

    def names(self) -> VGroup:
        """Return e₁, e₂, … beside the errors, where the points are few."""
        names = VGroup(name="names of errors")
        feet = self._feet(*self.guess.place)
        if len(feet) <= FEW:
            for number, ends in enumerate(feet, start=1):
                label = Words(
                    Math(f"e_{number}"),
                    theme=self.theme,
                    size=self.em,
                    role="gradient",
                    name=f"e{number}",
                )
                middle = self._clamped(ends[None])[0].mean(axis=0)
                names.add(label.next_to(middle, LEFT, buff=0.3 * self.em))
        return names
