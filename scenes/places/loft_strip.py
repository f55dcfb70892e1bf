"""A strip of the loft's sheet: lying as an axis under a bowl, upright, and as it grows larger."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import PI, Arc, DashedVMobject, Group, Mobject, Rectangle, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments._common.miss_run import MissRun
from scenes.kit.bowl import Bowl
from scenes.places.loft import Loft
from scenes.stage.claims import decoration
from scenes.stage.marks import follow, px
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.loft.cloth import Upright
from scenes.worlds.loft.strip import Strip as Band

__all__ = ["BAND", "OFF", "LoftStrip"]

BAND = 0.93  # how high the strip of sheet is
OFF = -0.46  # how far below its upper edge things lie on it


class LoftStrip(Loft):
    """The loft with a strip of its sheet, on which a run's first miss lies to the right."""

    def __init__(self, film: ShotFilm[Any], run: MissRun) -> None:
        super().__init__(film)
        self.run, self.target = run, run.target
        self.miss = abs(float(run.errors[0]))
        self.side = 1 if run.errors[0] > 0 else -1

    def bowl(self, base: float, unit: float, rise: float, target_x: float) -> Bowl:
        """Return the strip at a height and the cost over it, the target at ``target_x``.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        """
        frame, cm = self.film.frame, self.side * self.miss / unit
        cloth = Band(frame.width + 1, BAND, self.night)
        band = Group(Sprite(cloth.cloth(self.pixels), at=(0, base - BAND / 2, 0)))
        left, right = (
            self.target + (x - target_x) * cm for x in (frame.left - 0.5, frame.right + 0.5)
        )
        bowl = Bowl(
            self.film, base, (left, right), self.run.cost_at, rise / self.miss**2,
            band=band, at=float(self.run.heights[0]), target=self.target,
            tick=self.miss / 3, off=OFF,
        )  # fmt: skip
        halo = self.lit(cloth.light(self.pixels, strength=1.0 if self.night else 0.4))
        band.add(follow(halo, lambda light: light.move_to(bowl.axis.at(bowl.at(), -BAND / 2))))
        return bowl

    def upright(self, bowl: Bowl) -> Group:
        """The strip from near, upright, the light round the dot on it."""
        frame = self.film.frame
        strip = Upright(frame.width, frame.height, self.night)
        halo = self.lit(strip.halo(self.pixels)).move_to(bowl.dot.ball)
        return Group(Sprite(strip.plate(self.pixels), name="upright"), halo)

    def stood_up(self, bowl: Bowl, lying: list[Mobject]) -> CameraMove:
        """Stand the strip and what lies on it upright in the frame; return the way back."""
        ring = bowl.axis.at(self.target, OFF)
        turn = self.side * PI / 2
        way = self._upright_at - ring
        return CameraMove(*lying, zoom=self._zoom, turn=turn, about=ring, shift=way).settle()

    @property
    def _zoom(self) -> float:
        return self.film.choose(0.9, 1.2, 1.6)

    @property
    def _upright_at(self) -> Point3D:
        return np.array([0.0, -self.side * self.film.choose(2.0, 1.9, 2.8), 0.0])

    def upright_ghost(self, bowl: Bowl) -> VGroup:
        """Where the upright strip was, dashed, and the way on which it was turned."""
        colour, frame = self.film.theme.mark("text"), self.film.frame
        was = Rectangle(width=BAND * self._zoom, height=frame.height + 1)
        was.set_stroke(colour, px(0.03), 0.8)
        ring = bowl.axis.at(self.target, OFF)
        radius = 0.8 * bowl.axis.unit * self.miss
        arc = Arc(radius, self.side * PI / 2 - 0.15, -self.side * (PI / 2 - 0.35), arc_center=ring)
        arc.set_stroke(colour, px(0.05), 0.9).add_tip(tip_length=0.3, tip_width=0.3)
        return decoration(VGroup(DashedVMobject(was, num_dashes=60), arc))

    def lens(self, bowl: Bowl, factor: float) -> tuple[VMobject, VMobject]:
        """The part of the strip that fills the frame once it is larger, before and after that."""
        frame, middle = self.film.frame, bowl.axis.at(self.target, -BAND / 2)
        after = Rectangle(width=frame.width - 0.3, height=BAND + 0.5).set_y(middle[1])
        before = after.copy()
        before.points[:, 0] = middle[0] + (before.points[:, 0] - middle[0]) / factor
        rims = [DashedVMobject(box, num_dashes=90) for box in (before, after)]
        for rim in rims:
            decoration(rim.set_stroke(self.film.theme.mark("text"), px(0.05), 1.0))
        return rims[0], rims[1]
