"""The contour map: what the hiker has seen of the land, from above, and the paths on it."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, UP, ValueTracker, VGroup
from manim.typing import Point3D
from numpy.typing import NDArray

from gdmath.experiments.hiker_parts import Hike
from scenes.props.hiker_camera import RELIEF, Floats
from scenes.props.hiker_fog import smooth_step, to_pixels
from scenes.props.hiker_land import SIGHT, Land
from scenes.props.hiker_marks import Line, Trail, looked_at
from scenes.props.hiker_tint import Tint, draw_lines, lambert, rgb
from scenes.stage.claims import claim, stay_in
from scenes.stage.layout import Zone
from scenes.stage.marks import Path, bullseye, dot, follow
from scenes.stage.plot import Axis, Plot, nice_ticks
from scenes.stage.raster import Pixels, Raster, Window
from scenes.stage.words import Words

__all__ = ["MapView"]

Field = NDArray[np.float32]


class MapView:
    """The map in a zone, w to the right and b upwards, with one scale for both.

    Attributes:
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
        self._known: tuple[int, Field] = (0, self._nothing())
        self.picture = Raster(self.window, self._pixels(), name="contour map")
        self.still = VGroup(self.plot, self._outline(), self._names())
        path = self.path(self.story.hike, Line(self.theme, "here", 0.035, "path on the map"))
        follow(path, lambda mark: mark.until(land.moment()))
        here = dot(self.theme, "here", 0.24 * em, name="dot on the map")
        follow(here, lambda mark: mark.move_to(self.at(land.place)))
        claim(here, self.plot, of="position", x=lambda: land.place[0], y=lambda: land.place[1])
        self.moving = VGroup(path, here)

    def _plot(self, zone: Zone) -> Plot:
        low, high = (
            self.story.terrain.centre - self.story.terrain.half,
            self.story.terrain.centre + self.story.terrain.half,
        )
        axes = [
            Axis(float(a), float(b), nice_ticks(float(a), float(b), 5), self.story.coordinate)
            for a, b in zip(low, high, strict=True)
        ]
        # Room for the names of the axes, beyond their ends.
        room = Zone(zone.left, zone.bottom, zone.right - 0.9 * self.em, zone.top - 0.95 * self.em)
        inner = Plot(room, *axes, theme=self.theme, size=self.em).inner
        across, up = high - low
        scale = min(inner.width / across, inner.height / up)
        spare = inner.width - scale * across, inner.height - scale * up
        fit = Zone(room.left, room.bottom + spare[1], room.right - spare[0], room.top)
        return stay_in(Plot(fit, *axes, theme=self.theme, size=self.em, name="contour map"), zone)

    def at(self, place: Floats) -> Point3D:
        """Return where a place (2,) is on the map."""
        return self.plot.at(float(place[0]), float(place[1]))

    # -- the picture ---------------------------------------------------------------------------

    def _places(self) -> Floats:
        inner, low = self.plot.inner, self.story.terrain.centre - self.story.terrain.half
        w = low[0] + (self.window.xs - inner.left) / inner.width * 2 * self.story.terrain.half[0]
        b = (
            low[1]
            + (self.window.ys() - inner.bottom) / inner.height * 2 * self.story.terrain.half[1]
        )
        return np.stack(np.meshgrid(w, b), axis=-1)

    def _draw_ground(self) -> None:
        tint, flat = Tint.of(self.theme), self.places.reshape(-1, 2)
        altitudes, slopes = self.story.terrain.altitude(flat), self.story.terrain.slope(flat)
        turned = self.land.camera.turned(slopes).astype(np.float32) * np.float32(RELIEF)
        bright = lambert(turned[:, 0], turned[:, 1])
        colours = tint.lit(altitudes - self.story.terrain.objective.minimum, bright)
        per_unit = self.plot.inner.width / (2 * self.story.terrain.half[0])
        growth = (np.sqrt((slopes * slopes).sum(axis=-1)) / per_unit).astype(np.float32)
        draw_lines(colours, tint, altitudes, growth, self.window.pixel)
        edge = self.window.pixel / per_unit / 4
        rim = self.story.terrain.rim(self.places).astype(np.float32)
        on_map = 1 - smooth_step(1 - edge, 1 + edge, rim)[..., np.newaxis]
        off, blank = tint.ground, rgb(self.theme.paint("panel"))
        self._blank = np.asarray(off + on_map * (blank - off))
        self._seen = off + on_map * (colours.reshape(*self.places.shape[:2], 3) - off)
        self._off = off

    def _pixels(self) -> Pixels:
        shown, lifted = (np.float32(t.get_value()) for t in (self.shown, self.lifted))
        clear = 1 - smooth_step(0.75 * SIGHT, SIGHT, self._away())
        known = (clear + lifted * (1 - clear))[..., np.newaxis]
        colours = self._blank + known * (self._seen - self._blank)
        return to_pixels(colours if shown == 1 else self._off + shown * (colours - self._off))

    def look(self) -> None:
        """Draw the map as far as it is known."""
        self.picture.lay(self.window, self._pixels())

    def follow(self, *, awake: bool = True) -> None:
        """Let the map follow the hiker, or let it stand: what stands need not be drawn again."""
        self.picture.clear_updaters()
        if awake:
            self.picture.add_updater(lambda _: self.look(), call_updater=False)
        self.look()

    def _away(self) -> Field:
        """Return how far each pixel's place is from the path so far (h, w), up to the sight."""
        moment, hike = self.land.moment(), self.story.hike
        steps, away = self._known
        if int(moment) < steps:
            steps, away = 0, self._nothing()
        for step in range(steps, int(moment)):
            self._come_near(away, hike.places[step : step + 2])
        self._known = (int(moment), away)
        now = away.copy()
        self._come_near(now, np.stack([hike.places[int(moment)], self.land.place]))
        return now

    def _nothing(self) -> Field:
        return np.full(self.places.shape[:2], SIGHT, dtype=np.float32)

    def _come_near(self, away: Field, ends: Floats) -> None:
        """Note in ``away`` (h, w) how near a piece of path between two ends comes to each pixel."""
        corners = np.array([ends.min(axis=0) - SIGHT, ends.max(axis=0) + SIGHT])
        part = self.window.around(self.plot.places(corners[:, 0], corners[:, 1]), margin=1)
        rows, columns = self.window.cut(part)
        start, way = ends[0], (ends[1] - ends[0]).astype(np.float32)
        offset = (self.places[rows, columns] - start).astype(np.float32)
        length = np.maximum((way * way).sum(), np.float32(1e-12))
        share = np.clip((offset * way).sum(axis=-1) / length, 0, 1)
        rest = offset - share[..., np.newaxis] * way
        near = np.sqrt((rest * rest).sum(axis=-1))
        away[rows, columns] = np.minimum(away[rows, columns], near)

    # -- lines ---------------------------------------------------------------------------------

    def _outline(self) -> Path:
        angles = np.linspace(0, 2 * np.pi, 121)
        ways = np.stack([np.cos(angles), np.sin(angles)], axis=-1) * self.story.terrain.half
        rim = (
            self.story.terrain.centre
            + ways / self.story.terrain.rim(self.story.terrain.centre + ways)[:, np.newaxis]
        )
        points = self.plot.places(rim[:, 0], rim[:, 1])
        return Path(self.theme, "quiet", 0.02, paint="rim", name="rim").through(*points)

    def _names(self) -> VGroup:
        """Return the axes' names, beyond their ends."""
        inner = self.plot.inner
        names = VGroup(name="axis names")
        for name, end, way in (("w", inner.at(1, 0), RIGHT), ("b", inner.at(0, 1), UP)):
            letter = Words(name, theme=self.theme, size=self.em, role="here", italic=True)
            names.add(letter.move_to(end + 0.5 * self.em * way))
        return names

    def floor(self, place: Floats) -> VGroup:
        """Return the mark of a valley floor."""
        mark = bullseye(self.theme, 0.3 * self.em).move_to(self.at(place))
        return claim(mark, self.plot, of="valley", x=place[0], y=place[1])

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
