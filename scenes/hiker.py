"""The blindfolded hiker: with nothing but the slope under your feet you can find a valley."""

from __future__ import annotations

import math

from manim import (
    DOWN,
    LEFT,
    PI,
    Create,
    Group,
    GrowFromPoint,
    Rotate,
    VGroup,
    linear,
)  # fmt: skip

from gdmath.experiments import hiker
from scenes.kit.puppet import Act
from scenes.kit.room import make_room, spread
from scenes.places.basin_plan import Feel
from scenes.sets.hiker import NEARER, HikerSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["Hiker"]


class Hiker(ShotFilm[hiker.Params]):
    """A blindfolded hiker in the fog goes down, step by step, by the slope underfoot."""

    slug = "hiker"
    poster = "the walk"
    title = "The blindfolded hiker"
    model = hiker.Params
    colours = hiker.run(hiker.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = hiker.run(self.params)
        self.sets = HikerSets(self, self.story)
        self.add(self.sets.scrim)
        self.which_way_is_down()
        self.a_foot_feels_eight_ways()
        self.all_ways_round()
        self.the_gradient_points_uphill()
        self.a_part_of_it_is_the_step()
        self.the_first_steps()
        self.step_by_step()
        self.what_was_what()
        self.the_fog_lifts()
        self.hush()

    def which_way_is_down(self) -> None:
        """A hiker with a blindfold on a slope, in the fog."""
        self.beat("fog")
        hook = self.sets.hook
        question = self.headline(self.story.says("question"), self.choose(2.5, 1.9, 2.2))
        question.arrange(DOWN, buff=0.2, aligned_edge=LEFT)
        self.cut(hook, self.sets.put("question", question))
        self.say(self.story.says("blind"))
        self.play(*hook.grope(), run_time=2.4)
        self.hold(1)

    def a_foot_feels_eight_ways(self) -> None:
        """From straight above and near, eight tries; from farther off, how steep each way is."""
        self.beat("feel")
        plan, story = self.sets.feeling, self.story
        prints = VGroup(*[plan.print_(way) for way in story.ways])
        under = plan.plate.copy()  # stands still while the camera pulls back
        near = CameraMove(plan.plate, plan.ring, prints, plan.hiker, zoom=NEARER,
                          about=plan.pivot, shift=0.4 * DOWN, run_time=1.2).settle()  # fmt: skip
        self.dissolve(under, plan.plate, plan.ring, plan.hiker)
        self.say(story.says("foot"))
        for turn, mark in zip(story.turns, prints, strict=True):
            self.play(Feel(plan.hiker, turn), run_time=0.2)
            self.play(FadeIn(mark), run_time=0.2)
            self.bring_to_front(plan.hiker)
        self.finish_line()
        self.play(near)
        self.rays = VGroup(*map(plan.ray, story.ways, story.felt.tolist()))
        self.signs = self.sets.ways_words()
        self.say(story.says("tries"), FadeOut(prints))
        for ray in self.rays:
            self.add(ray, plan.hiker)
            self.play(GrowFromPoint(ray, plan.pivot), run_time=0.2)
        self.play(FadeIn(self.signs))
        self.hold(1)

    def all_ways_round(self) -> None:
        """His foot goes all the way round: the rays that lead down fill a circle, those up too."""
        self.beat("all ways round")
        plan, up = self.sets.feeling, self.story.gradient(0)
        level = self.level = math.degrees(math.atan2(up[1], up[0])) + 90
        self.circles = VGroup(plan.round(up, "step"), plan.round(up, "gradient"))
        self.say(self.story.says("round"), Feel(plan.hiker, level))
        for number, circle in enumerate(self.circles, 1):
            self.add(circle, self.rays, plan.hiker)
            foot = Feel(plan.hiker, level + 180 * number, rate_func=linear)
            self.play(Create(circle, rate_func=linear), foot, run_time=1.6)
        self.hold(1)

    def the_gradient_points_uphill(self) -> None:
        """The longest ray is the gradient's arrow; its exact opposite is on the same line."""
        self.beat("up and down")
        plan, story, up = self.sets.feeling, self.story, self.story.gradient(0)
        parts = plan.parts(up)
        names, slopes = self.sets.gradient_words(parts)
        self.up = plan.arrow(up, "gradient", "gradient")
        self.down = plan.arrow(-up, "step", "step")
        self.say(story.says("uphill"), FadeOut(self.rays, self.signs, self.circles))
        self.add(self.up, plan.hiker)
        self.play(GrowFromPoint(self.up, plan.pivot), FadeIn(names[0]))
        self.hold(0.6)
        self.add(parts, plan.hiker)
        self.play(FadeIn(parts, slopes))
        self.hold(1)
        turned = plan.arrow(-up, "step", "step").rotate(PI, about_point=plan.pivot)
        self.say(story.says("turned"))
        self.play(Rotate(turned, PI, about_point=plan.pivot), run_time=1.2)
        self.remove(turned)
        self.add(self.down, plan.hiker)
        self.play(FadeIn(names[1]), Feel(plan.hiker, self.level + 450))
        self.hold(1.6)

    def a_part_of_it_is_the_step(self) -> None:
        """The learning rate's share of the arrow is the step, in w and in b; he goes there."""
        self.beat("a step")
        story, plan, sets = self.story, self.sets.stepping, self.sets
        down = plan.arrow(-story.gradient(0), "step", "step").set_opacity(0.4)
        step = plan.arrow(story.move(0), "step", "step", 0.3)
        self.finish_line()
        self.cut(plan.plate, sets.axes, down, plan.hiker)
        self.say(story.says("rate"), FadeIn(sets.rule))
        self.add(step, plan.hiker)
        self.play(GrowFromPoint(step, plan.pivot), run_time=1)
        self.hold(1)
        self.say(story.says("both"))
        last = VGroup()
        for along, name in enumerate("wb"):
            shadow = sets.axes.shadow(along, *story.hike.places[:2])
            words = make_room(self, sets.sum(name), shadow, going=last)
            self.play(FadeIn(shadow, words), FadeOut(last), run_time=0.6)
            self.hold(1.4)
            last = VGroup(words)
        goal = plan.view.at(story.hike.places[1]) - plan.pivot
        self.add(plan.view.print_(plan.spot, 0.16), plan.hiker)
        self.play(plan.hiker.animate.shift(goal), FadeOut(last), run_time=1)
        arrivals = story.reading("w", 1), story.reading("b", 1)
        new = sets.axes.arrivals(arrivals, self.choose(2.0, 1.4, 1.7))
        self.play(FadeIn(spread(self, new)))
        self.hold(1.4)

    def the_first_steps(self) -> None:
        """Each step begins with the slope where he is: gentler ground, shorter step."""
        self.beat("first steps")
        story, near = self.story, self.sets.first_steps
        near.put(1)
        near.tread(0, 1)
        self.cut(near, near.ground, near.steps, near.prints, near.hiker)
        self.say(story.says("pace", 1))
        for step in range(2, story.told + 1):
            place, up = near.places[step - 1], story.gradient(step - 1)
            slope = near.view.arrow(place, up, "gradient", 0.13, "gradient")
            self.add(slope, near.prints, near.hiker)  # he stands before it
            self.play(GrowFromPoint(slope, slope.tail), run_time=0.8)
            self.play(*near.go(step - 1, step, 1), run_time=1.2)
            self.say(story.says("pace", step))
            self.leave(slope)
        self.hold(1)

    def step_by_step(self) -> None:
        """The walk, and the altitude that falls with it."""
        self.beat("the walk")
        story, walk, chart = self.story, self.sets.walk, self.sets.chart
        last = story.reading("step number", story.steps)
        walk.put(story.told)
        walk.tread(0, story.told)
        self.curve = VGroup(chart.part(0, story.told))
        self.levels = VGroup(chart.level(0))
        self.numbers = VGroup(chart.altitude(0), chart.count((last, "text"), story.says("steps")))
        self.finish_line()
        self.cut(walk, walk.ground, chart.axes(), self.levels, self.curve, walk.steps,
                 walk.prints, walk.hiker)  # fmt: skip
        spread(self, self.numbers, chart.part(0, story.steps))
        self.say(story.says("chart"), FadeIn(self.numbers))
        self.hold(0.6)
        if story.steps > story.told:
            self.say(story.says("rest"))
        for start, end in walk.legs(story.told):
            part = chart.part(start, end)
            self.curve.add(part)
            self.play(*walk.go(start, end, 2), FadeIn(part), run_time=1.2)
        self.come_to_rest()

    def come_to_rest(self) -> None:
        """How the walk ends: the valley's floor lights up, if it is one."""
        story, walk, shown = self.story, self.sets.walk, Group()
        if story.arrives():
            walk.steps.add(ring := walk.view.ring(walk.places[-1], 0.3))
            shown.add(ring)
        if not story.leads_off_the_map():
            level, number = (
                self.sets.chart.level(story.steps),
                self.sets.chart.altitude(story.steps),
            )
            shown.add(level, make_room(self, number, level))
            self.numbers.add(number)
            self.levels.add(level)
        pose = "arrived" if story.hike.felt_flat else "feeling"
        self.say(story.says("ending"), Act(walk.hiker, walk.pose(pose, -1)), *map(FadeIn, shown))
        self.hold(1.6)

    def what_was_what(self) -> None:
        """Each thing of the walk gets its name in the method, one after another."""
        self.beat("what was what")
        walk = self.sets.walk
        back = walk.turned("pointing")
        self.say(self.story.says("model"), FadeIn(back),
                 FadeOut(self.numbers, self.levels, walk.hiker))  # fmt: skip
        for words in self.sets.names(self.curve):
            self.play(FadeIn(words))
            self.hold(0.8)
        self.hold(0.6)

    def the_fog_lifts(self) -> None:
        """Dawn: all of the basin, his end, and the ends of others."""
        self.beat("the fog lifts")
        story, dawn = self.story, self.sets.dawn
        self.sets.scrim.swap(self.sets.clear_scrim.art)
        self.say(story.says("dawn"))
        self.dissolve(*dawn, dawn.steps, dawn.shadow, dawn.hiker, seconds=1.4)
        self.play(FadeIn(dawn.seeing), FadeOut(dawn.hiker))
        rings, others = dawn.rings(story.floors), self.sets.others
        numbers = self.sets.altitudes()
        points = Act(dawn.seeing, dawn.pose("pointing"))
        self.add(*rings, dawn.steps, dawn.shadow, dawn.seeing)
        self.say(story.says("fate"), points, *map(FadeIn, [numbers, *rings]))
        self.hold(1.6)
        figures, ways = Group(), Group()
        for other in others:
            figures.add(other.figure)
            ways.add(other.way)
        self.add(ways, dawn.steps, figures, dawn.shadow, dawn.seeing, numbers)
        self.say(story.says("others"), *[move for other in others for move in other.walk()])
        self.say(story.says("starts"))
        self.hold(1)
        waves = [Act(one.figure, one.waves) for one in others if one.is_deepest]
        own = dawn.pose("waving" if story.is_deepest() else "wistful")
        claim = make_room(self, self.sets.claim)
        self.play(FadeIn(claim), Act(dawn.seeing, own), *waves, run_time=0.8)
        self.hold(3)
