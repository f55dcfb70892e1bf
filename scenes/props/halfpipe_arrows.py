"""The half-pipe's arrows: slopes and steps, in the lane below the axis and along the snow."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, VGroup, VMobject
from manim.typing import Point3D, Vector3D

from gdmath.experiments.halfpipe import Step
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_rider import Rider
from scenes.stage.claims import Quantity, claim
from scenes.stage.marks import Arrow, cased, follow, px
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Words

__all__ = ["ArrowField", "Lane", "guesses", "ways_of_the_slope"]

THICKNESS = 0.09


class Lane:
    """The lane below the axis: arrows along the positions."""

    def __init__(self, pipe: Pipe, theme: Theme) -> None:
        self.pipe, self.story, self.theme, self.em = pipe, pipe.story, theme, pipe.em

    def place(self, position: float) -> Point3D:
        """Return where a position belongs in the lane, or the end of the stage beyond it."""
        inner = self.pipe.inner
        across = inner.left + float(self.pipe.plot.x.share(self._clipped(position))) * inner.width
        return np.array([across, self.pipe.lane, 0])

    def _clipped(self, position: float) -> float:
        return float(np.clip(position, *self.pipe.ends()))

    def uphill(self, step: Step) -> Arrow:
        """Return the slope as an arrow: uphill, all on one scale, as long as there is room."""
        scale = min(self._room(self.story.step(k)) for k in range(self.story.told))
        tail = self.place(step.position.value)
        tip = tail + (scale * step.slope.value if step.slope.value else 0.0) * RIGHT
        arrow = Arrow(self.theme, "gradient", THICKNESS, name="slope arrow").between(tail, tip)
        return claim(arrow, self.pipe.plot, of="slope", x=[step.position.value, np.nan])

    def _room(self, step: Step) -> float:
        """The room uphill of a step's start, in Manim units to one of its slope."""
        if step.slope.value == 0:
            return np.inf
        zone, start = self.pipe.zone, float(self.place(step.position.value)[0])
        room = zone.right - start if step.slope.value > 0 else start - zone.left
        return min(room, 0.9 * self.pipe.rider_height) / abs(step.slope.value)

    def step(self, now: Step, then: Step) -> VGroup:
        """Return the step as it is, and how far it goes where there is room to say so."""
        ends = [self._clipped(step.position.value) for step in (now, then)]
        tail, tip = map(self.place, ends)
        arrow = Arrow(self.theme, "step", THICKNESS, name="step arrow").between(tail, tip)
        claim(arrow, self.pipe.plot, of="step", x=ends)
        words = Words(now.move, theme=self.theme, size=self.em, role="step", bold=True, name="step")
        room = words.width / 2 + 0.35 * self.em
        way = 1.0 if now.move.value >= 0 else -1.0
        for end, side in ((tip, way), (tail, -way)):
            center = float(end[0] + side * room)
            if self.pipe.zone.left + room <= center <= self.pipe.zone.right - room:
                return VGroup(arrow, words.move_to(np.array([center, self.pipe.lane, 0])))
        return VGroup(arrow)

    def error(self, position: float) -> VGroup:
        """Return the error from k, under the target, to x, under a position; and k and x.

        Each letter has beside it what it stands for, where there is room.
        """
        target = self.story.params.target_cm
        ends = [self.place(end) for end in (target, position)]
        way = float(np.sign(position - target)) * RIGHT
        gap = 0.65 * self.em * way
        arrow = Arrow(self.theme, "gradient", 0.07, name="error")
        arrow.between(ends[0] + gap, ends[1] - gap)
        letters = VGroup(
            *self._named("k", "the target", "target", ends[0], -way),
            *self._named("x", "you", "here", ends[1], way),
        )
        return VGroup(claim(arrow, self.pipe.plot, of="error"), letters)

    def _named(
        self, letter: str, meaning: str, role: Role, place: Point3D, side: Vector3D
    ) -> list[Words]:
        """Return a letter at a place, and what it means to one side of it."""
        sign = Words((Math(letter), role), theme=self.theme, size=1.2 * self.em, name=letter)
        sign.move_to(place)
        words = Words(meaning, theme=self.theme, size=self.em, role=role, name=meaning)
        beside = sign.get_edge_center(side) + 0.35 * self.em * side
        words.stand_at(beside[0], sign.baseline[1], "left" if side[0] > 0 else "right")
        return [sign, words] if self.pipe.zone.holds(words) else [sign]


class ArrowField:
    """Steps all along the pipe, as long as they are there; they come as ``here`` passes.

    Attributes:
        arrows: the steps.
        rims: dark rims that tell the arrows from the snow, to be drawn below them.
    """

    def __init__(self, pipe: Pipe, here: Quantity, theme: Theme) -> None:
        self.pipe, self.here = pipe, here
        self.starts, self.moves = pipe.story.arrows
        self.arrows = VGroup(name="steps along the pipe")
        self.rims = VMobject(
            stroke_color=theme.mark("ground"), stroke_width=px(0.07), fill_opacity=0, name="rims"
        )
        for number, start in enumerate(self.starts):
            arrow = Arrow(theme, "step", 0.06, name="step from here")
            claim(
                arrow, pipe.plot, of="step", x=lambda n=number: self._ends(n),  # type: ignore[misc]
                y=pipe.story.cost_at(float(start)),
            )  # fmt: skip
            self.arrows.add(arrow)
        follow(self.arrows, lambda _: self._grow())

    def rest(self) -> VGroup:
        """Let the arrows be as they are from now on, wherever ``here`` goes."""
        self.arrows.clear_updaters()
        for number, arrow in enumerate(self.arrows):
            cost = self.pipe.story.cost_at(float(self.starts[number]))
            claim(arrow, self.pipe.plot, of="step", x=self._ends(number), y=cost)
        return self.arrows

    def _ends(self, number: int) -> tuple[float, float]:
        """Tail and tip in cm; the tip as far as it has grown and as the stage reaches."""
        start = float(self.starts[number])
        passed = (self.here() - start) / (0.06 * self.pipe.story.params.width_cm)
        tip = start + float(np.clip(passed, 0, 1) * self.moves[number])
        return start, float(np.clip(tip, *self.pipe.ends()))

    def _grow(self) -> None:
        for number, arrow in enumerate(self.arrows):
            start, tip = self._ends(number)
            cost = self.pipe.story.cost_at(start)
            arrow.between(self.pipe.plot.at(start, cost), self.pipe.plot.at(tip, cost))
        self.rims.points = np.concatenate([arrow.points for arrow in self.arrows])


def guesses(pipe: Pipe, rider: Rider, theme: Theme) -> VGroup:
    """Return two arrows along the snow, to the left and to the right of a rider."""
    foot, size = rider.footing(), rider.size
    along = np.array([np.cos(foot.angle), np.sin(foot.angle), 0])
    start = foot.place + 0.2 * size * np.array([-along[1], along[0], 0])
    arrows = VGroup(name="guesses")
    # As far as the stage reaches, and equally far: the longer one would look like the answer.
    room = min(start[0] - pipe.zone.left, pipe.zone.right - start[0]) / along[0]
    tip = min(0.78 * size, room - 0.05)
    tail = min(0.36 * size, tip - 0.2 * size)
    for side, name in ((-1, "left?"), (1, "right?")):
        arrow = cased(Arrow(theme, "step", 0.1, name=name), theme)
        arrow.between(start + side * tail * along, start + side * tip * along)
        arrows.add(claim(arrow, pipe.plot, of="step"))
    return arrows


def ways_of_the_slope(pipe: Pipe, theme: Theme) -> tuple[VGroup, VGroup]:
    """Return arrows along the snow on either side: uphill as the slope, and turned round."""
    size, uphill, downhill = pipe.rider_height, VGroup(), VGroup()
    left, _, _, right = pipe.story.tour
    for position in (left, right):
        angle = pipe.tilt(pipe.story.slope_at(position))
        way = np.sign(angle) * np.array([np.cos(angle), np.sin(angle), 0])
        lift = 0.36 * size * np.array([-np.sin(angle), np.cos(angle), 0])
        low, high = (pipe.at(position) + lift + s * 0.36 * size * way for s in (-1, 1))
        up = Arrow(theme, "gradient", 0.1, name="slope, uphill").between(low, high)
        down = Arrow(theme, "step", 0.1, name="step, downhill").between(high, low)
        uphill.add(claim(up, pipe.plot, of="slope"))
        downhill.add(claim(down, pipe.plot, of="step"))
    return uphill, downhill
