"""The half-pipe of article 000: a blindfolded rider feels the slope of the cost underfoot."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike
from pydantic import model_validator

from gdmath.arrays import Array
from gdmath.decimals import exact, steps_within
from gdmath.experiments import params as base
from gdmath.experiments._common.miss_run import CURVATURE, MissRun
from gdmath.experiments._common.outcome import BORDERS, of_regime
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments._common.together import check_rate
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for, telling_apart

__all__ = ["PRESETS", "SAYS", "Halfpipe", "Params", "run"]

LOWEST, HIGHEST = Fraction(1, 3), Fraction(3, 4)  # of the reach: where on the wall riders start
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
THERE = Fraction(1, 10)  # of the first miss: a rider with no more of it left has arrived
TOLD = 3  # steps whose numbers are told


class Params(base.Params):
    """Parameters of the half-pipe film."""

    target_cm: float = parameter(100.0, "cm", "the bottom of the pipe", ge=40, le=150)
    reach_cm: float = parameter(30.0, "cm", "from there to either rim", ge=15, le=40)
    start_cm: float = parameter(80.0, "cm", "where the rider starts", ge=10, le=145)
    learning_rate: float = parameter(
        0.1, "", "share of the slope that is one step", ge=CLOSEST_RATE, le=1.1
    )
    steps: int = parameter(12, "", "steps in all", ge=1, le=200)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        near, far = (share * exact(self.reach_cm) for share in (LOWEST, HIGHEST))
        if not near <= exact(self.target_cm) - exact(self.start_cm) <= far:
            raise ValueError(
                f"start_cm = {self.start_cm!r} is not allowed: it must be {float(near):g} "
                f"to {float(far):g} cm less than target_cm = {self.target_cm!r}"
            )
        check_rate(self.learning_rate, CLOSEST_RATE)
        return self


# What the learning rate can do to the ride; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.05},
}


# -- what the film says ----------------------------------------------------------------------


def _costs_less_nearer(run: Halfpipe) -> bool:
    half_way = run.params.start_cm - float(run.first_miss / 2)
    return bool(run.cost_at(half_way) < run.cost_at(run.params.start_cm))


def _points_uphill(run: Halfpipe) -> bool:
    """Tell whether a small way in the slope's direction costs more."""
    x = run.params.start_cm
    return bool(run.cost_at(x + math.copysign(1e-3, run.slope_at(x))) > run.cost_at(x))


def _whole_wins_nothing(run: Halfpipe) -> bool:
    """Tell whether minus the whole slope leads to the same cost on the other side."""
    start = run.params.start_cm
    there = start - run.slope_at(start)
    return bool(np.isclose(there, run.mirror) and np.isclose(*run.cost_at([start, there])))


def _steps_are_the_part(run: Halfpipe) -> bool:
    parts = -run.params.learning_rate * run.gradients[:-1]
    return np.allclose(np.diff(run.heights), parts, atol=10 * run.noise)


def _arrives(run: Halfpipe) -> bool:
    return run.arrives


def _is_mirrored(run: Halfpipe) -> bool:
    sums = run.heights + run.second.heights
    return np.allclose(sums, 2 * run.target, atol=10 * run.noise)


_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges = of_regime("bounce"), of_regime("diverge")
_takes_a_part = of_regime("glide", "hit", "alternate")

CLAIM: dict[str, Predicate] = {
    "The slope tells you\nwhich way, and how far.": _arrives,
    "The right way, but too far:\nout of the pipe.": MissRun.is_lost,
    "The right way,\nbut not yet far enough.": _glides,
    "The right way,\nbut too far every time.": MissRun.passes,
}
LESSON = "The slope under your feet tells you the direction, and how far to go."

SAYS = Sentences(
    hook={"Blindfolded, in a half-pipe of snow.": no_claim},
    feet={"Find the bottom with your feet alone.": no_claim},
    which={"Which way?": no_claim},
    far={"How far?": no_claim},
    height={"Height is cost. Lower is better.": _costs_less_nearer},
    squared={"How far off, squared: that is the cost.": MissRun.costs_its_square},
    same={"As far on either side: the same cost.": MissRun.costs_its_square},
    needle={"Feel it: your board is the needle.": no_claim},
    slope={"Slope: the cost per cm to the right.": MissRun.slopes_twice_the_miss},
    base={"1 cm": no_claim},
    sign={"Minus: downhill is to the right.": MissRun.is_low},
    turned={"Plus: downhill is to the left.": MissRun.is_low},
    answer={"So its sign tells you which way.": MissRun.is_low},
    names={"You are at x. The bottom is at k.": no_claim},
    square={"Multiply the square out.": no_claim},
    parts={"J′ is its slope, part by part.": no_claim},
    twice={"The slope is twice the error.": MissRun.slopes_twice_the_miss},
    felt={"And that is what your board felt.": MissRun.slopes_twice_the_miss},
    up={"As an arrow, the slope points uphill.": _points_uphill},
    down={"You want down: so subtract it.": _points_uphill},
    whole={"All of it? As high as before.": _whole_wins_nothing},
    part={
        "Only {run.rate_in_words}: the learning rate.": _takes_a_part,
        "A rate of 1 takes all of it, always.": _bounces,
        "Here the rate takes even more: {run.rate_in_words}.": _diverges,
    },
    rode={
        "That far you slide, and feel again.": _glides,
        "One step, and you are at the bottom.": _hits,
        "Too far: you crossed the bottom.": _swings,
        "As high as before, on the other side.": _bounces,
        "Higher than before, on the other side.": _diverges,
    },
    stairs={
        "Less steep, so a smaller step.": _glides,
        "At the bottom it is level: no more steps.": _hits,
        "From side to side, lower every time.": _swings,
        "From side to side, for ever.": _bounces,
        "From side to side, and ever higher.": _diverges,
    },
    count={"Step {run.lost_at}: out of the pipe.": MissRun.is_lost,
           "After {run.steps_in_words}: almost there.": _arrives,
           "After {run.steps_in_words}: not there yet.": MissRun.misses},
    second={"Now both riders go.": no_claim},
    both={"The same ride, in a mirror.": _is_mirrored},
    lift={"Day breaks, and the fog lifts.": no_claim},
    rule={"Each step: minus {run.rate_in_words} of the slope.": _takes_a_part,
          "Each step: the slope, turned round.": _steps_are_the_part},
    new={"new": no_claim},
    claim=CLAIM,
    lesson={LESSON: _arrives} | CLAIM,
    descent={"This is gradient descent.": MissRun.steps_downhill},
)  # fmt: skip


@dataclass(frozen=True)
class Halfpipe(MissRun):
    """Everything that the half-pipe film shows of a run: J = (x - target)², in cm and cm²."""

    sentences = SAYS
    params: Params

    @property
    def mirror(self) -> float:
        """The position as far from the target as the start, on the other wall."""
        return float(exact(self.target) - self.first_miss)

    @cached_property
    def second(self) -> Halfpipe:
        """The ride of who starts there."""
        return _ride(self.params, self.mirror)

    def slope_at(self, position: float) -> float:
        """The slope of the cost at a position, twice the error."""
        return CURVATURE * (position - self.target)

    @property
    def arrives(self) -> bool:
        """Whether the riders end within a tenth of where they began."""
        needed = steps_within(THERE, 1, self.exact_factor)
        return self.lost_at is None and needed is not None and needed <= self.steps

    @property
    def changes_sides(self) -> bool:
        """Whether every step crosses the bottom."""
        return self.factor < 0

    @property
    def told(self) -> int:
        """How many steps are told with their numbers."""
        return min(TOLD, self.steps)

    @property
    def steps_in_words(self) -> str:
        """How many steps were made, in words."""
        return "1 step" if self.steps == 1 else f"{self.steps} steps"

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows; neighbours get the digits that tell them apart."""
        noise, miss, rate = self.noise, abs(float(self.first_miss)), self.params.learning_rate
        told = self.heights[: TOLD + 1]
        missed = [position for each in told for position in (self.target, float(each))]
        sizes, steps, least = (
            np.abs(told - self.target),
            -rate * self.gradients,
            decimals_for(miss, 4),
        )
        digits = max(telling_apart(some, least, noise) for some in (told, missed, 2 * sizes))
        moved = telling_apart(np.abs(steps[: TOLD + 1]), digits, noise)
        places = [*self.heights, self.mirror, self.target]
        where, signed = Format(digits, powers=False), Format(digits, signed=True)
        final = Format(decimals_for(miss, 3), powers=False)
        apart = max(
            telling_apart((value, border), 3)
            for value in (rate, abs(self.factor))
            for border in BORDERS
        )
        return Quantities(
            Quantity("position", "here", where, places, noise),
            Quantity("last position", "here", final, self.heights, noise),
            Quantity("second position", "here", final, self.second.heights, noise),
            Quantity("target", "target", where, self.target),
            Quantity("error", "text", signed, self.errors, noise),
            Quantity("size of error", "text", where, np.abs(self.errors), noise),
            Quantity("cost", "cost", Format(decimals_for(miss**2, 3)), self.cost_at(places),
                     self._cost_noise(places)),
            Quantity("slope", "gradient", signed,
                     CURVATURE * np.array([*self.errors, -self.errors[0], 0.0]), 2 * noise),
            Quantity("step", "step", Format(moved, signed=True), steps, 2 * noise),
            Quantity("size of step", "step", Format(moved), np.abs(steps), 2 * noise),
            Quantity("learning rate", "step", Format(apart), rate),
            Quantity("step number", "quiet", Format(0), np.arange(self.steps + 1)),
        )  # fmt: skip

    def _cost_noise(self, position: ArrayLike) -> Array:
        error = np.abs(np.asarray(position) - self.target)
        return np.asarray(self.noise * (2 * error + self.noise))

    def at(self, name: str, position: float) -> Reading:
        """Return the reading of a quantity at a position: its cost, its slope, itself."""
        noise = float(self._cost_noise(position)) if name == "cost" else 2 * self.noise
        values = {"cost": self.cost_at, "slope": self.slope_at}
        value: Any = values[name](position) if name in values else position
        return self.quantities[name].of(float(value), noise)


def run(params: Params) -> Halfpipe:
    """Let a rider descend J = (x - target)², as article 000 tells it."""
    return _ride(params, params.start_cm)


def _ride(params: Params, start: float) -> Halfpipe:
    """Descend from a start until a step leads out of the pipe."""
    low, high = (exact(params.target_cm) + side * exact(params.reach_cm) for side in (-1, 1))
    return Halfpipe.of(params, start, params.target_cm, low, high, params.steps)
