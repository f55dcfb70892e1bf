"""The laser pointer game of article 000: a dot, a target, and a friend who shouts the error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from gdmath.experiments import params as base
from gdmath.experiments.laser_story import Laser, Shout, Step, run
from gdmath.experiments.params import parameter

__all__ = ["PRESETS", "Laser", "Params", "Shout", "Step", "run"]

SHORTEST = 5e-10  # of the largest height: a first step below this takes too many digits to show
CLOSEST = 9e-9  # of the target's height: a first miss below this takes too many digits to show


class Params(base.Params):
    """What the laser film can be told."""

    distance_cm: float = parameter(300.0, "cm", "from the hand to the sheet", ge=10, le=10_000)
    hand_height_cm: float = parameter(0.0, "cm", "where the beam starts", ge=-1000, le=1000)
    target_cm: float = parameter(100.0, "cm", "height of the target", ge=-1e6, le=1e6)
    first_shot_cm: float = parameter(103.0, "cm", "height of the first dot", ge=-1e6, le=1e6)
    learning_rate: float = parameter(0.1, "", "share of the gradient taken back", ge=0, le=3)
    steps: int = parameter(15, "", "corrections in all", ge=0, le=10_000)
    slow_steps: int = parameter(3, "", "corrections that are told one by one", ge=1, le=4)

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        miss = abs(self.first_shot_cm - self.target_cm)
        if 0 < miss < CLOSEST * max(1.0, abs(self.target_cm)):
            raise ValueError(
                f"first_shot_cm = {self.first_shot_cm!r} is not allowed: it must equal target_cm "
                f"= {self.target_cm!r} or differ from it by {CLOSEST:g} of it or more"
            )
        step = 2 * self.learning_rate * miss
        if 0 < step < SHORTEST * max(1.0, abs(self.target_cm), abs(self.first_shot_cm)):
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: it must be 0 or move the "
                f"dot at once by {SHORTEST:g} of its height or more, not by {step:.3g} cm"
            )
        return self


# What the learning rate can do to the game; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.1},
}
