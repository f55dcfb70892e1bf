"""The basin from straight above: a hiker feels for the ground, and what his foot finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import DashedVMobject, Ellipse, Group, Polygon, VGroup, VMobject

from gdmath.arrays import Array
from scenes.figures import HIKER
from scenes.figures.above import above_art
from scenes.kit.beside import Room
from scenes.paint import Art
from scenes.places.basin import Valley, View, rounded_way
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Arrow, Path, px
from scenes.stage.sprite import Sprite
from scenes.stage.tempo import POSES, InPlace, stepped
from scenes.stage.theme import Role
from scenes.worlds.basin.look import Look

__all__ = ["Feel", "FromAbove", "Plan"]

OUT, IN = 62.0, 34.0  # cm: how far out his foot's tip is when it feels, and when he stands
SHARP = 1.35  # pixels of the plate a pixel of the frame: the camera goes near


class Plan(Group):
    """A hiker from straight above in the fog: w runs right, b up; 1 of J is as long as 1 of w.

    He stands at ``spot``, which is ``middle`` in the frame; ``reach`` is how far his foot feels,
    ``unit`` how many frame units 1 of w is; he faces ``turn`` degrees from +w.
    """

    def __init__(
        self, valley: Valley, surface: str, spot: Array, *, unit: float, reach: float,
        middle: tuple[float, float], clear: float, turn: float, foot: float = OUT,
    ) -> None:  # fmt: skip
        self.theme, self.unit, self.reach, self.spot = valley.film.theme, unit, reach, spot
        look = Look(surface, (*spot, 8.0), 0.0, -90.0, unit, middle, flat=True)
        self.view = view = valley.view(look)
        way = rounded_way(spot[None])
        art = view.basin.fog(SHARP * valley.pixels, way, clear / unit, step=0.1, seed=31)
        self.plate = view.plate(art)
        self.hiker = FromAbove(view, spot, reach * unit / OUT, turn, foot)
        ring = view.ring(spot, reach)[0].set_fill(opacity=0)
        self.ring = decoration(DashedVMobject(ring.set_stroke(width=0, background=True), 44))
        self.ring.set_stroke(self.theme.mark("text"), px(0.03), 0.75)
        super().__init__(self.plate, self.ring, self.hiker)

    @property
    def pivot(self) -> Array:
        """Where he stands, in the frame."""
        return self.view.at(self.spot)

    def print_(self, way: Array) -> VGroup:
        """Return the print of a boot on a way (2,), a unit vector: sole and heel."""
        group = VGroup()
        for back, long, wide in ((0.05, 0.1, 0.052), (0.128, 0.042, 0.046)):
            part = Ellipse(width=long * self.unit, height=wide * self.unit, stroke_width=0)
            part.rotate(np.arctan2(way[1], way[0]))
            spot = self.pivot + (self.reach - back) * self.unit * np.array([*way, 0.0])
            part.move_to(spot).set_fill(self.theme.mark("text"), 0.8)
            group.add(part.set_stroke(self.theme.mark("ground"), px(0.03), 0.7, background=True))
        return decoration(group)

    def ray(self, way: Array, slope: float) -> Polygon:
        """Return a ray from where he stands, as long as the ground there slopes: up or down."""
        side = 0.13 * np.array([-way[1], way[0], 0.0])
        out = self.pivot + abs(slope) * self.unit * np.array([*way, 0.0])
        ray = Polygon(self.pivot + side, out, self.pivot - side, stroke_width=0)
        ray.set_stroke(self.theme.mark("ground"), px(0.06), 0.9, background=True)
        return ray.set_fill(self.theme.mark("gradient" if slope > 0 else "step"), 1.0)

    def round(self, gradient: Array, role: Role) -> Path:
        """Return what the tips of all rays draw while his foot goes half a turn, as it goes.

        They are those that lead up, or for the role of the step those that lead down: a circle
        through where he stands, whose diameter is the gradient (2,).
        """
        up = role == "gradient"
        turns = np.arctan2(gradient[1], gradient[0]) + np.linspace(-np.pi / 2, np.pi / 2, 61)
        ways = np.column_stack((np.cos(turns), np.sin(turns)))
        tips = self.spot + (ways @ gradient)[:, None] * ways * (1 if up else -1)
        line = Path(self.theme, role, 0.07, name=f"round {role}")
        line.through(*[np.array([*spot, 0.0]) for spot in self.view.measure(*tips.T)])
        line.set_fill(self.theme.mark(role), 0.3)
        line.set_stroke(self.theme.mark("ground"), px(0.15), 0.95, background=True)
        return claim(line, self.view, of=role, x=tips[:, 0], y=tips[:, 1])

    def clear(self, room: Room, gradient: Array, rays: Iterable[VMobject]) -> Room:
        """Keep a room clear of the rays and of the two circles that they fill."""
        room.keep(self.ring, *rays, *[self.round(gradient, role) for role in ("step", "gradient")])
        wide = 0.35 * float(np.linalg.norm(gradient))  # of a square in a circle
        for middle in (self.spot + gradient / 2, self.spot - gradient / 2):
            low, high = self.view.at(middle - wide), self.view.at(middle + wide)
            room.keep_box(*low[:2].tolist(), *high[:2].tolist())
        return room

    def parts(self, gradient: Array) -> VGroup:
        """Return the gradient's parts along w and along b, one after the other."""
        along, up = np.diag(gradient)
        return VGroup(
            self.view.arrow(self.spot, along, "gradient", 0.1, "slope along w"),
            self.view.arrow(self.spot + along, up, "gradient", 0.1, "slope along b"),
        )

    def arrow(self, way: Array, role: Role, of: str, thickness: float = 0.2) -> Arrow:
        """Return an arrow from where he stands, as long as its way (2,)."""
        return self.view.arrow(self.spot, way, role, thickness, of)


class FromAbove(Sprite):
    """The hiker from straight above, a foot on the ground ``reach`` cm away; degrees from +w."""

    def __init__(self, view: View, spot: Array, unit: float, faces: float, reach: float) -> None:
        self._light, self._scale = view.light((-0.6, 0.8)), view.pixels * unit
        self.faces, self.foot, self._reach = faces, faces, reach
        super().__init__(self._picture(), at=view.at(spot), unit=unit, name="hiker from above")

    def feel(self, foot: float) -> FromAbove:
        """Put the foot down in another direction."""
        self.foot = foot
        self.swap(self._picture())
        return self

    def _picture(self) -> Art:
        return above_art(HIKER, self.faces, self.foot, self._reach, self._light, self._scale)


class Feel(InPlace):
    """Lets a hiker from above feel in another direction."""

    def __init__(self, hiker: FromAbove, foot: float, **kwargs: Any) -> None:
        self._hiker, self._to = hiker, foot
        super().__init__(hiker, **kwargs)

    def begin(self) -> None:
        """Begin from where the foot is."""
        self._from = self._hiker.foot
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the foot in between."""
        share = self.rate_func(stepped(alpha, self.run_time, POSES))
        self._hiker.feel(self._from + share * (self._to - self._from))
