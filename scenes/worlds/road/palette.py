"""Every colour of the road: desaturated, so that the roles' colours shine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from scenes.paint.paints import Stop

__all__ = ["Palette", "palette"]


@dataclass(frozen=True)
class Palette:
    """Colours of sky, land, road and car."""

    sky: tuple[Stop, ...]  # from top to horizon
    light: str  # moon or sun
    light_strength: float
    hills: tuple[str, str, str]  # far to near
    field: tuple[str, str]  # far, near
    furrow: str
    asphalt: tuple[str, str]  # far, near
    speck: tuple[str, str]
    line: str  # painted on the road
    centre: str  # the dashes along the lane's centre
    tree: tuple[str, str, str]  # in the light, its body, in the shade
    haze: str  # what trees fade into
    body: tuple[str, str, str]  # of the car: lit, its paint, in the shade
    glass: tuple[str, str]
    dark: tuple[str, str]  # tyres and seats: lit, in the shade
    lamp: str
    rim: str
    back: str
    calm: str  # what the narration's zone fades into


# Each by night, of the morning after it, and by day.
_COLOURS: dict[str, tuple[Any, Any, Any]] = {
    "sky": (
        ((0, "#0D1730", 1), (0.55, "#1B2B50", 1), (0.86, "#3A4468", 1), (1, "#57506A", 1)),
        ((0, "#27406E", 1), (0.45, "#6F7FA6", 1), (0.75, "#D79E84", 1), (1, "#F6CF96", 1)),
        ((0, "#9CC3E6", 1), (0.5, "#C6DDED", 1), (0.85, "#EEF0E8", 1), (1, "#F8F0DC", 1)),
    ),
    "light": ("#D9E4F7", "#FFE9BC", "#FFFDF2"),
    "light_strength": (0.3, 0.8, 0.9),
    "hills": (("#34426A", "#2A3759", "#1F2B49"), ("#8C82A0", "#6A6A8C", "#4B5576"),
              ("#C3D0D4", "#A9BFBF", "#8FAEA6")),
    "field": (("#1B2740", "#0B111F"), ("#4C5A5E", "#20303A"), ("#CBD3B6", "#DFDFC8")),
    "furrow": ("#2A3854", "#7B7B72", "#B4BF9E"),
    "asphalt": (("#39435C", "#151B2B"), ("#6A6878", "#262E40"), ("#C9CBCE", "#E2E1DC")),
    "speck": (("#8FA0C8", "#060A14"), ("#C9BFC0", "#10141E"), ("#FFFFFF", "#9FA3A8")),
    "line": ("#E8DCC0", "#FFF3DC", "#FFFFFF"),
    "centre": ("#63F5BF", "#63F5BF", "#0D7943"),
    "tree": (("#8A8178", "#223152", "#152038"), ("#E2B98A", "#4A5A66", "#2C3C50"),
             ("#A9C39A", "#7E9F7C", "#5E8068")),
    "haze": ("#3F4A6C", "#97899A", "#B9CBC4"),
    "body": (("#E9DFC6", "#BDB6A6", "#5B5F70"), ("#FFF3D8", "#DCD2BC", "#7C7684"),
             ("#FFF8E6", "#F0E6CC", "#BFB194")),
    "glass": (("#16203A", "#5A5046"), ("#31426A", "#B08F78"), ("#8FA9BF", "#C9D6DE")),
    "dark": (("#2A3450", "#0D1322"), ("#39445E", "#141A2A"), ("#6C7280", "#3C424E")),
    "lamp": ("#FFF6DD", "#FFF8E6", "#FFFFFF"),
    "rim": ("#FFF1D2", "#FFE7BC", "#FFFFFF"),
    "back": ("#7F97CF", "#8FA4D6", "#FFFFFF"),
    "calm": ("#090C14", "#131B2A", "#E4E2DA"),
}  # fmt: skip


@cache
def palette(night: bool, morning: bool = False) -> Palette:
    """Return the colours by night, of the morning after it, or by day."""
    hour = (1 if morning else 0) if night else 2
    return Palette(**{name: hours[hour] for name, hours in _COLOURS.items()})
