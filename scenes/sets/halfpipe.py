"""The half-pipe film's pictures: where the camera stands in each shot, for each aspect ratio."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from manim import DL, UP, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.halfpipe import Halfpipe, Params
from gdmath.experiments.reading import equals
from scenes.figures import RIDER
from scenes.figures.closeup import pointing_art
from scenes.figures.poses import RIDER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.finger import Finger
from scenes.kit.placed import Placed
from scenes.kit.tilt import TiltMeter
from scenes.kit.update import slope_line, update_line
from scenes.places.snow import MATE, Rider, Snow, View
from scenes.stage.claims import Quantity, claim, tells
from scenes.stage.derivation import Derivation, Term
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Number, Part, Words
from scenes.worlds.snow.palette import Hour

__all__ = ["HalfpipeSets", "J", "K", "X"]

PITCH = 1.5  # ems between the lines of a derivation
STEEP = 0.39  # how much a wall rises from the bottom to the start, for each unit across
# Where the start is across, how high the bottom lies, how far the target is from the start, how
# steep the wall is, and how large the rider is, in frame units.
_VIEWS = {
    "hook": ((-4.1, -2.6, 4.3, STEEP, 0.0262), (-2.2, -2.3, 3.5, STEEP, 0.0225),
             (-1.2, -3.6, 4.0, STEEP, 0.0355)),
    "tow": ((-4.1, -2.6, 4.2, STEEP, 0.0255), (-2.4, -2.0, 2.2, STEEP, 0.02),
            (-2.2, -3.4, 2.1, 0.6, 0.034)),
    "formula": ((-4.6, -1.5, 5.6, 0.3, 0.0225), (-2.6, -0.8, 3.6, STEEP, 0.0172),
                (-2.0, -4.0, 4.2, STEEP, 0.029)),
    "stairs": ((-5.4, -1.7, 9.2, STEEP, 0.024), (-2.9, -1.0, 5.2, STEEP, 0.0195),
               (-2.9, -4.0, 4.7, 0.85, 0.034)),
}  # fmt: skip

X: Part = (Math("x"), "here")
K: Part = (Math("k"), "target")
EQUALS = Term(" = ", "=")
J: Part = (Math("J"), "cost")
SLOPE: Part = (Math("J'"), "gradient")


def _lines(story: Halfpipe) -> tuple[tuple[Term, ...], ...]:
    """Return the cost, four steps to its slope, and the slope in the run's numbers."""
    start, target = story.reading("position", 0), story.reading("target")
    slope = story.reading("slope", 0)
    is_, comes_to = (Term(f" {equals(*read)} ", "=") for read in ((start, target), (slope,)))
    return (
        (Term(J, "J"), EQUALS, Term("("), Term(X, "x"), Term(" − ", "-"), Term(K, "k"), Term(")"),
         Term(Math('""^2'), "2")),
        (Term(J, "J"), EQUALS, Term(Math("here(x)^2"), "x2", ("x", "2")),
         Term(Math("− 2 target(k) here(x)"), "2kx", ("-", "k", "x", "2")),
         Term(Math("+ target(k)^2"), "k2", ("k", "2"))),
        (Term(SLOPE, "J"), EQUALS, Term(Math("2 here(x)"), "2x", ("x2",)),
         Term(Math("− 2 target(k)"), "2k", ("2kx",))),
        (Term(SLOPE, "J"), EQUALS, Term(Math("2"), "2", ("2x", "2k")), Term("("),
         Term(X, "x", ("2x",)), Term(" − ", "-", ("2k",)), Term(K, "k", ("2k",)), Term(")")),
        (is_, Term(Math("2"), "2"), Term("("), Term((start, "here"), "x"),
         Term(" − ", "-"), Term((target, "target"), "k"), Term(")")),
        (comes_to, Term((slope, "gradient"), "slope", ("2", "(", "x", "-", "k", ")"))),
    )  # fmt: skip


class HalfpipeSets(Snow, Placed):
    """Composes the half-pipe film's shots for the film's theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((2.3, 1.0), (1.95, 1.7), (0.6, 5.5)),
        "cost": ((1.9, 0.45), (-1.6, 1.4), (-1.6, 1.5)),  # from the curve over the other wall
        "slope": ((4.9, -0.6, 3.7), (2.6, -0.4, 2.3), (2.85, -0.3, 1.6)),
        "now": ((0.0, 3.0), (0.0, 3.1), (0.0, 5.4)),
        "felt": ((1.1, -1.0), (0.7, -0.9), (0.75, -1.7)),  # from the curve over a start, outwards
        "chain": ((-2.4, -2.75, 8.2), (0.0, -2.4, 7.0), (0.0, 5.2, 7.0)),
        "sum": ((0.0, -2.55), (0.0, -2.2), (0.0, 5.2)),
        "claim": ((0.0, 3.08), (0.0, 2.9), (0.0, 5.3)),
    }

    def __init__(self, film: ShotFilm[Params], story: Halfpipe) -> None:
        super().__init__(film)
        self.story = story
        self.miss = abs(float(story.first_miss))
        self.share = self.miss / story.params.reach_cm  # how far towards the rim the start is

    def view(
        self, start: float, bottom: float, span: float, *, steep: float = STEEP, **kwargs: Any
    ) -> View:
        """Return the half-pipe with its start at ``start`` and the target ``span`` beside it."""
        story, rise = self.story, steep * span / self.share**2
        kwargs.setdefault("away", (0.7, bottom + 0.62 * rise + 1.9))
        if self.film.is_tall:  # sums stand above
            kwargs.setdefault("orb", (0.14, 0.79))
        return View(
            self, story.cost_at, story.target, story.params.reach_cm, middle=start + span,
            bottom=bottom, reach=span / self.share, rise=rise, **kwargs,
        )  # fmt: skip

    def shot(self, name: str, pose: str, at: Quantity, **kwargs: Any) -> tuple[View, Rider]:
        """Return a view of the half-pipe, and the rider in it."""
        start, bottom, span, steep, unit = self.film.choose(*_VIEWS[name])
        view = self.view(start, bottom, span, steep=steep, **kwargs)
        return view, Rider(view, at, RIDER_POSES[pose], unit)

    @property
    def off(self) -> float:
        """How far below the snow's lowest point arrows lie."""
        return self.film.choose(-0.58, -0.65, -0.75)

    @property
    def low(self) -> float:
        """How far below it they lie where names stand between."""
        return self.film.choose(-0.9, -1.05, -1.1)

    @property
    def post(self) -> Point3D:
        """Where the rope leads to, beyond the wall across."""
        return np.array([self.film.frame.right + 0.3, 1.6, 0.0])

    # -- the views ---------------------------------------------------------------------------

    def measure(self) -> View:
        """The snow's edge over its axis, with room for a finger below."""
        start, bottom, span, steep = self.film.choose(
            (-4.1, -1.5, 4.1, 0.5), (-2.3, -1.35, 2.3, 0.62), (-2.3, -3.6, 2.3, 1.3)
        )
        return self.view(start, bottom, span, steep=steep)

    def close(self, at: Quantity) -> tuple[View, Rider, TiltMeter]:
        """The board from so near that a cm is a long way; the meter at its middle."""
        start, high, way, unit = self.film.choose(
            (-2.3, 0.7, 4.6, 0.068), (-2.0, 0.9, 3.0, 0.042), (-2.0, 1.0, 3.6, 0.06)
        )
        span = way * self.miss  # a cm is so long
        view = self.view(start, high - STEEP * span, span, away=(6.4, 3.0), soft=0.07, deep=1.5,
                         orb=(0.9, 0.87))  # fmt: skip
        rider = Rider(view, at, RIDER_POSES["unsure"], unit)
        rider.level.set_value(0.0)
        rider.stand()
        return view, rider, self.meter(rider, across=way, high=0.0)

    def step(self, at: Quantity) -> tuple[View, Rider]:
        """The rider in the middle, with room for the slope on either side."""
        start, bottom, reach, unit = self.film.choose(
            (-0.8, -0.95, 5.9, 0.0215), (-0.5, -0.4, 3.1, 0.019), (-0.5, -2.6, 3.1, 0.036)
        )
        room = reach / max(1.0, self.story.params.learning_rate)
        view = self.view(start, bottom, room / 2, foggy=(1.1 * self.share, 0.28))
        return view, Rider(view, at, RIDER_POSES["feeling"], unit)

    def stairs(self, at: Quantity) -> tuple[View, Rider]:
        """The wall from near down to the target; the whole pipe where steps change sides."""
        if not self.story.changes_sides:
            return self.shot("stairs", "crouching", at, foggy=(0.5, 0.1))
        view, unit = self.whole(self.hour)
        return view, Rider(view, at, RIDER_POSES["crouching"], unit)

    def whole(self, hour: Hour) -> tuple[View, float]:
        """The whole pipe with room for two riders; and how large they are."""
        span, bottom, unit, steep = self.film.choose(
            (4.35, -1.95, 0.0225, STEEP), (2.55, -1.5, 0.0175, 0.45), (2.45, -3.6, 0.023, 0.8)
        )
        less = min(1.0, 1.25 * self.miss / float(np.abs(self.story.errors).max()))
        return self.view(-less * span, bottom, less * span, steep=less * steep, hour=hour), unit

    def ending(self, hour: Hour) -> tuple[View, float]:
        """The bottom from near: where the riders have ended lies at their feet."""
        apart, bottom, unit = self.film.choose(
            (1.5, -2.25, 0.0235), (1.25, -1.75, 0.0205), (1.85, -3.7, 0.031)
        )
        left = max(abs(float(self.story.errors[-1])), 0.03 * self.miss)
        reach = apart / left * self.story.params.reach_cm
        span = self.share * reach
        steep = 0.026 * reach**2 * self.share**2 / span
        return self.view(-span, bottom, span, steep=steep, away=(0.0, bottom + 3.0), hour=hour,
                         deep=3.0, foggy=(0.32, 0.035)), unit  # fmt: skip

    def lines(self) -> Derivation:
        """The lines from the cost to its slope; three of them are seen at a time."""
        zone = Zone(*self.film.choose(
            (-1.2, -9.0, 6.7, 3.6), (-1.2, -9.0, 3.6, 3.5), (-3.6, -9.0, 3.6, 6.6)
        ))  # fmt: skip
        size = self.film.choose(2.7, 1.9, 2.4) * self.film.em
        lines = Derivation(_lines(self.story), zone, self.film.theme, size, PITCH)
        for number, row in ((2, 1), (3, 1), (4, 1), (5, 2)):
            line = lines.lines[number]
            line.shift((number - row) * PITCH * line.size * UP)
        return lines

    def move_up(self, lines: Derivation, number: int) -> Any:
        """Return the animation of a line that takes the place of the one above it."""
        line = lines.lines[number]
        return line.animate.shift(PITCH * line.size * UP)

    def veil_behind(self, lines: Derivation) -> Sprite:
        """Return a soft ground for lines."""
        beyond, frame, rows = 2.0, self.film.frame, VGroup(*lines.lines)
        left, bottom, _ = rows.get_corner(DL)
        return self.veil(left - 2.0, bottom - 2.4, frame.right + beyond, frame.top + beyond)

    # -- who and what is in them -------------------------------------------------------------

    def riders(self, view: View, unit: float, *, ended: bool = False) -> tuple[Rider, Rider]:
        """Both riders on their walls, or where they have ended."""
        first, second = (
            Rider(
                view, Quantity(name, float(ride.heights[-1 if ended else 0])), RIDER_POSES[pose],
                unit, facing, person, (facing, 0.8),
            )
            for name, ride, person, facing, pose in (
                ("position", self.story, RIDER, 1, "riding"),
                ("second position", self.story.second, MATE, -1, "crouching"),
            )
        )  # fmt: skip
        return first, second

    def apart(self, view: View, step: int) -> bool:
        """Tell whether both riders can be told apart after so many steps."""
        gap = 2 * abs(float(self.story.errors[min(step, self.story.steps)])) * view.axis.unit
        return gap > self.film.choose(2.6, 1.9, 2.4)

    def finger(self, view: View, at: Quantity) -> Finger:
        """The rider's hand below the axis, and the column of the cost over it."""
        unit = self.film.choose(0.034, 0.028, 0.034)
        art = pointing_art(RIDER, self.lit_from((0.75, 0.65)), unit * self.pixels)
        return Finger(view.curve, at, art, unit)

    def meter(self, rider: Rider, **kwargs: Any) -> TiltMeter:
        """The tilt-o-meter at a rider's board."""
        story, meter = self.story, self._meter(rider.view, **kwargs)
        return follow(meter, lambda meter: meter.feel(
            rider.view.curve.point(rider.at()),
            float(rider.level.get_value()) * story.slope_at(rider.at()),
        ))  # fmt: skip

    def felt(self, view: View, place: float) -> VGroup:
        """The tilt-o-meter at a place, with the slope that was felt there."""
        slope = self.story.at("slope", place)
        meter = self._meter(
            view, low=min(0, np.sign(slope.value)), high=max(0, np.sign(slope.value))
        )
        meter.feel(view.curve.point(place), slope.value)
        number = self.film.numeral(slope, "gradient", size=self.film.choose(2.2, 1.5, 1.8))
        aside = self.place("felt") * (np.sign(slope.value), 1, 1)
        return VGroup(meter, self.film.keep_in_frame(number.move_to(meter.middle + aside)))

    def _meter(self, view: View, across: float = 0.0, **kwargs: Any) -> TiltMeter:
        across = across or self.film.choose(2.0, 1.2, 1.4)
        rise = across * view.curve.rise / view.axis.unit
        return TiltMeter(self.film.theme, across, rise, 2 * self.miss, **kwargs)

    def slope_now(self, at: Quantity) -> Number:
        """The slope below a rider, as a number that changes while it moves."""
        film, story = self.film, self.story
        size, place = 2.8 * film.em, self.place("now")
        number = film.number(story.at("slope now", at()), size, "gradient", bold=True)

        def tell(number: Number) -> None:
            number.say(story.at("slope now", at()))
            number.stand_at(place[0] - number.advance * size / 2, place[1] - 0.33 * size)

        return tells(follow(film.rimmed(number), tell), at)

    def sums(self) -> list[Words]:
        """The first step in numbers: minus a part of the slope, then what that comes to."""
        film, story, size = self.film, self.story, self.film.choose(2.2, 1.5, 1.8)
        before, step = story.reading("position", 0), story.reading("step", 0)
        rows = [
            slope_line(film, before, story.rate, story.reading("slope", 0), size),
            update_line(film, before, step, story.reading("position", 1), size),
        ]
        return [self.put("sum", row) for row in rows]

    def shrunk(self, step: int) -> VGroup:
        """The size of a step: the first one's, or how it comes from the one before."""
        film, story = self.film, self.story
        here, size = story.reading("step", step), film.choose(2.2, 1.6, 1.8)
        if not step:
            return VGroup(self.put("chain", film.numeral(here, "step", size)))
        before, factor = story.reading("step", step - 1), story.reading("factor").operand
        parts: list[Part] = [(before, "step"), " × ", factor,
                             f" {equals(before, factor, here)} ", (here, "step")]  # fmt: skip
        return VGroup(self.words("chain", *parts, size=size))

    def error(self, view: View, at: Quantity) -> Arrow:
        """The gap from the target to the rider, as an arrow below the axis."""

        def ends() -> Array:
            return np.array([view.goal, at()])

        arrow = axis_arrow(view.axis, view.goal, at(), "text", 0.15, of="error", off=self.low)
        follow(arrow, lambda arrow: arrow.between(*(view.axis.at(x, self.low) for x in ends())))
        return claim(arrow, view.axis, of="error", x=ends)
