"""Too small, just right, too large: one slope, and how far three learning rates step on it."""

from __future__ import annotations

import numpy as np
from manim import DOWN, Group, Mobject

from gdmath.experiments import learning_rate
from gdmath.experiments._common.outcome import BORDERS
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ant import Ant
from scenes.kit.arrows import axis_arrow
from scenes.kit.lane import Lane
from scenes.kit.puppet import Act, Puppet, Stride
from scenes.kit.treads import hops
from scenes.kit.update import product_line
from scenes.sets.learning_rate import RateSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.theme import Role

__all__ = ["LearningRate"]

SLOW = 3  # strides that are seen one by one
HOPS = 5  # at each learning rate of the road
HALOS: tuple[Role, ...] = ("cost", "target", "text")  # of the costs of ant, man and giant
ROAD = ("striding", "rejoicing", "wondering", "baffled", "flung")  # how he looks on


class LearningRate(ShotFilm[learning_rate.Params]):
    """An ant, a man and a giant walk home with three learning rates."""

    slug = "learning_rate"
    title = "Too small, just right, too large"
    poster = "three learning rates"
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
        self.one_slope_three_rates()
        self.the_rate_stretches_the_slope()
        self.at_one_is_the_limit()
        self.the_cost_tells()
        self.home()
        self.hush()

    def how_big_a_step(self) -> None:
        """He wants to get home; he thinks of himself as an ant and as a giant."""
        self.beat("how big a step?")
        world, man, ant, giant = self.sets.hook()
        question = self.headline(self.story.says("question"), self.choose(3.0, 1.8, 1.75))
        cost = self.label(self.story.says("cost"), role="cost", size=1.4)
        self.cut(world, man, self.sets.put("cost", cost))
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
        home = self.sets.beside(rate, walk.first("steps home"), walk.says("home_in"))
        self.say(walk.says("slow"), FadeIn(home))
        self.hold(1.6)

    def _crawl(self, ant: Ant, lane: Lane) -> None:
        done = abs(lane.at() - self.start) / abs(self.ant.first("step").value)
        ant.tread(abs(1 - done % 2))

    def a_man_gets_home(self) -> None:
        """Stride by stride; as the slope fades, so do the steps."""
        self.beat("just right")
        walk = self.man
        world, lane, man = self.sets.strolling()
        lane.carry(man, self._stride)
        rate = self.sets.rate(walk, "man")
        self.cut(world, lane.tangent(), lane.ball, man, rate)
        slope = self.label(self.story.says("slope"), role="gradient", size=1.3)
        slope.move_to(lane.point(self.start) + self.choose(1.5, 1.4, 2.1) * DOWN)
        self.say(walk.says("stride"), FadeIn(self.keep_in_frame(slope)))
        self.hold(0.8)
        self.play(FadeOut(slope))
        places = walk.heights.tolist()
        lane.walk(places[: SLOW + 1], man)
        self.say(walk.says("walk"))
        lane.walk(places[SLOW : walk.close + 1], man, slow=0)
        left = self.sets.beside(rate, walk.left("miss", walk.close), walk.says("from_home"))
        self.play(FadeIn(left))
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
            seconds, hop = (0.6, 0.1) if number else (1.0, 0.8)
            self.play(Stride(giant, pose, at, hop), FadeIn(way), run_time=seconds)
            if not number:
                self.hold(1.2)
                if walk.leaps > 1:
                    self.say(walk.says("next"))
        left = self.sets.large("miss", walk.left("miss", walk.leaps), walk.says("from_home"),
                               size=self.choose(2.2, 1.3, 1.8), above=False)  # fmt: skip
        self.play(FadeIn(left))
        self.hold(1.4)

    def one_slope_three_rates(self) -> None:
        """Three lanes: from one slope each takes one step."""
        self.beat("three learning rates")
        walks = (self.giant, self.man, self.ant)
        world, floor, steps, figures = self.sets.three(walks)
        rates = [self.sets.rate(walk, name)
                 for walk, name in zip(walks, ("large", "good", "small"), strict=True)]  # fmt: skip
        near = CameraMove(world, *steps, *figures, zoom=1.5, about=floor)
        self.cut(world)
        self.add(near.settle().mobject, rates[0])
        self.say(self.story.says("three"), near)
        self.play(FadeIn(*rates[1:]))
        self.hold(2.6)

    def the_rate_stretches_the_slope(self) -> None:
        """One formula: only the rate changes, and the arrow with it."""
        self.beat("rate times slope")
        slope = self.story.first("slope")
        world, axis, walkers = self.sets.ruler(max(slope.value, self.giant.first("step").value))
        way = -float(np.sign(self.story.errors[0]))
        full = axis_arrow(axis, self.start, self.start + way * slope.value, "gradient", 0.24,
                          of="slope", off=-0.35)  # fmt: skip
        self.cut(world, full)
        names = self.story.says("rate"), self.story.says("slope"), self.story.says("step")
        sizes = self.choose((3.4, 1.2, 9), (2.1, 0.9, 7), (2.1, 0.9, 7))
        self.say(self.story.says("share"))
        before = Group()
        for walk, who in zip(self.story.three, walkers, strict=True):
            if walk is self.man:
                self.say(self.story.says("stretch"))
            step = walk.first("step")
            formula = product_line(self, walk.rate, slope, step, names, *sizes)
            arrow = axis_arrow(axis, self.start, self.start + way * step.value, "step", 0.28,
                               of="step", off=-0.85)  # fmt: skip
            self.sets.put("formula", formula)
            self.play(FadeOut(before), FadeIn(formula, arrow, who))
            self.hold(1.2)
            before = Group(formula, arrow, who)

    def at_one_is_the_limit(self) -> None:
        """The rate as a road: at a half home in one step, at one to and fro for ever."""
        self.beat("the limit")
        world, lane, road, man = self.sets.road(self.story.stops[0])
        size, far = self.choose((1.1, 0.1), (0.85, 0.95), (0.9, 1.1))
        named = road.below(self.story.says("rate"), self.choose(0.15, 0.25, 0.22), size, far)
        stops = zip(self.story.stops[1::2], ("half", "limit"), strict=True)
        posts = [road.post(walk.rate, self.story.says(name), size) for walk, name in stops]
        self.cut(world, road, man, named, *posts)
        before = Group()
        for walk, pose in zip(self.story.stops, ROAD, strict=True):
            told, goes = road.above(walk.rate), road.rate.animate.set_value(walk.rate.value)
            self.say(walk.says("dial"), FadeOut(before), goes, FadeIn(told),
                     Act(man, MAN_POSES[pose]))  # fmt: skip
            way = hops(
                lane.curve, walk.heights.tolist(), "position", 1 if walk.regime == "hit" else HOPS
            )
            for hop in way:
                self.play(FadeIn(hop), run_time=0.4)
            self.hold(0.4)
            before = Group(told, way)
        self.say(self.story.says("valley"))
        self.hold(1)

    def the_cost_tells(self) -> None:
        """The cost step by step: what is flat or rises asks for a smaller rate."""
        self.beat("watch the cost")
        plate, chart, figures = self.sets.chart()
        self.cut(plate, chart, chart.scale_of(self.story.says("cost"), self.story.says("steps")))
        self.say(self.story.says("watch"))
        above = [walk for walk in self.story.curves if walk.rate.value >= BORDERS[1]]
        shown: list[Mobject] = []  # figures, above all lines
        for line, who, walks in (("falls", 1, [self.man]), ("more", 0, [self.ant]),
                                 ("less", 2, above)):  # fmt: skip
            self.say(self.story.says(line))
            for walk in walks:
                path = chart.drawn(walk.costs)
                halo = chart.halo(walk.costs, HALOS[who])
                self.add(halo, path, *shown)
                self.play(FadeIn(halo), FadeIn(path))
                self.play(FadeIn(chart.named(path, [walk.rate])))
            shown.append(figures[who])
            self.play(FadeIn(figures[who]))
            self.hold(1)

    def home(self) -> None:
        """He is home, the ant is still on the hill, the giant has gone over the ridge."""
        self.beat("home")
        world, man, ant, giant, hill = self.sets.home()
        claim = self.headline(self.story.says("claim"), self.choose(2.2, 1.6, 1.7))
        foot = man.place((0, 0))
        over = np.array([0.06, 0.05, 0.0]) * self.frame.width
        self.cut(world, giant.shift(over), hill, ant, man.scale(1.7, about_point=foot))
        self.say(self.story.says("end"), man.animate.scale(1 / 1.7, about_point=foot))
        self.play(giant.animate.shift(-over), run_time=1.6)
        self.play(FadeIn(self.sets.put("claim", claim), *self.sets.where()))
        self.hold(2.6)
