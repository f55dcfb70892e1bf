"""What the hiker film says, each sentence with what makes it true."""

from __future__ import annotations

import numpy as np

from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.hiker_run import NOISE, SAME, HikerRun

__all__ = ["SAYS"]


def one_way_falls_most(run: HikerRun) -> bool:
    """Of the eight ways, one falls more than all others."""
    least, next_ = np.sort(run.changes)[:2]
    return bool(least < next_ - NOISE)


def some_fall_some_rise(run: HikerRun) -> bool:
    """Some of the eight ways lead down and some up."""
    return bool(run.changes.min() < -NOISE and run.changes.max() > NOISE)


def slopes(run: HikerRun) -> bool:
    """The gradient at the start is not zero."""
    return bool(np.linalg.norm(run.gradient(0)) > NOISE)


# -- steps -----------------------------------------------------------------------------------------


def leads_uphill(run: HikerRun, step: int) -> bool:
    """The step that leads there ends higher than it began."""
    return run.rise(step) > NOISE


def ends_as_high(run: HikerRun, step: int) -> bool:
    """It ends as high as it began."""
    return abs(run.rise(step)) <= NOISE


def leads_down(run: HikerRun, step: int) -> bool:
    """It ends lower than it began."""
    return run.rise(step) < -NOISE


def is_shorter(run: HikerRun, step: int) -> bool:
    """It is shorter than the one before it: the ground was gentler there."""
    return step > 1 and bool(run.hike.ratios[step - 2] < 1 - SAME)


def is_longer(run: HikerRun, step: int) -> bool:
    """It is longer than the one before it: the ground was steeper there."""
    return step > 1 and bool(run.hike.ratios[step - 2] > 1 + SAME)


def grow_again(run: HikerRun) -> bool:
    """After steps that became shorter, some of the rest become longer."""
    return run.grows_again


def ease(run: HikerRun) -> bool:
    """After the longest of those every step is shorter than the one before it."""
    return run.grows_again and run.eases


def only_shrink(run: HikerRun) -> bool:
    """Every step is shorter than the one before it."""
    return run.steps > run.told and all(ratio < 1 - SAME for ratio in run.hike.ratios)


# -- how the walk ends -----------------------------------------------------------------------------


def arrives(run: HikerRun) -> bool:
    """It feels flat in the end, on the floor of a valley."""
    return run.hike.floor is not None


def leads_off_the_map(run: HikerRun) -> bool:
    """A step ends beyond the map's rim."""
    return run.hike.left_at is not None


def still_slopes(run: HikerRun) -> bool:
    """All steps are made, and it does not feel flat."""
    return not arrives(run) and not leads_off_the_map(run)


def is_in_the_bowl(run: HikerRun) -> bool:
    """It ends on the floor of the bowl, which is the only valley."""
    return run.params.surface == "bowl" and arrives(run)


def is_deepest(run: HikerRun) -> bool:
    """It ends on the floor of the deepest valley."""
    return run.is_deepest


def is_not_deepest(run: HikerRun) -> bool:
    """It ends on the floor of a valley that is not the deepest."""
    return arrives(run) and not run.is_deepest


def is_elsewhere(run: HikerRun) -> bool:
    """The deepest valley is not the one in which it ends."""
    return not run.is_deepest


def ends_differ(run: HikerRun) -> bool:
    """Two runs ended in two valleys."""
    return len(run.floors) > 1


def all_in_one(run: HikerRun) -> bool:
    """All runs ended in one valley."""
    return len(run.floors) == 1 and all(one.floor is not None for one in (run.hike, *run.others))


def some_ends_in_none(run: HikerRun) -> bool:
    """A run ended in no valley."""
    return any(one.floor is None for one in (run.hike, *run.others))


def only_goes_down(run: HikerRun) -> bool:
    """Every step of a run that did not arrive ended lower."""
    return still_slopes(run) and bool((np.diff(run.hike.altitudes) < -NOISE).all())


def some_step_not_lower(run: HikerRun) -> bool:
    """A step of a run that did not arrive ended as high as it began, or higher."""
    return still_slopes(run) and not only_goes_down(run)


CLAIM: dict[str, Predicate] = {
    "The slope underfoot finds a valley, not always the deepest.": is_not_deepest,
    "The slope underfoot finds a valley, step by step.": arrives,
    "Steps too long lead off the map.": leads_off_the_map,
    "Always down, and not there yet.": only_goes_down,
    "Steps too long do not lead down.": some_step_not_lower,
}
LESSON = "With nothing but the slope under your feet you can find a valley, step by step."

SAYS = Sentences(
    question={"Which way\nis down?": no_claim},
    blind={"Blindfolded, in thick fog.": no_claim},
    foot={"A foot can feel what eyes cannot.": no_claim},
    rays={"Solid rays go down, dashed ones go up.": some_fall_some_rise},
    tries={"Eight tries. One way falls most.": one_way_falls_most},
    lower={" lower": no_claim},
    up={"steepest up\n[gradient:gradient ∇J]": slopes},
    down={"steepest down\n[step:minus ∇J]": slopes},
    uphill={"Exactly the steepest way up: the gradient.": slopes},
    turned={"A minus turns it round: steepest down.": slopes},
    rate={"How much of it? The learning rate says.": no_claim},
    both={"w and b each take their step.": no_claim},
    new={"new place": no_claim},
    old={"place": no_claim},
    pace={
        "Too long a step: it leads uphill.": leads_uphill,
        "Across, and as high as before.": ends_as_high,
        "Gentler ground, shorter step.": is_shorter,
        "Steeper ground, longer step.": is_longer,
        "One step down. Feel again.": leads_down,
    },
    chart={"Each print has its altitude.": no_claim},
    rest={
        "Steeper again, longer steps.": grow_again,
        "Gentler and gentler, shorter and shorter.": only_shrink,
        "And again, and again.": no_claim,
    },
    ease={"Gentler again, shorter and shorter.": ease},
    steps={" steps": no_claim},
    ending={
        "Step by step, until the ground feels flat.": arrives,
        "Step {run.steps} leads off the map.": leads_off_the_map,
        "After {run.steps} steps, the ground still slopes.": still_slopes,
    },
    model={"A model learns in the same way.": no_claim},
    place={"place\n[here:weights w, b]": no_claim},
    altitude={"altitude\n[cost:cost J]": no_claim},
    slope={"slope underfoot\n[gradient:gradient]": no_claim},
    step={"step\n[step:learning rate]\n× [gradient:gradient]": no_claim},
    floor={"valley floor\n[target:solution]": arrives},
    is_place={"Its weights are a place.": no_claim},
    is_altitude={"How wrong it is: the altitude.": no_claim},
    is_slope={"Its gradient: the slope underfoot.": no_claim},
    is_step={"The steeper it is, the longer its step.": no_claim},
    is_floor={"Where nothing slopes, learning stops.": arrives},
    deepest={"deepest altitude": is_elsewhere},
    his={"altitude": no_claim},
    dawn={"Dawn. Off with the blindfold.": no_claim},
    fate={
        "The bottom of the bowl.": is_in_the_bowl,
        "A valley, and it is the deepest.": is_deepest,
        "A valley, but not the deepest.": is_not_deepest,
        "One step too far, and he is off the map.": leads_off_the_map,
        "He is still on a slope.": still_slopes,
    },
    others={"Others walked in the fog, too.": no_claim},
    starts={
        "Where you start decides where you end.": ends_differ,
        "One valley: every start ends in it.": all_in_one,
        "Not every start ends in a valley.": some_ends_in_none,
    },
    claim=CLAIM,
    lesson={LESSON: arrives} | CLAIM,
)  # fmt: skip
