"""The articles' data sets, a seeded synthetic one, and a strict reader of CSV files."""

import codecs
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator

from gdmath.arrays import Array, as_finite, check_count, check_number

MAX_BYTES = 1_000_000
MAX_POINTS = 1_000
MAX_NAME = 40
MAX_SIZE = 1e100
"""The largest absolute number that is read: its square must still be a number."""

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")


class DataError(ValueError):
    """A data file that cannot be used; the message is one sentence that says where and why."""


@dataclass(frozen=True, eq=False)
class Points:
    """Points of a plane: `x` (m,) and `y` (m,), read-only, and what they are called.

    Raises ValueError unless both have the same length, all numbers are finite, and at least two x
    differ.
    """

    x: Array
    y: Array
    x_name: str = "x"
    y_name: str = "y"

    def __post_init__(self) -> None:
        x, y = as_finite("x", self.x, 1), as_finite("y", self.y, 1)
        if len(x) != len(y):
            raise ValueError(f"y has {len(y)} values; it must have as many as x, {len(x)}")
        if np.ptp(x) == 0:
            raise ValueError("there are fewer than two different values of x; a line needs two")
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)


CONTAINER = Points(
    np.array([1.0, 2.0, 3.0]), np.array([1.2, 1.8, 3.4]), x_name="minute", y_name="volume"
)
"""How a container fills, minute by minute (article 001)."""


@dataclass(frozen=True)
class DeltaRuleExample:
    """One neuron's single training example, first weights and learning rate (article 004)."""

    inputs: tuple[float, float] = (1.0, 2.0)
    target: float = 1.0
    weights: tuple[float, float] = (0.1, 0.3)
    learning_rate: float = 0.1


def synthetic_regression(
    samples: int,
    slope: float,
    intercept: float,
    noise: float,
    rng: Generator,
    span: tuple[float, float] = (0.0, 1.0),
) -> Points:
    """Return points about the line y = slope · x + intercept, x drawn evenly from `span`.

    `noise` is the standard deviation of y about the line. Equal seeds give equal points.
    Raises ValueError unless 2 <= `samples` <= 1,000, `noise` is at least 0, `span` ascends, and
    all are finite.
    """
    check_count("samples", samples, at_least=2, at_most=MAX_POINTS)
    check_number("slope", slope)
    check_number("intercept", intercept)
    check_number("noise", noise, at_least=0)
    check_number("span[0]", span[0])
    check_number("span[1]", span[1], above=span[0])
    x = rng.uniform(*span, size=samples)
    return Points(x, slope * x + intercept + noise * rng.standard_normal(samples))


def read_points(path: str | Path) -> Points:
    """Return the points of a CSV file: a header with two names, then one point a line.

    The file is UTF-8 with commas between fields, at most 1 MB and 1,000 points; each name is
    different, printable and at most 40 characters; each number a decimal of at most 1e100 in size.
    Raises DataError, naming file, line and column, for anything else.
    """
    source = Path(path)
    rows = _rows(source, _text(source))
    if not rows:
        raise DataError(f"{source} is empty; it must have a header and points below it")
    names = _header(source, *rows[0])
    if len(rows) - 1 > MAX_POINTS:
        raise DataError(f"{source} has {len(rows) - 1:,} points; at most {MAX_POINTS:,} are read")
    points = [_point(source, line, fields, names) for line, fields in rows[1:]]
    if len({x for x, _ in points}) < 2:
        raise DataError(f"{source} has fewer than two different values of {names[0]}")
    x, y = np.array(points).T
    return Points(x, y, *names)


def _content(source: Path) -> bytes:
    try:
        # Asked before opening: a pipe or a device could keep the reader waiting for ever.
        if not source.exists() or source.is_file():
            with source.open("rb") as file:
                return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(f"{source} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise DataError(f"{str(source)!r} is no name for a file: {error}") from error
    raise DataError(f"{source} is not a file")


def _text(source: Path) -> str:
    content = _content(source)
    if len(content) > MAX_BYTES:
        raise DataError(f"{source} is larger than {MAX_BYTES:,} bytes")
    if content.startswith(codecs.BOM_UTF8):
        raise DataError(
            f"{source}, line 1, column 1: a byte order mark; save the file as UTF-8 without one"
        )
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{source}, line {line}: not UTF-8") from error


def _rows(source: Path, text: str) -> list[tuple[int, list[str]]]:
    """Return the line number and the fields of each row."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return [(reader.line_num, [field.strip() for field in row]) for row in reader]
    except csv.Error as error:
        raise DataError(f"{source}, line {reader.line_num}: {error}") from error


def _check_width(source: Path, line: int, fields: list[str]) -> None:
    if not fields:
        raise DataError(f"{source}, line {line}: empty; every line must have two fields")
    if len(fields) != 2:
        raise DataError(
            f"{source}, line {line}: it has {len(fields)} fields; it must have two, "
            "with a comma between them"
        )


def _header(source: Path, line: int, fields: list[str]) -> tuple[str, str]:
    _check_width(source, line, fields)
    for column, name in enumerate(fields, start=1):
        if _NUMBER.fullmatch(name):
            raise DataError(
                f"{source}, line {line}, column {column}: {name} is a number; "
                "the first line must name the columns"
            )
        if not 1 <= len(name) <= MAX_NAME or not name.isprintable():
            raise DataError(
                f"{source}, line {line}, column {column}: the name is {name[:MAX_NAME]!r}; "
                f"it must have 1 to {MAX_NAME} printable characters"
            )
    if fields[0] == fields[1]:
        raise DataError(f"{source}, line {line}: both columns are named {fields[0]!r}")
    return fields[0], fields[1]


def _point(
    source: Path, line: int, fields: list[str], names: tuple[str, str]
) -> tuple[float, float]:
    _check_width(source, line, fields)
    for column, (field, name) in enumerate(zip(fields, names, strict=True), start=1):
        if not _NUMBER.fullmatch(field):
            fault = "it must be a finite decimal number"
        elif abs(float(field)) > MAX_SIZE:
            fault = f"it must not be larger than {MAX_SIZE:g} in size"
        else:
            continue
        raise DataError(
            f"{source}, line {line}, column {column}: {name} is {field[:MAX_NAME]!r}; {fault}"
        )
    return float(fields[0]), float(fields[1])
