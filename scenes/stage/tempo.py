"""How often in a second a picture need change."""

from __future__ import annotations

import math

__all__ = ["STEPS", "stepped"]

STEPS = 30  # a second
_NOISE = 1e-6  # of a step


def stepped(alpha: float, seconds: float) -> float:
    """Return how far on an animation of so many seconds is, from 0 to 1, thirty times a second.

    Sixty opacities or poses a second look like thirty, and cost twice as much; what travels, jerks.
    """
    if alpha >= 1:
        return alpha
    return math.floor(alpha * seconds * STEPS + _NOISE) / (seconds * STEPS)
