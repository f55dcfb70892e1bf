"""Film: a pinch of salt.

A litre of soup has ``salt`` grams of salt, and tastes best with ``best`` grams. How bad it tastes
is the loss, and more salt or more water is a step:

    loss = (salt - best)²,    step = -learning_rate · 2 (salt - best)

Beside her who tastes, one who is blindfolded adds a gram each time (article 003's x + 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from pydantic import model_validator

from gdmath.arrays import Array
from gdmath.decimals import exact
from gdmath.experiments import params as base
from gdmath.experiments._common.miss_run import MissRun
from gdmath.experiments._common.outcome import of_regime, share_format
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments._common.together import check_miss, check_rate
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, decimals_for

__all__ = ["NEAR", "PRESETS", "SAYS", "Params", "Soup", "run"]

MISS = (3, 5)  # grams a litre: the least and the largest first miss
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
NEAR = 0.1  # grams a litre from the best: nobody tastes it
BLIND = 1  # what is added without looking
MOST_SALT = 40  # grams a litre: more than any run comes to
HALF = 0.5  # grams a litre: the slope is the loss with as much more, less that with as much less


class Params(base.Params):
    """Parameters of the film about a pinch of salt."""

    best: int = parameter(8, "g/l", "salt with which it tastes best", ge=6, le=10)
    start: int = parameter(3, "g/l", "salt at first", ge=1, le=15)
    learning_rate: float = parameter(
        0.1, "", "share of the slope that is one step", ge=0.01, le=1.1
    )
    steps: int = parameter(20, "", "steps in all", ge=15, le=30)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        check_miss(self, "start", "best", MISS, "g/l")
        check_rate(self.learning_rate, CLOSEST_RATE)
        return self


PRESETS: Mapping[str, Mapping[str, object]] = {
    "ant": {"learning_rate": 0.01},
    "one-pinch": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "see-saw": {"learning_rate": 1.0},
    "spilt": {"learning_rate": 1.1},
    "too-salty": {"start": 13},
}


# -- what the film says ----------------------------------------------------------------------

_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges = of_regime("bounce"), of_regime("diverge")
_shrinks = of_regime("glide", "hit", "alternate")


def _differ_by_the_slope(run: Soup) -> bool:
    return bool(np.isclose(np.diff(run.cost_at(run.probes))[0], run.gradients[0]))


def _is_good(run: Soup) -> bool:
    return bool(abs(run.errors[-1]) <= NEAR)


def _nears_below_one(run: Soup) -> bool:
    return run.shrinks == (exact(run.params.learning_rate) < 1)


LESSON = (
    "Descent needs three things: how bad it is (the loss), which way is worse (the gradient), and "
    "a step the other way that is small enough (the learning rate)."
)

SAYS = Sentences(
    question={"How much\n[step:salt]?": MissRun.is_low, "How much\n[step:water]?": MissRun.is_high},
    taste={"Bland.": MissRun.is_low, "Too salty.": MissRun.is_high},
    probes={"Taste it with less salt and with more.": no_claim},
    number={"One number for how bad it is: the loss.": MissRun.costs_its_square},
    bowl={"Side by side, the losses make a bowl.": MissRun.costs_its_square},
    loss={"loss": no_claim},
    salt={"salt": no_claim},
    axis={"salt (grams a litre)": no_claim},
    slope={"slope": no_claim},
    step={"step": no_claim},
    rate={"learning rate": no_claim},
    which_way={"uphill: worse": MissRun.misses},
    each={"for each gram": _differ_by_the_slope},
    zero={"Zero at the best taste, more beside it.": MissRun.costs_its_square},
    squared={"How far it is from the best, squared.": MissRun.costs_its_square},
    unknown={"But what is best, she does not know.": no_claim},
    passes={"The best!": MissRun.is_low, "It was too salty.": MissRun.is_high},
    goes_on={"But she never tastes, and adds.": MissRun.is_low,
             "Each gram makes it worse.": MissRun.is_high},
    probe={"Half a gram less: worse. More: better.": MissRun.is_low,
           "Half a gram less: better. More: worse.": MissRun.is_high},
    feel={"She feels the difference: the slope.": _differ_by_the_slope},
    twice={"A formula is for us: twice the distance.": MissRun.slopes_twice_the_miss},
    turn={"Go against it, by {run.rate_in_words} of it.": _shrinks,
          "Go against it, by all of it.": _bounces,
          "Go against it, by more than all of it.": _diverges},
    rule={"Taste. Feel the slope. Add a {run.dose}.": MissRun.steps_downhill},
    same={"One never tastes. One feels the slope.": no_claim},
    then={"The one who tastes adds less each time.": _glides,
          "The one who tastes is right at once.": _hits,
          "The one who tastes swings less each time.": _swings,
          "The one who tastes: bland, salty, bland.": _bounces,
          "The one who tastes swings ever farther.": _diverges},
    ends={"One nears the best. One leaves it behind.": _shrinks,
          "Hers is as bad each time, at this rate.": _bounces,
          "Both get worse: her rate is too large.": _diverges},
    good={"Good.": _is_good, "Better.": _shrinks, "As bad.": _bounces, "Worse.": _diverges},
    claim={"[cost:Taste], [gradient:slope],\n[step:{run.dose}]. Again.": _shrinks,
           "[cost:Taste], [gradient:slope],\na [step:smaller {run.dose}].": _bounces,
           "[cost:Taste], [gradient:slope], a\n[step:much smaller {run.dose}].": _diverges},
    descent={"That is gradient descent.": MissRun.steps_downhill},
    end={"How bad, which way, and a small step.": _nears_below_one},
    lesson={LESSON: _nears_below_one},
)  # fmt: skip


@dataclass(frozen=True)
class Soup(MissRun):
    """Everything that the film shows: salt in grams a litre, the loss in its squares."""

    params: Params
    sentences = SAYS

    @property
    def salts(self) -> Array:
        """The salt after each step, (n + 1,), as long as there can be so little."""
        return self.heights if self.lost_at is None else self.heights[:-1]

    @cached_property
    def tastes(self) -> list[float]:
        """Five salts that are tried: the start, the best, as much too much, and between."""
        miss, best = abs(int(self.first_miss)), self.params.best
        return [float(best + off) for off in (-miss, 2 - miss, 0, miss - 2, miss)]

    @cached_property
    def probes(self) -> list[float]:
        """A little less salt than at the start, and a little more: 1 gram apart."""
        return [self.params.start + off for off in (-HALF, HALF)]

    @cached_property
    def blind(self) -> Array:
        """The salt after each of her steps, (n + 1,), as many as the film has."""
        return self.params.start + BLIND * np.arange(self.params.steps + 1.0)

    @property
    def dose(self) -> str:
        """What one step is."""
        return "pinch" if self.is_low() else "splash"

    def loss(self, salt: float) -> Reading:
        """Return how bad it is with so much salt."""
        return self.quantities["loss"].of(float(self.cost_at(salt)), self.noise)

    def salt(self, salt: float) -> Reading:
        """Return a salt that is tried, or the best one by that name."""
        return self.quantities["best" if salt == self.target else "salt"].of(salt)

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        miss, noise, rate = abs(float(self.first_miss)), self.noise, self.params.learning_rate
        salts = np.concatenate([self.heights, self.blind, self.tastes, self.probes])
        fine = Format(decimals_for(miss, 3), powers=False)
        signed = Format(decimals_for(miss, 3), signed=True, powers=False)
        return Quantities(
            Quantity("salt", "here", fine, salts, noise),
            Quantity("best", "target", Format(0), self.target),
            Quantity("loss", "cost", fine, self.cost_at(salts), noise * 4 * miss),
            Quantity("slope", "gradient", signed, self.gradients, 2 * noise),
            Quantity("step", "step", signed, -rate * self.gradients, 2 * noise),
            Quantity("blind step", "step", Format(0, signed=True), float(BLIND)),
            Quantity("steps done", "text", Format(0), np.arange(self.params.steps + 1.0)),
            Quantity("learning rate", "step", share_format(rate), rate),
        )


def run(params: Params) -> Soup:
    """Salt the soup from ``start``, as long as it has no less than no salt."""
    low, high = exact(0), exact(MOST_SALT)
    return Soup.of(params, float(params.start), float(params.best), low, high, params.steps)
