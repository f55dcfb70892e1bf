"""Why square? Misses must not cancel, and a big one must count far more."""

from __future__ import annotations

from decimal import Decimal

from manim import DOWN, LEFT, PI, RIGHT, UP, Group, Rotate, Transform, VGroup

from gdmath.experiments import squared_error
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import equals
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.puppet import Act
from scenes.kit.squares import ErrorSquare
from scenes.kit.update import product_line
from scenes.sets.squared_error import NAMES, SquaredSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["SquaredError"]


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
        story, told = self.story, self.story.told
        self.ground, self.board = self.sets.sheet((1.6, 0.0), 1.45), self.sets.board()
        self.friend = self.sets.friend("measuring")
        board, high, far = self.board, story.high, story.aside
        self.cut(self.ground, board, self.friend)
        self.up, left = board.misses(1)
        named = self.sets.large(
            "high", told("error", high), story.says("high"), size=1.8, above=False
        )
        side = self.sets.large(
            "left", told("error", far), story.says("left"), size=1.8, above=False
        )
        self.say(story.says("add"), FadeIn(self.up, named))
        self.play(FadeIn(left, side))
        total = self.total(far)
        self.play(FadeIn(total))
        self.hold(1)
        self.play(FadeOut(total, left, side))
        self.play(board.aside.animate.set_value(-float(far)), run_time=1)
        self.right = board.misses(-1)[1]
        side = self.sets.large(
            "right", told("error", -far), story.says("right"), size=1.8, above=False
        )
        shrugs = Act(self.friend, FRIEND_POSES["shrugging"])
        self.say(story.says("cancel"), FadeIn(self.right, side), shrugs)
        total = self.total(-far)
        self.play(FadeIn(total))
        self.hold(1.4)
        self.leave(total, named, side)

    def total(self, aside: Decimal) -> VGroup:
        """Return the sum of the dot's misses."""
        told, high = self.story.told, self.story.high
        parts = told("error", high), told("error", aside), told("error", high + aside)
        return self.sets.words(
            "sum", parts[0], " ", parts[1], f" {equals(*parts)} ", parts[2], size=2.6
        )

    def squares_do_not(self) -> None:
        """Each miss swings round into the side of a square; together they are the whole one's."""
        self.beat("square each miss")
        story, board = self.story, self.board
        panes = board.panes()
        turns = [arrow.copy() for arrow in (self.up, self.right)]
        self.say(story.says("square"), Act(self.friend, FRIEND_POSES["counting"]))
        self.play(*[Rotate(turn, PI / 2, about_point=turn.tail) for turn in turns], run_time=0.8)
        self.play(FadeIn(*panes), FadeOut(*turns))
        squares = [story.cost(miss) for miss in (story.high, story.aside)]
        numbers = [self.numeral(cost, "cost", 2.4, 0.9 * pane[0].width).move_to(pane[0])
                   for cost, pane in zip(squares, panes, strict=True)]  # fmt: skip
        self.play(FadeIn(*numbers))
        self.hold(1)
        whole, pouring = board.whole(), [pane.copy() for pane in panes]
        self.say(story.says("pour"), Act(self.friend, FRIEND_POSES["pointing"]))
        self.play(*[Transform(pane, whole.copy()) for pane in pouring], run_time=1.2)
        self.remove(*pouring)
        total = self.numeral(story.told("cost", story.total), "cost", 3.2).move_to(whole[0])
        self.add(whole, board.ball)
        self.play(FadeIn(total))
        self.hold(1.4)

    def its_area_is_the_cost(self) -> None:
        """One formula: the exponent unfolds a square."""
        self.beat("cost is miss squared")
        story = self.story
        ground, friend, pane = self.sets.square()
        room = self.sets.room("formula")
        formula = self.label((story.says("cost"), "cost"), " = ", story.says("names2"),
                             size=3.4, room=room)  # fmt: skip
        self.sets.put("formula", formula)
        corner = pane[0].get_corner(DOWN + LEFT)
        side = axis_arrow(self.sets.side(pane), 0, 1, "text", 0.12, of="", off=-0.22)
        miss = self.label(story.says("miss"), size=1.6).next_to(side, DOWN, buff=0.12)
        cost = self.label(story.says("cost"), role="cost", size=2.6).move_to(pane[0])
        self.cut(ground, friend, formula)
        self.say(story.says("side"), FadeIn(side, miss))
        grown = pane.copy().scale(0.05, about_point=corner)
        self.play(Transform(grown, pane), run_time=1)
        self.remove(grown)
        self.add(pane)
        self.play(FadeIn(cost))
        self.hold(2)

    def ten_times_off(self) -> None:
        """Beside one tile a wall of tiles grows, ring by ring."""
        self.beat("ten times off")
        story = self.story
        room, player, one, self.wall_axis = self.sets.duet()
        miss = int(story.miss)
        tile = ErrorSquare(one, 0, 1, 1, solid=0.6)
        self.wall = ErrorSquare(self.wall_axis, 0, miss, miss, solid=0.6)
        first = axis_arrow(one, 0, 1, "text", 0.08, of="miss", off=-0.2)
        second = axis_arrow(self.wall_axis, 0, miss, "text", 0.12, of="miss", off=-0.2)
        length = self.label(story.told("miss", 1), size=1.2).next_to(first, DOWN, buff=0.12)
        cost = self.numeral(story.cost(1), "cost", 1.8).next_to(tile, UP, buff=0.15)
        self.cut(room, player)
        self.say(story.says("one"), FadeIn(tile, first, length))
        self.play(FadeIn(cost))
        self.hold(0.6)
        far = self.label(story.told("miss", miss), size=1.5).next_to(second, DOWN, buff=0.12)
        self.say(story.says("times"), FadeOut(length), FadeIn(second, far))
        for ring in range(miss):
            cells = [cell for number, cell in enumerate(self.wall)
                     if max(divmod(number, miss)) == ring]  # fmt: skip
            self.play(FadeIn(*cells), run_time=0.2)
        total = self.numeral(story.cost(story.miss), "text", 5.0).move_to(self.wall)
        self.play(FadeIn(total), Act(player, PLAYER_POSES["flinching"]))
        self.hold(1.6)

    def on_the_road(self) -> None:
        """The wall shrinks to its place on the road; the car comes, and leaves its lane's centre."""
        self.beat("on the road")
        story, drive, wall = self.story, self.sets.drive(), self.wall
        car, start, at = drive.car, self.wall_axis.at(0), drive.axis.at(0)
        zoom = self.wall_axis.unit / drive.axis.unit
        nears = CameraMove(drive.plate, zoom=zoom, about=at, shift=start - at)
        shrinks = CameraMove(wall, zoom=1 / zoom, about=start, shift=at - start)
        asphalt = self.sets.above(float(start[0]))
        self.cut(nears.settle().mobject, asphalt, wall)
        self.say(story.says("road"))
        self.play(nears, shrinks, FadeOut(asphalt), run_time=2)
        comes = CameraMove(car.body, car.before, zoom=0.03, about=(*drive.road.vanish, 0))
        self.add(drive.plate, *comes.settle().mobject, wall)
        self.play(comes, run_time=1.4)
        self.add(car.body, wall, car.before)
        self.hold(0.4)
        lens = drive.lens(self.choose(1.05, 0.8, 1.3), story.cost(1))
        one = car.off.animate.set_value(1.0)
        self.say(story.says("near"), FadeOut(wall), FadeIn(lens), one, *car.feel("uneasy"))
        self.hold(1.4)
        self.beat("a hundred times as far")
        off = float(story.off)
        pane, grid = drive.square(off)
        truck = self.sets.truck(drive.road, self.frame.right - self.choose(1.2, 0.55, 0.55))
        if off > 1:
            pane.scale(1 / off, about_point=at)
            grows = pane.animate.scale(off, about_point=at)
            truck.shift(3 * RIGHT)
            self.add(car.body, pane, car.before, lens, truck)
            self.say(story.says("far"))
            self.play(car.off.animate.set_value(off), grows, truck.animate.shift(3 * LEFT),
                      *car.feel(story.mood), run_time=1.6)  # fmt: skip
        else:
            self.say(story.says("far"))
        measure = drive.measure(story.told("miss", off))
        words = drive.words(story.told("miss", off), story.cost(story.off))
        self.add(car.body, pane, grid, car.before, lens, truck)
        self.play(FadeIn(grid, measure, words))
        self.hold(2.6)

    def why_not_another_power(self) -> None:
        """The lane is the axis: three costs meet at 1 cm and part beyond."""
        self.beat("why the square?")
        story = self.story
        plate, graph, lines = self.sets.curves()
        names = self.sets.curve_names(graph)
        self.cut(plate, graph, graph.base(0), self.sets.axis_name(graph))
        self.say(story.says("why"))
        for line, name in zip(lines, names, strict=True):
            self.play(FadeIn(line, name))
        ones = graph.dots([-1, 1], [1, 1], "text", 0.13, of="cost")
        self.say(story.says("meet"), FadeIn(ones))
        self.hold(0.6)
        self.say(story.says("part"), FadeOut(ones), FadeIn(self.sets.costs(graph)))
        self.hold(2)

    def three_races(self) -> None:
        """From the same miss, at the same rate, down three costs."""
        self.beat("three ways home")
        story = self.story
        plate, track = self.sets.track()
        rate = story.told("learning rate", story.learning_rate)
        self.cut(plate, track, track.names())
        self.say(story.says("step"))
        names = story.says("rate"), story.says("slope"), story.says("step_name")
        before: Group = Group()
        for number, side, *lines in (
            (0, RIGHT, "even", "ends"),
            (2, UP, "wild"),
            (1, LEFT, "fits"),
        ):
            race, name = story.races[number], NAMES[number]
            slope = story.told("slope", race.slope)
            step = story.told("step", story.learning_rate * race.slope)
            formula = product_line(
                self, rate, slope, step, names, 3.0, 1.1, self.sets.room("product")
            )
            done, runs = track.race(race)
            self.add(runs)
            self.play(FadeOut(before), FadeIn(self.sets.put("product", formula)))
            self.say(story.says(lines[0]))
            self.play(done.animate.set_value(track.last(race)), run_time=2.4)
            self.play(FadeIn(track.called(race, story.says(name), side)))
            for line in lines[1:]:
                self.say(story.says(line))
            before = Group(formula)
        self.hold(1)

    def no_miss_no_cost(self) -> None:
        """In the morning the car is where it should be."""
        self.beat("no miss")
        drive = self.sets.drive(morning=True)
        self.cut(drive.plate, drive.car.body, drive.car.before)
        self.say(self.story.says("end"), *drive.car.feel("laughing"))
        claim: Said = self.story.says("claim")
        words = self.headline(claim, self.choose(2.6, 1.8, 2.2), self.sets.room("claim"))
        self.play(FadeIn(self.sets.put("claim", words)))
        self.hold(3)
