"""The array types of the package, and the checks that its public functions share."""

import math
import operator
import sys
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.intp]


def read_only(values: ArrayLike) -> Array:
    """Return a float64 copy of `values`, of the same shape, that cannot be written to."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def as_points(theta: ArrayLike, dimension: int) -> Array:
    """Return `theta` as float64 of shape (..., dimension): one point, or a grid of them.

    Raises ValueError if the last axis has another length.
    """
    points = np.asarray(theta, dtype=np.float64)
    if points.ndim == 0 or points.shape[-1] != dimension:
        raise ValueError(
            f"theta has shape {points.shape}; its last axis must have length {dimension}"
        )
    return points


def as_finite(name: str, values: ArrayLike, ndim: int) -> Array:
    """Return a read-only copy of `values` with `ndim` axes, 1 or 2, none of them empty.

    Raises ValueError if the shape is another one, or if a value is nan or infinite.
    """
    array = read_only(values)
    if array.ndim != ndim or array.size == 0:
        kind = "list" if ndim == 1 else "table"
        raise ValueError(f"{name} has shape {array.shape}; it must be a {kind} that is not empty")
    if not np.isfinite(array).all():
        raise ValueError(
            f"{name} holds a value that is nan or infinite; every value must be finite"
        )
    return array


def check_number(
    name: str,
    value: object,
    *,
    at_least: float | None = None,
    above: float | None = None,
    below: float | None = None,
    infinite: bool = False,
) -> None:
    """Raise ValueError, in one sentence, unless `value` is a number within the limits.

    Nan never passes, infinity only with `infinite`.
    """
    limits = [
        (at_least, "at least", operator.ge),
        (above, "above", operator.gt),
        (below, "below", operator.lt),
    ]
    given = [(limit, words, holds) for limit, words, holds in limits if limit is not None]
    largest = math.inf if infinite else sys.float_info.max
    if (
        not isinstance(value, int | float | np.integer | np.floating)
        or isinstance(value, bool)
        or not -largest <= value <= largest
        or not all(holds(value, limit) for limit, _, holds in given)
    ):
        kind = "a number" if infinite else "a finite number"
        allowed = " and ".join(f"{words} {limit:g}" for limit, words, _ in given)
        raise ValueError(
            f"{name} is {value!r}; it must be " + ", ".join(filter(None, [kind, allowed]))
        )


def check_count(name: str, value: object, *, at_least: int, at_most: int) -> None:
    """Raise ValueError, in one sentence, unless `value` is a whole number within the limits."""
    if (
        not isinstance(value, int | np.integer)
        or isinstance(value, bool)
        or not at_least <= value <= at_most
    ):
        raise ValueError(
            f"{name} is {value!r}; it must be a whole number from {at_least:,} to {at_most:,}"
        )
