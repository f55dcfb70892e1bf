"""Three minutes of pouring: somebody on a few stairs, a jug, a container, a clock."""

from __future__ import annotations

import numpy as np
from manim import Circle, Polygon, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_data import DataView, Guess
from scenes.stage.claims import Quantity, claim
from scenes.stage.figures import Person, Pose
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, dot, follow, px
from scenes.stage.theme import Theme

__all__ = ["RESTING", "Pouring"]

POURING = Pose(lean=7, nod=14, near_arm=116, near_elbow=6, far_arm=22, far_elbow=30)
RESTING = Pose(lean=2, nod=6, near_arm=30, near_elbow=80, far_arm=-6, far_elbow=18)
STAIRS, PERSON, GLASS, STEPS = 0.5, 0.57, 0.3, 4  # heights and a width, in heights of the rim
SPAN = 0.44  # width of the stairs
REACH = 1.14  # height of all, the figure's head included
EDGE = 0.03  # Manim units: half of the thickest line


class Pouring:
    """The container stands at the plot's axis of volumes, which is its scale.

    Attributes:
        minute: the time; the water, the clock and the level follow it.
        tilt: 1 while pouring, 0 when done.
        still, moving: what can be shown.
        view: the plot beside it.
    """

    def __init__(self, story: Staircase, guess: Guess, layout: Layout, theme: Theme) -> None:
        self.story, self.theme, self.em = story, theme, layout.small
        zone = layout.stage.inset(EDGE)
        floor = zone.bottom + 1.45 * self.em
        self.rim = min((zone.top - floor) / REACH, zone.top - floor - 1.5 * self.em)
        left = zone.left + (SPAN + 0.06 + GLASS) * self.rim + 0.25 * self.em
        top = floor + self.rim + 1.5 * self.em + EDGE
        inside = Zone(left, layout.stage.bottom, layout.stage.right, top)
        self.view = DataView(story, guess, inside, layout, theme, room=0.75, guessed=False)
        self.floor = self.view.plot.inner.bottom
        self.minute, self.tilt = Quantity("minute", 0.0), ValueTracker(1.0)
        self.stairs_right = zone.left + SPAN * self.rim
        self.walls = (self.stairs_right + 0.06 * self.rim, left - 0.25 * self.em)
        self.person = self._person()
        self.still = VGroup(self._stairs(zone.left), self._ground(zone.left), self.person)
        self.clock, self.hand = self._clock(zone)
        self.moving = VGroup(self.clock, self.hand, *self._water(), self._glass(), self._jug())
        self.level = follow(Dashes(theme, "quiet", 0.02, dash=0.05, name="level"), self._draw_level)
        now = dot(theme, "quiet", 0.18 * self.em, name="now")
        claim(now, self.view.plot, of="volume", x=self.minute, y=lambda: self._level())
        self.now = follow(now, lambda mark: mark.move_to(self._now()))

    # -- what stands still -------------------------------------------------------------------

    def _at(self, x: float, up: float) -> Point3D:
        """Return the point at this x and this height above the floor, in heights of the rim."""
        return np.array([x, self.floor + up * self.rim, 0.0])

    def _stairs(self, left: float) -> Polygon:
        width = self.stairs_right - left
        corners = [self._at(left, 0.0)]
        for step in range(STEPS):
            x, up = left + step / STEPS * width, (step + 1) / STEPS * STAIRS
            corners += [self._at(x, up), self._at(x + width / STEPS, up)]
        corners.append(self._at(self.stairs_right, 0.0))
        stairs = Polygon(
            *corners, fill_color=self.theme.paint("panel"), fill_opacity=1, name="steps"
        )
        return stairs.set_stroke(self.theme.paint("rim"), px(0.03))

    def _ground(self, left: float) -> Path:
        ground = Path(self.theme, "quiet", 0.02, paint="rim", name="ground")
        return ground.through(self._at(left, 0.0), self._at(self.walls[1], 0.0))

    def _person(self) -> Person:
        person = Person(self.theme, "player", PERSON * self.rim, name="who pours")
        feet = self._at(self.stairs_right - 0.12 * self.rim, STAIRS - 0.035 * PERSON)
        return person.take(POURING).stand_at(feet)

    def _clock(self, zone: Zone) -> tuple[VGroup, Path]:
        radius = 0.095 * self.rim
        center = np.array([zone.left + 1.3 * radius, zone.top - 1.3 * radius, 0.0])
        face = Circle(radius=radius, fill_color=self.theme.paint("panel"), fill_opacity=1)
        face.set_stroke(self.theme.paint("rim"), px(0.035)).move_to(center)
        marks = VGroup(face, name="clock")
        for quarter in range(4):
            turn = np.array([np.cos(quarter * np.pi / 2), np.sin(quarter * np.pi / 2), 0.0])
            tick = Path(self.theme, "quiet", 0.025)
            marks.add(tick.through(center + 0.78 * radius * turn, center + 0.9 * radius * turn))

        def turn_hand(hand: Path) -> None:
            angle = np.pi / 2 - 2 * np.pi * self.minute()
            way = np.array([np.cos(angle), np.sin(angle), 0.0])
            hand.through(center - 0.15 * radius * way, center + 0.68 * radius * way)

        return marks, follow(Path(self.theme, "text", 0.045, name="clock hand"), turn_hand)

    def _glass(self) -> Path:
        left, right = self.walls
        glass = Path(self.theme, "quiet", 0.06, paint="rim", name="container")
        return glass.through(
            self._at(left, 1.0), self._at(left, 0.0), self._at(right, 0.0), self._at(right, 1.0)
        )

    # -- what follows the minute -----------------------------------------------------------------

    def _surface(self) -> float:
        """Return how high the water stands in the picture."""
        return float(self.view.plot.at(0.0, self._level())[1])

    def _water(self) -> tuple[VMobject, VMobject]:
        paint, inset = self.theme.paint("water"), 0.03
        water = VMobject(fill_color=paint, fill_opacity=1, stroke_width=0, name="water")
        stream = Path(self.theme, "quiet", 0.016 * self.rim, paint="water", name="stream")
        left, right = self.walls[0] + inset, self.walls[1] - inset

        def fill(body: VMobject) -> None:
            top, bottom = max(self._surface(), self.floor + 0.02), self.floor
            corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
            body.set_points_as_corners(np.array([[x, y, 0.0] for x, y in corners]))

        def flow(line: Path) -> None:
            lip, drop = self._lip(), np.linspace(0.0, 1.0, 8)
            arc = [lip + 0.045 * self.rim * np.array([t, -1.4 * t * t, 0.0]) for t in drop]
            end = np.array([arc[-1][0], self._surface(), 0.0])
            line.through(*arc, end).set_stroke(opacity=float(self.tilt.get_value() > 0.9))

        return follow(water, fill), follow(stream, flow)

    def _turned(self, across: float, up: float) -> Point3D:
        """Return a point of the jug, in heights of the rim from the hand."""
        angle = np.radians(-8.0 - 70.0 * self.tilt.get_value())
        x = across * np.cos(angle) - up * np.sin(angle)
        y = across * np.sin(angle) + up * np.cos(angle)
        return self.person.near_hand + self.rim * np.array([x, y, 0.0])

    def _lip(self) -> Point3D:
        return self._turned(0.115, 0.1)

    def _jug(self) -> VMobject:
        outline = [(0.01, -0.07), (0.1, -0.07), (0.1, 0.07), (0.12, 0.1), (0.01, 0.09)]
        outline.append(outline[0])

        def hold(jug: VMobject) -> None:
            jug.set_points_as_corners(np.array([self._turned(*corner) for corner in outline]))

        jug = VMobject(fill_color=self.theme.paint("pointer"), fill_opacity=1, name="jug")
        return follow(jug.set_stroke(self.theme.paint("pointer"), px(0.03)), hold)

    def _draw_level(self, line: Dashes) -> None:
        start = np.array([self.view.plot.inner.left, self._surface(), 0.0])
        line.between(start, self._now())

    def _level(self) -> float:
        return self.story.level(self.minute())

    def _now(self) -> Point3D:
        return self.view.plot.at(self.minute(), self._level())
