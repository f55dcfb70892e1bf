"""The compositions of the film about learning rates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.outcome import BORDERS
from gdmath.experiments.learning_rate import Params, Walk
from scenes.kit.ant import Ant
from scenes.kit.axis import Axis
from scenes.kit.lane import PLATEAU, Lane, folds
from scenes.kit.losses import LossChart
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet, tilted
from scenes.kit.rates import RateRoad
from scenes.places.valley import Valley
from scenes.stage.layout import Zone
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.valley.section import Fold

__all__ = ["RateSets"]


class RateSets(Valley, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((-4.9, 2.75), (-1.9, 2.95), (-0.6, 5.2)),
        "cost": ((-5.9, -1.8), (-3.1, -1.5), (-3.1, -3.0)),
        "ant": ((-5.0, 2.8), (-2.6, 3.1), (-1.6, 5.4)),
        "man": ((-2.4, 2.8), (-2.0, 3.1), (-1.2, 5.2)),
        "large": ((3.8, 3.1), (3.0, 3.3), (-2.7, 6.2)),
        "good": ((5.25, 1.75), (3.1, 1.6), (-0.4, -3.15)),
        "small": ((5.95, -1.9), (3.1, -1.75), (-2.9, -4.45)),
        "formula": ((-1.2, 2.0), (0.0, 2.7), (0.0, 3.6)),
        "claim": ((-1.9, 2.4), (-0.3, 2.8), (-0.2, 5.2)),
    }

    def __init__(self, film: ShotFilm[Params], story: Walk) -> None:
        super().__init__(film)
        self.story = story

    def hook(self) -> tuple[Group, Puppet, Ant, Puppet]:
        """The man above his valley, who thinks of himself as an ant and as a giant."""
        world, lane = self.wide()
        unit, small, far = self.film.choose((0.019, 0.0085, 1.95), (0.0135, 0.006, 1.05),
                                            (0.018, 0.008, 1.5))  # fmt: skip
        man = lane.bring(self.man("doubting", np.zeros(3), unit, -1, light=(-0.5, 0.7)))
        man.take(tilted(man.pose, -lane.slope))
        below = self.story.target + 0.7 * float(self.story.errors[0])
        ant = self.ant("plodding", lane.point(below), small, -1, 0.7 * lane.slope)
        x, y = lane.floor
        high = y + 0.8 * lane.up
        ends = np.array([[x + far, high, 0], [x - far, high, 0]])
        giant = self.vaulting(ends[0], ends[1])
        for thought in (ant, giant):
            thought.set_opacity(0.5)
        return world, man, ant, giant

    # -- shots -------------------------------------------------------------------------------

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

    def wide(self) -> tuple[Group, Lane]:
        """The whole valley, with the house at its bottom."""
        return self.whole(*self.film.choose(
            ((-0.6, -2.5), 4.9, 2.0, 0.9), ((-0.3, -1.8), 2.8, 1.4, 0.6),
            ((-0.4, -3.4), 2.9, 2.0, 0.8),
        ))  # fmt: skip

    def whole(
        self, floor: tuple[float, float], across: float, up: float, hut: float
    ) -> tuple[Group, Lane]:
        """A valley with the house at its bottom, and what is behind it."""
        lane = Lane(self.film, self.story, floor, across, up)
        land = self.section(folds((floor[0], floor[1] + 0.9 * up), lane), PLATEAU * up)
        return Group(land, lane.curve, self.hut(np.array([*floor, 0.0]), hut)), lane

    def three(self, largest: Walk) -> tuple[Group, list[Lane]]:
        """Three lanes one behind another: the giant's, the man's, the ant's."""
        x, vanish, hut, places = self.film.choose(
            (-0.6, -0.35, 0.62, ((-2.2, 2.12, 0.94), (-2.75, 3.7, 1.64), (-3.25, 5.1, 2.26))),
            (-0.6, 0.1, 0.5, ((-1.2, 1.75, 0.75), (-1.8, 2.2, 0.95), (-2.4, 2.7, 1.16))),
            (-0.4, 3.0, 0.7, ((0.2, 2.05, 1.23), (-2.5, 2.4, 1.44), (-4.6, 2.7, 1.62))),
        )
        shrunk = max(1.0, float(largest.sizes[1] / largest.sizes[0]) / 1.1), 1.0, 1.0
        lanes = [Lane(self.film, self.story, (x, y), across / by, up, across / places[1][1], 0.0)
                 for (y, across, up), by in zip(places, shrunk, strict=True)]  # fmt: skip
        land = self.section(folds((x, vanish), *lanes), PLATEAU * places[1][2])
        house = self.hut(np.array([*lanes[0].floor, 0.0]), hut)
        return Group(land, *[lane.curve for lane in lanes], house), lanes

    def first_steps(self, lanes: Sequence[Lane], walks: Sequence[Walk]) -> list[VGroup]:
        """Each walk's first step in its lane, on the one slope."""
        return [lane.step(walk.heights, float(walk.gradients[0]))
                for lane, walk in zip(lanes, walks, strict=True)]  # fmt: skip

    def leap(self, lane: Lane, walk: Walk) -> Puppet:
        """The giant over his first step: his toes are at the dots."""
        boots = walk.heights[:2] + 0.34 * walk.errors[0]
        return self.vaulting(*map(lane.point, boots.tolist()))

    def ruler(self, longest: float) -> tuple[Group, Axis]:
        """The terrace as an axis: the start on the right, so far that the longest arrow ends."""
        ground, right, most = self.film.choose(
            (-1.95, 4.7, 10.9), (-1.1, 2.1, 5.6), (-3.2, 2.0, 5.5)
        )
        start, way = self.story.params.start_cm, float(np.sign(self.story.errors[0]))
        ends = sorted([(start, right), (start - way * longest, right - most)])
        (low, first), (high, last) = ends
        plate = self.yard(ground, self.film.choose(-3.0, -1.5, -1.0))
        axis = Axis((first, ground, 0), (last, ground, 0), low, high, self.film.theme)
        return Group(
            plate, self.hut(axis.at(self.story.target), self.film.choose(1.3, 0.9, 1.1))
        ), axis

    def walkers(self, place: Point3D) -> tuple[Ant, Puppet, Puppet]:
        """Ant, man and giant on level ground."""
        small, middle, large = self.film.choose(
            (0.006, 0.0125, 0.022), (0.0045, 0.009, 0.0145), (0.0055, 0.0135, 0.024)
        )
        ant = self.ant("plodding", place, small, -1)
        return ant, self.man("striding", place, middle, -1), self.man("striding", place, large, -1)

    def road(self, walk: Walk) -> tuple[Group, Lane, RateRoad, Puppet]:
        """A small valley, the learning rates as a road below it, and the man who looks on."""
        world, lane = self.whole(*self.film.choose(
            ((-1.4, -1.0), 3.2, 1.9, 0.5), ((-0.6, 0.2), 2.0, 1.5, 0.4), ((0.0, 1.0), 2.2, 2.3, 0.5)
        ))  # fmt: skip
        (left, y, right), at, unit = self.film.choose(
            ((-6.4, -2.25, 3.7), (5.3, -2.5), 0.024), ((-3.6, -1.1, 2.0), (3.1, -2.0), 0.0145),
            ((-3.5, -1.4, 3.5), (2.5, -5.2), 0.0155),
        )  # fmt: skip
        road = RateRoad(self.film, Zone(left, y, right, y + 1), BORDERS[1], walk.rate.value)
        return world, lane, road, self.man("striding", at, unit, -1, light=(-0.5, 0.7))

    def chart(self) -> tuple[Sprite, LossChart, Puppet]:
        """Room for costs by step, and the man who points at them."""
        zone, at, unit, size, room = self.film.choose(
            (Zone(-4.9, -2.2, 2.6, 3.5), (5.7, -2.5), 0.025, 1.6, 1.9),
            (Zone(-1.95, -1.6, 0.7, 3.3), (3.1, -1.9), 0.0145, 1.1, 1.6),
            (Zone(-2.1, -0.9, 1.6, 6.0), (2.2, -5.0), 0.0185, 1.3, 1.75),
        )
        plate = self.yard(at[1], self.film.choose(-3.0, -1.0, 0.5))
        steps = self.story.quantities["steps"][self.story.params.steps]
        chart = LossChart(self.film, zone, self.story.left("cost", 0), steps, size, room)
        return plate, chart, self.man("doubting", at, unit, -1, light=(-0.5, 0.7))

    def home(self) -> tuple[Group, Puppet, Ant]:
        """The yard at dawn, the man at his door, the ant before him."""
        ground = self.film.choose(-2.55, -1.9, -4.3)
        plate = self.yard(ground, self.film.choose(1.6, 0.6, 0.6), dawn=True)
        x, unit, wide, high = self.film.choose(
            (4.1, 0.0265, 2.3, 5.6), (2.55, 0.02, 1.1, 4.2), (1.8, 0.027, 1.6, 5.6)
        )
        place = np.array([self.film.frame.right - wide, ground + 0.05, 0.0])
        house = self.house(place, wide + 0.6, high)
        man = self.man("presenting", (x, ground - 0.05), unit, -1, light=(-0.8, 0.6))
        spot = np.array([self.film.choose(-2.6, -1.6, -1.4), ground, 0.0])
        ant = self.ant("plodding", spot, self.film.choose(0.0165, 0.0095, 0.0105), 1)
        return Group(plate, house), man, ant
