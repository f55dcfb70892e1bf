"""What the laser film shows of a run: its numbers as they are written, and what may be shown."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from gdmath.decimals import decimals_apart, magnitude, steps_within
from gdmath.experiments.laser_game import JUMPS, Game, play
from gdmath.experiments.reading import (
    Format,
    Reading,
    as_given,
    decimals_for,
    equals,
    telling_apart,
)
from gdmath.experiments.regime import BORDERS

if TYPE_CHECKING:
    from gdmath.experiments.laser import Params

__all__ = ["Laser", "Shout", "Step", "run"]

Shout = tuple[str | Reading, ...]  # in rows

TOO_MUCH = 0.9  # the learning rate that is shown beside one that glides
DIGITS = 9  # of a height that is shown, or as many as its first error needs for two


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
class Laser(Game):
    """Everything that the laser film shows."""

    @cached_property
    def factor(self) -> Reading:
        """What each correction multiplies the error by; it reads as 1 only if nothing changes."""
        value = float(self.contraction)
        return Format(decimals_apart(abs(value), 1.0, at_least=4)).of("factor", value)

    @cached_property
    def _decimals(self) -> int:
        largest = max(abs(self.params.target_cm), abs(self.params.first_shot_cm), 1.0)
        room = DIGITS - (math.floor(math.log10(largest)) + 1)
        least = max(decimals_for(self.first_miss, 2), min(decimals_for(self.first_miss), room))
        told, target = self.heights[: self.params.slow_steps + 1], self.params.target_cm
        missed = [height for each in told for height in (target, float(each))]
        sizes = np.abs(self.errors[: self.params.slow_steps + 1])
        shown = (told, missed, sizes, 2 * sizes)
        return max(telling_apart(some, least, self.noise) for some in shown)

    @cached_property
    def rate(self) -> Reading:
        """The learning rate."""
        rate = self.params.learning_rate
        return as_given(rate, unlike=BORDERS).of("learning rate", rate)

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
        distance = self.params.distance_cm
        return as_given(distance, unit="cm").of("distance", distance)

    @cached_property
    def distance_plain(self) -> Reading:
        """The same without its unit: x in y = a · x + b."""
        return as_given(self.params.distance_cm).of("x", self.params.distance_cm)

    @cached_property
    def hand(self) -> Reading:
        """Where the beam starts: b in y = a · x + b."""
        return as_given(self.params.hand_height_cm).of("b", self.params.hand_height_cm)

    @cached_property
    def target(self) -> Reading:
        """The height of the target in cm."""
        return replace(self.height(self.params.target_cm), name="target", noise=0.0)

    def height(self, value: float) -> Reading:
        """A height in cm, in the digits of this run."""
        return Format(self._decimals, powers=False).of("height", value, self.noise)

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
        signed = Format(self._decimals, signed=True)
        squared = decimals_for(self.first_miss**2)
        cost_noise = self.noise * (2 * abs(error) + self.noise)
        slope = self._gradient(number)
        move = -self.params.learning_rate * slope.value
        told = [self.height(float(h)) for h in self.heights[max(0, number - 1) : number + 1]]
        height, miss = told[-1], signed.of("error", error, self.noise)
        return Step(
            number=self.step_tick(number),
            height=height,
            error=miss,
            cost=Format(squared, unit="cm²").of("cost", error**2, cost_noise),
            gradient=slope,
            move=signed.of("step", move, 2 * self.noise),
            equals=equals(*told, self.rate, self._gradient(max(0, number - 1))),
            missed=equals(height, self.target, miss),
            doubled=equals(miss, slope),
            shout=self._shout(error),
        )

    def _gradient(self, number: int) -> Reading:
        value = float(self.trajectory.gradients[number, 0])
        return Format(self._decimals).of("gradient", value, 2 * self.noise)

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
        size = Format(self._decimals, unit="cm").of("shout", abs(error), self.noise)
        if size.is_zero:
            return ("You are there!",)
        return (size, "too high!" if error > 0 else "too low!")

    @cached_property
    def tolerance(self) -> Reading:
        """A power of ten at least ten times smaller than the first miss: 1 mm for 3 cm."""
        value = 10.0 ** (magnitude(self.first_miss) - 1)
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
        return steps_within(self.tolerance_cm, self.first_error, self.contraction)

    @property
    def reached(self) -> Reading | None:
        """The same as a number to show."""
        return None if self.reached_at is None else self.step_tick(self.reached_at)

    @property
    def reaches(self) -> bool:
        """Whether the run is long enough to come within the tolerance."""
        return self.reached_at is not None and self.reached_at <= self.steps

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
    def decades(self) -> tuple[int, int]:
        """The powers of ten that hold the logs and the tolerance."""
        ends = [*self.logs[1].tolist(), math.log10(self.tolerance_cm), math.log10(self.first_miss)]
        return math.floor(min(ends) - 0.2), math.ceil(max(ends) + 0.05)

    def power_of_ten(self, exponent: float) -> Reading:
        """A tick of the log axis, in cm."""
        return Format(max(0, -round(exponent))).of("decade", 10.0 ** round(exponent))

    def step_tick(self, value: float) -> Reading:
        """A number of corrections."""
        return Format(0, powers=False).of("step number", value)

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


def run(params: Params) -> Laser:
    """Play the game and return all that the film shows of it."""
    return Laser(params, play(params))
