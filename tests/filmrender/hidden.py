"""Films whose learning rate reaches the picture by ways that Manim's cache does not see."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
from manim import RIGHT, Dot, UpdateFromAlphaFunc

__all__ = ["WAYS"]

Move = Callable[[Any, float], Any]
settings: Any = types.ModuleType("settings")


@dataclass(slots=True)
class _Slots:
    rate: float


class _Walker:
    def __init__(self, rate: float) -> None:
        self.rate = rate

    def move(self, dot: Any, progress: float) -> Any:
        return dot.move_to(RIGHT * self.rate * progress)


def _stride(rate: float, dot: Any, progress: float) -> Any:
    return dot.move_to(RIGHT * rate * progress)


def _walk(progress: float) -> float:
    return progress


def _run(progress: float) -> float:
    return 3 * progress


def _through_an_attribute(rate: float) -> Move:
    settings.rate = rate
    return lambda dot, progress: dot.move_to(RIGHT * settings.rate * progress)


def _through_other_source_code(rate: float) -> Move:
    settings.stride = _walk if rate == 1 else _run  # as if its module had been edited
    return lambda dot, progress: dot.move_to(RIGHT * settings.stride(progress))


def _through_a_default(rate: float) -> Move:
    return lambda dot, progress, rate=rate: dot.move_to(RIGHT * rate * progress)  # type: ignore[misc]


def _through_a_method(rate: float) -> Move:
    return _Walker(rate).move


def _through_a_partial(rate: float) -> Move:
    return partial(_stride, rate)


def _through_a_numpy_scalar(rate: float) -> Move:
    scalar = np.float32(rate)
    return lambda dot, progress: dot.move_to(RIGHT * float(scalar) * progress)


def _through_slots(rate: float) -> Move:
    slots = _Slots(rate)
    return lambda dot, progress: dot.move_to(RIGHT * slots.rate * progress)


def _through_a_set(rate: float) -> Move:
    rates = {rate}
    return lambda dot, progress: dot.move_to(RIGHT * sum(rates) * progress)


def _through_a_fraction(rate: float) -> Move:
    fraction = Fraction(rate)
    return lambda dot, progress: dot.move_to(RIGHT * float(fraction) * progress)


def _film(way: Callable[[float], Move]) -> Callable[[Any], None]:
    def construct(scene: Any) -> None:
        move = way(scene.params["learning_rate"])
        dot = Dot()
        scene.add(dot)
        scene.play(UpdateFromAlphaFunc(dot, move), run_time=0.4)
        scene.wait(0.2)

    return construct


WAYS = {
    way.__name__.removeprefix("_through_"): _film(way)
    for way in (
        _through_an_attribute,
        _through_other_source_code,
        _through_a_default,
        _through_a_method,
        _through_a_partial,
        _through_a_numpy_scalar,
        _through_slots,
        _through_a_set,
        _through_a_fraction,
    )
}
