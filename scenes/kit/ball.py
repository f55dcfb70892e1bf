"""Round things that shine: the ball on the curve, the dot of the laser, the target's ring."""

from __future__ import annotations

from collections.abc import Callable

from manim import Group
from manim.typing import Point3DLike

from filmrender.drawing.stamps import Blend
from scenes.paint import Art, Paper, radial
from scenes.paint.paints import mix
from scenes.paint.shapes import ellipse
from scenes.stage.claims import Space, Values, claim, decoration
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Theme

__all__ = ["Ball", "glow", "target_ring"]

_WHITE = "#FFFFFF"


def paint_ball(paper: Paper, radius: float, colour: str) -> None:
    """Paint a ball lit from the upper left."""
    light, dark = mix(colour, "#FFE9CF", 0.75), mix(colour, "#5A2400", 0.45)
    paper.fill(ellipse((0, 0), 1.22 * radius), mix(colour, "#1C0A00", 0.85), 1.0)
    with paper.clipped(ellipse((0, 0), radius)):
        stops = [(0, light, 1.0), (0.45, colour, 1.0), (1, dark, 1.0)]
        paper.flood(radial((-0.3 * radius, 0.34 * radius), 1.5 * radius, stops))


def paint_glow(paper: Paper, radius: float, colour: str, strength: float) -> None:
    """Paint a soft disc of light that falls off to nothing."""
    stops = [(x, colour, strength * (1 - x) ** 2.2) for x in (0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1)]
    paper.fill(ellipse((0, 0), radius), radial((0, 0), radius, stops))


def paint_ring(paper: Paper, radius: float, colour: str, hole: str) -> None:
    """Paint a target: rings in two colours."""
    rim = "#0B1612" if hole != _WHITE else _WHITE
    paper.fill(ellipse((0, 0), 1.17 * radius), rim, 1.0)
    for outer, inner in ((1.0, 0.78), (0.56, 0.38), (0.18, 0.0)):
        paper.fill(ellipse((0, 0), outer * radius), colour)
        if inner:
            paper.fill(ellipse((0, 0), inner * radius), hole)


def _disc(painter: object, radius: float, arguments: tuple[object, ...], pixels: float) -> Art:
    reach = 1.36 * radius
    box = (-reach, -reach, reach, reach)
    return Art(painter, (radius, *arguments), box, pixels)  # type: ignore[arg-type]


def glow(radius: float, colour: str, pixels: float, theme: Theme, strength: float = 0.8) -> Sprite:
    """Return light round a point: it adds to the night, and lies over the day."""
    by_night = theme.name == "dark"
    art = _disc(paint_glow, radius, (colour, strength if by_night else 0.6 * strength), pixels)
    blend: Blend = "add" if by_night else "over"
    return decoration(Sprite(art, blend=blend, name="glow", soft=True))


def target_ring(radius: float, pixels: float, theme: Theme) -> Group:
    """Return the target, with its glow."""
    colour = theme.marks["target"]
    hole = "#14392F" if theme.name == "dark" else _WHITE
    ring = Sprite(_disc(paint_ring, radius, (colour, hole), pixels), colour=colour, name="target")
    return Group(glow(2.2 * radius, colour, pixels, theme, 0.5), ring)


class Ball(Group):
    """A ball with the light round it; it marks a value where it says so.

    ``painter`` paints it, if it is something else that is round.
    """

    def __init__(
        self, radius: float, theme: Theme, pixels: float, halo: float = 4.5,
        painter: Callable[..., None] = paint_ball,
    ) -> None:  # fmt: skip
        colour = theme.marks["here"]
        self.ball = Sprite(_disc(painter, radius, (colour,), pixels), colour=colour, name="ball")
        warm = "#FF9A3C" if theme.name == "dark" else colour
        self.halo = glow(halo * radius, warm, pixels, theme)
        super().__init__(self.halo, self.ball)

    def claims(self, space: Space, *, of: str, x: Values) -> Ball:
        """Say what the ball stands for."""
        claim(self.ball, space, of=of, x=x)
        return self

    def put(self, point: Point3DLike) -> Ball:
        """Put the middle of the ball here."""
        self.shift(point - self.ball.get_center())
        return self
