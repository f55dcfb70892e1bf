"""What the laser film shows of its numbers: the lens, the cost curve, the progress by step."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, UR, Dot, Polygon, ValueTracker, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.experiments.laser import Laser, Step
from gdmath.experiments.reading import Reading
from scenes.props.laser_room import LaserRoom
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Arrow, Dashes, Path, bullseye, dot, follow
from scenes.stage.plot import Axis, Beads, Growing, Plot, nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Part, Words

__all__ = ["CostView", "LensView", "ProgressView"]

STEP, ARROW, LABEL, GUESS = (
    0.11,
    0.25,
    0.38,
    0.52,
)  # where things stand in the lens, in radii from the strip


class LensView:
    """The lens over the sheet, with target, dot, error and the steps that were made.

    Attributes:
        still: the glass, its scale and the target.
        dot, arrow: follow the aim.
        ghosts: where the dot has been.
    """

    def __init__(self, room: LaserRoom, layout: Layout, theme: Theme) -> None:
        self.story, self.aim, self.theme, self.em = room.story, room.aim, theme, layout.small
        self.lens = room.make_lens()
        center = room.on_wall(self.story.params.target_cm)
        self.beams = self.lens.beams(center - np.array([0.08, 0, 0]), 0.1)
        self.target_at = self.lens.at(self.story.params.target_cm)
        mark = bullseye(theme, 0.3 * self.em).move_to(self.target_at)
        line = Dashes(theme, "target", 0.03, dash=0.05, name="target level")
        line.between(self.target_at + np.array([0.1, 0, 0]), self._target_at(0.55))
        self.still = VGroup(self.lens, line, mark)
        self.dot = dot(theme, "here", 0.3 * self.em, name="dot in the lens")
        follow(self.dot, self._follow)
        self.arrow = Arrow(theme, "gradient", 0.055, name="error arrow")
        follow(self.arrow, lambda m: m.between(self._target_at(ARROW), self._aim_at(ARROW)))
        self.ghosts = VGroup(name="ghosts in the lens")
        self.error_label = VGroup()

    def _follow(self, mark: Dot) -> None:
        mark.move_to(self._aim_at(0)).set_opacity(float(self.lens.shows(self.aim.get_value())))

    def _target_at(self, aside: float) -> Point3D:
        return self.lens.at(self.story.params.target_cm, aside)

    def _aim_at(self, aside: float) -> Point3D:
        shown = np.clip(self.aim.get_value(), self.lens.low, self.lens.high)
        return self.lens.at(float(shown), aside)

    def label(self, error: Reading) -> Words:
        """Return the error beside its arrow, clear of the target's line; it is the present one."""
        words = Words(
            error, theme=self.theme, size=self.em, role="gradient", bold=True, name="error"
        )
        place = 0.5 * (self._aim_at(LABEL) + self._target_at(LABEL))
        clear = 0.62 * self.em
        away = place[1] - self.target_at[1]
        side = -1.0 if error.value < 0 else 1.0
        place[1] = self.target_at[1] + side * max(abs(away), clear)
        words.move_to(place).align_to(place, np.array([-1.0, 0, 0]))
        self.error_label = words
        return words

    def square(self, cost: Reading) -> VGroup:
        """Return the square on the error, and its area where there is room inside."""
        foot, head = self._target_at(ARROW), self._aim_at(ARROW)
        side = abs(head[1] - foot[1])
        right = np.array([side, 0, 0])
        square = Polygon(
            foot, head, head + right, foot + right,
            fill_color=self.theme.mark("cost"), fill_opacity=0.35,
            stroke_color=self.theme.mark("cost"), stroke_width=3,
        )  # fmt: skip
        square.name = "squared error"
        area = Words(cost, theme=self.theme, size=self.em, role="text", bold=True, name="area")
        if area.width > 0.94 * side:
            return VGroup(square)
        return VGroup(square, area.move_to(square.get_center()))

    def guesses(self) -> tuple[VGroup, Words]:
        """Return two arrows of one length from the dot, down and up, and a question mark."""
        here = self._aim_at(GUESS)
        reach = np.array([0.0, 0.3 * self.lens.radius, 0.0])
        arrows = VGroup(
            *(
                Arrow(self.theme, "step", 0.07, name=name).between(here, here + sign * reach)
                for sign, name in ((1, "higher?"), (-1, "lower?"))
            )
        )
        question = Words("?", theme=self.theme, size=1.3 * self.em, bold=True, name="question")
        question.move_to(here + np.array([0.75 * self.em, 0, 0]))
        return arrows, question

    def step_arrow(self, now: Step, then: Step) -> Arrow:
        """Return the step as it is: from one height to the next."""
        ends = [float(np.clip(s.height.value, self.lens.low, self.lens.high)) for s in (now, then)]
        arrow = Arrow(self.theme, "step", 0.045, name="step in the lens")
        return arrow.between(self.lens.at(ends[0], STEP), self.lens.at(ends[1], STEP))

    def leave_ghost(self) -> Dot:
        """Return a faint dot where the dot is now; it stays."""
        ghost = self.dot.copy().clear_updaters().scale(0.5).set_color(self.theme.faint("here", 0.6))
        self.ghosts.add(ghost)
        return ghost


class CostView:
    """The cost curve with the dot on it.

    Attributes:
        dot, drop, tangent: follow the aim.
    """

    def __init__(
        self, story: Laser, aim: ValueTracker, zone: Zone, layout: Layout, theme: Theme
    ) -> None:
        self.story, self.aim, self.theme, self.em = story, aim, theme, layout.small
        self.told = min(story.params.slow_steps, story.steps)
        heights, costs = story.curve
        low, high = story.cost_window
        target, miss = story.params.target_cm, story.first_miss
        ticks = [target - miss, target, target + miss]
        self.lane = zone.bottom + 0.35 * self.em
        inner = Zone(zone.left, zone.bottom + 0.9 * self.em, zone.right, zone.top - 1.5 * self.em)
        self.plot = Plot(
            inner,
            Axis(low, high, ticks, self._tick),
            Axis(0.0, float(costs.max())),
            theme=theme,
            size=self.em,
            y_line=False,
            name="cost plot",
        )
        self.heading = Words(
            "cost ",
            Math('J = "error"^2'),
            theme=theme,
            size=layout.body,
            role="cost",
            name="heading",
        )
        self.heading.stand_at(zone.left, zone.top - 0.8 * layout.body)
        self.curve = self.plot.curve(heights, costs, "cost", name="cost curve")
        self.dot = dot(theme, "here", 0.36 * self.em, name="dot on the cost curve")
        follow(self.dot, self._follow)
        self.ghosts = VGroup(name="ghosts on the curve")
        self.drop = Dashes(theme, "here", 0.02, dash=0.05, name="drop line")
        follow(self.drop, self._drop)
        self.tangent = Path(theme, "gradient", 0.05, name="tangent")
        follow(self.tangent, self._lean)

    def _tick(self, value: float) -> tuple[Reading, Role]:
        role: Role = "target" if value == self.story.params.target_cm else "quiet"
        return self.story.height(value), role

    def place(self) -> Point3D:
        """Return where the dot belongs, at the rim of the plot if the aim is beyond it."""
        height = float(np.clip(self.aim.get_value(), *self.story.cost_window))
        return self.plot.at(height, self.story.cost_at(height))

    def value_label(self, step: Step) -> Words:
        """Return the cost beside the dot."""
        words = Words(
            step.cost, theme=self.theme, size=self.em, role="cost", bold=True, name="cost value"
        )
        low = self.place()[1] < self.plot.inner.at(0, 0.25)[1]
        side = np.array([0.0, 1, 0]) if low else np.array([-1.0, 0, 0])
        return words.next_to(self.place(), side, buff=0.7 * self.em)

    def _seen(self) -> bool:
        return self.plot.shows(self.aim.get_value(), self.story.cost_at(self.aim.get_value()))

    def _follow(self, mark: Dot) -> None:
        mark.move_to(self.place()).set_opacity(float(self._seen()))

    def _drop(self, line: Dashes) -> None:
        top = self.place()
        line.between(np.array([top[0], self.plot.inner.bottom, 0]), top)
        line.set_stroke(opacity=float(self._seen()))

    def _lean(self, line: Path) -> None:
        height = float(np.clip(self.aim.get_value(), *self.story.cost_window))
        across = self.plot.inner.width / (self.plot.x.high - self.plot.x.low)
        up = self.plot.inner.height / (self.plot.y.high - self.plot.y.low)
        way = np.array([across, up * self.story.gradient_at(height), 0.0])
        half = 0.33 * self.plot.inner.height * way / np.linalg.norm(way)
        line.through(self.place() - half, self.place() + half)
        line.set_stroke(opacity=float(self._seen()))

    def _on_lane(self, height: float) -> Point3D:
        shown = float(np.clip(height, self.plot.x.low, self.plot.x.high))
        return np.array([self.plot.at(shown, 0)[0], self.lane, 0.0])

    def step_label(self, now: Step, arrow: Arrow) -> Words:
        """Return how far the step goes, ahead of its arrow."""
        words = Words(
            now.move, theme=self.theme, size=self.em, role="step", bold=True, name="step length"
        )
        ahead = RIGHT if now.move.value > 0 else LEFT
        return words.next_to(arrow.tip, ahead, buff=0.35 * self.em)

    def uphill_arrow(self, step: Step) -> Arrow:
        """Return the gradient as an arrow: uphill, the largest one as long as the plot has room."""
        first = self.story.step(0)
        inner, place = self.plot.inner, self._on_lane(first.height.value)[0]
        room = min(place - inner.left, inner.right - place)
        largest = max(abs(self.story.step(k).gradient.value) for k in range(self.told + 1))
        start = self._on_lane(step.height.value)
        end = start + np.array([room * step.gradient.value / (largest or 1.0), 0, 0])
        return Arrow(self.theme, "gradient", 0.08, name="gradient arrow").between(start, end)

    def step_arrow(self, now: Step, then: Step) -> Arrow:
        """Return the step as it is, along the axis."""
        arrow = Arrow(self.theme, "step", 0.08, name="step arrow")
        return arrow.between(self._on_lane(now.height.value), self._on_lane(then.height.value))

    @property
    def everything(self) -> tuple[VMobject, ...]:
        """All of it, for taking it away."""
        return self.plot, self.heading, self.curve, self.dot, self.drop, self.ghosts

    def leave_ghost(self) -> Dot:
        """Return a faint dot where the dot is now; it stays."""
        ghost = self.dot.copy().clear_updaters().scale(0.5).set_color(self.theme.faint("here", 0.6))
        self.ghosts.add(ghost)
        return ghost


class ProgressView:
    """Height by step, and the size of the error by step on a log axis, up to ``moment``.

    Attributes:
        still: axes, headings, the levels of target and tolerance.
        moving: the curves and their ends.
        verdicts: what the log plot says: the factor, and when the tolerance is reached.
    """

    def __init__(
        self,
        story: Laser,
        moment: ValueTracker,
        zones: tuple[Zone, Zone],
        layout: Layout,
        theme: Theme,
    ) -> None:
        self.story, self.moment, self.theme, self.em = story, moment, theme, layout.small
        reached = story.reached_at
        self.last = max(int(story.drawn[-1]), 1)
        if reached is not None and self.last < reached <= 1.25 * self.last:
            self.last = reached
        heights = self._plot(zones[0], self._height_axis(), "height by step, cm", "here")
        errors = self._plot(zones[1], self._error_axis(), "error by step, cm, log axis", "gradient")
        self.heights, self.errors = heights, errors
        steps, logs = story.logs
        self.moving = VGroup(
            self._growing(heights, story.drawn, story.heights[story.drawn], "here"),
        )
        if len(steps):
            self.moving.add(self._growing(errors, steps, logs, "gradient"))
        self.tolerance_at = errors.at(0, float(np.log10(story.tolerance_cm)))
        self.goal = VGroup()
        if reached is not None and reached <= self.last:
            place = errors.at(reached, float(np.log10(story.tolerance_cm)))
            self.goal = bullseye(theme, 0.32 * self.em).move_to(place)
        self.still = VGroup(
            self.goal,
            heights,
            errors,
            self._level(heights, heights.at(0, story.params.target_cm)),
            self._level(errors, self.tolerance_at),
        )

    def _height_axis(self) -> Axis:
        low, high = self.story.drawn_range
        return Axis(low, high, nice_ticks(low, high, 4), self.story.height)

    def _error_axis(self) -> Axis:
        low, high = self.story.decades
        every = max(1, -(-(high - low) // 4))
        return Axis(low, high, range(low, high + 1, every), self.story.power_of_ten)

    def _plot(self, zone: Zone, y: Axis, heading: str, role: Role) -> Plot:
        inner = Zone(zone.left, zone.bottom, zone.right, zone.top - 1.6 * self.em)
        ticks = [tick for tick in nice_ticks(0, self.last, 5) if float(tick).is_integer()]
        x = Axis(0, self.last, ticks, self.story.step_tick)
        plot = Plot(inner, x, y, theme=self.theme, size=self.em, name=heading)
        title = Words(heading, theme=self.theme, size=self.em, role=role, bold=True, name="heading")
        plot.add(title.stand_at(zone.left, zone.top - 0.8 * self.em))
        return plot

    def _growing(self, plot: Plot, steps: ArrayLike, values: ArrayLike, role: Role) -> VGroup:
        curve = Growing(steps, plot.places(steps, values), self.theme, role, f"{role} by step")
        end = dot(self.theme, role, 0.26 * self.em, name=f"end of {role} by step")
        follow(curve, lambda m: m.until(self.moment.get_value()))
        follow(end, lambda m: m.move_to(curve.end(self.moment.get_value())))
        beads = Beads(steps, curve.places, 0.17 * self.em, self.theme, role)
        follow(beads, lambda m: m.until(self.moment.get_value()))
        return VGroup(curve, beads, end)

    def _level(self, plot: Plot, start: Point3D) -> Dashes:
        end = start.copy()
        end[0] = plot.inner.right
        return Dashes(self.theme, "target", 0.025, dash=0.07, name="level").between(start, end)

    def factor_note(self) -> Words:
        """Return what every step does to the error, in the corner that the curve leaves free."""
        factor = self.story.factor.magnitude
        note = self._note("miss \N{MULTIPLICATION SIGN} ", factor, " at every step")
        if note.width > 0.7 * self.errors.inner.width:
            note = self._note("\N{MULTIPLICATION SIGN} ", factor, " a step")
        side = 0 if factor.value > 1 else 1
        corner = self.errors.inner.at(side, 1) + np.array([(1 - 2 * side) * 0.3 * self.em, 0, 0])
        return note.move_to(corner).align_to(corner, np.array([2.0 * side - 1, 1.0, 0.0]))

    def tolerance_note(self) -> Words:
        """Return when the tolerance is reached, below its line at the left."""
        story = self.story
        place = (
            self.errors.inner.left + 0.4 * self.em,
            self.tolerance_at[1] - 0.95 * self.em,
        )
        if story.diverged is not None:
            note = self._note("diverged at step ", story.diverged, role="gradient")
            return note.stand_at(*place)
        when: tuple[Part, ...] = (": never",)
        if story.reached is not None:
            when = (" at step " if story.reaches else " not until step ", story.reached)
        return self._note(story.tolerance, *when, role="target").stand_at(*place)

    def contrast(self) -> VGroup:
        """Return the curve of a wrist that turns too much, and its learning rate; or nothing."""
        other = self.story.contrast
        if other is None:
            return VGroup()
        curve = self.heights.curve(
            np.arange(other.steps + 1), other.heights, "step", 0.03, "too large a learning rate"
        )
        note = self._note("with learning rate ", other.rate, role="step")
        corner = self.heights.inner.at(1, 1)
        return VGroup(curve, note.move_to(corner).align_to(corner, UR))

    def _note(self, *parts: Part, role: Role = "text") -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=True, name="note")
