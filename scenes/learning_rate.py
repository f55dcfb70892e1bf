"""Too small, just right, too large: one slope, and how far three learning rates step on it."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, Group, VGroup

from gdmath.experiments import learning_rate
from gdmath.experiments._common.outcome import BORDERS
from gdmath.experiments.learning_rate import Walk
from scenes.figures.man_poses import MAN_POSES
from scenes.kit.ant import Ant
from scenes.kit.arrows import axis_arrow
from scenes.kit.labels import large
from scenes.kit.lane import Lane
from scenes.kit.puppet import Act, Puppet, tilted
from scenes.kit.treads import hops
from scenes.kit.update import product_line
from scenes.sets.learning_rate import RateSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import CameraMove, ShotFilm

__all__ = ["LearningRate"]

SLOW = 3  # strides that are seen one by one
HOPS = 5  # at each learning rate of the road


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
        self.the_rate_stretches_the_slope()
        self.at_one_is_the_limit()
        self.the_cost_tells()
        self.home()
        self.hush()

    def rate(self, walk: Walk, place: str, size: float) -> VGroup:
        """Return a learning rate, and in words what it is."""
        words = large(self, walk.rate, walk.says("size"), "step", size, above=False)
        return self.keep_in_frame(self.sets.put(place, words))

    def how_big_a_step(self) -> None:
        """He wants to get home; he thinks of himself as an ant and as a giant."""
        self.beat("how big a step?")
        world, man, ant, giant = self.sets.hook()
        question = self.headline(self.story.says("question"), self.choose(2.6, 1.8, 2.2))
        cost = self.label(self.story.says("cost"), role="cost", size=1.4)
        self.cut(world, man, self.sets.put("cost", cost))
        self.say(self.story.says("home"), FadeIn(self.sets.put("question", question)))
        self.hold(0.6)
        self.add(ant, man)
        self.play(FadeIn(ant))
        self.hold(0.4)
        self.add(giant.scale(0.4, about_point=giant.place((0, 0))), ant, man)
        self.play(FadeIn(giant))
        self.play(giant.animate.scale(2.5, about_point=giant.place((0, 0))), run_time=1.4)
        self.play(Act(man, man.pose.but(head=8, mouth="o", eyes="wide", gaze=(0.8, 0.6))))
        self.hold(1)

    def an_ant_is_slow(self) -> None:
        """Fifteen steps of the ant: the right way, and the start is still in the picture."""
        self.beat("too small")
        walk = self.ant
        world, lane, ant = self.sets.near_ant(walk)
        lane.carry(ant, self._crawl)
        rate = self.rate(walk, "ant", self.choose(3.4, 2.4, 3.0))
        self.cut(world, ant, rate)
        self.say(walk.says("small"))
        lane.walk(walk.heights[: walk.close + 1].tolist(), ant)
        size = self.choose(2.2, 1.6, 2.2)
        home = large(self, walk.first("steps home"), walk.says("home_in"), size=size, above=False)
        self.say(
            walk.says("slow"), FadeIn(home.next_to(rate, self.choose(RIGHT, RIGHT, DOWN), buff=0.6))
        )
        self.hold(1.6)

    def _crawl(self, ant: Ant, lane: Lane) -> None:
        done = abs(lane.at() - self.start) / abs(self.ant.first("step").value)
        ant.tread(abs(1 - done % 2))

    def a_man_gets_home(self) -> None:
        """Stride by stride; as the slope fades, so do the steps."""
        self.beat("just right")
        walk = self.man
        world, lane = self.sets.wide()
        places = walk.heights.tolist()
        unit = self.choose(0.0185, 0.013, 0.017)
        man = self.sets.man("striding", lane.point(self.start), unit, -1, light=(-0.5, 0.7))
        lane.carry(man, self._stride)
        rate = self.rate(walk, "man", self.choose(3.4, 2.2, 3.0))
        slope = self.label(self.story.says("slope"), role="gradient", size=1.3)
        slope.move_to(lane.point(self.start) + self.choose(1.5, 1.4, 2.1) * DOWN)
        self.cut(world, lane.tangent(), lane.ball, man, rate)
        self.say(walk.says("stride"), FadeIn(self.keep_in_frame(slope)))
        self.hold(1)
        self.play(FadeOut(slope))
        lane.walk(places[: SLOW + 1], man)
        self.say(walk.says("walk"))
        lane.walk(places[SLOW : walk.close + 1], man, slow=0)
        miss, size = walk.left("miss", walk.close), self.choose(2.2, 1.6, 2.2)
        left = large(self, miss, walk.says("from_home"), size=size, above=False)
        self.play(FadeIn(left.next_to(rate, self.choose(RIGHT, RIGHT, DOWN), buff=0.7)))
        self.hold(1.6)

    def _stride(self, man: Puppet, lane: Lane) -> None:
        step = int(np.argmin(np.abs(self.man.heights - lane.at())))
        man.face(-1 if lane.point(lane.at())[0] > lane.floor[0] else 1)
        man.take(MAN_POSES["striding on" if step % 2 else "striding"])

    def a_giant_lands_higher_up(self) -> None:
        """Three lanes: from one slope each takes one step."""
        self.beat("three learning rates")
        walks = (self.giant, self.man, self.ant)
        world, lanes = self.sets.three(self.giant)
        steps = self.sets.first_steps(lanes, walks)
        giant = self.sets.leap(lanes[0], self.giant)
        unit, small = self.choose((0.0145, 0.011), (0.011, 0.0065), (0.0125, 0.0085))
        man = self.sets.man("striding", lanes[1].point(self.start), unit, -1, light=(-0.5, 0.7))
        lanes[1].bring(man, 26 * unit).take(tilted(man.pose, -lanes[1].slope))
        ant = self.sets.ant("plodding", np.zeros(3), small, -1, lanes[2].slope)
        lanes[2].bring(ant)
        rates = [self.rate(walk, name, self.choose(2.2, 1.6, 1.7))
                 for walk, name in zip(walks, ("large", "good", "small"), strict=True)]  # fmt: skip
        others = (*steps[1:], man, ant)
        self.cut(world, *others, rates[1])
        away = CameraMove(world, *others, zoom=1.8, about=lanes[1].point(self.start))
        self.add(away.settle().mobject, rates[1])
        self.play(away, run_time=1.2)
        self.say(self.giant.says("leap"), FadeIn(steps[0], giant, rates[0]))
        self.add(*steps, giant, man, ant)
        self.hold(1.4)
        self.say(self.story.says("three"), FadeIn(rates[2]))
        self.hold(3.4)

    def the_rate_stretches_the_slope(self) -> None:
        """One formula: only the rate changes, and the arrow with it."""
        self.beat("rate times slope")
        slope = self.story.first("slope")
        world, axis = self.sets.ruler(max(slope.value, self.giant.first("step").value))
        way = -float(np.sign(self.story.errors[0]))
        full = axis_arrow(axis, self.start, self.start + way * slope.value, "gradient", 0.24,
                          of="slope", off=-0.35)  # fmt: skip
        self.cut(world, full)
        names = self.story.says("rate"), self.story.says("slope"), self.story.says("step")
        self.say(self.story.says("share"))
        before, place = Group(), axis.at(self.start) + 0.85 * RIGHT
        for walk, who in zip(self.story.three, self.sets.walkers(place), strict=True):
            if walk is self.man:
                self.say(self.story.says("stretch"))
            step, sizes = (
                walk.first("step"),
                self.choose((3.4, 1.2, 9), (2.1, 0.9, 7), (2.1, 0.9, 7)),
            )
            formula = product_line(self, walk.rate, slope, step, names, *sizes)
            arrow = axis_arrow(axis, self.start, self.start + way * step.value, "step", 0.28,
                               of="step", off=-0.85)  # fmt: skip
            self.sets.put("formula", formula)
            self.play(FadeOut(before), FadeIn(formula, arrow, who))
            self.hold(1.6)
            before = Group(formula, arrow, who)

    def at_one_is_the_limit(self) -> None:
        """The rate as a road: at a half home at once, at one to and fro for ever."""
        self.beat("the limit")
        world, lane, road, man = self.sets.road(self.story.stops[0])
        size, far = self.choose((1.1, 0.1), (0.9, 0.6), (1, 0.7))
        named = road.below(self.story.says("rate"), self.choose(0.15, 0.25, 0.22), size, far)
        posts = [road.post(self.story.says(name), rate, size)
                 for name, rate in zip(("half", "limit"), BORDERS, strict=True)]  # fmt: skip
        self.cut(world, road, man, named, *posts)
        before = Group()
        poses = ("striding", "rejoicing", "wondering", "baffled", "flung")
        for walk, pose in zip(self.story.stops, poses, strict=True):
            told, goes = road.above(walk.rate), road.rate.animate.set_value(walk.rate.value)
            self.say(walk.says("dial"), FadeOut(before), goes, FadeIn(told),
                     Act(man, MAN_POSES[pose]))  # fmt: skip
            way = hops(lane.curve, walk.heights.tolist(), "position", 1 if walk.hits else HOPS)
            for hop in way:
                self.play(FadeIn(hop), run_time=0.4)
            self.hold(0.6)
            before = Group(told, way)

    def the_cost_tells(self) -> None:
        """The cost step by step: what is flat or rises asks for a smaller rate."""
        self.beat("watch the cost")
        plate, chart, man = self.sets.chart()
        self.cut(
            plate, chart, man, chart.scale_of(self.story.says("cost"), self.story.says("steps"))
        )
        self.say(self.story.says("watch"))
        above = [walk for walk in self.story.curves if walk.rate.value >= BORDERS[1]]
        pair = [walk for walk in (self.man, self.story.mirror) if walk]
        for line, pose, rows in (("same", "pointing", [pair]), ("more", "shrugging", [[self.ant]]),
                                 ("less", "baffled", [[walk] for walk in above])):  # fmt: skip
            teller = self.ant if line == "more" else self.story
            self.say(teller.says(line), Act(man, MAN_POSES[pose]))
            for row in rows:
                paths = [chart.drawn(walk.errors**2) for walk in row]
                for path in paths:
                    self.play(FadeIn(path))
                self.play(FadeIn(chart.named(paths[-1], [walk.rate for walk in row])))
            self.hold(1)

    def home(self) -> None:
        """He is home, and so at last is the ant."""
        self.beat("home")
        world, man, ant = self.sets.home()
        foot = man.place((0, 0))
        self.cut(world, man.scale(1.7, about_point=foot), ant.shift(2.4 * LEFT))
        claim = self.headline(self.story.says("claim"), self.choose(2.4, 1.6, 1.7))
        self.say(self.story.says("end"), man.animate.scale(1 / 1.7, about_point=foot))
        self.play(ant.animate.shift(2.4 * RIGHT), run_time=1.6)
        self.play(FadeIn(self.sets.put("claim", claim)))
        self.hold(3)
