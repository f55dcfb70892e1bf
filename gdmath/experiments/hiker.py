"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
from pydantic import model_validator

from gdmath.experiments import params as base
from gdmath.experiments.hiker_run import REACH, HikerRun
from gdmath.experiments.hiker_says import SAYS
from gdmath.experiments.params import parameter
from gdmath.hike import Hike, hike
from gdmath.objective.landscape import surface

__all__ = ["PRESETS", "REACH", "Hike", "Hiker", "Params", "run"]

GENTLEST = 0.3  # slope at the start: a foot must feel it
STEEPEST_RATE = 1.0  # on the hills: each step leads downhill, and none off the map
OTHERS = ((-3.9, 1.6), (0.15, 0.75), (4.6, 1.5), (2.9, 3.7))  # where others start


class Params(base.Params):
    """Parameters of the hiker film. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0.01, le=4.5)
    steps: int = parameter(100, "", "steps at the most", ge=5, le=200)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        if self.surface == "hills" and self.learning_rate > STEEPEST_RATE:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed on the hills: "
                f"at most {STEEPEST_RATE:g}; on the bowl, at most 4.5"
            )
        slope = surface(self.surface).gradient(np.array([self.start_w, self.start_b]))
        if np.linalg.norm(slope) < GENTLEST:
            raise ValueError(
                f"start_w = {self.start_w!r} with start_b = {self.start_b!r} is not allowed: the "
                f"slope there is {np.linalg.norm(slope):.3g}, and a foot feels {GENTLEST:g} or more"
            )
        return self


# What the learning rate can do to the hike. In the bowl, 4 is the limit of its steeper direction.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.01},
    "zigzag": {"surface": "bowl", "learning_rate": 3.5},
    "bounce": {"surface": "bowl", "learning_rate": 4.0},
    "diverge": {"surface": "bowl", "learning_rate": 4.5},
}


@dataclass(frozen=True, eq=False)
class Hiker(HikerRun):
    """Everything that the hiker film shows and says."""

    sentences = SAYS


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    starts = ((params.start_w, params.start_b), *OTHERS)
    own, *others = (
        hike(params.surface, start, params.learning_rate, params.steps) for start in starts
    )
    return Hiker(params, own, tuple(others))
