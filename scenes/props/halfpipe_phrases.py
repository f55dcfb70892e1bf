"""What the half-pipe film says of a learning rate, by what it makes of the ride."""

from __future__ import annotations

from gdmath.experiments._common.outcome import Regime

__all__ = ["AFTER_ONE_STEP", "ALL_STEPS", "BOTTOM", "RIDE_ON", "SWEPT", "felt", "sign"]

ALL_STEPS: dict[Regime, str] = {
    "there": "Far away you take big steps, near the bottom small ones.",
    "still": "Times a learning rate of zero: no step, however steep.",
    "glide": "Far away you take big steps, near the bottom small ones.",
    "hit": "From everywhere, the step ends right on the bottom.",
    "alternate": "These steps lead across the bottom, but not as far up.",
    "bounce": "These steps lead across the bottom, and just as far up.",
    "diverge": "These steps lead across the bottom, and further up.",
}
AFTER_ONE_STEP: dict[Regime, str] = {
    "there": "No slope, no step: you are there.",
    "still": "A learning rate of zero: no step at all.",
    "glide": "Lower, and not so steep any more.",
    "hit": "One step, and you are there.",
    "alternate": "Across the bottom! But lower than before.",
    "bounce": "Across the bottom, and just as high.",
    "diverge": "Across the bottom, and higher than before!",
}
SWEPT: dict[Regime, str] = {
    "there": "Where the snow is flat, the rider stays.",
    "still": "Without a learning rate, nobody moves.",
    "glide": "The slope fades, and so do the steps.",
    "hit": "Exactly half the slope: one step is enough.",
    "alternate": "From side to side, and lower each time.",
    "bounce": "From side to side, for ever.",
    "diverge": "Each step is longer than the last.",
}
RIDE_ON = "Ride on: every step leads nearer to the bottom."
BOTTOM: dict[Regime, str] = {
    "there": "At the bottom there is no slope, and no cost.",
    "still": "The bottom would be here: no slope, and no cost.",
    "glide": "The ride leads to the bottom: no slope, and no cost.",
    "hit": "At the bottom there is no slope, and no cost.",
    "alternate": "The ride leads to the bottom: no slope, and no cost.",
    "bounce": "The bottom would be here: no slope, and no cost.",
    "diverge": "The bottom would be here: no slope, and no cost.",
}


def felt(miss: float) -> str:
    """Say what the feet feel on this side of the target."""
    if miss == 0:
        return "You feel it: here the snow is flat."
    way = "right" if miss < 0 else "left"
    return f"You feel it: down to the {way}. So go {way}."


def sign(miss: float) -> str:
    """Say what the slope's sign means on this side of the target."""
    if miss == 0:
        return "At zero there is nothing to do."
    if miss < 0:
        return "Minus: the snow goes down to the right."
    return "Plus: the snow goes down to the left."
