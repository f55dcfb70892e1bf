"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

import numpy as np
from pydantic import model_validator

from gdmath.descent import Stop
from gdmath.experiments import params as base
from gdmath.experiments.hiker_parts import CENTRE, HALF, Terrain, hike
from gdmath.experiments.hiker_story import REACH, Hiker, Pace, Regime
from gdmath.experiments.params import parameter
from gdmath.objective import Landscape, Objective, Quadratic

__all__ = ["PRESETS", "REACH", "Hiker", "Pace", "Params", "Regime", "run"]

ROUNDING = 1e-12  # share of a slope: more than float64 adds, so 0.2 never counts as below 0.2
LEAST_RATE = 1e-9
BOWL = (0.25, 0.5)  # curvatures of w²/8 + b²/4
OTHERS = ((-0.75, 0.55), (-0.5, -0.72), (-0.1, 0.8), (0.3, 0.12), (0.72, 0.62), (0.56, -0.08))


class Params(base.Params):
    """What the hiker film can be told. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0, le=10)
    steps: int = parameter(100, "", "steps at the most", ge=0, le=200)
    tolerance: float = parameter(1e-4, "", "slope below which ground feels flat", ge=1e-6, le=0.5)
    slow_steps: int = parameter(3, "", "steps that are told one by one", ge=1, le=3)

    @model_validator(mode="after")
    def _steps_can_be_told(self) -> Self:
        if 0 < self.learning_rate < LEAST_RATE:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: it must be 0 or "
                f"{LEAST_RATE:g} or more, so that a step can be told in figures"
            )
        return self


# What the learning rate can do to the hike. In the bowl, 4 is the limit of its steeper direction.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.01},
    "zigzag": {"surface": "bowl", "learning_rate": 3.5},
    "bounce": {"surface": "bowl", "learning_rate": 4.0},
    "diverge": {"surface": "bowl", "learning_rate": 4.5},
}


def _objective(params: Params) -> Objective:
    if params.surface == "hills":
        return Landscape()
    return Quadratic(np.diag(BOWL), np.zeros(2))


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    terrain = Terrain(_objective(params))
    stop = Stop(steps=params.steps, gradient_norm=(1 - ROUNDING) * params.tolerance)
    start = np.array([params.start_w, params.start_b])
    starts = [start, *(CENTRE + HALF * np.array(OTHERS))]
    own, *others = (hike(terrain, place, params.learning_rate, stop) for place in starts)
    return Hiker(params, terrain, own, tuple(others))
