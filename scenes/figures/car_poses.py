"""The driver and the friend beside him, as the windscreen shows them."""

from __future__ import annotations

from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = ["BESIDE", "DRIVING", "mood"]

SCARED_CM = 50.0  # off the centre of the lane

_SITTING = Pose(
    near=Arm((-14.0, 92.0), 40.0, "fist", bend=-1),
    far=Arm((20.0, 92.0), 60.0, "fist", bend=-1, front=False),
    near_leg=Leg((-10.0, 0.0)),
    far_leg=Leg((10.0, 0.0)),
)  # fmt: skip

DRIVING = {
    "happy": _SITTING.but(head=4.0, gaze=(0.6, 0.1), mouth="smile", brows=Brows(0.3, 0.3)),
    "uneasy": _SITTING.but(
        head=-3.0, neck=2.0, gaze=(0.4, -0.5), mouth="hmm", brows=Brows(0.3, -0.2, -0.6, -0.5)
    ),
    "tense": _SITTING.but(
        head=-4.0, neck=3.0, shrug=3.0, gaze=(0.8, -0.1), eyes="wide", mouth="grit",
        brows=Brows(0.4, 0.4, 0.7, 0.7),
    ),
    "scared": _SITTING.but(
        lean=-4.0, head=5.0, neck=-1.0, shrug=6.0, gaze=(0.9, 0.0), eyes="wide", mouth="panic",
        brows=Brows(1.0, 1.0, 1.2, 1.2),
    ),
    "laughing": _SITTING.but(
        lean=-3.0, head=12.0, gaze=(0.4, 0.2), eyes="happy", mouth="grin", brows=Brows(0.8, 0.8)
    ),
}  # fmt: skip

BESIDE = {
    "happy": _SITTING.but(head=7.0, gaze=(0.9, 0.1), mouth="smile", brows=Brows(0.4, 0.4)),
    "uneasy": _SITTING.but(
        head=2.0, gaze=(0.9, -0.3), mouth="closed", brows=Brows(0.8, 0.1, 0.3, 0.0)
    ),
    "tense": _SITTING.but(
        head=3.0, shrug=3.0, gaze=(0.9, 0.0), eyes="wide", mouth="o",
        brows=Brows(0.8, 0.8, 0.5, 0.5),
    ),
    "scared": _SITTING.but(
        lean=3.0, head=8.0, shrug=3.0, gaze=(0.9, 0.0), eyes="wide", mouth="shout",
        brows=Brows(0.9, 0.9, 0.7, 0.7),
    ),
    "laughing": _SITTING.but(
        lean=-2.0, head=14.0, shrug=2.0, gaze=(0.6, 0.2), eyes="happy", mouth="grin",
        brows=Brows(0.8, 0.8),
    ),
}  # fmt: skip


def mood(off_cm: float) -> str:
    """Return how those in a car feel so far off the centre of their lane."""
    return "scared" if off_cm >= SCARED_CM else "tense"
