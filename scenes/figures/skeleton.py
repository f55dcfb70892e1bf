"""From a pose to joints: the back as a bent line, limbs of two bones that reach for a point."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenes.figures.pose import Arm, Leg, Pose
from scenes.paint.shapes import Point, Points, Shape

__all__ = ["BALL", "HEEL", "Body", "Skeleton", "reach"]

_ANKLE = 8.0  # cm above the sole
HEEL, BALL = -7.0, 12.0  # from the ankle forwards, on the ground
_BREATH_CM = 1.1


@dataclass(frozen=True)
class Body:
    """Lengths in cm. Points of the back count from the hips of one that stands straight."""

    hips: float = 74.0
    back: float = 53.0
    neck: Point = (5.0, 26.0)  # from the back's upper end to the middle of the head
    head: float = 20.0
    shoulders: tuple[Point, Point] = ((-8.5, 45.0), (11.5, 44.5))  # near, far
    sockets: tuple[Point, Point] = ((-7.0, 0.0), (7.5, 0.0))
    arm: Point = (27.5, 26.5)  # upper, lower
    leg: Point = (34.5, 34.0)
    hand: float = 1.15
    arm_widths: tuple[float, float, float] = (14.0, 12.0, 9.6)
    leg_widths: tuple[float, float, float] = (22.0, 16.5, 12.5)


def reach(
    root: Point, target: Point, upper: float, lower: float, bend: float
) -> tuple[Point, Point]:
    """Return the joint and the end of a limb of two bones that reaches for a point.

    Where the point is out of reach, the limb is stretched towards it, or folded. ``bend`` is 1
    where the joint lies left of the way to the point and -1 right; in between the limb stretches,
    so that it goes from one side to the other by way of straight.
    """
    across, up = target[0] - root[0], target[1] - root[1]
    far = math.hypot(across, up)
    full = (upper + lower) * 0.998
    length = min(max(far, abs(upper - lower) * 1.05 + 0.5), full)
    length += (full - length) * (1 - min(abs(bend), 1.0))
    ux, uy = (across / far, up / far) if far > 1e-6 else (1.0, 0.0)
    along = (upper**2 - lower**2 + length**2) / (2 * length)
    aside = math.copysign(math.sqrt(max(0.0, upper**2 - along**2)), bend)
    joint = (root[0] + ux * along - uy * aside, root[1] + uy * along + ux * aside)
    return joint, (root[0] + ux * length, root[1] + uy * length)


@dataclass(frozen=True)
class Limb:
    """Where a limb's joints are."""

    root: Point
    joint: Point
    end: Point


@dataclass(frozen=True)
class Skeleton:
    """The joints of a body in a pose, in cm; it looks towards +x."""

    body: Body
    pose: Pose

    @cached_property
    def hips(self) -> Point:
        """Where the hips are."""
        return self.pose.hips[0], self.body.hips + self.pose.hips[1]

    def placed(self, points: Points) -> Points:
        """Return points of the straight back, (n, 2), where the bent back has them."""
        spots = (points[:, 1] / self.body.back - _SHARES[0]) * _A_SHARE
        rows = np.clip(spots.astype(int), 0, len(_SHARES) - 2)
        part = (spots - rows)[:, None]
        x, y, across, up = (self._back[rows] * (1 - part) + self._back[rows + 1] * part).T
        return np.column_stack((x + points[:, 0] * across, y + points[:, 0] * up))

    def shaped(self, shape: Shape) -> Shape:
        """Return a shape of the straight back where the bent back has it."""
        ends = np.cumsum([len(outline) for outline in shape])[:-1]
        return tuple(np.split(self.placed(np.concatenate(shape)), ends))

    def at(self, point: Point) -> Point:
        """Return a point of the straight back where the bent back has it."""
        x, y = self.placed(np.array([point]))[0].tolist()
        return x, y

    @cached_property
    def _back(self) -> Points:
        """Return where the back's line lies and what a centimetre across it is, (shares, 4)."""
        pose, within = self.pose, np.clip(_SHARES, 0, 1)
        angles = np.radians(pose.arch * (within - 0.45) - pose.lean)
        steps = np.diff(_SHARES) * self.body.back
        middle = (angles[1:] + angles[:-1]) / 2
        line = np.zeros((len(_SHARES), 2))
        line[1:, 0] = np.cumsum(-np.sin(middle) * steps)
        line[1:, 1] = np.cumsum(np.cos(middle) * steps)
        line += np.array(self.hips) - line[_ZERO]
        line[:, 1] += within**2 * pose.breath * _BREATH_CM
        # The hips' line and the shoulders' line tilt against each other.
        turns = angles + np.radians(pose.sway) * (1 - 1.9 * np.clip(_SHARES, -0.2, 1.0))
        wide = 1 + 0.025 * pose.breath * within
        return np.column_stack((line, wide * np.cos(turns), wide * np.sin(turns)))

    @cached_property
    def neck(self) -> Point:
        """The back's upper end."""
        return self.at((1.5, self.body.back))

    @cached_property
    def head(self) -> Point:
        """The middle of the head."""
        turn = -math.radians(self.pose.lean * 0.75 - self.pose.arch * 0.3)
        x, y = self.body.neck
        x += self.pose.neck
        up = y + 0.3 * self.pose.shrug
        across = x - 1.5
        return (
            self.neck[0] + across * math.cos(turn) - up * math.sin(turn),
            self.neck[1] + across * math.sin(turn) + up * math.cos(turn) - 2.0,
        )

    @cached_property
    def near(self) -> Limb:
        """The arm towards us."""
        return self._arm(self.pose.near, 0)

    @cached_property
    def far(self) -> Limb:
        """The arm behind."""
        return self._arm(self.pose.far, 1)

    @cached_property
    def near_leg(self) -> Limb:
        """The leg towards us."""
        return self._leg(self.pose.near_leg, 0)

    @cached_property
    def far_leg(self) -> Limb:
        """The leg behind."""
        return self._leg(self.pose.far_leg, 1)

    def _arm(self, arm: Arm, side: int) -> Limb:
        x, y = self.body.shoulders[side]
        # A raised arm lifts and brings the shoulder with it.
        root = self.at((x, y + self.pose.shrug))
        dx, dy = arm.wrist[0] - root[0], arm.wrist[1] - root[1]
        root = root[0] + 0.035 * dx, root[1] + 0.09 * max(dy, 0.0)
        breath = 0.0 if arm.hand == "grip" else 0.5 * _BREATH_CM * self.pose.breath
        wrist = (arm.wrist[0], arm.wrist[1] + breath)
        return Limb(root, *reach(root, wrist, *self.body.arm, arm.bend))

    def sole(self, leg: Leg) -> Point:
        """Return the sole's point below the ankle; heel or ball stays down when it tilts."""
        turn = math.radians(leg.turn)
        pivot = BALL if leg.turn < 0 else HEEL
        x, y = leg.foot
        return x + pivot * (1 - math.cos(turn)), y - pivot * math.sin(turn)

    def _leg(self, leg: Leg, side: int) -> Limb:
        x, y = self.sole(leg)
        turn = math.radians(leg.turn)
        ankle = (x - _ANKLE * math.sin(turn), y + _ANKLE * math.cos(turn))
        root = self.at(self.body.sockets[side])
        return Limb(root, *reach(root, ankle, *self.body.leg, leg.bend))

    def foot(self, leg: Leg, limb: Limb) -> Point:
        """Return where the leg, which may be too short, has that point."""
        turn = math.radians(leg.turn)
        return limb.end[0] + _ANKLE * math.sin(turn), limb.end[1] - _ANKLE * math.cos(turn)


_SHARES = np.linspace(-0.4, 1.3, 18)
_A_SHARE = 10  # of them
_ZERO = int(np.argmin(np.abs(_SHARES)))
