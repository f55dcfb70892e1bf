"""The pay-off: the sheet as chart paper, its edge pushed aside, and the target in the open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Box, Paper, linear, radial
from scenes.paint.paper import mix
from scenes.paint.shapes import Point, Points, curve, ellipse, polygon, rectangle
from scenes.worlds.lights import falling, grained, shade_corners
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.target import target
from scenes.worlds.loft.weave import Floats, shades, threads

__all__ = ["Dawn"]


@dataclass(frozen=True)
class _Composition:
    """Where things are, as shares of the frame's width and height, from its middle."""

    sheet: float  # the cloth's left edge
    target: Point
    floor: float
    hem: float
    window: Box | None
    radius: float  # of the target, as a share of the shorter side
    player: Point  # where his feet are
    friend: Point
    figure: float  # a centimetre of theirs, as a share of the frame's height


_WIDE = _Composition(
    -0.255, (0.227, -0.061), -0.372, -0.402, (-0.480, 0.083, -0.272, 0.56), 0.078,
    (-0.37, -0.69), (0.377, -0.66), 0.00493,
)  # fmt: skip
_SQUARE = _Composition(
    -0.34, (0.19, 0.14), -0.36, -0.39, (-0.62, 0.12, -0.40, 0.56), 0.075,
    (-0.35, -0.60), (0.37, -0.59), 0.0031,
)  # fmt: skip
_TALL = _Composition(
    -0.36, (0.26, 0.125), -0.225, -0.245, (-0.60, 0.10, -0.42, 0.40), 0.085,
    (-0.27, -0.40), (0.28, -0.40), 0.0021,
)  # fmt: skip


@dataclass(frozen=True)
class Dawn:
    """The loft as day breaks, in a frame of this size, in frame units, about the origin.

    Attributes:
        frame_width: of the frame.
        frame_height: of the frame.
        night: whether it is the last of the night, or else full day.
    """

    frame_width: float
    frame_height: float
    night: bool

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    @property
    def place(self) -> _Composition:
        """Where things are in this shape of frame."""
        ratio = self.frame_width / self.frame_height
        return _WIDE if ratio > 1.3 else _SQUARE if ratio > 0.8 else _TALL

    @property
    def target(self) -> Point:
        """The middle of the target."""
        return self._scaled(*self.place.target)

    @property
    def player(self) -> Point:
        """Where the player's feet are, perhaps below the frame."""
        return self._scaled(*self.place.player)

    @property
    def friend(self) -> Point:
        """Where the friend's feet are, perhaps below the frame."""
        return self._scaled(*self.place.friend)

    @property
    def unit(self) -> float:
        """Frame units of a centimetre of the figures."""
        return self.place.figure * self.frame_height

    @property
    def radius(self) -> float:
        """Of the target's outer ring."""
        return self.place.radius * min(self.frame_width, self.frame_height)

    @property
    def floor(self) -> float:
        """Where the far wall stands on the floor."""
        return self.place.floor * self.frame_height

    @property
    def line(self) -> float:
        """The height of the line on which the sheet hangs."""
        return 0.462 * self.frame_height

    @property
    def window(self) -> Box:
        """The window's opening."""
        left, bottom, right, top = self.place.window or (0, 0, 0, 0)
        return (*self._scaled(left, bottom), *self._scaled(right, top))

    @property
    def chart(self) -> Box:
        """The quiet part of the sheet, for chart and words."""
        left, hem = self._scaled(self.place.sheet, self.place.hem)
        return left + 0.35, hem + 0.5, self.target[0] - 0.9, self.line - 0.25

    @property
    def push(self) -> Point:
        """Where a hand pushes the sheet's edge aside."""
        x, y = self.target
        return x - 0.66 * self.radius / 0.62, y + 0.9 * self.radius / 0.62

    def plate(self, scale: float) -> Art:
        """Return the room without the sheet: opaque, exactly the frame."""
        return Art(_paint_room, (self,), self.frame, scale)

    def sheet(self, scale: float) -> Art:
        """Return the cloth and its shadow."""
        left, hem = self._scaled(self.place.sheet, self.place.hem)
        box = (left - 0.1, hem - 0.4, self.target[0] + 2.0, self.line + 0.15)
        return Art(_paint_sheet, (self, box), box, scale)

    def ring(self, scale: float) -> Art:
        """Return the target on its cord, its middle at the origin."""
        return target(self.night, self.radius, self.frame[3] - self.target[1] + 0.1, scale)

    def sun(self, scale: float) -> Art:
        """Return the light that falls in: lay it over room and sheet, below chart and figures."""
        return Art(_paint_sun, (self,), self.frame, scale)

    def edge(self) -> Points:
        """Return the sheet's free edge from the line to the hem."""
        x, y = self.target
        size, hem = self.radius / 0.62, self.place.hem * self.frame_height
        up, down = self.line - y, y - hem
        return curve(
            [
                (x + 0.95 * size, y + up),
                (x + 0.86 * size, y + 0.74 * up),
                (x + 0.45 * size, y + 0.50 * up),
                (x - 0.26 * size, y + 0.27 * up),
                (x - 0.70 * size, y + 0.11 * up),
                (x - 0.78 * size, y - 0.04 * down),
                (x - 0.58 * size, y - 0.40 * down),
                (x - 0.42 * size, y - 0.75 * down),
                (x - 0.36 * size, y - down),
            ],
            detail=16,
        )

    def _scaled(self, x: float, y: float) -> Point:
        return x * self.frame_width, y * self.frame_height


def _paint_room(paper: Paper, dawn: Dawn) -> None:
    _wall(paper, dawn)
    _window(paper, dawn)
    _floor(paper, dawn)
    _line(paper, dawn)
    colours = palette(dawn.night)
    shade_corners(paper, dawn.frame_width, dawn.frame_height, colours.shadow, colours.vignette)
    left, bottom, right, _ = dawn.frame
    calm = bottom + 0.15 * dawn.frame_height
    strength = 0.8 * colours.calm_strength
    stops = [(0.0, colours.calm, strength), (1.0, colours.calm, 0.0)]
    paper.fill(rectangle(left, bottom, right, calm), linear((0, bottom), (0, calm), stops))
    grained(paper, 41)


def _wall(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    left, _, right, top = dawn.frame
    corner, lit, far = colours.dawn_wall
    paper.flood(linear((left, 0), (right, 0), [(0, corner, 1), (0.4, lit, 1), (1, far, 1)]))
    draw = np.random.default_rng(13)
    for x in np.arange(left, right, 0.72):
        change = float(draw.normal(0, 0.8 * colours.contrast))
        board = rectangle(x, dawn.floor, x + 0.72, top)
        paper.fill(board, colours.edge if change > 0 else colours.shadow, min(abs(change), 0.12))
        paper.stroke([(x, dawn.floor), (x, top)], colours.gap, 0.02, 0.55)
        paper.stroke([(x + 0.02, dawn.floor), (x + 0.02, top)], colours.edge, 0.013, 0.4)


def _window(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    left, bottom, right, top = dawn.window
    shade, lit, sill = colours.window
    for by, tone in ((0.17, mix(shade, lit, 0.5)), (0.13, lit), (0.05, mix(shade, lit, 0.4))):
        paper.fill(rectangle(left - by, bottom - by, right + by, top + by), tone)
    with paper.clipped(rectangle(left, bottom, right, top)):
        _outside(paper, dawn)
    bar = 0.055
    middle, bars = (left + right) / 2, shade if dawn.night else lit
    rows = max(2, round((top - bottom) / 1.9))
    paper.fill(rectangle(middle - bar, bottom, middle + bar, top), bars)
    for row in range(1, rows):
        y = bottom + (top - bottom) * row / rows
        paper.fill(rectangle(left, y - bar, right, y + bar), bars)
    paper.fill(rectangle(left - 0.26, bottom - 0.24, right + 0.26, bottom - 0.10), sill)
    edge = mix(sill, "#ffffff", 0.4)
    paper.fill(rectangle(left - 0.26, bottom - 0.13, right + 0.26, bottom - 0.10), edge)
    paper.fill(
        rectangle(left - 0.22, bottom - 0.31, right + 0.22, bottom - 0.24), colours.shadow, 0.3
    )


def _outside(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    left, bottom, right, top = dawn.window
    wide = right - left
    paper.flood(linear((0, min(top, dawn.frame[3])), (0, bottom), list(colours.dawn_sky)))
    low, high = (0.14, 0.34) if dawn.night else (0.62, 0.9)
    sun = (left + 0.72 * wide, bottom + low * (min(top, dawn.frame[3]) - bottom))
    paper.flood(radial(sun, 0.75 * wide, falling(colours.dawn_glow, 1.0)))
    paper.fill(ellipse(sun, 0.10 * wide), colours.dawn_sun, high if dawn.night else 1.0)
    heights = ((0.20, 0.31, 0.2, 0.30, 0.22), (0.10, 0.18, 0.11, 0.21, 0.12))
    xs = np.linspace(left - 0.2, right + 0.2, 5)
    for tone, shares in zip(colours.dawn_hills, heights, strict=True):
        tops = [
            (float(x), bottom + 0.42 * wide * share * 2)
            for x, share in zip(xs, shares, strict=True)
        ]
        low_corners = np.array([(right + 0.2, bottom - 1), (left - 0.2, bottom - 1)])
        paper.fill(polygon(np.concatenate((curve(tops), low_corners))), tone)


def _floor(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    left, bottom, right, _ = dawn.frame
    y = dawn.floor
    skirting = rectangle(left, y, right, y + 0.22)
    paper.fill(skirting, mix(colours.skirting, colours.dawn_wall[1], 0.3))
    paper.stroke([(left, y + 0.22), (right, y + 0.22)], colours.edge, 0.02, 0.6)
    far, middle, near = colours.floor
    stops = [(0.0, far, 1.0), (0.5, middle, 1.0), (1.0, near, 1.0)]
    paper.fill(rectangle(left, bottom, right, y), linear((0, y), (0, bottom), stops))
    draw = np.random.default_rng(19)
    spread = 1.0 + 0.42 * (y - bottom)
    for x in np.arange(1.2 * left, 1.2 * right, 0.8):
        x1, change = x + 0.8, float(draw.normal(0, 1.2 * colours.contrast))
        plank = polygon([(x, y), (x1, y), (x1 * spread, bottom), (x * spread, bottom)])
        paper.fill(plank, colours.edge if change > 0 else colours.shadow, min(abs(change), 0.15))
        paper.stroke([(x, y), (x * spread, bottom)], colours.gap, 0.018, 0.55)
        for share in draw.uniform(0.05, 0.95, 2):
            at = 1 + (spread - 1) * share
            height = y + (bottom - y) * share
            paper.stroke([(x * at, height), (x1 * at, height)], colours.gap, 0.014, 0.5)
    paper.fill(rectangle(left, y - 0.05, right, y), colours.shadow, 0.35, blur=0.03)


def _line(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    left, _, right, _ = dawn.frame
    x = np.linspace(left - 0.2, right + 0.2, 40)
    y = dawn.line + 0.05 + 0.05 * ((x / right) ** 2)
    paper.stroke(np.column_stack((x, y)), colours.cord, 0.03, 0.9)


def _paint_sheet(paper: Paper, dawn: Dawn, box: Box) -> None:
    colours = palette(dawn.night)
    edge, hem = dawn.edge(), _hem(dawn)
    left = dawn.place.sheet * dawn.frame_width
    x = np.linspace(edge[0, 0], left, 60)
    scallop = dawn.line - 0.05 * np.abs(np.sin((x - left) * np.pi / 0.95))
    shape = polygon(np.concatenate((edge, hem, np.column_stack((x, scallop))[::-1])))
    fallen = (shape[0] + np.array((0.14, -0.10)),)
    paper.fill(fallen, colours.shadow, 0.55 if dawn.night else 0.34, blur=0.13)
    with paper.clipped(shape):
        paper.lay(shades(_tones(paper, dawn, box), colours.dawn_cloth), box)
    line = 1 / 90
    paper.stroke(edge, colours.seam, 2.6 * line, 0.8)
    if dawn.night:
        paper.stroke(edge, colours.rim, 1.4 * line, 0.5)
    dash = (8 * line, 6 * line)
    paper.stroke(hem + np.array((0, 0.10)), colours.seam, 1.6 * line, 0.8, dash=dash, butt=True)
    paper.stroke([(left, hem[-1, 1]), (left, dawn.line)], colours.rim, 2 * line, 0.6)
    _pegs(paper, dawn)


def _hem(dawn: Dawn) -> Points:
    """Return the lower edge from right to left: it falls in waves."""
    end = float(dawn.edge()[-1, 0])
    left, hem = dawn.place.sheet * dawn.frame_width, dawn.place.hem * dawn.frame_height
    x = np.linspace(end, left, 90)
    share = (end - x) / (end - left)
    return np.column_stack((x, hem + 0.055 * np.sin(21 * share) + 0.022 * np.sin(43 * share)))


def _tones(paper: Paper, dawn: Dawn, box: Box) -> Floats:
    """Return how light the cloth is: its folds follow the edge, and gather where it is pushed."""
    width, height = paper.size
    left, bottom, right, top = box
    x = np.linspace(left, right, width, dtype=np.float32)[None, :]
    y = np.linspace(top, bottom, height, dtype=np.float32)[:, None]
    edge = dawn.edge()
    start = dawn.place.sheet * dawn.frame_width
    free = np.interp(y[:, 0], edge[::-1, 1], edge[::-1, 0]).astype(np.float32)[:, None]
    share = np.clip((x - start) / (free - start), 0, 1)
    gathered = share**4
    phase = 2 * np.pi * (1.5 * share + 5.5 * share**6)
    fold = np.cos(phase) + 0.35 * np.cos(2 * phase + 0.8)
    tone = 0.80 - 0.025 * fold - gathered * (0.10 + 0.30 * fold)
    tone -= 0.22 * np.exp(-share * 40) - 0.06 * np.exp(-(((share - 0.09) * 22) ** 2))
    tone -= 0.16 * np.clip(1 - (y - bottom - 0.4) / 1.3, 0, 1)
    tone += 0.012 * threads(width, height, 0.034 * paper.scale, 43)
    return np.asarray(tone)


def _pegs(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    shade, tone, lit = colours.wood
    left, right = dawn.place.sheet * dawn.frame_width, float(dawn.edge()[0, 0])
    material = np.linspace(0.01, 1.0, max(5, round((right - left) / 0.9)))
    for x in left + (right - left) * (1 - (1 - material) ** 1.35) - 0.04:
        peg = rectangle(x - 0.035, dawn.line - 0.15, x + 0.035, dawn.line + 0.13, 0.02)
        paper.fill((peg[0] + np.array((0.02, -0.02)),), colours.shadow, 0.3)
        paper.fill(
            peg, linear((x - 0.04, 0), (x + 0.04, 0), [(0, lit, 1), (0.5, tone, 1), (1, shade, 1)])
        )


def _paint_sun(paper: Paper, dawn: Dawn) -> None:
    colours = palette(dawn.night)
    _, bottom, right, _ = dawn.window
    strength, floor = colours.dawn_beam, dawn.floor
    if not dawn.night:
        _shafts(paper, dawn)
    glow = (right + 0.3, bottom - 0.4)
    reach = 0.5 * (dawn.frame_width + dawn.frame_height)
    paper.flood(radial(glow, 0.75 * reach, falling(colours.dawn_glow, 0.8 * strength)))
    pool = (right + 0.32 * reach, floor - 0.7)
    with paper.moved(pool, scale=(1, 0.2)):
        paper.flood(radial((0, 0), 0.42 * reach, falling(colours.dawn_glow, 1.1 * strength)))
    _panes(paper, dawn)


def _shafts(paper: Paper, dawn: Dawn) -> None:
    """The sun, high in the window, falls through the air, a column of panes at a time."""
    colours = palette(dawn.night)
    left, bottom, right, top = dawn.window
    top, middle = min(top, dawn.frame[3]), (left + right) / 2
    low, reach = dawn.floor - 1.6, top - dawn.floor
    strength = colours.dawn_beam
    stops = [(0.0, 0.0), (0.3, 0.2 * strength), (0.5, strength), (1.0, 0.1 * strength)]
    light = [(share, colours.dawn_glow, alpha) for share, alpha in stops]
    for start, end in ((left, middle - 0.06), (middle + 0.06, right)):
        landing = [(end + 0.95 * reach, low), (start + 0.75 * reach, low)]
        shaft = polygon([(start, top), (end, top), (end, bottom + 0.5), *landing, (start, bottom)])
        paper.fill(shaft, linear((start, top), landing[0], light), blur=0.10)


def _panes(paper: Paper, dawn: Dawn) -> None:
    """Light of the panes on the wall across from the window."""
    colours = palette(dawn.night)
    x, y = dawn.target[0] + 1.9 * dawn.radius, dawn.floor + 0.5
    wide = max(1.0, 0.27 * (dawn.frame[2] - dawn.target[0]) + 0.2)
    high = 0.15 * dawn.frame_height
    with paper.layer(blur=0.05, opacity=1.5 * colours.dawn_beam if dawn.night else 0.9):
        for column in range(2):
            for row in range(2):
                at = (x + column * (wide + 0.12), y + row * (high + 0.12))
                lean = 0.16 * wide
                corners = [at, (at[0] + wide, at[1] + lean), (at[0] + wide, at[1] + lean + high)]
                pane = polygon([*corners, (at[0], at[1] + high)])
                pane = (pane[0] + np.array((0, lean * column)),)
                paper.fill(pane, colours.dawn_glow)
