"""The article's four plots, line, a, b and MSE by epoch, and the long way of the MSE to its best."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import LEFT, RIGHT, UP, Dot, ValueTracker, VGroup, VMobject

from gdmath.experiments.reading import Reading
from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import DataView, Guess
from scenes.stage.clip import lay_clipped
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, bullseye, dot, follow
from scenes.stage.plot import Axis, Growing, Plot, nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Number, Part, Words

__all__ = ["FourPlots", "LongView"]

BEADS = 40  # epochs that get a dot each


class FourPlots:
    """Four small plots that grow with the stairs, up to ``moment`` in epochs.

    Attributes
    ----------
        still: axes and headings.
        moving: the curves, their numbers, the small picture of the line.
    """

    def __init__(
        self, story: Staircase, guess: Guess, moment: ValueTracker, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.guess, self.moment = story, guess, moment
        self.theme, self.em = theme, layout.small
        self.still, self.moving = VGroup(name="four plots"), VGroup(name="four curves")
        zones = self._zones(layout)
        # One row of heading where the number fits beside the name, two where it does not.
        self.rows = 1 if zones[0].width > 8.5 * self.em else 2
        self._line(zones[0], layout)
        for which in (0, 1):
            name, values = "ab"[which], story.places[:, which]
            read = self._reader(which)
            self._by_epoch(zones[1 + which], name, values, "here", read)
        self._by_epoch(zones[3], "MSE", story.costs, "cost", self._read_cost)

    @staticmethod
    def _zones(layout: Layout) -> tuple[Zone, ...]:
        gap = 1.3 * layout.small
        if layout.side_by_side:
            return layout.rail.columns((1, 1, 1, 1), gap)
        rows = layout.rail.rows((1, 1), gap)
        return tuple(zone for row in rows for zone in row.columns((1, 1), gap))

    def _reader(self, which: int) -> Callable[[], Reading]:
        return lambda: self.story.parameter(which, self.guess.place[which])

    def _read_cost(self) -> Reading:
        return self.story.mse(self.story.cost(*self.guess.place))

    def _head(self, zone: Zone, name: str, role: Role) -> Words:
        title = Words(
            name, theme=self.theme, size=self.em, role=role, bold=True, italic=len(name) == 1,
            name="heading",
        )  # fmt: skip
        self.still.add(title.stand_at(zone.left, zone.top - 0.8 * self.em))
        return title

    def _inner(self, zone: Zone) -> Zone:
        room = (0.5 + 1.2 * self.rows) * self.em
        return Zone(zone.left, zone.bottom, zone.right, zone.top - room)

    def _line(self, zone: Zone, layout: Layout) -> None:
        self._head(zone, "line", "here")
        inner = self._inner(zone)
        inner = Zone(inner.left, inner.bottom + 1.35 * self.em, inner.right, inner.top)
        view = DataView(self.story, self.guess, inner, layout, self.theme, room=0.3, ticks=False)
        self.still.add(view.still)
        self.moving.add(view.segments, view.line)

    def _by_epoch(
        self, zone: Zone, name: str, values: np.ndarray, role: Role, read: Callable[[], Reading]
    ) -> None:
        story, em = self.story, self.em
        title = self._head(zone, name, role)
        low, high = float(values.min()), float(values.max())
        air = 0.1 * (high - low) or 0.1 * abs(high) or 1.0
        low = 0.0 if role == "cost" else low - air
        x = Axis(0, story.epochs, [0, story.epochs], story.whole)
        plot = Plot(self._inner(zone), x, Axis(low, high + air), theme=self.theme, size=em, name=name)
        word = Words("epoch", theme=self.theme, size=em, role="quiet", name="axis name")
        word.move_to(plot.labels).align_to(plot.labels[0], UP)
        word.stand_at(plot.inner.center[0] - word.width / 2, plot.labels[0].baseline[1])
        if word.get_right()[0] + 0.2 * em < plot.labels[-1].get_left()[0]:
            plot.add(word)
        self.still.add(plot)
        number = Number(
            read(), theme=self.theme, size=em, role=role, bold=True, name=f"{name} now"
        )
        if self.rows == 1:
            number.stand_at(title.get_right()[0] + 0.6 * em, zone.top - 0.8 * em)
        else:
            number.stand_at(zone.left, zone.top - 2.0 * em)
        self.moving.add(follow(number, lambda n: n.say(read())))
        places = plot.places(np.arange(len(values)), values)
        curve = Growing(np.arange(len(values)), places, self.theme, role, f"{name} by epoch")
        self.moving.add(follow(curve, lambda c: c.until(self.moment.get_value())))
        if len(values) <= BEADS:
            self.moving.add(self._beads(places, role))
        end = dot(self.theme, role, 0.24 * em, name=f"end of {name} by epoch")
        self.moving.add(follow(end, lambda d: d.move_to(curve.end(self.moment.get_value()))))

    def _beads(self, places: np.ndarray, role: Role) -> VMobject:
        beads = VMobject(fill_color=self.theme.mark(role), fill_opacity=1, stroke_width=0, name="beads")
        stamp = Dot(radius=0.15 * self.em).points

        def string(mark: VMobject) -> None:
            passed = places[: int(self.moment.get_value() + 1e-9) + 1]
            mark.points = np.concatenate([stamp + place for place in passed])

        return follow(beads, string)


class LongView:
    """The MSE by epoch in the stage, first all of it, then enlarged to see that it still falls.

    Attributes
    ----------
        zoom: 0 shows the run as the article does, 1 what is left of it and what comes later.
        frame, heading: what stands still; ``ticks(0)`` and ``ticks(1)`` are the numbers before and
            after the zoom.
        curve, dot, level: follow the zoom and the moment.
    """

    def __init__(
        self, story: Staircase, moment: ValueTracker, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.moment, self.theme, self.em = story, moment, theme, layout.small
        self.zone, self.zoom = zone, ValueTracker(0.0)
        self.inner = Zone(
            zone.left + 3.2 * self.em,
            zone.bottom + 1.45 * self.em,
            zone.right - 0.6 * self.em,
            zone.top - 1.7 * self.em,
        )
        self.frame = Path(theme, "quiet", 0.02, name="axes").through(
            self.inner.at(0, 1), self.inner.at(0, 0), self.inner.at(1, 0)
        )
        self.heading = Words(
            ("MSE", "cost"), " by epoch", theme=theme, size=self.em, role="quiet", name="heading"
        ).stand_at(zone.left, zone.top - 0.85 * self.em)
        self.curve = follow(Path(theme, "cost", 0.055, name="MSE by epoch"), self._draw)
        self.dot = follow(dot(theme, "here", 0.36 * self.em, name="dot by epoch"), self._put)
        self.level = follow(Dashes(theme, "target", 0.035, dash=0.07, name="best"), self._floor)

    # -- where things are ----------------------------------------------------------------------

    def _spans(self, zoom: float) -> tuple[float, float]:
        """Return the last epoch and the largest cost that are shown at this zoom."""
        (x0, y0), (x1, y1) = self.story.long.views
        return x0 ** (1 - zoom) * x1**zoom, y0 ** (1 - zoom) * y1**zoom

    def places(self, epochs: np.ndarray, costs: np.ndarray) -> np.ndarray:
        """Return where these epochs and costs belong at the present zoom."""
        across, up = self._spans(float(self.zoom.get_value()))
        places = np.zeros((len(epochs), 3))
        places[:, 0] = self.inner.left + self.inner.width * epochs / across
        places[:, 1] = self.inner.bottom + self.inner.height * costs / up
        return places

    def at(self, epoch: float, cost: float) -> np.ndarray:
        """Return where an epoch and a cost belong."""
        place: np.ndarray = self.places(np.array([epoch]), np.array([cost]))[0]
        return place

    def _now(self) -> np.ndarray:
        moment = float(self.moment.get_value())
        return self.at(moment, self.story.cost(*self.story.long.at(moment)))

    def _draw(self, curve: Path) -> None:
        long, moment = self.story.long, float(self.moment.get_value())
        passed = long.epochs <= moment
        places = self.places(long.epochs[passed], long.costs[passed])
        lay_clipped(curve, np.concatenate([places, self._now()[None]]), self.inner)

    def _put(self, mark: VMobject) -> None:
        place = self._now()
        inside = place[1] <= self.inner.top + 1e-6 and place[0] <= self.inner.right + 1e-6
        mark.set_opacity(float(inside)).move_to(place if inside else self.inner.center)

    def _floor(self, line: Dashes) -> None:
        y = self.at(0.0, self.story.best_cost)[1]
        line.between(np.array([self.inner.left, y, 0]), np.array([self.inner.right, y, 0]))

    # -- words -----------------------------------------------------------------------------------

    def ticks(self, zoom: int) -> VGroup:
        """Return ticks and their numbers before (0) or after (1) the zoom."""
        across, up = self._spans(zoom)
        group, tick = VGroup(name="ticks"), 0.22 * self.em
        for epoch in nice_ticks(0.0, across, 5):
            if not float(epoch).is_integer():
                continue
            foot = self.inner.at(epoch / across, 0)
            label = self._words(self.story.whole(epoch))
            label.stand_at(foot[0] - label.width / 2, self.zone.bottom + 0.25 * self.em)
            if label.get_right()[0] <= self.zone.right:
                group.add(self._stroke(foot, foot + tick * np.array([0, -1.0, 0])), label)
        for cost in nice_ticks(0.0, up, 4):
            foot = self.inner.at(0, cost / up)
            label = self._words(self.story.tick(cost, up))
            label.move_to(foot).align_to(foot + 0.45 * self.em * LEFT, RIGHT)
            group.add(self._stroke(foot, foot + tick * LEFT), label)
        return group

    def _stroke(self, start: np.ndarray, end: np.ndarray) -> Path:
        return Path(self.theme, "quiet", 0.02).through(start, end)

    def _words(self, *parts: Part, role: Role = "quiet", bold: bool = False) -> Words:
        return Words(
            *parts, theme=self.theme, size=self.em, role=role, bold=bold, name="label"
        )

    def _level_y(self) -> float:
        """Return where the level is after the zoom."""
        share = self.story.best_cost / self._spans(1)[1]
        return self.inner.bottom + self.inner.height * share

    @property
    def _below(self) -> bool:
        """Whether there is room for words between the level and the axis."""
        return self._level_y() > self.inner.bottom + 1.4 * self.em

    def level_label(self) -> Words:
        """Return what the level is, at its right end."""
        label = self._words("best ", self.story.best_mse, role="target", bold=True)
        base = self._level_y() + (-1.05 if self._below else 0.5) * self.em
        return label.stand_at(self.inner.right - label.width, base)

    def verdict(self) -> VGroup:
        """Return the target where the run is near the best, and when; or when it diverged."""
        story, long = self.story, self.story.long
        if story.diverged is not None:
            note = self._words("diverged at epoch ", story.diverged, role="gradient", bold=True)
            return VGroup(
                note.stand_at(self.inner.left + 0.6 * self.em, self.inner.top - 1.2 * self.em)
            )
        if long.reached_at is None:
            return VGroup()
        (across, up), reached = self._spans(1), long.reached_at
        place = self.inner.at(reached / across, min(long.goal / up, 1.0))
        mark = bullseye(self.theme, 0.4 * self.em).move_to(place)
        label = self._words(
            story.near, story.near_what, " at epoch ", story.whole(reached),
            role="target", bold=True,
        )  # fmt: skip
        x = place[0] + 0.6 * self.em if reached < 0.5 * across else place[0] - label.width / 2
        x = float(np.clip(x, self.inner.left, self.inner.right - label.width))
        base = place[1] + (0.9 if self._below else 1.9) * self.em
        return VGroup(mark, label.stand_at(x, min(base, self.inner.top - self.em)))
