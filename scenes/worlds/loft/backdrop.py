"""The loft out of focus, behind and below the strip of sheet."""

from __future__ import annotations

from scenes.paint import Art, Paper
from scenes.worlds.lights import grained, shade_corners
from scenes.worlds.loft.backdrop_cloth import paint_cloth, paint_floor
from scenes.worlds.loft.backdrop_plan import BackdropPlan
from scenes.worlds.loft.backdrop_room import paint_lights, paint_room, paint_warmth

__all__ = ["Backdrop", "paint_haze"]

_BLUR = 0.085  # frame units, of everything but the lights


class Backdrop(BackdropPlan):
    """The pictures of the loft out of focus."""

    def plate(self, scale: float) -> Art:
        """Return the room: opaque, exactly the frame."""
        return Art(_paint, (self,), self.frame, scale)

    def below(self, scale: float) -> Art:
        """Return the plate's part below the strip: it hides what stands behind the strip."""
        left, bottom, right, _ = self.frame
        return Art(_paint, (self,), (left, bottom, right, self.ground), scale)


def _paint(paper: Paper, place: BackdropPlan) -> None:
    paint_haze(paper, place)
    grained(paper, 29)


def paint_haze(paper: Paper, place: BackdropPlan) -> None:
    """Paint the room without grain."""
    colours = place.colours
    with paper.layer(blur=_BLUR):
        paint_room(paper, place)
        paint_cloth(paper, place)
        paint_warmth(paper, place)
        paint_floor(paper, place)
        shade_corners(
            paper, place.frame_width, place.frame_height, colours.haze_deep, colours.haze_vignette
        )
    paint_lights(paper, place)
