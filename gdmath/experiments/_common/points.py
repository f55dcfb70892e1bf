"""Where the points of a film come from when they are not the article's."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from gdmath.data import Points
from gdmath.experiments.parameter_file import PROJECT
from gdmath.nearest import nearest
from gdmath.objective import line_error
from gdmath.points_file import DataError, read_points
from gdmath.theory import least_squares_line

__all__ = ["FEWEST", "LARGEST", "MOST", "is_drawn", "load_points"]

FEWEST, MOST = 3, 30  # points
LARGEST = 1000.0  # of the numbers in a data file, in size
NARROWEST = 0.1  # spread of x, and of y; and the same as a share of the largest of them
SLIGHTEST = 1e-4  # share of y's variance that the best line leaves: else it meets all points
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
    if not FEWEST <= len(points.x) <= MOST:
        raise DataError(f"it has {len(points.x)} points; a film shows {FEWEST} to {MOST}")
    for column, values in ((points.x_name, points.x), (points.y_name, points.y)):
        largest, spread = float(np.abs(values).max()), float(np.ptp(values))
        if largest > LARGEST:
            raise DataError(f"{column} is {largest:g} in size; a film shows at most {LARGEST:g}")
        if spread < (least := NARROWEST * max(1.0, largest)):
            raise DataError(f"{column} spreads over {spread:g}; it must be {least:g} or more")
        if lacking := [letter for letter in column if not is_drawn(letter)]:
            raise DataError(
                f"the column's name {column!r} has {lacking[0]!r}, which the films' fonts lack; "
                "the letters of Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian "
                "can be shown"
            )
    best = least_squares_line(points.x, points.y)
    if line_error(points.x, points.y).value(best) <= SLIGHTEST * points.y.var():
        raise DataError("all points are on one line; a film is about the best of those that miss")
    return file, points


def is_drawn(letter: str) -> bool:
    """Tell whether the films' fonts have a letter, so that a column's name may have it."""
    return _LETTER.fullmatch(letter) is not None


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
