"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from manim import PI, RIGHT, UP, Group, Mobject, Rotate, Transform, VGroup

from gdmath.experiments import laser
from gdmath.experiments._common.words import part_in_words
from scenes.kit.arrows import axis_arrow, divided, step_arrow
from scenes.kit.bowl import Bowl
from scenes.kit.squares import ErrorSquare
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["Laser"]

OFF = -0.46  # how far below its upper edge the strip's things lie
ARROW = 0.3


class Laser(ShotFilm[laser.Params]):
    """You aim at a target that you cannot see; a friend shouts how far off you are."""

    slug = "laser"
    title = "The laser pointer game"
    poster = "the step"
    claim = (
        "Every correction is the same fraction of the miss, "
        "so you home in on a target that you cannot see."
    )
    model = laser.Params

    def construct(self) -> None:
        """Tell the nine shots."""
        self.story = laser.run(self.params)
        self.colours = self.story.quantities.roles
        self.first, self.target = self.params.first_shot_cm, self.params.target_cm
        self.miss = float(self.story.errors[0])
        self.side = 1 if self.miss >= 0 else -1
        self.the_shout_is_the_error()
        self.the_square_is_the_cost()
        self.the_slope_is_twice_the_miss()
        self.twice_the_shout_is_the_gradient()
        self.turned_round_a_part_is_the_step()
        self.it_is_the_same_picture_again()
        self.too_hard_and_you_swing_past()
        self.hush()

    def bowl(self, base: float, unit: float, rise: float, target_x: float) -> Bowl:
        """Return the strip and the cost over it.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        """
        miss, frame = abs(self.miss), self.frame
        reach = frame.width / 2 + 0.5
        window = [self.target + (x - target_x) * miss / unit for x in (-reach, reach)]
        return Bowl(
            self, base, (window[0], window[1]), self.story.cost_at, rise / miss**2,
            at=self.first, target=self.target, tick=miss / 3, off=OFF,
        )  # fmt: skip

    # -- 3: close on the strip, upright ------------------------------------------------------

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        self.square_bowl = bowl = self.bowl(
            self.choose(-2.33, -2.2, -3.6), self.choose(5.6, 3.4, 3.6),
            self.choose(4.1, 3.6, 5.6), self.side * self.choose(-0.53, -1.2, -1.2),
        )  # fmt: skip
        self.error = axis_arrow(
            bowl.axis, self.target, self.first, "text", 0.1, of="error", off=OFF
        )
        ring = bowl.axis.at(self.target, OFF)
        upright = np.array(
            [self.choose(-2.4, -2.0, -2.0), -self.side * self.choose(1.9, 1.9, 2.8), 0]
        )
        lying = [bowl.strip, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = CameraMove(
            *lying, zoom=self.choose(0.78, 1.2, 1.6), turn=PI / 2, about=ring, shift=upright - ring
        ).settle()
        self.cut(*lying[:-1])
        shout = self.story.reading("shout", 0)
        says = "too high!" if self.miss > 0 else "too low!"
        words = VGroup(self.numeral(shout, size=3), self.label(says, size=1.6))
        words.arrange(0.5 * -UP, aligned_edge=-RIGHT).move_to((self.choose(2.8, 2.0, 2.0), 0.4, 0))
        self.say("The shout is the error.", FadeIn(self.error))
        self.play(FadeIn(words))
        self.hold(1.6)
        self.play(FadeOut(words))
        self.play(roll, run_time=1.4)

    # -- 4: the square and the bowl ----------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the height of the bowl."""
        self.beat("the square is the cost")
        bowl, story = self.square_bowl, self.story
        square = ErrorSquare(bowl.axis, self.target, self.first)
        self.pile = square.pile(bowl.curve, self.first)
        self.cost = self.numeral(story.reading("cost", 0), "cost")
        self.cost.next_to(self.pile, self.side * RIGHT, buff=0.15)
        self.say("Square the error: that is the cost.", FadeIn(square))
        self.play(square.flight(self.pile), run_time=1.6)
        self.remove(square.flying)
        self.add(self.pile)
        self.play(FadeIn(self.cost))
        self.play(FadeIn(bowl.curve), FadeIn(bowl.ball))
        for goal in (2 * self.target - self.first, self.first):
            self.play(bowl.at.animate.set_value(goal), run_time=1.2)
        self.leave(square)

    def the_slope_is_twice_the_miss(self) -> None:
        """The tangent: one cell along is two misses up."""
        bowl, story = self.square_bowl, self.story
        slope = float(story.gradients[0])
        reach = abs(self.miss) / 3
        tangent = bowl.curve.tangent(self.first, slope, self.side * reach, self.side * reach * 1.5)
        number = self.numeral(story.reading("gradient", 0), "gradient")
        word = self.label("slope", role="gradient", size=1.1)
        beside = bowl.curve.point(self.first - self.miss / 3) - self.side * 1.0 * RIGHT
        number.move_to(beside)
        word.next_to(number, UP, buff=0.2)
        self.say("The slope of the cost is twice the miss.", FadeIn(tangent))
        self.play(FadeIn(number, word))
        self.hold(1.6)

    # -- 5 and 6: the step -------------------------------------------------------------------

    def twice_the_shout_is_the_gradient(self) -> None:
        """Two misses, end to end, are the gradient, uphill."""
        self.beat("the step")
        reach = max(1.0, self.params.learning_rate)
        unit = self.choose(3.3, 1.85, 1.85) / reach
        self.step_bowl = bowl = self.bowl(
            self.choose(-0.62, -0.8, -1.2), unit, self.choose(2.4, 2.0, 3.2) / reach**2,
            -self.side * unit,
        )  # fmt: skip
        self.cut(*bowl)
        misses = VGroup(*[
            axis_arrow(bowl.axis, self.first + k * self.miss, self.first + (k + 1) * self.miss,
                       "text", 0.09, of="error", off=OFF)
            for k in (0, 1)
        ])  # fmt: skip
        self.gradient = axis_arrow(
            bowl.axis,
            self.first,
            self.first + 2 * self.miss,
            "gradient",
            ARROW,
            of="gradient",
            off=OFF,
        )
        number = self.numeral(self.story.reading("gradient", 0), "gradient")
        word = self.label("gradient", role="gradient", size=1.1)
        self.named = VGroup(word, number).arrange(RIGHT, buff=0.2)
        self.named.next_to(bowl.axis.at(self.first + self.miss, 0), UP, buff=0.25)
        self.say("Twice the shout: the gradient, uphill.", FadeIn(misses))
        self.add(self.gradient, misses)
        self.play(FadeIn(self.gradient), FadeIn(self.named))
        self.hold(1)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round, and the learning rate's share of it."""
        bowl, story, rate = self.step_bowl, self.story, Fraction(str(self.params.learning_rate))
        turned = self.gradient.copy()
        parts = divided(bowl.axis, self.first, self.first - 2 * self.miss,
                        rate.denominator if rate.numerator == 1 else 1, ARROW, OFF)  # fmt: skip
        self.say(f"Turn it round, take {part_in_words(rate)}: the step.")
        self.play(Rotate(turned, PI, about_point=bowl.axis.at(self.first, OFF)), run_time=1)
        self.remove(turned)
        self.add(parts)
        after = float(story.heights[1])
        step = step_arrow(bowl.axis, self.first, after, ARROW, OFF)
        number = self.numeral(story.reading("step", 0), "step")
        number.next_to(bowl.axis.at(after, -0.95), -UP, buff=0.3)
        self.play(FadeIn(step), FadeIn(number))
        self.add(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.play(bowl.at.animate.set_value(after), run_time=1)
        self.leave(step, number, parts)
        self.hold(1)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story = self.story
        if not 0 < abs(story.factor) < 1:
            return
        self.beat("the same picture again")
        bowl = self.step_bowl
        self.cut(*bowl)
        mirrored = " mirrored" if story.factor < 0 else ""
        self.say(f"Zoom in: it is the same picture{mirrored} again.")
        for step in range(1, self.params.slow_steps + 1):
            if step > 1:
                self.play(bowl.at.animate.set_value(float(story.heights[step])), run_time=0.6)
            shout = self.numeral(story.reading("shout", step), size=2.6)
            shout.move_to((self.side * self.choose(3.6, 2.0, 0.0), self.choose(2.2, 2.6, 4.2), 0))
            goal = abs(1 / story.factor) ** step
            self.play(bowl.zoom.animate.set_value(goal), FadeIn(shout), run_time=1.2)
            self.hold(0.4)
            self.play(FadeOut(shout), run_time=0.2)

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target."""
        self.beat("too hard")
