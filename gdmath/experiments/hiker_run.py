"""The blindfolded hikers' runs in numbers: where they step, what their feet feel, how they end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from gdmath.arrays import Array, read_only
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments.reading import Format, Reading, as_given, telling_apart
from gdmath.hike import Hike
from gdmath.objective import Landscape, Quadratic

__all__ = ["REACH", "HikerRun"]

REACH = 0.35  # how far the foot feels, in the unit of w and b
DIRECTIONS = 8
NOISE = 1e-12  # what float64 may have added to places, slopes and altitudes: all are about 1
SAME = 1e-9  # of a step's length: by no more than that another one is as long
TOLD = 3  # steps that are told one by one
DECIMALS, MOST_DECIMALS = 2, 4  # of altitudes


@dataclass(frozen=True, eq=False)
class HikerRun(Run):
    """The hiker's run, and others from other starts: all numbers of the film.

    ``params`` are the film's.
    """

    params: Any
    hike: Hike
    others: tuple[Hike, ...]

    @property
    def objective(self) -> Landscape | Quadratic:
        """The altitude J(w, b)."""
        return self.hike.objective

    @property
    def steps(self) -> int:
        """How many steps the hiker made."""
        return self.hike.steps

    @property
    def told(self) -> int:
        """How many of them are told one by one."""
        return min(TOLD, self.steps)

    @property
    def start(self) -> Array:
        """Where the hiker starts, (2,)."""
        return np.asarray(self.hike.places[0])

    def gradient(self, step: int) -> Array:
        """Return the gradient (2,) after so many steps: which way is up, and how steeply."""
        return np.asarray(self.hike.gradients[step])

    def move(self, step: int) -> Array:
        """Return the step (2,) from there: minus learning rate times gradient."""
        return np.asarray(-self.params.learning_rate * self.gradient(step))

    # -- what the feet feel --------------------------------------------------------------------

    @property
    def turns(self) -> list[float]:
        """The eight ways in which the foot feels, in degrees anticlockwise from +w."""
        return [360 * k / DIRECTIONS for k in range(DIRECTIONS)]

    @cached_property
    def ways(self) -> Array:
        """The same as unit vectors (8, 2)."""
        turns = np.radians(self.turns)
        return read_only(np.stack((np.cos(turns), np.sin(turns)), axis=-1))

    @cached_property
    def changes(self) -> Array:
        """How much higher the ground is there, (8,)."""
        felt = self.objective.value(self.start + REACH * self.ways)
        return read_only(felt - self.hike.altitudes[0])

    @cached_property
    def best(self) -> int:
        """The way that falls most."""
        return int(np.argmin(self.changes))

    # -- how it goes ---------------------------------------------------------------------------

    def rise(self, step: int) -> float:
        """Return by how much higher the step that leads there ends than it began."""
        altitudes = self.hike.altitudes
        return float(altitudes[step] - altitudes[step - 1])

    @cached_property
    def floors(self) -> tuple[Array, ...]:
        """The lowest points of the valleys in which runs ended, the hiker's own first."""
        found: list[Array] = []
        for one in (self.hike, *self.others):
            if one.floor is not None and not any(_same(one.floor, other) for other in found):
                found.append(one.floor)
        return tuple(found)

    @property
    def telling_step(self) -> int:
        """Where the longest step begins that neither begins nor ends the walk, if there is one."""
        inner = self.hike.lengths[1 : self.steps - 1]
        return 1 + int(np.argmax(inner)) if len(inner) else 0

    @cached_property
    def longest(self) -> int:
        """Where the longest of the steps begins that are not told one by one."""
        return self.told + int(np.argmax(self.hike.lengths[self.told :]))

    @property
    def grows_again(self) -> bool:
        """Whether steps that had become shorter become longer on the way to that one."""
        if self.steps == self.told:
            return False
        ratios = self.hike.ratios[: self.longest]
        shrank = np.flatnonzero(ratios < 1 - SAME)
        return bool(len(shrank) and (ratios[shrank[0] :] > 1 + SAME).any())

    @property
    def eases(self) -> bool:
        """Whether after that one, all steps only become shorter."""
        if self.steps == self.told:
            return False
        ratios = self.hike.ratios[self.longest :]
        return len(ratios) > 1 and bool((ratios < 1 - SAME).all())

    @property
    def legs(self) -> list[tuple[str, int, int]]:
        """The steps after the told ones in parts, and the line with which each begins."""
        first, last = self.told, self.steps
        if first == last:
            return []
        middle = min(self.longest + 1 if self.grows_again else (first + last + 1) // 2, last)
        ease = "ease" if self.grows_again and self.eases else ""
        legs = [("rest", first, middle), (ease, middle, last)]
        return [leg for leg in legs if leg[2] > leg[1]]

    # -- how it is shown -----------------------------------------------------------------------

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        one, rate = self.hike, self.params.learning_rate
        inside = self.steps + (one.left_at is None)
        minimum = self.objective.minimum
        floors = [float(self.objective.value(floor)) for floor in self.floors]
        heights = [*one.altitudes[:inside], minimum, *floors]
        shown = [one.altitudes[0], one.altitudes[inside - 1], minimum]
        fixed = Format(min(MOST_DECIMALS, telling_apart(shown, DECIMALS, NOISE)), fixed=True)
        return Quantities(
            *self._along("w", 0), *self._along("b", 1),
            Quantity("position", "here", Format(3),
                     np.concatenate([r.places for r in (one, *self.others)])),
            Quantity("altitude", "cost", fixed, heights, NOISE),
            Quantity("floor", "target", fixed, heights, NOISE),
            Quantity("fall", "step", Format(DECIMALS, fixed=True), -self.changes, NOISE),
            Quantity("gradient", "gradient", Format(3), one.gradients, NOISE),
            Quantity("step", "step", Format(3), -rate * one.gradients, NOISE),
            Quantity("learning rate", "step", as_given(rate, unlike=[1.0]), rate),
            Quantity("step number", "quiet", Format(0), np.arange(self.steps + 1)),
        )  # fmt: skip

    def _along(self, name: str, axis: int) -> list[Quantity]:
        """Return the place, the slope, the step and its size along w or b."""
        one, rate = self.hike, self.params.learning_rate
        places, slopes = one.places[:, axis], one.gradients[:, axis]
        digits = Format(telling_apart(places[:2], 3, NOISE))
        return [
            Quantity(name, "here", digits, places, NOISE),
            Quantity(f"slope along {name}", "gradient", digits, slopes, NOISE),
            Quantity(f"step along {name}", "step", digits, -rate * slopes, NOISE),
            Quantity(f"size of step along {name}", "step", digits, rate * np.abs(slopes), NOISE),
        ]

    @cached_property
    def is_deepest(self) -> bool:
        """Whether it ends on the floor of the deepest valley."""
        return self.hike.floor is not None and _same(self.hike.floor, self.objective.minimiser)

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return self.quantities["learning rate"].only


def _same(one: Array, other: Array) -> bool:
    return bool(np.linalg.norm(one - other) < 0.1)
