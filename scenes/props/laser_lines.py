"""What the laser film says of each way in which a run can go."""

from gdmath.experiments._common.outcome import Regime

__all__ = ["AFTER_ONE_STEP", "AFTER_TWO_STEPS", "CLOSING", "SWEPT"]

AFTER_ONE_STEP: dict[Regime, str] = {
    "there": "Nothing to correct: you are there.",
    "still": "A learning rate of zero: the wrist never moves.",
    "glide": "Still off, but less than before.",
    "hit": "One step, and you are there.",
    "alternate": "Too far! But closer than before.",
    "bounce": "Just as far off, on the other side.",
    "diverge": "Too far! And further off than before.",
}
AFTER_TWO_STEPS: dict[Regime, str] = {
    "there": "The slope is flat, so the step is nothing.",
    "still": "However loud the shout, nothing moves.",
    "glide": "A smaller miss, so a smaller step.",
    "hit": "No miss, no slope, no step.",
    "alternate": "Back again, and closer still.",
    "bounce": "And back to where it began.",
    "diverge": "Each step overshoots by more.",
}
SWEPT: dict[Regime, str] = {
    "there": "Where the slope is zero, the dot stays.",
    "still": "Without a learning rate, nothing is learnt.",
    "glide": "A straight line here: the same part of the miss, every time.",
    "hit": "Exactly half the slope: one step was enough.",
    "alternate": "The shouts change sides, and the miss shrinks.",
    "bounce": "From side to side, for ever.",
    "diverge": "The wrist moves too much: the miss grows.",
}
CLOSING: dict[Regime, str] = {
    "there": "A flat slope means: you have arrived.",
    "still": "The learning rate is how far you turn the wrist.",
    "glide": "Every correction is the same part of the miss.",
    "hit": "Every correction is the same part of the miss: all of it.",
    "alternate": "Every correction is the same part of the miss.",
    "bounce": "Turn the wrist a little less, and you get there.",
    "diverge": "Turn the wrist less, and you get there.",
}
