"""Two palettes. A colour is never chosen in a scene: a scene names the role that a thing plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from manim import ManimColor, interpolate_color

__all__ = ["DARK", "LIGHT", "THEMES", "Role", "Theme"]

Role = Literal["here", "target", "cost", "gradient", "step", "text", "quiet", "ground"]
ROLES: tuple[Role, ...] = ("here", "target", "cost", "gradient", "step", "text", "quiet", "ground")


@dataclass(frozen=True)
class Theme:
    """One palette: a colour for each role, and the paints of things that carry no meaning.

    Attributes:
        marks: colours of lines and shapes by role, 3:1 against the ground or better.
        inks: darker or lighter sisters for text, where the mark's colour is below 4.5:1.
        paints: colours of things: cloth, skin, panels.
    """

    name: Literal["dark", "light"]
    marks: Mapping[Role, str]
    inks: Mapping[Role, str]
    paints: Mapping[str, str]

    def mark(self, role: Role) -> ManimColor:
        """Return the colour of a line or shape that plays this role."""
        return ManimColor(self.marks[role])

    def ink(self, role: Role) -> ManimColor:
        """Return the colour of text about this role."""
        return ManimColor(self.inks.get(role, self.marks[role]))

    def paint(self, thing: str) -> ManimColor:
        """Return the colour of a thing that carries no meaning."""
        return ManimColor(self.paints[thing])

    def faint(self, role: Role, share: float = 0.4) -> ManimColor:
        """Return the role's colour as it looks from afar: an opaque mix with the ground."""
        return interpolate_color(self.mark("ground"), self.mark(role), share)


DARK = Theme(
    "dark",
    marks={
        "here": "#E87814",
        "target": "#63F5BF",
        "cost": "#6FADFE",
        "gradient": "#D082B2",
        "step": "#F8E380",
        "text": "#F2F4F8",
        "quiet": "#8C8982",
        "ground": "#0E1117",
    },
    inks={},
    paints={
        "panel": "#171C26",
        "rim": "#566278",
        "rule": "#2A3140",
        "sheet": "#DDE1E9",
        "wall": "#333C4C",
        "skin": "#EBD0BC",
        "skin shade": "#D9B59B",
        "player": "#D8DEE9",
        "player shade": "#AEB8C9",
        "player legs": "#8F9DB4",
        "player hair": "#5B6579",
        "friend": "#7888A6",
        "friend shade": "#64738F",
        "friend legs": "#566380",
        "friend hair": "#7A4E3A",
        "shoes": "#3E4759",
        "snow": "#E9EFF7",
        "rider": "#D8DEE9",
        "second": "#8FA0C0",
        "blindfold": "#3D4A6E",
        "rider brim": "#7FA98A",
        "mouth": "#7A3B34",
        "land 0": "#12305C",
        "land 1": "#2C62A8",
        "land 2": "#6FA0D8",
        "land 3": "#A9C4E0",
        "land line": "#081020",
        "land wall": "#0E2242",
        "haze": "#2A3547",
        "fog": "#222B38",
        "fog top": "#4B5A70",
        "pack": "#8A5A3C",
        "pack shade": "#6E452C",
        "hiker": "#EA7A16",
        "hiker shade": "#BE6414",
        "hiker legs": "#6C7C98",
        "hiker hat": "#4E7A5A",
        "stick": "#C7A468",
        "pointer": "#66728A",
        "water": "#3D6672",
    },
)

LIGHT = Theme(
    "light",
    marks={
        "here": "#983F16",
        "target": "#0D7943",
        "cost": "#3D80CB",
        "gradient": "#A35D86",
        "step": "#988917",
        "text": "#1A1D24",
        "quiet": "#4E4E4E",
        "ground": "#FBFAF6",
    },
    inks={"here": "#7E2B0A", "cost": "#01569C", "gradient": "#994F7E", "step": "#7F6500"},
    paints={
        "panel": "#F1EEE5",
        "rim": "#8D8A80",
        "rule": "#D9D5C8",
        "sheet": "#8A93A3",
        "wall": "#C9CDD4",
        "skin": "#DDB397",
        "skin shade": "#C6977A",
        "player": "#4B5A73",
        "player shade": "#38455B",
        "player legs": "#7B889C",
        "player hair": "#2C313C",
        "friend": "#8393AE",
        "friend shade": "#6D7E9B",
        "friend legs": "#566684",
        "friend hair": "#6B4030",
        "shoes": "#2C313C",
        "snow": "#FFFFFF",
        "rider": "#55647D",
        "second": "#8E9CB5",
        "blindfold": "#252E45",
        "rider brim": "#6C9A78",
        "mouth": "#6B2F29",
        "land 0": "#66A0D8",
        "land 1": "#96C0E7",
        "land 2": "#C6DCEF",
        "land 3": "#EEF3F5",
        "land line": "#2F5F96",
        "land wall": "#6C93BE",
        "haze": "#F1F2F0",
        "fog": "#CBCED3",
        "fog top": "#F4F4F2",
        "pack": "#7A4E33",
        "pack shade": "#5F3B25",
        "hiker": "#9A4118",
        "hiker shade": "#7E3414",
        "hiker legs": "#5C6A84",
        "hiker hat": "#3F6B4B",
        "stick": "#8A6A35",
        "pointer": "#2C313C",
        "water": "#A3C1C7",
    },
)

THEMES: Mapping[str, Theme] = {"dark": DARK, "light": LIGHT}
