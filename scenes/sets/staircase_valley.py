"""The staircase film's valley: the line that draws it, cut through with the stairs, and across."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from manim import Dot, Group, Line, Polygon, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from scenes.figures import MAN, joints
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import Ball
from scenes.kit.graph import Graph
from scenes.kit.puppet import Puppet
from scenes.kit.stairs import Stair
from scenes.sets.staircase import SAMPLES, StairSets
from scenes.stage.claims import decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, follow, px
from scenes.worlds.valley.palette import palette
from scenes.worlds.valley.section import Fold

__all__ = ["Across", "Born", "Cut"]

DEPTHS = (4.2, 3.0, 2.1, 1.45, 1.0, 0.62, 0.36, 0.16)  # of the folds: the house stands at 1
SHRINKS = 1.36  # a fold at depth t is 1 / (1 + SHRINKS t) as large
BRICK = 0.55  # frame units high
STRATA = (0.3, 0.7, 1.2)  # frame units below the valley
TALL = 196.0  # cm: the man with his cap
FARTHEST = 1.2  # frame units: how far the valley is moved for a look


class Cut(Group):
    """The valley cut through along the main parameter, the other one held at ``held``.

    The first place of the run lies at ``start`` of the frame, the bottom of its slice at ``low``.
    """

    def __init__(
        self, sets: StairSets, start: tuple[float, float], low: tuple[float, float]
    ) -> None:
        film, story = sets.film, sets.story
        self.sets, self.film, self.main = sets, film, story.main
        first, self.other = story.places[0, self.main], 1 - self.main
        self.held = ValueTracker(float(story.places[0, self.other]))
        self.chart = self._chart(start, low, float(first))
        self.vanish = np.array([*film.choose((0.7, 1.0), (0.5, 0.6), (0.4, 0.8)), 0.0])
        self.plate = sets.section(self.folds(), film.choose(6.2, 5.0, 8.5))
        colour = palette(sets.night).earth[0]
        self.earth = decoration(VMobject(stroke_width=0).set_fill(colour, 1))
        self.strata = decoration(VMobject())
        self.strata.set_stroke(palette(sets.night).strata, px(0.02), 0.13)
        self.glow, self.core = VMobject(), Path(film.theme, "cost", 0.1, name="valley")
        self.glow.set_stroke(film.theme.mark("cost"), px(0.3), 0.14)
        decoration(self.glow)
        cased(self.core, film.theme)
        self.hut = sets.hut(self.along(1.0), film.choose(0.5, 0.36, 0.46))
        super().__init__(
            self.plate, self.hut, self.earth, self.strata, self.glow, self.core, self.chart
        )
        follow(self.core, lambda _: self._lie())

    def _chart(self, start: tuple[float, float], low: tuple[float, float], first: float) -> Graph:
        story, main = self.sets.story, self.main
        bottom = story.bottom(main, self.held.get_value())
        way = (bottom - first) or 1.0
        factor = story.learning_rate * story.curvature(main)
        share = min(1.0, 1.9 / factor) if factor else 1.0
        unit_x = share * (low[0] - start[0]) / way
        told = story.places[: max(2, story.told + 1)]
        floors = [story.slice_cost(main, story.bottom(main, h), h) for h in told[:, self.other]]
        top, floor = float(story.costs[:2].max()), min(floors)
        unit_y = (start[1] - low[1]) / ((top - floor) or 1.0)
        frame = self.film.frame
        across = tuple(first + (x - start[0]) / unit_x for x in (frame.left, frame.right))
        up = tuple(floor + (y - low[1]) / unit_y for y in (frame.bottom, frame.top))
        return Graph(self.film, frame, (across[0], across[1]), (up[0], up[1]))

    # -- the land ------------------------------------------------------------------------------

    def fold(self, depth: float) -> Fold:
        """Return the valley at a depth, 0 here and 1 at the house; how far it winds is bounded."""
        story, main = self.sets.story, self.main
        held = float(story.places[0, self.other])
        bottom = story.bottom(main, held)
        here = self.chart.at(bottom, story.slice_cost(main, bottom, held))
        there = self.chart.at(story.best[main], story.best_cost)
        way = np.clip(there - here, -3.0, 3.0) * math.tanh(depth) / math.tanh(1)
        size = 1 / (1 + SHRINKS * depth)
        x, y, _ = self.vanish + size * (here + way * (1, 0.5, 0) - self.vanish)
        steep = story.curvature(main) / 2 * self.chart.unit_y / self.chart.unit_x**2
        return Fold(*(round(float(v), 3) for v in (x, y, steep / size, size)))

    def folds(self) -> list[Fold]:
        """Return the folds from far to near."""
        return [self.fold(depth) for depth in DEPTHS]

    def along(self, depth: float) -> Point3D:
        """Return the floor of the valley at a depth."""
        fold = self.fold(depth)
        return np.array([fold.middle, fold.floor, 0.0])

    def trail(self) -> VGroup:
        """Return dots from here to the house, ever closer together."""
        marks = VGroup(name="trail")
        for depth in np.linspace(0.3, 0.95, 12) ** 0.8:
            size = 0.055 / (1 + SHRINKS * float(depth)) + 0.012
            mark = Dot(self.along(float(depth)), size, color=self.film.theme.mark("step"))
            marks.add(mark)
        return decoration(marks)

    # -- the curve -----------------------------------------------------------------------------

    def curve(self, held: float, low: float | None = None, high: float | None = None) -> np.ndarray:
        """Return the slice's points in the frame, (n, 3), between two values."""
        ends = sorted(self.chart.across)
        values = np.linspace(ends[0] if low is None else low, ends[1] if high is None else high,
                             SAMPLES)  # fmt: skip
        story = self.sets.story
        return np.array([self.chart.at(v, story.slice_cost(self.main, v, held))
                         for v in values.tolist()])  # fmt: skip

    def _lie(self) -> None:
        line = self.curve(float(self.held.get_value()))
        self.core.through(*line)
        self.glow.points = self.core.points.copy()
        rows = [self.core.points - np.array([0.0, depth, 0.0]) for depth in STRATA]
        self.strata.points = np.concatenate(rows)
        low = self.film.frame.bottom - 1
        ends = [(line[-1][0], low, 0), (line[0][0], low, 0), line[0]]
        self.earth.set_points_as_corners(np.array([*line, *ends]))

    def ghost(self, held: float) -> VMobject:
        """Return the dashed slice of another value that is held."""
        line = self.curve(held)
        starts, ends = line[:-1:2], line[1::2]
        mixes = np.linspace(0, 0.45, 4)[:, None]
        dashes = VMobject(stroke_width=px(0.05), name="ghost")
        dashes.set_stroke(self.film.theme.mark("cost"), px(0.05), 0.9)
        pairs = zip(starts, ends, strict=False)
        dashes.points = np.concatenate([start + mixes * (end - start) for start, end in pairs])
        return decoration(dashes)

    def spot(self, step: int) -> Point3D:
        """Return where the run is after so many epochs."""
        story = self.sets.story
        return self.chart.at(float(story.places[step, self.main]), float(story.costs[step]))

    def stair(self, number: int) -> Stair:
        """Return a stair of the run."""
        name = "ab"[self.main]
        names = (f"tread {name}", name, "riser")
        return Stair(self.film, self.chart, self.sets.story.stair(number), self.vanish, names=names)

    def wall(self, number: int) -> VGroup:
        """Return the stone under a stair, down to the valley as it was; none past its bottom."""
        x0, y0, x1, _ = self.sets.story.stair(number)
        held = float(self.sets.story.places[number, self.other])
        bottom = self.sets.story.bottom(self.main, held)
        if (x1 - bottom) * (x0 - bottom) <= 0:
            return VGroup()
        line = self.curve(held, x0, x1)
        corners = [self.chart.at(x0, y0), self.chart.at(x1, y0), *line[::-1]]
        paints, bricks = palette(self.sets.night), VGroup(name="wall")
        bricks.add(Polygon(*corners, stroke_width=0).set_fill(paints.stone[1], 0.92))
        top, low = (float(side[1]) for side in (corners[1], min(line, key=lambda place: place[1])))
        face = np.array(line)[np.argsort(np.array(line)[:, 1])]
        far = float(corners[1][0])
        for row in range(1, int((top - low) / BRICK)):
            up, high = top - BRICK * row, top - BRICK * (row - 1)
            left = float(np.interp(up, face[:, 1], face[:, 0]))
            bricks.add(self._joint((left, up), (far, up), paints.joint))
            for x in np.arange(far - 0.5 - 0.5 * (row % 2), left + 0.2, -1.0).tolist():
                bricks.add(self._joint((x, up), (x, high), paints.joint))
        return decoration(bricks)

    def _joint(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> Line:
        line = Line((*start, 0), (*end, 0))
        return line.set_stroke(colour, px(0.025), 0.55)

    def tangent(self) -> Path:
        """Return the tangent at the first place."""
        story = self.sets.story
        slope = float(story.slopes[0, self.main])
        way = np.array([self.chart.unit_x, slope * self.chart.unit_y, 0.0])
        way *= 1.1 / float(np.linalg.norm(way))
        line = Path(self.film.theme, "gradient", 0.11, name="tangent")
        return cased(line.through(self.spot(0) - way, self.spot(0) + way), self.film.theme)

    # -- the man -------------------------------------------------------------------------------

    def _man(self, pose: str, foot: Point3D, unit: float) -> Puppet:
        """Return the man with his feet here, as tall as there is room for him."""
        frame = self.film.frame
        unit = min(unit, max(0.45 * unit, (frame.top - 0.2 - float(foot[1])) / TALL))
        x = min(float(foot[0]), frame.right - 50 * unit)
        return self.sets.man(pose, (x, min(float(foot[1]), frame.top - TALL * unit)), unit)

    def standing(self, unit: float) -> Puppet:
        """Return the man on the slope, a little above the first place."""
        story = self.sets.story
        aside = self.film.choose(1.55, 1.4, 1.1)
        above = self.chart.value(float(self.spot(0)[0]) - aside)
        held = float(story.places[0, self.other])
        foot = self.chart.at(above, story.slice_cost(self.main, above, held))
        return self._man("feeling", foot, unit)

    def dropping(self, stair: Stair, unit: float, least: float) -> Puppet:
        """Return the man as he hangs from a stair's edge, or stands there if it is no drop."""
        drop = float(stair.edge[1] - stair.foot[1])
        if drop > least:
            grip = joints(MAN_POSES["hanging"], MAN)["hand_near"]
            feet = stair.edge + np.array([0.06 - unit * grip[0], -unit * grip[1], 0.0])
            return self.sets.man("hanging", feet, unit)
        pose = "baffled" if drop < 0 else "doubting"
        return self._man(pose, stair.edge - np.array([22 * unit, -0.06, 0.0]), unit)

    def landed(self, stair: Stair, unit: float, pose: str = "landed") -> Puppet:
        """Return the man at a stair's foot."""
        return self._man(pose, stair.foot + np.array([16 * unit, 0.03, 0.0]), unit)


class Born(Group):
    """The line is tilted, and its cost draws the valley. ``value`` tilts, ``other`` is held."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.cut = cut = Cut(sets, *film.choose(
            ((-5.3, 2.0), (0.1, -2.3)), ((-2.9, 0.4), (0.1, -2.2)), ((-2.9, 0.6), (0.1, -3.9))
        ))  # fmt: skip
        self.sets, self.main = sets, story.main
        self.first, self.held = (float(story.places[0, i]) for i in (self.main, cut.other))
        low, high = sorted(cut.chart.across)
        self.ends = (low, high) if cut.chart.unit_x > 0 else (high, low)
        moved = float(story.places[1, cut.other]) - self.held if story.epochs else 0.0
        slid = story.bottom(self.main, self.held + 2 * moved) - story.bottom(self.main, self.held)
        self.way = 2 * moved * min(1.0, FARTHEST / max(abs(slid * cut.chart.unit_x), FARTHEST))
        self.value, self.other = ValueTracker(self.first), ValueTracker(self.held)
        zone = film.choose(
            Zone(-2.4, 0.3, 2.6, 3.6), Zone(-1.6, 1.0, 2.0, 3.7), Zone(-2.8, 2.6, 3.0, 6.6)
        )
        bottom = story.bottom(self.main, self.held)
        around = [self._pair(v, self.held) for v in (self.first, 2 * bottom - self.first)]
        self.panel = sets.line_chart(zone, around)
        beam = Path(film.theme, "here", 0.12, name="beam")
        beam = follow(cased(beam, film.theme), lambda path: path.through(*self._beam()))
        self.seen = [self.first, self.first]
        track = Path(film.theme, "cost", 0.1, name="valley")
        self.track = follow(cased(track, film.theme), self._freeze)
        self.ball = follow(Ball(0.2, film.theme, sets.pixels), lambda ball: ball.put(self._place()))
        glass = VMobject().set_fill(film.theme.mark("cost"), 0.35)
        glass.set_stroke(film.theme.mark("cost"), px(0.05), 1)
        self.glass = follow(decoration(glass), self._hang)
        self.sky = sets.yard(film.frame.bottom - 2.4, 0.5)
        lights, marks = sets.shine(self.panel), sets.points(self.panel, 0.15)
        self.moving = (self.glass, self.ball, self.panel, beam, lights, marks, *self._watcher())
        super().__init__(self.track, *self.moving)

    def _watcher(self) -> tuple[Puppet, ...]:
        """Return the man below the valley's far wall, where there is room for him."""
        film = self.sets.film
        if film.layout.aspect == "1:1":
            return ()
        at, unit = film.choose(((5.75, -4.35), 0.0235), ((0, 0), 0.0), ((2.95, -5.75), 0.0165))
        return (self.sets.man("wondering", at, unit, -1, light=(-0.8, 0.6)),)

    def _pair(self, value: float, held: float) -> tuple[float, float]:
        return (value, held) if self.main == 0 else (held, value)

    @property
    def _now(self) -> tuple[float, float]:
        return float(self.value.get_value()), float(self.other.get_value())

    def _beam(self) -> list[Point3D]:
        a, b = self._pair(*self._now)
        return [self.panel.at(x, a * x + b) for x in self.panel.across]

    def _place(self) -> Point3D:
        value, held = self._now
        cost = self.sets.story.slice_cost(self.main, value, held)
        return self.cut.chart.at(value, cost)

    def _hang(self, glass: VMobject) -> None:
        """Let the mean's pane, to the scale of the panel, hang at the place."""
        cost = self.sets.story.slice_cost(self.main, *self._now)
        side = max(math.sqrt(cost) * self.panel.unit_y, 1e-3)
        corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
        glass.set_points_as_corners([self._place() + np.array([x, y, 0.0]) for x, y in corners])

    def _freeze(self, track: Path) -> None:
        value = float(self.value.get_value())
        self.seen[:] = [min(self.seen[0], value), max(self.seen[1], value)]
        low, high = self.seen
        track.through(*self.cut.curve(self.held, low, high + 1e-9 * abs(self.cut.chart.across[0])))


class Across(Group):
    """The valley across its steepest direction, and the learning rate as a road below it."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets = sets
        reach = float(np.abs(story.across(story.rates[2])).max())
        base, top = film.choose((-1.35, 3.3), (-0.2, 3.3), (-1.6, 5.6))
        half = film.choose(5.3, 3.3, 3.3)
        zone = Zone(-half, base, half, top)
        self.chart = Graph(film, zone, (-reach, reach), (0.0, reach**2))
        steep = self.chart.unit_y / self.chart.unit_x**2
        vanish = np.array([0.0, base + 0.62 * (top - base), 0.0])
        folds = []
        for depth in DEPTHS:
            size = 1 / (1 + SHRINKS * depth)
            y = float(vanish[1]) + size * (base - float(vanish[1]))
            folds.append(Fold(0.0, round(y, 3), round(steep / size, 3), round(size, 3)))
        self.vanish = vanish
        self.plate = sets.section(folds, film.choose(4.6, 3.8, 6.8))
        values = np.linspace(-1.5 * reach, 1.5 * reach, SAMPLES)
        line = [self.chart.at(v, v * v) for v in values.tolist()]
        self.core = cased(Path(film.theme, "cost", 0.1, name="valley").through(*line), film.theme)
        low = film.frame.bottom - 1
        earth = Polygon(*line, (line[-1][0], low, 0), (line[0][0], low, 0), stroke_width=0)
        self.earth = decoration(earth.set_fill(palette(sets.night).earth[0], 1))
        self.hut = sets.hut(np.array([0.0, folds[4].floor, 0.0]), film.choose(0.55, 0.4, 0.5))
        self.road = self._road()
        super().__init__(self.plate, self.hut, self.earth, self.core, self.chart, self.road)

    def _road(self) -> Graph:
        film, story = self.sets.film, self.sets.story
        y, half = film.choose((-2.35, 6.3), (-1.75, 3.5), (-3.4, 3.5))
        most = 1.3 * story.limit
        road = Graph(film, Zone(-half, y, half, y + 1), (0.0, most), (0.0, 1.0))
        road.add(road.line([0, story.limit], [0, 0], "step", 0.1, of="learning rate"))
        beyond = Dashes(film.theme, "text", 0.06, dash=0.1).between(
            road.at(story.limit, 0), road.at(most, 0)
        )
        post = road.line([story.limit] * 2, [-0.25, 0.75], "text", 0.09, of="limit")
        road.add(decoration(beyond), post)
        return road

    def stairs(self, rate: float) -> list[Stair]:
        """Return the stairs that steps of a rate make across the valley."""
        places = self.sets.story.across(rate).tolist()
        return [
            Stair(self.sets.film, self.chart, (-x0, x0 * x0, -x1, x1 * x1), self.vanish,
                  names=("stride", "across", "stride"))
            for x0, x1 in pairwise(places)
        ]  # fmt: skip

    def watching(self) -> Point3D:
        """Return a place above the first of the stairs."""
        return self.chart.at(-1.22, 1.22**2)

    def thrown(self, stair: Stair) -> Point3D:
        """Return where he flies whom a stair has flung."""
        foot, room = stair.foot, self.sets.film.choose(3.75, 2.75, 3.75)
        return np.array([0.5 * foot[0], min(float(foot[1]), self.sets.film.frame.top - room), 0.0])
