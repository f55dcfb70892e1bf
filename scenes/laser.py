"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
from manim import PI, RIGHT, UP, Create, Rotate, VGroup

from gdmath.experiments import laser
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.reading import MINUS
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.arrows import axis_arrow, divided, step_arrow
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.sets.laser import OFF, CloseCloth, LaserSets, Loft, Morning
from scenes.stage.claims import claim, tells
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import Arrow, follow
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["Laser"]

ARROW = 0.3
MOST_BARS, MOST_CELLS = 24, 12
SWINGS = {
    "alternate": "{rate} still arrives. Above 1, never.",
    "bounce": "At 1 it swings for ever.",
    "diverge": "Above 1, every swing is wider.",
}
SHARE = (
    "Every step takes",
    ("share", "step"),
    (" of the ", "text"),
    ("miss", "here"),
    (".", "text"),
)
CLAIMS = {
    "there": ("No miss,", ("no step", "step"), (".", "text")),
    "still": ("A rate of 0:", ("no step", "step"), (".", "text")),
    "glide": SHARE,
    "hit": SHARE,
    "alternate": SHARE,
    "bounce": ("Every step takes you", ("as far past", "here"), (" the target.", "text")),
    "diverge": ("Every step takes you", ("farther past", "here"), (" the target.", "text")),
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
        if self.miss:
            self.the_shout_is_the_error()
            self.the_square_is_the_cost()
            self.the_slope_is_twice_the_miss()
            self.twice_the_shout_is_the_gradient()
            if self.story.steps:
                self.turned_round_a_part_is_the_step()
            if self.story.told_steps:
                self.it_is_the_same_picture_again()
            self.too_hard_and_you_swing_past(self.story.contrast)
        self.every_step_takes_its_share(self.story.to_the_end)
        self.hush()

    # -- 1: the loft -------------------------------------------------------------------------

    def how_do_you_hit_what_you_cannot_see(self) -> None:
        """The player, the beam, the sheet, the target behind it, the friend who sees both."""
        self.beat("a target you cannot see")
        self.loft = loft = Loft(self.sets, self.target - 60)
        self.cut(loft)
        self.say("How do you hit a target you cannot see?")
        self.play(loft.aim.animate.set_value(self.target - 24), run_time=1.6)
        self.hold(1.6)
        name = self.label("slope a = ", size=1.2).stand_at(*self.sets.place("slope")[:2])
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
            self.label(reading, role=role, size=1.6).next_to(place, RIGHT, buff=0.5)
            for reading, role, place in (
                (self.story.reading("height", 0), "here", close.dot),
                (self.story.reading("target"), "target", close.ring.place((0, 0))),
            )
            if self.miss or role == "here"
        ])  # fmt: skip
        self.play(FadeIn(names))
        self.hold(1)
        self.play(FadeOut(sight))
        shouts = "You shoot. She shouts." if self.miss else "You shoot. You are there."
        pose = FRIEND_POSES["shouting" if self.miss else "cheering"]
        self.say(shouts, Act(close.friend, pose))
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
        cloth = self.sets.upright
        self.cut(cloth, *self.sets.beside_upright(), bowl.ring, bowl.dot)
        words = self.shouted(0, "error", 3.2)
        self.say("The shout is the error.", FadeIn(self.error))
        self.play(FadeIn(words))
        self.hold(2)
        self.beat("the square is the cost")
        self.remove(words, *self.sets.beside_upright())
        self.bring_to_back(*self.sets.behind_square(), bowl.band, bowl.axis)
        self.play(FadeOut(cloth))
        self.play(roll, run_time=1.4)

    # -- 4: the square and the bowl ----------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the height of the bowl."""
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
        self.behind = self.sets.behind_strip(bowl, "shouting")
        self.wrist, self.shout = self.sets.wrist(bowl), self.shouted(0, "shout")
        self.cut(*self.behind, *bowl, self.wrist, self.shout)
        misses = VGroup(*[
            axis_arrow(bowl.axis, self.first + k * self.miss, self.first + (k + 1) * self.miss,
                       "text", 0.09, of="error", off=OFF)
            for k in (0, 1)
        ])  # fmt: skip
        ends = self.first, self.first + 2 * self.miss
        self.gradient = axis_arrow(bowl.axis, *ends, "gradient", ARROW, of="gradient", off=OFF)
        number = self.numeral(self.story.reading("gradient", 0), "gradient")
        word = self.label("gradient", role="gradient", size=1.1)
        self.named = VGroup(word, number).arrange(RIGHT, buff=0.2)
        self.named.next_to(bowl.axis.at(self.first + 0.45 * self.miss), UP, buff=0.25)
        self.say("Twice the shout: the gradient, uphill.", FadeIn(misses))
        self.add(self.gradient, misses)
        self.play(FadeIn(self.gradient), FadeIn(self.named))
        self.hold(1)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round, and the learning rate's share of it."""
        bowl, story, rate = self.step_bowl, self.story, Fraction(str(self.params.learning_rate))
        turned, taken = self.gradient.copy(), part_in_words(rate)
        cells = rate.denominator if rate.denominator <= MOST_CELLS else 1
        parts = divided(bowl.axis, self.first, self.first - 2 * self.miss, cells, ARROW, OFF)
        self.say("Turn it round: that way is downhill.")
        self.play(Rotate(turned, PI, about_point=bowl.axis.at(self.first, OFF)), run_time=1)
        self.remove(turned)
        self.add(parts)
        after = float(story.heights[1])
        step = step_arrow(bowl.axis, self.first, after, ARROW, OFF)
        number = self.numeral(story.reading("step", 0), "step")
        number.next_to(bowl.axis.at(after, -0.95), -UP, buff=0.25).shift(0.7 * -RIGHT)
        how = self.label("learning rate: ", taken, role="step").move_to(self.sets.place("rate"))
        self.say(f"Take {taken} of it: the step." if rate else "A rate of 0 takes no step.")
        self.play(FadeIn(step), FadeIn(number))
        self.hold(1)
        self.say("The learning rate: how hard you answer.", FadeIn(how))
        self.add(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.play(bowl.at.animate.set_value(after), run_time=1)
        self.leave(step, number, parts, how)
        self.hold(1)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story, bowl = self.story, self.step_bowl
        self.beat("the same picture again")
        self.cut(*self.behind, *bowl, self.wrist, self.shout)
        error = Arrow(self.theme, "text", 0.12, name="error arrow")
        follow(
            error, lambda m: m.between(bowl.axis.at(self.target, OFF), bowl.axis.at(bowl.at(), OFF))
        )
        self.add(claim(error, bowl.axis, of="error", x=lambda: [self.target, bowl.at()]))
        mirrored = ", mirrored" if story.factor < 0 else " again"
        self.say(f"Zoom in: it is the same picture{mirrored}.")
        for step in story.told_steps:
            if step > 1:
                self.play(bowl.at.animate.set_value(float(story.heights[step])), run_time=0.6)
            shout = self.shouted(step, "shout")
            swell = bowl.zoom.animate.set_value(abs(1 / story.factor) ** step)
            self.play(swell, FadeOut(self.shout), FadeIn(shout), run_time=1.2)
            self.shout = shout
            self.hold(1)

    def shouted(self, step: int, place: str, size: float = 2.4) -> VGroup:
        """Return what the friend shouts after so many steps."""
        shout, error = self.story.reading("shout", step), float(self.story.errors[step])
        says = "You are there!" if shout.is_zero else "too high!" if error > 0 else "too low!"
        words = VGroup() if shout.is_zero else VGroup(self.numeral(shout, size=size))
        words.add(self.label(says, size=0.52 * size))
        return words.arrange(-UP, buff=0.15).move_to(self.sets.place(place))

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self, game: laser.Laser) -> None:
        """A wrist that answers too hard swings past the target."""
        if game.regime not in SWINGS:
            return
        self.beat("too hard")
        strip = self.sets.swing_strip(game)
        rate = self.label("learning rate ", (game.rate, "step"), size=1.6)
        room, friend, cover = self.sets.behind_strip(strip, "watching")
        self.cut(room, friend, cover, *strip, self.sets.wrist(strip))
        self.say("Answer too hard, and you swing past it.",
                 FadeIn(rate.move_to(self.sets.place("swings"))))  # fmt: skip
        last, heights = VGroup(), game.heights[:4].tolist()
        for step, (before, after) in enumerate(pairwise(heights), start=1):
            number = self.label(game.reading("height", step), role="here", size=2)
            number.next_to(strip.axis.at(after, 0.35), UP, buff=0)
            pose = FRIEND_POSES["ducking" if step % 2 else "peeking"]
            self.play(
                strip.at.animate.set_value(after), Create(strip.hop(before, after)),
                Act(friend, pose), FadeIn(number), FadeOut(last), run_time=0.8,
            )  # fmt: skip
            last = number
            self.hold(0.4)
        self.say(SWINGS[game.regime].format(rate=game.rate))
        self.hold(1)

    # -- 9: the pay-off ----------------------------------------------------------------------

    def every_step_takes_its_share(self, game: laser.Laser) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        morning = Morning(self.sets, "aiming" if game.arrives else "puzzled")
        misses = np.abs(game.errors[: MOST_BARS + 1])
        bars = morning.bars(misses)
        self.cut(morning, bars.level)
        self.say(self._ending(game))
        for step in range(len(misses)):
            rows = (bars.bars, bars.takes, bars.dots)
            shown = [row[step] for row in rows if step < len(row)]
            self.play(*map(FadeIn, shown), run_time=0.4 if step < 3 else 0.2)
        if game.arrives:
            beam, hit = morning.strike()
            cheer = Act(morning.friend, FRIEND_POSES["cheering"])
            self.play(Act(morning.player, hit), cheer, FadeIn(beam), run_time=0.8)
        words = [self._claim_words(game, morning)]
        if game.shrinks and game.factor:
            sign = MINUS if game.factor < 0 else ""
            each = self.label(f"× {sign}", game.reading("factor"), role="here", size=1.7)
            words.append(each.move_to(morning.factor))
        self.play(FadeIn(*words))
        self.hold(3)

    def _claim_words(self, game: laser.Laser, morning: Morning) -> VGroup:
        """Return what every step does, in large letters."""
        first, *second = CLAIMS[game.regime]
        share = part_in_words(game.share) if game.shrinks else ""
        parts = [(share, role) if text == "share" else (text, role) for text, role in second]
        size = self.choose(1.7, 1.4, 1.7)
        rows = VGroup(self.label(first, size=size), self.label(*parts, size=size))
        rows.arrange(-UP, buff=0.2, aligned_edge=-RIGHT)
        return rows.move_to(morning.claim)

    def _ending(self, game: laser.Laser) -> str:
        if game.lost_at is not None:
            return f"Step {game.lost_at}: the dot is off the sheet."
        count = game.steps if game.arrives_at is None or not game.arrives else game.arrives_at
        steps = "1 step" if count == 1 else f"{count} steps"
        if not game.arrives:
            return f"After {steps}: {game.reading('shout', game.steps)} off."
        if game.regime in ("there", "hit"):
            return "You are there." if game.regime == "there" else f"{steps}, and you are there."
        return f"{steps}: less than {game.tolerance_text} off."
