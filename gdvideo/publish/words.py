"""Numbers of a run in words, as one would tell them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gdvideo.publish.record import Account, Shown

__all__ = ["told", "told_by_beat"]

_LEAST = 3  # numbers from which a series can be told
_SAME = 1e-9


def told(numbers: Sequence[Shown]) -> list[str]:
    """Return a sentence for each quantity, in the order in which they are first shown."""
    names = dict.fromkeys(number.name for number in numbers)
    return [_sentence(name, [one for one in numbers if one.name == name]) for name in names]


def told_by_beat(account: Account) -> list[list[str]]:
    """Return for each beat the sentences on what it is the first to show."""
    return [
        told([one for one in account.numbers if beat.start <= one.seconds < beat.end])
        for beat in account.beats
    ]


def _sentence(name: str, numbers: Sequence[Shown]) -> str:
    subject = name if len(name) == 1 else f"The {name}"
    return f"{subject} is {'; '.join(_series(part) for part in _parts(numbers))}."


def _series(numbers: Sequence[Shown]) -> str:
    """Return numbers one after another, and what leads from each to the next."""
    texts = dict.fromkeys(number.text.strip("()") for number in numbers)
    listed = ", then ".join(texts)
    factor = _factor(numbers) if len(numbers) >= _LEAST else None
    if factor is None or abs(factor) < _SAME or abs(abs(factor) - 1) < _SAME:
        return listed
    size = f"{abs(factor):.3g}"
    about = "" if abs(abs(factor) - float(size)) < _SAME else "about "
    side = ", on the other side" if factor < 0 else ""
    times = f"{about}{size} times the one before" if abs(factor) > 1 else ""
    return f"{listed}: each is {times or f'{about}{size} of the one before'}{side}"


def _parts(numbers: Sequence[Shown]) -> list[list[Shown]]:
    """Return the numbers in parts: each as long as one factor leads from each to the next."""
    parts: list[list[Shown]] = []
    rest = list(numbers)
    while rest:
        length = max(
            (n for n in range(_LEAST, len(rest) + 1) if _factor(rest[:n]) is not None), default=0
        )
        if length:
            parts.append(rest[:length])
            rest = rest[length:]
        elif parts and _factor(parts[-1]) is None:
            parts[-1].append(rest.pop(0))
        else:
            parts.append([rest.pop(0)])
    return parts


def _factor(numbers: Sequence[Shown]) -> float | None:
    """Return what each is multiplied by, None if it is not one number or there are too few."""
    values = [number.value for number in numbers]
    if len(values) < _LEAST or not all(values):
        return None
    factors = [after / before for before, after in pairwise(values)]
    same = all(abs(one - factors[0]) < _SAME * max(1, abs(factors[0])) for one in factors)
    return factors[0] if same else None
