"""The compositions of the film about the squared error."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import DL, DOWN, DR, LEFT, RIGHT, UL, UP, Group, VGroup
from manim.typing import Point3D, Vector3D

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from gdmath.experiments.squared_error import HALF_LANE_CM, STEPS, Params, Race, Why
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.graph import Graph
from scenes.kit.lens import Lens
from scenes.kit.panes import Pane
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.places.loft import Loft, NearRoom
from scenes.places.road import RoadPlace
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Path, bullseye, cased, dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Words
from scenes.worlds.loft.cloth import Cloth

__all__ = ["NAMES", "Board", "Drive", "SquaredSets", "Track"]

NAMES = ("names", "names2", "names4")  # of the three costs
NAMED = 10  # the step at which a way is named
LOST = 40.0  # cm: what is farther from the centre is out of the picture


class SquaredSets(RoadPlace, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "high": ((-1.35, 0.3), (-1.0, 0.5, 1.6), (0.5, 2.0)),
        "left": ((-4.0, 2.35), (-2.6, 2.0, 1.8), (-2.0, 3.9)),
        "right": ((-1.3, 2.35), (-0.6, 2.0, 1.8), (0.4, 3.9)),
        "sum": ((1.9, 3.1, 4.0), (0.9, 3.2, 4.0), (0.0, 5.9, 7.0)),
        "formula": ((-1.7, 2.75, 8.4), (-0.5, 3.1, 6.4), (0.0, 5.4, 7.2)),
        "claim": ((-3.4, 1.0, 6.2), (-1.9, 2.6, 3.6), (0.0, 5.0, 7.2)),
        "product": ((-3.2, 1.7, 6.0), (-1.7, 3.0, 4.2), (-1.0, 5.9, 5.6)),
    }

    def __init__(self, film: ShotFilm[Params], story: Why) -> None:
        super().__init__(film)
        self.story, self.loft = story, Loft(film)

    # -- the loft ----------------------------------------------------------------------------

    def sheet(self, middle: tuple[float, float], zoom: float) -> Group:
        """Return the sheet from near, a little darker than it is."""
        frame = self.film.frame
        plate = Cloth(frame.width, frame.height, self.night).plate(self.pixels)
        return Group(self.loft.near(plate, middle, zoom))

    def friend(self, pose: str) -> Puppet:
        """Return the friend beside the sheet."""
        at, unit = self.film.choose(
            ((5.2, -4.1), 0.037), ((2.9, -3.5), 0.0255), ((1.9, -5.5), 0.03)
        )
        return self.loft.puppet(FRIEND, FRIEND_POSES[pose], at, unit, -1, light=(-1.0, 0.3))

    def board(self) -> Board:
        """Return the ring and the dot that is too high and too far left."""
        return Board(self.film, self.story, *self.film.choose(
            ((-2.6, -0.75), 2.25), ((-1.9, -0.3), 1.45), ((-0.8, 1.4), 1.75)
        ))  # fmt: skip

    def square(self) -> tuple[Group, Puppet, Pane]:
        """Return the sheet, the friend and one square below a formula."""
        (x, y), side = self.film.choose(
            ((-3.6, -2.1), 4.0), ((-2.9, -2.0), 3.9), ((-2.6, -1.4), 5.2)
        )
        pane = Pane(self.film.theme, side, np.array([x, y, 0.0]))
        return self.sheet((-2.0, 0.8), 1.7), self.friend("pointing"), pane

    def duet(self) -> tuple[Group, Puppet, Axis, Axis]:
        """Return the room, the player, and the ground of a tile and of a wall of tiles."""
        at, unit = self.film.choose(
            ((-5.2, -3.6), 0.036), ((-3.2, -2.9), 0.019), ((0.2, -5.6), 0.03)
        )
        room = NearRoom(self.loft, at, unit)
        base, left, wide, one = self.film.choose(
            (-2.05, 0.3, 5.8, -2.4), (-1.7, -0.9, 4.5, -2.2), (-1.9, 0.2, 5.5, -3.3)
        )
        theme, miss = self.film.theme, float(self.story.miss)
        wall = Axis((left, base, 0), (left + wide, base, 0), 0, miss, theme)
        tile = Axis((one, base, 0), (one + wall.unit, base, 0), 0, 1, theme)
        player = self.loft.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit)
        return Group(room.plate, self.loft.shade()), player, tile, wall

    def side(self, pane: Pane) -> Axis:
        """Return the lower side of a square, from 0 to 1."""
        ends = pane[0].get_corner(DL), pane[0].get_corner(DR)
        return Axis(*ends, 0, 1, self.film.theme)

    # -- the road ----------------------------------------------------------------------------

    def curves(self) -> tuple[Sprite, Graph, VGroup]:
        """Return the lane from above, and over it what a miss costs: its size, square, fourth."""
        high, zone = float(self.story.high), self.film.choose(
            Zone(-6.3, -2.4, 6.3, 3.1), Zone(-3.6, -2.1, 3.6, 3.0), Zone(-3.6, -3.4, 3.6, 5.2)
        )  # fmt: skip
        wide, tall = 1.25 * high, 1.3 * high**2
        graph = Graph(self.film, zone, (-wide, wide), (0.0, tall))
        lines = VGroup()
        for race, thick in zip(self.story.races, (0.07, 0.16, 0.07), strict=True):
            reach = min(wide, tall ** (1 / race.power))
            miss = np.unique([*np.linspace(-reach, reach, 81), 0.0])
            lines.add(graph.line(miss, race.costs(miss), "cost", thick, of="cost"))
        plate = self.above(float(graph.at(0, 0)[0]))
        return plate, graph, lines

    def curve_names(self, graph: Graph) -> list[Words]:
        """Return the names of the three costs, at the ends of their curves."""
        tall, size = graph.up[1], self.film.choose(1.5, 1.2, 1.4)
        side = 0.86 * graph.across[1]
        ends = (-side, side), (tall**0.5, tall), (tall**0.25, tall)
        words = [self.film.label(self.story.says(name), role="cost", size=size) for name in NAMES]
        for word, end, way in zip(words, ends, (UP, RIGHT, LEFT), strict=True):
            word.next_to(graph.at(*end), way, buff=0.2)
        return [self.film.keep_in_frame(word) for word in words]

    def axis_name(self, graph: Graph) -> Words:
        """Return what is along the axis."""
        words = self.film.label(self.story.says("across"), size=1.0)
        return words.next_to(graph.at(graph.across[0], 0), DR, buff=0.12)

    def costs(self, graph: Graph) -> VGroup:
        """Return what the first miss costs on each curve."""
        story, high = self.story, float(self.story.high)
        costs = [float(race.cost(story.high)) for race in story.races]
        rows = VGroup(graph.line([high, high], [0, graph.up[1]], "text", 0.03))
        top = graph.at(high, graph.up[1])
        rows.add(decoration(Arrow(self.film.theme, "cost", 0.1).between(top + 0.7 * DOWN, top)))
        rows.add(*graph.dots([high] * 2, costs[:2], "here", 0.13, of="cost"))
        tops = costs[0], costs[1], 0.96 * graph.up[1]
        for cost, top, way in zip(costs, tops, (DR, DR, LEFT), strict=True):
            number = self.film.label(story.told("cost", cost), role="cost", size=2.0)
            rows.add(number.next_to(graph.at(high, top), way, buff=0.12))
        return rows

    def track(self) -> tuple[Sprite, Track]:
        """Return the lane from above, for three ways to its centre."""
        track = Track(self.film, self.story, self.film.choose(
            Zone(-6.9, -2.5, 6.9, 3.3), Zone(-3.9, -2.2, 3.9, 2.4), Zone(-3.9, -3.6, 3.9, 4.4),
        ))  # fmt: skip
        return self.above(float(track.at(0, 0)[0])), track

    def drive(self, *, morning: bool = False) -> Drive:
        """Return the road, by night or in the morning, and the car on the centre of its lane."""
        return Drive(self, morning)


class Board(Group):
    """The ring and a dot beside it: ``aside`` is how far left it is, in cm."""

    def __init__(
        self, film: ShotFilm[Params], story: Why, at: tuple[float, float], reach: float
    ) -> None:
        self.film, self.story = film, story
        self.high, self.far = float(story.high), float(story.aside)
        cm = reach / max(self.high, self.far)
        x, y = at
        ends = (x + 5 * cm, y, 0), (x - 5 * cm, y, 0)
        self.across = Axis(*ends, -5, 5, film.theme)
        self.up = Axis((x, y - 5 * cm, 0), (x, y + 5 * cm, 0), -5, 5, film.theme)
        self.aside = Quantity("error", self.far)
        self.ring = target_ring(0.36, film.pixels_per_unit, film.theme).move_to((x, y, 0))
        self.ball = Ball(0.2, film.theme, film.pixels_per_unit)
        follow(self.ball, lambda ball: ball.put(self.place()))
        self.ball.claims(self.across, of="error", x=self.aside)
        super().__init__(self.across, self.up, self.ring, self.ball)

    def place(self, aside: float | None = None) -> Point3D:
        """Return where the dot is so far left."""
        value = self.aside() if aside is None else aside
        return self.across.at(value, self.high * self.up.unit)

    def misses(self, side: int) -> tuple[Arrow, Arrow]:
        """Return the miss upwards, and the one to a side: 1 is left."""
        top = self.high * self.up.unit
        return (
            axis_arrow(self.up, 0, self.high, "text", 0.13, of="error"),
            axis_arrow(self.across, 0, side * self.far, "text", 0.13, of="error", off=top),
        )

    def panes(self) -> tuple[Pane, Pane]:
        """Return the squares of both misses, while the dot is on the right."""
        theme, (x, y, _) = self.film.theme, self.up.at(0)
        high, far = (miss * self.up.unit for miss in (self.high, self.far))
        left = np.array([x - high, y, 0.0])
        return Pane(theme, high, left), Pane(theme, far, np.array([x, y + high, 0.0]))

    def whole(self) -> Pane:
        """Return the square on the straight way from the ring to the dot."""
        start, end = self.up.at(0), self.place()
        way = end - start
        pane = Pane(self.film.theme, float(np.linalg.norm(way)), start, -1)
        return pane.rotate(float(np.arctan2(way[1], way[0])), about_point=start)


class Drive(Group):
    """The road with the car; its ``axis`` is the ground across the lane, in cm from its centre."""

    def __init__(self, sets: SquaredSets, morning: bool) -> None:
        film, off = sets.film, float(sets.story.off)
        unit, room, centre, vanish, moon = film.choose(
            (3.65, 7.7, (-2.2, -1.98), (-3.58, 1.4), (-4.7, 3.0)),
            (2.75, 5.4, (-2.0, -1.7), (-2.7, 0.9), (-2.9, 3.1)),
            (3.05, 6.0, (-2.6, -0.9), (-3.1, 2.0), (-2.2, 5.9)),
        )
        self.unit = min(unit, room / (off / 100 + 0.95)) if not morning else unit
        if morning:
            centre = film.choose((3.1, -2.7), (1.2, -2.1), (0.0, -3.2))
        self.plate, self.road = sets.road(centre, self.unit, vanish, moon, morning=morning)
        self.car = sets.car(self.road, "happy", Quantity("off", 0.0))
        left, right = ((*self.road.at(side * HALF_LANE_CM / 100), 0) for side in (-1, 1))
        self.axis = Axis(left, right, -HALF_LANE_CM, HALF_LANE_CM, film.theme)
        self._film, self._story = film, sets.story
        super().__init__(self.plate, self.car)

    def square(self, side: float) -> tuple[Pane, VGroup]:
        """Return the square of a miss of so many cm, and its squares of 10 cm, and in one of 1 cm."""
        theme, axis = self._film.theme, self.axis
        cm, corner = axis.unit, axis.at(0)
        pane = Pane(theme, side * cm, corner, solid=0.9)
        grid = VGroup(name="grid")
        for step, most, thick in ((10.0, side, 0.018), (1.0, min(10.0, side), 0.006)):
            for at in np.arange(step, most, step).tolist():
                for ends in (((at, 0), (at, most)), ((0, at), (most, at))):
                    line = Path(theme, "text", thick)
                    line.through(*[corner + cm * np.array([*end, 0.0]) for end in ends])
                    grid.add(line.set_stroke(opacity=0.35))
        return pane, decoration(grid)

    def lens(self, radius: float, cost: Reading) -> Lens:
        """Return a lens on the first square centimetre."""
        x, y = self._film.choose((-5.2, -0.6), (-3.0, 2.0), (-1.2, -3.4))
        spot = self.axis.at(0.5, 0.5 * self.axis.unit)
        return Lens(self._film, np.array([x, y, 0.0]), radius, spot, cost)

    def words(self, miss: Reading, cost: Reading) -> VGroup:
        """Return the names of what is measured, and the cost, in its square if there is room."""
        film, axis, says = self._film, self.axis, self._story.says
        side = miss.value * axis.unit
        number = VGroup(film.label(says("cost"), size=1.6), film.label(cost, size=3.0))
        number.arrange(DOWN, buff=0.2)
        if side > 1.02 * number.width:
            number.move_to(axis.at(miss.value / 2, 0.58 * side))
        else:
            number.next_to(axis.at(0, 1.2), LEFT, buff=0.4)
        length = film.label(miss, size=1.5)
        length.next_to(axis.at(miss.value / 2, -0.4), DOWN, buff=0.1)
        centre = film.label(says("centre"), role="target", size=1.0, room=2.6)
        centre.next_to(axis.at(0, -0.36), LEFT, buff=0.3)
        car = film.label(says("car"), role="here", size=1.0)
        car.next_to(axis.at(miss.value, -0.36), RIGHT, buff=0.25)
        return VGroup(number, length, centre, car)

    def measure(self, miss: Reading) -> VGroup:
        """Return the miss as an arrow on the ground, between the lane's centre and the car."""
        film, axis, down = self._film, self.axis, -0.36
        ring = claim(bullseye(film.theme, 0.17), axis, of="target", x=0)
        ring.move_to(axis.at(0, down))
        spot = claim(dot(film.theme, "here", 0.15), axis, of="off", x=miss.value)
        spot.move_to(axis.at(miss.value, down))
        arrow = axis_arrow(axis, 0, miss.value, "text", 0.09, of="miss", off=down)
        return VGroup(arrow, ring, spot)


class Track(Graph):
    """How far from the centre three races are, a row a step: the first row is the lowest."""

    def __init__(self, film: ShotFilm[Params], story: Why, zone: Zone) -> None:
        high = float(story.high)
        self._story = story
        super().__init__(film, zone, (-2.9 * high, high + 1.5), (0.0, float(STEPS)))

    def race(self, race: Race) -> tuple[Quantity, Group]:
        """Return the steps that are done, and what follows them: a ball and its way."""
        places = np.array([float(place) for place in race.places])
        last = int(self.last(race))
        done, steps = Quantity("steps", 0.0), np.arange(last + 1.0)

        def now() -> tuple[np.ndarray, np.ndarray]:
            at = done()
            rows = np.union1d(steps[steps <= at], [max(at, 1e-3)])
            return np.interp(rows, steps, places[: last + 1]), rows

        ball = Ball(0.15, self.film.theme, self.film.pixels_per_unit)
        claim(ball.ball, self, of="place", x=lambda: now()[0][-1], y=done)
        follow(ball, lambda ball: ball.put(self.at(*[float(v[-1]) for v in now()])))
        path = cased(Path(self.film.theme, "here", 0.07, name="way"), self.film.theme)
        follow(path, lambda path: path.through(*[self.at(*p) for p in zip(*now(), strict=True)]))
        return done, Group(decoration(path), ball)

    @staticmethod
    def last(race: Race) -> float:
        """Return the last step of a race that is shown."""
        lost = [step for step, place in enumerate(race.places) if abs(place) > LOST]
        return float(lost[0] if lost else len(race.places) - 1)

    def called(self, race: Race, words: Said, side: Vector3D) -> Words:
        """Return the name of a race's cost, on a side of its way."""
        step = min(float(NAMED), self.last(race) - 1)
        place = max(float(race.places[int(step)]), 0.9 * self.across[0])
        name = self.film.label(words, role="cost", size=1.5)
        return self.film.keep_in_frame(name.next_to(self.at(place, step), side, buff=0.35))

    def names(self) -> VGroup:
        """Return what is along the axes."""
        film, says = self.film, self._story.says
        across = film.label(says("across"), size=1.0)
        across.next_to(self.at(self.across[0], 0), DR, buff=0.12)
        low, high = (self.at(0.97 * self.across[0], step) for step in (0, STEPS))
        arrow = decoration(Arrow(film.theme, "quiet", 0.06).between(low, high))
        steps = film.label(says("steps"), size=1.0).next_to(high, RIGHT, buff=0.2)
        return VGroup(across, arrow, steps, self.base(0))
