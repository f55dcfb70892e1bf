"""The long way of the cost to its best: first as the article shows it, then enlarged."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, ValueTracker, VGroup, VMobject

from gdmath.experiments.staircase import Staircase
from scenes.stage.claims import Quantity, Ruler, Space, claim, stay_in
from scenes.stage.clip import crosses, lay_clipped
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, bullseye, cased, dot, follow
from scenes.stage.plot import nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words

__all__ = ["LongView"]


class LongView(Space):
    """The MSE by epoch, over all of the stage.

    Attributes:
        zoom: 0 shows the run as it was made, 1 what is left of its cost and what comes later.
        still: axes and heading.
        curve, dot, level: follow the zoom and the moment.
    """

    def __init__(
        self, story: Staircase, moment: Quantity, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.moment, self.theme, self.em = story, moment, theme, layout.small
        self.zone, self.zoom = zone, ValueTracker(0.0)
        self.inner = Zone(
            zone.left + 3.6 * self.em,
            zone.bottom + 1.45 * self.em,
            zone.right - 0.6 * self.em,
            zone.top - 1.7 * self.em,
        )
        self.frame = Path(theme, "quiet", 0.02, name="axes").through(
            self.inner.at(0, 1), self.inner.at(0, 0), self.inner.at(1, 0)
        )
        heading = Words(
            ("MSE", "cost"), " by epoch", theme=theme, size=self.em, role="quiet", name="heading"
        ).stand_at(zone.left, zone.top - 0.85 * self.em)
        self.still = stay_in(VGroup(self.frame, heading), zone)
        self.curve = follow(Path(theme, "cost", 0.055, name="MSE by epoch"), self._draw)
        self.dot = follow(dot(theme, "here", 0.36 * self.em, name="dot by epoch"), self._put)
        claim(self.dot, self, of="moment", x=lambda: self._told()[0], y=lambda: self._told()[1])
        level = Dashes(theme, "target", 0.035, dash=0.07, name="best")
        self.level = follow(cased(level, theme, 0.02), self._floor)
        claim(self.level, self, of="best", y=story.best_cost)
        for mark in (self.curve, self.dot, self.level):
            stay_in(mark, zone)

    # -- where things are ----------------------------------------------------------------------

    def _spans(self, zoom: float) -> tuple[float, float]:
        """Return the last epoch and the largest cost that are shown at this zoom."""
        (x0, y0), (x1, y1) = self.story.long.views
        return x0 ** (1 - zoom) * x1**zoom, y0 ** (1 - zoom) * y1**zoom

    @property
    def rulers(self) -> tuple[Ruler, Ruler]:  # type: ignore[override]
        """The ends of the axes, with what they stand for at the present zoom."""
        across, up = self._spans(float(self.zoom.get_value()))
        points = self.frame.points
        return (
            Ruler(0, [(lambda: points[4], 0.0), (lambda: points[-1], across)]),
            Ruler(1, [(lambda: points[4], 0.0), (lambda: points[0], up)]),
        )

    def _places(
        self, epochs: np.ndarray, costs: np.ndarray, zoom: float | None = None
    ) -> np.ndarray:
        across, up = self._spans(float(self.zoom.get_value()) if zoom is None else zoom)
        places = np.zeros((len(epochs), 3))
        places[:, 0] = self.inner.left + self.inner.width * epochs / across
        places[:, 1] = self.inner.bottom + self.inner.height * costs / up
        return places

    def _now(self) -> tuple[float, float]:
        return self.moment(), self.story.cost(*self.story.at(self.moment()))

    def _shows(self) -> bool:
        ends = self._spans(float(self.zoom.get_value()))
        return all(v <= (1 + 1e-9) * end for v, end in zip(self._now(), ends, strict=True))

    def _told(self) -> tuple[float, float]:
        return self._now() if self._shows() else (np.nan, np.nan)

    def _place(self) -> np.ndarray:
        epoch, cost = self._now()
        place: np.ndarray = self._places(np.array([epoch]), np.array([cost]))[0]
        return place

    def _draw(self, curve: Path) -> None:
        long = self.story.long
        passed = long.epochs < self.moment()
        places = self._places(long.epochs[passed], long.costs[passed])
        lay_clipped(curve, np.concatenate([places, self._place()[None]]), self.inner)

    def _put(self, mark: VMobject) -> None:
        shown = self._shows()
        mark.move_to(self._place() if shown else self.inner.center).set_opacity(float(shown))
        mark.set_stroke(opacity=float(shown), background=True)

    def _floor(self, line: Dashes) -> None:
        y = self._places(np.zeros(1), np.array([self.story.best_cost]))[0, 1]
        line.between(np.array([self.inner.left, y, 0]), np.array([self.inner.right, y, 0]))

    # -- words -----------------------------------------------------------------------------------

    def ticks(self, zoom: int) -> VGroup:
        """Return ticks and their numbers before (0) or after (1) the zoom."""
        across, up = self._spans(zoom)
        group, tick = VGroup(name="ticks"), 0.22 * self.em
        for epoch in nice_ticks(0.0, across, 5):
            foot = self.inner.at(epoch / across, 0)
            label = self._words(self.story.whole(epoch))
            label.stand_at(foot[0], self.inner.bottom - 1.2 * self.em, "center")
            if float(epoch).is_integer() and label.get_right()[0] <= self.zone.right:
                group.add(self._stroke(foot, foot - tick * np.array([0, 1.0, 0])))
                group.add(claim(label, self, x=epoch))
        for cost in nice_ticks(0.0, up, 4):
            foot = self.inner.at(0, cost / up)
            label = self._words(self.story.tick(cost, up))
            label.move_to(foot).align_to(foot + 0.45 * self.em * LEFT, RIGHT)
            group.add(self._stroke(foot, foot + tick * LEFT), label)
            claim(label, self, y=cost)
        return stay_in(group, self.zone)

    def _stroke(self, start: np.ndarray, end: np.ndarray) -> Path:
        return Path(self.theme, "quiet", 0.02, name="tick").through(start, end)

    def _words(self, *parts: Part, role: Role = "quiet", bold: bool = False) -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=bold, name="label")

    def _level_y(self) -> float:
        """Return where the level is after the zoom."""
        share = self.story.best_cost / self._spans(1)[1]
        return self.inner.bottom + self.inner.height * share

    def level_label(self) -> VGroup:
        """Return what the level is, below its right end, or nothing if there is no room."""
        if self._level_y() < self.inner.bottom + 1.8 * self.em:
            return VGroup()
        label = self._words("best ", self.story.best_mse, role="target", bold=True)
        label.stand_at(self.inner.right, self._level_y() - 1.4 * self.em, "right")
        return VGroup(stay_in(label, self.zone))

    def verdict(self) -> VGroup:
        """Return the target where the run is near the best, and when; or when it diverged."""
        story, long = self.story, self.story.long
        if story.diverged is not None:
            note = self._words("diverged at epoch ", story.diverged, role="gradient", bold=True)
            note.stand_at(self.inner.left + 0.6 * self.em, self.inner.top - 1.2 * self.em)
            return stay_in(VGroup(note), self.zone)
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
        x = float(np.clip(x, self.inner.left + 0.2 * self.em, self.inner.right - label.width))
        free = any(self._is_free(label.stand_at(x, base)) for base in self._rows(place[1]))
        return stay_in(VGroup(mark, *([label] if free else [])), self.zone)

    def _rows(self, y: float) -> np.ndarray:
        """Return where a label's baseline may be: above a place, or else below it."""
        above = np.arange(y + 0.9 * self.em, self.inner.top - 0.8 * self.em, 0.2 * self.em)
        below = np.arange(y - 1.5 * self.em, self.inner.bottom + 0.4 * self.em, -0.2 * self.em)
        return np.concatenate([above, below])

    def _is_free(self, label: Words) -> bool:
        """Tell whether a label keeps clear of the curve after the zoom, the level and its name."""
        ends = np.full((2, 3), self._level_y())
        ends[:, 0] = self.inner.left, self.inner.right
        names = [name.get_all_points() for name in self.level_label()]
        curve = self._places(self.story.long.epochs, self.story.long.costs, 1.0)
        return not crosses(label, curve, ends, *names)
