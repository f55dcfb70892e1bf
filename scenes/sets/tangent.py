"""The compositions of the film about three hills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from manim import Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.tangent import Hills
from scenes.kit.axis import Axis
from scenes.kit.crates import CrateRow, crate
from scenes.kit.dial import Dial
from scenes.kit.graph import Graph
from scenes.kit.hill_track import HillTrack
from scenes.kit.overlay import Overlay, Scaled
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.straightedge import Straightedge
from scenes.kit.toys import bead_art, car_art, crate_art
from scenes.paint import Art
from scenes.places.workshop import Workshop
from scenes.stage.claims import decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.studio import Studio

__all__ = ["TangentSets"]

FASTEST = 1.2  # of the wanted speed, at the end of the dial
MOST = 8  # pieces
LEGS: tuple[Role, Role] = ("gradient", "text")  # what falls, and how far on
NARROWEST = 4.3  # of a toy's track, on either side of its bottom


class TangentSets(Workshop, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "time": ((-5.75, -2.02), (-3.3, -1.45), (-2.9, 3.55)),
        "pieces": ((1.7, -2.02), (0.85, -1.45), (2.8, -4.3)),
        "number": ((5.9, -2.02), (3.3, -1.45), (-2.9, 1.2)),
        "cost": ((-5.6, 2.9), (-3.3, 2.6), (-3.1, 2.3)),
        "count": ((1.7, -0.3), (1.05, 0.35), (1.3, -0.3)),
        "slope": ((-3.4, -0.2), (-2.9, -0.1), (-2.75, -1.2)),
        "uphill": ((-5.2, 0.3), (-2.75, -2.0), (-2.6, -4.2)),
        "rate": ((4.9, 0.3), (0.0, -2.0), (0.1, -4.2)),
        "step": ((2.6, -2.65), (2.6, -2.0), (2.6, -4.2)),
        "made": ((5.85, -1.0), (-2.7, 3.0), (-2.5, 6.0)),
        "apiece": ((5.85, 0.8), (0.0, 3.0), (0.0, 6.0)),
        "paid": ((5.85, 2.6), (2.7, 3.0), (2.5, 6.0)),
        "steep": ((-5.6, -0.6), (-3.05, -0.75), (-3.0, -1.7)),
        "share": ((0.4, 1.7), (-0.2, 2.0), (-0.2, 4.6)),
        "bead": ((-0.6, 2.6), (0.0, 2.9), (0.0, 5.6)),
        "claim": ((4.15, 2.7), (0.0, 3.05), (0.0, 6.05)),
    }

    def __init__(self, film: ShotFilm[Any], story: Hills) -> None:
        super().__init__(film)
        self.story = story
        self.orange = film.theme.marks["here"]
        self.reach = dict(zip(("time", "pieces", "number"), story.reaches, strict=True))

    def thing(self, hill: Parabola, size: float) -> Art:
        """Return what stands on a hill, to be shown this large."""
        scale = self.pixels * size
        if hill.name == "time":
            return car_art(self.orange, self.night, scale)
        paint = crate_art if hill.name == "pieces" else bead_art
        return paint(self.orange, scale)

    # -- the workshop ------------------------------------------------------------------------

    @property
    def benches(self) -> tuple[float, ...]:
        """The heights of bench and shelves."""
        return self.film.choose((-2.5,), (-1.9,), (-4.9, 0.6, 2.9))

    def wall(self, *, bare: bool = False, shelves: bool = True) -> Sprite:
        """The workshop's wall and bench, and if it is not bare a window and tools."""
        if bare:
            return self.shop(self.benches[: None if shelves else 1], (99.0, 0.0), (99.0, 0.0))
        return self.shop(self.benches, *self.film.choose(
            ((5.2, 1.35), (2.1, 3.3)), ((2.4, 1.1), (-0.1, 5.0)), ((2.3, -2.7), (-0.5, 8.0))
        ))  # fmt: skip

    def toys(self, at: Sequence[float]) -> tuple[Group, list[HillTrack]]:
        """The posts of the three toys and their tracks, what stands on each at a value."""
        floors = self.film.choose(
            ((-4.5, -1.05), (-0.3, -1.05), (4.75, -1.05)),
            ((-2.6, -0.9), (0.0, -0.9), (2.65, -0.9)),
            ((1.1, 3.3), (0.4, -3.5), (1.1, 1.0)),
        )
        half, size = self.film.choose((2.15, 1.15), (1.12, 0.75), (2.3, 1.3))
        rows = self.benches if len(self.benches) > 1 else 3 * self.benches
        rows = (rows[2], rows[0], rows[1]) if len(self.benches) > 1 else rows
        posts, tracks = Group(), []
        for hill, floor, bench, value in zip(self.story.three, floors, rows, at, strict=True):
            reach, bottom = self.reach[hill.name], float(hill.bottom)
            end = max(1.15 * reach, NARROWEST, 1.08 * float(np.abs(hill.seen - bottom).max()))
            track = HillTrack(self.film, hill, floor, half * reach / end, reach,
                          self.thing(hill, size), size if hill.name == "time" else 0.62 * size,
                          end=end)  # fmt: skip
            track.at.set_value(value)
            track.update()
            feet = (bottom, bottom + 0.6 * end)[: self.film.choose(1, 1, 2)]
            posts.add(self.posts(track, bench, *feet))
            tracks.append(track)
        return posts, tracks

    def dial(self, at: Point3D | tuple[float, float], radius: float, value: Any) -> Dial:
        """A dial with the wanted speed; ``value`` says the speed at any time."""
        wanted = self.story.params.wanted_speed
        return Dial(self.film, (at[0], at[1], 0), radius, FASTEST * wanted, wanted, value, "speed")

    def wall_dial(self, step: int) -> Dial:
        """The dial on the workshop's wall, after so many steps."""
        at, radius = self.film.choose(
            ((-4.5, 2.0), 1.35), ((-2.85, 1.4), 0.95), ((-2.7, -1.2), 0.95)
        )
        speed = float(self.story.reading("speed", step).value)
        return self.dial(at, radius, lambda: speed)

    def at_work(self, rule: Straightedge) -> tuple[Puppet, Group]:
        """Her with both hands on the straightedge."""
        at, unit = self.film.choose(
            ((-0.85, -4.55), 0.0425), ((-0.3, -3.5), 0.0325), ((-0.4, -7.65), 0.04)
        )
        return self.laying(rule, at, unit, self.benches[0] + 0.08)

    def onlooker(self, pose: str, *, home: bool = False) -> Puppet:
        """Her without the straightedge: beside the curve, or in her place at the end."""
        beside = ((-5.2, -4.7), 0.043), ((-3.68, -3.9), 0.028), ((-0.4, -9.7), 0.052)
        home_at = ((-1.15, -4.55), 0.0425), ((-0.5, -3.6), 0.0285), ((0.0, -7.5), 0.036)
        at, unit = self.film.choose(*(home_at if home else beside))
        return self.maker(pose, at, unit, bench=self.benches[0] + 0.08)

    def names(self) -> VGroup:
        """What each toy is about, on the bench or the shelf below it."""
        film, size = self.film, self.film.choose(1.15, 1.0, 1.1)
        places = film.choose(
            ((-4.5, -3.07), (-0.3, -3.07), (4.75, -3.07)),
            ((-2.7, -2.4), (0.0, -2.4), (2.7, -2.4)),
            ((1.9, 2.35), (0.4, -5.45), (1.9, 0.05)),
        )
        return VGroup(*[
            film.label(self.story.says(hill.name), size=size).stand_at(*at, "center")
            for hill, at in zip(self.story.three, places, strict=True)
        ])  # fmt: skip

    # -- speed -------------------------------------------------------------------------------

    def road(self) -> tuple[Group, HillTrack, Dial, VGroup]:
        """The car's road by night, which bends into its hill, the dial as the moon, a scale."""
        floor, across, tilt, size, at, radius = self.film.choose(
            ((0.0, -1.75), 4.1, 0.9, 1.5, (0.0, 1.85), 1.55),
            ((0.0, -1.2), 2.4, 1.2, 1.1, (0.0, 2.15), 1.3),
            ((0.0, -3.6), 2.4, 1.8, 1.3, (-0.3, 3.4), 2.0),
        )
        hill = self.story.speed
        track = HillTrack(
            self.film, hill, floor, across, 4.0, self.thing(hill, size), size, tilt=tilt
        )
        dial = self.dial(at, radius, lambda: float(self.story.needle(track.at())))
        land = self.land(track)
        scale = track.numbers(0.8, self.story.says("seconds"), self.film.choose(1, 1, 2))
        return Group(self.outdoors("road", floor[1] - 0.4), land), track, dial, scale

    def near(self) -> tuple[Group, HillTrack, Straightedge, VGroup]:
        """The car from near, the edge under its wheels, and how far that falls in a second."""
        hill = self.story.speed
        x, slope = float(hill.xs[0]), float(hill.slopes[0])
        unit, tilt, size, spots, ends = self.film.choose(
            (3.3, 0.8, 3.3, ((-1.2, 1.35), (-1.2, -0.9)), (3.6, 5.6)),
            (2.4, 0.8, 2.2, ((-1.2, 1.2), (-1.2, -0.9)), (2.4, 4.0)),
            (3.3, 1.15, 3.4, ((-1.4, 1.9), (-1.4, -2.4)), (3.2, 6.6)),
        )
        miss = float(hill.ways[0]) or 4.0
        side = 1.0 if slope <= 0 else -1.0
        place = np.array(spots[0 if slope <= 0 else 1])
        floor = place + bool(slope) * unit * miss * np.array([side, -tilt / 2])
        track = HillTrack(self.film, hill, (floor[0], floor[1]), unit * miss, miss,
                      self.thing(hill, size), size, tilt=tilt)  # fmt: skip
        rule = track.edge(x, *ends, 0.55)
        touch, across = track.point(x), np.array([unit, 0.0, 0.0])
        fall = slope * track.curve.rise * np.array([0.0, 1.0, 0.0])
        corner = touch + (fall if slope < 0 else across)
        legs = [cased(Dashes(self.film.theme, role, 0.06, dash=0.12), self.film.theme)
                for role in LEGS]  # fmt: skip
        upright = (touch, corner) if slope < 0 else (corner, corner + fall)
        level = (corner, corner + across) if slope < 0 else (touch, corner)
        triangle = VGroup(legs[0].between(*upright), legs[1].between(*level))
        plate = self.outdoors("road", self.film.choose(-1.2, -1.4, -2.4))
        return Group(plate, self.land(track)), track, rule, triangle

    def bench(self) -> tuple[Group, Axis, Sprite]:
        """The bench from near as an axis, her behind it, and the car on it at its start."""
        level, at, unit, size, half = self.film.choose(
            (-0.75, (-1.1, -6.1), 0.049, 1.5, 6.5),
            (-0.1, (-1.0, -4.9), 0.042, 1.1, 3.7),
            (-1.9, (-1.5, -9.8), 0.069, 1.9, 3.7),
        )
        hill = self.story.speed
        x, most = float(hill.xs[0]), 1.02 * float(max(abs(hill.slopes[0]), 8.0))
        ends = (np.array([-half, level - 0.75, 0]), np.array([half, level - 0.75, 0]))
        axis = Axis(*ends, x - most, x + most, self.film.theme)
        room = self.shop((level,), *self.film.choose(
            ((5.0, 1.3), (2.4, 3.4)), ((2.5, 1.4), (-0.2, 5.4)), ((2.1, 2.6), (-0.5, 8.0))
        ))  # fmt: skip
        maker = self.maker("peering", at, unit, bench=level + 0.08)
        car = Sprite(self.thing(hill, size), at=(0, level + 0.02, 0), unit=size, name="car")
        return Group(room, maker), axis, decoration(car)

    # -- money -------------------------------------------------------------------------------

    def factory(self) -> tuple[Sprite, CrateRow]:
        """The factory at dusk, its pieces as crates in a row, and what they cost."""
        left, ground, wide, rise = self.film.choose(
            (-5.2, -2.35, 1.22, 0.0225), (-3.3, -2.0, 0.8, 0.0175), (-3.4, -4.0, 0.84, 0.036)
        )
        row = CrateRow(self.film, self.story.money, MOST, left, ground, wide, rise)
        return self.outdoors("factory", ground + 0.72 * wide + 0.3), row

    def patience(self) -> tuple[Group, Graph, Puppet, list[Point3D]]:
        """Pieces step by step, from pile to pile of crates, and she waits; the piles' tops."""
        zone, side, at, unit = self.film.choose(
            (Zone(-4.9, -2.3, 3.5, 2.55), 0.62, (5.5, -2.5), 0.029),
            (Zone(-2.6, -1.8, 1.6, 2.4), 0.5, (3.15, -1.9), 0.0175),
            (Zone(-2.6, -3.0, 1.1, 5.4), 0.85, (2.9, -4.4), 0.0245),
        )
        hill = self.story.money
        chart = Graph(self.film, zone, (0.0, float(len(hill.xs) - 1)), (0.0, MOST + 0.4))
        piles, tops = Group(), []
        for sign, count in ((-1, float(hill.xs[0])), (1, float(hill.xs[-1]))):
            x = (zone.left if sign < 0 else zone.right) + 0.75 * sign * side
            tops.append(np.array([x, chart.at(0, count)[1], 0.0]))
            for number in np.arange(0, count - 0.02).tolist():
                foot, part = chart.at(0, number)[1], min(count - number, 1.0) * chart.unit_y
                piles.add(crate(self.film, (x - side / 2, foot), side, part))
        plate = self.outdoors("factory", zone.bottom + 0.2)
        maker = self.maker("waiting", at, unit, -1)
        return Group(plate, *piles), chart, maker, tops

    # -- a number, and all three ---------------------------------------------------------------

    def bowl(self) -> tuple[Group, HillTrack]:
        """A bowl as wide as the picture, and a bead in it."""
        floor, across, tilt, size = self.film.choose(
            ((0.0, -1.55), 4.6, 1.0, 1.5), ((0.0, -1.4), 2.7, 1.35, 1.2),
            ((0.0, -3.0), 2.75, 2.4, 1.5),
        )  # fmt: skip
        hill = self.story.number
        track = HillTrack(
            self.film, hill, floor, across, 3.0, self.thing(hill, size), size, tilt=tilt
        )
        frame = self.film.frame
        wall = Studio(frame.width, frame.height, self.night).plate(self.pixels)
        at, unit = self.film.choose(
            ((2.6, -5.0), 0.039), ((2.0, -4.2), 0.028), ((2.0, -6.7), 0.043)
        )
        side = 1 if hill.slopes[0] <= 0 else -1
        maker = self.maker("peering", (side * at[0], at[1]), unit, -side)
        clear = hill.regime == "glide" and hill.ways[0] > 1.5  # else something covers her face
        seen = [maker] if clear else []
        block = self.land(track, road=False)
        scale = track.numbers(0.55, self.story.says("number"))
        return Group(Sprite(wall, name="backdrop"), *seen, block, scale), track

    def together(self) -> Overlay:
        """The three curves as one, a row of numbers below it for each, and their tangent."""
        story = self.story
        hills = [
            Scaled(hill, self.reach[hill.name], at, story.slope_of(hill), story.says(hill.name),
                   hill is story.money)
            for hill, at in zip(story.three, story.laid, strict=True)
        ]  # fmt: skip
        return Overlay(self.film, hills, self.thing(story.number, 1), *self.film.choose(
            ((1.1, 0.3), 3.0, 1.15, 0.95, 0.66), ((-0.1, 0.5), 1.35, 2.2, 0.7, 0.62),
            ((-0.35, 3.9), 1.6, 2.0, 0.85, 0.85),
        ))  # fmt: skip
