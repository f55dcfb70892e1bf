"""Pictures with soft edges that can be shifted, turned, scaled and faded like any mobject."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import Mobject
from manim.typing import Point3D, Point3DLike
from numpy.typing import NDArray

from filmrender.drawing.stamps import Blend, Matrix, Stampable
from scenes.paint import Art

__all__ = ["Sprite"]

_DIGITS = 5  # of a sprite's place in pixels: what is beyond is the noise of how it came there
_OFF = 0.0314159 * 0.1**_DIGITS  # round decimals are not half way between two places, then
_SAME_SIZE = np.eye(2)


class Sprite(Stampable):
    """A picture, its art's origin at ``at``, each of the art's units ``unit`` of the frame's.

    ``points`` are the upper left, upper right, lower left and lower right corners of the art's box:
    what is done to them is done to the picture. ``blend`` says whether it covers what is below or
    is light that adds to it; ``opacity`` is from 0 to 1; ``colour`` is what the picture's colour is
    taken for where it means something. What is ``soft`` has no edge, and stands on whole pixels:
    nobody sees it, and it is drawn several times as fast. Art is shared by copies, and painted only
    when a frame is drawn; draw it at the size at which it is shown.
    """

    def __init__(
        self,
        art: Art,
        *,
        at: Point3DLike = (0, 0, 0),
        unit: float = 1.0,
        blend: Blend = "over",
        opacity: float = 1.0,
        colour: str = "",
        name: str = "sprite",
        soft: bool = False,
    ) -> None:
        super().__init__(np.zeros((1, 1, 4), dtype=np.uint8))
        self.name = name
        self.blend = blend
        self.opacity = opacity
        self.colour = colour
        self.soft = soft
        self.art = art
        self.points = _corners(art) * unit + np.asarray(at, dtype=np.float64)

    @property
    def bitmap(self) -> Art:
        """The art, for the renderer."""
        return self.art

    @property
    def matrix(self) -> Matrix:
        """The affine map (2, 3) from the art's pixels, counted downwards, to the frame's units."""
        left, bottom, right, top = self.art.box
        upper_left, upper_right, lower_left = self.points[:3, :2]
        across = (upper_right - upper_left) / ((right - left) * self.art.scale)
        down = (lower_left - upper_left) / ((top - bottom) * self.art.scale)
        return np.column_stack((across, down, upper_left))

    @property
    def visible(self) -> float:
        """The opacity as it is drawn, which has four digits."""
        return round(self.opacity, 4)

    def matrix_on(self, scale: NDArray[np.float64], origin: NDArray[np.float64]) -> Matrix:
        """Return the map (2, 3) from the art's pixels to a frame's, (2,) to a unit from ``origin``.

        It has no rounding noise: equal pictures have equal maps, however they came there.
        """
        placed = self.matrix * scale[:, None]
        placed[:, 2] += origin
        if self.soft and np.allclose(placed[:, :2], _SAME_SIZE, rtol=0, atol=0.1**_DIGITS):
            # Without noise before it is cut: half a pixel is where many things stand.
            placed[:, 2] = np.floor(np.round(placed[:, 2] + _OFF, _DIGITS) + 0.5)
        return np.asarray(np.round(placed + _OFF, _DIGITS))

    @property
    def unit(self) -> float:
        """How many frame units one of the art's is."""
        return float(np.linalg.norm(self.place((1, 0)) - self.place((0, 0))))

    def place(self, point: tuple[float, float]) -> Point3D:
        """Return where in the frame a point of the art, in its units, lies."""
        left, bottom, right, top = self.art.box
        upper_left, upper_right, lower_left = self.points[:3]
        across = (point[0] - left) / (right - left) * (upper_right - upper_left)
        down = (top - point[1]) / (top - bottom) * (lower_left - upper_left)
        return np.asarray(upper_left + across + down)

    def swap(self, art: Art) -> Self:
        """Show other art in the same place, at the same size of a unit."""
        if art.key != self.art.key:
            corners = [self.place((x, y)) for x, y, _ in _corners(art).tolist()]
            self.art, self.points = art, np.array(corners)
        return self

    def interpolate_color(self, mobject1: Mobject, mobject2: Mobject, alpha: float) -> Self:
        """Be as opaque as so much of one and of the other."""
        first, last = (getattr(mobject, "opacity", 1.0) for mobject in (mobject1, mobject2))
        self.opacity = first + alpha * (last - first)
        return self

    def set_opacity(self, alpha: float) -> Self:
        """Set how opaque the picture is, from 0 to 1."""
        self.opacity = float(alpha)
        return self


def _corners(art: Art) -> NDArray[np.float64]:
    left, bottom, right, top = art.box
    return np.array([(left, top, 0), (right, top, 0), (left, bottom, 0), (right, bottom, 0)], float)
