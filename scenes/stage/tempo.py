"""How often in a second a picture need change, and how moves go on."""

from __future__ import annotations

import math
from typing import Any

from manim import Animation, smooth

__all__ = ["POSES", "STEPS", "InPlace", "held_half_way", "stepped"]

STEPS, POSES = 30, 15  # a second, even at 15, 30 and 60 frames; drawn films have twelve poses
_NOISE = 1e-6  # of a step


class InPlace(Animation):
    """An animation of the mobject itself: it is not copied to begin from, which costs more."""

    def create_starting_mobject(self) -> Any:
        """Return the mobject itself."""
        return self.mobject


def stepped(alpha: float, seconds: float, steps: int = STEPS) -> float:
    """Return how far on an animation of so many seconds is, from 0 to 1, in ``steps`` a second.

    Sixty opacities a second look like thirty, sixty poses like fifteen; what travels, jerks.
    """
    if alpha >= 1:
        return alpha
    return math.floor(alpha * seconds * steps + _NOISE) / (seconds * steps)


def held_half_way(share: float) -> float:
    """Return how far a move is that eases in and out, and rests a while half-way."""
    if share < 0.4:
        return 0.5 * float(smooth(share / 0.4))
    return 0.5 if share < 0.6 else 0.5 + 0.5 * float(smooth((share - 0.6) / 0.4))
