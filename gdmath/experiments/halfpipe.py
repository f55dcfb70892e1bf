"""The half-pipe of article 000: a blindfolded rider feels the slope of the cost underfoot."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from pydantic import model_validator

from gdmath.decimals import exact
from gdmath.experiments import params as base
from gdmath.experiments.halfpipe_ride import ride
from gdmath.experiments.halfpipe_story import Halfpipe, Step
from gdmath.experiments.params import parameter

__all__ = ["PRESETS", "Halfpipe", "Params", "Step", "run"]

NARROWEST_CM = 10.0
SLACK = Fraction(1, 10**9)  # of a third, which is no decimal
SHORTEST = 1e-11  # of the largest position: a step below this takes too many digits to show
LEAST_MISS = Fraction(1, 100)  # of the pipe's width: less cannot be seen


class Params(base.Params):
    """What the half-pipe film can be told."""

    target_cm: float = parameter(100.0, "cm", "the bottom of the pipe", ge=-1000, le=1000)
    start_cm: float = parameter(80.0, "cm", "where the rider starts", ge=-1000, le=1000)
    second_start_cm: float = parameter(
        120.0, "cm", "where the second rider starts", ge=-1000, le=1000
    )
    left_cm: float = parameter(70.0, "cm", "left edge of the pipe", ge=-1000, le=1000)
    right_cm: float = parameter(130.0, "cm", "right edge of the pipe", ge=-1000, le=1000)
    learning_rate: float = parameter(0.1, "", "share of the slope that is one step", ge=0, le=3)
    steps: int = parameter(12, "", "steps in all", ge=0, le=10_000)

    @property
    def width_cm(self) -> float:
        """The pipe's width in cm."""
        return float(self._exact_width)

    @property
    def _exact_width(self) -> Fraction:
        return exact(self.right_cm) - exact(self.left_cm)

    @property
    def _exact_reach(self) -> Fraction:
        target = exact(self.target_cm)
        return min(target - exact(self.left_cm), exact(self.right_cm) - target)

    @property
    def reach_cm(self) -> float:
        """How far in cm the pipe reaches on both sides of the target."""
        return float(self._exact_reach)

    @model_validator(mode="after")
    def _pipe_has_two_walls(self) -> Self:
        if self._exact_width < NARROWEST_CM:
            raise ValueError(
                f"right_cm = {self.right_cm!r} is not allowed: it must be "
                f"{NARROWEST_CM:g} cm or more above left_cm = {self.left_cm!r}"
            )
        if 3 * self._exact_reach < self._exact_width * (1 - SLACK):
            low, high = (self.left_cm + share * self.width_cm for share in (1 / 3, 2 / 3))
            raise ValueError(
                f"target_cm = {self.target_cm!r} is not allowed: it must lie in the middle third "
                f"of the pipe, from {low:g} to {high:g} cm"
            )
        return self

    @model_validator(mode="after")
    def _riders_stand_in_it(self) -> Self:
        for name in ("start_cm", "second_start_cm"):
            miss = abs(exact(getattr(self, name)) - exact(self.target_cm))
            least = LEAST_MISS * self._exact_width
            if miss > self._exact_reach or 0 < miss < least:
                raise ValueError(
                    f"{name} = {getattr(self, name)!r} is not allowed: it must equal target_cm = "
                    f"{self.target_cm!r} or differ from it by {float(least):g} to "
                    f"{self.reach_cm:g} cm, so that the pipe reaches as far on the other side"
                )
        return self

    @model_validator(mode="after")
    def _steps_can_be_seen(self) -> Self:
        miss = min(abs(start - self.target_cm) for start in (self.start_cm, self.second_start_cm))
        largest = max(abs(self.left_cm), abs(self.right_cm))
        step = 2 * self.learning_rate * (miss or self.reach_cm)
        if 0 < step < SHORTEST * largest:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: it must be 0 or move a "
                f"rider at once by {SHORTEST:g} of the largest position, not by {step:.3g} cm"
            )
        return self


# What the learning rate can do to the ride; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.05},
}


def run(params: Params) -> Halfpipe:
    """Let two riders descend J = (x - target)², as article 000 tells it."""
    first, second = (ride(params, start) for start in (params.start_cm, params.second_start_cm))
    return Halfpipe(params, first, second)
