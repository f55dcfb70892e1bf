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
    """One palette: a colour for each role.

    Attributes:
        marks: colours of lines and shapes by role, 3:1 against the ground or better.
        inks: darker or lighter sisters for text, where the mark's colour is below 4.5:1.
        casing: how opaque the rim in the ground's colour is that sets a mark off from a picture.
    """

    name: Literal["dark", "light"]
    marks: Mapping[Role, str]
    inks: Mapping[Role, str]
    casing: float

    def mark(self, role: Role) -> ManimColor:
        """Return the colour of a line or shape that plays this role."""
        return ManimColor(self.marks[role])

    def ink(self, role: Role) -> ManimColor:
        """Return the colour of text about this role."""
        return ManimColor(self.inks.get(role, self.marks[role]))

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
    casing=0.6,
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
    casing=1.0,
)

THEMES: Mapping[str, Theme] = {"dark": DARK, "light": LIGHT}
