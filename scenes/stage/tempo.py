"""How often in a second a picture need change."""

from __future__ import annotations

import math

__all__ = ["POSES", "STEPS", "stepped"]

STEPS, POSES = 30, 20  # a second; drawn films have twelve poses
_NOISE = 1e-6  # of a step


def stepped(alpha: float, seconds: float, steps: int = STEPS) -> float:
    """Return how far on an animation of so many seconds is, from 0 to 1, in ``steps`` a second.

    Sixty opacities a second look like thirty, sixty poses like twenty; what travels, jerks.
    """
    if alpha >= 1:
        return alpha
    return math.floor(alpha * seconds * steps + _NOISE) / (seconds * steps)
