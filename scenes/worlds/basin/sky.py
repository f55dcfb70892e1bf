"""What lies beyond the basin, and what hides it: sky, ridges that are only painted, fog."""

from __future__ import annotations

import numpy as np

from scenes.worlds.basin.land import Floats
from scenes.worlds.basin.noise import clouds, texture
from scenes.worlds.basin.palette import Hour
from scenes.worlds.basin.shade import light_of, mixed, ramp
from scenes.worlds.ramps import smoothstep

__all__ = ["Orb", "bank", "foggy", "sky"]

Orb = tuple[float, float, float]  # of moon or sun: x, y and radius in frame units
_BANKS = (0.62, 0.44, 0.28)  # how high banks of fog are, of the frame's height


def sky(xs: Floats, ys: Floats, horizon: float, hour: Hour) -> Floats:
    """Return the light (rows, columns, 3) of the sky; its glow is over the horizon's left end."""
    top, size = ys.max(), np.ptp(xs)
    down = np.clip((top - ys) / max(top - horizon, 1e-6), 0, 1)
    across = (xs - xs.min()) / size
    light = np.broadcast_to(ramp(down, hour.sky)[:, None], (len(ys), len(xs), 3)).copy()
    cool = light_of(hour.sky[0][1]) + 0.35 * (light - light_of(hour.sky[0][1]))
    light = mixed(light, cool, np.broadcast_to(0.75 * across, light.shape[:2]))
    x, y = np.meshgrid(across, (ys - horizon) / size)
    tint, strength = hour.glow
    away = np.hypot(1.2 * x, 1.9 * (y - 0.01))
    light += light_of(tint) * (strength * np.exp(-((away / 0.30) ** 2)))[..., None]
    sunny, far, opacity = hour.cloud
    veil = clouds(xs, ys, (0.30 * size, 0.035 * size), 21)
    veil = opacity * smoothstep(veil, 0.45, 1.1) * smoothstep(1 - down, 0.1, 0.5)[:, None]
    tones = mixed(np.broadcast_to(light_of(sunny), light.shape), light_of(far), x)
    light = mixed(light, tones, veil)
    for number, (lit, shaded) in enumerate(hour.ridges):
        line = horizon + size * _ridge(across, number)
        there = np.clip((line[None, :] - ys[:, None]) / (size / len(xs)) + 0.5, 0, 1)
        deep = np.clip(1 - (line[None, :] - ys[:, None]) / (0.12 * size), 0.3, 1)
        tone = light_of(lit) * (1 - x[..., None]) + light_of(shaded) * x[..., None]
        light = mixed(light, tone, 0.92 * there * deep)
    return light


def _ridge(across: Floats, number: int) -> Floats:
    """Return how high a far ridge is over the horizon, in widths of the frame."""
    line = np.zeros_like(across)
    for octave in range(6):
        line += 0.5**octave * texture(
            across * 0.22 * 2**octave, 0.11 * (number + 1) + 0 * across, 9 + number, 2.0
        )
    return (0.012 - 0.014 * number) + 0.011 * line


def foggy(xs: Floats, ys: Floats, hour: Hour, orb: Orb | None, seed: int) -> Floats:
    """Return fog (rows, columns, 3) that fills the frame; moon or sun behind it is ``orb``.

    From beside it lies in banks, whose upper edges are lit; from above it is one.
    """
    size = max(np.ptp(xs), np.ptp(ys))
    x, y = np.meshgrid(xs, ys)
    veil = clouds(xs, ys, (0.3 * size, (0.12 if orb else 0.27) * size), seed)
    if orb is None:
        edge = np.hypot(x / np.ptp(xs), y / np.ptp(ys))
        lit = 0.26 + 0.65 * veil * smoothstep(edge, 0.1, 0.42)
        return mixed(*_tones(hour, lit.shape), lit)
    away = np.hypot(x - orb[0], y - orb[1]) / size
    shine = np.exp(-((away / 0.42) ** 2))
    lit = 0.1 + 0.3 * veil * (0.4 + shine) + 0.5 * shine
    light = mixed(*_tones(hour, lit.shape), np.clip(lit, 0, 1))
    tint, strength = hour.orb
    wide = orb[2] / size
    disc = np.maximum(smoothstep(-away, -1.06 * wide, -0.96 * wide),
                      0.6 * np.exp(-((away / (0.05 + wide)) ** 2)))  # fmt: skip
    light = mixed(light, np.broadcast_to(light_of(tint), light.shape), strength * disc)
    for number, high in enumerate(_BANKS):
        line = ys.min() + np.ptp(ys) * high + 0.05 * size * _ridge_of_fog(xs / size, seed + number)
        down = (line[None, :] - ys[:, None]) / size
        top = 0.85 * np.exp(-np.clip(down, 0, None) / 0.05) * (0.5 + 0.5 * shine)
        lit = np.clip(top + 0.28 * veil * (0.4 + shine), 0, 1) * (1 - 0.1 * number)
        light = mixed(light, mixed(*_tones(hour, lit.shape), lit), smoothstep(down, -0.012, 0.02))
    return light


def _tones(hour: Hour, shape: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Return the darkest and the lightest fog, each (..., 3)."""
    low, high = (np.broadcast_to(light_of(tone), (*shape, 3)) for tone in hour.fog)
    return low, high


def _ridge_of_fog(across: Floats, seed: int) -> Floats:
    """Return how high a bank's edge is, about 0, (columns,)."""
    return texture(0.22 * across + 0.37 * seed, 0.13 * seed + 0 * across, seed, 2.2)


def bank(
    xs: Floats, ys: Floats, hour: Hour, middle: float, half: float, seed: int
) -> tuple[Floats, Floats]:
    """Return light (rows, columns, 3) and opacity of a bank of fog along a height of the frame."""
    size = max(np.ptp(xs), 8.0)
    field = clouds(xs, ys, (0.30 * size, 0.05 * size), seed)
    _, y = np.meshgrid(xs, ys)
    around = np.exp(-(((y - middle - 0.5 * (field - 0.5)) / half) ** 2))
    ends = smoothstep(np.minimum(xs - xs.min(), xs.max() - xs), 0.0, 0.12 * np.ptp(xs))
    opacity = smoothstep(field, 0.28, 0.8) * around * ends[None, :]
    bright = 0.85 + 0.3 * np.clip((field - 0.35) / 0.4, 0, 1)
    return light_of(hour.bank) * bright[..., None], opacity
