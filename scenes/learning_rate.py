"""Too small, just right, too large: one slope, and how far three learning rates step on it."""

from __future__ import annotations

import numpy as np
from manim import Group

from gdmath.experiments import learning_rate
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ant import Ant
from scenes.kit.lane import Lane
from scenes.kit.puppet import Act, Puppet, Stride, tilted
from scenes.kit.room import make_room
from scenes.kit.treads import hops
from scenes.sets.learning_rate import RateSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["LearningRate"]

SLOW = 3  # strides that are seen one by one
ROAD = ("striding", "rejoicing", "wondering", "baffled", "flung")  # how he ends


class LearningRate(ShotFilm[learning_rate.Params]):
    """An ant, a man and a giant walk home with three learning rates."""

    slug = "learning_rate"
    title = "Too small, just right, too large"
    poster = "rate times slope"
    model = learning_rate.Params
    colours = learning_rate.run(learning_rate.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = learning_rate.run(self.params)
        self.ant, self.man, self.giant = self.story.three
        self.sets = RateSets(self, self.story)
        self.start = self.params.start_cm
        self.add(self.sets.scrim)
        self.how_big_a_step()
        self.an_ant_is_slow()
        self.a_man_gets_home()
        self.a_giant_lands_higher_up()
        self.the_rate_stretches_the_slope()
        self.at_one_is_the_limit()
        self.the_cost_tells()
        self.home()
        self.hush()

    def how_big_a_step(self) -> None:
        """He wants to get home; he thinks of himself as an ant and as a giant."""
        self.beat("how big a step?")
        world, man, ant, giant, far = self.sets.hook()
        question = self.headline(self.story.says("question"), self.choose(3.0, 1.8, 1.75))
        cost = self.label(self.story.says("cost"), role="cost", size=1.4)
        self.cut(world, far, man, self.sets.put("cost", cost))
        self.say(self.story.says("home"), FadeIn(self.sets.put("question", question)))
        self.add(ant, man)
        self.play(FadeIn(ant))
        self.hold(0.4)
        foot = giant.place((0, 0))
        self.add(giant.scale(0.4, about_point=foot), ant, man)
        self.play(FadeIn(giant))
        self.play(giant.animate.scale(2.5, about_point=foot), run_time=1.2)
        self.play(Act(man, man.pose.but(head=8, mouth="o", eyes="wide", gaze=(0.8, 0.6))))
        self.hold(1)

    def an_ant_is_slow(self) -> None:
        """Fifteen steps of the ant: the right way, and the start is still in the picture."""
        self.beat("too small")
        walk = self.ant
        world, lane, ant = self.sets.near_ant(walk)
        lane.carry(ant, self._crawl)
        rate = self.sets.rate(walk, "ant")
        self.cut(world, ant, rate)
        self.say(walk.says("small"))
        lane.walk(walk.heights[: walk.close + 1].tolist(), ant)
        self.say(walk.says("slow"), FadeIn(self.sets.after(walk, rate)))
        self.hold(1.6)

    def _crawl(self, ant: Ant, lane: Lane) -> None:
        done = abs(lane.at() - self.start) / abs(self.ant.first("step").value)
        ant.tread(abs(1 - done % 2))

    def a_man_gets_home(self) -> None:
        """Stride by stride; as the slope fades, so do the steps."""
        self.beat("just right")
        walk = self.man
        world, lane, man, ant = self.sets.strolling()
        lane.carry(man, self._stride)
        rate = self.sets.rate(walk, "man")
        self.cut(world, lane.tangent(), lane.ball, man, rate)
        slope, made = self.sets.first_step(lane)
        places = walk.heights.tolist()
        self.say(walk.says("stride"), FadeIn(make_room(self, slope)))
        self.hold(0.8)
        self.play(FadeOut(slope))
        first = lane.walk(places[:2], man)
        self.play(FadeIn(make_room(self, made)))
        self.hold(1.2)
        self.play(FadeOut(made))
        second = lane.walk(places[1 : SLOW + 1], man)
        self.say(walk.says("walk"))
        rest = lane.walk(places[SLOW : walk.close + 1], man, slow=0)
        self.play(FadeIn(self.sets.after(walk, rate)))
        self.hold(1)
        if self.story.needed:
            self.say(self.story.says("needs"), FadeOut(first, second, rest),
                     FadeIn(ant, self.sets.needed()))  # fmt: skip
            self.hold(1.4)

    def _stride(self, man: Puppet, lane: Lane) -> None:
        step = int(np.argmin(np.abs(self.man.heights - lane.at())))
        man.face(-1 if lane.point(lane.at())[0] > lane.floor[0] else 1)
        man.take(MAN_POSES["striding on" if step % 2 else "striding"])

    def a_giant_lands_higher_up(self) -> None:
        """He straddles the valley, and each leap lands no lower than the one before."""
        self.beat("too large")
        walk = self.giant
        world, lane, giant, leaps = self.sets.under_the_giant(walk)
        rate = self.sets.rate(walk, "giant")
        ways = hops(lane.curve, walk.heights.tolist(), "position", walk.leaps)
        self.cut(world, giant, rate)
        self.say(walk.says("leap"))
        for number, (way, (pose, at)) in enumerate(zip(ways, leaps, strict=True)):
            self.add(way, giant)
            seconds, hop = (1.0, 0.8) if not number else (0.6, 0.1) if number < SLOW else (0.2, 0.1)
            self.play(Stride(giant, pose, at, hop), FadeIn(way), run_time=seconds)
            if not number:
                reached = [make_room(self, far) for far in self.sets.reaches(walk, lane)]
                self.play(FadeIn(*reached))
                self.hold(1.2)
                if walk.leaps > 1:
                    self.say(walk.says("next"), FadeOut(*reached))
        left = self.sets.after(walk)
        self.play(FadeIn(left))
        self.hold(1.4)

    def the_rate_stretches_the_slope(self) -> None:
        """One slope, and the three steps that come of it, one under another."""
        self.beat("rate times slope")
        slope = self.story.first("slope")
        world, shares, walkers = self.sets.shares()
        names = self.story.says("rate"), self.story.says("slope"), self.story.says("step")
        self.cut(world, shares, shares.slope(slope, names))
        self.say(self.story.says("share"))
        for row, (walk, who) in enumerate(zip(self.story.three, walkers, strict=True), 1):
            self.play(FadeIn(shares.step(row, walk.rate, slope, walk.first("step")), who))
            self.hold(0.8)
        self.say(self.story.says("stretch"))
        self.hold(2)

    def at_one_is_the_limit(self) -> None:
        """The rate as a road: at a half home in one step, at one to and fro for ever."""
        self.beat("the limit")
        world, lane, road = self.sets.road(self.story.stops[0])
        size, far = self.choose((1.1, 0.1), (0.85, 0.95), (0.9, 1.1))
        named = road.below(self.story.says("rate"), self.choose(0.1, 0.25, 0.22), size, far)
        stops = zip(self.story.stops[1::2], ("half", "limit"), strict=True)
        posts = [road.post(walk.rate, self.story.says(name), size) for walk, name in stops]
        self.cut(world, road, named, *posts)
        before = Group()
        for walk, pose in zip(self.story.stops, ROAD, strict=True):
            told, goes = road.above(walk.rate), road.rate.animate.set_value(walk.rate.value)
            man = self.sets.hopper(lane)
            self.say(walk.says("dial"), FadeOut(before), goes, FadeIn(told, man))
            places = walk.heights[: walk.hops + 1].tolist()
            ways = hops(lane.curve, places, "position", walk.hops)
            for way, place in zip(ways, places[1:], strict=True):
                self.add(way, man)
                self.play(FadeIn(way), lane.leap(man, MAN_POSES["striding"], place), run_time=0.4)
            self.play(Act(man, tilted(MAN_POSES[pose], man.facing * lane.rises(places[-1]))))
            self.hold(0.8)
            before = Group(told, ways, man)

    def the_cost_tells(self) -> None:
        """The cost step by step: what is flat or rises asks for a smaller rate."""
        self.beat("watch the cost")
        plate, chart, walkers = self.sets.chart()
        self.cut(plate, chart, chart.scale_of(self.story.says("cost"), self.story.says("steps")))
        self.say(self.story.says("watch"))
        last, seen = len(walkers) - 1, []
        said = {1: self.man.says("falls"), 0: self.ant.says("more"), last: self.story.says("less")}
        for number in (1, 0, *range(last, 1, -1)):
            walk, who = walkers[number]
            path = chart.drawn(walk.costs)
            tint = [chart.tint(walk.costs)] if number == 1 else []
            if number in said:
                self.say(said[number])
            seen.append(who)
            self.add(*tint, path, *seen)  # no line is drawn over anyone
            self.play(*map(FadeIn, (*tint, path, who)))
            self.play(FadeIn(chart.named(path, [walk.rate])))
            self.hold(0.8)

    def home(self) -> None:
        """He is home, the ant is still on the hill, the giant has gone over the ridge."""
        self.beat("home")
        world, man, ant, giant, hill = self.sets.home()
        claim = self.headline(self.story.says("claim"), self.choose(2.0, 1.6, 1.7))
        foot = man.place((0, 0))
        over = np.array([0.06, 0.05, 0.0]) * self.frame.width
        self.cut(world, giant.shift(over), hill, ant, man.scale(1.7, about_point=foot))
        self.say(self.story.says("end"), man.animate.scale(1 / 1.7, about_point=foot))
        self.play(giant.animate.shift(-over), run_time=1.6)
        self.play(FadeIn(self.sets.put("claim", claim), *self.sets.where()))
        self.hold(0.6)
        self.play(Act(man, MAN_POSES["rejoicing"]))
        self.hold(1.6)
