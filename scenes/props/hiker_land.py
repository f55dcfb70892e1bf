"""The foggy land with its disc of sight, and where on it the hiker stands."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import ValueTracker
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.experiments.hiker import REACH, Hiker
from gdmath.experiments.hiker_parts import Terrain
from scenes.props.hiker_camera import RELIEF, Camera, Floats
from scenes.props.hiker_figure import Standing
from scenes.props.hiker_fog import Fog, smooth_step, to_pixels
from scenes.props.hiker_relief import draw_relief
from scenes.props.hiker_tint import Tint, rgb
from scenes.stage.claims import Quantity, Space
from scenes.stage.layout import Layout, Zone
from scenes.stage.raster import Raster, Window
from scenes.stage.theme import Theme

__all__ = ["CLEAR", "SIGHT", "Land", "close_by"]

SIGHT = 1.45  # how far around the feet the ground is seen, in units of w and b
CLEAR = 18.0  # a sight that reaches all of the map, and all of the fog beyond it
SOFT = 0.4  # of the disc's radius is a soft edge
RAGGED = 0.35  # how far wisps of fog reach into the disc or leave it, in units of w and b
BEYOND = 7.0  # as how far away fog counts that has no ground behind it
HEADROOM = np.arange(0.02, 0.4, 0.02)  # shares of the zone that may be kept free for the hiker
TALL = 2.4  # the hiker's height in units of w and b
STANCE = 0.2  # from one foot to the body's middle
STRIDE = 0.36  # how far one foot goes ahead of the other, at the most
LIFT = 0.25  # how high the leading foot is lifted, in units of altitude
STICK = 0.62  # how far ahead the stick is set
ASIDE = [-0.8, -0.2], [0.8, -0.2]  # where stick and pack end, across and in depth
TURNING = 0.3  # share of a step in which the body turns
FLYING = 0.5  # units of altitude above the ground at which all of the body flies
NEAR = 0.1  # how near a pixel's place must be to stand for another
FARTHEST = 3.0  # pixels over which places may be told by the differences between neighbours
SMOOTH = 0.2  # by how much the steps to both sides of a pixel may differ
ON_LAND = 0.99  # of the way to the rim
DIM = 0.3  # how much is left to see of a hiker behind a hill
CLOSEST, CLOSER = 2.4, 1.4  # how many times larger a near view is, at the most and at the least


class Land(Space):
    """The land as pixels, and what moves on it.

    Attributes:
        moment: how many steps have been made; all that moves follows it.
        sight: how far the ground is seen around the feet.
        shown: 1 for this view, 0 for the one that it dissolves from.
        zone, air: where the land is, and where a head may reach.
        feeler: which way a foot is reaching: 2.5 is the middle of the third of the eight.
        fog: the land in fog; it never changes.
        disc: the clear part of it, as large as the sight.
    """

    def __init__(
        self, story: Hiker, layout: Layout, theme: Theme, camera: Camera | None = None
    ) -> None:
        self.story, self.layout, self.theme = story, layout, theme
        self.zone = zone = layout.stage
        self.air = Zone(zone.left, zone.bottom, zone.right, layout.title.top)
        self.camera = camera or _camera(story.terrain, layout)
        self.window = Window.over(zone)
        self.moment = Quantity("moment", 0.0)
        self.sight, self.feeler, self.shown = (ValueTracker(x) for x in (0.0, 0.0, 1.0))
        self._before = rgb(theme.mark("ground"))
        self._relief = draw_relief(self.camera, self.window, Tint.of(theme))
        self._mist = Fog.over(self._relief, theme)
        rim = story.terrain.rim(np.nan_to_num(self._relief.places, nan=np.inf))
        self._ground = np.nonzero(rim < ON_LAND)  # the walls show the rim
        self._ground_places = self._relief.places[self._ground]
        self._facings = self._find_facings()
        pixels = to_pixels(self._mist.colours)
        self.fog = Raster(self.window, pixels, name="land in fog")
        self.disc = Raster(self.window, pixels, name="disc of sight")
        self.look()

    # -- the disc of sight -------------------------------------------------------------------

    def look(self) -> None:
        """Draw the disc of sight where the hiker is."""
        shown = np.float32(self.shown.get_value())
        part = self.window if shown < 1 else self._around(self.place)
        rows, columns = self.window.cut(part)
        places, here = self._relief.places[rows, columns], self.place.astype(np.float32)
        w, b = places[..., 0] - here[0], places[..., 1] - here[1]
        distance = np.sqrt(w * w + b * b)  # six times as fast as summing over the last axis
        distance = np.where(np.isnan(distance), np.float32(BEYOND), distance)
        reach = float(self.sight.get_value())
        ragged = distance + np.float32(RAGGED * min(1.0, reach)) * self._mist.wisps[rows, columns]
        clear = 1 - smooth_step((1 - SOFT) * reach, reach + 1e-6, ragged)
        mist = self._mist.colours[rows, columns]
        colours = mist + clear[..., np.newaxis] * (self._relief.colours[rows, columns] - mist)
        if shown < 1:
            colours = self._before + shown * (colours - self._before)
        self.disc.lay(part, to_pixels(colours))

    def dissolve_from(self, other: Land) -> None:
        """Let this view come out of another one's picture, as far as ``shown`` says."""
        rows, columns = other.window.cut(other.disc.window)
        picture = other.fog.pixel_array[..., :3].copy()
        picture[rows, columns] = other.disc.pixel_array[..., :3]
        self._before = picture.astype(np.float32) / np.float32(255)

    def _around(self, place: Floats) -> Window:
        reach = self.sight.get_value() + RAGGED
        if reach > 2 * SIGHT:
            return self.window
        angles = np.linspace(0, 2 * np.pi, 25)
        ring = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        spots = np.concatenate([place + share * reach * ring for share in (0.5, 1.0)])
        return self.window.around(self.camera.on_ground(spots), margin=4)

    def follow(self, *, awake: bool = True) -> None:
        """Let the disc follow the hiker, or let it stand: what stands need not be drawn again."""
        self.disc.clear_updaters()
        if awake:
            self.disc.add_updater(lambda _: self.look(), call_updater=False)
        self.look()

    def measure(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Return where places w = x (n,), b = y (n,) are (n, 2), as measured from the pixels.

        Nan where no pixel shows the place.
        """
        wanted = np.stack(np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y)), axis=-1)
        return np.array([self._pixel_of(place) for place in wanted])

    def _pixel_of(self, place: Floats) -> Floats:
        """Return where a place is (2,), between the pixels around the one that shows it."""
        away = self._ground_places - place.astype(np.float32)
        nearest = int((away * away).sum(axis=1).argmin())
        row, column = (int(index[nearest]) for index in self._ground)
        around = self._relief.places[row - 1 : row + 2, column - 1 : column + 2].astype(float)
        if np.abs(away[nearest]).max() > NEAR or around.shape[:2] != (3, 3):
            return np.full(2, np.nan)
        # Across and up, by the differences to both sides, which must agree on smooth ground.
        sides = np.array([around[1, ::2], around[::-2, 1]]) - around[1, 1]
        slopes, bends = (sides[:, 1] - sides[:, 0]) / 2, sides.sum(axis=1)
        if not np.abs(bends).max() < SMOOTH * np.abs(slopes).max():
            return np.full(2, np.nan)
        step = np.zeros(2)
        for _ in range(4):
            reached = around[1, 1] + step @ slopes + step**2 / 2 @ bends
            step += np.linalg.solve((slopes + step[:, np.newaxis] * bends).T, place - reached)
        if np.abs(step).max() > FARTHEST:
            return np.full(2, np.nan)
        middle = np.array([self.window.xs[column], self.window.ys()[row]])
        return np.asarray(middle + self.window.pixel * step)

    # -- where the hiker is ------------------------------------------------------------------

    @property
    def place(self) -> Floats:
        """Where the hiker is, in w and b (2,)."""
        return self.story.hike.place_at(self.moment())

    def at(self, place: Any) -> Point3D:
        """Return where the ground at a place (2,) is in the frame."""
        return np.asarray(self.camera.on_ground(place))

    @property
    def here(self) -> Point3D:
        """Where the ground under the hiker is in the frame."""
        return self.at(self.place)

    def standing(self) -> Standing:
        """Return how the hiker stands on the ground, strides over it, or leaps."""
        moment = self.moment()
        place = self.place
        ground = float(self.story.terrain.altitude(place))
        height = float(self.story.hike.height_at(moment))
        facing = self._facing(moment)
        ahead = self.camera.turned_back([np.sign(facing) or 1.0, 0.0])
        near, far, lifts = self._feet(moment, place, facing * self.camera.turned_back([1.0, 0.0]))
        above = height - ground
        slope = RELIEF * float(self.story.terrain.slope(place) @ ahead)
        return Standing(
            base=self._foot(place, above),
            near=self._foot(near, above + lifts[0]),
            far=self._foot(far, above + lifts[1]),
            tip=self._foot(place + STICK * facing * self.camera.turned_back([1.0, -0.25]), above),
            size=TALL * self.camera.size_at(place),
            facing=facing,
            slope=slope,
            air=min(1.0, above / FLYING),
            seen=self._seen(place, height),
        )

    def _foot(self, place: Floats, above: float) -> Point3D:
        return np.asarray(self.camera.points(place, self.story.terrain.altitude(place) + above))

    def _feet(
        self, moment: float, place: Floats, ahead: Floats
    ) -> tuple[Floats, Floats, tuple[float, float]]:
        """Return the places of both feet and how high each is lifted."""
        near, far = place - STANCE * ahead, place + STANCE * ahead
        reaching = float(self.feeler.get_value())
        if 0 < reaching < len(self.story.feels):
            way = self.story.feels[int(reaching)].way
            out = np.sin(np.pi * (reaching % 1.0))
            return near + out * (place + REACH * way - near), far, (LIFT * out * (1 - out), 0.0)
        step = int(moment)
        if step >= self.story.steps:
            return near, far, (0.0, 0.0)
        way = self.story.hike.places[step + 1] - self.story.hike.places[step]
        length = max(float(np.sqrt((way * way).sum())), 1e-9)
        swing = np.sin(np.pi * (moment - step)) * min(0.4 * length, STRIDE) / length
        lift = LIFT * swing * length / STRIDE
        leads = 1 if step % 2 == 0 else -1
        lifts = (lift, 0.0) if leads == 1 else (0.0, lift)
        return near + leads * swing * way, far - leads * swing * way, lifts

    def _find_facings(self) -> list[float]:
        """Which way each step faces on the frame; a step straight ahead or back changes nothing."""
        moves = self.camera.turned(np.diff(self.story.hike.places, axis=0))
        facings, last = [], 1.0
        for across, depth in moves.tolist() or [(1.0, 0.0)]:
            if abs(across) > 0.3 * abs(depth):
                last = 1.0 if across > 0 else -1.0
            facings.append(last)
        return facings

    def _facing(self, moment: float) -> float:
        step = min(int(moment), len(self._facings) - 1)
        old, new = self._facings[max(step - 1, 0)], self._facings[step]
        share = float(np.clip((moment - step) / TURNING, 0, 1))
        turned = old + (new - old) * share * share * (3 - 2 * share)
        return turned if abs(turned) > 0.12 else 0.12 * (np.sign(turned) or 1.0)

    def _seen(self, place: Floats, height: float) -> float:
        levels = height + np.linspace(0.05, 0.9, 6) * TALL / RELIEF
        clear = self.camera.sees(np.broadcast_to(place, (6, 2)), levels)
        return DIM + (1 - DIM) * float(clear.mean())


def close_by(land: Land) -> Land:
    """Return the land seen from near the steps that are told, or itself if they lead too far.

    The near view moves with the far one, which is not shown any more.
    """
    story, camera, hike = land.story, land.camera, land.story.hike
    moments = np.linspace(0, min(story.told, hike.ends_at), 12 * story.told + 1)
    places, heights = hike.place_at(moments), hike.height_at(moments)
    angles = np.linspace(0, 2 * np.pi, 25)
    ring = hike.places[0] + SIGHT * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    arrows = [
        story.terrain.within(hike.places[number], way * story.uphill(number))
        for number in range(min(story.told + 1, hike.inside))
        for way in (1, -1)
    ]
    points = [
        camera.on_ground(np.array([*ring, *arrows])),
        camera.points(places, heights),
        camera.points(places, heights + 1.12 * TALL / RELIEF),
        *(camera.points(places + camera.turned_back(aside), heights) for aside in ASIDE),
    ]
    near = camera.closer(np.concatenate(points), land.zone.inset(0.035 * land.zone.height), CLOSEST)
    if near.scale < CLOSER * camera.scale:
        return land
    closer = Land(story, land.layout, land.theme, near)
    closer.moment, closer.sight, closer.feeler = land.moment, land.sight, land.feeler
    land.shown.set_value(0)
    return closer


def _camera(terrain: Terrain, layout: Layout) -> Camera:
    """Return a camera that sees all of a hiker, wherever on the map.

    At the right the head may reach up beside the film's title, which stands at the left.
    """
    for free in HEADROOM:
        camera = Camera(terrain, layout.stage.part(top=1 - float(free)))
        places = camera.ground_places
        heads = camera.points(places, terrain.altitude(places) + 1.12 * TALL / RELIEF)
        beside = heads[..., 0] > layout.title.center[0]
        if (heads[..., 1] <= np.where(beside, layout.title.top, layout.stage.top)).all():
            break
    return camera
