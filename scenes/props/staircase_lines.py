"""What the staircase film says where it depends on what the run shows."""

from __future__ import annotations

from gdmath.experiments.staircase import Staircase
from gdmath.experiments.staircase_run import Coupling, Outcome

__all__ = ["AFTER_ALL", "AFTER_ONE", "AT_THE_LIMIT", "LIFTED", "above", "fitting", "nearness"]

LIFTED: dict[Coupling, str] = {
    "flatter": "The higher the line starts, the flatter it must lie.",
    "lower": "The higher b is, the lower is the best a.",
    "higher": "The higher b is, the higher is the best a.",
    "same": "Its lowest point stays, since the points lie evenly about zero.",
}
AFTER_ONE: dict[Outcome, str] = {
    "falls": "Both move at once, and the cost falls: that is the riser.",
    "climbs": "Both move at once, but too far: the cost climbs.",
    "diverges": "Both move at once, but too far: the cost climbs.",
    "still": "Nothing moves, so the cost stays as it is.",
}
AFTER_ALL: dict[Outcome, str] = {
    "falls": "Each epoch is one stair, and the cost goes down.",
    "climbs": "These stairs lead up: the learning rate is too high.",
    "diverges": "These stairs lead up and away: the learning rate is too high.",
    "still": "However many epochs: there are no stairs.",
}
AT_THE_LIMIT = "At the limit, a step ends as high on the other side."


def fitting(story: Staircase) -> str:
    """Say how good the best line is."""
    if story.best_cost == 0:
        return "The best line meets every point."
    return "Zero is out of reach: no line fits all points."


def nearness(story: Staircase) -> str:
    """Say when the run comes near the best line."""
    reached = story.long.reached_at
    if reached is None:
        return "With this learning rate, the run never comes near it."
    if reached > story.epochs:
        return "It takes that long to come near the best line."
    return "By then, the run was already near the best line."


def above(story: Staircase) -> str:
    """Say what a learning rate above the limit does."""
    if story.trials[2].climbs:
        return "Above the limit the stairs lead up: every step goes too far."
    return "Above the limit every step goes too far, and in the end the cost grows."
