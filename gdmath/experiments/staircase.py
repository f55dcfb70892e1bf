"""Down the stairs, article 001: a line through points, two parabolas, and a stair an epoch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.data import CONTAINER, Points
from gdmath.experiments import params as base
from gdmath.experiments.params import parameter
from gdmath.experiments.staircase_points import load_points
from gdmath.experiments.staircase_run import fit
from gdmath.experiments.staircase_story import Epoch, Staircase
from gdmath.objective import line_error
from gdmath.theory import stability_limit

__all__ = ["PRESETS", "Epoch", "Params", "Staircase", "run"]

LEAST_SHARE = 1e-9  # of the limit: a learning rate below it takes too many digits to show


class Params(base.Params):
    """What the staircase film can be told."""

    points_csv: str = parameter("", "", "file of points; empty: the article's three")
    a_start: float = parameter(0.2, "", "slope of the first guess", ge=-100, le=100)
    b_start: float = parameter(0.5, "", "intercept of the first guess", ge=-100, le=100)
    learning_rate: float = parameter(0.06, "", "share of the slopes that is stepped", ge=0, le=1)
    epochs: int = parameter(10, "", "stairs in all", ge=1, le=500)

    _points: Points = PrivateAttr(default_factory=lambda: CONTAINER)
    _file: Path | None = PrivateAttr(default=None)

    @property
    def points(self) -> Points:
        """The points that the line is for."""
        return self._points

    def data_files(self) -> Mapping[str, Path]:
        """Return the CSV file, if the points come from one."""
        return {} if self._file is None else {"points_csv": self._file}

    @model_validator(mode="after")
    def _read_points(self, info: ValidationInfo) -> Self:
        if self.points_csv:
            try:
                self._file, self._points = load_points(self.points_csv, info.context)
            except ValueError as error:
                sentence = f"points_csv = {self.points_csv!r:.80} is not allowed: {error}"
                raise ValueError(sentence) from None
        return self

    @model_validator(mode="after")
    def _epochs_can_be_told(self) -> Self:
        least = LEAST_SHARE * stability_limit(
            line_error(self.points.x, self.points.y).curvature([0, 0])
        )
        if 0 < self.learning_rate < least:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: it must be 0 or "
                f"{least:.3g} or more for these points, so that an epoch can be told in figures"
            )
        return self


# What the learning rate can do to the stairs; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.002},
    "zigzag": {"learning_rate": 0.17},
    "climb": {"learning_rate": 0.2},
    "diverge": {"learning_rate": 0.25},
}


def run(params: Params) -> Staircase:
    """Descend the mean squared error of a line, all points at each epoch (article 001)."""
    points = params.points
    objective = line_error(points.x, points.y)
    start = (params.a_start, params.b_start)
    trajectory = fit(objective, start, params.learning_rate, params.epochs)
    return Staircase(points, params.learning_rate, objective, trajectory, params)
