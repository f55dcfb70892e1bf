"""The hiker: a blindfold, a brimmed hat, a pack, a stick, and feet that feel for the ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from manim import Circle, Dot, Mobject, UpdateFromAlphaFunc, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array

from scenes.stage.marks import Path, px
from scenes.stage.theme import Theme

__all__ = ["CALM", "FALLEN", "FEELING", "GLAD", "Mood", "Standing", "Walker"]

THIGH, SHIN, TORSO, UPPER_ARM, FOREARM = 0.2, 0.2, 0.25, 0.14, 0.13  # shares of the height
HEAD, ANKLE, HIP = 0.112, 0.045, 0.42
DEEPEST = 0.1  # by how much the feet may pull the hip down
STEEPEST = 1.2  # slopes beyond it do not bend the body further


class Standing(NamedTuple):
    """Where the hiker stands.

    ``base`` is the place below the body, ``near`` and ``far`` are the feet and ``tip`` the stick's
    end, in the frame; ``size`` the height in Manim units; ``facing`` 1 to the right, -1 to the
    left; ``slope`` the rise of the ground ahead; ``air`` from 0 on the ground to 1 in the middle of
    a leap; ``seen`` how much is visible.
    """

    base: Point3D
    near: Point3D
    far: Point3D
    tip: Point3D
    size: float
    facing: float
    slope: float
    air: float
    seen: float

    def toward(self, other: Standing, share: float) -> Standing:
        """Return the stance this share of the way to another."""
        pairs: Iterable[tuple[Any, Any]] = zip(self, other, strict=True)
        return Standing(*((1 - share) * mine + share * its for mine, its in pairs))


@dataclass(frozen=True)
class Mood:
    """What the body does beyond standing. Angles in degrees: arms hang at 0, point up at 180."""

    crouch: float = 0.0
    lean: float = 0.0
    nod: float = 0.0
    far_arm: float = 16.0
    far_elbow: float = 34.0
    grip: float = 0.45
    smile: float = 0.15
    shout: float = 0.0

    def toward(self, other: Mood, share: float) -> Mood:
        """Return the mood this share of the way to another."""
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(Mood))
        return Mood(*((1 - share) * mine + share * its for mine, its in pairs))


CALM = Mood()
FEELING = Mood(crouch=0.05, lean=3, nod=12, far_arm=58, far_elbow=24, grip=0.42, smile=0.0)
GLAD = Mood(lean=-5, nod=-14, far_arm=122, far_elbow=30, smile=1.0, shout=0.6)
FALLEN = Mood(crouch=0.04, lean=-12, nod=-14, far_arm=150, far_elbow=-24, smile=-1.0, shout=1.0)


class Walker(VGroup):
    """A figure that stands where ``standing`` says, drawn anew whenever that changes.

    Attributes:
        mood: what the body does; ``into`` changes it.
        chest: where the middle of the body is.
    """

    def __init__(self, theme: Theme, standing: Callable[[], Standing]) -> None:
        super().__init__(name="hiker")
        self.theme, self.standing = theme, standing
        self.mood = CALM
        self.chest = np.zeros(3)
        self._parts: dict[str, tuple[Path, float]] = {}
        self._build()
        self.add_updater(lambda mob: mob.draw())
        self.draw()

    def _build(self) -> None:
        self._part("far arm", "hiker shade", 0.075)
        self._part("far leg", "friend legs", 0.098)
        self._part("far boot", "shoes", 0.07)
        self._part("bedroll", "hiker hat", 0.1)
        self._part("pack", "pack", 0.2)
        self._part("flap", "pack shade", 0.05)
        self._part("tails", "blindfold", 0.028)
        self._part("near leg", "hiker legs", 0.104)
        self._part("near boot", "shoes", 0.075)
        self._part("torso", "hiker", 0.2)
        self._part("strap", "pack shade", 0.032)
        self._part("scarf", "hiker hat", 0.066)
        skin = self.theme.paint("skin")
        self.head = Circle(radius=1, fill_color=skin, fill_opacity=1, stroke_width=0)
        self.nose = Dot(radius=1, color=skin)
        self.mouth = VMobject(fill_color=self.theme.paint("mouth"), fill_opacity=1, stroke_width=0)
        self.add(self.nose, self.head, self.mouth)
        self._part("band", "blindfold", 0.055)
        self.crown = VMobject(
            fill_color=self.theme.paint("hiker hat"), fill_opacity=1, stroke_width=0
        )
        self.add(self.crown)
        self._part("brim", "rider brim", 0.036)
        self._part("stick", "stick", 0.028)
        self._part("near arm", "hiker shade", 0.08)
        self.hand = Dot(radius=1, color=skin)
        self.add(self.hand)

    def _part(self, part: str, paint: str, thickness: float) -> None:
        path = Path(self.theme, "here", thickness, paint=paint, name=part)
        self._parts[part] = (path, thickness)
        self.add(path)

    # -- what scenes ask for -----------------------------------------------------------------

    def into(self, mood: Mood, **kwargs: Any) -> UpdateFromAlphaFunc:
        """Return the animation from the present mood to another."""
        start = self.mood

        def take(_: Mobject, share: float) -> None:
            self.mood = start.toward(mood, share)
            self.draw()

        return UpdateFromAlphaFunc(self, take, **kwargs)

    # -- how it is drawn ---------------------------------------------------------------------

    def draw(self) -> Walker:
        """Draw the figure where it stands."""
        now = self.standing()
        mood = self.mood.toward(FALLEN, now.air)
        size, facing = now.size, now.facing
        for path, thickness in self._parts.values():
            path.set_stroke(width=px(thickness * size), opacity=now.seen)
        hip = self._hip(now, mood)
        steep = float(np.clip(now.slope, -STEEPEST, STEEPEST))
        lean = facing * np.radians(mood.lean + 5 + 9 * steep)
        shoulder = hip + TORSO * size * _up(lean)
        self.chest = (hip + shoulder) / 2
        self._draw_leg("far", hip + _aside(0.02 * size * facing), now.far, size, facing)
        self._draw_leg("near", hip - _aside(0.02 * size * facing), now.near, size, facing)
        self._draw_trunk(hip, shoulder, size, facing)
        self._draw_arms(shoulder, now, mood)
        nod = lean * 0.6 + facing * np.radians(mood.nod)
        self._draw_head(shoulder + 0.155 * size * _up((lean + nod) / 2), nod, now, mood)
        return self

    def _hip(self, now: Standing, mood: Mood) -> Point3D:
        """As high as the legs allow; a foot that reaches far down pulls the body only a little."""
        across = now.base[0] - 0.02 * now.size * now.facing
        feet = np.array([now.near, now.far])
        reach = (THIGH + SHIN - 0.005) * now.size
        wide = np.minimum(np.abs(feet[:, 0] - across), 0.99 * reach)
        tops = feet[:, 1] + ANKLE * now.size + np.sqrt(reach * reach - wide * wide)
        wanted = now.base[1] + (HIP + ANKLE - 0.3 * mood.crouch) * now.size
        lowest = wanted - DEEPEST * now.size
        return np.array([across, max(min(wanted, tops.min()), lowest), 0.0])

    def _draw_leg(
        self, side: str, joint: Point3D, foot: Point3D, size: float, facing: float
    ) -> None:
        ankle = foot + ANKLE * size * _up(0)
        knee = _bend(joint, ankle, THIGH * size, SHIN * size, facing)
        self._set(f"{side} leg", joint, knee, ankle)
        sole, toe = ankle - 0.011 * size * _up(0), _aside(0.05 * size * facing)
        self._set(f"{side} boot", sole - 0.3 * toe, sole + toe)

    def _draw_trunk(self, hip: Point3D, shoulder: Point3D, size: float, facing: float) -> None:
        along = (shoulder - hip) / np.linalg.norm(shoulder - hip)
        ahead = facing * np.array([along[1], -along[0], 0.0])
        self._set("torso", hip + 0.03 * size * along, shoulder - 0.03 * size * along)
        back = -0.155 * size * ahead
        self._set("pack", hip + 0.09 * size * along + back, shoulder - 0.03 * size * along + back)
        lid = shoulder + 0.045 * size * along + back
        self._set("flap", lid - 0.06 * size * ahead, lid + 0.05 * size * ahead)
        roll = shoulder + 0.11 * size * along + 0.95 * back
        self._set("bedroll", roll - 0.035 * size * ahead, roll + 0.035 * size * ahead)
        front = shoulder + 0.06 * size * ahead
        self._set(
            "strap", shoulder + 0.06 * size * along - 0.05 * size * ahead, front,
            hip + 0.14 * size * along + 0.02 * size * ahead, hip + 0.1 * size * along + 0.6 * back,
        )  # fmt: skip
        throat = shoulder + 0.055 * size * along
        self._set("scarf", throat - 0.045 * size * ahead, throat + 0.045 * size * ahead)

    def _draw_arms(self, shoulder: Point3D, now: Standing, mood: Mood) -> None:
        size, facing = now.size, now.facing
        start = shoulder - 0.035 * size * _up(0)
        angle = np.radians(mood.far_arm)
        elbow = start + UPPER_ARM * size * _limb(angle, facing)
        wrist = elbow + FOREARM * size * _limb(angle + np.radians(mood.far_elbow), facing)
        self._set("far arm", start, elbow, wrist)
        ahead = _aside(0.17 * size * facing)
        grip = now.tip + 0.45 * (start + ahead - now.tip) + mood.grip * 0.25 * size * _up(0)
        reach = 0.97 * (UPPER_ARM + FOREARM) * size
        away = grip - start
        grip = start + away * min(1.0, reach / max(float(np.linalg.norm(away)), 1e-9))
        bend = _bend(start, grip, UPPER_ARM * size, FOREARM * size, -facing)
        self._set("near arm", start, bend, grip)
        pole = (grip - now.tip) / max(float(np.linalg.norm(grip - now.tip)), 1e-9)
        self._set("stick", now.tip, grip + 0.09 * size * pole)
        self._disc(self.hand, 0.045 * size, grip, now.seen)

    def _disc(self, disc: Circle, radius: float, place: Point3D, seen: float) -> None:
        disc.scale_to_fit_width(2 * radius).move_to(place).set_fill(opacity=seen)

    def _draw_head(self, center: Point3D, tilt: float, now: Standing, mood: Mood) -> None:
        radius, facing = HEAD * now.size, now.facing
        up = _up(tilt)
        right = np.array([up[1], -up[0], 0.0])

        def spot(x: float, y: float) -> Point3D:
            return center + radius * (x * right + y * up)

        self._disc(self.head, radius, center, now.seen)
        self._disc(self.nose, 0.22 * radius, spot(1.04 * facing, -0.28), now.seen)
        self._set("band", spot(-0.96, 0.0), spot(0.96, 0.0))
        knot = spot(-0.95 * facing, 0.02)
        self._set(
            "tails", knot, spot(-1.5 * facing, 0.1), spot(-1.95 * facing, -0.3), knot,
            spot(-1.45 * facing, -0.35), spot(-1.65 * facing, -0.8),
        )  # fmt: skip
        angles = np.linspace(0, np.pi, 17)
        dome = [spot(0.95 * np.cos(a), 0.42 + 0.9 * np.sin(a) ** 0.8) for a in angles]
        self.crown.set_points_as_corners(np.array([*dome, dome[0]]))
        self.crown.set_fill(opacity=now.seen)
        self._set("brim", spot(-1.42, 0.38), spot(-0.5, 0.46), spot(0.5, 0.46), spot(1.42, 0.38))
        self.mouth.set_points_as_corners(_mouth(spot, 0.45 * facing, mood))
        self.mouth.set_fill(opacity=now.seen)

    def _set(self, part: str, *points: Point3D) -> None:
        self._parts[part][0].through(*points)


def _up(angle: float) -> Point3D:
    """Return the unit vector that leans by this angle to the right of upright."""
    return np.array([np.sin(angle), np.cos(angle), 0.0])


def _aside(length: float) -> Point3D:
    return np.array([length, 0.0, 0.0])


def _limb(angle: float, facing: float) -> Point3D:
    return np.array([facing * np.sin(angle), -np.cos(angle), 0.0])


def _bend(start: Point3D, end: Point3D, first: float, second: float, side: float) -> Point3D:
    """Return the joint of a limb from start to end that bends toward this side."""
    way = end - start
    length = float(np.clip(np.linalg.norm(way), 1e-6, 0.999 * (first + second)))
    along = (first * first - second * second + length * length) / (2 * length)
    out = np.sqrt(max(first * first - along * along, 0.0))
    unit = way / max(float(np.linalg.norm(way)), 1e-9)
    return np.asarray(start + along * unit + side * out * np.array([-unit[1], unit[0], 0.0]))


def _mouth(spot: Callable[[float, float], Point3D], across: float, mood: Mood) -> Point3D_Array:
    """Return the rim of the mouth: curved up for joy, down for fear, open for a shout."""
    share = np.linspace(-1, 1, 11)
    arch = 1 - share * share
    tops = -0.52 - 0.16 * mood.smile * arch
    lows = tops - (0.07 + 0.3 * mood.shout) * arch
    rim = [spot(across + 0.32 * x, y) for x, y in zip(share, tops, strict=True)]
    rim += [spot(across + 0.32 * x, y) for x, y in zip(share[::-1], lows[::-1], strict=True)]
    return np.array([*rim, rim[0]])
