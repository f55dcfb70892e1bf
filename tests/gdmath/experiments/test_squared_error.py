"""The film about the squared error: its numbers and sentences against fractions and by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product
from typing import Any

import pytest

from gdmath.experiments.params import ParameterError
from gdmath.experiments.reading import GAP, MINUS
from gdmath.experiments.samples import random_params
from gdmath.experiments.squared_error import POWERS, PRESETS, SAYS, Params, Why, run
from tests.gdmath.experiments.truths import assert_all_said, assert_true

RATES = (0.005, 0.02, 0.04, 0.1, 0.125, 0.5, 0.9, 1.0, 1.1, 1.2)
EDGES = [Params(dot_cm=dot, off_cm=off, learning_rate=rate)
         for dot, off, rate in product((2.0, 2.5, 3.05), (10.0, 70.5, 150.0), RATES)]  # fmt: skip
MANY = 500


def spaced(number: str) -> str:
    return number.replace(" ", GAP).replace("-", MINUS)


def test_the_numbers_that_the_film_is_known_by() -> None:
    story = run(Params())
    told = story.told
    assert [str(told("error", value)) for value in (3, -3, 0)] == ["+3", f"{MINUS}3", "0"]
    assert [str(story.cost(miss)) for miss in (1, 3, 10, 100)] == [
        "1", "9", "100", spaced("10 000"),
    ]  # fmt: skip
    assert str(told("cost", story.total)) == "18"
    assert [str(told("cost", race.cost(story.dot))) for race in story.races] == ["3", "9", "81"]
    assert [str(told("slope", race.slope)) for race in story.races] == ["1", "6", "108"]
    firsts = [[float(place) for place in race.misses[1:3]] for race in story.races]
    assert firsts == [[2.6, 2.2], [0.6, 0.12], [-40.2, pytest.approx(103903.4928)]]
    assert story.races[2].misses[0] - story.races[2].misses[1] == Decimal("43.2")
    plain = [float(race.misses[1]) for race in run(Params(learning_rate=0.1)).races]
    assert plain == [2.9, 2.4, -7.8]


def test_a_plain_miss_ends_in_swings_of_half_a_step_for_ever() -> None:
    assert [float(place) for place in run(Params()).races[0].misses[6:10]] == [0.6, 0.2, -0.2, 0.2]
    places = run(Params.parse(PRESETS["plain"])).races[0].misses
    assert [float(place) for place in places[29:33]] == [0.15, 0.05, -0.05, 0.05]
    assert run(Params(learning_rate=0.1)).races[0].misses[30:] == (Decimal(0),) * 5


def test_presets() -> None:
    stories = {name: run(Params.parse(values)) for name, values in PRESETS.items()}
    assert str(stories["middle-line"].cost(150)) == spaced("22 500")
    assert str(stories["hands-breadth"].says("far")) == "10 times as far: 100 times as bad."
    assert {name: story.square.fate for name, story in stories.items()} == dict.fromkeys(
        PRESETS, "shrinks"
    ) | {"bounce": "bounces", "diverge": "grows"}
    assert str(stories["gentle"].says("wild")) == "miss⁴: ever slower, its slope dies away."


def test_the_races_are_the_recurrence_in_fractions() -> None:
    for story in map(run, [*EDGES, *islice(random_params(Params, 8), 60)]):
        rate = Fraction(repr(story.params.learning_rate))
        for power, race in zip(POWERS, story.races, strict=True):
            miss = Fraction(repr(story.params.dot_cm))
            for place in race.misses[: 5 if power == 4 else 99]:
                assert abs(Fraction(place) - miss) <= Fraction(1, 10**30) * (1 + abs(miss))
                side = (miss > 0) - (miss < 0)
                miss -= rate * power * side * abs(miss) ** (power - 1)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"dot_cm": 1.9}, "dot_cm = 1.9 is not allowed: a number from 2 to 5 cm"),
        ({"miss_cm": 13}, "miss_cm = 13 is not allowed: a whole number from 5 to 12 cm"),
        ({"off_cm": 151.0}, "off_cm = 151.0 is not allowed: a number from 10 to 150 cm"),
        ({"off_cm": 33.333}, "off_cm = 33.333 is not allowed: at most 2 digits after the point"),
        ({"learning_rate": 1.004}, "it must be 1 or differ from it by 0.005 or more"),
    ],
)
def test_what_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(told)):
        Params.parse(values)


# -- sentences ---------------------------------------------------------------------------------


class Facts:
    """What is so, in fractions."""

    def __init__(self, params: Params) -> None:
        self.high, self.miss, self.off, self.rate = (
            Fraction(repr(value)) for value in params.model_dump().values()
        )
        self.plain, self.factor = [self.high], 1 - 2 * self.rate
        for _ in range(34):
            last = self.plain[-1]
            self.plain.append(last - self.rate * ((last > 0) - (last < 0)))
        self.fourth = 1 - 4 * self.rate * self.high**2


def always(_facts: Facts) -> bool:
    return True


def number(text: str) -> Fraction:
    return Fraction(text.replace(GAP, ""))


def near(one: Fraction, text: str) -> bool:
    return abs(one - number(text)) <= Fraction(1, 200)


TRUTH: dict[str, Callable[..., bool]] = {
    r"added up|\|miss\||miss[²⁴]": always,
    r"too (high|far right|far left)|cost|miss|lane's centre|car": always,
    r"From (?P<n>[\d.]+) cm off: why the square\?": lambda f, n: near(f.high, n),
    r"How wrong is it\?|Too high, and too far right\.|As far on the left: no miss at all\?": always,
    r"A lie: it missed, and the signs cancel\.": lambda f: f.high > 0 == f.high + -f.high,
    r"Square each miss: none can cancel\.|Now both count, and both upwards\.":
        lambda f: f.high**2 > 0 and (-f.high) ** 2 > 0,
    r"Its side: the miss\. Its area: the cost\.|1 cm off: one tile\.": always,
    r"On the road, 1 cm off: a little stressed\.|No miss, no cost\.": always,
    r"In the morning: back to the centre\.": always,
    r"1 cm: cost 1": always,
    r"Each step: the rate's share of the slope\.": always,
    r"\|miss\|: the same step, near or far;": always,
    r"Cost = miss²: how wrong you are, how far to step\.": always,
    r"Squaring makes every miss count upwards, .*": lambda f: f.miss**2 > f.miss > 1,
    r"(?P<n>\d+) times as far off: (?P<s>\d+) times as bad\.":
        lambda f, n, s: f.miss == int(n) and f.miss**2 == int(s),
    r"On the middle line: (?P<s>.+) times as bad\.":
        lambda f, s: f.off == 150 and number(s) == 22_500,
    r"(?P<n>[\d.]+) times as far: (?P<s>.+) times as bad\.":
        lambda f, n, s: near(f.off, n) and near(f.off**2, s) and 1 < f.off < 150,
    r"then past the centre and back, for ever\.":
        lambda f: f.plain[-1] == f.plain[-3] != 0,
    r"(?P<n>\d+) of them fit exactly: it arrives\.":
        lambda f, n: f.plain[int(n)] == 0 != f.plain[int(n) - 1],
    r"34 steps, and not there yet\.": lambda f: f.plain[-1] != 0,
    r"miss⁴, from here at this rate: thrown out\.": lambda f: f.fourth < -1,
    r"miss⁴, from here at this rate: to and fro\.": lambda f: f.fourth == -1,
    r"miss⁴, by luck: home in one step\.": lambda f: f.fourth == 0,
    r"miss⁴: ever slower, its slope dies away\.": lambda f: -1 < f.fourth < 1,
    r"miss², same rate: the step fits the miss\.": lambda f: 0 < f.factor < 1,
    r"miss², at this rate: home in one step\.": lambda f: f.factor == 0,
    r"miss², at this rate: past it, but nearer\.": lambda f: -1 < f.factor < 0,
    r"miss², at rate 1: for ever to and fro\.": lambda f: f.factor == -1,
    r"miss², at a rate above 1: worse each step\.": lambda f: f.factor < -1,
}  # fmt: skip


def said(story: Why) -> list[Any]:
    return [story.says(line) for line in SAYS.lines]


def test_no_sentence_is_false_and_every_one_is_said() -> None:
    heard = set()
    for each in [*EDGES, *islice(random_params(Params, 8), MANY)]:
        facts = Facts(each)
        for text in said(run(each)):
            assert_true(text, TRUTH, facts, each)
            heard.add(str(text))
    assert_all_said(SAYS, heard)


# -- what the article says -----------------------------------------------------------------------


def test_000_a_hundred_belongs_to_ten_centimetres_and_the_slope_is_in_proportion() -> None:
    story = run(Params())
    assert story.square.cost(story.miss) == 100
    assert story.square.cost(story.off) == 10_000
    slopes = {miss: run(Params(dot_cm=miss)).square.slope for miss in (2.0, 4.0)}
    assert slopes == {2.0: 4, 4.0: 8}
