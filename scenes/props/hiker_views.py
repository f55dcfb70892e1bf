"""What the hiker film shows of its numbers: what the foot felt, and the altitude by step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from manim import RIGHT, UP, Circle, VGroup
from manim.typing import Point3D

from gdmath.experiments.hiker_parts import Feel, Hike
from scenes.props.hiker_camera import Floats
from scenes.props.hiker_land import Land
from scenes.props.hiker_marks import ROSE, TICK
from scenes.stage.claims import Ruler, Space, claim, stay_in
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Dashes, Path, cased, dot, follow, px
from scenes.stage.plot import Axis, Beads, Growing, Plot, nice_ticks
from scenes.stage.theme import Role
from scenes.stage.words import Math, Words

__all__ = ["AltitudeView", "Rose"]

NAMES: tuple[tuple[str, Role], ...] = (("nabla J", "gradient"), ("-nabla J", "step"))
RIM = 0.012  # around the curve and its steps, in Manim units


class Turned(NamedTuple):
    """The gradient on the rose, its parts, and what a minus makes of it, with names."""

    up: Arrow
    up_name: Words
    along_w: Dashes
    along_b: Dashes
    down: Arrow
    down_name: Words


class Rose(Space):
    """The eight directions from above, turned as the land is seen, with what the foot felt.

    Its unit is its radius.

    Attributes:
        still: heading, ring, axes and the dot in the middle.
        arrows: for each direction an arrow as long as the drop, or a tick where it goes up.
        labels: for each direction the change of altitude.
    """

    def __init__(self, land: Land, zone: Zone, em: float) -> None:
        self.story, self.theme, self.em = land.story, land.theme, em
        self.turned = land.camera.turned
        heading = Words("change of altitude", theme=self.theme, size=em, role="cost", bold=True,
                        name="heading")  # fmt: skip
        heading.stand_at(zone.left, zone.top - 0.8 * em)
        top = zone.top - 1.6 * em
        self.radius = min((top - zone.bottom) / 2 - 1.35 * em, zone.width / 2 - 2.9 * em)
        self.middle = np.array([zone.center[0], (top + zone.bottom) / 2, 0.0])
        ring = Circle(radius=self.radius, stroke_color=self.theme.paint("rule"), stroke_width=2)
        ring.move_to(self.middle)
        ends = ((RIGHT, 1.0), (-RIGHT, -1.0)), ((UP, 1.0), (-UP, -1.0))
        self.rulers = [
            Ruler(n, [(partial(ring.get_edge_center, side), value) for side, value in pair])
            for n, pair in enumerate(ends)
        ]
        here = dot(self.theme, "here", 0.28 * em).move_to(self.middle).set_z_index(1)
        claim(here, self, of="position", x=0.0, y=0.0)
        self.still = VGroup(heading, ring, here, self._axes(zone))
        self.arrows = [self._arrow(feel) for feel in self.story.feels]
        self.labels = [self._label(feel) for feel in self.story.feels]

    def _axes(self, zone: Zone) -> VGroup:
        """Return two small arrows in the zone's corner that say where w and b point."""
        corner = np.array([zone.right - 2.1 * self.em, zone.top - 1.95 * self.em, 0.0])
        axes = VGroup(name="axes")
        ways = [np.append(way, 0.0) for way in self.turned(np.eye(2))]
        for name, way, side in zip("wb", ways, ways[::-1], strict=True):
            end = corner + 0.95 * self.em * way
            barbs = [end - 0.28 * self.em * way + s * 0.2 * self.em * side for s in (1, -1)]
            arrow = Path(self.theme, "quiet", 0.025, name=f"axis {name}")
            letter = Words(name, theme=self.theme, size=self.em, role="here", italic=True,
                           name="axis name")  # fmt: skip
            axes.add(arrow.through(corner, end, barbs[0], end, barbs[1]))
            axes.add(letter.move_to(corner + 1.45 * self.em * way))
        return axes

    def _out(self, way: Floats, length: float) -> Point3D:
        """Return a place on the rose, along a unit vector across and up."""
        return np.asarray(self.middle + self.radius * length * np.array([way[0], way[1], 0.0]))

    def _lead(self, role: Role, thickness: float, way: Floats, length: float, name: str) -> Arrow:
        """Return an arrow from the middle along a unit vector across and up."""
        arrow = cased(Arrow(self.theme, role, thickness, name=name), self.theme)
        of = "gradient" if role == "gradient" else "move"
        claim(arrow, self, of=of, x=[0.0, length * way[0]], y=[0.0, length * way[1]])
        return arrow.between(self.middle, self._out(way, length))

    def _arrow(self, feel: Feel) -> Arrow | Path:
        way = self.turned(feel.way)
        if feel.drop > 0:
            length = ROSE * feel.drop / self.story.full_drop
            return self._lead("step", 0.05, way, length, "drop on the rose")
        rise = Path(self.theme, "quiet", 0.03, name="rise on the rose")
        return rise.through(self._out(way, TICK), self._out(way, 1.0))

    def _label(self, feel: Feel) -> Words:
        role: Role = "step" if feel.drop > 0 else "quiet"
        label = Words(feel.change, theme=self.theme, size=self.em, role=role, name="felt change")
        return self._beyond(label, self.turned(feel.way))

    def _beyond(self, words: Words, way: Floats) -> Words:
        """Put words beyond the ring, on the side of a unit vector."""
        half = np.array([words.width / 2, 0.45 * self.em])
        edge = self._out(way, 1.0) + np.array([*((half + 0.5 * self.em) * way), 0.0])
        return words.move_to(edge)

    def gradient(self) -> Turned:
        """Return the gradient, its two parts along w and b, and minus the gradient."""
        slope = self.story.uphill(0)
        parts = slope / max(float(np.sqrt((slope * slope).sum())), 1e-12)
        unit = self.turned(parts)
        up = self._lead("gradient", 0.075, unit, ROSE, "gradient on the rose")
        down = self._lead("step", 0.075, -unit, ROSE, "minus gradient on the rose")
        corner = self._out(self.turned([parts[0], 0.0]), ROSE)
        along_w, along_b = (
            cased(Dashes(self.theme, "gradient", 0.03, name=f"slope along {name}"), self.theme, RIM)
            for name in "wb"
        )
        names = [
            Words(Math(formula), theme=self.theme, size=self.em, role=role, bold=True, name="name")
            for formula, role in NAMES
        ]
        return Turned(
            up,
            self._beyond(names[0], unit),
            along_w.between(self.middle, corner),
            along_b.between(corner, up.tip),
            down,
            self._beyond(names[1], -unit),
        )


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
        plot = Plot(inner, x, y, theme=self.theme, size=em, name="altitude by step")
        self.plot = stay_in(plot, zone)
        heading = Words("altitude ", Math("J"), " by step", theme=self.theme, size=em, role="cost",
                        bold=True, name="heading")  # fmt: skip
        self.still = VGroup(self.plot, heading.stand_at(zone.left, zone.top - 0.8 * em))
        curve, beads = self._curve(self.story.hike, "cost", "altitude", land.moment)
        cased(curve, self.theme, RIM)  # it may run along another hike's
        end = dot(self.theme, "here", 0.26 * em, name="dot on the altitude")
        follow(end, lambda mark: mark.move_to(curve.end(land.moment())))
        passed = self._passed(self.story.hike, land.moment)
        claim(end, self.plot, of="position", x=lambda: passed()[0][-1], y=lambda: passed()[1][-1])
        self.moving = VGroup(curve, beads, end)

    def other(self, hike: Hike, moment: Callable[[], float]) -> VGroup:
        """Return another hike's altitude by step, up to a moment: thinner."""
        curve, _ = self._curve(hike, "quiet", "another altitude", moment)
        return VGroup(cased(curve.set_stroke(width=px(0.022)), self.theme, RIM))

    def _curve(
        self, hike: Hike, role: Role, name: str, moment: Callable[[], float]
    ) -> tuple[Growing, Beads]:
        """Return a hike's altitude by step up to a moment, as far as the axis goes."""
        steps = np.arange(min(hike.inside, self.last + 1), dtype=float)
        places = self.plot.places(steps, hike.altitudes[: len(steps)])
        curve = Growing(steps, places, self.theme, role, name)
        beads = cased(Beads(steps, places, 0.15 * self.em, self.theme, role), self.theme, RIM)
        passed = self._passed(hike, moment)
        claim(curve, self.plot, of=name, x=lambda: passed()[0], y=lambda: passed()[1])
        claim(beads, self.plot, of=name, x=lambda: passed()[0][:-1], y=lambda: passed()[1][:-1])
        follow(curve, lambda mark: mark.until(moment()))
        follow(beads, lambda mark: mark.until(moment()))
        return curve, beads

    def _passed(
        self, hike: Hike, moment: Callable[[], float]
    ) -> Callable[[], tuple[Floats, Floats]]:
        """Return a function that returns the steps and altitudes so far, the present ones last."""
        steps = np.arange(min(hike.inside, self.last + 1), dtype=float)
        altitudes = hike.altitudes[: len(steps)]

        def passed() -> tuple[Floats, Floats]:
            now = min(moment(), float(steps[-1]))
            count = np.count_nonzero(steps <= now)
            present = np.interp(now, steps, altitudes)
            return np.append(steps[:count], now), np.append(altitudes[:count], present)

        return passed
