"""What a learning rate makes of descent on a squared error."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

from gdmath.experiments.reading import Format, telling_apart

__all__ = ["BORDERS", "Regime", "of_regime", "regime_of", "share_format"]

BORDERS = (0.5, 1.0)  # learning rates on (x - target)² between which the regime is another one

Regime = Literal["there", "still", "glide", "hit", "alternate", "bounce", "diverge"]


def regime_of(first_error: Fraction, learning_rate: float, factor: Fraction) -> Regime:
    """Name what happens to an error that every step multiplies by ``factor``.

    ``there``: it is zero from the start; ``still``: nothing moves; ``glide``: it shrinks on its
    side; ``hit``: one step ends it; ``alternate``: it shrinks from side to side; ``bounce``: it
    changes sides for ever; ``diverge``: it grows. The factor is exact, so that no rounding decides.
    """
    if first_error == 0:
        return "there"
    if learning_rate == 0:
        return "still"
    if factor == 0:
        return "hit"
    if factor > 0:
        return "glide"
    return "alternate" if factor > -1 else "bounce" if factor == -1 else "diverge"


def of_regime(*regimes: Regime) -> Callable[..., bool]:
    """Return a predicate of sentences: whether a run is of one of these regimes."""

    def holds(run: Any, *_at: object) -> bool:
        return run.regime in regimes

    return holds


def share_format(value: float) -> Format:
    """Return how a rate or a share is written: three digits, or what tells it from a border."""
    return Format(max(telling_apart((value, border), 3) for border in BORDERS))
