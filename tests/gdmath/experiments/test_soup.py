"""The film about a pinch of salt: its numbers and sentences against decimals and fractions."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import count, islice, product

import numpy as np
import pytest

from gdmath.decimals import exact
from gdmath.experiments.params import ParameterError
from gdmath.experiments.samples import random_params
from gdmath.experiments.soup import PRESETS, SAYS, Params, run
from tests.gdmath.experiments.truths import assert_all_said, assert_true

# Learning rate, salts, what is said of the soup in the end; worked out by hand.
TABLE = [
    (0.01, "3 3.1 3.198 3.29404", "Better."),
    (0.1, "3 4 4.8 5.44 5.952 6.3616", "Good."),
    (0.5, "3 8 8", "Good."),
    (0.9, "3 12 4.8 10.56", "Good."),
    (1.0, "3 13 3 13", "As bad."),
    (1.1, "3 14 0.8 16.64", "Worse."),
]
HALF = Fraction(1, 2)
RATES = (0.01, 0.1, 0.3, 0.37, 0.49, 0.495, 0.5, 0.505, 0.51, 0.9, 0.995, 1.0, 1.005, 1.05, 1.1)
STEPS = (15, 20, 30)
EDGES = [Params(best=best, start=best + miss, learning_rate=rate, steps=steps)
         for best, miss, rate, steps in product((6, 8, 10), (-5, -3, 4), RATES, STEPS)]  # fmt: skip


@pytest.mark.parametrize(("rate", "salts", "taste"), TABLE)
def test_the_table(rate: float, salts: str, taste: str) -> None:
    soup = run(Params(learning_rate=rate))
    salt, factor = Decimal(3), 1 - 2 * Decimal(repr(rate))
    for step, told in enumerate(salts.split()):
        assert salt == Decimal(told)
        assert soup.salts[step] == pytest.approx(float(salt), rel=1e-12)
        assert soup.trajectory.values[step] == pytest.approx(float((salt - 8) ** 2), abs=1e-12)
        assert soup.gradients[step] == pytest.approx(float(2 * (salt - 8)), abs=1e-12)
        salt = 8 + factor * (salt - 8)
    assert soup.says("good") == taste
    assert soup.lost_at == (4 if rate == 1.1 else None)


def test_what_the_film_shows_first() -> None:
    soup = run(Params())
    shown = [soup.reading(name, 0).text for name in ("loss", "slope", "step")]
    assert shown == ["25", "\N{MINUS SIGN}10", "+1"]
    assert [soup.loss(salt).text for salt in soup.tastes] == ["25", "9", "0", "9", "25"]
    assert [soup.loss(salt).text for salt in soup.probes] == ["30.25", "20.25"]
    losses = [float((salt - 8) ** 2) for salt in soup.blind[[5, 10, 15]].tolist()]
    assert losses == [0, 25, 100]


def test_there_is_never_less_than_no_salt() -> None:
    for each in EDGES:
        soup = run(each)
        assert (soup.salts >= 0).all()
        assert soup.lost_at is None or (soup.lost_at >= 2 and soup.heights[-1] < 0)
        assert soup.heights.max() < 22  # and so far below what ends a run


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"start": 6}, "start = 6 is not allowed: it must differ from best = 8 by 3 to 5 g/l"),
        ({"start": 3.0}, "start = 3.0 is not allowed: a whole number from 1 to 15 g/l"),
        ({"best": 4}, "best = 4 is not allowed: a whole number from 6 to 10 g/l"),
        ({"learning_rate": 1.001}, "it must be 1 or differ from it by 0.005 or more"),
        ({"steps": 31}, "steps = 31 is not allowed: a whole number from 15 to 30"),
    ],
)
def test_what_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(told)):
        Params.parse(values)


def test_presets() -> None:
    soups = {name: run(Params.parse(values)) for name, values in PRESETS.items()}
    assert {name: soup.regime for name, soup in soups.items()} == {
        "ant": "glide", "one-pinch": "hit", "zigzag": "alternate", "see-saw": "bounce",
        "spilt": "diverge", "too-salty": "glide",
    }  # fmt: skip
    assert soups["ant"].salts[-1] < run(Params()).salts[-1]
    assert soups["spilt"].lost_at
    assert (np.diff(soups["too-salty"].salts) < 0).all()


# -- sentences ---------------------------------------------------------------------------------


class Pot:
    """A soup in fractions."""

    def __init__(self, each: Params) -> None:
        self.best, self.start, self.steps = each.best, each.start, each.steps
        self.rate = exact(each.learning_rate)
        self.miss, self.factor = Fraction(each.start - each.best), 1 - 2 * self.rate

    def salt(self, step: int) -> Fraction:
        return self.best + self.miss * self.factor**step

    @property
    def bland(self) -> bool:
        return self.start < self.best

    def at(self, off: Fraction) -> Fraction:
        """The loss so far from the start."""
        return (self.miss + off) ** 2

    @property
    def first(self) -> Fraction:
        return self.salt(1) - self.start

    @property
    def nears(self) -> bool:
        return abs(self.factor) < 1

    @cached_property
    def good(self) -> bool:
        """Whether the last soup is within a tenth of the best."""
        return abs(self.salt(self.steps) - self.best) <= Fraction(1, 10)


def part_of(words: str) -> Fraction:
    """Return the part that is said as "a tenth", "two fifths" or "0.37"."""
    if words[0] == "0":
        return Fraction(words)
    of = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
          "twentieth": 20, "hundredth": 100}  # fmt: skip
    times = ["", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    number, _, name = words.rpartition(" ")
    return Fraction(times.index(number or "a"), of[name.rstrip("s")])


def always(_pot: Pot) -> bool:
    return True


TRUTH: dict[str, Callable[..., bool]] = {
    r"loss|salt|salt \(grams a litre\)|slope|step|learning rate": always,
    r"But what is best, she does not know\.": always,
    r"That is gradient descent\.": lambda p: p.first * p.miss < 0,
    r"How far it is from the best, squared\.": always,
    r"Taste it with less salt and with more\.|One never tastes\. One feels the slope\.": always,
    r"One number for how bad it is: the loss\.": always,
    r"Side by side, the losses make a bowl\.|Zero at the best taste, more beside it\.": always,
    r"Half a gram less: worse\. More: better\.": lambda p: p.at(-HALF) > p.at(0) > p.at(HALF),
    r"Half a gram less: better\. More: worse\.": lambda p: p.at(-HALF) < p.at(0) < p.at(HALF),
    r"She feels the difference: the slope\.|for each gram":
        lambda p: p.at(HALF) - p.at(-HALF) == 2 * p.miss,
    r"A formula is for us: twice the distance\.": lambda p: p.at(HALF) - p.at(-HALF) == 2 * p.miss,
    r"How much salt\?|Bland\.|The best!|But she never tastes, and adds\.": lambda p: p.bland,
    r"How much water\?|Too salty\.|It was too salty\.|Each gram makes it worse\.":
        lambda p: not p.bland,
    r"uphill: worse": lambda p: p.miss != 0,
    r"Go against it, by all of it\.": lambda p: p.first == -2 * p.miss,
    r"Go against it, by more than all of it\.": lambda p: abs(p.first) > abs(2 * p.miss),
    r"Go against it, by (?P<part>(a |two|three|four|five|seven|nine|half|0).*) of it\.":
        lambda p, part: abs(p.rate - part_of(part)) < 1e-3,
    r"Taste\. Feel the slope\. Add a (?P<dose>pinch|splash)\.":
        lambda p, dose: p.first > 0 if dose == "pinch" else p.first < 0,
    r"The one who tastes adds less each time\.": lambda p: 0 < p.factor < 1,
    r"The one who tastes is right at once\.": lambda p: p.salt(1) == p.best,
    r"The one who tastes swings less each time\.": lambda p: -1 < p.factor < 0,
    r"The one who tastes: bland, salty, bland\.|Hers is as bad each time, at this rate\.":
        lambda p: p.salt(2) == p.start != p.salt(1),
    r"The one who tastes swings ever farther\.|Both get worse: her rate is too large\.|Worse\.":
        lambda p: p.factor < -1,
    r"One nears the best\. One leaves it behind\.": lambda p: p.nears,
    r"Good\.": lambda p: p.good,
    r"Better\.": lambda p: p.nears and not p.good,
    r"As bad\.": lambda p: p.factor == -1,
    r"Taste, slope, (?P<dose>pinch|splash)\. Again\.":
        lambda p, dose: p.nears and p.bland == (dose == "pinch"),
    r"Taste, slope, a smaller (?P<dose>pinch|splash)\.":
        lambda p, dose: p.rate == 1 and p.bland == (dose == "pinch"),
    r"Taste, slope, a much smaller (?P<dose>pinch|splash)\.":
        lambda p, dose: p.rate > 1 and p.bland == (dose == "pinch"),
    r"How bad, which way, and a small step\.|Descent needs three things: .*":
        lambda p: p.nears == (p.rate < 1),
}  # fmt: skip


def test_no_sentence_is_false_and_every_one_is_said() -> None:
    heard = set()
    for each in [*EDGES, *islice(random_params(Params, 11), 500)]:
        soup, pot = run(each), Pot(each)
        for line in SAYS.lines:
            text = soup.says(line)
            assert_true(text, TRUTH, pot, each)
            heard.add(str(text))
    assert_all_said(SAYS, heard)


# -- what the article says -----------------------------------------------------------------------


def test_003_stopping_when_the_loss_hardly_changes() -> None:
    """It stops the good run, but also one that will never rest, and one that hardly moves."""

    def stops(rate: float) -> tuple[int, float]:
        losses = [25 * (1 - 2 * rate) ** (2 * step) for step in range(60)]
        step = next(k for k in range(1, 60) if abs(losses[k] - losses[k - 1]) < 0.0001)
        return step, losses[step]

    assert stops(0.1)[0] == 27
    assert stops(0.1)[1] < 0.001
    assert stops(1.0) == (1, 25)
    step, loss = stops(0.000001)
    assert step == 1
    assert loss == pytest.approx(25, abs=1e-3)
    assert next(k for k in count() if 10 * 0.8**k < 0.0001) == 52  # the slope


def test_003_blind_plus_one_does_go_down_at_first_and_then_only_up() -> None:
    losses = (run(Params()).blind - 8) ** 2
    assert (np.diff(losses)[:5] < 0).all()
    assert (np.diff(losses)[5:] > 0).all()
    assert math.isclose(losses[10], losses[0])
