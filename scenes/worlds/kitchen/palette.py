"""Every colour of the kitchen, by night, by day, and at noon: desaturated, so that roles shine."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.paint.paints import Stop

__all__ = ["Palette", "palette"]


@dataclass(frozen=True)
class Palette:
    """Colours of walls, things and light."""

    wall: tuple[str, str]  # at the sides, in the middle
    tiles: tuple[str, str]  # from one to the other
    gleam: tuple[str, float]  # on a tile's upper edge
    warm: str  # tiles near the lamp
    lamp: tuple[str, float]
    wood: tuple[str, str, str]  # lit, shaded, the edge
    glass: str  # of jars
    filled: tuple[tuple[str, str], ...]  # what jars hold: lit, shaded
    lid: str
    onion: tuple[str, str]
    frame: tuple[str, str]  # of the window: in shade, lit
    sky: tuple[Stop, ...]
    orb: tuple[str, str]  # moon or sun, the light round it
    hills: str
    pot: tuple[str, str]
    leaf: tuple[str, str]
    hob: tuple[str, str, str]  # upper edge, middle, foot
    edge: str
    front: tuple[str, str, str]  # the ruler
    knob: tuple[str, str]
    iron: str
    broth: tuple[str, str, str]  # surface, middle, bottom
    shine: str  # on broth and glass
    stars: bool
    calm: str  # what narration stands on


_NIGHT = Palette(
    wall=("#151D33", "#1D2238"), tiles=("#1B2440", "#232D4B"), gleam=("#AAB9DE", 0.14),
    warm="#7C5C46", lamp=("#FFC67C", 0.54), wood=("#7A5C4A", "#3A2C30", "#E0B98C"),
    glass="#31405F", filled=(("#7D5A48", "#4E3C3A"), ("#6F7A58", "#465040"),
                             ("#8A7A60", "#57504A"), ("#6D4A4A", "#45343A")),
    lid="#5A4C4A", onion=("#8A6A58", "#4E3C40"), frame=("#0F1526", "#39435E"),
    sky=((0, "#14213F", 1), (0.7, "#263A62", 1), (1, "#40507A", 1)), orb=("#D9E4F7", "#9FB4DC"),
    hills="#182542", pot=("#8F6252", "#5C3D36"), leaf=("#4F7A63", "#2F5046"),
    hob=("#262E42", "#171D2D", "#0B0F1A"), edge="#8793A6", front=("#59647D", "#3C465E", "#252D40"),
    knob=("#3F4A63", "#161C2C"), iron="#0B0F1A", broth=("#C58B48", "#724930", "#4A3A42"),
    shine="#FFE0A6", stars=True, calm="#0C101B",
)  # fmt: skip
_DAY = Palette(
    wall=("#EFE4D2", "#FBF4E6"), tiles=("#F3EADB", "#FBF5EA"), gleam=("#FFFFFF", 0.9),
    warm="#FFF6DF", lamp=("#FFF3CF", 0.7), wood=("#C9A37A", "#9A7752", "#F3DFB8"),
    glass="#DCE8EC", filled=(("#C79A78", "#A77C60"), ("#A9B78C", "#869669"),
                             ("#D8C69C", "#B7A479"), ("#BF8E84", "#9C6F68")),
    lid="#A58A78", onion=("#D2A888", "#A87F68"), frame=("#CDB78F", "#FDF7EA"),
    sky=((0, "#A9D2EE", 1), (0.6, "#D8ECF4", 1), (1, "#FDF2DA", 1)), orb=("#FFFDF3", "#FFF1C4"),
    hills="#A9C8B2", pot=("#C98F74", "#9B6A56"), leaf=("#8DB694", "#64906E"),
    hob=("#CFD2D6", "#DCD8CE", "#EFE8DB"), edge="#FFFFFF", front=("#F4F1EA", "#E6E1D6", "#D5CEC0"),
    knob=("#B9B2A5", "#8E877B"), iron="#565B66", broth=("#EFBC70", "#E3B076", "#D2AD86"),
    shine="#FFF8E2", stars=False, calm="#F3ECDF",
)  # fmt: skip
_NOON = Palette(
    wall=("#4A3C46", "#7A5C4C"), tiles=("#54454C", "#66524E"), gleam=("#FFE2B8", 0.22),
    warm="#A87850", lamp=("#FFCB82", 0.7), wood=("#A07A5A", "#56403A", "#FFD9A8"),
    glass="#56607A", filled=(("#A87B60", "#6E5148"), ("#8C986E", "#5C664E"),
                             ("#AE9A78", "#746857"), ("#8F6260", "#5E4548")),
    lid="#7A645A", onion=("#AC8468", "#6A5048"), frame=("#2A2836", "#7A7078"),
    sky=((0, "#7C86A8", 1), (0.6, "#C79A86", 1), (1, "#FFC98C", 1)), orb=("#FFF0D0", "#FFC98C"),
    hills="#5A5468", pot=("#A87460", "#6E4A40"), leaf=("#6A9078", "#44665A"),
    hob=("#3A3646", "#2A2836", "#191822"), edge="#C9B4A0", front=("#6E5A4C", "#503E38", "#342A2C"),
    knob=("#5A5060", "#2A2632"), iron="#14131C", broth=("#C58B48", "#724930", "#4A3A42"),
    shine="#FFDCA0", stars=False, calm="#15131C",
)  # fmt: skip


def palette(night: bool, noon: bool = False) -> Palette:
    """Return the night's colours or the day's; in a dark film noon is the sun behind the window."""
    if not night:
        return _DAY
    return _NOON if noon else _NIGHT
