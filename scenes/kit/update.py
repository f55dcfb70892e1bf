"""The update as a line of numbers: where it was, the step, where it is."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from manim import DOWN, RIGHT, UP, VGroup

from gdmath.experiments.reading import MINUS, Reading, equals
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["product", "product_line", "share_line", "slope_line", "update_line"]


def update_line(
    film: ShotFilm[Any], before: Reading, step: Reading, after: Reading, size: float = 2.0,
    room: float = math.inf,
) -> Words:  # fmt: skip
    """Return ``before − step = after`` in the colours of its parts; ≈ where a text is rounded."""
    size_of = replace(step.magnitude, format=replace(step.format, signed=False))
    sign = MINUS if step.value < 0 else "+"
    return film.label(
        (before, "here"), f" {sign} ", (size_of, "step"),
        f" {equals(before, step, after)} ", (after, "here"), size=size, room=room,
    )  # fmt: skip


def slope_line(
    film: ShotFilm[Any], before: Reading, rate: Reading, slope: Reading, size: float = 2.0
) -> Words:
    """Return ``before − rate · slope`` in the colours of its parts."""
    return film.label(
        (before, "here"), f" {MINUS} ", (rate, "step"), " · ", (slope.operand, "gradient"),
        size=size,
    )  # fmt: skip


def share_line(
    film: ShotFilm[Any], rate: Reading, gradient: Reading, room: float = math.inf
) -> VGroup:
    """Return ``rate × gradient`` in their colours, the learning rate's name above."""
    return VGroup(
        film.label("learning rate", role="step", size=1.1, room=room),
        film.label((rate, "step"), " × ", (gradient, "gradient"), size=1.8, room=room),
    ).arrange(DOWN, buff=0.2)  # fmt: skip


def product(
    film: ShotFilm[Any], rate: Reading, slope: Reading, step: Reading, size: float,
    room: float = math.inf, *, against: bool = False,
) -> Words:  # fmt: skip
    """Return ``rate × slope = step`` in their colours; ``against`` the slope, −rate."""
    return film.label(
        f"{MINUS} " if against else "", (rate, "step"), " × ",
        (slope.operand if against else slope, "gradient"), f" {equals(rate, slope, step)} ",
        (step, "step"), size=size, room=room,
    )  # fmt: skip


def product_line(
    film: ShotFilm[Any], rate: Reading, slope: Reading, step: Reading,
    names: tuple[str, str, str] | None = None, size: float = 2.4, small: float = 1.1,
    room: float = math.inf, *, against: bool = False,
) -> VGroup:  # fmt: skip
    """Return their product, and below each of its parts its name, or ``names``."""
    line = product(film, rate, slope, step, size, room, against=against)
    names = names or (rate.name, slope.name, step.name)
    below = [film.label(name, size=small).next_to(line[part], DOWN, buff=0.25)
             for part, name in zip((1, 3, 5), names, strict=True)]  # fmt: skip
    if against:  # brackets reach lower
        for words in below:
            words.shift((min(one.get_top()[1] for one in below) - words.get_top()[1]) * UP)
    below[2].shift(max(0.0, below[1].get_right()[0] - below[2].get_left()[0] + 0.15) * RIGHT)
    below[0].shift(min(0.0, float(below[1].get_left()[0] - below[0].get_right()[0]) - 0.25) * RIGHT)
    return VGroup(line, *below)
