"""The colours of the snow by the hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["HOURS", "Hour", "Palette"]

Hour = Literal["night", "dawn", "day", "noon"]
Ramp = tuple[tuple[float, str], ...]  # colours from 0 to 1


@dataclass(frozen=True)
class Palette:
    """What is painted with which colour; peaks and pines as (dark, lit, brightest)."""

    sky: Ramp  # from the top down to the horizon
    haze: str
    star: str  # none if empty
    orb: tuple[str, str, float]  # moon or sun, its light, how strong that is
    peaks: tuple[str, str, str]
    hills: tuple[str, str, str]
    pine: tuple[str, str, str]
    snow: Ramp  # from shade to light
    cut: Ramp  # from the edge downwards
    air: str  # what far snow fades to
    edge: str
    strata: float
    fog: tuple[str, str, str]  # shaded, plain, lit
    shade: str
    vignette: float
    light: tuple[float, float]  # whence it comes


_NIGHT = Palette(
    sky=((0, "#0b1530"), (0.45, "#16294f"), (1, "#2d4d7f")),
    haze="#35568a",
    star="#dfe9ff",
    orb=("#f3f7ff", "#a9c8ff", 0.5),
    peaks=("#213a66", "#3d609a", "#6f94cd"),
    hills=("#193056", "#2c4b7e", "#2c4b7e"),
    pine=("#13243f", "#1d3558", "#8fb1e2"),
    snow=((0, "#0f1c38"), (0.22, "#1d3560"), (0.45, "#3a5f98"), (0.68, "#7fa8de"),
          (0.86, "#c3dcfb"), (1, "#f2f8ff")),
    cut=((0, "#9cc2f4"), (0.06, "#6a97d8"), (0.2, "#40699f"), (0.45, "#28487e"), (0.75, "#1d3767"),
         (1, "#172d58")),
    air="#31507f",
    edge="#d5e6ff",
    strata=1.0,
    fog=("#5b82be", "#9dbbe8", "#eef5ff"),
    shade="#060b1c",
    vignette=0.34,
    light=(0.62, 0.70),
)  # fmt: skip

_DAWN = Palette(
    sky=((0, "#141a3e"), (0.4, "#3a3568"), (0.72, "#8a557c"), (0.9, "#d98468"), (1, "#f2b27a")),
    haze="#b06c7c",
    star="#c9cff2",
    orb=("#fff2d8", "#ffb070", 0.75),
    peaks=("#3b3a68", "#b0748a", "#f0ac94"),
    hills=("#2b2f5c", "#5d4f80", "#7c5f8c"),
    pine=("#1c2246", "#2c3160", "#c08c9e"),
    snow=((0, "#1a2148"), (0.22, "#2f3a70"), (0.45, "#5a639e"), (0.68, "#a291bc"),
          (0.86, "#e6b8b4"), (1, "#ffe6d0")),
    cut=((0, "#b4bcea"), (0.06, "#7d88c8"), (0.2, "#4a5798"), (0.45, "#2f3a70"), (0.75, "#232b5a"),
         (1, "#1d2450")),
    air="#7a6590",
    edge="#ffe9d8",
    strata=0.9,
    fog=("#6a6a9e", "#a898bc", "#ffdcc8"),
    shade="#0a0c22",
    vignette=0.3,
    light=(0.1, 0.9),
)  # fmt: skip

_DAY = Palette(
    sky=((0, "#9db9d6"), (0.55, "#c3d5e6"), (1, "#e4ebf2")),
    haze="#dfeaf4",
    star="",
    orb=("#ffffff", "#ffffff", 0.0),
    peaks=("#86a9d0", "#bed3e8", "#f2f7fb"),
    hills=("#7399c4", "#a3bfdb", "#c6d8ea"),
    pine=("#3f648c", "#5d82a9", "#f4f8fb"),
    snow=((0, "#5f88bb"), (0.34, "#7fa7d4"), (0.52, "#a5c5e5"), (0.7, "#cbdef0"), (0.86, "#eaf2f9"),
          (1, "#ffffff")),
    cut=((0, "#ffffff"), (0.04, "#d6e6f6"), (0.16, "#cfe0f0"), (0.45, "#d9e6f2"), (0.8, "#e6eef6"),
         (1, "#f2f6fa")),
    air="#c9dcee",
    edge="#ffffff",
    strata=0.2,
    fog=("#9fb8d2", "#d3e1ee", "#ffffff"),
    shade="#4d6b8c",
    vignette=0.12,
    light=(0.62, 0.70),
)  # fmt: skip

_NOON = Palette(
    sky=((0, "#fdf6e2"), (0.3, "#fbf6ea"), (0.6, "#dcebf7"), (1, "#a9cbe9")),
    haze="#dbe9f6",
    star="",
    orb=("#ffffff", "#fff0c4", 0.95),
    peaks=("#8fb6df", "#d7e6f4", "#ffffff"),
    hills=("#78a4d3", "#a9c9e8", "#cfe2f3"),
    pine=("#3f6a92", "#5c86ad", "#ffffff"),
    snow=((0, "#6f95c4"), (0.34, "#8fb2da"), (0.52, "#b1cdea"), (0.7, "#d5e5f4"), (0.86, "#f3f7fb"),
          (1, "#ffffff")),
    cut=((0, "#ffffff"), (0.04, "#e3eefa"), (0.16, "#dde9f5"), (0.45, "#e6eff7"), (0.8, "#eff4f9"),
         (1, "#f6f8f9")),
    air="#dceaf7",
    edge="#ffffff",
    strata=0.18,
    fog=("#b9cadb", "#dde7f0", "#ffffff"),
    shade="#5c7590",
    vignette=0.05,
    light=(0.1, 0.9),
)  # fmt: skip

HOURS: Mapping[Hour, Palette] = {"night": _NIGHT, "dawn": _DAWN, "day": _DAY, "noon": _NOON}
