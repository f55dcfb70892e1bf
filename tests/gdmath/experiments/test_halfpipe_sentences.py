"""What the half-pipe film says is true: held against the rides done anew in exact decimals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import islice, pairwise, product

from gdmath.experiments.halfpipe import SAYS, Params, run
from gdmath.experiments.samples import random_params
from tests.gdmath.experiments.parts import PARTS
from tests.gdmath.experiments.truths import EXACT, assert_all_said, assert_true, decimals

TENTH, SMALL = Decimal("0.1"), Decimal("1e-6")


class Ride:
    """Article 000's ride: misses of the bottom, until one is out of the pipe."""

    def __init__(self, params: Params, first: Decimal) -> None:
        reach, rate = decimals(params.reach_cm, params.learning_rate)
        self.misses = [first]
        with localcontext(EXACT):
            while len(self.misses) <= params.steps and abs(self.misses[-1]) <= reach:
                self.misses.append(self.misses[-1] - rate * (2 * self.misses[-1]))  # see `twice`
        self.is_out = abs(self.misses[-1]) > reach
        self.steps = len(self.misses) - 1

    @property
    def lengths(self) -> list[Decimal]:
        return [abs(after - before) for before, after in pairwise(self.misses)]

    @property
    def sizes(self) -> list[Decimal]:
        return [abs(miss) for miss in self.misses]

    def near(self) -> bool:
        """Whether it ends within a tenth of its start, and in the pipe."""
        return not self.is_out and self.sizes[-1] <= TENTH * self.sizes[0]

    def crosses(self) -> bool:
        return all(a * b < 0 for a, b in pairwise(self.misses))

    def sinks(self) -> bool:
        return all(b < a for a, b in pairwise(self.sizes))

    def rises(self) -> bool:
        return all(b > a for a, b in pairwise(self.sizes))


class Pair:
    """Both rides, and how many steps were asked for."""

    def __init__(self, params: Params) -> None:
        start, bottom, self.rate = decimals(params.start_cm, params.target_cm, params.learning_rate)
        self.one, self.two = Ride(params, start - bottom), Ride(params, bottom - start)
        self.steps = params.steps


def cost(miss: Decimal) -> Decimal:
    return miss * miss


def always(_pair: Pair) -> bool:
    return True


def uphill(pair: Pair) -> bool:
    """Whether the slope's own direction costs more, on either wall."""
    return all(cost(m * (1 + SMALL)) > cost(m) for m in (pair.one.misses[0], -pair.one.misses[0]))


def twice(pair: Pair) -> bool:
    miss = pair.one.misses[0]
    return cost(miss + SMALL) - cost(miss - SMALL) == 2 * miss * (2 * SMALL)


def lower_to_the_right(miss: Decimal) -> bool:
    return cost(miss + SMALL) < cost(miss)


def is_part(pair: Pair, part: str) -> bool:
    """Whether the first step is this part of the slope, or as nearly so as its digits tell."""
    told = PARTS[part] if part in PARTS else Fraction(part)
    digits = len(part.partition(".")[2]) if part[0].isdigit() else 20
    first, rest = pair.one.misses[0], pair.one.misses[1:2]
    near = abs(told - Fraction(pair.rate)) * 10**digits <= Fraction(1, 2)
    return near and all(m == first - pair.rate * 2 * first for m in rest)


def mirrored(pair: Pair) -> bool:
    return [-miss for miss in pair.one.misses] == pair.two.misses


def bounces(pair: Pair) -> bool:
    return pair.one.crosses() and len(set(pair.one.sizes)) == 1 < len(pair.one.sizes)


TRUTH: dict[str, Callable[..., bool]] = {
    r"Blindfolded, .*|Find the bottom .*|Which way\?|How far\?|Feel it: .*|1 cm": always,
    r"You are at x\. .*|Multiply the .*|J′ is its .*|Day breaks, .*|new": always,
    r"Now both riders go\.": always,
    r"Height is cost\. .*": lambda p: cost(p.one.misses[0] / 2) < cost(p.one.misses[0]),
    r"How far off, squared: .*": lambda p: cost(p.one.misses[0]) == p.one.misses[0] ** 2,
    r"As far on either side: the same cost\.":
        lambda p: cost(-p.one.misses[0]) == cost(p.one.misses[0]),
    r"Slope: .*|The slope is twice the error\.|And that is what your board felt\.": twice,
    r"Minus: downhill is to the right\.": lambda p: lower_to_the_right(p.one.misses[0]),
    r"Plus: downhill is to the left\.": lambda p: lower_to_the_right(p.two.misses[0]) is False,
    r"So its sign tells you which way\.": lambda p: p.one.misses[0] < 0 < p.two.misses[0],
    r"As an arrow, the slope points uphill\.|You want down: .*": uphill,
    r"All of it\? As high as before\.":
        lambda p: cost(p.one.misses[0] - 2 * p.one.misses[0]) == cost(p.one.misses[0]),
    r"Only (?P<part>.*): the learning rate\.": lambda p, part: is_part(p, part) and p.rate < 1,
    r"A rate of 1 takes all of it, always\.": lambda p: p.rate == 1,
    r"Here the rate takes even more: (?P<part>.*)\.":
        lambda p, part: is_part(p, part) and p.rate > 1,
    r"That far you slide, and feel again\.":
        lambda p: p.one.misses[0] * p.one.misses[1] > 0 and p.one.sinks(),
    r"One step, and you are at the bottom\.": lambda p: p.one.misses[1] == 0,
    r"Too far: you crossed the bottom\.": lambda p: p.one.crosses() and p.one.sinks(),
    r"As high as before, on the other side\.|From side to side, for ever\.": bounces,
    r"Higher than before, .*|.* and ever higher\.": lambda p: p.one.crosses() and p.one.rises(),
    r"Less steep, so a smaller step\.":
        lambda p: p.one.sinks() and all(b < a for a, b in pairwise(p.one.lengths)),
    r"At the bottom it is level: .*":
        lambda p: not any(p.one.misses[1:]),
    r"From side to side, lower every time\.": lambda p: p.one.crosses() and p.one.sinks(),
    r"Step (?P<step>\d+): out of the pipe\.":
        lambda p, step: p.one.is_out and p.one.steps == int(step),
    r"After (?P<count>\d+) steps?: almost there\.":
        lambda p, count: p.one.steps == int(count) == p.steps and p.one.near(),
    r"After (?P<count>\d+) steps?: not there yet\.":
        lambda p, count: p.one.steps == int(count) == p.steps and not p.one.near(),
    r"The same ride, in a mirror\.": mirrored,
    r"Each step: minus (?P<part>.*) of the slope\.": is_part,
    r"Each step: the slope, turned round\.": lambda p: p.rate >= 1,
    r"This is gradient descent\.": lambda p: p.one.misses[1] > p.one.misses[0],
    r"The slope tells you which way, and how far\.|The slope under your feet tells .*":
        lambda p: p.one.near() and p.two.near(),
    r"The right way, but too far: out of the pipe\.": lambda p: p.one.is_out or p.two.is_out,
    r"The right way, but not yet far enough\.":
        lambda p: p.one.misses[0] * p.one.misses[-1] > 0 and p.one.sinks() and not p.one.near(),
    r"The right way, but too far every time\.":
        lambda p: p.one.crosses() and not p.one.near() and not p.one.is_out,
}  # fmt: skip

RATES = (0.005, 0.1, 0.123, 0.45, 0.495, 0.5, 0.505, 0.75, 0.9, 0.995, 1.0, 1.005, 1.05, 1.1)
EDGES = [
    Params(start_cm=start, learning_rate=rate, steps=steps)
    for start, rate, steps in product((80.0, 77.5, 90.0), RATES, (1, 2, 12, 200))
]


def heard(params: Iterable[Params]) -> set[str]:
    """Return what is said of rides; all of it is true."""
    said_once = set()
    for each in params:
        story, pair = run(each), Pair(each)
        for line in SAYS.lines:
            text = story.says(line)
            assert_true(text, TRUTH, pair, each)
            said_once.add(str(text))
    return said_once


def test_no_sentence_is_false_at_the_edges_and_every_one_is_said() -> None:
    assert_all_said(SAYS, heard(EDGES))


def test_no_sentence_is_false_of_random_rides() -> None:
    heard(islice(random_params(Params, 5), 500))
