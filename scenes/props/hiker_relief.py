"""Draws the hiker's landscape: shaded relief, contour lines, haze, walls below the rim.

Each column of pixels is one upright plane through the eye, so the nearest ground that a pixel sees
follows from a running maximum along it. All that is drawn then comes from the true altitude and
slope at that place. Trigonometry is in float64 and the rest plain arithmetic, without any library
whose order of summation hangs on the machine: the same picture everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.props.hiker_camera import RELIEF, Camera, Flags, Floats
from scenes.props.hiker_tint import Colours, Tint, draw_lines, lambert
from scenes.stage.raster import Window

__all__ = ["Relief", "draw_relief"]

Indices = NDArray[np.intp]

SUB = 3  # rows that are looked at within each row of pixels, the middle one and its neighbours
SAMPLES = 420  # along each column's line of sight
RIDGE = 0.5  # two depths in one pixel that differ by more are near and far, not one slope
WALL = 0.09  # how far the walls reach below the rim, as a share of the picture's height
HAZE = 0.55  # share of haze over the farthest ground


@dataclass(frozen=True)
class Relief:
    """A drawn landscape.

    ``colours`` (h, w, 3) in 0 to 1; ``places`` (h, w, 2), the w and b that a pixel sees, nan where
    it sees neither land nor wall.
    """

    colours: Colours
    places: NDArray[np.float32]


def draw_relief(camera: Camera, window: Window, tint: Tint) -> Relief:
    """Draw what the camera sees through a window of pixels."""
    return _Draughtsman(camera, window, tint).draw()


class _Draughtsman:
    """Knows where each column's upright plane enters and leaves the map."""

    def __init__(self, camera: Camera, window: Window, tint: Tint) -> None:
        self.camera, self.window, self.tint = camera, window, tint
        self.start, self.ways = camera.rays(window.xs)
        self.slants = camera.turned(self.ways)[:, 0].astype(np.float32)
        self._find_edges()

    def _find_edges(self) -> None:
        flat = np.linspace(0.4, 1.6, 240) * self.camera.distance
        inside = self._on_map(flat[:, np.newaxis])
        self.meets: Flags = np.asarray(inside.any(axis=0))
        first, last = inside.argmax(axis=0), len(flat) - 1 - inside[::-1].argmax(axis=0)
        self.near = self._edge(flat[first], flat[np.maximum(first - 1, 0)])
        self.far = self._edge(flat[last], flat[np.minimum(last + 1, len(flat) - 1)])
        self.nearest = float(self.near[self.meets].min())
        self.farthest = float(self.far[self.meets].max())

    def _on_map(self, depths: Floats) -> Flags:
        places = self.start + depths[..., np.newaxis] * self.ways
        return np.asarray(self.camera.terrain.rim(places) <= 1)

    def _edge(self, within: Floats, beyond: Floats) -> Floats:
        for _ in range(30):
            middle = (within + beyond) / 2
            here = self._on_map(middle)
            within, beyond = np.where(here, middle, within), np.where(here, beyond, middle)
        return within

    def draw(self) -> Relief:
        slopes = self.camera.rise(self.window.ys(SUB))
        depths = self._cast(slopes).reshape(self.window.height, SUB, self.window.width)
        middle, heights = depths[:, SUB // 2], slopes[SUB // 2 :: SUB]
        rows, columns = np.nonzero(np.isfinite(middle))
        colours = np.empty((*middle.shape, 3), dtype=np.float32)
        colours[:] = self.tint.ground
        colours[rows, columns] = self._look(columns, middle[rows, columns], heights[rows])
        self._smooth_ridges(depths, slopes, colours)
        places = np.full((*middle.shape, 2), np.nan, dtype=np.float32)
        places[rows, columns] = self._places(columns, np.abs(middle[rows, columns]))
        return Relief(colours, places)

    def _cast(self, slopes: Floats) -> Floats:
        """Return the depth (n, w) that each sight line meets: negative on a wall, nan for none."""
        shares = np.linspace(0, 1, SAMPLES)[:, np.newaxis]
        depth = self.near + shares * (self.far - self.near)
        places = self.start + depth[..., np.newaxis] * self.ways
        rise = (RELIEF * self.camera.terrain.altitude(places) - self.camera.eye) / depth
        ridge = np.maximum.accumulate(rise, axis=0)
        met = np.full((len(slopes), len(depth[0])), np.nan)
        upwards = slopes[::-1]
        for column in np.flatnonzero(self.meets):
            line = np.interp(
                upwards, ridge[:, column], depth[:, column], left=-self.near[column], right=np.nan
            )
            met[::-1, column] = line
        self.rim_rise = ridge[0]
        self.foot = ridge[0] - WALL * (slopes[0] - slopes[-1])
        met[(met < 0) & (slopes[:, np.newaxis] < self.foot)] = np.nan
        return met

    def _smooth_ridges(self, depths: Floats, slopes: Floats, colours: Colours) -> None:
        """Where one row of pixels holds near and far, take the mean of what its parts see."""
        known = np.nan_to_num(depths, nan=1e3)
        rows, columns = np.nonzero(known.max(axis=1) - known.min(axis=1) > RIDGE)
        total = np.zeros((len(rows), 3), dtype=np.float32)
        for part in range(SUB):
            seen = depths[rows, part, columns]
            total += self._look(columns, seen, slopes[rows * SUB + part])
        colours[rows, columns] = total / SUB

    # -- the colour of a line of sight -------------------------------------------------------

    def _look(self, columns: Indices, depths: Floats, slopes: Floats) -> Colours:
        """Return the colours (n, 3) of what these lines of sight meet."""
        colours = np.empty((len(depths), 3), dtype=np.float32)
        colours[:] = self.tint.ground
        for meets, look in ((depths > 0, self._land), (depths < 0, self._wall)):
            colours[meets] = look(columns[meets], np.abs(depths[meets]), slopes[meets])
        return colours

    def _places(self, columns: Indices, depths: Floats) -> Floats:
        return np.asarray(self.start + depths[:, np.newaxis] * self.ways[columns])

    def _land(self, columns: Indices, depths: Floats, slopes: Floats) -> Colours:
        terrain, places = self.camera.terrain, self._places(columns, depths)
        altitudes = terrain.altitude(places)
        steep = self.camera.turned(terrain.slope(places)).astype(np.float32)
        bright = lambert(RELIEF * steep[:, 0], RELIEF * steep[:, 1])
        colours = self.tint.lit(altitudes - terrain.objective.minimum, bright)
        growth = self._growth(steep, columns, depths, slopes)
        draw_lines(colours, self.tint, altitudes, growth, self.window.pixel)
        far = ((depths - self.nearest) / (self.farthest - self.nearest)).astype(np.float32)
        haze = (HAZE * far * np.sqrt(far))[:, np.newaxis]
        return np.asarray(colours + haze * (self.tint.haze - colours))

    def _growth(self, steep: Colours, columns: Indices, depths: Floats, slopes: Floats) -> Colours:
        """Return by how much the altitude that is seen changes over the frame, per Manim unit.

        From RELIEF · altitude - eye = slope · depth along a line of sight, differentiated by the
        frame's two directions.
        """
        across, away = steep.T
        depth = depths.astype(np.float32)
        along = across * self.slants[columns] + away
        turning = RELIEF * along - slopes.astype(np.float32)
        turning = np.where(np.abs(turning) < 1e-3, np.float32(1e-3), turning)
        up = along * depth / turning
        right = across * depth * (1 - RELIEF * along / turning)
        return np.asarray(np.sqrt(up * up + right * right) / np.float32(self.camera.scale))

    def _wall(self, columns: Indices, depths: Floats, slopes: Floats) -> Colours:
        """Return the wall's colours: lit by its side, fading into the ground below."""
        outward = self.camera.turned(self._places(columns, depths) - self.camera.terrain.centre)
        side = np.clip(0.95 - 0.06 * outward[:, 0], 0.7, 1.2).astype(np.float32)
        deep = (self.rim_rise[columns] - slopes) / (self.rim_rise - self.foot)[columns]
        deep = np.clip(deep, 0, 1).astype(np.float32)
        share = (1 - deep * deep * (3 - 2 * deep))[:, np.newaxis]
        colour = self.tint.wall * side[:, np.newaxis]
        return np.asarray(self.tint.ground + share * (colour - self.tint.ground))
