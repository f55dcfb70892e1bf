"""What follows a position in the half-pipe: finger, numbers, cost, tangent, arrows, the tow rope."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, UP, Dot, RoundedRectangle, ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.halfpipe import Halfpipe, Step
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_rider import Rider
from scenes.stage.marks import Arrow, Dashes, Path, dot, px
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Number, Words

__all__ = ["ArrowField", "Finger", "Lane", "Marks", "Tow"]


class Marks:
    """Marks that follow a position on the pipe.

    Attributes
    ----------
        light: 1 while the number stands on the axis, which then hides the ticks' numbers near it.
        number: the position, on the axis.
        drop: from the axis to the snow.
        dot: on the snow.
        tangent: below the snow, as steep as it.
    """

    def __init__(self, pipe: Pipe, here: ValueTracker, theme: Theme) -> None:
        self.pipe, self.here, self.theme, self.em = pipe, here, theme, pipe.em
        self.light = ValueTracker(0.0)
        reading = pipe.story.passed(here.get_value())
        self.number = Number(
            reading, theme=theme, size=self.em, role="here", bold=True, name="position on the axis"
        )
        self.drop = Dashes(theme, "here", 0.025, dash=0.05, name="drop line")
        self.dot = dot(theme, "here", 0.095, name="dot on the cost curve")
        self.tangent = Path(theme, "gradient", 0.045, name="tangent")
        self.number.add_updater(lambda _: self._write())
        self.drop.add_updater(lambda _: self._drop())
        self.dot.add_updater(lambda _: self.dot.move_to(pipe.at(here.get_value())))
        self.tangent.add_updater(lambda _: self._lean())
        pipe.plot.labels.add_updater(lambda _: self._make_room())
        for mark in (self.number, self.drop, self.dot, self.tangent):
            mark.update()

    def _inside(self) -> float:
        return float(self.pipe.shows(self.here.get_value()))

    def _write(self) -> None:
        position = self.here.get_value()
        self.number.say(self.pipe.story.passed(position))
        half = self.number.advance * self.em / 2
        foot = self.pipe.below(position)
        self.number.stand_at(foot[0] - half, foot[1] - 1.2 * self.em)
        self.number.set_fill(opacity=self.light.get_value() * self._inside())

    def _make_room(self) -> None:
        """Hide the ticks' numbers that the position's number would touch."""
        shown = self.light.get_value() * self._inside()
        for label in self.pipe.plot.labels:
            apart = abs(label.get_center()[0] - self.number.get_center()[0])
            touching = 0.5 * (label.width + self.number.width) + 0.15 * self.em
            near = np.clip(1 - (apart - touching) / (0.4 * self.em), 0, 1)
            label.set_opacity(float(1 - shown * near))

    def _drop(self) -> None:
        position = self.here.get_value()
        self.drop.between(self.pipe.below(position), self.pipe.at(position))
        self.drop.set_stroke(opacity=self._inside())

    def _lean(self) -> None:
        """Lead through the point of contact, as far as the section of the snow reaches."""
        place = self.pipe.at(self.here.get_value())
        slope = self.pipe.story.slope_at(self._clipped())
        angle = self.pipe.tilt(slope)
        way = np.array([np.cos(angle), np.sin(angle), 0])
        reach = 0.95 * self.pipe.rider_height
        ends = [self._cut(place, sign * reach * way) for sign in (-1, 1)]
        self.tangent.through(*ends)

    def _clipped(self) -> float:
        params = self.pipe.story.params
        return float(np.clip(self.here.get_value(), params.left_cm, params.right_cm))

    def _cut(self, place: Point3D, way: Point3D) -> Point3D:
        """Shorten a way so that it stays on the stage and above the axis."""
        zone, share = self.pipe.zone, 1.0
        for axis, low, high in (
            (0, zone.left, zone.right), (1, self.pipe.inner.bottom + 0.03, zone.top),
        ):  # fmt: skip
            if way[axis] < 0:
                share = min(share, (low - place[axis]) / way[axis])
            elif way[axis] > 0:
                share = min(share, (high - place[axis]) / way[axis])
        return place + max(share, 0.0) * way

    def ghost(self) -> Dot:
        """Return a faint dot where the position is now; it stays."""
        place = self.pipe.at(self.here.get_value())
        return Dot(place, radius=0.075, color=self.theme.faint("here", 0.62), name="ghost")


class Finger:
    """A finger on the axis, and the cost above it.

    Attributes
    ----------
        hand: the finger.
        bar: from cost zero up to the snow.
        cost: the number beside its upper end.
    """

    def __init__(self, pipe: Pipe, marks: Marks, theme: Theme) -> None:
        self.pipe, self.here, self.theme, self.em = pipe, marks.here, theme, pipe.em
        self.hand = self._hand()
        self.bar = Path(theme, "cost", 0.09, name="cost")
        story = pipe.story
        self.cost = Number(
            story.cost(self.here.get_value()), theme=theme, size=1.15 * self.em, role="cost",
            bold=True, name="cost above the finger",
        )  # fmt: skip
        self.hand.add_updater(lambda _: self._point())
        self.bar.add_updater(lambda _: self._rise())
        self.cost.add_updater(lambda _: self._write())
        for part in (self.hand, self.bar, self.cost):
            part.update()

    def _hand(self) -> VGroup:
        em, skin, shade = self.em, self.theme.paint("skin"), self.theme.paint("skin shade")
        finger = Path(self.theme, "text", 0.34 * em, paint="skin")
        finger.through(np.zeros(3), -0.75 * em * UP)
        nail = Path(self.theme, "text", 0.15 * em, paint="glint").through(0.02 * em * UP, -0.08 * em * UP)
        nail.set_stroke(opacity=0.7)
        fist = RoundedRectangle(
            width=1.05 * em, height=0.5 * em, corner_radius=0.2 * em, fill_color=skin,
            fill_opacity=1, stroke_width=0,
        ).move_to(np.array([0.28 * em, -0.86 * em, 0]))  # fmt: skip
        folds = VMobject(stroke_color=shade, stroke_width=px(0.04 * em))
        for across in (0.28, 0.54):
            top = np.array([across * em, -0.66 * em, 0])
            folds.append_points(np.linspace(top, top - 0.3 * em * UP, 4))
        return VGroup(finger, nail, fist, folds, name="finger")

    def _point(self) -> None:
        foot = self.pipe.below(self.here.get_value())
        tip = np.array([foot[0], self.pipe.lane + 0.52 * self.em, 0])
        self.hand.shift(tip - (self.hand[0].get_top()))

    def _rise(self) -> None:
        top = self.pipe.at(self.here.get_value())
        low = np.array([top[0], self.pipe.level, 0])
        self.bar.through(low, top)

    def _write(self) -> None:
        """Stand in the air beside the snow, toward the middle."""
        position = self.here.get_value()
        self.cost.say(self.pipe.story.cost(position))
        width = self.cost.advance * self.cost.size
        inward = self.pipe.downhill(position) * (0.5 * width + 0.3 * self.em)
        place = self.pipe.at(position)
        self.cost.stand_at(
            place[0] + inward - width / 2, place[1] + self.pipe.depth + 0.25 * self.em
        )

    def ghost(self) -> VGroup:
        """Return the cost as a bar that stays."""
        bar = self.bar.copy().clear_updaters()
        bar.set_stroke(self.theme.faint("cost", 0.55), px(0.06))
        return VGroup(bar, name="cost that was read")


class Lane:
    """The lane below the axis: arrows along the positions."""

    def __init__(self, pipe: Pipe, story: Halfpipe, theme: Theme) -> None:
        self.pipe, self.story, self.theme, self.em = pipe, story, theme, pipe.em

    def place(self, position: float) -> Point3D:
        """Return where a position belongs in the lane, or the end of the stage beyond it."""
        zone, inner = self.pipe.zone, self.pipe.inner
        across = inner.left + float(self.pipe.plot.x.share(position)) * inner.width
        return np.array([np.clip(across, zone.left, zone.right), self.pipe.lane, 0])

    def uphill(self, step: Step) -> Arrow:
        """Return the slope as an arrow: uphill, the largest one as long as there is room."""
        zone, start = self.pipe.zone, self.place(self.story.params.start_cm)[0]
        room = min(start - zone.left, zone.right - start, 0.9 * self.pipe.rider_height)
        largest = max(abs(self.story.step(k).slope.value) for k in range(self.story.told + 1))
        tail = self.place(step.position.value)
        tip = tail + room * step.slope.value / (largest or 1.0) * RIGHT
        return Arrow(self.theme, "gradient", 0.09, name="slope arrow").between(tail, tip)

    def step(self, now: Step, then: Step) -> VGroup:
        """Return the step as it is, and how far it goes where there is room to say so."""
        tail, tip = self.place(now.position.value), self.place(then.position.value)
        arrow = Arrow(self.theme, "step", 0.09, name="step arrow").between(tail, tip)
        words = Words(now.move, theme=self.theme, size=self.em, role="step", bold=True, name="step")
        room = words.width / 2 + 0.35 * self.em
        way = 1.0 if now.move.value >= 0 else -1.0
        for end, side in ((tip, way), (tail, -way)):
            center = float(end[0] + side * room)
            if self.pipe.zone.left + room <= center <= self.pipe.zone.right - room:
                return VGroup(arrow, words.move_to(np.array([center, self.pipe.lane, 0])))
        return VGroup(arrow)

    def both_sides(self) -> tuple[VGroup, VGroup]:
        """Return the slope as an arrow along the snow on either side, and the same turned round."""
        size, uphill, downhill = self.pipe.rider_height, VGroup(), VGroup()
        left, _, _, right = self.story.tour
        for position in (left, right):
            angle = self.pipe.tilt(self.story.slope_at(position))
            way = np.sign(angle) * np.array([np.cos(angle), np.sin(angle), 0])
            lift = 0.3 * size * np.array([-np.sin(angle), np.cos(angle), 0])
            low, high = (self.pipe.at(position) + lift + s * 0.4 * size * way for s in (-1, 1))
            up = Arrow(self.theme, "gradient", 0.1, name="slope, uphill").between(low, high)
            down = Arrow(self.theme, "step", 0.1, name="step, downhill").between(high, low)
            uphill.add(up)
            downhill.add(down)
        return uphill, downhill

    def error(self, position: float) -> VGroup:
        """Return k under the target, x under a position, and the error from one to the other."""
        ends = (self.story.params.target_cm, position)
        roles: tuple[Role, Role] = ("target", "here")
        letters = VGroup(
            *(
                Words((Math(name), role), theme=self.theme, size=1.2 * self.em, name=name)
                for name, role in zip("kx", roles, strict=True)
            )
        )
        for letter, end in zip(letters, ends, strict=True):
            letter.move_to(self.place(end))
        way = np.sign(position - ends[0]) * 0.65 * self.em * RIGHT
        arrow = Arrow(self.theme, "gradient", 0.07, name="error")
        return VGroup(arrow.between(self.place(ends[0]) + way, self.place(ends[1]) - way), letters)


class ArrowField:
    """Steps all along the pipe, each as long as it would be from there; they come as ``here`` passes."""

    def __init__(self, pipe: Pipe, here: ValueTracker, theme: Theme) -> None:
        self.pipe, self.here = pipe, here
        self.starts, self.moves = pipe.story.arrows
        self.arrows = VGroup(
            *(Arrow(theme, "step", 0.07, name="step from here") for _ in self.starts),
            name="steps along the pipe",
        )
        self.arrows.add_updater(lambda _: self._grow())
        self.arrows.update()

    def _grow(self) -> None:
        zone, params = self.pipe.zone, self.pipe.story.params
        unit = self.pipe.inner.width / params.width_cm
        passed = (self.here.get_value() - self.starts) / (0.06 * params.width_cm)
        for arrow, start, move, share in zip(
            self.arrows, self.starts, self.moves, np.clip(passed, 0, 1), strict=True
        ):
            tail = self.pipe.at(float(start))
            across = np.clip(tail[0] + share * unit * move, zone.left, zone.right)
            arrow.between(tail, np.array([across, tail[1], 0]))


class Tow:
    """A post on the edge of the pipe, and a rope from its top to the rider's hand."""

    def __init__(self, pipe: Pipe, rider: Rider, right: bool, theme: Theme) -> None:
        zone, height = pipe.zone, pipe.rider_height
        rim = pipe.front[-1 if right else 0]
        edge = zone.right if right else zone.left
        foot = np.array([edge + (rim[0] - edge) * 0.35, rim[1] + 0.5 * pipe.depth, 0])
        top = foot + 0.62 * height * UP
        post = Path(theme, "text", 0.05 * height, paint="pointer", name="post").through(foot, top)
        wheel = Dot(top, radius=0.065 * height, color=theme.paint("rim"))
        self.post = VGroup(post, wheel, name="tow")
        self.rope = Path(theme, "quiet", 0.022, name="rope")
        self.rope.add_updater(lambda m: m.through(top, rider.hand))
        self.rope.update()
