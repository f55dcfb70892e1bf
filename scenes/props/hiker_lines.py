"""What the hiker film says where it depends on how the hike goes."""

from __future__ import annotations

from gdmath.experiments.hiker import Hiker, Pace, Regime

__all__ = ["AGAIN", "CLOSING", "NO_STEP", "after_step", "ending", "moral", "taking", "verdict"]

FIRST: dict[Pace, str] = {
    "shorter": "Gentler ground, so a shorter step.",
    "longer": "Steeper ground, so a longer step.",
    "as long": "Lower than before.",
    "uphill": "Too far: the ground is higher here.",
}
AND_AGAIN: dict[Pace, str] = {
    "shorter": "Gentler still, so shorter still.",
    "longer": "Steeper still, so longer still.",
    "as long": "And lower again.",
    "uphill": "Too far again, and higher still.",
}
NO_STEP: dict[Regime, str] = {
    "flat": "No slope, so no step.",
    "unasked": "No step is asked for.",
}
UNTIL_FLAT = "Again, and again, until the ground feels flat."
AGAIN: dict[Regime, str] = {
    "flat": "The rule says: until the ground feels flat.",
    "unasked": "The rule says: until the ground feels flat.",
    "still": "Again, and again, on the same spot.",
    "arrived": UNTIL_FLAT,
    "left": UNTIL_FLAT,
    "tired": UNTIL_FLAT,
}
OFF_THE_MAP = "Too long a step: it leads off the map."
ENDED: dict[Regime, str] = {
    "flat": "It does, from the start: there is nothing to do.",
    "unasked": "It does not, but there is no step to take.",
    "still": "A learning rate of zero: the hiker never moves.",
    "arrived": "Flat. Whichever way the foot reaches, it goes up.",
    "left": OFF_THE_MAP,
    "tired": "All steps are used up, and the ground still slopes.",
}
FOUND = "The slope underfoot finds a valley, step by step."
CLOSING: dict[Regime, str] = {
    "flat": FOUND,
    "unasked": "Step by step, the slope underfoot would find a valley.",
    "still": "With steps to take, the slope would find a valley.",
    "arrived": FOUND,
    "left": "With smaller steps, the slope would find a valley.",
    "tired": "With other steps, the slope would find a valley.",
}


def taking(rate: float) -> str:
    """Say what the learning rate makes of the arrow."""
    if rate == 1:
        return "Take all of it: that is the learning rate."
    much = "none" if rate == 0 else "only a part" if rate < 1 else "more than all"
    return f"Take {much} of it: that is the learning rate."


def after_step(story: Hiker, number: int) -> str:
    """Say how the step that led to ``number`` went."""
    if story.hike.left_at == number:
        return OFF_THE_MAP
    if story.regime == "still":
        return "The same place, and the same slope."
    pace = story.pace(number)
    again = number > 1 and pace == story.pace(number - 1)
    return (AND_AGAIN if again else FIRST)[pace]


def ending(story: Hiker) -> str:
    """Say how the hike ended."""
    if story.hike.ground in ("summit", "pass"):
        return f"Flat, but no valley: only a {story.hike.ground}."
    return ENDED[story.regime]


def verdict(story: Hiker) -> str:
    """Say what the lifted fog shows of the place where the hike ended."""
    if story.hike.ground != "valley":
        return "So this is what the feet could not see."
    if story.params.surface == "bowl":
        return "A bowl has only one valley, and this is it."
    if story.is_deepest:
        return "It is the deepest valley, though the feet could not know."
    return "It is a valley, but not the deepest one."


def moral(story: Hiker) -> str:
    """Say what all the runs show."""
    if not story.valleys:
        return "None of them comes to rest."
    if not story.all_arrive:
        return "Some come to rest, some never do."
    if len(story.valleys) == 1:
        return "They all end in the same valley."
    return "Where you start decides which valley you find."
