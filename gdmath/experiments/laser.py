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
from gdmath.experiments._common.outcome import BORDERS, Regime, of_regime, regime_of
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Said, Sentences, no_claim
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for, telling_apart
from gdmath.objective import SquaredError
from gdmath.optimizer import GradientDescent
from gdmath.trajectory import Trajectory

__all__ = ["PRESETS", "SAYS", "SHEET_CM", "Laser", "Params", "run"]

SHEET_CM = (-86.0, 172.0)  # the sheet's hem and its line, from the hand upwards
TOO_EAGER, TOO_HARD = 0.9, 1.1  # learning rates that are shown beside a careful one
SWINGS = 3  # corrections of theirs that are shown
MISS_CM = (1.0, 20.0)  # the least and the largest first miss that the picture has room for
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
SMALLEST_ZOOM = 0.1  # of the picture that a correction leaves, for it still to be found
CURVATURE = 2  # of the cost (y - target)²


class Params(base.Params):
    """Parameters of the laser film."""

    distance_cm: float = parameter(300.0, "cm", "from the hand to the sheet", ge=150, le=600)
    hand_height_cm: float = parameter(0.0, "cm", "where the beam starts", ge=-20, le=20)
    target_cm: float = parameter(100.0, "cm", "height of the target", ge=40, le=150)
    first_shot_cm: float = parameter(103.0, "cm", "height of the first dot", ge=20, le=150)
    learning_rate: float = parameter(
        0.1, "", "share of the gradient taken back", ge=CLOSEST_RATE, le=1.25
    )
    steps: int = parameter(15, "", "corrections in all", ge=1, le=200)
    slow_steps: int = parameter(2, "", "corrections that are told one by one", ge=1, le=2)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        if not exact(MISS_CM[0]) <= abs(self.exact_error) <= exact(MISS_CM[1]):
            raise ValueError(
                f"first_shot_cm = {self.first_shot_cm!r} is not allowed: it must differ from "
                f"target_cm = {self.target_cm!r} by {MISS_CM[0]:g} to {MISS_CM[1]:g} cm"
            )
        for border in BORDERS:
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
    def tolerance_in_words(self) -> str:
        """The tolerance in words: "1 mm", "1 cm"."""
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
    def contrasts(self) -> tuple[Laser, Laser]:
        """The same game with a wrist that swings past the target, and one that never arrives."""
        own, (hits, bounces) = self.params.learning_rate, BORDERS
        rates = (own if hits < own <= bounces else TOO_EAGER, own if own > bounces else TOO_HARD)
        eager, hard = (
            run(self.params.model_copy(update={"learning_rate": rate, "steps": SWINGS}))
            for rate in rates
        )
        return eager, hard

    @property
    def told_steps(self) -> range:
        """The corrections after which the picture is shown again, larger or smaller."""
        zooms = self.factor >= SMALLEST_ZOOM  # else it would be mirrored, or not to be found
        return range(1, 1 + min(self.params.slow_steps, self.steps) if zooms else 1)

    # -- how it is shown ---------------------------------------------------------------------

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows; neighbours get the digits that tell them apart."""
        params, noise, sizes = self.params, self.noise, np.abs(self.errors)
        steps, digits = -params.learning_rate * self.gradients, decimals_for(sizes[0], 3)
        runs = (self, *self.contrasts, self.to_the_end)
        errors = np.concatenate([game.errors for game in runs])
        mirrored = 2 * params.target_cm - params.first_shot_cm  # the ball runs through the bowl
        heights = [*np.concatenate([game.heights for game in runs]), params.target_cm, mirrored]
        told = [params.target_cm, *self.heights[:2], params.target_cm]
        high = Format(telling_apart(told, digits, noise), powers=False)
        moved = Format(max(digits, decimals_for(float(steps[0]), 2)), signed=True, powers=False)
        return Quantities(
            Quantity("height", "here", high, heights, noise),
            Quantity("target", "target", high, params.target_cm),
            Quantity("error", "text", Format(digits, signed=True, powers=False), errors, noise),
            Quantity("shout", "text", Format(digits, unit="cm", powers=False), np.abs(errors),
                     noise),
            Quantity("miss", "text", Format(digits, powers=False), np.abs(errors), noise),
            Quantity("cost", "cost", Format(decimals_for(sizes[0] ** 2, 3), unit="cm²"),
                     errors**2, noise * (2 * np.abs(errors) + noise)),
            Quantity("gradient", "gradient", Format(digits, powers=False), 2 * errors, 2 * noise),
            Quantity("size of step", "step", moved, np.abs(steps), 2 * noise),
            Quantity("step", "step", moved, steps, 2 * noise),
            Quantity("learning rate", "step", _share(params.learning_rate),
                     [game.params.learning_rate for game in runs]),
            Quantity("factor", "text", _share(abs(self.factor)), abs(self.factor)),
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

    @property
    def rate_in_words(self) -> str:
        """What part of the gradient a step is: "a tenth"."""
        return part_in_words(exact(self.params.learning_rate))

    @property
    def share_in_words(self) -> str:
        """What part of the miss every step takes, if it shrinks: "a fifth"."""
        return part_in_words(self.share)

    def says(self, line: str, step: int | None = None) -> Said:
        """Return the sentence of a line that is true of this run, at a step if it changes."""
        return SAYS.of(self, line, *(() if step is None else (step,)))

    def reading(self, name: str, step: int | None = None) -> Reading:
        """Return a quantity's reading, after so many steps if it changes."""
        quantity = self.quantities[name]
        return quantity.only if step is None else quantity[step]


def _share(value: float) -> Format:
    """Return how a rate or a share is written: three digits, or what tells it from a border."""
    return Format(max(telling_apart((value, border), 3) for border in BORDERS))


# -- what the film says ----------------------------------------------------------------------


def _high(run: Laser, step: int = 0) -> bool:
    return bool(run.errors[step] > run.noise)


def _low(run: Laser, step: int = 0) -> bool:
    return bool(run.errors[step] < -run.noise)


def _misses(run: Laser, step: int = 0) -> bool:
    return _high(run, step) or _low(run, step)


def _costs_its_square(run: Laser) -> bool:
    height, error = run.heights[0], run.errors[0]
    return np.allclose(run.cost_at([height, height - 2 * error]), error**2)


def _slope_is_twice_the_miss(run: Laser) -> bool:
    return np.allclose(run.gradients, 2 * run.errors)


def _steps_downhill(run: Laser) -> bool:
    return bool(np.diff(run.heights)[0] * run.gradients[0] < 0)


def _rate_has_a_name(run: Laser) -> bool:
    return not run.rate_in_words[0].isdigit()


def _takes_a_named_part(run: Laser) -> bool:
    return run.shrinks and not run.share_in_words[0].isdigit()


def _leaves_a_named_part(run: Laser) -> bool:
    return run.regime in ("glide", "hit") and _takes_a_named_part(run)


def _passes(run: Laser) -> bool:
    return bool(run.errors[0] * run.errors[1] < 0)


def _is_lost(run: Laser) -> bool:
    return run.lost_at is not None


def _arrives(run: Laser) -> bool:
    return run.arrives


def _arrives_at_once(run: Laser) -> bool:
    return run.arrives and run.arrives_at == 1


def _takes_one_step(run: Laser) -> bool:
    return run.steps == 1


_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges = of_regime("bounce"), of_regime("diverge")
_shrinks = of_regime("glide", "hit", "alternate")

SAYS = Sentences(
    question={"How do you hit a target you cannot see?": no_claim},
    tilt={"You can only tilt the beam.": no_claim},
    sees={"She sees both: the dot shines through.": _misses},
    shouts={"You shoot. She shouts.": _misses},
    off={"too high!": _high, "too low!": _low, "a hit!": no_claim},
    why={"Why not just move that far?": _misses},
    ruler={"A wrist has no ruler. Tilt, and ask again.": no_claim},
    error={"The shout is the error.": _misses},
    rolled={"On its side: right is higher.": _high, "On its side: right is lower.": _low},
    way={"higher": _high, "lower": _low},
    both={"Too high or too low: both cost.": _costs_its_square},
    square={"Square the error: that is the cost.": _costs_its_square},
    sides={"A bit more miss adds two sides to it.": _slope_is_twice_the_miss},
    bowl={"Every miss has its cost: a bowl.": _costs_its_square},
    steep={"So its slope is twice the miss.": _slope_is_twice_the_miss},
    slope={"slope": no_claim},
    gradient={"Twice the shout: the gradient, uphill.": _slope_is_twice_the_miss},
    turn={"Turn it round: that way is downhill.": _steps_downhill},
    take={"Take {run.rate_in_words}: the step.": _rate_has_a_name,
          "Take the rate's share: the step.": _steps_downhill},
    rate={"The learning rate: how hard you answer.": no_claim},
    part={
        "That is {run.share_in_words} of the miss.": _leaves_a_named_part,
        "That is a part of the miss.": _glides,
        "That is past the target.": _passes,
    },
    zoom={"Zoom in: it is the same picture again.": _glides},
    again={"Smaller miss, smaller step.": _shrinks},
    swings={"Answer too hard, and you swing past it.": _swings,
            "At 1, you swing for ever.": _bounces, "Above 1, every swing grows.": _diverges},
    arrives={"It still arrives, in a zigzag.": _swings, "It never arrives.": _bounces,
             "That never arrives.": _diverges},
    bars={"Step by step, what is left of the miss:": _misses},
    claim={"Every step takes\n[step:{run.share_in_words}] of the miss.": _takes_a_named_part,
           "Every step takes the\n[step:same share] of the miss.": _shrinks,
           "Every step takes you\n[here:as far] past the target.": _bounces,
           "Every step takes you\n[here:farther] past the target.": _diverges},
    ending={"Step {run.lost_at}: the dot is off the sheet.": _is_lost,
            "One step, and you are there.": _hits,
            "One step: within {run.tolerance_in_words}.": _arrives_at_once,
            "{run.arrives_at} steps: within {run.tolerance_in_words}.": _arrives,
            "One step: not there yet.": _takes_one_step,
            "{run.steps} steps: not there yet.": _shrinks,
            "{run.steps} steps, and never nearer.": _misses},
    descent={"That is gradient descent.": _steps_downhill},
)  # fmt: skip


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
