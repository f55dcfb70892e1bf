"""The blindfolded hiker of articles 002, 003 and 004: down a landscape by its slope alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

import numpy as np
from pydantic import model_validator

from gdmath.arrays import Array, read_only
from gdmath.experiments import params as base
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, as_given, telling_apart
from gdmath.hike import Hike, hike
from gdmath.objective import Landscape, Quadratic
from gdmath.objective.landscape import surface

__all__ = ["PRESETS", "REACH", "SAYS", "Hike", "Hiker", "Params", "run"]

GENTLEST = 0.3  # slope at the start: a foot must feel it
STEEPEST_RATE = 1.0  # on the hills: each step leads downhill, and none off the map
OTHERS = ((-3.9, 1.6), (0.15, 0.75), (4.6, 1.5))  # where others start
REACH = 0.35  # how far the foot feels, in the unit of w and b
DIRECTIONS = 8
NOISE = 1e-12  # what float64 may have added to places, slopes and altitudes: all are about 1
SAME = 1e-9  # of a step's length: by no more than that another one is as long
TOLD = 3  # steps that are told one by one
DECIMALS, MOST_DECIMALS = 2, 4  # of altitudes


class Params(base.Params):
    """Parameters of the hiker film. Every start that the bounds allow lies on the map."""

    surface: Literal["hills", "bowl"] = parameter("hills", "", "the landscape, by name")
    start_w: float = parameter(3.4, "", "where the hiker starts, along w", ge=-3.5, le=4.1)
    start_b: float = parameter(-1.6, "", "where the hiker starts, along b", ge=-3.1, le=3.1)
    learning_rate: float = parameter(0.4, "", "share of the slope that is stepped", ge=0.01, le=4.5)
    steps: int = parameter(100, "", "steps at the most", ge=5, le=200)

    @model_validator(mode="after")
    def _can_be_shown(self) -> Self:
        if self.surface == "hills" and self.learning_rate > STEEPEST_RATE:
            raise ValueError(
                f"learning_rate = {self.learning_rate!r} is not allowed on the hills: "
                f"at most {STEEPEST_RATE:g}; on the bowl, at most 4.5"
            )
        slope = surface(self.surface).gradient(np.array([self.start_w, self.start_b]))
        if np.linalg.norm(slope) < GENTLEST:
            raise ValueError(
                f"start_w = {self.start_w!r} with start_b = {self.start_b!r} is not allowed: the "
                f"slope there is {np.linalg.norm(slope):.3g}, and a foot feels {GENTLEST:g} or more"
            )
        return self


# What the learning rate can do to the hike. In the bowl, 4 is the limit of its steeper direction.
PRESETS: Mapping[str, Mapping[str, object]] = {
    "too-small": {"learning_rate": 0.01},
    "zigzag": {"surface": "bowl", "learning_rate": 3.5},
    "bounce": {"surface": "bowl", "learning_rate": 4.0},
    "diverge": {"surface": "bowl", "learning_rate": 4.5},
}


@dataclass(frozen=True, eq=False)
class Hiker(Run):
    """Everything that the hiker film shows and says: his run, and others from other starts."""

    params: Params
    hike: Hike
    others: tuple[Hike, ...]

    @property
    def objective(self) -> Landscape | Quadratic:
        """The altitude J(w, b)."""
        return self.hike.objective

    @property
    def steps(self) -> int:
        """How many steps the hiker made."""
        return self.hike.steps

    @property
    def told(self) -> int:
        """How many of them are told one by one."""
        return min(TOLD, self.steps)

    @property
    def start(self) -> Array:
        """Where the hiker starts, (2,)."""
        return np.asarray(self.hike.places[0])

    def gradient(self, step: int) -> Array:
        """Return the gradient (2,) after so many steps: which way is up, and how steeply."""
        return np.asarray(self.hike.gradients[step])

    def move(self, step: int) -> Array:
        """Return the step (2,) from there: minus learning rate times gradient."""
        return np.asarray(-self.params.learning_rate * self.gradient(step))

    @property
    def turns(self) -> list[float]:
        """The eight ways in which the foot feels, in degrees anticlockwise from +w."""
        return [360 * k / DIRECTIONS for k in range(DIRECTIONS)]

    @cached_property
    def ways(self) -> Array:
        """The same as unit vectors (8, 2)."""
        turns = np.radians(self.turns)
        return read_only(np.stack((np.cos(turns), np.sin(turns)), axis=-1))

    @cached_property
    def felt(self) -> Array:
        """How steeply the ground rises each way, (8,): the directional derivative."""
        return read_only(self.ways @ self.gradient(0))

    @cached_property
    def floors(self) -> tuple[Array, ...]:
        """The lowest points of the valleys in which runs ended, the hiker's own first."""
        found: list[Array] = []
        for one in (self.hike, *self.others):
            if one.floor is not None and not any(_same(one.floor, other) for other in found):
                found.append(one.floor)
        return tuple(found)

    @cached_property
    def quantities(self) -> Quantities:
        """All numbers that the film shows."""
        one, rate = self.hike, self.params.learning_rate
        inside = self.steps + (one.left_at is None)
        minimum = self.objective.minimum
        floors = [float(self.objective.value(floor)) for floor in self.floors]
        heights = [*one.altitudes[:inside], minimum, *floors]
        shown = [one.altitudes[0], one.altitudes[inside - 1], minimum]
        fixed = Format(min(MOST_DECIMALS, telling_apart(shown, DECIMALS, NOISE)), fixed=True)
        return Quantities(
            *self._along("w", 0), *self._along("b", 1),
            Quantity("position", "here", Format(3),
                     np.concatenate([r.places for r in (one, *self.others)])),
            Quantity("altitude", "cost", fixed, heights, NOISE),
            Quantity("floor", "target", fixed, heights, NOISE),
            Quantity("gradient", "gradient", Format(3), one.gradients, NOISE),
            Quantity("step", "step", Format(3), -rate * one.gradients, NOISE),
            Quantity("learning rate", "step", as_given(rate, unlike=[1.0]), rate),
            Quantity("step number", "quiet", Format(0), np.arange(self.steps + 1)),
        )  # fmt: skip

    def _along(self, name: str, axis: int) -> list[Quantity]:
        """Return the place, the slope and the step along w or b."""
        places, slopes = self.hike.places[:, axis], self.hike.gradients[:, axis]
        digits = Format(telling_apart(places[:2], 3, NOISE))
        moves = -self.params.learning_rate * slopes
        return [
            Quantity(name, "here", digits, places, NOISE),
            Quantity(f"slope along {name}", "gradient", digits, slopes, NOISE),
            Quantity(f"step along {name}", "step", digits, moves, NOISE),
        ]

    # -- what is true of a step ----------------------------------------------------------------

    def rise(self, step: int) -> float:
        """Return by how much higher the step that leads there ends than it began."""
        altitudes = self.hike.altitudes
        return float(altitudes[step] - altitudes[step - 1])

    def leads_uphill(self, step: int) -> bool:
        """The step that leads there ends higher than it began."""
        return self.rise(step) > NOISE

    def ends_as_high(self, step: int) -> bool:
        """It ends as high as it began."""
        return abs(self.rise(step)) <= NOISE

    def leads_down(self, step: int) -> bool:
        """It ends lower than it began."""
        return self.rise(step) < -NOISE

    def is_shorter(self, step: int) -> bool:
        """It is shorter than the one before it: the ground was gentler there."""
        return step > 1 and bool(self.hike.ratios[step - 2] < 1 - SAME)

    # -- what is true of a run -----------------------------------------------------------------

    def slopes(self) -> bool:
        """The gradient at the start is not zero."""
        return bool(np.linalg.norm(self.gradient(0)) > NOISE)

    def grows_again(self) -> bool:
        """Steps that became shorter at first become longer again."""
        first, rest = np.split(self.hike.ratios, [self.told - 1])
        return bool((first < 1 - SAME).all() and (np.cumprod(rest) > 1 + SAME).any())

    def arrives(self) -> bool:
        """It feels flat in the end, on the floor of a valley."""
        return self.hike.floor is not None

    def leads_off_the_map(self) -> bool:
        """A step ends beyond the map's rim."""
        return self.hike.left_at is not None

    def still_slopes(self) -> bool:
        """All steps are made, and it does not feel flat."""
        return not self.arrives() and not self.leads_off_the_map()

    def is_deepest(self) -> bool:
        """It ends on the floor of the deepest valley."""
        floor = self.hike.floor
        return floor is not None and _same(floor, self.objective.minimiser)

    def is_not_deepest(self) -> bool:
        """It ends on the floor of a valley that is not the deepest."""
        return self.arrives() and not self.is_deepest()

    def ends_differ(self) -> bool:
        """Two runs ended in two valleys."""
        return len(self.floors) > 1

    def all_in_one(self) -> bool:
        """All runs ended in one valley."""
        return len(self.floors) == 1 and not self.some_ends_in_none()

    def some_ends_in_none(self) -> bool:
        """A run ended in no valley."""
        return any(one.floor is None for one in (self.hike, *self.others))


CLAIM: dict[str, Predicate] = {
    "The slope underfoot finds a valley, not always the deepest.": Hiker.is_not_deepest,
    "The slope underfoot finds a valley, step by step.": Hiker.arrives,
    "Steps too long lead off the map.": Hiker.leads_off_the_map,
    "Step by step, and not there yet.": Hiker.still_slopes,
}
LESSON = "With nothing but the slope under your feet you can find a valley, step by step."

SAYS = Sentences(
    question={"Which way\nis down?": no_claim},
    blind={"Find the valley floor.": no_claim},
    foot={"A foot can feel what eyes cannot.": no_claim},
    tries={"The longer the ray, the steeper the way.": no_claim},
    round={"All the way round, the rays fill circles.": Hiker.slopes},
    uphill={"The longest, steepest up: the gradient.": Hiker.slopes},
    turned={"A minus turns it round: steepest down.": Hiker.slopes},
    up={"[gradient:up]": Hiker.slopes},
    down={"[step:down]": Hiker.slopes},
    gradient={"[gradient:gradient]": Hiker.slopes},
    minus={"[step:minus]\n[step:gradient]": Hiker.slopes},
    rate={"How much of it? The learning rate says.": no_claim},
    both={"w and b each take their part.": no_claim},
    new={"new place": no_claim},
    old={"place": no_claim},
    pace={
        "Too long a step: it leads uphill.": Hiker.leads_uphill,
        "Across, and as high as before.": Hiker.ends_as_high,
        "Gentler ground, shorter step.": Hiker.is_shorter,
        "One step down. Feel again.": Hiker.leads_down,
    },
    chart={"Each print has its altitude.": no_claim},
    rest={
        "Steeper, longer. Gentler, shorter.": Hiker.grows_again,
        "And again, and again.": no_claim,
    },
    steps={" steps": no_claim},
    ending={
        "Step by step, until the ground feels flat.": Hiker.arrives,
        "Step {run.steps} leads off the map.": Hiker.leads_off_the_map,
        "After {run.steps} steps, the ground still slopes.": Hiker.still_slopes,
    },
    model={"A model learns in the same way.": no_claim},
    place={"place\n[here:numbers w, b]": no_claim},
    height={"altitude\n[cost:cost J]": no_claim},
    floor={"valley floor\n[target:solution]": Hiker.arrives},
    deepest={"the deepest": no_claim},
    dawn={"The fog lifts. Off with the blindfold.": no_claim},
    fate={
        "A valley, and it is the deepest.": Hiker.is_deepest,
        "A valley, but not the deepest.": Hiker.is_not_deepest,
        "One step too far, and he is off the map.": Hiker.leads_off_the_map,
        "He is still on a slope.": Hiker.still_slopes,
    },
    others={"Others walked in the fog, too.": no_claim},
    starts={
        "Where you start decides where you end.": Hiker.ends_differ,
        "One valley: every start ends in it.": Hiker.all_in_one,
        "Not every start ends in a valley.": Hiker.some_ends_in_none,
    },
    claim=CLAIM,
    lesson={LESSON: Hiker.arrives} | CLAIM,
)  # fmt: skip
Hiker.sentences = SAYS


def run(params: Params) -> Hiker:
    """Hike from the start that was asked for, and from several others by the same rule."""
    starts = ((params.start_w, params.start_b), *OTHERS)
    own, *others = (
        hike(params.surface, start, params.learning_rate, params.steps) for start in starts
    )
    return Hiker(params, own, tuple(others))


def _same(one: Array, other: Array) -> bool:
    return bool(np.linalg.norm(one - other) < 0.1)
