"""A strip of the loft's sheet: lying as an axis under a bowl, upright, and as it grows larger."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import PI, Arc, DashedVMobject, Group, Mobject, Rectangle, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.miss_run import MissRun
from scenes.kit.arrows import axis_arrow
from scenes.kit.bowl import Bowl, Strip
from scenes.kit.step import StepOnAxis
from scenes.kit.trail import Trail
from scenes.places.loft import Loft
from scenes.stage.claims import decoration
from scenes.stage.marks import Arrow, follow, px
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.tempo import held_half_way
from scenes.worlds.loft.cloth import Upright
from scenes.worlds.loft.strip import Strip as Band

__all__ = ["BAND", "OFF", "LoftStrip"]

BAND = 0.93  # how high the strip of sheet is
REACH, NEAR = 4.6, 2.6  # of the light round the dot, and on a strip that ends in the picture
OFF = -0.46  # how far below its upper edge things lie on it


class LoftStrip(Loft):
    """The loft with a strip of its sheet, on which a run's first miss lies to the right."""

    def __init__(self, film: ShotFilm[Any], run: MissRun) -> None:
        super().__init__(film)
        self.run, self.target = run, run.target
        self.miss = abs(float(run.errors[0]))
        self.side = 1 if run.errors[0] > 0 else -1

    def bowl(
        self, base: float, unit: float, rise: float, target_x: float, edge: float | None = None
    ) -> Bowl:
        """Return the strip at a height and the cost over it, the target at ``target_x``.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        The strip begins at x = ``edge``, or beyond the frame's left edge.
        """
        ends = self._ends(edge)
        band, window = self._band(base, ends), self._window(ends, target_x, unit)
        bowl = Bowl(
            self.film, base, window, self.run.cost_at, rise / self.miss**2, ends=ends,
            band=band, at=float(self.run.heights[0]), target=self.target,
            tick=self.miss / 3, off=OFF,
        )  # fmt: skip
        self._light(band, bowl, edge)
        return bowl

    def strip(
        self, base: float, unit: float, target_x: float, step: int, edge: float | None = None
    ) -> Strip:
        """Return the strip alone; what the miss is after so many steps is ``unit`` long."""
        ends = self._ends(edge)
        band, grown = self._band(base, ends), abs(float(self.run.errors[0] / self.run.errors[step]))
        strip = Strip(
            self.film, base, self._window(ends, target_x, grown * unit), ends=ends, band=band,
            at=float(self.run.heights[step]), target=self.target, tick=self.miss / 3, off=OFF,
        )  # fmt: skip
        self._light(band, strip, edge)
        return strip

    def error(self, strip: Strip, height: float) -> Arrow:
        """Return the arrow from the target to a height on a strip."""
        ends = self.target, height
        return axis_arrow(strip.axis, *ends, "text", 0.13, of="error", off=OFF)

    def step(self, strip: Strip) -> StepOnAxis:
        """Return the run's first step on a strip."""
        return StepOnAxis.of(self.film, strip.axis, self.run, 0, OFF)

    def trail(self, strip: Strip, run: MissRun, row: float, size: float) -> Trail:
        """Return where a run's dots landed on a strip, below it, row by row."""
        numbers = [run.reading("error", step) for step in range(run.steps + 1)]
        return Trail(self.film, strip.axis, run.heights.tolist(), numbers, middle=self.target,
                     down=BAND + 0.42, row=row, size=size)  # fmt: skip

    def _ends(self, edge: float | None) -> tuple[float, float]:
        frame = self.film.frame
        return frame.left - 0.5 if edge is None else edge, frame.right + 0.5

    def _window(
        self, ends: tuple[float, float], target_x: float, unit: float
    ) -> tuple[float, float]:
        """Return the values at both ends, if the first miss is ``unit`` long."""
        cm = self.side * self.miss / unit
        left, right = (self.target + (x - target_x) * cm for x in ends)
        return left, right

    def _band(self, base: float, ends: tuple[float, float]) -> Group:
        left, right = ends
        cloth = Band(right - left, BAND, self.night).cloth(self.pixels)
        return Group(Sprite(cloth, at=((left + right) / 2, base - BAND / 2, 0)))

    def _light(self, band: Group, strip: Strip, edge: float | None) -> None:
        """Let the band be lit where the dot is; beyond its edge nothing is."""
        cloth = Band(self.film.frame.width, BAND, self.night)
        halo = self.lit(
            cloth.light(
                self.pixels, REACH if edge is None else NEAR, strength=1.0 if self.night else 0.3
            )
        )
        axis = strip.axis
        band.add(follow(halo, lambda light: light.move_to(axis.at(strip.at(), -BAND / 2))))

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
        move = CameraMove(
            *lying, zoom=self._zoom, turn=turn, about=ring, shift=way, rate_func=held_half_way
        )
        return move.settle()

    @property
    def _zoom(self) -> float:
        return self.film.choose(2.0, 2.0, 2.4)

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
