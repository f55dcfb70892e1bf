"""What follows a position on the half-pipe: its number, a dot, the tangent, a finger, the rope."""

from __future__ import annotations

import numpy as np
from manim import UP, Dot, ValueTracker, VGroup
from manim.typing import Point3D

from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_rider import Rider
from scenes.stage.claims import Quantity, claim, tells
from scenes.stage.marks import Dashes, Path, cased, dot, follow, px
from scenes.stage.tag import Tag
from scenes.stage.theme import Theme
from scenes.stage.words import Number

__all__ = ["Finger", "Marks", "Tow"]

NOTHING = 0.12  # Manim units: a lower bar could not be told from the curve


class Marks:
    """Marks that follow a position on the pipe.

    Attributes:
        light: 1 while the number stands on the axis, and hides the ticks' numbers near it.
        number: the position, on the axis.
        drop: from the axis to the snow.
        tangent: below the snow, as steep as it.
    """

    def __init__(self, pipe: Pipe, here: Quantity, theme: Theme) -> None:
        self.pipe, self.here, self.theme, self.em = pipe, here, theme, pipe.em
        self.light = ValueTracker(0.0)
        self.number = Number(
            pipe.story.passed(here()), theme=theme, size=self.em, role="here", bold=True,
            name="position on the axis",
        )  # fmt: skip
        follow(tells(self.number, here), lambda _: self._write())
        self.drop = follow(Dashes(theme, "here", 0.025, dash=0.05, name="drop line"), self._drop)
        self.tangent = follow(Path(theme, "gradient", 0.045, name="tangent"), self._lean)
        self._ticks = [(label[0], label.get_center()[0], label.width) for label in pipe.plot.labels]
        follow(pipe.plot.labels, lambda _: self._make_room())

    def probe(self) -> VGroup:
        """Return a dot on the snow, with a dark rim to tell it from the snow."""
        spot = dot(self.theme, "here", 0.095, name="dot on the cost curve")
        rim = Dot(radius=0.135, color=self.theme.mark("ground"))
        story = self.pipe.story
        claim(
            spot, self.pipe.plot, of="position", x=self.here,
            y=lambda: story.cost_at(self.here()),
        )  # fmt: skip
        return follow(VGroup(rim, spot), lambda m: m.move_to(self.pipe.at(self.here())))

    def leave(self, probe: VGroup) -> VGroup:
        """Let a probe stay where it is, wherever ``here`` goes."""
        cost = self.pipe.story.cost_at(self.here())
        claim(probe[1], self.pipe.plot, of="position", x=self.here(), y=cost)
        return probe.clear_updaters()

    def _inside(self) -> float:
        return float(self.pipe.shows(self.here()))

    def _write(self) -> None:
        self.number.say(self.pipe.story.passed(self.here()))
        half = self.number.advance * self.em / 2
        foot = self.pipe.below(self.here())
        self.number.stand_at(foot[0] - half, foot[1] - 1.2 * self.em)
        self.number.set_fill(opacity=self.light.get_value() * self._inside())

    def _make_room(self) -> None:
        """Hide the ticks' numbers that the position's number would touch."""
        self._write()
        shown = self.light.get_value() * self._inside()
        middle, width = self.number.get_center()[0], self.number.width
        for label, place, extent in self._ticks:
            touching = abs(place - middle) < 0.5 * (extent + width) + 0.15 * self.em
            opacity = 1 - shown * float(touching)
            if label.get_fill_opacity() != opacity:
                label.set_opacity(opacity)

    def _drop(self, line: Dashes) -> None:
        foot, target = self.pipe.below(self.here()), self.pipe.target
        line.between(foot, self.pipe.at(self.here()))
        on_target = abs(foot[0] - target.get_center()[0]) < 0.5 * target.width
        line.set_stroke(opacity=0.0 if on_target else self._inside())

    def _lean(self, line: Path) -> None:
        """Lead through the point of contact, as far as the stage reaches."""
        params, place = self.pipe.story.params, self.pipe.at(self.here())
        inside = float(np.clip(self.here(), params.left_cm, params.right_cm))
        angle = self.pipe.tilt(self.pipe.story.slope_at(inside))
        way = 0.95 * self.pipe.rider_height * np.array([np.cos(angle), np.sin(angle), 0])
        line.through(self._cut(place, -way), self._cut(place, way))

    def _cut(self, place: Point3D, way: Point3D) -> Point3D:
        """Shorten a way so that it stays on the stage and above the axis."""
        zone, share = self.pipe.zone, 1.0
        low = np.array([zone.left, self.pipe.inner.bottom]) + 0.03
        high = np.array([zone.right, zone.top]) - 0.03
        for axis in (0, 1):
            if way[axis]:
                limit = high[axis] if way[axis] > 0 else low[axis]
                share = min(share, (limit - place[axis]) / way[axis])
        return place + max(share, 0.0) * way


class Finger:
    """A finger on the axis, and the cost above it, on a price tag.

    Attributes:
        hand: the finger.
        bar: from cost zero up to the snow.
        tag: the cost, beside the bar's upper end.
    """

    def __init__(self, pipe: Pipe, here: Quantity, theme: Theme) -> None:
        self.pipe, self.here, self.theme, self.em = pipe, here, theme, pipe.em
        self.hand = follow(self._hand(), self._point)
        self.bar = Path(theme, "cost", 0.09, name="cost bar")
        follow(self.bar, self._rise)
        claim(
            self.bar, pipe.plot, of="cost", x=here, y=lambda: [0.0, pipe.story.cost_at(here())]
        )  # fmt: skip
        self.cost = Number(
            pipe.story.cost_now(here()), theme=theme, size=1.1 * self.em, role="cost", bold=True,
            name="cost above the finger",
        )  # fmt: skip
        tells(self.cost, here)
        self.tag = Tag(self.cost, theme=theme, size=self.em, name="price tag")
        follow(self.tag, lambda _: self._price())

    def _hand(self) -> VGroup:
        """A hand from below, its index finger up: strokes side by side, a sleeve under them."""
        em, hand = self.em, VGroup(name="finger")
        sleeve = Path(self.theme, "text", 0.34 * em, paint="player")
        hand.add(sleeve.through(*(np.array([x * em, -0.92 * em, 0]) for x in (0.12, 0.66))))
        fingers = ((0.0, 0.0, 0.3), (0.28, -0.46, 0.28), (0.54, -0.5, 0.27), (0.79, -0.57, 0.25))
        for across, top, thickness in fingers:
            ends = [np.array([across * em, y * em, 0]) for y in (top, -0.76)]
            gap = Path(self.theme, "ground", (thickness + 0.06) * em)
            finger = Path(self.theme, "text", thickness * em, paint="skin")
            hand.add(gap.through(*ends), finger.through(*ends))
        thumb = Path(self.theme, "text", 0.2 * em, paint="skin shade")
        return hand.add(thumb.through(np.array([0, -0.68, 0]) * em, np.array([0.4, -0.6, 0]) * em))

    def _point(self, hand: VGroup) -> None:
        foot = self.pipe.below(self.here())
        tip = np.array([foot[0], self.pipe.lane + 0.42 * self.em, 0])
        hand.shift(tip - hand[2].get_start())

    def _rise(self, bar: Path) -> None:
        low, top = self._bar()
        bar.through(low, top).set_stroke(opacity=float(top[1] - low[1] > NOTHING))

    def _bar(self) -> tuple[Point3D, Point3D]:
        top = self.pipe.at(self.here())
        return np.array([top[0], self.pipe.level, 0]), top

    def _price(self) -> None:
        """Hang in the air beside the snow, toward the middle."""
        self.cost.say(self.pipe.story.cost_now(self.here()))
        width = self.cost.advance * self.cost.size
        inward = self.pipe.downhill(self.here()) * (0.5 * width + 0.75 * self.em)
        place = self.pipe.at(self.here())
        up = self.pipe.depth + 0.7 * self.em
        self.cost.stand_at(place[0] + inward - width / 2, place[1] + up)
        self.tag.fit()

    def ghost(self) -> Path:
        """Return the cost as a bar that stays."""
        x, cost = self.here(), self.pipe.story.cost_at(self.here())
        bar = Path(self.theme, "cost", 0.06, name="cost that was read").through(*self._bar())
        bar.set_stroke(self.theme.faint("cost", 0.55), px(0.06), self.bar.get_stroke_opacity())
        return claim(bar, self.pipe.plot, of="cost", x=x, y=[0.0, cost])


class Tow:
    """A post on the edge of the pipe, and a rope from its top to the rider's mitten."""

    def __init__(self, pipe: Pipe, rider: Rider, right: bool, theme: Theme) -> None:
        zone, height = pipe.zone, pipe.rider_height
        rim = pipe.front[-1 if right else 0]
        edge = zone.right if right else zone.left
        foot = np.array([edge + (rim[0] - edge) * 0.35, rim[1] + 0.5 * pipe.depth, 0])
        top = foot + 0.62 * height * UP
        post = Path(theme, "text", 0.05 * height, paint="pointer", name="post").through(foot, top)
        wheel = Dot(top, radius=0.065 * height, color=theme.paint("rim"))
        self.post = VGroup(post, wheel, name="tow")
        mitten = rider.mittens[0 if right else 1]
        rope = cased(Path(theme, "quiet", 0.022, name="rope"), theme)
        self.rope = follow(rope, lambda m: m.through(top, mitten.get_center()))
