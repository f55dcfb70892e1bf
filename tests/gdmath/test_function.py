"""A function given by its formula: its slope, curvature and minimum against sympy's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy as sp

from gdmath.descent import Stop, descend
from gdmath.objective import Function
from gdmath.optimizer import GradientDescent

x = sp.Symbol("x")
CASES: dict[str, tuple[Callable[[Any], Any], sp.Expr]] = {
    "two valleys": (lambda x: x**4 - 3 * x**2 + x, x**4 - 3 * x**2 + x),
    "waves": (lambda x: np.sin(3 * x) + x**2 / 4, sp.sin(3 * x) + x**2 / 4),
    "a well": (lambda x: -np.exp(-((x - 1) ** 2)), -sp.exp(-((x - 1) ** 2))),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_the_formula_s(name: str) -> None:
    formula, expression = CASES[name]
    function, points = Function(formula, -1.9, 1.9), np.linspace(-1.9, 1.9, 21)
    theta = points[:, None]
    for found, order, digits in (
        (function.value(theta), 0, 1e-12),
        (function.gradient(theta)[:, 0], 1, 1e-12),
        (function.curvature(theta)[:, 0, 0], 2, 1e-6),
    ):
        exact = [float(sp.diff(expression, x, order).subs(x, p)) for p in points.tolist()]
        np.testing.assert_allclose(found, exact, rtol=digits, atol=10 * digits)


def test_the_minimum_is_the_lowest_of_the_valleys() -> None:
    function = Function(CASES["two valleys"][0], -1.9, 1.9)
    lowest = min(float(sp.re(root)) for root in sp.nroots(4 * x**3 - 6 * x + 1))
    assert function.minimiser == pytest.approx([lowest], abs=1e-12)
    assert function.minimum == pytest.approx(float(CASES["two valleys"][1].subs(x, lowest)))


def test_a_slope_has_its_minimum_at_the_end_of_the_picture() -> None:
    assert Function(lambda x: 2 * x, 3.0, 5.0).minimiser == [3.0]


def test_it_can_be_descended() -> None:
    function = Function(lambda x: (x - 1) ** 2 / 2, -2.0, 4.0)
    run = descend(function, 3.0, GradientDescent(0.5), Stop(steps=3))
    assert run.parameters[:, 0].tolist() == [3.0, 2.0, 1.5, 1.25]


@pytest.mark.parametrize(
    ("formula", "low", "high", "why"),
    [
        (np.square, 2.0, 1.0, "high is 1.0"),
        (np.log, -1.0, 1.0, "the formula has no finite value at -1"),
        (np.sum, 0.0, 1.0, "the formula makes"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    formula: Callable[[Any], Any], low: float, high: float, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        Function(formula, low, high)
