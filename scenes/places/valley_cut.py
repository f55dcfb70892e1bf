"""The valley cut through: its edge is the cost of a line by a, the other parameter held."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from manim import UP, Dot, Group, Line, ManimColor, Polygon, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase
from scenes.kit.ball import glow
from scenes.kit.compass import Compass
from scenes.kit.graph import Graph
from scenes.kit.puppet import Puppet
from scenes.kit.stairs import Stair
from scenes.places.valley import Valley
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Dashes, Path, cased, follow, px
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.valley.palette import palette
from scenes.worlds.valley.section import Fold

__all__ = ["Across", "Cut", "valley_light"]

DEPTHS = (4.2, 3.0, 2.1, 1.45, 1.0, 0.62, 0.36, 0.16)  # of the folds: the house stands at 1
SHRINKS = 1.36  # a fold at depth t is 1 / (1 + SHRINKS t) as large
BRICK = 0.55  # frame units high
LIGHT = "#FFB070"
WARM = 0.3  # of the step's colour, in a wall's top
STRATA = (0.3, 0.7, 1.2)  # frame units below the valley
# Frame units wide, how opaque: light round the edge.
GLOWS = ((0.3, 0.13), (0.6, 0.09), (1.0, 0.07), (1.5, 0.06), (2.1, 0.05), (2.8, 0.05))
SAMPLES = 121  # of a curve
SHOWN = 1.9  # times the way to the bottom that a first step takes at most, as it is drawn
Pair = tuple[float, float]


def valley_light(place: Valley, at: Point3D) -> Sprite:
    """Return the evening's light in the valley's mouth, behind who stands before it."""
    film = place.film
    return glow(film.choose(4.6, 3.4, 4.4), LIGHT, place.pixels, film.theme, 0.5).move_to(at + UP)


class Cut(Group):
    """The valley cut through along a, with b held at ``held``.

    The first guess lies at ``start`` of the frame, the bottom of its slice at ``low``.
    """

    def __init__(self, place: Valley, story: Staircase, start: Pair, low: Pair,
        vanish: Pair | None = None,
    ) -> None:  # fmt: skip
        self.place_, self.film, self.story = place, place.film, story
        self.ends = start, low
        self.held = ValueTracker(float(story.places[0, 1]))
        self.chart = self._chart(start, low)
        film, paints = self.film, palette(place.night)
        self.vanish = np.array([*(vanish or film.choose((0.7, 1.0), (0.5, 0.6), (0.4, 0.8))), 0.0])
        self.plate = place.section([self.fold(depth) for depth in DEPTHS], film.choose(6, 5, 8.5))
        self.earth = decoration(VMobject(stroke_width=0).set_fill(paints.earth[0], 1))
        self.strata = decoration(VMobject().set_stroke(paints.strata, px(0.02), 0.13))
        self.glows = [decoration(VMobject().set_stroke(film.theme.mark("cost"), px(wide), faint))
                      for wide, faint in GLOWS]  # fmt: skip
        self.light = valley_light(place, self.along(1.0))
        self.core = cased(Path(film.theme, "cost", 0.1, name="valley"), film.theme)
        self.hut = place.hut(self.along(1.0), film.choose(0.62, 0.42, 0.54))
        self.land = Group(self.plate, self.light, self.hut, self.earth, *self.glows, self.strata)
        super().__init__(self.land, self.core, self.chart)
        follow(self.core, lambda _: self._lie())

    def _chart(self, start: Pair, low: Pair) -> Graph:
        story, first = self.story, float(self.story.places[0, 0])
        way = story.bottom(float(story.places[0, 1])) - first
        share = min(1.0, SHOWN / (story.learning_rate * float(story.curvature[0, 0])))
        unit_x = share * (low[0] - start[0]) / way
        floor = min(story.cost(story.bottom(b), b) for b in story.places[:4, 1].tolist())
        unit_y = (start[1] - low[1]) / (float(story.costs[:2].max()) - floor)
        frame = self.film.frame
        across = [first + (x - start[0]) / unit_x for x in (frame.left, frame.right)]
        up = [floor + (y - low[1]) / unit_y for y in (frame.bottom, frame.top)]
        return Graph(self.film, frame, (across[0], across[1]), (up[0], up[1]))

    def nearer(self, zoom: float, about: Point3D, to: Point3D) -> Cut:
        """Return the same valley so many times as large, with a point of it elsewhere."""
        ends = (to + zoom * (np.array([*end, 0.0]) - about) for end in self.ends)
        start, low = ((float(x), float(y)) for x, y, _ in ends)
        return Cut(self.place_, self.story, start, low)

    # -- the land ------------------------------------------------------------------------------

    def fold(self, depth: float) -> Fold:
        """Return the valley at a depth, 0 here and 1 at the house; how far it winds is bounded."""
        story, held = self.story, float(self.story.places[0, 1])
        bottom = story.bottom(held)
        here = self.chart.at(bottom, story.cost(bottom, held))
        there = self.chart.at(story.best[0], story.best_cost)
        way = np.clip(there - here, -3.0, 3.0) * math.tanh(depth) / math.tanh(1)
        size = 1 / (1 + SHRINKS * depth)
        x, y, _ = self.vanish + size * (here + way * (1, 0.5, 0) - self.vanish)
        steep = float(story.curvature[0, 0]) / 2 * self.chart.unit_y / self.chart.unit_x**2
        return Fold(*(round(float(v), 3) for v in (x, y, steep / size, size)))

    def along(self, depth: float) -> Point3D:
        """Return the floor of the valley at a depth."""
        fold = self.fold(depth)
        return np.array([fold.middle, fold.floor, 0.0])

    def trail(self) -> VGroup:
        """Return dots from here to the house, ever closer together."""
        marks = VGroup(name="trail")
        for depth in (np.linspace(0.3, 0.95, 12) ** 0.8).tolist():
            size = 0.055 / (1 + SHRINKS * depth) + 0.012
            marks.add(Dot(self.along(depth), size, color=self.film.theme.mark("step")))
        return decoration(marks)

    # -- the curve -----------------------------------------------------------------------------

    def curve(self, held: float, *ends: float) -> np.ndarray:
        """Return the slice's points in the frame, (n, 3), between two values or all across."""
        low, high = ends or self.chart.across
        values = np.linspace(low, high, SAMPLES).tolist()
        return np.array([self.chart.at(a, self.story.cost(a, held)) for a in values])

    def hold(self, held: float) -> None:
        """Hold b at a value, at once."""
        self.held.set_value(held)
        self._lie()

    def _lie(self) -> None:
        line = self.curve(float(self.held.get_value()))
        self.core.through(*line)
        for light in self.glows:
            light.points = self.core.points.copy()
        rows = [self.core.points - np.array([0.0, depth, 0.0]) for depth in STRATA]
        self.strata.points = np.concatenate(rows)
        low = self.film.frame.bottom - 1
        ends = [(line[-1][0], low, 0), (line[0][0], low, 0), line[0]]
        self.earth.set_points_as_corners(np.array([*line, *ends]))

    def ghost(self, held: float) -> VMobject:
        """Return the dashed slice of another value that is held."""
        line, mixes = self.curve(held), np.linspace(0, 0.45, 4)[:, None]
        dashes = VMobject(name="ghost").set_stroke(self.film.theme.mark("cost"), px(0.05), 0.9)
        pairs = zip(line[:-1:2], line[1::2], strict=False)
        dashes.points = np.concatenate([start + mixes * (end - start) for start, end in pairs])
        return decoration(dashes)

    def spot(self, step: int) -> Point3D:
        """Return where the run is after so many epochs."""
        story = self.story
        return self.chart.at(float(story.places[step, 0]), float(story.costs[step]))

    def stair(self, number: int) -> Stair:
        """Return a stair of the run."""
        names = ("tread a", "a", "riser")
        return Stair(self.film, self.chart, self.story.stair(number), self.vanish, names=names)

    def tangent(self) -> Path:
        """Return the tangent at the first place."""
        slope = float(self.story.slopes[0, 0])
        way = np.array([self.chart.unit_x, slope * self.chart.unit_y, 0.0])
        way *= 1.1 / float(np.linalg.norm(way))
        line = Path(self.film.theme, "gradient", 0.11, name="tangent")
        return cased(line.through(self.spot(0) - way, self.spot(0) + way), self.film.theme)

    def triangle(self) -> tuple[Point3D, Point3D, VGroup]:
        """Return where the tangent is after a run, above it and on it, and the triangle."""
        (a, cost), theme = (self.story.stair(0)[:2]), self.film.theme
        run = self.story.stretch
        rise = run * float(self.story.slopes[0, 0])
        start, corner = self.spot(0), self.chart.at(a + run, cost)
        end = self.chart.at(a + run, cost + rise)
        area = Polygon(start, corner, end, stroke_width=0).set_fill(theme.mark("gradient"), 0.4)
        across = self.chart.line([a, a + run], [cost] * 2, "text", 0.08, of="run")
        down = self.chart.line([a + run] * 2, [cost, cost + rise], "gradient", 0.1, of="rise")
        return corner, end, VGroup(decoration(area), across, down)

    def step(self) -> Arrow:
        """Return the first step of a, as an arrow from the first place, level."""
        x0, y0, x1, _ = self.story.stair(0)
        arrow = Arrow(self.film.theme, "step", 0.16, name="step")
        arrow.between(self.chart.at(x0, y0), self.chart.at(x1, y0))
        return claim(cased(arrow, self.film.theme), self.chart, of="tread a",
                     x=np.array([x0, x1]), y=np.array([y0, y0]))  # fmt: skip

    def axes(self, corner: Point3D) -> Compass:
        """Return what lies across and up: two arrows from a corner, with their names."""
        across, up = np.array([1.2, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])
        says = self.story.says
        names: list[tuple[Point3D, str, Role]] = [
            (across, says("name", "a"), "here"),
            (up, says("name", "cost"), "cost"),
        ]
        return Compass(self.film, corner, names)

    # -- the stone under a stair -----------------------------------------------------------------

    def wall(self, number: int) -> VGroup:
        """Return the stone under a stair, down to the valley as it was; none past its bottom."""
        x0, y0, x1, _ = self.story.stair(number)
        held = float(self.story.places[number, 1])
        bottom = self.story.bottom(held)
        if (x1 - bottom) * (x0 - bottom) <= 0:
            return VGroup()
        line = self.curve(held, x0, x1)
        corners = [self.chart.at(x0, y0), self.chart.at(x1, y0), *line[::-1]]
        paints, bricks = palette(self.place_.night), VGroup(name="wall")
        lit = ManimColor(paints.stone[1]).interpolate(self.film.theme.mark("step"), WARM)
        paint = {"fill_color": [ManimColor(paints.stone[1]), lit], "fill_opacity": 1}
        bricks.add(Polygon(*corners, stroke_width=0, sheen_direction=UP, **paint))
        top, low, far = float(corners[1][1]), float(line[:, 1].min()), float(corners[1][0])
        face = line[np.argsort(line[:, 1])]
        for row in range(1, int((top - low) / BRICK)):
            up, high = top - BRICK * row, top - BRICK * (row - 1)
            left = float(np.interp(up, face[:, 1], face[:, 0]))
            joints = [((left, up), (far, up))]
            for x in np.arange(far - 0.5 - 0.5 * (row % 2), left + 0.2, -1.0).tolist():
                joints.append(((x, up), (x, high)))
            for start, end in joints:
                joint = Line((*start, 0), (*end, 0)).set_stroke(paints.joint, px(0.03), 0.7)
                bricks.add(joint)
        return decoration(bricks)


class Across(Group):
    """The valley across its steepest direction, and the learning rate as a road below it."""

    def __init__(self, place: Valley, story: Staircase) -> None:
        film = self.film = place.film
        self.place_, self.story = place, story
        reach = float(np.abs(story.across(story.rates[1])).max())
        base, top, half = film.choose((-0.8, 3.4, 5.6), (0.1, 3.4, 3.3), (-1.4, 5.6, 3.3))
        self.chart = Graph(film, Zone(-half, base, half, top), (-reach, reach), (0.0, reach**2))
        self.vanish = np.array([0.0, base + 0.62 * (top - base), 0.0])
        steep, folds = self.chart.unit_y / self.chart.unit_x**2, []
        for depth in DEPTHS:
            size = 1 / (1 + SHRINKS * depth)
            y = float(self.vanish[1]) + size * (base - float(self.vanish[1]))
            folds.append(Fold(0.0, round(y, 3), round(steep / size, 3), round(size, 3)))
        plate = place.section(folds, film.choose(4.6, 3.8, 6.8))
        values = np.linspace(-1.5 * reach, 1.5 * reach, SAMPLES).tolist()
        line = [self.chart.at(v, v * v) for v in values]
        core = Path(film.theme, "cost", 0.1, name="valley").through(*line)
        self.core, low = cased(core, film.theme), film.frame.bottom - 1
        earth = Polygon(*line, (line[-1][0], low, 0), (line[0][0], low, 0), stroke_width=0)
        decoration(earth.set_fill(palette(place.night).earth[0], 1))
        hut = place.hut(np.array([0.0, folds[4].floor, 0.0]), film.choose(0.55, 0.4, 0.5))
        self.road = self._road()
        light = valley_light(place, np.array([0.0, folds[4].floor, 0.0]))
        lights = [decoration(VMobject().set_stroke(film.theme.mark("cost"), px(wide), faint))
                  for wide, faint in GLOWS]  # fmt: skip
        for each in lights:
            each.points = core.points.copy()
        super().__init__(plate, light, hut, earth, *lights, self.core, self.chart, self.road)

    def _road(self) -> Graph:
        film, limit = self.film, self.story.limit
        y, half = film.choose((-2.35, 6.3), (-1.85, 3.5), (-3.5, 3.5))
        road = Graph(film, Zone(-half, y, half, y + 1), (0.0, 1.3 * limit), (0.0, 1.0))
        beyond = Dashes(film.theme, "text", 0.06, dash=0.1)
        beyond.between(road.at(limit, 0), road.at(1.3 * limit, 0))
        post = road.line([limit] * 2, [-0.25, 0.75], "text", 0.09, of="limit")
        road.add(road.line([0, limit], [0, 0], "step", 0.1, of="learning rate"))
        return road.add(decoration(beyond), post)

    def axes(self) -> Compass:
        """Return what lies across and up: two arrows from a corner, with their names."""
        corner = np.array([*self.film.choose((-6.45, -1.1), (-3.3, -0.7), (-3.35, -2.0)), 0.0])
        says = self.story.says
        names: list[tuple[Point3D, str, Role]] = [
            (np.array([self.film.choose(1.2, 0.7, 0.9), 0.0, 0.0]), says("steepest"), "here"),
            (UP, says("name", "cost"), "cost"),
        ]
        return Compass(self.film, corner, names)

    def stairs(self, rate: float) -> list[Stair]:
        """Return the stairs that steps of a rate make across the valley."""
        names = ("stride", "across", "stride")
        return [
            Stair(self.film, self.chart, (-x0, x0 * x0, -x1, x1 * x1), self.vanish, names=names)
            for x0, x1 in pairwise(self.story.across(rate).tolist())
        ]

    def man(self, line: str, stairs: list[Stair]) -> Puppet:
        """Return the man after these stairs: flung if the rate is too high, or at home."""
        foot, unit = stairs[-1].foot, self.film.choose(0.0205, 0.014, 0.0195)
        if line == "too_high":
            room = self.film.choose(4.4, 3.2, 4.4)
            spot = (0.35 * float(foot[0]), min(float(foot[1]), self.film.frame.top - room))
            return self.place_.man("flung", spot, unit, -1)
        return self.place_.placed("striding", foot, unit)

    def light(self, stair: Stair) -> Sprite:
        """Return the light where a step has landed."""
        return glow(0.5, LIGHT, self.place_.pixels, self.film.theme).move_to(stair.foot)
