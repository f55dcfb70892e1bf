"""The half-pipe film's pictures: where the camera stands in each shot, for each aspect ratio."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from manim import DL, RIGHT, UR, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.halfpipe import Halfpipe, Params
from scenes.figures import RIDER
from scenes.figures.closeup import pointing_art
from scenes.figures.poses import RIDER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.finger import Finger
from scenes.kit.tilt import TiltMeter
from scenes.places.snow import MATE, Rider, Snow, View
from scenes.stage.claims import Quantity, claim, tells
from scenes.stage.derivation import Derivation, Term
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Number, Part, Words
from scenes.worlds.snow.palette import Hour

__all__ = ["OFF", "HalfpipeSets", "K", "X"]

OFF = -0.5  # how far below the snow's lowest point arrows lie
LOW = 0.63  # of the reach: a start from where the near wall is higher than the rider's head
ASPECT = 0.39  # how much a wall rises from the bottom to the start, for each unit across
# Where words stand in 16:9, 1:1 and 9:16, for a start on the left wall.
_PLACES = {
    "question": ((2.3, 0.75), (1.85, 1.9), (0.3, 5.75)),
    "cost": ((1.9, 0.45), (-1.6, 1.4), (-1.6, 1.5)),  # from the curve over the other wall
    "slope": ((4.55, -1.5), (2.8, -0.75), (1.5, -3.4)),
    "line": ((-4.35, 2.35), (0.0, 3.45), (0.0, 6.1)),
    "part": ((-4.35, 3.2), (0.0, 3.45), (0.0, 5.1)),
    "uphill": ((-3.6, -2.4), (-1.75, -1.9), (-1.75, -3.95)),
    "level": ((3.55, 0.42), (2.45, 1.05), (2.75, 1.4)),
    "meter": ((4.05, 2.4), (2.3, 3.5), (2.2, 4.0)),
    "claim": ((0.0, 3.08), (0.0, 2.9), (0.0, 5.3)),
}


X: Part = (Math("x"), "here")
K: Part = (Math("k"), "target")
EQUALS = Term(" = ", "=")
LINES: tuple[tuple[Term, ...], ...] = (
    (Term((Math("J"), "cost"), "J"), EQUALS, Term("("), Term(X, "x"), Term(" − ", "-"),
     Term(K, "k"), Term(")"), Term(Math('""^2'), "2")),
    (EQUALS, Term(Math("here(x)^2"), "x2", ("x", "2")),
     Term(Math("− 2 target(k) here(x)"), "2kx", ("-", "k", "x", "2")),
     Term(Math("+ target(k)^2"), "k2", ("k", "2"))),
    (Term((Math("J'"), "gradient"), "J"), EQUALS, Term(Math("2 here(x)"), "2x", ("x2",)),
     Term(Math("− 2 target(k)"), "2k", ("2kx",))),
    (EQUALS, Term(Math("2"), "2", ("2x", "2k")), Term("("), Term(X, "x", ("2x",)),
     Term(" − ", "-", ("2k",)), Term(K, "k", ("2k",)), Term(")")),
    (EQUALS, Term(Math("2"), "2"), Term(" · error", "error", ("(", "x", "-", "k", ")"))),
)  # fmt: skip


class HalfpipeSets(Snow):
    """Composes the half-pipe film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Halfpipe) -> None:
        super().__init__(film)
        self.story = story
        self.side = 1 if story.miss > 0 else -1  # on which side of the target the start is
        self.share = abs(story.miss) / story.params.reach_cm  # how far towards the rim it is

    def place(self, name: str) -> Point3D:
        """Return where words of this name stand."""
        x, y = self.film.choose(*_PLACES[name])
        if self.film.layout.aspect == "16:9" and self.share < LOW and name in ("line", "part"):
            y -= 2.2  # the near wall rises behind them: they stand in its cut face
        return np.array([-self.side * x, y, 0.0])

    def view(
        self, start: float, bottom: float, span: float, *, steep: float = ASPECT, **kwargs: Any
    ) -> View:
        """Return the half-pipe with its start at ``start`` and the target ``span`` from it.

        Both count from the frame's middle towards the wall across, so that either start will do.
        """
        reach, params = span / self.share, self.story.params
        middle = -self.side * (start + span)
        rise = steep * span / self.share**2
        away = kwargs.pop("away", (0.7, bottom + 0.62 * rise + 1.9))
        return View(
            self, self.story.cost_at, params.target_cm, params.reach_cm, middle=middle,
            bottom=bottom, reach=reach, rise=rise, away=away, **kwargs,
        )  # fmt: skip

    def rider(self, view: View, at: Quantity, pose: str, unit: float, **kwargs: Any) -> Rider:
        """Return the rider, who looks across the pipe."""
        facing = kwargs.pop("facing", -self.side)
        return Rider(view, at, RIDER_POSES[pose], unit, facing, **kwargs)

    @property
    def post(self) -> Point3D:
        """Where the rope leads to, beyond the wall across."""
        return np.array([-self.side * (self.film.frame.width / 2 + 0.3), 1.6, 0.0])

    # -- the views ---------------------------------------------------------------------------

    @cached_property
    def hook(self) -> tuple[View, float]:
        """The whole pipe, the rider large on its wall; and how large."""
        start, bottom, span, unit = self.film.choose(
            (-4.1, -2.6, 4.3, 0.0262), (-1.75, -2.3, 3.5, 0.0235), (-1.2, -3.6, 4.0, 0.0355)
        )
        return self.view(start, bottom, span), unit

    @cached_property
    def measure(self) -> View:
        """The snow's edge over its axis, with room for a finger below."""
        start, bottom, span = self.film.choose(
            (-4.1, -1.5, 4.1), (-2.9, -1.35, 2.9), (-3.0, -3.0, 3.0)
        )
        steep = self.film.choose(0.5, 0.62, 1.0)
        return self.view(start, bottom, span, steep=steep)

    @cached_property
    def close(self) -> tuple[View, float, float]:
        """The board from near; how large the rider is, and the ring round the board."""
        start, high, span, unit, radius = self.film.choose(
            (-1.9, 0.35, 22.0, 0.072, 4.5), (-1.3, 0.75, 22.0, 0.052, 2.9),
            (-1.3, 0.6, 22.0, 0.06, 3.0),
        )  # fmt: skip
        # As steep as in the hook, so its foot is far below the frame.
        view = self.view(start, high - ASPECT * span, span, away=(6.4 * -self.side, 3.0), soft=0.07,
                         deep=1.5, orb=(0.5 - 0.4 * self.side, 0.87))  # fmt: skip
        return view, unit, radius

    @cached_property
    def both_walls(self) -> tuple[View, float, float]:
        """The whole pipe, so small that both gradients' arrows fit beside it."""
        half, bottom, unit, radius = self.film.choose(
            (6.75, -1.45, 0.0222, 1.75), (3.8, -0.95, 0.0185, 1.3), (3.85, -2.3, 0.0275, 1.7)
        )
        span = half / 3
        return self.view(-span, bottom, span), unit, radius

    @cached_property
    def formula(self) -> tuple[View, float]:
        """The rider on the wall, and room for lines beside it or above."""
        start, bottom, span, unit = self.film.choose(
            (-5.0, -1.95, 4.4, 0.024), (-3.0, -1.55, 3.6, 0.0175), (-2.2, -4.5, 4.2, 0.0265)
        )
        return self.view(start, bottom, span, orb=None), unit

    @cached_property
    def step(self) -> tuple[View, float]:
        """The rider in the middle, with room for the gradient on either side."""
        reach, bottom, unit = self.film.choose(
            (6.7, -1.3, 0.024), (3.7, -0.78, 0.0192), (3.7, -2.9, 0.036)
        )
        # The step, and the rider at its end, stay in the picture as well.
        room = (reach - self.film.choose(1.1, 0.9, 1.1)) / max(self.story.params.learning_rate, 0.1)
        span = min(reach, room) / 2
        return self.view(0.0, bottom, span, foggy=(1.1 * self.share, 0.28)), unit

    @cached_property
    def stairs(self) -> tuple[View, float]:
        """The wall from near down to the target; the whole pipe where steps change sides."""
        if self.story.changes_sides:
            return self.whole(self.hour)
        start, bottom, span, unit = self.film.choose(
            (-4.7, -2.1, 7.6, 0.0215), (-2.7, -1.6, 4.7, 0.0205), (-2.5, -3.7, 4.5, 0.031)
        )
        return self.view(start, bottom, span, foggy=(0.5, 0.1)), unit

    def whole(self, hour: Hour) -> tuple[View, float]:
        """The whole pipe with room for two riders; and how large they are."""
        first, second = (np.abs(ride.positions - self.story.params.target_cm)
                         for ride in (self.story.first, self.story.second))  # fmt: skip
        widest = max(first[0], second[0])
        if max(first.max(), second.max()) < 1.2 * widest:
            span, bottom, unit, steep = self.film.choose(
                (4.35, -1.95, 0.0225, ASPECT), (2.55, -1.5, 0.0175, 0.45), (2.45, -3.6, 0.023, 0.8)
            )
        else:  # riders go up to the rims, and beyond
            span, bottom, unit, steep = self.film.choose(
                (4.0, -1.95, 0.0185, 0.27), (2.1, -1.5, 0.0125, 0.4), (2.1, -3.6, 0.0175, 0.6)
            )
        part = float(first[0] / widest)  # of the way to whoever starts farther out
        return self.view(-part * span, bottom, part * span, steep=part * steep, hour=hour), unit

    def ending(self, hour: Hour) -> tuple[View, float]:
        """The bottom from near at daybreak: where the riders have ended lies at their feet."""
        apart, bottom, unit = self.film.choose(
            (1.5, -2.25, 0.0235), (1.25, -1.75, 0.0205), (1.85, -4.0, 0.031)
        )
        params = self.story.params
        rides = (self.story.first, self.story.second)
        left = max(abs(float(ride.positions[-1]) - params.target_cm) for ride in rides)
        per_cm = apart / max(left, 0.03 * abs(self.story.miss))
        reach = per_cm * params.reach_cm
        return View(
            self, self.story.cost_at, params.target_cm, params.reach_cm, middle=0.0,
            bottom=bottom, reach=reach, rise=0.026 * reach**2, away=(0.0, bottom + 3.0),
            hour=hour, deep=3.0, foggy=(0.32, 0.035),
        ), unit  # fmt: skip

    def lines(self) -> Derivation:
        """The five lines from the cost to its slope."""
        choose = self.film.choose
        left, low, right, high = choose(
            (-2.6, -1.1, 5.6, 3.85), (-1.6, -0.9, 3.9, 3.85), (-3.7, 1.3, 3.7, 6.7)
        )
        if self.side > 0:  # there the wall across rises on the left, where rows begin
            left, right = choose((-2.9, 3.3), (-right, -left), (left, right))
        zone = Zone(left, low, right, high)
        return Derivation(
            LINES, zone, self.film.theme, choose(2.17, 1.65, 1.84) * self.film.em, 1.32
        )

    def veil_of(self, lines: Derivation) -> Sprite:
        """Return a soft ground for lines."""
        rows, beyond, frame = VGroup(*lines.lines), 2.0, self.film.frame
        (left, low, _), (right, _, _) = rows.get_corner(DL), rows.get_corner(UR)
        left, right = left - 1.7, right + 1.7
        if self.film.is_tall or self.side > 0:  # its edges are seen towards the rider alone
            left = frame.left - beyond
        if self.film.is_tall or self.side < 0:
            right = frame.right + beyond
        return self.veil(left, low - 1, right, frame.top + beyond)

    # -- who and what is in them -------------------------------------------------------------

    def riders(self, view: View, unit: float, *, ended: bool = False) -> tuple[Rider, Rider]:
        """Both riders on their walls, or where they have ended."""
        story = self.story
        both = []
        for name, ride, person, facing, pose in (
            ("position", story.first, RIDER, -self.side, "riding"),
            ("second position", story.second, MATE, self.side, "crouching"),
        ):
            at = Quantity(name, float(ride.positions[-1 if ended else 0]))
            attitude = RIDER_POSES["riding" if ended else pose]
            both.append(Rider(view, at, attitude, unit, facing, person, (facing, 0.8)))
        return both[0], both[1]

    def apart(self, view: View, step: int) -> bool:
        """Tell whether both riders can be told apart after so many steps."""
        rides = (self.story.first, self.story.second)
        places = [float(ride.positions[min(step, ride.steps)]) for ride in rides]
        return abs(places[0] - places[1]) * view.axis.unit > self.film.choose(2.6, 1.9, 2.4)

    def finger(self, view: View, at: Quantity) -> Finger:
        """The rider's hand below the axis, and the column of the cost over it."""
        unit = self.film.choose(0.034, 0.028, 0.034)
        art = pointing_art(RIDER, self.lit_from((0.75, 0.65)), unit * self.pixels)
        return Finger(view.curve, at, art, unit)

    def beside_column(self, number: Words, view: View, place: float) -> Words:
        """Put a cost beside its column: in a wide frame outside, else on the snow."""
        side = np.sign(place - view.goal) * RIGHT
        top = float(view.curve.point(place)[1] - view.axis.start[1])
        if self.film.layout.aspect == "16:9":
            return number.next_to(view.axis.at(place, min(0.5, 0.5 * top)), side, buff=0.35)
        return number.next_to(view.axis.at(place, max(top - 0.5, 0.95)), -side, buff=0.95)

    def meter(self, rider: Rider, radius: float, side: int) -> TiltMeter:
        """The tilt-o-meter round a rider's board."""
        story = self.story
        ring = TiltMeter(self.film.theme, radius, rider.view.angle, 2 * abs(story.miss), side)
        return follow(ring, lambda ring: ring.feel(
            rider.board, story.slope_at(rider.at()), float(rider.level.get_value())
        ))  # fmt: skip

    def slope_now(self, view: View, at: Quantity) -> Number:
        """The slope below a rider, as a number that changes while it moves."""
        film, story = self.film, self.story
        size, below = 2.0 * film.em, OFF - 0.55
        number = film.number(story.at("slope now", at()), size, "gradient", bold=True)

        def tell(number: Number) -> None:
            number.say(story.at("slope now", at()))
            x, y, _ = view.axis.at(at(), below)
            number.stand_at(x - number.advance * size / 2, y - 0.33 * size)

        return tells(follow(film.rimmed(number), tell), at)

    def error(self, view: View, at: Quantity) -> Arrow:
        """The gap from the target to the rider, as an arrow below the axis."""
        off = -0.3

        def ends() -> Array:
            return np.array([view.goal, at()])

        arrow = axis_arrow(view.axis, view.goal, at(), "text", 0.16, of="error", off=off)
        follow(arrow, lambda arrow: arrow.between(*(view.axis.at(x, off) for x in ends())))
        return claim(arrow, view.axis, of="error", x=ends)

    def counter(self, view: View) -> Point3D:
        """Where the size of a step stands: under the stairs, or where they cross the target."""
        if self.story.changes_sides:
            return view.axis.at(view.goal, -0.55)
        return view.axis.at(
            self.story.params.start_cm - 0.24 * self.story.miss, self.film.choose(-0.45, -0.5, -0.8)
        )
