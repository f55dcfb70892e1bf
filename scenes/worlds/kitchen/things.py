"""What is in the kitchen: the glass bowl of soup, a slice of carrot, a leaf, grains of salt."""

from __future__ import annotations

import math

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Points, blob, curve, ellipse, polygon, rectangle
from scenes.worlds.kitchen.palette import Palette, palette

__all__ = ["SOUP", "bowl_art", "grains_art", "leaf_art", "paint_carrot"]

SOUP = 0.8  # of the bowl's height: the soup's
FLAT = 0.045  # the rim's half height, as a share of half its width


def _wall(half: float, high: float, share: float = 1.0) -> Points:
    """Return the bowl's wall up to a share of its height, (n, 2): a parabola."""
    x = np.linspace(-1, 1, 121) * math.sqrt(share)
    return np.column_stack((half * x, high * x**2))


def _rim(half: float, level: float, start: float, end: float) -> Points:
    turns = np.linspace(start, end, 90)
    return np.column_stack((half * np.cos(turns), level + FLAT * half * np.sin(turns)))


def bowl_art(half: float, high: float, night: bool, scale: float) -> Art:
    """Return the bowl of soup, its lowest point the origin, without the line of its wall."""
    box = (-half - 0.5, -0.25, half + 0.5, high + FLAT * half + 0.1)
    return Art(_paint_bowl, (half, high, night), box, scale)


def _paint_bowl(paper: Paper, half: float, high: float, night: bool) -> None:
    paints = palette(night)
    glass, gleam = ("#9FC4F5", "#CFE2FF") if night else ("#BFD8EE", "#9DBBD6")
    handle = [(half - 0.04, high - 0.2), (half + 0.27, high - 0.04), (half + 0.3, high - 0.34),
              (half - 0.09, high - 0.5)]  # fmt: skip
    paper.stroke(curve(handle), mix(glass, "#2A3450", 0.6), 0.12, 0.9)
    paper.stroke(curve(handle[:3]), gleam, 0.024, 0.7)
    inside = (*polygon(_wall(half, high)), *polygon(_rim(half, high, 0, 2 * math.pi)))
    paper.fill(inside, linear((0, high), (0, 0), [(0, glass, 0.10), (1, glass, 0.18)]))
    back = _rim(half, high, 0, math.pi), _rim(half * math.sqrt(SOUP), SOUP * high, math.pi, 0)
    paper.fill(polygon(np.concatenate(back)), glass, 0.3)
    paper.stroke(_rim(half, high, 0, math.pi), gleam, 0.04, 0.9)
    broth, level = _wall(half, high, SOUP), SOUP * high
    wide = half * math.sqrt(SOUP)
    top, middle, low = paints.broth
    deep = 0.92
    paper.fill(polygon(broth), linear((0, level), (0, 0), [
        (0, mix(top, middle, 0.4), deep), (0.5, middle, deep), (1, low, deep)]))  # fmt: skip
    with paper.clipped(polygon(broth)):
        flame = [(0.0, "#6FADFE", 0.42), (0.5, "#4F7FD0", 0.15), (1.0, "#4F7FD0", 0.0)]
        paper.fill(ellipse((0, -0.1), 0.9 * half), radial((0, -0.1), 0.9 * half, flame))
        _pieces(paper, half, high, paints)
    surface = polygon(_rim(wide, level, 0, 2 * math.pi))
    paper.fill(surface, linear((0, level + 0.2), (0, level - 0.2), [
        (0, top, 0.96), (1, mix(top, middle, 0.6), 0.96)]))  # fmt: skip
    paper.stroke(_rim(wide, level, math.pi, 2 * math.pi), paints.shine, 0.022, 0.55)
    for x, size in ((-0.55, 0.09), (0.05, 0.14), (0.45, 0.08), (-0.25, 0.06)):
        shine = ellipse((x * wide, level + 0.1 * FLAT * half), size * wide, 0.16 * FLAT * half)
        paper.fill(shine, paints.shine, 0.25)
    for x, y in ((0.24, 0.1), (-0.3, -0.3), (0.42, 0.4), (-0.02, -0.5)):
        _leek(paper, (x * wide, level + y * FLAT * wide), 0.1, 0.0)
    paper.stroke(_rim(half, high, math.pi, 2 * math.pi), gleam, 0.034, 0.85)
    for first, last, thick, strong in ((0.68, 0.86, 0.1, 0.3), (0.56, 0.63, 0.08, 0.22),
                                       (-0.71, -0.61, 0.07, 0.12)):  # fmt: skip
        part = np.linspace(first, last, 12)
        inner = np.column_stack((half * part - 0.28 * np.sign(first), high * part**2 + 0.05))
        paper.stroke(inner, "#FFFFFF", thick, strong)


def _pieces(paper: Paper, half: float, high: float, paints: Palette) -> None:
    """Paint what swims in the soup: potatoes, peas, leek, bubbles."""
    for kind, x, share, turn in (
        ("potato", -0.37, 0.65, 20), ("pea", -0.18, 0.73, 0), ("leek", 0.17, 0.68, 10),
        ("pea", 0.35, 0.48, 0), ("potato", 0.46, 0.72, -15), ("pea", -0.09, 0.26, 0),
        ("leek", -0.26, 0.38, -12), ("potato", 0.25, 0.3, 30), ("pea", 0.58, 0.62, 0),
        ("pea", -0.48, 0.76, 0), ("leek", 0.69, 0.74, 8),
    ):  # fmt: skip
        spot = (x * half, share * high)
        if kind == "leek":
            _leek(paper, spot, 0.17, turn)
        elif kind == "pea":
            paper.solid(ellipse(spot, 0.085), "#7C9068", "#4C5E46", towards=(-0.2, 1), depth=0.04)
        else:
            with paper.moved(spot, turn):
                paper.solid(rectangle(-0.17, -0.14, 0.17, 0.14, 0.04), "#B8A278", "#7A6B56",
                            towards=(-0.2, 1), depth=0.07)  # fmt: skip
    rng = np.random.default_rng(5)
    for _ in range(50):
        x, share = float(rng.uniform(-0.7, 0.8)), float(rng.uniform(0.05, 0.76))
        bubble = ellipse((x * half, share * high), 0.033, points=14)
        paper.stroke(bubble[0], paints.shine, 0.011, 0.25, closed=True)


def _leek(paper: Paper, spot: Point, radius: float, turn: float) -> None:
    for share, colour in ((1.0, "#85966E"), (0.72, "#B4B894"), (0.42, "#788662")):
        paper.fill(ellipse(spot, share * radius, 0.62 * share * radius, turn, points=24), colour)


def paint_carrot(paper: Paper, radius: float, colour: str) -> None:
    """Paint a slice of carrot."""
    light = mix(colour, "#FFE9CF", 0.5)
    paper.fill(ellipse((0, 0), 1.3 * radius), mix(colour, "#1C0A00", 0.85))
    paper.fill(ellipse((0, 0), 1.04 * radius), colour)
    paper.fill(ellipse((0, 0), 0.4 * radius), light)
    for turn in np.arange(0, 2 * math.pi, math.pi / 3).tolist():
        ray = [(s * radius * math.cos(turn), s * radius * math.sin(turn)) for s in (0.52, 0.82)]
        paper.stroke(ray, light, 0.12 * radius)


def leaf_art(radius: float, colour: str, night: bool, scale: float) -> Art:
    """Return a leaf that lies, so wide to either side; it marks the best taste."""
    box = (-1.3 * radius, -0.7 * radius, 1.3 * radius, 0.9 * radius)
    return Art(_paint_leaf, (radius, colour, night), box, scale)


def _paint_leaf(paper: Paper, radius: float, colour: str, night: bool) -> None:
    rim = "#07150F" if night else "#FFFFFF"
    vein = mix(colour, "#062A1E" if night else "#FFFFFF", 0.7)
    shape = blob([(-1, 0), (-0.5, 0.44), (0.3, 0.46), (1.06, 0.04), (0.36, -0.26), (-0.42, -0.28)])
    with paper.moved(scale=(radius, radius)):
        paper.stroke(shape[0], rim, 0.16, closed=True)
        paper.fill(shape, colour)
        paper.stroke(curve([(-0.9, 0.0), (0, 0.1), (0.95, 0.05)]), vein, 0.06)
        for x in (-0.45, 0.0, 0.45):
            for y in (0.28, -0.12):
                paper.stroke([(x, 0.08), (x + 0.24, 0.08 + y)], vein, 0.045, 0.8)


def grains_art(fall: float, colour: str, night: bool, water: bool, scale: float) -> Art:
    """Return grains, or drops of water, that fall so far from the origin."""
    return Art(_paint_grains, (fall, colour, night, water), (-0.4, -fall - 0.15, 0.4, 0.1), scale)


def _paint_grains(paper: Paper, fall: float, colour: str, night: bool, water: bool) -> None:
    rng = np.random.default_rng(9)
    haze = polygon([(-0.04, 0), (0.04, 0), (0.26, -fall), (-0.26, -fall)])
    paper.fill(haze, colour, 0.2, blur=0.06)
    for _ in range(150):
        down = float(rng.uniform(0, 1)) ** 0.8
        x, radius = float(rng.normal(0, 0.02 + 0.1 * down)), float(rng.uniform(0.012, 0.028))
        turn = 0.0 if water else float(rng.uniform(0, 90))
        grain = ellipse((0, 0), radius, 2.6 * radius, points=16) if water else rectangle(
            -radius, -radius, radius, radius)  # fmt: skip
        with paper.moved((x, -0.05 - down * (fall - 0.05)), turn):
            if not night:
                paper.stroke(grain[0], "#FFFFFF", 0.02, 0.7, closed=True)
            paper.fill(grain, colour, float(rng.uniform(0.6, 1)))
