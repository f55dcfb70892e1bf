"""Where the basin is looked at from: places of the ground become places of the frame."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from scenes.worlds.basin.land import Floats, height

__all__ = ["Look"]


@dataclass(frozen=True)
class Look:
    """A camera over the surface ``name`` at ``place``: w, b and height.

    ``azimuth`` is where it looks, in degrees from +b towards +w; ``pitch`` is how far up, so that
    -90 is straight down. ``focal`` is how many frame units 1 is at a depth of 1; where ``flat``, at
    every depth. ``shift`` is where in the frame the axis of sight is.
    """

    name: str
    place: tuple[float, float, float]
    azimuth: float
    pitch: float
    focal: float
    shift: tuple[float, float] = (0.0, 0.0)
    flat: bool = False

    def __post_init__(self) -> None:
        for key in ("azimuth", "pitch", "focal"):  # equal looks to a hair are the same picture
            object.__setattr__(self, key, round(float(getattr(self, key)), 6))
        for key in ("place", "shift"):
            object.__setattr__(self, key, tuple(round(float(v), 6) for v in getattr(self, key)))

    @property
    def axes(self) -> Floats:
        """Right, up and ahead, each of length 1, (3, 3)."""
        turn, tilt = math.radians(self.azimuth), math.radians(self.pitch)
        right = np.array([math.cos(turn), -math.sin(turn), 0.0])
        level = np.array([math.sin(turn), math.cos(turn), 0.0])
        ahead = math.cos(tilt) * level + np.array([0.0, 0.0, math.sin(tilt)])
        up = -math.sin(tilt) * level + np.array([0.0, 0.0, math.cos(tilt)])
        return np.array([right, up, ahead])

    def depth(self, spots: ArrayLike) -> Floats:
        """Return how far (...) spots (..., 3) are ahead."""
        return np.asarray((np.asarray(spots) - self.place) @ self.axes[2])

    def project(self, spots: ArrayLike) -> Floats:
        """Return where spots (..., 3) are in the frame, (..., 2)."""
        seen = (np.asarray(spots, dtype=np.float64) - self.place) @ self.axes.T
        size = self.focal if self.flat else self.focal / np.maximum(seen[..., 2:], 0.05)
        return np.asarray(seen[..., :2] * size + self.shift)

    def on_ground(self, places: ArrayLike, above: float = 0.0) -> Floats:
        """Return where places (..., 2) on the ground, or so far above it, are in the frame."""
        return self.project(self.spots(places, above))

    def spots(self, places: ArrayLike, above: float = 0.0) -> Floats:
        """Return places (..., 2) on the ground, or so far above it, as spots (..., 3)."""
        w, b = np.moveaxis(np.asarray(places, dtype=np.float64), -1, 0)
        return np.stack((w, b, height(self.name, w, b) + above), axis=-1)

    def scale(self, place: ArrayLike) -> float:
        """Return how many frame units 1 is at a place (2,) on the ground."""
        return self.focal if self.flat else float(self.focal / self.depth(self.spots(place)))

    def rays(self, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
        """Return where rays through points of the frame begin, and their ways a unit of depth."""
        right, up, ahead = self.axes
        across, rise = (xs - self.shift[0]) / self.focal, (ys - self.shift[1]) / self.focal
        aside = across[..., None] * right + rise[..., None] * up
        start = np.array(self.place)
        if self.flat:
            return start + aside, np.broadcast_to(ahead, aside.shape)
        return np.broadcast_to(start, aside.shape), ahead + aside

    def sees(self, places: ArrayLike, above: float = 0.0) -> Floats:
        """Return whether nothing hides places (n, 2) on the ground, or so far above it, (n,)."""
        spots = self.spots(places, above + 0.03)
        if self.flat:
            return np.ones(len(spots), dtype=bool)
        shares = np.linspace(0.05, 0.995, 120)[:, None, None]
        way = np.array(self.place) + shares * (spots - np.array(self.place))
        ground = height(self.name, way[..., 0], way[..., 1])
        ahead = self.depth(spots) > 0.2
        return np.asarray((way[..., 2] >= ground).all(axis=0) & ahead)
