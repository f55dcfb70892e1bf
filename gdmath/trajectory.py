"""The record of a run."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from gdmath.arrays import Array, Indices, read_only

StoppedBy: TypeAlias = Literal["steps", "loss_change", "gradient_norm", "diverged"]


@dataclass(frozen=True, eq=False)
class Trajectory:
    """What a run visited: one row a point, row 0 the start.

    Every number is finite and every array read-only. `parameters` (n+1, d), `values` (n+1,) and
    `gradients` (n+1, d) belong to the whole objective, also where steps were taken on batches;
    `batches` then has the sample indices (k,) of each of the n steps, and is empty otherwise.

    `stopped_by` names the rule that ended the run and `reason` says it in one sentence.
    `diverged_at` is the step at which the run was found to diverge, or None. That step is the
    last row where the value had merely grown too far, and the one after it where the next point
    was not finite.
    """

    parameters: Array
    values: Array
    gradients: Array
    stopped_by: StoppedBy
    reason: str
    diverged_at: int | None = None
    batches: tuple[Indices, ...] = ()

    def __post_init__(self) -> None:
        for name in ("parameters", "values", "gradients"):
            object.__setattr__(self, name, read_only(getattr(self, name)))
        batches = tuple(indices.copy() for indices in self.batches)
        for indices in batches:
            indices.setflags(write=False)
        object.__setattr__(self, "batches", batches)

    @property
    def steps(self) -> int:
        """The number of updates recorded, n."""
        return len(self.values) - 1
