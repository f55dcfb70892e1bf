"""Attitudes of the people, by name."""

from __future__ import annotations

from functools import partial

from scenes.figures.man_poses import MAN_POSES
from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = ["FRIEND_POSES", "HIKER_POSES", "MAN_POSES", "PLAYER_POSES", "RIDER_POSES"]

_behind = partial(Arm, front=False)  # an arm that the body hides

_AIMING = Pose(
    near=Arm((-19.0, 84.5), -8.0, "rest", bend=-1),
    far=_behind((38.0, 116.0), 14.0, "grip"),
    near_leg=Leg((-25.0, 0.0), -7.0),
    far_leg=Leg((20.0, 0.0)),
    hips=(2.0, -1.0),
    lean=5.0, arch=7.0, sway=3.0, neck=2.0, head=2.0,
    gaze=(0.85, 0.35), eyes="open", mouth="soft", brows=Brows(0.0, -0.1, -0.15, -0.1),
)  # fmt: skip

PLAYER_POSES = {
    "aiming": _AIMING,
    "puzzled": _AIMING.but(
        near=Arm((-29.0, 152.0), 46.0, "cup", bend=1),
        near_leg=Leg((-17.0, 0.0)),
        far_leg=Leg((22.0, 0.0), 3.0),
        hips=(-5.0, 0.4),
        lean=-3.0, arch=6.0, sway=-4.0, neck=1.0, head=9.0,
        gaze=(0.7, 0.6), mouth="hmm", brows=Brows(0.85, 0.15, 0.5, 0.5),
    ),
    "asking": _AIMING.but(
        near=Arm((-45.0, 118.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((43.0, 117.0), 24.0, "grip", bend=-1),
        near_leg=Leg((-17.0, 0.0)),
        far_leg=Leg((19.0, 0.0), 5.0),
        hips=(-3.0, 0.2),
        lean=-4.0, arch=4.0, sway=-3.0, shrug=6.0, neck=1.0, head=8.0,
        gaze=(0.8, 0.5), eyes="wide", mouth="o", brows=Brows(0.9, 0.5, 0.4, 0.4),
    ),
    "counting": _AIMING.but(
        near=Arm((33.0, 133.0), 78.0, "three", bend=-1),
        far=_behind((34.0, 92.0), -34.0, "grip", bend=-1),
        near_leg=Leg((-15.0, 0.0)),
        far_leg=Leg((18.0, 0.0)),
        hips=(-2.0, 0.0),
        lean=2.0, arch=2.0, sway=2.0, neck=2.0, head=-4.0,
        gaze=(0.75, 0.05), mouth="hmm", brows=Brows(0.5, 0.1, 0.1, -0.2),
    ),
    "strained": _AIMING.but(
        near=Arm((30.0, 111.5), 10.0, "hold", bend=-1),
        far=_behind((37.0, 115.0), 14.0, "grip", bend=-1),
        near_leg=Leg((-27.0, 0.0)),
        far_leg=Leg((19.0, 0.0), 6.0),
        hips=(-7.0, -11.0),
        lean=-6.0, arch=-12.0, sway=-3.0, shrug=2.0, neck=3.0, head=-5.0,
        gaze=(0.9, 0.2), eyes="squint", mouth="grit", brows=Brows(-0.3, -0.3, -0.8, -0.8),
    ),
    "flinching": _AIMING.but(
        near=Arm((-42.0, 139.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((33.0, 136.0), 52.0, "grip", bend=-1),
        near_leg=Leg((-21.0, 0.0)),
        far_leg=Leg((27.0, 12.0), 24.0),
        hips=(-9.0, -5.0),
        lean=-13.0, arch=-10.0, sway=-5.0, shrug=3.0, neck=-1.0, head=4.0,
        gaze=(0.9, 0.4), eyes="wide", mouth="o", brows=Brows(1.0, 1.0, 0.5, 0.5),
    ),
    "eager": _AIMING.but(
        near=Arm((-37.0, 104.0), 196.0, "fist", bend=1, thumb=-1),
        far=_behind((69.0, 111.0), -4.0, "grip"),
        near_leg=Leg((-38.0, 0.0), -26.0),
        far_leg=Leg((24.0, 0.0)),
        hips=(2.0, -10.0),
        lean=19.0, arch=12.0, sway=4.0, shrug=1.0, neck=3.0, head=6.0,
        gaze=(0.9, 0.2), mouth="grin", brows=Brows(0.2, 0.2, -0.6, -0.6),
    ),
    "cheering": _AIMING.but(
        near=Arm((-27.0, 166.0), 80.0, "fist", bend=1),
        far=_behind((33.0, 99.0), 17.0, "grip"),
        near_leg=Leg((-14.0, 0.0), -14.0),
        far_leg=Leg((15.0, 0.0), -8.0),
        hips=(2.0, 3.5),
        lean=-6.0, arch=14.0, sway=-5.0, shrug=1.0, neck=0.0, head=11.0,
        gaze=(0.8, 0.2), eyes="happy", mouth="grin", brows=Brows(0.7, 0.7),
    ),
    "leaping": _AIMING.but(
        near=Arm((-31.0, 176.0), 98.0, "fist", bend=1),
        far=_behind((42.0, 172.0), 62.0, "fist", bend=-1),
        near_leg=Leg((-27.0, 16.0), -52.0),
        far_leg=Leg((17.0, 22.0), -18.0),
        hips=(0.0, 12.0),
        lean=-5.0, arch=16.0, sway=-4.0, shrug=1.5, neck=0.0, head=13.0,
        gaze=(0.7, 0.5), eyes="happy", mouth="grin", brows=Brows(0.8, 0.8),
    ),
}  # fmt: skip
PLAYER_POSES["startled"] = PLAYER_POSES["leaping"].but(
    gaze=(0.7, -0.8), head=-6.0, eyes="wide", mouth="panic", brows=Brows(1.0, 1.0, 0.6, 0.6)
)

_WATCHING = Pose(
    near=Arm((-17.0, 90.0), -5.0, "rest", bend=-1),
    far=_behind((29.0, 127.0), 112.0, "fist", bend=-1),
    near_leg=Leg((-10.0, 0.0)),
    far_leg=Leg((15.0, 0.0), 4.0),
    hips=(-3.0, 1.2),
    lean=-2.0, arch=7.0, sway=-5.0, head=9.0,
    gaze=(0.75, 0.55), mouth="smile", brows=Brows(0.3, 0.3),
)  # fmt: skip

FRIEND_POSES = {
    "watching": _WATCHING,
    "pointing": _WATCHING.but(
        near=Arm((12.0, 106.0), 60.0, "fist", bend=-1),
        far=_behind((51.0, 162.0), 38.0, "point", bend=-1),
        near_leg=Leg((-15.0, 0.0), -5.0),
        far_leg=Leg((14.0, 0.0)),
        hips=(2.0, 1.0),
        lean=3.0, arch=12.0, sway=4.0, neck=1.5, head=11.0,
        gaze=(0.8, 0.6), mouth="grin", brows=Brows(0.6, 0.6),
    ),
    "shouting": _WATCHING.but(
        near=Arm((-15.0, 91.0), -10.0, "fist", bend=-1),
        far=_behind((41.0, 131.0), 84.0, "cup", bend=-1, thumb=-1),
        near_leg=Leg((-20.0, 0.0), -10.0),
        far_leg=Leg((15.0, 0.0)),
        hips=(3.0, -2.5),
        lean=9.0, arch=8.0, sway=4.0, shrug=1.0, neck=2.5, head=5.0,
        gaze=(0.75, -0.3), mouth="shout", brows=Brows(0.7, 0.7, -0.35, -0.35),
    ),
    "measuring": _WATCHING.but(
        near=Arm((33.0, 98.0), 4.0, "open", bend=-1),
        far=_behind((37.0, 143.0), 8.0, "open", bend=-1),
        near_leg=Leg((-16.0, 0.0), -6.0),
        far_leg=Leg((14.0, 0.0)),
        hips=(1.0, -1.0),
        lean=4.0, arch=7.0, sway=2.0, neck=2.0, head=2.0,
        gaze=(0.8, -0.1), eyes="wide", mouth="shout", brows=Brows(0.8, 0.8, 0.1, 0.1),
    ),
    "laughing": _WATCHING.but(
        near=Arm((9.0, 100.0), 20.0, "rest", bend=-1),
        far=_behind((47.0, 118.0), 10.0, "point", bend=-1),
        near_leg=Leg((-16.0, 0.0)),
        far_leg=Leg((14.0, 0.0), 8.0),
        hips=(-5.0, -4.0),
        lean=-8.0, arch=-8.0, sway=-4.0, shrug=4.0, head=16.0,
        gaze=(0.6, 0.2), eyes="happy", mouth="grin", brows=Brows(0.7, 0.7),
    ),
    "shrugging": _WATCHING.but(
        near=Arm((-36.0, 116.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((42.0, 118.0), 30.0, "open", bend=-1),
        near_leg=Leg((-14.0, 0.0)),
        far_leg=Leg((14.0, 0.0), 4.0),
        hips=(-2.0, 0.4),
        lean=-4.0, arch=4.0, sway=-3.0, shrug=7.0, neck=1.0, head=4.0,
        gaze=(0.8, 0.3), mouth="hmm", brows=Brows(0.9, 0.6, 0.5, 0.5),
    ),
    "counting": _WATCHING.but(
        near=Arm((33.0, 115.0), 72.0, "point", bend=-1),
        far=_behind((48.0, 131.0), 86.0, "three", bend=-1),
        near_leg=Leg((-12.0, 0.0)),
        far_leg=Leg((13.0, 0.0)),
        hips=(-1.0, 1.0),
        lean=1.0, arch=6.0, sway=3.0, neck=1.5, head=-2.0,
        gaze=(0.8, -0.35), mouth="o", brows=Brows(0.5, 0.5, 0.1, 0.1),
    ),
    "ducking": _WATCHING.but(
        near=Arm((2.0, 124.0), 48.0, "rest", bend=1),
        far=Arm((38.0, 126.0), 100.0, "open", bend=-1, front=False),
        near_leg=Leg((-18.0, 0.0), -16.0),
        far_leg=Leg((17.0, 0.0)),
        hips=(-9.0, -33.0),
        lean=28.0, arch=-34.0, sway=3.0, shrug=5.0, neck=1.0, head=-12.0,
        gaze=(0.8, 0.6), eyes="squint", mouth="grit", brows=Brows(0.2, 0.2, 0.7, 0.7),
    ),
    "cheering": _WATCHING.but(
        near=Arm((-27.0, 168.0), 100.0, "open", bend=1, thumb=-1),
        far=_behind((50.0, 161.0), 52.0, "fist", bend=-1),
        near_leg=Leg((-13.0, 0.0), -12.0),
        far_leg=Leg((13.0, 0.0), -12.0),
        hips=(1.0, 4.0),
        lean=-4.0, arch=15.0, sway=4.0, shrug=1.5, neck=0.5, head=8.0,
        gaze=(0.8, -0.2), eyes="open", mouth="grin", brows=Brows(0.8, 0.8),
    ),
    "peeking": _WATCHING.but(
        near=Arm((2.0, 103.0), -30.0, "fist", bend=-1),
        far=_behind((24.0, 104.0), -60.0, "fist", bend=-1),
        near_leg=Leg((-14.0, 0.0)),
        far_leg=Leg((14.0, 0.0)),
        hips=(0.0, -9.0),
        lean=7.0, arch=-6.0, shrug=4.0, neck=2.0, head=-3.0,
        gaze=(0.8, -0.5), eyes="wide", mouth="o", brows=Brows(0.8, 0.8, 0.3, 0.3),
    ),
}  # fmt: skip

_RIDING = Pose(
    near=Arm((-48.0, 106.0), 200.0, "open", bend=1, thumb=-1),
    far=_behind((52.0, 112.0), 8.0, "open", bend=-1),
    near_leg=Leg((-27.0, 0.0)),
    far_leg=Leg((27.0, 0.0)),
    hips=(-2.0, -19.0),
    lean=9.0, arch=-8.0, sway=3.0, shrug=1.0, neck=2.0, head=2.0,
    gaze=(0.8, 0.0), mouth="smile", brows=Brows(0.2, 0.2),
)  # fmt: skip

RIDER_POSES = {
    "riding": _RIDING,
    "unsure": _RIDING.but(
        near=Arm((-46.0, 125.0), 165.0, "open", bend=1, thumb=-1),
        far=_behind((45.0, 124.0), 20.0, "open"),
        hips=(-5.0, -14.0),
        lean=-4.0, arch=-10.0, sway=-4.0, shrug=4.0, head=5.0,
        mouth="grit", brows=Brows(0.5, 0.5, 0.8, 0.8),
    ),
    "crouching": _RIDING.but(
        near=Arm((-42.0, 84.0), 205.0, "open", bend=1, thumb=-1),
        far=_behind((68.0, 96.0), 0.0, "open", bend=-1),
        hips=(-8.0, -30.0),
        lean=27.0, arch=-16.0, head=-2.0,
        mouth="tongue", brows=Brows(0.0, 0.0, -0.4, -0.4),
    ),
    "feeling": _RIDING.but(
        near=Arm((-50.0, 104.0), 196.0, "open", bend=1, thumb=-1),
        far=_behind((58.0, 84.0), -24.0, "open", bend=-1),
        hips=(-3.0, -21.0),
        lean=13.0, arch=-6.0, sway=4.0, shrug=0.5, neck=4.0, head=-9.0,
        mouth="hmm", brows=Brows(0.4, 0.1, 0.3, 0.1),
    ),
    "startled": _RIDING.but(
        near=Arm((-34.0, 96.0), 210.0, "open", bend=1, thumb=-1),
        far=_behind((62.0, 104.0), 14.0, "fist", bend=-1),
        hips=(-14.0, -24.0),
        lean=-6.0, arch=-4.0, sway=-3.0, shrug=3.0, head=7.0,
        mouth="o", brows=Brows(0.9, 0.9, 0.4, 0.4),
    ),
    "listening": _RIDING.but(
        near=Arm((-26.0, 86.0), -20.0, "rest", bend=-1),
        far=_behind((30.0, 138.0), 110.0, "cup", bend=-1),
        hips=(-2.0, -12.0),
        lean=2.0, arch=4.0, sway=-3.0, head=8.0,
        mouth="hmm", brows=Brows(0.8, 0.2, 0.5, 0.3), gaze=(0.8, 0.3),
    ),
    "high five": _RIDING.but(
        near=Arm((-40.0, 150.0), 120.0, "fist", bend=1),
        far=_behind((58.0, 150.0), 64.0, "open", bend=-1),
        near_leg=Leg((-25.0, 0.0)),
        far_leg=Leg((25.0, 0.0)),
        hips=(4.0, -12.0),
        lean=8.0, arch=8.0, sway=5.0, shrug=1.5, neck=2.0, head=9.0,
        mouth="grin", eyes="happy", brows=Brows(0.8, 0.8), gaze=(0.9, 0.3),
    ),
    "cheering": _RIDING.but(
        near=Arm((-33.0, 158.0), 104.0, "fist", bend=1),
        far=_behind((47.0, 154.0), 60.0, "open"),
        hips=(0.0, -9.0),
        lean=-4.0, arch=10.0, head=9.0,
        mouth="grin", eyes="happy", brows=Brows(0.7, 0.7),
    ),
}  # fmt: skip

_FEELING = Pose(
    near=Arm((-31.0, 96.0), -18.0, "pole", bend=-1),
    far=_behind((47.0, 117.0), 24.0, "open"),
    near_leg=Leg((-17.0, 0.0)),
    far_leg=Leg((31.0, 0.0), 10.0),
    hips=(-7.0, -5.0),
    lean=-6.0, arch=-6.0, sway=-4.0, shrug=2.0, neck=1.0, head=3.0,
    gaze=(0.8, 0.0), mouth="grit", brows=Brows(0.5, 0.5, 0.7, 0.7),
)  # fmt: skip

HIKER_POSES = {
    "feeling": _FEELING,
    "reaching": _FEELING.but(
        far=_behind((54.0, 106.0), -8.0, "open"),
        near_leg=Leg((-9.0, 0.0)),
        far_leg=Leg((38.0, 0.0)),
        hips=(-3.0, -5.0),
        lean=2.0, arch=-8.0, shrug=3.0, neck=3.0, head=-4.0,
        mouth="o", brows=Brows(0.8, 0.8, 0.8, 0.8),
    ),
    "striding": _FEELING.but(
        near=Arm((12.0, 96.0), 8.0, "pole", bend=-1),
        far=_behind((38.0, 90.0), -12.0, "open", bend=-1),
        near_leg=Leg((-28.0, 0.0), -26.0),
        far_leg=Leg((25.0, 0.0), 6.0),
        hips=(1.0, -1.5),
        lean=7.0, arch=6.0, head=2.0, shrug=0.0,
        mouth="soft", brows=Brows(0.1, 0.1),
    ),
    "arrived": _FEELING.but(
        near=Arm((-22.0, 90.0), 0.0, "pole", bend=-1),
        far=_behind((31.0, 139.0), 84.0, "fist", bend=-1),
        near_leg=Leg((-13.0, 0.0)),
        far_leg=Leg((14.0, 0.0)),
        hips=(0.0, 0.6),
        lean=-3.0, arch=9.0, sway=-3.0, head=8.0, shrug=0.5,
        mouth="smile", brows=Brows(0.6, 0.6),
    ),
    "wistful": _FEELING.but(
        near=Arm((-20.0, 86.0), -100.0, "fist", bend=-1),
        far=_behind((28.0, 84.0), -70.0, "open", bend=-1),
        near_leg=Leg((-13.0, 0.0)),
        far_leg=Leg((14.0, 0.0)),
        hips=(0.0, -1.0),
        lean=2.0, arch=-6.0, sway=2.0, shrug=-1.0, neck=3.0, head=-4.0,
        gaze=(0.9, -0.2), mouth="hmm", brows=Brows(0.5, 0.5, 0.8, 0.8),
    ),
    "waving": _FEELING.but(
        near=Arm((-22.0, 90.0), -100.0, "fist", bend=-1),
        far=_behind((44.0, 160.0), 78.0, "open", bend=-1),
        near_leg=Leg((-14.0, 0.0)),
        far_leg=Leg((15.0, 0.0), -8.0),
        hips=(1.0, 1.2),
        lean=-3.0, arch=10.0, sway=-4.0, head=8.0, neck=0.0, shrug=0.5,
        gaze=(0.8, 0.2), mouth="grin", eyes="happy", brows=Brows(0.7, 0.7),
    ),
    "pointing": _FEELING.but(
        near=Arm((-26.0, 88.0), -100.0, "fist", bend=-1),
        far=_behind((58.0, 121.0), 4.0, "point"),
        near_leg=Leg((-16.0, 0.0), -6.0),
        far_leg=Leg((16.0, 0.0)),
        hips=(2.0, 0.2),
        lean=3.0, arch=8.0, sway=3.0, head=4.0, neck=2.0, shrug=0.0,
        mouth="o", eyes="wide", brows=Brows(0.9, 0.9, 0.2, 0.2),
    ),
}  # fmt: skip
