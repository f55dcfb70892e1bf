"""Light on the ground: sun, shadows, hollows, contours of equal altitude, haze."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

import numpy as np

from scenes.paint.paints import rgb
from scenes.worlds.basin.land import RISE, Floats, height, normal, pooled
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.march import Seen
from scenes.worlds.basin.noise import texture
from scenes.worlds.basin.palette import Hour, Ramp
from scenes.worlds.ramps import smoothstep

__all__ = ["bytes_of", "colour", "light_of", "mixed", "ramp"]

_SOFT, _STRIDES, _REACH = 5.0, 44, 8.0  # of shadows
_CELLS, _HALF = 360, 7.0  # of the map of shadows
_PART = 1 << 14  # spots


def light_of(colour: str) -> Floats:
    """Return "#RRGGBB" as light, (3,)."""
    parts = np.array(rgb(colour))
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def bytes_of(light: Floats) -> Floats:
    """Return light (..., 3) as it is displayed, from 0 to 255."""
    kept = np.clip(light, 0, 1)
    return np.where(kept <= 0.0031308, 12.92 * kept, 1.055 * kept ** (1 / 2.4) - 0.055) * 255


def ramp(values: Floats, stops: Ramp) -> Floats:
    """Return the light (..., 3) between the stops that each value (...) lies between."""
    spots = [value for value, _ in stops]
    lights = np.array([light_of(colour) for _, colour in stops])
    parts = [np.interp(values, spots, lights[:, part]) for part in range(3)]
    return np.stack(parts, axis=-1)


def mixed(light: Floats, other: Floats, share: Floats) -> Floats:
    """Return light (..., 3) with so much (...) of another in it."""
    return np.asarray(light + (other - light) * share[..., None])


@dataclass(frozen=True)
class _Spots:
    """Spots (n,) of the ground that pixels see: where they are, and where in the frame."""

    w: Floats
    b: Floats
    depth: Floats
    high: Floats
    slope: Floats  # of J, from pixel to pixel
    across: Floats  # from 0 at the frame's left to 1

    @classmethod
    def of(cls, name: str, seen: Seen) -> _Spots:
        """Return the spots of a surface that are seen."""
        high = height(name, seen.w, seen.b)
        across = np.nonzero(seen.there)[1] / max(seen.there.shape[1] - 1, 1)
        return cls(seen.w, seen.b, seen.depth, high, seen.slope(high / RISE), across)

    def parts(self) -> Iterator[tuple[slice, _Spots]]:
        """Yield so many at once that all that is computed of them stays near the processor."""
        for start in range(0, len(self.w), _PART):
            part = slice(start, start + _PART)
            yield part, _Spots(*[getattr(self, field.name)[part] for field in fields(self)])


def colour(look: Look, seen: Seen, hour: Hour, step: float) -> Floats:
    """Return the light (n, 3) that the ground sends, contours every ``step`` of J."""
    spots, light = _Spots.of(look.name, seen), np.empty((len(seen.w), 3))
    wide = 0.5 + len(seen.there) / 1300
    for part, some in spots.parts():
        light[part] = _colour(look, some, hour, step, wide)
    return light


def _colour(look: Look, spots: _Spots, hour: Hour, step: float, wide: float) -> Floats:
    w, b, name = spots.w, spots.b, look.name
    sun = _towards(look, hour)
    up = _rough(look, spots, normal(name, w, b), hour.rough)
    lit = np.clip(up @ sun, 0, 1) * _shadow_at(name, tuple(sun.round(4).tolist()), w, b)
    open_sky = np.clip(1 - 2.4 * pooled(name, w, b, spots.high), 0.35, 1.3)
    strength = lit[:, None] * light_of(hour.light[0]) * hour.light[1]
    sky = (0.55 + 0.45 * up[:, 2]) * open_sky
    strength = strength + sky[:, None] * light_of(hour.air[0]) * hour.air[1]
    wrapped = np.clip(up @ np.array([-sun[0], -sun[1], 0.25]) * 0.5 + 0.3, 0, 1)
    strength = strength + wrapped[:, None] * light_of(hour.warm[0]) * hour.warm[1]
    grain = 1 + 0.05 * texture(w / 11, b / 11) + 0.04 * texture(w / 3.1, b / 3.1, 5)
    light = ramp(spots.high / RISE, hour.land) * grain[:, None] * strength
    light = _contoured(light, spots, step, hour, lit, wide, flat=look.flat)
    return _hazed(light, spots, hour)


def _towards(look: Look, hour: Hour) -> Floats:
    """Return the direction (3,) of the light, which is the same in the frame wherever one looks."""
    right, _, _ = look.axes
    level = np.array([-right[1], right[0], 0.0])
    sun = hour.sun[0] * right + hour.sun[1] * level + np.array([0.0, 0.0, hour.sun[2]])
    return np.asarray(sun / np.linalg.norm(sun))


def _rough(look: Look, spots: _Spots, up: Floats, strength: float) -> Floats:
    """Return the normals (n, 3) of rough ground: bumps fade where they are far."""
    near = 1.0 if look.flat else np.clip(3.5 / np.maximum(spots.depth, 0.3), 0, 1)
    up = up.copy()
    for repeat, share in ((9.0, 1.0), (2.9, 0.8)):
        w, b, edge = spots.w / repeat, spots.b / repeat, 1.2 / 1024
        here = texture(w, b)
        bump = strength * share * near
        up[..., 0] -= (texture(w + edge, b) - here) * bump * 4
        up[..., 1] -= (texture(w, b + edge) - here) * bump * 4
    return np.asarray(up / np.linalg.norm(up, axis=-1, keepdims=True))


@cache
def _shadows(name: str, sun: tuple[float, float, float]) -> Floats:
    """Return how much light reaches a map of the ground, (cells, cells)."""
    line = np.linspace(-_HALF, _HALF, _CELLS)
    w, b = np.meshgrid(line, line)
    base, open_ = height(name, w, b) + 0.01, np.ones_like(w)
    for out in np.geomspace(0.05, _REACH, _STRIDES).tolist():
        gap = base + sun[2] * out - height(name, w + sun[0] * out, b + sun[1] * out)
        open_ = np.minimum(open_, _SOFT * gap / out + 0.5)
    return smoothstep(open_, 0.0, 1.0)


def _shadow_at(name: str, sun: tuple[float, float, float], w: Floats, b: Floats) -> Floats:
    chart = _shadows(name, sun)
    x, y = (np.clip((v + _HALF) / (2 * _HALF), 0, 1) * (_CELLS - 1) for v in (w, b))
    left, low = (np.minimum(v.astype(np.int64), _CELLS - 2) for v in (x, y))
    a, c = x - left, y - low
    bottom = chart[low, left] * (1 - a) + chart[low, left + 1] * a
    top = chart[low + 1, left] * (1 - a) + chart[low + 1, left + 1] * a
    return np.asarray(bottom * (1 - c) + top * c)


def _contoured(
    light: Floats, spots: _Spots, step: float, hour: Hour, lit: Floats, wide: float, *, flat: bool
) -> Floats:
    """Draw lines of equal altitude, as wide as pixels make them, fainter where they crowd."""
    tint, opacity, shaded = hour.line
    slope = spots.slope + 1e-9
    off = np.abs((spots.high / RISE / step + 0.5) % 1 - 0.5) * step
    line = np.clip(wide - off / slope, 0, 1) * np.clip(1.6 - 2.4 * slope / step, 0, 1)
    far = 1.0 if flat else np.clip(1.25 - spots.depth / 15, 0.15, 1)
    bright = light_of(tint) * (shaded + (1 - shaded) * np.clip(lit, 0, 1))[:, None]
    return mixed(light, bright, opacity * line * far)


def _hazed(light: Floats, spots: _Spots, hour: Hour) -> Floats:
    far = np.clip(spots.depth - hour.near, 0, None) / hour.far
    share = (1 - np.exp(-(far**1.4))) * hour.most
    across = spots.across[:, None]
    haze = light_of(hour.haze[0]) * (1 - across) + light_of(hour.haze[1]) * across
    return mixed(light, haze, share)
