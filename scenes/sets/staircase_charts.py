"""The staircase film's large charts, one after another: the line, a, b, the cost, the long way."""

from __future__ import annotations

import numpy as np
from manim import UP, Group, ValueTracker, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.graph import Graph
from scenes.kit.puppet import Puppet
from scenes.kit.room import Spots, spots_of
from scenes.sets.staircase import StairSets
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, dot, follow
from scenes.stage.theme import Role

__all__ = ["LongWay", "Steps", "Swing"]

DRAWN = 24  # epochs that are dots; of more there is a line


class Steps(Group):
    """A chart of the epochs: where a value is, and what each epoch adds, standing side by side."""

    def __init__(self, sets: StairSets, name: str, values: Array, pose: str) -> None:
        film = sets.film
        self.sets, self.name_, self.values = sets, name, values.tolist()
        ground = film.choose(-2.5, -1.75, -5.2)
        mouth = {"a": -3.5, "b": 3.5, "MSE": 0.5}.get(name, 0.0)
        self.plate = sets.yard(ground, film.choose(1, 0.45, 0.45) * mouth)
        zone = film.choose(
            Zone(-6.1, ground, 3.4, 3.0), Zone(-3.3, ground, 1.9, 3.1), Zone(-3.3, -1.5, 3.4, 5.8)
        )
        low, high = float(values.min()), float(values.max())
        air = 0.22 * (high - low) or 1.0
        floor = 0.0 if name == "MSE" else low - air
        steps = len(values) - 1
        self.chart = Graph(film, zone, (-0.03 * steps, 1.02 * steps), (floor, high + air))
        at, unit, facing = film.choose(
            ((5.3, ground), 0.0285, -1), ((3.0, ground), 0.0185, -1), ((-0.4, ground), 0.0175, 1)
        )
        self.man = sets.man(pose, at, unit, facing, light=(-0.8, 0.6))
        super().__init__(self.plate, self.chart, self.chart.base(), self.man)

    @property
    def room(self) -> Zone:
        """Where words have room: over the base, beside the man where he stands beside it."""
        right = self.sets.film.choose(4.1, 2.2, self.sets.film.layout.safe.right)
        safe = self.sets.film.layout.safe
        return Zone(safe.left, self.chart.zone.bottom + 0.12, right, safe.top)

    def rows(self, role: Role) -> list[VGroup]:
        """Return what each epoch adds: first a dot, then a step and a dot each."""
        few = len(self.values) <= DRAWN + 1
        rows = [self._dot(0, role)] if few else []
        thickness = min(0.3, 0.42 * self.chart.unit_x)
        link = "tread " + self.name_ if self.name_ in "ab" else "riser"
        for step in range(1, len(self.values)):
            before, after = self.values[step - 1 : step + 1]
            ends = [step - 1, step], [before, before]
            level = self.chart.line(*ends, role, 0.03, of=self.name_)
            bar = self.chart.line([step, step], [before, after], "step", thickness, of=link)
            rows.append(VGroup(level, bar, *([self._dot(step, role)] if few else [])))
        return rows

    def _dot(self, step: int, role: Role) -> VGroup:
        mark = dot(self.sets.film.theme, role, 0.115, name=self.name_)
        mark.move_to(self.chart.at(step, self.values[step]))
        return VGroup(claim(mark, self.chart, of=self.name_, x=step, y=self.values[step]))


class Swing(Group):
    """The line swings among the points, epoch by epoch."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets, self.epoch, self._count = sets, ValueTracker(0.0), np.arange(story.epochs + 1)
        ground = film.choose(-2.5, -1.75, -5.2)
        zone = film.choose(
            Zone(-6.4, ground + 0.2, 3.2, 3.4), Zone(-3.5, ground + 0.2, 1.9, 3.2),
            Zone(-3.6, -1.6, 3.6, 6.0),
        )  # fmt: skip
        first, self.last = (tuple(place) for place in story.places[[0, -1]].tolist())
        self.chart = sets.line_chart(zone, [first, self.last])
        self.plate = sets.yard(ground, film.choose(-3.0, -1.5, -1.0))
        at, unit = film.choose(
            ((5.2, ground), 0.0285), ((2.9, ground), 0.0185), ((1.4, ground), 0.0185)
        )
        self.man = sets.man("baffled", at, unit, -1, light=(-0.8, 0.6))
        beam = cased(Path(film.theme, "here", 0.12, name="beam"), film.theme)
        follow(beam, lambda path: path.through(*self._ends(*self._now)))
        before = Dashes(film.theme, "here", 0.06, dash=0.16).between(*self._ends(*first))
        before = decoration(cased(before, film.theme))
        self.marks = sets.points(self.chart)
        parts = (self.plate, self.chart, before, beam, sets.shine(self.chart), self.marks, self.man)
        super().__init__(*parts)

    @property
    def _now(self) -> tuple[float, float]:
        epoch, places = float(self.epoch.get_value()), self.sets.story.places
        a, b = (float(np.interp(epoch, self._count, places[:, i])) for i in (0, 1))
        return a, b

    def _ends(self, a: float, b: float) -> list[Point3D]:
        return [self.chart.at(x, a * x + b) for x in self.chart.across]

    def panes(self) -> VGroup:
        """Return the squared errors of the last line."""
        return self.sets.panes(self.chart, *self.last)


class LongWay(Group):
    """The cost far beyond the run, on its way to the floor, where the house is."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.story, self.reached = story, story.reached_at or 1
        ground = film.choose(-2.5, -1.7, -4.2)
        zone = film.choose(
            Zone(-6.6, ground, 6.6, 3.1), Zone(-3.7, ground, 3.7, 3.2),
            Zone(-3.7, ground, 3.7, 5.4),
        )  # fmt: skip
        self.epochs = epochs = np.unique(np.geomspace(1, 1.08 * self.reached, 160).round())
        self.costs = costs = story.costs_after(epochs)
        near = float(story.costs_after([max(3, self.reached // 15)])[0])
        top = story.best_cost + 2.4 * (near - story.best_cost)
        low = 0.0 if story.best_cost else -0.1 * top
        self.chart = chart = Graph(film, zone, (0.0, 1.12 * self.reached), (low, top))
        shown = costs <= top
        self.path = chart.line(epochs[shown], costs[shown], "cost", 0.11, of="curve")
        self.floor = chart.level(story.best_cost, "target", of="best MSE")
        end = self._at(self.reached)
        self.hut = hut = sets.hut(end - (0, 0.05, 0), film.choose(0.9, 0.6, 0.8))
        plate = sets.yard(ground, film.choose(4.5, 2.0, 1.5))
        self.walk = ValueTracker(0.12 * self.reached)
        self.man = sets.man("striding", (0, 0), film.choose(0.0185, 0.013, 0.0175))
        follow(self.man, self._stride)
        self.base = chart.base()
        super().__init__(plate, chart, self.base, hut, self.floor, self.path, self.man)

    def _at(self, epoch: float) -> Point3D:
        return self.chart.at(epoch, float(np.interp(epoch, self.epochs, self.costs)))

    def spots(self) -> Spots:
        """Return where there is something: the curve, the floor, the base, the house."""
        return spots_of(self.path, self.floor, self.base, self.hut)

    def _stride(self, man: Puppet) -> None:
        epoch = float(self.walk.get_value())
        stride = int(10 * epoch / self.reached) % 2
        man.take(MAN_POSES["striding on" if stride else "striding"])
        man.shift(self._at(epoch) + 0.06 * UP - man.place((0.0, 0.0)))
