"""What Typst's SVG says of outlines and places, as arrays."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["bezier_points", "matrix"]

Floats = NDArray[np.float64]

_COMMAND = re.compile("([MLHVQCZ])([^MLHVQCZ]*)", re.IGNORECASE)
_TRANSFORM = re.compile(r"(\w+)\(([^()]*)\)")
_CLOSED = 1e-4  # as far apart as ends may be that need no line between them


@cache
def bezier_points(path: str) -> Floats:
    """Return the cubic Bézier points (4n, 2) of a path's ``d``.

    Raises:
        ValueError: if it has a command that is not known here.
    """
    curves: list[complex] = []
    pen = start = 0j
    for command, told in _COMMAND.findall(path):
        here = pen if command.islower() else 0j
        match command.upper(), _spots(command, told, here, pen):
            case "M", [end]:
                start = end
            case "L" | "H" | "V", [end]:
                curves += _line(pen, end)
            case "Q", [handle, end]:
                curves += [pen, (pen + handle + handle) / 3, (handle + handle + end) / 3, end]
            case "C", [first, second, end]:
                curves += [pen, first, second, end]
            case "Z", []:
                end = start
                if abs(pen - end) > _CLOSED:
                    curves += _line(pen, end)
            case _:
                raise ValueError(f"{command}{told} is not understood in {path!r}")
        pen = end
    points = np.array(curves, dtype=np.complex128).view(np.float64).reshape(-1, 2)
    points.flags.writeable = False
    return points


def matrix(transform: str) -> Floats:
    """Return the matrix (3, 3) of an element's ``transform``.

    Raises:
        ValueError: if it has a kind that is not known here.
    """
    whole = np.eye(3)
    for kind, told in _TRANSFORM.findall(transform):
        match kind, [float(number) for number in told.replace(",", " ").split()]:
            case "matrix", [a, b, c, d, x, y]:
                part = [[a, c, x], [b, d, y], [0, 0, 1]]
            case "translate", [x, y]:
                part = [[1, 0, x], [0, 1, y], [0, 0, 1]]
            case _:
                raise ValueError(f"{kind}({told}) is not understood")
        whole = whole @ np.array(part, dtype=float)
    return whole


def _spots(command: str, told: str, here: complex, pen: complex) -> list[complex]:
    """Return the points that a command names, ``here`` being where it counts from."""
    numbers = [float(number) for number in told.replace(",", " ").split()]
    if command in "hH":
        return [complex(here.real + x, pen.imag) for x in numbers]
    if command in "vV":
        return [complex(pen.real, here.imag + y) for y in numbers]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [complex(here.real + x, here.imag + y) for x, y in pairs]


def _line(start: complex, end: complex) -> list[complex]:
    return [start, (start + start + end) / 3, (start + end + end) / 3, end]
