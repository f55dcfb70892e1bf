"""The compositions of the film about three hills."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group, VGroup

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.tangent import Hills
from scenes.kit.axis import Axis
from scenes.kit.crates import CrateRow, crate
from scenes.kit.dial import Dial
from scenes.kit.glass import glass
from scenes.kit.hill_run import HillRun
from scenes.kit.hill_track import HillTrack
from scenes.kit.labels import beside, large, running_row
from scenes.kit.laying import Held
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.room import make_room
from scenes.kit.straightedge import Straightedge
from scenes.kit.toys import bead_art, car_art, crate_art
from scenes.kit.update import product_line
from scenes.paint import Art
from scenes.places.workshop import Workshop
from scenes.stage.claims import decoration
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite

__all__ = ["TangentSets"]

FASTEST = 1.2  # of the wanted speed, at the end of the dial
MOST = 8  # pieces
WIDE = 4.0  # the way to the bottom in a picture of a run that stands there from the start


class TangentSets(Workshop, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((3.7, 2.7, 6.0), (1.7, 3.25, 4.2), (0.0, 5.9, 7.0)),
        "cost": ((-5.2, 2.9, 4.0), (-2.75, 3.4, 2.1), (0.0, 0.5, 4.0)),
        "moves of time": ((2.6, 2.3, 7.4), (0.0, 3.15, 6.6), (0.0, 6.0, 7.0)),
        "moves of pieces": ((-3.2, 2.6, 6.8), (-0.4, 3.1, 6.6), (-0.2, 5.9, 7.0)),
        "moves of number": ((3.8, 2.9, 5.8), (0.0, 3.15, 6.6), (0.0, 5.9, 7.0)),
        "run of time": ((2.1, -0.35), (1.1, -0.1), (1.6, -0.6)),
        "run of pieces": ((-0.9, 2.9), (-0.9, 3.1), (-0.6, 5.9)),
        "run of number": ((4.9, 2.8), (1.2, 3.2), (0.0, 5.6)),
        "claim": ((0.0, -2.13, 13.0), (0.0, -1.95, 7.3), (0.0, -4.0, 7.3)),
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

    def track(
        self, hill: Parabola, floor: tuple[float, float], across: float, size: float, tilt: float,
        end: float = 0.0,
    ) -> HillTrack:  # fmt: skip
        """Return a hill whose start is ``across`` from its floor, the curve ``end`` times that."""
        reach = float(hill.ways[0]) or WIDE
        return HillTrack(self.film, hill, floor, across, reach, self.thing(hill, size), size,
                         tilt=tilt, end=end * reach)  # fmt: skip

    def side(self, hill: Parabola) -> int:
        """On which side of the bottom a run starts: -1 on the left, 1 on the right."""
        return 1 if hill.slopes[0] > 0 else -1

    # -- numbers -----------------------------------------------------------------------------

    def slope(self, hill: Parabola, *coming: Any) -> VGroup:
        """Return the slope at a hill's start, where its moves are told."""
        number, size = self.story.reading(f"slope of {hill.name}", 0), self.film.choose(2.8, 2, 2.4)
        words = large(self.film, number, self.story.says("slope"), "gradient", size)
        return make_room(self.film, self.put(f"moves of {hill.name}", words), *coming)

    def moves(self, hill: Parabola, steep: VGroup, *coming: Any) -> VGroup:
        """Return minus the learning rate times the slope at a hill's start, where that stood."""
        name, told = hill.name, self.story.reading
        slope, step = told(f"slope of {name}", 0), told(f"step of {name}", 0)
        names = self.story.says("rate"), self.story.says("slope"), self.story.says("step")
        size, small = self.film.choose((2.5, 1.0), (1.9, 0.8), (2.2, 0.85))
        line = product_line(self.film, told(f"rate of {name}"), slope, step, names, size, small,
                            self.room(f"moves of {name}"), against=True)  # fmt: skip
        return make_room(self.film, self.put(f"moves of {name}", line), *coming, going=steep)

    def told(self, run: HillRun, names: dict[str, str], *coming: Any) -> VGroup:
        """Return numbers of a run side by side, which change as it goes on, under their names."""
        told = [
            (self.story.quantities[name], self.story.says(says)) for name, says in names.items()
        ]
        place, size = self.place(f"run of {run.hill.name}"), self.film.choose(2.3, 1.7, 2.1)
        return running_row(self.film, told, run.last, run.done, size, place, *coming)

    # -- the workshop ------------------------------------------------------------------------

    def on_bench(self, hill: Parabola) -> tuple[Group, HillTrack, Held]:
        """A hill on her bench: a toy track or a bowl, and she lays the straightedge at its start.

        Returns what stands there, the track, and the straightedge and who holds it.
        """
        glassy = hill is self.story.number
        bench, (x, y), across, tilt, size = self.film.choose(
            (-2.35, (0.9, -1.7), 4.0, 1.0, 2.1),
            (-2.0, (0.9, -1.5), 2.5, 1.2, 1.4),
            (-4.1, (0.6, -3.4), 2.6, 1.8, 1.8),
        )
        tilt, size = (0.86 * tilt, 0.88 * size) if glassy else (tilt, size)
        side = self.side(hill)
        track = self.track(hill, (-side * x, y), across, size, tilt, 1.22)
        held = self.lays(track, bench + 0.08)
        stands = glass(track) if glassy else track.posts(bench, float(hill.bottom))
        if glassy:
            stands.add(track.numbers(y - bench + self.film.choose(0.58, 0.5, 0.7)))
        window = self.film.choose((-6.6, 3.7), (-9, 9), (-9, 9))[side > 0]
        room = self.shop(bench, -side * x, window=window if not glassy else np.inf)
        return Group(room, held.maker, stands), track, held

    def lays(self, run: HillRun, bench: float = -np.inf, more: float = 0.0) -> Held:
        """Return her, who lays the straightedge where a run starts, on the side of its bottom.

        She stands so much ``more`` aside.
        """
        (dx, foot), unit, reach = self.film.choose(
            ((1.75, -5.75), 0.0455, 1.6), ((1.1, -4.45), 0.036, 1.05), ((1.25, -7.6), 0.057, 1.4)
        )
        start, side = float(run.hill.seen[0]), self.side(run.hill)
        rule = run.edge(start, reach, reach, 0.36)
        at = float(run.point(start)[0]) - side * (dx + more), foot
        return Held(rule, *self.laying(rule, at, unit, side, bench))

    def question(self, hill: Parabola) -> VGroup:
        """What the film asks, on the wall, on the side where she is not."""
        size, room = self.film.choose(2.1, 1.45, 2.1), self.room("question")
        words = self.film.headline(self.story.says("question"), size, room)
        words.move_to(self.place("question") * (-self.side(hill), 1, 1))
        return make_room(self.film, words)

    def waiting(self) -> Group:
        """The other two toys, on the bench."""
        bench, places, size = self.film.choose(
            (-2.3, (4.1, 5.9), 1.25), (-1.95, (2.3, 3.3), 0.8), (-4.05, (2.2, 3.3), 0.9)
        )
        side, toys = -self.side(self.story.speed), Group()
        for hill, x, share in zip(self.story.three[1:], places, (1, 2), strict=True):
            art = self.thing(hill, share * size)
            toys.add(Sprite(art, at=(side * x, bench, 0), unit=share * size, name=hill.name))
        return decoration(toys)

    def beside_bench(self) -> tuple[Sprite, Puppet, Axis, Sprite]:
        """The bench from near, her behind it, its front as an axis, the car at its start."""
        level, at, unit, size, half = self.film.choose(
            (-0.75, (-4.3, -5.0), 0.0455, 2.2, 6.6), (-0.6, (-1.7, -4.5), 0.036, 1.4, 3.75),
            (-1.6, (-2.1, -7.5), 0.061, 2.2, 3.75),
        )  # fmt: skip
        hill = self.story.speed
        x, most = float(hill.xs[0]), 1.02 * float(max(abs(hill.slopes[0]), 8.0))
        low, high = (np.array([side * half, level - 1.2, 0]) for side in (-1, 1))
        axis = Axis(low, high, x - most, x + most, self.film.theme)
        maker = self.maker("wondering", at, unit, bench=level + 0.08)
        car = Sprite(self.thing(hill, size), at=(0, level + 0.02, 0), unit=size, name="car")
        return self.shop(level, 0.6 * at[0]), maker, axis, decoration(car)

    def three(self) -> tuple[Group, list[HillTrack], Straightedge, Puppet, Group]:
        """Three hills on the bench, one straightedge under all, she behind the middle one."""
        film, story = self.film, self.story
        bench, spread, across, tilt, size, at, unit = film.choose(
            (-0.95, 4.75, 1.75, 1.5, 2.0, (0.0, -4.65), 0.0425),
            (-0.8, 2.65, 1.0, 1.5, 1.15, (-0.12, -3.3), 0.0345),
            (-1.9, 2.65, 1.0, 2.2, 1.3, (0.0, -8.0), 0.066),
        )
        tracks, floor = [], bench + 0.36
        for n, (hill, share) in enumerate(zip(story.three, (1.0, 0.55, 1.2), strict=True), -1):
            track = self.track(hill, (n * spread, floor), across, share * size, tilt, 1.2)
            track.done.set_value(track.last)
            track.remove(track.ring).update()
            tracks.append(track)
        ends = 2 * (spread + 1.25 * across,)
        rule = tracks[1].edge(float(story.money.bottom), *ends, 0.34)
        grips = film.choose((0.39, 0.61), (0.36, 0.64), (0.3, 0.7))
        maker, hands = self.laying(rule, at, unit, 1, bench + 0.08, grips)
        return Group(self.shop(bench, 0.0), maker), tracks, rule, maker, hands

    def endings(self, tracks: list[HillTrack]) -> VGroup:
        """Return where the runs ended, below their things."""
        film, words = self.film, VGroup()
        size, room, low = film.choose((2.5, 4, 1.55), (1.6, 2.3, 1.35), (1.8, 2.3, 1.7))
        for track, name in zip(tracks, ("speed", "pieces", "number"), strict=True):
            number = self.story.reading(name, track.last)
            told = large(film, number, self.story.says(name), "here", size, room)
            words.add(told.move_to(track.floor + low * DOWN))
        return words

    def claim(self) -> VGroup:
        """Return what the film says, in two rows."""
        size, room = self.film.choose(2.2, 1.65, 2.0), self.room("claim")
        return self.put("claim", self.film.headline(self.story.says("claim"), size, room))

    # -- speed -------------------------------------------------------------------------------

    def road(self) -> tuple[Group, HillTrack, Dial, VGroup]:
        """The car's road by night, which bends into its hill, the dial as the moon, a scale."""
        floor, across, tilt, size, at, radius = self.film.choose(
            ((0.0, -1.75), 4.1, 0.9, 1.7, (0.0, 1.85), 1.6),
            ((0.0, -1.2), 2.4, 1.2, 1.15, (0.0, 2.15), 1.35),
            ((0.0, -3.6), 2.4, 1.8, 1.4, (-0.3, 3.4), 2.1),
        )
        hill, film, wanted = self.story.speed, self.film, self.story.params.wanted_speed
        reach = max(WIDE, float(np.abs(hill.seen - float(hill.bottom)).max()))  # below the dial
        track = HillTrack(film, hill, floor, across, reach, self.thing(hill, size), size, tilt=tilt)
        dial = Dial(film, (*at, 0), radius, FASTEST * wanted, wanted,
                    lambda: float(self.story.needle(track.at())), "speed")  # fmt: skip
        scale = track.numbers(0.8, self.story.says("seconds"), film.choose(1, 1, 2))
        world = Group(self.outdoors("road", floor[1] - 0.4), self.land(track))
        return world, track, dial, scale

    def dialled(self, track: HillTrack, dial: Dial) -> VGroup:
        """The wanted speed beside its mark, and the speed below the middle of the dial."""
        film, story = self.film, self.story
        size, small = film.choose((2.1, 2.0), (1.6, 1.5), (2.2, 2.0))
        wanted = large(film, story.reading("wanted speed"), story.says("wanted"), "target", small)
        value, speed = float(story.params.wanted_speed), story.quantities["speed"]
        return dial.told(film, wanted, value, speed, track, size)

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
        miss, falls = float(hill.ways[0]) or WIDE, slope <= 0
        way = np.array([1.0 if falls else -1.0, -tilt / 2])
        floor = np.array(spots[not falls]) + bool(slope) * unit * miss * way
        track = self.track(hill, (floor[0], floor[1]), unit * miss, size, tilt)
        second = film.label(self.story.says("second"), size=film.choose(1.6, 1.3, 1.5))
        triangle = track.fall(x, second)
        told = self.story.reading("slope of time", 0)
        steep = large(film, told, self.story.says("slope"), "gradient", film.choose(2.8, 1.7, 2.2))
        triangle.add(steep.next_to(triangle[not falls], LEFT if falls else RIGHT, buff=0.3))
        plate = self.outdoors("road", film.choose(-1.2, -1.4, -2.4))
        return Group(plate, self.land(track)), track, track.edge(x, *ends, 0.55), triangle

    # -- money -------------------------------------------------------------------------------

    def factory(self) -> tuple[Group, CrateRow, Puppet]:
        """The factory at dusk, its pieces as crates in a row, what they cost, and she waits."""
        left, ground, wide, rise = self.film.choose(
            (-5.9, -2.45, 1.22, 0.0275), (-3.7, -2.1, 0.76, 0.0215), (-3.7, -4.0, 0.76, 0.04)
        )
        at, unit = self.film.choose(
            ((5.95, -2.45), 0.028), ((3.2, -2.1), 0.019), ((3.2, -4.0), 0.026)
        )
        row = CrateRow(self.film, self.story.money, MOST, left, ground, wide, rise)
        plate = self.outdoors("factory", ground + 0.72 * wide + 0.3, ground)
        return Group(plate), row, self.maker("waiting", at, unit, -1)

    def best(self, row: CrateRow) -> VGroup:
        """How many pieces cost least, above their place on the curve."""
        least = self.story.reading("best pieces")
        return beside(self.film, (least, row.ring, UP), size=1.7)

    def carried(self, maker: Puppet) -> Group:
        """A crate in her arms."""
        size = self.film.choose(0.95, 0.65, 0.85)
        x, y, _ = maker.joint("hand_near").tolist()
        corner = x - (0.5 + 0.35 * maker.facing) * size + 0.1, y - 0.1 * size
        return Group(crate(self.film, (corner[0], corner[1]), size, 0.8 * size), maker.hand("near"))

    def tower(self) -> tuple[Group, CrateRow, Held]:
        """The top of the tower of coins at the start, from near; she lays the straightedge on."""
        hill, side = self.story.money, self.side(self.story.money)
        x, y, wide, rise = self.film.choose(
            (2.7, 0.85, 3.05, 0.068), (1.7, 0.5, 1.9, 0.054), (1.3, -0.9, 1.9, 0.08)
        )
        left, ground = side * x - wide * float(hill.xs[0]), y - rise * float(hill.costs[0])
        tower = CrateRow(self.film, hill, MOST, left, ground, wide, rise)
        held = self.lays(tower, more=self.film.choose(1.6, 1.2, 0.5))
        horizon = self.film.choose(-1.3, -1.0, -2.5)
        return Group(self.outdoors("factory", horizon), held.maker), tower, held
