"""Decimal inputs behave as decimals, against exact fractions over 10,000 random ones."""

from fractions import Fraction

import numpy as np
import pytest

from gdmath import decimals
from gdmath.experiments import halfpipe, laser


def random_decimals(random: np.random.Generator, low: float, high: float, count: int) -> list[str]:
    """Return decimals as people type them, with one to four digits after the point."""
    digits = random.integers(1, 5, count)
    return [f"{value:.{d}f}" for value, d in zip(random.uniform(low, high, count), digits, strict=True)]


def fewest(error: Fraction, factor: Fraction, done: object) -> int | None:
    """Return the first of 400 steps that is done, by multiplying one by one."""
    for step in range(400):
        if done(abs(error)):  # type: ignore[operator]
            return step
        error *= factor
    return None
