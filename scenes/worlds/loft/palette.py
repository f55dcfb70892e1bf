"""Every colour of the loft, by night and by day: desaturated, so that the roles' colours shine."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.paint.paints import Stop

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
    haze: tuple[str, str]  # the room out of focus: its wall by the window, and away from it
    haze_deep: str  # shade in it
    haze_edge: str  # a board in it that catches light
    haze_vignette: float
    haze_frame: tuple[str, str]  # of the window, its sill
    haze_sky: tuple[Stop, ...]  # from top to bottom
    haze_orb: str
    haze_hills: tuple[str, str]  # far, near
    haze_beam: tuple[str, str, str]  # the rafter's side, its lower face, its lit edge
    haze_ladder: tuple[str, str, str]  # in shade, in light, its edge
    haze_cloth: tuple[tuple[float, str], ...]  # from a fold's depth to its ridge
    haze_halo: tuple[Stop, ...]  # the laser's light in it
    haze_floor: tuple[str, str]  # far, near
    haze_patch: tuple[str, float]  # light of the panes on the floor
    haze_light: float  # how strong the sky's light in the air is
    haze_warm: float  # and the laser's
    haze_pool: float  # and the laser's on the floor
    haze_bulb: tuple[str, float]  # a bulb, how strong its light is
    dawn_wall: tuple[str, str, str]  # left, in the light, right
    dawn_sky: tuple[Stop, ...]
    dawn_sun: str
    dawn_glow: str
    dawn_beam: float  # how strong the light is that falls in, on wall and floor
    dawn_shaft: float  # and in the air
    dawn_floor: tuple[str, str, str]  # far, middle, near
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
    wall=("#18264f", "#293d77", "#2a294a"),
    side_wall=("#0e1733", "#18244a"),
    gap="#0a101e",
    edge="#40558c",
    contrast=0.09,
    skirting="#10192c",
    ceiling=("#0a1024", "#162144"),
    beam=("#101a34", "#22305a"),
    floor=("#35488c", "#283a74", "#1b2858"),
    sky=((0, "#13224a", 1), (0.55, "#2b4478", 1), (1, "#587099", 1)),
    orb="#e6eefc",
    orb_glow="#9fb9ec",
    hills=("#2a3d66", "#16233f"),
    window=("#0c1322", "#33425f", "#2a3857"),
    wood=("#1d2740", "#33425f", "#b98458"),
    shadow="#03060c",
    cool="#86a6e8",
    cool_strength=0.46,
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
    haze=("#2a4280", "#1b2754"),
    haze_deep="#080d1f",
    haze_edge="#35509a",
    haze_vignette=0.45,
    haze_frame=("#0a1128", "#26386e"),
    haze_sky=((0, "#183473", 1), (0.6, "#294a8c", 1), (1, "#365790", 1)),
    haze_orb="#c4d3f2",
    haze_hills=("#24407c", "#142550"),
    haze_beam=("#0a1026", "#141d40", "#4a64a8"),
    haze_ladder=("#0a1026", "#0a1128", "#6f8fd6"),
    haze_cloth=((0.0, "#0a1029"), (0.4, "#19244f"), (0.75, "#2b3b72"), (1.0, "#43568f")),
    haze_halo=(
        (0.0, "#b0622c", 0.36),
        (0.25, "#98522a", 0.26),
        (0.55, "#8a4a22", 0.2),
        (1.0, "#6a3818", 0.0),
    ),
    haze_floor=("#1d2c5c", "#10193a"),
    haze_patch=("#6f8fd6", 0.3),
    haze_light=0.30,
    haze_warm=0.17,
    haze_pool=0.34,
    haze_bulb=("#c9924f", 0.34),
    dawn_wall=("#7d5068", "#5b4468", "#3c3459"),
    dawn_sun="#ffe2b0",
    dawn_glow="#ffb27a",
    dawn_beam=0.52,
    dawn_shaft=0.24,
    dawn_floor=("#7a5567", "#4f3f5f", "#221f40"),
    dawn_hills=("#4a3f63", "#261f3d"),
    dawn_sky=(
        (0, "#14204a", 1),
        (0.45, "#3a3f78", 1),
        (0.72, "#a8607a", 1),
        (0.88, "#f0a468", 1),
        (1, "#ffd596", 1),
    ),
    dawn_cloth=((0.0, "#101731"), (0.5, "#1b223e"), (0.8, "#202746"), (1.0, "#64628c")),
    cord="#8f99ae",
    ring=("#63F5BF", "#0f2c26"),
    ring_glow=0.55,
    vignette=0.42,
    calm="#0a1024",
    calm_strength=0.35,
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
    haze=("#fff8ea", "#faecd6"),
    haze_deep="#d8b98e",
    haze_edge="#ffffff",
    haze_vignette=0.10,
    haze_frame=("#fffdf8", "#f3e4c8"),
    haze_sky=((0, "#a3d3f2", 1), (0.6, "#cde8f6", 1), (1, "#fff4dc", 1)),
    haze_orb="#fffdf0",
    haze_hills=("#bcdccd", "#9cc8b0"),
    haze_beam=("#c9a679", "#b8925f", "#f6e3c2"),
    haze_ladder=("#c09c6c", "#b8925f", "#fff2d8"),
    haze_cloth=((0.0, "#c9cbe0"), (0.4, "#e3e2ec"), (0.75, "#f8f5f4"), (1.0, "#ffffff")),
    haze_halo=(
        (0.0, "#ffb870", 0.5),
        (0.3, "#ffcf9c", 0.3),
        (1.0, "#ffe4c4", 0.0),
    ),
    haze_floor=("#f0d6ab", "#f3dcb6"),
    haze_patch=("#fff8e4", 0.8),
    haze_light=0.75,
    haze_warm=0.10,
    haze_pool=0.26,
    haze_bulb=("#fff6dc", 0.3),
    dawn_wall=("#eddec2", "#f3e8d3", "#e7dbc5"),
    dawn_sun="#fffdf3",
    dawn_glow="#ffeab8",
    dawn_beam=0.5,
    dawn_shaft=0.55,
    dawn_floor=("#d9b680", "#d0a66c", "#dfbd8c"),
    dawn_hills=("#b8cfc8", "#93b3a3"),
    dawn_sky=((0, "#a9d2ee", 1), (0.6, "#d8ecf4", 1), (1, "#fdf2da", 1)),
    dawn_cloth=((0.0, "#cdc3b6"), (0.4, "#ebe4d9"), (0.72, "#fbf9f4"), (1.0, "#ffffff")),
    cord="#8c7a5c",
    ring=("#0D7943", "#ffffff"),
    ring_glow=0.0,
    vignette=0.12,
    calm="#f0dcba",
    calm_strength=0.20,
    sparkle="#ffffff",
    mote="#ffffff",
    lamp=("#5c7472", "#86a09a", "#e8f0ea"),
)


def palette(night: bool) -> Palette:
    """Return the night's colours or the day's."""
    return NIGHT if night else DAY
