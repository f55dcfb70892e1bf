"""The half-pipe of article 000: a blindfolded rider feels the slope of the cost underfoot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from gdmath.experiments import params as base
from gdmath.experiments.halfpipe_ride import SLACK, ride
from gdmath.experiments.halfpipe_story import Halfpipe, Step
from gdmath.experiments.params import parameter

__all__ = ["PRESETS", "Halfpipe", "Params", "Step", "run"]

NARROWEST_CM = 10.0
LEAST_MISS = 0.01  # of the pipe's width: less cannot be seen


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
        return self.right_cm - self.left_cm

    @property
    def reach_cm(self) -> float:
        """How far in cm the pipe reaches on both sides of the target."""
        return min(self.target_cm - self.left_cm, self.right_cm - self.target_cm)

    @model_validator(mode="after")
    def _pipe_has_two_walls(self) -> Self:
        if self.width_cm < NARROWEST_CM:
            raise ValueError(
                f"right_cm = {self.right_cm!r} is not allowed: it must be "
                f"{NARROWEST_CM:g} cm or more above left_cm = {self.left_cm!r}"
            )
        if self.reach_cm < self.width_cm * (1 / 3 - SLACK):
            low, high = (self.left_cm + share * self.width_cm for share in (1 / 3, 2 / 3))
            raise ValueError(
                f"target_cm = {self.target_cm!r} is not allowed: it must lie in the middle third "
                f"of the pipe, from {low:g} to {high:g} cm"
            )
        return self

    @model_validator(mode="after")
    def _riders_stand_in_it(self) -> Self:
        for name in ("start_cm", "second_start_cm"):
            miss = abs(getattr(self, name) - self.target_cm)
            least = LEAST_MISS * self.width_cm
            if miss > self.reach_cm + SLACK * self.width_cm or 0 < miss < least * (1 - SLACK):
                raise ValueError(
                    f"{name} = {getattr(self, name)!r} is not allowed: it must equal target_cm = "
                    f"{self.target_cm!r} or differ from it by {least:g} to {self.reach_cm:g} cm, "
                    f"so that the pipe reaches as far on the other side"
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
