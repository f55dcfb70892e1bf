"""Colours: contrast, and how far apart the roles are, for every kind of colour vision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.stage.inspect.finding import Finding
from scenes.stage.theme import ROLES, THEMES, Role, Theme

__all__ = ["APART", "VISIONS", "contrast", "difference", "judge_palette", "luminance"]

Floats = NDArray[np.float64]
APART = 15.0  # CIE76
SAME_HUE = 30.0  # degrees in CIELAB
COLOURED: tuple[Role, ...] = ("here", "target", "cost", "gradient", "step")

# Machado, Oliveira, Fernandes (2009), severity 1.0: what is seen instead of linear RGB.
VISIONS: Mapping[str, Floats] = {
    "normal vision": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# Linear sRGB to CIE XYZ, and the white of D65.
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = _XYZ.sum(axis=1)


def linear(rgb: ArrayLike) -> Floats:
    """Return linear RGB (..., 3), 0 to 1, of sRGB (..., 3), 0 to 1."""
    rgb = np.asarray(rgb)
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


_SHARES = np.array([0.2126, 0.7152, 0.0722])  # of red, green and blue in luminance
_LIGHT = np.outer(_SHARES, linear(np.arange(256) / 255))  # of each value that a byte can have


def luminance(rgb: ArrayLike) -> Floats:
    """Return the relative luminance (...) of sRGB (..., 3), as WCAG 2.2 defines it.

    Colours are 0 to 1, or whole numbers to 255.
    """
    rgb = np.asarray(rgb)
    if rgb.dtype == np.uint8:
        red, green, blue = (_LIGHT[i].take(rgb[..., i]) for i in range(3))
        return np.asarray(red + green + blue)
    return np.asarray(linear(rgb) @ _SHARES)


def contrast(one: ArrayLike, other: ArrayLike) -> Floats:
    """Return the contrast ratio of sRGB colours (..., 3), 1 to 21, as WCAG 2.2 defines it."""
    a, b = luminance(one) + 0.05, luminance(other) + 0.05
    return np.maximum(a, b) / np.minimum(a, b)


def lab(rgb: ArrayLike, vision: str = "normal vision") -> Floats:
    """Return CIELAB (3,) of an sRGB colour as a kind of vision sees it."""
    seen = np.clip(VISIONS[vision] @ linear(rgb), 0, 1)
    share = (_XYZ @ seen) / _WHITE
    x, y, z = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: ArrayLike, other: ArrayLike, vision: str) -> float:
    """Return the CIE76 distance of two sRGB colours as a kind of vision sees them."""
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


def judge_palette(theme: Theme) -> Iterator[Finding]:
    """Yield the roles that are too much alike, and those whose hue is not the other themes'."""
    marks = [(role, theme.mark(role).to_rgb()) for role in ROLES if role != "ground"]
    inks = [(role, theme.ink(role).to_rgb()) for role in ROLES if role != "ground"]
    for what, colours in (("marks", marks), ("texts", inks)):
        for (one, a), (other, b) in combinations(colours, 2):
            vision = min(VISIONS, key=lambda v, a=a, b=b: difference(a, b, v))  # type: ignore[misc]
            apart = difference(a, b, vision)
            if apart < APART:
                yield Finding(
                    "colours apart",
                    (f"{what} of {one}", f"{what} of {other}"),
                    f"{apart:.1f} with {vision}",
                    f"at least {APART:g}",
                )
    yield from _other_hues(theme)


def _other_hues(theme: Theme) -> Iterator[Finding]:
    for other in THEMES.values():
        for role in COLOURED:
            turn = abs(_hue(theme, role) - _hue(other, role)) % 360
            if min(turn, 360 - turn) > SAME_HUE:
                yield Finding(
                    "hue",
                    (role,),
                    f"{min(turn, 360 - turn):.0f} degrees from the theme {other.name}",
                    f"at most {SAME_HUE:g} degrees",
                )


def _hue(theme: Theme, role: Role) -> float:
    _, a, b = lab(theme.mark(role).to_rgb())
    return float(np.degrees(np.arctan2(b, a)))
