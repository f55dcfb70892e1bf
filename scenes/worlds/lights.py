"""Light and shade that every film uses: glow, dust, scrim."""

from __future__ import annotations

import numpy as np

from scenes.paint import Art, Paper, linear, radial
from scenes.paint.paints import Stop, mix, rgb
from scenes.paint.shapes import Point, Shape, ellipse, polygon, rectangle
from scenes.paint.surface import grain

__all__ = ["beam", "crescent", "dust", "glow", "scrim"]

_SOFT = ((0.0, 1.0), (0.3, 0.85), (0.6, 0.35), (0.85, 0.08), (1.0, 0.0))
_SCRIM = ((0.0, 1.0), (0.5, 0.96), (0.7, 0.72), (0.85, 0.32), (1.0, 0.0))  # from below
_COARSE, _GRAIN = 0.015, 1.2  # of a plate's grain: frame units wide, steps of 255
_FALL = ((0.0, 1.0), (0.12, 0.78), (0.28, 0.42), (0.5, 0.17), (0.75, 0.045), (1.0, 0.0))


def falling(colour: str, strength: float, core: str | None = None) -> list[Stop]:
    """Return the stops of light that falls off smoothly, whiter in the core if one is given."""
    return [
        (share, mix(colour, core, max(0.0, 1 - share / 0.3)) if core else colour, part * strength)
        for share, part in _FALL
    ]


def glow(
    colour: str, radius: float, scale: float, *, core: str | None = None, strength: float = 0.8
) -> Art:
    """Return a round light of this radius, its middle at the origin."""
    box = (-radius, -radius, radius, radius)
    return Art(_paint_glow, (colour, radius, core, strength), box, scale)


def beam(colour: str, length: float, width: float, scale: float, *, core: str = "#FFF3E2") -> Art:
    """Return a ray along the x axis from 0 to ``length``: a bright core, ``width`` wide, in a glow.

    To aim it, turn and stretch what shows it.
    """
    reach = 5 * width
    box = (-reach, -reach, length + reach, reach)
    return Art(_paint_beam, (colour, length, width, core), box, scale)


def dust(
    colour: str,
    length: float,
    width: float,
    scale: float,
    *,
    count: int = 40,
    size: float = 0.03,
    seed: int = 1,
) -> Art:
    """Return specks in the air along a beam that lies on the x axis from 0 to ``length``.

    They are densest on the axis and lie up to about ``width`` from it; ``size`` is the largest
    speck's radius.
    """
    reach = 2 * width + 4 * size
    return Art(
        _paint_dust,
        (colour, length, width, count, size, seed),
        (-reach, -reach, length + reach, reach),
        scale,
    )


def scrim(
    frame_width: float,
    frame_height: float,
    scale: float,
    *,
    colour: str,
    strength: float = 0.46,
    height: float | None = None,
) -> Art:
    """Return a soft ground for words along the lower edge.

    It is ``height`` frame units high, or else as high as two lines of narration need: an eighth of
    a wide frame's height, a fifth of another's width. Its lower half is ``strength`` opaque. It
    goes from side to side, for an end within the frame looks like a smudge.
    """
    left, bottom, right, _ = _frame(frame_width, frame_height)
    wide = frame_width > 1.3 * frame_height
    lines = 0.125 * frame_height if wide else 0.2 * frame_width
    box = (left, bottom, right, bottom + (lines if height is None else height))
    return Art(_paint_scrim, (box, colour, strength), box, scale)


def crescent(centre: Point, radius: float) -> Shape:
    """Return the outline of a young moon."""
    turns = np.radians(np.linspace(75, 290, 40))
    outer = np.column_stack((np.cos(turns), np.sin(turns)))
    inner = outer[::-1] * (0.86, 0.86) + (0.32, 0.16)
    inner[0], inner[-1] = outer[-1], outer[0]
    return polygon(np.concatenate((outer, inner)) * radius + np.asarray(centre))


def shade_corners(
    paper: Paper, frame_width: float, frame_height: float, colour: str, strength: float
) -> None:
    """Darken towards the corners of a frame about the origin."""
    with paper.moved(scale=(frame_width / 2, frame_height / 2)):
        stops = [(0.0, colour, 0.0), (0.5, colour, 0.0), (0.75, colour, strength * 0.3)]
        paper.flood(radial((0, 0), 1.5, [*stops, (1.0, colour, strength)]))


def grained(paper: Paper, seed: int) -> None:
    """Break up a plate's gradients, as coarsely as the encoder keeps."""
    paper.grain(seed, _spread(paper), _GRAIN)


def _spread(paper: Paper) -> float:
    return max(1.2, paper.scale * _COARSE)


def _paint_glow(
    paper: Paper, colour: str, radius: float, core: str | None, strength: float
) -> None:
    paper.flood(radial((0, 0), radius, falling(colour, strength, core)))


def _paint_beam(paper: Paper, colour: str, length: float, width: float, core: str) -> None:
    for reach, tone, strength in ((5.0, colour, 0.34), (1.7, colour, 0.7), (0.75, core, 1.0)):
        size = reach * width
        half = [(share, tone, part * strength) for share, part in _SOFT]
        across = [((1 - share) / 2, tone, part) for share, tone, part in reversed(half)]
        across += [((1 + share) / 2, tone, part) for share, tone, part in half[1:]]
        ray = rectangle(0, -size, length, size)
        paper.fill(ray, linear((0, -size), (0, size), across))
        for x, left in ((0.0, -size), (length, length)):
            paper.fill(rectangle(left, -size, left + size, size), radial((x, 0), size, half))


def _paint_dust(
    paper: Paper, colour: str, length: float, width: float, count: int, size: float, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    for _ in range(count):
        x, y = draw.uniform(0, length), draw.normal(0, width / 2)
        radius, bright = size * draw.uniform(0.3, 1) ** 2, draw.uniform(0.25, 0.8)
        paper.fill(ellipse((x, float(np.clip(y, -2 * width, 2 * width))), radius), colour, bright)


def _paint_scrim(
    paper: Paper, box: tuple[float, float, float, float], colour: str, strength: float
) -> None:
    width, height = paper.size
    up = np.interp(np.linspace(1, 0, height), *np.transpose(_SCRIM))
    alpha = strength * np.repeat(up[:, None], width, axis=1)
    noise = grain(width, height, 53, _spread(paper), _GRAIN)
    parts = [np.clip(255 * part + noise, 0, 255) * alpha for part in rgb(colour)]
    paper.lay(np.rint(np.stack([*parts, 255 * alpha], axis=-1)).astype(np.uint8), box)


def _frame(width: float, height: float) -> tuple[float, float, float, float]:
    return -width / 2, -height / 2, width / 2, height / 2
