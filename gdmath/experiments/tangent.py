"""Speed, money, a plain number: three costs of article 002, and one tangent for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
from pydantic import model_validator

from gdmath.decimals import exact
from gdmath.experiments import params as base
from gdmath.experiments._common.hill_says import (
    ENDS,
    LEVEL,
    is_as_good_as_there,
    is_close_by_now,
    is_parted,
    is_patient,
    moves,
    of_hill,
    tilts,
)  # fmt: skip
from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments._common.together import check_rate, check_start
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, as_given

__all__ = ["PRESETS", "SAYS", "Hills", "Params", "run"]

NEAREST = 1.0  # a start to the bottom, for a slope that can be seen
FARTHEST = 6.0  # seconds from the bottom: what is farther is off the track
CLOSEST = 0.02  # share of the limit: a rate to one that does something else
# What is told of each: curvature, so that the limit is 2 / curvature, and the steps of its code.
_CODE = {"time": (8, 10), "pieces": (10, 50), "number": (2, 50)}


class Params(base.Params):
    """Parameters of the film about three hills."""

    wanted_speed: float = parameter(10.0, "", "the speed that is wanted", ge=4, le=16)
    speed_start_s: float = parameter(0.0, "s", "where the car starts", ge=-2, le=8)
    speed_rate: float = parameter(0.1, "", "its learning rate", ge=0, le=0.3)
    money_start: float = parameter(8.0, "pieces", "what is made at first", ge=0, le=8)
    money_rate: float = parameter(0.01, "", "its learning rate", ge=0, le=0.24)
    number_start: float = parameter(0.0, "", "where the bead starts", ge=-1, le=7)
    number_rate: float = parameter(0.1, "", "its learning rate", ge=0, le=1.2)

    @property
    def bottoms(self) -> tuple[Fraction, Fraction, Fraction]:
        """Where each cost is least."""
        return (exact(self.wanted_speed) - 2) / 2, Fraction(4), Fraction(3)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        starts = "speed_start_s", "money_start", "number_start"
        for name, bottom in zip(starts, self.bottoms, strict=True):
            check_start(self, name, bottom, NEAREST, FARTHEST)
        rates = "speed_rate", "money_rate", "number_rate"
        for name, (curvature, _) in zip(rates, _CODE.values(), strict=True):
            borders = [Fraction(border, curvature) for border in (0, 1, 2)]
            check_rate(getattr(self, name), 2 * CLOSEST / curvature, name, borders)
        return self


PRESETS: Mapping[str, Mapping[str, object]] = {
    "swapped": {"speed_rate": 0.01, "money_rate": 0.1},
    "limit": {"speed_rate": 0.25, "money_rate": 0.2, "number_rate": 1.0},
    "climb": {"speed_rate": 0.26, "money_rate": 0.21, "number_rate": 1.02},
}


# -- what the film says ----------------------------------------------------------------------


def _makes_fewer_than_none(_run: Hills, hill: Parabola) -> bool:
    return hill.name == "pieces" and bool(hill.xs[-1] < 0)


def _costs_either_way(run: Hills) -> bool:
    costs = run.speed.function.at(float(run.speed.bottom) + np.array([-0.5, 0.0, 0.5]))
    return bool(costs[0] > costs[1] < costs[2])


def _is_level_at_every_bottom(run: Hills) -> bool:
    return all(abs(hill.function.slope(float(hill.bottom))) < hill.noise for hill in run.three)


def _lead_down(run: Hills) -> bool:
    return all(hill.arrives for hill in run.three)


def _stay(run: Hills) -> bool:
    return any(not hill.moves for hill in run.three)


def _step_too_far(run: Hills) -> bool:
    return any(hill.regime in ("bounce", "diverge") for hill in run.three)


def _tells_way_and_length(run: Hills, *_at: object) -> bool:
    return all(np.allclose(np.diff(h.xs), -h.rate * h.slopes[:-1]) for h in run.three)


LESSON = "Speed, money or a plain number: the same tangent tells each which way and how far."
SAYS = Sentences(
    question={"Which way is down,\nand how far?": no_claim},
    three={"Speed, money, a number: one question.": no_claim},
    lay={"Lay one straightedge on: the tangent.": no_claim},
    answer={"Its tilt tells the way: level is lowest.": _is_level_at_every_bottom},
    wanted={"wanted": no_claim},
    pedal={"How many seconds on the pedal?": no_claim},
    speed={"speed": no_claim},
    cost={"Too slow or too fast: both cost.": _costs_either_way},
    height={"height = cost": no_claim},
    seconds={"seconds on the pedal": no_claim},
    pieces={"pieces": no_claim},
    coins={"coins": no_claim},
    steps={"steps": no_claim},
    slope={"slope": no_claim},
    rate={"learning rate": no_claim},
    step={"step": no_claim},
    number={"number": no_claim},
    second={"1 s": no_claim},
    edge=LEVEL | {
        "Lay the tangent: its fall in a second.": tilts(-1),
        "Lay the tangent: its climb in a second.": tilts(1)},
    turn=LEVEL | {
        "The tangent knows; nobody moves.": of_hill("still"),
        "Turn round: that way is down.": moves},
    rated={"Step {at[0].share} of it: the learning rate.": is_parted,
           "Step the learning rate's share of it.": moves},
    first={"You cannot make fewer than none.": _makes_fewer_than_none} | ENDS | {
        "Three steps, and almost there.": is_close_by_now,
        "Step by step lower.": of_hill("glide")},
    rest={"Go on: as good as there.": is_as_good_as_there,
          "A small rate: small, patient steps.": is_patient,
          "And so on, step by step lower.": of_hill("glide")},
    money={"How many pieces cost least?": no_claim},
    tower={"The height of the coins is the cost.": no_claim},
    back=LEVEL | {
        "The tangent climbs: turn round to fewer.": tilts(1),
        "The tangent falls: go on to more.": tilts(-1)},
    plain={"A plain number? The same three moves.": _tells_way_and_length},
    claim={"Lay the tangent.\n[gradient:Turn round.] [step:Step.]": _lead_down,
           "Lay the tangent. [gradient:Turn round.]\n[step:Step], but not too far.": _step_too_far,
           "Lay the tangent. [gradient:Turn round.]\nAnd do [step:step].": _stay},
    level={"At every bottom the tangent lies level.": _is_level_at_every_bottom},
    end={"The same three moves: gradient descent.": _tells_way_and_length},
    lesson={LESSON: _tells_way_and_length},
)  # fmt: skip


@dataclass(frozen=True)
class Hills(Run):
    """The three hills, and everything that the film shows of them."""

    params: Params
    speed: Parabola
    money: Parabola
    number: Parabola
    sentences = SAYS

    @property
    def three(self) -> tuple[Parabola, Parabola, Parabola]:
        """All of them."""
        return self.speed, self.money, self.number

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        own = [quantity for hill in self.three for quantity in hill.quantities]
        return Quantities(
            *own,
            Quantity("speed", "here", Format(2), self.needle(self.speed.xs), 3 * self.speed.noise),
            Quantity("wanted speed", "target", as_given(self.params.wanted_speed),
                     self.params.wanted_speed),
            Quantity("step number", "text", Format(0), np.arange(51)),
        )  # fmt: skip

    def needle(self, seconds: Any) -> Any:
        """Return the speed after so many seconds, as the article has it."""
        return 2 * seconds + 2


def run(params: Params) -> Hills:
    """Descend on the costs of article 002's three examples."""
    wanted = params.wanted_speed
    told = (
        ("time", lambda t: (2 * t + 2 - wanted) ** 2, FARTHEST, "s"),
        ("pieces", lambda q: 5 * q**2 - 40 * q + 200, 4.0, ""),
        ("number", lambda x: (x - 3) ** 2, 4.0, ""),
    )
    starts = params.speed_start_s, params.money_start, params.number_start
    rates = params.speed_rate, params.money_rate, params.number_rate
    speed, money, number = (
        Parabola.of(name, formula, _CODE[name][0], bottom, reach, start, rate, _CODE[name][1], unit)
        for (name, formula, reach, unit), bottom, start, rate in zip(
            told, params.bottoms, starts, rates, strict=True
        )
    )
    return Hills(params, speed, money, number)
