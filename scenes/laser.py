"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from manim import PI, RIGHT, UP, Create, Rotate, VGroup

from gdmath.experiments import laser
from gdmath.experiments._common.words import part_in_words
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow, divided, step_arrow
from scenes.kit.bars import StepBars
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.sets.laser import OFF, CloseCloth, LaserSets, Loft, Morning
from scenes.stage.claims import tells
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import follow
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["Laser"]

ARROW = 0.3
MOST_BARS = 24
LIMITS = {
    "alternate": "0.9 still arrives. Above 1, never.",
    "bounce": "At 1 it swings for ever.",
    "diverge": "Above 1, every swing is wider.",
}


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
        self.sets = LaserSets(self, self.story)
        self.first, self.target = self.params.first_shot_cm, self.params.target_cm
        self.miss = float(self.story.errors[0])
        self.side = self.sets.side
        self.add(self.sets.scrim)
        self.how_do_you_hit_what_you_cannot_see()
        self.she_sees_both()
        self.the_shout_is_the_error()
        self.the_square_is_the_cost()
        self.the_slope_is_twice_the_miss()
        self.twice_the_shout_is_the_gradient()
        self.turned_round_a_part_is_the_step()
        self.it_is_the_same_picture_again()
        self.too_hard_and_you_swing_past()
        self.every_step_takes_its_share()
        self.hush()

    # -- 1: the loft -------------------------------------------------------------------------

    def how_do_you_hit_what_you_cannot_see(self) -> None:
        """The player, the beam, the sheet, the target behind it, the friend who sees both."""
        self.beat("a target you cannot see")
        self.loft = loft = Loft(self.sets, self.target - 60)
        self.cut(loft)
        self.say("How do you hit a target you cannot see?")
        self.play(loft.aim.animate.set_value(self.target - 24), run_time=1.6)
        self.hold(0.8)
        name = self.label("slope a = ", size=1.2)
        name.stand_at(self.choose(-2.6, -2.0, -2.6), self.choose(-1.8, -1.6, 2.9))
        slope = self.number(self.story.slope(loft.aim()), size=name.size, bold=True)
        slope.stand_at(name.baseline[0] + name.advance * name.size, name.baseline[1])
        beside = VGroup(name, self.rimmed(slope))
        tells(follow(slope, lambda m: m.say(self.story.slope(loft.aim()))), loft.aim)
        self.say("The wrist sets the slope of the beam.", FadeIn(beside))
        self.play(loft.aim.animate.set_value(self.target - 36), run_time=1)
        self.play(loft.aim.animate.set_value(self.first), run_time=1.4)
        self.leave(beside)

    # -- 2: over her shoulder ----------------------------------------------------------------

    def she_sees_both(self) -> None:
        """The dot shines through: she sees it, and the ring behind which he aims."""
        self.beat("she sees both")
        close = CloseCloth(self.sets, self.first)
        sight = close.sight(self)
        self.cut(close)
        self.say("She sees both: the dot shines through.", FadeIn(sight))
        names = VGroup(*[
            self.label(reading, role=role, size=1.5).next_to(place, RIGHT, buff=0.5)
            for reading, role, place in (
                (self.story.reading("height", 0), "here", close.dot),
                (self.story.reading("target"), "target", close.ring.place((0, 0))),
            )
        ])  # fmt: skip
        self.play(FadeIn(names))
        self.hold(1)
        self.play(FadeOut(sight))
        self.say("You shoot. She shouts.", Act(close.friend, FRIEND_POSES["shouting"]))
        self.hold(1)

    # -- 3: close on the strip, upright ------------------------------------------------------

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        bowl = self.sets.square_bowl
        self.error = axis_arrow(
            bowl.axis, self.target, self.first, "text", 0.14, of="error", off=OFF
        )
        ring = bowl.axis.at(self.target, OFF)
        upright = np.array([0, -self.side * self.choose(2.0, 1.9, 2.8), 0])
        lying = [bowl.band, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = CameraMove(
            *lying, zoom=self.choose(0.9, 1.2, 1.6), turn=PI / 2, about=ring, shift=upright - ring
        ).settle()
        self.square_room = self.sets.backdrop((4.0, -2.0), float(bowl.axis.start[1]))
        cloth = self.sets.upright
        self.cut(cloth, bowl.ring, bowl.dot)
        shout = self.story.reading("shout", 0)
        says = "too high!" if self.miss > 0 else "too low!"
        words = VGroup(self.numeral(shout, size=3.2), self.label(says, size=1.7))
        words.arrange(-UP, buff=0.25).move_to((self.choose(5.2, 2.2, 2.2), 0.6, 0))
        self.say("The shout is the error.", FadeIn(self.error))
        self.play(FadeIn(words))
        self.hold(1.6)
        self.bring_to_back(self.square_room, self.sets.behind_square(), bowl.band, bowl.axis)
        self.play(FadeOut(words, cloth))
        self.play(roll, run_time=1.4)

    # -- 4: the square and the bowl ----------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the height of the bowl."""
        self.beat("the square is the cost")
        bowl, story = self.sets.square_bowl, self.story
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
        bowl, story = self.sets.square_bowl, self.story
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
        bowl = self.step_bowl = self.sets.step_bowl
        base = float(bowl.axis.start[1])
        room = self.sets.backdrop((0, base), base)
        self.friend = self.sets.beside_step("shouting")
        self.behind = (room, self.friend, self.sets.cover(room, base))
        self.wrist = self.sets.wrist(bowl)
        self.shout = self.shouted(0)
        self.cut(*self.behind, *bowl, self.shout)
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
        how = self.label("learning rate: ", part_in_words(rate), role="step", size=1.0)
        how.move_to(
            (
                self.choose(4.6, 1.7, 1.4),
                float(bowl.axis.start[1]) - self.choose(1.35, 1.35, 1.5),
                0,
            )
        )
        self.play(FadeIn(step), FadeIn(number), FadeIn(self.wrist), FadeIn(how))
        self.add(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.play(bowl.at.animate.set_value(after), run_time=1)
        self.leave(step, number, parts, how)
        self.hold(1)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story = self.story
        if not 0 < abs(story.factor) < 1:
            return
        self.beat("the same picture again")
        bowl = self.step_bowl
        self.cut(*self.behind, *bowl, self.wrist, self.shout)
        mirrored = " mirrored" if story.factor < 0 else ""
        self.say(f"Zoom in: it is the same picture{mirrored} again.")
        for step in range(1, self.params.slow_steps + 1):
            if step > 1:
                self.play(bowl.at.animate.set_value(float(story.heights[step])), run_time=0.6)
            shout = self.shouted(step)
            goal = abs(1 / story.factor) ** step
            self.play(
                bowl.zoom.animate.set_value(goal), FadeOut(self.shout), FadeIn(shout), run_time=1.2
            )
            self.shout = shout
            self.hold(0.6)

    def shouted(self, step: int) -> VGroup:
        """Return what the friend shouts after so many steps."""
        error = float(self.story.errors[step])
        says = "too high!" if error > 0 else "too low!"
        words = VGroup(
            self.numeral(self.story.reading("shout", step), size=2.4), self.label(says, size=1.25)
        )
        words.arrange(-UP, buff=0.15)
        return words.move_to((self.choose(2.5, -0.2, -1.2), self.choose(2.9, 3.2, 5.0), 0))

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target."""
        game = self.story.contrast
        if game.regime not in ("alternate", "bounce", "diverge"):
            return
        self.beat("too hard")
        heights = game.heights[:4]
        strip = self.sets.swing_strip(game)
        base = float(strip.axis.start[1])
        rate = self.label("learning rate ", (game.rate, "step"), size=1.6)
        rate.move_to((self.choose(-2.6, -0.4, -0.4), self.choose(2.9, 3.2, 5.4), 0))
        room = self.sets.backdrop((0, base), base)
        friend = self.sets.beside_step("watching")
        self.cut(room, friend, self.sets.cover(room, base), *strip, self.sets.wrist(strip))
        self.say("Answer too hard, and you swing past it.", FadeIn(rate))
        for step in range(1, len(heights)):
            hop = strip.hop(float(heights[step - 1]), float(heights[step]))
            number = self.label(game.reading("height", step), role="here", size=1.5)
            number.next_to(strip.axis.at(float(heights[step])), UP, buff=0.15)
            self.play(
                strip.at.animate.set_value(float(heights[step])), Create(hop), FadeIn(number),
                Act(friend, FRIEND_POSES["ducking" if step == 1 else "peeking"]), run_time=0.6,
            )  # fmt: skip
        self.hold(0.6)
        self.say(LIMITS[game.regime])
        self.hold(1)

    # -- 9: the pay-off ----------------------------------------------------------------------

    def every_step_takes_its_share(self) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        game = self.story.to_the_end
        shown = min(game.steps, MOST_BARS)
        morning = Morning(self.sets, "aiming", "watching")
        x, level = morning.place.target
        unit = self.choose(2.53, 2.0, 3.0) / max(np.abs(game.errors[: shown + 1]))
        bars = StepBars(
            (self.choose(-2.4, -2.0, -2.5), level, 0), (x, level, 0),
            np.abs(game.errors[: shown + 1]).tolist(), unit, self.theme,
        )  # fmt: skip
        claim = self.claim_words()
        claim.move_to((self.choose(0.2, 0.0, 0.0), self.choose(2.9, 3.1, 5.4), 0))
        self.cut(morning, bars.level)
        self.say(self._ending(game))
        for step in range(shown + 1):
            pair = [
                group[step] for group in (bars.bars, bars.takes, bars.dots) if step < len(group)
            ]
            self.play(*map(FadeIn, pair), run_time=0.4 if step < 3 else 0.2)
        beam = morning.strike(self.theme)
        self.play(FadeIn(beam, claim))
        self.play(
            Act(morning.player, PLAYER_POSES["cheering"]),
            Act(morning.friend, FRIEND_POSES["cheering"]),
            FadeOut(beam),
        )
        self.hold(3)

    def claim_words(self) -> VGroup:
        """Return what every step does, in large letters."""
        share = part_in_words(self.story.share)
        rows = VGroup(
            self.label("Every step takes", size=1.7, rim=False),
            self.label((share, "step"), " of the ", ("miss", "here"), ".", size=1.7, rim=False),
        )
        return rows.arrange(-UP, buff=0.2, aligned_edge=-RIGHT)

    def _ending(self, game: laser.Laser) -> str:
        if game.arrives_at is not None and game.arrives_at <= game.steps:
            return f"{game.arrives_at} steps: less than {game.tolerance_text} off."
        return f"After {game.steps} steps: {game.reading('shout', game.steps)} off."
