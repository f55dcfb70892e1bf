"""A pinch of salt: how bad, which way, and a small step."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from manim import DOWN, LEFT, RIGHT, UP, VGroup

from gdmath.experiments import soup
from scenes.figures.cook_poses import COOK_POSES
from scenes.kit.labels import beside
from scenes.kit.puppet import Act, Puppet
from scenes.kit.room import is_free, spots_of
from scenes.kit.treads import stairs
from scenes.sets.soup import SoupSets
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.shots import ShotFilm

__all__ = ["Soup"]

FACES = ("shocked", "tasting", "proud", "tasting", "shocked")  # from too little salt to too much
STEPS = ("blind step", "step")  # of the two cooks
FEW, MANY = 3, 12  # steps of two cooks that are seen one by one, and in all


class Soup(ShotFilm[soup.Params]):
    """A grandmother salts her soup: blindfolded, and by the slope."""

    slug = "soup"
    title = "A pinch of salt"
    poster = "taste, slope, pinch"
    model = soup.Params
    colours = soup.run(soup.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = soup.run(self.params)
        self.sets = SoupSets(self, self.story)
        self.add(self.sets.scrim)
        self.how_much()
        self.how_bad()
        self.a_formula()
        self.never_tasting()
        self.taste_slope_pinch()
        self.two_cooks()
        self.loss_by_steps()
        self.again()
        self.hush()

    def act(self, cook: Puppet, name: str) -> Act:
        """Return how the cook takes an attitude."""
        return Act(cook, COOK_POSES[name])

    @property
    def mood(self) -> str:
        """What she who looks is, in the end."""
        return "proud" if self.story.shrinks else "shocked"

    def how_much(self) -> None:
        """She tastes, and winces."""
        self.beat("how much?")
        plate, cook, pot = self.sets.hook()
        self.cut(plate, cook, pot)
        self.hold(0.4)
        self.say(self.story.says("taste"), self.act(cook, "wincing"))
        self.hold(0.6)
        question = self.headline(self.story.says("question"), self.choose(2.8, 1.9, 2.4))
        self.play(FadeIn(self.sets.put("question", question)))
        self.hold(0.8)
        self.play(self.act(cook, "wondering"))
        self.hold(1.4)

    def how_bad(self) -> None:
        """Taste after taste has its loss, and side by side they are a bowl."""
        self.beat("how bad?")
        plate, cook, pot = self.sets.at_stove("how bad", "tasting")
        scale = self.sets.scale(pot, *map(self.story.salt, self.story.tastes.tolist()))
        self.cut(plate, cook, pot.ruler, scale)
        self.say(self.story.says("probes"))
        losses, name = VGroup(), self.label(self.story.says("loss"), role="cost", size=1.1)
        for number, (salt, face) in enumerate(zip(self.story.tastes, FACES, strict=True)):
            if number == FEW:
                self.say(self.story.says("number"))
            pillar = pot.pillar(float(salt))
            self.play(self.act(cook, face), FadeIn(pillar))
            if number % 2 == 0:
                loss = self.label(self.story.loss(float(salt)), role="cost", size=1.6)
                side = pot.side(float(salt))
                losses.add(loss.next_to(pot.point(float(salt)), side, buff=0.3))
                loss.shift(0.4 * abs(side[0]) * DOWN)
                new = VGroup(loss)
                if not number:
                    new.add(name.next_to(loss, DOWN, buff=0.12).align_to(loss, -side))
                self.play(FadeIn(new), run_time=0.4)
            self.hold(0.4)
        self.say(self.story.says("bowl"), FadeIn(pot.wall), self.act(cook, "wondering"))
        self.play(FadeIn(pot.glass), FadeOut(losses[1]))
        self.hold(1.6)

    def a_formula(self) -> None:
        """The loss as a formula: the salt is the carrot's colour, the best taste the leaf's."""
        self.beat("a formula")
        plate, _, pot = self.sets.at_stove("formula", "tasting")
        story = self.story
        self.cut(plate, pot, self.sets.scale(pot, story.reading("best")))
        words = self.sets.formula((story.says("loss"), "cost"), (story.says("salt"), "here"))
        self.say(story.says("zero"), FadeIn(words))
        for salt in (story.target, story.tastes[-1], story.salts[0]):
            self.play(pot.at.animate.set_value(float(salt)), run_time=1.2)
        start = self.sets.formula(
            (story.reading("loss", 0), "cost"), (story.reading("salt", 0), "here")
        )
        self.say(story.says("squared"), FadeOut(words), FadeIn(start))
        self.hold(1.4)

    def never_tasting(self) -> None:
        """Blindfolded: plus one, plus one, past the best and up."""
        self.beat("never tasting")
        story = self.story
        plate, cook, pot = self.sets.at_stove("blind", "counting", "on")
        scale = self.sets.scale(pot, story.reading("best"))
        told = story.blind[: story.steps_blind + 1].tolist()
        steps = stairs(pot.wall, told, "salt")
        self.cut(plate, cook, pot, scale)
        self.say(story.says("unknown"))
        self.hold(1)
        self.say(story.says("blind"))
        before = VGroup()
        poses = cycle(("pinching", "counting"))
        for number, salt in enumerate(told[1:]):
            count = self.label((story.quantities["salt"].of(salt), "here"), size=2.0)
            pot.mark_with(salt, count, 0.55)
            self.add(steps[number : number + 1], pot.carrot)
            goes = pot.at.animate.set_value(salt), self.act(cook, next(poses))
            seconds = 0.6 if number < FEW else 0.4
            self.remove(before)
            self.play(*goes, FadeIn(count), run_time=seconds)
            before = count
            if salt == story.target:
                self.say(story.says("passes"), self.act(cook, "cheering"))
                self.hold(1)
        if not story.is_low():
            self.say(story.says("passes"))
        loss = self.sets.blind_loss(told[-1])
        self.say(story.says("over"), FadeIn(loss), self.act(cook, "shocked"))
        self.hold(1.6)

    def taste_slope_pinch(self) -> None:
        """She looks: the loss, its slope, and against it a step."""
        self.beat("taste, slope, pinch")
        story, start = self.story, self.story.params.start
        plate, cook, pot = self.sets.at_stove("hero", "wondering", "up")
        scale = self.sets.scale(pot, story.reading("salt", 0), story.reading("best"))
        heights = pot.rise(start)
        steam = self.sets.steam(pot)
        self.cut(plate, cook, steam, pot, scale)
        bad = self.sets.beside("how bad", story.reading("loss", 0), story.says("loss"), "cost")
        self.say(story.says("look"), self.act(cook, "tasting"))
        self.play(FadeIn(heights))
        self.add(pot.carrot)
        self.play(FadeIn(bad))
        self.hold(0.6)
        slope, tangent = story.reading("slope", 0), pot.tangent(start, self.choose(0.95, 0.8, 1.0))
        way = self.sets.beside("which way", slope, story.says("which_way"), "gradient")
        self.say(story.says("feel"), self.act(cook, "feeling"), FadeIn(tangent))
        self.add(pot.carrot)
        self.play(FadeIn(way))
        self.hold(0.8)
        down = self.sets.downhill(pot, tangent)
        self.play(FadeIn(down))
        self.add(pot.carrot)
        self.hold(1)
        self.a_part_of_the_slope()
        cook.take(COOK_POSES["wondering"])
        self.cut(plate, cook, steam, pot, scale, tangent, heights, down, pot.carrot, bad, way)
        step = self.sets.step(pot, story.says("how_much"))
        grains = self.sets.grains_from(cook, pot)
        self.say(story.says("rule"), self.act(cook, "pinching"))
        self.play(FadeIn(grains, step))
        self.hold(1)
        self.beat("one step")
        self.add(pot.wall.ghost(start), pot.carrot)
        goes, stale = pot.at.animate.set_value(float(story.salts[1])), [heights, tangent, down, way]
        self.play(goes, FadeOut(bad, *stale, scale[0], step[1:]), run_time=1.2)
        salt = self.sets.scale(pot, story.reading("salt", 1))[0]
        if not is_free(salt, spots_of(scale[1])):
            salt = VGroup()  # the best one's number stands there
        now = self.sets.beside("how bad", story.reading("loss", 1), story.says("loss"), "cost")
        self.play(FadeIn(now, salt))
        self.hold(1.2)

    def a_part_of_the_slope(self) -> None:
        """From near: minus the learning rate times the slope is the step."""
        story = self.story
        plate, cook, pot = self.sets.at_stove("close", "feeling", "up")
        names = story.says("rate"), story.says("slope"), story.says("step")
        tangent = pot.tangent(self.params.start, self.choose(1.8, 1.3, 1.6))
        self.cut(plate, cook, pot.glass, self.sets.near_wall(pot), tangent, pot.carrot)
        twice = self.sets.twice()
        self.say(story.says("twice"), FadeIn(twice))
        self.hold(1.2)
        self.say(story.says("turn"), FadeOut(twice), FadeIn(self.sets.product(names)))
        self.play(self.act(cook, "measuring"))
        self.hold(2)

    def two_cooks(self) -> None:
        """The two at their stoves, step by step."""
        self.beat("two cooks")
        plate, stoves = self.sets.two_stoves()
        scales = [self.sets.scale(pot, self.story.reading("best"), second=bool(side))
                  for side, (_, pot) in enumerate(stoves)]  # fmt: skip
        self.cut(plate, *[one for stove in stoves for one in stove], *scales)
        self.say(self.story.says("same"))
        runs = [self.sets.in_bowl(salts)[: MANY + 1]
                for salts in (self.story.blind, self.story.salts)]  # fmt: skip
        trails = [stairs(pot.wall, run, "salt", len(run))
                  for (_, pot), run in zip(stoves, runs, strict=True)]  # fmt: skip
        poses, before = ("tasting", "pinching", "tasting"), VGroup()
        for number in range(max(map(len, runs)) - 1):
            slow, counts = number < FEW, VGroup()
            moves: list[Any] = []
            for (_, pot), run, trail, each in zip(stoves, runs, trails, STEPS, strict=True):
                if number + 1 < len(run):
                    self.add(trail[number : number + 1], pot.carrot)
                    moves.append(pot.at.animate.set_value(run[number + 1]))
                    counts.add(self.sets.counted(pot, each, number))
            if slow:
                moves += [self.act(stoves[0][0], ("pinching", "counting")[number % 2]),
                          self.act(stoves[1][0], poses[number]), FadeIn(counts)]  # fmt: skip
            self.play(FadeOut(before), *moves, run_time=1.0 if slow else 0.2)
            before = counts if slow else VGroup()
            if number == 0:
                self.say(self.story.says("then"))
        self.play(self.act(stoves[0][0], "shocked"), self.act(stoves[1][0], self.mood))
        self.hold(1.6)

    def loss_by_steps(self) -> None:
        """The two runs stand up as losses by steps."""
        self.beat("loss by steps")
        story = self.story
        plate, cook, chart = self.sets.wall()
        self.cut(plate, cook, chart, chart.scale_of(story.says("loss"), story.says("steps")))
        self.say(story.says("trails"))
        for salts, name, side in ((story.blind, "blindly", RIGHT), (story.salts, "by_slope", UP)):
            losses, blind = story.cost_at(salts), name == "blindly"
            path, dots = chart.drawn(losses, thin=blind), chart.marked(losses, thin=blind)
            self.play(FadeIn(path, dots), run_time=1)
            last = story.loss(float(salts[len(dots) - 1])), dots[-1], LEFT
            ends = beside(self, last, size=1.1) if blind and story.is_low() else VGroup()
            self.play(FadeIn(self.sets.named(chart, path, story.says(name), side), ends))
        self.say(story.says("ends"), self.act(cook, self.mood))
        self.hold(1)
        near = chart.dots(*story.near_at, "cost", 0.17, of="loss")
        self.say(story.says("near"), FadeIn(near))
        self.hold(1.4)

    def again(self) -> None:
        """Noon: the soup is eaten."""
        self.beat("again")
        plate, people, bowls = self.sets.noon()
        self.cut(plate, *people, bowls)
        self.say(self.story.says("end"))
        claim = self.headline(self.story.says("claim"), self.choose(2.2, 1.6, 1.7))
        self.play(FadeIn(self.sets.put("claim", claim)))
        self.hold(1.6)
        self.say(self.story.says("descent"))
        self.hold(2)
