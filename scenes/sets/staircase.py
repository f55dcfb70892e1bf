"""The staircase film's pictures: measuring, holding a line, the valley's birth, charts, home."""

from __future__ import annotations

import math

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group, Mobject, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Params, Staircase
from scenes.figures import MAN, joints
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import Ball
from scenes.kit.compass import Compass
from scenes.kit.epochs import EpochSteps, epoch_lanes
from scenes.kit.fit import Fit, Pair, hold
from scenes.kit.graph import Graph
from scenes.kit.panes import Pane
from scenes.kit.puppet import Puppet
from scenes.kit.room import Spots, find_room, spots_of
from scenes.kit.stairs import Stair
from scenes.places.valley import TALL, Pouring, Valley
from scenes.places.valley_cut import Cut, valley_light
from scenes.sets.stair_words import StairWords
from scenes.stage.claims import decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, Path, cased, follow, px
from scenes.stage.shots import ShotFilm

__all__ = ["LIFTED", "Born", "Holding", "Home", "Measuring", "StairSets"]

FULL = 4.15  # the article's container
LIFTED = 1.2  # first treads of b by which the line is lifted
NEARER = 3.0  # times as large: the second stair
HAND = (50.0, 100.0)  # cm from his feet to a hand that holds a line


class StairSets(StairWords, Valley):
    """Composes the staircase film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Staircase) -> None:
        super().__init__(film)
        self.story = story

    # -- the valley cut through ----------------------------------------------------------------

    def slope(self) -> tuple[Cut, Puppet]:
        """Return the valley with the start large on its slope, and him who feels it."""
        cut = Cut(self, self.story, *self.film.choose(
            ((-3.2, -0.8), (4.2, -2.5)), ((-1.9, -0.8), (2.2, -2.2)), ((-1.9, -1.6), (2.2, -4.2))
        ))  # fmt: skip
        unit = self.film.choose(0.0205, 0.015, 0.0215)
        return cut, self.placed("feeling", self.beside(cut, 0, -52 * unit), unit)

    def beside(self, cut: Cut, step: int, off: float) -> Point3D:
        """Return where the edge is so far beside the place after so many epochs."""
        a = cut.chart.value(float(cut.spot(step)[0]) + off)
        return cut.chart.at(a, self.story.cost(a, float(self.story.places[step, 1])))

    def stairs(self) -> Cut:
        """Return the valley so large that the first stair fills its side."""
        return Cut(self, self.story, *self.film.choose(
            ((-5.9, 2.2), (-0.4, -2.3)), ((-3.4, 1.7), (0.2, -2.2)), ((-3.5, 2.6), (0.1, -4.0))
        ))  # fmt: skip

    def axes(self, cut: Cut, *around: Mobject) -> Compass:
        """Return which way a and the cost grow, in a corner, clear of the curve and all around."""
        axes = cut.axes(self.spot((-6.5, -2.75), (-3.4, -2.6), (-3.4, -5.2)))
        drawn = spots_of(cut.core, *around)
        return find_room(axes, axes.get_center(), drawn, self.film.words_zone)

    @property
    def unit(self) -> float:
        """Frame units a cm of the man on these stairs."""
        return self.film.choose(0.0245, 0.0175, 0.024)

    def at_edge(self, stair: Stair) -> Puppet:
        """Return the man as he hangs from a stair's edge, or stands there if it is no drop."""
        unit = self.unit
        if stair.edge[1] - stair.foot[1] > 0.6 * TALL * unit:
            x, y = joints(MAN_POSES["hanging"], MAN)["hand_near"]
            return self.man("hanging", stair.edge + np.array([0.06 - unit * x, -unit * y, 0]), unit)
        return self.placed("doubting", stair.edge + 42 * unit * LEFT, unit)

    def nearer(self) -> Cut:
        """Return the same valley, where the second stair is as large as the first was."""
        treads, cut = self.story.treads, self.stairs()
        zoom = max(1.0, min(NEARER, abs(float(treads[0, 0] / treads[1, 0]))))
        to = self.spot((-4.2, -0.9), (-2.4, -0.2), (-2.2, -1.6))
        if treads[1, 0] < 0:
            to[0] *= -0.8  # the next one leads to the left
        return cut.nearer(zoom, cut.spot(1), to) if zoom > 1.5 else cut

    def quiet(self) -> Rectangle:
        """Return the dusk behind the lanes, so that they shine."""
        frame = self.film.frame
        left, low = self.film.choose((-2.4, frame.bottom), (frame.left, -1.6), (frame.left, -1.8))
        shade = Rectangle(
            width=frame.right - left, height=frame.top - low, stroke_width=0,
            fill_color=[self.film.theme.mark("ground")] * 4, fill_opacity=[0.0, 0.5, 0.5, 0.5],
            sheen_direction=self.film.choose(RIGHT, UP, UP),
        )  # fmt: skip
        return decoration(shade.move_to(((frame.right + left) / 2, (frame.top + low) / 2, 0)))

    def lanes(self) -> list[EpochSteps]:
        """Return the cost, a and b by the epoch, one above another over one axis."""
        film, quantities = self.film, self.story.quantities
        zone = film.choose(
            Zone(0.4, -2.5, 5.1, 3.8), Zone(-2.3, 0.15, 1.9, 3.75), Zone(-2.1, 0.3, 2.0, 6.6)
        )
        links = {"cost": "riser", "a": "tread a", "b": "tread b"}
        return epoch_lanes(film, zone, [(quantities[name], links[name]) for name in links], "cost")


class Measuring(Group):
    """The man fills the tank, and each minute's level becomes a point; or points of one's own."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets, self.x, self.y = sets, story.points.x.tolist(), story.points.y.tolist()
        ground, mouth = film.choose((-2.55, 4.2), (-2.2, 1.8), (-4.1, 1.6))
        hut = sets.hut(np.array([mouth, ground + 0.7, 0]), 0.6)
        self.pouring = self._pouring(ground, mouth) if story.pours() else []
        if self.pouring:
            self.man, tank = self.pouring[0].man, self.pouring[0].tank
            left, unit = tank.foot[0] + tank.width_ / 2, tank.unit
            low = float(tank.foot[1])
            zone = Zone(left, low, film.frame.right + 0.4, low + FULL * unit)
            minutes = zone.width / film.choose(1.9, 1.35, 1.35)
            self.chart = Graph(film, zone, (0.0, minutes), (0.0, FULL))
            super().__init__(self.plate, hut, *self.pouring, self.chart)
            return
        zone = film.choose(Zone(-2.6, ground + 0.4, 6.4, 1.6), Zone(-1.4, ground + 0.3, 3.6, 1.9),
                           Zone(-3.4, ground + 4.6, 3.6, 4.0))  # fmt: skip
        (left, right), (low, high) = ((min(v), max(v)) for v in (self.x, self.y))
        across, up = 0.3 * (right - left), 0.1 * (high - low)
        self.chart = Graph(film, zone, (left - across, right + across), (low - up, high + up))
        at, unit = film.choose((-5.0, 0.027), (-2.9, 0.019), (-1.2, 0.024))
        self.man = sets.man("doubting", (at, ground), unit)
        super().__init__(sets.yard(ground, mouth), hut, self.man, self.chart)

    def _pouring(self, ground: float, mouth: float) -> list[Pouring]:
        """Return the man at the tank; the yard has steps that lead him up there."""
        sets = self.sets
        man, feet, size, centre, width, unit = sets.film.choose(
            (-4.35, 2.05, 0.0236, -1.88, 2.6, 1.06), (-3.2, 2.05, 0.0185, -1.6, 1.7, 0.95),
            (-3.1, 4.7, 0.0215, -1.55, 1.7, 1.7),
        )  # fmt: skip
        stones = ((man - 3.4, 0.36 * feet), (man - 1.7, 0.68 * feet), (man - 0.95, feet))
        steps = tuple((round(x, 2), round(ground + up, 2)) for x, up in stones)
        self.plate = sets.yard(ground, mouth, steps, centre - width / 2 + 0.1)
        at, foot = (man, ground + feet + 0.02), np.array([centre, ground + 0.12, 0.0])
        return [Pouring(sets, at, size, foot, width, unit, FULL, sets.story.level)]

    def level(self, number: int) -> VGroup:
        """Return a measurement's ring, and the line from it to the point."""
        x, y, theme = self.x[number], self.y[number], self.sets.film.theme
        drop = Dashes(theme, "text", 0.022, dash=0.05).set_stroke(opacity=0.6)
        drop.between(self.chart.at(x, y), self.chart.at(x, 0))
        line = self.chart.line([0, x], [y, y], "text", 0.045, of="y")
        rings = [pouring.tank.ring(y, theme.marks["text"]) for pouring in self.pouring]
        return VGroup(*rings, decoration(drop), line)


class Holding(Group):
    """The man holds the line among the points: from ``near``, or ``beside`` charts."""

    def __init__(self, sets: StairSets, *lines: Pair, kind: str) -> None:
        film = sets.film
        self.sets = sets
        foot, unit, top, right, panes = {
            "near": film.choose(
                ((-5.5, -5.2), 0.0385, 3.5, 6.9, 0.46), ((-3.3, -4.6), 0.03, 3.5, 3.8, 0.46),
                ((-3.1, -6.7), 0.034, 2.2, 3.8, 0.54),
            ),
            "beside": film.choose(
                ((-5.8, -2.6), 0.0235, 3.4, -1.0, 0.3), ((-3.0, -3.1), 0.0135, -0.9, 3.8, 0.3),
                ((-3.0, -5.2), 0.0225, -1.3, 3.8, 0.3),
            ),
        }[kind]  # fmt: skip
        x, y = foot[0] + HAND[0] * unit, foot[1] + HAND[1] * unit
        low = max(foot[1], film.frame.bottom) + 0.2
        self.fit = Fit(film, sets.story, Zone(x, low, right, top), y, *lines, panes=panes)
        near = kind == "near"
        self.man = hold(sets.man("gripping" if near else "standing", foot, unit), self.fit)
        ground = film.frame.bottom - 1.2 if near else foot[1]
        plate = sets.yard(ground, film.choose(2.4, 1.2, 1.0), dawn=not near)
        super().__init__(plate, self.fit, self.man)

    def mean(self, spots: Spots) -> Pane:
        """Return the pane of the first cost, where it covers none of the spots."""
        side = math.sqrt(float(self.sets.story.costs[0])) * self.fit.chart.unit_y
        corner = self.sets.spot((-1.9, 3.75), (-2.6, 3.75), (-2.9, 4.9))
        pane = Pane(self.sets.film.theme, side, np.zeros(3), solid=0.75)
        wish = corner + side / 2 * (RIGHT + DOWN)
        return find_room(pane, wish, spots, self.sets.film.words_zone)


class Born(Group):
    """He stands in the valley that is to be, and tilts the line; its cost draws the valley."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        start, low, foot, unit, right, top = film.choose(
            ((-6.3, 2.3), (-0.4, -2.5), (-2.3, -1.3), 0.019, 2.9, 3.4),
            ((-3.4, 2.0), (0.0, -2.2), (-1.5, -1.2), 0.013, 1.7, 3.2),
            ((-3.3, 3.6), (0.0, -4.3), (-1.6, -2.8), 0.0195, 1.9, 5.2),
        )
        self.cut = Cut(sets, story, start, low)
        first, held = story.places[0].tolist()
        self.high = 2 * story.bottom(held) - first
        self.low = first - 0.06 * (self.high - first)
        zone = Zone(foot[0] + HAND[0] * unit, foot[1], right, top)
        lines = (first, held), (self.high, held)
        self.fit = Fit(film, story, zone, foot[1] + HAND[1] * unit, *lines, thickness=0.1)
        man = hold(sets.man("standing", foot, unit), self.fit)
        self.seen = [first, first]
        track = cased(Path(film.theme, "cost", 0.12, name="valley"), film.theme)
        self.track = follow(track, self._freeze)
        self.ball = follow(
            Ball(0.24, film.theme, sets.pixels), lambda ball: ball.put(self._place())
        )
        glass = VMobject().set_fill(film.theme.mark("cost"), 0.45)
        glass.set_stroke(film.theme.mark("cost"), px(0.06), 1)
        self.glass = follow(decoration(glass), self._hang)
        self.moving = (self.fit, man, self.glass, self.ball)
        plate = sets.yard(foot[1], film.choose(-0.5, 0.0, 0.0))
        super().__init__(plate, self.track, *self.moving)

    def _place(self) -> Point3D:
        a, b = self.fit.a(), self.fit.b()
        return self.cut.chart.at(a, self.cut.story.cost(a, b))

    def _hang(self, glass: VMobject) -> None:
        """Let the mean's pane, to the scale of the points, hang at the place."""
        cost = self.cut.story.cost(self.fit.a(), self.fit.b())
        side = math.sqrt(cost) * self.fit.chart.unit_y
        corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
        glass.set_points_as_corners([self._place() + np.array([x, y, 0.0]) for x, y in corners])

    def _freeze(self, track: Path) -> None:
        a = self.fit.a()
        self.seen[:] = [min(self.seen[0], a), max(self.seen[1], a + 1e-9)]
        track.through(*self.cut.curve(float(self.cut.story.places[0, 1]), *self.seen))


class Home(Group):
    """The yard again, the last line among the points, the man before his house."""

    def __init__(self, sets: StairSets) -> None:
        film, story = sets.film, sets.story
        self.sets, home = sets, story.gets_home()
        ground, zone, at, x, sinks, unit, wide, high, mouth = film.choose(
            (-2.55, Zone(-6.4, -2.35, 2.0, 1.2), -2.0, 4.6, 0.05, 0.0275, 2.2, 5.6, 1.6),
            (-1.9, Zone(-3.6, -1.7, 1.5, 1.4), -1.5, 2.75, 0.05, 0.02, 1.0, 4.2, 0.6),
            (-4.3, Zone(-3.6, -1.4, 3.5, 3.1), -1.0, 1.9, 0.6, 0.027, 1.5, 5.6, 0.6),
        )
        self.fit = Fit(film, story, zone, at, story.best if home else story.pairs[-1])
        corner = np.array([film.frame.right - wide, ground + 0.05, 0.0])
        self.house = sets.house(corner, wide + 0.6, high)
        pose = "presenting" if home else "shrugging"
        self.man = sets.man(pose, (x, ground - sinks), unit, -1, light=(-0.8, 0.6))
        light = valley_light(sets, np.array([mouth, ground + 0.6, 0.0]))
        plate = sets.yard(ground, mouth, dawn=True)
        super().__init__(plate, light, self.house, self.fit, self.man)
        self.cost = story.quantities["best cost" if home else "cost"].of(
            story.best_cost if home else float(story.costs[-1]))  # fmt: skip

    def spots(self) -> Spots:
        """Return where there is something."""
        return spots_of(self.fit.panes(), self.fit.beam, self.fit.marks, self.man, self.house)

    def panes(self) -> VGroup:
        """Return the first cost's pane, and in its corner what is left of it, to one scale."""
        theme, unit = self.sets.film.theme, self.fit.chart.unit_y
        corner = self.man.joint("hand_far") + 0.1 * UP
        costs = (float(self.sets.story.costs[0]), 0.12), (self.cost.value, 0.9)
        panes = [Pane(theme, math.sqrt(cost) * unit, corner, solid) for cost, solid in costs]
        for pane in panes:
            pane.shift(pane.size * LEFT)
        return VGroup(*panes)
