"""A picture that is painted when its pixels are needed, known by what it is painted from."""

from __future__ import annotations

import math
import sys
import zlib
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from scenes.paint.paper import Paper
from scenes.paint.surface import Pixels

__all__ = ["EVERYWHERE", "Art", "Box", "Shelf", "keep_on", "part"]

T = TypeVar("T", Pixels, bytes)
Box = tuple[float, float, float, float]  # left, bottom, right, top
EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)
_PACKAGES = ("paint", "figures", "worlds")  # whose code decides on pixels
_PLATE_BYTES = 4 << 20
_PLATES_BYTES, _OTHERS_BYTES, _PACKED_BYTES = 26 << 20, 20 << 20, 20 << 20  # three plates of a film


def part(seen: Box, at: Sequence[float], unit: float) -> Box:
    """Return a box of the frame in the units of art whose origin is ``at`` a point of it."""
    (x, y), (left, bottom, right, top) = at[:2], seen
    return (left - x) / unit, (bottom - y) / unit, (right - x) / unit, (top - y) / unit


@dataclass(frozen=True)
class Art:
    """What ``painter(paper, *arguments)`` paints within ``box``, at ``scale`` pixels a unit.

    The painter is a function of a module that reads nothing but its arguments, whose ``repr`` says
    all about them: equal keys then mean equal pixels, and nothing need be painted to know that.
    """

    painter: Callable[..., None]
    arguments: tuple[Any, ...]
    box: Box
    scale: float

    def __deepcopy__(self, memo: object) -> Art:
        """Return itself: copies of what shows it share it."""
        return self

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        left, bottom, right, top = self.box
        return max(1, round((right - left) * self.scale)), max(
            1, round((top - bottom) * self.scale)
        )

    def within(self, seen: Box) -> Art:
        """Return the part of the picture in a box, with the pixels that it has now: at least one.

        It is all that need be painted of what the frame, or something in front of it, cuts off.
        """
        left, _, _, top = self.box
        width, height = self.size
        start, end = self._span(seen[0] - left, seen[2] - left, width)
        first, last = self._span(top - seen[3], top - seen[1], height)
        if (start, end, first, last) == (0, width, 0, height):
            return self
        sides = (left + start / self.scale, left + end / self.scale)
        box = (sides[0], top - last / self.scale, sides[1], top - first / self.scale)
        return replace(self, box=box)

    def _span(self, low: float, high: float, pixels: int) -> tuple[int, int]:
        start = math.floor(min(max(low * self.scale, 0), pixels - 1))
        return start, math.ceil(min(max(high * self.scale, start + 1), pixels))

    @cached_property
    def key(self) -> bytes:
        """16 bytes that stand for the picture."""
        name = f"{self.painter.__module__}.{self.painter.__qualname__}"
        facts = repr((name, self.arguments, self.box, self.scale))
        code = _code() + _source(self.painter.__module__)
        return blake2b(facts.encode() + code, digest_size=16).digest()

    def pixels(self) -> Pixels:
        """Return the picture, (height, width, 4), premultiplied; it is not to be written to."""
        return _gallery.pixels(self)

    def paint(self) -> Pixels:
        """Paint the picture anew."""
        left, _, _, top = self.box
        paper = Paper(*self.size, self.scale, (-left * self.scale, top * self.scale))
        self.painter(paper, *self.arguments)
        return paper.pixels()


class Shelf(Protocol):
    """Keeps pictures for longer than a program runs."""

    def get(self, art: Art) -> Pixels | None:
        """Return a picture's pixels if it has them."""

    def put(self, art: Art, pixels: Pixels) -> None:
        """Keep a picture's pixels."""


class _Latest(Generic[T]):
    """Keeps what was needed last, up to so many bytes, and the last one whatever its size."""

    def __init__(self, most_bytes: int) -> None:
        self._most, self._bytes = most_bytes, 0
        self._kept: OrderedDict[bytes, T] = OrderedDict()

    def get(self, key: bytes) -> T | None:
        """Return what is kept under a key."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: bytes, content: T) -> Iterator[tuple[bytes, T]]:
        """Keep something; yield what there is no longer room for."""
        self._kept[key] = content
        self._bytes += _size(content)
        while self._bytes > self._most and len(self._kept) > 1:
            old, last = self._kept.popitem(last=False)
            self._bytes -= _size(last)
            yield old, last


class _Gallery:
    """Keeps the pictures that were needed last, and all but plates, packed, for longer."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self._plates: _Latest[Pixels] = _Latest(_PLATES_BYTES)
        self._others: _Latest[Pixels] = _Latest(_OTHERS_BYTES)
        self._packed: _Latest[bytes] = _Latest(_PACKED_BYTES)

    def pixels(self, art: Art) -> Pixels:
        width, height = art.size
        # What is as large as a plate takes as long to pack as to paint.
        is_plate = 4 * width * height >= _PLATE_BYTES
        kept = self._plates if is_plate else self._others
        picture = kept.get(art.key)
        if picture is None:
            packed = self._packed.get(art.key)
            picture = self._made(art) if packed is None else _unpacked(packed, art)
            for key, old in kept.put(art.key, picture):
                if not is_plate and self._packed.get(key) is None:
                    deque(self._packed.put(key, zlib.compress(old.data, level=1)), maxlen=0)
        return picture

    def _made(self, art: Art) -> Pixels:
        picture = self.shelf.get(art) if self.shelf else None
        if picture is None:
            picture = art.paint()
            if self.shelf:
                self.shelf.put(art, picture)
        return picture


def _size(content: Pixels | bytes) -> int:
    return len(content) if isinstance(content, bytes) else content.nbytes


def _unpacked(packed: bytes, art: Art) -> Pixels:
    width, height = art.size
    return np.array(np.frombuffer(zlib.decompress(packed), np.uint8)).reshape(height, width, 4)


_gallery = _Gallery()


def keep_on(shelf: Shelf | None) -> None:
    """Look for pictures on a shelf before they are painted, and keep them there."""
    _gallery.shelf = shelf


@cache
def _code() -> bytes:
    """Return what stands for the code that paints, and its fonts and curves."""
    home = Path(__file__).resolve().parents[1]
    files = sorted(path for name in _PACKAGES for path in (home / name).rglob("*.py"))
    return b"".join(blake2b(path.read_bytes(), digest_size=16).digest() for path in files)


@cache
def _source(module: str) -> bytes:
    file = getattr(sys.modules[module], "__file__", None)
    return blake2b(Path(file).read_bytes(), digest_size=16).digest() if file else b""
