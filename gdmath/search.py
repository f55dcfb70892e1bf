"""Ways out of a local minimum that are not update rules: random restarts, simulated annealing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from gdmath.arrays import Array, as_finite, check_count, check_number, read_only
from gdmath.descent import MAX_STEPS, Stop, descend
from gdmath.objective.base import Objective
from gdmath.optimizer import Rule
from gdmath.trajectory import Trajectory

State = TypeVar("State")

MAX_RUNS = 10_000


def random_restarts(
    objective: Objective,
    box: ArrayLike,
    rule: Rule[State],
    stop: Stop,
    runs: int,
    rng: Generator,
) -> tuple[Trajectory, ...]:
    """Descend from `runs` starts, drawn evenly from `box` (2, d): its lowest and highest corner.

    Article 004's first way out of a local minimum; `best_of` picks the winner.
    Raises ValueError for another shape, corners that are not finite or not in order, or unless
    1 <= `runs` <= 10,000.
    """
    check_count("runs", runs, at_least=1, at_most=MAX_RUNS)
    corners = as_finite("box", box, 2)
    if corners.shape != (2, objective.dimension) or (corners[0] > corners[1]).any():
        raise ValueError(
            f"box must hold a lowest and a highest corner, shape {(2, objective.dimension)}"
        )
    starts = rng.uniform(corners[0], corners[1], size=(runs, objective.dimension))
    return tuple(descend(objective, start, rule, stop) for start in starts)


def best_of(runs: Sequence[Trajectory]) -> Trajectory:
    """Return the run that ended at the lowest value. Raises ValueError if there is none."""
    return min(runs, key=lambda run: float(run.values[-1]))


@dataclass(frozen=True)
class Cooling:
    """How simulated annealing calms down: temperature · factorᵏ at step k, counted from 0.

    `temperature` has the unit of the value. `stride` is the standard deviation of a proposed move,
    in the unit of the parameters, the same in each direction.

    Raises ValueError unless temperature and stride are finite and above 0, 0 < factor < 1 and
    0 <= steps <= 1,000,000.
    """

    temperature: float
    factor: float
    stride: float
    steps: int

    def __post_init__(self) -> None:
        check_number("temperature", self.temperature, above=0)
        check_number("factor", self.factor, above=0, below=1)
        check_number("stride", self.stride, above=0)
        check_count("steps", self.steps, at_least=0, at_most=MAX_STEPS)


@dataclass(frozen=True, eq=False)
class Annealing:
    """The record of an annealing run of n steps: row 0 the start, arrays finite and read-only.

    `parameters` (n+1, d) and `values` (n+1,) are where it stood; `proposals` (n, d) where it
    thought of going, `accepted` (n,) whether it went, `temperatures` (n,) how hot it was.
    """

    parameters: Array
    values: Array
    proposals: Array
    accepted: NDArray[np.bool_]
    temperatures: Array

    def __post_init__(self) -> None:
        for name in ("parameters", "values", "proposals"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        self.accepted.setflags(write=False)

    @property
    def best(self) -> int:
        """The row with the lowest value, the first of them if there are several."""
        return int(np.argmin(self.values))


def anneal(objective: Objective, start: ArrayLike, cooling: Cooling, rng: Generator) -> Annealing:
    """Wander from `start` (d,), always downhill, uphill by luck as long as it is hot.

    A move that raises the value by Δ is taken with probability exp(-Δ / temperature) (Metropolis
    et al., 1953; Kirkpatrick, Gelatt and Vecchi, 1983). A move to a value that is not finite is
    never taken. Raises ValueError if `start` has another shape, or no finite value.
    """
    theta = _finite_start(objective, start)
    shape = (cooling.steps, objective.dimension)
    # All luck is drawn beforehand: what is drawn for step k does not hang on earlier outcomes.
    moves = cooling.stride * rng.standard_normal(shape)
    luck = rng.random(cooling.steps)
    temperatures = read_only(cooling.temperature * cooling.factor ** np.arange(cooling.steps))
    parameters, values = [theta], [float(objective.value(theta))]
    proposals = np.empty(shape)
    accepted = np.empty(cooling.steps, dtype=np.bool_)
    with np.errstate(all="ignore"):
        for k in range(cooling.steps):
            proposals[k] = parameters[-1] + moves[k]
            value = float(objective.value(proposals[k]))
            rise = value - values[-1]
            # A rise that is infinite or nan fails both comparisons.
            accepted[k] = rise <= 0 or luck[k] < np.exp(-rise / temperatures[k])
            parameters.append(proposals[k] if accepted[k] else parameters[-1])
            values.append(value if accepted[k] else values[-1])
    return Annealing(np.array(parameters), np.array(values), proposals, accepted, temperatures)


def _finite_start(objective: Objective, start: ArrayLike) -> Array:
    theta = as_finite("start", np.atleast_1d(start), 1)
    with np.errstate(all="ignore"):
        if not np.isfinite(objective.value(theta)):
            raise ValueError(f"start is {start!r}; the value there must be finite")
    return theta
