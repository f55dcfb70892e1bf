"""Every colour of the loft, by night and by day: desaturated, so that the roles' colours shine."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.paint.paper import Stop

__all__ = ["DAY", "NIGHT", "Palette", "palette"]


@dataclass(frozen=True)
class Palette:
    """Colours of walls, things and light; ``warm`` is the laser's light and ``cool`` the sky's."""

    wall: tuple[str, str, str]  # in the corner, in the light, towards the frame's far side
    side_wall: tuple[str, str]  # near, in the corner
    gap: str  # between two boards
    edge: str  # a board's edge that catches light
    contrast: float  # of one board against the next
    skirting: str
    ceiling: tuple[str, str]  # near, far
    beam: tuple[str, str]  # a rafter's side, its lower face
    floor: tuple[str, str, str]  # far, middle, near
    sky: tuple[Stop, ...]  # from top to bottom
    orb: str  # moon or sun
    orb_glow: str
    hills: tuple[str, str]  # far, near
    window: tuple[str, str, str]  # frame in shade, frame in light, sill
    wood: tuple[str, str, str]  # of the ladder: shade, tone, lit edge
    shadow: str
    cool: str
    cool_strength: float
    warm: str
    warm_deep: str
    warm_strength: float
    cloth: tuple[tuple[float, str], ...]  # from a fold's depth to its ridge
    cloth_light: str  # where the sky's light falls on it
    cloth_sky: float
    seam: str
    rim: str  # the light on an edge of the cloth
    halo: tuple[Stop, ...]  # the laser's light in the cloth, from the dot outwards
    close: tuple[tuple[float, str], ...]  # the cloth from near: from a fold's depth to its ridge
    band: tuple[tuple[float, str], ...]  # the strip that is an axis: from its lower edge upwards
    haze: tuple[str, str, str]  # the room out of focus: left, right, below
    haze_frame: str  # of the window out of focus
    haze_folds: tuple[str, str]  # light and shade of the cloth out of focus
    haze_contrast: float  # of its folds
    dawn_wall: tuple[str, str, str]  # left, in the light, right
    dawn_sky: tuple[Stop, ...]
    dawn_sun: str
    dawn_glow: str
    dawn_beam: float  # how strong the light is that falls in
    dawn_hills: tuple[str, str]
    dawn_cloth: tuple[tuple[float, str], ...]
    cord: str
    ring: tuple[str, str]  # the mark, its ground
    ring_glow: float
    vignette: float
    calm: str  # what the narration's zone fades into
    calm_strength: float
    sparkle: str  # out of focus lights, dust
    mote: str  # of dust in the sky's light
    lamp: tuple[str, str, str]  # shade in the dark, in light, its rim


NIGHT = Palette(
    wall=("#101a36", "#1a2850", "#1b1c33"),
    side_wall=("#080e1f", "#0f1832"),
    gap="#0a101e",
    edge="#40558c",
    contrast=0.09,
    skirting="#10192c",
    ceiling=("#060a16", "#0d1630"),
    beam=("#101a34", "#22305a"),
    floor=("#1f2a4c", "#161e38", "#0a0f1d"),
    sky=((0, "#13224a", 1), (0.55, "#2b4478", 1), (1, "#587099", 1)),
    orb="#e6eefc",
    orb_glow="#9fb9ec",
    hills=("#2a3d66", "#16233f"),
    window=("#0c1322", "#33425f", "#2a3857"),
    wood=("#1d2740", "#33425f", "#b98458"),
    shadow="#03060c",
    cool="#86a6e8",
    cool_strength=0.34,
    warm="#ff9a3c",
    warm_deep="#c0621e",
    warm_strength=0.36,
    cloth=((0.0, "#141b31"), (0.5, "#35415f"), (1.0, "#5b698f")),
    cloth_light="#8fa6dc",
    cloth_sky=0.30,
    seam="#a9b8dc",
    rim="#c3d2f2",
    halo=(
        (0.0, "#ffe7c8", 1.0),
        (0.04, "#ffc887", 0.95),
        (0.12, "#ffa24a", 0.84),
        (0.30, "#ee8020", 0.64),
        (0.55, "#bd5f20", 0.36),
        (0.80, "#8a4316", 0.12),
        (1.0, "#8a4316", 0.0),
    ),
    close=((0.0, "#0d1428"), (0.45, "#232e50"), (0.8, "#3b4872"), (1.0, "#5a6999")),
    band=((0.0, "#1d2540"), (0.5, "#3b4668"), (1.0, "#5a6788")),
    haze=("#0e1730", "#1d1b30", "#090e1a"),
    haze_frame="#0a1020",
    haze_folds=("#a58b86", "#060a16"),
    haze_contrast=0.16,
    dawn_wall=("#2a2444", "#292848", "#181a34"),
    dawn_sun="#ffe2b0",
    dawn_glow="#ffb27a",
    dawn_beam=0.18,
    dawn_hills=("#4a3f63", "#261f3d"),
    dawn_sky=(
        (0, "#14204a", 1),
        (0.45, "#3a3f78", 1),
        (0.72, "#a8607a", 1),
        (0.88, "#f0a468", 1),
        (1, "#ffd596", 1),
    ),
    dawn_cloth=((0.0, "#0e1428"), (0.5, "#192039"), (0.8, "#202844"), (1.0, "#50567e")),
    cord="#8f99ae",
    ring=("#63F5BF", "#0f2c26"),
    ring_glow=0.55,
    vignette=0.62,
    calm="#080c15",
    calm_strength=0.72,
    sparkle="#ffb066",
    mote="#c6d6f6",
    lamp=("#0c1428", "#2a385c", "#6f86bd"),
)

DAY = Palette(
    wall=("#ecdcc0", "#fffaf0", "#f3eadb"),
    side_wall=("#cdbfae", "#e6d9c6"),
    gap="#c2ae8b",
    edge="#fffaf0",
    contrast=0.055,
    skirting="#efe4cf",
    ceiling=("#d2c4ae", "#ecdfc9"),
    beam=("#a98459", "#c9a67a"),
    floor=("#dcba88", "#cfa672", "#d6b68a"),
    sky=((0, "#a9d2ee", 1), (0.6, "#d8ecf4", 1), (1, "#fdf2da", 1)),
    orb="#fffdf3",
    orb_glow="#fff1c4",
    hills=("#b3cbc3", "#8fb09d"),
    window=("#cdb78f", "#fdf7ea", "#f1e6d0"),
    wood=("#9a7b52", "#c19f70", "#f3dfb8"),
    shadow="#6b5436",
    cool="#fff6dc",
    cool_strength=0.95,
    warm="#ffb066",
    warm_deep="#e08a3c",
    warm_strength=0.10,
    cloth=((0.0, "#b9b1ae"), (0.4, "#ddd6d0"), (0.7, "#f6f2ec"), (1.0, "#ffffff")),
    cloth_light="#ffffff",
    cloth_sky=0.45,
    seam="#bfae8e",
    rim="#ffffff",
    halo=(
        (0.0, "#fff6e6", 1.0),
        (0.03, "#ffc27a", 0.95),
        (0.10, "#f08a30", 0.85),
        (0.28, "#f0a25a", 0.58),
        (0.55, "#f4bd88", 0.28),
        (0.80, "#f8d9b5", 0.07),
        (1.0, "#f8d9b5", 0.0),
    ),
    close=((0.0, "#d4cbc4"), (0.35, "#ece6df"), (0.65, "#fcf9f5"), (1.0, "#ffffff")),
    band=((0.0, "#ddd0b8"), (0.5, "#f6f0e4"), (1.0, "#fffdf8")),
    haze=("#f8f3e9", "#f6f0e5", "#f4eee3"),
    haze_frame="#ffffff",
    haze_folds=("#ffffff", "#f1e8d8"),
    haze_contrast=0.75,
    dawn_wall=("#eddec2", "#f3e8d3", "#e7dbc5"),
    dawn_sun="#fffdf3",
    dawn_glow="#fff3cf",
    dawn_beam=0.5,
    dawn_hills=("#b8cfc8", "#93b3a3"),
    dawn_sky=((0, "#a9d2ee", 1), (0.6, "#d8ecf4", 1), (1, "#fdf2da", 1)),
    dawn_cloth=((0.0, "#cdc3b6"), (0.4, "#ebe4d9"), (0.72, "#fbf9f4"), (1.0, "#ffffff")),
    cord="#8c7a5c",
    ring=("#0D7943", "#ffffff"),
    ring_glow=0.0,
    vignette=0.12,
    calm="#efe4d0",
    calm_strength=0.55,
    sparkle="#ffffff",
    mote="#ffffff",
    lamp=("#5c7472", "#86a09a", "#e8f0ea"),
)


def palette(night: bool) -> Palette:
    """Return the night's colours or the day's."""
    return NIGHT if night else DAY
