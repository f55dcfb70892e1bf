"""A figure in the picture: it takes poses, and knows where its hands and eyes are."""

from __future__ import annotations

import math
from typing import Any, Protocol, cast

import numpy as np
from manim import Mobject, smooth
from manim.typing import Point3D, Point3DLike

from scenes.figures import Light, Person, Pose, figure_art, joints
from scenes.figures.hands import POINTER_TIP
from scenes.figures.skeleton import BALL, HEEL
from scenes.paint.art import EVERYWHERE, Box, part
from scenes.stage.claims import decoration
from scenes.stage.sprite import Sprite
from scenes.stage.tempo import POSES, InPlace, stepped

__all__ = ["Act", "Actor", "Puppet", "Stride", "aimed", "spanning", "tilted"]

SOLE = 8.0  # cm from the sole to the ankle
GIVE = 12.0  # cm that the hips sink on a wall
HAND = 1.15  # cm a unit of the hand's own
FOOT, FIST = 7.0, 5.0  # cm: how far round a foot and a hand nothing may lie over them
GRIP = 9.0  # cm from the middle of a hand: what of it is before a thing that it holds


def aimed(pose: Pose, degrees: float) -> Pose:
    """Return the pose with its laser pointer turned, its tip where it was.

    It is turned by whole halves of a degree: nobody sees more, and each pose is painted once.
    """
    tip, wrist, turn = POINTER_TIP, pose.far.wrist, round(2 * degrees) / 2
    turns = [math.radians(angle) for angle in (pose.far.turn, turn)]
    (x0, y0), (x1, y1) = (
        (tip[0] * math.cos(turn) - tip[1] * math.sin(turn),
         tip[0] * math.sin(turn) + tip[1] * math.cos(turn))
        for turn in turns
    )  # fmt: skip
    moved = (wrist[0] + HAND * (x0 - x1), wrist[1] + HAND * (y0 - y1))
    return pose.but(far=pose.far.but(turn=turn, wrist=moved))


def tilted(pose: Pose, degrees: float) -> Pose:
    """Return the pose on ground that rises so many degrees towards where the figure looks.

    The feet stand on a line through the origin, knees give, the body stays upright. It is tilted by
    whole degrees, so that each pose is painted once.
    """
    turn = math.radians(round(degrees))
    legs = []
    for leg in (pose.near_leg, pose.far_leg):
        along, up = leg.foot
        spot = (
            along * math.cos(turn) - up * math.sin(turn),
            along * math.sin(turn) + up * math.cos(turn),
        )
        legs.append(leg.but(foot=_standing(spot, turn), turn=math.degrees(turn)))
    x, y = pose.hips
    hips = (x, y - GIVE * abs(math.sin(turn)))
    return pose.but(near_leg=legs[0], far_leg=legs[1], hips=hips)


def _standing(spot: tuple[float, float], turn: float) -> tuple[float, float]:
    """Return the foot that has its sole on a spot and is turned so far, in radians."""
    pivot = BALL if turn < 0 else HEEL
    return spot[0] - pivot * (1 - math.cos(turn)), spot[1] + pivot * math.sin(turn)


def spanning(
    pose: Pose, person: Person, back: Point3DLike, front: Point3DLike, unit: float, facing: int,
    rises: tuple[float, float] = (0.0, 0.0),
) -> tuple[Pose, Point3D]:  # fmt: skip
    """Return the pose with its feet on two points, and where between them its origin then is.

    The hips sink so far that both legs reach, each cm ``unit`` frame units. ``rises`` is how many
    degrees the ground at each point rises towards where the figure looks.
    """
    places = np.array([back, front], float)
    origin = places.mean(axis=0)
    feet = [(facing * x / unit, y / unit) for x, y, _ in (places - origin).tolist()]
    legs = sum(person.body.leg)
    far = max(math.hypot(*foot) for foot in feet)
    high = math.sqrt(max(legs**2 - far**2, (0.2 * legs) ** 2))
    near, far_leg = (
        leg.but(foot=_standing(foot, math.radians(rise)), turn=rise)
        for leg, foot, rise in zip((pose.near_leg, pose.far_leg), feet, rises, strict=True)
    )
    hips = (0.0, SOLE + high - person.body.hips)
    return pose.but(near_leg=near, far_leg=far_leg, hips=hips), origin


class Puppet(Sprite):
    """A person in a pose, standing ``at`` a point, each cm ``unit`` frame units high.

    ``facing`` is 1 for one who looks to the right and -1 to the left; ``pixels`` is how many a
    frame unit has; ``blur`` is how far out of focus the figure is, in cm; ``seen`` is the part of
    the frame outside of which nobody sees it where it stands.
    """

    def __init__(
        self,
        person: Person,
        pose: Pose,
        light: Light,
        *,
        at: Point3DLike,
        unit: float,
        pixels: float,
        facing: int = 1,
        blur: float = 0.0,
        seen: Box = EVERYWHERE,
    ) -> None:
        self.person, self.light, self.facing, self.blur = person, light, facing, blur
        self.pose = self._held = self._turned = pose
        self._scale = unit * pixels
        self._seen = part(seen, np.asarray(at, float).tolist(), unit)
        super().__init__(self._picture(pose), at=at, unit=unit, name=person.name)

    def take(self, pose: Pose) -> Puppet:
        """Take a pose at once."""
        if pose != self.pose:
            self.pose = pose
            self.swap(self._picture(pose))
        return self

    def face(self, facing: int) -> Puppet:
        """Look to the right, 1, or to the left, -1."""
        if facing != self.facing:
            self.facing = facing
            self.swap(self._picture(self.pose))
        return self

    def dress(self, person: Person) -> Puppet:
        """Wear another costume."""
        if person != self.person:
            self.person = person
            self.swap(self._picture(self.pose))
        return self

    def aim(self, pose: Pose, point: Point3DLike) -> Puppet:
        """Take a pose with the laser pointer turned towards a point of the frame.

        What comes of it depends on the two alone, so that an updater may aim in every frame. It is
        turned by whole degrees: nobody sees more, and each pose is painted once.
        """
        tip = pose
        for _ in range(2):  # the pointer's tip moves a little as it turns
            x, y = (np.asarray(point, float) - self._joint(tip, "pointer"))[:2]
            tip = aimed(pose, round(math.degrees(math.atan2(y, self.facing * x))))
        return self.take(tip)

    def keep_aiming(self, point: Point3DLike) -> Puppet:
        """Turn the laser pointer towards a point, in whatever pose the figure is.

        It is turned from the pose that was taken, so that no turn before this one matters.
        """
        if self.pose != self._turned:
            self._held = self.pose
        self._turned = self.aim(self._held, point).pose
        return self

    def joint(self, name: str) -> Point3D:
        """Return where a hand, an eye, the mouth or the pointer's tip is."""
        return self._joint(self.pose, name)

    def _joint(self, pose: Pose, name: str) -> Point3D:
        return self.place(joints(pose, self.person, self.facing)[name])

    def hand(self, side: str) -> Sprite:
        """Return what of its "near" or "far" hand is before a thing that it holds."""
        foot, unit = self.place((0.0, 0.0)), self.unit
        x, y = ((self.joint(f"hand_{side}") - foot)[:2] / unit).tolist()
        art = self.art.within((x - GRIP, y - GRIP, x + GRIP, y + GRIP))
        return decoration(Sprite(art, at=foot, unit=unit, name="hand"))

    def keep_clear(self) -> list[tuple[str, Point3D, float]]:
        """Return what nothing may cover: names, middles, radii of face, feet, hands that hold."""
        eyes, mouth = self.joint("eyes"), self.joint("mouth")
        cm = self.unit
        spots = [("face", (eyes + mouth) / 2, float(np.linalg.norm(eyes - mouth)))]
        arms = {"near": self.pose.near, "far": self.pose.far}
        feet = joints(self.pose, self.person, self.facing)
        for side, arm in arms.items():
            if feet[f"foot_{side}"][1] > self._seen[1]:  # else something hides it
                spots.append((f"{side} foot", self.joint(f"foot_{side}"), FOOT * cm))
            if arm.hand == "grip":
                spots.append((f"{side} hand", self.joint(f"hand_{side}"), FIST * cm))
        return [spot for spot in spots if self._is_seen(spot[1])]

    def _is_seen(self, place: Point3D) -> bool:
        """Tell whether a place is in the part of the figure that was said to be seen."""
        x, y = ((place - self.place((0.0, 0.0)))[:2] / self.unit).tolist()
        left, bottom, right, top = self._seen
        return bool(left <= x <= right and bottom <= y <= top)

    def _picture(self, pose: Pose) -> Any:
        art = figure_art(self.person, pose, self.light, self._scale, self.facing, self.blur)
        return art.within(self._seen)


class Actor(Protocol):
    """Whoever has a pose: a figure, or somebody on a board."""

    pose: Pose

    def take(self, pose: Pose) -> Any:
        """Take a pose at once."""


class Act(InPlace):
    """Brings a figure into a pose, by way of in-betweens."""

    def __init__(self, actor: Actor, pose: Pose, **kwargs: Any) -> None:
        self._actor, self._from, self._to = actor, actor.pose, pose
        super().__init__(cast(Mobject, actor), rate_func=kwargs.pop("rate_func", smooth), **kwargs)

    def begin(self) -> None:
        """Begin from the pose that the figure has now."""
        self._from = self._actor.pose
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Take the pose in between."""
        share = self.rate_func(stepped(alpha, self.run_time, POSES))
        self._actor.take(self._from.mixed(self._to, share))


class Stride(Act):
    """Brings a figure into a pose and to a place, over an arc ``hop`` frame units high."""

    def __init__(
        self, actor: Puppet, pose: Pose, to: Point3DLike, hop: float = 0.0, **kwargs: Any
    ) -> None:
        self._puppet, self._goal, self._hop = actor, np.asarray(to, float), hop
        self._start = actor.place((0.0, 0.0))
        super().__init__(actor, pose, **kwargs)

    def begin(self) -> None:
        """Begin from where the figure is now."""
        self._start = self._puppet.place((0.0, 0.0))
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Take the pose and the place in between."""
        super().interpolate_mobject(alpha)
        share = self.rate_func(alpha)
        there = self._start + share * (self._goal - self._start)
        there = there + 4 * share * (1 - share) * self._hop * np.array([0.0, 1.0, 0.0])
        self._puppet.shift(there - self._puppet.place((0.0, 0.0)))
