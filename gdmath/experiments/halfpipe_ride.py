"""One rider's way through the half-pipe."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gdmath.arrays import Array
from gdmath.descent import Stop, descend
from gdmath.experiments._common.outcome import Regime, regime_of
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.theory import contraction_factors
from gdmath.trajectory import Trajectory

if TYPE_CHECKING:
    from gdmath.experiments.halfpipe import Params

__all__ = ["SLACK", "Ride", "ride"]

SLACK = 1e-9  # of the pipe's width, for the rounding of float64


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
