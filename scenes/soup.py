"""A pinch of salt: how bad, which way, and a small step."""

from __future__ import annotations

from typing import Any

from manim import DOWN, Create, Group, VGroup

from gdmath.experiments import soup
from scenes.figures.cook_poses import COOK_POSES
from scenes.kit.puppet import Act, Puppet
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
        scale = pot.numbers(story.says("axis"), *map(story.salt, story.tastes))
        self.cut(plate, cook, pot.ruler, scale)
        self.say(story.says("probes"))
        pillars, losses = VGroup(), VGroup()
        for number, (salt, face) in enumerate(zip(story.tastes, FACES, strict=True)):
            if number == FEW:
                self.say(story.says("number"))
            pillars.add(pot.pillar(salt))
            new = VGroup(pillars[-1])
            if number % 2 == 0:
                loss = self.label(story.loss(salt), role="cost", size=self.choose(1.8, 1.2, 1.6))
                new.add(loss.next_to(pot.point(salt), pot.side(salt), buff=0.3))
                losses.add(loss)
                if not number:
                    name = self.label(story.says("loss"), role="cost", size=1.1)
                    new.add(name.next_to(loss, DOWN, buff=0.12))
                    losses.add(name)
            self.play(self.act(cook, face), FadeIn(new))
            self.hold(0.4)
        self.say(story.says("bowl"), FadeOut(losses), self.act(cook, "wondering"))
        self.play(Create(pot.wall, lag_ratio=0), run_time=1.4)
        self.play(FadeIn(pot.glass))
        self.hold(0.8)
        words = self.sets.formula((story.says("loss"), "cost"), (story.says("salt"), "here"))
        shown = Group(pot.leaf, pot.carrot)
        self.say(story.says("zero"), FadeOut(pillars), FadeIn(shown, words))
        for salt in (story.target, story.tastes[-1], story.params.start):
            self.play(pot.at.animate.set_value(salt))
        start = self.sets.formula(
            (story.reading("loss", 0), "cost"), (story.reading("salt", 0), "here")
        )
        self.say(story.says("squared"), FadeOut(words), FadeIn(start), self.act(cook, "pointing"))
        self.hold(1.4)

    def which_way(self) -> None:
        """She looks: the loss, and with a little less and a little more salt its slope."""
        self.beat("which way?")
        story, start = self.story, float(self.params.start)
        plate, cook, pot = self.sets.at_stove("hero", "wondering")
        bad, heights = self.sets.loss(start), pot.rise(start)
        self.cut(plate, cook, pot, pot.numbers(story.says("axis"), story.reading("best")))
        self.say(story.says("unknown"), self.act(cook, "tasting"))
        self.add(heights, pot.carrot)
        self.play(FadeIn(heights, bad))
        self.hold(0.8)
        self.say(story.says("probe"), FadeOut(heights, bad))
        numbers = pot.probed(*map(story.loss, story.probes), values=story.probes,
                             size=self.choose(1.7, 1.1, 1.3))  # fmt: skip
        salts = pot.numbers("", *map(story.salt, story.probes), size=self.choose(1.0, 0.7, 0.8))
        before = Group()
        for probe, loss, salt in zip(story.probes, numbers, salts, strict=True):
            self.add(pot.wall.ghost(probe), pot.carrot)
            comes = pot.at.animate.set_value(probe), FadeIn(loss, salt), FadeOut(before)
            self.play(*comes, self.act(cook, "feeling"))
            self.play(self.act(cook, "tasting"), run_time=0.6)
            before = Group(salt)
        tangent = pot.tangent(start, self.choose(0.95, 0.8, 1.0))
        back = pot.at.animate.set_value(start)
        self.say(story.says("feel"), back, self.act(cook, "feeling"))
        self.add(tangent, pot.carrot)
        self.play(FadeOut(numbers, before), FadeIn(tangent, self.sets.difference()))
        self.hold(1.6)

    def a_part_of_the_slope(self) -> None:
        """From near: minus the learning rate times the slope is the step."""
        self.beat("how much of it?")
        story = self.story
        plate, cook, pot = self.sets.at_stove("close", "feeling")
        names = story.says("rate"), story.says("slope"), story.says("step")
        pull = pot.pull(self.choose(3.6, 2.0, 2.6), self.choose(0.75, 0.6, 0.7))
        twice = self.sets.twice()
        wall = pot.above(self.words_zone.bottom)
        self.cut(plate, cook, pot.glass, wall, pot.carrot, pull.gradient)
        self.say(story.says("twice"), FadeIn(twice))
        self.hold(1.6)
        turned, turns = pull.turn_over()
        self.add(turned, pot.carrot)
        self.say(story.says("turn"), turns, FadeOut(twice))
        self.play(FadeIn(self.sets.product(names)))
        self.play(FadeIn(pull.step), self.act(cook, "measuring"))
        self.play(FadeIn(self.sets.pinch(cook)))
        self.hold(1.6)

    def a_pinch(self) -> None:
        """Taste, slope, and a step against it; after it the soup is less bad."""
        self.beat("a pinch")
        story, start = self.story, float(self.params.start)
        plate, cook, pot = self.sets.at_stove("hero", "wondering")
        scale = pot.numbers(story.says("axis"), story.reading("salt", 0), story.reading("best"))
        bad, way = self.sets.loss(start), self.sets.slope()
        tangent, heights = pot.tangent(start, self.choose(0.95, 0.8, 1.0)), pot.rise(start)[::2]
        self.cut(plate, cook, pot, scale, tangent, heights, pot.carrot, bad, way)
        step = pot.step(self.choose(1.9, 1.3, 1.5))
        self.say(story.says("rule"), self.act(cook, "pinching"))
        self.play(FadeIn(self.sets.pinch(cook, pot), step))
        self.hold(1.4)
        self.beat("one step")
        self.add(pot.wall.ghost(start), pot.carrot)
        goes, stale = pot.at.animate.set_value(float(story.salts[1])), [heights, tangent, way]
        self.play(goes, FadeOut(bad, *stale, scale), run_time=1.2)
        salt = pot.numbers("", story.reading("salt", 1))
        self.play(FadeIn(self.sets.loss(float(story.salts[1])), salt))
        self.hold(1.2)

    def two_cooks(self) -> None:
        """One never tastes and one does: their steps side by side."""
        self.beat("two cooks")
        story = self.story
        plate, stoves = self.sets.two_stoves()
        (blind, left), (cook, right) = stoves
        scales = [pot.numbers("", story.reading("best")) for pot in (left, right)]
        self.cut(plate, blind, left, cook, right, *scales)
        self.say(story.says("same"))
        runs = [pot.inside(run) for pot, run in ((left, story.blind), (right, story.salts))]
        last = len(runs[0]) if story.is_low() else MANY + 1  # both make as many steps
        runs = [run[:last] for run in runs]
        walks = [(name, pot, run, stairs(pot.wall, run, "salt", len(run)))
                 for name, (_, pot), run in zip(STEPS, stoves, runs, strict=True)]  # fmt: skip
        counts = {name: VGroup() for name in STEPS}
        for number in range(max(map(len, runs)) - 1):
            slow, moves = number < FEW, list[Any]()
            for name, pot, run, trail in walks:
                if number + 1 < len(run):
                    self.remove(counts[name])
                    counts[name] = self.sets.counted(name, number)
                    self.add(trail[number : number + 1], pot.carrot, counts[name])
                    moves.append(pot.at.animate.set_value(run[number + 1]))
            if slow:
                turn = ("pinching", "counting", "tasting")[number % 2 :]
                moves += [self.act(blind, turn[0]), self.act(cook, turn[-1 - number % 2])]
            self.play(*moves, run_time=1.0 if slow else 0.4)
            if number == 0:
                self.say(story.says("then"))
            if number + 1 == abs(story.first_miss):
                mood = "cheering" if story.is_low() else "shocked"
                self.say(story.says("passes"), self.act(blind, mood))
                self.hold(1.2)
                self.say(story.says("goes_on"), self.act(blind, "counting"))
        losses = [self.sets.ended(name, run[-1]) for name, _, run, _ in walks]
        self.play(*[FadeOut(count[0]) for count in counts.values()], *map(FadeIn, losses))
        mood = "relishing" if story.shrinks else "shocked"
        self.say(story.says("ends"), self.act(blind, "shocked"), self.act(cook, mood))
        self.hold(1.8)

    def good(self) -> None:
        """She tastes it again."""
        self.beat("good")
        plate, cook, pot = self.sets.at_stove("near", "tasting", noon=True)
        self.cut(plate, cook, pot.glass, pot.wall)
        self.hold(0.8)
        mood = self.act(cook, "cheering" if self.story.shrinks else "wincing")
        self.say(self.story.says("end"), mood, FadeIn(self.sets.answer()))
        self.hold(1.6)

    def again(self) -> None:
        """Noon: the soup is eaten."""
        self.beat("again")
        plate, people, bowls = self.sets.noon()
        self.cut(plate, *people, bowls)
        claim = self.headline(self.story.says("claim"), self.choose(2.2, 1.6, 1.7))
        self.say(self.story.says("descent"), FadeIn(self.sets.put("claim", claim)))
        self.hold(2.6)
