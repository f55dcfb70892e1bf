"""One rider's way through the half-pipe."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gdmath.arrays import Array
from gdmath.decimals import contraction, exact, steps_outside
from gdmath.descent import Stop, descend
from gdmath.experiments._common.outcome import Regime, regime_of
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

if TYPE_CHECKING:
    from gdmath.experiments.halfpipe import Params

__all__ = ["Ride", "ride"]

CURVATURE = 2  # of the cost (x - target)²


@dataclass(frozen=True)
class Ride:
    """One rider's way.

    Attributes:
        trajectory: up to the step that leads out of the pipe, if one does.
        out_at: that step, or None.
        factor: what each step multiplies the distance to the target by, exactly.
    """

    params: Params
    trajectory: Trajectory
    out_at: int | None
    factor: Fraction

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
    def exact_miss(self) -> Fraction:
        """The signed distance in cm from the target to the start."""
        return exact(self.start) - exact(self.params.target_cm)

    @property
    def miss(self) -> float:
        """The same as a float."""
        return float(self.exact_miss)

    @property
    def noise(self) -> float:
        """What float64 may have added to a position, in cm."""
        return 1e-13 * max(abs(self.params.target_cm), abs(self.miss))

    @cached_property
    def regime(self) -> Regime:
        """What the learning rate makes of the ride."""
        return regime_of(self.exact_miss, self.params.learning_rate, self.factor)

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
    factor = contraction(params.learning_rate, CURVATURE)
    target = exact(params.target_cm)
    left, right = exact(params.left_cm) - target, exact(params.right_cm) - target
    out_at = steps_outside(left, right, exact(start) - target, factor)
    steps = params.steps if out_at is None else min(params.steps, out_at)
    trajectory = descend(
        SquaredError(target=params.target_cm),
        start=start,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=steps, growth=math.inf),
    )
    return Ride(params, trajectory, None if out_at is None or out_at > steps else out_at, factor)
