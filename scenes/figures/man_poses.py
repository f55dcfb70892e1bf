"""Attitudes of the man on the stairs, by name."""

from __future__ import annotations

from functools import partial

from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = ["MAN_POSES"]

_behind = partial(Arm, front=False)  # an arm that the body hides

_STANDING = Pose(
    near=Arm((-18.0, 85.0), -10.0, "fist", bend=-1),
    far=_behind((27.0, 80.0), -70.0, "rest", bend=-1),
    near_leg=Leg((-15.0, 0.0)),
    far_leg=Leg((14.0, 0.0)),
    hips=(-1.0, 0.4),
    lean=1.0, arch=7.0, sway=-3.0, head=2.0,
    gaze=(0.7, 0.1), mouth="soft", brows=Brows(),
)  # fmt: skip

MAN_POSES = {
    "standing": _STANDING,
    "baffled": _STANDING.but(
        near=Arm((-25.0, 157.0), 44.0, "cup", bend=1),
        far=_behind((44.0, 108.0), -4.0, "hold", bend=-1),
        lean=-4.0, arch=4.0, head=10.0, shrug=2.0,
        gaze=(0.75, 0.6), mouth="o", eyes="wide", brows=Brows(0.8, 0.5, 0.5, 0.5),
    ),
    "hanging": _STANDING.but(
        near=Arm((-24.0, 172.0), 108.0, "hold", bend=1),
        far=_behind((52.0, 118.0), 10.0, "open", bend=-1),
        near_leg=Leg((-9.0, -2.0), -40.0),
        far_leg=Leg((31.0, 24.0), -8.0),
        hips=(4.0, 4.0),
        lean=3.0, arch=-8.0, sway=8.0, head=-4.0, shrug=4.0,
        gaze=(0.8, -0.8), mouth="o", eyes="wide", brows=Brows(0.9, 0.9, 0.6, 0.6),
    ),
    "leaping": _STANDING.but(
        near=Arm((-49.0, 131.0), 160.0, "open", bend=1, thumb=-1),
        far=_behind((58.0, 132.0), 26.0, "open"),
        near_leg=Leg((-48.0, 26.0), -34.0),
        far_leg=Leg((56.0, 34.0), 12.0),
        hips=(0.0, 6.0),
        lean=8.0, arch=10.0, head=4.0, shrug=2.0,
        gaze=(0.8, -0.4), mouth="shout", eyes="wide", brows=Brows(0.9, 0.9, 0.4, 0.4),
    ),
    "carrying": _STANDING.but(
        near=Arm((36.0, 104.0), 20.0, "hold", bend=-1),
        far=_behind((42.0, 110.0), 30.0, "hold"),
        hips=(-4.0, -3.0),
        lean=-7.0, arch=4.0, head=-2.0,
        gaze=(0.8, -0.4), mouth="hmm", brows=Brows(0.0, 0.0, -0.3, -0.3),
    ),
    "rejoicing": _STANDING.but(
        far=_behind((40.0, 141.0), 70.0, "open"),
        lean=-4.0, arch=10.0, sway=-5.0, head=7.0,
        gaze=(0.8, 0.3), mouth="grin", eyes="happy", brows=Brows(0.6, 0.6),
    ),
    "pouring": _STANDING.but(
        near=Arm((36.0, 118.0), 20.0, "fist", bend=-1),
        far=_behind((50.0, 127.0), 5.0, "fist", bend=-1),
        near_leg=Leg((-20.0, 0.0)),
        far_leg=Leg((20.0, 0.0)),
        hips=(-6.0, -9.0),
        lean=12.0, arch=-6.0, neck=2.0, head=-3.0,
        gaze=(0.9, -0.5), mouth="smile", brows=Brows(0.3, 0.3),
    ),
    "gripping": _STANDING.but(
        near=Arm((-27.0, 160.0), 40.0, "cup", bend=1),
        far=Arm((50.0, 100.0), 5.0, "hold", bend=-1),
        hips=(-3.0, 0.4),
        lean=-2.0, arch=6.0, head=8.0, shrug=1.5,
        gaze=(0.8, 0.5), mouth="o", eyes="wide", brows=Brows(0.8, 0.6, 0.4, 0.4),
    ),
    "feeling": _STANDING.but(
        near=Arm((-40.0, 108.0), 190.0, "open", bend=1, thumb=-1),
        far=_behind((44.0, 92.0), -20.0, "open", bend=-1),
        near_leg=Leg((-20.0, 16.0), -12.0),
        far_leg=Leg((18.0, -12.0), -20.0),
        hips=(-8.0, -12.0),
        lean=-9.0, arch=-4.0, shrug=3.0, neck=1.0, head=-6.0,
        gaze=(0.8, -0.8), mouth="grit", brows=Brows(0.6, 0.6, 0.6, 0.6),
    ),
    "landed": _STANDING.but(
        near=Arm((-44.0, 92.0), 190.0, "open", bend=1, thumb=-1),
        far=_behind((50.0, 98.0), 8.0, "open", bend=-1),
        near_leg=Leg((-17.0, 0.0), -14.0),
        far_leg=Leg((15.0, 0.0)),
        hips=(-4.0, -24.0),
        lean=18.0, arch=-14.0, shrug=2.0, head=2.0,
        gaze=(0.8, -0.3), mouth="grin", brows=Brows(0.5, 0.5),
    ),
    "striding": _STANDING.but(
        near=Arm((20.0, 94.0), -20.0, "fist", bend=-1),
        far=_behind((-12.0, 88.0), -100.0, "fist", bend=-1),
        near_leg=Leg((-27.0, 2.0), -30.0),
        far_leg=Leg((25.0, 0.0), 12.0),
        hips=(0.0, -3.0),
        lean=7.0, arch=8.0, head=2.0,
        gaze=(0.8, 0.1), mouth="smile", brows=Brows(0.2, 0.2),
    ),
    "striding on": _STANDING.but(
        near=Arm((-22.0, 92.0), -120.0, "fist", bend=-1),
        far=_behind((26.0, 96.0), -10.0, "fist", bend=-1),
        near_leg=Leg((24.0, 0.0), 12.0),
        far_leg=Leg((-24.0, 2.0), -30.0),
        hips=(0.0, -3.0),
        lean=7.0, arch=8.0, head=2.0,
        gaze=(0.8, 0.1), mouth="smile", brows=Brows(0.2, 0.2),
    ),
    "wondering": _STANDING.but(
        near=Arm((28.0, 112.0), 60.0, "open", bend=-1),
        far=_behind((46.0, 146.0), 62.0, "open", bend=-1),
        hips=(-4.0, 0.0),
        lean=-6.0, arch=10.0, head=12.0, shrug=1.0,
        gaze=(0.8, 0.8), mouth="grin", eyes="wide", brows=Brows(0.9, 0.9, 0.2, 0.2),
    ),
    "pointing": _STANDING.but(
        near=Arm((-20.0, 88.0), -60.0, "fist", bend=-1),
        far=_behind((46.0, 152.0), 40.0, "point", bend=-1),
        hips=(1.0, 0.4),
        lean=2.0, arch=10.0, sway=4.0, head=8.0, neck=1.0,
        gaze=(0.8, 0.7), mouth="grin", brows=Brows(0.6, 0.6),
    ),
    "doubting": _STANDING.but(
        near=Arm((27.0, 124.0), 78.0, "fist", bend=-1),
        far=_behind((24.0, 96.0), 160.0, "rest", bend=-1),
        hips=(-3.0, 0.6),
        lean=-3.0, arch=5.0, sway=-4.0, head=-3.0,
        gaze=(0.8, 0.2), mouth="hmm", eyes="half", brows=Brows(0.7, -0.2, -0.3, -0.2),
    ),
    "shrugging": _STANDING.but(
        near=Arm((-34.0, 112.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((46.0, 114.0), 30.0, "open", bend=-1),
        lean=-3.0, arch=2.0, shrug=6.0, head=5.0,
        gaze=(0.4, 0.3), mouth="hmm", brows=Brows(0.9, 0.9, 0.6, 0.6),
    ),
    "flung": _STANDING.but(
        near=Arm((-46.0, 150.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((52.0, 158.0), 40.0, "open"),
        near_leg=Leg((30.0, 42.0), 40.0),
        far_leg=Leg((52.0, 58.0), 44.0),
        hips=(-8.0, 4.0),
        lean=-16.0, arch=-12.0, head=-4.0, shrug=4.0,
        gaze=(0.8, -0.3), mouth="shout", eyes="wide", brows=Brows(1.0, 1.0, 0.6, 0.6),
    ),
    "plodding": _STANDING.but(
        lean=6.0, head=-4.0,
        gaze=(0.8, -0.4), mouth="o", eyes="half", brows=Brows(0.4, 0.4, 0.7, 0.7),
    ),
    "vaulting": _STANDING.but(
        near=Arm((-66.0, 92.0), 150.0, "open", bend=1, thumb=-1),
        far=_behind((62.0, 96.0), 26.0, "open"),
        lean=2.0, arch=12.0, head=4.0, shrug=2.0,
        gaze=(0.8, -0.5), mouth="shout", eyes="wide", brows=Brows(0.9, 0.9, 0.4, 0.4),
    ),
    "presenting": _STANDING.but(
        near=Arm((-20.0, 86.0), -60.0, "fist", bend=-1),
        far=Arm((40.0, 138.0), 60.0, "hold", bend=-1),
        hips=(-2.0, 0.6),
        lean=-4.0, arch=11.0, sway=-5.0, head=6.0,
        gaze=(0.8, 0.2), mouth="grin", eyes="happy", brows=Brows(0.7, 0.7),
    ),
}  # fmt: skip
