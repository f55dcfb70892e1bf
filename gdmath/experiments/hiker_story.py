"""Everything that the hiker film shows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.decimals import compared
from gdmath.experiments.hiker_parts import LEAP, Feel, Hike, Step, Terrain
from gdmath.experiments.reading import (
    Format,
    Reading,
    as_given,
    decimals_for,
    equals,
    telling_apart,
)

if TYPE_CHECKING:
    from gdmath.experiments.hiker import Params

__all__ = ["REACH", "Hiker", "Pace", "Regime"]

Regime = Literal["flat", "unasked", "still", "arrived", "left", "tired"]
Pace = Literal["shorter", "longer", "as long", "uphill"]

REACH = 0.35  # how far the foot feels, in the unit of w and b
GENTLEST = 0.1  # slopes below it have arrows that are shorter than the longest may be
DIRECTIONS = 8
DECIMALS = 3  # of w, b and slopes
NOISE = 1e-13  # what float64 may have added to w, b, slopes and altitudes: all are about 1 in size


@dataclass(frozen=True)
class Hiker:
    """Everything that the hiker film shows: the hiker's run, and runs from other starts."""

    params: Params
    terrain: Terrain
    hike: Hike
    others: tuple[Hike, ...]

    def move(self, number: int) -> Array:
        """Return the step from this place, minus learning rate times gradient, shape (2,)."""
        step: Array = -self.params.learning_rate * self.uphill(number)
        return step

    def uphill(self, number: int) -> Array:
        """Return the gradient at this place, shape (2,): which way is up, and how steeply."""
        slope: Array = self.hike.gradients[number]
        return slope

    @property
    def steps(self) -> int:
        """How many steps the hiker made."""
        return self.hike.steps

    @property
    def told(self) -> int:
        """How many of them are told one by one."""
        return min(self.params.slow_steps, self.steps)

    @cached_property
    def regime(self) -> Regime:
        """How the hike goes."""
        if self.hike.felt_flat and self.steps == 0:
            return "flat"
        if self.params.steps == 0:
            return "unasked"
        if self.params.learning_rate == 0:
            return "still"
        if self.hike.left_at is not None:
            return "left"
        return "arrived" if self.hike.felt_flat else "tired"

    @cached_property
    def is_deepest(self) -> bool:
        """Whether the hike ends on the floor of the deepest valley, but for the tolerance."""
        objective = self.terrain.objective
        # Within the valley a gradient g stands at most g² / (2 λ) above its floor.
        bend = np.linalg.eigvalsh(objective.curvature(objective.minimiser))[0]
        slack = self.params.tolerance**2 / bend + 1e-9
        above = float(self.hike.altitudes[-1]) - objective.minimum
        return self.hike.ground == "valley" and above <= slack

    @cached_property
    def finders(self) -> tuple[Hike, ...]:
        """The runs that end on the floor of a valley."""
        return tuple(one for one in (self.hike, *self.others) if one.ground == "valley")

    @property
    def all_arrive(self) -> bool:
        """Whether every run ends on the floor of a valley."""
        return len(self.finders) == 1 + len(self.others)

    @cached_property
    def valleys(self) -> tuple[tuple[Array, Reading], ...]:
        """The floors that the runs reached, place (2,) and altitude, the hiker's own first."""
        found: list[tuple[Array, Reading]] = []
        for one in self.finders:
            end = one.places[-1]
            if all(np.linalg.norm(end - place) > LEAP / 2 for place, _ in found):
                found.append((end, self.height(float(one.altitudes[-1]))))
        return tuple(found)

    # -- what the feet feel --------------------------------------------------------------------

    @cached_property
    def feels(self) -> tuple[Feel, ...]:
        """The eight directions at the start, counter-clockwise from growing w."""
        start = self.hike.places[0]
        angles = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
        ways = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        drops = self.hike.altitudes[0] - self.terrain.altitude(start + REACH * ways)
        write = Format(2, signed=True, fixed=True)
        return tuple(
            Feel(read_only(way), float(drop), write.of("change of altitude", -float(drop), NOISE))
            for way, drop in zip(ways, drops, strict=True)
        )

    @property
    def steepest(self) -> int | None:
        """The direction that goes down most, or None where none does or the ground feels flat."""
        drops = [feel.drop for feel in self.feels]
        best = int(np.argmax(drops))
        return None if self.regime == "flat" or drops[best] <= 0 else best

    @property
    def full_drop(self) -> float:
        """The drop whose arrow is as long as an arrow may be."""
        return max(GENTLEST * REACH, *(feel.drop for feel in self.feels))

    # -- numbers as they are written -------------------------------------------------------------

    def step(self, number: int) -> Step:
        """What is known after so many steps, 0 to ``steps``."""
        last = max(0, number - 1)
        places = [self._place(number, axis) for axis in (0, 1)]
        return Step(
            number=self.count_of(number),
            w=places[0],
            b=places[1],
            slope_w=self._slope(number, 0),
            slope_b=self._slope(number, 1),
            equals=(
                equals(places[0], self._place(last, 0), self._slope(last, 0), self.rate),
                equals(places[1], self._place(last, 1), self._slope(last, 1), self.rate),
            ),
        )

    def _place(self, number: int, axis: int) -> Reading:
        told = self.hike.places[: self.told + 1, axis]
        form = Format(telling_apart(told, DECIMALS, NOISE))
        return form.of("wb"[axis], float(self.hike.places[number, axis]), NOISE)

    def _slope(self, number: int, axis: int) -> Reading:
        value = float(self.hike.gradients[number, axis])
        return Format(DECIMALS).of(f"∂J/∂{'wb'[axis]}", value, NOISE)

    def pace(self, number: int) -> Pace:
        """How the step that leads to ``number``, 1 or more, compares with the one before it."""
        if self.hike.altitudes[number] > self.hike.altitudes[number - 1]:
            return "uphill"
        moves = self.hike.lengths
        if number < 2 or np.isclose(moves[number - 1], moves[number - 2], rtol=0.02):
            return "as long"
        return "shorter" if moves[number - 1] < moves[number - 2] else "longer"

    def height(self, value: float) -> Reading:
        """An altitude."""
        return Format(DECIMALS).of("altitude", value, NOISE)

    def coordinate(self, value: float) -> Reading:
        """A tick of the map or of the altitudes."""
        return Format(1).of("coordinate", value)

    def count_of(self, value: float) -> Reading:
        """A number of steps."""
        return Format(0).of("step", value)

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        rate = self.params.learning_rate
        return as_given(rate, unlike=[1.0]).of("learning rate", rate)

    @property
    def tolerance(self) -> Reading:
        """The slope below which the ground feels flat."""
        return as_given(self.params.tolerance).of("tolerance", self.params.tolerance)

    @property
    def last_slope(self) -> Reading:
        """The size of the gradient at the end; it reads as the tolerance only if it is that."""
        value, tolerance = float(np.linalg.norm(self.hike.gradients[-1])), self.tolerance
        decimals = telling_apart((value, tolerance.value), decimals_for(value, 2), NOISE)
        return Format(decimals).of("slope", value, NOISE)

    @property
    def flatness(self) -> str:
        """The sign between the size of the gradient at the end and the tolerance."""
        sign = compared(self.last_slope.value, self.params.tolerance)
        return "≥" if sign == "=" else sign

    # -- what the pictures need --------------------------------------------------------------------

    @cached_property
    def telling_step(self) -> int:
        """Where a step begins, but the first, that shows most: it is long and still high up."""
        count = self.hike.inside
        moves = self.hike.lengths[: count - 1]
        above = self.hike.altitudes[: count - 1] - self.hike.altitudes[:count].min()
        return 1 + int(np.argmax((moves * above)[1:])) if len(moves) > 1 else 0

    @cached_property
    def ledger(self) -> Mapping[str, ArrayLike]:
        """The values that a number on the screen may have, by the name that its reading bears."""
        one = self.hike
        return {
            "moment": [*range(one.inside), one.ends_at],
            "step": np.arange(self.steps + 1),
            "w": one.places[:, 0],
            "b": one.places[:, 1],
            "altitude": [altitude.value for _, altitude in self.valleys],
            "∂J/∂w": one.gradients[:, 0],
            "∂J/∂b": one.gradients[:, 1],
            "slope": np.linalg.norm(one.gradients[-1]),
            "tolerance": self.params.tolerance,
            "learning rate": self.params.learning_rate,
            "change of altitude": [-feel.drop for feel in self.feels],
        }

    @cached_property
    def altitude_range(self) -> tuple[float, float]:
        """The range of altitudes that holds all runs on the map, with some air."""
        runs = (self.hike, *self.others)
        heights = np.concatenate([one.altitudes[: one.inside] for one in runs])
        low, high = float(heights.min()), float(heights.max())
        air = 0.08 * max(high - low, 0.5)
        return low - air, high + air
