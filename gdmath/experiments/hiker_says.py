"""What the hiker film says, each sentence with what makes it true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from gdmath.experiments._common.sentences import Sentences, no_claim

if TYPE_CHECKING:
    from gdmath.experiments.hiker import Hiker

__all__ = ["SAYS", "Regime", "ease"]

# flat: the start feels flat, so no step is made; unasked: no step is asked for; still: the rate is
# 0; left: a step leads off the map; arrived: it feels flat in the end; tired: it does not.
Regime = Literal["flat", "unasked", "still", "left", "arrived", "tired"]

NOISE = 1e-12
SAME = 1e-9  # share of a step's length by which another is as long


# -- what eight tries find -------------------------------------------------------------------------


def one_way_falls_most(run: Hiker) -> bool:
    """Of the eight ways, one falls more than all others."""
    return len(run.best) == 1


def two_ways_fall_alike(run: Hiker) -> bool:
    """Two of the eight ways fall alike, and more than the others."""
    return len(run.best) == 2


def several_fall_alike(run: Hiker) -> bool:
    """More than two of the eight ways fall alike, and more than the others."""
    return len(run.best) > 2


def some_way_falls(run: Hiker) -> bool:
    """One of the eight ways, or more, leads down."""
    return bool(run.best)


def some_fall_some_rise(run: Hiker) -> bool:
    """Some of the eight ways lead down and some up."""
    return bool(run.changes.min() < -NOISE and run.changes.max() > NOISE)


def every_way_rises(run: Hiker) -> bool:
    """All eight ways lead up."""
    return bool((run.changes > NOISE).all())


def no_way_falls(run: Hiker) -> bool:
    """None of the eight ways leads down."""
    return not run.best


# -- the gradient ----------------------------------------------------------------------------------


def slopes(run: Hiker) -> bool:
    """The gradient at the start is not zero."""
    return bool(np.linalg.norm(run.gradient(0)) > NOISE)


def is_level(run: Hiker) -> bool:
    """It is."""
    return not slopes(run)


def takes_a_part(run: Hiker) -> bool:
    """A step is shorter than the gradient."""
    return run.params.learning_rate < 1


def takes_all(run: Hiker) -> bool:
    """A step is as long as the gradient."""
    return run.params.learning_rate == 1


def takes_more(run: Hiker) -> bool:
    """A step is longer than the gradient."""
    return run.params.learning_rate > 1


# -- one step --------------------------------------------------------------------------------------


def _rise(run: Hiker, step: int) -> float:
    return float(run.hike.altitudes[step] - run.hike.altitudes[step - 1])


def leads_uphill(run: Hiker, step: int) -> bool:
    """The step that leads there, on the map, ends higher than it began."""
    return _rise(run, step) > NOISE


def ends_as_high(run: Hiker, step: int) -> bool:
    """It ends as high as it began."""
    return abs(_rise(run, step)) <= NOISE


def _ratio(run: Hiker, step: int) -> float:
    before, length = run.hike.lengths[step - 2 : step]
    return float(length / before)


def is_first(_run: Hiker, step: int) -> bool:
    """There is no step before it."""
    return step == 1


def is_shorter(run: Hiker, step: int) -> bool:
    """It is shorter than the one before it: the ground was gentler there."""
    return step > 1 and _ratio(run, step) < 1 - SAME


def is_longer(run: Hiker, step: int) -> bool:
    """It is longer than the one before it: the ground was steeper there."""
    return step > 1 and _ratio(run, step) > 1 + SAME


def is_as_long(run: Hiker, step: int) -> bool:
    """It is as long as the one before it."""
    return step > 1 and abs(_ratio(run, step) - 1) <= SAME


# -- the steps after those -------------------------------------------------------------------------


def _ratios(run: Hiker) -> list[float]:
    """Return by how much each step is longer than the one before it."""
    return [_ratio(run, step) for step in range(2, run.steps + 1)]


def grow_again(run: Hiker) -> bool:
    """After steps that became shorter, some of the rest become longer."""
    return run.longer_again is not None


def ease(run: Hiker) -> bool:
    """After the longest of those every step is shorter than the one before it."""
    if run.longer_again is None:
        return False
    _, longest = run.longer_again
    ratios = _ratios(run)[longest:]
    return len(ratios) > 1 and all(ratio < 1 - SAME for ratio in ratios)


def only_shrink(run: Hiker) -> bool:
    """Every step is shorter than the one before it."""
    return run.steps > run.told and all(ratio < 1 - SAME for ratio in _ratios(run))


def only_grow(run: Hiker) -> bool:
    """Every step is longer than the one before it."""
    return run.steps > run.told and all(ratio > 1 + SAME for ratio in _ratios(run))


def come_to_flat_ground(run: Hiker) -> bool:
    """After one step or more it feels flat."""
    return run.regime == "arrived"


def lead_off_the_map(run: Hiker) -> bool:
    """A step ends beyond the map's rim."""
    return run.regime == "left"


def still_slopes(run: Hiker) -> bool:
    """All steps are made, and it does not feel flat."""
    return run.regime == "tired"


def feels_flat_at_once(run: Hiker) -> bool:
    """The start feels flat."""
    return run.regime == "flat"


def has_no_rate(run: Hiker) -> bool:
    """The learning rate is 0 on ground that slopes."""
    return run.regime == "still"


def asks_no_step(run: Hiker) -> bool:
    """No step is asked for on ground that slopes."""
    return run.regime == "unasked"


# -- what is seen when the fog has lifted ----------------------------------------------------------


def takes_no_step(run: Hiker) -> bool:
    """It has no step to take on ground that slopes."""
    return has_no_rate(run) or asks_no_step(run)


def is_only_valley(run: Hiker) -> bool:
    """It ends on the floor of the bowl, which is the only valley."""
    return run.params.surface == "bowl" and run.hike.floor is not None


def stands_on_a_floor(run: Hiker) -> bool:
    """It ends on the floor of a valley."""
    return run.hike.floor is not None


def is_elsewhere(run: Hiker) -> bool:
    """The deepest valley is not the one in which it ends."""
    return not run.is_deepest


def is_deepest(run: Hiker) -> bool:
    """It ends on the floor of the deepest valley."""
    return run.is_deepest


def is_a_valley(run: Hiker) -> bool:
    """It ends on the floor of a valley that is not the deepest."""
    return run.hike.floor is not None and not run.is_deepest


def is_no_valley(run: Hiker) -> bool:
    """It feels flat where it ends, and that is no valley's floor."""
    return run.hike.felt_flat and run.hike.floor is None


def ends_differ(run: Hiker) -> bool:
    """Two runs ended in two valleys."""
    return len(run.floors) > 1


def _arrived(run: Hiker) -> list[bool]:
    return [one.floor is not None for one in (run.hike, *run.others)]


def all_in_one(run: Hiker) -> bool:
    """All runs ended in one valley."""
    return len(run.floors) == 1 and all(_arrived(run))


def some_in_one(run: Hiker) -> bool:
    """Some runs ended in one valley, and some in none."""
    return len(run.floors) == 1 and not all(_arrived(run))


def none_arrives(run: Hiker) -> bool:
    """No run ended in a valley."""
    return not run.floors


# -- what the film claims --------------------------------------------------------------------------


def walks_to_a_floor(run: Hiker) -> bool:
    """Steps lead onto a valley's floor."""
    return run.regime == "arrived" and run.hike.floor is not None


def walks_to_another_floor(run: Hiker) -> bool:
    """Steps lead onto the floor of a valley that is not the deepest."""
    return walks_to_a_floor(run) and not run.is_deepest


def walks_to_flat_ground(run: Hiker) -> bool:
    """Steps lead to ground that feels flat and is no valley's floor."""
    return run.regime == "arrived" and run.hike.floor is None


def only_goes_down(run: Hiker) -> bool:
    """Every step of a run that did not arrive ended lower."""
    return run.regime == "tired" and bool((np.diff(run.hike.altitudes) < -NOISE).all())


def some_step_not_lower(run: Hiker) -> bool:
    """A step of a run that did not arrive ended as high as it began, or higher."""
    return run.regime == "tired" and not only_goes_down(run)


SAYS = Sentences(
    question={"Which way\nis down?": no_claim},
    blind={"Blindfolded, in thick fog.": no_claim},
    foot={"A foot can feel what eyes cannot.": no_claim},
    rays={
        "Solid rays go down, dashed ones go up.": some_fall_some_rise,
        "Dashed rays go up.": every_way_rises,
        "Solid rays go down.": some_way_falls,
        "No ray: as level as it can be.": no_way_falls,
    },
    tries={
        "Eight tries. One way falls most.": one_way_falls_most,
        "Eight tries. Two ways fall alike.": two_ways_fall_alike,
        "Eight tries. Several ways fall alike.": several_fall_alike,
        "Eight tries. Every way goes up.": every_way_rises,
        "Eight tries. No way goes down.": no_way_falls,
    },
    lower={" lower": some_way_falls},
    up={"steepest up\ngradient ∇J": slopes},
    down={"steepest down\nminus ∇J": slopes},
    uphill={
        "The gradient: the steepest way up.": slopes,
        "The gradient here is zero: level ground.": is_level,
    },
    turned={"A minus turns it round: steepest down.": slopes},
    rate={
        "Walk a part of it: the learning rate.": takes_a_part,
        "Walk all of it: the learning rate is 1.": takes_all,
        "Walk more than all: the learning rate.": takes_more,
    },
    new={"new place": no_claim},
    old={"place": no_claim},
    pace={
        "Too long a step: it leads uphill.": leads_uphill,
        "Across, and as high as before.": ends_as_high,
        "One step down. Feel again.": is_first,
        "Gentler ground, shorter step.": is_shorter,
        "Steeper ground, longer step.": is_longer,
        "As steep as before, as long a step.": is_as_long,
    },
    rest={
        "Steeper again, longer steps.": grow_again,
        "Gentler and gentler, shorter and shorter.": only_shrink,
        "Steeper and steeper, longer and longer.": only_grow,
        "And again, and again.": no_claim,
    },
    ease={"Gentler again, shorter and shorter.": ease},
    steps={"steps": no_claim},
    ending={
        "Step by step, until the ground feels flat.": come_to_flat_ground,
        "Step {run.steps} leads off the map.": lead_off_the_map,
        "After {run.count}, the ground still slopes.": still_slopes,
        "It feels flat here: he takes no step.": feels_flat_at_once,
        "A learning rate of 0: he takes no step.": has_no_rate,
        "No step is asked for, so he stands still.": asks_no_step,
    },
    model={"A hill can be a model's error.": no_claim},
    position={"position\n[here:weights w, b]": no_claim},
    altitude={"altitude\n[cost:error J]": no_claim},
    slope={"slope underfoot\n[gradient:gradient]": no_claim},
    size={"step size\n[step:learning rate]": no_claim},
    floor={"valley floor\n[target:solution]": stands_on_a_floor},
    deepest={"the deepest": is_elsewhere},
    dawn={"Dawn. Off with the blindfold.": no_claim},
    fate={
        "The bottom of the bowl.": is_only_valley,
        "A valley, and it is the deepest.": is_deepest,
        "A valley, but not the deepest.": is_a_valley,
        "It feels flat, but it is no valley floor.": is_no_valley,
        "One step too far, and he is off the map.": lead_off_the_map,
        "He is still on a slope.": still_slopes,
        "He is still where he began.": takes_no_step,
    },
    starts={
        "Where you start decides where you end.": ends_differ,
        "One valley: every start ends in it.": all_in_one,
        "Not every start ends in a valley.": some_in_one,
        "None of these starts ends in a valley.": none_arrives,
    },
    claim={
        "The slope underfoot finds a valley,\nnot always the deepest.": walks_to_another_floor,
        "The slope underfoot finds\na valley, step by step.": walks_to_a_floor,
        "Flat underfoot is not always\nthe bottom of a valley.": walks_to_flat_ground,
        "Where it feels flat,\nthere is no step to take.": feels_flat_at_once,
        "Steps too long\nlead off the map.": lead_off_the_map,
        "Always down,\nand not there yet.": only_goes_down,
        "Steps too long\ndo not lead down.": some_step_not_lower,
        "A learning rate of 0\nfinds no valley.": has_no_rate,
        "Without a step,\nno valley.": asks_no_step,
    },
)  # fmt: skip
