"""A glass bowl of soup: its wall is the cost, a slice of carrot is where the run is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import LEFT, RIGHT, UP, UR, Group, VGroup
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.decimals import exact
from gdmath.experiments._common.miss_run import CURVATURE, MissRun
from gdmath.experiments.reading import Reading
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, glow
from scenes.kit.curve import CostCurve
from scenes.kit.step import StepOnAxis
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.marks import Arrow, Dashes, Path, cased, dot, follow, px
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.kitchen.room import HOB, RULER
from scenes.worlds.kitchen.things import bowl_art, leaf_art, paint_carrot

__all__ = ["RIM", "Pot"]

RIM = 1.144  # of the first miss: where the wall ends on either side
PILLAR, TICK = 0.2, 0.13


class Pot(Group):
    """A bowl whose start lies ``across`` to the left of its bottom and ``up`` above.

    ``floor`` is where the bottom is; the start is on the left whatever side of the target it is on.
    ``foot`` is how high the ruler is that has the same values, with a tick for each whole one up to
    ``reach`` frame units from the bottom.
    ``at`` is where the carrot is, which is ``radius`` wide to each side.
    """

    def __init__(
        self, film: ShotFilm[Any], run: MissRun, floor: tuple[float, float], across: float,
        up: float, foot: float, radius: float = 0.26, reach: float = math.inf,
    ) -> None:  # fmt: skip
        self.film, self.run, self.goal = film, run, run.target
        self.floor = np.array([*floor, 0.0])
        theme, pixels, night = film.theme, film.pixels_per_unit, film.theme.name == "dark"
        start, cost = float(run.heights[0]), run.cost_at
        miss, way = abs(start - run.target), -1 if start > run.target else 1
        self.start, self.across, self.up, self.unit = start, across, up, across / miss
        self.axis = self._axis(floor[1], RIM * miss, way)
        self.wall = CostCurve(self.axis, cost, up / miss**2, 1.01 * RIM**2 * up)
        self.wall.remove(self.wall.under)
        half, high = RIM * across, RIM**2 * up
        self.glass = Sprite(bowl_art(half, high, night, pixels), at=self.floor, name="bowl")
        leaf = leaf_art(1.5 * radius, theme.marks["target"], night, pixels)
        self.leaf = Group(
            glow(3.5 * radius, theme.marks["target"], pixels, theme, 0.5).shift(self.floor),
            Sprite(leaf, at=self.floor + 0.45 * radius * UP, colour=theme.marks["target"],
                   name="leaf"),
        )  # fmt: skip
        self.ruler = self._axis(foot, miss, way)
        half = film.frame.width / 2
        sides = [min(half - side * floor[0], reach) * side * way / self.unit for side in (-1, 1)]
        low, high = sorted(run.target + side for side in sides)
        self.ruler.tick(np.arange(np.ceil(max(0.0, low)), high).tolist(), TICK)
        self.at = Quantity("salt", start)
        carrot = Ball(radius, theme, pixels, halo=3.6, painter=paint_carrot)
        self.carrot = follow(carrot, lambda ball: ball.put(self.point(self.at())))
        claim(self.carrot.ball, self.ruler, of="salt", x=self.at)
        super().__init__(decoration(self.glass), self.leaf, self.wall, self.ruler, self.carrot)

    def _axis(self, height: float, reach: float, way: int) -> Axis:
        """Return an axis at a height, to either side of the target as far as ``reach``."""
        left, right = (
            (self.floor[0] + side * way * reach * self.unit, height, 0) for side in (-1, 1)
        )
        return Axis(left, right, self.goal - reach, self.goal + reach, self.film.theme)

    def point(self, value: float) -> Point3D:
        """Return where a value lies on the wall."""
        return self.wall.point(value)

    def rise(self, value: float) -> VGroup:
        """Return how high a value lies above the bottom, and the drop from there to the ruler."""
        theme, x = self.film.theme, self.axis.at(value)
        high = cased(Dashes(theme, "cost", 0.06, dash=0.1), theme).between(self.point(value), x)
        level = cased(Dashes(theme, "cost", 0.03, dash=0.1), theme).between(x, self.floor)
        return VGroup(high, decoration(level), self.drop(value))

    def drop(self, value: float) -> Dashes:
        """Return the dashes from a value's place above the bottom down to the ruler."""
        line = cased(Dashes(self.film.theme, "here", 0.045, dash=0.09), self.film.theme)
        return line.between(self.axis.at(value), self.ruler.at(value))

    def pillar(self, value: float) -> VGroup:
        """Return a value's cost as a pillar on the bottom's level, and what it is the cost of."""
        foot, top = self.axis.at(value), self.point(value)
        beam = Path(self.film.theme, "cost", PILLAR).through(foot, top + 1e-3 * UP)
        light = beam.copy().set_stroke(width=px(2.6 * PILLAR), opacity=0.22)
        mark = dot(self.film.theme, "here", 0.12).move_to(self.ruler.at(value))
        claim(cased(beam, self.film.theme), self.ruler, of="loss", x=value)
        return VGroup(decoration(light), beam, claim(mark, self.ruler, of="salt", x=value))

    def tangent(self, value: float, reach: float) -> VGroup:
        """Return the tangent at a value, ``reach`` long to each side, and which way is up."""
        slope = CURVATURE * (value - self.goal)
        along = reach / float(np.hypot(self.unit, slope * self.wall.rise))
        line = self.wall.tangent(value, slope, along, along)
        low, high = sorted(line.spots()[[0, -1]].tolist(), key=lambda point: point[1])
        head = Arrow(self.film.theme, "gradient", 0.2, name="uphill")
        ends = [np.array(high) + share * (np.array(high) - low) for share in (-0.3, 0.16)]
        head.set_stroke(self.film.theme.mark("ground"), px(0.05), 0.8, background=True)
        return VGroup(line, claim(head.between(*ends), self.ruler, of="slope"))

    def along(self, value: float, unit: float, reach: float) -> Axis:
        """Return an axis along the tangent at a value, ``reach`` long to each side of it."""
        way = self.axis.along + CURVATURE * (value - self.goal) * self.wall.rise / self.unit * UP
        ends = [self.point(value) + side * reach * unit * way / np.linalg.norm(way)
                for side in (-1, 1)]  # fmt: skip
        return Axis(ends[0], ends[1], value - reach, value + reach, self.film.theme)

    def pull(self, length: float, off: float) -> StepOnAxis:
        """Return the first slope as an arrow so long, ``off`` the wall, and the step of it."""
        slope, rate = self.run.reading("slope", 0), exact(self.run.params.learning_rate)
        reach = abs(slope.value)
        axis, step = (
            self.along(self.start, length / reach, 1.2 * reach),
            self.run.reading("step", 0),
        )
        return StepOnAxis(self.film, axis, self.start, gradient=slope, step=step, rate=rate,
                          off=off, name="slope")  # fmt: skip

    def step(self, size: float) -> VGroup:
        """Return the first step as an arrow on the stove's edge, its number above."""
        first, second = (float(value) for value in self.run.heights[:2])
        edge = 0.5 * HOB
        arrow = axis_arrow(self.ruler, first, second, "step", 0.13, of="step", off=edge)
        number = self.film.numeral(self.run.reading("step", 0), "step", size)
        return VGroup(arrow, number.next_to(self.ruler.at(first, edge), UR, buff=0.3))

    def probed(self, *costs: Reading, values: Sequence[float], size: float) -> VGroup:
        """Return costs of values in a column left of the bowl, each level with its place.

        Dashes lead from a number to its place on the wall, and down to the ruler.
        """
        told, theme = VGroup(), self.film.theme
        column = min(float(self.point(value)[0]) for value in values) - 0.45
        for cost, value in zip(costs, values, strict=True):
            point = self.point(value)
            words = self.film.label(cost, role="cost", size=size)
            words.move_to((column - words.width / 2, float(point[1]), 0.0))
            level = cased(Dashes(theme, "cost", 0.05, dash=0.1), theme)
            level.between(words.get_right() + 0.1 * RIGHT, point)
            told.add(VGroup(words, level, self.rise(value)[::2]))
        return told

    @property
    def burner(self) -> tuple[float, float]:
        """Where its flame is, and half the flame's width."""
        return float(self.floor[0]), round(0.25 * RIM * self.across, 3)

    def above(self, height: float) -> CostCurve:
        """Return the wall on the start's side, from so high in the frame up to the rim."""
        low = math.sqrt((height - self.floor[1]) / self.up)
        ends = [self.goal + share * (self.start - self.goal) for share in (low, RIM)]
        low, high = min(ends), max(ends)
        axis = Axis(self.axis.at(low), self.axis.at(high), low, high, self.film.theme)
        wall = CostCurve(axis, self.wall.cost, self.wall.rise, math.inf)
        return wall.remove(wall.under)

    def inside(self, values: ArrayLike) -> list[float]:
        """Return values up to the first that is not in the bowl."""
        told = np.asarray(values, float)
        out = np.flatnonzero(np.abs(told - self.goal) * self.unit > RIM * self.across)
        return list(told[: int(out[0]) + 1 if len(out) else len(told)].tolist())

    def numbers(self, name: str, *numbers: Reading, size: float = 1.1) -> VGroup:
        """Return numbers in the middle of the ruler's front, and what it measures, if it is named.

        The name stands at its end, or below it where there is no room.
        """
        rows, film, front = VGroup(), self.film, -RULER / 2 - 0.04
        for number in numbers:
            words = film.label(number, role=film.colours[number.name], size=size)
            words.move_to(self.ruler.at(number.value, front))
            rows.add(claim(words, self.ruler, of=number.name, x=number.value))
        if name:
            words = film.label(name, size=film.choose(0.85, 0.75, 0.8))
            low = film.choose(front, -RULER - 0.25, -RULER - 0.35)
            words.move_to(self.ruler.at(self.goal, low))
            side = LEFT if self.floor[0] > 1 else RIGHT  # where there is room
            edge = film.layout.safe.right * side
            rows.add(words.shift((edge - words.get_edge_center(side)) * RIGHT))
        return rows

    def side(self, value: float) -> Point3D:
        """Return where a value lies, seen from the bottom: left, right, or above it."""
        across = round(float(self.point(value)[0] - self.floor[0]), 6)
        return np.sign(across) * RIGHT if across else UP
