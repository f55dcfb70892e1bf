"""The lens of the laser game: the sheet around the target, and what happens on it."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Dot, Polygon, VGroup
from manim.typing import Point3D

from gdmath.experiments.laser import Step
from gdmath.experiments.reading import Reading
from scenes.props.laser_room import LaserRoom
from scenes.stage.claims import claim
from scenes.stage.layout import Layout
from scenes.stage.marks import Arrow, Dashes, Mark, bullseye, cased, dot, follow
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["LensView"]

# Where things stand in the lens, in radii from the strip.
STEP, ARROW, LABEL, GUESS = 0.11, 0.25, 0.35, 0.42


class LensView:
    """The lens over the sheet, with target, dot, error and the steps that were made.

    Attributes:
        still: the glass, its scale and the target.
        dot, arrow: follow the aim.
        ghosts: where the dot has been.
    """

    def __init__(self, room: LaserRoom, layout: Layout, theme: Theme) -> None:
        self.story, self.aim, self.theme, self.em = room.story, room.aim, theme, layout.small
        self.target = self.story.params.target_cm
        self.lens = room.make_lens()
        center = room.on_wall(self.target)
        self.beams = self.lens.beams(center - np.array([0.08, 0, 0]), 0.1)
        self.target_at = self._target_at(0)
        mark = bullseye(theme, 0.3 * self.em).move_to(self.target_at)
        line = Dashes(theme, "target", 0.03, dash=0.05, name="target level")
        line.between(self.target_at + np.array([0.1, 0, 0]), self._target_at(0.55))
        for thing in (mark, line):
            claim(thing, self.lens, of="target", y=self.target)
        self.still = VGroup(self.lens, line, mark)
        self.dot = dot(theme, "here", 0.3 * self.em, name="dot in the lens")
        claim(follow(self.dot, self._follow), self.lens, y=self.aim)
        self.arrow = Arrow(theme, "gradient", 0.055, name="error arrow")
        follow(self.arrow, lambda m: m.between(self._target_at(ARROW), self._aim_at(ARROW)))
        claim(self.arrow, self.lens, of="error", y=lambda: [self.target, self._shown()])
        self.ghosts = VGroup(name="ghosts in the lens")
        self.error_label = VGroup()

    def _follow(self, mark: Dot) -> None:
        mark.move_to(self._aim_at(0)).set_opacity(float(self.lens.shows(self.aim())))

    def _shown(self) -> float:
        """The aim, or the end of the scale that is nearest to it."""
        return float(np.clip(self.aim(), self.lens.low, self.lens.high))

    def _target_at(self, aside: float) -> Point3D:
        return self.lens.at(self.target, aside)

    def _aim_at(self, aside: float) -> Point3D:
        return self.lens.at(self._shown(), aside)

    def label(self, error: Reading) -> VGroup:
        """Return the error beside its arrow, clear of the target's line; it is the present one.

        It is left out where the lens has no room for it: the shout says it too.
        """
        words = Words(
            error, theme=self.theme, size=self.em, role="gradient", bold=True, name="error"
        )
        place = 0.5 * (self._aim_at(LABEL) + self._target_at(LABEL))
        place[0] = max(place[0], self.arrow.get_right()[0] + 0.1 * self.em)
        side = -1.0 if error.value < 0 else 1.0
        nearest, away = 0.62 * self.em, abs(place[1] - self.target_at[1])
        place[1] = self.target_at[1] + side * max(away, nearest)
        if not self.lens.has_room_for(words.next_to(place, RIGHT, buff=0)):
            place[1] = self.target_at[1] + side * nearest
            words.next_to(place, RIGHT, buff=0)
        self.error_label = VGroup(words) if self.lens.has_room_for(words) else VGroup()
        return self.error_label

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
        return VGroup(square, area.move_to(square))

    def guesses(self) -> tuple[VGroup, Words]:
        """Return two arrows of one length from the dot, up and down, and a question mark."""
        here = self._aim_at(GUESS)
        reach = np.array([0.0, 0.25 * self.lens.radius, 0.0])
        inward = -np.sign(here[1] - self.target_at[1] or 1.0) * reach
        arrows = VGroup()
        for sign, name in ((1, "higher?"), (-1, "lower?")):
            arrow = Arrow(self.theme, "step", 0.07, name=name).between(here, here + sign * reach)
            arrows.add(claim(arrow, self.lens, of="step", y=[self._shown(), np.nan]))
        question = Words("?", theme=self.theme, size=1.3 * self.em, bold=True, name="question")
        question.next_to(here + inward, RIGHT, buff=0.45 * self.em)
        return arrows, question

    def step_arrow(self, now: Step, then: Step) -> Arrow:
        """Return the step as it is: from one height to the next."""
        ends = [float(np.clip(s.height.value, self.lens.low, self.lens.high)) for s in (now, then)]
        arrow = cased(Arrow(self.theme, "step", 0.045, name="step in the lens"), self.theme)
        arrow.between(self.lens.at(ends[0], STEP), self.lens.at(ends[1], STEP))
        return claim(arrow, self.lens, of="step", y=ends)

    def leave_ghost(self) -> Mark:
        """Return a faint dot where the dot is now; it stays."""
        ghost = self.dot.copy().clear_updaters().scale(0.5).set_color(self.theme.faint("here", 0.6))
        self.ghosts.add(claim(ghost, self.lens, of="height", y=self.aim()))
        return ghost
