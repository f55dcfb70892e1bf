"""The loft at dawn without the sheet: wall, window, floor, and the light that falls in."""

from __future__ import annotations

import numpy as np

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import curve, ellipse, polygon, rectangle
from scenes.worlds.lights import falling, grained, shade_corners
from scenes.worlds.loft.dawn_plan import DawnPlan
from scenes.worlds.loft.palette import palette

__all__ = ["paint_room", "paint_sun"]


def paint_room(paper: Paper, dawn: DawnPlan) -> None:
    """Paint wall, window and floor."""
    _wall(paper, dawn)
    _window(paper, dawn)
    _floor(paper, dawn)
    _shadows(paper, dawn)
    _line(paper, dawn)
    colours = palette(dawn.night)
    shade_corners(paper, dawn.frame_width, dawn.frame_height, colours.shadow, colours.vignette)
    left, bottom, right, _ = dawn.frame
    calm = bottom + 0.15 * dawn.frame_height
    strength = 0.8 * colours.calm_strength
    stops = [(0.0, colours.calm, strength), (1.0, colours.calm, 0.0)]
    paper.fill(rectangle(left, bottom, right, calm), linear((0, bottom), (0, calm), stops))
    grained(paper, 41)


def _wall(paper: Paper, dawn: DawnPlan) -> None:
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


def _window(paper: Paper, dawn: DawnPlan) -> None:
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


def _outside(paper: Paper, dawn: DawnPlan) -> None:
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


def _floor(paper: Paper, dawn: DawnPlan) -> None:
    colours = palette(dawn.night)
    left, bottom, right, _ = dawn.frame
    y = dawn.floor
    skirting = rectangle(left, y, right, y + 0.22)
    paper.fill(skirting, mix(colours.skirting, colours.dawn_wall[1], 0.3))
    paper.stroke([(left, y + 0.22), (right, y + 0.22)], colours.edge, 0.02, 0.6)
    far, middle, near = colours.dawn_floor
    stops = [(0.0, far, 1.0), (0.5, middle, 1.0), (1.0, near, 1.0)]
    paper.fill(rectangle(left, bottom, right, y), linear((0, y), (0, bottom), stops))
    draw = np.random.default_rng(19)
    spread = 1.0 + 0.30 * (y - bottom)
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


def _line(paper: Paper, dawn: DawnPlan) -> None:
    colours = palette(dawn.night)
    left, _, right, _ = dawn.frame
    x = np.linspace(left - 0.2, right + 0.2, 40)
    y = dawn.line + 0.05 + 0.05 * ((x / right) ** 2)
    paper.stroke(np.column_stack((x, y)), colours.cord, 0.03, 0.9)


def paint_sun(paper: Paper, dawn: DawnPlan) -> None:
    """Paint the light that falls in."""
    colours = palette(dawn.night)
    left, bottom, right, top = dawn.window
    strength, reach = colours.dawn_beam, 0.5 * (dawn.frame_width + dawn.frame_height)
    source = ((left + right) / 2, (bottom + min(top, dawn.frame[3])) / 2)
    paper.flood(radial(source, 0.6 * reach, falling(colours.dawn_glow, 0.06)))
    _shafts(paper, dawn)
    pool = (0.06 * dawn.frame_width, dawn.floor - 0.55)
    with paper.moved(pool, scale=(1, 0.22)):
        paper.flood(radial((0, 0), 0.44 * dawn.frame_width, falling(colours.dawn_glow, strength)))
    _panes(paper, dawn)


def _shafts(paper: Paper, dawn: DawnPlan) -> None:
    """The sun falls through the air, a column of panes at a time."""
    colours = palette(dawn.night)
    left, bottom, right, top = dawn.window
    top, middle = min(top, dawn.frame[3]), (left + right) / 2
    low, reach = dawn.floor - 1.0, top - dawn.floor
    strength = colours.dawn_shaft
    stops = [(0.0, 0.2 * strength), (0.25, strength), (0.6, 0.8 * strength), (1.0, 0.15 * strength)]
    light = [(share, colours.dawn_glow, alpha) for share, alpha in stops]
    for start, end in ((left, middle - 0.06), (middle + 0.06, right)):
        landing = [(end + 0.95 * reach, low), (start + 0.75 * reach, low)]
        shaft = polygon([(start, top), (end, top), (end, bottom + 0.5), *landing, (start, bottom)])
        paper.fill(shaft, linear((start, top), landing[0], light), blur=0.10)


def _panes(paper: Paper, dawn: DawnPlan) -> None:
    """Light of the panes on the wall across from the window, and on the floor."""
    colours, size = palette(dawn.night), min(dawn.frame_width, dawn.frame_height)
    wide, high, gap = 0.19 * size, 0.13 * size, 0.014 * size
    strength = 1.6 * colours.dawn_beam if dawn.night else 0.9
    x, y = dawn.target[0] + 1.25 * dawn.radius, dawn.floor + 0.06 * size
    with paper.layer(blur=0.05, opacity=strength):
        for column in range(3):
            for row in range(2):
                at = (x + column * (wide + gap), y + row * (high + gap) + 0.16 * wide * column)
                up = (at[0] + wide, at[1] + 0.16 * wide)
                pane = polygon([at, up, (up[0], up[1] + high), (at[0], at[1] + high)])
                paper.fill(pane, colours.dawn_glow)
    deep = -0.095 * dawn.frame_height
    with paper.layer(blur=0.05, opacity=strength):
        for near in (-1.04, 0.04):
            for start in (0.30, 0.72):
                ends = (start, near), (start, near + 1), (start + 0.36, near + 1)
                corners = [
                    (wide * (0.15 + x * (1.1 + 0.5 * share) + share), dawn.floor + share * deep)
                    for share, x in (*ends, (start + 0.36, near))
                ]
                paper.fill(polygon(corners), colours.dawn_glow)


def _shadows(paper: Paper, dawn: DawnPlan) -> None:
    """Shadows of the figures: short under their feet, long away from the window."""
    colours, cm = palette(dawn.night), dawn.unit
    for x, y in (dawn.player, dawn.friend):
        for away, size, strength in ((26.0, 62.0, 0.32), (0.0, 34.0, 0.5)):
            at = (x + away * cm, y)
            paper.fill(
                ellipse(at, size * cm, 0.11 * size * cm), colours.shadow, strength, blur=2.5 * cm
            )
