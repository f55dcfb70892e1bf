"""Every colour of the road: desaturated, so that the roles' colours shine."""

from __future__ import annotations

from dataclasses import dataclass

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


_NIGHT = Palette(
    sky=((0, "#0D1730", 1), (0.55, "#1B2B50", 1), (0.86, "#3A4468", 1), (1, "#57506A", 1)),
    light="#D9E4F7",
    light_strength=0.3,
    hills=("#34426A", "#2A3759", "#1F2B49"),
    field=("#1B2740", "#0B111F"),
    furrow="#2A3854",
    asphalt=("#39435C", "#151B2B"),
    speck=("#8FA0C8", "#060A14"),
    line="#E8DCC0",
    centre="#63F5BF",
    tree=("#8A8178", "#223152", "#152038"),
    haze="#3F4A6C",
    body=("#E9DFC6", "#BDB6A6", "#5B5F70"),
    glass=("#16203A", "#5A5046"),
    dark=("#2A3450", "#0D1322"),
    lamp="#FFF6DD",
    rim="#FFF1D2",
    back="#7F97CF",
    calm="#090C14",
)  # fmt: skip

_MORNING = Palette(
    sky=((0, "#27406E", 1), (0.45, "#6F7FA6", 1), (0.75, "#D79E84", 1), (1, "#F6CF96", 1)),
    light="#FFE9BC",
    light_strength=0.8,
    hills=("#8C82A0", "#6A6A8C", "#4B5576"),
    field=("#4C5A5E", "#20303A"),
    furrow="#7B7B72",
    asphalt=("#6A6878", "#262E40"),
    speck=("#C9BFC0", "#10141E"),
    line="#FFF3DC",
    centre="#63F5BF",
    tree=("#E2B98A", "#4A5A66", "#2C3C50"),
    haze="#97899A",
    body=("#FFF3D8", "#DCD2BC", "#7C7684"),
    glass=("#31426A", "#B08F78"),
    dark=("#39445E", "#141A2A"),
    lamp="#FFF8E6",
    rim="#FFE7BC",
    back="#8FA4D6",
    calm="#131B2A",
)  # fmt: skip

_DAY = Palette(
    sky=((0, "#9CC3E6", 1), (0.5, "#C6DDED", 1), (0.85, "#EEF0E8", 1), (1, "#F8F0DC", 1)),
    light="#FFFDF2",
    light_strength=0.9,
    hills=("#C3D0D4", "#A9BFBF", "#8FAEA6"),
    field=("#CBD3B6", "#DFDFC8"),
    furrow="#B4BF9E",
    asphalt=("#C9CBCE", "#E2E1DC"),
    speck=("#FFFFFF", "#9FA3A8"),
    line="#FFFFFF",
    centre="#0D7943",
    tree=("#A9C39A", "#7E9F7C", "#5E8068"),
    haze="#B9CBC4",
    body=("#FFF8E6", "#F0E6CC", "#BFB194"),
    glass=("#8FA9BF", "#C9D6DE"),
    dark=("#6C7280", "#3C424E"),
    lamp="#FFFFFF",
    rim="#FFFFFF",
    back="#FFFFFF",
    calm="#E4E2DA",
)  # fmt: skip


def palette(night: bool, morning: bool = False) -> Palette:
    """Return the colours by night, of the morning after it, or by day."""
    return (_MORNING if morning else _NIGHT) if night else _DAY
