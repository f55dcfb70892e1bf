"""Things that stand on a curve or beside it: a car, a crate, a bead, a coin, a post."""

from __future__ import annotations

import numpy as np

from scenes.kit.ball import paint_ball
from scenes.paint import Art, Paper, linear
from scenes.paint.paints import mix
from scenes.paint.shapes import blob, ellipse, polygon, rectangle, union

__all__ = ["bead_art", "car_art", "coin_art", "crate_art", "post_art"]

_WOOD = ("#B08D69", "#78604C", "#43393B"), ("#E4CBA7", "#D3B58C", "#B0946F")  # by night, by day
_BURNT, _GLEAM = "#2A0E04", "#FFE3C4"  # what shade and light make of a colour


def bead_art(colour: str, scale: float) -> Art:
    """Return a bead about half a unit wide, the point that it lies on at the origin."""
    return Art(_paint_bead, (colour,), (-0.32, -0.08, 0.32, 0.58), scale)


def _paint_bead(paper: Paper, colour: str) -> None:
    with paper.moved((0, 0.25)):
        paint_ball(paper, 0.24, colour)


def car_art(colour: str, night: bool, scale: float) -> Art:
    """Return a car about one unit long that looks to the right, its wheels on the origin."""
    return Art(_paint_car, (colour, not night), (-0.62, -0.06, 0.66, 0.66), scale)


def _paint_car(paper: Paper, colour: str, day: bool) -> None:
    hull = blob([(-0.52, 0.12), (-0.53, 0.28), (-0.4, 0.34), (-0.26, 0.37), (-0.14, 0.56),
                 (0.14, 0.57), (0.28, 0.38), (0.46, 0.34), (0.54, 0.26), (0.54, 0.12)])  # fmt: skip
    body = union(hull, rectangle(-0.52, 0.1, 0.54, 0.24))
    paper.solid(body, colour, mix(colour, _BURNT, 0.45), towards=(0.5, 1), depth=0.06, rim=_GLEAM,
                width=0.02)  # fmt: skip
    glass = "#DCEBF7" if day else "#FFE2A8"
    paper.fill(polygon([(-0.2, 0.38), (-0.11, 0.51), (-0.01, 0.52), (-0.01, 0.38)]), glass)
    paper.fill(polygon([(0.05, 0.38), (0.05, 0.52), (0.13, 0.52), (0.22, 0.38)]), glass)
    for x in (-0.28, 0.3):
        paper.fill(ellipse((x, 0.11), 0.125), "#2B2F3A")
        paper.fill(ellipse((x, 0.11), 0.06), "#CFD6E0")
    paper.fill(ellipse((0.5, 0.25), 0.05), "#FFF3CF")


def crate_art(colour: str, scale: float) -> Art:
    """Return a crate that is one unit wide and high, the middle of its foot at the origin."""
    return Art(_paint_crate, (colour,), (-0.5, 0.0, 0.5, 1.0), scale)


def _paint_crate(paper: Paper, colour: str) -> None:
    dark, lit = mix(colour, _BURNT, 0.5), mix(colour, _GLEAM, 0.3)
    with paper.moved((-0.5, 0)):
        paper.fill(rectangle(0.02, 0, 0.98, 0.98, 0.03), dark)
        paper.fill(rectangle(0.05, 0.03, 0.95, 0.95, 0.02), colour)
        for y in (0.34, 0.65):
            paper.stroke([(0.1, y), (0.9, y)], dark, 0.025, 0.8)
        paper.stroke([(0.14, 0.14), (0.86, 0.84)], lit, 0.15, butt=True)
        for box in ((0.05, 0.8, 0.95, 0.95), (0.05, 0.03, 0.95, 0.18),
                    (0.05, 0.03, 0.2, 0.95), (0.8, 0.03, 0.95, 0.95)):  # fmt: skip
            paper.solid(rectangle(*box), lit, mix(colour, dark, 0.4), towards=(0.5, 1), depth=0.025)


def coin_art(scale: float) -> Art:
    """Return a coin seen from the side, one unit wide and a quarter high, on the origin."""
    return Art(_paint_coin, (), (-0.5, -0.12, 0.5, 0.38), scale)


def _paint_coin(paper: Paper) -> None:
    lit, dark = "#E3CF9C", "#8F764A"
    side = linear((-0.48, 0), (0.48, 0), [(0, dark, 1), (0.6, "#D9C086", 1), (1, dark, 1)])
    paper.fill(union(rectangle(-0.48, 0, 0.48, 0.25), ellipse((0, 0), 0.48, 0.1)), side)
    turns = np.linspace(np.pi, 2 * np.pi, 24)
    for up in (-0.01, 0.02):
        rim = np.column_stack((0.48 * np.cos(turns), up + 0.1 * np.sin(turns)))
        paper.stroke(rim, mix(dark, "#2A1C08", 0.5), 0.04, 0.9)
    paper.fill(ellipse((0, 0.25), 0.48, 0.11), lit)
    paper.stroke(ellipse((0, 0.25), 0.47, 0.1)[0], dark, 0.02, 0.8, closed=True)


def post_art(height: float, night: bool, scale: float) -> Art:
    """Return a wooden post on its foot, whose middle is at the origin."""
    return Art(_paint_post, (height, not night), (-0.5, -0.1, 0.6, height), scale)


def _paint_post(paper: Paper, height: float, day: bool) -> None:
    lit, middle, dark = _WOOD[day]
    paper.fill(ellipse((0.1, -0.01), 0.42, 0.06), "#05070E", 0.15 if day else 0.4, blur=0.04)
    across = linear((-0.09, 0), (0.09, 0), [(0, middle, 1), (0.6, lit, 1), (1, middle, 1)])
    paper.fill(rectangle(-0.09, 0, 0.09, height), across)
    down = linear((0, 0.15), (0, 0), [(0, lit, 1), (1, dark, 1)])
    paper.fill(rectangle(-0.36, 0, 0.36, 0.15, 0.03), down)
