"""The sheet of the wide shot: a cloth in perspective, the light on it and the target behind it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.paint import Paper
from scenes.paint.paper import mix, radial, rgb
from scenes.paint.shapes import Point, Shape, ellipse
from scenes.worlds.lights import falling
from scenes.worlds.loft.plan import Plan

__all__ = ["folds", "paint_halo", "paint_ring", "paint_sheet", "premultiplied"]

Floats = NDArray[np.float64]

_HEM_CM = 24.0  # over the floor
_SEAM_CM = 7.0  # above the hem
# Where the light is so far from the dot, as a share of the radius: colour, strength.
_NIGHT_HALO = (
    (0.0, "#ffe7c8", 1.0),
    (0.04, "#ffc887", 0.92),
    (0.12, "#ffa24a", 0.70),
    (0.30, "#e87814", 0.42),
    (0.55, "#b85a1c", 0.19),
    (0.80, "#8a4316", 0.05),
    (1.0, "#8a4316", 0.0),
)
_DAY_HALO = (
    (0.0, "#fff6e6", 1.0),
    (0.03, "#ffc27a", 0.95),
    (0.10, "#f59a45", 0.72),
    (0.28, "#f3ae6c", 0.46),
    (0.55, "#f6c594", 0.22),
    (0.80, "#f8d9b5", 0.07),
    (1.0, "#f8d9b5", 0.0),
)


def folds(z: Floats) -> tuple[Floats, Floats]:
    """Return how far the cloth stands out at z, 0 in a fold to 1 on a ridge, and how it faces.

    The second is the share of light from the left that the cloth takes there, 0 to 1.
    """
    phase = z * 0.098 + 0.6 + 0.9 * np.sin(z * 0.027 + 1.0)
    ridge = 0.5 + 0.34 * np.sin(phase) + 0.11 * np.sin(2 * phase + 1.3) + 0.08 * np.sin(z * 0.31)
    facing = 0.5 + 0.36 * np.cos(phase) + 0.14 * np.cos(2 * phase + 1.3)
    return np.clip(ridge, 0, 1), np.clip(facing, 0, 1)


def premultiplied(colour: Floats, alpha: Floats) -> NDArray[np.uint8]:
    """Return pixels from colours, (height, width, 3), and alpha, (height, width), from 0 to 1."""
    whole = np.dstack((colour * alpha[..., None], alpha))
    return np.asarray(np.rint(np.clip(whole, 0, 1) * 255), dtype=np.uint8)


def paint_sheet(paper: Paper, room: Plan) -> None:
    """Paint the cloth over the sheet's box."""
    z, depth, y = _places(paper, room, room.sheet_box)
    ridge, facing = folds(z)
    colours = room.colours
    hem = _HEM_CM + 4.5 * ridge + 1.5 * np.sin(z * 0.05)
    pixel = depth / room.view.focal / paper.scale  # cm
    share = 0.62 * ridge + 0.38 * facing
    height = np.clip((y - hem) / 260, 0, 1)
    # Folds are tied together at the top and fall open towards the hem.
    tone = 0.5 + (share - 0.5) * (1.12 - 0.35 * height)
    tone *= 0.80 + 0.20 * np.clip(height * 2.2, 0, 1)
    near = np.exp(-(z - z[0]) / 70.0)
    low, high, light = (np.array(rgb(c)) for c in (*colours.cloth, colours.cloth_light))
    colour = low + (high - low) * tone[..., None]
    sky = (0.34 if room.night else 0.25) * near * facing * (0.45 + 0.55 * height)
    colour += (light - colour) * sky[..., None]
    colour = _sewn(colour, z, y, hem, pixel, np.array(rgb(colours.seam)))
    colour = _edged(colour, np.array(rgb(colours.rim)), paper.scale)
    alpha = np.clip((y - hem) / pixel + 0.5, 0, 1)
    paper.lay(premultiplied(colour, alpha), room.sheet_box)
    paper.grain(17)


def paint_halo(paper: Paper, room: Plan, radius_cm: float) -> None:
    """Paint the light round the dot, which is at the origin, in the plane of the sheet."""
    x, dot = room.dot(room.target_cm)
    left, _, right, _ = room.sheet_box
    reach = radius_cm * room.unit_at(room.distance_cm)
    box = (left - x, -reach, right - x, reach)
    z, _, y = _places(paper, room, (left, dot - reach, right, dot + reach))
    away = np.hypot(z[None, :], y - room.hand_cm - room.target_cm) / radius_cm
    ridge, facing = folds(z)
    lit = 0.36 + 0.95 * (0.75 * ridge + 0.25 * facing)
    lit = 1 + (lit - 1) * np.clip(away * 9 - 0.35, 0, 1)
    stops = _NIGHT_HALO if room.night else _DAY_HALO
    where = [stop[0] for stop in stops]
    parts = np.array([rgb(stop[1]) for stop in stops])
    colour = np.dstack([np.interp(away, where, part) for part in parts.T])
    alpha = np.interp(away, where, [stop[2] for stop in stops]) * lit
    paper.lay(premultiplied(colour, np.clip(alpha, 0, 1)), box)


def paint_ring(paper: Paper, room: Plan, radius_cm: float) -> None:
    """Paint the target, its middle at the origin, hung by a cord from above the frame."""
    colours = room.colours
    mark, ground = colours.ring
    unit = room.unit_at(room.distance_cm)
    reach = radius_cm * unit
    if colours.ring_glow:
        paper.flood(radial((0, 0), reach * 3.6, falling(mark, colours.ring_glow)))
    else:
        shade = _disc(reach, (0.12 * reach, -0.14 * reach))
        paper.fill(shade, colours.shadow, 0.4, blur=reach * 0.12)
    paper.stroke([(0, reach), (0, room.frame[3])], colours.cord, 0.9 * unit)
    paper.fill(_disc(reach * 0.14, (0, reach * 1.04)), colours.cord)
    paper.fill(_disc(reach, (0.09 * reach, 0)), mix(mark, ground, 0.62))
    for share, tone in ((1.0, mark), (0.78, ground), (0.55, mark), (0.35, ground), (0.16, mark)):
        paper.fill(_disc(reach * share), tone)
    arc = _disc(reach * 0.9)[0][22:34]
    paper.stroke(arc, "#ffffff", reach * 0.07, 0.45)


def _disc(radius: float, shift: Point = (0, 0)) -> Shape:
    """Return a disc that hangs freely, turned a little towards the viewer."""
    return ellipse(shift, 0.8 * radius, radius, points=72)


def _places(
    paper: Paper, room: Plan, box: tuple[float, float, float, float]
) -> tuple[Floats, Floats, Floats]:
    """Return z and depth of the box's columns, (width,), and y of its pixels, (height, width)."""
    width, height = paper.size
    left, bottom, right, top = box
    across = left + (np.arange(width) + 0.5) * (right - left) / width
    up = top - (np.arange(height) + 0.5) * (top - bottom) / height
    z, depth = room.view.on_plane(room.distance_cm, across)
    y = room.view.place[1] + (up[:, None] - room.view.shift[1]) * depth / room.view.focal
    return z, depth, y


def _sewn(
    colour: Floats, z: Floats, y: Floats, hem: Floats, pixel: Floats, thread: Floats
) -> Floats:
    """Return the cloth with its hem turned up and sewn."""
    band = np.clip((hem + _SEAM_CM - y) / pixel + 0.5, 0, 1)
    colour = colour * (1 - 0.10 * band[..., None])
    dash = np.clip(np.sin(z * 2 * np.pi / 7) * 4 + 1.5, 0, 1)
    line = np.clip(0.9 - np.abs(y - hem - _SEAM_CM) / np.maximum(pixel, 0.35), 0, 1) * dash
    edge = np.clip(1.2 - np.abs(y - hem - 0.6) / np.maximum(pixel, 0.5), 0, 1)
    amount = np.clip(0.45 * line + 0.40 * edge, 0, 1)[..., None]
    return np.asarray(colour + (thread - colour) * amount)


def _edged(colour: Floats, rim: Floats, scale: float) -> Floats:
    """Return the cloth with light on its two upright edges."""
    width = colour.shape[1]
    thick = max(1.0, 0.022 * scale)
    columns = np.arange(width)
    near = np.clip(thick - columns, 0, 1) * 0.65
    far = np.clip(thick * 0.6 - (width - 1 - columns), 0, 1) * 0.4
    return np.asarray(colour + (rim - colour) * np.maximum(near, far)[None, :, None])
