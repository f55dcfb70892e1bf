"""The room of the laser game: player, beam, wall with the sheet, friend and target."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UL, UP, UR, Mobject, RoundedRectangle, VGroup
from manim.typing import Point3D

from gdmath.experiments.laser import Laser, Shout
from scenes.stage.bubble import Bubble
from scenes.stage.claims import Landmark, Quantity, Ruler, Space, claim
from scenes.stage.figures import Person, Pose
from scenes.stage.labels import stands_free
from scenes.stage.layout import Layout, Zone
from scenes.stage.lens import Lens
from scenes.stage.marks import Dashes, Path, bullseye, dot, follow, px
from scenes.stage.plot import nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Math, Words

__all__ = ["LaserRoom"]

BACK = 0.16  # share of a person's height behind the feet
BORDER = 0.12  # Manim units around the game, for the frame around it
GLOW = 0.11  # Manim units: the width of the light around the beam
NEAR_WALL, BEHIND = 0.75, 2.7  # ems from the wall to a shout above the target, or behind it
NARROWEST = 0.55  # share of the floor below which the distance is no longer drawn to scale

AIMING = Pose(lean=4, nod=3, near_arm=48, near_elbow=52, far_arm=18, far_elbow=42)
WATCHING = Pose(lean=3, nod=-4, near_arm=-2, near_elbow=14, near_leg=-5, far_leg=8)
SHOUTING = Pose(lean=8, nod=-2, near_arm=62, near_elbow=122, far_arm=-14, mouth=1.0)
CHEERING = Pose(
    lean=-2, nod=-10, near_arm=150, near_elbow=18, far_arm=165, far_elbow=-12, mouth=1.0
)


class LaserRoom(Space):
    """The room drawn to scale where the run allows it; heights on the sheet have places in it.

    Attributes:
        aim: the height in cm at which the beam meets the wall; all that moves follows it.
        still: what never moves.
        to_scale: whether heights are drawn as large as the distance is.
    """

    def __init__(self, story: Laser, layout: Layout, theme: Theme) -> None:
        self.story, self.layout, self.theme = story, layout, theme
        self.zone, self.em = layout.stage.inset(BORDER), layout.small
        self.aim = Quantity("height", story.params.first_shot_cm)
        self._measure()
        self.player = Person(theme, "player", self.person_height, name="player")
        self.player.take(AIMING).stand_at(np.array([self._player_x, self.floor_y, 0]))
        self.player.shift(self.hand - self.player.near_hand)
        self.friend = Person(theme, "friend", 0.98 * self.person_height, -1, name="friend")
        self.friend.take(WATCHING).stand_at(np.array([self._friend_x, self.floor_y, 0]))
        self._build_walls()
        self._build_target()
        self._build_beam()

    # -- where things are --------------------------------------------------------------------

    def _measure(self) -> None:
        zone, params = self.zone, self.story.params
        self.told = min(params.slow_steps, self.story.steps)
        self.floor_y = zone.bottom + 1.75 * self.em
        headroom = zone.top - self.floor_y
        self.person_height = min(0.6 * headroom, 2.9)
        probe = Person(self.theme, "player", self.person_height).take(AIMING)
        shouts = [self.story.step(k).shout for k in range(self.told + 1)]
        sizes = [
            Bubble.extent(rows, self.theme, self.em) for rows in (*shouts, self.story.last_shout)
        ]
        wide, high = (max(sides) for sides in zip(*sizes, strict=True))
        self.shouts_from = NEAR_WALL * self.em
        for friends in (max(0.27 * zone.width, self.shouts_from + wide), BEHIND * self.em + wide):
            self.wall_x = zone.right - friends
            reach = probe.near_hand
            self._fit_to_scale(reach)
            target = self.on_wall(params.target_cm)[1] + 0.75 * self.em
            if target < zone.top - high - 0.2 * self.em:
                break  # the shouts have room above the target
            self.shouts_from = BEHIND * self.em
        self._player_x = float(self.hand[0] - reach[0])
        self._friend_x = self.wall_x + 0.62 * (zone.right - self.wall_x)

    def _fit_to_scale(self, reach: Point3D) -> None:
        """Choose the scale for a hand that is so far from the feet, and put the hand in place."""
        zone, distance = self.zone, self.story.params.distance_cm
        fits = self._scales_that_fit(float(reach[1]), zone.top - 0.12 - self.floor_y)
        widest = self.wall_x - zone.left - reach[0] - BACK * self.person_height
        self.scale = min(*fits, widest / distance)
        span = self.scale * distance
        self.to_scale = span >= NARROWEST * widest
        if not self.to_scale:
            span = widest
        self.hand = np.array([self.wall_x - span, self.floor_y + reach[1], 0.0])

    def _scales_that_fit(self, hand: float, headroom: float) -> tuple[float, float]:
        """Manim units a centimetre at which the sheet ends below the ceiling, above the floor."""
        low, high = (edge - self.story.params.hand_height_cm for edge in self.story.sheet)
        up = (headroom - hand) / high if high > 0 else np.inf
        down = (hand - 0.1) / -low if low < 0 else np.inf
        return up, down

    def on_wall(self, height: float) -> Point3D:
        """Return where a height in cm lies on the wall, or beyond its ends."""
        up = self.scale * (height - self.story.params.hand_height_cm)
        return np.array([self.wall_x, self.hand[1] + up, 0.0])

    def _dot_place(self) -> Point3D:
        place = self.on_wall(self.aim())
        place[1] = np.clip(place[1], self.floor_y, self.zone.top)
        return place

    def seen(self) -> bool:
        """Tell whether the dot is on the sheet, where the friend sees it."""
        low, high = self.story.sheet
        return low <= self.aim() <= high

    # -- what stands still -------------------------------------------------------------------

    def _build_walls(self) -> None:
        top = np.array([self.wall_x, self.zone.top, 0.0])
        floor = [np.array([x, self.floor_y, 0.0]) for x in (self.zone.left, self.zone.right)]
        self.floor = Path(self.theme, "quiet", 0.03, paint="rule", name="floor").through(*floor)
        foot = np.array([self.wall_x, self.floor_y, 0.0])
        self.wall = Path(self.theme, "quiet", 0.07, paint="wall", name="wall").through(foot, top)
        low, high = self.story.sheet
        self.sheet = Path(self.theme, "text", 0.14, paint="sheet", name="sheet")
        self.sheet.through(self.on_wall(low), self.on_wall(high))
        edges: list[tuple[Landmark, float]] = [(lambda: self.sheet.points[0], low)]
        self.rulers = (Ruler(1, [*edges, (lambda: self.sheet.points[-1], high)]),)
        y = self.floor_y - 0.95 * self.em
        ends = [np.array([x, y, 0.0]) for x in (self.hand[0], self.wall_x)]
        self.tape = VGroup(name="distance")
        label = self._label(self.story.distance, name="distance")
        label.move_to(0.5 * (ends[0] + ends[1]))
        for end, side in zip(ends, (-1, 1), strict=True):
            near = label.get_center() + np.array([side * (label.width / 2 + 0.5 * self.em), 0, 0])
            near[1] = y
            tick = np.array([0, 0.3 * self.em, 0])
            self.tape.add(
                Dashes(self.theme, "quiet", 0.018, dash=0.05).between(end, near),
                Path(self.theme, "quiet", 0.02).through(end - tick, end + tick),
            )
        self.tape.add(label)
        self.scale_note = VGroup()
        if not self.to_scale:
            note = self._label("not to scale", name="scale note")
            self.scale_note.add(note.move_to(label).align_to(self.floor, RIGHT))

    def _label(self, part: Any, name: str) -> Words:
        return Words(part, theme=self.theme, size=self.em, role="quiet", name=name)

    def _build_target(self) -> None:
        place = self.on_wall(self.story.params.target_cm)
        self.target = bullseye(self.theme, 0.62 * self.em)
        self.target.move_to(place + np.array([1.75 * self.em, 0, 0]))
        self.target_line = Dashes(self.theme, "target", 0.028, dash=0.06, name="target line")
        self.target_line.between(
            place + np.array([0.12, 0, 0]), self.target.get_left() - np.array([0.05, 0, 0])
        )
        for thing in (self.target, self.target_line):
            claim(thing, self, of="target", y=self.story.params.target_cm)

    # -- what follows the aim ------------------------------------------------------------------

    def _build_beam(self) -> None:
        self.pointer = Path(self.theme, "quiet", 0.05 * self.person_height, paint="pointer")
        self.pointer.name = "laser pointer"
        self.beam = Path(self.theme, "here", 0.03, name="beam")
        self.beam.set_stroke(self.theme.mark("here"), px(GLOW), 0.22, background=True)
        self.dot = dot(self.theme, "here", 0.105, name="laser dot")
        follow(self.pointer, lambda m: m.through(*self._pointer_ends()))
        follow(self.beam, lambda m: m.through(self._pointer_ends()[1], self._dot_place()))
        follow(
            self.dot,
            lambda m: m.move_to(self._dot_place()).set_opacity(1.0 if self.seen() else 0.0),
        )
        claim(self.dot, self, y=self.aim)
        self.level = Dashes(self.theme, "quiet", 0.016, dash=0.05, name="level line")
        start, end = self.hand + np.array([0.3, 0, 0]), self.hand.copy()
        end[0] = self.wall_x
        self.level.between(start, end)
        self.angle = follow(Path(self.theme, "quiet", 0.022, name="angle"), self._draw_angle)
        self.angle_name = VGroup()
        if abs(sum(map(self._side, (*self.story.tour, self.aim())))) == 3:
            name = Words(Math("a"), theme=self.theme, size=1.1 * self.em, role="quiet", name="a")
            self.angle_name.add(follow(name, self._place_angle_name))

    def _pointer_ends(self) -> tuple[Point3D, Point3D]:
        way = self._dot_place() - self.hand
        along = way / np.linalg.norm(way)
        length = self.person_height * along
        return self.hand - 0.02 * length, self.hand + 0.085 * length

    def _side(self, height: float) -> int:
        """Return 1 if a beam to this height goes clearly up, -1 if down, else 0."""
        rise = self.on_wall(height)[1] - self.hand[1]
        return int(np.sign(rise)) if abs(rise) > 0.03 * (self.wall_x - self.hand[0]) else 0

    def _place_angle_name(self, name: Words) -> None:
        """Keep to the side of the level line that the beam is not on."""
        across = 0.3 * float(self.wall_x - self.hand[0])
        name.move_to(self.hand + np.array([across, -0.6 * self._side(self.aim()) * self.em, 0.0]))

    def _draw_angle(self, line: Path) -> None:
        way = self._dot_place() - self.hand
        radius, turn = 0.3 * float(self.wall_x - self.hand[0]), np.arctan2(way[1], way[0])
        lost = radius * abs(turn) < GLOW  # in the beam's own glow
        turns = np.linspace(0, 0 if lost else turn, 24)
        rim = np.stack([np.cos(turns), np.sin(turns), 0 * turns], axis=1)
        line.through(*(self.hand + radius * rim))

    # -- the lens and the shouts ---------------------------------------------------------------

    def make_lens(self) -> Lens:
        """Return a lens that shows the heights around the target."""
        zone = self.zone
        radius = min(max(0.24 * zone.height, 4.2 * self.em), 0.5 * zone.height)
        across = 0.5 * (self.hand[0] + self.wall_x) + 0.06 * zone.width
        right = self.wall_x - 0.5
        radius = max(3.6 * self.em, min(radius, 0.5 * (right - self.hand[0]) - 0.05))
        center = np.array([min(across, right - radius), zone.top - radius - 0.02, 0])
        low, high = self.story.window
        return Lens(
            center,
            radius,
            (low, high),
            nice_ticks(low, high, int(1.6 * radius / (1.1 * self.em))),
            self.story.height,
            theme=self.theme,
            size=self.em,
        )

    def shout(self, rows: Shout) -> Bubble:
        """Return what the friend shouts."""
        mouth = self.friend.head_center + np.array([-0.02, 0.1, 0]) * self.person_height
        left = self.wall_x + self.shouts_from
        room = Zone(left, self.zone.bottom, self.zone.right, self.zone.top)
        return Bubble(rows, mouth, room, self.theme, self.em)

    def name_tags(self, *sights: Mobject) -> VGroup:
        """Return the words for what the picture shows, where the lines of sight leave room."""
        low, high = self.sheet.points[0], self.sheet.points[-1]
        ring, people = self.target, (self.player, self.friend)
        others = [*sights, self.floor, self.wall, *people, *self.scale_note]
        tags = (
            (
                "target",
                [(ring.get_top(), UP), (ring.get_bottom(), DOWN), (ring.get_right(), RIGHT)],
            ),
            ("sheet", [(high, LEFT), (low, LEFT), (high, UL), (low, DL), (high, UR)]),
        )
        found = VGroup()
        for name, places in tags:
            tag = self._label(name, name=f"{name} tag")
            if stands_free(tag, places, self.zone, [*others, *found]):
                found.add(tag)
        return found

    def outline(self) -> RoundedRectangle:
        """Return a frame around the whole game."""
        zone = self.zone.inset(-BORDER + 0.01)
        frame = RoundedRectangle(
            width=zone.width,
            height=zone.height,
            corner_radius=0.15,
            stroke_color=self.theme.mark("text"),
            stroke_width=px(0.02),
            fill_opacity=0,
            name="the game",
        )
        return frame.move_to(zone.center)

    def sight_of_player(self) -> VGroup:
        """Return the player's line of sight, which ends at the sheet, and the cross at its end."""
        goal = self.on_wall(self.story.params.target_cm) - np.array([0.16, 0, 0])
        eye = self.player.head_center + np.array([0.11 * self.person_height, 0, 0])
        line = Dashes(self.theme, "quiet", 0.022, dash=0.08, name="line of sight").between(
            eye, goal
        )
        reach = 0.3 * self.em
        cross = VGroup(name="cannot see")
        for slant in (1, -1):
            arm = np.array([reach, slant * reach, 0]) / 2
            cross.add(Path(self.theme, "text", 0.05).through(goal - arm, goal + arm))
        return VGroup(line, cross)

    def sight_of_friend(self) -> Dashes:
        """Return the friend's line of sight, which reaches the target."""
        goal = self.target.get_center()
        way = self.friend.head_center - goal
        along = way / np.linalg.norm(way)
        start = self.friend.head_center - 0.13 * self.person_height * along
        line = Dashes(self.theme, "target", 0.022, dash=0.08, name="line of sight")
        return line.between(start, goal + 0.75 * self.em * along)
