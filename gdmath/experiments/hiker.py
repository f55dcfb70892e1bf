"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for
from gdmath.objective import Landscape, Objective, Quadratic
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["Feel", "Hike", "Hiker", "Params", "Step", "run"]

Ground = Literal["valley", "pass", "summit", "slope"]
Regime = Literal["flat", "unasked", "still", "arrived", "left", "tired"]
Pace = Literal["shorter", "longer", "as long", "uphill"]

CENTRE = (0.3, 0.0)  # of the map, in w and b
HALF = (4.6, 3.8)  # the map reaches so far from there
SHARPNESS = 4  # of its corners: |x|⁴ + |y|⁴ <= 1 in units of HALF
BOWL = (0.25, 0.5)  # curvatures of w²/8 + b²/4
REACH = 0.35  # how far the foot feels, in the unit of w and b
GENTLEST = 0.1  # slopes below it have arrows that are shorter than the largest may be
LEAP = 1.0  # steps longer than this go through the air
HIGHEST_JUMP = 2.0  # four times the altitude that the longest leap adds to the straight way
DIRECTIONS = 8
OTHERS = ((-0.75, 0.55), (-0.5, -0.72), (-0.1, 0.8), (0.3, 0.12), (0.72, 0.62), (0.56, -0.08))


class Params(base.Params):
    """What the hiker film can be told. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0, le=10)
    steps: int = parameter(100, "", "steps at the most", ge=0, le=200)
    tolerance: float = parameter(1e-4, "", "slope below which ground feels flat", ge=1e-6, le=0.5)
    slow_steps: int = parameter(3, "", "steps that are told one by one", ge=1, le=3)


@dataclass(frozen=True)
class Feel:
    """What the foot finds in one direction.

    ``way`` is a unit vector (2,) in w and b, ``drop`` how far down it goes within a foot's reach
    (negative: up), ``change`` the same as it is written: the change of altitude.
    """

    way: Array
    drop: float
    change: Reading


@dataclass(frozen=True)
class Step:
    """Where the hiker is after so many steps, and what the ground says there.

    ``equals`` are the signs before w and b in the sums that lead here: = or ≈.
    """

    number: Reading
    w: Reading
    b: Reading
    altitude: Reading
    slope_w: Reading
    slope_b: Reading
    equals: tuple[str, str]


@dataclass(frozen=True)
class Hike:
    """One run, until it ends or leaves the map.

    ``places`` (m, 2), ``altitudes`` (m,) and ``gradients`` (m, 2); where ``left_at`` is a step,
    the last row is the first one beyond the map.
    """

    places: Array
    altitudes: Array
    gradients: Array
    left_at: int | None
    trajectory: Trajectory

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return len(self.altitudes) - 1

    @property
    def inside(self) -> int:
        """How many of the places lie on the map."""
        return len(self.places) - (self.left_at is not None)

    @cached_property
    def ends_at(self) -> float:
        """The moment, counted in steps, at which it ends or crosses the map's rim."""
        if self.left_at is None:
            return float(self.steps)
        start, step = self.places[-2], self.places[-1] - self.places[-2]
        return self.steps - 1 + _share_inside(start, step)

    @cached_property
    def walked(self) -> Array:
        """How long the way to each place is, (m,), in the unit of w and b."""
        lengths = np.linalg.norm(np.diff(self.places, axis=0), axis=1)
        return np.concatenate([[0.0], np.cumsum(lengths)])

    def walked_at(self, moment: ArrayLike) -> Array:
        """Return how long the way is (...) until moments (...) between two steps."""
        return np.asarray(np.interp(moment, np.arange(len(self.places)), self.walked))

    def place_at(self, moment: ArrayLike) -> Array:
        """Return w and b (..., 2) at moments (...) between two steps."""
        count = np.arange(len(self.places))
        return np.stack([np.interp(moment, count, axis) for axis in self.places.T], axis=-1)


@dataclass(frozen=True)
class Hiker:
    """Everything that the hiker film shows."""

    params: Params
    hike: Hike
    others: tuple[Hike, ...]

    @property
    def objective(self) -> Objective:
        """The altitude J(w, b)."""
        return _objective(self.params)

    @property
    def steps(self) -> int:
        """How many steps the hiker made."""
        return self.hike.steps

    @cached_property
    def regime(self) -> Regime:
        """How the hike goes."""
        if self.hike.trajectory.stopped_by == "gradient_norm" and self.steps == 0:
            return "flat"
        if self.params.steps == 0:
            return "unasked"
        if self.params.learning_rate == 0:
            return "still"
        if self.hike.left_at is not None:
            return "left"
        return "arrived" if self.hike.trajectory.stopped_by == "gradient_norm" else "tired"

    @cached_property
    def ground(self) -> Ground:
        """What kind of ground the hike ends on, by the curvature where the slope is flat."""
        return self._kind(self.hike)

    @cached_property
    def is_deepest(self) -> bool:
        """Whether the hike ends on the floor of the deepest valley, but for the tolerance."""
        lowest = float(self.objective.minimum)
        # Within the valley a gradient g stands at most g² / (2 λ) above its floor.
        bend = np.linalg.eigvalsh(self.objective.curvature(self.objective.minimiser))[0]
        slack = self.params.tolerance**2 / bend + 1e-9
        return self.ground == "valley" and float(self.hike.altitudes[-1]) - lowest <= slack

    # -- the landscape -----------------------------------------------------------------------

    @property
    def centre(self) -> Array:
        """The middle (2,) of the map."""
        return read_only(CENTRE)

    @property
    def half(self) -> Array:
        """How far the map reaches along w and b (2,)."""
        return read_only(HALF)

    def rim(self, places: ArrayLike) -> Array:
        """Return how far out places (..., 2) lie, (...): 0 in the middle, 1 on the map's rim."""
        return _rim(np.asarray(places, dtype=np.float64))

    def altitude(self, places: ArrayLike) -> Array:
        """Return the altitude (...) of places (..., 2), on the map or not."""
        return self.objective.value(places)

    def slope(self, places: ArrayLike) -> Array:
        """Return the gradient (..., 2) at places (..., 2)."""
        return self.objective.gradient(places)

    def within(self, place: ArrayLike, way: ArrayLike) -> Array:
        """Return place + way, or where this arrow (2,) meets the rim if that comes first."""
        start, step = np.asarray(place, dtype=np.float64), np.asarray(way, dtype=np.float64)
        return np.asarray(start + _share_inside(start, step) * step)

    # -- what the feet feel --------------------------------------------------------------------

    @cached_property
    def feels(self) -> tuple[Feel, ...]:
        """The eight directions at the start, counter-clockwise from growing w."""
        start = self.hike.places[0]
        angles = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
        ways = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        drops = self.hike.altitudes[0] - self.altitude(start + REACH * ways)
        write = Format(2, signed=True, fixed=True)
        return tuple(
            Feel(read_only(way), float(drop), write.of("change of altitude", -float(drop)))
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
        place, slope = self.hike.places[number], self.hike.gradients[number]
        last = max(0, number - 1)
        spot, steep = Format(3), Format(3)
        told = [
            [spot.of(name, float(v)) for v in self.hike.places[[last, number], axis]]
            + [steep.of(name, float(self.hike.gradients[last, axis])), self.rate]
            for axis, name in enumerate("wb")
        ]
        return Step(
            number=self.count_of(number),
            w=spot.of("w", float(place[0])),
            b=spot.of("b", float(place[1])),
            altitude=self.height(float(self.hike.altitudes[number])),
            slope_w=steep.of("∂J/∂w", float(slope[0])),
            slope_b=steep.of("∂J/∂b", float(slope[1])),
            equals=(_equals(told[0]), _equals(told[1])),
        )

    def pace(self, number: int) -> Pace:
        """How the step that leads to ``number``, 1 or more, compares with the one before it."""
        if self.hike.altitudes[number] > self.hike.altitudes[number - 1]:
            return "uphill"
        moves = np.diff(self.hike.walked)
        if number < 2 or np.isclose(moves[number - 1], moves[number - 2], rtol=0.02):
            return "as long"
        return "shorter" if moves[number - 1] < moves[number - 2] else "longer"

    def height(self, value: float) -> Reading:
        """An altitude."""
        return Format(3).of("altitude", value)

    def coordinate(self, value: float) -> Reading:
        """A tick of the map."""
        return Format(1).of("coordinate", value)

    def count_of(self, value: float) -> Reading:
        """A number of steps."""
        return Format(0).of("step", value)

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return Format(6).of("learning rate", self.params.learning_rate)

    @property
    def tolerance(self) -> Reading:
        """The slope below which the ground feels flat."""
        value = self.params.tolerance
        return Format(decimals_for(value, 3)).of("tolerance", value)

    @property
    def last_slope(self) -> Reading:
        """The size of the gradient at the end."""
        value = float(np.linalg.norm(self.hike.gradients[-1]))
        return Format(decimals_for(value, 2)).of("slope", value)

    @cached_property
    def telling_step(self) -> int:
        """Where a step begins, but the first, that shows most: it is long and still high up."""
        count = self.hike.inside
        moves = np.diff(self.hike.walked[:count])
        above = self.hike.altitudes[: count - 1] - self.hike.altitudes[:count].min()
        return 1 + int(np.argmax((moves * above)[1:])) if len(moves) > 1 else 0

    # -- what moves --------------------------------------------------------------------------------

    def height_at(self, moment: ArrayLike, hike: Hike | None = None) -> Array:
        """Return the altitude (...) of a hiker at moments (...): on the ground, or leaping over it."""
        way = hike or self.hike
        step = np.clip(np.asarray(moment).astype(int), 0, max(way.steps - 1, 0))
        lengths = np.append(np.diff(way.walked), 0.0)[step]
        ends = np.minimum(step + 1, way.ends_at)
        part = (np.asarray(moment) - step) / np.maximum(ends - step, 1e-12)
        start, end = self.altitude(way.place_at(step)), self.altitude(way.place_at(ends))
        jump = np.clip(lengths - LEAP, 0, HIGHEST_JUMP)
        flown = start + part * (end - start) + jump * part * (1 - part)
        ground = self.altitude(way.place_at(moment))
        return np.where(lengths > LEAP, np.maximum(ground, flown), ground)

    @cached_property
    def altitude_range(self) -> tuple[float, float]:
        """The range of altitudes that holds all runs on the map, with some air."""
        heights = np.concatenate([hike.altitudes[: hike.inside] for hike in (self.hike, *self.others)])
        low, high = float(heights.min()), float(heights.max())
        air = 0.08 * max(high - low, 0.5)
        return low - air, high + air

    @cached_property
    def valleys(self) -> tuple[tuple[Array, Reading], ...]:
        """The floors that the runs reached, place (2,) and altitude, the hiker's own first."""
        found: list[tuple[Array, Reading]] = []
        for hike in self._finders:
            end = hike.places[-1]
            if all(np.linalg.norm(end - place) > LEAP / 2 for place, _ in found):
                found.append((end, self.height(float(hike.altitudes[-1]))))
        return tuple(found)

    @property
    def all_arrive(self) -> bool:
        """Whether every run ends on the floor of a valley."""
        return len(self._finders) == 1 + len(self.others)

    @cached_property
    def _finders(self) -> list[Hike]:
        return [hike for hike in (self.hike, *self.others) if self._kind(hike) == "valley"]

    def _kind(self, hike: Hike) -> Ground:
        if hike.trajectory.stopped_by != "gradient_norm" or hike.left_at is not None:
            return "slope"
        bends = np.linalg.eigvalsh(self.objective.curvature(hike.places[-1]))
        return "valley" if bends[0] > 0 else "summit" if bends[1] < 0 else "pass"


def _equals(told: list[Reading]) -> str:
    return "=" if all(reading.exact for reading in told) else "≈"


def _rim(places: Array) -> Array:
    shares = (places - np.array(CENTRE)) / np.array(HALF)
    # Products, not a power: they give the same digits everywhere.
    squares = shares * shares
    return np.asarray(np.sqrt(np.sqrt((squares * squares).sum(axis=-1))))


def _share_inside(start: Array, step: Array) -> float:
    """Return the share of a step (2,) from a place on the map that does not leave it, 0 to 1."""
    inside, outside = 0.0, 1.0
    if _rim(start + step) <= 1:
        return outside
    for _ in range(50):
        middle = (inside + outside) / 2
        if _rim(start + middle * step) <= 1:
            inside = middle
        else:
            outside = middle
    return inside


def _objective(params: Params) -> Objective:
    if params.surface == "hills":
        return Landscape()
    return Quadratic(np.diag(BOWL), np.zeros(2))


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    start = np.array([params.start_w, params.start_b])
    others = np.array(CENTRE) + np.array(HALF) * np.array(OTHERS)
    return Hiker(params, _hike(params, start), tuple(_hike(params, other) for other in others))


def _hike(params: Params, start: Array) -> Hike:
    trajectory = descend(
        _objective(params),
        start=start,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.steps, gradient_norm=params.tolerance),
    )
    beyond = np.flatnonzero(_rim(trajectory.parameters) > 1)
    left_at = int(beyond[0]) if len(beyond) else None
    rows = slice(None if left_at is None else left_at + 1)
    return Hike(
        trajectory.parameters[rows],
        trajectory.values[rows],
        trajectory.gradients[rows],
        left_at,
        trajectory,
    )
