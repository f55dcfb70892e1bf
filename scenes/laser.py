"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

import numpy as np
from manim import DOWN, RIGHT, VGroup

from gdmath.decimals import exact
from gdmath.experiments import laser
from gdmath.experiments.reading import MINUS
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.kit.step import StepOnAxis
from scenes.kit.update import update_line
from scenes.places.loft import Morning
from scenes.sets.laser import OFF, Chart, LaserSets, Swing
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Laser"]

MOST_BARS = 24


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
    colours = laser.run(laser.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the nine shots."""
        self.story = laser.run(self.params)
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
        if self.story.told_steps:
            self.it_is_the_same_picture_again()
        self.too_hard_and_you_swing_past()
        self.every_step_takes_its_share(self.story.to_the_end)
        self.hush()

    # -- 1: the loft -------------------------------------------------------------------------

    def how_do_you_hit_what_you_cannot_see(self) -> None:
        """The player, the beam, the sheet, the target behind it, the friend who sees both."""
        self.beat("a target you cannot see")
        loft = self.sets.whole_loft(self.target - 60)
        self.cut(loft)
        self.say(self.story.says("question"))
        self.play(loft.aim.animate.set_value(self.target - 24), run_time=1.6)
        self.hold(1.6)
        self.say(self.story.says("tilt"))
        for height in (self.target - 44, self.target + 34):
            self.play(loft.aim.animate.set_value(height), run_time=1.2)
        self.hold(0.6)

    # -- 2: over her shoulder ----------------------------------------------------------------

    def she_sees_both(self) -> None:
        """The dot shines through: she sees it, and the ring behind which he aims."""
        self.beat("she sees both")
        close = self.sets.close_cloth()
        self.cut(close)
        self.say(self.story.says("sees"))
        sight = close.sight()
        self.play(FadeIn(sight))
        names = VGroup(*[
            self.label(reading, role=role, size=1.6, rim=3).next_to(place, RIGHT, buff=0.5)
            for reading, role, place in (
                (self.story.reading("height", 0), "here", close.dot),
                (self.story.reading("target"), "target", close.ring.place((0, 0))),
            )
        ])  # fmt: skip
        self.play(FadeIn(names))
        self.hold(1)
        self.play(FadeOut(sight))
        self.say(self.story.says("shouts"), Act(close.friend, FRIEND_POSES["shouting"]))
        self.hold(1)

    # -- 3: close on the strip, upright ------------------------------------------------------

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        bowl = self.sets.square_bowl
        self.error = axis_arrow(
            bowl.axis, self.target, self.first, "text", 0.14, of="error", off=OFF
        )
        lying = [bowl.band, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = self.sets.stood_up(lying)
        upright = self.sets.upright
        beside, words = self.sets.beside_upright(), self.shouted(0, "error", 3.2)
        self.cut(upright, *beside, bowl.ring, bowl.dot)
        self.say(self.story.says("error"), FadeIn(self.error))
        self.play(FadeIn(words))
        self.hold(2)
        self.beat("the square is the cost")
        self.remove(words, *beside)
        self.bring_to_back(*self.sets.behind_square(), bowl.band, bowl.axis)
        self.play(FadeOut(upright))
        self.play(roll, run_time=1.4)

    # -- 4: the square and the bowl ----------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the cost."""
        bowl, story = self.sets.square_bowl, self.story
        square = ErrorSquare(bowl.axis, self.target, self.first)
        self.pile = square.pile(bowl.curve, self.first)
        number = self.numeral(story.reading("cost", 0), "cost")
        cost = VGroup(self.label("cost", role="cost", size=1.1), number).arrange(DOWN, buff=0.15)
        cost.next_to(self.pile, self.side * RIGHT, buff=0.2)
        self.say(self.story.says("square"), FadeIn(square))
        self.play(square.flight(self.pile), run_time=1.6)
        self.remove(*square.flying)
        self.add(self.pile)
        self.play(FadeIn(cost))
        self.hold(1)
        sides = square.sides(0.16)
        self.say(self.story.says("sides"), FadeOut(cost))
        twice = self.label(story.reading("miss", 0), " + ", story.reading("miss", 0), size=1.6)
        twice.next_to(sides, self.side * RIGHT, buff=0.3)
        self.play(FadeIn(sides, twice))
        self.hold(1.4)
        self.leave(sides, twice, square)

    def the_slope_is_twice_the_miss(self) -> None:
        """Every miss has its cost, which is a bowl; its slope is twice the miss."""
        bowl, story = self.sets.square_bowl, self.story
        self.say(self.story.says("bowl"), FadeIn(bowl.curve, bowl.ball))
        for goal in (2 * self.target - self.first, self.first):
            self.play(bowl.at.animate.set_value(goal), run_time=1.2)
        reach = self.side * abs(self.miss) / 3
        slope = story.reading("gradient", 0).value
        tangent = bowl.curve.tangent(self.first, slope, reach, 1.5 * reach)
        number = self.numeral(story.reading("gradient", 0), "gradient")
        named = VGroup(self.label(self.story.says("slope"), role="gradient", size=1.1), number)
        named.arrange(DOWN, buff=0.15)
        named.next_to(bowl.curve.point(self.first), self.side * RIGHT + 0.6 * DOWN, buff=0.5)
        self.say(self.story.says("steep"), FadeIn(tangent))
        self.play(FadeIn(named))
        self.hold(1.6)

    # -- 5 and 6: the step -------------------------------------------------------------------

    def twice_the_shout_is_the_gradient(self) -> None:
        """Two misses, end to end, are the gradient, uphill."""
        self.beat("the step")
        bowl = self.bowl = self.sets.step_bowl
        self.behind, self.wrist = self.sets.behind_strip(bowl, "shouting"), self.sets.wrist(bowl)
        self.shout, self.taken = self.shouted(0, "shout"), self.step_at(0)
        self.cut(*self.behind, *bowl, self.wrist, self.shout)
        self.say(self.story.says("gradient"), FadeIn(self.taken.halves))
        self.add(self.taken.gradient, self.taken.halves)
        self.play(FadeIn(self.taken.gradient, self.taken.named))
        self.hold(1.4)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round, and the learning rate's share of it."""
        bowl, story, taken = self.bowl, self.story, self.taken
        after = float(story.heights[1])
        turned, turning = taken.turn()
        self.miss_parts = VGroup()
        self.say(self.story.says("turn"))
        self.play(turning, FadeOut(taken.halves), run_time=1)
        self.remove(turned)
        self.add(taken.parts, bowl.ring)
        self.play(taken.gradient.animate.set_opacity(0.25), run_time=0.4)
        self.say(self.story.says("take"))
        self.play(FadeIn(taken.step, taken.number))
        self.hold(0.6)
        how = VGroup()
        if self.layout.aspect != "1:1":  # there the narration alone says it, for want of room
            how.add(self.label("learning rate ", story.rate, role="step"))
        how.move_to(self.sets.place("rate"))
        self.play(FadeOut(taken.named, self.shout))
        self.say(self.story.says("rate"), FadeIn(how))
        first, step = story.reading("height", 0), story.reading("step", 0)
        size = self.choose(2.0, 1.25, 1.3)
        line = update_line(self, first, step, story.reading("height", 1), size)
        line.move_to(self.sets.place("line"))
        ghost = VGroup(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.add(ghost)
        rests = Act(self.behind[1], FRIEND_POSES["watching"])
        rolls = bowl.at.animate.set_value(after)
        self.play(rolls, rests, FadeIn(line), FadeOut(taken.number, how), run_time=1)
        self.hold(1.4)
        if story.regime == "glide":
            self._a_part_of_the_miss()
        self.leave(line, ghost, self.miss_parts, *taken.submobjects)

    def _a_part_of_the_miss(self) -> None:
        """The step against the miss: a tenth of twice the miss is a fifth of it."""
        share, taken = self.story.share, self.taken
        count = share.denominator if share.numerator == 1 and share.denominator <= 12 else 1
        miss = divided(self.bowl.axis, self.first, self.target, count, 0.3, OFF, "text")
        self.remove(taken.parts, taken.halves, taken.gradient)
        self.add(miss, taken.step)
        self.miss_parts = miss
        self.say(self.story.says("part"))
        self.hold(1.6)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story, bowl, friend = self.story, self.bowl, self.behind[1]
        self.beat("the same picture again")
        lines = (story.says("zoom"), story.says("again"))
        told = story.told_steps
        for step in told:
            swell = bowl.zoom.animate.set_value(abs(1 / story.factor) ** step)
            pose = FRIEND_POSES["shouting" if step == 1 else "counting"]
            self.say(lines[min(step, 2) - 1])
            self.play(swell, Act(friend, pose), run_time=1.4)
            shout, taken = self.shouted(step, "shout"), self.step_at(step)
            shown = taken.submobjects
            self.play(FadeIn(shout, *shown))
            self.add(bowl.ring)
            self.hold(1.4)
            if step != told[-1]:
                after = float(story.heights[step + 1])
                self.play(bowl.at.animate.set_value(after), FadeOut(shout, *shown), run_time=0.8)

    def step_at(self, step: int) -> StepOnAxis:
        """Return the step that follows so many."""
        story = self.story
        return StepOnAxis(
            self, self.bowl.axis, float(story.heights[step]),
            gradient=story.reading("gradient", step), step=story.reading("step", step),
            rate=exact(story.rate.value), off=OFF,
        )  # fmt: skip

    def shouted(self, step: int, place: str, size: float = 2.4) -> VGroup:
        """Return what the friend shouts after so many steps."""
        words = VGroup(self.numeral(self.story.reading("shout", step), size=size))
        words.add(self.label(self.story.says("off", step), size=0.52 * size))
        return words.arrange(DOWN, buff=0.15).move_to(self.sets.place(place))

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target, or out of the bowl."""
        self.beat("too hard")
        for game in self.story.contrasts:
            swing = Swing(self.sets)
            rate = self.label("learning rate ", (game.rate, "step"), size=self.choose(1.6, 1, 1.3))
            rate.move_to(self.sets.place("swings"))
            self.cut(swing)
            self.say(game.says("swings"), FadeIn(rate))
            last = VGroup()
            for step, after in enumerate(game.heights[1:].tolist(), start=1):
                number = self.label("miss ", game.reading("error", step), size=1.4)
                number.next_to(swing.bowl.axis.at(after, -1.0), DOWN, buff=0.1)
                self.keep_in_frame(number)
                duck = Act(swing.friend, FRIEND_POSES["ducking" if step % 2 else "peeking"])
                to = swing.bowl.at.animate.set_value(after)
                self.play(to, duck, FadeIn(number), FadeOut(last), run_time=0.8)
                last = number
                self.hold(0.4)
            self.say(game.says("arrives"))
            self.hold(0.6)

    # -- 9: the pay-off ----------------------------------------------------------------------

    def every_step_takes_its_share(self, game: laser.Laser) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        morning = Morning(self.sets, "aiming" if game.arrives else "puzzled")
        misses = np.abs(game.errors[: MOST_BARS + 1])
        chart = Chart(morning)
        bars = chart.bars(misses)
        first = self.label(game.reading("shout", 0), size=1.2)
        first.next_to(bars.dots[0], -RIGHT, buff=0.15)
        self.cut(morning, bars.level, first)
        self.say(game.says("bars"))
        for step in range(len(misses)):
            rows = (bars.bars, bars.takes, bars.dots)
            shown = [row[step] for row in rows if step < len(row)]
            self.play(*map(FadeIn, shown), run_time=0.4 if step < 3 else 0.2)
        self.say(game.says("ending"))
        if game.arrives:
            beam, hit = morning.strike()
            cheer = Act(morning.friend, FRIEND_POSES["cheering"])
            self.play(Act(morning.player, hit), cheer, FadeIn(beam), run_time=0.8)
        words = [self._claim_words(game, chart)]
        if game.shrinks and game.factor:
            sign = MINUS if game.factor < 0 else ""
            each = self.label(f"× {sign}", game.reading("factor"), size=1.7)
            words.append(each.move_to(chart.factor))
        self.play(FadeIn(*words))
        self.hold(2)
        if game.arrives:
            self.say(self.story.says("descent"))
            self.hold(2)

    def _claim_words(self, game: laser.Laser, chart: Chart) -> VGroup:
        """Return what every step does, in large letters."""
        size = self.choose(1.7, 1.4, 1.7)
        rows = VGroup(*[self.label(*row, size=size) for row in game.says("claim").rows])
        return rows.arrange(DOWN, buff=0.2, aligned_edge=-RIGHT).move_to(chart.claim)
