"""Values that rise smoothly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "smoothstep"]

Floats = NDArray[np.float64]


def smoothstep(values: Floats, low: float, high: float) -> Floats:
    """Return values as they rise smoothly from 0 at ``low`` to 1 at ``high``."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))
