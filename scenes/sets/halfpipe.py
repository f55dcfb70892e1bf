"""The half-pipe film's pictures: where the camera stands in each shot, for each aspect ratio."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from manim import DL, DOWN, RIGHT, UR, VGroup

from gdmath.experiments.halfpipe import Halfpipe, Params
from gdmath.experiments.reading import equals
from scenes.figures import RIDER
from scenes.figures.poses import RIDER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.placed import Placed
from scenes.kit.room import make_room
from scenes.kit.squares import ErrorSquare
from scenes.kit.tilt import TiltMeter
from scenes.kit.update import product_line, update_line
from scenes.places.snow import MATE, Rider, Snow, View
from scenes.stage.claims import Quantity
from scenes.stage.derivation import Derivation, Term
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Part, Words
from scenes.worlds.snow.palette import Hour

__all__ = ["HalfpipeSets", "K", "X"]

PITCH = 1.1  # ems between the lines of a derivation
STEEP = 0.39  # how much a wall rises from the bottom to the start, for each unit across
# Where the start is across, how high the bottom lies, how far the target is from the start, how
# steep the wall is, and how large the rider is, in frame units.
_VIEWS = {
    "hook": ((-4.3, -2.65, 4.3, STEEP, 0.025), (-2.3, -2.5, 2.3, 0.5, 0.0215),
             (-2.35, -3.8, 2.35, 0.75, 0.027)),
    "cost": ((-4.3, -2.1, 4.3, STEEP, 0.0235), (-2.3, -1.6, 2.3, 0.5, 0.0195),
             (-2.3, -3.2, 2.3, 0.6, 0.028)),
    "formula": ((-4.9, -1.5, 5.2, 0.31, 0.0212), (-2.6, -0.9, 3.6, 0.3, 0.017),
                (-2.0, -4.0, 4.2, STEEP, 0.025)),
    "stairs": ((-5.4, -1.75, 9.2, 0.33, 0.0205), (-2.9, -1.2, 5.2, 0.36, 0.0165),
               (-2.9, -4.0, 4.7, 0.85, 0.034)),
}  # fmt: skip

X: Part = (Math("x"), "here")
K: Part = (Math("k"), "target")
EQUALS = Term(" = ", "=")
J: Part = (Math("J"), "cost")
SLOPE: Part = (Math("J'"), "gradient")


def _lines(story: Halfpipe) -> tuple[tuple[Term, ...], ...]:
    """Return the cost, three steps to its slope, and the slope in the run's numbers."""
    start, target = story.reading("position", 0), story.reading("target")
    slope = story.reading("slope", 0)
    is_, comes_to = (f" {equals(*read)} " for read in ((start, target), (slope,)))
    cost, prime, gap = Term(J, "J"), Term(SLOPE, "J'"), Term(" − ", "-")
    return (
        (cost, EQUALS, Term("("), Term(X, "x"), gap, Term(K, "k"), Term(")"),
         Term(Math('""^2'), "2")),
        (cost, EQUALS, Term(Math("here(x)^2"), "x2"), Term(Math("− 2 target(k) here(x)"), "2kx"),
         Term(Math("+ target(k)^2"), "k2")),
        (prime, EQUALS, Term(Math("2 here(x)"), "2x"), Term(Math("− 2 target(k)"), "2k"),
         Term(" = ", "so"), Term(Math("2"), "2"), Term("("), Term(X, "x"), gap, Term(K, "k"),
         Term(")")),
        (Term(is_, "="), Term(Math("2"), "2"), Term("("), Term((start, "here"), "x"), gap,
         Term((target, "target"), "k"), Term(")"), Term(comes_to, "is"),
         Term((slope, "gradient"), "slope")),
    )  # fmt: skip


class HalfpipeSets(Snow, Placed):
    """Composes the half-pipe film's shots for the film's theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((0.1, 0.9, 5.2), (0.0, 3.15, 7.0), (0.0, 4.9, 7.0)),
        "slope": ((4.7, -0.5, 3.7), (2.5, -0.4, 2.3), (2.75, -0.3, 2.0)),
        "felt": ((-1.3, -1.0), (-0.8, -1.0), (-0.8, -1.4)),  # from the curve over the left start
        "chain": ((-3.45, -2.35, 6.4), (0.0, -2.0, 7.0), (0.0, 5.2, 7.0)),
        "sum": ((-4.5, 2.6, 4.6), (0.0, -2.2, 7.0), (0.0, 5.2, 7.0)),
        "claim": ((0.0, 3.4, 13.0), (0.0, 3.05, 7.2), (0.0, 5.5, 7.2)),
        "between": ((0.0, 3.0, 6.8), (0.0, 3.05, 7.2), (0.0, 5.5, 7.2)),
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

    def shot(self, name: str, *poses: str, **kwargs: Any) -> tuple[View, list[Rider]]:
        """Return a view of the half-pipe, and who is in it: the rider, then the second one."""
        start, bottom, span, steep, unit = self.film.choose(*_VIEWS[name])
        view = self.view(start, bottom, span, steep=steep, **kwargs)
        return view, self.riders(view, unit, *poses)

    def riders(self, view: View, unit: float, *poses: str, step: int = 0) -> list[Rider]:
        """Return one rider a pose, where they are after so many steps."""
        story = self.story
        who = (("position", story, RIDER, 1), ("second position", story.second, MATE, -1))
        return [
            Rider(view, Quantity(name, float(ride.heights[step])), RIDER_POSES[pose], unit, facing,
                  person, (0.75 * facing, 0.65))
            for pose, (name, ride, person, facing) in zip(poses, who, strict=False)
        ]  # fmt: skip

    @property
    def off(self) -> float:
        """How far below the snow's lowest point arrows lie."""
        return self.film.choose(-0.64, -0.64, -0.75)

    @property
    def low(self) -> float:
        """How far below it they lie where names stand between."""
        return self.film.choose(-0.85, -1.0, -1.05)

    @property
    def moon(self) -> tuple[float, float]:
        """Where it stands between two riders."""
        return self.film.choose((0.5, 0.86), (0.5, 0.78), (0.5, 0.77))

    # -- the views ---------------------------------------------------------------------------

    def close(self) -> tuple[View, Rider, TiltMeter]:
        """The board from so near that a cm is a long way; the meter at its middle."""
        start, high, way, unit = self.film.choose(
            (-2.3, 0.7, 4.6, 0.068), (-2.0, 0.9, 3.0, 0.042), (-2.0, 1.0, 3.6, 0.06)
        )
        span = way * self.miss  # a cm is so long
        view = self.view(start, high - STEEP * span, span, away=(6.4, 3.0), soft=0.07, deep=1.5,
                         orb=(0.9, 0.87))  # fmt: skip
        (rider,) = self.riders(view, unit, "unsure")
        rider.level.set_value(0.0)
        rider.stand()
        meter = self._meter(view, across=way, high=0.0)
        follow(meter, lambda meter: meter.feel(
            view.curve.point(rider.at()),
            float(rider.level.get_value()) * self.story.slope_at(rider.at()),
        ))  # fmt: skip
        return view, rider, meter

    def step(self) -> tuple[View, Rider]:
        """A rider with room for the slope on either side."""
        start, bottom, reach, unit = self.film.choose(
            (-0.8, -1.02, 5.9, 0.0228), (-0.5, -0.5, 3.1, 0.0195), (-0.6, -2.6, 3.2, 0.0245)
        )
        room = reach / max(1.0, self.story.params.learning_rate)
        view = self.view(start, bottom, room / 2, foggy=(1.1 * self.share, 0.28), orb=(0.88, 0.86))
        return view, self.riders(view, unit, "feeling")[0]

    def stairs(self) -> tuple[View, Rider]:
        """The wall from near down to the target; the whole pipe where steps change sides."""
        if not self.story.changes_sides:
            view, (rider,) = self.shot("stairs", "crouching", foggy=(0.5, 0.1))
            return view, rider
        view, unit = self.whole(self.hour)
        return view, self.riders(view, unit, "crouching")[0]

    def whole(self, hour: Hour, *, room: float = 0.0) -> tuple[View, float]:
        """The whole pipe with room for two riders, and for words above; and how large they are."""
        span, bottom, unit, steep = self.film.choose(
            (4.35, -1.95, 0.0225, STEEP), (2.55, -1.5, 0.0175, 0.45), (2.45, -3.6, 0.023, 0.8)
        )
        less = min(1.0, 1.25 * self.miss / float(np.abs(self.story.errors).max()))
        return self.view(-less * span, bottom - room, less * span, steep=less * steep,
                         hour=hour), unit * (1 - 0.5 * room)  # fmt: skip

    def ending(self, hour: Hour) -> tuple[View, float]:
        """The bottom from near, where the riders have ended; the whole pipe if they are far."""
        if not self.story.arrives:
            return self.whole(hour, room=0.4)
        apart, bottom, unit = self.film.choose(
            (1.5, -2.4, 0.0212), (1.25, -1.85, 0.0178), (1.85, -3.9, 0.031)
        )
        left = max(abs(float(self.story.errors[-1])), 0.03 * self.miss)
        reach = apart / left * self.story.params.reach_cm
        span = self.share * reach
        steep = 0.026 * reach**2 * self.share**2 / span
        return self.view(-span, bottom, span, steep=steep, away=(0.0, bottom + 3.0), hour=hour,
                         deep=3.0, foggy=(0.32, 0.035)), unit  # fmt: skip

    def lines(self) -> Derivation:
        """The lines from the cost to its slope."""
        zone = Zone(*self.film.choose(
            (-2.7, -0.4, 4.85, 3.8), (-1.4, 0.1, 3.7, 3.75), (-3.4, 1.9, 3.6, 6.7)
        ))  # fmt: skip
        size = self.film.choose(3.2, 2.2, 2.4) * self.film.em
        return Derivation(_lines(self.story), zone, self.film.theme, size, PITCH)

    def veil_behind(self, lines: Derivation) -> Sprite:
        """Return a soft ground for lines."""
        beyond, frame, rows = 2.0, self.film.frame, VGroup(*lines.lines)
        left, bottom, _ = rows.get_corner(DL)
        return self.veil(left - 2.4, bottom - 2.8, frame.right + beyond, frame.top + beyond)

    # -- what is in them ---------------------------------------------------------------------

    def apart(self, view: View, step: int) -> bool:
        """Tell whether both riders can be told apart after so many steps."""
        gap = 2 * abs(float(self.story.errors[min(step, self.story.steps)])) * view.axis.unit
        return gap > self.film.choose(3.3, 2.3, 2.9)

    def square(self, view: View) -> tuple[ErrorSquare, VGroup]:
        """The error squared, on the axis from the start to the target; and how large it is."""
        film, start = self.film, self.story.params.start_cm
        square = ErrorSquare(view.axis, self.story.target, start, side=1, solid=0.5)
        miss, cost = self.story.reading("size of error", 0), self.story.reading("cost", 0)
        size = film.choose(2.6, 1.5, 1.5)
        told = VGroup(
            film.label(miss, " × ", miss, size=size),
            film.label(f"{equals(miss, cost)} ", (cost, "cost"), size=size, rim=1.6),
        )
        told.arrange(DOWN, buff=0.2).move_to(square.get_corner(UR), UR)
        return square, told.shift(-0.07 * square.width * UR)

    def cost(self, view: View) -> Words:
        """Return the cost of the start, named, over the line between both places."""
        cost, size = self.story.reading("cost", 0), self.film.choose(3.2, 1.7, 1.9)
        name = self.film.label("cost ", J, f" {equals(cost)} ", (cost, "cost"), size=size)
        level = view.curve.point(self.story.params.start_cm)[1]
        return name.move_to((view.pipe.middle, level + 0.7, 0.0))

    def felt(self, view: View, place: float) -> VGroup:
        """The tilt-o-meter at a place, with the slope that was felt there."""
        slope = self.story.at("slope", place)
        way = float(np.sign(slope.value))
        meter = self._meter(view, low=min(0, way), high=max(0, way))
        meter.feel(view.curve.point(place), slope.value)
        size = self.film.choose(2.8, 1.7, 2.0)
        number = self.film.numeral(slope, "gradient", size).move_to(meter.middle)
        number = self.film.keep_in_frame(number.shift(self.place("felt") * (-way, 1, 1)))
        return VGroup(meter, make_room(self.film, number, meter))

    def _meter(self, view: View, across: float = 0.0, **kwargs: Any) -> TiltMeter:
        across = across or self.film.choose(2.0, 1.2, 1.4)
        rise = across * view.curve.rise / view.axis.unit
        return TiltMeter(self.film.theme, across, rise, 2 * self.miss, **kwargs)

    def sum(self) -> Words:
        """The first step in numbers."""
        before, after = (self.story.reading("position", step) for step in (0, 1))
        size, step = self.film.choose(2.4, 1.6, 2.0), self.story.reading("step", 0)
        return self.put("sum", update_line(self.film, before, step, after, size, self.room("sum")))

    def reckoned(self, step: int) -> VGroup:
        """How a step comes from the slope that is felt before it."""
        slope, taken = (self.story.reading(name, step) for name in ("slope", "step"))
        size, small = self.film.choose((2.2, 1.1), (1.5, 0.95), (1.7, 1.0))
        names = "learning rate", "slope", "step"
        place = "between" if self.story.changes_sides else "chain"
        return self.film.keep_in_frame(self.put(place, product_line(
            self.film, self.story.rate, slope, taken, names, size, small, self.room(place),
            against=True,
        )))  # fmt: skip

    def rule(self, claim: VGroup) -> Words:
        """Return what each step does, below the claim."""
        story, size = self.story, self.film.choose(1.9, 1.4, 1.6)
        x: Part = ("x", "here")
        return self.film.label(
            story.says("new"), " ", x, f" {equals(story.rate)} ", x, " − ",
            (story.rate, "step"), " · ", ("slope", "gradient"), size=size,
            room=self.room("between"),
        ).next_to(claim, DOWN, buff=0.25)  # fmt: skip

    def claim(self) -> VGroup:
        """Return the claim in its place: in one row where nobody stands high, and it is wide."""
        size = self.film.choose(1.5, 1.35, 1.45)
        if self.story.arrives and self.film.layout.aspect == "16:9":
            rows = self.film.headline(self.story.says("claim"), size)
            return self.put("claim", rows.arrange(RIGHT, buff=0.14))
        return self.put("between", self.film.headline(self.story.says("claim"), size))

    def error(self, view: View) -> Arrow:
        """The gap from the target to the rider's start, as an arrow below the axis."""
        ends = view.goal, self.story.params.start_cm
        return axis_arrow(view.axis, *ends, "text", 0.15, of="error", off=self.low)
