"""Down the stairs, article 001: a line through points, a valley of costs, a stair an epoch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.data import CONTAINER, Points
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments.params import parameter
from gdmath.experiments.staircase_fit import NEAR
from gdmath.experiments.staircase_points import load_points
from gdmath.experiments.staircase_run import StaircaseRun
from gdmath.experiments.staircase_says import SAYS
from gdmath.objective import line_error
from gdmath.optimizer import GradientDescent
from gdmath.theory import least_squares_line, stability_limit

__all__ = ["PRESETS", "SAYS", "Params", "Staircase", "run"]

LEAST, MOST = 0.01, 1.5  # of the limit: learning rates whose stairs can be seen
CLOSEST = 0.005  # of the limit: nearer to it, a run is neither below nor above it for long
GROWTH = 100.0  # times the first cost, beyond which the run has diverged


class Params(base.Params):
    """Parameters of the staircase film."""

    points_csv: str = parameter("", "", "file of points; empty: the article's three")
    a_start: float = parameter(0.2, "", "slope of the first guess", ge=-2, le=2)
    b_start: float = parameter(0.5, "", "intercept of the first guess", ge=-3, le=3)
    learning_rate: float = parameter(
        0.06, "", "share of the slopes that is stepped", ge=1e-15, le=1.5
    )
    epochs: int = parameter(10, "", "stairs in all", ge=1, le=200)

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
    def _stairs_can_be_seen(self) -> Self:
        points = self.points
        cost = line_error(points.x, points.y)
        limit = stability_limit(cost.curvature([0, 0]))
        share = self.learning_rate / limit
        if not LEAST <= share <= MOST or abs(share - 1) < CLOSEST:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: for these points it must "
                f"be from {LEAST * limit:.3g} to {MOST * limit:.3g}, and not within "
                f"{CLOSEST:.1%} of their limit {limit:.4g}"
            )
        best = cost.value(least_squares_line(points.x, points.y))
        if cost.value([self.a_start, self.b_start]) <= (1 + NEAR) * best:
            raise ValueError(
                f"a_start = {self.a_start!r} and b_start = {self.b_start!r} are not allowed: their "
                "line is the best one already, or within 1% of its cost"
            )
        return self


# What the learning rate can do to the stairs; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.002},
    "zigzag": {"learning_rate": 0.17},
    "climb": {"learning_rate": 0.2},
    "diverge": {"learning_rate": 0.25},
}


@dataclass(frozen=True, eq=False)
class Staircase(StaircaseRun):
    """Everything that the staircase film shows and says."""

    params: Params
    sentences = SAYS


def run(params: Params) -> Staircase:
    """Descend the mean squared error of a line, all points at each epoch (article 001)."""
    points = params.points
    trajectory = descend(
        line_error(points.x, points.y),
        start=(params.a_start, params.b_start),
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.epochs, growth=GROWTH),
    )
    return Staircase(points, params.learning_rate, trajectory, params)
