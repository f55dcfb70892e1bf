"""What the laser film says is true: held against the game played anew in exact decimals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property
from itertools import islice, pairwise, product

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.laser import SAYS, SHEET_CM, Laser, Params, run
from gdmath.experiments.samples import random_params
from tests.gdmath.experiments.parts import PARTS
from tests.gdmath.experiments.truths import EXACT, assert_all_said, assert_true, decimals


class Game:
    """Article 000's game: up to the step at which the dot is off the sheet."""

    def __init__(self, params: Params) -> None:
        hand, self.target, first, self.rate = decimals(
            params.hand_height_cm, params.target_cm, params.first_shot_cm, params.learning_rate
        )
        low, high = (hand + Decimal(edge) for edge in SHEET_CM)
        self.heights = [first]
        with localcontext(EXACT):
            while len(self.heights) <= params.steps and low <= self.heights[-1] <= high:
                slope = 2 * (self.heights[-1] - self.target)
                self.heights.append(self.heights[-1] - self.rate * slope)
            self.misses = [height - self.target for height in self.heights]
        self.lost = not low <= self.heights[-1] <= high
        self.steps = len(self.heights) - 1

    @cached_property
    def parts(self) -> set[Fraction]:
        """What part of the miss the steps take."""
        misses = [Fraction(miss) for miss in self.misses[:5]]
        return {1 - abs(after / before) for before, after in pairwise(misses) if before}

    def within(self, cm: str) -> int | None:
        """Return the first step with a miss of no more than "1 mm" or "1 cm"."""
        most = Decimal("0.1" if cm == "1 mm" else "1")
        return next((k for k, miss in enumerate(self.misses) if abs(miss) <= most), None)


def crosses(game: Game) -> bool:
    return game.misses[0] * game.misses[1] < 0


def smaller(game: Game) -> bool:
    return abs(game.misses[1]) < abs(game.misses[0])


def square_costs(game: Game) -> bool:
    return all((game.target + miss - game.target) ** 2 == miss**2 == (-miss) ** 2
               for miss in game.misses[:9])  # fmt: skip


def twice(game: Game) -> bool:
    """Whether the cost's slope, from the left and from the right, is twice the miss."""
    h, m = Decimal("1e-6"), game.misses[0]
    return (m + h) ** 2 - (m - h) ** 2 == 2 * m * (2 * h)


def always(_game: Game) -> bool:
    return True


TRUTH: dict[str, Callable[..., bool]] = {
    r"How do you hit a target you cannot see\?|You can only tilt the beam\.": always,
    r"So answer only a part, and ask again\.|slope|at": always,
    r"Jerk too hard, and you swing past it\.": lambda g: 1 - 2 * max(g.rate, Decimal("0.9")) < 0,
    r"A rate of a half: one step hits\.": lambda g: g.rate * 2 == 1 and g.misses[1] == 0,
    r"Only for this bowl, which you never see\.": lambda g: g.rate * 2 == 1 and g.misses[1] == 0,
    r"The learning rate: how hard you answer\.|No wrist can measure .*": always,
    r"She sees both: .*|You shoot\. She shouts\.|The shout is the error\.|Why not .*\?|"
    r"Step by step, what is left of the miss:": lambda g: g.misses[0] != 0,
    r"On its side: right is higher\.": lambda g: g.heights[0] > g.target,
    r"On its side: right is lower\.": lambda g: g.heights[0] < g.target,
    r"Too high and too low .*|So square the error: .*|Every miss has its .*|"
    r"each costs": square_costs,
    r"A bit more miss adds two .*|So its slope is twice .*|Twice the shout: the .*|"
    r"All of it flings you past, just as far\.": twice,
    r"Turn it round: that way is downhill\.|That is gradient descent\.|Take the rate's .*":
        lambda g: (g.misses[0] - g.misses[1]) * g.misses[0] > 0,
    r"Take (?!the rate)(?P<part>.*): the step\.": lambda g, part: PARTS[part] == g.rate,
    r"Back to (?P<part>.*): what is left\.": lambda g, part: PARTS[part] == g.rate,
    r"That is a part of the miss\.": lambda g: smaller(g) and not crosses(g),
    r"That is (?!past|a part)(?P<part>.*) of the miss\.":
        lambda g, part: Fraction(g.misses[1]) == (1 - PARTS[part]) * Fraction(g.misses[0]),
    r"That is past the target\.": crosses,
    r"Zoom in: it is the same picture again\.":
        lambda g: smaller(g) and all(m * g.misses[0] > 0 for m in g.misses),
    r"Smaller miss, smaller step\.": smaller,
    r"Answer too hard, and you swing past it\.": crosses,
    r"It still arrives, in a zigzag\.": lambda g: smaller(g) and crosses(g),
    r"At 1, you swing for ever\.": lambda g: g.rate == 1,
    r"It never arrives\.|That never arrives\.|.* steps, and never nearer\.":
        lambda g: all(abs(m) >= abs(g.misses[0]) for m in g.misses),
    r"Above 1, every swing grows\.": lambda g: g.rate > 1 and abs(g.misses[1]) > abs(g.misses[0]),
    r"Every correction is the same fraction of the miss, so you home in .*":
        lambda g: len(g.parts) == 1 and smaller(g) and g.misses[1] != 0,
    r"Every step takes the same share of the miss\.": lambda g: len(g.parts) == 1 and smaller(g),
    r"Every step takes (?!you|the)(?P<part>.*) of the miss\.":
        lambda g, part: g.parts == {PARTS[part]},
    r"Every step takes you as far past the target\.":
        lambda g: g.misses == [g.misses[0] * (-1) ** k for k in range(g.steps + 1)],
    r"Every step takes you farther past the target\.":
        lambda g: crosses(g) and abs(g.misses[1]) > abs(g.misses[0]),
    r"Step (?P<step>\d+): the dot is off the sheet\.":
        lambda g, step: g.lost and int(step) == g.steps,
    r"One step, and you are there\.": lambda g: g.misses[1] == 0,
    r"One step: within (?P<cm>.*)\.": lambda g, cm: g.within(cm) == 1 and not g.lost,
    r"(?P<step>\d+) steps: within (?P<cm>.*)\.":
        lambda g, step, cm: g.within(cm) == int(step) > 1 and not g.lost,
    r"One step: not there yet\.":
        lambda g: g.steps == 1 and abs(g.misses[1]) * 100 > abs(g.misses[0]),
    r"(?P<step>\d+) steps: not there yet\.":
        lambda g, step: g.steps == int(step) and smaller(g) and g.within("1 mm") is None,
}  # fmt: skip


def said(story: Laser) -> Iterator[tuple[Said, Game]]:
    """Yield what the film may say of a run, and of its contrasts, as the scene asks for it."""
    games = {id(one): Game(one.params) for one in (story, *story.contrasts, story.to_the_end)}
    contrast = ("swings", "arrives", "luck")
    last = ("bars", "claim", "ending", "descent")
    for line in SAYS.lines.keys() - {*contrast, *last, "zoom", "again", "off"}:
        yield story.says(line), games[id(story)]
    for line in ("zoom", "again") if story.told_steps else ():
        yield story.says(line), games[id(story)]
    for line in ("swings", "luck"):
        yield story.contrasts[0].says(line), games[id(story.contrasts[0])]
    for line, one in product(contrast[:2], story.contrasts[1:]):
        yield one.says(line), games[id(one)]
    for line in last:
        yield story.to_the_end.says(line), games[id(story.to_the_end)]


RATES = (0.005, 0.1, 0.123, 0.4, 0.495, 0.5, 0.505, 0.75, 0.9, 0.995, 1.0, 1.005, 1.2, 1.25)
EDGES = [
    Params(first_shot_cm=first, learning_rate=rate, steps=steps)
    for first, rate, steps in product((80.0, 99.0, 101.0, 103.0, 120.0), RATES, (1, 2, 15, 200))
]


def heard(params: Iterable[Params]) -> set[str]:
    """Return what is said of runs; all of it is true."""
    said_once = set()
    for each in params:
        story = run(each)
        for text, game in said(story):
            assert_true(text, TRUTH, game, each)
            said_once.add(str(text))
        game = Game(each)
        for step in range(min(3, game.steps + 1)):
            off = {1: "too high!", -1: "too low!", 0: "a hit!"}
            miss = game.misses[step]
            assert story.says("off", step) == off[(miss > 0) - (miss < 0)]
            said_once.add(str(story.says("off", step)))
    patterns = [p for p in TRUTH if any(re.fullmatch(p, text) for text in said_once)]
    assert len(patterns) >= len(TRUTH) - 1, set(TRUTH) - set(patterns)
    return said_once


def test_no_sentence_is_false_at_the_edges_and_every_one_is_said() -> None:
    assert_all_said(SAYS, heard(EDGES))


def test_no_sentence_is_false_of_random_games() -> None:
    heard(islice(random_params(Params, 7), 500))
