"""The film about three hills: its numbers and sentences against decimals and fractions."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import islice

import numpy as np
import pytest

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments.params import ParameterError
from gdmath.experiments.samples import random_params
from gdmath.experiments.tangent import LESSON, PRESETS, SAYS, Hills, Params, run
from tests.gdmath.experiments.parts import PARTS
from tests.gdmath.experiments.truths import EXACT, assert_all_said, assert_true, decimals

# The article's numbers, worked out by hand: start, slope, the first steps, their costs, the end.
TABLE = {
    "time": ("0", "-32", ["3.2", "3.84", "3.968"], ["64", "2.56", "0.1024"], "4.0000"),
    "pieces": ("8", "40", ["7.6", "7.24", "6.916"], ["200", "184.8", "172.488"], "4.0206"),
    "number": ("0", "-6", ["0.6", "1.08", "1.464"], ["9", "5.76", "3.6864"], "3.0000"),
}
EXTREMES: list[dict[str, object]] = [
    {"speed_start_s": 4.0, "money_start": 4.0, "number_start": 3.0},
    {"speed_rate": 0.0, "money_rate": 0.0, "number_rate": 0.0},
    {"speed_rate": 0.125, "money_rate": 0.1, "number_rate": 0.5},
    {"speed_rate": 0.2, "money_rate": 0.15, "number_rate": 0.9, "speed_start_s": 8.0},
    {"speed_rate": 0.3, "money_rate": 0.24, "number_rate": 1.2, "money_start": 0.0},
    {"speed_rate": 0.055, "money_rate": 0.0123, "wanted_speed": 16.0, "speed_start_s": 2.0},
    {"speed_rate": 0.26, "money_rate": 0.206, "money_start": 3.0, "number_start": 7.0},
]
MANY = 500


@cache
def samples() -> list[tuple[Hills, list[Exact]]]:
    told = map(Params.parse, [{}, *PRESETS.values(), *EXTREMES])
    stories = map(run, (*told, *islice(random_params(Params, 8), MANY)))
    return [(story, [Exact(story, hill) for hill in story.three]) for story in stories]


@pytest.mark.parametrize("name", TABLE)
def test_the_article_as_printed(name: str) -> None:
    start, slope, steps, costs, end = TABLE[name]
    hill = {hill.name: hill for hill in run(Params()).three}[name]
    np.testing.assert_allclose(hill.xs[:4], [float(x) for x in (start, *steps)], rtol=1e-12)
    np.testing.assert_allclose(hill.costs[:3], [float(cost) for cost in costs], rtol=1e-12)
    assert hill.slopes[0] == float(slope)
    assert f"{hill.xs[-1]:.4f}" == end


def test_the_limits_and_the_needle() -> None:
    story = run(Params())
    for hill, limit in zip(story.three, ("0.25", "0.2", "1"), strict=True):
        assert Decimal(2) / hill.curvature == Decimal(limit)
    assert [story.reading("speed", step).text for step in range(4)] == ["2", "8.4", "9.68", "9.94"]


def test_a_run_is_there_where_a_thousandth_of_the_way_is_left() -> None:
    assert [hill.there for hill in run(Params()).three] == [5, 50, 31]


def test_the_presets() -> None:
    told = {
        name: [hill.regime for hill in run(Params.parse(values)).three]
        for name, values in PRESETS.items()
    }
    assert told == {
        "swapped": ["glide", "hit", "glide"], "limit": ["bounce"] * 3, "climb": ["diverge"] * 3,
    }  # fmt: skip
    swapped = run(Params.parse(PRESETS["swapped"]))
    assert swapped.speed.factor == Fraction(92, 100)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"speed_start_s": 4.5}, "speed_start_s = 4.5 is not allowed: it must be 4, where"),
        ({"wanted_speed": 16.0}, "or differ from it by 1 to 6"),
        ({"money_start": 8.5}, "money_start = 8.5 is not allowed: a number from 0 to 8 pieces"),
        ({"money_rate": 0.199}, "it must be 0.2 or differ from it by 0.004 or more"),
        ({"number_rate": 0.001}, "it must be 0 or differ from it by 0.02 or more"),
    ],
)
def test_what_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(told)):
        Params.parse(values)


# -- the hills once more, in decimals ------------------------------------------------------------


class Exact:
    """One hill by its closed form."""

    def __init__(self, story: Hills, hill: Parabola) -> None:
        p, self.name = story.params, hill.name
        self.rate, speedy, wanted, rich, number = decimals(
            hill.rate, p.speed_start_s, p.wanted_speed, p.money_start, p.number_start
        )
        in_time = (wanted - 2) / 2
        start, self.bottom, self.half, reach, self.steps = {
            "time": (speedy, in_time, 4, 6, 10),
            "pieces": (rich, Decimal(4), 5, 4, 50),
            "number": (number, Decimal(3), 1, 4, 50),
        }[hill.name]
        self.ways = [start - self.bottom]
        with localcontext(EXACT):
            while len(self.ways) <= self.steps and abs(self.ways[-1]) <= reach:
                slope = 2 * self.half * self.ways[-1]
                self.ways.append(self.ways[-1] - self.rate * slope)

    def is_lower(self) -> bool:
        return abs(self.ways[1]) < abs(self.ways[0])

    def crosses(self) -> bool:
        return self.ways[0] * self.ways[1] < 0


def test_every_run_is_the_closed_form() -> None:
    for story, others in samples():
        for hill, other in zip(story.three, others, strict=True):
            ways = [float(way) for way in other.ways]
            np.testing.assert_allclose(hill.xs, np.add(ways, float(other.bottom)), atol=1e-9)
            costs = np.square(ways) * other.half + (120 if hill.name == "pieces" else 0)
            np.testing.assert_allclose(hill.costs, costs, rtol=1e-9, atol=1e-9)
            assert hill.lost == (len(ways) - 1 < other.steps or abs(ways[-1]) > hill.function.high
                                 - float(other.bottom)), story.params  # fmt: skip


SAID_OF = {"edge": "time", "back": "pieces"}
ASKED = ("edge", "turn", "rated", "first", "rest", "back")


def always(_hill: Exact) -> bool:
    return True


TRUTH: dict[str, Callable[..., bool]] = {
    r"Which way is down, and how far\?|Speed, money, a number: one question\.": always,
    r"Lay one straightedge .*|wanted|height = cost|seconds on the pedal|1 s": always,
    r"pieces|coins|steps|slope|learning rate|step|number|speed": always,
    r"How .*\?": always,
    r"Its tilt tells the way: level is lowest\.|The height of the coins is the cost\.": always,
    r"Too slow or too fast: both cost\.|At every bottom the tangent lies level\.": always,
    r"A plain number\? The same three moves\.": always,
    r"The same three moves: gradient descent\.|Speed, money or a plain number: .*": always,
    r"Flat: nothing to do\.": lambda h: h.ways[0] == 0,
    r"The tangent knows; nobody moves\.": lambda h: h.rate == 0 and h.ways[0] != 0,
    r"You cannot make fewer than none\.":
        lambda h: h.name == "pieces" and h.ways[-1] + h.bottom < 0,
    r"Every step lands higher\.": lambda h: all(
        abs(b) > abs(a) for a, b in zip(h.ways, h.ways[1:], strict=False)),
    r"To and fro for ever, as high as before\.": lambda h: h.ways[1] == -h.ways[0] != 0,
    r"One step, and it is there\.": lambda h: h.ways[1] == 0 != h.ways[0],
    r"Past the bottom and back, but lower\.": lambda h: h.crosses() and h.is_lower(),
    r"Three steps, and almost there\.": lambda h: 20 * abs(h.ways[3]) <= abs(h.ways[0]),
    r"(And so on, s|S)tep by step lower\.": lambda h: h.is_lower() and not h.crosses(),
    r"Lay the tangent: its fall in a second\.": lambda h: h.ways[0] < 0,
    r"Lay the tangent: its climb in a second\.": lambda h: h.ways[0] > 0,
    r"Turn round: that way is down\.": lambda h: h.ways[0] * (h.ways[1] - h.ways[0]) < 0,
    r"Step (?P<part>(?!the learning).*) of it: the learning rate\.":
        lambda h, part: PARTS[part] == h.rate and h.ways[1] != h.ways[0],
    r"Step the learning rate's share of it\.": lambda h: h.rate > 0 and h.ways[0] != 0,
    r"The tangent climbs: turn round to fewer\.": lambda h: h.ways[0] > 0,
    r"The tangent falls: go on to more\.": lambda h: h.ways[0] < 0,
    r"Go on: as good as there\.": lambda h: 1000 * abs(h.ways[-1]) <= abs(h.ways[0]),
    r"A small rate: small, patient steps\.":
        lambda h: len(h.ways) == 51 and 20 * abs(h.ways[-1]) <= abs(h.ways[0])
        and h.rate * 2 * h.half <= Fraction(1, 5),
}  # fmt: skip


def test_no_sentence_is_false_and_every_one_is_said() -> None:
    heard = set()
    for story, hills in samples():
        for line in SAYS.lines:
            if line in ("claim", "lesson"):
                heard.add(str(story.says(line)))
                continue
            for hill, other in zip(story.three, hills, strict=True):
                if other.name not in SAID_OF.get(line, other.name):
                    continue
                said = {"rated": hill.moves, "rest": hill.regime == "glide"}
                if not said.get(line, True):
                    continue
                text = story.says(line, hill) if line in ASKED else story.says(line)
                assert_true(text, TRUTH, other, story.params)
                heard.add(str(text))
        claim = str(story.says("claim"))
        lower = [hill.ways[0] == 0 or hill.is_lower() for hill in hills]
        moved = [hill.ways[0] != hill.ways[1] for hill in hills]
        assert claim.endswith("Step.") == all(lower), story.params
        assert claim.endswith("And do step.") <= (not all(moved)), story.params
        assert ("not too far" in claim) <= any(
            m and not low for m, low in zip(moved, lower, strict=True)
        ), story.params
    assert LESSON in heard
    assert_all_said(SAYS, heard)


# -- what the article says -----------------------------------------------------------------------


def test_the_gradient_points_uphill() -> None:
    for hill in run(Params()).three:
        x, up = float(hill.xs[0]), float(np.sign(hill.slopes[0]))
        assert hill.function.at(x + 0.01 * up) > hill.function.at(x)


def test_the_arrow_to_the_next_point_is_longer_than_the_step() -> None:
    hill = run(Params()).number
    chord = np.hypot(hill.xs[1] - hill.xs[0], hill.costs[1] - hill.costs[0])
    assert hill.xs[1] - hill.xs[0] == pytest.approx(0.6)
    assert chord == pytest.approx(float(Decimal("0.36") + Decimal("3.24") ** 2) ** 0.5)
