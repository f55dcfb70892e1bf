"""The laser pointer game of article 000: a dot, a target, and a friend who shouts the error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from pydantic import model_validator

from gdmath.decimals import exact, magnitude, steps_within
from gdmath.experiments import params as base
from gdmath.experiments._common.miss_run import MissRun
from gdmath.experiments._common.outcome import BORDERS, of_regime, share_format
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments._common.together import check_miss, check_rate
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, as_given, decimals_for, telling_apart

__all__ = ["PRESETS", "SAYS", "SHEET_CM", "Laser", "Params", "run"]

SHEET_CM = (-86.0, 172.0)  # the sheet's hem and its line, from the hand upwards
TOO_EAGER, TOO_HARD = 0.9, 1.1  # learning rates that are shown beside a careful one
SWINGS = 3  # corrections of theirs that are shown
MISS_CM = (1.0, 20.0)  # the least and the largest first miss that the picture has room for
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
SMALLEST_ZOOM = 0.1  # of the picture that a correction leaves, for it still to be found


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
        check_miss(self, "first_shot_cm", "target_cm", MISS_CM)
        check_rate(self.learning_rate, CLOSEST_RATE)
        return self


# What the learning rate can do to the game; the article's own is the default.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.005},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "diverge": {"learning_rate": 1.2},
}


# -- what the film says ----------------------------------------------------------------------


def _hits_it(run: Laser, step: int) -> bool:
    return not run.misses(step)


def _too_hard_passes(run: Laser) -> bool:
    return all(game.passes() for game in run.contrasts[1:])


def _arrives(run: Laser) -> bool:
    return run.arrives


def _arrives_at_once(run: Laser) -> bool:
    return run.arrives and run.arrives_at == 1


_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges = of_regime("bounce"), of_regime("diverge")
_shrinks, _homes_in = of_regime("glide", "hit", "alternate"), of_regime("glide", "alternate")

CLAIM: dict[str, Predicate] = {
    "Every step takes\n[step:{run.share_in_words}] of the miss.": MissRun.takes_a_named_part,
    "Every step takes the\n[step:same share] of the miss.": _shrinks,
    "Every step takes you\n[here:as far] past the target.": _bounces,
    "Every step takes you\n[here:farther] past the target.": _diverges,
}
LESSON = (
    "Every correction is the same fraction of the miss, "
    "so you home in on a target that you cannot see."
)

SAYS = Sentences(
    question={"How do you hit a target you cannot see?": no_claim},
    tilt={"You can only tilt the beam.": no_claim},
    sees={"She sees both: the dot shines through.": MissRun.misses},
    shouts={"You shoot. She shouts.": MissRun.misses},
    off={"too high!": MissRun.is_high, "too low!": MissRun.is_low, "a hit!": _hits_it},
    why={"Why not just move that far?": MissRun.misses},
    turn={"at": no_claim},
    ruler={"No wrist can measure such a turn.": no_claim},
    jerk={"Jerk too hard, and you swing past it.": _too_hard_passes},
    ask={"So answer only a part, and ask again.": no_claim},
    error={"The shout is the error.": MissRun.misses},
    rolled={"On its side: right is higher.": MissRun.is_high,
            "On its side: right is lower.": MissRun.is_low},
    cancel={"Too high and too low must not cancel.": MissRun.costs_its_square},
    square={"So square the error: that is the cost.": MissRun.costs_its_square},
    each={"each costs": MissRun.costs_its_square},
    sides={"A bit more miss adds two sides to it.": MissRun.slopes_twice_the_miss},
    bowl={"Every miss has its cost: a bowl.": MissRun.costs_its_square},
    steep={"So its slope is twice the miss.": MissRun.slopes_twice_the_miss},
    slope={"slope": no_claim},
    gradient={"Twice the shout: the gradient, uphill.": MissRun.slopes_twice_the_miss},
    turned={"Turn it round: that way is downhill.": MissRun.steps_downhill},
    all={"All of it flings you past, just as far.": MissRun.slopes_twice_the_miss},
    take={"Take {run.rate_in_words}: the step.": MissRun.rate_has_a_name,
          "Take the rate's share: the step.": MissRun.steps_downhill},
    rate={"The learning rate: how hard you answer.": no_claim},
    part={"That is {run.share_in_words} of the miss.": MissRun.leaves_a_named_part,
          "That is a part of the miss.": _glides, "That is past the target.": MissRun.passes},
    zoom={"Zoom in: it is the same picture again.": _glides},
    again={"Smaller miss, smaller step.": _shrinks},
    swings={"A rate of a half: one step hits.": _hits,
            "Answer too hard, and you swing past it.": _swings,
            "At 1, you swing for ever.": _bounces, "Above 1, every swing grows.": _diverges},
    luck={"Only for this bowl, which you never see.": _hits},
    arrives={"It still arrives, in a zigzag.": _swings, "It never arrives.": _bounces,
             "That never arrives.": _diverges},
    bars={"Back to {run.rate_in_words}: what is left.": MissRun.rate_has_a_name,
          "Step by step, what is left of the miss:": MissRun.misses},
    claim=CLAIM,
    lesson={LESSON: _homes_in} | CLAIM,
    ending={"Step {run.lost_at}: the dot is off the sheet.": MissRun.is_lost,
            "One step, and you are there.": _hits,
            "One step: within {run.tolerance_in_words}.": _arrives_at_once,
            "{run.arrives_at} steps: within {run.tolerance_in_words}.": _arrives,
            "One step: not there yet.": MissRun.takes_one_step,
            "{run.steps} steps: not there yet.": _shrinks,
            "{run.steps} steps, and never nearer.": MissRun.misses},
    descent={"That is gradient descent.": MissRun.steps_downhill},
)  # fmt: skip


@dataclass(frozen=True)
class Laser(MissRun):
    """Everything that the laser film shows of a run: J = (height - target)², in cm and cm²."""

    params: Params
    sentences = SAYS

    @property
    def tolerance_cm(self) -> float:
        """A power of ten at least ten times smaller than the first miss: 1 mm for 3 cm."""
        return float(10.0 ** (magnitude(self.first_miss) - 1))

    @property
    def tolerance_in_words(self) -> str:
        """The tolerance in words: "1 mm", "1 cm"."""
        return "1 mm" if self.tolerance_cm == 0.1 else f"{self.tolerance_cm:g} cm"

    @cached_property
    def arrives_at(self) -> int | None:
        """The first step with a miss within the tolerance, or None if there is none, ever."""
        return steps_within(self.tolerance_cm, self.first_miss, self.exact_factor)

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
        """The same game with a wrist that hits at once, one that swings, one that never arrives."""
        own, (hits, bounces) = self.params.learning_rate, BORDERS
        eager = own if hits < own <= bounces else TOO_EAGER
        hard = own if own > bounces else TOO_HARD
        return tuple(
            run(self.params.model_copy(update={"learning_rate": rate, "steps": steps}))
            for rate, steps in ((hits, 1), (eager, SWINGS), (hard, SWINGS))
        )

    @property
    def told_steps(self) -> range:
        """The corrections after which the picture is shown again, larger or smaller."""
        zooms = self.factor >= SMALLEST_ZOOM  # else it would be mirrored, or not to be found
        return range(1, 1 + min(self.params.slow_steps, self.steps) if zooms else 1)

    @property
    def turn_degrees(self) -> float:
        """By how much the wrist would have to turn for the first miss, in degrees."""
        params = self.params
        heights = np.array([params.first_shot_cm, params.target_cm]) - params.hand_height_cm
        slopes = np.degrees(np.arctan(heights / params.distance_cm))
        return float(abs(slopes[0] - slopes[1]))

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows; neighbours get the digits that tell them apart."""
        params, noise, sizes = self.params, self.noise, np.abs(self.errors)
        steps, digits = -params.learning_rate * self.gradients, decimals_for(sizes[0], 3)
        runs = (self, *self.contrasts, self.to_the_end)
        errors = np.concatenate([*[game.errors for game in runs], [-self.errors[0], 0.0]])
        mirrored = 2 * params.target_cm - params.first_shot_cm  # the ball runs through the bowl
        heights = [*np.concatenate([game.heights for game in runs]), params.target_cm, mirrored]
        told = [params.target_cm, *self.heights[:2], params.target_cm]
        high = Format(telling_apart(told, digits, noise), powers=False)
        least = max(digits, decimals_for(float(steps[0]), 2))
        apart = telling_apart(steps[: 1 + len(self.told_steps)], least, 2 * noise)
        moved = Format(apart, signed=True, powers=False)
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
            Quantity("turn", "text", Format(2, unit="degrees"), self.turn_degrees),
            Quantity("distance", "text", as_given(params.distance_cm, "cm"), params.distance_cm),
            Quantity("across", "gradient", Format(3), sizes[0] / 3),
            Quantity("fall", "gradient", Format(3), 2 * sizes[0] ** 2 / 3),
            Quantity("size of step", "step", moved, np.abs(steps), 2 * noise),
            Quantity("step", "step", moved, steps, 2 * noise),
            Quantity("learning rate", "step", share_format(params.learning_rate),
                     [1.0, *(game.params.learning_rate for game in runs)]),
            Quantity("factor", "text", share_format(abs(self.factor)), abs(self.factor)),
            Quantity("step number", "quiet", Format(0), np.arange(self.to_the_end.steps + 1)),
        )  # fmt: skip


def run(params: Params) -> Laser:
    """Play article 000's game, gradient descent on J = (y - target)², while the dot is seen."""
    hem, line = (exact(params.hand_height_cm) + exact(edge) for edge in SHEET_CM)
    return Laser.of(params, params.first_shot_cm, params.target_cm, hem, line, params.steps)
