"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Transform, VGroup, smooth

from gdmath.decimals import exact
from gdmath.experiments import laser
from gdmath.experiments.reading import Reading
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.kit.step import StepOnAxis
from scenes.kit.update import update_line
from scenes.places.loft import Morning
from scenes.sets.laser import OFF, Chart, LaserSets
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
        """Tell the shots."""
        self.story = laser.run(self.params)
        self.sets = LaserSets(self, self.story)
        self.first, self.target = self.params.first_shot_cm, self.params.target_cm
        self.add(self.sets.scrim)
        self.how_do_you_hit_what_you_cannot_see()
        self.she_sees_both()
        self.he_only_hears_her()
        self.the_shout_is_the_error()
        self.its_square_is_the_cost()
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
        self.say(self.story.says("tilt"), Act(loft.friend, FRIEND_POSES["laughing"]))
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
        height, target = self.story.reading("height", 0), self.story.reading("target")
        names = VGroup(
            self.label(height, role="here", size=1.6, rim=3).next_to(close.dot, RIGHT, buff=0.5),
            self.label(target, role="target", size=1.6, rim=3).next_to(
                close.ring.place((0, 0)), RIGHT, buff=0.5
            ),
        )
        self.play(FadeIn(names))
        self.hold(1)
        self.play(FadeOut(sight))
        self.say(self.story.says("shouts"), Act(close.friend, FRIEND_POSES["shouting"]))
        self.hold(0.6)

    # -- 3: the player, and what he hears ----------------------------------------------------

    def he_only_hears_her(self) -> None:
        """He could move so far at once, if his wrist could measure."""
        self.beat("he only hears her")
        near = self.sets.player_hears()
        self.cut(near, self.shouted(0, "heard", 2.4))
        self.say(self.story.says("why"), Act(near.player, PLAYER_POSES["asking"]))
        self.hold(0.6)
        self.say(self.story.says("ruler"), Act(near.player, PLAYER_POSES["counting"]))
        self.hold(1.4)
        self.play(Act(near.player, PLAYER_POSES["aiming"]))
        self.hold(0.6)

    # -- 4: close on the strip, upright, and laid on its side --------------------------------

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        bowl, story = self.sets.square_bowl, self.story
        self.error = axis_arrow(
            bowl.axis, self.target, self.first, "text", 0.14, of="error", off=OFF
        )
        stage = self.stage = self.sets.across(
            bowl, self.sets.folds((1.6, 0.0), 1.45, bowl), "square"
        )
        lying = [bowl.band, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = self.sets.stood_up(lying)
        upright, friend = self.sets.upright, self.sets.beside_upright("measuring")
        words = self.shouted(0, "error", self.choose(3.2, 2.4, 2.6))
        self.cut(upright, friend, bowl.ring, bowl.dot)
        ends = self.ends_named(LEFT, LEFT)
        self.say(story.says("error"), FadeIn(self.error, ends))
        self.play(FadeIn(words))
        self.hold(1.6)
        self.beat("on its side")
        self.remove(words, friend, ends)
        self.bring_to_back(stage.ground, stage.player, bowl.band, bowl.axis)
        self.say(story.says("rolled"), FadeOut(upright))
        ghost = self.sets.upright_ghost()
        roll.rate_func = _held_half_way
        self.play(FadeIn(ghost), roll, run_time=2.6)
        way = self.label(story.says("way"), size=1.4)
        way.next_to(bowl.axis.at(self.first), UP + RIGHT, buff=0.35)
        self.ends = self.ends_named(LEFT, RIGHT)
        self.play(FadeIn(self.keep_in_frame(way), self.ends))
        self.hold(1)
        self.leave(ghost, way)

    def ends_named(self, *sides: np.ndarray) -> VGroup:
        """Return target and dot with their heights, beside them on these sides."""
        bowl, story = self.sets.square_bowl, self.story
        ends = (
            (story.reading("target"), bowl.ring[1]),
            (story.reading("height", 0), bowl.dot.ball),
        )
        return VGroup(*[
            self.label(
                reading, role=self.colours[reading.name], size=1.3, rim=2, room=1.15
            ).next_to(mark, side, buff=0.25)
            for (reading, mark), side in zip(ends, sides, strict=True)
        ])  # fmt: skip

    # -- 5: the square and the bowl ----------------------------------------------------------

    def its_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the cost."""
        self.beat("the square is the cost")
        bowl, story = self.sets.square_bowl, self.story
        square = ErrorSquare(bowl.axis, self.target, self.first)
        self.pile = square.pile(bowl.curve, self.first)
        self.say(story.says("square"), FadeIn(square))
        self.play(square.flight(self.pile), run_time=1.6)
        self.remove(*square.flying)
        self.add(self.pile)
        cost = self.large("cost", story.reading("cost", 0))
        cost.next_to(self.pile, self.choose(RIGHT, UP, UP), buff=0.2)
        self.play(FadeIn(cost))
        self.hold(1)
        sides = square.sides(0.16)
        self.say(story.says("sides"), FadeOut(cost, self.ends))
        twice = self.label(story.reading("miss", 0), " + ", story.reading("miss", 0), size=1.6,
                           room=self.sets.room("beside dot"))  # fmt: skip
        twice.next_to(sides, RIGHT, buff=0.4)
        self.play(FadeIn(sides, twice))
        self.hold(1.4)
        self.leave(sides, twice, square)

    def the_slope_is_twice_the_miss(self) -> None:
        """Every miss has its cost, which is a bowl; its slope is twice the miss."""
        bowl, story = self.sets.square_bowl, self.story
        pose = Act(self.stage.player, PLAYER_POSES["puzzled"])
        self.say(story.says("bowl"), FadeIn(bowl.curve, bowl.ball), pose)
        self.play(bowl.at.animate.set_value(2 * self.target - self.first), run_time=1.2)
        self.say(story.says("both"))
        self.hold(0.6)
        self.play(bowl.at.animate.set_value(self.first), run_time=1.2)
        slope, reach = story.reading("gradient", 0), self.sets.miss / 3
        tangent = bowl.curve.tangent(self.first, slope.value, 1.4 * reach, 1.4 * reach)
        named = self.large(story.says("slope"), slope)
        named.next_to(bowl.curve.point(self.first), RIGHT + 0.6 * DOWN, buff=0.5)
        self.say(story.says("steep"), FadeIn(tangent))
        self.play(FadeIn(named), Act(self.stage.player, PLAYER_POSES["asking"]))
        self.hold(1.6)

    def large(self, name: str, number: Reading) -> VGroup:
        """Return a large number with its name above it."""
        role = self.colours[number.name]
        big = self.numeral(number, role, room=self.sets.room("beside dot"))
        words = VGroup(self.label(name, role=role, size=1.1), big)
        return words.arrange(DOWN, buff=0.15)

    # -- 6: the step -------------------------------------------------------------------------

    def twice_the_shout_is_the_gradient(self) -> None:
        """Two misses, end to end, are the gradient, uphill."""
        self.beat("the step")
        bowl = self.bowl = self.sets.step_bowl
        base = float(bowl.axis.start[1])
        self.stage = self.sets.across(bowl, self.sets.backdrop((0, base), base), "step")
        self.shout, self.taken = self.shouted(0, "shout"), self.step_at(0)
        self.cut(self.stage, self.shout)
        self.say(self.story.says("gradient"), FadeIn(self.taken.halves))
        self.add(self.taken.gradient, self.taken.halves)
        self.play(FadeIn(self.taken.gradient, self.taken.named))
        self.hold(1.4)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round, and the learning rate's share of it."""
        bowl, story, taken = self.bowl, self.story, self.taken
        after = float(story.heights[1])
        turned, turning = taken.turn()
        self.say(story.says("turn"), Act(self.stage.friend, FRIEND_POSES["watching"]))
        self.play(turning, FadeOut(taken.halves), run_time=1)
        self.remove(turned)
        self.add(taken.parts, bowl.ring)
        self.play(taken.gradient.animate.set_opacity(0.25), run_time=0.4)
        self.say(story.says("take"))
        self.play(FadeIn(taken.step, taken.number))
        self.hold(0.6)
        rows = self.label("learning rate", role="step"), self.numeral(story.rate, "step", 1.6)
        how = VGroup(*rows).arrange(self.choose(RIGHT, DOWN, DOWN), buff=0.2)
        how.move_to(self.sets.place("rate"))
        self.play(
            FadeOut(taken.named, self.shout), Act(self.stage.friend, FRIEND_POSES["counting"])
        )
        self.say(story.says("rate"), FadeIn(how))
        self.hold(2.2)
        line = update_line(
            self, story.reading("height", 0), story.reading("step", 0), story.reading("height", 1),
            1.6, self.sets.room("line"),
        ).move_to(self.sets.place("line"))  # fmt: skip
        ghost = VGroup(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.play(FadeOut(how, taken.number))
        self.say(story.says("part"))
        self.add(ghost)
        rests = Act(self.stage.friend, FRIEND_POSES["pointing"])
        self.play(bowl.at.animate.set_value(after), rests, FadeIn(line), run_time=1)
        self.hold(1.6)
        self.leave(line, ghost, *taken.submobjects)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story, bowl = self.story, self.bowl
        self.beat("the same picture again")
        stage = self.sets.across(bowl, self.sets.folds((2.4, 0.6), 2.0, bowl), "zoom")
        self.cut(stage)
        told = story.told_steps
        for step in told:
            factor = abs(1 / story.factor)
            lens, frame = self.sets.lens(bowl, factor)
            self.say(story.says("zoom" if step == 1 else "again"), FadeIn(lens))
            self.hold(0.6)
            pose = Act(stage.player, PLAYER_POSES["strained"])
            swell = bowl.zoom.animate.set_value(factor**step)
            self.play(swell, Transform(lens, frame), *[pose][: step - 1], run_time=1.4)
            ghost = bowl.curve.ghost(float(story.heights[step - 1]))
            shout, taken = self.shouted(step, "shout"), self.step_at(step)
            shown = taken.submobjects
            self.play(FadeIn(shout, ghost, *shown))
            self.add(bowl.ring)
            self.hold(1.4)
            if step != told[-1]:
                after = float(story.heights[step + 1])
                rolls = bowl.at.animate.set_value(after)
                self.play(rolls, FadeOut(shout, ghost, lens, *shown), run_time=0.8)

    def step_at(self, step: int) -> StepOnAxis:
        """Return the step that follows so many."""
        story = self.story
        return StepOnAxis(
            self, self.bowl.axis, float(story.heights[step]),
            gradient=story.reading("gradient", step), step=story.reading("step", step),
            rate=exact(story.rate.value), off=OFF,
        )  # fmt: skip

    def shouted(self, step: int, place: str, size: float = 2.0) -> VGroup:
        """Return what the friend shouts after so many steps."""
        room, off = self.sets.room(place), self.story.says("off", step)
        words = VGroup(self.numeral(self.story.reading("shout", step), size=size, room=room))
        words.add(self.label(off, size=0.52 * size, room=room))
        return words.arrange(DOWN, buff=0.15).move_to(self.sets.place(place))

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target, or out of the bowl."""
        for game, ducks in zip(self.story.contrasts, ("ducking", "peeking"), strict=True):
            self.beat("too hard" if ducks == "ducking" else "harder")
            bowl = self.sets.swing_bowl(game)
            stage = self.sets.across(bowl, self.sets.window(), "swing")
            rate = self.label("learning rate ", (game.rate, "step"), size=1.5,
                              room=self.sets.room("swings"))  # fmt: skip
            trail = self.sets.trail(bowl, game)
            self.cut(stage, trail.level, trail.rows[0], rate.move_to(self.sets.place("swings")))
            self.say(game.says("swings"))
            poses = ("strained", "flinching", "eager")
            for row, after, pose in zip(
                trail.rows[1:], game.heights[1:].tolist(), poses, strict=False
            ):
                acts = (
                    Act(stage.player, PLAYER_POSES[pose]),
                    Act(stage.friend, FRIEND_POSES[ducks]),
                )
                self.play(bowl.at.animate.set_value(after), *acts, run_time=0.8)
                self.play(FadeIn(row), run_time=0.4)
            self.say(game.says("arrives"))
            self.hold(0.6)

    # -- 9: the pay-off ----------------------------------------------------------------------

    def every_step_takes_its_share(self, game: laser.Laser) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        morning = Morning(self.sets, "aiming" if game.arrives else "puzzled")
        chart = Chart(morning)
        bars = chart.bars(np.abs(game.errors[: MOST_BARS + 1]))
        first = self.label(game.reading("shout", 0), size=1.2)
        first.next_to(bars.dots[0], LEFT, buff=0.2)
        names = [
            bars.named(self.label("step ", game.reading("step number", step), size=0.9), step)
            for step in sorted({0, (len(bars.dots) - 1) // 3})
        ]
        self.cut(morning, bars.level, first, *names)
        self.say(game.says("bars"))
        for step in range(len(bars.dots)):
            columns = (bars.bars, bars.takes, bars.dots)
            shown = [column[step] for column in columns if step < len(column)]
            self.play(*map(FadeIn, shown), run_time=0.4 if step < 3 else 0.2)
        self.say(game.says("ending"))
        if game.arrives:
            beam, hit = morning.strike()
            cheer = Act(morning.friend, FRIEND_POSES["cheering"])
            self.play(Act(morning.player, hit), cheer, FadeIn(beam), run_time=0.8)
        claim = game.says("claim").rows
        rows = VGroup(*[self.label(*row, size=1.4, room=self.sets.room("claim")) for row in claim])
        rows.arrange(DOWN, buff=0.2, aligned_edge=LEFT).move_to(self.sets.place("claim"))
        words = VGroup(rows)
        if game.shrinks and game.factor:
            hop = bars.hop(0)
            each = self.label("× ", game.reading("factor"), size=1.3).next_to(hop, RIGHT, buff=0.1)
            words.add(hop, each)
        self.play(FadeIn(words))
        self.hold(2)
        if game.arrives:
            self.say(game.says("descent"))
            self.hold(2)


def _held_half_way(share: float) -> float:
    if share < 0.4:
        return 0.5 * smooth(share / 0.4)
    return 0.5 if share < 0.6 else 0.5 + 0.5 * smooth((share - 0.6) / 0.4)
