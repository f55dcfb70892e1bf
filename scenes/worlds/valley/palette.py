"""Every colour of the valley, at dusk and by day: desaturated, so that the roles' colours shine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scenes.paint.paints import Stop

__all__ = ["Palette", "palette"]


@dataclass(frozen=True)
class Palette:
    """Colours of sky, land, stone, house and water."""

    sky: tuple[Stop, ...]  # from top to bottom
    glow: str  # where the sun is under the horizon, or stands
    glow_strength: float
    ridges: tuple[str, ...]  # far to near
    ridge_edge: str
    mist: str
    shade: str  # between two ridges
    shade_strength: float
    tree: str
    earth: tuple[str, str]  # cut through: under the grass, deep
    strata: str
    stone: tuple[str, str, str]  # a wall's lit edge, its upper part, its lower one
    joint: str
    wall: tuple[str, str]  # of the house: lit, in shade
    roof: tuple[str, str]
    door: tuple[str, str]  # leaf, frame
    window: str
    water: tuple[str, str, str]  # surface, upper, deep
    glass: str
    calm: str  # what the narration's zone fades into
    lamp: str  # the light of the house


_NIGHT = Palette(
    sky=((0, "#0C1634", 1), (0.25, "#172654", 1), (0.5, "#33407A", 1), (0.7, "#6B6288", 1),
         (0.85, "#A9796F", 1), (1, "#C08A62", 1)),
    glow="#FFC98A",
    glow_strength=0.6,
    ridges=("#5F6492", "#4A5384", "#394573", "#2B3763", "#202B52", "#182143", "#121935"),
    ridge_edge="#C9D6FF",
    mist="#7F86B8",
    shade="#070B14",
    shade_strength=0.24,
    tree="#0A0E18",
    earth=("#10183A", "#080C1C"),
    strata="#9DB4DC",
    stone=("#93A3CC", "#35426A", "#0D1226"),
    joint="#0A0D14",
    wall=("#4A4A56", "#2B2E3A"),
    roof=("#3A3640", "#24232C"),
    door=("#12603F", "#1E222C"),
    window="#FFD08A",
    water=("#BFE0E4", "#5E98A3", "#27505F"),
    glass="#DCEBF6",
    calm="#0A1030",
    lamp="#63F5BF",
)  # fmt: skip

_DAY = Palette(
    sky=((0, "#A6C7E4", 1), (0.35, "#C3DAEC", 1), (0.7, "#E9EDE6", 1), (1, "#F6EEDB", 1)),
    glow="#FFF3CC",
    glow_strength=0.95,
    ridges=("#E6DFD2", "#D3D6D6", "#BECAD2", "#AABBC8", "#98ACBD", "#899FB3", "#7C93A8"),
    ridge_edge="#FFFFFF",
    mist="#FFF8E8",
    shade="#41566E",
    shade_strength=0.16,
    tree="#3E5A5C",
    earth=("#D3D9DE", "#F3F0E8"),
    strata="#6E8298",
    stone=("#FFFFFF", "#E4E1D8", "#D9D5CA"),
    joint="#A9A598",
    wall=("#EFE8DA", "#D8CFBF"),
    roof=("#8A6F62", "#6C564C"),
    door=("#0D7943", "#8C7D6C"),
    window="#5D7488",
    water=("#E4F4F4", "#A9D2D6", "#6BA3AE"),
    glass="#5E7A90",
    calm="#DDE0E0",
    lamp="#FFFDF2",
)  # fmt: skip

_DAWN = replace(
    _NIGHT,
    sky=((0, "#1B2A4E", 1), (0.3, "#42507C", 1), (0.55, "#8A7088", 1), (0.75, "#C98F78", 1),
         (1, "#E8B888", 1)),
    glow="#FFE2B0",
    glow_strength=0.85,
    ridges=("#9A8490", "#7E7488", "#636481", "#4E5474", "#3E4667", "#323A58", "#282F4A"),
    wall=("#8A7C78", "#4C4858"),
    roof=("#5E4C50", "#38313C"),
)  # fmt: skip

_LIT = replace(
    _NIGHT,
    sky=((0, "#16245A", 1), (0.25, "#2B3D86", 1), (0.5, "#6A63A4", 1), (0.7, "#B87C92", 1),
         (0.85, "#DD9A74", 1), (1, "#E8AC78", 1)),
    glow_strength=0.6,
    ridges=("#887DAC", "#756FA2", "#646699", "#3E487C", "#424F87", "#3A4780", "#303E74"),
)  # fmt: skip


def palette(night: bool, dawn: bool = False, lit: bool = False) -> Palette:
    """Return the colours at dusk, ``lit`` by the last of the sun, of the dawn, or by day."""
    return (_DAWN if dawn else _LIT if lit else _NIGHT) if night else _DAY
