"""The ground: J(w, b) as far as the map reaches, and a rim that falls away beyond."""

from __future__ import annotations

import numpy as np

from gdmath.objective import Objective
from gdmath.objective.landscape import RIM, surface
from scenes.worlds.ramps import Floats

__all__ = ["RISE", "Floats", "altitude", "height", "normal", "pooled"]

RISE = 0.58  # of the ground, in the unit of w and b, where J rises by 1
_FALL = 1.84  # how fast the rim falls away
_EDGE = 1e-3


def altitude(name: str, w: Floats, b: Floats) -> Floats:
    """Return J (...), which beyond the map's rim is no longer the surface's."""
    objective: Objective = surface(name)
    values = objective.value(np.moveaxis(np.stack((w, b)), 0, -1))
    beyond = np.sqrt(w * w + b * b) - RIM
    out = beyond > 0
    if out.any():
        values[out] -= _fall(w[out], b[out], beyond[out])
    return values


def _fall(w: Floats, b: Floats, beyond: Floats) -> Floats:
    """Return how far J has fallen (n,) at places that are so far beyond the rim."""
    # The rim is uneven, but nowhere nearer than the map reaches.
    waves = np.sin(2.1 * w + 0.5 * b + 0.7) + 0.7 * np.sin(2.9 * b - 0.8 * w) + 1.7
    beyond = np.maximum(beyond - 0.07 * waves, 0.0)
    # Its fall ends: far below, all is haze.
    fall = np.where(beyond < 1, beyond * beyond, 2 * beyond - 1)
    return np.asarray(_FALL * fall + 0.6 * beyond * beyond)


def height(name: str, w: Floats, b: Floats) -> Floats:
    """Return how high the ground is (...), in the unit of w and b."""
    return RISE * altitude(name, w, b)


def normal(name: str, w: Floats, b: Floats) -> Floats:
    """Return the unit normals (..., 3) of the ground."""
    up = np.empty((*w.shape, 3))
    up[..., 0] = (height(name, w - _EDGE, b) - height(name, w + _EDGE, b)) / (2 * _EDGE)
    up[..., 1] = (height(name, w, b - _EDGE) - height(name, w, b + _EDGE)) / (2 * _EDGE)
    up[..., 2] = 1.0
    return np.asarray(up / np.linalg.norm(up, axis=-1, keepdims=True))


def pooled(name: str, w: Floats, b: Floats, high: Floats) -> Floats:
    """Return how much of the sky hollows miss (...) where the ground is so ``high``.

    It is above 0 in hollows, below 0 on ridges.
    """
    reach = 0.45
    around = sum(
        height(name, w + reach * x, b + reach * y) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
    )
    return np.asarray(around / 4 - high)
