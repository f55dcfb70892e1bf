"""The cost curve of the laser game, with the dot on it, its slope and its steps."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UL, UR, Dot, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.laser import Laser, Step
from gdmath.experiments.reading import Reading
from scenes.stage.claims import Floats, Quantity, claim, stay_in
from scenes.stage.labels import stands_free
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import RIM, Arrow, Dashes, Mark, Path, dot, follow
from scenes.stage.plot import Axis, Plot
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Words

__all__ = ["CostView"]

LINE = 0.05  # thickness of the curve
ARROW = 0.08  # thickness of the arrows below it
LANE = 0.36  # height that they need
SLOPE = 0.33  # share of the plot's height that the tangent reaches to both sides


class CostView:
    """The cost curve with the dot on it.

    Attributes:
        dot, drop, tangent: follow the aim.
    """

    def __init__(
        self, story: Laser, aim: Quantity, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.aim, self.theme, self.em = story, aim, theme, layout.small
        self.told = min(story.params.slow_steps, story.steps)
        heights, costs = story.curve
        low, high = story.cost_window
        target, miss = story.params.target_cm, story.first_miss
        self.radius = 0.36 * self.em
        room = self.radius + RIM / 2
        left, right = zone.left + room, zone.right - room
        self.zone, self.lane = zone, zone.bottom + LANE / 2
        self.plot = Plot(
            Zone(left, zone.bottom + LANE + 0.1 * self.em, right, zone.top - 1.5 * self.em),
            Axis(low, high, [target - miss, target, target + miss], self._tick),
            Axis(0.0, float(costs.max())),
            theme=theme,
            size=self.em,
            y_line=False,
            name="cost plot",
        )
        stay_in(self.plot, zone)
        self.heading = Words(
            "cost ", Math('J = "error"^2'),
            theme=theme, size=layout.body, role="cost", name="heading",
        )  # fmt: skip
        self.heading.stand_at(zone.left, zone.top - 0.8 * layout.body)
        self.curve = self.plot.curve(heights, costs, "cost", LINE, "cost curve", of="cost")
        self.dot = dot(theme, "here", self.radius, name="dot on the cost curve")
        claim(follow(self.dot, self._follow), self.plot, x=aim, y=lambda: story.cost_at(aim()))
        self.ghosts = VMobject(name="ghosts on the curve")
        self.drop = Dashes(theme, "here", 0.02, dash=0.05, name="drop line")
        follow(self.drop, self._drop)
        self.tangent = follow(Path(theme, "gradient", 0.05, name="tangent"), self._lean)
        claim(
            self.tangent, self.plot, of="gradient",
            x=lambda: self._touching()[0], y=lambda: self._touching()[1],
        )  # fmt: skip

    def _tick(self, value: float) -> tuple[Reading, Role]:
        if value == self.story.params.target_cm:
            return self.story.target, "target"
        return self.story.height(value), "quiet"

    def _shown(self, height: float) -> float:
        """The height, or the end of the plot that is nearest to it."""
        return float(np.clip(height, self.plot.x.low, self.plot.x.high))

    def place(self) -> Point3D:
        """Return where the dot belongs, at the rim of the plot if the aim is beyond it."""
        height = self._shown(self.aim())
        return self.plot.at(height, self.story.cost_at(height))

    def value_label(self, step: Step) -> Words:
        """Return the cost beside the dot, or if it is too wide between the curve's ends."""
        words = Words(
            step.cost, theme=self.theme, size=self.em, role="cost", bold=True, name="cost value"
        )
        place, target = self.place(), self.story.params.target_cm
        sides = (UL, UR) if self.aim() > target else (UR, UL)
        top = self.plot.at(target, self.plot.y.high)
        places = [*((place, side) for side in sides), (top, DOWN)]
        stands_free(words, places, self.zone, [self.curve])
        return words

    def _seen(self) -> bool:
        return self.plot.shows(self.aim(), self.story.cost_at(self.aim()))

    def _follow(self, mark: Dot) -> None:
        mark.move_to(self.place()).set_opacity(float(self._seen()))

    def _drop(self, line: Dashes) -> None:
        top = self.place() - np.array([0, self.radius, 0])
        bottom = self.plot.inner.bottom
        line.between(np.array([top[0], bottom, 0]), top)
        line.set_stroke(opacity=float(self._seen() and top[1] > bottom))

    def _touching(self) -> tuple[Floats, Floats]:
        """The tangent's two ends, heights in cm and costs in cm², within the plot."""
        height, top = self._shown(self.aim()), self.plot.y.high
        slope, cost = self.story.gradient_at(height), self.story.cost_at(height)
        across = self.plot.inner.width / (self.plot.x.high - self.plot.x.low)
        up = self.plot.inner.height / top
        reach = SLOPE * self.plot.inner.height / np.hypot(across, up * slope)
        left, right = self.plot.x.low - height, self.plot.x.high - height
        if slope:
            down, up_to = sorted((-cost / slope, (top - cost) / slope))
            left, right = max(left, down), min(right, up_to)
        ways = np.array([max(-reach, left), min(reach, right)])
        return height + ways, cost + slope * ways

    def _lean(self, line: Path) -> None:
        line.through(*self.plot.places(*self._touching()))
        line.set_stroke(opacity=float(self._seen()))

    def _on_lane(self, height: float) -> Point3D:
        return np.array([self.plot.at(height, 0)[0], self.lane, 0.0])

    def step_label(self, now: Step, arrow: Arrow) -> VGroup:
        """Return how far the step goes, ahead of its arrow or else behind, if there is room."""
        words = Words(
            now.move, theme=self.theme, size=self.em, role="step", bold=True, name="step length"
        )
        ahead = RIGHT if now.move.value > 0 else LEFT
        for end, side in ((arrow.tip, ahead), (arrow.tail, -ahead)):
            words.next_to(end, side, buff=0.35 * self.em)
            if self.zone.holds(words):
                return VGroup(words)
        return VGroup()

    def uphill_arrow(self, step: Step) -> Arrow:
        """Return the gradient as an arrow: uphill, the largest one as long as the plot has room."""
        first, axis = self.story.step(0).height.value, self.plot.x
        room = min(first - axis.low, axis.high - first)
        largest = max(abs(self.story.step(k).gradient.value) for k in range(self.told + 1))
        start = self._shown(step.height.value)
        end = start + room * step.gradient.value / (largest or 1.0)
        beyond = end - self._shown(end)  # at the plot's rim it ends there
        return self._arrow(start - beyond, end - beyond, "gradient")

    def step_arrow(self, now: Step, then: Step) -> Arrow:
        """Return the step as it is, along the axis."""
        return self._arrow(self._shown(now.height.value), self._shown(then.height.value), "step")

    def _arrow(self, start: float, end: float, role: Role) -> Arrow:
        """Return an arrow below the axis; role and quantity have one name."""
        arrow = Arrow(self.theme, role, ARROW, name=f"{role} arrow")
        arrow.between(self._on_lane(start), self._on_lane(end))
        return claim(arrow, self.plot, of=role, x=[start, end])

    @property
    def everything(self) -> tuple[VMobject, ...]:
        """All of it, for taking it away."""
        return self.plot, self.heading, self.curve, self.dot, self.drop, self.ghosts

    def leave_ghost(self) -> Mark:
        """Return a faint dot where the dot is now; it stays."""
        ghost = self.dot.copy().clear_updaters().scale(0.5).set_color(self.theme.faint("here", 0.6))
        height = self.aim()
        self.ghosts.add(
            claim(ghost, self.plot, of="height", x=height, y=self.story.cost_at(height))
        )
        return ghost
