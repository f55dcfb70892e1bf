"""The staircase film's pictures: measuring, the guess and its panes, home."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, UP, Group, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Params, Staircase
from scenes.figures import Pose
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import glow
from scenes.kit.graph import Graph
from scenes.kit.panes import Pane
from scenes.kit.room import Spots, find_room, spots_of
from scenes.places.valley import Bucket, Tank, Valley
from scenes.stage.claims import decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, follow
from scenes.stage.shots import ShotFilm
from scenes.worlds.valley.palette import palette

__all__ = ["DOT", "SAMPLES", "Fitting", "Home", "Measuring", "StairSets"]

DOT = 0.13
SAMPLES = 121  # of a curve
LABELLED = 3  # points whose numbers have room
DRAWN = 24  # epochs that are dots; of more there is a line


class StairSets(Valley):
    """Composes the staircase film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Staircase) -> None:
        super().__init__(film)
        self.story = story
        self.tall, self.wide = film.is_tall, film.layout.aspect == "16:9"

    @property
    def clear_zone(self) -> Zone:
        """The frame without its margin and without the narration's zone."""
        safe, high = self.film.layout.safe, self.film.choose(0.125, 0.19, 0.145)
        low = self.film.frame.bottom + high * self.film.frame.height
        return Zone(safe.left, low, safe.right, safe.top)

    def points(self, chart: Graph, radius: float = DOT) -> VGroup:
        """Return the points in a chart."""
        x, y = self.story.points.x.tolist(), self.story.points.y.tolist()
        size = radius if len(x) <= DRAWN else 0.6 * radius
        return chart.dots(x, y, "text", size, of="y")

    def shine(self, chart: Graph) -> Group:
        """Return the light round the points, if they are few."""
        x, y = self.story.points.x.tolist(), self.story.points.y.tolist()
        lights = Group()
        for place in zip(x[:LABELLED], y[:LABELLED], strict=True):
            light = glow(0.5, "#FFFFFF", self.pixels, self.film.theme, 0.55)
            lights.add(light.move_to(chart.at(*place)))
        return lights if len(x) <= DRAWN else Group()

    def line_chart(
        self, zone: Zone, lines: Sequence[tuple[float, float]], right: float = 0.0
    ) -> Graph:
        """Return a chart with room for the points and these lines, (a, b) each."""
        x, y = self.story.points.x, self.story.points.y
        span = float(np.ptp(x))
        low, high = float(x.min()) - 0.25 * span, float(x.max()) + (0.25 + right) * span
        ends = [a * end + b for a, b in lines for end in (float(x.min()), float(x.max()))]
        values = [*y.tolist(), *ends]
        bottom, top = min(values), max(values)
        air = 0.08 * (top - bottom) or 1.0
        return Graph(self.film, zone, (low, high), (bottom - air, top + air))

    def beam(self, chart: Graph, a: float, b: float, thickness: float = 0.1) -> Path:
        """Return the line y = a x + b as a beam from one side of a chart to the other."""
        ends = np.array(chart.across)
        return chart.line(ends, a * ends + b, "here", thickness, of="line")

    def panes(self, chart: Graph, a: float, b: float, solid: float = 0.3) -> VGroup:
        """Return the squared errors of a line as panes beside the points."""
        rows = VGroup(name="panes")
        x, y = self.story.points.x, self.story.points.y
        for across, up, error in zip(x, y, self.story.errors(a, b), strict=True):
            low = chart.at(float(across), min(float(up), float(up - error)))
            rows.add(Pane(self.film.theme, abs(float(error)) * chart.unit_y, low, solid=solid))
        return rows

    def misses(self, chart: Graph, a: float, b: float) -> VGroup:
        """Return the errors of a line as white bars from the points to it."""
        bars = VGroup(name="misses")
        x, y = self.story.points.x, self.story.points.y
        for across, up, error in zip(x, y, self.story.errors(a, b), strict=True):
            ends = [float(up), float(up - error)]
            bars.add(chart.line([float(across)] * 2, ends, "text", 0.08, of="y"))
        return bars


class Measuring(Group):
    """The man pours, and each minute's level becomes a point; without a tank he only wonders.

    ``minute`` is how long he has been pouring.
    """

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets, self.minute = sets, ValueTracker(0.0)
        ground = film.choose(-2.55, -2.2, -4.1)
        centre, width, unit = film.choose((-1.88, 2.6, 1.06), (-1.6, 1.7, 0.95), (-1.55, 1.7, 1.7))
        foot = np.array([centre, ground + 0.12, 0.0])
        right, tops = centre + width / 2, 4.15 * unit
        man, feet, size = film.choose(
            (-4.35, 2.05, 0.0236), (-3.2, 2.05, 0.0185), (-3.1, 4.7, 0.0215)
        )
        steps = ((man - 3.4, 0.36 * feet), (man - 1.7, 0.68 * feet), (man - 0.95, feet))
        stones = tuple((round(x, 2), round(ground + up, 2)) for x, up in steps)
        mouth = film.choose(4.2, 1.8, 1.6)
        if story.pours:
            self.plate = sets.yard(ground, mouth, stones, right - width + 0.1)
            zone = Zone(right, float(foot[1]), film.frame.right + 0.4, float(foot[1]) + tops)
            minutes = (zone.right - zone.left) / film.choose(1.9, 1.35, 1.35)
            self.chart = Graph(film, zone, (0.0, minutes), (0.0, 4.15))
            tank = Tank(sets, foot, width, tops + 0.1, unit)
            self.tank = follow(tank, lambda tank: tank.fill(self._water))
            self.man = sets.man("pouring", (man, ground + feet + 0.02), size)
            self.bucket = Bucket(sets, self._hands(size), size)
            self.stream = follow(VMobject(stroke_width=0, name="stream"), self._pour)
            decoration(self.stream.set_fill(palette(sets.night).water[0], 0.9))
            parts = [self.plate, self.tank, self.bucket, self.man, self.stream]
        else:
            self.plate = sets.yard(ground, mouth)
            zone = Zone(*film.choose((-2.9, ground + 0.3, 6.8, 2.6), (-1.6, ground + 0.3, 3.8, 2.2),
                                     (-3.6, ground + 4.6, 3.6, 4.2)))  # fmt: skip
            self.chart = sets.line_chart(zone, [])
            size = film.choose(0.027, 0.019, 0.024)
            self.man = sets.man("doubting", (film.choose(-5.0, -2.9, -1.2), ground), size)
            parts = [self.plate, self.man]
        super().__init__(*parts, self.chart)

    def _hands(self, unit: float) -> Point3D:
        near, far = (self.man.joint(f"hand_{side}") for side in ("near", "far"))
        return np.asarray((near + far) / 2 + unit * np.array([9.0, 9.0, 0.0]))

    @property
    def _water(self) -> float:
        return self.sets.story.level(float(self.minute.get_value()))

    def _pour(self, stream: VMobject) -> None:
        tank, lip = (
            self.tank,
            self.bucket.get_center() + self.bucket.height * np.array([0.33, -0.1, 0]),
        )
        end = tank.at(self._water)
        end[0] = max(lip[0] + 0.35, tank.foot[0] - 0.2 * tank.width_)
        shares = np.linspace(0, 1, 14)
        line = [(lip[0] + (end[0] - lip[0]) * s**0.6, lip[1] + (end[1] - lip[1]) * s**1.5, 0)
                for s in shares]  # fmt: skip
        half = (0.2 - 0.07 * shares) * self.bucket.height / 1.4
        left = [np.array(p) + h * LEFT for p, h in zip(line, half, strict=True)]
        right = [np.array(p) + h * RIGHT for p, h in zip(line, half, strict=True)]
        stream.set_points_as_corners(np.array([*left, *right[::-1], left[0]]))

    def level(self, number: int) -> VGroup:
        """Return a measurement's ring, if there is a tank, and the line from it to the point."""
        x, y = (float(v[number]) for v in (self.sets.story.points.x, self.sets.story.points.y))
        line = self.chart.line([0, x], [y, y], "text", 0.045, of="y")
        drop = Dashes(self.sets.film.theme, "text", 0.022, dash=0.05)
        drop.between(self.chart.at(x, y), self.chart.at(x, 0)).set_stroke(opacity=0.6)
        return VGroup(self.tank.ring(y, self.sets.film.theme.marks["text"]), decoration(drop), line)

    def candidates(self) -> VGroup:
        """Return three lines that one might think of, each through two of the points."""
        x, y = self.sets.story.points.x, self.sets.story.points.y
        order = np.argsort(x)
        pairs = [(order[0], order[-1])]
        if len(x) > 2:
            middle = order[len(x) // 2]
            pairs += [(order[0], middle), (middle, order[-1])]
        lines = VGroup(name="candidates")
        for first, last in pairs:
            if x[first] == x[last]:
                continue
            slope = float((y[last] - y[first]) / (x[last] - x[first]))
            ends = self._within(slope, float(y[first]) - slope * float(x[first]))
            line = Dashes(self.sets.film.theme, "here", 0.06, dash=0.16)
            lines.add(decoration(cased(line, self.sets.film.theme).between(*ends)))
        return lines

    def _within(self, a: float, b: float) -> list[Point3D]:
        """Return the ends of the line y = a x + b within the chart's lower and upper edge."""
        x = self.sets.story.points.x
        ends = [float(x.min()) - 0.3 * float(np.ptp(x)), float(x.max()) + 0.45 * float(np.ptp(x))]
        if a:
            low, high = self.chart.up
            sides = sorted(((low + 0.05 * (high - low)) - b, 1.1 * high - b))
            cuts = sorted((sides[0] / a, sides[1] / a))
            ends = [max(ends[0], cuts[0]), min(ends[1], cuts[1])]
        return [self.chart.at(value, a * value + b) for value in ends]


class Fitting(Group):
    """The man grips the line among the points. ``a`` and ``b`` are what it is now."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets = sets
        self.plate = sets.yard(film.frame.bottom - 1.2, film.choose(2.0, 1.0, 1.0))
        self.first = first = (story.params.a_start, story.params.b_start)
        zone = film.choose(
            Zone(-3.6, -2.7, 7.4, 3.6), Zone(-2.2, -2.0, 4.2, 3.6), Zone(-3.4, -1.6, 4.2, 6.4)
        )
        self.chart = self._square(zone)
        self.marks, self.lights = sets.points(self.chart, 0.15), sets.shine(self.chart)
        at, unit = film.choose(((-5.5, -5.2), 0.0385), ((-3.0, -4.6), 0.03), ((-1.6, -7.3), 0.036))
        self.man = sets.man("gripping", at, unit, light=(1.0, 0.4))
        pose, grip = self._reaching()
        self.man.take(pose)
        a, b = first
        ends = np.array(
            [min(self.chart.value(grip[0] - 0.2), self.chart.across[1]), self.chart.across[1]]
        )
        self.beam = self.chart.line(ends, a * ends + b, "here", 0.13, of="line")
        super().__init__(self.plate, self.chart, self.beam, self.lights, self.marks, self.man)

    def _square(self, zone: Zone) -> Graph:
        """Return a chart whose panes, as wide as they are high, have room at its right."""
        story, film = self.sets.story, self.sets.film
        x, y = story.points.x, story.points.y
        errors = np.abs(story.errors(*self.first))
        lines = [*y.tolist(), *(y - story.errors(*self.first)).tolist()]
        up = max(lines) - min(lines) or 1.0
        side = min(0.95 * zone.height / up, 0.46 * zone.width / (float(errors.max()) or 1.0))
        room = side * float(errors[np.argmax(x)]) + 0.2
        wide = min(zone.width - room, 3.0 * zone.height)
        unit = 0.72 * wide / float(np.ptp(x))
        left = float(x.min()) - 0.28 * wide / unit
        middle = (max(lines) + min(lines)) / 2
        half = zone.height / side / 2
        return Graph(film, zone, (left, left + zone.width / unit), (middle - half, middle + half))

    def _reaching(self) -> tuple[Pose, Point3D]:
        """Return the pose in which he grips the line, and where he does, as far as he reaches."""
        pose, unit, (a, b) = MAN_POSES["gripping"], self.man_unit, self.first
        shoulder, left = self.man.joint("shoulder_far"), self.chart.across[0]
        there = [self.chart.at(x, a * x + b) for x in (left, left + 1.0 / self.chart.unit_x)]
        spots = there[0] + np.linspace(-3, 3, 121)[:, None] * (there[1] - there[0])
        off = np.abs(np.linalg.norm(spots - shoulder, axis=1) - 52 * unit)
        ahead = spots[:, 0] > shoulder[0] + 12 * unit
        spot = spots[int(np.argmin(np.where(ahead, off, np.inf)))]
        origin, turn = self.man.place((0.0, 0.0)), math.atan2(*(spot - shoulder)[1::-1])
        wrist = (spot - origin)[:2] / unit - 6 * np.array([math.cos(turn), math.sin(turn)])
        x, y = wrist.tolist()
        far = pose.far.but(wrist=(x, y), turn=math.degrees(turn))
        return pose.but(far=far), spot

    def spots(self) -> Spots:
        """Return where there is something already: the line, the points, the man."""
        misses = self.sets.misses(self.chart, *self.first)
        return spots_of(self.beam, self.marks, misses, self.man)

    def below(self) -> Point3D:
        """Return a place below the right end of the line."""
        a, b = self.first
        value = self.chart.value(0.6 * self.sets.film.frame.right)
        return np.asarray(self.chart.at(value, a * value + b) - np.array([0.0, 0.9, 0.0]))

    @property
    def man_unit(self) -> float:
        """Frame units a cm of him."""
        return float(self.man.place((1.0, 0.0))[0] - self.man.place((0.0, 0.0))[0])

    def mean(self, spots: Spots) -> Pane:
        """Return the pane of the mean squared error, where it covers none of the spots."""
        story, film = self.sets.story, self.sets.film
        side = max(math.sqrt(float(story.costs[0])) * self.chart.unit_y, 0.1)
        x, top = film.choose((-1.55, 3.75), (-2.3, 3.75), (-3.4, 6.75))
        pane = Pane(film.theme, side, np.zeros(3), 1, solid=0.75)
        wish = np.array([x + side / 2, top - side / 2, 0.0])
        clear = self.sets.clear_zone
        left, low = film.choose((-3.1, clear.bottom), (-1.3, clear.bottom), (clear.left, -0.6))
        return find_room(pane, wish, spots, Zone(left, low, clear.right, clear.top))


class Home(Group):
    """The yard again, the best line among the points, the man before his house."""

    def __init__(self, sets: StairSets, line: tuple[float, float], pose: str) -> None:
        film = sets.film
        ground = film.choose(-2.55, -1.9, -4.3)
        self.plate = sets.yard(ground, film.choose(1.6, 0.6, 0.6), dawn=True)
        zone = film.choose(
            Zone(-5.2, ground + 0.2, 3.1, 1.35),
            Zone(-3.4, ground + 0.2, 1.7, 1.3),
            Zone(-3.5, ground + 2.9, 3.5, 3.2),
        )
        self.chart = sets.line_chart(zone, [line])
        self.beam = sets.beam(self.chart, *line, 0.12)
        self.marks, self.lights = sets.points(self.chart), sets.shine(self.chart)
        x, unit, wide, high = film.choose(
            (4.5, 0.0265, 2.2, 5.6), (2.75, 0.02, 1.0, 4.2), (1.9, 0.027, 1.5, 5.6)
        )
        self.house = sets.house(
            np.array([film.frame.right - wide, ground + 0.05, 0.0]), wide + 0.6, high
        )
        self.man = sets.man(
            pose, (x, ground - film.choose(0.05, 0.05, 0.6)), unit, -1, light=(-0.8, 0.6)
        )
        parts = (self.plate, self.house, self.chart, self.beam, self.lights, self.marks, self.man)
        super().__init__(*parts)

    def pane(self, sets: StairSets, cost: float) -> Pane:
        """Return the pane of a cost, to scale, between his fingers."""
        hand = self.man.joint("hand_far")
        return Pane(
            sets.film.theme, math.sqrt(max(cost, 0.0)) * self.chart.unit_y, hand + 0.1 * UP, 1, 0.9
        )
