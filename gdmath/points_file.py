"""A strict reader of points from CSV files, as programs and the spreadsheets of any country write.

Between two fields stands a comma, a semicolon or a tab; decimals are marked by a point or a comma.
The reader tells which from the file itself, and refuses one that can be read in two ways.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from gdmath.data import MAX_POINTS, Points
from gdmath.textfile import TextError, read_text

__all__ = ["DataError", "read_points"]

MAX_BYTES = 1_000_000
MAX_NAME = 40
MAX_SIZE = 1e100
"""The largest absolute number that is read: its square must still be a number."""

_SEPARATORS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
# A semicolon separates because the comma marks decimals; where the comma separates, it cannot.
_SETTLED = {(",", "."), (";", ",")}
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_MARKED = re.compile(r"[+-]?[0-9.,]{2,60}([eE][+-]?[0-9]{1,9})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_JOINERS = dict.fromkeys(map(ord, "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"))


class DataError(ValueError):
    """A data file that cannot be used; the message is one sentence that says where and why."""


def read_points(path: str | Path) -> Points:
    """Return the points of a CSV file: a header with two names, then one point a line.

    The file is UTF-8, or UTF-16 with a byte order mark, of at most 1 MB and 1,000 points; each
    name is different, printable and at most 40 characters; each number a decimal of at most 1e100
    in size, its digits not grouped. Empty lines at the end are passed over.

    Raises DataError, naming file, line and column, for anything else.
    """
    source = Path(path)
    try:
        text = read_text(source, MAX_BYTES)
    except TextError as error:
        raise DataError(str(error)) from None
    tables = [_Table(source, text, separator) for separator in _SEPARATORS]
    likeliest = max(tables, key=lambda table: table.pairs)
    found = {table: points for table in tables if (points := table.points_or_none) is not None}
    if len(found) > 1:
        readings = " or as ".join(f"{p.x[0]:g} and {p.y[0]:g}" for p in found.values())
        between = " or ".join(_SEPARATORS[table.separator] for table in found)
        raise DataError(
            f"{source}: the first point can be read as {readings}, with {between} between them; "
            "keep one of the two"
        )
    return next(iter(found.values())) if found else likeliest.points


@dataclass(frozen=True, eq=False)
class _Table:
    """The file as it reads with one separator between the fields."""

    source: Path
    text: str
    separator: str

    @property
    def pairs(self) -> int:
        """How many lines have two fields."""
        try:
            return sum(len(fields) == 2 for _, fields in self.rows)
        except DataError:
            return 0

    @property
    def points_or_none(self) -> Points | None:
        """The points, or None if the file cannot be read so."""
        try:
            return self.points
        except DataError:
            return None

    @cached_property
    def rows(self) -> list[tuple[int, list[str]]]:
        """The line number and the fields of each row, without empty ones at the end."""
        lines = io.StringIO(self.text, newline="")
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        try:
            rows = [(reader.line_num, [field.strip() for field in row]) for row in reader]
        except csv.Error as error:
            raise DataError(f"{self.source}, line {reader.line_num}: {error}") from None
        while rows and not any(rows[-1][1]):
            rows.pop()
        return rows

    @property
    def points(self) -> Points:
        """The points.

        Raises:
            DataError: if the file cannot be read so.
        """
        if not self.rows:
            raise DataError(f"{self.source} is empty; it must have a header and points below it")
        names = self._header(*self.rows[0])
        count = len(self.rows) - 1
        if count > MAX_POINTS:
            raise DataError(f"{self.source} has {count:,} points; at most {MAX_POINTS:,} are read")
        for line, fields in self.rows[1:]:
            self._check_width(line, fields)
        mark = self._decimal_mark(names)
        points = [self._point(line, fields, names, mark) for line, fields in self.rows[1:]]
        if len({x for x, _ in points}) < 2:
            raise DataError(f"{self.source} has fewer than two different values of {names[0]}")
        x, y = np.array(points).T
        return Points(x, y, *names)

    def _header(self, line: int, fields: list[str]) -> tuple[str, str]:
        self._check_width(line, fields)
        first, second = (unicodedata.normalize("NFC", field) for field in fields)
        for column, name in enumerate((first, second), start=1):
            where = f"{self.source}, line {line}, column {column}"
            if _NUMBER.fullmatch(name.replace(",", ".")):
                raise DataError(
                    f"{where}: {name} is a number; the first line must name the columns"
                )
            if not 1 <= len(name) <= MAX_NAME or not name.translate(_JOINERS).isprintable():
                raise DataError(
                    f"{where}: the name is {name[:MAX_NAME]!r}; "
                    f"it must have 1 to {MAX_NAME} printable characters"
                )
        if first == second:
            raise DataError(f"{self.source}, line {line}: both columns are named {first!r}")
        return first, second

    def _check_width(self, line: int, fields: list[str]) -> None:
        if len(fields) == 2:
            return
        where = f"{self.source}, line {line}"
        if not fields:
            raise DataError(f"{where}: empty; every line must have two fields")
        if self.separator == "," and len(fields) == 3:
            a, b, c = fields
            if all(map(_NUMBER.fullmatch, (a, c, f"{a}.{b}", f"{b}.{c}"))):
                raise DataError(
                    f"{where}: {a},{b},{c} can be read as {a}.{b} and {c} or as {a} and {b}.{c}; "
                    "put a semicolon between the fields, or a point before decimals"
                )
        raise DataError(
            f"{where}: it has {len(fields)} fields; it must have two, "
            f"with {_SEPARATORS[self.separator]} between them"
        )

    def _numbers(self) -> Iterator[tuple[int, int, str]]:
        """Yield line, column and text of what looks like a number with decimals, or groups."""
        for line, fields in self.rows[1:]:
            for column, field in enumerate(fields, start=1):
                if _MARKED.fullmatch(field) and ("." in field or "," in field):
                    yield line, column, field

    def _decimal_mark(self, names: tuple[str, str]) -> str:
        """Return what marks decimals, a point or a comma."""
        numbers = list(self._numbers())
        with_point = [number for number in numbers if "," not in number[2]]
        with_comma = [number for number in numbers if "." not in number[2]]
        if with_point and with_comma:
            (line, _, point), (other, _, comma) = with_point[0], with_comma[0]
            raise DataError(
                f"{self.source}: {point} in line {line} and {comma} in line {other} can be read as "
                f"{point} and {comma.replace(',', '')} or as {point.replace('.', '')} and "
                f"{comma.replace(',', '.')}; mark all decimals alike, group no digits"
            )
        mark = "," if with_comma else "."
        all_grouped = all(_GROUPED.fullmatch(field) for _, _, field in numbers)
        if numbers and all_grouped and (self.separator, mark) not in _SETTLED:
            line, column, field = numbers[0]
            decimal, grouped = field.replace(mark, "."), field.replace(mark, "")
            raise DataError(
                f"{self.source}, line {line}, column {column}: {names[column - 1]} is {field}, "
                f"which can be read as {decimal} or as {grouped}; group no digits, and end "
                "decimals with one more zero"
            )
        return mark

    def _point(
        self, line: int, fields: list[str], names: tuple[str, str], mark: str
    ) -> tuple[float, float]:
        for column, (field, name) in enumerate(zip(fields, names, strict=True), start=1):
            if not _NUMBER.fullmatch(field.replace(mark, ".")):
                fault = "it must be a finite decimal number"
            elif abs(float(field.replace(mark, "."))) > MAX_SIZE:
                fault = f"it must not be larger than {MAX_SIZE:g} in size"
            else:
                continue
            where = f"{self.source}, line {line}, column {column}"
            raise DataError(f"{where}: {name} is {field[:MAX_NAME]!r}; {fault}")
        x, y = (float(field.replace(mark, ".")) for field in fields)
        return x, y
