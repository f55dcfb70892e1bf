"""Down the stairs: each epoch is one stair, and the flatter the slope, the smaller the stair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
from manim import (  # fmt: skip
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    Group,
    Transform,
    ValueTracker,
    VGroup,
)

from gdmath.experiments import staircase
from gdmath.experiments.staircase import TOLD
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import Ball
from scenes.kit.fit import candidates
from scenes.kit.puppet import Act, Stride
from scenes.kit.room import find_room, is_free, spots_of
from scenes.places.valley_above import Above
from scenes.places.valley_cut import Across
from scenes.sets.staircase import LIFTED, Born, Holding, Home, Measuring, StairSets
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import dot, follow
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = ["Staircase"]

FEW = 5  # points whose numbers have room
SLOW = 4  # epochs that are shown slowly
STROLLS = 0.8  # times as large is he among the small stairs


class Staircase(ShotFilm[staircase.Params]):
    """A man carries the cost home, stair by stair, to the best line."""

    slug = "staircase"
    title = "Down the stairs"
    poster = "one stair"
    model = staircase.Params
    colours: ClassVar[Mapping[str, Role]] = {
        **staircase.run(staircase.Params()).quantities.roles,
        "line": "here",
        "across": "here",
        "stride": "step",
    }

    def construct(self) -> None:
        """Tell the shots."""
        self.story = story = staircase.run(self.params)
        self.sets, self.says, self.first = StairSets(self, story), story.says, story.pairs[0]
        self.add(self.sets.scrim)
        self.which_line_meets_all_points()
        self.the_cost_is_the_mean_of_the_squares()
        self.the_valley_is_born()
        self.the_slope_says_how_long_a_tread_is()
        self.one_epoch_is_one_stair()
        self.the_line_its_cost_a_and_b()
        self.above_the_limit_you_are_flung()
        if story.waits():
            self.it_is_a_long_way()
        self.home()
        self.hush()

    # -- the line and its cost -----------------------------------------------------------------

    def which_line_meets_all_points(self) -> None:
        """He pours, each minute is a point, and no line meets them all."""
        self.beat("which line?")
        story, yard = self.story, Measuring(self.sets)
        chart, x, y = yard.chart, yard.x, yard.y
        self.cut(yard)
        question = self.label(*self.says("question").rows[0], size=self.choose(2.7, 2.1, 2.3))
        question.move_to(self.sets.spot((2.6, 3.0), (0.9, 3.2), (0.3, 6.0)))
        self.say(self.says("measure"), FadeIn(question))
        points = chart.dots(x, y, "text", 0.14, of="y")
        for pouring in yard.pouring:
            for number, mark in enumerate(points):
                self.play(pouring.minute.animate.set_value(x[number]), run_time=1.0)
                level = self.label(story.reading("y", number), size=1.3)
                level.next_to(chart.at(0, y[number]), UP + RIGHT, buff=0.12)
                self.play(FadeIn(yard.level(number), mark, level), run_time=0.4)
            self.remove(pouring.stream, pouring.bucket)
        shown, scale = np.argsort(x).tolist(), VGroup()
        for number in shown if len(x) <= FEW else shown[:: len(x) - 1]:
            name = [self.says("x")] if number == shown[0] else []
            scale.add(chart.numeral(*name, story.reading("x", number), x=x[number], size=1.1))
        self.play(FadeIn(scale, *([] if yard.pouring else [points])))
        lines = candidates(self, story.points, chart)
        self.say(self.says("no_line"), FadeIn(lines), Act(yard.man, MAN_POSES["baffled"]))
        self.hold(1.2)
        size = self.choose(2.7, 1.9, 2.3)
        formula = self.label("y = ", ("a", "here"), " x + ", ("b", "here"), size=size)
        self.play(FadeOut(question), FadeIn(formula.move_to(question)))
        self.hold(1.6)

    def the_cost_is_the_mean_of_the_squares(self) -> None:
        """White misses, a pane of glass on each, and the pane that is their mean."""
        self.beat("the cost")
        story, zone = self.story, self.words_zone
        shot = Holding(self.sets, self.first, kind="near")
        fit, misses, panes = shot.fit, shot.fit.misses(), shot.fit.panes()
        self.cut(shot)
        drawn = spots_of(fit.beam, fit.marks, misses, shot.man)
        self.say(self.says("miss"), FadeIn(misses))
        self.bring_to_front(fit.marks)
        self.hold(1.4)
        numbers, drawn = VGroup(), np.concatenate((drawn, spots_of(*[pane[0] for pane in panes])))
        for number, pane in enumerate(panes):
            size = float(np.clip(0.9 * pane[0].width, 1.0, 2.2))
            square = self.label(story.reading("squared error", number), size=size)
            numbers.add(*[square] if is_free(square.move_to(pane[0]), drawn, 0.05) else [])
        self.say(self.says("square"), FadeIn(panes, numbers))
        self.hold(1.4)
        mean = shot.mean(drawn)
        pouring = [pane[0].copy() for pane in panes[:FEW]]
        self.play(FadeOut(numbers), *[Transform(pane, mean[0]) for pane in pouring], run_time=1)
        self.remove(*pouring)
        cost = self.sets.cost_of(mean)
        if cost.width > 0.9 * mean.size:
            around = np.concatenate((drawn, spots_of(mean[0])))
            find_room(cost, mean.get_bottom() + 0.7 * DOWN, around, zone)
        self.add(mean)
        self.play(FadeIn(cost))
        self.hold(1.6)

    # -- the valley and its slope --------------------------------------------------------------

    def the_valley_is_born(self) -> None:
        """He tilts the line, its cost draws a parabola, and the valley folds out behind him."""
        self.beat("the valley")
        born, (a, b) = Born(self.sets), self.first
        cut, fit = born.cut, born.fit
        self.cut(born)
        self.say(self.says("valley"))
        for to, seconds in ((born.high, 2.0), (born.low, 2.2), (a, 0.8)):
            self.play(fit.a.animate.set_value(to), run_time=seconds)
        self.cut(cut, *born.moving)
        to = b + LIFTED * float(self.story.treads[0, 1])
        self.say(self.says("slides"), FadeIn(cut.land, cut.ghost(b)))
        self.bring_to_back(cut.land)
        self.play(cut.held.animate.set_value(to), fit.b.animate.set_value(to), run_time=1.6)
        self.hold(1)

    def the_slope_says_how_long_a_tread_is(self) -> None:
        """The slope is rise over run; turned round, the learning rate's share of it is the step."""
        self.beat("the tread")
        cut, man = self.sets.slope()
        ball = Ball(0.24, self.theme, self.pixels_per_unit).put(cut.spot(0))
        corner, end, triangle = cut.triangle()
        told = self.sets.parts(corner, end)
        step, product = cut.step(), self.sets.product()
        axes, tangent = self.sets.axes(cut, man, step, triangle, *told), cut.tangent()
        drawn = spots_of(cut.core, man, triangle, axes, cut.hut, step)
        around = drawn
        for words in told:
            find_room(words, words.get_center(), around, self.words_zone, least=0.6)
            around = np.concatenate((around, spots_of(words)))
        self.cut(cut, axes, tangent, man, ball)
        self.say(self.says("steep"), Create(tangent, introducer=False))
        self.play(FadeIn(triangle, told))
        self.bring_to_front(ball)
        self.hold(2)
        high = self.sets.spot((1.9, 2.6), (0.6, 2.6), (0.4, 4.6))
        find_room(product, high, drawn, self.words_zone, least=0.6)
        self.say(self.says("share"), FadeOut(told), FadeIn(product[:2]))
        self.hold(1)
        self.play(FadeIn(step, product[2]))
        self.bring_to_front(ball)
        self.hold(1.8)

    # -- the stairs ----------------------------------------------------------------------------

    def one_epoch_is_one_stair(self) -> None:
        """The tread lights up, the riser drops, he hangs and lands as the valley slides."""
        self.beat("one stair")
        story, sets = self.story, self.sets
        cut, (a, b) = sets.stairs(), self.first
        stair, wall, ghost = cut.stair(0), cut.wall(0), cut.ghost(b)
        start = dot(self.theme, "here", 0.15, name="place").move_to(stair.start)
        claim(start, cut.chart, of="a", x=a)
        self.cut(cut, wall, start)
        man = sets.at_edge(stair)
        drawn = spots_of(man, ghost, cut.ghost(story.pairs[1][1]))
        tread, riser, before = sets.numbers(cut, stair, drawn)
        self.play(Create(stair.tread[1]), run_time=0.8)
        self.add(stair.tread, start)
        self.play(FadeIn(stair.tread[0], tread, man))
        self.say(self.says("stair"))
        self.hold(1)
        slides = cut.held.animate.set_value(story.pairs[1][1])
        self.say(self.says("other"), FadeIn(ghost, before))
        self.play(Create(stair.riser[1]), slides, run_time=1.0)
        self.play(FadeIn(stair.riser[0], riser, stair.end))
        self.add(stair, man)
        self.hold(1.8)
        self.smaller_stairs_follow()

    def smaller_stairs_follow(self) -> None:
        """He goes on, the stairs seen from nearer than himself; then all are there."""
        story, sets = self.story, self.sets
        cut, unit = sets.nearer(), sets.unit * STROLLS
        stairs = [cut.stair(number) for number in range(story.epochs)]
        cut.hold(story.pairs[1][1])
        man, before = sets.placed("landed", stairs[0].beside(16 * unit), unit), VGroup()
        self.cut(cut, cut.wall(0), stairs[0], man)
        self.say(self.says("next"))
        for number, stair in enumerate(stairs[1:TOLD], 1):
            (tread_light, tread), (_, riser) = stair.tread, stair.riser
            there = sets.placed("striding", stair.beside(16 * unit), unit)
            told = self.label((story.reading("tread a", number), "step"), size=1.6)
            below = DOWN * (0.5 + abs(float(stair.edge[1] - stair.foot[1])))
            told.move_to((stair.start + stair.edge) / 2 + below)
            ghost = cut.ghost(story.pairs[number + 1][1])
            drawn = spots_of(cut.core, stair, man, there, ghost)
            if not is_free(before, drawn, 0.05):
                self.play(FadeOut(before), run_time=0.2)
                before = VGroup()
            drawn = np.concatenate((drawn, spots_of(before)))
            before = find_room(told, told.get_center(), drawn, self.words_zone, least=0.6)
            self.add(cut.wall(number), tread, man)
            self.play(Create(tread, introducer=False), FadeIn(told), run_time=0.6)
            self.add(tread_light, tread, riser, man)
            slides = cut.held.animate.set_value(story.pairs[number + 1][1])
            self.play(Create(riser, introducer=False), slides, run_time=0.6)
            self.remove(tread_light, tread, riser)
            self.add(stair, man)
            self.play(Stride(man, MAN_POSES["striding"], there.place((0.0, 0.0)), 0.2))
        self.hold(0.6)
        cut = sets.stairs()
        cut.hold(story.pairs[-1][1])
        steps = range(story.epochs)
        walls = [cut.wall(step) for step in steps]
        man = sets.placed("standing", sets.beside(cut, -1, 26 * sets.unit), sets.unit)
        self.cut(cut, *walls, *map(cut.stair, steps), cut.trail(), man)
        self.say(self.says("all"))
        self.hold(2)

    # -- the charts ----------------------------------------------------------------------------

    def the_line_its_cost_a_and_b(self) -> None:
        """The line fits better, and beside it, epoch by epoch, its cost, a and b."""
        self.beat("epoch by epoch")
        story, lanes = self.story, self.sets.lanes()
        shot = Holding(self.sets, self.first, story.pairs[-1], kind="beside")
        fit, (cost, a, b) = shot.fit, lanes
        panes, scale = (
            fit.panes(within=True),
            cost.numerals(story.quantities["epoch"], self.says("count")),
        )
        self.cut(shot, fit.ghost(), panes, self.sets.quiet(), *lanes, scale, shot.man)
        self.add(*[part for lane in lanes for part in (lane.rows[0], lane.first)])
        self.say(self.says("line"))
        for step, (row, pair) in enumerate(zip(cost.rows[1:], story.pairs[1:], strict=True)):
            moves = [
                aim.animate.set_value(to) for aim, to in zip((fit.a, fit.b), pair, strict=True)
            ]
            self.play(*moves, FadeIn(row), FadeOut(panes), run_time=0.4 if step < SLOW else 0.2)
            self.add(panes := fit.panes(within=True), fit.marks, shot.man)
        self.play(FadeIn(cost.last))
        self.hold(0.8)
        for lane, name in ((a, "a"), (b, "b")):
            self.say(self.says("walk", name))
            for row in lane.rows[1:]:
                self.play(FadeIn(row), run_time=0.2)
            self.play(FadeIn(lane.last))
            self.hold(0.6)

    # -- the long way --------------------------------------------------------------------------

    def it_is_a_long_way(self) -> None:
        """From above: quick across the valley, and then along it, ever more slowly."""
        self.beat("the long way")
        story, above = self.story, Above(self.sets, self.story)
        marks, count = above.marks(0, story.epochs), self.says("count")
        axes = above.axes(self.sets.spot((4.4, 2.8), (0.6, 3.2), (2.4, 0.6)))
        best = self.label(self.says("hut"), role="target", size=1.2)
        self.cut(above, axes, best.next_to(above.hut, DOWN, buff=0.1))
        self.say(self.says("along"))
        for k, mark in enumerate(marks[:-1], 1):
            walks = above.walk.animate.set_value(k)
            self.play(walks, FadeIn(mark), run_time=0.6 if k < 4 else 0.2)
        self.add(marks[-1])
        told = self.label(story.reading("epoch", story.epochs), " ", count, size=1.8)
        drawn = spots_of(marks, above.path, above.hut, axes, best, above.man)
        beside = marks[-1].get_center() + self.choose(UP, UP, 0 * UP) + 1.2 * RIGHT
        find_room(told, beside, drawn, self.words_zone)
        self.play(FadeIn(told))
        self.hold(0.6)
        self.say(self.says("long"))
        self.play(above.walk.animate.set_value(0.96 * (story.reached_at or 0)), run_time=2.4)
        drawn = np.concatenate((drawn, spots_of(told, above.path, above.ticks, above.man)))
        told = self.label(story.reading("epoch", -1), " ", count, size=2.4)
        beside = above.hut.get_center() + self.choose(1.4 * UP + LEFT, 1.2 * UP, 2 * RIGHT)
        self.play(FadeIn(find_room(told, beside, drawn, self.words_zone, least=0.6)))
        self.hold(1.2)

    # -- the limit, and home -------------------------------------------------------------------

    def above_the_limit_you_are_flung(self) -> None:
        """Above the limit he is flung; below it every step lands lower."""
        self.beat("the limit")
        story, sets = self.story, self.sets
        valley = Across(sets, story)
        road, (good, high) = valley.road, story.rates
        ball, rate = Ball(0.24, self.theme, self.pixels_per_unit), ValueTracker(good)
        follow(ball, lambda ball: ball.put(road.at(float(rate.get_value()), 0.0)))
        name = self.label(self.says("rate"), role="step", size=1.1)
        name.next_to(road.at(story.limit / 2, 0), DOWN, buff=0.22)
        axes = valley.axes()
        number = self.numeral(story.reading("limit"), size=1.9)
        post = VGroup(self.label(self.says("limit"), size=1.1), number).arrange(DOWN, buff=0.1)
        post.next_to(road.at(story.limit, 0), UP + LEFT, buff=0.25)
        self.cut(valley, axes, ball, name)
        seen = Group()
        for line, at in (("too_high", high), ("good", good)):
            told = self.label((story.quantities["learning rate"].of(at), "step"), size=1.6)
            stairs = valley.stairs(at)
            man = valley.man(line, stairs)
            drawn = spots_of(road, name, axes, valley.core, post, *stairs, man)
            find_room(told, road.at(at, 0) + 0.5 * UP, drawn, self.words_zone)
            goes, more = rate.animate.set_value(at), [post] if at == high else []
            self.say(self.says(line), goes, FadeOut(seen), FadeIn(told, *more))
            lights = [valley.light(stair) for stair in stairs]
            for both in zip(stairs, lights, strict=True):
                self.play(FadeIn(*both), run_time=0.4 if at == high else 0.2)
            self.play(FadeIn(man), run_time=0.4)
            seen = Group(told, man, *stairs, *lights)
            self.hold(1.2)

    def home(self) -> None:
        """The best line, or where the run has ended, and the claim in large letters."""
        self.beat("home")
        yard, sets, arrives = Home(self.sets), self.sets, self.story.gets_home()
        self.cut(yard)
        role: Role = "target" if arrives else "cost"
        cost = self.label(self.says("name", "cost"), " ", (yard.cost, role), size=2.2)
        claim_ = self.headline(self.says("claim"), self.choose(2.0, 1.5, 1.5))
        claim_.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        around = np.concatenate((yard.spots(), spots_of(yard.panes())))
        for words, place in (
            (claim_, sets.spot((-2.6, 2.75), (-0.3, 2.9), (-0.1, 5.3))),
            (cost, sets.spot((0.6, -1.7), (0.9, -1.5), (-1.4, -2.7))),
        ):
            find_room(words, place, around, self.words_zone, least=0.7)
            around = np.concatenate((around, spots_of(words)))
        self.add(yard.fit.panes(), yard.fit.marks, yard.man)
        self.say(self.says("home"), FadeIn(cost))
        self.play(FadeIn(yard.panes())) if arrives else None
        self.hold(1)
        self.play(FadeIn(claim_))
        self.hold(3)
