"""How the hiker's landscape is seen: a perspective whose uprights stay upright."""

from __future__ import annotations

from copy import copy

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gdmath.experiments.hiker_parts import Terrain
from scenes.stage.layout import Zone

__all__ = ["Camera"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

RELIEF = 0.5  # how high one unit of altitude is drawn, in units of w and b
DISTANCE = 15.0  # from the eye to the middle of the map, along the ground
TURN = np.radians(21)  # of the map against the line of sight, so that two sides are seen
HIGHEST, LOWEST = 11.0, 9.0  # of the eye
FILLED = 0.88  # share of the zone's width that the map should fill: the eye sinks until it does
SKIRT = 0.11  # room for walls and fog below the front rim, as a share of the zone's height
MARGIN = 0.03  # room for fog at either side, as a share of the zone's width
SAMPLES = 90  # between a place and the eye, in the search for a hill before it


class Camera:
    """Looks over the map into a zone of the frame, from as high as the zone's shape allows.

    View coordinates are ``across`` (to the right), ``depth`` (away from the eye) and height, in
    units of w and b; a point at them appears at scale / depth · (across, height - eye).
    """

    def __init__(self, terrain: Terrain, zone: Zone) -> None:
        self.terrain = terrain
        self.distance = DISTANCE
        room = zone.part(MARGIN, SKIRT, 1 - MARGIN, 1)
        for self.eye in np.linspace(HIGHEST, LOWEST, 9):
            low, high = self._extent()
            width, height = high - low
            if width * room.height >= FILLED * height * room.width:
                break
        self.scale = float(min(room.width / width, room.height / height))
        self.origin = room.center[:2] - self.scale * (low + high) / 2

    def closer(self, points: Floats, zone: Zone, most: float) -> Camera:
        """Return a camera that fills a zone with these points (n, 3) of the frame.

        It enlarges so many times at the most.
        """
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        width, height = high - low
        camera = copy(self)
        times = float(min(most, zone.width / width, zone.height / height))
        camera.scale = times * self.scale
        camera.origin = zone.center[:2] - times * ((low + high) / 2 - self.origin)
        return camera

    @property
    def ground_places(self) -> Floats:
        """Places all over the map (20, 120, 2), up to its rim."""
        angles = np.linspace(0, 2 * np.pi, 120)
        ways = np.stack([np.cos(angles), np.sin(angles)], axis=-1) * self.terrain.half
        ways /= self.terrain.rim(self.terrain.centre + ways)[:, np.newaxis]
        shares = np.linspace(0.05, 1, 20)[:, np.newaxis, np.newaxis]
        return np.asarray(self.terrain.centre + shares * ways)

    def _extent(self) -> tuple[Floats, Floats]:
        places = self.ground_places
        flat = self._flat(places, self.terrain.altitude(places)).reshape(-1, 2)
        return flat.min(axis=0), flat.max(axis=0)

    # -- from the map to the frame -----------------------------------------------------------

    def turned(self, ways: ArrayLike) -> Floats:
        """Return directions (..., 2) in w and b as directions across and in depth."""
        w, b = np.moveaxis(np.asarray(ways, dtype=np.float64), -1, 0)
        cos, sin = np.cos(TURN), np.sin(TURN)
        return np.stack([cos * w - sin * b, sin * w + cos * b], axis=-1)

    def turned_back(self, ways: ArrayLike) -> Floats:
        """Return directions (..., 2) across and in depth as directions in w and b."""
        across, depth = np.moveaxis(np.asarray(ways, dtype=np.float64), -1, 0)
        cos, sin = np.cos(TURN), np.sin(TURN)
        return np.stack([cos * across + sin * depth, cos * depth - sin * across], axis=-1)

    def view(self, places: ArrayLike) -> Floats:
        """Return across and depth (..., 2) of places (..., 2)."""
        offset = np.asarray(places, dtype=np.float64) - self.terrain.centre
        return np.asarray(self.turned(offset) + np.array([0.0, DISTANCE]))

    def _flat(self, places: ArrayLike, altitudes: ArrayLike) -> Floats:
        view = self.view(places)
        rise = RELIEF * np.asarray(altitudes) - self.eye
        return np.stack([view[..., 0], rise], axis=-1) / view[..., 1:]

    def points(self, places: ArrayLike, altitudes: ArrayLike) -> Floats:
        """Return where places (..., 2) at altitudes (...) appear, (..., 3) in the frame."""
        flat = self.origin + self.scale * self._flat(places, altitudes)
        return np.concatenate([flat, np.zeros((*flat.shape[:-1], 1))], axis=-1)

    def on_ground(self, places: ArrayLike) -> Floats:
        """Return where the ground at places (..., 2) appears, (..., 3) in the frame."""
        return self.points(places, self.terrain.altitude(places))

    def size_at(self, place: ArrayLike) -> float:
        """Return how many Manim units a unit across is at a place (2,)."""
        return self.scale / float(self.view(place)[1])

    # -- what stands before what -------------------------------------------------------------

    def sees(self, places: ArrayLike, altitudes: ArrayLike) -> Flags:
        """Return whether no hill stands between the eye and places (n, 2) at altitudes (n,)."""
        spots = np.asarray(places, dtype=np.float64)[:, np.newaxis]
        heights = RELIEF * np.asarray(altitudes, dtype=np.float64)[:, np.newaxis]
        eye = self.terrain.centre + self.turned_back([0.0, -DISTANCE])
        # Dense near the place, where slopes rise at once; sparse toward the eye.
        shares = (np.linspace(0.02, 0.8, SAMPLES) ** 2)[np.newaxis, :]
        along = spots + shares[..., np.newaxis] * (eye - spots)
        sight = heights + shares * (self.eye - heights)
        hills = RELIEF * self.terrain.altitude(along)
        blocked = (hills > sight + 1e-6) & (self.terrain.rim(along) <= 1)
        return np.asarray(~blocked.any(axis=1))

    # -- from the frame to the map -----------------------------------------------------------

    def rays(self, xs: ArrayLike) -> tuple[Floats, Floats]:
        """Return the upright planes through the frame at xs (n,): place = start + depth · way.

        ``start`` (2,) is the eye's place, ``way`` (n, 2) in w and b.
        """
        slant = (np.asarray(xs, dtype=np.float64) - self.origin[0]) / self.scale
        ways = self.turned_back(np.stack([slant, np.ones_like(slant)], axis=-1))
        return self.terrain.centre + self.turned_back([0.0, -DISTANCE]), ways

    def rise(self, ys: ArrayLike) -> Floats:
        """Return the slope of the sight lines through the frame at heights ys: rise over depth."""
        return np.asarray((np.asarray(ys) - self.origin[1]) / self.scale)
