"""Why square? Misses must not cancel, and a big one must count far more."""

from __future__ import annotations

from manim import LEFT, PI, RIGHT, Rotate

from gdmath.experiments import squared_error
from scenes.figures.car_poses import mood
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.accents import calls
from scenes.kit.puppet import Act
from scenes.sets.squared_error import SquaredSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["SquaredError"]

# Which race, the beat, its name, what is said of it, and what the player makes of it before it,
# and after it if it goes as usual or not.
WAYS = (
    (0, "the plain miss", "plain", ("why", "step", "even"), ("counting", "asking", "asking")),
    (2, "the fourth power", "fourth", ("wild",), ("puzzled", "startled", "counting")),
    (1, "the square", "squared", ("fits",), ("aiming", "cheering", "flinching")),
)


class SquaredError(ShotFilm[squared_error.Params]):
    """Squares count every miss upwards, and big ones far more: cost is how wrong you are."""

    slug = "squared_error"
    title = "Why square?"
    poster = "a hundred times as far"
    model = squared_error.Params
    colours = squared_error.run(squared_error.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = squared_error.run(self.params)
        self.sets = SquaredSets(self, self.story)
        self.add(self.sets.scrim)
        self.signs_cancel()
        self.squares_do_not()
        self.ten_times_off()
        self.a_little_stressed()
        self.a_hundred_times_as_far()
        for way in WAYS:
            self.down_a_cost(*way)
        self.no_miss_no_cost()
        self.hush()

    def signs_cancel(self) -> None:
        """Too high and too far left: added up, there is no miss."""
        self.beat("no miss at all?")
        story = self.story
        sheet, shot, player, friend = self.sets.shooting()
        self.cut(sheet, shot, player, friend)
        self.add(self.sets.words("question", story.says("question"), size=2.2))
        self.say(story.says("shots"))
        right = self.sets.missed(shot, "right")
        six = self.sets.total("error", 2 * story.dot, "text")
        self.play(FadeIn(right))
        self.play(FadeIn(six))
        self.hold(1.8)
        self.remove(right, six)
        self.say(story.says("cancel"))
        self.play(shot.aside.animate.set_value(-shot.miss), run_time=0.8)
        left = self.sets.missed(shot, "left")
        self.add(left, shot.ring, shot.ball, *player)
        self.play(FadeIn(self.sets.total("error", story.added, "text")),
                  Act(friend, FRIEND_POSES["shrugging"]))  # fmt: skip
        self.hold(1.6)
        self.say(story.says("lie"), Act(friend, FRIEND_POSES["shouting"]))
        self.play(FadeIn(calls(self.theme, friend)))
        self.hold(1)

    def squares_do_not(self) -> None:
        """Each miss swings round into the side of a square."""
        self.beat("square each miss")
        story, (sheet, shot, friend) = self.story, self.sets.squaring()
        arrows, panes = [shot.high(), shot.wide()], shot.panes()
        turns = [arrow.copy() for arrow in arrows]
        self.cut(sheet, friend, shot.guides(), *arrows, shot)
        self.say(story.says("square"))
        swings = [Rotate(turn, way * PI / 2, about_point=turn.tail)
                  for turn, way in zip(turns, (-1, 1), strict=True)]  # fmt: skip
        self.play(*swings, run_time=0.8)
        numbers = [self.numeral(story.cost(miss), "text", 3.2, 0.6 * pane.size).move_to(pane[0])
                   for miss, pane in zip(story.misses, panes, strict=True)]  # fmt: skip
        self.play(FadeIn(*panes), FadeOut(*turns))
        self.add(*arrows, shot)
        self.play(FadeIn(*numbers))
        formula = self.label((story.says("cost"), "cost"), " = ", story.says("squared"), size=3.0,
                             room=self.sets.room("formula"))  # fmt: skip
        self.say(story.says("side"))
        self.play(FadeIn(self.sets.put("formula", formula)))
        self.hold(1)
        self.say(story.says("both"), Act(friend, FRIEND_POSES["pointing"]))
        self.play(FadeIn(self.sets.total("cost", story.total, "cost")))
        self.hold(1.4)

    def ten_times_off(self) -> None:
        """Beside one tile a wall of tiles grows, ring by ring."""
        self.beat("ten times off")
        story, (room, player, wall) = self.story, self.sets.duet()
        one, side = wall.tile(story.told("miss", 1)), wall.side(story.told("miss", story.miss))
        few, many = wall.told(story.cost(1), story.cost(story.miss))
        self.cut(room, player)
        self.say(story.says("one"), FadeIn(one))
        self.play(FadeIn(few))
        self.hold(0.6)
        self.say(story.says("times"), FadeIn(wall.light, side))
        for ring in wall.rings():
            self.play(FadeIn(*ring), run_time=0.2)
        self.play(FadeOut(one[1][1]), FadeIn(many), Act(player, PLAYER_POSES["flinching"]))
        self.hold(1.6)

    def a_little_stressed(self) -> None:
        """The car is a centimetre off the centre of its lane: a lens shows the square of that."""
        self.beat("on the road")
        drive, lens, told = self.sets.near()
        car = drive.car
        self.cut(drive.plate, car.body, car.before)
        self.say(self.story.says("near"), car.off.animate.set_value(1.0), *car.feel("uneasy"))
        self.play(FadeIn(lens, told))
        self.hold(1.6)

    def a_hundred_times_as_far(self) -> None:
        """The car leaves its lane's centre, and the square of its miss grows with it."""
        self.beat("a hundred times as far")
        story, (drive, square, truck) = self.story, self.sets.far()
        car, off = drive.car, square.miss.value
        pane = square.pane().scale(1 / off, about_point=square.foot)
        car.off.set_value(1.0)
        self.cut(drive.plate, car.body.update(), pane, car.before, truck.shift(5 * RIGHT))
        self.say(story.says("far"))
        grows = pane.animate.scale(off, about_point=square.foot)
        self.play(car.off.animate.set_value(off), grows, truck.animate.shift(5 * LEFT),
                  *car.feel(mood(off)), run_time=1.6)  # fmt: skip
        grid, cost = square.grid(float(story.miss)), story.cost(story.off)
        words = square.words(cost, *map(story.says, ("cost", "centre", "car")))
        self.add(car.body, pane, grid, car.before, truck)
        self.play(FadeIn(grid, square.measure(), words))
        self.hold(3)

    def down_a_cost(
        self, number: int, beat: str, name: str, lines: tuple[str, ...], poses: tuple[str, str, str]
    ) -> None:
        """From the same miss, at the same rate, down one of three costs."""
        self.beat(beat)
        story, race = self.story, self.story.races[number]
        place, chart, player = self.sets.race(race, poses[0])
        hops, power = chart.hops, self.sets.words("power", (story.says(name), "cost"), size=3.0)
        self.cut(place, chart, chart.told, hops.ball, player, power)
        for line in lines:
            self.say(story.says(line))
            self.hold(0.8)
        slope = hops.tangent(story.told("slope", race.slope), self.sets.room("slope"))
        product, landings = self.sets.product(race), self.sets.landings(race, hops.last)
        self.play(FadeIn(slope))
        self.add(hops.ball)
        self.play(FadeIn(product), FadeOut(slope[1], chart.told))
        self.hold(1)
        self.add(hops)
        self.remove(product)
        self.play(FadeOut(slope[0]), FadeIn(landings[0]))
        for step, landed in enumerate(landings[1:], 1):
            self.play(hops.done.animate.set_value(step), FadeIn(landed), run_time=0.8)
            self.hold(0.4)
        pose = poses[1 if race.as_usual else 2]
        seconds = 0.2 * max(3, min(12, hops.last))
        self.play(hops.done.animate.set_value(hops.last), Act(player, PLAYER_POSES[pose]),
                  run_time=seconds)  # fmt: skip
        if not number:
            self.say(story.says("ends"))
        self.hold(1.6)

    def no_miss_no_cost(self) -> None:
        """In the morning the car comes back to its lane's centre, and the cost is nothing."""
        self.beat("no miss")
        story, (drive, *squares) = self.story, self.sets.morning()
        square, _ = squares
        car, pane, off = drive.car, square.pane(), square.miss.value
        cost, less = (each.inside(story.cost(each.miss.value), story.says("cost"))
                      for each in squares)  # fmt: skip
        car.off.set_value(off)
        self.cut(drive.plate, car.body.update(), pane, car.before, cost)
        self.say(story.says("back"), *car.feel(mood(off)))
        self.hold(1.2)
        self.remove(cost)
        self.add(car.body, edge := square.outline(), pane, car.before)
        shrinks = pane.animate.scale(0.5, about_point=square.foot)
        self.play(car.off.animate.set_value(off / 2), shrinks, *car.feel(mood(off / 2)),
                  run_time=1.2)  # fmt: skip
        self.play(FadeIn(less))
        self.hold(1.4)
        self.remove(less)
        shrinks = pane.animate.scale(1e-3, about_point=square.foot)
        self.play(car.off.animate.set_value(0), shrinks, FadeOut(edge), *car.feel("laughing"),
                  run_time=1.2)  # fmt: skip
        self.remove(pane)
        none = self.sets.large("none", story.cost(0), story.says("cost"), "cost", 3.4)
        self.say(story.says("end"), FadeIn(none))
        words = self.headline(story.says("claim"), self.choose(2.4, 1.6, 2.2),
                              self.sets.room("claim"))  # fmt: skip
        self.play(FadeIn(self.sets.put("claim", words)))
        self.hold(3)
