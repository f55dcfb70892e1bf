"""How large a step? One slope and three learning rates, as articles 000, 001 and 003 tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

import numpy as np
from pydantic import model_validator

from gdmath.arrays import Array
from gdmath.decimals import exact, steps_within
from gdmath.experiments import params as base
from gdmath.experiments._common.miss_run import MissRun
from gdmath.experiments._common.outcome import BORDERS, of_regime, share_format
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments._common.together import check_miss, check_rate
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading, as_given, decimals_for, telling_apart

__all__ = ["HOME_CM", "PRESETS", "SAYS", "Params", "Walk", "run"]

SMALL, GOOD, LARGE = 0.01, 0.1, 1.02  # learning rates that are shown beside the film's own
EAGER = 0.9  # one that leads past the house and back
LARGEST = 1.2
CLOSEST_RATE = 0.005  # to a border, for a picture that is not the border's
MISS_CM = (1.0, 10.0)  # the least and the largest first miss
HOME_CM = 0.01  # from the middle of the house: nearer is at home
PAGE_CM = 100.0  # what is farther from the house is off the page
SOON = 100  # steps within which a good learning rate gets home
HIGH = 3.3  # of the first cost: what is higher is out of the giant's picture
HOPS = 5  # at each learning rate of the road, at most
CLOSE = 15  # steps that are seen from near


class Params(base.Params):
    """Parameters of the film about learning rates."""

    target_cm: float = parameter(100.0, "cm", "where the house stands", ge=40, le=150)
    start_cm: float = parameter(103.0, "cm", "where the walks begin", ge=30, le=160)
    learning_rate: float = parameter(
        0.1, "", "share of the slope that is one step", ge=CLOSEST_RATE, le=LARGEST
    )
    steps: int = parameter(15, "", "steps in all", ge=5, le=300)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        check_miss(self, "start_cm", "target_cm", MISS_CM)
        check_rate(self.learning_rate, CLOSEST_RATE)
        return self


PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.01},
    "one-step": {"learning_rate": 0.5},
    "zigzag": {"learning_rate": 0.9},
    "bounce": {"learning_rate": 1.0},
    "climb": {"learning_rate": 1.02},
    "diverge": {"learning_rate": 1.1},
}


# -- what the film says ----------------------------------------------------------------------

_glides, _hits, _swings = of_regime("glide"), of_regime("hit"), of_regime("alternate")
_bounces, _diverges = of_regime("bounce"), of_regime("diverge")
_never, _shrinks = of_regime("bounce", "diverge"), of_regime("glide", "hit", "alternate")


def _crawls(run: Walk) -> bool:
    return run.crawls


def _gets_home_soon(run: Walk) -> bool:
    return run.shrinks and run.steps_home is not None and run.steps_home <= SOON


def _has_most_of_the_way_left(run: Walk) -> bool:
    return bool(run.sizes[run.close] > run.sizes[0] / 2)


def _is_not_home(run: Walk) -> bool:
    return bool(run.sizes[run.close] > HOME_CM)


def _costs_least_at_home(run: Walk) -> bool:
    return bool((run.cost_at(run.target) < run.trajectory.values[0]).all())


def _steps_are_shares(run: Walk) -> bool:
    moves = [one.heights[0] - one.heights[1] for one in run.three]
    shares = [one.params.learning_rate * one.gradients[0] for one in run.three]
    return np.allclose(moves, shares)


def _never_falls_from_one(run: Walk) -> bool:
    return all(np.diff(one.errors**2).min() > -1e-6 for one in run.curves if one.rate.value >= 1)


def _nears_below_one(run: Walk) -> bool:
    walks = (*run.curves, *run.stops)
    return all(one.shrinks == (one.params.learning_rate < BORDERS[1]) for one in walks)


def _half_hits(run: Walk) -> bool:
    return _hits(run.stops[1])


def _rates_decide(run: Walk) -> bool:
    small, good, large = run.three
    return small.crawls and good.shrinks and not large.shrinks


def _ant_gets_there(run: Walk) -> bool:
    return run.needed is not None


def _ant_takes_longer(run: Walk) -> bool:
    return _rates_decide(run) and run.needed is not None and run.needed > run.close


def _sees_so_many(run: Walk) -> bool:
    return run.close <= run.steps


LESSON = (
    "The slope gives the direction; the learning rate alone decides whether you crawl, "
    "arrive, bounce or climb."
)

SAYS = Sentences(
    question={"How big a [step:step]?": no_claim},
    home={"Home is where the cost is least.": _costs_least_at_home},
    from_home={"from home": no_claim},
    after={"away after {run.close} steps": _sees_so_many},
    rate={"learning rate": no_claim},
    slope={"slope": no_claim},
    step={"step": no_claim},
    cost={"cost": no_claim},
    steps={"steps": no_claim},
    size={"too small": _crawls, "too large": _never, "just right": _gets_home_soon,
          "on the edge": _swings},
    small={"An ant's steps: the right way.": MissRun.steps_downhill},
    slow={"{run.close} steps, and most of the way is left.": _has_most_of_the_way_left,
          "{run.close} steps, and not home yet.": _is_not_home},
    stride={"A man takes a bigger share of the slope.": MissRun.steps_downhill},
    walk={"The slope fades, so the steps do too.": _glides,
          "One stride, and he is home.": _hits,
          "Past his home and back, but nearer.": _swings},
    needs={"The ant needs {run.needed} steps to come so near.": _ant_gets_there},
    leap={"A giant's leap: he lands higher up.": _diverges,
          "A giant's leap: he lands just as high.": _bounces},
    next={"So the next leap is larger still.": _diverges,
          "So the next leap is just as large.": _bounces},
    share={"A step is the rate's share of the slope.": _steps_are_shares},
    stretch={"One slope: only the rate differs.": _steps_are_shares},
    dial={"Below a half: nearer on one side.": _glides, "A half: home in one step.": _hits,
          "Above a half: past it, and back.": _swings,
          "One: to and fro for ever.": _bounces, "Above one: farther every time.": _diverges},
    half={"one step": _half_hits},
    limit={"this valley's limit": _nears_below_one},
    watch={"So watch the cost.": no_claim},
    more={"It falls slowly: take a larger rate.": _crawls},
    falls={"Down to nothing: it gets home.": _shrinks},
    less={"High and flat, or rising: too large.": _never_falls_from_one},
    claim={"Not [step:too small],\nand below [step:the limit].": _nears_below_one},
    lesson={LESSON: _rates_decide},
    end={"Too small: {run.needed} steps. Too large: never.": _ant_takes_longer,
         "Too small is slow. Too large never arrives.": _rates_decide},
)  # fmt: skip


@dataclass(frozen=True)
class Walk(MissRun):
    """Everything that the film shows of a walk home: J = (x - target)², in cm and cm²."""

    params: Params
    sentences = SAYS

    @property
    def sizes(self) -> Array:
        """How far from home it is after each step, (n + 1,), in cm."""
        return np.abs(self.errors)

    @property
    def close(self) -> int:
        """The steps that are seen from near."""
        return min(CLOSE, self.steps)

    @property
    def costs(self) -> Array:
        """The cost at first and after each of these steps."""
        return self.errors[: self.close + 1] ** 2

    @cached_property
    def leaps(self) -> int:
        """The first steps, at most fifteen, that lead not too high above the start."""
        near = np.flatnonzero(self.sizes**2 < HIGH * self.sizes[0] ** 2)
        return 1 if self.regime == "hit" else min(int(near[-1]), self.close)

    @property
    def far(self) -> list[float]:
        """How many times as far as at the start the walks on the road get, each in its hops."""
        return [float(one.sizes[one.hops] / one.sizes[0]) for one in self.stops]

    @property
    def hops(self) -> int:
        """The first of these, at most five."""
        return min(self.leaps, HOPS)

    @cached_property
    def needed(self) -> int | None:
        """The steps after which the ant is as near as the man is at last, None if it never is."""
        ant, man, _ = self.three
        left = self.first_miss * man.exact_factor**man.close
        return steps_within(abs(left), self.first_miss, ant.exact_factor) if left else None

    @cached_property
    def steps_home(self) -> int | None:
        """The first step after which it is at home, or None if there is none, ever."""
        return steps_within(HOME_CM, self.first_miss, self.exact_factor)

    @property
    def crawls(self) -> bool:
        """Whether it stays on its side and takes long to get home."""
        return self.regime == "glide" and (self.steps_home or 0) > SOON

    def at(self, rate: float) -> Walk:
        """Return the walk with another learning rate."""
        return _walk(self.params.model_copy(update={"learning_rate": rate}))

    @cached_property
    def three(self) -> tuple[Walk, Walk, Walk]:
        """The ant's, the man's and the giant's walk; one of them has the film's learning rate."""
        own = self.params.learning_rate
        small = own if self.crawls else SMALL
        large = own if self.factor <= -1 else LARGE
        good = GOOD if own in (small, large) else own
        return self.at(small), self.at(good), self.at(large)

    @cached_property
    def stops(self) -> tuple[Walk, ...]:
        """Walks with a learning rate on each side of the borders, and on them."""
        small, good, large = (one.params.learning_rate for one in self.three)
        below = good if small < good < BORDERS[0] else GOOD
        eager = good if BORDERS[0] < good < BORDERS[1] else EAGER
        above = large if large > BORDERS[1] else LARGE
        return tuple(map(self.at, (below, BORDERS[0], eager, BORDERS[1], above)))

    @cached_property
    def curves(self) -> tuple[Walk, ...]:
        """The walks whose costs are drawn, from the smallest learning rate to the largest."""
        rates = {one.params.learning_rate for one in (*self.three, *self.stops[3:])}
        return tuple(map(self.at, sorted(rates)))

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        noise, first, runs = self.noise, abs(float(self.first_miss)), self._all
        sizes = np.concatenate([one.sizes for one in runs])
        rates = np.array([one.params.learning_rate for one in runs])
        told = (self.params.target_cm, self.params.start_cm)
        near = Format(decimals_for(first), unit="cm", powers=False, live=True)
        return Quantities(
            Quantity("position", "here", Format(telling_apart(told, 0), powers=False),
                     np.concatenate([one.heights for one in runs]), noise),
            Quantity("target", "target", as_given(self.target), self.target),
            Quantity("miss", "text", near, sizes, noise),
            Quantity("cost", "cost", Format(decimals_for(first**2), unit="cm²"), sizes**2,
                     noise * (2 * sizes + noise)),
            Quantity("slope", "gradient", Format(decimals_for(first, 3)), 2 * first, noise),
            Quantity("step", "step", Format(decimals_for(first, 3)), rates * 2 * first, noise),
            Quantity("learning rate", "step", share_format(self.params.learning_rate),
                     rates),
            Quantity("steps needed", "text", Format(0), self.needed or np.nan),
            Quantity("steps", "text", Format(0), np.arange(self.params.steps + 1)),
        )  # fmt: skip

    @property
    def _all(self) -> tuple[Walk, ...]:
        return self, *self.three, *self.stops, *self.curves

    def first(self, name: str) -> Reading:
        """Return the size of the first "slope" or "step", or how many are the "steps needed"."""
        rate, slope = self.params.learning_rate, 2 * abs(float(self.first_miss))
        values = {"slope": slope, "step": rate * slope, "steps needed": self.needed or np.nan}
        return self.quantities[name].of(float(values[name]), self.noise)

    def left(self, name: str, step: int) -> Reading:
        """Return the "miss" or the "cost" after so many steps."""
        size = float(self.sizes[step])
        value, noise = (size, self.noise) if name == "miss" else (size**2, self.noise * size * 2)
        return self.quantities[name].of(value, noise)


def run(params: Params) -> Walk:
    """Walk home on J = (x - target)² with one learning rate, as long as x is on the page."""
    low, high = (exact(params.target_cm) + side * exact(PAGE_CM) for side in (-1, 1))
    return Walk.of(params, params.start_cm, params.target_cm, low, high, params.steps)


_walk = lru_cache(64)(run)  # each asks for the others
