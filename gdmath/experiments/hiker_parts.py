"""What the hiker film is made of: the map and its altitudes, and one hike over it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments.reading import Reading
from gdmath.objective import Objective
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["CENTRE", "HALF", "Feel", "Ground", "Hike", "Step", "Terrain", "hike"]

Ground = Literal["valley", "pass", "summit", "slope"]

CENTRE = np.array([0.3, 0.0])  # of the map, in w and b
HALF = np.array([4.6, 3.8])  # the map reaches so far from there, with rounded corners
ROUNDING = 1e-12  # share of the way to the rim: more than float64 adds to a place on it
LEAP = 1.0  # steps longer than this go through the air
HIGHEST_JUMP = 2.0  # four times the altitude that the longest leap adds to the straight way


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
    slope_w: Reading
    slope_b: Reading
    equals: tuple[str, str]


@dataclass(frozen=True)
class Terrain:
    """The altitude J(w, b) over a map with rounded corners; it goes on beyond the map."""

    objective: Objective

    @property
    def centre(self) -> Array:
        """The middle (2,) of the map."""
        return read_only(CENTRE)

    @property
    def half(self) -> Array:
        """How far the map reaches along w and b (2,)."""
        return read_only(HALF)

    def rim(self, places: ArrayLike) -> Array:
        """Return how far out places (..., 2) lie, (...): 0 in the middle, 1 on the map's rim.

        It is (x⁴ + y⁴)¹ᐟ⁴ of the shares x and y of the way to the map's sides.
        """
        shares = (np.asarray(places, dtype=np.float64) - CENTRE) / HALF
        # Products and roots, not powers: they give the same digits on every machine.
        squares = shares * shares
        return np.asarray(np.sqrt(np.sqrt((squares * squares).sum(axis=-1))))

    def altitude(self, places: ArrayLike) -> Array:
        """Return the altitude (...) of places (..., 2)."""
        return self.objective.value(places)

    def slope(self, places: ArrayLike) -> Array:
        """Return the gradient (..., 2) at places (..., 2)."""
        return self.objective.gradient(places)

    def share_inside(self, place: Array, way: Array) -> float:
        """Return the share, 0 to 1, of a way (2,) from a place on the map that stays on it."""
        inside, outside = 0.0, 1.0
        if self.rim(place + way) <= 1:
            return outside
        for _ in range(50):
            middle = (inside + outside) / 2
            if self.rim(place + middle * way) <= 1:
                inside = middle
            else:
                outside = middle
        return inside

    def within(self, place: Array, way: Array) -> Array:
        """Return where a way (2,) from a place on the map ends, on the rim at the latest."""
        return np.asarray(place + self.share_inside(place, way) * way)

    def ground_at(self, place: Array) -> Ground:
        """Return what kind of ground a place is if it is flat, by its curvature."""
        bends = np.linalg.eigvalsh(self.objective.curvature(place))
        return "valley" if bends[0] > 0 else "summit" if bends[1] < 0 else "pass"


@dataclass(frozen=True, eq=False)
class Hike:
    """One run, until it ends or leaves the map.

    ``places`` (m, 2), ``altitudes`` (m,) and ``gradients`` (m, 2); where ``left_at`` is a step,
    the last row is the first one beyond the map.
    """

    terrain: Terrain
    trajectory: Trajectory
    left_at: int | None

    @property
    def places(self) -> Array:
        """The places visited (m, 2)."""
        return self.trajectory.parameters[: self.steps + 1]

    @property
    def altitudes(self) -> Array:
        """Their altitudes (m,)."""
        return self.trajectory.values[: self.steps + 1]

    @property
    def gradients(self) -> Array:
        """The gradients there (m, 2)."""
        return self.trajectory.gradients[: self.steps + 1]

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return self.trajectory.steps if self.left_at is None else self.left_at

    @property
    def inside(self) -> int:
        """How many of the places lie on the map."""
        return self.steps + (self.left_at is None)

    @property
    def felt_flat(self) -> bool:
        """Whether it ended because the ground felt flat."""
        return self.trajectory.stopped_by == "gradient_norm" and self.left_at is None

    @cached_property
    def ground(self) -> Ground:
        """What kind of ground it ended on."""
        return self.terrain.ground_at(self.places[-1]) if self.felt_flat else "slope"

    @cached_property
    def ends_at(self) -> float:
        """The moment, counted in steps, at which it ends or crosses the map's rim."""
        if self.left_at is None:
            return float(self.steps)
        start = self.places[-2]
        return self.steps - 1 + self.terrain.share_inside(start, self.places[-1] - start)

    @cached_property
    def walked(self) -> Array:
        """How long the way to each place is, (m,), in the unit of w and b."""
        lengths = np.sqrt((np.diff(self.places, axis=0) ** 2).sum(axis=1))
        return read_only(np.concatenate([[0.0], np.cumsum(lengths)]))

    @property
    def lengths(self) -> Array:
        """How long each step is, (m - 1,), in the same unit."""
        return np.diff(self.walked)

    def leaps_between(self, one: float, other: float) -> int:
        """Return how many of the steps between two moments go through the air."""
        first, last = sorted((one, other))
        return int(np.count_nonzero(self.lengths[int(first) : int(np.ceil(last))] > LEAP))

    def walked_at(self, moment: ArrayLike) -> Array:
        """Return how long the way is (...) until moments (...) between two steps."""
        return _between(self.walked, moment)

    def place_at(self, moment: ArrayLike) -> Array:
        """Return w and b (..., 2) at moments (...) between two steps."""
        return np.stack([_between(axis, moment) for axis in self.places.T], axis=-1)

    def height_at(self, moment: ArrayLike) -> Array:
        """Return the altitude (...) at moments (...): on the ground, or leaping over it."""
        step = np.clip(np.asarray(moment).astype(int), 0, max(self.steps - 1, 0))
        lengths = np.append(self.lengths, 0.0)[step]
        ends = np.minimum(step + 1, self.ends_at)
        part = (np.asarray(moment) - step) / np.maximum(ends - step, 1e-12)
        start, end, ground = (
            self.terrain.altitude(self.place_at(when)) for when in (step, ends, moment)
        )
        jump = np.clip(lengths - LEAP, 0, HIGHEST_JUMP)
        flown = start + part * (end - start) + jump * part * (1 - part)
        return np.where(lengths > LEAP, np.maximum(ground, flown), ground)


def _between(values: Array, moment: ArrayLike) -> Array:
    return np.asarray(np.interp(np.asarray(moment), np.arange(len(values)), values))


def hike(terrain: Terrain, start: Array, learning_rate: float, stop: Stop) -> Hike:
    """Hike from a start on the map by gradient descent, until it ends or leaves the map."""
    rule = GradientDescent(learning_rate=learning_rate)
    trajectory = descend(terrain.objective, start=start, rule=rule, stop=stop)
    beyond = np.flatnonzero(terrain.rim(trajectory.parameters) > 1 + ROUNDING)
    return Hike(terrain, trajectory, int(beyond[0]) if len(beyond) else None)
