"""The compositions of the film about the squared error."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from manim import DOWN, RIGHT, UP, Group, VGroup

from gdmath.experiments._common.power_run import PowerRun
from gdmath.experiments.squared_error import Params, Why
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.ball import glow
from scenes.kit.hops import CostRace
from scenes.kit.lane_square import LaneSquare
from scenes.kit.lens import Lens
from scenes.kit.misses import Shot
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.tile_wall import TileWall
from scenes.kit.update import product_line
from scenes.places.loft import Loft, NearRoom
from scenes.places.road import Drive, RoadPlace
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["SquaredSets"]


class SquaredSets(RoadPlace, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "question": ((-0.4, 3.35, 6.0), (0.0, 3.5, 3.2), (0.0, 6.4, 6.6)),
        "error": ((3.0, -1.0, 2.2), (2.8, 2.1, 1.6), (1.95, 3.5, 1.5)),
        "cost": ((0.1, -2.1, 2.6), (0.05, -1.1, 1.7), (1.65, 1.35, 2.0)),
        "formula": ((0.1, -0.55, 4.4), (0.05, 0.15, 2.6), (1.65, 2.8, 4.2)),
        "claim": ((3.9, 2.0, 5.4), (0.0, 2.55, 6.0), (0.0, 4.6, 7.2)),
        "none": ((3.9, -1.2, 2.0), (2.3, -0.9, 2.0), (1.7, -3.7, 2.0)),
        "product": ((-1.4, 3.0, 5.0), (-0.9, 3.0, 4.0), (-0.4, 6.0, 5.0)),
        "landings": ((-1.4, 3.2, 5.6), (-0.9, 3.2, 5.1), (-0.4, 6.0, 6.4)),
        "slope": ((0.0, 0.0, 2.2), (0.0, 0.0, 2.0), (0.0, 0.0, 1.0)),
        "power": ((-5.4, -1.1, 2.6), (-3.15, -0.9, 1.1), (-2.5, -0.8, 2.4)),
    }

    def __init__(self, film: ShotFilm[Params], story: Why) -> None:
        super().__init__(film)
        self.story, self.loft = story, Loft(film)

    def total(self, name: str, value: Decimal, role: Role) -> VGroup:
        """Return what misses, or their costs, are if they are added up."""
        told, size = self.story.told(name, value), self.film.choose(4.3, 3.6, 4.6)
        return self.large(name, told, self.story.says("sum"), role, size, above=False, share=0.28)

    # -- the loft ----------------------------------------------------------------------------

    def friend(self, pose: str, at: tuple[float, float], unit: float) -> Puppet:
        """Return her with her feet there."""
        return self.loft.puppet(FRIEND, FRIEND_POSES[pose], at, unit, -1, (-1.0, 0.3))

    def shooting(self) -> tuple[Sprite, Shot, Group, Puppet]:
        """Return the sheet, the target, the player who aims at it with his beam, and the friend."""
        target, reach, his, hers = self.film.choose(
            ((-0.35, -0.95), 2.1, ((-5.5, -3.75), 0.0345), ((5.2, -3.75), 0.0345)),
            ((0.2, 0.6), 1.4, ((-3.2, -3.6), 0.0185), ((3.0, -3.6), 0.021)),
            ((0.7, 2.4), 2.2, ((-2.9, -5.3), 0.0285), ((2.6, -5.3), 0.032)),
        )
        shot = Shot(self.film, float(self.story.dot), target, reach)
        beam, player = self.loft.aiming(*his, lambda: shot.dot)
        sheet = self.loft.close((1.6, 0.0), 1.45)
        return sheet, shot, Group(beam, player), self.friend("watching", *hers)

    def missed(self, shot: Shot, side: str) -> VGroup:
        """Return both misses as arrows, with their numbers and what each is called."""
        high, wide = (self.story.told("error", miss) for miss in (shot.miss, shot.aside()))
        return shot.told((high, self.story.says("high")), (wide, self.story.says(side)),
                         self.film.choose(2.0, 1.5, 1.5))  # fmt: skip

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

    def duet(self) -> tuple[Group, Puppet, TileWall]:
        """Return the room, the player in the light of a lamp, and a tile beside a wall of them."""
        at, unit = self.film.choose(
            ((-4.65, -3.75), 0.038), ((-2.85, -2.7), 0.0195), ((0.4, -5.2), 0.029)
        )
        room = NearRoom(self.loft, at, unit)
        wall = TileWall(self.film, int(self.story.miss), *self.film.choose(
            (-2.0, -1.9, 0.75, 5.75), (-1.4, -1.9, -0.9, 4.5), (1.0, -3.3, -1.9, 5.5)
        ))  # fmt: skip
        lamp = glow(6.0, "#FFB867", self.pixels, self.film.theme, 0.5)
        lamp.move_to((*at, 0) + 230 * unit * UP)
        player = self.loft.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit, light=(1.0, 0.2))
        return Group(room.plate, lamp), player, wall

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
        left, y, unit, room, vanish, moon, truck = self.film.choose(
            (0.95, -1.9, 3.5, 10.5, (-1.9, 1.3), (-6.0, 3.2), 4.2),
            (0.0, -1.2, 2.9, 6.6, (-1.6, 1.2), (-3.2, 3.3), 3.15),
            (0.0, -1.8, 3.4, 6.7, (-3.0, 1.6), (-2.4, 5.9), 3.2),
        )
        drive, square = self._measured(left, y, unit, room, vanish, moon)
        return drive, square, self.truck(drive.road, truck)

    def morning(self) -> tuple[Drive, LaneSquare, LaneSquare]:
        """Return the road in the morning, the square of how far off the car is, and of half it."""
        drive, square = self._measured(0.97, *self.film.choose(
            (-2.3, 3.4, 10.3, (-0.4, 0.6), (-6.3, 2.3)),
            (-2.2, 2.5, 6.2, (-1.7, 0.4), (3.2, 1.5)),
            (-1.2, 2.75, 8.0, (-1.7, 1.6), (2.7, 6.2)),
        ), morning=True)  # fmt: skip
        half = self.story.told("miss", square.miss.value / 2)
        return drive, square, LaneSquare(self.film, drive.axis, half)

    def _measured(
        self, left: float, y: float, unit: float, room: float, vanish: tuple[float, float],
        moon: tuple[float, float], *, morning: bool = False,
    ) -> tuple[Drive, LaneSquare]:  # fmt: skip
        """Return a road from so far that the car that is off and the square of that have room.

        ``left`` is how many metres are left of the lane's centre, ``room`` what there is for all.
        """
        off = self.story.told("miss", self.story.off)
        left = max(left, 0.97 - off.value / 100)  # all of the car
        unit = min(unit, room / (left + off.value / 100 + 0.97))
        x = self.film.frame.left + 0.3 + left * unit
        drive = self.drive((x, y), unit, vanish, moon, morning=morning)
        return drive, LaneSquare(self.film, drive.axis, off)

    # -- three costs -------------------------------------------------------------------------

    def race(self, race: PowerRun, pose: str) -> tuple[Group, CostRace, Puppet]:
        """Return the lane, a cost as a curve over it, and the player who watches."""
        (x, y), start, high, top, vanish, moon, (at, unit) = self.film.choose(
            ((-1.4, -2.0), 3.0, 3.3, 4.3, -0.6, (6.2, 3.2), ((5.2, -3.7), 0.033)),
            ((-0.9, -1.5), 1.9, 2.5, 2.1, -0.4, (-3.2, 3.2), ((3.1, -3.6), 0.019)),
            ((-0.4, 0.2), 2.6, 3.6, 5.0, 1.6, (-2.6, 5.9), ((2.4, -5.4), 0.026)),
        )
        plate, _ = self.road((x, y - 0.4), 0.55 * start, (x, vanish), moon)
        strength = self.film.choose(0.6, 0.5, 0.4)
        light = glow(1.7 * start, "#8FA8FF", self.pixels, self.film.theme, strength)
        dot = self.story.told("miss", self.story.dot)
        cost = self.story.told("cost", race.cost(self.story.dot))
        chart = CostRace(self.film, race.costs, race.places, dot, cost, (x, y), start, high, top)
        player = self.puppet(PLAYER, PLAYER_POSES[pose], at, unit, -1, (-1.0, 0.3))
        return Group(plate, light.move_to((x, vanish, 0))), chart, player

    def landings(self, race: PowerRun, last: int) -> VGroup:
        """Return the miss at the start of a race, and after each of its first steps."""
        size, room = self.film.choose(1.5, 1.2, 1.5), self.room("landings") / 3
        row = VGroup()
        for miss in race.misses[: min(last, 2) + 1]:
            arrow, landed = "→ " if row else "", self.story.told("place", miss)
            row.add(self.film.label(arrow, (landed, "here"), size=size, room=room))
        return self.put("landings", row.arrange(RIGHT, buff=0.2))

    def product(self, race: PowerRun) -> VGroup:
        """Return the first step of a race, as the rate's share of the slope."""
        line = product_line(self.film, *self.story.first_step(race), room=self.room("product"))
        return self.film.keep_in_frame(self.put("product", line))
