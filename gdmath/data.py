"""The articles' data sets, and a seeded synthetic one."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from gdmath.arrays import Array, as_finite, check_count, check_number

MAX_POINTS = 1_000


@dataclass(frozen=True, eq=False)
class Points:
    """Points of a plane: `x` (m,) and `y` (m,), read-only, and what they are called.

    Raises ValueError unless both have the same length, all numbers are finite, and at least two x
    differ.
    """

    x: Array
    y: Array
    x_name: str = "x"
    y_name: str = "y"

    def __post_init__(self) -> None:
        x, y = as_finite("x", self.x, 1), as_finite("y", self.y, 1)
        if len(x) != len(y):
            raise ValueError(f"y has {len(y)} values; it must have as many as x, {len(x)}")
        if np.ptp(x) == 0:
            raise ValueError("there are fewer than two different values of x; a line needs two")
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)


CONTAINER = Points(
    np.array([1.0, 2.0, 3.0]), np.array([1.2, 1.8, 3.4]), x_name="minute", y_name="volume"
)
"""How a container fills, minute by minute (article 001)."""


@dataclass(frozen=True)
class DeltaRuleExample:
    """One neuron's single training example, first weights and learning rate (article 004)."""

    inputs: tuple[float, float] = (1.0, 2.0)
    target: float = 1.0
    weights: tuple[float, float] = (0.1, 0.3)
    learning_rate: float = 0.1


def synthetic_regression(
    samples: int,
    slope: float,
    intercept: float,
    noise: float,
    rng: Generator,
    span: tuple[float, float] = (0.0, 1.0),
) -> Points:
    """Return points about the line y = slope · x + intercept, x drawn evenly from `span`.

    `noise` is the standard deviation of y about the line. Equal seeds give equal points.
    Raises ValueError unless 2 <= `samples` <= 1,000, `noise` is at least 0, `span` ascends, and
    all are finite.
    """
    check_count("samples", samples, at_least=2, at_most=MAX_POINTS)
    check_number("slope", slope)
    check_number("intercept", intercept)
    check_number("noise", noise, at_least=0)
    check_number("span[0]", span[0])
    check_number("span[1]", span[1], above=span[0])
    x = rng.uniform(*span, size=samples)
    return Points(x, slope * x + intercept + noise * rng.standard_normal(samples))
