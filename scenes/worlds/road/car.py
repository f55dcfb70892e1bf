"""The cream car from the front, in metres from the ground below its middle, and the truck."""

from __future__ import annotations

from functools import partial

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import Point, Shape, blob, curve, ellipse, limb, polygon, rectangle
from scenes.worlds.lights import falling
from scenes.worlds.road.palette import Palette, palette

__all__ = ["DASH", "SEATS", "car_art", "shine_art", "truck_art", "wheel_art"]

DASH = 0.965  # m: the lower edge of the windscreen
SEATS = (-0.34, 0.33)  # m: where the friend's and the driver's heads are
_WHEEL = (0.34, 0.93)
_GREEN = ((0.80, 0.88), (0.735, 1.18), (0.655, 1.45), (0.54, 1.565), (0.28, 1.60), (0, 1.607))
_PANE = ((0.685, 0.92), (0.635, 1.2), (0.575, 1.42), (0.48, 1.495), (0.25, 1.52), (0, 1.525))
_BODY = ((0.70, 0.96), (0.80, 0.90), (0.865, 0.76), (0.885, 0.58), (0.875, 0.40), (0.84, 0.30),
         (0.70, 0.265), (0, 0.255))  # fmt: skip
_BONNET = ((0.60, 0.955), (0.48, 0.70), (0.40, 0.58), (0.2, 0.545), (0, 0.54))


def car_art(night: bool, morning: bool, scale: float) -> Art:
    """Return the car without those in it."""
    return Art(_paint_car, (night, morning), (-1.25, -0.1, 1.25, 1.7), scale)


def wheel_art(night: bool, scale: float) -> Art:
    """Return the steering wheel: what is before the driver."""
    return Art(_paint_wheel, (night,), (0.05, DASH - 0.04, 0.65, 1.1), scale)


def shine_art(night: bool, scale: float) -> Art:
    """Return the light of the car's lamps."""
    return Art(_paint_shine, (night,), (-1.4, -0.1, 1.4, 1.5), scale)


def _both(half: tuple[Point, ...], closed: bool = True) -> Shape:
    """Return what is as wide on the left as on the right, from the outside to the middle."""
    line = [*half, *[(-x, y) for x, y in reversed(half) if x]]
    return blob(line, detail=8) if closed else polygon(curve(line))


def _paint_car(paper: Paper, night: bool, morning: bool) -> None:
    paints = palette(night, morning)
    lit, paint, shade = paints.body
    solid = partial(paper.solid, towards=(1, -0.1), rim=paints.rim, back=paints.back)
    paper.fill(ellipse((0, 0.0), 1.05, 0.06), paints.calm, 0.75 if night else 0.4, blur=0.03)
    ground = mix(paints.dark[1], "#000000", 0.4)
    paper.fill(rectangle(-0.70, 0.15, 0.70, 0.45), ground)
    for side in (-1, 1):
        left = min(side * 0.47, side * 0.77)
        tyre = rectangle(left, 0, left + 0.3, 0.4, 0.04)
        solid(tyre, *paints.dark, depth=0.04, width=0.006)
        for y in (0.05, 0.1, 0.15, 0.2, 0.25):
            paper.stroke([(side * 0.5, y), (side * 0.74, y + 0.01)], ground, 0.012)
    solid(_both(_GREEN, closed=False), paint, shade, depth=0.05, width=0.01)
    _inside(paper, paints)
    solid(_both(_BODY), paint, shade, depth=0.08, width=0.01)
    stops = [(0.0, mix(paint, shade, 0.4), 1.0), (0.45, paint, 1.0), (0.85, lit, 1.0),
             (1.0, mix(lit, paint, 0.3), 1.0)]  # fmt: skip
    bonnet = _both(_BONNET, closed=False)
    paper.fill(bonnet, linear((-0.6, 0.8), (0.6, 0.8), stops))
    paper.stroke(bonnet[0], shade, 0.008, 0.9, closed=True)
    for up, side in ((0.0, 1), (0.012, 0)):
        colour = mix(lit, "#FFFFFF", 0.3) if side else shade
        paper.stroke([(up, 0.955), (up, 0.56)], colour, 0.008, 0.7)
    for ends in (((-0.50, 0.955), (0.02, 1.0)), ((0.02, 0.955), (0.50, 1.005))):
        paper.stroke(list(ends), ground, 0.014, 0.9)
    for row, y in enumerate((0.485, 0.445, 0.405)):
        grille = [(-0.30 + 0.02 * row, y), (0, y - 0.012), (0.30 - 0.02 * row, y)]
        paper.stroke(grille, paints.dark[1], 0.022)
        paper.stroke([(x, y + 0.01) for x, y in grille], lit, 0.006, 0.8)
    bumper = limb([(-0.84, 0.335), (-0.6, 0.315), (0, 0.31), (0.6, 0.315), (0.84, 0.335)],
                  [0.084] * 5)  # fmt: skip
    solid(bumper, mix(paints.back, paint, 0.55), shade, depth=0.03, width=0.008)
    for side in (-1, 1):
        _lamp(paper, side, paints)
        paper.stroke([(side * 0.74, 0.98), (side * 0.83, 1.02)], shade, 0.024)
        mirror = blob([(side * x, y) for x, y in ((0.82, 0.97), (0.83, 1.09), (0.93, 1.10),
                                                  (0.95, 1.02), (0.90, 0.965))])  # fmt: skip
        solid(mirror, mix(paint, shade, 0.2), shade, depth=0.03, width=0.008)


def _inside(paper: Paper, paints: Palette) -> None:
    """Paint what is seen through the windscreen."""
    pane = _both(_PANE, closed=False)
    paper.fill(pane, paints.dark[1])
    paper.stroke(pane[0], paints.dark[1], 0.045, closed=True)
    upper, lower = paints.glass
    with paper.clipped(pane):
        paper.flood(linear((-0.6, 1.5), (0.7, 0.9), [(0, upper, 1), (1, lower, 1)]))
        paper.fill(rectangle(-0.42, 1.1, 0.42, 1.42, 0.06), mix(upper, paints.back, 0.22))
        for side in (-1, 1):
            seat = blob([(side * x, y) for x, y in (
                (0.16, 0.8), (0.14, 1.2), (0.22, 1.36), (0.46, 1.36), (0.54, 1.2), (0.56, 0.8)
            )])  # fmt: skip
            paper.solid(seat, *paints.dark, towards=(1, 0), depth=0.04, rim=paints.back,
                        width=0.005)  # fmt: skip
        for x, wide, strength in ((-0.66, 0.1, 0.1), (0.72, 0.14, 0.16)):
            slant = [(x, 0.85), (x + wide, 0.85), (x + wide + 0.22, 1.6), (x + 0.22, 1.6)]
            paper.fill(polygon(slant), paints.rim, strength)
        paper.fill(rectangle(-0.75, 0.8, 0.75, DASH), paints.dark[1])
    paper.stroke(pane[0], paints.rim, 0.006, 0.4, closed=True)


def _lamp(paper: Paper, side: int, paints: Palette) -> None:
    lit, paint, shade = paints.body
    at = side * 0.635, 0.665
    paper.solid(ellipse(at, 0.15, 0.155), mix(paint, shade, 0.2), shade, depth=0.03,
                rim=paints.rim, width=0.01)  # fmt: skip
    glass = [(0, "#FFFFFF", 1.0), (0.45, paints.lamp, 1.0), (1, mix(lit, "#E0B060", 0.4), 1.0)]
    paper.fill(ellipse(at, 0.118, 0.122), radial(at, 0.125, glass))
    paper.fill(ellipse((side * 0.66, 0.475), 0.07, 0.036), shade)
    paper.fill(ellipse((side * 0.66, 0.475), 0.058, 0.026), "#B98A5A")


def _paint_wheel(paper: Paper, night: bool) -> None:
    dark = palette(night).dark
    with paper.clipped(rectangle(0, DASH - 0.005, 1, 2)):
        for width, colour in ((0.04, dark[1]), (0.012, mix(dark[0], "#FFFFFF", 0.25))):
            paper.stroke(ellipse(_WHEEL, 0.21, 0.11)[0], colour, width, closed=True)


def _paint_shine(paper: Paper, night: bool) -> None:
    paints = palette(night)
    for side in (-1, 1):
        at, strength = (side * 0.635, 0.665), 0.5 if night else 0.2
        paper.fill(ellipse(at, 0.6), radial(at, 0.6, falling(paints.lamp, strength)))


def truck_art(night: bool, scale: float) -> Art:
    """Return the truck that has just passed, from behind; its near lower corner at the origin."""
    return Art(_paint_truck, (night,), (-3.2, -0.5, 3.2, 3.6), scale)


def _paint_truck(paper: Paper, night: bool) -> None:
    paints = palette(night)
    dark, lit = paints.dark[1], mix(paints.dark[0], paints.back, 0.25)
    side = [(0, 3.6), (-0.14, 3.6), (-0.14, 0.62), (0, 0.55)]
    paper.fill(polygon(side), linear((-0.14, 0), (0, 0), [(0, lit, 1), (1, dark, 1)]))
    paper.stroke([(-0.14, 3.6), (-0.14, 0.62)], paints.rim, 0.012, 0.9)
    paper.fill(rectangle(0, 0.5, 2.5, 3.6), linear((0, 0), (2.5, 0), [(0, lit, 1), (1, dark, 1)]))
    for left in (0.07, 1.28):  # doors, each with its bar and handle
        door = rectangle(left, 0.62, left + 1.15, 3.5, 0.03)
        paper.fill(door, linear((0, 3.5), (0, 0.6), [(0, mix(lit, dark, 0.4), 1), (1, lit, 1)]))
        paper.stroke(door[0], mix(lit, "#FFFFFF", 0.25), 0.012, closed=True)
        paper.stroke([(left + 0.4, 3.6), (left + 0.4, 0.56)], mix(lit, "#FFFFFF", 0.4), 0.03)
        paper.fill(rectangle(left + 0.4, 1.3, left + 0.66, 1.36, 0.02), paints.rim, 0.7)
    for row in range(12):
        colour = "#A8413C" if row % 2 else "#C9C2B6"
        paper.fill(rectangle(0.1 + 0.19 * row, 0.66, 0.28 + 0.19 * row, 0.73), colour)
    paper.fill(rectangle(-0.12, 0.42, 2.5, 0.5), dark)
    for x, colour in ((0.04, "#FF5A48"), (0.13, "#FF5A48"), (0.22, "#C98A4A")):
        paper.fill(rectangle(x, 0.43, x + 0.07, 0.49, 0.01), colour)
        paper.fill(ellipse((x + 0.03, 0.46), 0.22), "#FF4A3A", 0.1, blur=0.06)
    tyre = rectangle(0.03, -0.05, 0.6, 0.42, 0.05)
    paper.solid(tyre, *paints.dark, towards=(-1, 0), depth=0.05, rim=paints.rim, width=0.008)
    for row in range(9):
        paper.stroke([(0.05, 0.05 * row), (0.55, 0.05 * row + 0.015)], dark, 0.012)
