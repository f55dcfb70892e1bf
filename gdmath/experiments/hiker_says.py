"""What the hiker film says, each sentence with what makes it true."""

from __future__ import annotations

import numpy as np

from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.hiker_run import NOISE, SAME, HikerRun

__all__ = ["SAYS"]


# -- what eight tries find -------------------------------------------------------------------------


def one_way_falls_most(run: HikerRun) -> bool:
    """Of the eight ways, one falls more than all others."""
    return len(run.best) == 1


def two_ways_fall_alike(run: HikerRun) -> bool:
    """Two of the eight ways fall alike, and more than the others."""
    return len(run.best) == 2


def several_fall_alike(run: HikerRun) -> bool:
    """More than two of the eight ways fall alike, and more than the others."""
    return len(run.best) > 2


def some_way_falls(run: HikerRun) -> bool:
    """One of the eight ways, or more, leads down."""
    return bool(run.best)


def some_fall_some_rise(run: HikerRun) -> bool:
    """Some of the eight ways lead down and some up."""
    return bool(run.changes.min() < -NOISE and run.changes.max() > NOISE)


def every_way_rises(run: HikerRun) -> bool:
    """All eight ways lead up."""
    return bool((run.changes > NOISE).all())


def no_way_falls(run: HikerRun) -> bool:
    """None of the eight ways leads down."""
    return not run.best


# -- the gradient ----------------------------------------------------------------------------------


def slopes(run: HikerRun) -> bool:
    """The gradient at the start is not zero."""
    return bool(np.linalg.norm(run.gradient(0)) > NOISE)


def is_level(run: HikerRun) -> bool:
    """It is."""
    return not slopes(run)


def takes_a_part(run: HikerRun) -> bool:
    """A step is shorter than the gradient."""
    return bool(run.params.learning_rate < 1)


def takes_all(run: HikerRun) -> bool:
    """A step is as long as the gradient."""
    return bool(run.params.learning_rate == 1)


def takes_more(run: HikerRun) -> bool:
    """A step is longer than the gradient."""
    return bool(run.params.learning_rate > 1)


# -- one step --------------------------------------------------------------------------------------


def _rise(run: HikerRun, step: int) -> float:
    return float(run.hike.altitudes[step] - run.hike.altitudes[step - 1])


def leads_uphill(run: HikerRun, step: int) -> bool:
    """The step that leads there, on the map, ends higher than it began."""
    return _rise(run, step) > NOISE


def ends_as_high(run: HikerRun, step: int) -> bool:
    """It ends as high as it began."""
    return abs(_rise(run, step)) <= NOISE


def is_first(_run: HikerRun, step: int) -> bool:
    """There is no step before it."""
    return step == 1


def is_shorter(run: HikerRun, step: int) -> bool:
    """It is shorter than the one before it: the ground was gentler there."""
    return step > 1 and bool(run.hike.ratios[step - 2] < 1 - SAME)


def is_longer(run: HikerRun, step: int) -> bool:
    """It is longer than the one before it: the ground was steeper there."""
    return step > 1 and bool(run.hike.ratios[step - 2] > 1 + SAME)


def is_as_long(run: HikerRun, step: int) -> bool:
    """It is as long as the one before it."""
    return step > 1 and bool(abs(run.hike.ratios[step - 2] - 1) <= SAME)


# -- the steps after those -------------------------------------------------------------------------


def grow_again(run: HikerRun) -> bool:
    """After steps that became shorter, some of the rest become longer."""
    return run.longer_again is not None


def ease(run: HikerRun) -> bool:
    """After the longest of those every step is shorter than the one before it."""
    return run.eases


def only_shrink(run: HikerRun) -> bool:
    """Every step is shorter than the one before it."""
    return run.steps > run.told and all(ratio < 1 - SAME for ratio in run.hike.ratios)


def only_grow(run: HikerRun) -> bool:
    """Every step is longer than the one before it."""
    return run.steps > run.told and all(ratio > 1 + SAME for ratio in run.hike.ratios)


def come_to_flat_ground(run: HikerRun) -> bool:
    """After one step or more it feels flat."""
    return run.regime == "arrived"


def lead_off_the_map(run: HikerRun) -> bool:
    """A step ends beyond the map's rim."""
    return run.regime == "left"


def still_slopes(run: HikerRun) -> bool:
    """All steps are made, and it does not feel flat."""
    return run.regime == "tired"


def feels_flat_at_once(run: HikerRun) -> bool:
    """The start feels flat."""
    return run.regime == "flat"


def has_no_rate(run: HikerRun) -> bool:
    """The learning rate is 0 on ground that slopes."""
    return run.regime == "still"


def asks_no_step(run: HikerRun) -> bool:
    """No step is asked for on ground that slopes."""
    return run.regime == "unasked"


# -- what is seen when the fog has lifted ----------------------------------------------------------


def takes_no_step(run: HikerRun) -> bool:
    """It has no step to take on ground that slopes."""
    return has_no_rate(run) or asks_no_step(run)


def is_only_valley(run: HikerRun) -> bool:
    """It ends on the floor of the bowl, which is the only valley."""
    return run.params.surface == "bowl" and run.hike.floor is not None


def stands_on_a_floor(run: HikerRun) -> bool:
    """It ends on the floor of a valley."""
    return run.hike.floor is not None


def is_elsewhere(run: HikerRun) -> bool:
    """The deepest valley is not the one in which it ends."""
    return not run.is_deepest


def is_deepest(run: HikerRun) -> bool:
    """It ends on the floor of the deepest valley."""
    return run.is_deepest


def is_a_valley(run: HikerRun) -> bool:
    """It ends on the floor of a valley that is not the deepest."""
    return run.hike.floor is not None and not run.is_deepest


def is_no_valley(run: HikerRun) -> bool:
    """It feels flat where it ends, and that is no valley's floor."""
    return run.hike.felt_flat and run.hike.floor is None


def ends_differ(run: HikerRun) -> bool:
    """Two runs ended in two valleys."""
    return len(run.floors) > 1


def _arrived(run: HikerRun) -> list[bool]:
    return [one.floor is not None for one in (run.hike, *run.others)]


def all_in_one(run: HikerRun) -> bool:
    """All runs ended in one valley."""
    return len(run.floors) == 1 and all(_arrived(run))


def some_in_one(run: HikerRun) -> bool:
    """Some runs ended in one valley, and some in none."""
    return len(run.floors) == 1 and not all(_arrived(run))


def none_arrives(run: HikerRun) -> bool:
    """No run ended in a valley."""
    return not run.floors


# -- what the film claims --------------------------------------------------------------------------


def walks_to_a_floor(run: HikerRun) -> bool:
    """Steps lead onto a valley's floor."""
    return run.regime == "arrived" and run.hike.floor is not None


def walks_to_another_floor(run: HikerRun) -> bool:
    """Steps lead onto the floor of a valley that is not the deepest."""
    return walks_to_a_floor(run) and not run.is_deepest


def walks_to_flat_ground(run: HikerRun) -> bool:
    """Steps lead to ground that feels flat and is no valley's floor."""
    return run.regime == "arrived" and run.hike.floor is None


def only_goes_down(run: HikerRun) -> bool:
    """Every step of a run that did not arrive ended lower."""
    return run.regime == "tired" and bool((np.diff(run.hike.altitudes) < -NOISE).all())


def some_step_not_lower(run: HikerRun) -> bool:
    """A step of a run that did not arrive ended as high as it began, or higher."""
    return run.regime == "tired" and not only_goes_down(run)


CLAIM: dict[str, Predicate] = {
    "The slope underfoot finds a valley,\nnot always the deepest.": walks_to_another_floor,
    "The slope underfoot finds\na valley, step by step.": walks_to_a_floor,
    "Flat underfoot is not always\nthe bottom of a valley.": walks_to_flat_ground,
    "Where it feels flat,\nthere is no step to take.": feels_flat_at_once,
    "Steps too long\nlead off the map.": lead_off_the_map,
    "Always down,\nand not there yet.": only_goes_down,
    "Steps too long\ndo not lead down.": some_step_not_lower,
    "A learning rate of 0\nfinds no valley.": has_no_rate,
    "Without a step,\nno valley.": asks_no_step,
}
LESSON = "With nothing but the slope under your feet you can find a valley, step by step."

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
    claim=CLAIM,
    lesson={LESSON: walks_to_a_floor} | CLAIM,
)  # fmt: skip
