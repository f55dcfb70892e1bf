"""Rotations, in a tenth of SciPy's time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["Rotation"]


class Rotation:
    """What Manim uses of SciPy's class of this name, to the last bit."""

    def __init__(self, x: float, y: float, z: float, w: float) -> None:
        self._quaternion = x, y, z, w

    @classmethod
    def from_rotvec(cls, rotvec: NDArray[np.float64]) -> Rotation:
        """Return the rotation about ``rotvec`` (3,) by its length in radians."""
        x, y, z = rotvec.tolist()
        angle = math.sqrt(x * x + y * y + z * z)
        if angle <= 1e-3:
            scale = 0.5 - angle**2 / 48 + angle**2 * angle**2 / 3840
        else:
            scale = math.sin(angle / 2) / angle
        return cls(x * scale, y * scale, z * scale, math.cos(angle / 2))

    def as_matrix(self) -> NDArray[np.float64]:
        """Return the matrix (3, 3)."""
        x, y, z, w = self._quaternion
        xx, yy, zz, ww = x * x, y * y, z * z, w * w
        xy, zw, xz, yw, yz, xw = x * y, z * w, x * z, y * w, y * z, x * w
        return np.array(
            [
                [xx - yy - zz + ww, 2 * (xy - zw), 2 * (xz + yw)],
                [2 * (xy + zw), -xx + yy - zz + ww, 2 * (yz - xw)],
                [2 * (xz - yw), 2 * (yz + xw), -xx - yy + zz + ww],
            ]
        )
