"""A line among points, what it misses them by, and the panes of glass on that."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import numpy as np
from manim import Group, VGroup
from manim.typing import Point3D

from gdmath.data import Points
from gdmath.experiments._common.line_run import LineRun
from scenes.figures import Pose
from scenes.kit.ball import glow
from scenes.kit.graph import Graph
from scenes.kit.panes import Pane
from scenes.kit.puppet import Puppet
from scenes.stage.claims import Quantity, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, follow
from scenes.stage.shots import ShotFilm

__all__ = ["Fit", "Pair", "candidates", "hold"]

Pair = tuple[float, float]  # a, b
REACH = 52.0  # cm from the shoulder to where a hand grips
WRIST = 6.0  # cm from the wrist to there
STEP = 2.0  # degrees: arms turn by so much, so that a pose is painted once
DOT = 0.14  # frame units: a point's radius
AIR = 0.3  # share of the points' spread, left and right of them


class Fit(Group):
    """Points in a chart and the line y = a x + b, which follows ``a`` and ``b``.

    The first line begins at the zone's left, ``at`` a height; all ``lines`` have room. ``panes`` is
    the share of the zone's width that the widest pane has at the right, if there are to be any.
    """

    def __init__(
        self, film: ShotFilm[Any], run: LineRun, zone: Zone, at: float, *lines: Pair,
        panes: float = 0.0, thickness: float = 0.12,
    ) -> None:  # fmt: skip
        self.film, self.run, self.zone = film, run, zone
        self.first = first = lines[0]
        self.a, self.b = Quantity("first a", first[0]), Quantity("first b", first[1])
        self.chart = chart = self._chart(at, lines, panes)
        self.begins = chart.across[0]
        x, y = run.points.x.tolist(), run.points.y.tolist()
        self.marks = chart.dots(x, y, "text", DOT, of="y")
        lights = Group(*[
            glow(0.5, "#FFFFFF", film.pixels_per_unit, film.theme, 0.55).move_to(chart.at(*pair))
            for pair in zip(x, y, strict=True)
        ])  # fmt: skip
        beam = cased(Path(film.theme, "here", thickness, name="beam"), film.theme)
        self.beam = follow(beam, lambda path: path.through(*self.ends()))
        super().__init__(chart, self.beam, lights, self.marks)

    def _chart(self, at: float, lines: tuple[Pair, ...], panes: float) -> Graph:
        run, zone, (a, b) = self.run, self.zone, self.first
        x, y = run.points.x, run.points.y
        left, span = float(x.min()) - AIR * float(np.ptp(x)), float(np.ptp(x))
        left = 0.0 if not panes and 0 <= float(x.min()) <= span else left
        right = float(x.max())
        ends = [m * end + n for m, n in lines for end in (left, right)]
        values, begin = [*y.tolist(), *ends], a * left + b
        up = min(
            (zone.top - at) / max(max(values) - begin, 1e-9),
            (at - zone.bottom) / max(begin - min(values), 1e-9),
        )
        room = 0.0
        if panes:
            most = float(np.abs(run.errors(a, b)).max())
            up = min(up, panes * zone.width / most)
            room = up * abs(float(run.errors(a, b)[np.argmax(x)])) + 0.2
        wide = (right - left) / (zone.width - room) * zone.width
        wide *= 1.0 if panes else 1 + 0.5 * AIR
        return Graph(
            self.film, zone, (left, left + wide),
            (begin - (at - zone.bottom) / up, begin + (zone.top - at) / up),
        )  # fmt: skip

    def at(self, x: float) -> float:
        """Return the line's value now."""
        return float(self.a() * x + self.b())

    def ends(self) -> list[Point3D]:
        """Return the line's ends as it is now."""
        low, high = self.chart.up
        margin = 0.1 * (high - low)
        found = []
        for x, other in ((self.begins, self.chart.across[1]), self.chart.across[::-1]):
            value = self.at(x)
            inside = float(np.clip(value, low - margin, high + margin))
            if inside != value:
                x += (inside - value) / (self.at(other) - value) * (other - x)
            found.append(self.chart.at(x, inside))
        return found

    def ghost(self) -> Dashes:
        """Return the first line, dashed."""
        dashes = Dashes(self.film.theme, "here", 0.06, dash=0.16).between(*self.ends())
        return decoration(cased(dashes, self.film.theme))

    def misses(self) -> VGroup:
        """Return the line's errors now as white bars from the points to it."""
        bars = VGroup(name="misses")
        points = self.run.points
        for x, y in zip(points.x.tolist(), points.y.tolist(), strict=True):
            bars.add(self.chart.line([x, x], [y, self.at(x)], "text", 0.08, of="y"))
        return bars

    def panes(self, within: bool = False) -> VGroup:
        """Return its squared errors now as panes beside the points; or those that have room."""
        rows, points = VGroup(name="panes"), self.run.points
        for x, y in zip(points.x.tolist(), points.y.tolist(), strict=True):
            side = abs(y - self.at(x)) * self.chart.unit_y
            if within and self.chart.at(x, y)[0] + side > self.zone.right + DOT:
                continue
            pane = Pane(self.film.theme, side, self.chart.at(x, min(y, self.at(x))))
            rows.add(pane if side > DOT else decoration(pane))  # else the point hides it
        return rows


def hold(man: Puppet, fit: Fit) -> Puppet:
    """Let a figure hold the line at arm's length, wherever the line goes."""
    pose = man.pose
    unit = man.unit
    shoulder = man.joint("shoulder_far")  # of the pose that he was given, whatever came of it

    def grip(man: Puppet) -> None:
        man.take(_gripping(pose, man, fit, unit, shoulder))

    return decoration(follow(man, grip))


def _gripping(pose: Pose, man: Puppet, fit: Fit, unit: float, shoulder: Point3D) -> Pose:
    """Return the pose with the far hand on the line, where that is an arm's length away."""
    start, end = fit.ends()
    way = (end - start) / float(np.linalg.norm(end - start))
    spots = start + np.linspace(-2, 4, 241)[:, None] * way
    off = np.abs(np.linalg.norm(spots - shoulder, axis=1) - REACH * unit)
    spot = spots[int(np.argmin(np.where(spots[:, 0] > shoulder[0], off, np.inf)))]
    turn = math.degrees(math.atan2(*(spot - shoulder)[1::-1]))
    turn = STEP * round(turn / STEP)
    ray = np.array([math.cos(math.radians(turn)), math.sin(math.radians(turn))])
    reach = min(float(np.linalg.norm(spot - shoulder)) / unit, REACH + 4)
    x, y = ((shoulder - man.place((0.0, 0.0)))[:2] / unit + (reach - WRIST) * ray).tolist()
    return pose.but(far=pose.far.but(wrist=(round(x, 1), round(y, 1)), turn=turn))


def candidates(film: ShotFilm[Any], points: Points, chart: Graph) -> VGroup:
    """Return three lines that one might think of, dashed, each through two of the points."""
    x, y = points.x, points.y
    order, lines = np.argsort(x), VGroup(name="candidates")
    span, (low, high) = float(np.ptp(x)), chart.up
    values = np.linspace(float(x.min()) - 0.3 * span, float(x.max()) + 0.4 * span, 200)
    for first, last in combinations(order[[0, len(x) // 2, -1]].tolist(), 2):
        slope = (y[last] - y[first]) / ((x[last] - x[first]) or 1)
        line = y[first] + slope * (values - x[first])
        inside = np.nonzero((line > low + 0.04 * (high - low)) & (line < 1.1 * high))[0]
        ends = [chart.at(float(values[k]), float(line[k])) for k in inside[[0, -1]]]
        dashes = Dashes(film.theme, "here", 0.07, dash=0.16).between(*ends)
        lines.add(decoration(cased(dashes, film.theme)))
    return lines
