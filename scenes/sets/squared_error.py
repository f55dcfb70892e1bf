"""The compositions of the film about the squared error."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import numpy as np
from manim import DL, DOWN, DR, Group, VGroup

from gdmath.experiments.squared_error import Params, Why
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.ball import target_ring
from scenes.kit.beam import Beam
from scenes.kit.hops import Hops
from scenes.kit.labels import large
from scenes.kit.lane_square import LaneSquare
from scenes.kit.lens import Lens
from scenes.kit.misses import TwoShots
from scenes.kit.panes import Pane
from scenes.kit.placed import Placed
from scenes.kit.powers import PowerAreas
from scenes.kit.puppet import Puppet
from scenes.places.loft import Loft, NearRoom
from scenes.places.road import Drive, RoadPlace
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Arrow, Dashes, cased, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["SquaredSets"]

# How |miss|, miss² and miss⁴ look: blue is the one that is the cost.
ROLES: tuple[Role, ...] = ("text", "cost", "quiet")
ROWS = (0, 2, 1)  # from top to bottom: which race hops there
WINDOW = (-2.9, 1.5)  # of the start: what is seen of an axis


class SquaredSets(RoadPlace, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "error": ((2.6, -0.35, 2.2), (2.3, 2.1, 2.0), (2.2, 2.9, 2.6)),
        "cost": ((2.2, -1.0, 2.4), (1.6, 2.4, 1.8), (2.3, 5.1, 2.4)),
        "formula": ((-1.7, 2.75, 8.4), (-0.5, 3.1, 6.4), (0.0, 6.1, 7.0)),
        "claim": ((3.6, 2.0, 5.6), (-2.1, 2.5, 3.2), (0.0, 4.6, 7.2)),
        "product": ((-0.9, 3.05, 5.6), (-0.6, 3.05, 4.0), (0.2, 6.0, 5.4)),
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

    def friend(self, pose: str, at: tuple[float, float], unit: float, facing: int = -1) -> Puppet:
        """Return her with her feet there."""
        light = (float(facing), 0.3)
        return self.loft.puppet(FRIEND, FRIEND_POSES[pose], at, unit, facing, light)

    def shooting(self) -> tuple[Sprite, TwoShots, Group, Puppet]:
        """Return the sheet, the target, the player who aims at it with his beam, and the friend."""
        target, reach, his, hers = self.film.choose(
            ((-1.0, -0.4), 1.9, ((-5.0, -3.75), 0.0345), ((5.4, -3.75), 0.036)),
            ((-0.9, 0.8), 1.75, ((-2.9, -3.6), 0.021), ((3.0, -3.6), 0.0225)),
            ((-1.7, 2.9), 2.2, ((-2.5, -5.3), 0.03), ((2.6, -5.3), 0.032)),
        )
        board = TwoShots(self.film, float(self.story.dot), target, reach)
        pose = PLAYER_POSES["aiming"]
        player = self.loft.puppet(PLAYER, pose, *his, light=(1.0, 0.3))
        beam = Beam(self.film.theme, self.pixels)
        follow(beam, lambda beam: beam.between(
            player.aim(pose, board.dot).joint("pointer"), board.dot
        ))  # fmt: skip
        sheet = self.loft.close((1.6, 0.0), 1.45)
        return sheet, board, Group(player, beam), self.friend("watching", *hers)

    def squaring(self) -> tuple[Sprite, TwoShots, Puppet]:
        """Return the sheet with both shots from nearer, and the friend."""
        target, reach, hers = self.film.choose(
            ((-2.6, 0.35), 2.7, ((5.3, -6.2), 0.052)),
            ((-1.4, 0.6), 2.3, ((3.0, -5.4), 0.034)),
            ((-0.7, 3.5), 2.75, ((2.1, -8.9), 0.05)),
        )
        board = TwoShots(self.film, float(self.story.dot), target, reach)
        return self.loft.close((1.6, 0.0), 2.1), board, self.friend("shrugging", *hers)

    def square(self) -> tuple[Group, Pane, Arrow]:
        """Return the sheet and the friend, and one square with an arrow along its side."""
        (x, y, side), hers = self.film.choose(
            ((-3.6, -2.1, 4.0), ((5.2, -3.75), 0.0365)),
            ((-2.7, -1.6, 3.9), ((2.9, -3.5), 0.0255)),
            ((-2.9, 1.3, 3.9), ((2.0, -5.25), 0.0335)),
        )
        pane = Pane(self.film.theme, side, np.array([x, y, 0.0]), solid=0.6)
        ends = pane[0].get_corner(DL), pane[0].get_corner(DR)
        axis = Axis(*ends, 0, 1, self.film.theme)
        arrow = decoration(axis_arrow(axis, 0, 1, "text", 0.12, of="miss", off=-0.22))
        sheet = self.loft.close((-5.0, 0.8), 1.7)
        return Group(sheet, self.friend("pointing", *hers)), pane, arrow

    def duet(self) -> tuple[Group, Puppet, Axis, Axis]:
        """Return the room, the player, and the ground of a tile and of a wall of tiles."""
        at, unit = self.film.choose(
            ((-4.8, -3.6), 0.036), ((-2.85, -2.7), 0.0195), ((0.4, -5.2), 0.029)
        )
        room = NearRoom(self.loft, at, unit)
        base, left, wide, one = self.film.choose(
            (-2.05, 0.3, 5.8, -2.4), (-1.4, -0.9, 4.5, -1.9), (1.0, -1.9, 5.5, -3.3)
        )
        theme, miss = self.film.theme, float(self.story.miss)
        wall = Axis((left, base, 0), (left + wide, base, 0), 0, miss, theme)
        tile = Axis((one, base, 0), (one + wall.unit, base, 0), 0, 1, theme)
        player = self.loft.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit)
        return Group(room.plate, self.loft.shade()), player, tile, wall

    def powers(self) -> tuple[Group, PowerAreas, Puppet]:
        """Return the sheet, what the miss costs with each power, and the friend."""
        places, least, most, hers = self.film.choose(
            (((-3.9, -1.9), (-1.5, -1.9), (1.1, -2.1)), 4.0, 5.6, ((-5.6, -3.7), 0.034, 1)),
            (((-3.55, 1.2), (-1.95, 1.2), (-0.2, -1.5)), 2.9, 3.9, ((-2.4, -3.6), 0.02, 1)),
            (((-3.5, -2.6), (-1.1, -2.6), (-2.9, 0.7)), 3.9, 5.8, ((2.5, -5.3), 0.029, -1)),
        )
        areas = PowerAreas(self.film, float(self.story.dot), places, least, most)
        room = NearRoom(self.loft, *hers[:2])
        return Group(room.plate, self.loft.shade()), areas, self.friend("counting", *hers)

    def hopping(self) -> tuple[Sprite, list[Hops], Puppet]:
        """Return the sheet, a race on each of three axes, and the player who watches."""
        left, right, top, apart, most, (at, unit) = self.film.choose(
            (-6.8, 3.9, 1.3, 1.6, 1.25, ((5.7, -3.7), 0.033)),
            (-3.8, 1.8, 1.3, 1.35, 0.95, ((3.1, -3.6), 0.019)),
            (-3.7, 3.6, 4.0, 1.9, 1.4, ((2.4, -5.4), 0.026)),
        )
        start, theme, hops = float(self.story.dot), self.film.theme, []
        low, high = (side * start for side in WINDOW)
        for row, number in enumerate(ROWS):
            y = top - row * apart
            axis = Axis((left, y, 0), (right, y, 0), low, high, theme)
            thick = (0.06, 0.13, 0.1)[number]
            places = self.story.races[number].places
            hops.append(Hops(self.film, axis, places, ROLES[number], thick, most))
        player = self.loft.puppet(PLAYER, PLAYER_POSES["puzzled"], at, unit, -1, (-1.0, 0.3))
        return self.loft.close((1.6, 0.0), 1.6), hops, player

    def axes(self, hops: list[Hops]) -> Group:
        """Return three axes with ticks a centimetre, and the line of the target through them."""
        theme, axes = self.film.theme, [each.axis for each in hops]
        ends = axes[0].at(0, 0.62), axes[-1].at(0, -0.2)
        target = decoration(cased(Dashes(theme, "target", 0.06, dash=0.16), theme))
        ring = target_ring(0.3, self.pixels, theme)
        for axis in axes:
            axis.draw(np.arange(np.ceil(axis.low), np.floor(axis.high) + 1).tolist(), 0.14)
        numbers, low = Group(), axes[-1]
        for times in (-2, 0, 1):
            told = self.story.told("aside", times * self.story.dot)
            number = self.film.label(told).next_to(low.at(told.value), DOWN, buff=0.28)
            numbers.add(claim(number, low, x=told.value))
        return Group(*axes, target.between(*ends), ring.shift(ends[0]), numbers)

    # -- the road ----------------------------------------------------------------------------

    def near(self) -> tuple[Drive, Lens, Words]:
        """Return the car from near, a lens on a miss of 1 cm, and what it tells."""
        drive = self.drive(*self.film.choose(
            ((2.3, -2.5), 4.1, (-1.4, 1.3), (-5.0, 2.9)),
            ((0.9, -1.4), 2.9, (-1.6, 1.1), (-3.0, 3.2)),
            ((0.4, 0.0), 3.7, (-1.7, 2.4), (-2.4, 5.9)),
        ))  # fmt: skip
        place, radius = self.film.choose(
            ((-5.1, 0.4), 1.5), ((-2.3, -1.0), 0.8), ((0.0, -3.1), 1.3)
        )
        square = LaneSquare(self.film, drive.axis, self.story.told("miss", 1))
        lens = square.lens(place, radius, self.story.cost(1))
        words = self.film.label(self.story.says("lens"), size=1.4)
        return drive, lens, words.next_to(lens[1], DOWN, buff=0.15)

    def far(self) -> tuple[Drive, LaneSquare, Group]:
        """Return the car from farther away, the square of how far it goes off, and the truck."""
        off = self.story.told("miss", self.story.off)
        (x, y), unit, room, vanish, moon, truck = self.film.choose(
            ((-3.7, -1.98), 3.5, 6.9, (-5.4, 1.4), (-5.9, 3.2), 2.9),
            ((-2.3, -1.2), 2.5, 4.8, (-3.2, 1.3), (-3.2, 3.3), 2.3),
            ((-2.7, -1.9), 3.3, 6.3, (-3.3, 2.2), (-2.4, 5.9), 2.8),
        )
        unit = min(unit, room / (off.value / 100 + 0.95))
        drive = self.drive((x, y), unit, vanish, moon)
        return drive, LaneSquare(self.film, drive.axis, off), self.truck(drive.road, truck)

    def morning(self) -> Drive:
        """Return the road in the morning, and the car on the centre of its lane."""
        return self.drive(*self.film.choose(
            ((-2.9, -2.7), 3.8, (-0.4, 0.6), (-6.3, 2.3)),
            ((1.4, -2.35), 2.55, (-1.7, 0.4), (3.0, 3.1)),
            ((0.4, -3.6), 3.6, (-1.7, 0.9), (-2.6, 6.2)),
        ), morning=True)  # fmt: skip
