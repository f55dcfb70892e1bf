"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from gdmath.experiments import laser
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.accents import calls
from scenes.kit.labels import beside, legs
from scenes.kit.puppet import Act
from scenes.kit.room import make_room, spread
from scenes.kit.squares import ErrorSquare
from scenes.kit.update import share_line, update_line
from scenes.places.loft_dawn import Morning
from scenes.sets.laser import SWINGING, LaserSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Laser"]

MOST_BARS = 24


class Laser(ShotFilm[laser.Params]):
    """You aim at a target that you cannot see; a friend shouts how far off you are."""

    slug = "laser"
    title = "The laser pointer game"
    poster = "the step"
    model = laser.Params
    colours = laser.run(laser.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = laser.run(self.params)
        self.sets = LaserSets(self, self.story)
        self.first, self.target = self.params.first_shot_cm, self.params.target_cm
        self.low = 2 * self.target - self.first
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

    def she_sees_both(self) -> None:
        """The dot shines through: she sees it, and the ring behind which he aims."""
        self.beat("she sees both")
        close = self.sets.close_cloth()
        self.cut(close)
        self.say(self.story.says("sees"))
        sight = close.sight()
        self.play(FadeIn(sight))
        target, first = self.story.reading("target"), self.story.reading("height", 0)
        ends = (target, close.ring.place((0, 0)), LEFT), (first, close.dot, LEFT)
        shouting = close.friend.copy().take(FRIEND_POSES["shouting"])
        names = spread(self, beside(self, *ends, size=1.6, buff=0.5), shouting)
        self.play(FadeIn(names))
        self.hold(1)
        self.play(FadeOut(sight))
        self.say(self.story.says("shouts"), Act(close.friend, FRIEND_POSES["shouting"]))
        self.play(FadeIn(calls(self.theme, close.friend)))
        self.hold(0.6)

    def he_only_hears_her(self) -> None:
        """He could move so far at once, if his wrist could measure so small a turn."""
        self.beat("he only hears her")
        near = self.sets.player_hears()
        shout = self.sets.shouted(0, "heard", 2.4)
        self.cut(near, shout)
        self.say(self.story.says("why"), Act(near.player, PLAYER_POSES["asking"]))
        small, far = self.story.reading("turn"), self.story.reading("distance")
        turn = self.sets.words("turn", small, " ", self.story.says("turn"), " ", far, size=1.6)
        self.say(self.story.says("ruler"), FadeIn(turn))
        was, jerks, flung = near.jerk(self.target - 35 * self.sets.side)
        self.say(self.story.says("jerk"), FadeOut(turn, shout), FadeIn(was))
        self.play(jerks, flung, run_time=1.2)
        back = near.aim.animate.set_value(self.first)
        counts = Act(near.player, PLAYER_POSES["counting"])
        self.say(self.story.says("ask"), counts, back, FadeOut(was), FadeIn(shout))
        self.hold(0.6)

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        bowl, story = self.sets.square_bowl, self.story
        self.error = self.sets.error(bowl, self.first)
        lying = [bowl.band, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = self.sets.stood_up(bowl, lying)
        upright, self.friend = self.sets.upright(bowl), self.sets.friend_beside("square")
        words = self.sets.shouted(0, "error", self.choose(3.2, 2.4, 2.6))
        self.cut(upright, self.friend, bowl.ring, bowl.dot)
        target, first = story.reading("target"), story.reading("height", 0)
        ring, dot = bowl.ring[1], bowl.dot.ball
        ends = beside(self, (target, ring, LEFT), (first, dot, LEFT), room=1.15)
        self.say(story.says("error"), FadeIn(self.error, ends))
        self.play(FadeIn(words))
        self.hold(1.6)
        self.beat("on its side")
        self.remove(words, ends)
        ground = self.sets.folds((1.6, 0.0), 1.45, bowl)
        self.bring_to_back(ground, bowl.band, bowl.axis)
        self.say(story.says("rolled"), FadeOut(upright))
        ghost = self.sets.upright_ghost(bowl)
        self.add(roll.mobject, self.friend)  # she stands before the strip
        watches = Act(self.friend, FRIEND_POSES["watching"])
        self.play(FadeIn(ghost), roll, watches, run_time=2.6)
        names = beside(self, (target, ring, LEFT), (first, dot, RIGHT), room=1.15)
        self.play(FadeIn(names))
        self.hold(1)
        self.leave(ghost, names)

    def its_square_is_the_cost(self) -> None:
        """Too high and too low: both squares are above zero, their cells pile up to the cost."""
        self.beat("the square is the cost")
        bowl, story = self.sets.square_bowl, self.story
        other, (high, mirrored) = self.sets.error(bowl, self.low), story.mirrored
        none = story.quantities["error"].of(high.value + mirrored.value)
        total = self.sets.words("sum", high, " ", mirrored, " = ", none, size=2.2)
        self.say(story.says("cancel"), FadeIn(other, total))
        self.add(bowl.ring)
        self.hold(1)
        squares = [ErrorSquare(bowl.axis, self.target, end) for end in (self.first, self.low)]
        piles = [square.pile(bowl.curve) for square in squares]
        self.say(story.says("square"), FadeOut(total), FadeIn(*squares))
        flights = [square.flight(pile) for square, pile in zip(squares, piles, strict=True)]
        self.play(*flights, Act(self.friend, FRIEND_POSES["counting"]), run_time=1.6)
        self.add(*piles)
        cost = self.sets.large("slope", story.reading("cost", 0), story.says("each"), "cost", 3.0)
        self.play(FadeIn(cost))
        self.hold(1)
        self.add(bowl.curve, self.friend)  # she stands before it
        self.say(story.says("bowl"), FadeIn(bowl.curve), FadeOut(squares[1]))
        self.square = squares[0]
        self.play(FadeIn(bowl.ball), Act(self.friend, FRIEND_POSES["pointing"]))
        for height in (self.low, self.first):
            self.play(bowl.at.animate.set_value(height), run_time=1.2)
        self.leave(other, cost, *piles)

    def the_slope_is_twice_the_miss(self) -> None:
        """A little more miss adds two sides to the square: so steep is the bowl there."""
        bowl, story = self.sets.square_bowl, self.story
        sides, miss = self.square.sides(0.16), story.reading("miss", 0)
        self.say(story.says("sides"), FadeIn(sides))
        twice = self.sets.words("slope", miss, " + ", miss, size=2)
        self.play(FadeIn(twice))
        self.hold(1)
        slope, third = story.reading("gradient", 0), (self.first - self.target) / 3
        tangent = bowl.curve.tangent(self.first, slope.value, 1.4 * abs(third), abs(third))
        falls = bowl.curve.triangle(self.first, self.first - third, slope.value, 6)
        named = self.sets.large("slope", slope, story.says("slope"), "gradient", 3.0)
        numbers = legs(self, falls, story.reading("across"), story.reading("fall"))
        spread(self, numbers, falls, tangent, named)
        self.leave(sides, twice, self.square, self.error)
        self.say(story.says("steep"), FadeIn(tangent))
        self.play(FadeIn(falls, numbers, named), Act(self.friend, FRIEND_POSES["watching"]))
        self.hold(1.6)

    def twice_the_shout_is_the_gradient(self) -> None:
        """Two misses, end to end, are the gradient, uphill."""
        self.beat("the step")
        bowl = self.bowl = self.sets.step_bowl
        self.stage = self.sets.across(bowl, "step")
        self.shout = VGroup(calls(self.theme, self.stage.friend), self.sets.shouted(0, "shout"))
        self.taken = self.sets.step(bowl)
        self.cut(self.stage, self.shout)
        self.say(self.story.says("gradient"), FadeIn(self.taken.halves))
        self.add(self.taken.gradient, self.taken.halves)
        make_room(self, self.taken.named)
        self.play(FadeIn(self.taken.gradient), FadeIn(self.taken.named))
        self.hold(1)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round: all of it is too much, the learning rate takes a part."""
        bowl, story, taken = self.bowl, self.story, self.taken
        turned, turning = taken.turn()
        self.say(story.says("turned"), Act(self.stage.friend, FRIEND_POSES["watching"]))
        self.play(turning, FadeOut(taken.halves), run_time=1)
        self.remove(turned)
        self.add(taken.parts, bowl.ring)
        far = zip(story.mirrored, (self.first, self.low), (LEFT, RIGHT), strict=True)
        marks = [(miss, bowl.axis.at(at, 0.35), side) for miss, at, side in far]
        ends = beside(self, *marks, size=self.choose(1.3, 0.9, 0.9), buff=0.15)
        drops = [bowl.curve.drop(at) for at in (self.first, self.low)]
        whole = story.quantities["learning rate"].of(1.0)
        rate = self.sets.large("shout", whole, "learning rate", "step", 1.8)
        flung = VGroup(
            *drops, bowl.curve.ghost(self.low), spread(self, ends, *drops, bowl.curve), rate
        )
        self.leave(taken.gradient, taken.named, self.shout)
        dodge = Act(self.stage.player, PLAYER_POSES["flinching"])
        ducks = Act(self.stage.friend, FRIEND_POSES["ducking"])
        self.say(story.says("all"), FadeIn(flung), dodge, ducks)
        gradient, room = story.reading("gradient", 0), self.sets.room("shout")
        how = self.sets.put("shout", share_line(self, story.rate, gradient, room))
        self.leave(flung)
        self.say(story.says("take"), FadeIn(make_room(self, how)))
        self.play(FadeIn(taken.step, taken.number), Act(self.stage.player, PLAYER_POSES["aiming"]))
        self.say(story.says("rate"), Act(self.stage.friend, FRIEND_POSES["counting"]))
        self.hold(1)
        line = update_line(self, *story.update(0), 1.6, self.sets.room("line"))
        ghost = VGroup(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.leave(how, taken.number, taken.parts)
        make_room(self, self.sets.put("line", line))
        self.say(story.says("part"))
        self.add(ghost)
        rests = Act(self.stage.friend, FRIEND_POSES["pointing"])
        rolls = bowl.at.animate.set_value(float(story.heights[1]))
        self.play(rolls, rests, FadeIn(line), run_time=1)
        self.hold(1.2)

    def it_is_the_same_picture_again(self) -> None:
        """After each step the part of the strip that is left, larger, is the picture again."""
        story = self.story
        self.beat("the same picture again")
        rows = self.rows = self.sets.rows()
        self.cut(self.sets.across(rows, "zoom"), rows.rows[0].miss)
        for step in story.told_steps:
            before, row = rows.rows[step - 1 : step + 1]
            make_room(self, before.number, before.takes)
            self.play(FadeIn(before.takes, before.number))
            rolls = before.strip.at.animate.set_value(float(story.heights[step]))
            lens = rows.lens(step)
            self.say(story.says("zoom" if step == 1 else "again"), FadeIn(lens[0]), rolls)
            grows = rows.grow(step)
            self.add(*grows.mobject)
            self.play(grows, rows.now.animate.set_value(step), FadeIn(lens[1:]), run_time=1.6)
            self.play(FadeIn(row.miss), FadeOut(before.number))
            self.hold(0.6)
        self.play(FadeIn(row.takes))
        self.hold(1)

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target, or out of the bowl."""
        beats = ("one step hits", "too hard", "")
        for beat, game, acts in zip(beats, self.story.contrasts, SWINGING, strict=True):
            self.beat(beat) if beat else self.finish_line()
            misses = game.misses(game.steps)
            stage, bowl, trail = self.sets.swung(game, "swing" if misses else "hit")
            rate = self.sets.words("swings", "learning rate ", (game.rate, "step"), size=1.35)
            self.cut(stage, trail.level, trail.rows[0], rate)
            self.say(game.says("swings"))
            for step, (his, hers) in enumerate(acts[: game.steps], start=1):
                rolls = bowl.at.animate.set_value(float(game.heights[step]))
                he = Act(stage.player, PLAYER_POSES[his])
                self.play(rolls, he, Act(stage.friend, FRIEND_POSES[hers]), run_time=0.8)
                self.play(FadeIn(trail.rows[step]), run_time=0.4)
            self.say(game.says("arrives" if misses else "luck"))
            self.hold(0.6)

    def every_step_takes_its_share(self, game: laser.Laser) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        morning = Morning(self.sets, "aiming" if game.arrives else "puzzled")
        bars = morning.bars(abs(game.errors[: MOST_BARS + 1]))
        dot = bars.dots[0]
        room = min(1.2, float(dot.get_left()[0]) - 0.2 - self.layout.safe.left)
        first = beside(self, (game.reading("shout", 0), dot, LEFT), size=1.2, buff=0.2, room=room)
        first.align_to(dot, DOWN).shift(0.1 * UP)  # above the level
        last = len(bars.dots) - 1  # below it, the beam would be in the way
        name = self.label("step ", game.reading("step number", last), size=0.9)
        self.cut(morning, bars.level, first, bars.named(name, last, above=game.arrives))
        self.say(game.says("bars"))
        for step, column in enumerate(bars.columns):
            self.play(FadeIn(column), run_time=0.4 if step < 3 else 0.2)
        self.say(game.says("ending"))
        if game.arrives:
            beam, hit = morning.strike()
            joy = self.choose("cheering", "cheering", "laughing")  # no hand is in the beam's way
            cheers = Act(morning.player, hit), Act(morning.friend, FRIEND_POSES[joy])
            self.play(FadeOut(morning.closed))
            self.play(*cheers, FadeIn(beam, morning.flash()), run_time=0.8)
        claim = self.headline(game.says("claim"), 1.6, self.sets.room("claim"))
        words = VGroup(self.sets.put("claim", claim))
        if game.shrinks and 0 < abs(game.factor) < 0.9:  # else nobody sees what it leaves
            hop = bars.hop(0, self.label("× ", game.reading("factor"), size=1.3))
            make_room(self, claim, hop)
            words.add(hop)
        self.play(FadeIn(words))
        self.hold(2)
        if game.arrives:
            self.say(game.says("descent"))
            self.hold(2)
