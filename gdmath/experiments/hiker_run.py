"""The blindfolded hikers' runs in numbers: where they step, what their feet feel, how they end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments.reading import Format, Reading, as_given, telling_apart
from gdmath.objective import Landscape, Quadratic
from gdmath.objective.landscape import RIM, surface
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["NOISE", "REACH", "SAME", "Hike", "HikerRun", "Regime", "hike"]

# flat: the start feels flat, so no step is made; unasked: no step is asked for; still: the rate is
# 0; left: a step leads off the map; arrived: it feels flat in the end; tired: it does not.
Regime = Literal["flat", "unasked", "still", "left", "arrived", "tired"]

REACH = 0.35  # how far the foot feels, in the unit of w and b
DIRECTIONS = 8
NOISE = 1e-12  # what float64 may have added to places, slopes and altitudes: all are about 1
ROUNDING = 1e-12  # share of a slope: more than float64 adds, so 0.2 never counts as below 0.2
SAME = 1e-9  # of a step's length: by no more than that another one is as long
ON_THE_FLOOR = 0.12  # as far from a valley's lowest point one stands on its floor
CAREFUL = Stop(steps=4_000, gradient_norm=1e-9)
DECIMALS, MOST_DECIMALS = 2, 4  # of altitudes


@dataclass(frozen=True, eq=False)
class Hike:
    """One run, until it ends or leaves the map; ``left_at`` is the step that leads off it."""

    objective: Landscape | Quadratic
    trajectory: Trajectory
    left_at: int | None

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return self.trajectory.steps if self.left_at is None else self.left_at

    @property
    def places(self) -> Array:
        """The places visited, (n + 1, 2); where the map is left, the last lies beyond it."""
        return self.trajectory.parameters[: self.steps + 1]

    @property
    def altitudes(self) -> Array:
        """Their altitudes, (n + 1,)."""
        return self.trajectory.values[: self.steps + 1]

    @property
    def gradients(self) -> Array:
        """The gradients there, (n + 1, 2)."""
        return self.trajectory.gradients[: self.steps + 1]

    @cached_property
    def lengths(self) -> Array:
        """How long each step is, (n,), in the unit of w and b."""
        return read_only(np.linalg.norm(np.diff(self.places, axis=0), axis=1))

    @cached_property
    def ratios(self) -> Array:
        """By how much each step but the first is longer than the one before it, (n - 1,)."""
        return read_only(self.lengths[1:] / self.lengths[:-1])

    @property
    def felt_flat(self) -> bool:
        """Whether it ended because the ground felt flat."""
        return self.trajectory.stopped_by == "gradient_norm" and self.left_at is None

    @cached_property
    def floor(self) -> Array | None:
        """The lowest point (2,) of the valley on whose floor it ended, or None if it did not."""
        if not self.felt_flat:
            return None
        end = self.places[-1]
        careful = descend(self.objective, end, GradientDescent(learning_rate=0.4), CAREFUL)
        lowest = careful.parameters[-1]
        hollow = np.linalg.eigvalsh(self.objective.curvature(lowest))[0] > 0
        near = np.linalg.norm(lowest - end) <= ON_THE_FLOOR
        return read_only(lowest) if hollow and near else None

    @cached_property
    def on_map(self) -> Array:
        """The places, (n + 1, 2), but the way off the map only as far as its rim."""
        places = np.array(self.places)
        if self.left_at is not None:
            inside, way = places[-2], places[-1] - places[-2]
            a, b, c = way @ way, inside @ way, inside @ inside - RIM**2
            places[-1] = inside + way * (-b + np.sqrt(b * b - a * c)) / a
        return read_only(places)


def hike(name: str, start: tuple[float, float], params: Any) -> Hike:
    """Hike over a surface by gradient descent, until it feels flat, ends, or leaves the map."""
    steps = params.steps if params.learning_rate else 0
    stop = Stop(steps=steps, gradient_norm=(1 - ROUNDING) * params.tolerance)
    rule = GradientDescent(learning_rate=params.learning_rate)
    trajectory = descend(surface(name), np.array(start), rule, stop)
    beyond = np.flatnonzero(np.linalg.norm(trajectory.parameters, axis=1) > RIM)
    return Hike(surface(name), trajectory, int(beyond[0]) if len(beyond) else None)


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
    def count(self) -> str:
        """How many, in words: "1 step", "26 steps"."""
        return "1 step" if self.steps == 1 else f"{self.steps} steps"

    @property
    def told(self) -> int:
        """How many of them are told one by one."""
        return min(int(self.params.slow_steps), self.steps)

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

    @cached_property
    def ways(self) -> Array:
        """The eight ways in which the foot feels, unit vectors (8, 2), anticlockwise from +w."""
        turns = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
        return read_only(np.stack((np.cos(turns), np.sin(turns)), axis=-1))

    @cached_property
    def changes(self) -> Array:
        """How much higher the ground is there, (8,)."""
        felt = self.objective.value(self.start + REACH * self.ways)
        return read_only(felt - self.hike.altitudes[0])

    @cached_property
    def best(self) -> tuple[int, ...]:
        """The ways that fall most, if any falls: one, or several that fall alike."""
        least = float(self.changes.min())
        alike = np.flatnonzero(self.changes <= least + NOISE)
        return tuple(alike.tolist()) if least < -NOISE else ()

    # -- how it goes ---------------------------------------------------------------------------

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
        """Whether it ends on the floor of the deepest valley."""
        return self.hike.floor is not None and _same(self.hike.floor, self.objective.minimiser)

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
    def longer_again(self) -> tuple[int, int] | None:
        """Where steps that became shorter become longer again, not told yet, and the longest."""
        longer = np.diff(self.hike.lengths)
        shrank = np.flatnonzero(longer < -SAME)
        if not len(shrank):
            return None
        grown = [k + 1 for k in np.flatnonzero(longer > SAME).tolist() if k >= shrank[0]]
        first = next((k for k in grown if k >= self.told), None)
        if first is None:
            return None
        return first, first + int(np.argmax(self.hike.lengths[first:]))

    @property
    def eases(self) -> bool:
        """Whether the steps after the longest of those only become shorter."""
        if self.longer_again is None:
            return False
        ratios = self.hike.ratios[self.longer_again[1] :]
        return len(ratios) > 1 and all(ratio < 1 - SAME for ratio in ratios)

    # -- how it is shown -----------------------------------------------------------------------

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        one, rate = self.hike, self.params.learning_rate
        first = one.places[: 2 if self.steps else 1]
        digits = telling_apart(first[:, 0], 3, NOISE)
        inside = self.steps + (one.left_at is None)
        minimum = self.objective.minimum
        floors = [float(self.objective.value(floor)) for floor in self.floors]
        heights = [*one.altitudes[:inside], minimum, *floors]
        shown = [one.altitudes[0], one.altitudes[inside - 1]]
        shown += [] if self.is_deepest else [minimum]
        fixed = Format(min(MOST_DECIMALS, telling_apart(shown, DECIMALS, NOISE)), fixed=True)
        runs = (self.hike, *self.others)
        return Quantities(
            Quantity("position", "here", Format(3), np.concatenate([r.places for r in runs])),
            Quantity("w", "here", Format(digits), one.places[:, 0], NOISE),
            Quantity("altitude", "cost", fixed, heights, NOISE),
            Quantity("floor", "target", fixed, heights, NOISE),
            Quantity("fall", "step", Format(DECIMALS, fixed=True), -self.changes, NOISE),
            Quantity("gradient", "gradient", Format(3), one.gradients, NOISE),
            Quantity("slope along w", "gradient", Format(digits), one.gradients[:, 0], NOISE),
            Quantity("step", "step", Format(digits), -rate * one.gradients[:, 0], NOISE),
            Quantity("size of step", "step", Format(digits), rate * np.abs(one.gradients[:, 0])),
            Quantity("learning rate", "step", as_given(rate, unlike=[1.0]), rate),
            Quantity("tolerance", "text", as_given(self.params.tolerance), self.params.tolerance),
            Quantity("step number", "quiet", Format(0), np.arange(self.steps + 1)),
            Quantity("scale", "quiet", Format(0), 10.0 ** np.arange(10)),
        )  # fmt: skip

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return self.quantities["learning rate"].only


def _same(one: Array, other: Array) -> bool:
    return bool(np.linalg.norm(one - other) < ON_THE_FLOOR)
