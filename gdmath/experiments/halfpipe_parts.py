"""The half-pipe's parameters, and one rider's way through it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import model_validator

from gdmath.arrays import Array
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments.params import parameter
from gdmath.experiments.regime import Regime, regime_of
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.theory import contraction_factors
from gdmath.trajectory import Trajectory

__all__ = ["SLACK", "Params", "Ride", "ride"]

NARROWEST_CM = 10.0
LEAST_MISS = 0.01  # of the pipe's width: less cannot be seen
SLACK = 1e-9  # of the pipe's width, for the rounding of float64


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


@dataclass(frozen=True)
class Ride:
    """One rider's way.

    Attributes:
        trajectory: up to the step that leads out of the pipe, if one does.
        out_at: that step, or None.
        factor: what each step multiplies the distance to the target by.
    """

    params: Params
    trajectory: Trajectory
    out_at: int | None
    factor: float

    @cached_property
    def positions(self) -> Array:
        """Positions in cm, shape (n + 1,); row 0 is the start."""
        return self.trajectory.parameters[: self.steps + 1, 0]

    @property
    def start(self) -> float:
        """The first position in cm."""
        return float(self.positions[0])

    @property
    def steps(self) -> int:
        """How many steps were made: fewer than asked for if one led out of the pipe."""
        return self.trajectory.steps if self.out_at is None else self.out_at

    @property
    def miss(self) -> float:
        """The signed distance in cm from the target to the start."""
        return self.start - self.params.target_cm

    @cached_property
    def regime(self) -> Regime:
        """What the learning rate makes of the ride."""
        return regime_of(self.miss, self.params.learning_rate, self.factor)

    def at(self, moment: float) -> float:
        """The position in cm at a moment between two steps, as the film glides between them."""
        return float(np.interp(moment, np.arange(self.steps + 1), self.positions))

    def in_the_air(self, position: float) -> float:
        """The share, 0 to 1, of the way from the pipe's rim to where a ride out of it ends."""
        if self.out_at is None:
            return 0.0
        end = float(self.positions[-1])
        rim = self.params.right_cm if end > self.params.right_cm else self.params.left_cm
        return float(np.clip((position - rim) / (end - rim), 0.0, 1.0))

    @cached_property
    def drawn(self) -> NDArray[np.int_]:
        """The steps that a plot draws, at most about 400, in neighbouring pairs."""
        if self.steps <= 400:
            return np.arange(self.steps + 1)
        pairs = np.linspace(0, self.steps - 1, 200).astype(int)
        return np.unique(np.concatenate([pairs, pairs + 1]))


def ride(params: Params, start: float) -> Ride:
    """Descend J = (x - target)² from a start in cm, until a step leads out of the pipe.

    ``params`` are valid already, so nothing is raised.
    """
    objective = SquaredError(target=params.target_cm)
    miss = abs(start - params.target_cm)
    widest = max(params.target_cm - params.left_cm, params.right_cm - params.target_cm)
    growth = max((widest / miss) ** 2, 1.0) * (1 + SLACK) if miss else math.inf
    trajectory = descend(
        objective,
        start=start,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.steps, growth=growth),
    )
    slack = SLACK * params.width_cm
    x = trajectory.parameters[:, 0]
    outside = np.flatnonzero((x < params.left_cm - slack) | (x > params.right_cm + slack))
    factor = contraction_factors(objective.curvature([start]), params.learning_rate)[0]
    return Ride(params, trajectory, int(outside[0]) if len(outside) else None, float(factor))
