"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

import numpy as np
from pydantic import model_validator

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments.hiker_says import SAYS, Regime, ease
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, as_given, telling_apart
from gdmath.objective import Landscape, Quadratic
from gdmath.objective.landscape import RIM, surface
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "REACH", "Hike", "Hiker", "Params", "run"]

REACH = 0.35  # how far the foot feels, in the unit of w and b
DIRECTIONS = 8
NOISE = 1e-12  # what float64 may have added to places, slopes and altitudes: all are about 1
ROUNDING = 1e-12  # share of a slope: more than float64 adds, so 0.2 never counts as below 0.2
LEAST_RATE = 1e-9
SAME = 1e-9  # of a step's length: by no more than that another one is as long
ON_THE_FLOOR = 0.12  # as far from a valley's lowest point one stands on its floor
OTHERS = ((-3.9, 1.6), (0.15, 0.75), (4.6, 1.5), (2.9, 3.7))  # where others start
CAREFUL = Stop(steps=4_000, gradient_norm=1e-9)
DECIMALS, MOST_DECIMALS = 2, 4  # of altitudes


class Params(base.Params):
    """Parameters of the hiker film. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0, le=5)
    steps: int = parameter(100, "", "steps at the most", ge=0, le=200)
    tolerance: float = parameter(1e-4, "", "slope below which ground feels flat", ge=1e-6, le=0.5)
    slow_steps: int = parameter(3, "", "steps that are told one by one", ge=1, le=3)

    @model_validator(mode="after")
    def _steps_can_be_told(self) -> Self:
        if 0 < self.learning_rate < LEAST_RATE:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: it must be 0 or "
                f"{LEAST_RATE:g} or more, so that a step can be told in figures"
            )
        return self


# What the learning rate can do to the hike. In the bowl, 4 is the limit of its steeper direction.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.01},
    "zigzag": {"surface": "bowl", "learning_rate": 3.5},
    "bounce": {"surface": "bowl", "learning_rate": 4.0},
    "diverge": {"surface": "bowl", "learning_rate": 4.5},
}


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


def hike(name: str, start: tuple[float, float], params: Params) -> Hike:
    """Hike over a surface by gradient descent, until it feels flat, ends, or leaves the map."""
    steps = params.steps if params.learning_rate else 0
    stop = Stop(steps=steps, gradient_norm=(1 - ROUNDING) * params.tolerance)
    rule = GradientDescent(learning_rate=params.learning_rate)
    trajectory = descend(surface(name), np.array(start), rule, stop)
    beyond = np.flatnonzero(np.linalg.norm(trajectory.parameters, axis=1) > RIM)
    return Hike(surface(name), trajectory, int(beyond[0]) if len(beyond) else None)


@dataclass(frozen=True, eq=False)
class Hiker(Run):
    """Everything that the hiker film shows: the hiker's run, and others from other starts."""

    sentences = SAYS
    params: Params
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
        return min(self.params.slow_steps, self.steps)

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
        return ease(self)

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


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    own = hike(params.surface, (params.start_w, params.start_b), params)
    return Hiker(params, own, tuple(hike(params.surface, start, params) for start in OTHERS))
