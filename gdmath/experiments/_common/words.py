"""Numbers that a sentence says in words."""

from __future__ import annotations

from fractions import Fraction

from gdmath.experiments._common.outcome import BORDERS
from gdmath.experiments.reading import Format, decimals_for, telling_apart

__all__ = ["part_in_words"]

_PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 6: "a sixth", 8: "an eighth",
          10: "a tenth", 20: "a twentieth", 100: "a hundredth"}  # fmt: skip
_MANY = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def part_in_words(part: Fraction) -> str:
    """Return a part in words: "a tenth", "two fifths", "all", "none"; "0.37" if it has no name.

    A number has four figures, or as many as tell it from half and all.
    """
    if part in (0, 1):
        return "all" if part else "none"
    name = _PARTS.get(part.denominator)
    if part.numerator == 1 and name:
        return name
    if name and part.numerator in _MANY and part.denominator > 2 and part < 1:
        plural = name.split(" ", 1)[1] + "s"
        return f"{_MANY[part.numerator]} {plural}"
    value = float(part)
    decimals = max(telling_apart((value, border), decimals_for(value)) for border in BORDERS)
    return Format(decimals, powers=False).text(value)
