"""What the films show, computed again in other arithmetic: decimals of 120 digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Any

import numpy as np

from gdmath.experiments.halfpipe import Halfpipe
from gdmath.experiments.hiker import Hiker
from gdmath.experiments.laser import Laser
from gdmath.experiments.reading import Reading, equals
from gdmath.experiments.staircase import Staircase

DIGITS = 120
CALM = 1.5  # learning rate on the hills up to which steps bring neighbours no further apart
NOISE = Decimal("2e-12")  # of the largest number of a sum: more than the run's float64 adds
Shown = tuple[Reading, Decimal, Decimal]  # a number, what it must be, what float64 may add to it

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_TEXT = re.compile(
    r"(?P<sign>[+−]?)(?P<digits>\d+(?:\.\d+)?)?(?:×?10(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?(?: \D+)?"
)


def dec(number: float) -> Decimal:
    """Return the decimal that a number prints as."""
    return Decimal(repr(float(number)))


def said(text: str) -> tuple[Decimal, Decimal]:
    """Return the number that a text says, and what one in its last digit is worth."""
    match = _TEXT.fullmatch(text.removeprefix("≈ ").strip("()"))
    assert match, text
    digits, power = match["digits"] or "1", int((match["power"] or "⁰").translate(_RAISED))
    place = Decimal(1).scaleb(power - len(digits.partition(".")[2]))
    return Decimal(digits).scaleb(power) * (-1 if match["sign"] == "−" else 1), place


def faults(shown: Shown) -> Iterator[str]:
    """Yield what is wrong with a number on the screen."""
    reading, expected, noise = shown
    value, place = said(reading.text)
    off = abs(value - expected)
    told = f"{reading.name} says {reading.text}, and it is {float(expected)!r}"
    if place > reading.format.last_place and "10" not in reading.text:
        place = dec(reading.format.last_place)  # zeros at the end are left out
    if off > place / 2 + noise:
        yield f"{told}: wrong"
    if value == 0 and abs(expected) > noise and not reading.text.startswith("≈"):
        yield f"{told}: zero for what is not zero"
    if value != 0 and expected == 0 and abs(value) <= noise:
        yield f"{told}: noise for zero"
    if equals(reading) == "=" and off > noise:
        yield f"{told}: = before a rounded number"
    if equals(reading) == "≈" and off == 0:
        yield f"{told}: ≈ before an exact number"


def differ(*readings: Reading) -> bool:
    """Tell whether neighbours read differently."""
    texts = [reading.text for reading in readings]
    return all(one != other for one, other in pairwise(texts))


def laser_numbers(story: Laser) -> Iterator[Shown]:
    """Yield the numbers of the laser film: of its run, and of the wrists that are too eager."""
    for game in (story, *story.contrasts, story.to_the_end):
        yield from _game_numbers(game)


def _game_numbers(game: Laser) -> Iterator[Shown]:
    p = game.params
    rate, target, error = dec(p.learning_rate), dec(p.target_cm), dec(p.first_shot_cm)
    error -= target
    factor = 1 - 2 * rate
    scale = NOISE * max(abs(target), abs(error))
    for reading, value in (
        (game.rate, rate), (game.reading("target"), target),
        (game.reading("factor"), abs(factor)),
    ):  # fmt: skip
        yield reading, value, Decimal("1e-15") * abs(value)
    for number in range(game.steps + 1):
        expected = {
            "height": (target + error, scale),
            "error": (error, scale),
            "shout": (abs(error), scale),
            "gradient": (2 * error, 2 * scale),
            "step": (-rate * 2 * error, 2 * scale),
            "size of step": (abs(rate * 2 * error), 2 * scale),
            "cost": (error**2, scale * (2 * abs(error) + scale)),
            "step number": (Decimal(number), Decimal(0)),
        }
        for name, (value, noise) in expected.items():
            yield game.reading(name, number), value, noise
        error *= factor
        scale *= max(Decimal(1), abs(factor))


def halfpipe_numbers(story: Halfpipe) -> Iterator[Shown]:
    """Yield the numbers of the half-pipe film: both riders', step by step."""
    p = story.params
    rate, target = dec(p.learning_rate), dec(p.target_cm)
    yield story.rate, rate, Decimal("1e-15") * rate
    yield story.reading("target"), target, Decimal("1e-15") * target
    error, scale = dec(p.start_cm) - target, NOISE * target
    for number in range(story.steps + 1):
        expected = {
            "position": (target + error, scale),
            "last position": (target + error, scale),
            "second position": (target - error, scale),
            "error": (error, scale),
            "size of error": (abs(error), scale),
            "slope": (2 * error, 2 * scale),
            "step": (-rate * 2 * error, 2 * scale),
            "cost": (error**2, scale * (2 * abs(error) + scale)),
            "step number": (Decimal(number), Decimal(0)),
        }
        for name, (value, noise) in expected.items():
            yield story.reading(name, number), value, noise
        error *= 1 - 2 * rate
        scale *= max(Decimal(1), abs(1 - 2 * rate))


def staircase_numbers(story: Staircase) -> Iterator[Shown]:
    """Yield the numbers of the staircase film."""
    p = story.params
    rate, a, b = dec(p.learning_rate), dec(p.a_start), dec(p.b_start)
    xs, ys = ([dec(v) for v in values] for values in (story.points.x, story.points.y))
    count = Decimal(len(xs))
    for number, (x, y) in enumerate(zip(xs, ys, strict=True)):
        yield story.reading("x", number), x, Decimal(0)
        yield story.reading("y", number), y, Decimal(0)
    largest, costs = max(abs(a), abs(b)), []
    for number in range(story.epochs + 1):
        rests = [a * x + b - y for x, y in zip(xs, ys, strict=True)]
        size = [NOISE * (abs(a * x) + largest + abs(y)) for x, y in zip(xs, ys, strict=True)]
        slopes = (
            2 * sum(r * x for r, x in zip(rests, xs, strict=True)) / count,
            2 * sum(rests) / count,
        )
        noise = (
            2 * sum(s * abs(x) for s, x in zip(size, xs, strict=True)) / count,
            2 * sum(size) / count,
        )
        costs.append(sum(r * r for r in rests) / count)
        off = sum(s * (2 * abs(r) + s) for s, r in zip(size, rests, strict=True)) / count
        largest = max(largest, abs(a), abs(b))
        for name, value in zip("ab", (a, b), strict=True):
            yield story.reading(name, number), value, NOISE * largest
        yield story.reading("cost", number), costs[-1], off
        if number == 0:
            for name, slope, rough in zip("ab", slopes, noise, strict=True):
                yield story.reading(f"tread {name}", 0), -rate * slope, rate * rough
            yield story.reading("slope", 0), slopes[0], noise[0]
        a, b = a - rate * slopes[0], b - rate * slopes[1]
    yield from _limit(story, xs)
    yield story.reading("rate"), rate, Decimal(0)


def _limit(story: Staircase, xs: Sequence[Decimal]) -> Iterator[Shown]:
    """Yield the limit, by the formula for two parameters."""
    count = Decimal(len(xs))
    along, across, alone = 2 * sum(x * x for x in xs) / count, 2 * sum(xs) / count, Decimal(2)
    middle, half = (along + alone) / 2, (along - alone) / 2
    largest = middle + (half**2 + across**2).sqrt()
    yield story.reading("limit"), 2 / largest, Decimal("1e-13") / largest


def hiker_numbers(story: Hiker) -> Iterator[Shown]:
    """Yield the numbers of the hiker film; the hills' come from numpy's long doubles.

    Large steps on the hills are chaotic, so the last altitude is then that of the last place.
    """
    p, noise = story.params, Decimal("2e-12")
    yield story.reading("learning rate"), dec(p.learning_rate), Decimal(0)
    w, b = np.longdouble(p.start_w), np.longdouble(p.start_b)
    for number in range(story.steps + 1):
        if p.learning_rate > CALM and number > 1:
            w, b = map(np.longdouble, story.hike.places[number])
        if number < 2:
            for name, place in (("w", w), ("b", b)):
                exact = Decimal(np.format_float_positional(place))
                yield story.reading(name, number), exact, noise
        if story.hike.left_at is None and number in (0, story.steps):
            height = Decimal(np.format_float_positional(_altitude(p.surface, w, b)))
            yield story.reading("altitude", number), height, Decimal("1e-10")
        w, b = np.array((w, b)) - p.learning_rate * _slope(p.surface, w, b)


def _altitude(surface: str, w: Any, b: Any) -> Any:
    if surface == "bowl":
        return w * w / 8 + b * b / 4
    return np.sin(w) * np.cos(b) + w * w / 8 + b * b / 8


def _slope(surface: str, w: Any, b: Any) -> Any:
    if surface == "bowl":
        return np.array((w / 4, b / 2))
    return np.array((np.cos(w) * np.cos(b) + w / 4, -np.sin(w) * np.sin(b) + b / 4))


def wrong(numbers: Iterator[Shown]) -> list[str]:
    """Return what is wrong with numbers."""
    with localcontext(prec=DIGITS):
        return [fault for shown in numbers for fault in faults(shown)]
