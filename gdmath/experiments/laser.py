"""The laser pointer game of article 000: a dot, a target, and a friend who shouts the error."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike
from pydantic import model_validator

from gdmath.arrays import Array, read_only
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.outcome import Regime, regime_of
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.theory import steps_until
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "SHEET_CM", "Laser", "Params", "run"]

SHEET_CM = (-86.0, 172.0)  # the sheet's hem and its line, from the hand upwards
TOO_EAGER, TOO_HARD = 0.9, 1.1  # learning rates that are shown beside a careful one
LIMIT = 1.0  # the learning rate above which misses grow
SWINGS = 3
GROWTH = 1e9  # of the cost: from the smallest miss to beyond the sheet
CLOSEST_CM = 0.01
SLOWEST = 0.001


class Params(base.Params):
    """Parameters of the laser film."""

    distance_cm: float = parameter(300.0, "cm", "from the hand to the sheet", ge=150, le=600)
    hand_height_cm: float = parameter(0.0, "cm", "where the beam starts", ge=-20, le=20)
    target_cm: float = parameter(100.0, "cm", "height of the target", ge=40, le=150)
    first_shot_cm: float = parameter(103.0, "cm", "height of the first dot", ge=10, le=150)
    learning_rate: float = parameter(0.1, "", "share of the gradient taken back", ge=0, le=2)
    steps: int = parameter(15, "", "corrections in all", ge=0, le=200)
    slow_steps: int = parameter(2, "", "corrections that are told one by one", ge=1, le=2)

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if 0 < abs(self.first_shot_cm - self.target_cm) < CLOSEST_CM:
            raise ValueError(
                f"first_shot_cm = {self.first_shot_cm!r} is not allowed: it must equal target_cm "
                f"= {self.target_cm!r} or differ from it by {CLOSEST_CM} cm or more"
            )
        if 0 < self.learning_rate < SLOWEST:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed: "
                f"0, or a number from {SLOWEST} to 2"
            )
        return self


# What the learning rate can do to the game; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.2},
}


@dataclass(frozen=True)
class Laser:
    """Everything that the laser film shows of a run: J = (height - target)², in cm and cm²."""

    params: Params
    trajectory: Trajectory

    @property
    def steps(self) -> int:
        """How many corrections were made: fewer than asked for if the dot left the sheet."""
        return len(self.heights) - 1

    @cached_property
    def heights(self) -> Array:
        """Heights of the dot, (n + 1,), up to the first that is off the sheet."""
        heights = self.trajectory.parameters[:, 0]
        above = heights - self.params.hand_height_cm
        outside = np.flatnonzero((above < SHEET_CM[0]) | (above > SHEET_CM[1]))
        return read_only(heights[: outside[0] + 1] if len(outside) else heights)

    @property
    def lost_at(self) -> int | None:
        """The step at which the dot has left the sheet, or None."""
        low, high = SHEET_CM
        above = float(self.heights[-1]) - self.params.hand_height_cm
        return None if low <= above <= high else self.steps

    @cached_property
    def errors(self) -> Array:
        """Signed misses, (n + 1,): positive is too high."""
        return read_only(self.heights - self.params.target_cm)

    @cached_property
    def gradients(self) -> Array:
        """Slopes of the cost, (n + 1,): twice the errors."""
        return self.trajectory.gradients[: self.steps + 1, 0]

    def cost_at(self, height: ArrayLike) -> Array:
        """The cost J of heights."""
        return np.asarray((np.asarray(height) - self.params.target_cm) ** 2)

    # -- what the learning rate makes of it --------------------------------------------------

    @property
    def exact_factor(self) -> Fraction:
        """What each correction multiplies the error by, 1 - 2 · learning rate, as decimals say."""
        return 1 - 2 * Fraction(str(self.params.learning_rate))

    @property
    def factor(self) -> float:
        """The same as a number."""
        return float(self.exact_factor)

    @property
    def regime(self) -> Regime:
        """What the learning rate makes of the game."""
        return regime_of(float(self.errors[0]), self.params.learning_rate, self.factor)

    @property
    def shrinks(self) -> bool:
        """Whether every correction leaves less of a miss."""
        return self.regime in ("glide", "hit", "alternate")

    @property
    def share(self) -> Fraction:
        """What part of the miss every correction takes, if it shrinks; 1/5 at the rate 0.1."""
        return 1 - abs(self.exact_factor)

    @cached_property
    def tolerance_cm(self) -> float:
        """A power of ten at least ten times smaller than the first miss: 1 mm for 3 cm."""
        miss = abs(float(self.errors[0])) or 1.0
        return float(10.0 ** math.floor(math.log10(miss / 10) + 1e-9))

    @property
    def tolerance_text(self) -> str:
        """The tolerance in words: "1 mm", "0.01 cm"."""
        tenths = 10 * self.tolerance_cm
        return "1 mm" if math.isclose(tenths, 1) else f"{self.tolerance_cm:g} cm"

    @cached_property
    def arrives_at(self) -> int | None:
        """The first step with a miss within the tolerance, or None if there is none, ever."""
        error = float(
            Fraction(str(self.params.first_shot_cm)) - Fraction(str(self.params.target_cm))
        )
        return steps_until(self.tolerance_cm, error, self.factor)

    @property
    def arrives(self) -> bool:
        """Whether the run ends within the tolerance."""
        at = self.arrives_at
        return self.lost_at is None and at is not None and at <= self.steps

    @cached_property
    def to_the_end(self) -> Laser:
        """The same game with one step more, if that is the one that arrives."""
        if self.arrives_at != self.params.steps + 1:
            return self
        return run(self.params.model_copy(update={"steps": self.arrives_at}))

    @cached_property
    def contrasts(self) -> tuple[Laser, ...]:
        """The same game with wrists that are too eager; itself first, if it is so already."""
        own = self.params.learning_rate
        rates = [own] if own > LIMIT / 2 else [TOO_EAGER]
        rates += [TOO_HARD] if rates[0] <= LIMIT else []
        return tuple(
            run(self.params.model_copy(update={"learning_rate": rate, "steps": SWINGS}))
            for rate in rates
        )

    @cached_property
    def told_steps(self) -> range:
        """The corrections that are told one by one: as long as there is a miss to be read."""
        last = min(self.params.slow_steps, self.steps) if self.shrinks else 0
        misses = [self.reading("shout", step) for step in range(1, last + 1)]
        return range(1, 1 + sum(not miss.is_zero for miss in misses))

    # -- how it is shown ---------------------------------------------------------------------

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        params, miss = self.params, abs(float(self.errors[0])) or 1.0
        digits = max(2, decimals_for(miss, 3))
        length, signed = Format(digits, unit="cm"), Format(digits, signed=True)
        runs = (self, *self.contrasts, self.to_the_end)

        def of_all(name: str) -> Array:
            return np.concatenate([getattr(game, name) for game in runs])

        first_step = params.learning_rate * float(self.gradients[0])
        rates = [game.params.learning_rate for game in runs]
        # The target itself, and the first shot mirrored: the ball runs through the bowl.
        mirrored = 2 * params.target_cm - params.first_shot_cm
        heights = np.concatenate((of_all("heights"), [params.target_cm, mirrored]))
        return Quantities(
            Quantity("height", "here", Format(digits, powers=False), heights),
            Quantity("target", "target", Format(digits), params.target_cm),
            Quantity("error", "text", signed, of_all("errors")),
            Quantity("shout", "text", length, np.abs(of_all("errors"))),
            Quantity("miss", "text", Format(digits), np.abs(of_all("errors"))),
            Quantity("cost", "cost", Format(decimals_for(miss**2, 3), unit="cm²"),
                     of_all("errors") ** 2),
            Quantity("gradient", "gradient", Format(digits), of_all("gradients")),
            Quantity("size of step", "step", Format(digits),
                     params.learning_rate * np.abs(self.gradients)),
            Quantity("step", "step", Format(max(digits, decimals_for(first_step, 2)), signed=True),
                     -params.learning_rate * self.gradients),
            Quantity("learning rate", "step", Format(decimals_for(min(r or 1 for r in rates), 3)),
                     rates),
            Quantity("factor", "text", Format(max(4, decimals_for(self.factor, 3))),
                     abs(self.factor)),
            Quantity("step number", "quiet", Format(0), np.arange(self.to_the_end.steps + 1)),
        )  # fmt: skip

    @property
    def ledger(self) -> dict[str, Any]:
        """The values that a number on the screen may have, by its name."""
        return dict(self.quantities.ledger)

    @property
    def rate(self) -> Reading:
        """The learning rate."""
        return self.quantities["learning rate"].of(self.params.learning_rate)

    def reading(self, name: str, step: int | None = None) -> Reading:
        """Return a quantity's reading, after so many steps if it changes."""
        quantity = self.quantities[name]
        return quantity.only if step is None else quantity[step]


def run(params: Params) -> Laser:
    """Play the game: gradient descent on J = (y - target)², as article 000 tells it."""
    return Laser(
        params,
        descend(
            SquaredError(target=params.target_cm),
            start=params.first_shot_cm,
            rule=GradientDescent(learning_rate=params.learning_rate),
            stop=Stop(steps=params.steps, growth=GROWTH),
        ),
    )
