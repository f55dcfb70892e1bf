"""Light and colours of the basin: the night and the day in fog, the dawn, the clear morning."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HOURS", "Hour"]

Ramp = tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Hour:
    """One light on the land. Colours are "#RRGGBB"; strengths are of light, not of display.

    ``land`` is the ground's colour by its altitude. ``fog`` is its darkest and its lightest tone;
    ``orb`` the colour and strength of moon or sun behind it. ``near`` and ``far`` are where haze
    begins and how fast it grows. ``sky`` runs from the top to the horizon.
    """

    sun: tuple[float, float, float]  # towards it: right, ahead, up
    light: tuple[str, float]
    air: tuple[str, float]
    warm: tuple[str, float]  # light that comes back from lit slopes
    land: Ramp
    line: tuple[str, float, float]  # contours: colour, opacity, their share of light in the shade
    rough: float
    haze: tuple[str, str]  # towards the sun, away from it
    near: float
    far: float
    most: float
    fog: tuple[str, str]
    orb: tuple[str, float]
    bank: str  # of fog that drifts before things
    sky: Ramp
    glow: tuple[str, float]
    ridges: tuple[tuple[str, str], ...]  # far to near: towards the sun, away from it
    cloud: tuple[str, str, float]
    stone: tuple[str, str, str]  # lit, shaded, rim
    grass: tuple[str, str]
    shadow: tuple[str, float]


_NIGHT = Hour(
    sun=(-0.66, -0.28, 0.62), light=("#FFF0CC", 1.45), air=("#5a86c8", 0.5), warm=("#000000", 0.0),
    land=((-0.76, "#123a86"), (-0.2, "#1c5a9c"), (0.3, "#2a73a0"), (1.0, "#347f92"),
          (1.6, "#4f8a7c"), (2.2, "#868c6a"), (3.5, "#b09c74"), (5, "#c0ac88")),
    line=("#BFE4FF", 0.8, 0.7), rough=0.09,
    haze=("#5468a4", "#3c4c86"), near=2.5, far=7.0, most=0.55,
    fog=("#0e1740", "#8ba4ea"), orb=("#fff0c8", 0.95), bank="#7f98dc",
    sky=((0.0, "#1a2444"), (1.0, "#46527a")), glow=("#c9d6ff", 0.1),
    ridges=(), cloud=("#5f6f97", "#5f6f97", 0.0),
    stone=("#6a7280", "#333c50", "#e8e4d0"), grass=("#2f5a50", "#7c9a62"),
    shadow=("#060a14", 0.5),
)  # fmt: skip
_DAY = Hour(
    sun=(-0.66, -0.25, 0.66), light=("#FFF3DC", 0.86), air=("#C6DAF5", 0.44), warm=("#000000", 0.0),
    land=((-0.76, "#3f80c4"), (-0.2, "#5c9ad2"), (0.3, "#7cb6d8"), (1.2, "#9cd0c2"),
          (2.2, "#c9d8a4"), (3.5, "#dfdcb4"), (5, "#ede8da")),
    line=("#3D80CB", 0.75, 0.95), rough=0.09,
    haze=("#EEF0EE", "#EEF0EE"), near=2.5, far=7.0, most=0.55,
    fog=("#B9CCE0", "#FBF9F2"), orb=("#FFF3CC", 0.8), bank="#FDFDFB",
    sky=((0.0, "#DCE8F3"), (1.0, "#FBF6EA")), glow=("#FFF6DC", 0.1),
    ridges=(), cloud=("#FFFFFF", "#FFFFFF", 0.0),
    stone=("#b9bdbd", "#8f979c", "#ffffff"), grass=("#6f8f86", "#9bb7a6"),
    shadow=("#2c3a50", 0.28),
)  # fmt: skip
_DAWN = Hour(
    sun=(-0.80, 0.12, 0.54), light=("#FFBE82", 2.9), air=("#6a8ae6", 0.62), warm=("#c07a6a", 0.08),
    land=((-0.76, "#0c1d52"), (-0.35, "#16346e"), (0.15, "#2b5884"), (0.9, "#4a8496"),
          (1.8, "#7f9a90"), (3.2, "#a89d94"), (5, "#bcab9f")),
    line=("#7DB6FF", 0.62, 0.8), rough=0.05,
    haze=("#8a6a80", "#75668c"), near=4.6, far=11.0, most=0.72,
    fog=("#8f86b4", "#d3a494"), orb=("#ffb46a", 0.5), bank="#d3a494",
    sky=((0.0, "#1d2446"), (0.4, "#2f2f58"), (0.66, "#594564"), (0.84, "#9a6668"),
         (1.0, "#d08c68")),
    glow=("#ffb46a", 0.55),
    ridges=(("#c08a7c", "#7d6482"), ("#a47374", "#62567a")), cloud=("#f2b68a", "#6a5f84", 0.55),
    stone=("#7a6f7c", "#4a4a66", "#ffcf9e"), grass=("#3d5264", "#8d8078"),
    shadow=("#0a1026", 0.5),
)  # fmt: skip
_MORNING = Hour(
    sun=(-0.72, 0.20, 0.60), light=("#FFEFD4", 1.05), air=("#C8DCF6", 0.58), warm=("#000000", 0.0),
    land=((-0.76, "#3f7cb8"), (-0.35, "#5c94c6"), (0.15, "#86b3cd"), (0.9, "#a6c7c2"),
          (1.8, "#c2d2b4"), (3.2, "#dcdabf"), (5, "#ece4d0")),
    line=("#3D80CB", 0.6, 0.9), rough=0.05,
    haze=("#EDF1F3", "#EDF1F3"), near=4.2, far=10.0, most=0.75,
    fog=("#DDE6EE", "#FFFFFF"), orb=("#FFF6DC", 0.1), bank="#FFFFFF",
    sky=((0.0, "#C9DFF2"), (0.6, "#E4EEF3"), (1.0, "#FBF3E0")), glow=("#FFE9BE", 0.12),
    ridges=(("#E3E3DD", "#D5DEE6"), ("#D8DAD6", "#C5D2DD")), cloud=("#FFFFFF", "#FFFFFF", 0.5),
    stone=("#c3c2bb", "#969da0", "#ffffff"), grass=("#7d9a86", "#a9bf9f"),
    shadow=("#3a4a60", 0.25),
)  # fmt: skip

# In the fog, and when it has lifted, by night and by day.
HOURS = {"night": _NIGHT, "day": _DAY, "dawn": _DAWN, "morning": _MORNING}
