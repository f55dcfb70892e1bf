"""The half-pipe with its riders: views of its snow, whose front edge is the cost."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from manim import (
    Animation,
    DashedVMobject,
    Group,
    Line,
    Polygon,
    ValueTracker,
    VGroup,
)
from manim.typing import Point3D

from scenes.figures import FRIEND, RIDER, Person, Pose
from scenes.kit.accents import rays
from scenes.kit.axis import Axis
from scenes.kit.ball import target_ring
from scenes.kit.curve import CostCurve
from scenes.kit.puppet import Puppet, tilted
from scenes.paint import Art, Paper
from scenes.paint.paints import mix
from scenes.paint.shapes import ellipse
from scenes.places.place import Place
from scenes.stage.claims import Quantity, decoration
from scenes.stage.marks import Dashes, Path, cased, follow, px
from scenes.stage.sprite import Sprite
from scenes.stage.tempo import InPlace
from scenes.worlds.snow.palette import HOURS, Hour
from scenes.worlds.snow.pipe import Pipe
from scenes.worlds.snow.plate import fog, plate, veil

__all__ = ["MATE", "Rider", "Snow", "View", "clap"]

BOARD_CM = 4.2  # from the feet's ground down to the board's lower face
TOUCH_CM = 26.0  # on both sides of its middle, where a board touches bent snow

MATE = replace(
    RIDER, name="second rider", body=FRIEND.body, skin=FRIEND.skin, hair=FRIEND.hair,
    shine=FRIEND.shine, lips=FRIEND.lips, blush=FRIEND.blush, hairdo="curls", hat="", lashes=True,
    earring=FRIEND.earring, top=("#5C8A88", "#31525A"), legs=("#6A5E80", "#40385A"),
    gloves=("#CDD3DE", "#868DA0"), scarf=("#C9A0A0", "#8A6470"),
)  # fmt: skip


class Snow(Place):
    """The half-pipe in a film's theme and aspect ratio."""

    light = "snow"

    @property
    def hour(self) -> Hour:
        """Before the fog has lifted."""
        return "night" if self.night else "day"

    @property
    def morning(self) -> Hour:
        """When it has."""
        return "dawn" if self.night else "noon"

    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(HOURS[self.hour].cut[-1][1])

    def veil(self, left: float, bottom: float, right: float, top: float) -> Sprite:
        """Return a soft ground for a formula."""
        hour = HOURS[self.hour]
        colour = mix(hour.cut[-1][1], hour.shade, 0.35 if self.night else 0)
        box = float(left), float(bottom), float(right), float(top)
        art = veil(box, colour, 0.92 if self.night else 0.86, self.pixels)
        return decoration(Sprite(art, name="veil"))


class View(Group):
    """The half-pipe from one place: its plate, the cost as the snow's edge, the axis at its foot.

    ``reach`` and ``rise`` are how far away and how high its rims are in the frame. Fog ``foggy``
    wide and high hides the bottom; where there is none, the target's ring is seen.
    """

    def __init__(
        self, snow: Snow, cost: Callable[[Any], Any], target: float, reach_cm: float, *,
        middle: float, bottom: float, reach: float, rise: float, away: Sequence[float],
        hour: Hour | None = None, foggy: tuple[float, float] = (1.05, 0.36), soft: float = 0.0,
        deep: float = 3.2, orb: tuple[float, float] | None = (0.727, 0.89),
    ) -> None:  # fmt: skip
        film, frame = snow.film, snow.film.frame
        self.snow, self.goal = snow, target
        self.pipe = Pipe(
            frame.width, frame.height, hour or snow.hour, round(middle, 6), round(bottom, 6),
            round(reach, 6), round(rise, 6), (away[0], away[1]), deep, soft, orb,
        )  # fmt: skip
        half, unit = frame.width / 2 + 0.5, reach / reach_cm
        low, high = (target + (x - middle) / unit for x in (-half, half))
        self.axis = Axis((-half, bottom, 0), (half, bottom, 0), low, high, film.theme)
        self.curve = CostCurve(self.axis, cost, rise / reach_cm**2, rise * (1 + 1e-9))
        self.curve.remove(self.curve.under)  # the cut face itself lies there
        ground = film.theme.mark("ground")  # else it would not stand out from lit snow
        self.curve.core.set_stroke(ground, px(0.15), 0.6, background=True)
        self.plate = Sprite(plate(self.pipe, snow.pixels), name="half-pipe")
        super().__init__(self.plate, self.curve)
        if hour == snow.morning:
            ring = target_ring(0.3, snow.pixels, film.theme)
            self.add(ring.shift(self.curve.point(target)))
        elif bank := fog(self.pipe, snow.pixels, *foggy):
            self.add(decoration(Sprite(bank, name="fog")))

    def ruled(self, every: float) -> VGroup:
        """Return the axis with a tick every so many cm round the target."""
        axis, pipe = self.axis, self.pipe
        reach = int(pipe.width / axis.unit / every)
        places = [self.goal + k * every for k in range(-reach, reach + 1)]
        line = Line(axis.start, axis.end, name="axis line")
        line.set_stroke(axis.theme.mark("text"), px(0.03), 0.8)
        inside = [place for place in places if axis.low < place < axis.high]
        return VGroup(decoration(line), axis.tick(inside, 0.14))

    def angle(self, slope: float) -> float:
        """Return the angle in radians at which a slope of the cost is seen."""
        return math.atan(slope * self.curve.rise / self.axis.unit)

    def normal(self, position: float) -> Point3D:
        """Return the direction away from the snow."""
        angle = self._tilt(position)
        return np.array([-math.sin(angle), math.cos(angle), 0.0])

    def _tilt(self, position: float) -> float:
        near = 1e-3 * (self.axis.high - self.axis.low)
        way = self.curve.point(position + near) - self.curve.point(position - near)
        return math.atan2(way[1], way[0])

    def tilt(self, position: float) -> float:
        """Return the snow's angle at a position, in degrees."""
        return math.degrees(self._tilt(position))

    def ways(self, position: float, *ways: int) -> VGroup:
        """Return dotted arrows along the snow from a position: 1 to the right, -1 to the left."""
        theme, arrows = self.axis.theme, VGroup(name="ways")
        clear, long = self.snow.film.choose((0.5, 1.7), (0.4, 1.1), (0.4, 1.2))
        for way in ways:
            near, end = (way * reach / self.axis.unit for reach in (clear, clear + 1.5 * long))
            points = self.along(position + near, position + end, -0.6)
            far = np.cumsum([0.0, *(np.linalg.norm(b - a) for a, b in pairwise(points))])
            points = [p for p, length in zip(points, far, strict=True) if length <= long]
            line, tip = Path(theme, "text", 0.07).through(*points[:-2]), points[-1]
            along = (tip - points[-4]) / np.linalg.norm(tip - points[-4])
            aside = 0.17 * np.array([-along[1], along[0], 0.0])
            back = tip - 0.22 * along
            head = Polygon(tip + 0.12 * along, back + aside, back - aside, stroke_width=0)
            head.set_fill(theme.mark("text"), 1)
            arrows.add(DashedVMobject(line, num_dashes=9, dashed_ratio=0.35), head)
        return decoration(arrows)

    def level_line(self, start: float, end: float) -> Dashes:
        """Return a dashed line between two places that cost the same."""
        line = cased(Dashes(self.axis.theme, "text", 0.05, dash=0.16), self.axis.theme)
        return line.between(self.curve.point(start), self.curve.point(end))

    def along(self, start: float, end: float, off: float) -> list[Point3D]:
        """Return points of the snow's edge between two positions, so far off it."""
        places = np.linspace(start, end, 24).tolist()
        return [self.curve.point(x) + off * self.normal(x) for x in places]


class Rider(Group):
    """Somebody on a board where a quantity says; the board lies on the snow.

    ``level`` is how much of the snow's tilt the board takes on: 0 is level.
    """

    def __init__(
        self, view: View, at: Quantity, pose: Pose, unit: float, facing: int = 1,
        person: Person = RIDER, light: tuple[float, float] = (0.75, 0.65),
    ) -> None:  # fmt: skip
        self.view, self.at, self.pose, self.unit, self.facing = view, at, pose, unit, facing
        self.level = ValueTracker(1.0)
        snow = view.snow
        self.puppet = Puppet(
            person, pose, snow.lit_from(light), at=(0, 0, 0), unit=unit, pixels=snow.pixels,
            facing=facing,
        )  # fmt: skip
        art = Art(paint_shadow, (62.0,), (-70, -12, 70, 12), unit * snow.pixels / 2)
        self.shadow = decoration(
            Sprite(art, unit=unit, opacity=0.55 if snow.night else 0.4, name="shadow")
        )
        self._flat = self.shadow.points.copy()
        super().__init__(self.shadow, self.puppet)
        follow(self, lambda _: self.stand())

    @property
    def board(self) -> Point3D:
        """The middle of the board: where it belongs, for who asks before the rider stands there."""
        position = self.at()
        sag = self.view.curve.rise / self.view.axis.unit**2 * (TOUCH_CM * self.unit) ** 2
        raised = (BOARD_CM * self.unit + sag) * self.view.normal(position)
        return np.asarray(self.view.curve.point(position) + raised)

    def take(self, pose: Pose) -> Rider:
        """Take a pose, wherever the board is."""
        self.pose = pose
        self.stand()
        return self

    def sees(self) -> Animation:
        """Return the animation at whose middle the rider has pushed up the blindfold."""
        return Unveil(self, run_time=0.6)

    def stand(self) -> None:
        """Stand where the quantity says."""
        position, share = self.at(), float(self.level.get_value())
        degrees = share * self.view.tilt(position)
        self.puppet.take(tilted(self.pose, self.facing * degrees))
        normal = self.view.normal(position)
        sag = self.view.curve.rise / self.view.axis.unit**2 * (TOUCH_CM * self.unit) ** 2
        foot = self.view.curve.point(position)
        self.puppet.shift(self.board - self.puppet.place((0, 0)))
        turn = math.radians(degrees)
        rotation = np.array([[math.cos(turn), math.sin(turn), 0],
                             [-math.sin(turn), math.cos(turn), 0], [0, 0, 1]])  # fmt: skip
        self.shadow.points = self._flat @ rotation + foot + 0.5 * sag * normal


class Unveil(InPlace):
    """Pushes up a rider's blindfold."""

    def interpolate_mobject(self, alpha: float) -> None:
        """Look out from half-way."""
        rider: Any = self.mobject
        rider.puppet.dress(replace(rider.puppet.person, blindfold="up" if alpha >= 0.5 else "on"))


def clap(*riders: Rider) -> VGroup:
    """Return rays round the hands that meet."""
    middle = np.mean([rider.puppet.joint("hand_far") for rider in riders], axis=0)
    theme = riders[0].view.axis.theme
    return rays(theme, "target", middle, (0.42, 0.68), np.linspace(40, 140, 5))


def paint_shadow(paper: Paper, half: float) -> None:
    """Paint the shadow that a board casts on the snow below it."""
    paper.fill(ellipse((0, 0), half, 4.5), "#0a1430", blur=2.6)
