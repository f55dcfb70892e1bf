"""What the hiker film shows of its numbers: what the foot felt, and the altitude by step."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from manim import RIGHT, UP, Circle, VGroup
from manim.typing import Point3D

from gdmath.experiments.hiker_parts import Feel, Hike
from scenes.props.hiker_camera import Floats
from scenes.props.hiker_land import Land
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Dashes, Path, dot, follow, px
from scenes.stage.plot import Axis, Growing, Plot, nice_ticks
from scenes.stage.theme import Role
from scenes.stage.words import Math, Words

__all__ = ["AltitudeView", "Rose"]

LONGEST = 0.92  # of the rose's radius: how long its longest arrow is


class Turned(NamedTuple):
    """The gradient on the rose, its parts, and what a minus makes of it, with names."""

    up: Arrow
    up_name: Words
    along_w: Dashes
    along_b: Dashes
    down: Arrow
    down_name: Words


class Rose:
    """The eight directions from above, w to the right and b upwards, with what the foot felt.

    Attributes:
        still: heading, ring, axes and the dot in the middle.
    """

    def __init__(self, land: Land, zone: Zone, em: float) -> None:
        self.story, self.theme, self.em = land.story, land.theme, em
        heading = Words("change of altitude", theme=self.theme, size=em, role="cost",
                        bold=True, name="heading")  # fmt: skip
        heading.stand_at(zone.left, zone.top - 0.8 * em)
        top = zone.top - 1.8 * em
        self.radius = min((top - zone.bottom) / 2 - 1.2 * em, zone.width / 2 - 2.9 * em)
        self.middle = np.array([zone.center[0], (top + zone.bottom) / 2, 0.0])
        ring = Circle(radius=self.radius, stroke_color=self.theme.paint("rule"), stroke_width=2)
        here = dot(self.theme, "here", 0.28 * em).move_to(self.middle)
        self.still = VGroup(heading, ring.move_to(self.middle), here, self._axes(zone))
        self.arrows = [self._arrow(feel) for feel in self.story.feels]
        self.labels = [self._label(feel) for feel in self.story.feels]

    def _axes(self, zone: Zone) -> VGroup:
        """Return two small arrows in the zone's corner that say where w and b point."""
        corner = np.array([zone.left + 0.3 * self.em, zone.bottom + 0.3 * self.em, 0.0])
        axes = VGroup(name="axes")
        for name, way in (("w", RIGHT), ("b", UP)):
            arrow = Arrow(self.theme, "quiet", 0.03, name=f"axis {name}")
            letter = Words(name, theme=self.theme, size=self.em, role="here", italic=True,
                           name="axis name")  # fmt: skip
            axes.add(arrow.between(corner, corner + 1.6 * self.em * way))
            axes.add(letter.move_to(corner + 2.15 * self.em * way))
        return axes

    def _out(self, way: Floats, length: float) -> Point3D:
        return np.asarray(self.middle + self.radius * length * np.array([way[0], way[1], 0.0]))

    def _arrow(self, feel: Feel) -> Arrow | Path:
        end = self._out(feel.way, LONGEST * feel.drop / self.story.full_drop)
        if feel.drop > 0:
            arrow = Arrow(self.theme, "step", 0.05, name="drop on the rose")
            return arrow.between(self.middle, end)
        rise = Path(self.theme, "quiet", 0.03, name="rise on the rose")
        return rise.through(self._out(feel.way, 0.88), self._out(feel.way, 1.0))

    def _label(self, feel: Feel) -> Words:
        role: Role = "step" if feel.drop > 0 else "quiet"
        label = Words(feel.change, theme=self.theme, size=self.em, role=role, name="felt change")
        away = self._out(feel.way, 1.0) + 0.5 * self.em * np.array([*feel.way, 0.0])
        shift = feel.way[0] * label.width / 2 * RIGHT + feel.way[1] * 0.45 * self.em * UP
        return label.move_to(away + shift)

    def gradient(self) -> Turned:
        """Return the gradient, its two parts along w and b, and minus the gradient."""
        slope = self.story.hike.gradients[0]
        unit = slope / max(float(np.sqrt((slope * slope).sum())), 1e-12)
        up = Arrow(self.theme, "gradient", 0.075, name="gradient on the rose")
        down = Arrow(self.theme, "step", 0.075, name="minus gradient on the rose")
        corner = self._out(np.array([unit[0], 0.0]), LONGEST)
        along_w = Dashes(self.theme, "gradient", 0.03, name="slope along w")
        along_b = Dashes(self.theme, "gradient", 0.03, name="slope along b")
        return Turned(
            up.between(self.middle, self._out(unit, LONGEST)),
            self._name(Math("nabla J"), "gradient", unit),
            along_w.between(self.middle, corner),
            along_b.between(corner, up.tip),
            down.between(self.middle, self._out(-unit, LONGEST)),
            self._name(Math("-nabla J"), "step", -unit),
        )

    def _name(self, formula: Math, role: Role, way: Floats) -> Words:
        name = Words(formula, theme=self.theme, size=self.em, role=role, bold=True, name="name")
        shift = way[0] * name.width / 2 * RIGHT + way[1] * 0.45 * self.em * UP
        return name.move_to(self._out(way, 1.0) + 0.5 * self.em * np.array([*way, 0.0]) + shift)


class AltitudeView:
    """The altitude by step, up to the hiker's moment.

    Attributes:
        still: axes and heading.
        moving: the curve and the dot at its end.
    """

    def __init__(self, land: Land, zone: Zone, em: float) -> None:
        self.land, self.story, self.theme, self.em = land, land.story, land.theme, em
        hikes = (self.story.hike, *self.story.others)
        longest = max(hike.inside - 1 for hike in hikes)
        self.last = max(1, min(longest, round(1.6 * self.story.steps) or longest))
        # The last number on the axis reaches half its width beyond the axis.
        inner = Zone(zone.left, zone.bottom, zone.right - 0.85 * em, zone.top - 1.6 * em)
        low, high = self.story.altitude_range
        ticks = [tick for tick in nice_ticks(0, self.last, 5) if float(tick).is_integer()]
        x = Axis(0, self.last, ticks, self.story.count_of)
        few = 4 if inner.height > 7 * em else 3
        y = Axis(low, high, nice_ticks(low, high, few), self.story.coordinate)
        self.plot = Plot(inner, x, y, theme=self.theme, size=em, name="altitude by step")
        heading = Words("altitude ", Math("J"), " by step", theme=self.theme, size=em, role="cost",
                        bold=True, name="heading")  # fmt: skip
        self.still = VGroup(self.plot, heading.stand_at(zone.left, zone.top - 0.8 * em))
        curve = self.curve(self.story.hike, "cost", "altitude")
        end = dot(self.theme, "here", 0.26 * em, name="dot on the altitude")
        follow(curve, lambda mark: mark.until(land.moment.get_value()))
        follow(end, lambda mark: mark.move_to(curve.end(land.moment.get_value())))
        self.moving = VGroup(curve, end)

    def other_curve(self, hike: Hike) -> Growing:
        """Return another hike's altitude by step, thinner."""
        return self.curve(hike, "quiet", "another altitude").set_stroke(width=px(0.022))

    def curve(self, hike: Hike, role: Role, name: str) -> Growing:
        """Return a hike's altitude by step, as far as the axis goes."""
        steps = np.arange(min(hike.inside, self.last + 1))
        places = self.plot.places(steps, hike.altitudes[: len(steps)])
        return Growing(steps, places, self.theme, role, name)

    def end_of(self, hike: Hike) -> Point3D:
        """Return where a hike's curve ends."""
        steps = min(hike.inside, self.last + 1) - 1
        return self.plot.at(steps, float(hike.altitudes[steps]))
