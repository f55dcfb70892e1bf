"""The contour map: what the hiker has seen of the land, from above, and the paths on it."""

from __future__ import annotations

import numpy as np
from manim import ValueTracker, VGroup
from manim.typing import Point3D
from numpy.typing import NDArray

from gdmath.experiments.hiker import Hike
from scenes.props.hiker_camera import RELIEF, Floats
from scenes.props.hiker_fog import smooth_step, to_pixels
from scenes.props.hiker_land import SIGHT, Land
from scenes.props.hiker_marks import Line, Trail, cased, looked_at
from scenes.props.hiker_tint import Tint, draw_lines, lambert, rgb
from scenes.stage.layout import Zone
from scenes.stage.marks import Path, bullseye, dot, follow
from scenes.stage.plot import Axis, Plot, nice_ticks
from scenes.stage.raster import Raster, Window
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["MapView"]

Field = NDArray[np.float32]


class MapView:
    """The map in a zone, w to the right and b upwards, with one scale for both.

    Attributes
    ----------
        picture: the land as pixels, blank where the hiker has not been.
        shown: 0 for nothing, 1 for the map: it fades in and out with this.
        lifted: 1 when the fog is gone and all of the map is known.
        still: axes and outline.
        moving: the hiker's path and the dot at its end.
    """

    def __init__(self, land: Land, zone: Zone, em: float) -> None:
        self.land, self.story, self.theme, self.em = land, land.story, land.theme, em
        self.shown, self.lifted = ValueTracker(0.0), ValueTracker(0.0)
        self.plot = self._plot(zone)
        self.window = Window.over(self.plot.inner)
        self.places = self._places()
        self._draw_ground()
        self._known: tuple[int, Field] = (0, self._away_from(self.story.hike.places[:1]))
        self.picture = Raster(self.window, self._pixels(), name="contour map")
        self.still = VGroup(self.plot, self._outline(), self._names())
        path = self.path(self.story.hike, Line(self.theme, "here", 0.035, "path on the map"))
        follow(path, lambda mark: mark.until(land.moment.get_value()))
        here = dot(self.theme, "here", 0.24 * em, name="dot on the map")
        follow(here, lambda mark: mark.move_to(self.at(land.place)))
        self.moving = VGroup(path, here)

    def _plot(self, zone: Zone) -> Plot:
        low, high = self.story.centre - self.story.half, self.story.centre + self.story.half
        axes = [
            Axis(float(a), float(b), nice_ticks(float(a), float(b), 5), self.story.coordinate)
            for a, b in zip(low, high, strict=True)
        ]
        trial = Plot(zone, *axes, theme=self.theme, size=self.em)
        across, up = high - low
        inner = trial.inner
        scale = min(inner.width / across, inner.height / up)
        spare = inner.width - scale * across, inner.height - scale * up
        fit = Zone(zone.left, zone.bottom + spare[1], zone.right - spare[0], zone.top)
        return Plot(fit, *axes, theme=self.theme, size=self.em, name="contour map axes")

    def at(self, place: Floats) -> Point3D:
        """Return where a place (2,) is on the map."""
        return self.plot.at(float(place[0]), float(place[1]))

    # -- the picture ---------------------------------------------------------------------------

    def _places(self) -> Floats:
        inner, low = self.plot.inner, self.story.centre - self.story.half
        w = low[0] + (self.window.xs - inner.left) / inner.width * 2 * self.story.half[0]
        b = low[1] + (self.window.ys() - inner.bottom) / inner.height * 2 * self.story.half[1]
        return np.stack(np.meshgrid(w, b), axis=-1)

    def _draw_ground(self) -> None:
        tint, flat = Tint.of(self.theme), self.places.reshape(-1, 2)
        altitudes, slopes = self.story.altitude(flat), self.story.slope(flat)
        turned = self.land.camera.turned(slopes).astype(np.float32) * np.float32(RELIEF)
        bright = lambert(turned[:, 0], turned[:, 1])
        colours = tint.lit(altitudes - self.story.objective.minimum, bright)
        per_unit = self.plot.inner.width / (2 * self.story.half[0])
        growth = (np.sqrt((slopes * slopes).sum(axis=-1)) / per_unit).astype(np.float32)
        draw_lines(colours, tint, altitudes, growth, self.window.pixel)
        self._ground = colours.reshape(*self.places.shape[:2], 3)
        edge = self.window.pixel / per_unit
        self._off = smooth_step(1 - edge / 4, 1 + edge / 4, self.story.rim(self.places).astype(np.float32))

    def _pixels(self) -> NDArray[np.uint8]:
        blank, ground = rgb(self.theme.paint("panel")), rgb(self.theme.mark("ground"))
        lifted = np.float32(self.lifted.get_value())
        clear = 1 - smooth_step(0.75 * SIGHT, SIGHT, self._away())
        known = (clear + lifted * (1 - clear))[..., np.newaxis]
        colours = blank + known * (self._ground - blank)
        hidden = 1 - np.float32(self.shown.get_value()) * (1 - self._off)
        return to_pixels(colours + hidden[..., np.newaxis] * (ground - colours))

    def look(self) -> None:
        """Draw the map as far as it is known."""
        self.picture.show(self.window, self._pixels())

    def follow(self, *, awake: bool = True) -> None:
        """Let the map follow the hiker, or let it stand: what stands need not be drawn again."""
        self.picture.clear_updaters()
        if awake:
            self.picture.add_updater(lambda _: self.look(), call_updater=False)
        self.look()

    def _away(self) -> Field:
        """Return how far each pixel's place is from the path so far (h, w)."""
        moment = float(self.land.moment.get_value())
        last, away = self._known
        steps = int(moment)
        if steps < last:
            last, away = 0, self._away_from(self.story.hike.places[:1])
        for step in range(last, steps):
            away = np.minimum(away, self._away_from(self.story.hike.places[step : step + 2]))
        self._known = (steps, away)
        ends = np.stack([self.story.hike.places[steps], self.land.place])
        return np.minimum(away, self._away_from(ends))

    def _away_from(self, ends: Floats) -> Field:
        """Return how far each pixel's place is from a piece of path between two ends (h, w)."""
        start, way = ends[0], ends[-1] - ends[0]
        offset = (self.places - start).astype(np.float32)
        length = np.float32(max(float((way * way).sum()), 1e-12))
        share = np.clip((offset * way.astype(np.float32)).sum(axis=-1) / length, 0, 1)
        rest = offset - share[..., np.newaxis] * way.astype(np.float32)
        return np.asarray(np.sqrt((rest * rest).sum(axis=-1)))

    # -- lines ---------------------------------------------------------------------------------

    def _outline(self) -> Path:
        angles = np.linspace(0, 2 * np.pi, 121)
        ways = np.stack([np.cos(angles), np.sin(angles)], axis=-1) * self.story.half
        rim = self.story.centre + ways / self.story.rim(self.story.centre + ways)[:, np.newaxis]
        points = self.plot.places(rim[:, 0], rim[:, 1])
        return Path(self.theme, "quiet", 0.02, paint="rim", name="rim").through(*points)

    def _names(self) -> VGroup:
        """Return the axes' names, each in the corner at its axis' end."""
        w = Words("w", theme=self.theme, size=self.em, role="here", italic=True, name="axis name")
        b = Words("b", theme=self.theme, size=self.em, role="here", italic=True, name="axis name")
        inner = self.plot.inner
        w.stand_at(inner.right - 0.55 * self.em, inner.bottom + 0.3 * self.em)
        b.stand_at(inner.left + 0.3 * self.em, inner.top - 0.6 * self.em)
        return VGroup(w, b)

    def floor(self, place: Floats) -> VGroup:
        """Return the mark of a valley floor."""
        mark = bullseye(self.theme, 0.3 * self.em).move_to(self.at(place))
        for part in mark:
            cased(part, self.theme)
        return mark

    def other_path(self, hike: Hike) -> Trail:
        """Return another hike's path."""
        return self.path(hike, Line(self.theme, "text", 0.026, "another path on the map"))

    def path(self, hike: Hike, line: Line) -> Trail:
        """Return a hike's path on the map."""
        moments = looked_at(hike)
        places = hike.place_at(moments)
        points = self.plot.places(places[:, 0], places[:, 1])
        clear = np.ones(len(moments), dtype=np.bool_)
        return Trail(moments, points, clear, hike.walked_at(moments), line)
