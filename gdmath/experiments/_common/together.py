"""What parameters may be together, for films on the square of a miss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gdmath.decimals import exact, places
from gdmath.experiments._common.outcome import BORDERS

__all__ = ["check_digits", "check_miss", "check_rate"]


def check_miss(params: Any, start: str, target: str, miss: tuple[float, float]) -> None:
    """Raise ValueError unless two parameters, in cm, are within ``miss`` of each other."""
    first, goal = getattr(params, start), getattr(params, target)
    if not exact(miss[0]) <= abs(exact(first) - exact(goal)) <= exact(miss[1]):
        raise ValueError(
            f"{start} = {first!r} is not allowed: it must differ from "
            f"{target} = {goal!r} by {miss[0]:g} to {miss[1]:g} cm"
        )


def check_digits(params: Any, names: Sequence[str], most: int) -> None:
    """Raise ValueError if a parameter has more digits after the point."""
    for name in names:
        if places(value := getattr(params, name)) > most:
            raise ValueError(
                f"{name} = {value!r} is not allowed: at most {most} digits after the point"
            )


def check_rate(rate: float, closest: float) -> None:
    """Raise ValueError if a learning rate is nearer than ``closest`` to a border, and not on it.

    Nearer to one, the picture would be the border's.
    """
    for border in BORDERS:
        if 0 < abs(exact(rate) - exact(border)) < exact(closest):
            raise ValueError(
                f"learning_rate = {rate!r} is not allowed: it must be "
                f"{border:g} or differ from it by {closest} or more"
            )
