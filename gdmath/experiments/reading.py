"""Numbers as they are shown: each keeps its value beside its text."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal

__all__ = ["MINUS", "Format", "Reading", "decimals_for", "equals"]

MINUS = "\N{MINUS SIGN}"
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LARGE, _SMALL = 1e8, 1e-3
_WIDE = Context(prec=1200)  # the digits of any float64, and to spare
_LONGEST = 6  # decimals with which a number that changes before the eyes can be read


def decimals_for(scale: float, significant: int = 4) -> int:
    """Return how many decimals show ``significant`` digits of a number as large as ``scale``."""
    if scale == 0:
        return 0
    return max(0, significant - 1 - math.floor(math.log10(abs(scale))))


@dataclass(frozen=True)
class Format:
    """How a kind of number is written.

    Attributes:
        decimals: digits after the point at the most; trailing zeros are left out.
        signed: whether a positive number gets its plus.
        unit: what stands behind the number, or "".
        fixed: whether trailing zeros stay, for numbers that change before the eyes; on their way
            through zero they keep their decimals too, if these are few.
        powers: whether numbers that are very large or very small are written as 5×10⁻⁷.
        brackets: whether a number with a sign stands in brackets, as behind an operator.
        large: the size from which a number is written with a power of ten.
    """

    decimals: int
    signed: bool = False
    unit: str = ""
    fixed: bool = False
    powers: bool = True
    brackets: bool = False
    large: float = _LARGE

    def text(self, value: float) -> str:
        """Return the number as it stands on the screen, with its unit."""
        digits = self._digits(abs(value))
        zero = not digits.strip("0.")
        sign = "" if zero else MINUS if value < 0 else "+" if self.signed else ""
        text = f"{sign}{digits} {self.unit}".rstrip()
        return f"({text})" if self.brackets and sign else text

    def of(self, name: str, value: float) -> Reading:
        """Return the value under its name, with the text that is shown of it."""
        return Reading(name, float(value), self)

    @property
    def last_place(self) -> float:
        """What one in the last decimal is worth."""
        return float(10.0**-self.decimals)

    def _digits(self, magnitude: float) -> str:
        rounded = Decimal(repr(magnitude)).quantize(
            Decimal(1).scaleb(-self.decimals), ROUND_HALF_EVEN, _WIDE
        )
        small = 0.0 if self.fixed and self.decimals <= _LONGEST else _SMALL
        if self.powers and rounded and not small <= float(rounded) < self.large:
            return _power_of_ten(magnitude)
        digits = f"{rounded:f}"
        if self.fixed or "." not in digits:
            return digits
        return digits.rstrip("0").rstrip(".")


def _power_of_ten(magnitude: float) -> str:
    mantissa, exponent = f"{magnitude:.3e}".split("e")
    mantissa = mantissa.rstrip("0").rstrip(".")
    power = f"10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    return power if mantissa == "1" else f"{mantissa}×{power}"


def equals(*readings: Reading) -> str:
    """Return the sign for a sum of these numbers: = if their texts say all of them, else ≈."""
    return "=" if all(reading.exact for reading in readings) else "≈"


@dataclass(frozen=True)
class Reading:
    """One number that a film shows: what it is called, what it is, how it is written."""

    name: str
    value: float
    format: Format

    @property
    def text(self) -> str:
        """The number as it stands on the screen, with its unit."""
        return self.format.text(self.value)

    @property
    def operand(self) -> Reading:
        """The same number as it stands behind an operator: without plus, its minus in brackets."""
        return replace(self, format=replace(self.format, signed=False, brackets=True))

    @property
    def magnitude(self) -> Reading:
        """The size of the number, without its sign."""
        return replace(self, name=f"size of {self.name}", value=abs(self.value))

    @property
    def exact(self) -> bool:
        """Whether the text says all of the number, but for the noise of floating point."""
        shown = round(self.value, self.format.decimals)
        noise = 1e-6 * self.format.last_place
        return math.isclose(shown, self.value, rel_tol=1e-13, abs_tol=noise)

    @property
    def is_zero(self) -> bool:
        """Whether it reads as zero in the digits that are shown."""
        return self.format.text(self.value) == self.format.text(0.0)

    def __str__(self) -> str:
        return self.text
