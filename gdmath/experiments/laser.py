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
from gdmath.decimals import contraction, exact, magnitude, steps_outside, steps_within
from gdmath.descent import Stop, descend
from gdmath.experiments import params as base
from gdmath.experiments._common.outcome import BORDERS, Regime, regime_of
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, as_given, decimals_for, telling_apart
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "SHEET_CM", "Laser", "Params", "run"]

SHEET_CM = (-86.0, 172.0)  # the sheet's hem and its line, from the hand upwards
TOO_EAGER, TOO_HARD = 0.9, 1.1  # learning rates that are shown beside a careful one
SWINGS = 3  # corrections after which no number is told one by one
CLOSEST_CM = 0.01
CLOSEST_RATE = 0.001
CURVATURE = 2  # of the cost (y - target)²


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
        if 0 < abs(self.exact_error) < exact(CLOSEST_CM):
            raise ValueError(
                f"first_shot_cm = {self.first_shot_cm!r} is not allowed: it must equal target_cm "
                f"= {self.target_cm!r} or differ from it by {CLOSEST_CM} cm or more"
            )
        for border in (0, *BORDERS):  # nearer to one, the picture would be the border's
            if 0 < abs(exact(self.learning_rate) - exact(border)) < exact(CLOSEST_RATE):
                raise ValueError(
                    f"learning_rate = {self.learning_rate!r} is not allowed: it must be "
                    f"{border:g} or differ from it by {CLOSEST_RATE} or more"
                )
        return self

    @property
    def exact_error(self) -> Fraction:
        """The first error in cm, as decimals say."""
        return exact(self.first_shot_cm) - exact(self.target_cm)

    @property
    def exact_factor(self) -> Fraction:
        """What each correction multiplies the error by, as decimals say."""
        return contraction(self.learning_rate, CURVATURE)


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
    lost_at: int | None  # the step at which the dot has left the sheet, which is the last

    @property
    def steps(self) -> int:
        """How many corrections were made: fewer than asked for if the dot left the sheet."""
        return self.trajectory.steps

    @property
    def heights(self) -> Array:
        """Heights of the dot, (n + 1,), up to the first that is off the sheet."""
        return self.trajectory.parameters[:, 0]

    @cached_property
    def errors(self) -> Array:
        """Signed misses, (n + 1,): positive is too high."""
        return read_only(self.heights - self.params.target_cm)

    @property
    def noise(self) -> float:
        """What floating point may have added to an error, in cm."""
        return 1e-13 * max(self.params.target_cm, abs(float(self.errors[0])))

    @property
    def gradients(self) -> Array:
        """Slopes of the cost, (n + 1,): twice the errors."""
        return self.trajectory.gradients[:, 0]

    def cost_at(self, height: ArrayLike) -> Array:
        """The cost J of heights."""
        return np.asarray((np.asarray(height) - self.params.target_cm) ** 2)

    # -- what the learning rate makes of it --------------------------------------------------

    @property
    def factor(self) -> float:
        """What each correction multiplies the error by, 1 - 2 · learning rate."""
        return float(self.params.exact_factor)

    @property
    def regime(self) -> Regime:
        """What the learning rate makes of the game."""
        params = self.params
        return regime_of(params.exact_error, params.learning_rate, params.exact_factor)

    @property
    def shrinks(self) -> bool:
        """Whether every correction leaves less of a miss."""
        return self.regime in ("glide", "hit", "alternate")

    @property
    def share(self) -> Fraction:
        """What part of the miss every correction takes, if it shrinks; 1/5 at the rate 0.1."""
        return 1 - abs(self.params.exact_factor)

    @property
    def tolerance_cm(self) -> float:
        """A power of ten at least ten times smaller than the first miss: 1 mm for 3 cm."""
        return float(10.0 ** (magnitude(self.params.exact_error or 1) - 1))

    @property
    def tolerance_text(self) -> str:
        """The tolerance in words: "1 mm", "0.01 cm"."""
        return "1 mm" if self.tolerance_cm == 0.1 else f"{self.tolerance_cm:g} cm"

    @cached_property
    def arrives_at(self) -> int | None:
        """The first step with a miss within the tolerance, or None if there is none, ever."""
        params = self.params
        return steps_within(self.tolerance_cm, params.exact_error, params.exact_factor)

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
        own, (hits, bounces) = self.params.learning_rate, BORDERS
        rates = [own if own > hits else TOO_EAGER]
        rates += [TOO_HARD] if rates[0] <= bounces else []
        return tuple(
            run(self.params.model_copy(update={"learning_rate": rate, "steps": SWINGS}))
            for rate in rates
        )

    @cached_property
    def told_steps(self) -> range:
        """The corrections that are told one by one: as long as there is a miss to be read."""
        last = min(self.params.slow_steps, self.steps) if self.shrinks else 0
        legible = np.abs(self.errors[1 : last + 1]) >= 0.5 * 10.0**-self._fewest_digits
        return range(1, 1 + int(legible.sum()))

    # -- how it is shown ---------------------------------------------------------------------

    @property
    def _fewest_digits(self) -> int:
        return max(2, decimals_for(abs(float(self.errors[0])) or 1.0, 3))

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows; neighbours get the digits that tell them apart."""
        params, noise, near = self.params, self.noise, slice(SWINGS + 1)
        sizes, steps = np.abs(self.errors), -params.learning_rate * self.gradients
        missed = [height for each in self.heights[near] for height in (params.target_cm, each)]
        told = (self.heights[near], missed, sizes[near], 2 * sizes[near])
        digits = max(telling_apart(some, self._fewest_digits, noise) for some in told)
        least = max(digits, decimals_for(float(steps[0]), 2))
        moved = Format(telling_apart(np.abs(steps[near]), least, noise), signed=True)
        runs = (self, *self.contrasts, self.to_the_end)
        errors = np.concatenate([game.errors for game in runs])
        mirrored = 2 * params.target_cm - params.first_shot_cm  # the ball runs through the bowl
        heights = [*np.concatenate([game.heights for game in runs]), params.target_cm, mirrored]
        return Quantities(
            Quantity("height", "here", Format(digits, powers=False), heights, noise),
            Quantity("target", "target", Format(digits), params.target_cm),
            Quantity("error", "text", Format(digits, signed=True), errors, noise),
            Quantity("shout", "text", Format(digits, unit="cm"), np.abs(errors), noise),
            Quantity("miss", "text", Format(digits), np.abs(errors), noise),
            Quantity("cost", "cost", Format(decimals_for(sizes[0] ** 2, 3), unit="cm²"),
                     errors**2, noise * (2 * np.abs(errors) + noise)),
            Quantity("gradient", "gradient", Format(digits), 2 * errors, 2 * noise),
            Quantity("size of step", "step", moved, np.abs(steps), 2 * noise),
            Quantity("step", "step", moved, steps, 2 * noise),
            Quantity("learning rate", "step", as_given(params.learning_rate, unlike=BORDERS),
                     [game.params.learning_rate for game in runs]),
            Quantity("factor", "text", as_given(abs(self.factor), unlike=[1.0]), abs(self.factor)),
            Quantity("share", "step", as_given(float(self.share), unlike=[1.0]), float(self.share)),
            Quantity("tolerance", "text", Format(3, unit="cm"), self.tolerance_cm),
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
    """Play article 000's game, gradient descent on J = (y - target)², while the dot is seen."""
    down = exact(params.hand_height_cm) - exact(params.target_cm)
    hem, line = (down + exact(edge) for edge in SHEET_CM)
    leaves_at = steps_outside(hem, line, params.exact_error, params.exact_factor)
    lost_at = leaves_at if leaves_at is not None and leaves_at <= params.steps else None
    trajectory = descend(
        SquaredError(target=params.target_cm),
        start=params.first_shot_cm,
        rule=GradientDescent(learning_rate=params.learning_rate),
        stop=Stop(steps=params.steps if lost_at is None else lost_at, growth=math.inf),
    )
    return Laser(params, trajectory, lost_at)
