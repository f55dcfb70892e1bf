"""Numbers as they are shown: each keeps its value beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from gdmath.decimals import decimals_apart, magnitude, places, rounded

__all__ = [
    "GAP",
    "MINUS",
    "Format",
    "Reading",
    "as_given",
    "decimals_for",
    "equals",
    "telling_apart",
]

MINUS = "\N{MINUS SIGN}"
GAP = "\N{NARROW NO-BREAK SPACE}"  # between groups of three digits
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LARGE, _SMALL, _GROUPED = 1e8, Decimal("1e-3"), 10_000
_LONGEST = 6  # decimals with which a number that changes before the eyes can be read
_POWER_DIGITS = 4  # at least, of a number that is written with a power of ten
_REST_DIGITS = 2  # of a number that would round to zero
_ROUNDING = 1e-14  # what a few operations in float64 may add to a number, as a share of it
_GIVEN_FIGURES = 6  # of a parameter at the most, unless fewer would mislead
_FIGURES = 12  # of a number at the most, however close another one is


def decimals_for(scale: float, significant: int = 4) -> int:
    """Return how many decimals show ``significant`` digits of a number as large as ``scale``."""
    return max(0, significant - 1 - magnitude(scale)) if scale else 0


def telling_apart(values: Iterable[float], at_least: int, noise: float = 0.0) -> int:
    """Return how many decimals show that each of these numbers differs from the one before it.

    At least so many, and no more than twelve figures have. Two numbers that differ by no more
    than ``noise`` are the same.
    """
    told = [float(value) for value in values]
    most = decimals_for(max(map(abs, told), default=0.0), _FIGURES)
    apart = (decimals_apart(*pair) for pair in pairwise(told) if abs(pair[0] - pair[1]) > noise)
    return max(at_least, min(most, max(apart, default=at_least)))


@dataclass(frozen=True)
class Format:
    """How a kind of number is written.

    Attributes:
        decimals: digits after the point at the most; trailing zeros are left out. A number that
            would read as zero and is not gets as many as show it.
        signed: whether a positive number gets its plus.
        unit: what stands behind the number, or "".
        fixed: whether trailing zeros stay, for numbers that change before the eyes; on their way
            through zero they are written in decimals too, if these are few.
        live: whether it changes before the eyes where there is room for few digits: what would
            read as zero and is not is then written as ≈ 0.
        powers: whether numbers that are very large or very small are written as 5×10⁻⁷.
        brackets: whether a number with a sign stands in brackets, as behind an operator.
        large: the size from which a number is written with a power of ten.
        figures: how many of its figures that has at least.
        grouped: whether five digits or more before the point are grouped in threes.
    """

    decimals: int
    signed: bool = False
    unit: str = ""
    fixed: bool = False
    live: bool = False
    powers: bool = True
    brackets: bool = False
    large: float = _LARGE
    figures: int = _POWER_DIGITS
    grouped: bool = False

    def text(self, value: float) -> str:
        """Return the number as it stands on the screen, with its unit."""
        digits = self._digits(abs(value))
        if value and not self.says(value):
            return f"≈ {digits} {self.unit}".rstrip()
        sign = "" if value == 0 else MINUS if value < 0 else "+" if self.signed else ""
        text = f"{sign}{digits} {self.unit}".rstrip()
        return f"({text})" if self.brackets and sign else text

    def says(self, value: float) -> Decimal:
        """Return the number that the text of ``value`` says."""
        size = self._power(abs(value)) or self._rounded(abs(value))
        return size.copy_sign(Decimal(-1 if value < 0 else 1))

    def of(self, name: str, value: float, noise: float = 0.0) -> Reading:
        """Return the value under its name, with the text that is shown of it."""
        return Reading(name, float(value), self, float(noise))

    @property
    def last_place(self) -> float:
        """What one in the last decimal is worth."""
        return float(10.0**-self.decimals)

    def _digits(self, size: float) -> str:
        power = self._power(size)
        if power is not None:
            return _power_of_ten(power)
        digits = f"{self._rounded(size):f}"
        if not self.fixed and "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        return _in_threes(digits) if self.grouped and size >= _GROUPED else digits

    def _rounded(self, size: float) -> Decimal:
        """Return the number in the digits that are shown of it, zero only for zero."""
        shown = rounded(size, self.decimals)
        if shown or not size or self.live:
            return shown
        return rounded(size, decimals_for(size, 1 if self.fixed else _REST_DIGITS))

    def _power(self, size: float) -> Decimal | None:
        """Return the number that is written with a power of ten, or None if it is not."""
        if not self.powers or not size:
            return None
        shown = self._rounded(size)
        plain = self.fixed and self.decimals <= _LONGEST
        smallest = Decimal(1).scaleb(-_LONGEST) if plain else _SMALL
        if not shown or smallest <= shown < self.large:
            return None
        figures = self.decimals + magnitude(size) + 1 if size < 1 else 0
        return Decimal(f"{size:.{max(figures, self.figures) - 1}e}")


def _in_threes(digits: str) -> str:
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}".replace(",", GAP) + point + decimals


def _power_of_ten(number: Decimal) -> str:
    mantissa, exponent = f"{number.normalize():e}".split("e")
    power = f"10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    return power if mantissa == "1" else f"{mantissa}×{power}"


def as_given(value: float, unit: str = "", unlike: Iterable[float] = ()) -> Format:
    """Return how a parameter is written: all digits that it was given with, if these are few.

    It gets enough to be told from the numbers in ``unlike``.
    """
    given = min(places(value), decimals_for(value, _GIVEN_FIGURES))
    return Format(
        max([telling_apart((value, other), given) for other in unlike] or [given]), unit=unit
    )


def equals(*readings: Reading) -> str:
    """Return the sign before numbers: = if their texts say all of them, else ≈."""
    return "=" if all(reading.exact for reading in readings) else "≈"


@dataclass(frozen=True)
class Reading:
    """One number that a film shows: what it is called, what it is, how it is written.

    ``noise`` is what floating point may have added to the value: no more than that is zero.
    """

    name: str
    value: float
    format: Format
    noise: float = 0.0

    @property
    def shown(self) -> float:
        """The value as it is shown: zero where it is no more than noise."""
        return 0.0 if abs(self.value) <= self.noise else self.value

    @property
    def text(self) -> str:
        """The number as it stands on the screen, with its unit."""
        return self.format.text(self.shown)

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
        said = float(self.format.says(self.shown))
        return abs(said - self.value) <= max(self.noise, _ROUNDING * abs(self.value))

    @property
    def equation(self) -> str:
        """The text behind the sign that belongs before it: = 2.5, or ≈ 0.333."""
        return f"{equals(self)} {self.text}"

    @property
    def is_zero(self) -> bool:
        """Whether it is zero, but for the noise of floating point."""
        return self.shown == 0

    def __str__(self) -> str:
        return self.text
