"""Attitudes of the grandmother who cooks, by name; what is below her waist is never seen."""

from __future__ import annotations

from functools import partial

from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = ["COOK_POSES"]

_behind = partial(Arm, front=False)  # an arm that the body hides

_TASTING = Pose(
    near=Arm((30.0, 93.0), 24.0, "spoon", bend=-1),
    far=_behind((27.0, 93.0), -30.0, "rest", bend=-1),
    near_leg=Leg((-12.0, 0.0)),
    far_leg=Leg((12.0, 0.0)),
    lean=4.0, arch=2.0, head=-3.0,
    gaze=(0.5, -0.5), mouth="hmm", brows=Brows(0.3, 0.3, 0.6, 0.6),
)  # fmt: skip

COOK_POSES = {
    "tasting": _TASTING,
    "relishing": _TASTING.but(head=2.0, eyes="happy", mouth="smile", brows=Brows(0.6, 0.6)),
    "wincing": _TASTING.but(
        near=Arm((40.0, 92.0), 10.0, "spoon", bend=-1),
        far=_behind((42.0, 112.0), 50.0, "open", bend=-1),
        lean=-5.0, arch=5.0, head=6.0, shrug=3.0, neck=-2.0,
        gaze=(0.6, -0.2), eyes="squint", mouth="tongue", brows=Brows(-0.2, -0.2, -0.5, -0.5),
    ),
    "pinching": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((60.0, 150.0), -72.0, "pinch", bend=-1, thumb=-1),
        lean=8.0, arch=4.0, head=2.0,
        gaze=(0.85, -0.7), mouth="soft", brows=Brows(0.5, 0.3, 0.2, 0.1),
    ),
    "wondering": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((33.0, 122.0), 82.0, "point", bend=-1),
        lean=-2.0, arch=6.0, sway=-3.0, head=8.0,
        gaze=(0.7, 0.5), eyes="wide", mouth="o", brows=Brows(0.9, 0.4, 0.4, 0.3),
    ),
    "feeling": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((46.0, 124.0), 104.0, "pinch", bend=-1),
        lean=9.0, arch=0.0, head=-5.0, neck=2.0,
        gaze=(0.9, -0.75), eyes="wide", mouth="closed", brows=Brows(0.6, 0.6, -0.2, -0.2),
    ),
    "counting": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((50.0, 148.0), -60.0, "pinch", bend=-1, thumb=-1),
        lean=-3.0, arch=8.0, sway=3.0, head=10.0,
        mouth="tongue", brows=Brows(0.6, 0.6),
    ),
    "cheering": _TASTING.but(
        near=Arm((-42.0, 138.0), 70.0, "spoon", bend=1),
        far=_behind((46.0, 148.0), 66.0, "open", bend=-1),
        lean=-5.0, arch=12.0, sway=4.0, head=9.0,
        gaze=(0.6, 0.2), eyes="happy", mouth="grin", brows=Brows(0.8, 0.8),
    ),
    "shocked": _TASTING.but(
        near=Arm((-16.0, 118.0), 78.0, "open", bend=1, thumb=-1),
        far=_behind((34.0, 118.0), 88.0, "open", bend=-1),
        lean=-6.0, arch=2.0, shrug=5.0, head=5.0,
        gaze=(0.6, -0.3), eyes="wide", mouth="grit", brows=Brows(0.9, 0.9, 0.9, 0.9),
    ),
    "measuring": _TASTING.but(
        near=Arm((10.0, 97.0), -80.0, "spoon", bend=-1),
        far=_behind((48.0, 130.0), 62.0, "pinch", bend=-1),
        lean=1.0, arch=6.0, head=1.0,
        gaze=(0.85, -0.1), mouth="soft", brows=Brows(0.7, 0.4, 0.1, 0.1),
    ),
    "pointing": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((56.0, 130.0), 14.0, "point", bend=-1),
        lean=2.0, arch=8.0, head=4.0,
        gaze=(0.8, 0.1), mouth="soft", brows=Brows(0.5, 0.5),
    ),
    "proud": _TASTING.but(
        near=Arm((22.0, 103.0), -50.0, "spoon", bend=-1),
        far=_behind((38.0, 128.0), 84.0, "open", bend=-1),
        lean=-3.0, arch=9.0, sway=-3.0, head=5.0,
        gaze=(0.6, 0.0), eyes="happy", mouth="smile", brows=Brows(0.6, 0.6),
    ),
}  # fmt: skip
