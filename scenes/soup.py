"""A pinch of salt: how bad, which way, and a small step."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from manim import DOWN, Create, Group, VGroup

from gdmath.experiments import soup
from scenes.figures.cook_poses import COOK_POSES
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
    poster = "a pinch"
    model = soup.Params
    colours = soup.run(soup.Params()).quantities.roles

    def construct(self) -> None:
        """Tell the shots."""
        self.story = soup.run(self.params)
        self.sets = SoupSets(self, self.story)
        self.add(self.sets.scrim)
        self.how_much()
        self.how_bad()
        self.never_tasting()
        self.which_way()
        self.a_part_of_the_slope()
        self.a_pinch()
        self.two_cooks()
        self.good()
        self.again()
        self.hush()

    def act(self, cook: Puppet, name: str) -> Act:
        """Return how the cook takes an attitude."""
        return Act(cook, COOK_POSES[name])

    def how_much(self) -> None:
        """She tastes, and winces."""
        self.beat("how much?")
        plate, cook, pot = self.sets.at_stove("near", "relishing")
        self.cut(plate, cook, pot.glass, pot.wall)
        self.hold(0.6)
        self.say(self.story.says("taste"), self.act(cook, "wincing"))
        self.hold(1.6)
        question = self.headline(self.story.says("question"), self.choose(2.8, 1.9, 2.4))
        self.play(FadeIn(self.sets.put("question", question)), self.act(cook, "wondering"))
        self.hold(1.8)

    def how_bad(self) -> None:
        """Taste after taste has its loss, the losses are a bowl, and the bowl has a formula."""
        self.beat("how bad?")
        story = self.story
        plate, cook, pot = self.sets.at_stove("how bad", "tasting")
        self.cut(plate, cook, pot.ruler, self.sets.scale(pot, *map(story.salt, story.tastes)))
        self.say(story.says("probes"))
        pillars, losses = VGroup(), VGroup()
        for number, (salt, face) in enumerate(zip(story.tastes, FACES, strict=True)):
            if number == FEW:
                self.say(story.says("number"))
            pillars.add(pot.pillar(salt))
            new = VGroup(pillars[-1])
            if number % 2 == 0:
                loss = self.label(story.loss(salt), role="cost", size=1.8)
                new.add(loss.next_to(pot.point(salt), pot.side(salt), buff=0.3))
                losses.add(loss)
                if not number:
                    name = self.label(story.says("loss"), role="cost", size=1.1)
                    new.add(name.next_to(loss, DOWN, buff=0.12))
                    losses.add(name)
            self.play(self.act(cook, face), FadeIn(new))
            self.hold(0.4)
        self.say(story.says("bowl"), self.act(cook, "wondering"))
        self.play(Create(pot.wall, lag_ratio=0), run_time=1.4)
        self.play(FadeIn(pot.glass))
        self.hold(0.8)
        words = self.sets.formula((story.says("loss"), "cost"), (story.says("salt"), "here"))
        shown = Group(pot.leaf, pot.carrot)
        self.say(story.says("zero"), FadeOut(pillars, losses), FadeIn(shown, words))
        for salt in (story.target, story.tastes[-1], story.params.start):
            self.play(pot.at.animate.set_value(salt))
        start = self.sets.formula(
            (story.reading("loss", 0), "cost"), (story.reading("salt", 0), "here")
        )
        self.say(story.says("squared"), FadeOut(words), FadeIn(start), self.act(cook, "pointing"))
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
            count = self.label((story.quantities["salt"].of(salt), "here"), size=2.2)
            pot.mark_with(salt, count, 0.55)
            self.add(steps[number : number + 1], pot.carrot)
            goes = pot.at.animate.set_value(salt), self.act(cook, next(poses))
            self.remove(before)
            self.play(*goes, FadeIn(count), run_time=0.6 if number < FEW else 0.4)
            before = count
            if salt == story.target:
                self.say(story.says("passes"), self.act(cook, "cheering"))
                self.hold(1)
        if not story.is_low():
            self.say(story.says("passes"))
        loss = self.sets.loss("blind", told[-1])
        self.say(story.says("over"), FadeIn(loss), self.act(cook, "shocked"))
        self.hold(1.6)

    def which_way(self) -> None:
        """She looks: the loss, and with a little less and a little more salt its slope."""
        self.beat("which way?")
        story, start = self.story, float(self.params.start)
        plate, cook, pot = self.sets.at_stove("hero", "wondering", "up")
        steam, scale = self.sets.steam(pot), self.sets.scale(pot, story.reading("best"))
        bad, heights = self.sets.loss("how bad", start), pot.rise(start)
        self.cut(plate, cook, steam, pot, scale)
        self.say(story.says("look"), self.act(cook, "tasting"))
        self.add(heights, pot.carrot)
        self.play(FadeIn(heights, bad))
        self.hold(0.8)
        self.say(story.says("probe"), FadeOut(heights, bad))
        for salt, number in zip(story.probes, self.sets.probes(pot), strict=True):
            self.add(pot.wall.ghost(salt), pot.carrot)
            self.play(pot.at.animate.set_value(salt), FadeIn(number), self.act(cook, "feeling"))
            self.play(self.act(cook, "tasting"), run_time=0.6)
        tangent = pot.tangent(start, self.choose(0.95, 0.8, 1.0))
        back = pot.at.animate.set_value(start)
        self.say(story.says("feel"), back, self.act(cook, "feeling"))
        self.add(tangent, pot.carrot)
        self.play(FadeIn(tangent, self.sets.difference()))
        self.hold(1.6)

    def a_part_of_the_slope(self) -> None:
        """From near: minus the learning rate times the slope is the step."""
        self.beat("how much of it?")
        story = self.story
        plate, cook, pot = self.sets.at_stove("close", "feeling", "up")
        names = story.says("rate"), story.says("slope"), story.says("step")
        pull, twice = self.sets.pull(pot), self.sets.twice()
        self.cut(plate, cook, pot.glass, pot.wall, pot.carrot, pull.gradient)
        self.say(story.says("twice"), FadeIn(twice))
        self.hold(1.6)
        turned, turns = pull.turn()
        self.remove(pull.gradient)
        product = self.sets.product(names)
        self.say(story.says("turn"), turns, FadeOut(twice), FadeIn(*product[0][:3], product[1]))
        self.play(FadeOut(turned), FadeIn(pull.parts))
        rest = VGroup(*product[0][3:], *product[2:])
        self.play(FadeIn(pull.step, rest), self.act(cook, "measuring"))
        self.play(FadeIn(self.sets.pinch(cook)))
        self.hold(1.6)

    def a_pinch(self) -> None:
        """Taste, slope, and a step against it; after it the soup is less bad."""
        self.beat("a pinch")
        story, start = self.story, float(self.params.start)
        plate, cook, pot = self.sets.at_stove("hero", "wondering", "up")
        scale = self.sets.scale(pot, story.reading("salt", 0), story.reading("best"))
        bad, way, steam = self.sets.loss("how bad", start), self.sets.slope(), self.sets.steam(pot)
        tangent, heights = pot.tangent(start, self.choose(0.95, 0.8, 1.0)), pot.rise(start)[::2]
        self.cut(plate, cook, steam, pot, scale, tangent, heights, pot.carrot, bad, way)
        step = self.sets.step(pot)
        self.say(story.says("rule"), self.act(cook, "pinching"))
        self.play(FadeIn(self.sets.pinch(cook, pot), step))
        self.hold(1.4)
        self.beat("one step")
        self.add(pot.wall.ghost(start), pot.carrot)
        goes, stale = pot.at.animate.set_value(float(story.salts[1])), [heights, tangent, way]
        self.play(goes, FadeOut(bad, *stale, scale[0]), run_time=1.2)
        salt = self.sets.scale(pot, story.reading("salt", 1), named=False)
        if not is_free(salt, spots_of(scale[1])):
            salt = VGroup()  # the best one's number stands there
        self.play(FadeIn(self.sets.loss("how bad", float(story.salts[1])), salt))
        self.hold(1.2)

    def two_cooks(self) -> None:
        """The two at their stoves, step by step."""
        self.beat("two cooks")
        plate, stoves = self.sets.two_stoves()
        scales = [self.sets.scale(pot, self.story.reading("best"), named=False)
                  for _, pot in stoves]  # fmt: skip
        self.cut(plate, *[one for stove in stoves for one in stove], *scales)
        self.say(self.story.says("same"))
        runs = [self.sets.in_bowl(salts)[: MANY + 1]
                for salts in (self.story.blind, self.story.salts)]  # fmt: skip
        trails = [stairs(pot.wall, run, "salt", len(run))
                  for (_, pot), run in zip(stoves, runs, strict=True)]  # fmt: skip
        poses = ("tasting", "pinching", "tasting")
        counts = {each: VGroup() for each in STEPS}
        for number in range(max(map(len, runs)) - 1):
            slow, moves = number < FEW, list[Any]()
            for (_, pot), run, trail, each in zip(stoves, runs, trails, STEPS, strict=True):
                if number + 1 < len(run):
                    self.remove(counts[each])
                    counts[each] = self.sets.counted(each, number)
                    self.add(trail[number : number + 1], pot.carrot, counts[each])
                    moves.append(pot.at.animate.set_value(run[number + 1]))
            if slow:
                moves += [self.act(stoves[0][0], ("pinching", "counting")[number % 2]),
                          self.act(stoves[1][0], poses[number])]  # fmt: skip
            self.play(*moves, run_time=1.0 if slow else 0.4)
            if number == 0:
                self.say(self.story.says("then"))
        mood = "relishing" if self.story.shrinks else "shocked"
        last = [self.act(stoves[0][0], "shocked"), self.act(stoves[1][0], mood)]
        self.say(self.story.says("ends"), *last)
        self.hold(1.8)

    def good(self) -> None:
        """She tastes it again."""
        self.beat("good")
        plate, cook, pot = self.sets.at_stove("near", "tasting", "up", noon=True)
        self.cut(plate, cook, pot.glass, pot.wall)
        self.hold(0.8)
        words = self.headline(self.story.says("good"), self.choose(3.4, 2.2, 2.8))
        mood = self.act(cook, "cheering" if self.story.shrinks else "wincing")
        self.say(self.story.says("end"), mood, FadeIn(self.sets.put("question", words)))
        self.hold(1.6)

    def again(self) -> None:
        """Noon: the soup is eaten."""
        self.beat("again")
        plate, people, bowls = self.sets.noon()
        self.cut(plate, *people, bowls)
        claim = self.headline(self.story.says("claim"), self.choose(2.2, 1.6, 1.7))
        self.say(self.story.says("descent"), FadeIn(self.sets.put("claim", claim)))
        self.hold(2.6)
