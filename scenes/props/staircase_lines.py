"""What the staircase film says where it depends on what the run shows."""

from __future__ import annotations

from gdmath.experiments.staircase_run import Coupling, Outcome

__all__ = ["AFTER_ALL", "AFTER_ONE", "LIFTED"]

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
