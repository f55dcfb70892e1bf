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
    ReplacementTransform,
    Transform,
    ValueTracker,
    VGroup,
)

from gdmath.experiments import staircase
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ball import Ball
from scenes.kit.puppet import Act, Puppet, Stride
from scenes.kit.room import find_room, is_free, make_room, spots_of
from scenes.kit.stairs import Stair
from scenes.places.valley_above import Above
from scenes.places.valley_cut import Across, Cut
from scenes.sets.staircase import LIFTED, Born, Holding, Home, Measuring, StairSets
from scenes.stage.claims import claim
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import dot, follow
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.theme import Role

__all__ = ["Staircase"]

FEW = 5  # points whose numbers have room
NEARER = 3.0  # times as large: the second stair


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
        self.b_lifts_and_a_tilts()
        self.the_cost_is_the_mean_of_the_squares()
        self.the_valley_is_born()
        self.the_slope_says_how_long_a_tread_is()
        self.one_epoch_is_one_stair()
        self.the_line_epoch_by_epoch()
        self.the_stairs_as_charts()
        if story.waits():
            self.it_is_a_long_way()
        self.above_the_limit_you_are_flung()
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
        lines = self.sets.candidates(chart)
        self.say(self.says("no_line"), FadeIn(lines), Act(yard.man, MAN_POSES["baffled"]))
        self.hold(1.6)

    def b_lifts_and_a_tilts(self) -> None:
        """A line is two numbers: he lifts it by b, and tilts it by a."""
        self.beat("a and b")
        shot = Holding(self.sets, self.first)
        fit, place = shot.fit, self.sets.spot((3.6, -1.0), (0.6, 3.2), (0.2, 5.6))
        self.cut(shot, fit.ghost(), shot.man)
        size = self.choose(2.4, 1.9, 2.2)
        formula = self.label("y = ", ("a", "here"), " x + ", ("b", "here"), size=size)
        lift, x = 0.9 / fit.chart.unit_y, np.array(fit.chart.across)
        tilt, rest = 1.5 * lift / float(np.ptp(x)), fit.a() * x + fit.b()
        beams = [fit.chart.line(x, rest + share * way, "here")
                 for way in (lift, tilt * x) for share in np.linspace(0, 1, 5)]  # fmt: skip
        rows = VGroup(formula.move_to(place), formula.copy().shift(DOWN))
        self.add(make_room(self, rows, *beams, least=1.0)[0])
        place = formula.get_center()
        for line, name, aim, way in (("lift", "b", fit.b, lift), ("tilt", "a", fit.a, tilt)):
            first, number = aim(), self.sets.changing(name, aim, place + DOWN)
            self.say(self.says(line), FadeIn(number))
            self.play(aim.animate.set_value(first + way), run_time=1.2)
            self.hold(1.2)
            self.play(aim.animate.set_value(first))
            if name == "b":
                self.remove(number)

    def the_cost_is_the_mean_of_the_squares(self) -> None:
        """White misses, a pane of glass on each, and the pane that is their mean."""
        self.beat("the cost")
        story, zone = self.story, self.words_zone
        shot = Holding(self.sets, self.first, near=True)
        fit, misses, panes = shot.fit, shot.fit.misses(), shot.fit.panes()
        self.cut(shot)
        guess = VGroup(self.label(self.says("guess"), size=1.1), self.sets.equation("a", "b", 0))
        guess.arrange(DOWN, buff=0.12)
        drawn = spots_of(fit.beam, fit.marks, misses, shot.man)
        find_room(guess, fit.ends()[1] + DOWN + LEFT, drawn, zone)
        self.say(self.says("miss"), FadeIn(misses, guess))
        self.bring_to_front(fit.marks)
        self.hold(1.4)
        numbers, drawn = VGroup(), np.concatenate((drawn, spots_of(*[pane[0] for pane in panes])))
        for number, pane in enumerate(panes):
            size = float(np.clip(0.9 * pane[0].width, 0.75, 2.2))
            square = self.label(story.reading("squared error", number), size=size)
            numbers.add(*[square] if is_free(square.move_to(pane[0]), drawn, 0.05) else [])
        self.say(self.says("square"), FadeIn(panes, numbers), FadeOut(guess))
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
        """He tilts the line, its cost draws a parabola, and the valley folds out behind it."""
        self.beat("the valley")
        born, (a, b) = Born(self.sets), self.first
        cut, fit = born.cut, born.fit
        self.cut(born)
        self.say(self.says("valley"))
        for to, seconds in ((born.high, 1.8), (born.low, 2.2), (a, 0.8)):
            self.play(fit.a.animate.set_value(to), run_time=seconds)
        self.bring_to_back(cut.land)
        self.play(FadeIn(cut.land), run_time=0.8)
        self.cut(cut, born.yard, born.axes, *born.moving)
        best = self.label(self.says("hut"), role="target", size=1.1)
        to = b + LIFTED * float(self.story.treads[0, 1])
        drawn = spots_of(cut.core, cut.ghost(to), *born.moving, cut.hut, born.axes)
        find_room(best, cut.hut.get_center() + 0.6 * UP, drawn, self.words_zone)
        self.say(self.says("slides"), FadeIn(cut.ghost(b), best))
        self.play(cut.held.animate.set_value(to), fit.b.animate.set_value(to), run_time=1.6)
        self.hold(1)

    def the_slope_says_how_long_a_tread_is(self) -> None:
        """Learning rate times slope, turned round: the tread of a, and in the same epoch b's."""
        self.beat("the tread")
        cut, man = self.sets.slope()
        ball = Ball(0.2, self.theme, self.pixels_per_unit).put(cut.spot(0))
        tangent = cut.tangent()
        axes = self.sets.axes(cut, man, tangent)
        self.cut(cut, tangent, man, ball, axes)
        place = self.sets.spot((2.1, 2.4), (0.75, 2.6), (0.2, 5.0))
        size, beside = self.choose(2.3, 1.8, 2.3), ((-1.7, 0.0), (0.1, 0.6), (0.5, -0.4))
        name = self.label(self.says("slope", "a"), role="gradient", size=1.1)
        slope = self.numeral(self.story.reading("slope a", 0), "gradient", size=size)
        told = VGroup(name, slope).arrange(DOWN, buff=0.15).move_to(self.sets.spot(*beside))
        self.say(self.says("uphill"), Create(tangent, introducer=False), FadeIn(told))
        self.hold(1.6)
        product = self.sets.product("a").move_to(place)
        self.say(self.says("share"), FadeOut(told), FadeIn(product))
        self.hold(1.8)
        other = self.sets.product("b").move_to(place)
        self.say(self.says("other"), FadeOut(product), FadeIn(other))
        self.hold(1.8)

    # -- the stairs ----------------------------------------------------------------------------

    def one_epoch_is_one_stair(self) -> None:
        """The tread lights up, the riser drops, he hangs and lands as the valley slides."""
        self.beat("one stair")
        story, sets = self.story, self.sets
        cut, unit, (a, b) = sets.stairs(), sets.unit, self.first
        stair, wall, ghost, man = cut.stair(0), cut.wall(0), cut.ghost(b), None
        start = dot(self.theme, "here", 0.15, name="place").move_to(stair.start)
        claim(start, cut.chart, of="a", x=a)
        axes: VGroup = sets.axes(cut, wall, right=True)
        axes = self.choose(axes, VGroup(), axes)
        self.cut(cut, axes, wall, start)
        self.bring_to_front(cut.glow, cut.core)
        man = sets.at_edge(stair)
        drawn = spots_of(man, ghost, cut.ghost(story.pairs[1][1]), axes)
        tread, riser, before = self.sets.numbers(cut, stair, drawn)
        self.play(Create(stair.tread[1]), run_time=0.8)
        self.add(stair.tread, start)
        self.play(FadeIn(stair.tread[0], tread, man))
        self.say(self.says("stair"), FadeIn(ghost))
        slides = cut.held.animate.set_value(story.pairs[1][1])
        self.play(Create(stair.riser[1]), slides, run_time=1.0)
        self.play(FadeIn(stair.riser[0], riser, stair.end, before))
        self.add(stair, man)
        self.hold(1.6)
        lands = Stride(man, MAN_POSES["landed"], stair.beside(16 * unit), 0.3)
        self.play(lands, FadeOut(tread, riser, before, axes))
        self._more_stairs(cut, stair, man, Group(wall, ghost, start))
        everything = sets.stairs()
        everything.hold(story.pairs[-1][1])
        stairs = [everything.stair(number) for number in range(story.epochs)]
        man = sets.stands("standing", stairs[-1].beside(16 * unit), unit)
        self.cut(everything, everything.wall(0), *stairs, everything.trail(), man)
        self.say(self.says("all"))
        self.hold(2)

    def _more_stairs(self, cut: Cut, first: Stair, man: Puppet, left: Group) -> None:
        """He goes on, seen from near if the stairs get small."""
        story, sets, unit = self.story, self.sets, self.sets.unit
        zoom = min(NEARER, abs(float(story.treads[0, 0] / story.treads[1, 0])))
        if zoom > 1.5:
            foot, unit = first.foot, zoom * unit
            to = sets.spot((-4.6, -0.1), (-2.6, 0.6), (-2.4, -1.2))
            if story.treads[1, 0] < 0:
                to[0] *= -0.8  # the next one leads to the left
            near, seen = cut.nearer(zoom, foot, to), (cut.front, cut.chart, first, left, man)
            self.play(CameraMove(*seen, zoom=zoom, about=foot, shift=to - foot, run_time=1.4))
            near.hold(float(cut.held.get_value()))
            cut, first = near, near.stair(0)
            man = sets.man("landed", first.beside(16 * unit), unit, roams=True)
            self.cut(cut, first, man)
        self.say(self.says("next"))
        for number, side in enumerate((-1, 1), 1):
            stair = cut.stair(number)
            (_, tread), (_, riser) = stair.tread, stair.riser
            label = self.label((story.reading("tread a", number), "step"), size=1.6)
            label.next_to(stair.edge if side < 0 else stair.start, DOWN, buff=0.6)
            low, floor = abs(float(stair.edge[1] - stair.foot[1])), self.words_zone.bottom
            label.shift(side * (label.width / 2 + 0.1) * RIGHT + low * DOWN)
            self.keep_in_frame(label).shift(max(0.0, floor - float(label.get_bottom()[1])) * UP)
            there = sets.man("landed", stair.beside(16 * unit), unit)
            make_room(self, label, stair, man, there, cut.ghost(story.pairs[number + 1][1]))
            self.add(tread, man)
            more = [FadeIn(label)] if zoom > 1.5 else []
            self.play(Create(tread, introducer=False), *more, run_time=0.4)
            slides = cut.held.animate.set_value(story.pairs[number + 1][1])
            self.add(riser, man)
            self.play(Create(riser, introducer=False), slides, run_time=0.6)
            self.remove(tread, riser)
            self.add(stair, man)
            pose = MAN_POSES["landed" if side < 0 else "standing"]
            self.play(Stride(man, pose, stair.beside(16 * unit), 0.2))

    # -- the charts ----------------------------------------------------------------------------

    def the_line_epoch_by_epoch(self) -> None:
        """He lifts the line to the points."""
        self.beat("the line, epoch by epoch")
        story = self.story
        shot = Holding(self.sets, self.first, story.pairs[-1])
        fit = shot.fit
        self.cut(shot, fit.ghost(), shot.man)
        self.say(self.says("line"))
        for a, b in (*story.pairs[1:4], story.pairs[-1]):
            self.play(fit.a.animate.set_value(a), fit.b.animate.set_value(b))
        self.play(FadeIn(fit.panes()))
        self.bring_to_front(fit.marks)
        self.hold(1.2)

    def the_stairs_as_charts(self) -> None:
        """He climbs a as it grows; then it turns into b, and that into the cost."""
        story, charts = self.story, self.sets.charts()
        unit, last = self.choose(0.0168, 0.0125, 0.0165), story.epochs
        yard = self.sets.yard(charts[0].chart.zone.bottom, self.choose(-3.5, -1.5, -1.5))
        man = self.sets.man("striding", charts[0].foot(0), unit)
        scale = charts[0].numerals(story.quantities["epoch"], self.says("count"))
        self.beat("a, epoch by epoch")
        walks = [self.sets.man("striding on", charts[0].foot(k), unit) for k in (1, last)]
        rows, ends = charts[0].rows, charts[0].ends(man, *walks)
        self.cut(yard, charts[0], man)
        self.say(self.says("walk", "a"), FadeIn(rows[0], ends[0], scale))
        for k, row in enumerate(rows[1:], 1):
            pose = MAN_POSES["striding on" if k % 2 else "striding"]
            self.add(row, man)
            goes = Stride(man, pose, charts[0].foot(k), 0.1)
            self.play(FadeIn(row), goes, run_time=0.4 if k <= 5 else 0.2)
        self.play(FadeIn(ends[1]), Act(man, MAN_POSES["standing"]))
        self.hold(1)
        for chart, beat, line, pose_name in (
            (charts[1], "b, epoch by epoch", self.says("walk", "b"), "doubting"),
            (charts[2], "the cost, epoch by epoch", self.says("cost"), "rejoicing"),
        ):
            self.beat(beat)
            self.say(line, FadeOut(*ends))
            turns = [ReplacementTransform(*pair) for pair in zip(rows, chart.rows, strict=True)]
            there = self.sets.man(pose_name, chart.foot(last), unit)
            rows, ends = chart.rows, chart.ends(there)
            self.play(*turns, Stride(man, MAN_POSES[pose_name], chart.foot(last)), run_time=1.2)
            self.cut(yard, chart, *rows, scale, man)
            self.play(FadeIn(*ends))
            self.hold(1.2)

    # -- the long way --------------------------------------------------------------------------

    def it_is_a_long_way(self) -> None:
        """From above: quick across the valley, and then along it, ever more slowly."""
        self.beat("the long way")
        story, above = self.story, Above(self.sets, self.story)
        marks, count = above.marks(0, story.epochs), self.says("count")
        axes = above.axes(self.sets.spot((1.6, 1.9), (0.6, 3.2), (2.4, 0.6)))
        self.cut(above, axes)
        best = self.label(self.says("hut"), role="target", size=1.2)
        self.say(self.says("above"), FadeIn(best.next_to(above.hut, DOWN, buff=0.1)))
        self.hold(0.6)
        self.say(self.says("along"))
        for k, mark in enumerate(marks[:-1], 1):
            walks = above.walk.animate.set_value(k)
            self.play(walks, FadeIn(mark), run_time=0.6 if k < 4 else 0.2)
        told = self.label(story.reading("epoch", story.epochs), " ", count, size=1.4)
        drawn = spots_of(marks, above.path, above.hut, axes, best, above.man)
        beside = marks[-1].get_center() + self.choose(UP, UP, 0 * UP) + 1.2 * RIGHT
        find_room(told, beside, drawn, self.words_zone)
        self.play(FadeIn(marks[-1], told))
        self.hold(0.6)
        self.say(self.says("long"))
        self.play(above.walk.animate.set_value(0.96 * (story.reached_at or 0)), run_time=2.4)
        drawn = np.concatenate((drawn, spots_of(told, above.path, above.ticks, above.man)))
        told = self.label(story.reading("epoch", -1), " ", count, size=1.9)
        beside = above.hut.get_center() + self.choose(1.2 * UP, 1.2 * UP, 2 * RIGHT)
        self.play(FadeIn(find_room(told, beside, drawn, self.words_zone)))
        self.hold(1.2)

    # -- the limit, and home -------------------------------------------------------------------

    def above_the_limit_you_are_flung(self) -> None:
        """A rate that is too low hardly steps; beyond the limit each step lands higher."""
        self.beat("the limit")
        story, sets = self.story, self.sets
        valley = Across(sets, story)
        road, (low, good, high) = valley.road, story.rates
        ball, rate = Ball(0.2, self.theme, self.pixels_per_unit), ValueTracker(low)
        follow(ball, lambda ball: ball.put(road.at(float(rate.get_value()), 0.0)))
        name = self.label(self.says("rate"), role="step", size=1.1)
        name.next_to(road.at(story.limit / 2, 0), DOWN, buff=0.22)
        unit = self.choose(0.0185, 0.013, 0.0175)
        man = sets.man("doubting", valley.chart.at(-1.24, 1.24**2), unit)
        axes = valley.axes()
        self.cut(valley, axes, ball, name, man)
        self.say(self.says("section"))
        self.hold(1)
        number = self.numeral(story.reading("limit"), size=1.9)
        post = VGroup(self.label(self.says("limit"), size=1.1), number).arrange(DOWN, buff=0.1)
        post.next_to(road.at(story.limit, 0), UP + LEFT, buff=0.25)
        seen = VGroup()
        for line, at in (("too_low", low), ("good", good), ("too_high", high)):
            told = self.label((story.quantities["learning rate"].of(at), "step"), size=1.6)
            stairs, more = valley.stairs(at), [FadeIn(post), FadeOut(man)] if at == high else []
            coming = [*stairs, *([post] if at == high else [])]
            drawn = spots_of(road, name, axes, valley.core, *coming)
            find_room(told, road.at(at, 0) + 0.5 * UP, drawn, self.words_zone)
            goes = rate.animate.set_value(at)
            self.say(self.says(line), goes, FadeOut(seen), FadeIn(told), *more)
            for stair in stairs:
                self.play(FadeIn(stair), run_time=0.4 if at == high else 0.2)
            seen = VGroup(told, *stairs)
            self.hold(1)
        foot, room = stairs[-1].foot, self.choose(4.4, 3.2, 4.4)
        spot = (0.35 * float(foot[0]), min(float(foot[1]), self.frame.top - room))
        flung = sets.man("flung", spot, self.choose(0.0215, 0.0155, 0.0215), -1)
        self.play(FadeIn(flung), run_time=0.4)
        self.hold(1.4)

    def home(self) -> None:
        """The best line, or where the run has ended, and the claim in large letters."""
        self.beat("home")
        yard, sets = Home(self.sets), self.sets
        self.cut(yard)
        cost = self.label(
            "MSE ", (yard.cost, "target" if self.story.gets_home() else "cost"), size=1.4
        )
        told = VGroup(self.sets.equation("end a", "end b", size=1.4), cost).arrange(DOWN, buff=0.2)
        wish = sets.spot((1.6, -1.8), (0.9, -1.5), (-1.4, -2.7))
        claim_ = self.headline(self.says("claim"), self.choose(2.1, 1.5, 1.5))
        place = sets.spot((-1.9, 2.75), (-0.3, 2.9), (-0.1, 5.3))
        claim_.arrange(DOWN, buff=0.2, aligned_edge=LEFT).move_to(place)
        around = np.concatenate((yard.spots(), spots_of(claim_)))
        find_room(told, wish, around, self.words_zone)
        self.add(yard.fit.panes(), yard.fit.marks, yard.man)
        self.say(self.says("home"), FadeIn(told))
        self.play(FadeIn(yard.pane())) if self.story.gets_home() else None
        self.hold(1)
        self.play(FadeIn(claim_))
        self.hold(3)
