"""Decimal inputs behave as decimals: 10,000 random ones against exact fractions."""

import operator
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from gdmath import decimals
from gdmath.experiments import laser
from gdmath.experiments.params import ParameterError

COUNT = 10_000
FILMS = 400  # of them are played
FARTHEST = 60  # steps that are tried one by one


def typed(random: np.random.Generator, low: float, high: float) -> list[str]:
    """Return decimals as people type them, with up to four digits after the point."""
    digits = random.integers(0, 5, COUNT)
    values = random.uniform(low, high, COUNT)
    return [f"{value:.{d}f}" for value, d in zip(values, digits, strict=True)]


Side = Callable[[Fraction, Fraction], bool]


def first(error: Fraction, factor: Fraction, side: Side, limit: Fraction) -> int | None:
    """Return the first step on this side of a limit, one multiplication after the other."""
    for step in range(FARTHEST):
        if side(abs(error), limit):
            return step
        error *= factor
    return None


def agree(found: int | None, expected: int | None) -> bool:
    return found == expected if expected is not None else found is None or found >= FARTHEST


def test_step_counts_are_those_of_exact_fractions() -> None:
    random = np.random.default_rng(16)
    rates, errors = typed(random, 0, 1.2), typed(random, -50, 50)
    ties = 0
    for rate, error in zip(rates, errors, strict=True):
        factor, start = 1 - 2 * Fraction(rate), Fraction(error)
        assert decimals.contraction(float(rate), 2) == factor
        tolerance = Fraction(10) ** int(random.integers(-4, 1))
        if random.random() < 0.3:  # as often as not a threshold is met exactly
            tolerance = abs(start * factor ** int(random.integers(1, 4))) or tolerance
            ties += 1
        found = decimals.steps_within(tolerance, float(error), factor)
        assert agree(found, first(start, factor, operator.le, tolerance)), (rate, error)
        found = decimals.steps_beyond(tolerance, float(error), factor)
        assert agree(found, first(start, factor, operator.gt, tolerance)), (rate, error)
    assert ties > 2000


def test_what_the_films_count_is_what_exact_fractions_count() -> None:
    random = np.random.default_rng(17)
    rates, targets = typed(random, 0.02, 1.1), typed(random, 95, 105)
    misses = typed(random, 2, 20)
    told = 0
    for rate, target, miss in list(zip(rates, targets, misses, strict=True))[:FILMS]:
        start = Fraction(target) + Fraction(miss)
        factor = 1 - 2 * Fraction(rate)
        values = {"target_cm": float(target), "learning_rate": float(rate), "steps": 1}
        try:
            params = laser.Params.parse(values | {"first_shot_cm": float(start)})
        except ParameterError:  # beside a border, or too far off
            continue
        told += 1
        game = laser.run(params)
        within = Fraction(10) ** (decimals.magnitude(Fraction(miss)) - 1)
        expected = first(Fraction(miss), factor, operator.le, within)
        assert agree(game.arrives_at, expected), (rate, target, miss)
        steps = FARTHEST - 1
        lost_at = laser.run(game.params.model_copy(update={"steps": steps})).lost_at
        hem, line = (Fraction(edge) - Fraction(target) for edge in laser.SHEET_CM)
        assert lost_at == next(
            (k for k in range(FARTHEST) if not hem <= Fraction(miss) * factor**k <= line), None
        )
    assert told > FILMS / 2


@pytest.mark.parametrize(
    ("target", "first_shot", "step"), [(100.0, 103.0, 2), (100.0, 102.0, 1), (62.4, 64.4, 1)]
)
def test_a_threshold_that_is_met_exactly_is_met(
    target: float, first_shot: float, step: int
) -> None:
    """In float64 1 - 2 · 0.475 is above 0.05, and so is 64.4 - 62.4 above 2."""
    values = {"target_cm": target, "first_shot_cm": first_shot, "learning_rate": 0.475}
    assert laser.run(laser.Params.parse(values)).arrives_at == step


def test_a_dot_on_the_sheet_s_edge_is_on_the_sheet() -> None:
    """132.04 + 17.76 · 1.5 · 1.5 is the edge exactly; in float64 it lies beyond."""
    values = {"target_cm": 132.04, "first_shot_cm": 149.8, "learning_rate": 1.25}
    game = laser.run(laser.Params.parse(values))
    assert game.heights[2] > laser.SHEET_CM[1] == 172
    assert game.lost_at == game.steps == 4


@pytest.mark.parametrize(
    ("error", "factor", "step"),
    [
        ("3", "0.5", None),
        ("3", "-1", 1),
        ("2", "-1", None),
        ("1.2", "-1.5", 3),
        ("3", "1.1", 6),
        ("-2", "-1", None),
        ("-3", "0", 0),
        ("0", "-2", None),
    ],
)
def test_a_run_leaves_on_either_side(error: str, factor: str, step: int | None) -> None:
    """From -2 to 5; what stands on an edge has not left."""
    assert decimals.steps_outside(-2.0, 5.0, Fraction(error), Fraction(factor)) == step


@pytest.mark.parametrize(
    ("one", "other", "at_least", "needed"),
    [(0.1802, 0.18029, 3, 4), (1.5, 2.5, 0, 1), (1.0, 1.0, 3, 3), (1.0, 0.9999998, 4, 7)],
)
def test_two_numbers_get_the_digits_that_tell_them_apart(
    one: float, other: float, at_least: int, needed: int
) -> None:
    assert decimals.decimals_apart(one, other, at_least) == needed


@pytest.mark.parametrize("power", range(-300, 300, 7))
def test_the_size_of_a_power_of_ten_is_exact(power: int) -> None:
    number = float(f"1e{power}")
    assert decimals.magnitude(number) == power
    assert decimals.magnitude(np.nextafter(number, 0)) == power - 1
    assert decimals.exact(number) == Fraction(10) ** power


def test_only_noise_is_equal() -> None:
    assert decimals.compared(0.1 + 0.2, 0.3) == "="
    assert decimals.compared(0.19998, 0.2) == "<"
    assert decimals.compared(0.2001, 0.2) == ">"
