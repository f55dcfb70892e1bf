"""Attitudes of the friend at her bench, by name."""

from __future__ import annotations

from scenes.figures.pose import Arm, Brows
from scenes.figures.poses import FRIEND_POSES

__all__ = ["MAKER_POSES"]

_WORKING = FRIEND_POSES["watching"].but(
    near=Arm((-12.0, 62.0), 48.0, "hold", bend=1),
    far=Arm((42.0, 92.0), 78.0, "hold", bend=-1),
    hips=(0.0, 0.0),
    lean=6.0, arch=3.0, sway=1.0, neck=3.0, head=-9.0,
    gaze=(0.55, -0.85), mouth="tongue", brows=Brows(0.05, 0.05),
)  # fmt: skip

MAKER_POSES = {
    "laying": _WORKING,
    "peering": _WORKING.but(
        near=Arm((-10.0, 76.0), -10.0, "rest", bend=-1),
        far=Arm((20.0, 78.0), -20.0, "rest", bend=-1, front=False),
        lean=18.0, arch=-10.0, neck=5.0, head=-12.0,
        gaze=(0.5, -0.9), eyes="wide", mouth="o", brows=Brows(0.7, 0.7, 0.1, 0.1),
    ),
    "pointing": _WORKING.but(
        near=Arm((-16.0, 88.0), -30.0, "fist", bend=-1),
        far=Arm((56.0, 116.0), -6.0, "point", bend=-1, front=False),
        lean=4.0, arch=4.0, neck=1.0, head=-2.0,
        gaze=(0.8, -0.4), mouth="grin", brows=Brows(0.5, 0.5),
    ),
    "waiting": _WORKING.but(
        near=Arm((-22.0, 86.0), -30.0, "fist", bend=-1),
        far=Arm((27.0, 128.0), 112.0, "fist", bend=-1, front=False),
        lean=-3.0, arch=8.0, sway=-4.0, neck=0.5, head=4.0,
        gaze=(0.8, 0.1), mouth="soft", brows=Brows(0.3, 0.1),
    ),
    "carrying": _WORKING.but(
        near=Arm((30.0, 96.0), 20.0, "hold", bend=-1),
        far=Arm((40.0, 100.0), 30.0, "hold", bend=-1, front=False),
        lean=-7.0, arch=8.0, neck=0.5, head=4.0,
        gaze=(0.8, 0.2), eyes="happy", mouth="grin", brows=Brows(0.5, 0.5),
    ),
    "wondering": _WORKING.but(
        near=Arm((-30.0, 112.0), 130.0, "open", bend=1, thumb=-1),
        far=Arm((42.0, 116.0), 42.0, "open", bend=-1, front=False),
        lean=-4.0, arch=8.0, neck=0.0, head=6.0,
        gaze=(0.7, -0.3), eyes="wide", mouth="o", brows=Brows(0.9, 0.9, 0.2, 0.2),
    ),
    "grinning": _WORKING.but(
        near=Arm((-31.0, 160.0), 100.0, "fist", bend=1),
        far=Arm((46.0, 158.0), 60.0, "fist", bend=-1, front=False),
        lean=-4.0, arch=14.0, sway=3.0, shrug=1.5, neck=0.0, head=8.0,
        gaze=(0.7, 0.1), eyes="happy", mouth="grin", brows=Brows(0.8, 0.8),
    ),
}  # fmt: skip
