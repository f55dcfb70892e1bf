"""The compositions of the film about the squared error."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import DL, DR, Group

from gdmath.experiments.squared_error import STEPS, Params, Why
from scenes.figures import FRIEND, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.axis import Axis
from scenes.kit.lane_square import LaneSquare
from scenes.kit.misses import TwoMisses
from scenes.kit.panes import Pane
from scenes.kit.placed import Placed
from scenes.kit.powers import CostsChart
from scenes.kit.puppet import Puppet
from scenes.kit.track import Track
from scenes.places.loft import Loft, NearRoom
from scenes.places.road import Drive, RoadPlace
from scenes.stage.claims import Quantity, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.road.palette import palette

__all__ = ["SquaredSets"]


class SquaredSets(RoadPlace, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "sum": ((1.9, 2.7, 4.0), (1.5, 2.9, 2.4), (2.2, 5.6, 2.6)),
        "formula": ((-1.7, 2.75, 8.4), (-0.5, 3.1, 6.4), (0.0, 6.1, 7.0)),
        "claim": ((-3.85, 1.3, 5.2), (-2.1, 2.5, 3.2), (0.0, 4.6, 7.2)),
        "product": ((-2.5, 2.45, 5.6), (0.2, 3.1, 5.0), (0.0, 5.7, 5.8)),
    }

    def __init__(self, film: ShotFilm[Params], story: Why) -> None:
        super().__init__(film)
        self.story, self.loft = story, Loft(film)

    # -- the loft ----------------------------------------------------------------------------

    def misses(self, pose: str, *, close: bool) -> tuple[Sprite, TwoMisses, Puppet]:
        """Return the sheet, ring and dot, and the friend, from nearer or not."""
        where = self.film.choose(
            (((-2.2, -0.7), 2.1, (5.2, -3.75), 0.0365), ((-2.7, -0.8), 2.1, (5.3, -6.6), 0.052)),
            (((-1.6, -0.5), 1.5, (2.9, -3.5), 0.0255), ((-1.9, -0.5), 1.6, (3.0, -5.4), 0.036)),
            (((-1.2, 2.5), 1.9, (2.0, -5.25), 0.0335), ((-1.4, 2.6), 2.1, (2.1, -8.6), 0.05)),
        )[close]
        target, reach, at, unit = where
        friend = self.loft.puppet(FRIEND, FRIEND_POSES[pose], at, unit, -1, light=(-1.0, 0.3))
        miss = float(self.story.dot)
        sheet = self.loft.close((1.6, 0.0), 2.1 if close else 1.45)
        return sheet, TwoMisses(self.film, miss, miss, target, reach), friend

    def square(self) -> tuple[Group, Pane, Arrow]:
        """Return the sheet and the friend, and one square with an arrow along its side."""
        x, y, side = self.film.choose((-3.6, -2.1, 4.0), (-2.7, -1.6, 3.9), (-2.9, 1.3, 3.9))
        pane = Pane(self.film.theme, side, np.array([x, y, 0.0]), solid=0.6)
        ends = pane[0].get_corner(DL), pane[0].get_corner(DR)
        axis = Axis(*ends, 0, 1, self.film.theme)
        arrow = decoration(axis_arrow(axis, 0, 1, "text", 0.12, of="miss", off=-0.22))
        _, _, friend = self.misses("pointing", close=False)
        return Group(self.loft.close((-5.0, 0.8), 1.7), friend), pane, arrow

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

    # -- the road ----------------------------------------------------------------------------

    def night_drive(self) -> tuple[Drive, LaneSquare]:
        """Return the road by night with the car, and the square of how far it goes off."""
        off = self.story.told("miss", self.story.off)
        unit, room, centre, vanish, moon = self.film.choose(
            (3.65, 7.7, (-2.2, -1.98), (-3.58, 1.4), (-4.7, 3.0)),
            (2.7, 5.25, (-1.35, -1.2), (-2.5, 1.1), (1.9, 3.3)),
            (3.1, 6.0, (-1.7, -0.9), (-2.7, 1.9), (-2.4, 5.9)),
        )
        unit = min(unit, room / (off.value / 100 + 0.95))
        drive = self.drive(unit, centre, vanish, moon, Quantity("off", 0.0))
        return drive, LaneSquare(self.film, drive.axis, off)

    @property
    def corners(self) -> Sprite:
        """The shade round what is seen from near."""
        return self.corners_of(palette(self.night).calm)

    def morning(self) -> Drive:
        """Return the road in the morning, and the car on the centre of its lane."""
        places = self.film.choose(
            (3.8, (3.1, -2.7), (-1.5, 1.2), (-6.3, 3.2)),
            (2.55, (1.4, -2.35), (-1.7, 0.4), (3.0, 3.1)),
            (3.6, (0.4, -3.6), (-1.7, 0.9), (-2.6, 6.2)),
        )
        return self.drive(*places, Quantity("off", 0.0), morning=True)

    def costs(self) -> tuple[Sprite, CostsChart]:
        """Return the lane from above as the axis of what a miss costs."""
        high = float(self.story.dot)
        zone = self.film.choose(
            Zone(-6.3, -2.4, 6.3, 3.1), Zone(-3.7, -2.1, 3.7, 3.2), Zone(-3.7, -3.9, 3.7, 5.4)
        )
        chart = CostsChart(self.film, zone, high, high**2)
        return self.above(float(chart.at(0, 0)[0])), chart

    def track(self) -> tuple[Sprite, Track, Puppet]:
        """Return the lane from above with room for three ways to its centre, and the player."""
        zone, x, unit = self.film.choose(
            (Zone(-6.9, -2.5, 6.9, 3.3), -3.4, 0.0215), (Zone(-3.9, -2.1, 3.9, 1.9), -1.5, 0.0125),
            (Zone(-3.9, -4.2, 3.9, 4.4), -0.5, 0.0235),
        )  # fmt: skip
        track = Track(self.film, zone, float(self.story.dot), STEPS)
        player = self.loft.puppet(PLAYER, PLAYER_POSES["counting"], (x, zone.bottom), unit)
        return self.above(float(track.at(0, 0)[0])), track, player
