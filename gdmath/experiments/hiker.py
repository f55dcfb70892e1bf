"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import model_validator

from gdmath.experiments import params as base
from gdmath.experiments.hiker_run import REACH, Hike, HikerRun, hike
from gdmath.experiments.hiker_says import SAYS
from gdmath.experiments.params import parameter

__all__ = ["PRESETS", "REACH", "Hike", "Hiker", "Params", "run"]

LEAST_RATE = 1e-9
OTHERS = ((-3.9, 1.6), (0.15, 0.75), (4.6, 1.5), (2.9, 3.7))  # where others start


class Params(base.Params):
    """Parameters of the hiker film. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0, le=5)
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


@dataclass(frozen=True, eq=False)
class Hiker(HikerRun):
    """Everything that the hiker film shows and says."""

    params: Params
    sentences = SAYS


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    own = hike(params.surface, (params.start_w, params.start_b), params)
    return Hiker(params, own, tuple(hike(params.surface, start, params) for start in OTHERS))
