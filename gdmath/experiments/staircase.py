"""Down the stairs, article 001: a line through points, a valley of costs, a stair an epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.data import CONTAINER, Points
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.line_run import NEAR, NOISE, LineRun
from gdmath.experiments._common.points import load_points
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, as_given, decimals_for, telling_apart
from gdmath.objective import line_error
from gdmath.optimizer import GradientDescent
from gdmath.theory import least_squares_line, stability_limit
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "SAYS", "Params", "Staircase", "run"]

LEAST, MOST = 0.01, 1.5  # of the limit: learning rates whose stairs can be seen
CLOSEST = 0.005  # of the limit: nearer to it, a run is neither below nor above it for long
GROWTH = 100.0  # times the first cost, beyond which the run has diverged
TOLD = 3  # stairs that are drawn one by one
LONGEST_NAME = 14  # characters of a column's name that are shown
FLATTEST = 1e-3  # a slope along b, as a share of that along a, that still moves b visibly


class Params(base.Params):
    """Parameters of the staircase film."""

    points_csv: str = parameter("", "", "file of points; empty: the article's three")
    a_start: float = parameter(0.2, "", "slope of the first guess", ge=-0.5, le=0.6)
    b_start: float = parameter(0.5, "", "intercept of the first guess", ge=-0.5, le=0.8)
    learning_rate: float = parameter(
        0.06, "", "share of the slopes that is stepped", ge=1e-9, le=1.5
    )
    epochs: int = parameter(10, "", "stairs in all", ge=5, le=15)

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
    def _stairs_lead_down_to_the_right(self) -> Self:
        points, first = self.points, (self.a_start, self.b_start)
        cost = line_error(points.x, points.y)
        limit = stability_limit(cost.curvature(first))
        share = self.learning_rate / limit
        if not LEAST <= share <= MOST or abs(share - 1) < CLOSEST:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: for these points it must "
                f"be from {LEAST * limit:.3g} to {MOST * limit:.3g}, and not within "
                f"{CLOSEST:.1%} of their limit {limit:.4g}"
            )
        slope_a, slope_b = cost.gradient(first).tolist()
        best = cost.value(least_squares_line(points.x, points.y))
        near = cost.value(first) <= (1 + NEAR) * best
        if near or slope_a >= 0 or abs(slope_b) < FLATTEST * abs(slope_a):
            raise ValueError(
                f"a_start = {self.a_start!r} and b_start = {self.b_start!r} are not allowed: for "
                "these points a greater a must cost less than that, and another b not the same"
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
class Staircase(LineRun):
    """Everything that the staircase film shows and says."""

    points: Points
    learning_rate: float
    trajectory: Trajectory
    params: Params

    def pours(self) -> bool:
        """The points are the article's three measurements of a container."""
        return not self.params.points_csv

    def level(self, minute: float) -> float:
        """How full the container is, poured evenly from one measurement to the next."""
        return float(np.interp(minute, [0.0, *self.points.x], [0.0, *self.points.y]))

    @property
    def x_name(self) -> str:
        """What x is called, cut to what the pictures have room for."""
        name = self.points.x_name
        return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"

    def stair(self, number: int) -> tuple[float, float, float, float]:
        """Where a stair begins and ends: a, cost, next a, next cost."""
        before, after = self.places[number : number + 2, 0].tolist()
        return before, float(self.costs[number]), after, float(self.costs[number + 1])

    @cached_property
    def stretch(self) -> float:
        """A round length of a, 1, 2 or 5 times a power of ten, about a third of the way down."""
        way = 0.4 * (self.bottom(float(self.places[0, 1])) - float(self.places[0, 0]))
        power = 10.0 ** math.floor(math.log10(way))
        return float(f"{max(k for k in (1, 2, 5) if k * power <= way) * power:.0e}")

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        a, b = (self._place_format(which) for which in (0, 1))
        costs = (*self.costs[:2], self.costs[-1], self.costs[0])
        decimals = telling_apart(costs, decimals_for(max(self.best_cost, 1e-3 * costs[0]), 2))
        rates, border = np.array(self.rates), {*self.rates, self.learning_rate}
        apart = [number for rate in border for number in (self.limit, rate)]
        steep = Format(decimals_for(float(np.abs(self.slopes[0]).max()), 3), fixed=True)
        finer = Format(decimals_for(float(np.abs(self.stretch * self.slopes[0, 0])), 4))
        cost, moves = Format(decimals, fixed=True), -self.learning_rate * self.slopes[:-1]
        noise = NOISE * float(np.abs(self.slopes).max())
        x, y = self.points.x, self.points.y
        epochs = [*range(self.epochs + 1), *([self.reached_at] if self.reached_at else [])]
        return Quantities(
            Quantity("x", "text", Format(decimals_for(float(np.ptp(x)), 4)), x),
            Quantity("y", "text", Format(decimals_for(float(np.ptp(y)), 4)), y),
            Quantity("a", "here", a, self.places[:, 0]),
            Quantity("b", "here", b, self.places[:, 1]),
            Quantity("squared error", "cost", Format(decimals), self.errors(*self.places[0]) ** 2),
            Quantity("cost", "cost", cost, self.costs),
            Quantity("riser", "step", _signed(cost), np.diff(self.costs)),
            Quantity("slope", "gradient", steep, self.slopes[:, 0], noise),
            Quantity("run", "text", Format(decimals_for(self.stretch, 1)), self.stretch),
            Quantity("rise", "gradient", finer, self.stretch * self.slopes[0, 0], noise),
            Quantity("tread a", "step", _signed(a), moves[:, 0], noise),
            Quantity("tread b", "step", _signed(b), moves[:, 1], noise),
            Quantity("rate", "step", as_given(self.learning_rate, unlike=[self.limit]),
                     self.learning_rate),
            Quantity("learning rate", "step", Format(decimals_for(float(rates[0]), 2)), rates),
            Quantity("limit", "text",
                     Format(telling_apart(apart, decimals_for(self.limit, 3)), fixed=True),
                     self.limit),
            Quantity("best cost", "target", Format(decimals_for(self.best_cost, 3)),
                     self.best_cost),
            Quantity("epoch", "text", Format(0, powers=False), epochs),
        )  # fmt: skip

    def _place_format(self, which: int) -> Format:
        """Digits of a or of b that show how far it goes, to three figures."""
        way = abs(float(self.places[0, which]) - self.best[which]) or 1.0
        return Format(telling_apart(self.places[:2, which], decimals_for(way, 3)), fixed=True)

    # -- what can be said ----------------------------------------------------------------------

    def moves(self) -> bool:
        """The first epoch moves both parameters, by minus learning rate times slope."""
        moved = np.diff(self.places[:2], axis=0)[0]
        return bool(moved.all()) and bool(np.allclose(moved, self.treads[0], rtol=1e-6))

    def moves_by_name(self, name: str) -> bool:
        """The first epoch moves this parameter by minus learning rate times slope."""
        return self.moves() and name in ("a", "b")

    def is_name(self, name: str) -> bool:
        """It is the name of a parameter, of what it costs, or of a part of a slope."""
        return name in ("a", "b", "cost", "rise", "run", "slope")

    def valley_moves(self) -> bool:
        """Another b makes another slice of the cost."""
        (a, b), (_, after) = self.places[:2].tolist()
        return self.cost(a, b) != self.cost(a, after)

    def stairs_shrink(self) -> bool:
        """Each stair that is told leads the same way, and is shorter than the last."""
        told = self.treads[:TOLD, 0]
        return bool((told > 0).all() and (np.diff(told) < 0).all())

    def stairs_turn_back(self) -> bool:
        """Each stair that is told leads back over the bottom."""
        told = self.treads[:TOLD, 0]
        return bool((told[1:] * told[:-1] < 0).all())


def _signed(format_: Format) -> Format:
    return Format(format_.decimals, signed=True, fixed=True)


S = Staircase
CLAIM: dict[str, Predicate] = {
    "Each epoch is [step:one stair.]\nThe flatter, the [step:smaller.]": S.leads_down,
    "[step:Too large a rate,]\nand the stairs [cost:lead up.]": S.leads_up,
}
LESSON = (
    "Each epoch is one stair: the tread is how far the parameter moves, the riser how much the "
    "cost falls; the flatter the slope, the smaller the stair."
)
SAYS = Sentences(
    question={"Which [here:line]?": no_claim},
    measure={
        "Every minute, we measure the water.": S.pours,
        "Some points, and a line to be found.": no_claim,
    },
    no_line={"No line meets all the points.": S.misses},
    miss={"Our first guess misses each point.": S.guess_misses},
    square={"Square each miss. Their mean is the cost.": no_claim},
    valley={"Tilt the line by a: a valley of costs.": S.a_tilts},
    slides={"Lift it by b: the valley moves, too.": S.valley_moves},
    steep={"The slope: rise over run.": no_claim},
    share={"The step: minus learning rate times slope.": S.moves},
    stair={"An epoch: all points seen once, one stair.": S.moves},
    other={"b steps too, so the valley moves.": S.valley_moves},
    next={
        "A flatter slope makes a smaller stair.": S.stairs_shrink,
        "Past the bottom, and back again.": S.stairs_turn_back,
        "Each slope makes its own stair.": no_claim,
    },
    all={"{run.epochs} epochs, {run.epochs} stairs.": S.moves},
    line={
        "Epoch by epoch, the line fits better.": S.cost_falls,
        "Epoch by epoch, the line fits worse.": S.cost_climbs,
        "Epoch by epoch, the line moves.": S.moves,
    },
    walk={
        "{at[0]} climbs at every epoch.": S.climbs,
        "{at[0]} turns back: its valley has moved.": S.turns_as_the_valley_moves,
        "{at[0]} swings from side to side.": S.swings,
        "{at[0]}, epoch by epoch.": S.moves_by_name,
    },
    along={
        "Quick across the valley, slow along it.": S.is_quick_across,
        "Slow across the valley, and along it.": S.waits,
    },
    long={"So many epochs to within 1% of the best.": S.waits},
    too_high={"Above the limit, every step lands higher.": S.high_rate_lifts},
    good={"Below the limit, every step lands lower.": S.good_rate_lowers},
    home={
        "The best line: as near as a line can get.": S.gets_home,
        "At our first rate, it never gets home.": S.never_arrives,
    },
    claim=CLAIM,
    lesson={LESSON: S.cost_falls} | CLAIM,
    x={"{run.x_name} ": S.guess_misses},
    hut={"best line": no_claim},
    name={"{at[0]}": S.is_name},
    steepest={"steepest": S.cut_is_steepest},
    tread={"[here:{at[0]}] moves": S.moves_by_name},
    riser={"[cost:cost] falls": S.falls_at_first, "[cost:cost] climbs": S.climbs_at_first},
    count={"epochs": no_claim},
    limit={"the limit": no_claim},
    rate={"learning rate": no_claim},
)
Staircase.sentences = SAYS


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
