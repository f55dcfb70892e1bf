"""The compositions of the film about learning rates."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.outcome import BORDERS
from gdmath.experiments.learning_rate import Params, Walk
from scenes.figures.pose import Pose
from scenes.kit.ant import Ant
from scenes.kit.arrows import axis_arrow
from scenes.kit.labels import large
from scenes.kit.lane import PLATEAU, Lane
from scenes.kit.losses import LossChart
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet, tilted
from scenes.kit.rates import RateRoad
from scenes.kit.shares import Shares
from scenes.kit.update import product
from scenes.places.valley import TALL, Valley
from scenes.stage.claims import claim
from scenes.stage.layout import Zone
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Words
from scenes.worlds.valley.section import Fold

__all__ = ["RateSets"]

WIDEST = 130.0  # cm between the giant's boots
HORIZON = -0.4  # frame units: where low hills begin
HIGHEST = 1.8  # of the first cost: the chart's upper edge
# How he is on a line of costs, and how far along it.
WALKS = {"glide": ("striding", 0.4), "bounce": ("shrugging", 1.0), "diverge": ("baffled", 0.3)}
DUSK = (-0.5, 0.7)  # where the light comes from


class RateSets(Valley, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((-1.5, 3.05), (-0.3, 3.3), (0.0, 5.6)),
        "cost": ((-6.1, -1.15), (-3.1, -1.5), (-3.1, -3.0)),
        "ant": ((-5.0, 2.8), (-2.6, 3.1), (-1.6, 5.4)),
        "man": ((-1.6, 2.85), (-2.6, 3.1), (-1.6, 5.4)),
        "giant": ((-4.9, 2.8), (-2.7, 3.0), (-2.1, 5.6)),
        "miss": ((5.0, 2.8), (2.7, 3.25), (1.9, 5.75)),
        "slope": ((4.2, -2.0), (2.1, -1.6), (1.6, -4.0)),
        "needed": ((3.6, 1.0), (2.0, 0.9), (1.9, 0.9)),
        "gone": ((-5.2, -0.2), (-2.9, 0.0), (-2.6, -1.2)),
        "far": ((-2.7, -1.2), (-1.5, -0.9), (-1.6, -2.6)),
        "there": ((2.6, -1.6), (1.5, -1.2), (0.4, -3.6)),
        "claim": ((-0.5, 3.0), (-0.3, 3.0), (-0.2, 5.4)),
    }
    # The bottom of the valley, how far the start is from it and above it, and the size of the hut.
    stands: ClassVar = {
        "wide": (((-0.6, -2.1), 4.9, 2.0, 0.9), ((-0.3, -1.5), 2.8, 1.4, 0.6),
                 ((-0.4, -3.2), 2.9, 2.0, 0.8)),
        "home": (((-0.6, -2.1), 4.9, 2.0, 2.3), ((-0.3, -1.5), 2.8, 1.4, 1.5),
                 ((-0.4, -3.2), 2.9, 2.0, 2.0)),
        "giant": (((0.0, -2.95), 2.3, 1.75, 0.4), ((0.0, -2.1), 1.6, 1.2, 0.3),
                  ((0.0, -4.2), 2.6, 2.2, 0.5)),
        "road": (((0.0, -1.0), 5.2, 2.0, 0.8), ((0.0, -0.1), 2.9, 1.5, 0.55),
                 ((0.0, -1.6), 3.0, 3.6, 1.0)),
    }  # fmt: skip

    def __init__(self, film: ShotFilm[Params], story: Walk) -> None:
        super().__init__(film)
        self.story = story

    # -- words -------------------------------------------------------------------------------

    def rate(self, walk: Walk, name: str) -> VGroup:
        """Return a learning rate, and in words what it is, in its place."""
        size = self.film.choose(3.4, 2.4, 3.0)
        said = large(self.film, walk.rate, walk.says("size"), "step", size, above=False)
        return self.film.keep_in_frame(self.put(name, said))

    def after(self, walk: Walk, rate: VGroup | None = None) -> VGroup:
        """Return how far from home a walk is at last, beside its learning rate or in its place."""
        size = self.film.choose(2.2, 1.5, 2.0)
        found = large(self.film, walk.left("miss", walk.close), walk.says("after"), size=size,
                      above=False)  # fmt: skip
        if rate is None:
            return self.film.keep_in_frame(self.put("miss", found))
        return found.next_to(rate, self.film.choose(RIGHT, RIGHT, DOWN), buff=0.6)

    def first_step(self, lane: Lane) -> tuple[Words, Words]:
        """Return the slope at the start, and how the man's first step comes of it, below both."""
        size, room = self.film.choose((1.6, 5.0), (1.1, 2.8), (1.4, 3.8))
        slope, man = self.story.first("slope"), self.story.three[1]
        named = self.film.label(self.story.says("slope"), " ", slope, role="gradient", size=size)
        made = product(self.film, man.rate, slope, man.first("step"), size, room)
        told = [self.put("slope", claim(words, lane.axis)) for words in (named, made)]
        return told[0], told[1]

    def reaches(self, walk: Walk, lane: Lane) -> VGroup:
        """Return how far from home the start is, and where the first step ends, beside both."""
        (size, buff), labels = self.film.choose((1.8, 0.9), (1.1, 0.5), (1.4, 0.6)), VGroup()
        for step in (0, 1):
            spot = lane.point(float(walk.heights[step]))
            side = RIGHT if spot[0] > lane.floor[0] else LEFT
            number = self.film.label(walk.left("miss", step), size=size).next_to(spot, side, buff)
            labels.add(claim(self.film.keep_in_frame(number), lane.axis))
        return labels

    def needed(self) -> VGroup:
        """Return how many steps the ant needs to be as near as the man, in its place."""
        size = self.film.choose(2.0, 1.4, 1.8)
        return self.large("needed", self.story.first("steps needed"), self.story.says("steps"),
                          size=size, above=False)  # fmt: skip

    def where(self) -> list[Words]:
        """Return the learning rates of ant, man and giant where they are at last."""
        size, names = self.film.choose(2.0, 1.4, 1.6), ("far", "there", "gone")
        return [self.words(name, (walk.rate, "step"), size=size)
                for name, walk in zip(names, self.story.three, strict=True)]  # fmt: skip

    # -- valleys -----------------------------------------------------------------------------

    def valley(self, name: str, grown: float = 1.0) -> tuple[Group, Lane]:
        """The valley of this name, from so far that misses may grow so many times."""
        floor, across, up, hut = self.film.choose(*self.stands[name])
        high = max(PLATEAU, 1.05 * grown**2)
        lane = Lane(self.film, self.story, floor, across / grown, up / grown**2, high=high)
        return Group(self.land_of(lane, high), self.hut(np.array([*floor, 0.0]), hut)), lane

    def hook(self) -> tuple[Group, Puppet, Ant, Puppet, VGroup]:
        """The man above his valley, who thinks of himself as an ant and as a giant.

        The last is how far it is from home.
        """
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
            thought.set_opacity(0.75)
        return world, man, ant, giant, self.way(lane)

    def way(self, lane: Lane) -> VGroup:
        """Return how far the start is from home, as an arrow below the valley with its number."""
        start, low = self.story.params.start_cm, self.film.choose(-0.75, -0.85, -0.9)
        size = self.film.choose(1.4, 0.95, 1.1)
        arrow = axis_arrow(lane.axis, start, self.story.target, "text", 0.09, of="miss", off=low)
        number = self.film.label(self.story.left("miss", 0), " ", self.story.says("from_home"),
                                 size=size)  # fmt: skip
        number.next_to(arrow, UP, buff=0.08).align_to(arrow.get_right() + 0.1 * LEFT, RIGHT)
        return VGroup(lane.curve.drop(start, "text"), arrow, self.film.keep_in_frame(number))

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
        world = self.section([*far, lane.fold], 6.0, lit=True)
        ant = self.ant("plodding", np.zeros(3), unit, -1, lane.slope)
        return Group(world, lane), lane, ant

    def strolling(self) -> tuple[Group, Lane, Puppet, Ant]:
        """The whole valley, the man at the start, and where the ant is in the end."""
        world, lane = self.valley("home")
        unit, small = self.film.choose((0.0185, 0.0095), (0.0125, 0.006), (0.016, 0.008))
        place = float(self.story.three[0].heights[self.story.close])
        ant = self.ant("plodding", lane.point(place), small, -1, lane.rises(place))
        return world, lane, self.man("striding", lane.point(lane.at()), unit, -1, light=DUSK), ant

    def under_the_giant(self, walk: Walk) -> tuple[Group, Lane, Puppet, list[tuple[Pose, Point3D]]]:
        """The valley from its bottom, the giant at the start, and how he is astride each leap."""
        world, lane = self.valley("giant", float(walk.sizes[walk.leaps] / walk.sizes[0]))
        spots = np.array([lane.point(place) for place in walk.heights[: walk.leaps + 1].tolist()])
        unit = float(abs(spots[-1, 0] - spots[-2, 0])) / WIDEST
        giant = lane.bring(self.man("striding", np.zeros(3), unit, -1, light=DUSK, roams=True))
        giant.take(tilted(giant.pose, -lane.slope))
        slopes = [abs(lane.rises(place)) for place in walk.heights[1 : walk.leaps + 1].tolist()]
        leaps = [
            self.astride(*pair, unit, slope=slope)
            for pair, slope in zip(pairwise(spots), slopes, strict=True)
        ]
        return world, lane, giant, leaps

    def road(self, walk: Walk) -> tuple[Group, Lane, RateRoad]:
        """The valley all over the picture, and the learning rates as a road below it."""
        world, lane = self.valley("road", max(self.story.far))
        left, y, right = self.film.choose((-6.2, -2.05, 6.2), (-3.5, -1.1, 3.5), (-3.5, -2.6, 3.5))
        road = RateRoad(self.film, Zone(left, y, right, y + 1), BORDERS[1], walk.rate.value)
        return world, lane, road

    def hopper(self, lane: Lane) -> Puppet:
        """The man at the start of a walk that is seen from afar."""
        unit = self.film.choose(0.0155, 0.0105, 0.0145)
        man = lane.bring(self.man("striding", np.zeros(3), unit, -1, light=DUSK, roams=True), 0.001)
        return man.take(tilted(man.pose, -lane.slope))

    # -- the yard ----------------------------------------------------------------------------

    def shares(self) -> tuple[Group, Shares, list[Sprite]]:
        """One slope, below it the steps of ant, man and giant, who stand at their tails."""
        rows, across, column, size, ground, units, apart = self.film.choose(
            ((2.7, 1.3, -0.1, -1.5), (-1.9, 4.4), -6.6, 1.75, -2.75, (0.0085, 0.0064, 0.0125), 1.3),
            ((2.5, 1.05, -0.25, -1.55), (-3.4, 2.0), -3.4, 1.15, -2.35,
             (0.0055, 0.0052, 0.0115), 0.6),
            ((4.4, 2.4, 0.4, -1.6), (-3.4, 2.0), -3.4, 1.7, -4.0, (0.0058, 0.0085, 0.0135), 0.65),
        )  # fmt: skip
        longest = max(self.story.first("slope").value, self.story.three[2].first("step").value)
        shares = Shares(self.film, self.story, rows, across, longest, size, column, ground)
        hut = self.hut(shares.home, self.film.choose(1.0, 0.7, 1.3))
        x, (small, middle, tall) = across[1] + self.film.choose(1.0, 0.75, 0.65), units
        walkers = [self.ant("plodding", np.array([x, rows[1], 0]), small, -1),
                   self.man("striding", (x, rows[2]), middle, -1),
                   self.man("striding", (x + apart, rows[3]), tall, -1)]  # fmt: skip
        return Group(self.dusk(x, ground + 0.3), hut), shares, walkers

    def chart(self) -> tuple[Sprite, LossChart, list[tuple[Walk, Sprite]]]:
        """Costs by step, and a walker for each learning rate, on its line."""
        zone, size, room, unit, beyond = self.film.choose(
            (Zone(-4.5, -2.45, 4.6, 3.45), 2.0, 1.8, 0.0105, 2.4),
            (Zone(-2.0, -1.9, 1.9, 3.2), 1.2, 1.1, 0.0065, 1.7),
            (Zone(-2.0, -4.1, 1.9, 5.0), 1.3, 1.1, 0.0095, 2.0),
        )
        ant = self.story.three[0]
        last = ant.close
        steps = self.story.quantities["steps"][last]
        chart = LossChart(self.film, zone, self.story.left("cost", 0), steps, size, room, HIGHEST)
        walkers: list[tuple[Walk, Sprite]] = []
        for walk in self.story.curves:
            crawls = walk.rate.value == ant.rate.value
            pose, share = ("plodding", 0.75) if crawls else WALKS.get(walk.regime, WALKS["glide"])
            at, rise = chart.along(walk.costs, round(share * (last - 1)))
            top = chart.end(walk.costs)
            if pose == "baffled" and top[0] < chart.at(0.6 * last, 0)[0]:
                pose, at = "flung", top + beyond * RIGHT + TALL * unit * DOWN
            walkers.append((walk, self.ant(pose, at, 0.8 * unit, 1, rise) if crawls
                            else self.man(pose, at, unit, 1, light=DUSK)))  # fmt: skip
        return self.dusk(-1.0, -2.0), chart, walkers

    def home(self) -> tuple[Group, Puppet, Ant, Puppet, Sprite]:
        """The yard at dawn: the man at his door, the ant on the hill, the giant beyond it."""
        ground = self.film.choose(-2.55, -1.9, -4.3)
        plate = self.dusk(self.film.choose(1.6, 0.6, 0.6), HORIZON)
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
