"""Why square? Misses must not cancel, and a big one must count far more."""

from __future__ import annotations

from decimal import Decimal

from manim import DL, DOWN, LEFT, PI, RIGHT, UP, Rotate, Transform, VGroup

from gdmath.experiments import squared_error
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.labels import large
from scenes.kit.lane_square import LaneSquare
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.kit.update import product_line
from scenes.places.road import Drive
from scenes.sets.squared_error import SquaredSets
from scenes.stage.claims import decoration
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.theme import Role

__all__ = ["SquaredError"]

# Which race, its slope's name, what is said, and what the player makes of it.
WAYS = (
    (0, "slope_plain", ("even", "ends"), ("puzzled", "puzzled")),
    (2, "slope_fourth", ("wild",), ("startled", "counting")),
    (1, "slope_squared", ("fits",), ("cheering", "flinching")),
)
# How the ways of |miss|, miss² and miss⁴ look: blue is the one that is the cost.
ROLES: tuple[Role, ...] = ("text", "cost", "quiet")
THICK = (0.08, 0.18, 0.08)
COSTS = ("even cost", "cost", "wild cost")  # what the curves stand for
ROWS = (10, 20, 30)  # steps that are numbered


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
        self.misses_cancel()
        self.squares_do_not()
        self.its_area_is_the_cost()
        self.ten_times_off()
        self.on_the_road()
        self.why_not_another_power()
        self.three_races()
        self.no_miss_no_cost()
        self.hush()

    def misses_cancel(self) -> None:
        """Too high and too far left add up; too high and too far right are nothing at all."""
        self.beat("no miss at all?")
        story = self.story
        sheet, board, friend = self.sets.misses("measuring", close=False)
        self.cut(sheet, board, friend)
        up, left = board.arrows(1)
        named = self.error("high", story.dot).next_to(up, LEFT, buff=0.25)
        side = self.error("left", story.dot).next_to(left, UP, buff=0.2)
        self.say(story.says("add"), FadeIn(up, named))
        self.play(FadeIn(left, side))
        total = self.sets.put("sum", self.error("sum", 2 * story.dot, 3.0))
        self.play(FadeIn(total))
        self.hold(1)
        self.play(FadeOut(total, left, side))
        self.play(board.aside.animate.set_value(-board.far), run_time=1)
        right = board.arrows(-1)[1]
        side = self.error("right", -story.dot).next_to(right, UP, buff=0.2)
        total = self.sets.put("sum", self.error("sum", story.dot - story.dot, 3.0))
        shrugs = Act(friend, FRIEND_POSES["shrugging"])
        self.say(story.says("cancel"), FadeIn(right, side), shrugs)
        self.play(FadeIn(total))
        self.hold(1.4)

    def error(self, name: str, value: Decimal, size: float = 1.8) -> VGroup:
        """Return an error with its name below."""
        told, size = self.story.told("error", value), size * self.choose(1.0, 0.8, 0.9)
        return large(self, told, self.story.says(name), size=size, above=False)

    def squares_do_not(self) -> None:
        """Each miss swings round into the side of a square; together they are the whole one's."""
        self.beat("square each miss")
        story, (sheet, board, friend) = self.story, self.sets.misses("shrugging", close=True)
        board.aside.set_value(-board.far)
        arrows, panes = board.arrows(-1), board.panes()
        turns = [arrow.copy() for arrow in arrows]
        self.cut(sheet, board.update(), friend, *arrows)
        self.say(story.says("square"), Act(friend, FRIEND_POSES["counting"]))
        self.play(*[Rotate(turn, PI / 2, about_point=turn.tail) for turn in turns], run_time=0.8)
        self.play(FadeIn(*panes), FadeOut(*turns))
        self.add(*arrows, board.ring, board.ball)
        for miss, pane in zip((story.dot, story.dot), panes, strict=True):
            number = self.numeral(story.cost(miss), "text", 2.4, 0.6 * pane.size)
            self.play(FadeIn(number.move_to(pane[0])))
        self.hold(1)
        whole, pouring = board.whole(), [pane.copy() for pane in panes]
        self.say(story.says("pour"), Act(friend, FRIEND_POSES["pointing"]))
        self.play(*[Transform(pane, whole.copy()) for pane in pouring], run_time=1.2)
        self.remove(*pouring)
        total = self.numeral(story.told("cost", story.total), "text", 3.4, 0.8 * whole.size)
        self.add(whole, board.ring, board.ball)
        self.play(FadeIn(total.move_to(whole[0])))
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
        miss, self.ground = int(story.miss), ground
        tile = decoration(ErrorSquare(one, 0, 1, 1, solid=0.6))
        self.wall = ErrorSquare(ground, 0, miss, miss, solid=0.6)
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
            cells = [decoration(cell) for number, cell in enumerate(self.wall)
                     if max(divmod(number, miss)) == ring]  # fmt: skip
            self.play(FadeIn(*cells), run_time=0.2)
        total = self.numeral(story.cost(story.miss), "text", 5.0).move_to(self.wall)
        self.play(FadeOut(near), FadeIn(total), Act(player, PLAYER_POSES["flinching"]))
        self.hold(1.6)

    def on_the_road(self) -> None:
        """The wall shrinks to its place on the road, and the car comes along the lane's centre."""
        self.beat("on the road")
        story, wall, (drive, square) = self.story, self.wall, self.sets.night_drive()
        car, start, at = drive.car, self.ground.at(0), drive.axis.at(0)
        zoom = self.ground.unit / drive.axis.unit
        nears = CameraMove(drive.plate, zoom=zoom, about=at, shift=start - at)
        shrinks = CameraMove(wall, zoom=1 / zoom, about=start, shift=at - start)
        for cell in wall:
            decoration(cell, is_it=False)
        asphalt = self.sets.above(float(start[0]))
        nears.settle()
        self.cut(drive.plate, asphalt, wall, shade := self.sets.corners)
        self.say(story.says("road"))
        wide = self.label(story.told("miss", story.miss), size=1.4)
        wide.next_to(drive.axis.at(float(story.miss)), RIGHT, buff=0.2)
        self.play(nears, shrinks, FadeOut(asphalt), FadeIn(wide), run_time=2)
        comes = CameraMove(car.body, car.before, zoom=0.03, about=(*drive.road.vanish, 0))
        self.hold(0.6)
        self.add(*comes.settle().mobject, wall)
        self.play(comes, FadeOut(wide, shade), run_time=1.4)
        self.add(car.body, wall, car.before)
        self.hold(0.4)
        place, radius = self.choose(((-5.2, 0.0), 1.05), ((-3.15, 3.15), 0.66), ((0.0, -3.7), 1.35))
        lens = square.lens(place, radius, story.cost(1))
        told = self.label(story.says("lens"), size=1.2).next_to(
            lens[1], self.choose(DOWN, RIGHT, DOWN), buff=0.15
        )
        self.lens = VGroup(lens, told)
        near, feels = car.off.animate.set_value(1.0), car.feel("uneasy")
        self.say(story.says("near"), FadeOut(wall), FadeIn(self.lens), near, *feels)
        self.hold(1.4)
        self.a_hundred_times_as_far(drive, square)

    def a_hundred_times_as_far(self, drive: Drive, square: LaneSquare) -> None:
        """The car leaves its lane's centre, and the square of its miss grows with it."""
        self.beat("a hundred times as far")
        story, car, off = self.story, drive.car, square.miss.value
        pane = square.pane().scale(1 / off, about_point=drive.axis.at(0))
        truck = self.sets.truck(drive.road, self.frame.right - self.choose(1.2, 0.55, 0.4))
        self.add(car.body, pane, car.before, self.lens, truck.shift(3 * RIGHT))
        self.say(story.says("far"))
        grows = pane.animate.scale(off, about_point=drive.axis.at(0))
        self.play(car.off.animate.set_value(off), grows, truck.animate.shift(3 * LEFT),
                  *car.feel(story.mood), run_time=1.6)  # fmt: skip
        grid, cost = square.grid(), story.cost(story.off)
        words = square.words(cost, *map(story.says, ("cost", "centre", "car")))
        self.add(car.body, pane, grid, car.before, self.lens, truck)
        self.play(FadeIn(grid, square.measure(), words))
        self.hold(2.6)

    def why_not_another_power(self) -> None:
        """The lane is the axis: three costs meet at 1 cm and part beyond."""
        self.beat("why the square?")
        story, (plate, chart) = self.story, self.sets.costs()
        self.cut(plate, chart, chart.axes(story.says("across"), story.says("cost")))
        self.say(story.says("why"))
        looks = zip(story.races, ROLES, THICK, COSTS, strict=True)
        curves = [chart.curve(race.costs, role, thick, of) for race, role, thick, of in looks]
        named = chart.named(curves, self.names, ROLES, self.size)
        for curve, name in zip(curves, named, strict=True):
            self.play(FadeIn(curve, name))
        ones = chart.dots([-1, 1], [1, 1], "cost", 0.15, of="cost")
        self.say(story.says("meet"), FadeIn(ones))
        self.hold(0.6)
        self.say(story.says("below"))
        costs = [story.told("cost", race.cost(story.dot)) for race in story.races]
        self.say(story.says("part"), FadeOut(ones), FadeIn(chart.costs(costs, 1.2 * self.size)))
        self.hold(2)

    def three_races(self) -> None:
        """From the same miss, at the same rate, down three costs."""
        self.beat("three ways home")
        story, (plate, track, player) = self.story, self.sets.track()
        rows = [story.told("steps", row) for row in ROWS]
        start = story.told("aside", story.dot)
        axes = track.axes(story.says("across"), story.says("steps"), start, rows)
        self.cut(plate, track, axes, player)
        self.say(story.says("step"))
        named = track.named([race.places for race in story.races], self.names, ROLES, self.size,
                            player)  # fmt: skip
        before, rate, step = VGroup(), story.says("rate"), story.says("step_name")
        for number, slope, lines, poses in WAYS:
            race = story.races[number]
            formula = product_line(self, *story.first_step(race), (rate, story.says(slope), step),
                                   2.8, 1.0, self.sets.room("product"))  # fmt: skip
            done, runs = track.run(race.places, ROLES[number], THICK[number])
            self.play(FadeOut(before), FadeIn(self.sets.put("product", formula), runs))
            self.add(player)  # before all ways
            self.say(story.says(lines[0]))
            goes = done.animate.set_value(track.last(race.places))
            pose = poses[0 if story.as_usual(race) else 1]
            self.play(goes, Act(player, PLAYER_POSES[pose]), run_time=2.4)
            before = formula
            if landed := story.landings(race):
                places = track.landings(landed, 0.8 * self.size)
                self.play(FadeOut(before), FadeIn(places))
                self.hold(1)
                self.play(FadeOut(places))
            self.play(FadeIn(named[number]))
            for line in lines[1:]:
                self.say(story.says(line))
        self.hold(1)

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
