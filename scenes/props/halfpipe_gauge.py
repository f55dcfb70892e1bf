"""The tilt-o-meter: a spirit level bent over a dial, whose bubble climbs to the uphill side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from manim import Circle, Polygon, RoundedRectangle, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array
from numpy.typing import ArrayLike

from gdmath.experiments.reading import Reading
from scenes.props.halfpipe_pipe import Pipe
from scenes.stage.claims import Floats, Quantity, Space, claim, tells
from scenes.stage.layout import Zone
from scenes.stage.marks import px
from scenes.stage.plot import nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Number, Words

__all__ = ["TiltOMeter", "tilt_o_meter"]

VIAL = (0.8, 0.97)  # inner and outer radius of the glass, in dial radii
VIAL_END = 1.5  # radians from upright at which the glass is closed
TICK = (0.7, 0.77)


class TiltOMeter(VGroup, Space):
    """A dial that leans as far as the ground does: its needle's angle is the slope's, as drawn.

    ``read`` tells the slope at a position, ``tilt`` the angle in radians at which one is drawn,
    ``widest`` the slope whose number takes most room.
    As a space it has places for a slope and a distance from the hub, in radii of the dial.
    """

    def __init__(
        self,
        zone: Zone,
        here: Quantity,
        read: Callable[[float], Reading],
        tilt: Callable[[float], float],
        ticks: Sequence[Reading],
        widest: Reading,
        theme: Theme,
        size: float,
    ) -> None:
        super().__init__(name="tilt-o-meter")
        self.here, self.read, self.tilt, self.theme, self.em = here, read, tilt, theme, size
        self.number = Number(
            widest, theme=theme, size=1.35 * size, role="gradient", bold=True,
            name="slope on the dial",
        )  # fmt: skip
        self.heading = Words("tilt-o-meter", theme=theme, size=size, role="gradient", bold=True)
        self.heading.stand_at(zone.left, zone.top - 0.8 * size)
        self._measure(zone)
        self.add(self.heading, *self._housing(), *self._marks(ticks))
        self._build_moving()

    def _measure(self, zone: Zone) -> None:
        """Put the display under the dial, or beside it where the zone is wide and low."""
        em = self.em
        room = self.number.advance * self.number.size
        window = np.array([max(4.2 * em, room + em), 1.9 * em])
        self.beside = zone.width > 2.3 * zone.height
        if self.beside:
            self.radius = zone.height - 1.75 * em
            away = 1.04 * self.radius + 0.7 * em
            across = min(zone.at(0.45, 0)[0], zone.right - 0.1 * em - window[0] - away)
            self.hub = np.array([across, zone.bottom + 0.3 * em, 0])
            middle = across + away + window[0] / 2
            self.window_at = np.array([middle, zone.bottom + window[1] / 2, 0])
        else:
            over = 2.6 * em
            self.radius = min(zone.width / 2 - 1.2 * em, zone.height - over - window[1] - 0.4 * em)
            spare = zone.height - over - window[1] - 0.4 * em - self.radius
            top = zone.top - over - 0.35 * spare
            self.hub = np.array([zone.center[0], top - self.radius, 0])
            self.window_at = self.hub - np.array([0, 0.35 * em + window[1] / 2, 0])
        self.window_size = window

    # -- what stands still -------------------------------------------------------------------

    def _housing(self) -> tuple[VMobject, ...]:
        theme, radius = self.theme, self.radius
        face = VMobject(
            fill_color=theme.paint("panel"), fill_opacity=1,
            stroke_color=theme.paint("rim"), stroke_width=px(0.03), name="dial",
        )  # fmt: skip
        arch = self._arc(1.04, np.pi / 2 + 0.12)
        face.set_points_as_corners(np.array([*arch, arch[0]]))
        glass = self._sector(*VIAL, -VIAL_END, VIAL_END)
        glass.set_fill(theme.paint("glass"), 1).set_stroke(theme.paint("rim"), px(0.022))
        glass.name = "vial"
        window = RoundedRectangle(
            width=self.window_size[0], height=self.window_size[1], corner_radius=0.35 * self.em,
            fill_color=theme.paint("panel"), fill_opacity=1,
            stroke_color=theme.paint("rim"), stroke_width=px(0.03), name="display",
        ).move_to(self.window_at)  # fmt: skip
        self.vial_radius = radius * (VIAL[0] + VIAL[1]) / 2
        return face, glass, window

    def _marks(self, ticks: Sequence[Reading]) -> tuple[VMobject, ...]:
        """Ticks inside the glass, numbers outside it, and the two lines between which level is."""
        strokes = VMobject(
            stroke_color=self.theme.mark("quiet"), stroke_width=px(0.022), name="dial ticks"
        )
        for tick in ticks:
            angle = self.tilt(tick.value)
            strokes.append_points(_line(*(self._polar(r, angle) for r in TICK)))
        level = VMobject(stroke_color=self.theme.mark("text"), stroke_width=px(0.02), name="level")
        for angle in (-0.125, 0.125):
            level.append_points(_line(*(self._polar(r, angle) for r in VIAL)))
        return strokes, VGroup(*self._numbers(ticks), name="dial numbers"), level

    def _numbers(self, ticks: Sequence[Reading]) -> list[Words]:
        """As many numbers as there is room for, the same on both sides of zero."""
        for every in range(1, len(ticks) + 1):
            middle = len(ticks) // 2
            labels = [
                self._number(tick) for i, tick in enumerate(ticks) if (i - middle) % every == 0
            ]
            pairs = [*pairwise(labels), *((label, self.heading) for label in labels)]
            if not any(_touch(a, b, 0.3 * self.em) for a, b in pairs):
                break
        return labels

    def _number(self, tick: Reading) -> Words:
        label = Words(tick, theme=self.theme, size=self.em, role="quiet", name="dial number")
        angle = self.tilt(tick.value)
        away = 0.28 * self.em + 0.5 * (
            label.width * abs(np.sin(angle)) + 0.68 * self.em * abs(np.cos(angle))
        )
        radius = 1.04 + away / self.radius
        return claim(label.move_to(self._polar(radius, angle)), self, x=tick.value, y=radius)

    # -- what follows the slope --------------------------------------------------------------

    def _build_moving(self) -> None:
        theme = self.theme
        self.swing = VMobject(
            fill_color=theme.faint("gradient", 0.6), fill_opacity=1, stroke_width=0, name="swing"
        )
        self.needle = Polygon(
            np.zeros(3), np.ones(3), np.zeros(3),
            fill_color=theme.mark("gradient"), fill_opacity=1, stroke_width=0, name="needle",
        )  # fmt: skip
        self.hub_cap = Circle(
            radius=0.085 * self.radius, fill_color=theme.paint("sheet"), fill_opacity=1,
            stroke_color=theme.paint("rim"), stroke_width=px(0.03),
        ).move_to(self.hub)  # fmt: skip
        self.bubble = self._bubble(1.0)
        tells(self.number, self.here)
        claim(
            self.bubble,
            self,
            of="slope now",
            x=lambda: self.read(self.here()).value,
            y=self.vial_radius / self.radius,
        )
        self.add(self.swing, self.bubble, self.needle, self.hub_cap, self.number)
        self.add_updater(lambda _: self.follow())
        self.follow()

    def _bubble(self, opacity: float) -> VGroup:
        """A bubble of air, with a glint."""
        radius = 0.42 * (VIAL[1] - VIAL[0]) * self.radius
        air = Circle(
            radius=radius, fill_color=self.theme.paint("bubble air"), fill_opacity=opacity,
            stroke_color=self.theme.paint("rim"), stroke_width=px(0.025),
        )  # fmt: skip
        glint = Circle(
            radius=0.22 * radius, fill_color=self.theme.paint("glint"), fill_opacity=opacity,
            stroke_width=0,
        ).shift(radius * np.array([-0.35, 0.35, 0]))  # fmt: skip
        return VGroup(air, glint, name="bubble in the vial")

    def follow(self) -> None:
        """Turn to the slope of the moment."""
        slope = self.read(self.here())
        angle = self._shown(slope.value)
        self.swing.points = self._sector(*VIAL, 0.0, angle).points
        tip, side = self._polar(0.76, angle), self._polar(0.035, angle + np.pi / 2) - self.hub
        tail = self._polar(-0.11, angle)
        self.needle.set_points_as_corners(
            np.array([self.hub + side, tip, self.hub - side, tail, self.hub + side])
        )
        self.bubble.move_to(self._polar(self.vial_radius / self.radius, angle))
        self.number.say(slope)
        left = self.window_at[0] - self.number.advance * self.number.size / 2
        self.number.stand_at(left, self.window_at[1] - 0.33 * self.number.size)

    def measure(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Return the places (n, 2) of slopes at distances from the hub, from the hub as drawn."""
        slopes, radii = np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y))
        angles = [self._shown(float(slope)) for slope in slopes]
        ways = np.stack([np.sin(angles), np.cos(angles)], axis=-1)
        return np.asarray(self.hub_cap.get_center()[:2] + radii[:, None] * self.radius * ways)

    def _shown(self, slope: float) -> float:
        return float(np.clip(self.tilt(slope), 0.08 - VIAL_END, VIAL_END - 0.08))

    # -- circles -----------------------------------------------------------------------------

    def _polar(self, radius: float, angle: float) -> Point3D:
        """The place so many dial radii from the hub, so many radians right of upright."""
        way = np.array([np.sin(angle), np.cos(angle), 0.0])
        return np.asarray(self.hub + radius * self.radius * way)

    def _arc(self, radius: float, until: float, start: float | None = None) -> Point3D_Array:
        first = -until if start is None else start
        return np.array([self._polar(radius, a) for a in np.linspace(first, until, 40)])

    def _sector(self, inner: float, outer: float, start: float, end: float) -> VMobject:
        low, high = self._arc(inner, end, start), self._arc(outer, end, start)
        sector = VMobject()
        sector.set_points_as_corners(np.array([*low, *high[::-1], low[0]]))
        return sector


def _line(start: Point3D, end: Point3D) -> Point3D_Array:
    return start + np.array([[0], [1 / 3], [2 / 3], [1]]) * (end - start)


def _touch(a: VMobject, b: VMobject, gap: float) -> bool:
    apart = np.abs(a.get_center() - b.get_center())[:2]
    sizes = np.array([a.width + b.width, a.height + b.height]) / 2
    return bool((apart < sizes + gap).all())


def tilt_o_meter(pipe: Pipe, here: Quantity, zone: Zone) -> TiltOMeter:
    """Return the dial for a pipe and a position on it."""
    story = pipe.story
    ticks = [story.slope_tick(v) for v in nice_ticks(-story.steepest, story.steepest, 7)]
    return TiltOMeter(
        zone, here, lambda x: story.slope_now(x), lambda slope: pipe.tilt(slope), ticks,
        story.widest_slope, pipe.theme, pipe.em,
    )  # fmt: skip
