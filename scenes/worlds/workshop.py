"""A toymaker's workshop, what stands on its bench, and what its toys dream of: road and factory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scenes.paint import Art, Box, Paper, linear, radial
from scenes.paint.paints import Stop, mix
from scenes.paint.shapes import Point, blob, ellipse, polygon, rectangle, union
from scenes.worlds.lights import grained, shade_corners

__all__ = ["STEEL", "Outdoors", "Scene", "Shop", "calm", "earth", "post_art"]

Scene = Literal["road", "factory"]
Tones = tuple[str, str, str]

# By night, by day: wall from left to right, wood from lit to dark, the window's sky downwards.
_WALL: tuple[Tones, Tones] = ("#1A2236", "#272C43", "#2E3046"), ("#E9DFCD", "#F4ECDC", "#FAF0DA")
_WOOD: tuple[Tones, Tones] = ("#A9835C", "#6C5039", "#33282A"), ("#E2C79F", "#CFAE82", "#A98761")
_FRONT: tuple[Tones, Tones] = ("#33282A", "#241F29", "#171722"), ("#B08D64", "#DCC6A2", "#EFE6D4")
STEEL: tuple[Tones, Tones] = ("#8D97AA", "#4A5366", "#232A3A"), ("#C7CCD4", "#8F96A3", "#6D7482")
_SKY: tuple[tuple[Stop, ...], tuple[Stop, ...]] = (
    ((0, "#0C1430", 1), (0.45, "#222B58", 1), (0.8, "#4A4470", 1), (1, "#8E6660", 1)),
    ((0, "#A9D2EE", 1), (0.6, "#DCECF2", 1), (1, "#FDF1D8", 1)),
)
_RIDGES: tuple[Tones, Tones] = ("#3A3F66", "#262D52", "#151B36"), ("#C4D3D2", "#A5C0B8", "#86A697")
_SUN, _SHADE = ("#FFC98A", "#FFF3CF"), ("#05070E", "#6B5436")
_LAMP = "#FFD08A"


def earth(night: bool) -> str:
    """Return the colour of the land."""
    return mix(_RIDGES[not night][2], "#05070E" if night else "#FFFFFF", 0.3 if night else 0.55)


def calm(night: bool) -> str:
    """Return what narration stands on."""
    return _FRONT[not night][2]


@dataclass(frozen=True)
class Shop:
    """The wall and the bench, in a frame of this size.

    ``levels`` are the heights of the bench, which is the first, and of shelves; ``window`` is the
    opening of the window, and ``tools`` where the first of the tools hangs.
    """

    width: float
    height: float
    night: bool
    levels: tuple[float, ...]
    window: Box
    tools: Point

    def plate(self, scale: float) -> Art:
        """Return the room: opaque, exactly the frame."""
        return _plate(_paint_shop, self, scale)


@dataclass(frozen=True)
class Outdoors:
    """What is behind a road by night or a factory at dusk, down to the height ``ground``.

    ``dock`` is the height of a dock before it, if there is one.
    """

    width: float
    height: float
    night: bool
    scene: Scene
    ground: float
    dock: float = -np.inf

    def plate(self, scale: float) -> Art:
        """Return it: opaque, exactly the frame."""
        return _plate(_paint_outdoors, self, scale)


def _plate(painter: object, place: Shop | Outdoors, scale: float) -> Art:
    across, up = place.width / 2, place.height / 2
    return Art(painter, (place,), (-across, -up, across, up), scale)  # type: ignore[arg-type]


# -- the room --------------------------------------------------------------------------------


def _paint_shop(paper: Paper, shop: Shop) -> None:
    day = not shop.night
    left, right, top = -shop.width / 2, shop.width / 2, shop.height / 2
    bench = shop.levels[0]
    tones = [(0.55 * n, tone, 1.0) for n, tone in enumerate(_WALL[day])]
    paper.flood(linear((left, 0), (right, 0), [*tones[:2], (1, tones[2][1], 1)]))
    for x in np.arange(left, right, 0.69).tolist():
        paper.stroke([(x, bench), (x, top)], _SHADE[day], 0.02, 0.3)
        paper.stroke([(x + 0.022, bench), (x + 0.022, top)], _WALL[day][2], 0.014, 0.6)
    _paint_window(paper, shop)
    _paint_tools(paper, shop.tools, day)
    _paint_light(paper, shop)
    for level in shop.levels[1:]:
        _paint_plank(paper, (left, right), level, 0.2, day)
    paper.fill(rectangle(left, bench, right, bench + 0.3), _SHADE[day], 0.2, blur=0.12)
    down = [(share, tone, 1.0) for share, tone in zip((0, 0.12, 1), _FRONT[day], strict=True)]
    front = rectangle(left, -top, right, bench - 0.2)
    paper.fill(front, linear((0, bench - 0.2), (0, -top), down))
    for y in np.arange(bench - 0.45, -top, -0.27).tolist():
        x = np.linspace(left, right, 80)
        grain = np.column_stack((x, y + 0.035 * np.sin(0.75 * x + 60 * y)))
        paper.stroke(grain, _WOOD[day][2], 0.016, 0.35)
    _paint_plank(paper, (left, right), bench, 0.3, day)
    shade_corners(paper, shop.width, shop.height, _SHADE[day], 0.1 if day else 0.6)
    grained(paper, 17)


def _paint_plank(
    paper: Paper, sides: tuple[float, float], top: float, thick: float, day: bool
) -> None:
    left, right = sides
    paper.fill(rectangle(left, top - thick - 0.3, right, top), _SHADE[day], 0.3, blur=0.1)
    lit, middle, dark = _WOOD[day]
    face = linear((0, top), (0, top - thick), [(0, lit, 1), (0.5, middle, 1), (1, dark, 1)])
    paper.fill(rectangle(left, top - thick, right, top + 0.08), face)
    paper.stroke([(left, top + 0.08), (right, top + 0.08)], mix(lit, "#FFFFFF", 0.3), 0.025, 0.8)


def _paint_light(paper: Paper, shop: Shop) -> None:
    """Paint the lamp's light by night, and by day the sun's through the window."""
    left, _, right, top = shop.window
    if shop.night:
        at, far = (
            (-0.06 * shop.width, 0.26 * shop.height),
            0.62 * max(shop.width, 0.7 * shop.height),
        )
        stops = [(0, "#B0692C", 0.22), (0.35, "#A0602C", 0.16), (1, "#A0602C", 0.0)]
        with paper.layer(add=True):
            paper.flood(radial(at, far, stops))
        return
    for start, wide in ((0.1, 0.4), (0.55, 0.4)):
        x, across = left + start * (right - left), wide * (right - left)
        foot = x - 0.6 * (top - shop.levels[0])
        ray = polygon([(x, top - 0.5), (x + across, top - 0.5), (foot + across, shop.levels[0]),
                       (foot - 0.4 * across, shop.levels[0])])  # fmt: skip
        fade = linear((x, top), (foot, shop.levels[0]), [(0, _SUN[1], 0.5), (1, _SUN[1], 0.03)])
        paper.fill(ray, fade, blur=0.12)


def _paint_window(paper: Paper, shop: Shop) -> None:
    day = not shop.night
    left, bottom, right, top = shop.window
    frame, wide = _WOOD[day][0] if shop.night else "#FBF4E6", 0.11
    paper.fill(rectangle(left - 0.2, bottom - 0.2, right + 0.2, top + 0.2), _WOOD[day][1])
    paper.fill(rectangle(left - wide, bottom - wide, right + wide, top + wide), frame)
    with paper.clipped(rectangle(left, bottom, right, top)):
        ground = bottom + 0.08 * (top - bottom)
        _paint_sky(paper, (left, ground, right, top), day)
        _paint_ridges(paper, (left, ground, right, top), day)
        with paper.moved((left + 0.62 * (right - left), ground), scale=(0.3, 0.3)):
            _paint_factory(paper, _RIDGES[day][2], shop.night)
    x, y = (left + right) / 2, bottom + 0.48 * (top - bottom)
    paper.fill(rectangle(x - wide / 2, bottom, x + wide / 2, top), frame)
    paper.fill(rectangle(left, y - wide / 2, right, y + wide / 2), frame)
    paper.fill(rectangle(left - 0.3, bottom - 0.3, right + 0.3, bottom - 0.14), _WOOD[day][0])


def _paint_tools(paper: Paper, at: Point, day: bool) -> None:
    """Paint a saw, a hammer and a set square on the wall."""
    steel, wood = STEEL[day], _WOOD[day]
    blade = polygon([(0.2, 0.2), (1.25, 0.36), (1.3, 0.12), (0.28, -0.16)])
    grip = blob([(-0.1, 0.2), (0.22, 0.28), (0.36, 0.02), (0.22, -0.26), (-0.06, -0.2)])
    shaft, head = rectangle(0.5, -2.0, 0.62, -0.75), rectangle(0.24, -0.8, 0.88, -0.5, 0.04)
    square = [(0.0, 0.9), (0.0, -0.15), (0.95, -0.15)]
    with paper.moved(at):
        for shape, (tone, shade, _) in ((blade, steel), (grip, wood), (shaft, wood), (head, steel)):
            paper.fill((shape[0] + (0.06, -0.07),), _SHADE[day], 0.3, blur=0.03)
            paper.solid(shape, tone, shade, towards=(0.6, 1), depth=0.05)
        paper.fill(ellipse((0.13, 0.01), 0.1, 0.12), _WALL[day][1])
    with paper.moved((at[0] - 4.6, at[1] - 0.4)):
        paper.stroke([*square, square[0]], wood[1], 0.16, closed=True)


# -- outdoors --------------------------------------------------------------------------------


def _paint_outdoors(paper: Paper, place: Outdoors) -> None:
    day, across, up = not place.night, place.width / 2, place.height / 2
    box = (-across, place.ground, across, up)
    _paint_sky(paper, box, day)
    if place.night and place.scene == "road":
        draw = np.random.default_rng(4)
        for x, y, size in draw.uniform((-across, 0, 0.012), (across, up, 0.03), (70, 3)).tolist():
            paper.fill(ellipse((x, y), size), "#DDE6FF", 0.7)
    _paint_ridges(paper, box, day)
    dark = _RIDGES[day][2]
    if place.scene == "factory":
        size = min(0.2 * place.width, 1.7)
        with paper.moved((-0.16 * place.width, place.ground), scale=(size, size)):
            _paint_factory(paper, dark, place.night)
    paper.fill(rectangle(-across, -up, across, place.ground), dark)
    down = [(0, dark, 0.0), (1, calm(place.night), 1.0)]
    paper.fill(rectangle(-across, -up, across, place.ground),
               linear((0, place.ground), (0, 0.12 * place.height - up), down))  # fmt: skip
    if place.dock > -up:
        _paint_plank(paper, (-across, across), place.dock - 0.08, 0.34, day)
    shade_corners(paper, place.width, place.height, _SHADE[day], 0.06 if day else 0.45)
    grained(paper, 23)


def _paint_sky(paper: Paper, box: Box, day: bool) -> None:
    left, bottom, right, top = box
    paper.fill(rectangle(left, bottom - 9, right, top), linear((0, top), (0, bottom), _SKY[day]))
    at, far = (left + 0.7 * (right - left), bottom + (0.75 if day else 0.1) * (top - bottom)), 0.0
    far = 0.6 * (right - left)
    bright = 0.75 if day else 0.32
    paper.fill(ellipse(at, far), radial(at, far, [(0, _SUN[day], bright), (1, _SUN[day], 0.0)]))


def _paint_ridges(paper: Paper, box: Box, day: bool) -> None:
    left, bottom, right, top = box
    x = np.linspace(left, right, 160)
    for row, tone in enumerate(_RIDGES[day]):
        wave = np.sin((2.2 + row) * 5.5 * x / (right - left) + 2.1 * row) + 0.4 * np.sin(
            17 * x / (right - left) + row
        )
        y = bottom + (top - bottom) * (0.26 - 0.1 * row + 0.045 * wave)
        line = [*zip(x.tolist(), y.tolist(), strict=True), (right, bottom - 9), (left, bottom - 9)]
        paper.fill(polygon(line), tone)


def _paint_factory(paper: Paper, dark: str, night: bool) -> None:
    """Paint a factory on the origin, about four units wide: saw-tooth roofs and chimneys."""
    roofs = [polygon([(x, 0), (x + 0.9, 0), (x + 0.9, 1.0), (x, 1.45)]) for x in (-0.9, 0, 0.9)]
    stacks = [polygon([(x - 0.16, 0), (x + 0.16, 0), (x + 0.11, h), (x - 0.11, h)])
              for x, h in ((-1.5, 2.5), (-1.05, 2.0))]  # fmt: skip
    for x, y, far in ((-1.35, 2.9, 0.3), (-1.0, 3.2, 0.42), (-0.5, 3.4, 0.5)):
        paper.fill(ellipse((x, y), far, 0.6 * far), "#B9AFC2", 0.2, blur=0.1)
    paper.fill(union(*roofs, *stacks, rectangle(-2.1, 0, 1.8, 0.75)), dark)
    glass = _LAMP if night else "#F3F7F7"
    for x in np.arange(-1.9, 1.7, 0.42).tolist():
        paper.fill(rectangle(x, 0.28, x + 0.22, 0.55), glass, 0.85)


# -- what stands there -----------------------------------------------------------------------


def post_art(height: float, night: bool, scale: float) -> Art:
    """Return a post on its foot, whose middle is at the origin."""
    return Art(_paint_post, (height, not night), (-0.5, -0.1, 0.6, height), scale)


def _paint_post(paper: Paper, height: float, day: bool) -> None:
    lit, middle, dark = (mix(tone, "#FFFFFF", 0.08) for tone in _WOOD[day])
    paper.fill(ellipse((0.1, -0.01), 0.42, 0.06), _SHADE[day], 0.4, blur=0.04)
    across = linear((-0.09, 0), (0.09, 0), [(0, middle, 1), (0.6, lit, 1), (1, middle, 1)])
    paper.fill(rectangle(-0.09, 0, 0.09, height), across)
    down = linear((0, 0.15), (0, 0), [(0, lit, 1), (1, dark, 1)])
    paper.fill(rectangle(-0.36, 0, 0.36, 0.15, 0.03), down)
