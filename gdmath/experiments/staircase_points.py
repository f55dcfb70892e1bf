"""Where the staircase film's points come from when they are not the article's."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gdmath.data import DataError, Points, read_points
from gdmath.experiments.params import nearest

__all__ = ["PROJECT", "load_points"]

PROJECT = Path(__file__).resolve().parents[2]
LARGEST = 1e6  # of the numbers in a data file, in size
NARROWEST = 1e-3  # spread of x, and the same as a share of the largest x


def load_points(name: str, folder: Path | None) -> tuple[Path, Points]:
    """Return the CSV file of this name, in the folder or in the project, and its points.

    Raises ValueError, in one sentence, if there is none or if a film cannot show its points.
    """
    file = _find(name, (folder or PROJECT, PROJECT))
    points = read_points(file)
    for column, values in ((points.x_name, points.x), (points.y_name, points.y)):
        largest = float(np.abs(values).max())
        if largest > LARGEST:
            raise DataError(f"{column} is {largest:g} in size; a film shows at most {LARGEST:g}")
        if not column.isascii():
            raise DataError(f"the column's name {column!r} has a character outside ASCII")
    least = NARROWEST * max(1.0, float(np.abs(points.x).max()))
    spread = float(np.ptp(points.x))
    if spread < least:
        raise DataError(f"{points.x_name} spreads over {spread:g}; it must be {least:g} or more")
    return file, points


def _is_there(path: Path) -> bool:
    """Tell whether there is such a path; a name that no file can have is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _find(name: str, folders: tuple[Path, ...]) -> Path:
    """Return the first of these folders' files of this name."""
    found = [path for folder in folders if _is_there(path := folder / name)]
    if found:
        return found[0]
    known = sorted({path.name for folder in folders for path in folder.glob("*.csv")})
    raise DataError(
        "there is no such file beside the parameter file or in the project" + nearest(name, known)
    )
