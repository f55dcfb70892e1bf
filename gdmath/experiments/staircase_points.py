"""Where the staircase film's points come from when they are not the article's."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from gdmath.arrays import Array
from gdmath.data import Points
from gdmath.experiments.parameter_file import PROJECT
from gdmath.nearest import nearest
from gdmath.points_file import DataError, read_points

__all__ = ["LARGEST", "is_drawn", "load_points"]

LARGEST = 1e6  # of the numbers in a data file, in size
NARROWEST = 1e-3  # spread of x, and the same as a share of the largest x
LOWEST = 1e-9  # the same of y, unless all y are the same
# What the films' fonts have: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian, and signs.
_DRAWN = (
    " -~\u00a0-\u036f\u0374-\u03ce\u03f0-\u0477\u048c-\u04c4\u04c7-\u04cc\u04cf-\u04f9"
    "\u0531-\u0556\u0561-\u0587\u05b0-\u05c3\u05d0-\u05ea"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d\u067e\u0686\u0698\u06a9\u06af\u06cc"
    "\u06f0-\u06f9\u10d0-\u10fc\u1e00-\u1fff"
    "\u200c\u200d\u2010-\u2027\u2030-\u2037\u2070-\u2094\u20a0-\u20b5"
)
_LETTER = re.compile(f"[{_DRAWN}]")


def load_points(name: str, folder: Path | None) -> tuple[Path, Points]:
    """Return the CSV file of this name, in the folder, and its points; None is the project's.

    Raises ValueError, in one sentence, if there is none or if a film cannot show its points.
    """
    file = _find(name, folder or PROJECT)
    points = read_points(file)
    for column, values in ((points.x_name, points.x), (points.y_name, points.y)):
        largest = float(np.abs(values).max())
        if largest > LARGEST:
            raise DataError(f"{column} is {largest:g} in size; a film shows at most {LARGEST:g}")
        if lacking := [letter for letter in column if not is_drawn(letter)]:
            raise DataError(
                f"the column's name {column!r} has {lacking[0]!r}, which the films' fonts lack; "
                "the letters of Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian "
                "can be shown"
            )
    across, least = _spread(points.x, NARROWEST)
    if across < least:
        raise DataError(f"{points.x_name} spreads over {across:g}; it must be {least:g} or more")
    up, least = _spread(points.y, LOWEST)
    if 0 < up < least:
        raise DataError(f"{points.y_name} spreads over {up:g}; it must be 0, or {least:g} or more")
    return file, points


def is_drawn(letter: str) -> bool:
    """Tell whether the films' fonts have a letter, so that a column's name may have it."""
    return _LETTER.fullmatch(letter) is not None


def _spread(values: Array, least: float) -> tuple[float, float]:
    """Return how far values spread, and how far they must."""
    return float(np.ptp(values)), least * max(1.0, float(np.abs(values).max()))


def _is_there(path: Path) -> bool:
    """Tell whether there is such a path; a name that no file can have is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _find(name: str, folder: Path) -> Path:
    """Return the folder's file of this name."""
    if _is_there(path := folder / name):
        return path
    known = sorted(path.name for path in folder.glob("*.csv"))
    raise DataError(f"there is no such file in {folder}{nearest(name, known)}")
