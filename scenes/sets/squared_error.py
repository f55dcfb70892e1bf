"""The compositions of the film about the squared error."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import numpy as np
from manim import DOWN, RIGHT, UP, Group, VGroup

from gdmath.experiments._common.power_run import PowerRun
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.squared_error import Params, Why
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.axis import Axis
from scenes.kit.ball import glow, target_ring
from scenes.kit.beam import Beam
from scenes.kit.curve import CostCurve
from scenes.kit.hops import Hops
from scenes.kit.labels import large
from scenes.kit.lane_square import LaneSquare
from scenes.kit.lens import Lens
from scenes.kit.misses import Shot
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.update import product_line
from scenes.places.loft import Loft, NearRoom
from scenes.places.road import Drive, RoadPlace
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["SquaredSets"]

REACH = 1.95  # of the start: how far the axis of a race leads either way


class SquaredSets(RoadPlace, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "error": ((3.05, -1.0, 2.2), (2.8, 2.1, 1.6), (1.95, 3.5, 1.5)),
        "cost": ((0.1, -2.1, 2.6), (0.05, -1.1, 1.7), (1.65, 1.35, 2.0)),
        "formula": ((0.1, -0.6, 4.4), (0.05, 0.15, 2.6), (1.65, 2.8, 4.2)),
        "claim": ((3.9, 2.0, 5.4), (0.0, 2.55, 6.0), (0.0, 4.6, 7.2)),
        "none": ((3.9, -1.2, 2.0), (2.3, -0.9, 2.0), (1.7, -3.7, 2.0)),
        "product": ((-1.4, 3.0, 5.0), (-0.9, 3.0, 4.0), (-0.4, 6.0, 5.0)),
        "slope": ((0.0, 0.0, 2.2), (0.0, 0.0, 2.0), (0.0, 0.0, 1.0)),
        "power": ((-5.4, -1.1, 2.6), (-3.15, -0.9, 1.1), (-2.5, -0.8, 2.4)),
    }

    def __init__(self, film: ShotFilm[Params], story: Why) -> None:
        super().__init__(film)
        self.story, self.loft = story, Loft(film)

    def total(self, name: str, value: Decimal, role: Role) -> VGroup:
        """Return what misses, or their costs, are if they are added up."""
        told, words = self.story.told(name, value), self.story.says("sum")
        size, room = self.film.choose(5.0, 3.6, 4.6), self.room(name)
        return self.put(name, large(self.film, told, words, role, size, room, above=False,
                                    share=0.28))  # fmt: skip

    # -- the loft ----------------------------------------------------------------------------

    def friend(self, pose: str, at: tuple[float, float], unit: float) -> Puppet:
        """Return her with her feet there."""
        return self.loft.puppet(FRIEND, FRIEND_POSES[pose], at, unit, -1, (-1.0, 0.3))

    def shooting(self) -> tuple[Sprite, Shot, Group, Puppet]:
        """Return the sheet, the target, the player who aims at it with his beam, and the friend."""
        target, reach, his, hers = self.film.choose(
            ((-0.35, -0.95), 2.1, ((-5.5, -3.75), 0.0345), ((5.7, -3.75), 0.036)),
            ((0.2, 0.9), 1.4, ((-3.2, -3.6), 0.0185), ((3.0, -3.6), 0.021)),
            ((0.7, 2.4), 2.2, ((-2.9, -5.3), 0.0285), ((2.6, -5.3), 0.032)),
        )
        shot = Shot(self.film, float(self.story.dot), target, reach)
        pose = PLAYER_POSES["aiming"]
        player = self.loft.puppet(PLAYER, pose, *his, light=(1.0, 0.3))
        beam = Beam(self.film.theme, self.pixels)
        follow(beam, lambda beam: beam.between(
            player.aim(pose, shot.dot).joint("pointer"), shot.dot
        ))  # fmt: skip
        sheet = self.loft.close((1.6, 0.0), 1.45)
        return sheet, shot, Group(beam, player), self.friend("watching", *hers)

    def missed(self, shot: Shot, aside: Said) -> VGroup:
        """Return both misses as arrows, with their numbers and what each is called."""
        film, told, size = self.film, self.story.told, self.film.choose(2.0, 1.5, 1.5)
        high, wide = shot.high(), shot.wide()
        pairs = ((high, shot.miss, self.story.says("high"), UP), (wide, shot.aside(), aside, DOWN))
        words = [large(film, told("error", miss), name, size=size, above=False)
                 .next_to(arrow, side, buff=0.2) for arrow, miss, name, side in pairs]  # fmt: skip
        return VGroup(high, wide, shot.guides(), *words)

    def squaring(self) -> tuple[Sprite, Shot, Puppet]:
        """Return the sheet with the shot from nearer, and the friend."""
        target, reach, hers = self.film.choose(
            ((-2.7, 0.2), 2.8, ((5.5, -5.9), 0.049)),
            ((-1.5, 0.95), 2.1, ((3.2, -5.0), 0.031)),
            ((-0.7, 3.5), 2.75, ((2.3, -8.2), 0.041)),
        )
        shot = Shot(self.film, float(self.story.dot), target, reach)
        shot.aside.set_value(-shot.miss)
        return self.loft.close((1.6, 0.0), 2.1), shot.update(), self.friend("counting", *hers)

    def duet(self) -> tuple[Group, Puppet, Axis, Axis, Sprite]:
        """Return the room, the player, the ground of a tile and of a wall, and that one's light."""
        at, unit = self.film.choose(
            ((-5.2, -3.75), 0.04), ((-2.85, -2.7), 0.0195), ((0.4, -5.2), 0.029)
        )
        room = NearRoom(self.loft, at, unit)
        base, left, wide, one = self.film.choose(
            (-2.0, 0.75, 5.75, -1.9), (-1.4, -0.9, 4.5, -1.9), (1.0, -1.9, 5.5, -3.3)
        )
        theme, miss = self.film.theme, float(self.story.miss)
        wall = Axis((left, base, 0), (left + wide, base, 0), 0, miss, theme)
        tile = Axis((one, base, 0), (one + wall.unit, base, 0), 0, 1, theme)
        player = self.loft.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit, light=(1.0, 0.2))
        light = glow(wide, theme.marks["cost"], self.pixels, theme, 0.7)
        light.move_to(wall.at(miss / 2, wide / 2))
        lamp = glow(1.1 * wide, "#FFB867", self.pixels, theme, 0.5)
        lamp.move_to((*at, 0) + 230 * unit * UP)
        return Group(room.plate, lamp), player, tile, wall, light

    # -- the road ----------------------------------------------------------------------------

    def near(self) -> tuple[Drive, Lens, Words]:
        """Return the car from near, a lens on a miss of 1 cm, and what it tells."""
        drive = self.drive(*self.film.choose(
            ((2.9, -2.4), 3.9, (1.2, 1.3), (-1.1, 3.0)),
            ((0.9, -1.4), 2.9, (-1.6, 1.1), (-3.0, 3.2)),
            ((0.4, 0.6), 3.7, (-1.7, 2.7), (-2.6, 6.1)),
        ))  # fmt: skip
        place, radius = self.film.choose(
            ((-4.1, 0.3), 1.9), ((-2.5, -0.7), 0.95), ((0.2, -2.4), 1.5)
        )
        square = LaneSquare(self.film, drive.axis, self.story.told("miss", 1))
        lens = square.lens(place, radius, self.story.cost(1))
        words = self.film.label(self.story.says("lens"), size=self.film.choose(1.8, 1.2, 1.8))
        return drive, lens, words.next_to(lens[1], self.film.choose(UP, DOWN, DOWN), buff=0.2)

    def far(self) -> tuple[Drive, LaneSquare, Group]:
        """Return the car from farther away, the square of how far it goes off, and the truck."""
        y, unit, room, vanish, moon, truck = self.film.choose(
            (-1.9, 3.5, 10.3, (-1.9, 1.3), (-6.0, 3.2), 4.3),
            (-0.7, 2.5, 6.6, (-1.6, 1.5), (-3.2, 3.3), 3.15),
            (-0.5, 3.4, 6.0, (-3.3, 2.2), (-2.4, 5.9), 2.9),
        )
        drive, square = self._measured(y, unit, room, vanish, moon)
        return drive, square, self.truck(drive.road, truck)

    def morning(self) -> tuple[Drive, LaneSquare]:
        """Return the road in the morning, and the square of how far the car is still off."""
        return self._measured(*self.film.choose(
            (-2.3, 3.4, 10.3, (-0.4, 0.6), (-6.3, 2.3)),
            (-2.2, 2.5, 6.2, (-1.7, 0.4), (3.2, 1.5)),
            (-1.2, 2.75, 8.0, (-1.7, 1.6), (2.7, 6.2)),
        ), morning=True)  # fmt: skip

    def _measured(
        self, y: float, unit: float, room: float, vanish: tuple[float, float],
        moon: tuple[float, float], *, morning: bool = False,
    ) -> tuple[Drive, LaneSquare]:  # fmt: skip
        """Return a road from so far that the car that is off and the square of that have room."""
        off, below = self.story.told("miss", self.story.off), self.film.is_tall
        last = 0.0 if morning else off.value
        left, right = max(0.0 if below else off.value, 97 - last) / 100, off.value / 100 + 0.97
        unit = min(unit, room / (left + right))
        x = self.film.frame.left + 0.3 + left * unit
        drive = self.drive((x, y), unit, vanish, moon, morning=morning)
        return drive, LaneSquare(self.film, drive.axis, off, below=below)

    # -- three costs -------------------------------------------------------------------------

    def race(self, race: PowerRun) -> tuple[Group, Hops, Puppet]:
        """Return a cost as a curve over the lane, a ball on it, and the player who watches."""
        (x, y), start, high, vanish, moon, (at, unit) = self.film.choose(
            ((-1.4, -2.0), 3.0, 3.3, -0.6, (6.2, 3.2), ((5.5, -3.7), 0.033)),
            ((-0.9, -1.5), 1.9, 2.5, -0.4, (-3.2, 3.2), ((3.1, -3.6), 0.019)),
            ((-0.4, 0.2), 2.6, 3.6, 1.6, (-2.6, 5.9), ((2.4, -5.4), 0.026)),
        )
        dot, film, theme = float(self.story.dot), self.film, self.film.theme
        plate, _ = self.road((x, y - 0.4), 0.55 * start, (x, vanish), moon)
        reach = REACH * start
        axis = Axis((x - reach, y, 0), (x + reach, y, 0), -REACH * dot, REACH * dot, theme)
        top = film.choose(film.frame.top + 0.3, 2.1, 5.0)
        cost = CostCurve(axis, race.costs, high / float(race.cost(self.story.dot)), top - y)
        cost.remove(cost.under)  # the sky is lit
        light = glow(1.7 * start, "#8FA8FF", self.pixels, theme, film.choose(0.6, 0.5, 0.4))
        light.move_to((x, vanish, 0))
        ring = target_ring(0.24, self.pixels, theme).shift(axis.at(0, -0.42))
        axis.draw([0.0, dot], 0.16)
        number = film.label(self.story.told("aside", dot)).next_to(axis.at(dot), DOWN, buff=0.25)
        player = self.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit, -1, (-1.0, 0.3))
        place = Group(plate, light, axis, claim(number, axis, x=dot), cost, ring)
        return place, Hops(film, cost, race.places), player

    def slope(self, race: PowerRun, hops: Hops) -> VGroup:
        """Return the tangent at a race's start, with its slope."""
        told, dot = self.story.told("slope", race.slope), float(self.story.dot)
        reach = 1.2 / hops.axis.unit
        steep = float(race.slope) * hops.curve.rise / hops.axis.unit
        reach /= np.hypot(1, steep)
        tangent = hops.curve.tangent(dot, told.value, reach, reach)
        number = self.film.label(told, role="gradient", size=2.0, room=self.room("slope"))
        number.next_to(hops.curve.point(dot), RIGHT, buff=0.45)
        return VGroup(decoration(tangent), number)

    def product(self, race: PowerRun) -> VGroup:
        """Return the first step of a race, as the rate's share of the slope."""
        factors = self.story.first_step(race)
        rate, slope, step = (factor.name for factor in factors)
        room = self.room("product")
        line = product_line(self.film, *factors, (rate, slope, step), 2.4, 1.1, room)
        return self.film.keep_in_frame(self.put("product", line))
