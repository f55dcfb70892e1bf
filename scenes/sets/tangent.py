"""The compositions of the film about three hills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from manim import DOWN, RIGHT, UP, Group, VGroup

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.reading import Reading
from gdmath.experiments.tangent import Hills
from scenes.kit.axis import Axis
from scenes.kit.crates import CrateRow
from scenes.kit.dial import Dial
from scenes.kit.hill_track import HillTrack
from scenes.kit.labels import large
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.straightedge import Straightedge
from scenes.kit.toys import bead_art, car_art, crate_art
from scenes.paint import Art
from scenes.places.workshop import Workshop
from scenes.stage.claims import decoration
from scenes.stage.marks import Dashes, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.studio import Studio

__all__ = ["TangentSets"]

FASTEST = 1.2  # of the wanted speed, at the end of the dial
MOST = 8  # pieces
NARROWEST = 4.3  # of a toy's track, on either side of its bottom
FAR = 20.0  # frame units: out of the picture


class TangentSets(Workshop, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "slope of time": ((-5.75, -1.95, 1.9), (-3.15, -1.4, 1.0), (-2.9, 3.55, 1.7)),
        "slope of pieces": ((3.0, -1.95, 1.9), (1.2, -1.4, 1.2), (2.8, -4.3, 1.7)),
        "slope of number": ((6.1, -1.95, 1.4), (3.3, -1.4, 1.2), (-2.9, 1.2, 1.7)),
        "time": ((-5.7, -1.95, 1.6), (-3.3, -1.4, 1.15), (-2.65, -5.3, 2.2)),
        "pieces": ((1.7, -1.95, 1.6), (0.7, -1.4, 1.15), (0.0, -5.3, 2.2)),
        "number": ((5.7, -1.95, 1.6), (3.3, -1.4, 1.15), (2.65, -5.3, 2.2)),
        "steps of time": ((1.7, -0.3), (1.05, 0.35), (1.3, -0.3)),
        "steps of pieces": ((1.0, 2.7), (-0.6, 2.0), (-0.4, 4.5)),
        "steps of number": ((-3.9, 2.4), (0.0, 2.0), (0.0, 4.4)),
        "cost": ((-5.6, 2.9), (-3.3, 2.6), (-3.1, 2.3)),
        "slope": ((-3.4, -0.2, 2.4), (-2.9, -0.1, 1.4), (-2.75, -1.2, 1.6)),
        "made": ((-2.9, 2.9, 1.8), (-1.6, 3.1, 1.2), (-1.5, 5.9, 1.6)),
        "paid": ((-0.9, 2.9, 1.8), (0.2, 3.1, 1.2), (0.6, 5.9, 1.6)),
        "bead": ((-1.3, 2.6, 3.0), (0.0, 2.9, 3.0), (0.0, 5.6, 3.0)),
        "moves of time": ((3.2, 0.7), (0.0, 3.1), (0.0, 5.9)),
        "moves of pieces": ((-0.9, 2.9), (-0.4, 3.1), (-0.2, 5.9)),
        "moves of number": ((-2.5, 2.6), (0.0, 3.1), (0.0, 5.9)),
        "claim": ((-4.4, 2.4, 4.7), (0.0, 3.45, 7.0), (0.0, 6.4, 7.0)),
        "claim goes on": ((4.5, 2.4, 4.7), (0.0, 2.75, 7.0), (0.0, 5.5, 7.0)),
    }

    def __init__(self, film: ShotFilm[Any], story: Hills) -> None:
        super().__init__(film)
        self.story = story
        self.orange = film.theme.marks["here"]

    def thing(self, hill: Parabola, size: float) -> Art:
        """Return what stands on a hill, to be shown this large."""
        scale = self.pixels * size
        if hill.name == "time":
            return car_art(self.orange, self.night, scale)
        paint = crate_art if hill.name == "pieces" else bead_art
        return paint(self.orange, scale)

    # -- numbers -----------------------------------------------------------------------------

    def told(self, name: str, number: Reading, words: str, size: float = 1.0) -> VGroup:
        """Return a number in its colour under its name, in their place."""
        role: Role = self.film.colours[number.name]
        size *= self.film.choose(2.3, 1.7, 2.1)
        return self.large(name, number, self.story.says(words), role, size)

    def moves(self, hill: Parabola) -> VGroup:
        """Return the slope, the learning rate and the step at a hill's start, side by side."""
        film, name, told = self.film, hill.name, self.story.reading
        numbers = told(f"slope of {name}", 0), told(f"rate of {name}"), told(f"step of {name}", 0)
        size, room = film.choose((2.2, 1.9), (1.8, 2.0), (2.0, 2.1))
        row = VGroup(*[
            large(film, number, self.story.says(words), film.colours[number.name], size, room)
            for number, words in zip(numbers, ("slope", "rate", "step"), strict=True)
        ]).arrange(RIGHT, buff=0.5, aligned_edge=DOWN)  # fmt: skip
        return self.put(f"moves of {name}", row)

    def count(self, hill: Parabola) -> VGroup:
        """Return how many steps of a hill's run are seen; far from where it began."""
        last = self.story.reading("step number", len(hill.seen) - 1)
        count = self.film.label(last, " ", self.story.says("steps"), size=1.2)
        return self.put(f"steps of {hill.name}", count)

    def slope(self, hill: Parabola) -> VGroup:
        """Return the slope at a toy's start, beside it."""
        name, size = f"slope of {hill.name}", self.film.choose(2.6, 1.8, 2.3)
        number = self.film.numeral(self.story.reading(name, 0), "gradient", size, self.room(name))
        return self.put(name, number)

    def ending(self, hill: Parabola) -> VGroup:
        """Return where a hill's run ended, beside its toy."""
        name, size = hill.name, self.film.choose(2.2, 1.6, 1.9)
        of = "speed" if name == "time" else name
        number = self.story.reading(of, len(hill.seen) - 1)
        ended = self.film.numeral(number, "here", size, self.room(name))
        return self.film.keep_in_frame(self.put(name, ended))

    def claim(self) -> VGroup:
        """Return what the film says, in two rows."""
        size, rows = self.film.choose(2.2, 1.5, 1.9), self.story.says("claim").rows
        places = zip(("claim", "claim goes on"), rows, strict=True)
        return VGroup(*[self.words(name, *row, size=size) for name, row in places])

    # -- the workshop ------------------------------------------------------------------------

    def bench(self, *, last: bool = False) -> float:
        """The height of the bench; at the last all toys stand on it."""
        return self.film.choose(-2.5, -1.9, -4.0 if last else -4.9)

    def wall(self, *, last: bool = False) -> Sprite:
        """The workshop's wall and bench, with a window and tools, or at the last without."""
        if last:
            return self.shop((self.bench(last=True),), (FAR, 0.0), (FAR, 0.0))
        levels, *places = self.film.choose(
            ((), (6.0, 1.35), (2.7, 3.3)), ((), (2.4, 1.1), (-0.1, 5.0)),
            ((0.6, 2.9), (2.3, -2.7), (-0.5, 8.0)),
        )  # fmt: skip
        return self.shop((self.bench(), *levels), *places)

    def toys(
        self, at: Sequence[float], *, last: bool = False
    ) -> tuple[Group, list[HillTrack], VGroup]:
        """Return the three toys' posts, their tracks, what stands on each at a value; names."""
        film, bench, row = self.film, self.bench(last=last), last or not self.film.is_tall
        floors = film.choose(
            ((-4.7, -1.1), (0.0, -1.1), (4.7, -1.1)),
            ((-2.65, -0.9), (0.0, -0.9), (2.65, -0.9)),
            ((-2.65, -1.9), (0.0, -1.9), (2.65, -1.9)) if last
            else ((1.1, 3.3), (0.4, -3.5), (1.1, 1.0)),
        )  # fmt: skip
        benches = 3 * (bench,) if row else (2.9, bench, 0.6)
        half, size = film.choose((2.05, 1.25), (1.12, 0.75), (1.15, 0.8) if last else (2.3, 1.3))
        tilt = film.choose(1.15, 1.15, 1.5 if last else 0.9)
        posts, tracks, names = Group(), [], VGroup()
        toys = zip(self.story.three, self.story.reaches, floors, benches, at, strict=True)
        for hill, reach, floor, foot, value in toys:
            end = max(NARROWEST, 1.08 * float(np.abs(hill.seen - float(hill.bottom)).max()))
            wide = size if hill.name == "time" else 0.62 * size
            track = HillTrack(film, hill, floor, half * reach / end, reach, self.thing(hill, size),
                              wide, end=end, tilt=tilt)  # fmt: skip
            track.at.set_value(value)
            track.update()
            posts.add(self.posts(track, foot, float(hill.bottom)))
            tracks.append(track)
            name = film.label(self.story.says(hill.name), size=film.choose(1.15, 1.0, 1.1))
            names.add(name.stand_at(floor[0] + 1.2 * (not row), foot - 0.57, "center"))
        return posts, tracks, names

    def dial(self, at: tuple[float, float], radius: float, value: Any) -> Dial:
        """A dial with the wanted speed; ``value`` says the speed at any time."""
        wanted = self.story.params.wanted_speed
        return Dial(self.film, (*at, 0), radius, FASTEST * wanted, wanted, value, "speed")

    def wall_dial(self) -> Dial:
        """The dial on the workshop's wall, at the start."""
        speed = float(self.story.reading("speed", 0).value)
        return self.dial(*self.film.choose(
            ((-4.5, 2.0), 1.35), ((-2.85, 1.4), 0.95), ((-2.7, -1.2), 0.95)
        ), lambda: speed)  # fmt: skip

    def at_work(self, rule: Straightedge) -> tuple[Puppet, Group]:
        """Her with both hands on the straightedge."""
        at, unit = self.film.choose(
            ((0.45, -4.55), 0.0425), ((0.3, -3.5), 0.0325), ((0.3, -7.65), 0.04)
        )
        return self.laying(rule, at, unit, self.bench() + 0.08)

    def level(self, tracks: list[HillTrack]) -> tuple[Straightedge, Puppet, Group]:
        """One straightedge under all three bottoms, and her who holds it."""
        (at, unit), ends = self.film.choose(
            (((-0.1, -4.55), 0.0425), (6.8, 6.8)), (((0.0, -3.7), 0.0295), (3.7, 3.7)),
            (((0.0, -6.4), 0.045), (3.7, 3.7)),
        )  # fmt: skip
        middle = tracks[1]
        rule = middle.edge(float(middle.hill.bottom), *ends, 0.34)
        maker, hands = self.laying(
            rule,
            at,
            unit,
            self.bench(last=True) + 0.08,
            self.film.choose((0.4, 0.6), (0.34, 0.66), (0.33, 0.67)),
        )
        return rule, maker, hands

    def beside_bench(self) -> tuple[Sprite, Puppet, Axis, Sprite]:
        """The bench from near, her behind it, its front as an axis, the car at its start."""
        level, at, unit, size, half = self.film.choose(
            (-1.3, (-4.2, -6.3), 0.049, 1.6, 6.5), (-0.9, (-1.6, -4.9), 0.036, 1.2, 3.7),
            (-2.2, (-1.4, -9.6), 0.069, 1.9, 3.7),
        )  # fmt: skip
        hill = self.story.speed
        x, most = float(hill.xs[0]), 1.02 * float(max(abs(hill.slopes[0]), 8.0))
        low, high = (np.array([side * half, level - 0.85, 0]) for side in (-1, 1))
        axis = Axis(low, high, x - most, x + most, self.film.theme)
        window = self.film.choose((3.2, 1.85), (FAR, 0.0), (FAR, 0.0))
        room = self.shop((level,), window, (FAR, 0.0))
        maker = self.maker("wondering", at, unit, bench=level + 0.08)
        car = Sprite(self.thing(hill, size), at=(0, level + 0.02, 0), unit=size, name="car")
        return room, maker, axis, decoration(car)

    # -- speed -------------------------------------------------------------------------------

    def road(self) -> tuple[Group, HillTrack, Dial, VGroup]:
        """The car's road by night, which bends into its hill, the dial as the moon, a scale."""
        floor, across, tilt, size, at, radius = self.film.choose(
            ((0.0, -1.75), 4.1, 0.9, 1.5, (0.0, 1.85), 1.55),
            ((0.0, -1.2), 2.4, 1.2, 1.1, (0.0, 2.15), 1.3),
            ((0.0, -3.6), 2.4, 1.8, 1.3, (-0.3, 3.4), 2.0),
        )
        hill, film = self.story.speed, self.film
        track = HillTrack(film, hill, floor, across, 4.0, self.thing(hill, size), size, tilt=tilt)
        dial = self.dial(at, radius, lambda: float(self.story.needle(track.at())))
        scale = track.numbers(0.8, self.story.says("seconds"), film.choose(1, 1, 2))
        world = Group(self.outdoors("road", floor[1] - 0.4), self.land(track))
        return world, track, dial, scale

    def wanted(self, dial: Dial) -> VGroup:
        """The speed that is wanted, beside its mark."""
        number, size = self.story.reading("wanted speed"), self.film.choose(1.9, 1.5, 2.0)
        wanted = large(self.film, number, self.story.says("wanted"), "target", size, 1.4)
        return wanted.next_to(dial.beside(self.story.params.wanted_speed, 1.12), RIGHT, buff=0.05)

    def needle(self, dial: Dial, step: int) -> VGroup:
        """The speed after so many steps, below the middle of the dial."""
        speed, size = self.story.reading("speed", step), self.film.choose(1.9, 1.5, 2.0)
        number = self.film.numeral(speed, "here", size, 0.75 * dial.radius)
        return number.move_to(dial.middle + 0.6 * dial.radius * DOWN)

    def height(self) -> VGroup:
        """What the road's height is."""
        return self.words("cost", (self.story.says("height"), "cost"), size=1.4)

    def near(self) -> tuple[Group, HillTrack, Straightedge, VGroup]:
        """The car from near, the edge under its wheels, and how far that falls in a second."""
        hill, film = self.story.speed, self.film
        x, slope = float(hill.xs[0]), float(hill.slopes[0])
        unit, tilt, size, spots, ends = film.choose(
            (3.3, 0.8, 3.3, ((-1.2, 1.35), (-1.2, -0.9)), (3.6, 5.6)),
            (2.4, 0.8, 2.2, ((-1.2, 1.2), (-1.2, -0.9)), (2.4, 4.0)),
            (3.3, 1.15, 3.4, ((-1.4, 1.9), (-1.4, -2.4)), (3.2, 6.6)),
        )
        miss, falls = float(hill.ways[0]) or 4.0, slope <= 0
        way = np.array([1.0 if falls else -1.0, -tilt / 2])
        floor = np.array(spots[not falls]) + bool(slope) * unit * miss * way
        track = HillTrack(film, hill, (floor[0], floor[1]), unit * miss, miss,
                          self.thing(hill, size), size, tilt=tilt)  # fmt: skip
        legs: list[tuple[Role, Any]] = [("gradient", slope * track.curve.rise * UP),
                                        ("text", unit * RIGHT)]  # fmt: skip
        corners, triangle = [track.point(x)], VGroup()
        for role, leg in legs if falls else legs[::-1]:
            corners.append(corners[-1] + leg)
            dashes = Dashes(film.theme, role, 0.06, dash=0.12).between(*corners[-2:])
            triangle.add(cased(dashes, film.theme))
        second = film.label(self.story.says("second"), size=film.choose(1.6, 1.3, 1.5))
        triangle.add(second.next_to(triangle[falls], DOWN, buff=0.2))
        plate = self.outdoors("road", film.choose(-1.2, -1.4, -2.4))
        return Group(plate, self.land(track)), track, track.edge(x, *ends, 0.55), triangle

    # -- money, and a number -------------------------------------------------------------------

    def factory(self) -> tuple[Sprite, Puppet, CrateRow]:
        """The factory at dusk, its pieces as crates in a row, what they cost, and she waits."""
        (left, ground, wide, rise), at, unit = self.film.choose(
            ((-5.4, -2.35, 1.2, 0.0225), (6.0, -2.35), 0.026),
            ((-3.6, -2.0, 0.73, 0.0175), (3.1, -2.0), 0.0175),
            ((-3.6, -4.0, 0.73, 0.036), (3.1, -4.0), 0.0235),
        )
        row = CrateRow(self.film, self.story.money, MOST, left, ground, wide, rise)
        maker = self.maker("waiting", at, unit, -1)
        return self.outdoors("factory", ground + 0.72 * wide + 0.3, ground), maker, row

    def bowl(self) -> tuple[Group, HillTrack]:
        """A bowl as wide as the picture, a bead in it, and she watches."""
        floor, across, tilt, size, at, unit = self.film.choose(
            ((0.0, -1.55), 4.6, 1.0, 1.7, (2.6, -5.0), 0.039),
            ((0.0, -1.4), 2.7, 1.35, 1.3, (2.0, -4.2), 0.028),
            ((0.0, -3.0), 2.75, 2.4, 1.7, (2.0, -6.7), 0.043),
        )
        hill, film = self.story.number, self.film
        track = HillTrack(film, hill, floor, across, 3.0, self.thing(hill, size), size, tilt=tilt)
        wall = Studio(film.frame.width, film.frame.height, self.night).plate(self.pixels)
        side = 1 if hill.slopes[0] <= 0 else -1
        maker = self.maker("peering", (side * at[0], at[1]), unit, -side)
        clear = hill.regime == "glide" and bool(
            hill.ways[0] > 1.5
        )  # else something covers her face
        scale = track.numbers(0.55, self.story.says("number"))
        seen = [maker] if clear else []
        land = self.land(track, road=False)
        return Group(Sprite(wall, name="backdrop"), *seen, land, scale), track
