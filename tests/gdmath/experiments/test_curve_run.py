"""Descent on a function of one's own: what is said of a run is true, and just one thing is."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest

from gdmath.experiments import params as base
from gdmath.experiments._common.curve_run import CurveRun
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.objective import Function

BOWL = Function(lambda x: (x - 1) ** 2 / 2, -2.0, 4.0)
VALLEYS = Function(lambda x: x**4 - 3 * x**2 + x, -1.9, 1.9)
SAYS = Sentences(question={"Which way?": no_claim})


class Params(base.Params):
    start: float = 3.4
    learning_rate: float = 0.3
    steps: int = 8


def ran(function: Function = BOWL, **values: object) -> CurveRun:
    return CurveRun.of(Params.parse(values), function, SAYS)


def outcome(run: CurveRun) -> str:
    (name,) = [name for name in ("stays", "leaves", "falls", "wanders") if getattr(run, name)()]
    return name


@pytest.mark.parametrize("rate", [0.0, 1e-9, 0.3, 1.0, 1.9, 2.0, 2.1, 3.0])
@pytest.mark.parametrize("steps", [0, 1, 2, 40])
@pytest.mark.parametrize("start", [-2.0, 0.9, 1.0, 3.4, 4.0])
def test_one_thing_is_said_and_exact_arithmetic_says_it_too(
    rate: float, steps: int, start: float
) -> None:
    run = ran(start=start, learning_rate=rate, steps=steps)
    x, places = Fraction(str(start)), []
    for _ in range(steps + 1):
        places.append(x)
        if not -2 <= x <= 4:
            break
        x -= Fraction(str(rate)) * (x - 1)
    costs = [(place - 1) ** 2 / 2 for place in places]
    if len(set(places)) == 1:
        expected = "stays"
    elif not -2 <= places[-1] <= 4:
        expected = "leaves"
    else:
        falls = all(after < before or before == 0 for before, after in pairwise(costs))
        expected = "falls" if falls else "wanders"
    assert outcome(run) == expected
    assert run.starts_flat() == (start == 1)
    assert run.starts_with_a_step() == (start != 1 and rate != 0)
    assert run.xs == pytest.approx([float(place) for place in places], abs=1e-9)


def test_the_valleys_are_told_apart() -> None:
    assert outcome(ran(VALLEYS, start=1.8, learning_rate=0.03)) == "falls"
    assert outcome(ran(VALLEYS, start=1.8, learning_rate=0.2)) == "wanders"
    assert outcome(ran(VALLEYS, start=1.8, learning_rate=0.3)) == "leaves"


def test_every_number_is_in_the_ledger_and_every_line_says_something() -> None:
    run = ran()
    assert run.reading("x", 0).text == "3.4"
    assert run.reading("slope", 0).text == "+2.4"
    assert run.reading("step", 0).text == "−0.72"
    assert run.reading("learning rate").text == "0.3"
    assert set(run.ledger) == {"x", "cost", "slope", "step", "learning rate", "steps"}
    assert run.says("question").holds()


def test_a_number_too_large_to_hold_is_out_of_the_picture() -> None:
    steep = Function(lambda x: (x * 1e3) ** 30, -1.0, 1.0)
    run = ran(steep, start=1.0, learning_rate=1e60)
    assert run.leaves()
    assert run.steps <= 1


def test_all_of_them_cover_whatever_comes() -> None:
    for rate, steps in product((0.01, 0.05, 0.1, 0.15, 0.25), (0, 1, 2, 9)):
        for start in (-1.9, -1.3, 0.0, 0.17, 1.13, 1.9):
            outcome(ran(VALLEYS, start=start, learning_rate=rate, steps=steps))
