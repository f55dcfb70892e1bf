"""A quiet room for charts: light that falls from above on a bare wall, by night and by day."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.paint import Art, Paper, linear, radial
from scenes.worlds.lights import grained, shade_corners

__all__ = ["Studio"]

# The wall's colours from above, its light, and what its corners fade to.
_NIGHT = ("#1A2233", "#121824", "#0C1018"), "#3D567F", "#080B11"
_DAY = ("#FDFCF8", "#F5F3EC", "#ECE8DE"), "#FFFFFF", "#D9D4C6"


@dataclass(frozen=True)
class Studio:
    """The wall, for a frame of this size."""

    width: float
    height: float
    night: bool

    @property
    def calm(self) -> str:
        """What narration stands on."""
        return _NIGHT[2] if self.night else _DAY[0][1]

    def plate(self, scale: float) -> Art:
        """Return the wall: opaque, exactly the frame."""
        half = self.width / 2, self.height / 2
        return Art(_paint, (self,), (-half[0], -half[1], *half), scale)


def _paint(paper: Paper, room: Studio) -> None:
    (top, middle, foot), light, corner = _NIGHT if room.night else _DAY
    high = room.height / 2
    stops = [(0.0, top, 1.0), (0.6, middle, 1.0), (1.0, foot, 1.0)]
    paper.flood(linear((0, high), (0, -high), stops))
    lamp = [(0.0, light, 0.5), (0.4, light, 0.2), (1.0, light, 0.0)]
    paper.flood(radial((-0.22 * room.width, 0.42 * high), 0.75 * room.width, lamp))
    shade_corners(paper, room.width, room.height, corner, 0.5 if room.night else 0.3)
    grained(paper, 7)
