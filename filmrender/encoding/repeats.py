"""Pictures of a film that repeat the one before: x264's own, made once and renumbered.

To x264, such a picture is as much work as many another: it takes 2.5 ms at 720p, and half of the
time of a scene that stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Repeats"]

_START = b"\x00\x00\x00\x01"
_SPS = 7  # type of the unit that describes the stream
_LEAST_HIGH = 100  # profiles from here on tell their chroma format and depth


class _Field(NamedTuple):
    """A number in a unit: ``bits`` wide, so many bits ``after`` it."""

    bits: int
    after: int

    def put(self, unit: int, number: int) -> int:
        """Return the unit with a number in its place, from which on it counts anew."""
        mask = (1 << self.bits) - 1
        return unit & ~(mask << self.after) | (number & mask) << self.after


class _Reader:
    """Reads the numbers of a unit, as H.264 (7.2, 9.1) has them."""

    def __init__(self, unit: bytes) -> None:
        self._unit = int.from_bytes(unit)
        self.left = len(unit) * 8

    def bits(self, count: int) -> int:
        """Read so many bits."""
        self.left -= count
        return self._unit >> self.left & (1 << count) - 1

    def number(self) -> int:
        """Read a number from 0 on that is the shorter, the smaller it is."""
        zeros = 0
        while not self.bits(1):
            zeros += 1
        return (1 << zeros) - 1 + self.bits(zeros)


class Repeats:
    """Makes pictures that repeat the one before, right after a key picture.

    ``header`` describes the stream; ``second`` is a key picture's first repeat, as encoded.
    """

    def __init__(self, header: bytes, second: bytes) -> None:
        unit = _without_guards(second.removeprefix(_START))
        self._unit, self._size = int.from_bytes(unit), len(unit)
        count_bits, order_bits = _widths(header)
        reader = _Reader(unit[1:])
        for _ in range(3):  # first macroblock, type, parameters
            reader.number()
        self._count = _Field(count_bits, reader.left - count_bits)
        self._order = _Field(order_bits, self._count.after - order_bits)

    def repeat(self, number: int) -> bytes:
        """Return the repeat that is shown so many frames after the key picture."""
        unit = self._order.put(self._count.put(self._unit, number), 2 * number)
        return _START + _with_guards(unit.to_bytes(self._size))


def _widths(header: bytes) -> tuple[int, int]:
    """Return how wide in bits pictures' numbers are, in decoding and, two each, in showing."""
    units = map(_without_guards, header.split(b"\x00\x00\x01"))
    reader = _Reader(next(unit[1:] for unit in units if unit and unit[0] & 31 == _SPS))
    profile = reader.bits(8)
    reader.bits(16)  # constraints, level
    reader.number()
    if profile >= _LEAST_HIGH:
        for _ in range(3):  # chroma format, depths
            reader.number()
        reader.bits(2)  # lossless, scaling lists: there are none
    count_bits = reader.number() + 4
    reader.number()  # how the order is told: always by itself, where there are pictures between
    return count_bits, reader.number() + 4


def _without_guards(unit: bytes) -> bytes:
    """Return a unit without the bytes that keep it from looking like another's start."""
    return unit.replace(b"\x00\x00\x03", b"\x00\x00")


def _with_guards(unit: bytes) -> bytes:
    return re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", unit)
