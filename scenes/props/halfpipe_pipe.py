"""The half-pipe: the cost as a channel of snow, its axis, and where things stand on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import UP, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from gdmath.experiments.halfpipe import Halfpipe
from gdmath.experiments.halfpipe_ride import Ride
from scenes.props.halfpipe_rider import Footing, Rider
from scenes.stage.claims import Quantity, claim, stay_in
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, bullseye, cased, follow, px
from scenes.stage.plot import Axis, Beads, Plot, nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Part, Words

__all__ = ["Pipe"]

FOOTPRINTS = 16  # steps of a ride whose places stay marked
EARLY = 1e-6  # steps before a footprint is due at which it is there already
NARROWING = 0.04  # how much closer to the middle the pipe's far edge is drawn


class Pipe:
    """The pipe, drawn to scale, and the lanes below its axis.

    Attributes:
        rider_height: how tall a rider is, in Manim units.
        plot: axis and mapping; ``at`` is the place of a position on the snow's near edge.
        snow: what never moves, from the back to the front.
        lane: the height of the lane for fingers and arrows.
        level: the height at which the cost is zero.
    """

    def __init__(self, story: Halfpipe, layout: Layout, theme: Theme) -> None:
        self.story, self.zone, self.theme, self.em = story, layout.stage, theme, layout.small
        self.lane = self.zone.bottom + 0.7 * self.em
        low = self.zone.bottom + 1.3 * self.em
        room = self.zone.top - low - 1.45 * self.em
        self.rider_height = min(0.44 * room, 0.2 * self.zone.width)
        self.depth = 0.28 * self.rider_height
        inset = 0.42 * self.rider_height
        ground = max(0.1 * room, 0.95 * self.em)
        top = self.zone.top - 1.16 * self.rider_height
        self.costs = story.curve[1]
        highest = float(self.costs.max())
        floor = ground / (top - low - 1.45 * self.em - ground) * highest
        params = story.params
        zone = Zone(self.zone.left + inset, low, self.zone.right - inset, top)
        axis = Axis(params.left_cm, params.right_cm, self._ticks(zone.width), self._write)
        self.plot = Plot(
            zone, axis, Axis(-floor, highest), theme=theme, size=self.em, y_line=False, name="axis"
        )
        stay_in(self.plot, self.zone)
        self.inner = self.plot.inner
        self._name_axis()
        self.level = float(self.plot.at(params.target_cm, 0.0)[1])
        self.front = self.plot.places(*story.curve)
        self._build_snow()
        self._build_target()

    # -- the axis ----------------------------------------------------------------------------

    def _ticks(self, width: float) -> list[float]:
        """The target, and round positions as many as there is room for beside it."""
        params = self.story.params
        for many in (7, 5, 4, 3):
            ticks = nice_ticks(params.left_cm, params.right_cm, many)
            widths = [self._label(self._write(tick)).width + 0.8 * self.em for tick in ticks]
            if sum(widths) < width:
                break
        room = 1.1 * max([*widths, self._label(self.story.target).width + 0.8 * self.em])
        apart = room / width * params.width_cm
        kept = [tick for tick in ticks if abs(tick - params.target_cm) >= apart]
        return sorted([*kept, params.target_cm])

    def _write(self, value: float) -> Part:
        if value == self.story.params.target_cm:
            return self.story.target, "target"
        return self.story.position(value)

    def _label(self, part: Part) -> Words:
        return Words(part, theme=self.theme, size=self.em, name="axis name")

    def _name_axis(self) -> None:
        """Name the axis beyond its last number, if there is room."""
        end = max(float(label.get_right()[0]) for label in self.plot.labels)
        name = self._label((Math("x"), "here"))
        name.stand_at(self.zone.right, self.inner.bottom - 1.2 * self.em, "right")
        if name.get_left()[0] > end + 0.4 * self.em:
            self.plot.labels.add(name)

    # -- where things are --------------------------------------------------------------------

    def at(self, position: float) -> Point3D:
        """Return the place on the snow, on the near edge of the pipe; beyond the rim, the rim."""
        params = self.story.params
        inside = float(np.clip(position, params.left_cm, params.right_cm))
        return self.plot.at(inside, self.story.cost_at(inside))

    def below(self, position: float) -> Point3D:
        """Return the place of a position on the axis; beyond its ends, the end."""
        place = self.at(position)
        place[1] = self.inner.bottom
        return place

    def ends(self) -> tuple[float, float]:
        """Return the positions in cm at which the stage ends, beyond the pipe."""
        unit = self.story.params.width_cm / self.inner.width
        spare = unit * (self.inner.left - self.zone.left - 0.05)
        return self.story.params.left_cm - spare, self.story.params.right_cm + spare

    def shows(self, position: float) -> bool:
        """Tell whether the pipe reaches this position."""
        slack = 1e-6 * self.story.params.width_cm
        return self.story.params.left_cm - slack <= position <= self.story.params.right_cm + slack

    def tilt(self, slope: float) -> float:
        """Return the angle in radians at which this slope is drawn."""
        across = self.inner.width / self.story.params.width_cm
        up = self.inner.height / (self.plot.y.high - self.plot.y.low)
        return float(np.arctan2(up * slope, across))

    def downhill(self, position: float) -> float:
        """Return 1 where the snow falls to the right, -1 to the left, and between in the bottom."""
        miss = (position - self.story.params.target_cm) / self.story.params.width_cm
        return float(-np.tanh(miss / 0.04))

    def footing(self, position: float, lane: float, ride: Ride) -> Footing:
        """Return how a board lies; ``lane`` is 0 on the pipe's near edge and 1 on its far edge."""
        place = self._away(self.at(position), lane)
        rim = float(np.clip(position, self.story.params.left_cm, self.story.params.right_cm))
        angle, air = self.tilt(self.story.slope_at(rim)), ride.in_the_air(position)
        if air == 0:
            return Footing(place, angle, 0.0)
        side = np.sign(angle)
        height, start = self.rider_height, place
        out = start + 0.42 * height * np.array([np.cos(angle), np.sin(angle), 0]) * side
        end = np.array([start[0] + 0.06 * side * height, self.zone.top - 0.41 * height - 0.08, 0])
        rest = 1 - air
        place = rest**2 * start + 2 * rest * air * out + air**2 * end
        return Footing(place, angle + air * (side * 1.9 - angle), air)

    def _away(self, places: Point3D_Array, lane: float) -> Point3D_Array:
        """Return these places moved from the near edge of the pipe toward the far one."""
        moved = np.array(places, dtype=float)
        middle = self.plot.at(self.story.params.target_cm, 0)[0]
        moved[..., 0] += lane * NARROWING * (middle - moved[..., 0])
        moved[..., 1] += lane * self.depth
        return moved

    def rider(self, ride: Ride, here: Quantity, look: str, lane: float) -> Rider:
        """Return a rider whose feet follow ``here`` along a lane of the pipe."""
        return Rider(
            self.theme,
            look,
            self.rider_height * (1 - 0.12 * lane),
            footing=lambda: self.footing(here(), lane, ride),
            facing=lambda: self.downhill(here()),
        )

    def beside(self, rider: Rider) -> Zone:
        """Return the air at the height of a rider's head, on the side to which the snow falls."""
        zone, face, size = self.zone, rider.face, rider.size
        top = min(float(face[1]) + 0.62 * size, zone.top)
        if rider.facing() >= 0:
            return Zone(float(face[0]) + 0.3 * size, zone.bottom, zone.right, top)
        return Zone(zone.left, zone.bottom, float(face[0]) - 0.3 * size, top)

    # -- snow --------------------------------------------------------------------------------

    def _build_snow(self) -> None:
        left = np.array([self.zone.left, self.front[0, 1], 0])
        right = np.array([self.zone.right, self.front[-1, 1], 0])
        edge = np.array([left, *self.front, right])
        ends = [[right[0], self.inner.bottom, 0], [left[0], self.inner.bottom, 0]]
        back = self._away(edge, 1.0)
        back[[0, -1], 0] = edge[[0, -1], 0] + np.array([0.01, -0.01])
        self.snow = VGroup(
            self._peaks(),
            self._area(np.array([*edge, *back[::-1]]), "snow top", "snow back", "pipe"),
            self._grooves(),
            self._area(np.array([*edge, *ends]), "snow deep", "snow face", "snow"),
            self._layers(edge),
            Path(self.theme, "text", 0.02, paint="snow layer", name="far edge").through(*back),
            self._lip(edge),
            name="half-pipe",
        )
        self.curve = self.plot.curve(*self.story.curve, "cost", name="cost curve", of="cost")

    def _area(self, corners: Point3D_Array, low: str, high: str, name: str) -> VMobject:
        area = VMobject(fill_opacity=1, stroke_width=0, sheen_direction=UP, name=name)
        shades: Any = [self.theme.paint(low), self.theme.paint(high)]
        area.set_fill(shades)
        area.set_points_as_corners(np.array([*corners, corners[0]], dtype=float))
        return area

    def _lip(self, edge: Point3D_Array) -> Path:
        """The bright edge of the snow, just above the curve."""
        half, above = 0.03, 0.085  # a gap is left, so that the curve stands out
        places = edge + np.array([0, above, 0])
        places[[0, -1], 0] += half, -half
        return Path(self.theme, "text", 2 * half, paint="snow", name="lip").through(*places)

    def _grooves(self) -> VMobject:
        """Tracks of boards along the channel, in one mobject."""
        grooves = self._strokes("snow layer", 0.014, "grooves")
        for lane in (0.36, 0.68):
            grooves.append_points(_corners(self._away(self.front, lane)))
        return grooves

    def _layers(self, edge: Point3D_Array) -> VMobject:
        """Layers in the section of the snow, as deep as the ground allows, in one mobject."""
        layers = self._strokes("snow layer", 0.016, "layers")
        floor = self.inner.bottom + 0.04
        edge = edge.copy()
        edge[[0, -1], 0] += np.array([0.02, -0.02])
        for number in (1, 2, 3, 4):
            sunk = edge - np.array([0, number * 0.3 * self.rider_height, 0])
            for some in np.split(sunk, np.flatnonzero(np.diff(sunk[:, 1] > floor)) + 1):
                if some[0, 1] > floor and len(some) > 1:
                    layers.append_points(_corners(some))
        return layers

    def _strokes(self, paint: str, thickness: float, name: str) -> VMobject:
        color = self.theme.paint(paint)
        return VMobject(stroke_color=color, stroke_width=px(thickness), fill_opacity=0, name=name)

    def _peaks(self) -> VGroup:
        """Far mountains with snow on them, so faint that they are only felt."""
        base, zone = self.inner.bottom, self.zone
        peaks = VGroup(name="peaks")
        for across, up, half in (
            (0.19, 0.82, 0.17),
            (0.8, 0.88, 0.19),
            (0.6, 0.78, 0.14),
            (0.38, 0.97, 0.2),
        ):
            top = np.array([zone.at(across, 0)[0], base + up * (zone.top - base), 0])
            for paint, part in (("peaks", 1.0), ("peak snow", 0.26)):
                down = part * np.array([half * zone.width, base - top[1], 0]) * (1, 0.9, 0)
                sides = [top + down * (side, 1, 0) for side in (-1, 1)]
                dents = [top + down * (x, y, 0) for x, y in ((0.35, 0.8), (0, 1.15), (-0.4, 0.75))]
                middle = dents if part < 1 else []
                corners = np.array([top, sides[1], *middle, sides[0]])
                peaks.add(self._area(corners, paint, paint, "peak"))
        return peaks

    def footprints(self, ride: Ride, moment: Callable[[], float]) -> Beads:
        """Return faint dots where a ride has been until a moment; they stay."""
        shown = [float(x) for x in ride.positions[:FOOTPRINTS] if self.shows(float(x))]
        places = np.array([self.at(x) for x in shown])
        prints = Beads(range(len(shown)), places, 0.07, self.theme, "here")
        prints.set_color(self.theme.faint("here", 0.62))

        def passed() -> list[float]:
            return shown[: 1 + int(moment() + EARLY)]

        claim(
            prints, self.plot, of="position", x=passed,
            y=lambda: [self.story.cost_at(x) for x in passed()],
        )  # fmt: skip
        return follow(prints, lambda m: m.until(moment() + EARLY))

    def level_line(self, left: float, right: float) -> Dashes:
        """Return a line through the air between two positions of the same cost."""
        line = Dashes(self.theme, "cost", 0.03, dash=0.08, name="same cost")
        return cased(line.between(self.at(left), self.at(right)), self.theme, 0.02)

    def _build_target(self) -> None:
        params = self.story.params
        foot, top = self.below(params.target_cm), self.at(params.target_cm)
        radius = 0.38 * float(top[1] - foot[1])
        self.target = bullseye(self.theme, radius).move_to(0.5 * (foot + top))


def _corners(places: Point3D_Array) -> Point3D_Array:
    """Return the Bézier points of the line through these places, corner by corner."""
    return VMobject().set_points_as_corners(places).points
