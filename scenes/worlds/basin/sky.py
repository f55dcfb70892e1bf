"""What lies beyond the basin, and what hides it: sky, ridges that are only painted, fog."""

from __future__ import annotations

import numpy as np

from scenes.worlds.basin.land import Floats
from scenes.worlds.basin.noise import clouds, texture
from scenes.worlds.basin.palette import Hour
from scenes.worlds.basin.shade import light_of, mixed, ramp
from scenes.worlds.ramps import smoothstep

__all__ = ["bank", "foggy", "sky"]


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


def foggy(xs: Floats, ys: Floats, hour: Hour, orb: tuple[float, float] | None, seed: int) -> Floats:
    """Return fog (rows, columns, 3) that fills the frame; moon or sun behind it at ``orb``."""
    size = max(np.ptp(xs), np.ptp(ys))
    flat = 0.4 if orb else 0.9  # banks that are looked at from beside lie flat
    far, near = (clouds(xs, ys, (s * size, flat * s * size), seed + k)
                 for k, s in enumerate((0.3, 0.62)))  # fmt: skip
    x, y = np.meshgrid(xs, ys)
    edge = np.hypot(x / np.ptp(xs), y / np.ptp(ys))  # it is darker all round
    share = (0.5 * far + 0.5 * smoothstep(near, 0.3, 0.8)) * (
        0.9 - 0.7 * smoothstep(edge, 0.2, 0.7)
    )
    if orb:
        away = np.hypot(x - orb[0], y - orb[1]) / size
        share = share + 0.34 * np.exp(-((away / 0.24) ** 2)) + 0.05
    else:
        share = share + 0.06
    low, high = (np.broadcast_to(light_of(tone), (*share.shape, 3)) for tone in hour.fog)
    light = mixed(low, high, np.clip(share, 0, 1))
    if orb:
        tint, strength = hour.orb
        disc = 0.6 * np.exp(-((away / 0.11) ** 2)) + np.exp(-((away / 0.038) ** 4))
        light = light + light_of(tint) * (strength * disc)[..., None]
    return light


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
