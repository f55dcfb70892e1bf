"""Decimal inputs behave as decimals: exact numbers, factors, and the steps that thresholds take.

A parameter is written as a decimal, so 1 - 2 · 0.475 is 0.05. In float64 it is
0.050000000000000044, and a step count that hangs on it comes out one too large. Here a float
stands for the shortest decimal that prints it, and arithmetic is `fractions.Fraction`'s. Runs stay
float64: what is decided about them (has it arrived, has it left, which regime) is decided here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from typing import Literal, TypeAlias

__all__ = [
    "Number",
    "compared",
    "contraction",
    "decimals_apart",
    "exact",
    "magnitude",
    "places",
    "rounded",
    "steps_beyond",
    "steps_outside",
    "steps_within",
]

Number: TypeAlias = float | Fraction

_WIDE = Context(prec=1200, Emax=10**6, Emin=-(10**6))  # the digits of any float64, and to spare
_DIGITS = 100  # of powers that are too long to be exact
_SHORT = 300  # steps up to which a power is exact; ties lie below (see `_first`)


def exact(number: Number) -> Fraction:
    """Return the decimal that a number prints as, exactly; a fraction is itself.

    Raises ValueError for nan, OverflowError for infinity.
    """
    return number if isinstance(number, Fraction) else Fraction(_decimal(number))


def _decimal(number: float) -> Decimal:
    return Decimal(repr(float(number)))


def places(number: float) -> int:
    """Return how many digits after the point the decimal has that a number prints as."""
    exponent = _decimal(number).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def rounded(number: float, decimals: int) -> Decimal:
    """Return the decimal that a number prints as, rounded half to even after so many digits."""
    return _decimal(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN, _WIDE)


def magnitude(number: Number) -> int:
    """Return the largest n with 10ⁿ <= |number|; `number` is not 0."""
    size = abs(exact(number))
    guess = len(str(size.numerator)) - len(str(size.denominator))
    return guess if Fraction(10) ** guess <= size else guess - 1


def decimals_apart(one: float, other: float, at_least: int = 0) -> int:
    """Return the fewest digits after the point with which two numbers read differently.

    `at_least` so many, and exactly that if the numbers are the same.
    """
    if one == other:
        return at_least
    first = max(at_least, -magnitude(exact(one) - exact(other)) - 1)
    return next(d for d in range(first, first + 4) if rounded(one, d) != rounded(other, d))


def contraction(learning_rate: float, curvature: Number) -> Fraction:
    """Return 1 - learning_rate · curvature, what a step on a parabola multiplies the error by."""
    return 1 - exact(learning_rate) * exact(curvature)


def steps_within(tolerance: Number, first_error: Number, factor: Number) -> int | None:
    """Return the fewest steps k after which |first_error · factorᵏ| <= tolerance, or None if never.

    `tolerance` is above 0.
    """
    goal, error, shrink = (abs(exact(n)) for n in (tolerance, first_error, factor))
    if error <= goal:
        return 0
    if shrink >= 1:
        return None
    if shrink == 0:
        return 1
    return _first(goal, error, shrink, lambda reached, goal: reached <= goal)


def steps_beyond(limit: Number, first_error: Number, factor: Number) -> int | None:
    """Return the fewest steps k after which |first_error · factorᵏ| > limit, or None if never.

    `limit` is not 0; its sign does not count.
    """
    goal, error, grow = (abs(exact(n)) for n in (limit, first_error, factor))
    if error > goal:
        return 0
    if error == 0 or grow <= 1:
        return None
    return _first(goal, error, grow, lambda reached, goal: reached > goal)


def steps_outside(low: Number, high: Number, first_error: Number, factor: Number) -> int | None:
    """Return the fewest steps k after which first_error · factorᵏ is not in [low, high], or None.

    ``low`` is below 0, ``high`` above.
    """
    error, each = exact(first_error), exact(factor)
    found = []
    for odd, first in enumerate((error, error * each)):  # every other step is on the same side
        pairs = steps_beyond(high if first > 0 else low, first, each**2)
        found += [] if pairs is None else [2 * pairs + odd]
    return min(found, default=None)


def _first(goal: Fraction, error: Fraction, factor: Fraction, done: Callable[..., bool]) -> int:
    """Return the fewest steps, one or more, after which error · factorᵏ is done.

    Where it meets the goal exactly, only an exact power can tell. Among decimals of up to 17
    digits that happens within 120 steps or with a factor that is a power of ten: each step adds a
    prime to the digits, and the goal has few. Longer powers are right to 100 digits.
    """
    with localcontext(prec=_DIGITS, Emax=10**9, Emin=-(10**9)):
        far, start, each = (Decimal(f.numerator) / f.denominator for f in (goal, error, factor))
        nearby = int((far / start).ln() / each.ln())
        for steps in range(max(nearby - 1, 1), nearby + 3):
            if steps <= _SHORT and done(error * factor**steps, goal):
                return steps
            if steps > _SHORT and done(start * each**steps, far):
                return steps
    raise AssertionError("a geometric sequence passes its goal next to where its logarithm does")


def compared(value: float, other: float) -> Literal["<", "=", ">"]:
    """Return the sign between two numbers: = where only the noise of floating point differs.

    A norm or a sum of a few products in float64 is right to far better than 1e-12 of its size.
    """
    if math.isclose(value, other, rel_tol=1e-12):
        return "="
    return "<" if value < other else ">"
