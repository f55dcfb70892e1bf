"""The light that falls on a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from scenes.paint.paints import mix
from scenes.paint.shapes import Point

__all__ = ["DAY", "NIGHT", "Cloth", "Light"]

Cloth = tuple[str, str]  # its lit and its shaded colour


@dataclass(frozen=True)
class Light:
    """One light, and the air's colour that all others drown in.

    ``towards`` points to the light; it does not turn with the figure. ``rim`` is the light's
    colour, ``width`` how wide it shines along an edge, in cm, and ``wash`` how much of it lies over
    what it shines on. ``ambient`` is the air's colour, ``night`` its share in all colours. ``back``
    is the colour of a weak light from behind. ``depth`` is how wide the shaded side is, in cm.
    """

    towards: Point = (1.0, 0.35)
    rim: str = "#FFB066"
    width: float = 0.75
    wash: float = 0.3
    ambient: str = "#18223A"
    night: float = 0.0
    back: str | None = None
    depth: float = 3.0

    def at(self, towards: Point) -> Light:
        """Return the same light from another side."""
        return replace(self, towards=towards)

    def lit(self, colour: str, share: float = 1.0) -> str:
        """Return a colour as it looks in this air; ``share`` below 1 keeps more of it."""
        return _lit(colour, self.ambient, self.night * share)


@lru_cache(maxsize=4096)
def _lit(colour: str, ambient: str, share: float) -> str:
    return mix(colour, ambient, share)


NIGHT = {
    "loft": Light(night=0.2, back="#5F739F"),
    "kitchen": Light((-0.8, 0.6), "#FFDFAE", 0.75, 0.26, "#18223A", 0.12, "#5A80BE"),
    "snow": Light((0.75, 0.65), "#DFEAFF", 0.8, 0.16, "#1B2A4A", 0.17, "#4A67A5"),
    "valley": Light((0.8, 0.6), "#FFD08A", 0.75, 0.16, "#202A3E", 0.12, "#63779B"),
    "fog": Light((-0.6, 0.8), "#FFF1D2", 0.9, 0.2, "#2C3A66", 0.08, "#8FA3DC"),
    "road": Light((1.0, 0.15), "#FFF1D2", 0.8, 0.24, "#1B2440", 0.14, "#7F97CF"),
}
DAY = {
    "loft": Light((0.55, 1.0), "#FFF6DF", 0.6, 0.2, "#FFF1DA", 0.0),
    "kitchen": Light((-0.5, 1.0), "#FFF6DF", 0.6, 0.2, "#FFF1DA", 0.0),
    "snow": Light((0.4, 1.0), "#FFFFFF", 0.6, 0.18, "#DCE9FA", 0.06),
    "valley": Light((0.5, 1.0), "#FFF3D2", 0.6, 0.18, "#F2EBDD", 0.05),
    "fog": Light((-0.6, 0.9), "#FFFFFF", 0.6, 0.16, "#E4E8EC", 0.08),
    "road": Light((-0.5, 1.0), "#FFFFFF", 0.6, 0.16, "#EEF0E8", 0.04),
}
