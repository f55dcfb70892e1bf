"""A camera that looks level, so that what is upright stays upright."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.paint.shapes import Point, Points, Shape, polygon

__all__ = ["Place", "View"]

Place = tuple[float, float, float]  # cm: to the right, up, away from the viewer
Floats = NDArray[np.float64]

_NEAREST = 12.0  # cm before the camera: what lies nearer is not drawn


@dataclass(frozen=True)
class View:
    """Perspective from ``place``, turned ``yaw`` degrees to the right.

    ``focal`` is the size in frame units of 1 cm at a depth of 1 cm, and ``shift`` where in the
    frame the axis of sight is: a lens that is shifted, so that nothing leans.
    """

    place: Place
    yaw: float
    focal: float
    shift: Point = (0.0, 0.0)

    def at(self, x: float, y: float, z: float = 0.0) -> Point:
        """Return where a place in the room is in the frame."""
        ((across, up),) = self.project([(x, y, z)]).tolist()
        return across, up

    def scale(self, x: float, z: float = 0.0) -> float:
        """Return the frame units of an upright centimetre at (x, z)."""
        return self.focal / self.depth(x, z)

    def depth(self, x: float, z: float = 0.0) -> float:
        """Return how far (x, z) is from the camera along its axis, in cm."""
        turn = math.radians(self.yaw)
        return (x - self.place[0]) * math.sin(turn) + (z - self.place[2]) * math.cos(turn)

    def project(self, places: Sequence[Place] | Floats) -> Points:
        """Return where places, (n, 3), are in the frame, (n, 2)."""
        across, up, depth = self._seen(places)
        return np.column_stack(
            (self.shift[0] + self.focal * across / depth, self.shift[1] + self.focal * up / depth)
        )

    def line(self, start: Place, end: Place) -> Points | None:
        """Return a straight line's ends in the frame, (2, 2), or None behind the viewer."""
        ends = np.array([start, end], dtype=np.float64)
        depths = np.array([self.depth(x, z) for x, _, z in ends.tolist()]) - _NEAREST
        if depths.max() <= 0:
            return None
        if depths.min() < 0:
            share = depths[0] / (depths[0] - depths[1])
            ends[int(depths[1] < 0)] = ends[0] + share * (ends[1] - ends[0])
        return self.project(ends)

    def face(self, corners: Sequence[Place]) -> Shape:
        """Return a flat area in the frame, cut off where it would be behind the viewer."""
        kept: list[Place] = []
        for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
            near, far = (self.depth(x, z) - _NEAREST for x, _, z in (start, end))
            if near >= 0:
                kept.append(start)
            if near * far < 0:
                share = near / (near - far)
                x, y, z = (a + share * (b - a) for a, b in zip(start, end, strict=True))
                kept.append((x, y, z))
        return polygon(self.project(kept)) if len(kept) > 2 else ()

    def on_plane(self, x: float, across: Floats) -> tuple[Floats, Floats]:
        """Return z and the depth, in cm, where columns of the frame meet the plane at ``x``."""
        turn, ratio = math.radians(self.yaw), (across - self.shift[0]) / self.focal
        depth = (x - self.place[0]) / (math.sin(turn) + ratio * math.cos(turn))
        return self.place[2] + depth * (math.cos(turn) - ratio * math.sin(turn)), depth

    def on_wall(self, z: float, across: float) -> float:
        """Return x, in cm, where a column of the frame meets the plane at ``z``."""
        turn, ratio = math.radians(self.yaw), (across - self.shift[0]) / self.focal
        depth = (z - self.place[2]) / (math.cos(turn) - ratio * math.sin(turn))
        return self.place[0] + depth * (math.sin(turn) + ratio * math.cos(turn))

    def _seen(self, places: Sequence[Place] | Floats) -> tuple[Floats, Floats, Floats]:
        x, y, z = (np.asarray(places, dtype=np.float64) - self.place).T
        turn = math.radians(self.yaw)
        across = x * math.cos(turn) - z * math.sin(turn)
        return across, y, np.maximum(x * math.sin(turn) + z * math.cos(turn), 1e-3)
