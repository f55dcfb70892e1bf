"""The basin's pictures: in fog but for what was felt, from straight above, and in the clear."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from gdmath.objective.landscape import RIM
from scenes.paint import Art, Paper
from scenes.paint.art import Box
from scenes.worlds.basin.land import Floats
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.march import Flags, Seen, march
from scenes.worlds.basin.noise import texture
from scenes.worlds.basin.palette import HOURS
from scenes.worlds.basin.shade import bytes_of, colour, light_of, mixed
from scenes.worlds.basin.sky import Orb, bank, foggy, sky
from scenes.worlds.basin.things import scatter, visible
from scenes.worlds.lights import grained
from scenes.worlds.ramps import smoothstep

__all__ = ["Basin", "Way"]

Way = tuple[tuple[float, float], ...]  # places w, b along which the ground was felt


@dataclass(frozen=True)
class Basin:
    """The basin in a frame of this size, seen from ``look`` at an hour of the palette."""

    look: Look
    hour: str
    width: float
    height: float

    @property
    def frame(self) -> Box:
        """Left, bottom, right and top of the frame, in frame units."""
        return -self.width / 2, -self.height / 2, self.width / 2, self.height / 2

    def clear(self, scale: float, step: float = 0.25) -> Art:
        """Return the basin without fog: opaque, exactly the frame."""
        return Art(paint_clear, (self, step), self.frame, scale)

    def fog(
        self, scale: float, felt: Way, reach: float, *, orb: Orb | None = None,
        guess: float = 0.0, step: float = 0.2, seed: int = 11,
    ) -> Art:  # fmt: skip
        """Return the basin in fog but for what lies within ``reach`` of the way that was felt.

        Moon or sun behind the fog are ``orb``; ``guess`` is how much of the land beyond
        can be guessed.
        """
        arguments = (self, felt, reach, orb, guess, step, seed)
        return Art(paint_fog, arguments, self.frame, scale)

    def felt(self, scale: float, felt: Way, reach: float, step: float = 0.2) -> Art:
        """Return the ground along a way alone, to lay over the fog."""
        line = self.look.on_ground(np.array(felt))
        near = 1.6 * reach * max(self.look.scale(np.array(place)) for place in felt)
        (left, bottom), (right, top) = line.min(axis=0) - near, line.max(axis=0) + near
        left, bottom = max(left, self.frame[0]), max(bottom, self.frame[1])
        least = 4 / scale  # what lies beyond the frame is a few pixels that nobody sees
        right = max(min(right, self.frame[2]), left + least)
        top = max(min(top, self.frame[3]), bottom + least)
        whole = tuple(
            (math.floor if k < 2 else math.ceil)(edge * scale) / scale
            for k, edge in enumerate((left, bottom, right, top))
        )
        return Art(paint_felt, (self, felt, reach, step, whole), whole, scale)

    def bank(self, scale: float, middle: float, half: float, seed: int, wide: float = 1.3) -> Art:
        """Return a bank of fog that drifts before things, wider than the frame."""
        left, right = wide * self.frame[0], wide * self.frame[2]
        box = (left, max(middle - 2.4 * half, self.frame[1]), right, middle + 2.4 * half)
        return Art(paint_bank, (self.hour, box, middle, half, seed), box, scale)


def pixels(box: Box, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Return where the columns' and the rows' middles are, rows downwards."""
    (left, bottom, right, top), (columns, rows) = box, size
    xs = left + (np.arange(columns) + 0.5) * (right - left) / columns
    ys = top - (np.arange(rows) + 0.5) * (top - bottom) / rows
    return xs, ys


def paint_clear(paper: Paper, basin: Basin, step: float) -> None:
    """Paint the basin when the fog has lifted."""
    xs, ys = pixels(basin.frame, paper.size)
    seen, hour = march(basin.look, xs, ys), HOURS[basin.hour]
    far = seen.there.any(axis=1)
    horizon = float(ys[far].max()) if far.any() else 0.0
    light = sky(xs, ys, horizon - 0.05 * basin.height, hour)
    light[seen.there] = colour(basin.look, seen, hour, step)
    _lay(paper, light, basin.frame)
    places, there = visible(basin.look, basin.width / 2, basin.height / 2)
    near = basin.look.depth(basin.look.spots(places)) < 6
    scatter(paper, basin.look, hour, np.full(len(there), 9.0), there * near)
    grained(paper, 17)


def paint_fog(
    paper: Paper, basin: Basin, felt: Way, reach: float, orb: Orb | None,
    guess: float, step: float, seed: int,
) -> None:  # fmt: skip
    """Paint fog, and in it the ground that was felt."""
    xs, ys = pixels(basin.frame, paper.size)
    hour = HOURS[basin.hour]
    light = foggy(xs, ys, hour, orb, seed)
    low = 1 - smoothstep((ys - basin.frame[1]) / basin.height, 0.02, 0.24)
    calm = light_of(hour.fog[0 if basin.hour == "night" else 1])
    light += (calm - light) * 0.85 * low[:, None, None]
    if basin.look.flat and basin.hour == "night":  # dark where words stand
        light *= 1 - 0.75 * smoothstep(_from_middle(basin, xs, ys, felt), 0.1, 0.45)[..., None]
    seen, land, share = _known(basin, xs, ys, felt, reach, step, guess)
    share = share * (1 - 0.85 * low[np.nonzero(seen.there)[0]])
    light[seen.there] = mixed(light[seen.there], land, share)
    _lay(paper, light, basin.frame)
    _things(paper, basin, felt, reach)
    grained(paper, 17)


def paint_felt(paper: Paper, basin: Basin, felt: Way, reach: float, step: float, box: Box) -> None:
    """Paint the ground along a way."""
    seen, land, share = _known(basin, *pixels(box, paper.size), felt, reach, step)
    _lay(paper, seen.spread(land, 0.0), box, seen.spread(share, 0.0))
    _things(paper, basin, felt, reach)


def _things(paper: Paper, basin: Basin, felt: Way, reach: float) -> None:
    places, there = visible(basin.look, basin.width / 2, basin.height / 2)
    away = _from_way(places[:, 0], places[:, 1], felt)
    share = there * (1 - smoothstep(away, 0.5 * reach, 0.95 * reach))
    scatter(paper, basin.look, HOURS[basin.hour], away, share)


def paint_bank(paper: Paper, hour: str, box: Box, middle: float, half: float, seed: int) -> None:
    """Paint a bank of fog."""
    xs, ys = pixels(box, paper.size)
    light, share = bank(xs, ys, HOURS[hour], middle, half, seed)
    _lay(paper, light, box, share)


def _known(
    basin: Basin, xs: Floats, ys: Floats, felt: Way, reach: float, step: float, guess: float = 0.0
) -> tuple[Seen, Floats, Floats]:
    """Return the ground that can be seen, its light, and how much of it: its edge is uneven."""

    def near(w: Floats, b: Floats) -> Flags:
        return _from_way(w, b, felt) < (4 if guess else 2) * reach

    look, hour = basin.look, basin.hour
    seen = march(look, xs, ys, near)
    away = _from_way(seen.w, seen.b, felt)
    edge = away + 0.16 * reach * texture(seen.w / 7, seen.b / 7, 14, 1.9)
    out = np.hypot(seen.w, seen.b)  # beyond the map's rim there is only fog
    share = (1 - smoothstep(edge, 0.5 * reach, 1.12 * reach)) * (
        1 - smoothstep(out, RIM, RIM + 0.4)
    )
    if guess:
        share = np.maximum(share, guess * (1 - smoothstep(away, reach, 4 * reach)))
    some = share > 0
    seen, away = seen.only(some), away[some]
    lit, glow = (1.05, 0.6) if hour == "night" else (0.9, 0.12)  # as a lamp's, or the fog's own
    if look.flat and hour == "night":  # level ground has more light than slopes from beside
        lit, glow = 0.85, 0.35
    shine = lit + glow * np.exp(-((away / (0.55 * reach)) ** 2))
    light = colour(look, seen, replace(HOURS[hour], most=0.2), step) * shine[:, None]
    return seen, light, share[some]


def _from_middle(basin: Basin, xs: Floats, ys: Floats, felt: Way) -> Floats:
    """Return how far points (rows, columns) are from the way's begin, in the frame's widths."""
    x, y = basin.look.on_ground(np.array(felt[0]))
    away = np.hypot((xs - x)[None, :], (ys - y)[:, None])
    return np.asarray(away / max(basin.width, basin.height))


def _from_way(w: Floats, b: Floats, felt: Way) -> Floats:
    """Return how far (...) places are from a way."""
    away = np.hypot(w - felt[0][0], b - felt[0][1])
    for start, end in pairwise(np.array(felt)):
        along = end - start
        length = max(float(along @ along), 1e-12)
        share = np.clip(((w - start[0]) * along[0] + (b - start[1]) * along[1]) / length, 0, 1)
        off = np.hypot(w - start[0] - share * along[0], b - start[1] - share * along[1])
        away = np.minimum(away, off)
    return np.asarray(away)


def _lay(paper: Paper, light: Floats, box: Box, share: Floats | None = None) -> None:
    """Lay light (rows, columns, 3) onto paper, pixel by pixel."""
    parts = np.full((*light.shape[:2], 4), 255, np.uint8)
    for row, bright in enumerate(light):  # the numbers of one stay near the processor
        alpha = np.ones(len(bright)) if share is None else np.clip(share[row], 0, 1)
        parts[row, :, :3] = np.rint(bytes_of(bright) * alpha[:, None])
        parts[row, :, 3] = np.rint(255 * alpha)
    (left, _, _, top), (height, width) = box, light.shape[:2]  # whole pixels, if the box has not
    whole = (left, top - height / paper.scale, left + width / paper.scale, top)
    paper.lay(parts, whole)
