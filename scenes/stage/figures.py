"""People from a few thick strokes: a skeleton with a pose, drawn anew whenever the pose changes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from manim import Circle, Dot, UpdateFromAlphaFunc, VGroup, VMobject
from manim.typing import Point3D

from scenes.stage.marks import Path
from scenes.stage.theme import Theme

__all__ = ["Person", "Pose"]


@dataclass(frozen=True)
class Pose:
    """Angles in degrees. Limbs: 0 hangs down, 90 points ahead, 180 up. Lean and nod: ahead."""

    lean: float = 2.0
    nod: float = 0.0
    near_arm: float = 12.0
    near_elbow: float = 25.0
    far_arm: float = -8.0
    far_elbow: float = 15.0
    near_leg: float = -7.0
    near_knee: float = -2.0
    far_leg: float = 9.0
    far_knee: float = -2.0
    mouth: float = 0.0
    crouch: float = 0.0

    def toward(self, other: Pose, share: float) -> Pose:
        """Return the pose this share of the way to another."""
        return Pose(
            *(
                (1 - share) * getattr(self, f.name) + share * getattr(other, f.name)
                for f in fields(Pose)
            )
        )


class Person(VGroup):
    """A figure that stands with its feet at the origin; all lengths are shares of its height.

    Attributes:
        near_hand: where the hand in front is.
        head_center: where the head is.
        facing: 1 to the right, -1 to the left.
    """

    def __init__(
        self, theme: Theme, look: str, height: float, facing: int = 1, name: str = "person"
    ) -> None:
        super().__init__(name=name)
        self.theme, self.look, self.size, self.facing = theme, look, height, facing
        self.feet = np.zeros(3)
        self.pose = Pose()
        self._limbs: dict[str, Path] = {}
        for part, paint, thickness in (
            ("far arm", f"{look} shade", 0.066),
            ("far leg", f"{look} legs", 0.086),
            ("far shoe", "shoes", 0.06),
            ("near leg", f"{look} legs", 0.092),
            ("near shoe", "shoes", 0.06),
            ("neck", "skin shade", 0.06),
            ("torso", look, 0.175),
        ):
            self._limb(part, paint, thickness)
        self.head = Circle(
            radius=0.092 * height, fill_color=theme.paint("skin"), fill_opacity=1, stroke_width=0
        )
        self.hair = VMobject(fill_color=theme.paint(f"{look} hair"), fill_opacity=1, stroke_width=0)
        self.eye = Dot(radius=0.011 * height, color=theme.paint("shoes"))
        self.mouth = Dot(radius=0.016 * height, color=theme.paint("shoes"))
        self.hand = Dot(radius=0.04 * height, color=theme.paint("skin"))
        self.add(self.head, self.hair, self.eye, self.mouth)
        self._limb("near arm", f"{look} shade", 0.07)
        self.add(self.hand)
        self.take(self.pose)

    def _limb(self, part: str, paint: str, thickness: float) -> None:
        limb = Path(self.theme, "text", thickness * self.size, paint=paint)
        self._limbs[part] = limb
        self.add(limb)

    def stand_at(self, feet: Point3D) -> Person:
        """Put the feet here."""
        self.feet = np.array(feet, dtype=float)
        return self.take(self.pose)

    def into(self, pose: Pose, **kwargs: Any) -> UpdateFromAlphaFunc:
        """Return the animation from the present pose to another."""
        start = self.pose
        return UpdateFromAlphaFunc(
            self, lambda _, alpha: self.take(start.toward(pose, alpha)), **kwargs
        )

    def take(self, pose: Pose) -> Person:
        """Take a pose at once."""
        self.pose = pose
        hip = self._from(np.zeros(2), 0.46 - 0.3 * pose.crouch, 180)
        shoulder = self._from(hip, 0.315, 180 - pose.lean)
        self._draw_leg("far", hip + np.array([0.012, 0]), pose.far_leg, pose.far_knee)
        self._draw_leg("near", hip - np.array([0.012, 0]), pose.near_leg, pose.near_knee)
        self._set("torso", hip + np.array([0, 0.035]), shoulder - np.array([0, 0.035]))
        self._draw_head(shoulder, pose)
        self._draw_arm("far", shoulder, pose.far_arm, pose.far_elbow)
        hand = self._draw_arm("near", shoulder, pose.near_arm, pose.near_elbow)
        self.near_hand = self._place(hand)
        self.hand.move_to(self.near_hand)
        return self

    def _draw_leg(self, side: str, hip: np.ndarray, thigh: float, knee: float) -> None:
        middle = self._from(hip, 0.215, thigh)
        ankle = self._from(middle, 0.2, thigh + knee)
        self._set(f"{side} leg", hip, middle, ankle)
        self._set(
            f"{side} shoe", ankle - np.array([0.005, 0.012]), ankle + np.array([0.05, -0.012])
        )

    def _draw_arm(self, side: str, shoulder: np.ndarray, upper: float, elbow: float) -> np.ndarray:
        start = shoulder - np.array([0.0, 0.03])
        middle = self._from(start, 0.155, upper)
        wrist = self._from(middle, 0.15, upper + elbow)
        self._set(f"{side} arm", start, middle, wrist)
        return self._from(wrist, 0.02, upper + elbow)

    def _draw_head(self, shoulder: np.ndarray, pose: Pose) -> None:
        tilt = pose.lean + pose.nod
        center = self._from(shoulder, 0.135, 180 - tilt)
        self._set("neck", shoulder, center)
        self.head_center = self._place(center)
        self.head.move_to(self.head_center)
        self.hair.set_points_smoothly([self._place(center + p) for p in _hair(tilt)])
        turn = np.radians(-tilt)
        self.eye.move_to(self._place(center + _turned(0.052, 0.004, turn)))
        self.mouth.move_to(self._place(center + _turned(0.062, -0.038, turn)))
        self.mouth.set_opacity(min(1.0, pose.mouth))

    @staticmethod
    def _from(start: np.ndarray, length: float, degrees: float) -> np.ndarray:
        angle = np.radians(degrees)
        return start + length * np.array([np.sin(angle), -np.cos(angle)])

    def _place(self, point: np.ndarray) -> Point3D:
        scaled = self.size * np.array([self.facing * point[0], point[1], 0.0])
        return np.asarray(self.feet + np.array([0.0, 0.045 * self.size, 0.0]) + scaled)

    def _set(self, part: str, *points: np.ndarray) -> None:
        self._limbs[part].through(*(self._place(point) for point in points))


def _turned(x: float, y: float, angle: float) -> np.ndarray:
    return np.array([x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)])


def _hair(tilt: float) -> list[np.ndarray]:
    angles = np.radians(np.linspace(18, 205, 14) - tilt)
    outer = [0.101 * np.array([np.cos(a), np.sin(a)]) for a in angles]
    fringe = [_turned(x, y, np.radians(-tilt)) for x, y in ((-0.06, 0.012), (0.02, 0.045))]
    return [*outer, *fringe, outer[0]]
