"""Down the stairs: each epoch is one stair, and the flatter the slope, the smaller the stair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Create, Group, Transform, ValueTracker, VGroup, VMobject

from gdmath.arrays import Array
from gdmath.experiments import staircase
from gdmath.experiments.reading import MINUS, equals
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import Ball
from scenes.kit.graph import Graph
from scenes.kit.panes import Pane
from scenes.kit.puppet import Act, Puppet
from scenes.kit.room import find_room, is_free, spots_of
from scenes.kit.stairs import Stair
from scenes.sets.staircase import (
    LABELLED,
    Fitting,
    Home,
    Measuring,
    StairSets,
)
from scenes.sets.staircase_charts import LongWay, Steps, Swing
from scenes.sets.staircase_valley import Across, Born, Cut
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.stage.words import Words

__all__ = ["Staircase"]

HANGS = 3.0  # frame units: a riser on which he can hang
ROOMY = 7.0  # ems: a tread under which the riser's number has room


class Staircase(ShotFilm[staircase.Params]):
    """A man carries the cost home, stair by stair, to the best line."""

    slug = "staircase"
    title = "Down the stairs"
    poster = "one stair"
    model = staircase.Params
    colours: ClassVar[Mapping[str, Role]] = {
        **staircase.run(staircase.Params()).quantities.roles,
        "line": "here",
        "curve": "cost",
        "across": "here",
        "stride": "step",
    }

    def construct(self) -> None:
        """Tell the nine shots."""
        self.story = story = staircase.run(self.params)
        self.sets = StairSets(self, story)
        self.says = story.says
        self.add(self.sets.scrim)
        self.which_line_meets_all_points()
        self.the_cost_is_the_mean_of_the_squares()
        self.the_valley_is_born()
        self.the_slope_says_how_long_a_tread_is()
        self.one_epoch_is_one_stair()
        self.the_stairs_as_charts()
        if story.reached_at and story.reached_at > story.epochs:
            self.it_is_a_long_way()
        self.above_the_limit_you_are_flung()
        self.home()
        self.hush()

    # -- 1: the yard -------------------------------------------------------------------------

    def which_line_meets_all_points(self) -> None:
        """He pours, each minute is a point, and no line meets them all."""
        self.beat("which line?")
        story, yard = self.story, Measuring(self.sets)
        self.cut(yard)
        question = self.label(*self.says("question").rows[0], size=self.choose(2.7, 2.1, 2.3))
        question.move_to(self.choose((2.6, 3.0, 0), (0.9, 3.2, 0), (0.3, 6.0, 0)))
        self.say(self.says("measure"), FadeIn(question))
        points, names = self.sets.points(yard.chart), VGroup()
        few = len(points) <= LABELLED
        x = story.points.x
        lights = self.sets.shine(yard.chart)
        if story.pours:
            for number, mark in enumerate(points):
                to = yard.minute.animate.set_value(float(x[number]))
                self.play(to, run_time=1.0)
                level = yard.level(number)
                label = self.label(story.reading("y", number), size=1.3)
                label.next_to(
                    yard.chart.at(0, float(story.points.y[number])), UP + RIGHT, buff=0.12
                )
                names.add(label)
                self.play(FadeIn(level, lights[number], mark, label), run_time=0.6)
            self.remove(yard.stream)
        else:
            self.play(FadeIn(lights, points), run_time=0.8)
            for number in range(len(points) if few else 0):
                label = self.label(story.reading("y", number), size=1.2)
                names.add(label.next_to(points[number], UP, buff=0.15))
            self.play(FadeIn(names)) if few else None
        scale = self._scale(yard.chart, x)
        self.play(FadeIn(scale))
        lines = yard.candidates()
        wonder = Act(yard.man, MAN_POSES["baffled"])
        leaving = [FadeOut(yard.bucket)] if story.pours else []
        self.say(self.says("no_line"), FadeIn(lines), wonder, *leaving)
        self.hold(1.8)

    def _scale(self, chart: Graph, x: Array) -> VGroup:
        """Return the numbers of the horizontal scale, with its name before the first."""
        shown = range(len(x)) if len(x) <= LABELLED else (int(x.argmin()), int(x.argmax()))
        first, words = min(shown, key=lambda number: float(x[number])), VGroup()
        for number in shown:
            name = [self.says("x")] if number == first else []
            part = self.story.reading("x", number)
            label = chart.numeral(*name, part, x=float(x[number]), size=1.1)
            words.add(self.keep_in_frame(label))
        return words

    # -- 2: close ----------------------------------------------------------------------------

    def the_cost_is_the_mean_of_the_squares(self) -> None:
        """White misses, a pane of glass on each, and the pane that is their mean."""
        self.beat("the cost")
        story, fitting = self.story, Fitting(self.sets)
        chart, first = fitting.chart, fitting.first
        self.cut(fitting)
        misses = self.sets.misses(chart, *first)
        guess = VGroup(self.label(self.says("guess"), size=1.1, rim=1.6), self._first_line())
        guess.arrange(DOWN, buff=0.12)
        find_room(guess, fitting.below(), fitting.spots(), self.sets.clear_zone)
        self.say(self.says("miss"), FadeIn(misses, guess))
        self.bring_to_front(fitting.marks)
        self.hold(1.4)
        panes, numbers = self.sets.panes(chart, *first), VGroup()
        glass = spots_of(*[pane[0] for pane in panes], misses)
        for number, pane in enumerate(panes[:LABELLED] if len(panes) <= LABELLED else ()):
            size = float(np.clip(0.9 * pane[0].width, 0.75, 2.2))
            square = self.label(story.reading("squared error", number), size=size)
            free = is_free(square.move_to(pane[0]), glass, 0.05)
            numbers.add(*[square] if free else [])
        self.say(self.says("square"), FadeIn(panes, numbers), FadeOut(guess))
        self.hold(1.4)
        mean = fitting.mean(np.concatenate((fitting.spots(), glass)))
        pouring = [pane[0].copy() for pane in panes[:LABELLED]]
        self.play(FadeOut(numbers), *[Transform(pane, mean[0]) for pane in pouring], run_time=1)
        self.remove(*pouring)
        cost = self._cost_of(mean)
        if cost.width > 0.9 * mean.size:
            around = np.concatenate((fitting.spots(), glass, spots_of(mean[0])))
            find_room(cost, mean.get_bottom() + 0.7 * DOWN, around, self.sets.clear_zone)
        self.add(mean)
        self.play(FadeIn(cost))
        self.hold(1.6)

    def _first_line(self) -> Words:
        """Return the first guess as an equation."""
        a, b = (self.story.reading(f"first {name}") for name in "ab")
        plus = f" x {'+' if self.params.b_start >= 0 else MINUS} "
        return self.label(f"y {equals(a, b)} ", (a, "here"), plus, (b, "here"), size=1.5, rim=1.6)

    def _cost_of(self, mean: Pane) -> VGroup:
        """Return the first cost with its name, within its pane if that is large enough."""
        for size in (min(2.3, 1.15 * mean.size), 0.8 * mean.size, 1.15):
            told = self.numeral(self.story.reading("MSE", 0), size=max(size, 1.15))
            name = self.label("MSE", size=max(1.0, 0.52 * size))
            cost = VGroup(name, told).arrange(DOWN, buff=0.14)
            if cost.width < 0.9 * mean.size:
                break
        return cost.move_to(mean[0])

    # -- 3: the valley -----------------------------------------------------------------------

    def the_valley_is_born(self) -> None:
        """He tilts the line; the cost draws a parabola; the valley folds out behind it."""
        self.beat("the valley")
        born = Born(self.sets)
        cut, (low, high), held = born.cut, born.ends, born.held
        self.cut(born.sky, born)
        cost = self.label(self.says("mean"), role="cost", size=1.3)
        cost.next_to(born.glass, RIGHT, buff=0.2)
        self.say(self.says("valley"), FadeIn(cost))
        self.play(FadeOut(cost), born.value.animate.set_value(high), run_time=1.6)
        self.play(born.value.animate.set_value(low), run_time=2.4)
        self.play(born.value.animate.set_value(born.first), run_time=1)
        land = Group(cut.plate, cut.hut, cut.earth, cut.strata)
        self.bring_to_back(land, born.sky)
        self.bring_to_back(born.sky)
        self.play(FadeIn(land), run_time=1)
        self.cut(cut, *born.moving)
        best = self.label(self.says("hut"), role="target", size=1.1)
        around = spots_of(cut.core, cut.ghost(held), *born.moving, cut.hut)
        find_room(best, cut.hut.get_center() + LEFT, around, self.sets.clear_zone)
        self.say(self.says("slides"), FadeIn(cut.ghost(held), best))
        to = held + born.way
        self.play(cut.held.animate.set_value(to), born.other.animate.set_value(to), run_time=1.6)
        self.hold(1)

    # -- 4: the formula ----------------------------------------------------------------------

    def the_slope_says_how_long_a_tread_is(self) -> None:
        """Learning rate times slope, turned round: the tread of a, and in the same epoch b's."""
        self.beat("the tread")
        story, sets = self.story, self.sets
        cut = Cut(
            sets,
            *self.choose(
                ((-4.3, -1.0), (1.4, -2.9)),
                ((-2.5, -0.7), (0.9, -2.2)),
                ((-2.2, -1.4), (1.2, -4.9)),
            ),
        )
        man = cut.standing(self.choose(0.021, 0.0165, 0.0235))
        ball = Ball(0.2, self.theme, self.pixels_per_unit).put(cut.spot(0))
        self.cut(cut, man, ball)
        place = self.choose((2.1, 2.4, 0), (0.75, 2.6, 0), (0.2, 5.0, 0))
        slope = self._slope(story.main).move_to(place)
        self.say(self.says("uphill"), FadeIn(cut.tangent(), slope))
        self.bring_to_front(ball)
        self.hold(2)
        formula = self._product(story.main).move_to(place)
        self.play(FadeOut(slope), run_time=0.4)
        self.say(self.says("share"), FadeIn(formula))
        self.hold(2)
        again = self._product(1 - story.main).move_to(place)
        self.play(FadeOut(formula), run_time=0.4)
        self.say(self.says("other"), FadeIn(again))
        self.hold(1.8)

    def _slope(self, which: int) -> VGroup:
        reading = self.story.reading(f"slope {'ab'[which]}", 0)
        number = self.numeral(reading, "gradient", size=self.choose(3.2, 2.8, 3.4))
        rows = VGroup(
            self.label(self.says("slope", "ab"[which]), role="gradient", size=1.3), number
        )
        return rows.arrange(DOWN, buff=0.2)

    def _product(self, which: int) -> VGroup:
        """Return minus learning rate times slope, and what it is: a tread."""
        story, name = self.story, "ab"[which]
        slope, tread = story.reading(f"slope {name}", 0), story.reading(f"tread {name}", 0)
        rate = story.reading("rate")
        way, widest = (RIGHT, 9.6) if self.sets.wide else (DOWN, self.choose(0, 5.6, 6.4))
        for size in np.arange(self.choose(2.1, 1.7, 2.1), 0.9, -0.1).tolist():
            left = self.label("−", (rate, "step"), " × ", (slope.operand, "gradient"), size=size)
            sign = equals(rate, slope, tread)
            right = self.label(f"{sign} ", (tread, "step"), size=1.25 * size)
            sum_ = VGroup(left, right).arrange(way, buff=0.25)
            if sum_.width < widest:
                break
        rows = VGroup(sum_)
        size = self.choose(1.1, 0.8, 0.85)
        words = self.label(*self.says("product", name).rows[0], size=size)
        return rows.add(words).arrange(DOWN, buff=0.35)

    # -- 5: the stairs -----------------------------------------------------------------------

    def one_epoch_is_one_stair(self) -> None:
        """The tread lights up, the riser drops, he hangs and lands; the curve has moved."""
        self.beat("one stair")
        story, sets = self.story, self.sets
        cut = Cut(sets, *self.choose(
            ((-5.9, 2.2), (-0.4, -2.3)), ((-3.4, 1.7), (0.2, -2.2)), ((-3.5, 2.6), (0.1, -4.0))
        ))  # fmt: skip
        unit, stair = self.choose(0.0245, 0.0175, 0.024), cut.stair(0)
        start = dot(self.theme, "here", 0.15, name="place").move_to(stair.start)
        claim(start, cut.chart, of="ab"[story.main], x=float(story.places[0, story.main]))
        trail = cut.trail() if story.outcome == "falls" else VGroup()
        self.cut(cut, trail, cut.wall(0), start)
        self.bring_to_front(cut.glow, cut.core)
        man = cut.dropping(stair, unit, HANGS * self.choose(1, 0.8, 1))
        tread, riser = self._beside(cut, stair, man)
        self.say(self.says("stair"), Create(stair.tread[1]))
        self.add(stair.tread, start)
        self.play(FadeIn(stair.tread[0], tread))
        self.hold(0.6)
        self.play(Create(stair.riser[1]), run_time=0.8)
        self.play(FadeIn(stair.riser[0], riser, man, stair.end))
        self.add(stair, man)
        self.hold(1.6)
        ghost = cut.ghost(float(story.places[0, cut.other]))
        self.say(self.says("landed"), FadeIn(ghost), FadeOut(tread, riser))
        to = float(story.places[1, cut.other])
        self.play(cut.held.animate.set_value(to), run_time=1)
        below = cut.landed(stair, unit)
        self.play(FadeOut(man), FadeIn(below), run_time=0.4)
        self.hold(0.8)
        if story.told > 1:
            self._more_stairs(cut, below, unit)
        self.hold(1)

    def _beside(self, cut: Cut, stair: Stair, man: Puppet) -> tuple[VGroup, VGroup]:
        """Return the numbers of a stair: how far the parameter moves, what the cost changes by."""
        story, name = self.story, "ab"[self.story.main]
        change = story.reading("riser", 0)
        tread = VGroup(self.numeral(story.reading(f"tread {name}", 0), "step", size=1.8),
                       self.label(*self.says("tread").rows[0], size=1.1))  # fmt: skip
        tread.arrange(RIGHT, buff=0.2).next_to(stair.start, UP + RIGHT, buff=0.22)
        falls, space = change.value < 0, float(stair.edge[0] - stair.start[0])
        self._inside(tread)
        words = self.label(*self.says("riser").rows[0], size=1.1)
        roomy = space > ROOMY * self.em or not falls
        size = 1.8 if roomy else 1.4
        riser = VGroup(self.numeral(change, "step", size=size), words).arrange(DOWN, buff=0.12)
        aside = -riser.width / 2 - 0.25 if roomy else 100 * self.choose(0.0245, 0.0175, 0.024) + 1.1
        wish = stair.edge + np.array([aside, -riser.height / 2 - 0.25, 0.0])
        around = spots_of(cut.core, stair.tread[1], stair.riser[1], stair.end, man, cut.hut, tread)
        find_room(riser, wish, around, self.sets.clear_zone)
        return tread, riser

    def _inside(self, words: VGroup) -> None:
        """Keep words that stand on a tread within the frame."""
        self.keep_in_frame(words)
        words.shift(max(0.0, float(words.get_top()[1]) - self.frame.top + 0.2) * DOWN)

    def _more_stairs(self, cut: Cut, man: Puppet, unit: float) -> None:
        story = self.story
        self.say(self.says("next"))
        for number in range(1, story.told):
            stair = cut.stair(number)
            to = float(story.places[number + 1, cut.other])
            self.play(self._under(man, stair.tread[1]), run_time=0.6)
            slides = cut.held.animate.set_value(to)
            self.play(self._under(man, stair.riser[1]), slides, run_time=0.6)
            below = cut.landed(stair, unit, "standing" if number + 1 == story.told else "landed")
            self.remove(stair.tread[1], stair.riser[1])
            self.add(stair, man)
            self.play(FadeOut(man), FadeIn(below), run_time=0.4)
            man = below

    def _under(self, man: Puppet, mark: VMobject) -> Create:
        """Return the animation that draws a mark behind the man."""
        self.add(mark, man)
        return Create(mark, introducer=False)

    # -- 6: the charts -----------------------------------------------------------------------

    def the_stairs_as_charts(self) -> None:
        """The line, a, b and the cost, epoch by epoch, one chart after another."""
        self._the_line()
        places, costs = self.story.places, self.story.costs
        self._chart("a", places[:, 0], "pointing", "here", self.says("walk of a", 0))
        self._chart("b", places[:, 1], "doubting", "here", self.says("walk of b", 1))
        self._chart("MSE", costs, "rejoicing", "cost", self.says("cost"))

    def _the_line(self) -> None:
        self.beat("the line, epoch by epoch")
        swing = Swing(self.sets)
        self.cut(swing)
        self.say(self.says("line"))
        for end in range(1, min(self.story.epochs, 4)):
            self.play(swing.epoch.animate.set_value(end), run_time=0.6)
        self.play(swing.epoch.animate.set_value(self.story.epochs), run_time=1.4)
        self.play(FadeIn(swing.panes()), Act(swing.man, MAN_POSES["pointing"]))
        self.bring_to_front(swing.marks, swing.man)
        self.hold(1)

    def _chart(self, name: str, values: Array, pose: str, role: Role, line: str) -> None:
        self.beat({"MSE": "the cost, epoch by epoch"}.get(name, f"{name}, epoch by epoch"))
        steps, last = Steps(self.sets, name, values, pose), len(values) - 1
        chart = steps.chart
        self.cut(steps)
        scale = VGroup(
            *[chart.numeral(self.story.reading("epoch", k), x=k, size=1.1) for k in (0, last)]
        )
        epochs = self.label(self.says("count"), size=1.0).next_to(scale[-1], LEFT, buff=0.35)
        rows, zone = steps.rows(role), steps.room
        drawn = spots_of(*rows, steps.man)
        start = self.label((self.story.reading(name, 0), role), size=1.5)
        find_room(start, chart.at(0, float(values[0])) + 1.9 * RIGHT, drawn, zone)
        self.say(line, FadeIn(scale, epochs, start, *rows[:1]))
        pace = 0.4 if last <= 5 else 0.2
        for row in rows[1:12]:
            self.play(FadeIn(row), run_time=pace)
        if len(rows) > 12:
            self.play(FadeIn(*rows[12:]), run_time=1)
        size = self.choose(1.9, 1.4, 1.7)
        end = self.label(f"{name} ", (self.story.reading(name, last), role), size=size)
        wish = chart.at(last, float(values[last])) + 0.6 * UP
        find_room(end, wish, np.concatenate((drawn, spots_of(start))), zone)
        self.play(FadeIn(end))
        self.hold(1.2)

    # -- 7: the long way ---------------------------------------------------------------------

    def it_is_a_long_way(self) -> None:
        """The cost creeps on to the floor: the last of it takes most of the epochs."""
        self.beat("the long way")
        way, story = LongWay(self.sets), self.story
        self.cut(way)
        best = self.label(self.says("best"), (story.reading("best MSE"), "target"), size=1.2)
        wish = way.floor.get_start() + np.array([1.2, -0.4, 0.0])
        find_room(best, wish, way.spots(), self.sets.clear_zone)
        self.say(self.says("long"), Create(way.path, introducer=False), FadeIn(best))
        self.play(way.walk.animate.set_value(0.93 * way.reached), run_time=3.2)
        scale = way.chart.numeral(story.reading("epoch", len(story.costs)), x=way.reached, size=1.9)
        epochs = self.label(self.says("count"), size=1.1).next_to(scale, LEFT, buff=0.3)
        self.play(FadeIn(scale, epochs))
        self.hold(1.2)

    # -- 8: the limit ------------------------------------------------------------------------

    def above_the_limit_you_are_flung(self) -> None:
        """A rate that is too low hardly steps; beyond the limit each step goes farther off."""
        self.beat("the limit")
        story, sets = self.story, self.sets
        valley = Across(sets)
        road, (low, good, high) = valley.road, story.rates
        ball = Ball(0.2, self.theme, self.pixels_per_unit)
        rate = ValueTracker(low)
        follow(ball, lambda b: b.put(road.at(float(rate.get_value()), 0.0)))
        name = self.label("learning rate", role="step", size=1.1)
        name.next_to(road.at(story.limit / 2, 0), DOWN, buff=0.22)
        unit = self.choose(0.0185, 0.013, 0.0175)
        man = sets.man("doubting", valley.watching(), unit)
        self.cut(valley, ball, name, man)
        stairs = VGroup(*valley.stairs(low))
        told = self.label((story.quantities["learning rate"].of(low), "step"), size=1.5)
        told.next_to(road.at(low, 0), UP + RIGHT, buff=0.25)
        self.say(self.says("too_low"), FadeIn(stairs, told))
        self.hold(1.4)
        better = VGroup(*valley.stairs(good))
        there = self.label((story.quantities["learning rate"].of(good), "step"), size=1.5)
        there.next_to(road.at(good, 0), UP if good < 0.75 * story.limit else UP + LEFT, buff=0.3)
        self.say(self.says("good"), FadeOut(stairs, told), rate.animate.set_value(good))
        self.play(FadeIn(better, there), FadeOut(man), run_time=0.8)
        self.hold(1.2)
        limit = VGroup(
            self.label(self.says("limit"), size=1.1), self.numeral(story.reading("limit"), size=2.0)
        )
        limit.arrange(DOWN, buff=0.1).next_to(road.at(story.limit, 0), UP + LEFT, buff=0.25)
        climb = valley.stairs(high)
        self.say(self.says("too_high"), FadeOut(better, there), FadeIn(limit),
                 rate.animate.set_value(high))  # fmt: skip
        for stair in climb:
            self.play(FadeIn(stair), run_time=0.4)
        flung = sets.man("flung", valley.thrown(climb[-1]), self.choose(0.0185, 0.0135, 0.0185), -1)
        self.play(FadeIn(flung), run_time=0.4)
        self.hold(1.6)

    # -- 9: home -----------------------------------------------------------------------------

    def home(self) -> None:
        """The best line, or where the run has ended, and the claim in large letters."""
        self.beat("home")
        story, sets = self.story, self.sets
        gets_home = story.reached_at is not None
        line = story.best if gets_home else tuple(story.places[-1].tolist())
        yard = Home(sets, line, "presenting" if gets_home else "shrugging")
        self.cut(yard)
        cost = story.best_cost if gets_home else float(story.costs[-1])
        panes, name = sets.panes(yard.chart, *line), "best MSE" if gets_home else "MSE"
        reading = story.quantities[name].of(cost)
        role: Role = "target" if gets_home else "cost"
        number = self.label("MSE ", (reading, role), size=1.2)
        around = spots_of(panes, yard.beam, yard.marks, yard.man, yard.house)
        wish = np.array(self.choose((2.1, -1.3, 0.0), (0.9, -1.3, 0.0), (-1.9, -2.7, 0.0)))
        find_room(number, wish, around, self.sets.clear_zone)
        pane = yard.pane(sets, cost)
        self.add(panes, yard.marks, yard.man)
        self.say(self.says("home" if gets_home else "long"), FadeIn(number))
        self.play(FadeIn(pane)) if gets_home else None
        self.hold(1)
        size = self.choose(2.1, 1.5, 1.5)
        rows = VGroup(*[self.label(*row, size=size) for row in self.says("claim").rows])
        rows.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        rows.move_to(self.choose((-1.9, 2.75, 0), (-0.3, 2.9, 0), (-0.1, 5.3, 0)))
        self.play(FadeIn(rows))
        self.hold(3)
