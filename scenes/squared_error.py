"""Why square? Misses must not cancel, and a big one must count far more."""

from __future__ import annotations

from decimal import Decimal

from manim import DL, DOWN, LEFT, PI, RIGHT, UP, Rotate, Transform, VGroup

from gdmath.experiments import squared_error
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.labels import large
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.kit.update import product_line
from scenes.sets.squared_error import ROLES, SquaredSets
from scenes.stage.claims import decoration
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["SquaredError"]

# Which race, what is said, and what the player makes of it.
WAYS = (
    (0, ("even", "ends"), ("puzzled", "puzzled")),
    (2, ("wild",), ("startled", "counting")),
    (1, ("fits",), ("cheering", "flinching")),
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
        self.size = self.choose(1.5, 1.2, 1.2)
        self.names = [self.story.says(name) for name in ("plain", "squared", "fourth")]
        self.add(self.sets.scrim)
        self.signs_cancel()
        self.squares_do_not()
        self.its_area_is_the_cost()
        self.ten_times_off()
        self.a_little_stressed()
        self.a_hundred_times_as_far()
        self.why_not_another_power()
        self.three_races()
        self.no_miss_no_cost()
        self.hush()

    def signs_cancel(self) -> None:
        """One shot too high, one as much too low: added up, there is no miss."""
        self.beat("no miss at all?")
        story = self.story
        sheet, board, player, friend = self.sets.shooting()
        first = board.shot(1)
        self.cut(sheet, board, player, friend)
        self.say(story.says("shots"))
        up = self.error("high", story.dot).next_to(high := board.arrow(1), RIGHT, buff=0.3)
        self.play(FadeIn(high, up))
        self.add(first, board.ball, *player)
        self.play(board.level.animate.set_value(-board.miss), run_time=0.8)
        down = self.error("low", -story.dot).next_to(low := board.arrow(-1), RIGHT, buff=0.3)
        self.play(FadeIn(low, down))
        self.hold(0.6)
        self.say(story.says("cancel"), Act(friend, FRIEND_POSES["shrugging"]))
        self.play(FadeIn(self.sets.total("error", story.added, "text")))
        self.hold(1.6)
        self.say(story.says("lie"), Act(friend, FRIEND_POSES["shouting"]))
        self.hold(1)

    def error(self, name: str, value: Decimal, size: float = 2.0) -> VGroup:
        """Return an error with its name below."""
        told, size = self.story.told("error", float(value)), size * self.choose(1.0, 0.8, 0.9)
        return large(self, told, self.story.says(name), size=size, above=False)

    def squares_do_not(self) -> None:
        """Each miss swings round into the side of a square."""
        self.beat("square each miss")
        story, (sheet, board, friend) = self.story, self.sets.squaring()
        board.level.set_value(-board.miss)
        arrows, panes = [board.arrow(side) for side in (1, -1)], [board.pane(1), board.pane(-1)]
        turns = [arrow.copy() for arrow in arrows]
        first = board.shot(1)
        self.cut(sheet, board.update(), first, friend, *arrows)
        self.say(story.says("square"), Act(friend, FRIEND_POSES["counting"]))
        self.play(*[Rotate(turn, PI / 2, about_point=turn.tail) for turn in turns], run_time=0.8)
        self.play(FadeIn(*panes), FadeOut(*turns))
        self.add(*arrows, board.ring, first, board.ball)
        costs = [story.cost(miss) for miss in story.shots]
        numbers = [self.numeral(cost, "text", 3.2, 0.6 * pane.size).move_to(pane[0])
                   for cost, pane in zip(costs, panes, strict=True)]  # fmt: skip
        self.play(FadeIn(*numbers))
        self.hold(0.6)
        self.say(story.says("both"), Act(friend, FRIEND_POSES["pointing"]))
        self.play(FadeIn(self.sets.total("cost", story.total, "cost")))
        self.hold(1.4)

    def its_area_is_the_cost(self) -> None:
        """One formula: the exponent unfolds a square."""
        self.beat("cost is miss squared")
        story, (place, pane, side) = self.story, self.sets.square()
        formula = self.label((story.says("cost"), "cost"), " = ", story.says("squared"), size=3.4,
                             room=self.sets.room("formula"))  # fmt: skip
        miss = self.label(story.says("miss"), size=1.6).next_to(side, DOWN, buff=0.12)
        cost = self.label(story.says("cost"), size=2.8).move_to(pane[0])
        self.cut(place, self.sets.put("formula", formula))
        self.say(story.says("side"), FadeIn(side, miss))
        grown = pane.copy().scale(0.05, about_point=pane[0].get_corner(DL))
        self.play(Transform(grown, pane), run_time=1)
        self.remove(grown)
        self.add(pane)
        self.play(FadeIn(cost))
        self.hold(1.6)

    def ten_times_off(self) -> None:
        """Beside one tile a wall of tiles grows, ring by ring."""
        self.beat("ten times off")
        story, (room, player, one, ground) = self.story, self.sets.duet()
        miss = int(story.miss)
        tile = decoration(ErrorSquare(one, 0, 1, 1, solid=0.6))
        wall = ErrorSquare(ground, 0, miss, miss, solid=0.6)
        sides = [axis_arrow(axis, 0, far, "text", 0.1, of="miss", off=-0.2)
                 for axis, far in ((one, 1), (ground, miss))]  # fmt: skip
        near, far = (self.label(story.told("miss", size), size=1.5).next_to(side, DOWN, buff=0.12)
                     for size, side in zip((1, miss), sides, strict=True))  # fmt: skip
        cost = self.numeral(story.cost(1), "cost", 1.8).next_to(tile, UP, buff=0.15)
        self.cut(room, player)
        self.say(story.says("one"), FadeIn(tile, sides[0], near))
        self.play(FadeIn(cost))
        self.hold(0.6)
        self.say(story.says("times"), FadeIn(sides[1], far))
        for ring in range(miss):
            cells = [decoration(cell) for number, cell in enumerate(wall)
                     if max(divmod(number, miss)) == ring]  # fmt: skip
            self.play(FadeIn(*cells), run_time=0.2)
        total = self.numeral(story.cost(story.miss), "text", 5.0).move_to(wall)
        self.play(FadeOut(near), FadeIn(total), Act(player, PLAYER_POSES["flinching"]))
        self.hold(1.6)

    def a_little_stressed(self) -> None:
        """The car is a centimetre off the centre of its lane: a lens shows the square of that."""
        self.beat("on the road")
        story, (drive, lens, told) = self.story, self.sets.near()
        car = drive.car
        self.cut(drive.plate, car.body, car.before)
        self.say(story.says("near"), car.off.animate.set_value(1.0), *car.feel("uneasy"))
        self.play(FadeIn(lens, told))
        self.hold(1.6)

    def a_hundred_times_as_far(self) -> None:
        """The car leaves its lane's centre, and the square of its miss grows with it."""
        self.beat("a hundred times as far")
        story, (drive, square, truck) = self.story, self.sets.far()
        car, off = drive.car, square.miss.value
        pane = square.pane().scale(1 / off, about_point=drive.axis.at(0))
        car.off.set_value(1.0)
        self.cut(drive.plate, car.body.update(), pane, car.before, truck.shift(5 * RIGHT))
        self.say(story.says("far"))
        grows = pane.animate.scale(off, about_point=drive.axis.at(0))
        self.play(car.off.animate.set_value(off), grows, truck.animate.shift(5 * LEFT),
                  *car.feel(story.mood), run_time=1.6)  # fmt: skip
        grid, cost = square.grid(float(story.miss)), story.cost(story.off)
        words = square.words(cost, *map(story.says, ("cost", "centre", "car")))
        self.add(car.body, pane, grid, car.before, truck)
        self.play(FadeIn(grid, square.measure(), words))
        self.hold(3)

    def why_not_another_power(self) -> None:
        """What the same miss costs with each power, as areas."""
        self.beat("why the square?")
        story, (place, areas, friend) = self.story, self.sets.powers()
        self.cut(place, friend)
        self.say(story.says("why"))
        costs = [story.told("cost", race.cost(story.dot)) for race in story.races]
        for number, told in enumerate(zip(costs, self.names, ROLES, strict=True)):
            self.play(FadeIn(areas[number], areas.told(number, *told, self.size)))
            self.hold(0.4)
        self.say(story.says("part"), Act(friend, FRIEND_POSES["pointing"]))
        self.hold(1.6)

    def three_races(self) -> None:
        """From the same miss, at the same rate, down three costs."""
        self.beat("three ways home")
        story, (place, hops, player) = self.story, self.sets.hopping()
        self.cut(place, self.sets.axes(hops), player)
        self.say(story.says("step"))
        before, room = VGroup(), self.sets.room("product")
        for row, (number, lines, poses) in enumerate(WAYS):
            race, way = story.races[number], hops[row]
            factors = story.first_step(race)
            rate, slope, step = (factor.name for factor in factors)
            formula = product_line(self, *factors, (rate, slope, step), 2.6, 1.1, room)
            name = way.named(self.names[number], ROLES[number], self.size)
            self.remove(before)
            self.keep_in_frame(self.sets.put("product", formula))
            self.play(FadeIn(formula, way, name))
            self.say(story.says(lines[0]))
            goes = way.done.animate.set_value(way.last)
            pose = poses[0 if story.as_usual(race) else 1]
            self.play(goes, Act(player, PLAYER_POSES[pose]), run_time=2.4)
            before = formula
            for line in lines[1:]:
                self.say(story.says(line))
        self.hold(1.6)

    def no_miss_no_cost(self) -> None:
        """In the morning the car is where it should be."""
        self.beat("no miss")
        drive = self.sets.morning()
        self.cut(drive.plate, drive.car.body, drive.car.before)
        self.say(self.story.says("end"), *drive.car.feel("laughing"))
        claim = self.story.says("claim")
        words = self.headline(claim, self.choose(2.6, 1.6, 2.2), self.sets.room("claim"))
        self.play(FadeIn(self.sets.put("claim", words)))
        self.hold(3)
