"""A gradient descent over a map: until the ground feels flat, or a step leads off its rim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.objective import Landscape, Quadratic
from gdmath.objective.landscape import RIM, surface
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["Hike", "hike"]

FLAT = 1e-4  # a slope below which the ground feels flat
CAREFUL = Stop(steps=4_000, gradient_norm=1e-9)


@dataclass(frozen=True, eq=False)
class Hike:
    """One run, until it ends or leaves the map; ``left_at`` is the step that leads off it."""

    objective: Landscape | Quadratic
    trajectory: Trajectory
    left_at: int | None

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return self.trajectory.steps if self.left_at is None else self.left_at

    @property
    def places(self) -> Array:
        """The places visited, (n + 1, 2); where the map is left, the last lies beyond it."""
        return self.trajectory.parameters[: self.steps + 1]

    @property
    def altitudes(self) -> Array:
        """Their altitudes, (n + 1,)."""
        return self.trajectory.values[: self.steps + 1]

    @property
    def gradients(self) -> Array:
        """The gradients there, (n + 1, 2)."""
        return self.trajectory.gradients[: self.steps + 1]

    @cached_property
    def lengths(self) -> Array:
        """How long each step is, (n,), in the unit of w and b."""
        return read_only(np.linalg.norm(np.diff(self.places, axis=0), axis=1))

    @cached_property
    def ratios(self) -> Array:
        """By how much each step but the first is longer than the one before it, (n - 1,)."""
        return read_only(self.lengths[1:] / self.lengths[:-1])

    @property
    def felt_flat(self) -> bool:
        """Whether it ended because the ground felt flat."""
        return self.trajectory.stopped_by == "gradient_norm" and self.left_at is None

    @cached_property
    def floor(self) -> Array | None:
        """The lowest point (2,) of the valley on whose floor it ended, or None if it did not."""
        if not self.felt_flat:
            return None
        rule = GradientDescent(learning_rate=0.4)
        careful = descend(self.objective, self.places[-1], rule, CAREFUL)
        return read_only(careful.parameters[-1])

    @cached_property
    def on_map(self) -> Array:
        """The places, (n + 1, 2), but the way off the map only as far as its rim."""
        places = np.array(self.places)
        if self.left_at is not None:
            inside, way = places[-2], places[-1] - places[-2]
            a, b, c = way @ way, inside @ way, inside @ inside - RIM**2
            places[-1] = inside + way * (-b + np.sqrt(b * b - a * c)) / a
        return read_only(places)


def hike(name: str, start: tuple[float, float], learning_rate: float, steps: int) -> Hike:
    """Hike over a surface by gradient descent, until it feels flat, ends, or leaves the map."""
    stop = Stop(steps=steps, gradient_norm=FLAT)
    rule = GradientDescent(learning_rate=learning_rate)
    trajectory = descend(surface(name), np.array(start), rule, stop)
    beyond = np.flatnonzero(np.linalg.norm(trajectory.parameters, axis=1) > RIM)
    return Hike(surface(name), trajectory, int(beyond[0]) if len(beyond) else None)
