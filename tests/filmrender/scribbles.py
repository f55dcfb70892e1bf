"""Random mobjects, drawn in every way that Manim has, and random changes to them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
from manim import (
    BLUE,
    RED,
    UR,
    Annulus,
    Arrow,
    Circle,
    Dot,
    Line,
    ManimColor,
    Square,
    Star,
    VMobject,
)
from manim.constants import CapStyleType, LineJointType
from PIL import Image

from scenes.paint import Art, Paper
from scenes.paint.shapes import ellipse, rectangle
from scenes.stage.sprite import Sprite

__all__ = ["leaf", "scribble", "stir"]

BEHIND = [Image.linear_gradient("L").convert(mode) for mode in ("RGB", "RGBA")]
BEHIND[1].putalpha(Image.radial_gradient("L"))


def scribble(dice: Random) -> Any:
    """Return a mobject of any kind, anywhere, also beyond the frame."""
    kind = dice.random()
    if kind < 0.25:
        return _sprite(dice)
    shapes: list[Callable[[], Any]] = [
        lambda: Circle(dice.uniform(0.05, 2)),
        lambda: Square(dice.uniform(0.1, 4)),
        lambda: Line(_point(dice), _point(dice)),
        lambda: Arrow(_point(dice), _point(dice)),
        lambda: Star(dice.randrange(5, 9), outer_radius=dice.uniform(0.2, 3)),
        lambda: VMobject().set_points_as_corners([_point(dice) for _ in range(12)]),
        lambda: VMobject().set_points_smoothly([_point(dice) for _ in range(7)]),
        lambda: Annulus(0.3, dice.uniform(0.4, 2)),
        lambda: Dot(radius=dice.uniform(0.01, 0.3)),
        lambda: _unfinished(dice),
    ]
    mobject = dice.choice(shapes)()
    _ink(mobject, dice)
    return mobject.set_z_index(dice.choice([0, 0, 0, 1, -1]))


def stir(mobjects: list[Any], dice: Random) -> None:
    """Add, remove and move a few."""
    for _ in range(dice.randrange(4)):
        what = dice.randrange(8)
        if what == 0 and mobjects:
            mobjects.pop(dice.randrange(len(mobjects)))
        elif what == 1:
            mobjects.insert(dice.randrange(len(mobjects) + 1), scribble(dice))
        elif what < 5 and mobjects:
            _change(dice.choice([m for m in mobjects if isinstance(m, Sprite)] or mobjects), dice)
        elif mobjects:
            dice.choice(mobjects).points += 0.1 * np.array(_point(dice))


def _ink(mobject: Any, dice: Random) -> None:
    mobject.set_fill(_colour(dice), dice.choice([0, 0, 0.3, 1]))
    mobject.set_stroke(_colour(dice), dice.choice([0, 1, 4, 15]), dice.choice([0, 1, 0.5]))
    mobject.joint_type = dice.choice(list(LineJointType))
    mobject.cap_style = dice.choice(list(CapStyleType))
    if dice.random() < 0.2:
        mobject.set_background_stroke(color=_colour(dice), width=6)
    if dice.random() < 0.2 and len(mobject.points) % 4 == 0:
        mobject.set_color_by_gradient(RED, BLUE)
    if dice.random() < 0.1 and len(mobject.points) % 4 == 0:
        mobject.set_sheen(0.4, UR)
    if dice.random() < 0.2:
        mobject.color_using_background_image(dice.choice(BEHIND))


def _unfinished(dice: Random) -> VMobject:
    """Return a path whose last curve was begun and not ended, as SVG files leave them."""
    path = VMobject().set_points_as_corners([_point(dice) for _ in range(5)])
    begun = path.points[dice.choice([0, -1])] + dice.choice([0, 1])
    path.points = np.array([*path.points, begun, *[path.points[0]] * dice.randrange(3)])
    return path


def leaf(colour: str = "#22AA88", scale: float = 20.0, blur: float = 0.1) -> Art:
    """Return a picture up to its box's edges, with something soft on it."""
    return Art(_paint_leaf, (colour, blur), (-1.0, -0.5, 1.0, 0.5), scale)


def _paint_leaf(paper: Paper, colour: str, blur: float) -> None:
    paper.fill(rectangle(-1, -0.5, 1, 0.5), colour)
    paper.fill(ellipse((0, 0), 0.8, 0.4), "#FF8800", 0.7, blur=blur)


def _sprite(dice: Random) -> Sprite:
    art = leaf(dice.choice(["#22AA88", "#FFFFFF"]), dice.choice([5.0, 11.25, 40.0]))
    sprite = Sprite(
        art,
        at=_point(dice),
        unit=dice.choice([0.3, 1, 1, 3, 8]),
        blend=dice.choice(["over", "over", "add"]),
        opacity=dice.choice([1, 1, 0, dice.random()]),
    )
    if dice.random() < 0.2:
        sprite.stretch(dice.uniform(0.2, 2), 0)
    return sprite.set_z_index(dice.choice([0, 0, 1, -1]))


def _change(mobject: Any, dice: Random) -> None:
    """Turn or scale it, or fade a sprite."""
    what = dice.randrange(3)
    if what == 0 and isinstance(mobject, Sprite):
        mobject.set_opacity(dice.choice([0, 1, dice.random()]))
    elif what == 1:
        mobject.rotate(dice.uniform(-1, 1))
    else:
        mobject.scale(dice.uniform(0.5, 2))


def _point(dice: Random) -> tuple[float, float, float]:
    return dice.uniform(-8, 8), dice.uniform(-5, 5), 0.0


def _colour(dice: Random) -> ManimColor:
    return ManimColor.from_hsv((dice.random(), dice.random(), 1))
