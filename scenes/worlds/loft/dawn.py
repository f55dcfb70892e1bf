"""The pay-off: the sheet as chart paper, its edge pushed aside, and the target in the open."""

from __future__ import annotations

from scenes.paint import Art
from scenes.worlds.loft.dawn_plan import DawnPlan
from scenes.worlds.loft.dawn_room import paint_room, paint_sun
from scenes.worlds.loft.dawn_sheet import paint_sheet
from scenes.worlds.loft.target import target

__all__ = ["Dawn"]


class Dawn(DawnPlan):
    """The pictures of the loft as day breaks, and where things are in them."""

    def plate(self, scale: float) -> Art:
        """Return the room without the sheet: opaque, exactly the frame."""
        return Art(paint_room, (self,), self.frame, scale)

    def sheet(self, scale: float) -> Art:
        """Return the cloth and its shadow."""
        left, hem = self.scaled(self.place.sheet, self.place.hem)
        box = (left - 0.1, hem - 0.4, self.target[0] + 2.0, self.line + 0.15)
        return Art(paint_sheet, (self, box), box, scale)

    def ring(self, scale: float) -> Art:
        """Return the target on its cord, its middle at the origin."""
        return target(self.night, self.radius, self.frame[3] - self.target[1] + 0.1, scale)

    def sun(self, scale: float) -> Art:
        """Return the light that falls in: lay it over room and sheet, below chart and figures."""
        return Art(paint_sun, (self,), self.frame, scale)
