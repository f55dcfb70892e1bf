"""What parameters may be together, for films on the square of a miss."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from gdmath.decimals import exact, places
from gdmath.experiments._common.outcome import BORDERS

__all__ = ["check_digits", "check_miss", "check_rate", "check_start"]


def check_miss(
    params: Any, start: str, target: str, miss: tuple[float, float], unit: str = "cm"
) -> None:
    """Raise ValueError unless two parameters are within ``miss`` of each other."""
    first, goal = getattr(params, start), getattr(params, target)
    if not exact(miss[0]) <= abs(exact(first) - exact(goal)) <= exact(miss[1]):
        raise ValueError(
            f"{start} = {first!r} is not allowed: it must differ from "
            f"{target} = {goal!r} by {miss[0]:g} to {miss[1]:g} {unit}"
        )


def check_digits(params: Any, names: Sequence[str], most: int) -> None:
    """Raise ValueError if a parameter has more digits after the point."""
    for name in names:
        if places(value := getattr(params, name)) > most:
            raise ValueError(
                f"{name} = {value!r} is not allowed: at most {most} digits after the point"
            )


def check_start(params: Any, name: str, bottom: Fraction, near: float, far: float) -> None:
    """Raise ValueError unless a start is the bottom, or ``near`` to ``far`` away from it."""
    start = getattr(params, name)
    if (miss := abs(exact(start) - bottom)) and not near <= miss <= far:
        raise ValueError(
            f"{name} = {start!r} is not allowed: it must be {float(bottom):g}, where the "
            f"cost is least, or differ from it by {near:g} to {far:g}"
        )


def check_rate(
    rate: float, closest: float, name: str = "learning_rate",
    borders: Sequence[Fraction | float] = BORDERS,
) -> None:  # fmt: skip
    """Raise ValueError if a learning rate is nearer than ``closest`` to a border, and not on it.

    Nearer to one, the picture would be the border's.
    """
    for border in map(exact, borders):
        if 0 < abs(exact(rate) - border) < exact(closest):
            raise ValueError(
                f"{name} = {rate!r} is not allowed: it must be "
                f"{float(border):g} or differ from it by {closest:g} or more"
            )
