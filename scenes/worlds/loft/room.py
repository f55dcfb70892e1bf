"""The whole loft: the player, the beam, the sheet and the target behind it, true to scale."""

from __future__ import annotations

from scenes.paint import Art
from scenes.worlds.loft.plan import Plan
from scenes.worlds.loft.sheet import paint_halo, paint_ring, paint_sheet
from scenes.worlds.loft.target import REACH
from scenes.worlds.loft.walls import paint_room, paint_shadow

__all__ = ["Room"]


class Room(Plan):
    """The pictures of the loft in a frame of this size, and where things are in them."""

    def plate(self, scale: float) -> Art:
        """Return the room without the sheet: opaque, exactly the frame."""
        return Art(paint_room, (self,), self.frame, scale)

    def sheet(self, scale: float) -> Art:
        """Return the cloth, which hides what is behind it."""
        return Art(paint_sheet, (self,), self.sheet_box, scale)

    def halo(self, scale: float, radius_cm: float = 235.0) -> Art:
        """Return the light round the dot, the dot at the origin; it fits at any height of the dot.

        Lay it with ``blend``.
        """
        x, _ = self.dot(0)
        left, _, right, _ = self.sheet_box
        reach = radius_cm * self.unit_at(self.distance_cm)
        box = (left - x, -reach, right - x, reach)
        return Art(paint_halo, (self, radius_cm), box, scale)

    def ring(self, scale: float) -> Art:
        """Return the target on its cord, its middle at the origin.

        It hangs before the cloth, on which its shadow falls, and at night its light.
        """
        reach = REACH * self.ring_radius
        cord = self.frame[3] - self.target[1] + 0.1
        return Art(paint_ring, (self, cord), (-reach, -reach, reach, max(reach, cord)), scale)

    def shadow(self, scale: float, width_cm: float = 90.0) -> Art:
        """Return the shadow under a figure, in frame units a cm of 1, its feet at the origin."""
        box = (-width_cm, -width_cm * 0.16, width_cm, width_cm * 0.16)
        return Art(paint_shadow, (self.night, width_cm), box, scale)
