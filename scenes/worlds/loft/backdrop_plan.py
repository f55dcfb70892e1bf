"""Where things are in the loft out of focus, in a frame of any shape."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.paint import Box
from scenes.paint.shapes import Point
from scenes.worlds.loft.palette import Palette, palette

__all__ = ["BackdropPlan"]

_EYES = 1.6  # frame units above the strip: where the boards of the floor meet
_NEAR = 2.4  # and below it: where a unit of the floor is a unit of the frame


@dataclass(frozen=True)
class BackdropPlan:
    """The loft out of focus, for a chart or a formula to stand before, in frame units.

    The window is on the left, or in a tall frame on the right, and the rest of the sheet on the
    other side. Below the strip is the floor of the player's side.

    Attributes:
        frame_width: of the frame.
        frame_height: of the frame.
        night: whether it is night, or else day.
        warm: where the laser's light comes from.
        ground: y of the strip: below it is the floor.
    """

    frame_width: float
    frame_height: float
    night: bool
    warm: Point
    ground: float

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    @property
    def colours(self) -> Palette:
        """The colours of the hour."""
        return palette(self.night)

    @property
    def tall(self) -> bool:
        """Whether the frame is higher than wide."""
        return self.frame_width < 0.8 * self.frame_height

    @property
    def side(self) -> float:
        """The window's side: -1 for the left, 1 for the right."""
        return 1.0 if self.tall else -1.0

    @property
    def above(self) -> float:
        """The height of what is above the strip."""
        return self.frame[3] - self.ground

    @property
    def window(self) -> Box:
        """The window's opening."""
        high = min(0.62 * self.above, 4.2)
        wide = 0.8 * high
        x = self.side * (0.5 * self.frame_width - 0.34 * wide)
        y = self.ground + (0.66 if self.tall else 0.54) * self.above
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2

    @property
    def cloth(self) -> float:
        """X of the edge of the rest of the sheet."""
        return (
            -self.side
            * (0.16 if self.frame_width > 1.3 * self.frame_height else 0.12)
            * (self.frame_width)
        )

    def on_floor(self, x: float, away: float) -> Point:
        """Return where in the frame a place on the floor is, ``away`` 1 near the viewer."""
        return x / away, self.ground + _EYES - (_EYES + _NEAR) / away
