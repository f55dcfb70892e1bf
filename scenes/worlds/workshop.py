"""A toymaker's workshop, what stands on its bench, and what its toys dream of: road and factory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scenes.paint import Art, Box, Paper, linear, radial
from scenes.paint.paints import Stop, mix
from scenes.paint.shapes import ellipse, polygon, rectangle, union
from scenes.worlds.lights import grained, shade_corners

__all__ = ["Outdoors", "Scene", "Shop", "calm", "earth"]

Scene = Literal["road", "factory"]
Tones = tuple[str, str, str]

# By night, by day: wall from left to right, wood from lit to dark, the window's sky downwards.
_WALL: tuple[Tones, Tones] = ("#2B2433", "#3B2D38", "#33283A"), ("#E9DFCD", "#F4ECDC", "#FAF0DA")
_WOOD: tuple[Tones, Tones] = ("#A9835C", "#6C5039", "#33282A"), ("#E2C79F", "#CFAE82", "#A98761")
_FRONT: tuple[Tones, Tones] = ("#6A4A38", "#4A352F", "#171722"), ("#CDB189", "#E9DABF", "#EFE6D4")
_SKY: tuple[tuple[Stop, ...], tuple[Stop, ...]] = (
    ((0, "#101A40", 1), (0.4, "#2A3570", 1), (0.72, "#6A5288", 1), (1, "#D07F62", 1)),
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

    ``lamp`` is the place across that the lamp lights; ``window`` is the window's left side.
    """

    width: float
    height: float
    night: bool
    bench: float
    lamp: float
    window: float

    @property
    def opening(self) -> Box:
        """The opening of the window: its sides."""
        top = self.height / 2 - 0.5
        return self.window, top - 2.6, self.window + 2.9, top

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
    bench = shop.bench
    tones = [(0.55 * n, tone, 1.0) for n, tone in enumerate(_WALL[day])]
    paper.flood(linear((left, 0), (right, 0), [*tones[:2], (1, tones[2][1], 1)]))
    for x in np.arange(left, right, 0.69).tolist():
        paper.stroke([(x, bench), (x, top)], _SHADE[day], 0.02, 0.3)
        paper.stroke([(x + 0.022, bench), (x + 0.022, top)], _WALL[day][2], 0.014, 0.6)
    _paint_light(paper, shop)
    if np.isfinite(shop.window):
        _paint_window(paper, shop)
    paper.fill(rectangle(left, bench, right, bench + 0.3), _SHADE[day], 0.2, blur=0.12)
    down = [(share, tone, 1.0) for share, tone in zip((0, 0.3, 1), _FRONT[day], strict=True)]
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
    """Paint the lamp's light on the wall by night, and by day the sun's."""
    far = 0.62 * max(shop.width, 0.7 * shop.height)
    high = 0.35 * (shop.height / 2 - shop.bench) + shop.bench
    tones, bright = (("#FFC070", "#D08040", "#904820"), 0.5) if shop.night else (3 * _SUN[1:], 0.9)
    stops = [(x, tone, share * bright)
             for x, tone, share in zip((0, 0.3, 1), tones, (1, 0.6, 0), strict=True)]  # fmt: skip
    with paper.layer(add=shop.night):
        paper.flood(radial((shop.lamp, high), far, stops))


def _paint_window(paper: Paper, shop: Shop) -> None:
    day = not shop.night
    left, bottom, right, top = shop.opening
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
        size = min(0.14 * place.width, 1.25)
        with paper.moved((-0.12 * place.width, place.ground), scale=(size, size)):
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
    bright = 0.75 if day else 0.5
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
