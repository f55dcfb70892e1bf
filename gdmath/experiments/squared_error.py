"""Why square? Misses that must not cancel, and large ones that must count more (article 000)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Self

import numpy as np
from pydantic import model_validator

from gdmath.experiments import params as base
from gdmath.experiments._common.outcome import share_format
from gdmath.experiments._common.power_run import PowerRun, ends, fares
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments._common.together import check_digits, check_rate
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading

__all__ = ["POWERS", "PRESETS", "SAYS", "STEPS", "Params", "Why", "run"]

POWERS = (1, 2, 4)  # of the miss, as the article has them
STEPS = 34  # of each race, at the most
FAR_CM = 1000.0  # from the centre: what is farther is lost
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
HALF_LANE_CM = 150.0
DECIMALS = 2  # of lengths, at the most


class Params(base.Params):
    """Parameters of the film about the squared error."""

    dot_cm: float = parameter(
        3.0, "cm", "how much too high a shot is, and as much too far aside", ge=2, le=5
    )
    miss_cm: int = parameter(10, "cm", "the miss beside one of 1 cm", ge=5, le=12)
    off_cm: float = parameter(
        100.0, "cm", "how far the car leaves the centre of its lane", ge=10, le=HALF_LANE_CM
    )
    learning_rate: float = parameter(
        0.4, "", "share of the slope that is one step", ge=CLOSEST_RATE, le=1.2
    )

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        check_rate(self.learning_rate, CLOSEST_RATE)
        check_digits(self, ("dot_cm", "off_cm"), DECIMALS)
        return self


PRESETS: Mapping[str, Mapping[str, object]] = {
    "hands-breadth": {"off_cm": 10.0},
    "middle-line": {"off_cm": HALF_LANE_CM},
    "plain": {"dot_cm": 3.05, "learning_rate": 0.1},
    "gentle": {"learning_rate": 0.02},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.1},
}


# -- what the film says ----------------------------------------------------------------------


def _signs_cancel(run: Why) -> bool:
    return all(run.misses) and not run.added


def _squares_add_up(run: Why) -> bool:
    costs = [run.square.cost(shot) for shot in run.misses]
    return min(costs) > 0 and run.total == sum(costs)


def _costs_its_square(run: Why) -> bool:
    misses = Decimal(0), Decimal(1), run.miss, run.off
    return all(run.square.cost(miss) == miss**2 for miss in misses)


def _on_the_middle_line(run: Why) -> bool:
    return _costs_its_square(run) and run.off == Decimal(HALF_LANE_CM)


def _steps_are_shares(run: Why) -> bool:
    return all(race.begins_with(run.learning_rate) for race in run.races)


def _says_how_far(run: Why) -> bool:
    return _costs_its_square(run) and _steps_are_shares(run)


def _all_from_the_shot(run: Why) -> bool:
    return all(race.misses[0] == run.dot for race in run.races)


def _same_steps(run: Why) -> bool:
    return run.races[0].keeps(run.learning_rate)


SAYS = Sentences(
    high={"too high": no_claim},
    right={"too far right": no_claim},
    left={"too far left": no_claim},
    sum={"added up": no_claim},
    question={"How wrong is it?": no_claim},
    shots={"Too high, and too far right.": no_claim},
    cancel={"As far on the left: no miss at all?": no_claim},
    lie={"A lie: it missed, and the signs cancel.": _signs_cancel},
    square={"Square each miss: none can cancel.": _squares_add_up},
    cost={"cost": no_claim},
    side={"Its side: the miss. Its area: the cost.": _costs_its_square},
    both={"Now both count, and both upwards.": _squares_add_up},
    one={"1 cm off: one tile.": _costs_its_square},
    times={"{run.miss} times as far off: {run.costs[miss]} times as bad.": _costs_its_square},
    centre={"lane's centre": no_claim},
    car={"car": no_claim},
    lens={"1 cm: cost 1": _costs_its_square},
    near={"On the road, 1 cm off: a little stressed.": _costs_its_square},
    far={"On the middle line: {run.costs[off]} times as bad.": _on_the_middle_line,
         "{run.params.off_cm:g} times as far: {run.costs[off]} times as bad.": _costs_its_square},
    plain={"|miss|": no_claim},
    squared={"miss²": no_claim},
    fourth={"miss⁴": no_claim},
    why={"From {run.params.dot_cm:g} cm off: why the square?": _all_from_the_shot},
    step={"Each step: the rate's share of the slope.": _steps_are_shares},
    even={"|miss|: the same step, near or far;": _same_steps},
    ends={"then past the centre and back, for ever.": ends(0, "swings"),
          "{run.even_steps} of them fit exactly: it arrives.": ends(0, "stands"),
          "{run.steps} steps, and not there yet.": ends(0, "goes on")},
    wild={"miss⁴, from here at this rate: thrown out.": fares(2, "grows"),
          "miss⁴, from here at this rate: to and fro.": fares(2, "bounces"),
          "miss⁴, by luck: home in one step.": fares(2, "hits"),
          "miss⁴: ever slower, its slope dies away.": fares(2, "shrinks", "alternates")},
    fits={"miss², same rate: the step fits the miss.": fares(1, "shrinks"),
          "miss², at this rate: home in one step.": fares(1, "hits"),
          "miss², at this rate: past it, but nearer.": fares(1, "alternates"),
          "miss², at rate 1: for ever to and fro.": fares(1, "bounces"),
          "miss², at a rate above 1: worse each step.": fares(1, "grows")},
    back={"In the morning: back to the centre.": no_claim},
    end={"No miss, no cost.": _costs_its_square},
    claim={"[cost:Cost = miss²:]\nhow wrong you are,\n[step:how far to step.]": _says_how_far},
    lesson={"Squaring makes every miss count upwards, and a big miss count far more, "
            "so cost measures how wrong you are.": _costs_its_square},
)  # fmt: skip


# -- the run ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Why(Run):
    """Everything that the film shows: misses in cm, their squares in cm², and three races.

    ``dot`` is how much too high a shot is, and too far to a side, ``miss`` the miss beside one
    of 1 cm, ``off`` how far the car is from the centre of its lane. The races start at ``dot``.
    """

    params: Params
    dot: Decimal
    miss: Decimal
    off: Decimal
    learning_rate: Decimal
    races: tuple[PowerRun, ...]
    sentences = SAYS
    steps = STEPS

    @property
    def misses(self) -> tuple[Decimal, Decimal]:
        """How far up and to the right of the target the shot is that is too high and too left."""
        return self.dot, -self.dot

    @property
    def added(self) -> Decimal:
        """Both added up."""
        return sum(self.misses, Decimal(0))

    @property
    def total(self) -> Decimal:
        """Their squares added up."""
        return sum(map(self.square.cost, self.misses), Decimal(0))

    @property
    def square(self) -> PowerRun:
        """The race on miss²."""
        return self.races[1]

    def told(self, name: str, value: Decimal | float) -> Reading:
        """Return a value of a quantity as it is shown."""
        return self.quantities[name].of(float(value))

    def cost(self, miss: Decimal | float) -> Reading:
        """Return the square of a miss as it is shown."""
        return self.told("cost", self.square.cost(Decimal(miss)))

    def first_step(self, race: PowerRun) -> tuple[Reading, Reading, Reading]:
        """Return the learning rate, a race's slope at the start, and the step."""
        step = self.learning_rate * race.slope
        return self.rate, self.told("slope", race.slope), self.told("step", step)

    @property
    def even_steps(self) -> Reading:
        """How many steps |miss| takes to the centre, where whole ones lead there."""
        return self.told("steps", self.dot / self.learning_rate)

    @property
    def costs(self) -> Mapping[str, Reading]:
        """What the miss beside one of 1 cm costs, and what it costs to be so far off."""
        return {"miss": self.cost(self.miss), "off": self.cost(self.off)}

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        rate, dot, off = float(self.learning_rate), float(self.dot), float(self.off)
        misses = [0.0, 1.0, dot, float(self.miss), off / 2, off]
        costs = [*np.square(misses), float(self.total)]
        costs += [float(race.cost(self.dot)) for race in self.races]
        slopes = np.array([race.slope for race in self.races], float)
        reached = [place for race in self.races for place in race.places]
        near = Format(2, unit="cm")
        return Quantities(
            Quantity("error", "text", Format(2, signed=True), [dot, -dot, 0.0, 2 * dot]),
            Quantity("shot", "here", near, [dot, -dot]),
            Quantity("target", "target", near, 0.0),
            Quantity("miss", "text", near, misses),
            Quantity("off", "here", near, [0.0, 1.0, off / 2, off]),
            Quantity("cost", "cost", Format(2, grouped=True), costs),
            Quantity("slope", "gradient", Format(3), slopes),
            Quantity("step", "step", Format(4), rate * slopes),
            Quantity("learning rate", "step", share_format(rate), rate),
            Quantity("place", "here", near, reached),
            Quantity("steps", "text", Format(0), np.arange(STEPS + 1)),
        )  # fmt: skip


def run(params: Params) -> Why:
    """Race to the centre on |miss|, miss² and miss⁴ from the same miss, at one learning rate."""
    values = params.model_dump()
    dot, miss, off, rate = (Decimal(repr(value)) for value in values.values())
    races = tuple(PowerRun.of(power, dot, rate, STEPS, FAR_CM) for power in POWERS)
    return Why(params, dot, miss, off, rate, races)
