"""Run an update rule on an objective until a stopping rule fires."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from gdmath.arrays import Array, Indices, check_count, check_number
from gdmath.objective.base import Objective, SampledObjective
from gdmath.optimizer import Rule
from gdmath.trajectory import StoppedBy, Trajectory

State = TypeVar("State")

MAX_STEPS = 1_000_000


@dataclass(frozen=True)
class Stop:
    """When a run ends: at whichever of these comes first (the criteria of article 003).

    `steps`: after so many updates, 0 to 1,000,000; always in force, so that every run ends.
    `loss_change`: when the value changes by less than this from one row to the next.
    `gradient_norm`: when the Euclidean norm of the gradient is below this, at the start too.
    `growth`: the run has diverged when its value exceeds `growth` times the scale of the start,
    which is the larger of |J(start)| and J(start) - minimum. The default, a million, stands for an
    error a thousand times the first one; infinity leaves only overflow as divergence.
    Where several fire at one row, divergence goes first, then the gradient, the loss, the steps.

    Raises ValueError unless the thresholds are finite and above 0 and `growth` is above 1.
    """

    steps: int = 10_000
    loss_change: float | None = None
    gradient_norm: float | None = None
    growth: float = 1e6

    def __post_init__(self) -> None:
        check_count("steps", self.steps, at_least=0, at_most=MAX_STEPS)
        if self.loss_change is not None:
            check_number("loss_change", self.loss_change, above=0)
        if self.gradient_norm is not None:
            check_number("gradient_norm", self.gradient_norm, above=0)
        check_number("growth", self.growth, above=1, infinite=True)


class _Row(NamedTuple):
    theta: Array
    value: float
    gradient: Array

    def is_finite(self) -> bool:
        if math.isfinite(self.value + self.theta.sum() + self.gradient.sum()):
            return True  # or the sum would not be
        return bool(
            math.isfinite(self.value)
            and np.isfinite(self.theta).all()
            and np.isfinite(self.gradient).all()
        )

    @property
    def slope(self) -> float:
        """The Euclidean norm of the gradient, as ``np.linalg.norm`` has it, sooner."""
        return math.sqrt(self.gradient.dot(self.gradient))


class _Ending(NamedTuple):
    stopped_by: StoppedBy
    reason: str
    diverged_at: int | None = None


def descend(
    objective: Objective,
    start: ArrayLike,
    rule: Rule[State],
    stop: Stop,
    batches: Iterable[Indices] | None = None,
) -> Trajectory:
    """Follow `rule` on `objective` from `start` until `stop` says so.

    `start` has shape (d,); a plain number will do where d is 1. With `batches` (see
    `gdmath.sampling`) each step follows the gradient of the next batch, while the record and the
    stopping rules keep to the whole objective. Divergence is a result: see `Stop` and `Trajectory`.

    Raises ValueError if `start` has another shape or no finite value and gradient, or if the
    batches run out; TypeError if batches are given for an objective without samples.
    """
    draw = None if batches is None else _drawer(objective, iter(batches))
    with np.errstate(all="ignore"):
        rows = [_first_row(objective, start)]
        taken: list[Indices] = []
        state = rule.initial(rows[0].theta)
        limit = _limit(objective, rows[0].value, stop.growth)
        while (ending := _ending(rows, stop, limit)) is None:
            theta, gradient = rows[-1].theta, rows[-1].gradient
            if draw is not None:
                indices, gradient = draw(len(rows), theta)
                taken.append(indices)
            state, theta = rule.update(state, theta, gradient)
            row = _visit(objective, theta)
            if not row.is_finite():
                ending = _Ending(
                    "diverged", f"Step {len(rows)} leads to a number too large to hold.", len(rows)
                )
                break
            rows.append(row)
    return Trajectory(
        parameters=np.array([row.theta for row in rows]),
        values=np.array([row.value for row in rows]),
        gradients=np.array([row.gradient for row in rows]),
        batches=tuple(taken[: len(rows) - 1]),
        **ending._asdict(),
    )


def _limit(objective: Objective, first: float, growth: float) -> float:
    """Return the value beyond which a run has diverged; the minimum may be long to find."""
    if growth == math.inf:
        return growth
    return growth * max(abs(first), first - objective.minimum)


def _visit(objective: Objective, theta: Array) -> _Row:
    return _Row(theta, float(objective.value(theta)), objective.gradient(theta))


def _first_row(objective: Objective, start: ArrayLike) -> _Row:
    theta = np.array(start, dtype=np.float64, ndmin=1)
    if theta.shape != (objective.dimension,):
        raise ValueError(
            f"start has shape {theta.shape}; it must have shape {(objective.dimension,)}"
        )
    row = _visit(objective, theta)
    if not row.is_finite():
        raise ValueError(
            f"start is {start!r}; it must be finite, with a finite value and gradient there"
        )
    return row


def _drawer(
    objective: Objective, batches: Iterator[Indices]
) -> Callable[[int, Array], tuple[Indices, Array]]:
    if not isinstance(objective, SampledObjective):
        kind = type(objective).__name__
        raise TypeError(f"batches were given, but {kind} has no samples to take them of")

    def draw(step: int, theta: Array) -> tuple[Indices, Array]:
        indices = next(batches, None)
        if indices is None:
            raise ValueError(f"batches ran out at step {step}; there must be one for every step")
        return indices, objective.batch(indices).gradient(theta)

    return draw


def _ending(rows: list[_Row], stop: Stop, limit: float) -> _Ending | None:
    step, row = len(rows) - 1, rows[-1]
    if step > 0 and row.value > limit:
        times = f"{stop.growth:,.12g} times"
        return _Ending(
            "diverged",
            f"At step {step} the value has grown to more than {times} its first size.",
            step,
        )
    if stop.gradient_norm is not None and row.slope < stop.gradient_norm:
        return _Ending(
            "gradient_norm",
            f"At step {step} the norm of the gradient is below {stop.gradient_norm:g}.",
        )
    if (
        stop.loss_change is not None
        and step > 0
        and abs(row.value - rows[-2].value) < stop.loss_change
    ):
        return _Ending(
            "loss_change", f"At step {step} the value changed by less than {stop.loss_change:g}."
        )
    if step == stop.steps:
        return _Ending("steps", f"All steps were taken, {step:,} in number.")
    return None
