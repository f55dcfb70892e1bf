"""Everything that the half-pipe film shows, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.decimals import magnitude, steps_within
from gdmath.experiments._common.outcome import BORDERS, Regime
from gdmath.experiments.halfpipe_ride import Ride
from gdmath.experiments.reading import (
    Format,
    Reading,
    as_given,
    decimals_for,
    equals,
    telling_apart,
)
from gdmath.objective import SquaredError

if TYPE_CHECKING:
    from gdmath.experiments.halfpipe import Params

__all__ = ["Halfpipe", "Step"]

SLOW_STEPS = 2  # steps that are told one by one


@dataclass(frozen=True)
class Step:
    """Where a rider is after so many steps, and what that says about the next one.

    ``equals`` is the sign before this position in the sum that leads to it: = or ≈; and
    ``slope_equals`` the one before the slope.
    ``move`` is what the next step adds, minus learning rate times slope.
    """

    number: Reading
    position: Reading
    slope: Reading
    move: Reading
    equals: str
    slope_equals: str


@dataclass(frozen=True)
class Halfpipe:
    """Everything that the half-pipe film shows."""

    params: Params
    first: Ride
    second: Ride

    @cached_property
    def objective(self) -> SquaredError:
        """The cost J = (x - target)² in cm²."""
        return SquaredError(target=self.params.target_cm)

    @property
    def regime(self) -> Regime:
        """What the learning rate makes of the first ride."""
        return self.first.regime

    @property
    def told(self) -> int:
        """How many steps are told one by one."""
        return min(SLOW_STEPS, self.first.steps)

    @property
    def mirrored(self) -> bool:
        """Whether the second rider starts as far from the target, on the other side."""
        return self.first.exact_miss == -self.second.exact_miss

    @property
    def animated_until(self) -> int:
        """The step until which the sweep shows the riders: some where they change sides, or all."""
        if self.regime in ("alternate", "bounce", "diverge"):
            return min(self.steps, self.told + 5)
        return self.steps

    @property
    def steps(self) -> int:
        """How many steps the longer ride has."""
        return max(self.first.steps, self.second.steps)

    def cost_at(self, position: float) -> float:
        """The cost J in cm² of a position in cm."""
        return float(self.objective.value([position]))

    def slope_at(self, position: float) -> float:
        """The slope of the cost in cm at a position in cm."""
        return float(self.objective.gradient([position])[0])

    @cached_property
    def curve(self) -> tuple[Array, Array]:
        """The pipe: positions (161,) in cm from edge to edge, costs (161,) in cm²."""
        positions = np.linspace(self.params.left_cm, self.params.right_cm, 161)
        return read_only(positions), read_only(self.objective.value(positions[:, np.newaxis]))

    # -- places that the film visits ---------------------------------------------------------

    @cached_property
    def tour(self) -> tuple[float, float, float, float]:
        """Positions in cm whose cost is read: left of the target, on it, near it, right of it.

        Left and right are as far from the target as the start, if that can be told apart.
        """
        target, reach = self.params.target_cm, self.params.reach_cm
        away = float(np.clip(abs(self.first.miss), 2 / 3 * reach, reach))
        return target - away, target, target + away / 2, target + away

    @property
    def other_side(self) -> float:
        """A position in cm across the bottom from the start."""
        left, _, _, right = self.tour
        return left if self.first.miss > 0 else right

    @cached_property
    def arrows(self) -> tuple[Array, Array]:
        """Positions (m,) in cm along the pipe, and the steps (m,) in cm taken from there.

        Steps that cross the bottom start from few heights, so that they do not lie on each other.
        """
        target = self.params.target_cm
        walls = np.array([self.params.left_cm, self.params.right_cm]) - target
        if self.first.factor > 0:
            shares = np.array([[6, 5, 4, 3, 2], [5.5, 4.5, 3.5, 2.5, 1.5]]) / 6
            positions = np.sort((target + shares * walls[:, np.newaxis]).ravel())
        else:
            heights = (walls**2).max() * np.linspace(1, 0.28, 5)
            sides = np.sign(walls[np.argmax(walls**2)]) * np.array([1, -1, 1, -1, 1])
            sides = np.where(heights > (walls**2).min(), sides[0], sides)
            positions = np.sort(target + sides * np.sqrt(heights))
        gradients = self.objective.gradient(positions[:, np.newaxis])[:, 0]
        return read_only(positions), read_only(-self.params.learning_rate * gradients)

    # -- numbers as they are written -----------------------------------------------------------

    @cached_property
    def _decimals(self) -> int:
        least = decimals_for(abs(self.first.miss) or self.params.reach_cm)
        told, target = self.first.positions[: SLOW_STEPS + 1], self.params.target_cm
        missed = [position for each in told for position in (target, float(each))]
        shown, noise = (told, missed, 2 * np.abs(told - target)), self.first.noise
        return max(telling_apart(some, least, noise) for some in shown)

    @cached_property
    def rate(self) -> Reading:
        """The learning rate."""
        rate = self.params.learning_rate
        return as_given(rate, unlike=BORDERS).of("learning rate", rate)

    @cached_property
    def target(self) -> Reading:
        """The target in cm."""
        return Format(self._decimals, powers=False).of("target", self.params.target_cm)

    @cached_property
    def count(self) -> Reading:
        """How many steps the first rider makes."""
        return self.whole(self.first.steps)

    def position(self, value: float) -> Reading:
        """A position in cm, in the digits of this run."""
        return Format(self._decimals, powers=False).of("position", value, self.first.noise)

    def passed(self, value: float) -> Reading:
        """A position in cm with few digits, for a number that changes while it moves."""
        decimals = decimals_for(self.params.width_cm, 3)
        return Format(decimals, live=True, powers=False).of("position now", value)

    def cost(self, position: float) -> Reading:
        """The cost J in cm² of a position in cm."""
        return self._cost_format.of("cost", self.cost_at(position), self._cost_noise(position))

    def cost_now(self, position: float) -> Reading:
        """The same, for a number that changes while it moves."""
        return replace(self._cost_format, live=True).of(
            "cost now", self.cost_at(position), self._cost_noise(position)
        )

    def _cost_noise(self, position: float) -> float:
        return self.first.noise * (abs(self.slope_at(position)) + self.first.noise)

    @property
    def _cost_format(self) -> Format:
        return Format(decimals_for(self.params.reach_cm**2, 3))

    def slope(self, position: float) -> Reading:
        """The slope in cm at a position in cm."""
        return Format(self._decimals).of("slope", self.slope_at(position), 2 * self.first.noise)

    def slope_now(self, position: float) -> Reading:
        """The same with the few digits of a dial, and its sign."""
        return self._dial.of("slope now", self.slope_at(position), 2 * self.first.noise)

    @property
    def widest_slope(self) -> Reading:
        """The widest text that the dial may have to show."""
        ends = [self.params.left_cm, self.params.right_cm, *self.first.positions]
        steepest = max((self.slope_at(float(x)) for x in ends), key=abs)
        return replace(self._dial, fixed=True).of("slope now", steepest)

    @property
    def _dial(self) -> Format:
        scale = 2 * (abs(self.first.miss) or self.params.reach_cm)
        return Format(decimals_for(scale, 3), signed=True, live=True)

    def slope_tick(self, value: float) -> Reading:
        """A tick of the dial."""
        return Format(decimals_for(self.steepest, 2), signed=True).of("slope", value)

    @property
    def steepest(self) -> float:
        """The largest slope in cm that the pipe has."""
        return max(abs(self.slope_at(x)) for x in (self.params.left_cm, self.params.right_cm))

    def whole(self, value: float) -> Reading:
        """A number of steps."""
        return Format(0, powers=False).of("count", value)

    def step(self, number: int) -> Step:
        """What is known after so many steps of the first rider, 0 to its last."""
        positions = self.first.positions
        position = float(positions[number])
        told = [self.position(float(x)) for x in positions[max(0, number - 1) : number + 1]]
        slope, before = self.slope(position), self.slope(float(positions[max(0, number - 1)]))
        move = -self.params.learning_rate * self.slope_at(position)
        return Step(
            number=self.whole(number),
            position=self.position(position),
            slope=slope,
            move=Format(self._decimals, signed=True).of("step", move, 2 * self.first.noise),
            equals=equals(*told, self.rate, before),
            slope_equals=equals(told[-1], self.target, slope),
        )

    @cached_property
    def ledger(self) -> Mapping[str, ArrayLike | Callable[[float], float]]:
        """The values that a number on the screen may have, by the name that its reading bears.

        Of a number that changes while something moves it is the function of the position.
        """
        params = self.params
        places = [*self.tour, self.other_side, params.left_cm, params.right_cm]
        places += [*self.first.positions, *self.second.positions]
        told = [self.step(number) for number in range(self.told + 1)]
        steps = np.arange(self.steps + 1)
        return {
            "position": places,
            "position now": lambda position: position,
            "target": params.target_cm,
            "cost": [self.cost_at(position) for position in self.tour],
            "cost now": self.cost_at,
            "slope": [self.slope_at(params.target_cm), *(step.slope.value for step in told)],
            "slope now": self.slope_at,
            "step": [step.move.value for step in told],
            "learning rate": params.learning_rate,
            "count": steps if self.reached is None else [*steps, self.reached.value],
            "tolerance": self.tolerance.value,
        }

    # -- how close they get ----------------------------------------------------------------------

    @cached_property
    def tolerance(self) -> Reading:
        """A power of ten in cm, at least ten times smaller than the first miss."""
        value = 10.0 ** (magnitude(self.first.exact_miss or self.params.reach_cm) - 1)
        return Format(decimals_for(value, 1), unit="cm").of("tolerance", value)

    @cached_property
    def reached(self) -> Reading | None:
        """The step, made or not, from which on the first rider is within the tolerance."""
        if self.regime == "there":
            return self.whole(0)
        step = self._arrival(self.first)
        return None if step is None else self.whole(step)

    def arrives(self, ride: Ride) -> bool:
        """Tell whether a ride ends within the tolerance."""
        step = self._arrival(ride)
        return step is not None and step <= ride.steps

    def _arrival(self, ride: Ride) -> int | None:
        """Return the step, made or not, from which on a ride is within the tolerance."""
        return steps_within(self.tolerance.value, ride.exact_miss, ride.factor)

    @cached_property
    def drawn_range(self) -> tuple[float, float]:
        """The positions in cm that a plot by step must hold, and some air."""
        shown = np.concatenate([ride.positions[ride.drawn] for ride in (self.first, self.second)])
        low, high = min(shown.min(), self.params.target_cm), max(shown.max(), self.params.target_cm)
        air = 0.08 * max(high - low, self.params.reach_cm / 2)
        return float(low - air), float(high + air)
