"""The laser pointer game of article 000: a dot, a target, and a friend who shouts the error."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

import numpy as np
from numpy.typing import ArrayLike
from pydantic import model_validator

from gdmath.arrays import Array, Indices, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for, equals
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.theory import contraction_factors, steps_until
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "Laser", "Params", "Regime", "Shout", "Step", "run"]

Shout = tuple[str | Reading, ...]  # in rows
Regime = Literal["there", "still", "glide", "hit", "alternate", "bounce", "diverge"]

SHEET_SHARE = 0.15  # half the sheet's height, as a share of the distance to it
JUMPS = 40  # steps that a plot shows of a dot that jumps from side to side
TOO_MUCH = 0.9  # the learning rate that is shown beside one that glides
CLOSEST = 9e-9  # of the target's height: a first miss below this takes too many digits to show
DIGITS = 9  # of a height that is shown, or as many as its first error needs for two


class Params(base.Params):
    """What the laser film can be told."""

    distance_cm: float = parameter(300.0, "cm", "from the hand to the sheet", ge=10, le=10_000)
    hand_height_cm: float = parameter(0.0, "cm", "where the beam starts", ge=-1000, le=1000)
    target_cm: float = parameter(100.0, "cm", "height of the target", ge=-1.1e6, le=1.1e6)
    first_shot_cm: float = parameter(103.0, "cm", "height of the first dot", ge=-1.1e6, le=1.1e6)
    learning_rate: float = parameter(0.1, "", "share of the gradient taken back", ge=0, le=3)
    steps: int = parameter(15, "", "corrections in all", ge=0, le=10_000)
    slow_steps: int = parameter(3, "", "corrections that are told one by one", ge=1, le=4)

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        miss = abs(self.first_shot_cm - self.target_cm)
        if 0 < miss < CLOSEST * max(1.0, abs(self.target_cm)):
            raise ValueError(
                f"first_shot_cm = {self.first_shot_cm!r} is not allowed: it must equal target_cm "
                f"= {self.target_cm!r} or differ from it by {CLOSEST:g} of it or more"
            )
        return self


# What the learning rate can do to the game; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.1},
}


@dataclass(frozen=True)
class Step:
    """Where the dot is after so many corrections, and what it says about the next one.

    ``equals`` is the sign before this height in the sum that leads to it: = or ≈; ``missed`` that
    before the error in height - target, ``doubled`` that before the gradient in 2 · error.
    ``move`` is what the next correction adds, minus learning rate times gradient.
    """

    number: Reading
    height: Reading
    error: Reading
    cost: Reading
    gradient: Reading
    move: Reading
    equals: str
    missed: str
    doubled: str
    shout: Shout


@dataclass(frozen=True)
class Laser:
    """Everything that the laser film shows."""

    params: Params
    trajectory: Trajectory

    @cached_property
    def objective(self) -> SquaredError:
        """The cost J = (y - target)² in cm²."""
        return SquaredError(target=self.params.target_cm)

    @cached_property
    def heights(self) -> Array:
        """Heights of the dot in cm, shape (n + 1,); row 0 is the first shot."""
        return self.trajectory.parameters[:, 0]

    @cached_property
    def errors(self) -> Array:
        """Signed misses in cm, shape (n + 1,): positive is too high."""
        return read_only(self.objective.error(self.trajectory.parameters))

    @property
    def steps(self) -> int:
        """How many corrections were made: fewer than asked for if the dot left the sheet."""
        return self.trajectory.steps

    @property
    def diverged_at(self) -> int | None:
        """The step at which the dot has left the sheet, or None."""
        return self.trajectory.diverged_at

    @property
    def first_miss(self) -> float:
        """The size of the first error in cm, or a hundredth of the distance if there is none."""
        return abs(float(self.errors[0])) or self.params.distance_cm / 100

    @property
    def sheet(self) -> tuple[float, float]:
        """Lower and upper edge of the sheet in cm."""
        half = _half_sheet(self.params)
        return self.params.target_cm - half, self.params.target_cm + half

    @cached_property
    def regime(self) -> Regime:
        """What the learning rate makes of the game."""
        if self.errors[0] == 0:
            return "there"
        factor = self.factor.value
        if self.params.learning_rate == 0:
            return "still"
        if factor == 0:
            return "hit"
        if factor > 0:
            return "glide"
        return "alternate" if factor > -1 else "bounce" if factor == -1 else "diverge"

    @cached_property
    def factor(self) -> Reading:
        """What each correction multiplies the error by, 1 - 2 · learning rate."""
        rate = self.params.learning_rate
        curvature = self.objective.curvature([self.params.target_cm])
        return Format(decimals=4).of("factor", float(contraction_factors(curvature, rate)[0]))

    # -- numbers as they are written ------------------------------------------------------

    @cached_property
    def _decimals(self) -> int:
        largest = max(abs(self.params.target_cm), abs(self.params.first_shot_cm), 1.0)
        room = DIGITS - (math.floor(math.log10(largest)) + 1)
        return max(decimals_for(self.first_miss, 2), min(decimals_for(self.first_miss), room))

    @cached_property
    def rate(self) -> Reading:
        """The learning rate."""
        rate = self.params.learning_rate
        return Format(decimals_for(rate, 3)).of("learning rate", rate)

    @cached_property
    def count(self) -> Reading:
        """How many corrections were made."""
        return Format(0).of("steps", self.steps)

    @property
    def tour(self) -> tuple[float, float]:
        """Two heights on the sheet in cm between which the wrist is tilted for a try."""
        low, high = self.sheet
        return low + 0.12 * (high - low), high - 0.12 * (high - low)

    @cached_property
    def distance(self) -> Reading:
        """The way from the hand to the sheet."""
        return Format(decimals=1, unit="cm").of("distance", self.params.distance_cm)

    @cached_property
    def distance_plain(self) -> Reading:
        """The same without its unit: x in y = a · x + b."""
        return Format(decimals=1).of("x", self.params.distance_cm)

    @cached_property
    def hand(self) -> Reading:
        """Where the beam starts: b in y = a · x + b."""
        return Format(decimals=1).of("b", self.params.hand_height_cm)

    @cached_property
    def target(self) -> Reading:
        """The height of the target in cm."""
        return replace(self.height(self.params.target_cm), name="target")

    def height(self, value: float) -> Reading:
        """A height in cm, in the digits of this run."""
        return Format(self._decimals, powers=False).of("height", value)

    def slope(self, height: float) -> Reading:
        """The slope a of the beam that meets the sheet at this height: (y - b) / x."""
        value = (height - self.params.hand_height_cm) / self.params.distance_cm
        return Format(decimals=4, fixed=True).of("a", value)

    def pointed(self, height: float) -> Reading:
        """A height whose digits change while the wrist moves."""
        return Format(decimals=1, fixed=True).of("y", height)

    def step(self, number: int) -> Step:
        """What is known after so many corrections, 0 to ``steps``."""
        error = float(self.errors[number])
        gradient = float(self.trajectory.gradients[number, 0])
        plain, signed = Format(self._decimals), Format(self._decimals, signed=True)
        squared = decimals_for(self.first_miss**2)
        move = -self.params.learning_rate * gradient
        told = [self.height(float(h)) for h in self.heights[max(0, number - 1) : number + 1]]
        height, miss = told[-1], signed.of("error", error)
        slope = plain.of("gradient", gradient)
        return Step(
            number=self.step_tick(number),
            height=height,
            error=miss,
            cost=Format(squared, unit="cm²").of("cost", float(self.trajectory.values[number])),
            gradient=slope,
            move=signed.of("step", move),
            equals=equals(*told, self.rate, plain.of("gradient", gradient)),
            missed=equals(height, self.target, miss),
            doubled=equals(miss, slope),
            shout=self._shout(error),
        )

    @property
    def last_shout(self) -> Shout:
        """What the friend says at the end of the run."""
        if self.diverged_at is not None:
            return ("I can't", "see it!")
        shout = self.step(self.steps).shout
        close = abs(self.errors[-1]) <= 0.1 * self.first_miss
        return (shout[0], "off: almost!") if close and len(shout) == 2 else shout

    @property
    def diverged(self) -> Reading | None:
        """The step at which the dot left the sheet, as a number to show."""
        return None if self.diverged_at is None else self.step_tick(self.diverged_at)

    def _shout(self, error: float) -> Shout:
        size = Format(self._decimals, unit="cm").of("shout", abs(error))
        if size.is_zero:
            return ("You are there!",)
        return (size, "too high!" if error > 0 else "too low!")

    # -- what the plots and the lens need --------------------------------------------------

    @cached_property
    def window(self) -> tuple[float, float]:
        """The heights in cm that the lens shows: around the target."""
        return self._around(1.25)

    @cached_property
    def cost_window(self) -> tuple[float, float]:
        """The heights in cm that the cost curve shows: around the target, with room for arrows."""
        return self._around(1.5)

    def _around(self, reach: float) -> tuple[float, float]:
        told = np.abs(self.errors[: self.params.slow_steps + 1])
        reach *= max(self.first_miss, *told[told <= 2 * self.first_miss])
        return self.params.target_cm - reach, self.params.target_cm + reach

    @cached_property
    def curve(self) -> tuple[Array, Array]:
        """The cost curve: heights (161,) in cm over the cost window, costs (161,) in cm²."""
        heights = np.linspace(*self.cost_window, 161)
        return read_only(heights), read_only(self.objective.value(heights[:, np.newaxis]))

    def cost_at(self, height: float) -> float:
        """The cost J in cm² of a height in cm."""
        return float(self.objective.value([height]))

    def gradient_at(self, height: float) -> float:
        """The slope of the cost curve in cm at a height in cm."""
        return float(self.objective.gradient([height])[0])

    def height_at(self, moment: float) -> float:
        """The dot's height at a moment between two steps, as the film glides."""
        return float(np.interp(moment, np.arange(len(self.heights)), self.heights))

    # -- how close it gets -----------------------------------------------------------------

    @cached_property
    def tolerance(self) -> Reading:
        """A power of ten at least ten times smaller than the first miss: 1 mm for 3 cm."""
        value = 10.0 ** math.floor(math.log10(self.first_miss / 10) + 1e-9)
        if math.isclose(value, 0.1):
            return Format(decimals=0, unit="mm").of("tolerance in mm", 10 * value)
        return Format(decimals_for(value, 1), unit="cm").of("tolerance", value)

    @property
    def tolerance_cm(self) -> float:
        """The tolerance in cm."""
        return self.tolerance.value / (10 if self.tolerance.format.unit == "mm" else 1)

    @cached_property
    def reached_at(self) -> int | None:
        """The step, beyond the last one shown if need be, from which on the miss is within it."""
        if self.regime == "there":
            return 0
        return steps_until(self.tolerance_cm, float(self.errors[0]), self.factor.value)

    @property
    def reached(self) -> Reading | None:
        """The same as a number to show."""
        return None if self.reached_at is None else self.step_tick(self.reached_at)

    @property
    def reaches(self) -> bool:
        """Whether the run is long enough to come within the tolerance."""
        return self.reached_at is not None and self.reached_at <= self.steps

    @cached_property
    def drawn(self) -> Indices:
        """The steps that the plots draw: not those long after the dot has come to rest.

        A dot that jumps from side to side is drawn forty times, others about 400 times at most.
        """
        if self.regime in ("alternate", "bounce", "diverge"):
            return np.arange(min(self.steps, JUMPS) + 1)
        moving = np.flatnonzero(np.abs(self.errors) > self._noise)
        rest = int(moving[-1]) + 1 if len(moving) else 0
        last = min(self.steps, max(rest + rest // 5, self.params.slow_steps + 1))
        return np.unique(np.linspace(0, last, min(last, 400) + 1).round().astype(int))

    @property
    def _noise(self) -> float:
        """What is left of an error below the rounding of the height, in cm."""
        return 1e-13 * max(abs(self.params.target_cm), self.first_miss)

    @cached_property
    def contrast(self) -> Laser | None:
        """The same game with a wrist that turns too much, or None if this one does not glide."""
        if self.regime != "glide":
            return None
        steps = max(1, min(self.params.steps, int(self.drawn[-1]), JUMPS))
        return run(self.params.model_copy(update={"learning_rate": TOO_MUCH, "steps": steps}))

    @cached_property
    def drawn_range(self) -> tuple[float, float]:
        """The range of heights in cm that holds the drawn ones, the target, and some air."""
        shown = [self.params.target_cm, *self.heights[self.drawn].tolist()]
        if self.contrast is not None:
            shown += self.contrast.heights.tolist()
        low, high = min(shown), max(shown)
        air = 0.12 * max(high - low, self.first_miss)
        return low - air, high + air

    @cached_property
    def logs(self) -> tuple[Indices, Array]:
        """Steps (m,) and log10 of the size of their errors (m,), where there is an error.

        What is left of it below the rounding of the height counts as none.
        """
        sizes = np.abs(self.errors[self.drawn])
        kept = sizes > self._noise
        return self.drawn[kept], read_only(np.log10(sizes[kept]))

    @cached_property
    def decades(self) -> tuple[int, int]:
        """The powers of ten that hold the logs and the tolerance."""
        ends = [*self.logs[1].tolist(), math.log10(self.tolerance_cm), math.log10(self.first_miss)]
        return math.floor(min(ends) - 0.2), math.ceil(max(ends) + 0.05)

    def power_of_ten(self, exponent: float) -> Reading:
        """A tick of the log axis, in cm."""
        return Format(max(0, -round(exponent))).of("decade", 10.0 ** round(exponent))

    def step_tick(self, value: float) -> Reading:
        """A number of corrections."""
        return Format(0).of("step number", value)

    # -- what may be shown -------------------------------------------------------------------

    @cached_property
    def ledger(self) -> Mapping[str, ArrayLike | Callable[[float], float]]:
        """The values that a number on the screen may have, by the name that its reading bears.

        Of a number that changes while the wrist moves it is the function of the dot's height.
        """
        once = (
            self.count, self.factor.magnitude, self.distance, self.distance_plain, self.hand,
            self.target, self.tolerance,
        )  # fmt: skip
        rates = [self.rate] + ([] if self.contrast is None else [self.contrast.rate])
        steps = np.arange(self.steps + 1)
        gradients = self.trajectory.gradients[:, 0]
        return {reading.name: reading.value for reading in once} | {
            "learning rate": [rate.value for rate in rates],
            "height": [*self.heights, *self.tour],
            "error": self.errors,
            "shout": np.abs(self.errors),
            "cost": self.trajectory.values,
            "gradient": gradients,
            "step": -self.params.learning_rate * gradients,
            "step number": steps if self.reached is None else [*steps, self.reached.value],
            "a": lambda height: self.slope(height).value,
            "y": lambda height: height,
        }


def _half_sheet(params: Params) -> float:
    miss = abs(params.first_shot_cm - params.target_cm)
    return max(SHEET_SHARE * params.distance_cm, 2 * miss)


def run(params: Params) -> Laser:
    """Play the game: gradient descent on J = (y - target)², as article 000 tells it.

    The run has diverged when the dot is off the sheet, where the friend no longer sees it.
    """
    miss = abs(params.first_shot_cm - params.target_cm)
    growth = (_half_sheet(params) / miss) ** 2 if miss else math.inf
    trajectory = descend(
        SquaredError(target=params.target_cm),
        start=params.first_shot_cm,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.steps, growth=growth),
    )
    return Laser(params, trajectory)
