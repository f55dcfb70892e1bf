"""Speed, money, a plain number: three costs of article 002, and one tangent for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
from pydantic import model_validator

from gdmath.decimals import exact
from gdmath.experiments import params as base
from gdmath.experiments._common.outcome import Regime
from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, as_given

__all__ = ["AT", "PRESETS", "SAYS", "Hills", "Params", "run"]

AT = 6.0  # pieces at which the article lays its tangent
NEAREST = 1.0  # a start to the bottom, for a slope that can be seen
FARTHEST = 6.0  # seconds from the bottom: what is farther is off the track
CLOSEST = 0.02  # share of the limit: a rate to one that does something else
CLOSE = 0.05  # share of the first way that counts as almost there
SLOW = 0.1  # share of the limit: a rate below is small
SEEN = 3  # steps that are seen one by one
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
        starts, rates = (
            [f"{name}_{what}" for name in ("speed", "money", "number")]
            for what in ("start", "rate")
        )
        starts[0] += "_s"
        for name, bottom in zip(starts, self.bottoms, strict=True):
            start = getattr(self, name)
            if not (miss := abs(exact(start) - bottom)) == 0 and not NEAREST <= miss <= FARTHEST:
                raise ValueError(
                    f"{name} = {start!r} is not allowed: it must be {float(bottom):g}, where the "
                    f"cost is least, or differ from it by {NEAREST:g} to {FARTHEST:g}"
                )
        for name, (curvature, _) in zip(rates, _CODE.values(), strict=True):
            rate = getattr(self, name)
            for border in (Fraction(border, curvature) for border in (0, 1, 2)):
                closest = exact(CLOSEST) * 2 / curvature
                if 0 < abs(exact(rate) - border) < closest:
                    raise ValueError(
                        f"{name} = {rate!r} is not allowed: it must be {float(border):g} or "
                        f"differ from it by {float(closest):g} or more"
                    )
        return self


PRESETS: Mapping[str, Mapping[str, object]] = {
    "swapped": {"speed_rate": 0.01, "money_rate": 0.1},
    "limit": {"speed_rate": 0.25, "money_rate": 0.2, "number_rate": 1.0},
    "climb": {"speed_rate": 0.26, "money_rate": 0.21, "number_rate": 1.02},
}


# -- what the film says ----------------------------------------------------------------------


def _of(*regimes: Regime) -> Predicate:
    def holds(_run: Hills, hill: Parabola) -> bool:
        return hill.regime in regimes

    return holds


def _makes_fewer_than_none(_run: Hills, hill: Parabola) -> bool:
    return hill.name == "pieces" and bool(hill.xs[-1] < 0)


def _is_close_by_now(_run: Hills, hill: Parabola) -> bool:
    return hill.regime == "glide" and bool(hill.ways[SEEN] <= CLOSE * hill.ways[0])


def _is_patient(_run: Hills, hill: Parabola) -> bool:
    return (
        hill.regime == "glide"
        and hill.rate <= SLOW * 2 / hill.curvature
        and len(hill.xs) == 51
        and bool(hill.ways[-1] <= CLOSE * hill.ways[0])
    )


def _is_patient_by_name(run: Hills, hill: Parabola) -> bool:
    return _is_patient(run, hill) and _takes_a_named_part(run, hill)


def _arrives(_run: Hills, hill: Parabola) -> bool:
    return hill.arrives and hill.moves


def _has_a_name(_run: Hills, hill: Parabola) -> bool:
    return hill.moves and not hill.share[0].isdigit()


def _steps_against_the_slope(_run: Hills, hill: Parabola) -> bool:
    return hill.moves and bool(hill.steps[0] * hill.slopes[0] < 0)


def _falls_ahead(_run: Hills, hill: Parabola) -> bool:
    return bool(hill.slopes[0] < -hill.noise)


def _rises_ahead(_run: Hills, hill: Parabola) -> bool:
    return bool(hill.slopes[0] > hill.noise)


def _rises_and_moves(_run: Hills, hill: Parabola) -> bool:
    return hill.moves and bool(hill.slopes[0] > hill.noise)


def _falls_and_moves(_run: Hills, hill: Parabola) -> bool:
    return hill.moves and bool(hill.slopes[0] < -hill.noise)


def _adds_two(run: Hills) -> bool:
    return bool(np.allclose(np.diff(run.needle(np.arange(-2.0, 9.0))), 2))


def _takes_a_named_part(_run: Hills, hill: Parabola) -> bool:
    return hill.regime == "glide" and not hill.taken[0].isdigit()


def _tilt_alike(run: Hills) -> bool:
    return len({round(abs(slope), 9) for slope in run.tilts}) == 1


def _costs_either_way(run: Hills) -> bool:
    wanted = run.params.wanted_speed
    costs = run.speed.function.at(np.array([(wanted + miss - 2) / 2 for miss in (-1, 0, 1)]))
    return bool(costs[0] > costs[1] < costs[2])


def _climbs_at_six(run: Hills) -> bool:
    return run.slope_at_six > 0


def _are_one_curve(run: Hills) -> bool:
    shares = np.linspace(-1, 1, 9)
    heights = [
        hill.function.at(float(hill.bottom) + shares * reach) - hill.function.minimum
        for hill, reach in zip(run.three, run.reaches, strict=True)
    ]
    return all(np.allclose(row / row[0], heights[0] / heights[0][0]) for row in heights)


def _lead_down(run: Hills) -> bool:
    return all(hill.arrives for hill in run.three)


def _stay(run: Hills) -> bool:
    return any(not hill.moves for hill in run.three)


def _step_too_far(run: Hills) -> bool:
    return any(hill.regime in ("bounce", "diverge") for hill in run.three)


def _tells_way_and_length(run: Hills) -> bool:
    return all(np.allclose(np.diff(h.xs), -h.rate * h.slopes[:-1]) for h in run.three)


LESSON = "Speed, money or a plain number: the same tangent tells each which way and how far."
_ENDS = {
    "Flat: nothing to do.": _of("there"),
    "The tangent knows; nobody moves.": _of("still"),
    "You cannot make fewer than none.": _makes_fewer_than_none,
    "Every step lands higher.": _of("diverge"),
    "To and fro for ever, as high as before.": _of("bounce"),
    "One step, and it is there.": _of("hit"),
    "Past the bottom and back, but lower.": _of("alternate"),
}
SAYS = Sentences(
    question={"Three hills, one question: how steep?": no_claim},
    time={"speed": no_claim},
    pieces={"money": no_claim},
    number={"a number": no_claim},
    lay={"Lay a straightedge on: the tangent.": no_claim},
    tilt={"One tilt; three units, three numbers.": _tilt_alike,
          "It tells each slope.": _tells_way_and_length},
    wanted={"wanted": no_claim},
    speed={"How long must it speed up?": no_claim},
    pedal={"Each second on the pedal adds two.": _adds_two},
    cost={"Too slow or too fast: both cost.": _costs_either_way},
    height={"cost": no_claim},
    seconds={"seconds on the pedal": no_claim},
    made={"pieces": no_claim},
    steps={"steps": no_claim},
    coins={"coins": no_claim},
    drive=_ENDS | {"Three steps, and almost there.": _is_close_by_now,
                   "Step by step lower.": _of("glide")},
    edge={"In a second the tangent falls that much.": _falls_ahead,
          "In a second the tangent climbs that much.": _rises_ahead,
          "Flat: nothing to do.": _of("there")},
    slope={"slope": no_claim},
    rate={"learning rate": no_claim},
    step={"step": no_claim},
    second={"1 s": no_claim},
    turn={"Flat: nothing to do.": _of("there"),
          "The tangent knows; nobody moves.": _of("still"),
          "{at[0].share} of the slope, turned round.": _has_a_name,
          "The rate's share of it, turned round.": _steps_against_the_slope},
    rated={"Learning rate: the share stepped.": _steps_against_the_slope},
    money={"How many pieces cost least?": no_claim},
    climb={"Here the cost climbs at this rate.": _climbs_at_six},
    apiece={"coins a piece": no_claim},
    back={"A positive slope: fewer pieces.": _rises_and_moves,
          "A negative slope: more pieces.": _falls_and_moves},
    patient={"Fifty steps: {at[0].taken} of the rate that hits at once.": _is_patient_by_name,
             "A small rate: fifty patient steps.": _is_patient} | _ENDS
            | {"Step by step lower.": _of("glide")},
    part={"Each takes {at[0].taken} of the way left.": _takes_a_named_part,
          "Each takes the same share of the way left.": _of("glide")},
    flat={"The flat arrow is the step; then it drops.": _arrives} | _ENDS,
    plain={"No world at all: the tangent still works.": _arrives} | _ENDS,
    one={"Three worlds, one curve.": _are_one_curve},
    tangent={"Money mirrored, each scaled: one tangent.": _tilt_alike,
             "Money mirrored, each scaled: one curve.": _are_one_curve},
    claim={"Lay the tangent.\n[gradient:Turn round.] [step:Step.]": _lead_down,
           "Lay the tangent. [gradient:Turn round.]\n[step:Step], but not too far.": _step_too_far,
           "Lay the tangent. [gradient:Turn round.]\nAnd do [step:step].": _stay},
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

    @property
    def reaches(self) -> tuple[float, float, float]:
        """How far from the bottom each tangent lies, as the article has them: it scales them."""
        return 4.0, AT - 4.0, 3.0

    @property
    def laid(self) -> tuple[float, float, float]:
        """Where the three tangents are laid."""
        return float(self.speed.xs[0]), AT, float(self.number.xs[0])

    @property
    def slope_at_six(self) -> float:
        """The slope where the article lays its tangent."""
        return float(self.money.function.slope(AT))

    @property
    def tilts(self) -> tuple[float, ...]:
        """How steep the three tangents are as they are drawn, of the article's."""
        return tuple(
            float(hill.function.slope(x)) / (hill.curvature * reach)
            for hill, x, reach in zip(self.three, self.laid, self.reaches, strict=True)
        )

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        own = [quantity for hill in self.three for quantity in hill.quantities]
        tried = np.append(self.money.xs, AT)  # the run passes it by
        return Quantities(
            *own,
            replace(self.money.quantities[0], values=tried),
            Quantity("speed", "here", Format(2), self.needle(self.speed.xs), 3 * self.speed.noise),
            Quantity("wanted speed", "target", as_given(self.params.wanted_speed),
                     self.params.wanted_speed),
            Quantity("six", "here", Format(0), AT),
            Quantity("cost at six", "cost", Format(0), float(self.money.function.at(AT))),
            Quantity("slope at six", "gradient", Format(0), self.slope_at_six),
            Quantity("step number", "text", Format(0), np.arange(51)),
        )  # fmt: skip

    def needle(self, seconds: Any) -> Any:
        """Return the speed after so many seconds, as the article has it."""
        return 2 * seconds + 2

    def slope_of(self, hill: Parabola) -> Reading:
        """Return the slope where a hill's tangent is laid."""
        if hill is self.money:
            return self.reading("slope at six")
        return self.reading(f"slope of {hill.name}", 0)


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
