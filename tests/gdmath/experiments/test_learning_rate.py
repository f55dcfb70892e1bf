"""The film about learning rates: its numbers and sentences against decimals and fractions."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import islice, product

import numpy as np
import pytest

from gdmath.decimals import exact
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.learning_rate import PRESETS, SAYS, Params, Walk, run
from gdmath.experiments.params import ParameterError
from gdmath.experiments.samples import random_params
from gdmath.theory import steps_until
from tests.gdmath.experiments.truths import assert_all_said, assert_true

# Learning rate, first step, miss and cost after 15 steps, steps to 0.1 mm; worked out by hand.
TABLE = [
    (0.01, "0.06", "2.216", "4.909", 283),
    (0.1, "0.6", "0.106", "0.011", 26),
    (0.5, "3", "0.000", "0.000", 1),
    (0.9, "5.4", "0.106", "0.011", 26),
    (1.0, "6", "3.000", "9.000", None),
    (1.02, "6.12", "5.403", "29.191", None),
    (1.1, "6.6", "46.221", "2136.387", None),
]
RATES = (0.005, 0.01, 0.02, 0.03, 0.1, 0.47, 0.5, 0.505, 0.9, 0.98, 0.995, 1.0, 1.005, 1.1, 1.2)
EDGES = [Params(start_cm=start, learning_rate=rate, steps=steps)
         for start, rate, steps in product((90.0, 103.0), RATES, (15, 300))]  # fmt: skip


@pytest.mark.parametrize(("rate", "step", "miss", "cost", "home"), TABLE)
def test_the_table(rate: float, step: str, miss: str, cost: str, home: int | None) -> None:
    walk = run(Params(learning_rate=rate))
    left = 3 * (1 - 2 * Decimal(repr(rate))) ** 15
    assert f"{abs(left):.3f}" == miss
    assert f"{left**2:.3f}" == cost
    assert walk.first("step").text == step
    assert walk.first("slope").text == "6"
    assert walk.steps_home == home
    assert walk.errors[-1] == pytest.approx(float(left), rel=1e-10, abs=1e-12)
    shown = (walk.left("miss", 15), walk.left("cost", 15))
    assert [f"{float(one.text.split()[0]):.3f}" for one in shown] == [miss, cost]


@pytest.mark.parametrize("params", [EDGES, list(islice(random_params(Params, 5), 20))])
def test_all_walks_are_the_closed_form(params: list[Params]) -> None:
    for each in params:
        own = run(each)
        target, miss = exact(each.target_cm), exact(each.start_cm) - exact(each.target_cm)
        for walk in own.curves:
            factor = 1 - 2 * exact(walk.params.learning_rate)
            told = range(min(walk.steps, 40) + 1)
            expected = [float(miss) * float(factor) ** step for step in told]
            np.testing.assert_allclose(walk.heights[: len(told)] - float(target), expected,
                                       rtol=1e-9, atol=1e-9)  # fmt: skip
        rates = [one.rate.value for one in own.three]
        assert rates[0] < 0.1 <= max(rates[1], 0.1) < 1 <= rates[2]
        assert each.learning_rate in rates


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"start_cm": 100.5}, "start_cm = 100.5 is not allowed: it must differ from target_cm"),
        ({"start_cm": 111.0}, "it must differ from target_cm = 100.0 by 1 to 10 cm"),
        ({"learning_rate": 0.0}, "learning_rate = 0.0 is not allowed: a number from 0.005 to 1.2"),
        ({"learning_rate": 1.001}, "it must be 1 or differ from it by 0.005 or more"),
        ({"steps": 4}, "steps = 4 is not allowed: a whole number from 5 to 300"),
    ],
)
def test_what_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(ParameterError, match=re.escape(told)):
        Params.parse(values)


def test_presets() -> None:
    walks = {name: run(Params.parse(values)) for name, values in PRESETS.items()}
    assert {name: walk.regime for name, walk in walks.items()} == {
        "too-small": "glide", "one-step": "hit", "zigzag": "alternate", "bounce": "bounce",
        "climb": "diverge", "diverge": "diverge",
    }  # fmt: skip
    assert walks["too-small"].sizes[-1] > run(Params()).sizes[-1]
    assert walks["climb"].sizes[-1] < walks["diverge"].sizes[-1]


# -- sentences ---------------------------------------------------------------------------------


class Trip:
    """A walk in fractions."""

    def __init__(self, walk: Walk, others: Sequence[Walk] = ()) -> None:
        each = walk.params
        self.others = [Trip(other) for other in others]
        self.rate, self.steps = exact(walk.params.learning_rate), each.steps
        self.miss = exact(each.start_cm) - exact(each.target_cm)
        self.factor = (self.miss - self.rate * 2 * self.miss) / self.miss

    def after(self, step: int) -> float:
        """Return the size of the miss, as logarithms have it."""
        if not self.factor:
            return 0.0
        return math.exp(math.log(abs(self.miss)) + step * math.log(abs(self.factor)))

    @property
    def nears(self) -> bool:
        return abs(self.factor) < 1

    @property
    def home_by_100(self) -> bool:
        return self.after(100) <= 0.01

    def as_near_as(self, man: Trip, steps: int) -> int:
        """Return the steps after which it is as near as a man after so many."""
        return next(step for step in range(10**6) if self.after(step) <= man.after(steps))


def always(_trip: Trip) -> bool:
    return True


def nearer(trip: Trip) -> bool:
    return trip.nears


TRUTH: dict[str, Callable[..., bool]] = {
    r"How big a step\?|learning rate|slope|step|cost|from home": always,
    r"So watch the cost\.": always,
    r"one step": lambda t: t.rate != 0.5 or t.after(1) == 0,
    r"this valley's limit": lambda t: t.nears == (t.rate < 1),
    r"steps|Home is where the cost is least\.": always,
    r"A step is the rate's share of the slope\.|One slope: only the rate differs\.": always,
    r"High and flat, or rising: too large\.": always,
    r"The slope gives the direction; the learning rate alone decides .*": always,
    r"Not too small, and below the limit\.": lambda t: t.nears == (t.rate < 1),
    r"away after (?P<n>\d+) steps": lambda t, n: int(n) <= t.steps,
    r"The ant needs (?P<n>\d+) steps to come so near\.":
        lambda t, n: int(n) == t.others[0].as_near_as(t.others[1], min(15, t.steps)),
    r"Too small: (?P<n>\d+) steps\. Too large: never\.":
        lambda t, n: (int(n) == t.others[0].as_near_as(t.others[1], min(15, t.steps))
                      and int(n) > min(15, t.steps) and not t.others[2].nears),
    r"Too small is slow\. Too large never arrives\.":
        lambda t: not t.others[0].home_by_100 and not t.others[2].nears,
    r"An ant's steps: the right way\.|A man takes a bigger share .*": lambda t: t.rate > 0,
    r"too small": lambda t: t.factor > 0 and not t.home_by_100,
    r"just right": lambda t: t.home_by_100,
    r"on the edge": lambda t: -1 < t.factor < 0,
    r"too large": lambda t: t.factor <= -1,
    r"(?P<n>\d+) steps, and most of the way is left\.":
        lambda t, n: t.after(int(n)) * 2 > abs(t.miss) and int(n) <= t.steps,
    r"(?P<n>\d+) steps, and not home yet\.": lambda t, n: t.after(int(n)) > 0.01,
    r"The slope fades, so the steps do too\.|Below a half: .*": lambda t: 0 < t.factor < 1,
    r"One stride, and he is home\.|A half: home in one step\.": lambda t: t.factor == 0,
    r"Past his home and back, but nearer\.|Above a half: past it, and back\.":
        lambda t: -1 < t.factor < 0,
    r"A giant's leap: he lands higher up\.|So the next leap is larger still\.|Above one: .*":
        lambda t: t.factor < -1,
    r"A giant's leap: he lands just as high\.|So the next leap is just as large\.|One: to and .*":
        lambda t: t.factor == -1,
    r"It falls slowly: take a larger rate\.": lambda t: t.nears and not t.home_by_100,
    r"Down to nothing: it gets home\.": nearer,
}  # fmt: skip
OF = {"small": 0, "slow": 0, "more": 0, "stride": 1, "walk": 1, "falls": 1, "leap": 2, "next": 2}


def said(own: Walk) -> list[tuple[Said, Trip]]:
    """Return what the film says of a walk, as the scene asks for it."""
    told = []
    for line in SAYS.lines:
        several = {"size": own.three, "after": own.three, "dial": own.stops, "needs": [own],
                   "end": [own]}  # fmt: skip
        if line == "needs" and not own.needed:
            continue
        for walk in several.get(line, (own.three[OF.get(line, 1)],)):
            told.append((walk.says(line), Trip(walk, own.three)))
    return told


def test_no_sentence_is_false_and_every_one_is_said() -> None:
    heard = set()
    for each in [*EDGES, *islice(random_params(Params, 11), 40)]:
        for text, trip in said(run(each)):
            assert_true(text, TRUTH, trip, each)
            heard.add(str(text))
    assert_all_said(SAYS, heard)


@pytest.mark.parametrize(
    ("rate", "leaps"), [(0.5, 1), (1.0, 15), (1.02, 15), (1.05, 6), (1.1, 3), (1.2, 1)]
)
def test_leaps_are_seen_up_to_some_times_the_first_cost(rate: float, leaps: int) -> None:
    walk = run(Params(learning_rate=rate))
    assert walk.leaps == leaps
    assert walk.hops == min(leaps, 5)
    assert walk.costs[leaps] < 3.3 * 9
    assert leaps in (1, 15) or walk.costs[leaps + 1] > 3.3 * 9


def test_the_ant_needs_166_steps_to_be_as_near_as_the_man_after_15() -> None:
    walk = run(Params())
    assert walk.first("steps needed").text == "166"
    near, nearer = (3 * 0.98**steps for steps in (165, 166))
    assert near > walk.sizes[15] > nearer
    assert run(Params(learning_rate=0.5)).needed is None


# -- what the articles say -----------------------------------------------------------------------


def test_001_a_step_is_the_rate_times_the_slope_not_the_rate() -> None:
    walk = run(Params())
    moves = np.abs(np.diff(walk.heights))
    np.testing.assert_allclose(moves, 0.1 * np.abs(walk.gradients[:-1]), rtol=1e-9)
    assert moves[0] == pytest.approx(0.6)
    assert moves[1] == pytest.approx(0.48)


def test_000_and_003_it_oscillates_for_ever_only_at_1_and_the_cost_is_never_below_0() -> None:
    ends = {rate: run(Params(learning_rate=rate, steps=60)).sizes[-1] for rate in (0.9, 1.0, 1.02)}
    assert ends[0.9] < 0.01
    assert ends[1.0] == pytest.approx(3)
    assert ends[1.02] > 10
    assert (run(Params(learning_rate=0.9)).trajectory.values >= 0).all()


def test_003_tens_of_thousands_of_steps_take_a_rate_of_a_ten_thousandth() -> None:
    assert steps_until(0.01, 3.0, 1 - 2 * 0.0001) == 28_517
    assert steps_until(0.01, 3.0, 1 - 2 * 0.01) == 283
