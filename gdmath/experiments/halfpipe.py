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

from gdmath.arrays import Array, read_only
from gdmath.decimals import contraction, exact, steps_outside, steps_within
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.outcome import BORDERS, Regime, of_regime, regime_of
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for, telling_apart
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent

__all__ = ["PRESETS", "SAYS", "Halfpipe", "Params", "Ride", "run"]

CURVATURE = 2  # of the cost (x - target)²
LOWEST, HIGHEST = Fraction(1, 3), Fraction(3, 4)  # of the reach: where on the wall riders start
CLOSEST_RATE = 0.001
THERE = Fraction(1, 10)  # of the first miss: a rider with no more of it left has arrived
TOLD = 3  # steps whose numbers are told


class Params(base.Params):
    """Parameters of the half-pipe film."""

    target_cm: float = parameter(100.0, "cm", "the bottom of the pipe", ge=40, le=150)
    reach_cm: float = parameter(30.0, "cm", "from there to either rim", ge=15, le=40)
    start_cm: float = parameter(80.0, "cm", "where the rider starts", ge=10, le=180)
    second_start_cm: float = parameter(120.0, "cm", "where the second starts", ge=10, le=180)
    learning_rate: float = parameter(0.1, "", "share of the slope that is one step", ge=0, le=1.2)
    steps: int = parameter(12, "", "steps in all", ge=0, le=200)

    @model_validator(mode="after")
    def _riders_stand_on_both_walls(self) -> Self:
        near, far = (share * exact(self.reach_cm) for share in (LOWEST, HIGHEST))
        for name in ("start_cm", "second_start_cm"):
            if not near <= abs(self.miss(name)) <= far:
                raise ValueError(
                    f"{name} = {getattr(self, name)!r} is not allowed: it must be {float(near):g} "
                    f"to {float(far):g} cm from target_cm = {self.target_cm!r}"
                )
        if self.miss("start_cm") * self.miss("second_start_cm") > 0:
            raise ValueError(
                f"second_start_cm = {self.second_start_cm!r} is not allowed: it must be on the "
                f"other side of target_cm = {self.target_cm!r} than start_cm = {self.start_cm!r}"
            )
        return self

    @model_validator(mode="after")
    def _rates_can_be_told_apart(self) -> Self:
        for border in (0, *BORDERS):  # nearer to one, the picture would be the border's
            if 0 < abs(exact(self.learning_rate) - exact(border)) < exact(CLOSEST_RATE):
                raise ValueError(
                    f"learning_rate = {self.learning_rate!r} is not allowed: it must be "
                    f"{border:g} or differ from it by {CLOSEST_RATE} or more"
                )
        return self

    def miss(self, start: str) -> Fraction:
        """Return how far a start is from the target in cm, exactly: below 0 on the left wall."""
        return exact(getattr(self, start)) - exact(self.target_cm)


# What the learning rate can do to the ride; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.05},
}


@dataclass(frozen=True)
class Ride:
    """One rider's way down.

    Attributes:
        positions: in cm, (n + 1,), row 0 the start; the last is the first outside of the pipe.
        out_at: the step that leads out of the pipe, which is the last, or None.
    """

    positions: Array
    out_at: int | None

    @property
    def steps(self) -> int:
        """How many steps were made: fewer than asked for if one led out of the pipe."""
        return len(self.positions) - 1


# -- what the film says ----------------------------------------------------------------------


def _on_the_left(run: Halfpipe) -> bool:
    return run.slope_at(run.params.start_cm) < 0


def _on_the_right(run: Halfpipe) -> bool:
    return run.slope_at(run.params.start_cm) > 0


def _costs_the_same_across(run: Halfpipe) -> bool:
    here, across = run.cost_at([run.params.start_cm, run.mirror])
    return bool(np.isclose(here, across, rtol=1e-9))


def _costs_less_nearer(run: Halfpipe) -> bool:
    return bool(run.cost_at(run.half_way) < run.cost_at(run.params.start_cm))


def _turns_its_sign(run: Halfpipe) -> bool:
    return run.slope_at(run.params.start_cm) * run.slope_at(run.mirror) < 0


def _is_gentler_nearer(run: Halfpipe) -> bool:
    return abs(run.slope_at(run.half_way)) < abs(run.slope_at(run.mirror))


def _is_twice_the_error(run: Halfpipe) -> bool:
    """Hold the slope to the cost's own rise over a small way, and to the error."""
    x, small = run.params.start_cm, 1e-3
    below, above = run.cost_at([x - small, x + small])
    slopes = [(above - below) / (2 * small), run.slope_at(x)]
    return np.allclose(slopes, 2 * (x - run.params.target_cm))


def _points_uphill(run: Halfpipe) -> bool:
    """Tell whether a small way in the slope's direction costs more, on both walls."""
    return all(
        run.cost_at(x + math.copysign(1e-3, run.slope_at(x))) > run.cost_at(x)
        for x in (run.params.start_cm, run.mirror)
    )


def _steps_are_the_part(run: Halfpipe) -> bool:
    positions = run.first.positions
    parts = -run.params.learning_rate * np.array([run.slope_at(x) for x in positions[:-1]])
    return np.allclose(np.diff(positions), parts, atol=10 * run.noise)


def _asks_for_no_step(run: Halfpipe) -> bool:
    return run.params.steps == 0


def _stands_still(run: Halfpipe) -> bool:
    return not run.moves


def _steps_shrink(run: Halfpipe) -> bool:
    moves = np.abs(np.diff(run.first.positions[: TOLD + 1]))
    return run.regime == "glide" and bool((np.diff(moves) < 0).all())


def _makes_all_steps(run: Halfpipe) -> bool:
    return run.steps == run.params.steps


def _leaves(run: Halfpipe) -> bool:
    return run.first.out_at is not None


def _somebody_leaves(run: Halfpipe) -> bool:
    return _leaves(run) or run.second.out_at is not None


def _is_mirrored(run: Halfpipe) -> bool:
    return run.mirrored


def _starts_across(run: Halfpipe) -> bool:
    return run.params.miss("start_cm") * run.params.miss("second_start_cm") < 0


def _arrives(run: Halfpipe) -> bool:
    return run.arrives


def _misses(run: Halfpipe) -> bool:
    return not run.arrives


_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges, _shrinks = (
    of_regime("bounce"), of_regime("diverge"), of_regime("glide", "hit", "alternate"),
)  # fmt: skip

CLAIM: dict[str, Predicate] = {
    "The slope tells you\nwhich way, and how far.": _arrives,
    "The slope says which way.\nWithout a step, nobody moves.": _stands_still,
    "The right way, but too far:\nout of the pipe.": _somebody_leaves,
    "The right way,\nbut not yet far enough.": _glides,
    "The right way,\nbut too far every time.": _misses,
}
LESSON = "The slope under your feet tells you the direction, and how far to go."

SAYS = Sentences(
    hook={"Blindfolded, in a half-pipe of snow.": no_claim},
    feet={"Your feet are all you have.": no_claim},
    which={"Which way?": no_claim},
    height={"Height is cost. Lower is better.": _costs_less_nearer},
    same={"As far on either side: the same cost.": _costs_the_same_across},
    needle={"Feel it: your board is the needle.": no_claim},
    meter={"tilt-o-meter": no_claim},
    level={"level": no_claim},
    sign={"Minus: the snow falls to the right.": _on_the_left,
          "Plus: the snow falls to the left.": _on_the_right},
    across={"A rope drags you across.": no_claim},
    turned={"On the other side the sign turns round.": _turns_its_sign},
    mirrored={"Both arrows point uphill, outwards.": _points_uphill},
    names={"You are at x. The target is k.": no_claim},
    square={"Multiply the square out.": no_claim},
    parts={"J′ is its slope, part by part.": no_claim},
    front={"Put the two in front.": no_claim},
    twice={"So the slope is twice the error.": _is_twice_the_error},
    steep={"Far: steep. Near: gentle.": _is_gentler_nearer},
    uphill={"uphill": _points_uphill},
    up={"The slope points uphill.": _points_uphill},
    down={"You want down: so subtract it.": _points_uphill},
    rate={"learning rate: [step:{run.part}]": _steps_are_the_part},
    part={
        "No step is asked for.": _asks_for_no_step,
        "A rate of 0 takes no step.": _stands_still,
        "Take all of it: your step.": _bounces,
        "Take {run.part} of it: your step.": _shrinks,
        "Take {run.part} times it: your step.": _diverges,
    },
    law={"new [here:x] {run.sign} [here:x] − [step:{run.part}] · [gradient:slope]":
         _steps_are_the_part},
    rode={
        "That far you slide, and feel again.": _glides,
        "One step, and you are at the bottom.": _hits,
        "Too far: you crossed the bottom.": _swings,
        "As high as before, on the other side.": _bounces,
        "Higher than before, on the other side.": _diverges,
    },
    stairs={
        "Less steep, so a smaller step.": _steps_shrink,
        "At the bottom it is level: no more steps.": _hits,
        "From side to side, lower every time.": _swings,
        "From side to side, for ever.": _bounces,
        "From side to side, and ever higher.": _diverges,
    },
    count={"Step {run.first.out_at}: out of the pipe.": _leaves,
           "After {run.steps_in_words}:": _makes_all_steps},
    second={"A second rider starts opposite.": _is_mirrored,
            "A second rider starts on the other side.": _starts_across},
    both={"Nobody moves.": _stands_still,
          "The same ride, in a mirror.": _is_mirrored,
          "Another start, the same rule.": _starts_across},
    lift={"Day breaks, and the fog lifts.": no_claim},
    rule={"Each step: minus {run.part} of the slope.": _shrinks,
          "Each step: the slope, turned round.": _steps_are_the_part},
    new={"new": no_claim},
    claim=CLAIM,
    lesson={LESSON: _arrives} | CLAIM,
)  # fmt: skip


@dataclass(frozen=True)
class Halfpipe(Run):
    """Everything that the half-pipe film shows of a run: J = (x - target)², in cm and cm²."""

    sentences = SAYS
    params: Params
    first: Ride
    second: Ride

    def cost_at(self, position: ArrayLike) -> Array:
        """The cost J of positions."""
        return np.asarray((np.asarray(position) - self.params.target_cm) ** 2)

    def slope_at(self, position: float) -> float:
        """The slope of the cost at a position, twice the error."""
        return CURVATURE * (position - self.params.target_cm)

    @property
    def steps(self) -> int:
        """How many steps the first rider made."""
        return self.first.steps

    @property
    def miss(self) -> float:
        """The signed distance from the target to the start: below 0 on the left wall."""
        return float(self.params.miss("start_cm"))

    @property
    def mirror(self) -> float:
        """The position as far from the target as the start, on the other wall."""
        return float(exact(self.params.target_cm) - self.params.miss("start_cm"))

    @property
    def half_way(self) -> float:
        """The position half-way from the target to there."""
        return float(exact(self.params.target_cm) - self.params.miss("start_cm") / 2)

    # -- what the learning rate makes of it --------------------------------------------------

    @property
    def factor(self) -> Fraction:
        """What each step multiplies the error by, exactly."""
        return contraction(self.params.learning_rate, CURVATURE)

    @property
    def regime(self) -> Regime:
        """What the learning rate makes of the ride."""
        params = self.params
        return regime_of(params.miss("start_cm"), params.learning_rate, self.factor)

    @property
    def moves(self) -> bool:
        """Whether a step is made, and leads anywhere."""
        return self.steps > 0 and self.factor != 1

    @property
    def changes_sides(self) -> bool:
        """Whether every step crosses the bottom."""
        return self.factor < 0

    @property
    def arrives(self) -> bool:
        """Whether both riders end within a tenth of where they began."""
        if self.first.out_at is not None or self.second.out_at is not None:
            return False
        needed = steps_within(THERE, 1, self.factor)
        return needed is not None and needed <= self.params.steps

    @property
    def mirrored(self) -> bool:
        """Whether the second rider starts as far from the target as the first."""
        return self.params.miss("start_cm") == -self.params.miss("second_start_cm")

    @property
    def told(self) -> int:
        """How many steps are told with their numbers."""
        return min(TOLD, self.steps) if self.moves else 0

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return self.quantities["learning rate"].of(self.params.learning_rate)

    @property
    def part(self) -> str:
        """The learning rate in words."""
        return part_in_words(exact(self.params.learning_rate))

    @property
    def sign(self) -> str:
        """The sign between what is told with that part in words: ≈ if the part is rounded."""
        is_rounded = self.part[0].isdigit() and Fraction(self.part) != exact(
            self.params.learning_rate
        )
        return "≈" if is_rounded else "="

    @property
    def steps_in_words(self) -> str:
        """How many steps the first rider made, in words."""
        return "1 step" if self.steps == 1 else f"{self.steps} steps"

    # -- how it is shown ---------------------------------------------------------------------

    @property
    def noise(self) -> float:
        """What floating point may have added to a position, in cm."""
        return 1e-13 * self.params.target_cm

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows; neighbours get the digits that tell them apart."""
        params, noise = self.params, self.noise
        positions, target = self.first.positions, params.target_cm
        near = positions[: TOLD + 1]
        missed = [position for each in near for position in (target, float(each))]
        errors = np.concatenate([ride.positions for ride in (self.first, self.second)]) - target
        sizes, steps = np.abs(near - target), -params.learning_rate * 2 * (positions - target)
        least = decimals_for(abs(self.miss), 4)
        digits = max(telling_apart(some, least, noise) for some in (near, missed, 2 * sizes))
        moved = telling_apart(np.abs(steps[: TOLD + 1]), digits, noise)
        places = [*positions, self.mirror, self.half_way, target]
        dial = Format(decimals_for(2 * abs(self.miss), 3), signed=True, live=True)
        cost = Format(decimals_for(self.miss**2, 3))
        step = Format(moved, signed=True)
        where = Format(digits, powers=False)
        final = Format(decimals_for(abs(self.miss), 3), powers=False)
        return Quantities(
            Quantity("position", "here", where, places, noise),
            Quantity("last position", "here", final, positions, noise),
            Quantity("second position", "here", final, self.second.positions, noise),
            Quantity("target", "target", where, target),
            Quantity("error", "text", Format(digits, signed=True), errors, noise),
            Quantity("cost", "cost", cost, self.cost_at(places),
                     self._cost_noise(places)),
            Quantity("slope", "gradient", Format(digits, signed=True),
                     CURVATURE * np.array([*errors, -self.miss, 0.0]), 2 * noise),
            Quantity("slope now", "gradient", dial, self.slope_at, 2 * noise),
            Quantity("step", "step", step, steps, 2 * noise),
            Quantity("size of step", "step", step, np.abs(steps), 2 * noise),
            Quantity("learning rate", "step", Format(
                max(telling_apart((params.learning_rate, border), 3) for border in BORDERS)),
                     params.learning_rate),
            Quantity("step number", "quiet", Format(0), np.arange(self.steps + 1)),
        )  # fmt: skip

    def _cost_noise(self, position: ArrayLike) -> Array:
        error = np.abs(np.asarray(position) - self.params.target_cm)
        return np.asarray(self.noise * (2 * error + self.noise))

    def at(self, name: str, position: float) -> Reading:
        """Return the reading of a quantity at a position: its cost, its slope, itself."""
        noise = float(self._cost_noise(position)) if name == "cost" else 2 * self.noise
        values = {"cost": self.cost_at, "slope": self.slope_at, "slope now": self.slope_at}
        value: Any = values[name](position) if name in values else position
        return self.quantities[name].of(float(value), noise)


def run(params: Params) -> Halfpipe:
    """Let two riders descend J = (x - target)², as article 000 tells it."""
    return Halfpipe(params, *(_ride(params, name) for name in ("start_cm", "second_start_cm")))


def _ride(params: Params, start: str) -> Ride:
    """Descend from a start until a step leads out of the pipe."""
    reach, factor = exact(params.reach_cm), contraction(params.learning_rate, CURVATURE)
    leaves_at = steps_outside(-reach, reach, params.miss(start), factor)
    out_at = leaves_at if leaves_at is not None and leaves_at <= params.steps else None
    trajectory = descend(
        SquaredError(target=params.target_cm),
        start=getattr(params, start),
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.steps if out_at is None else out_at, growth=math.inf),
    )
    return Ride(read_only(trajectory.parameters[:, 0]), out_at)
