"""The compositions of the film about learning rates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

import numpy as np
from manim import DOWN, RIGHT, Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.outcome import BORDERS
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.learning_rate import Params, Walk
from gdmath.experiments.reading import Reading
from scenes.figures.man_poses import MAN_POSES
from scenes.figures.pose import Pose
from scenes.kit.ant import Ant
from scenes.kit.axis import Axis
from scenes.kit.labels import large
from scenes.kit.lane import PLATEAU, Lane, folds
from scenes.kit.losses import LossChart
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet, tilted
from scenes.kit.rates import RateRoad
from scenes.places.valley import SPLIT, Valley
from scenes.stage.layout import Zone
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Words
from scenes.worlds.valley.section import Fold

__all__ = ["RateSets"]

WIDEST = 130.0  # cm between the giant's boots
TOES = 19.0  # cm from his ankle to what is before them
DUSK = (-0.5, 0.7)  # where the light comes from


class RateSets(Valley, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((-0.6, 3.05), (-0.3, 3.3), (0.0, 5.6)),
        "cost": ((-6.1, -1.15), (-3.1, -1.5), (-3.1, -3.0)),
        "ant": ((-5.0, 2.8), (-2.6, 3.1), (-1.6, 5.4)),
        "man": ((-1.9, 2.85), (-2.0, 3.1), (-1.2, 5.2)),
        "giant": ((-4.9, 2.8), (-2.7, 3.0), (-2.1, 5.6)),
        "miss": ((5.0, 2.8), (2.7, 3.25), (1.9, 5.75)),
        "large": ((3.8, 3.1), (3.0, 3.3), (-2.7, 6.2)),
        "good": ((5.25, 1.75), (3.1, 1.6), (-0.4, -3.15)),
        "small": ((5.95, -1.9), (3.1, -1.75), (-2.9, -4.45)),
        "formula": ((-1.2, 2.3), (0.0, 2.7), (0.0, 3.6)),
        "gone": ((-5.2, -0.2), (-2.9, 0.0), (-2.6, -1.2)),
        "far": ((-2.7, -1.2), (-1.5, -0.9), (-1.6, -2.6)),
        "there": ((2.6, -1.6), (1.5, -1.2), (0.4, -3.6)),
        "claim": ((-0.2, 2.9), (-0.3, 3.0), (-0.2, 5.4)),
    }
    # The bottom of the valley, how far the start is from it and above it, and the size of the hut.
    stands: ClassVar = {
        "wide": (((-0.6, -2.5), 4.9, 2.0, 0.9), ((-0.3, -1.8), 2.8, 1.4, 0.6),
                 ((-0.4, -3.4), 2.9, 2.0, 0.8)),
        "giant": (((0.0, -2.95), 2.2, 1.9, 0.5), ((0.0, -2.1), 1.6, 1.3, 0.45),
                  ((0.0, -4.2), 2.6, 2.2, 0.7)),
        "road": (((-1.4, -0.6), 3.2, 1.8, 0.5), ((-0.6, 0.4), 2.0, 1.4, 0.4),
                 ((0.0, 1.8), 2.2, 2.1, 0.5)),
    }  # fmt: skip

    def __init__(self, film: ShotFilm[Params], story: Walk) -> None:
        super().__init__(film)
        self.story = story

    # -- words -------------------------------------------------------------------------------

    def rate(self, walk: Walk, name: str) -> VGroup:
        """Return a learning rate, and in words what it is, in its place."""
        alone = name in ("ant", "man", "giant")
        size = self.film.choose(3.4, 2.4, 3.0) if alone else self.film.choose(2.2, 1.6, 1.7)
        said = large(self.film, walk.rate, walk.says("size"), "step", size, above=False)
        return self.film.keep_in_frame(self.put(name, said))

    def beside(self, rate: VGroup, number: Reading, said: Said) -> VGroup:
        """Return what comes of a learning rate, beside it."""
        size = self.film.choose(2.2, 1.6, 2.2)
        found = large(self.film, number, said, size=size, above=False)
        return found.next_to(rate, self.film.choose(RIGHT, RIGHT, DOWN), buff=0.6)

    def where(self) -> list[Words]:
        """Return the learning rates of ant, man and giant where they are at last."""
        size, names = self.film.choose(2.0, 1.4, 1.6), ("far", "there", "gone")
        return [self.words(name, (walk.rate, "step"), size=size)
                for name, walk in zip(names, self.story.three, strict=True)]  # fmt: skip

    # -- valleys -----------------------------------------------------------------------------

    def valley(self, name: str, grown: float = 1.0) -> tuple[Group, Lane]:
        """The valley of this name, from so far that misses may grow so many times."""
        floor, across, up, hut = self.film.choose(*self.stands[name])
        lane = Lane(self.film, self.story, floor, across / grown, up / grown**2)
        land = self.section(folds((floor[0], floor[1] + 0.9 * lane.up), lane), PLATEAU * lane.up)
        return Group(land, lane.curve, self.hut(np.array([*floor, 0.0]), hut)), lane

    def hook(self) -> tuple[Group, Puppet, Ant, Puppet]:
        """The man above his valley, who thinks of himself as an ant and as a giant."""
        world, lane = self.valley("wide")
        unit, small, far = self.film.choose((0.018, 0.0085, 1.5), (0.0135, 0.006, 1.05),
                                            (0.018, 0.008, 1.5))  # fmt: skip
        man = lane.bring(self.man("doubting", np.zeros(3), unit, -1, light=DUSK))
        man.take(tilted(man.pose, -lane.slope))
        below = self.story.target + 0.7 * float(self.story.errors[0])
        ant = self.ant("plodding", lane.point(below), small, -1, 0.7 * lane.slope)
        x, y = lane.floor
        high = y + self.film.choose(0.55, 0.8, 0.8) * lane.up
        giant = self.vaulting(np.array([x + far, high, 0]), np.array([x - far, high, 0]))
        for thought in (ant, giant):
            thought.set_opacity(0.5)
        return world, man, ant, giant

    def near_ant(self, walk: Walk) -> tuple[Group, Lane, Ant]:
        """The ant's lane from so near that its first steps fill the frame."""
        moved = 1 - float(walk.sizes[walk.close] / walk.sizes[0])
        right, top, wide, unit = self.film.choose(
            (5.0, 1.5, 6.6, 0.024), (2.8, 0.9, 4.2, 0.0145), (2.8, 0.4, 4.2, 0.0165)
        )
        across = min(wide / moved, 60.0)
        lane = Lane(
            self.film, self.story, (right - across, top - 0.28 * across), across, 0.28 * across
        )
        x, y = self.film.choose((-5.4, -0.9), (-2.6, -0.4), (-2.2, 0.8))
        far = [Fold(x, y - 1.4 * n, round(0.13 / (0.4 + n), 3), 0.3 + 0.3 * n) for n in (0, 1)]
        world = Group(self.section([*far, lane.fold], 6.0), self.hut(np.array([x, y, 0]), 0.5))
        ant = self.ant("plodding", np.zeros(3), unit, -1, lane.slope)
        return Group(world, lane), lane, ant

    def strolling(self) -> tuple[Group, Lane, Puppet]:
        """The whole valley, and the man at the start."""
        world, lane = self.valley("wide")
        unit = self.film.choose(0.021, 0.013, 0.017)
        return world, lane, self.man("striding", lane.point(lane.at()), unit, -1, light=DUSK)

    def under_the_giant(self, walk: Walk) -> tuple[Group, Lane, Puppet, list[tuple[Pose, Point3D]]]:
        """The valley from its bottom, the giant at the start, and how he is astride each leap."""
        world, lane = self.valley("giant", float(walk.sizes[walk.leaps] / walk.sizes[0]))
        spots = np.array([lane.point(place) for place in walk.heights[: walk.leaps + 1].tolist()])
        unit = float(abs(spots[-1, 0] - spots[-2, 0])) / WIDEST
        giant = lane.bring(self.man("striding", np.zeros(3), unit, -1, light=DUSK, roams=True))
        giant.take(tilted(giant.pose, -lane.slope))
        boots = spots + TOES * unit * RIGHT
        return world, lane, giant, [self.astride(*pair, unit) for pair in pairwise(boots)]

    def three(self, walks: Sequence[Walk]) -> tuple[Group, Point3D, list[VGroup], list[Sprite]]:
        """Three lanes one behind another: the giant's, the man's, the ant's."""
        x, vanish, hut, places = self.film.choose(
            (-0.6, -0.35, 0.62, ((-2.2, 2.12, 0.94), (-2.75, 3.7, 1.64), (-3.25, 5.1, 2.26))),
            (-0.6, 0.1, 0.5, ((-1.2, 1.75, 0.75), (-1.8, 2.2, 0.95), (-2.4, 2.7, 1.16))),
            (-0.4, 3.0, 0.7, ((0.2, 2.05, 1.23), (-2.5, 2.4, 1.44), (-4.6, 2.7, 1.62))),
        )
        shrunk = max(1.0, float(walks[0].sizes[1] / walks[0].sizes[0]) / 1.1), 1.0, 1.0
        lanes = [Lane(self.film, self.story, (x, y), across / by, up, across / places[1][1], 0.0)
                 for (y, across, up), by in zip(places, shrunk, strict=True)]  # fmt: skip
        land = self.section(folds((x, vanish), *lanes), PLATEAU * places[1][2])
        house = self.hut(np.array([*lanes[0].floor, 0.0]), hut)
        world = Group(land, *[lane.curve for lane in lanes], house)
        steps = [lane.step(walk.heights, float(walk.gradients[0]))
                 for lane, walk in zip(lanes, walks, strict=True)]  # fmt: skip
        unit, small = self.film.choose((0.0145, 0.011), (0.011, 0.0065), (0.0125, 0.0085))
        man = self.man("striding", lanes[1].point(lanes[1].at()), unit, -1, light=DUSK)
        lanes[1].bring(man, 26 * unit).take(tilted(man.pose, -lanes[1].slope))
        ant = lanes[2].bring(self.ant("plodding", np.zeros(3), small, -1, lanes[2].slope))
        back, front = (lanes[0].point(place) for place in walks[0].heights[:2].tolist())
        toes = TOES / SPLIT * abs(float(front[0] - back[0])) * RIGHT
        giant = self.vaulting(back + toes, front + toes)
        return world, np.array([*lanes[0].floor, 0.0]), steps, [giant, man, ant]

    def road(self, walk: Walk) -> tuple[Group, Lane, RateRoad, Puppet]:
        """A small valley, the learning rates as a road below it, and the man who looks on."""
        world, lane = self.valley("road")
        (left, y, right), at, unit = self.film.choose(
            ((-6.4, -1.75, 3.7), (5.3, -2.5), 0.025), ((-3.6, -0.75, 2.0), (3.1, -2.0), 0.0145),
            ((-3.5, -0.5, 3.5), (2.1, -5.3), 0.021),
        )  # fmt: skip
        road = RateRoad(self.film, Zone(left, y, right, y + 1), BORDERS[1], walk.rate.value)
        return world, lane, road, self.man("striding", at, unit, -1, light=DUSK)

    # -- the yard ----------------------------------------------------------------------------

    def ruler(self, longest: float) -> tuple[Group, Axis, tuple[Ant, Puppet, Puppet]]:
        """The terrace as an axis: the start on the right, so far that the longest arrow ends."""
        ground, right, most, (small, middle, tall) = self.film.choose(
            (-1.95, 4.6, 10.8, (0.01, 0.0165, 0.0255)), (-1.1, 2.1, 5.6, (0.0045, 0.009, 0.0145)),
            (-3.2, 2.0, 5.5, (0.0055, 0.0135, 0.024)),
        )  # fmt: skip
        start, way = self.story.params.start_cm, float(np.sign(self.story.errors[0]))
        ends = sorted([(start, right), (start - way * longest, right - most)])
        (low, first), (high, last) = ends
        plate = self.yard(ground, self.film.choose(-3.0, -1.5, -1.0))
        axis = Axis((first, ground, 0), (last, ground, 0), low, high, self.film.theme)
        hut = self.hut(axis.at(self.story.target), self.film.choose(1.3, 0.9, 1.1))
        place = axis.at(start) + self.film.choose(1.1, 0.85, 0.85) * RIGHT
        walkers = (self.ant("plodding", place, small, -1), self.man("striding", place, middle, -1),
                   self.man("striding", place, tall, -1))  # fmt: skip
        return Group(plate, hut), axis, walkers

    def chart(self) -> tuple[Sprite, LossChart, list[Sprite]]:
        """Costs by step from edge to edge, and ant, man and giant on their lines."""
        zone, size, room, (small, middle, tall) = self.film.choose(
            (Zone(-4.5, -2.1, 3.9, 3.45), 1.9, 2.7, (0.008, 0.0098, 0.014)),
            (Zone(-1.9, -1.5, 1.8, 3.4), 1.2, 1.9, (0.0065, 0.008, 0.0085)),
            (Zone(-1.9, -3.4, 1.8, 5.8), 1.3, 1.9, (0.0075, 0.0135, 0.014)),
        )
        ant, man, giant = self.story.three
        last = ant.close
        steps = self.story.quantities["steps"][last]
        chart = LossChart(self.film, zone, self.story.left("cost", 0), steps, size, room)
        climbed = int(np.flatnonzero(giant.costs < 1.3 * giant.costs[0])[-1])
        at, rise = chart.along(ant.costs, 5 * last // 6)
        figures: list[Sprite] = [self.ant("plodding", at, small, 1, rise)]
        for walk, step, unit in ((man, last // 2, middle), (giant, min(climbed, last // 2), tall)):
            at, rise = chart.along(walk.costs, step)
            figures.append(self.man("striding", at, unit, light=DUSK))
            figures[-1].take(tilted(MAN_POSES["striding"], rise))
        return self.yard(zone.bottom - 0.25, self.film.choose(-3.0, -1.0, 0.5)), chart, figures

    def home(self) -> tuple[Group, Puppet, Ant, Puppet, Sprite]:
        """The yard at dawn: the man at his door, the ant on the hill, the giant beyond it."""
        ground = self.film.choose(-2.55, -1.9, -4.3)
        plate = self.yard(ground, self.film.choose(1.6, 0.6, 0.6), dawn=True)
        x, unit, wide, high = self.film.choose(
            (4.1, 0.0265, 2.3, 5.6), (2.55, 0.02, 1.1, 4.2), (1.8, 0.027, 1.6, 5.6)
        )
        place = np.array([self.film.frame.right - wide, ground + 0.05, 0.0])
        house = self.house(place, wide + 0.6, high)
        man = self.man("presenting", (x, ground - 0.05), unit, -1, light=(-0.8, 0.6))
        top, foot, rise, spot, small, tall = self.film.choose(
            (-4.6, 3.0, 2.9, -2.4, 0.012, 0.019), (-2.9, 1.6, 2.6, -1.5, 0.006, 0.013),
            (-2.7, 1.2, 4.4, -1.5, 0.007, 0.017),
        )  # fmt: skip
        hill, picture = self.hill(top, foot, ground, rise)
        ant = self.ant("plodding", np.array(hill.at(spot)), small, 1, hill.degrees(spot))
        behind = (top - 0.4, hill.at(top)[1] - 70 * tall)
        giant = self.man("striding", behind, tall, -1, light=(-0.8, 0.6))
        return Group(plate, house), man, ant, giant, picture
