"""The half-pipe, seen along its length: the front edge of its snow is a parabola."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Box
from scenes.paint.paints import rgb
from scenes.paint.shapes import Point, Points
from scenes.worlds.ramps import Floats, smoothstep
from scenes.worlds.snow.noise import clouds, coloured
from scenes.worlds.snow.palette import HOURS, Hour, Palette

__all__ = ["Pipe"]

_COARSE = 2  # pixels of the frame a pixel of snow: it is soft


@dataclass(frozen=True)
class Pipe:
    """A view into the half-pipe, in frame units about the frame's middle.

    The edge is ``bottom + rise · u²`` high at ``middle + reach · u``, for u from -1 to 1; beyond
    lies level ground. What is ``deep`` times as far away is so many times as near to the point
    ``away`` where the walls meet. ``soft`` is how far out of focus the background is, and ``orb``
    where in the frame the moon or the sun stands, in shares of it.
    """

    width: float
    height: float
    hour: Hour
    middle: float
    bottom: float
    reach: float
    rise: float
    away: Point
    deep: float = 3.2
    soft: float = 0.0
    orb: Point | None = (0.727, 0.89)

    @property
    def frame(self) -> Box:
        """The whole frame."""
        return -self.width / 2, -self.height / 2, self.width / 2, self.height / 2

    @property
    def colours(self) -> Palette:
        """The colours of the hour."""
        return HOURS[self.hour]

    @property
    def unit(self) -> float:
        """An eightieth of the frame's shorter side."""
        return min(self.width, self.height) / 80

    def edge(self, x: Floats) -> Floats:
        """Return how high the snow's front edge is."""
        return self.bottom + self.rise * np.minimum(np.abs(x - self.middle) / self.reach, 1.0) ** 2

    def behind(self, point: Point, deep: float) -> Point:
        """Return where something is seen that stands behind a point of the front."""
        (x, y), (u, v) = point, self.away
        return u + (x - u) / deep, v + (y - v) / deep

    @cached_property
    def outline(self) -> Points:
        """The front edge from one side of the frame to the other, (n, 2)."""
        x = np.linspace(-self.width / 2 - 0.2, self.width / 2 + 0.2, 400)
        x = np.sort(np.append(x, [self.middle - self.reach, self.middle + self.reach]))
        return np.column_stack((x, self.edge(x)))

    # -- as pixels ---------------------------------------------------------------------------

    def snow(self, scale: float) -> NDArray[np.uint8]:
        """Return the snow behind the front edge over the whole frame, (h, w, 4)."""
        x, y = self._grid(scale)
        deep, u, on_wall, on_ground = self._surface(x, y)
        bright = self._lit(deep, u, on_wall, x.shape)
        colour = coloured(np.clip(bright, 0, 1), self.colours.snow)
        haze = (1 - np.exp(-(deep - 1) * (0.55 if self.colours.star else 0.28)))[..., None]
        colour = colour * (1 - haze) + np.array(rgb(self.colours.air)) * haze
        seen = np.maximum(on_wall, on_ground) * (
            1 - smoothstep(deep, 0.62 * self.deep, self.deep) * on_wall
        )
        seen = seen * (1 - smoothstep(deep, 0.9 * self.deep, 1.6 * self.deep) * on_ground)
        return _pixels(colour, seen)

    def cut(self, scale: float) -> NDArray[np.uint8]:
        """Return the cut face of the snow over the whole frame, in layers, (h, w, 4)."""
        x, y = self._grid(scale)
        u = np.abs(x - self.middle) / self.reach
        steep = 2 * self.rise / self.reach * np.minimum(u, 1)
        under = np.maximum(self.edge(x) - y, 0)
        # Beyond a rim either the level ground is nearer or the wall is.
        below = (under + steep * np.maximum(u - 1, 0) * self.reach) / np.sqrt(1 + steep**2)
        below = np.where(u > 1, np.minimum(below, under), below) / self.unit
        rough = clouds(x.shape, x.shape[0] / 12, 9, 5, stretch=4)
        colour = coloured(
            np.clip(below / 17 + (rough - 0.5) * 0.1 * smoothstep(below, 0.5, 7), 0, 1),
            self.colours.cut,
        )
        layers = -y / self.unit * 0.27 + clouds(x.shape, x.shape[0] / 3, 19, 4, stretch=5) * 4.2
        whole = np.floor(layers)
        tones = np.random.default_rng(3).random(400)[whole.astype(int) % 400]
        seam = np.exp(-(((layers - whole) / 0.07) ** 2))
        deep = smoothstep(below, 1.5, 8) * np.clip(1.15 - below / 47, 0.25, 1)
        colour = (
            colour
            * (1 + self.colours.strata * ((tones - 0.5) * 0.5 + seam * 0.32) * deep)[..., None]
        )
        return _pixels(colour, np.ones(x.shape))

    def _grid(self, scale: float) -> tuple[Floats, Floats]:
        across = max(2, round(self.width * scale / _COARSE))
        down = max(2, round(self.height * scale / _COARSE))
        x = ((np.arange(across) + 0.5) / across - 0.5) * self.width
        y = (0.5 - (np.arange(down) + 0.5) / down) * self.height
        grid_x, grid_y = np.meshgrid(x, y)
        return grid_x, grid_y

    def _surface(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Return how deep what is seen lies, its u, and whether it is wall or level ground."""
        dx, dy = x - self.away[0], y - self.away[1]
        bend, aside = self.rise / self.reach**2, self.away[0] - self.middle
        a, b = bend * dx**2, 2 * bend * aside * dx - dy
        c = bend * aside**2 + self.bottom - self.away[1]
        root = np.sqrt(np.maximum(b**2 - 4 * a * c, 0))
        with np.errstate(divide="ignore", invalid="ignore"):
            deep = np.where(
                a < 1e-9, -c / np.where(b, b, 1e-9), (root - b) / (2 * np.maximum(a, 1e-12))
            )
            level = (self.bottom + self.rise - self.away[1]) / dy
        u = (self.away[0] + deep * dx - self.middle) / self.reach
        beyond = (self.away[0] + level * dx - self.middle) / self.reach
        wall = (deep >= 1) & (deep <= self.deep) & (np.abs(u) <= 1)
        ground = (level >= 1) & (level <= 1.6 * self.deep) & (np.abs(beyond) > 1) & ~wall
        found = np.where(wall, deep, np.where(ground, level, 1.0))
        u = np.where(wall, u, np.where(ground, beyond, 0.0))
        return found, u, wall.astype(float), ground.astype(float)

    def _lit(self, deep: Floats, u: Floats, wall: Floats, shape: tuple[int, int]) -> Floats:
        steep = np.where(wall > 0, 2 * self.rise / self.reach * u, 0.0)
        size = np.sqrt(1 + steep**2)
        light = np.array([*self.colours.light, 0.35])
        light /= np.linalg.norm(light)
        facing = np.maximum((-steep * light[0] + light[1]) / size, 0)
        bright = 0.16 * (0.55 + 0.45 / size) + 0.9 * facing
        bright *= 0.93 + 0.19 * (clouds(shape, shape[0] / 10, 3, 5) - 0.5)
        grooves = np.abs((30 * u * 0.8 + 0.15 * np.sin(2.8 * deep)) % 1 - 0.5) * 4 - 1
        fading = np.exp(-1.1 * (deep - 1)) * (0.4 + 1.2 * clouds(shape, shape[0] / 5, 43, 3))
        bright *= 1 + 0.05 * grooves * fading
        draw = np.random.default_rng(8)
        spark = (draw.random(shape) > 0.9988) & (deep < 1.9) & (deep > 1)
        return np.asarray(bright + spark * draw.random(shape) * np.clip(1.3 * bright, 0.1, 0.8))


def _pixels(colour: Floats, seen: Floats) -> NDArray[np.uint8]:
    parts = np.dstack((np.clip(colour, 0, 1) * seen[..., None], seen))
    return np.rint(255 * parts).astype(np.uint8)
