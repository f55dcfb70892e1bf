"""Attitudes of the people, by name."""

from __future__ import annotations

from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = ["FRIEND_POSES", "PLAYER_POSES"]

_AIM = Arm((32.0, 112.0), 14.0, "grip", bend=-1, front=False)

PUZZLED = Pose(
    near=Arm((-27.0, 150.0), 40.0, "cup", bend=1),
    far=_AIM,
    near_leg=Leg((-25.0, 0.0)),
    far_leg=Leg((25.0, 0.0)),
    hips=(-2.0, -5.0),
    lean=2.0, arch=8.0, sway=4.0, neck=1.5, head=6.0,
    gaze=(0.75, 0.6), mouth="hmm", brows=Brows(0.75, 0.1, 0.5, 0.6),
)  # fmt: skip

AIMING = PUZZLED.but(
    near=Arm((-22.0, 84.0), -70.0, "rest", bend=1),
    head=3.0, gaze=(0.8, 0.35), mouth="soft", brows=Brows(0.1, 0.1),
)  # fmt: skip

CHEERING = Pose(
    near=Arm((-30.0, 163.0), 84.0, "fist", bend=1),
    far=Arm((28.0, 96.0), 20.0, "grip", bend=-1, front=False),
    near_leg=Leg((-14.0, 0.0)),
    far_leg=Leg((14.0, 0.0)),
    lean=-4.0, arch=10.0, head=8.0, shrug=1.5,
    gaze=(0.8, 0.2), mouth="grin", eyes="happy", brows=Brows(0.8, 0.8),
)  # fmt: skip

PLAYER_POSES = {"puzzled": PUZZLED, "aiming": AIMING, "cheering": CHEERING}

POINTING = Pose(
    near=Arm((32.0, 161.0), 22.0, "point", bend=1),
    far=Arm((31.0, 118.0), 75.0, "fist", bend=-1, front=False),
    near_leg=Leg((-13.0, 0.0)),
    far_leg=Leg((12.0, 0.0)),
    lean=-3.0, arch=8.0, sway=-3.0, head=12.0,
    gaze=(0.8, 0.6), mouth="grin", brows=Brows(0.5, 0.5),
)  # fmt: skip

SHOUTING = Pose(
    near=Arm((2.0, 96.0), -20.0, "fist", bend=-1),
    far=Arm((30.0, 137.0), 84.0, "cup", bend=-1, thumb=-1, front=False),
    near_leg=Leg((-14.0, 0.0)),
    far_leg=Leg((14.0, 0.0)),
    lean=7.0, arch=6.0, neck=1.5, head=5.0,
    gaze=(0.7, -0.4), mouth="shout", brows=Brows(0.6, 0.6, -0.4, -0.4),
)  # fmt: skip

FRIEND_POSES = {"pointing": POINTING, "shouting": SHOUTING}
